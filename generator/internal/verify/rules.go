package verify

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// element is a start tag. Names are in lower case.
type element struct {
	name  string
	attrs []attr
	at    int // where it begins in the file
	// foreign says that it is of another language than HTML and SVG: nothing is loaded by its href.
	foreign bool
	text    []byte // what stands up to the next tag, of a script or a style element
}

// attr is an attribute. Its value has no entities any more.
type attr struct {
	name  string
	value []byte
	at    int
}

// get returns an attribute's value; where there are two, browsers take the first.
func (e *element) get(name string) (value []byte, ok bool) {
	for i := range e.attrs {
		if e.attrs[i].name == name {
			return e.attrs[i].value, true
		}
	}
	return nil, false
}

// meaning is what an attribute is, on any element.
type meaning int

const (
	harmless  meaning = iota
	refused           // style, srcdoc and the like
	loads             // an address that is loaded, or sent to
	loadsMany         // srcset
	follows           // an address that a reader may follow, or that only names something
	reference         // href: what it does depends on the element
	paints            // a property of CSS as an attribute of SVG
)

var meanings = map[string]meaning{
	"style": refused, "srcdoc": refused, "xml:base": refused,
	"src": loads, "action": loads, "formaction": loads, "poster": loads, "data": loads, "background": loads,
	"manifest": loads, "ping": loadsMany, "attributionsrc": loadsMany, "srcset": loadsMany, "imagesrcset": loadsMany,
	"lowsrc": loads, "dynsrc": loads, "codebase": loads, "code": loads, "archive": loadsMany, "classid": loads,
	"icon": loads, "url": loads, "data-src": loads, // the theme's own scripts load what it names
	"cite": follows, "longdesc": follows, "profile": follows,
	"href": reference, "xlink:href": reference,
	"fill": paints, "stroke": paints, "filter": paints, "clip-path": paints, "mask": paints, "cursor": paints,
	"marker": paints, "marker-start": paints, "marker-mid": paints, "marker-end": paints,
	"to": paints, "from": paints, "by": paints, "values": paints, // of an animation
}

// element verifies a start tag.
func (c *checker) element(e *element) {
	if c.unwanted(e) {
		return // and its attributes go with it
	}
	for i := range e.attrs {
		c.attribute(e, &e.attrs[i])
	}
	switch e.name {
	case "script":
		c.script(e)
	case "style": // in a picture
		c.checkStyle(e.text, e.at)
	case "meta":
		c.meta(e)
	}
}

// unwanted refuses an element that should not be there at all.
func (c *checker) unwanted(e *element) bool {
	switch e.name {
	case "style":
		return c.kind != picture && c.refuse(e, "has a <style> element", "put it into a style sheet below static/")
	case "iframe", "frame":
		src, _ := e.get("src")
		if t := parseAddress(src); !c.own(t) && c.loadable(t) {
			return false
		}
		return c.refuse(e, "has a frame, <"+e.name+">", "link to the page")
	case "frameset", "object", "embed", "applet", "portal", "fencedframe", "plaintext":
		return c.refuse(e, "has the element <"+e.name+">", "link to the file")
	case "foreignobject":
		return c.kind == picture && c.refuse(e, "has HTML in a picture, <foreignObject>", "draw it by shapes and <text>")
	case "handler": // SVG's for events, once
		return c.kind == picture && c.refuse(e, "has a script in a picture", "remove it")
	case "base":
		return c.refuse(e, "has a <base> element", "write addresses relative to the page, or from the root of the host")
	case "animate", "set", "animatetransform", "animatemotion":
		name, _ := e.get("attributename")
		changed := strings.ToLower(clean(name))
		return (strings.HasSuffix(changed, "href") || strings.HasPrefix(changed, "on")) &&
			c.refuse(e, "changes an address by an animation", "remove it")
	}
	return false
}

