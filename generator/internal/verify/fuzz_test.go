package verify

import (
	"slices"
	"strings"
	"testing"
)

// found returns what is wrong with a page, without the names of hosts: parsers leave some entities
// that scan decodes, and no host has one.
func (c *checker) found() []string {
	var all []string
	for _, f := range c.faults {
		what, _, _ := strings.Cut(f.what, ", ")
		all = append(all, what)
	}
	return all
}

// What scan takes it reads as a parser does, with scripts and without: it misses nothing.
func FuzzScan(f *testing.F) {
	for _, seed := range []string{
		`<p title="</p><img src=x onerror=go()>">a < b</p><br/>`,
		`<title>x</title><textarea>y</textarea><script src=x.js></script><noscript><a href=javascript:x>z</a></noscript>`,
		`<noscript><p title="</noscript><img onerror=x>"></noscript>`,
		`<svg><title><img onerror=x></title><style><img onerror=x></style><path d=M0/></svg>`,
		`<svg><desc><p></svg><title><a title="</title><img onerror=x>">`,
		`<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img onerror=x&gt;">`,
		`<!-- x --><!--><img onerror=x>--><!doctype html><![CDATA[<img onerror=x>]]><?x <img onerror=x>?>`,
		`<select><option><title><img onerror=x></title></select><frameset><frame src=x></frameset>`,
		`<template><style>x</style><script>y</script></template><plaintext><img onerror=x>`,
		`<a href='x'title=y><b =c d= "e"/f><c"d onerror=x><p a=b"c onerror=x>`,
		`<iframe><img onerror=x></iframe><xmp><img onerror=x></xmp><noembed><p onerror=x></noembed>`,
		"<p\fonclick\n=\r'x'><A HREF=JAVASCRIPT:x><\u212aeygen onclick=x>\x00<i onclick=x>",
		`<script type=application/ld+json>{"a":"<!--<script>"}</script><img onerror=x>`,
	} {
		f.Add(seed)
	}
	v := &verifier{host: "council.example", root: "/", exists: map[string]bool{"x.js": true}}
	f.Fuzz(func(t *testing.T, text string) {
		scanned := &checker{verifier: v, names: names{}, name: "a.html", kind: page, content: []byte(text)}
		if !scanned.scan() || len(scanned.faults) == maxFaults {
			return
		}
		parsed := &checker{verifier: v, names: names{}, name: "a.html", kind: page, content: []byte(text)}
		parsed.parsed()
		have := scanned.found()
		for _, what := range parsed.found() {
			if !slices.Contains(have, what) && what != "cannot be parsed" {
				t.Errorf("scan misses %q\nof %q", what, text)
			}
		}
	})
}
