package terms

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// paragraph is a run of inline HTML: its text and the tags within, in pieces. Put together they are
// the source, byte by byte.
type paragraph struct{ runs []run }

// run is a piece of a paragraph.
type run struct {
	raw      string // as in the source
	text     bool   // else a tag
	linkable bool   // text in which links may be made
	link     string // of a tag: the address that it leads to
}

// text of the paragraph, as the source has it; tags are ignored.
func (p paragraph) text() string {
	var b strings.Builder
	for _, r := range p.runs {
		if r.text {
			b.WriteString(r.raw)
		}
	}
	return b.String()
}

// linkable reports whether a part of the text is in one run in which links may be made.
func (p paragraph) linkable(start, end int) bool {
	at := 0
	for _, r := range p.runs {
		if !r.text {
			continue
		}
		if start >= at && end <= at+len(r.raw) {
			return r.linkable
		}
		at += len(r.raw)
	}
	return false
}

// inline are the elements that do not end a paragraph.
var inline = []atom.Atom{atom.A, atom.Abbr, atom.B, atom.Cite, atom.Code, atom.Dfn, atom.Em, atom.I, atom.Kbd, atom.Mark, atom.Q,
	atom.S, atom.Samp, atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Var}

// closed are the elements in which nothing is linked: their words are headings, links already,
// code, or somebody else's.
var closed = []atom.Atom{atom.A, atom.Blockquote, atom.Button, atom.Caption, atom.Cite, atom.Code, atom.Dfn, atom.H1, atom.H2, atom.H3,
	atom.H4, atom.H5, atom.H6, atom.Kbd, atom.Pre, atom.Q, atom.Samp, atom.Script, atom.Style, atom.Sup, atom.Th}

// paragraphs cuts HTML into paragraphs.
func paragraphs(source string) []paragraph {
	var out []paragraph
	cur, depth := paragraph{}, 0
	flush := func() {
		if len(cur.runs) > 0 {
			out = append(out, cur)
			cur = paragraph{}
		}
	}
	for z := html.NewTokenizer(strings.NewReader(source)); ; {
		kind := z.Next()
		raw := string(z.Raw())
		if kind == html.ErrorToken {
			cur.runs = append(cur.runs, run{raw: raw}) // what is left of a broken tag
			flush()
			return out
		}
		if kind == html.TextToken {
			cur.runs = append(cur.runs, run{raw: raw, text: true, linkable: depth == 0})
			continue
		}
		t := z.Token()
		if slices.Contains(closed, t.DataAtom) {
			switch kind {
			case html.StartTagToken:
				depth++
			case html.EndTagToken:
				depth = max(0, depth-1)
			}
		}
		within := slices.Contains(inline, t.DataAtom)
		if !within {
			flush()
		}
		cur.runs = append(cur.runs, run{raw: raw, link: address(t)})
		if !within {
			flush()
		}
	}
}

// address that a tag leads to, "" if it is not a link.
func address(t html.Token) string {
	for _, a := range t.Attr {
		if t.DataAtom == atom.A && a.Key == "href" {
			return a.Val
		}
	}
	return ""
}

// span of bytes.
type span struct{ start, end int }

// closers are what ends a quotation, by what begins it.
var closers = map[rune]string{'«': "»", '“': "”", '„': "“”", '「': "」", '『': "』", '《': "》", '〈': "〉", '"': `"`}

// straight is the straight quotation mark as texts in HTML have it.
const straight = "&quot;"

// quotations are the parts of a text between quotation marks. One that is not closed is none.
func quotations(text string) []span {
	text = strings.ReplaceAll(text, straight, `"`+strings.Repeat("\x00", len(straight)-1)) // of the same length
	type open struct {
		closer string
		start  int
	}
	var stack []open
	var out []span
	waiting := map[rune]int{} // of each sign that closes, how many quotations wait for it
	for i, r := range text {
		for n := len(stack) - 1; n >= 0 && waiting[r] > 0; n-- {
			for _, closer := range stack[n].closer {
				waiting[closer]--
			}
			if strings.ContainsRune(stack[n].closer, r) {
				out = append(out, span{stack[n].start, i + utf8.RuneLen(r)})
				stack, r = stack[:n], 0
				break
			}
		}
		if closer := closers[r]; closer != "" {
			stack = append(stack, open{closer, i})
			for _, c := range closer {
				waiting[c]++
			}
		}
	}
	return out
}
