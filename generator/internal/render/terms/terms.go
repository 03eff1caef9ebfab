// Package terms links the terms of a glossary in prose: "электронным правительством" is linked to
// "Электронное правительство". It knows words and HTML, but neither topics nor pages.
//
// It links sparingly: only the first use in a text, the longest term that matches, and nothing
// within headings, links, code or quotations, whose words are somebody else's. All other bytes of
// the text stay the same.
package terms

import (
	"cmp"
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Term of a glossary.
type Term struct {
	ID    string   // of the concept
	URL   string   // where its links lead
	Same  []string // other addresses at which the concept stands; a text that links to one of them needs no other
	Title string   // the definition, seen when the pointer rests on a link
	Names []string // preferred first
}

// Linker finds the terms of one language. It may be used by one goroutine at a time.
type Linker struct {
	fold  func(string) string
	terms []Term
	names names
	at    map[string]int    // address → number of the term
	keys  map[string]string // of the words so far
	cut   []word            // room for the words of a text
}

// names are the words that names go on with after some of their words.
type names struct {
	term int
	ends bool // the words so far are a name of the term
	next map[step]*names
}

// step is a further word of a name, and what precedes it.
type step struct {
	gap gap
	key string
}

// stepTo is the step to the last of some words.
func stepTo(words []word) step {
	last := words[len(words)-1]
	if len(words) == 1 {
		return step{key: last.key}
	}
	return step{last.gap, last.key}
}

// longestName is how many words a name that is linked has at most. Nobody writes longer ones out.
const longestName = 30

// add adds a name. The first term that has it keeps it.
func (n *names) add(words []word, term int) {
	for i := range words {
		s := stepTo(words[:i+1])
		if n.next == nil {
			n.next = map[step]*names{}
		}
		if n.next[s] == nil {
			n.next[s] = &names{}
		}
		n = n.next[s]
	}
	if !n.ends {
		n.term, n.ends = term, true
	}
}

// New makes the linker of a language (its key or tag: "ru", "zh-Hans"). Where two terms share a
// name, the first has it.
func New(lang string, terms []Term) *Linker {
	l := &Linker{fold: folder(lang), terms: terms, at: map[string]int{}, keys: map[string]string{}}
	for i, t := range terms {
		for _, address := range append(slices.Clone(t.Same), t.URL) {
			l.at[address] = i
		}
		for _, n := range t.Names {
			if words := l.words(n); len(words) > 0 && len(words) <= longestName {
				l.names.add(words, i)
			}
		}
	}
	return l
}

// Link links each term where the HTML of a text first uses it, those in seen left out, and notes in
// seen what is linked. What the text links itself is linked.
func (l *Linker) Link(text string, seen map[string]bool) string {
	var out strings.Builder
	all := paragraphs(text)
	for _, p := range all {
		for _, r := range p.runs {
			if i, ok := l.at[r.link]; ok {
				seen[l.terms[i].ID] = true
			}
		}
	}
	for _, p := range all {
		l.paragraph(&out, p, seen)
	}
	return out.String()
}

// match is a use of a term: the bytes of a paragraph's text.
type match struct{ term, start, end int }

// paragraph writes a paragraph with its links.
func (l *Linker) paragraph(out *strings.Builder, p paragraph, seen map[string]bool) {
	matches := l.matches(p)
	at := 0 // in the paragraph's text
	for _, run := range p.runs {
		if !run.text {
			out.WriteString(run.raw)
			continue
		}
		from := 0
		for _, m := range matches {
			t := l.terms[m.term]
			if m.start < at || m.end > at+len(run.raw) || seen[t.ID] {
				continue
			}
			seen[t.ID] = true
			start, end := m.start-at, m.end-at
			out.WriteString(run.raw[from:start])
			out.WriteString(`<a class="term" href="` + html.EscapeString(t.URL) + `"`)
			if t.Title != "" {
				out.WriteString(` title="` + html.EscapeString(t.Title) + `"`)
			}
			out.WriteString(">" + run.raw[start:end] + "</a>")
			from = end
		}
		out.WriteString(run.raw[from:])
		at += len(run.raw)
	}
}

// matches are the uses of terms that may be linked, in the order of the text. Of two that overlap,
// the longer is one.
func (l *Linker) matches(p paragraph) []match {
	text := p.text()
	words, quoted := l.words(text), quotations(text)
	inQuotation := make([]bool, len(text))
	for _, q := range quoted {
		mark(inQuotation, q.start, q.end)
	}
	var all []match
	for i := range words {
		if bound(words, i) || named(text, words, i) {
			continue
		}
		at := &l.names
		for last := i; last < len(words); last++ {
			if at = at.next[stepTo(words[i:last+1])]; at == nil {
				break
			}
			m := match{at.term, words[i].start, words[last].end}
			if at.ends && !bound(words, last+1) && !slices.Contains(inQuotation[m.start:m.end], true) && p.linkable(m.start, m.end) {
				all = append(all, m)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.end-b.start, a.end-a.start), cmp.Compare(a.start, b.start))
	})
	taken := make([]bool, len(text))
	var kept []match
	for _, m := range all {
		if !slices.Contains(taken[m.start:m.end], true) {
			mark(taken, m.start, m.end)
			kept = append(kept, m)
		}
	}
	slices.SortFunc(kept, func(a, b match) int { return cmp.Compare(a.start, b.start) })
	return kept
}

func mark(bytes []bool, from, to int) {
	for i := from; i < to; i++ {
		bytes[i] = true
	}
}

// bound reports whether a hyphen ties a word to the one before it: then they are one word, with a
// sense of its own.
func bound(words []word, i int) bool { return i > 0 && i < len(words) && words[i].gap == hyphen }

// named reports whether a word goes on with a proper name ("High Technology Park"): it and the word
// before have a capital letter.
func named(text string, words []word, i int) bool {
	return i > 0 && words[i].gap == blank && capital(text[words[i-1].start:words[i-1].end]) && capital(text[words[i].start:words[i].end])
}

// capital reports whether a word begins with a capital letter and goes on with small ones.
func capital(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first) && strings.ToLower(s[n:]) == s[n:] && len(s) > n
}
