package static

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/limit"
)

const (
	png  = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00"
	jpeg = "\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
	pdf  = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"
	elf  = "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x3e\x00\x01\x00\x00\x00"
	exe  = "MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00"
	wasm = "\x00asm\x01\x00\x00\x00"
	html = "<!doctype html><title>x</title><script>alert(1)</script>"
	svg  = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`
)

// checked returns the problems of one file of static/, a line each.
func checked(t *testing.T, r Rules, name, content string) string {
	t.Helper()
	var l diag.List
	r.Limits = limit.Default
	if err := r.Check(fstest.MapFS{"static/" + name: {Data: []byte(content)}}, "static", &l); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range l.Sorted() {
		lines = append(lines, p.String())
	}
	return strings.Join(lines, "\n")
}

func TestWhatAFileIsDecides(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"a.png", png, ""},
		{"A.PNG", png, ""},
		{"a.jpg", jpeg, ""},
		{"a.pdf", pdf, ""},
		{"a.txt", "Words.\n", ""},
		{"empty.txt", "", ""},
		{"a.csv", "a;b\n1;2\n", ""},
		{"a.json", `{"a": "<script>"}`, ""},
		{"LICENSE", "Words.\n", ""},
		{"a.parquet", "PAR1\x15\x04", "notice: static/a.parquet: is published, but its type is unknown"},
		{"example.com.pdf", pdf, ""},

		{"a.png", jpeg, "is image/jpeg, and .png says image/png"},
		{"a.png", "", "and .png says image/png"},
		{"a.pdf", html, "is text/html; charset=utf-8, and .pdf says application/pdf"},
		{"a.txt", html, "is text/html; charset=utf-8, and .txt says text/plain"},
		{"a.txt", svg + "</svg>", "is image/svg+xml, and .txt says text/plain"},
		{"a.svg", png, "is image/png, and .svg says SVG"},
		{"a.png", elf, "is a program"},
		{"a.pdf", exe, "is a program"},
		{"run", "#!/bin/sh\nrm -rf /\n", "is a program"},
		{"notes.txt", "#!/usr/bin/python3\nprint(1)\n", "is a program"},
		{"a.exe", "Words.", "is a program"},
		{"a.php", "Words.", "is a program"},
		{"a.php.txt", "Words.", "is a program"},
		{"a.txt", "<?php system($_GET['x']);", "is a program"},

		{"a.html", html, "is HTML, which is published only where the configuration says so"},
		{"a.HTM", html, "is HTML"},
		{"a.html", "Words.", "is HTML"},
		{"a.html.en", html, "is HTML"},
		{"page", html, "is HTML"},
		{"a.xhtml", `<html xmlns="http://www.w3.org/1999/xhtml"/>`, "is HTML"},
		{"a.js", "alert(1)", `is a script, which is published only where the configuration says so (remove it, or allow it by active = ["scripts"]`},
		{"a.mjs", "alert(1)", "is a script"},
		{"a.wasm", wasm, "is a script"},
		{"_redirects", "/* https://evil.example/ 301!", "tells a host what to do"},
		{"web.config", "<configuration/>", "tells a host what to do"},
		{"a.svgz", "\x1f\x8b\x08\x00", "is compressed, so its content cannot be checked"},
		{"letter.pdf.url", "[InternetShortcut]\nURL=https://evil.example/\n", "is a program"},
		{"id_rsa", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn\n", "holds a private key"},
		{"host.pem", "Words.\n-----BEGIN PRIVATE KEY-----\n", "holds a private key"},
		{"host.pem", "-----BEGIN CERTIFICATE-----\n", ""},

		{".env", "KEY=1", "notice: static/.env: is not published, since it is hidden"},
		{".gitkeep", "", ""},
		{".git/config", "[core]", "notice: static/.git: is not published"},
		{"a.txt~", "Words.", "notice: static/a.txt~: is not published"},
		{"~$letter.docx", "x", "is not published"},
		{"a.png.bak", png, "is not published"},
	} {
		got := checked(t, Rules{}, c.name, c.content)
		if !strings.Contains(got, c.want) || c.want == "" && got != "" || strings.Count(got, "\n") > 0 {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAConfigurationAllowsWhatIsActive(t *testing.T) {
	for _, c := range []struct{ active, name, content string }{
		{HTML, "a.html", html}, {Scripts, "a.js", "alert(1)"}, {Scripts, "a.wasm", wasm}, {Host, "_headers", "/*\n"},
	} {
		for _, active := range Active {
			got := checked(t, Rules{Active: []string{active}}, c.name, c.content)
			if (got == "") != (active == c.active) {
				t.Errorf("%s with %s: got %q", c.name, active, got)
			}
		}
	}
	if got := checked(t, Rules{Active: Active}, "a.pdf", html); !strings.Contains(got, "and .pdf says") {
		t.Errorf("a page named as PDF: got %q", got)
	}
}

func TestTheProgramsOwnFilesArePublished(t *testing.T) {
	r := Rules{Own: fstest.MapFS{"js/a.js": {Data: []byte("own()")}}}
	for _, c := range []struct {
		name, content string
		fine          bool
	}{
		{"js/a.js", "own()", true}, {"js/a.js", "own();", false}, {"js/a.js", "own(", false}, {"a.js", "own()", false},
	} {
		if got := checked(t, r, c.name, c.content); (got == "") != c.fine {
			t.Errorf("%s with %q: got %q", c.name, c.content, got)
		}
	}
}

func TestAnSVGDoesNothing(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{svg + `<circle r="4" fill="url(#a)" style="fill: red; mask: url('#m')"/></svg>`, ""},
		{"\ufeff<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">` + svg + `</svg>`, ""},
		{svg + `<style>.a { fill: #123; content: "\201C"; mask: url(#m) }</style></svg>`, ""},
		{svg + `<image href="data:image/png;base64,AA"/><use xlink:href="#a"/><a href="https://un.example/"><text>x</text></a></svg>`, ""},
		{svg + `<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><x rdf:about="http://cc.example/"/></rdf:RDF></metadata></svg>`, ""},
		{svg + `<animate attributeName="opacity" values="0;1"/></svg>`, ""},

		{svg + "\n\n  <script>alert(1)</script></svg>", "static/a.svg:3:3: has a script"},
		{svg + `<x:script xmlns:x="http://www.w3.org/2000/svg"/></svg>`, "has a script"},
		{svg + `<SCRIPT/></svg>`, "has a script"},
		{svg + `<foreignObject><b/></foreignObject></svg>`, "has HTML in a picture, <foreignObject>"},
		{svg + `<iframe xmlns="http://www.w3.org/1999/xhtml" src="a.html"/></svg>`, "has a frame"},
		{`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`, "has an event attribute, onload at <svg>"},
		{svg + `<a href="javascript:alert(1)"/></svg>`, "has a link with the scheme"},
		{svg + `<a xlink:href=" java&#10;script:alert(1)"/></svg>`, "has a link with the scheme"},
		{svg + `<use href="data:image/svg+xml,x"/></svg>`, "in href of <use>"},
		{svg + `<image href="//evil.example/a.png"/></svg>`, "asks another host, evil.example, in href of <image>"},
		{svg + `<image href="\\evil.example/a.png"/></svg>`, "asks another host, evil.example, in href of <image>"},
		{svg + `<image href="https://evil.example/a.png"/></svg>`, "asks another host"},
		{svg + `<feImage xlink:href="http://evil.example/a.png"/></svg>`, "asks another host"},
		{svg + `<rect fill="url(https://evil.example/#a)"/></svg>`, "asks another host, evil.example, in a style"},
		{svg + `<rect style="fill:u\72l(//evil.example)"/></svg>`, "that browsers read in ways of their own"},
		{svg + `<style>@import "//evil.example/a.css";</style></svg>`, "asks another host, evil.example, in a style"},
		{svg + `<style><![CDATA[@imp]]><!-- --><![CDATA[ort url(//evil.example)]]></style></svg>`, "asks another host, evil.example, in a style"},
		{svg + `<style><g/>a { background: image-set("https://evil.example/" 1x) }</style></svg>`, "asks another host, evil.example, in a style"},
		{svg + `<set attributeName="href" to="javascript:alert(1)"/></svg>`, "changes an address by an animation"},
		{svg + `<g xml:base="https://evil.example/"/></svg>`, "has the attribute xml:base"},
		{`<?xml-stylesheet href="//evil.example/a.css"?>` + svg + `</svg>`, "names a style sheet"},
		{`<!DOCTYPE svg [<!ENTITY a "b">]>` + svg + `</svg>`, "declares entities"},
		{`<!DOCTYPE svg SYSTEM "a" [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>` + svg + `</svg>`, "declares entities"},
		{svg + `<g></svg>`, "is not well-formed XML"},
		{svg + `&nbsp;</svg>`, "is not well-formed XML"},
		{`<?xml version="1.0" encoding="UTF-7"?>` + svg + `</svg>`, "is not well-formed XML"},
		{`words`, "is text/plain; charset=utf-8, and .svg says SVG"},
	} {
		got := checked(t, Rules{}, "a.svg", c.content)
		if !strings.Contains(got, c.want) || c.want == "" && got != "" || strings.Count(got, "\n") > 0 {
			t.Errorf("%s: got %q, want %q", c.content, got, c.want)
		}
	}
}