// refuse adds a fault of an element, and returns true.
func (c *checker) refuse(e *element, what, want string) bool {
	c.add(fault{at: e.at, what: what, want: want, traces: []string{"<" + e.name}})
	return true
}

// attribute verifies one attribute of an element.
func (c *checker) attribute(e *element, a *attr) {
	switch meanings[a.name] {
	case harmless:
		if strings.HasPrefix(a.name, "on") {
			c.add(fault{
				at: a.at, what: fmt.Sprintf("has an event attribute, %s at <%s>", a.name, e.name), value: string(a.value),
				want: wantFile, traces: []string{string(a.value), a.name + "="},
			})
		}
	case refused:
		if a.name == "style" && c.kind == picture {
			c.checkStyle(a.value, a.at)
			return
		}
		c.add(fault{
			at: a.at, what: fmt.Sprintf("has the attribute %s at <%s>", a.name, e.name), value: string(a.value),
			want: "give the element a class, and write a rule for it", traces: []string{string(a.value), a.name + "="},
		})
	case loads:
		c.load(e, a, a.value)
	case loadsMany:
		// A comma may belong to an address; what follows it is then taken for one more, relative.
		for _, part := range bytes.FieldsFunc(a.value, func(r rune) bool { return r <= ' ' || r == ',' }) {
			c.load(e, a, part)
		}
	case follows:
		c.follow(e, a)
	case reference:
		c.reference(e, a)
	case paints:
		if bytes.IndexByte(a.value, '(') >= 0 || bytes.IndexByte(a.value, '\\') >= 0 {
			c.checkStyle(a.value, a.at)
		}
	}
}

// reference verifies href.
func (c *checker) reference(e *element, a *attr) {
	switch e.name {
	case "a", "area":
		c.follow(e, a)
	case "link":
		if e.foreign || naming(e) {
			c.follow(e, a)
			return
		}
		c.load(e, a, a.value)
		if rel, _ := e.get("rel"); c.own(parseAddress(a.value)) && slices.Contains(tokens(rel), "stylesheet") {
			c.there(e, a)
		}
	case "script", "base": // told as elements
	default:
		if c.kind == picture && e.name == "image" && inlinePicture(a.value) {
			return
		}
		c.load(e, a, a.value)
	}
}

// inlinePicture reports whether an address is itself a picture of points, which holds no markup.
func inlinePicture(address []byte) bool {
	s := strings.ToLower(clean(address))
	return strings.HasPrefix(s, "data:image/png;base64,") || strings.HasPrefix(s, "data:image/jpeg;base64,") ||
		strings.HasPrefix(s, "data:image/webp;base64,") || strings.HasPrefix(s, "data:image/gif;base64,")
}

// naming reports whether a <link> only names an address: nothing is loaded from it.
func naming(e *element) bool {
	rel, _ := e.get("rel")
	for _, w := range tokens(rel) {
		switch w {
		case "canonical", "alternate", "author", "license", "me", "next", "prev", "help", "self", "shortlink", "cite-as", "describedby":
		default:
			return false
		}
	}
	return true // one that does not say what it is does nothing
}

func tokens(value []byte) []string { return strings.Fields(strings.ToLower(string(value))) }

// wantFile is what to do about a script in a page.
const wantFile = `put it into a script below static/, with active = ["scripts"] in [files] of kengash.toml`

// wantOwn is what to do about another host.
const wantOwn = "copy what it has below static/, or name the host in hosts of kengash.toml and ask it by https"

// load verifies an address that is loaded, or that something is sent to.
func (c *checker) load(e *element, a *attr, address []byte) {
	t := parseAddress(address)
	if c.loadable(t) {
		return
	}
	f := fault{at: a.at, value: string(address), traces: []string{string(address), a.name + "="}}
	if t.scheme != "" && !t.web() {
		f.what = fmt.Sprintf("has the scheme %q in %s of <%s>", t.scheme+":", a.name, e.name)
		f.want = "want a file of the site"
	} else {
		f.what = fmt.Sprintf("asks another host, %s, in %s of <%s>", t.host, a.name, e.name)
		f.want = wantOwn
		f.traces = append([]string{f.traces[0], t.host}, f.traces[1:]...)
	}
	c.add(f)
}

