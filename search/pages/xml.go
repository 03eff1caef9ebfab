package pages

import (
	"bytes"
	"path"
	"regexp"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// isXML reports whether browsers or their author take a page for XML, where <title/> is an empty
// element and not the beginning of one.
func isXML(name string, content []byte) bool {
	return path.Ext(name) == ".xhtml" || bytes.HasPrefix(bytes.TrimLeft(content, " \t\r\n"), []byte("<?xml"))
}

// voidElements never have content in HTML, so their "/>" says nothing new.
var voidElements = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true,
	"input": true, "link": true, "meta": true, "param": true, "source": true, "track": true, "wbr": true,
}

// closeEmpty rewrites a page of XML so that the parser of HTML finds the same elements in it: empty
// ones get an end tag, and CDATA becomes text.
func closeEmpty(content []byte) []byte {
	z := html.NewTokenizer(bytes.NewReader(content))
	z.AllowCDATA(true)
	out := make([]byte, 0, len(content)+len(content)/16)
	for {
		kind := z.Next()
		raw := z.Raw()
		switch kind {
		case html.ErrorToken:
			return append(out, raw...)
		case html.SelfClosingTagToken:
			z.NextIsNotRawText()
			tag := bytes.Clone(raw) // reading the name changes the case of raw
			name, _ := z.TagName()
			if voidElements[string(name)] {
				out = append(out, tag...)
				continue
			}
			out = append(append(append(append(out, tag[:len(tag)-2]...), "></"...), name...), '>')
		case html.TextToken:
			if text, ok := bytes.CutPrefix(raw, []byte("<![CDATA[")); ok {
				out = append(out, html.EscapeString(string(bytes.TrimSuffix(text, []byte("]]>"))))...)
				continue
			}
			out = append(out, raw...)
		default:
			out = append(out, raw...)
		}
	}
}

var xmlEncoding = regexp.MustCompile(`^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']`)

// declaredByXML returns a page in UTF-8 if its XML declaration names another encoding.
func declaredByXML(content []byte) ([]byte, bool) {
	m := xmlEncoding.FindSubmatch(content[:min(len(content), 256)])
	if m == nil {
		return nil, false
	}
	enc, name := charset.Lookup(string(m[1]))
	if enc == nil || name == "utf-8" {
		return nil, false
	}
	out, err := enc.NewDecoder().Bytes(content)
	return out, err == nil
}