func TestXMLAndStyleSheetsAskNothingOfOtherHosts(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"feed.xml", `<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://a.example/"/><title type="html">&lt;b></title></feed>`, ""},
		{"a.xml", `<a><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script></a>`, "has a script"},
		{"a.xml", `<a>` + svg + `<script/></svg></a>`, "has a script"},
		{"a.xml", `<?xml-stylesheet type="text/xsl" href="a.xsl"?><a/>`, "names a style sheet"},
		{"a.css", "@import 'b.css';\n.a { background: url(img/a.png) } .b\\:c { color: red }", ""},
		{"a.css", ".a {}\n.b { background: url(//evil.example/a.png) }", "static/a.css:2:18: asks another host"},
		{"a.css", "@import url('https://evil.example/a.css');", "asks another host, evil.example, in a style"},
		{"a.css", `@\69mport "//evil.example/a.css";`, "asks another host"},
		{"a.css", "a { behavior: url(a.htc) }", "has the property behavior"},
		{"big.css", strings.Repeat("/* words */\n", 400_000), "more than 4,000,000 bytes (make it smaller; where that is right, raise markup_bytes in [limits]"},
		{"big.svg", svg + strings.Repeat("<g/> ", 1_000_000) + "</svg>", "more than 4,000,000 bytes"},
		{"big.rss", "<rss>" + strings.Repeat("<item/>", 150_000) + "</rss>", "more than 1,000,000 bytes"},
	} {
		got := checked(t, Rules{}, c.name, c.content)
		if !strings.Contains(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: got %q, want %q", c.content[:min(99, len(c.content))], got, c.want)
		}
	}
}

func TestAFileOfManyFaultsIsSoonDone(t *testing.T) {
	got := checked(t, Rules{}, "a.svg", svg+strings.Repeat("<script/>\n", 100_000)+"</svg>")
	if n := strings.Count(got, "\n") + 1; n > 50 {
		t.Errorf("%d problems", n)
	}
}

// A file may be exchanged between the look at it and its use.
func TestALayerOpensOnlyWhatMayBePublished(t *testing.T) {
	files := fstest.MapFS{"static/a.png": {Data: []byte(png)}, "static/b.png": {Data: []byte(html)}, "layouts/a.html": {Data: []byte(html)}}
	layer := Rules{Limits: limit.Default}.Layer(files, "static")
	for name, want := range map[string]string{"static/a.png": png, "layouts/a.html": html} {
		if got, err := fs.ReadFile(layer, name); err != nil || string(got) != want {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
	if _, err := layer.Open("static/b.png"); err == nil || !strings.Contains(err.Error(), "and .png says image/png") {
		t.Errorf("a page named as a picture: %v", err)
	}
	if entries, err := fs.ReadDir(layer, "static"); err != nil || len(entries) != 2 {
		t.Errorf("the folder has %v, %v", entries, err)
	}
}