// follow verifies an address that a reader may follow, or that names something.
func (c *checker) follow(e *element, a *attr) {
	if t := parseAddress(a.value); !followable(t) {
		c.add(fault{
			at: a.at, what: fmt.Sprintf("has a link with the scheme %q, in %s of <%s>", t.scheme+":", a.name, e.name),
			value: string(a.value), want: "want https, http, mailto, tel or a page of the site", traces: []string{string(a.value), t.scheme + ":"},
		})
	}
}

// there verifies that the file of an address is in the site.
func (c *checker) there(e *element, a *attr) {
	if c.missing(c.fileOf(c.name, a.value)) {
		c.add(fault{
			at: a.at, what: fmt.Sprintf("names a file that the site does not have, in %s of <%s>", a.name, e.name), value: string(a.value),
			want: "want a file below static/, or one that a layout publishes", traces: []string{string(a.value), "<" + e.name},
		})
	}
}

// script verifies a script element.
func (c *checker) script(e *element) {
	for _, name := range []string{"href", "xlink:href"} {
		if _, ok := e.get(name); ok {
			c.refuse(e, "has a script in a picture", "remove it")
			return
		}
	}
	kind, _ := e.get("type")
	words := strings.TrimSpace(strings.ToLower(string(kind)))
	for i := range e.attrs {
		if a := &e.attrs[i]; a.name == "src" && c.kind == page {
			if c.own(parseAddress(a.value)) {
				c.there(e, a)
			}
			return // what stands within does not run
		}
	}
	text := bytes.TrimSpace(e.text)
	switch {
	case words == "application/ld+json" && json.Valid(text):
		return
	case words == "application/ld+json":
		c.add(fault{at: e.at, what: "has data in JSON-LD that is not JSON", value: string(text), want: "write it by jsonify", traces: []string{"ld+json"}})
		return
	}
	c.add(fault{
		at: e.at, what: "has a script in the page itself", value: string(text),
		want: wantFile, traces: []string{string(text), "<script>", "<script"},
	})
}

// meta verifies a meta element that acts as an HTTP header.
func (c *checker) meta(e *element) {
	if charset, ok := e.get("charset"); ok {
		c.encoding(e, charset)
	}
	header, ok := e.get("http-equiv")
	if !ok {
		return
	}
	content, _ := e.get("content")
	switch strings.ToLower(clean(header)) {
	case "content-type":
		if _, charset, ok := bytes.Cut(bytes.ToLower(content), []byte("charset")); ok {
			c.encoding(e, bytes.TrimLeft(charset, " =\t"))
		}
	case "content-security-policy", "content-language", "x-ua-compatible":
	case "refresh":
		to := refreshTarget([]byte(clean(content)))
		t := parseAddress(to)
		if file := c.fileOf(c.name, to); !c.own(t) || c.missing(file) || kindOf(file) != page {
			c.add(fault{
				at: e.at, what: "redirects to something that is not a page of the site", value: string(content),
				want: "redirect to a page of the site, or write a link", traces: []string{string(to), "refresh"},
			})
		}
	default:
		c.add(fault{at: e.at, what: "acts as an HTTP header that no page should send", value: string(header), want: "remove it", traces: []string{string(header), "http-equiv"}})
	}
}

func (c *checker) encoding(e *element, charset []byte) {
	if strings.EqualFold(strings.Trim(string(charset), " \t\n\f\r\"'"), "utf-8") {
		c.charset = true
		return
	}
	c.add(fault{at: e.at, what: "declares an encoding other than UTF-8", value: string(charset), want: `want <meta charset="utf-8">`, traces: []string{"charset"}})
}
