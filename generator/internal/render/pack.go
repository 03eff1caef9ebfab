package render

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/render/hugo"
)

// A script with the rows of a list calls kengashRegister.rows(name, [row, …]), one with a text
// kengashText(lang, [paragraph, …]). Rows are alike, and take an eighth of the bytes when they are
// deflated, texts a half. A plain Hugo build of the same project leaves them as they are; what
// reads them (kengashUnpacked in js/kengash.js) takes both.

// deflaters are used again: one holds nearly a megabyte.
var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, flate.DefaultCompression)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

// packArray replaces the array in a script by its deflated JSON (RFC 1951) in base64.
func packArray(script []byte) ([]byte, error) {
	from, to := bytes.Index(script, []byte(", [")), bytes.LastIndexByte(script, ']')
	if from < 0 || to < from {
		return nil, errors.New("no array to deflate (want rows.script.js to call kengashRegister.rows, text.script.js to call kengashText)")
	}
	var packed bytes.Buffer
	packed.Grow(len(script) / 2)
	packed.Write(script[:from+2])
	packed.WriteByte('"')
	encoder := base64.NewEncoder(base64.StdEncoding, &packed)
	deflate := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(deflate)
	deflate.Reset(encoder)
	if _, err := deflate.Write(script[from+2 : to+1]); err != nil {
		return nil, err
	}
	if err := deflate.Close(); err != nil {
		return nil, err
	}
	if err := encoder.Close(); err != nil {
		return nil, err
	}
	packed.WriteByte('"')
	packed.Write(script[to+1:])
	return packed.Bytes(), nil
}

// finished is a file as it is published: a script with rows or a text is packed, links within a
// language are short, and lines joined. A plain Hugo build of the same project has none of it.
func finished(p hugo.Page, content []byte, problems []diag.Problem) ([]byte, []diag.Problem) {
	switch {
	case len(problems) > 0:
		return content, problems
	case p.Layout == rowsLayout || p.Layout == textLayout:
		content, err := packArray(content)
		if err != nil {
			problems = []diag.Problem{{Code: diag.Rendering, Msg: fmt.Sprintf("%s: %v", p.File(), err)}}
		}
		return content, problems
	case strings.HasSuffix(p.URL, ".html"):
		return withoutBreaks(shortLinks(p.URL, content)), nil
	}
	return content, nil
}

// shortLinks makes links within a language begin in its folder and not at the root:
// "../../en/topics/a.html" is "../topics/a.html" on the page /en/notes/b.html. The result takes the
// place of the content.
func shortLinks(url string, content []byte) []byte {
	lang, _, below := strings.Cut(strings.TrimPrefix(url, "/"), "/")
	if !below {
		return content
	}
	up := strings.Repeat("../", strings.Count(url, "/")-2)
	long := []byte(up + "../" + lang + "/")
	out := content[:0]
	for {
		at := bytes.Index(content, long)
		if at < 0 {
			return append(out, content...)
		}
		before, after := content[:at], content[at+len(long):]
		link := long
		if isHref(before) && len(after) > 0 && isName(after[0]) {
			link = []byte(up)
		}
		out = append(append(out, before...), link...)
		content = after
	}
}

// isHref reports whether HTML ends where the value of a href begins, within a tag.
func isHref(code []byte) bool {
	code = bytes.TrimSuffix(code, []byte(`"`))
	return bytes.HasSuffix(code, []byte(" href=")) && bytes.LastIndexByte(code, '<') > bytes.LastIndexByte(code, '>')
}

// isName reports whether the name of a file or a folder of a page may begin with a byte.
func isName(b byte) bool { return 'a' <= b && b <= 'z' || '0' <= b && b <= '9' }

// onLines are the beginnings of tags before which a line break means nothing, however a style sheet
// shows what is around them.
var onLines = func() (tags [][]byte) {
	for _, name := range []string{"link", "meta", "title", "script", "main", "article", "section", "header", "footer", "nav", "aside", "details", "h1", "h2", "dl", "tr"} {
		tags = append(tags, []byte("<"+name), []byte("</"+name))
	}
	return tags
}()

// withoutBreaks leaves line breaks out of a page where they mean nothing, which is a quarter of
// them. The result takes the place of the content.
func withoutBreaks(content []byte) []byte {
	out := content[:0]
	for {
		at := bytes.Index(content, []byte("\n<"))
		if at < 0 {
			return append(out, content...)
		}
		out = append(out, content[:at]...)
		content = content[at+1:]
		if !slices.ContainsFunc(onLines, func(tag []byte) bool {
			rest, ok := bytes.CutPrefix(content, tag)
			return ok && len(rest) > 0 && !isName(rest[0])
		}) {
			out = append(out, '\n')
		}
	}
}
