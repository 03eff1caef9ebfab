package verify

import (
	"bytes"
	"html"
)

// checkPage verifies an HTML page.
func (c *checker) checkPage() {
	if bytes.HasPrefix(c.content, []byte("\xfe\xff")) || bytes.HasPrefix(c.content, []byte("\xff\xfe")) {
		c.add(fault{what: "is UTF-16", want: "write it in UTF-8"})
		return
	}
	if !c.scan() {
		c.faults, c.charset = c.faults[:0], false
		c.parsed()
	}
	if !c.charset && bytes.IndexFunc(c.content, func(r rune) bool { return r >= 0x80 || r == 0x1b }) >= 0 {
		c.add(fault{what: "does not say that it is UTF-8, so that browsers guess", want: `begin <head> with <meta charset="utf-8">`, traces: []string{"<head"}})
	}
}

// scan verifies a page by its tags, one after another, and reports whether that is the whole truth.
//
// What a tag is depends on where it is: nothing is one in a title or a script, say, but all are
// in a title of SVG. So scan takes only pages in which it makes no difference: the text of such an
// element holds no "<" but that of its end tag, comments hold neither "<" nor ">", in <noscript> no
// value does, and nothing is written in a way for which browsers have rules of repair. All other
// pages have to be parsed. FuzzScan holds scan against the parser.
func (c *checker) scan() (simple bool) {
	b := c.content
	if bytes.IndexByte(b, 0) >= 0 {
		return false
	}
	c.noscript = false
	for i := 0; ; {
		next := bytes.IndexByte(b[i:], '<')
		if next < 0 || i+next+1 >= len(b) {
			return true
		}
		i += next
		switch first := b[i+1]; {
		case letter(first):
			simple, i = c.scanStart(i)
		case first == '/' && i+2 < len(b) && letter(b[i+2]):
			simple, i = c.scanEnd(i)
		case first == '!':
			n := simpleDeclaration(b[i:])
			simple, i = n > 0 && !c.noscript, i+n
		case first == '/' || first == '?':
			return false
		default:
			i++ // a sign in a text
			continue
		}
		if !simple {
			return false
		}
	}
}

// scanStart verifies the start tag at an offset and returns where it ends, with the text of an
// element in which there are no tags.
func (c *checker) scanStart(at int) (simple bool, end int) {
	e := element{at: at, attrs: c.attrs[:0]}
	end, ok := c.readTag(at+1, &e, c.noscript)
	c.attrs = e.attrs
	if !ok || e.name == "plaintext" {
		return false, 0
	}
	switch e.name {
	case "noscript":
		c.noscript = true
	case "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes":
		rest := c.content[end:]
		n := bytes.IndexByte(rest, '<')
		if n < 0 || !endsHere(rest[n:], e.name) {
			return false, 0
		}
		e.text = rest[:n]
		end += n
	}
	c.element(&e)
	return true, end
}

// scanEnd passes over the end tag at an offset.
func (c *checker) scanEnd(at int) (simple bool, end int) {
	e := element{attrs: c.attrs[:0]}
	end, simple = c.readTag(at+2, &e, true)
	c.attrs = e.attrs
	if e.name == "noscript" {
		c.noscript = false
	}
	return simple, end
}

// endsHere reports whether b begins with the end tag of an element.
func endsHere(b []byte, name string) bool {
	n := len("</") + len(name)
	return len(b) > n && b[1] == '/' && string(bytes.ToLower(b[2:n])) == name && (b[n] == '>' || blank(b[n]))
}

// simpleDeclaration returns the length of a doctype or of a comment in which nothing looks like a
// tag, or 0.
func simpleDeclaration(b []byte) int {
	if comment := []byte("<!--"); bytes.HasPrefix(b, comment) {
		n := bytes.IndexAny(b[len(comment):], "<>") + len(comment)
		if n >= len("<!---->")-1 && b[n] == '>' && string(b[n-2:n]) == "--" {
			return n + 1
		}
		return 0
	}
	const doctype = "<!doctype"
	if len(b) < len(doctype) || !bytes.EqualFold(b[:len(doctype)], []byte(doctype)) {
		return 0
	}
	n := bytes.IndexAny(b[1:], `<>"'`) + 1
	if n == 0 || b[n] != '>' {
		return 0
	}
	return n + 1
}

func blank(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f' }

// readTag reads a tag whose name begins at i, and returns where it ends. It takes no tag that is
// written in a way for which browsers have rules of repair; in a strict one no value holds "<".
func (c *checker) readTag(i int, e *element, strict bool) (end int, ok bool) {
	b := c.content
	start := i
	for i < len(b) && !blank(b[i]) && b[i] != '/' && b[i] != '>' {
		if b[i] == '<' {
			return 0, false
		}
		i++
	}
	e.name = c.names.of(b[start:i])
	for i < len(b) {
		switch {
		case b[i] == '>':
			return i + 1, true
		case blank(b[i]) || b[i] == '/':
			i++
			continue
		}
		if i, ok = c.readAttr(i, e, strict); !ok {
			return 0, false
		}
	}
	return 0, false
}

// readAttr reads an attribute that begins at i, and returns where it ends.
func (c *checker) readAttr(i int, e *element, strict bool) (end int, ok bool) {
	b := c.content
	start := i
	for ; i < len(b) && !blank(b[i]) && b[i] != '/' && b[i] != '>' && b[i] != '='; i++ {
		if b[i] == '<' || b[i] == '"' || b[i] == '\'' {
			return 0, false
		}
	}
	a := attr{name: c.names.of(b[start:i]), at: start}
	if a.name == "" { // "=" begins it
		return 0, false
	}
	for i < len(b) && blank(b[i]) {
		i++
	}
	if i < len(b) && b[i] == '=' {
		for i++; i < len(b) && blank(b[i]); i++ {
		}
		if i >= len(b) || b[i] == '>' {
			return 0, false
		}
		if a.value, i, ok = readValue(b, i, strict); !ok {
			return 0, false
		}
		if bytes.IndexByte(a.value, '&') >= 0 {
			// It decodes "&copy=" too, which parsers leave; neither is a host or a scheme.
			a.value = []byte(html.UnescapeString(string(a.value)))
		}
	}
	e.attrs = append(e.attrs, a)
	return i, true
}

func readValue(b []byte, i int, strict bool) (value []byte, end int, ok bool) {
	if quote := b[i]; quote == '"' || quote == '\'' {
		n := bytes.IndexByte(b[i+1:], quote)
		if n < 0 {
			return nil, 0, false
		}
		value, end = b[i+1:i+1+n], i+n+2
		if strict && bytes.IndexByte(value, '<') >= 0 {
			return nil, 0, false
		}
		return value, end, end < len(b) && (blank(b[end]) || b[end] == '/' || b[end] == '>')
	}
	start := i
	for ; i < len(b) && !blank(b[i]) && b[i] != '>'; i++ {
		switch b[i] {
		case '"', '\'', '<', '`':
			return nil, 0, false
		}
	}
	return b[start:i], i, i < len(b)
}

// names are the names of tags and attributes in lower case, each made once.
type names map[string]string

// maxNames bounds what a hostile page can have kept.
const maxNames = 1 << 12

func (n names) of(written []byte) string {
	if name, ok := n[string(written)]; ok {
		return name
	}
	name := string(lowerASCII(written))
	if len(n) < maxNames {
		n[string(written)] = name
	}
	return name
}
