// Package terms links the terms of a glossary where prose uses them: "электронным правительством"
// leads to "Электронное правительство". It knows words and HTML, and nothing of topics or pages.
//
// A quiet hand is the rule: the first use in a text, the longest term that fits, and nothing within
// headings, links, code or quotations, whose words are somebody else's. All other bytes of the text
// stay as they were.
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

// Linker finds the terms of one language.
type Linker struct {
	fold  func(string) string
	terms []Term
	names map[string][]name // by the key of the first word; the longest first
	at    map[string]int    // address → number of the term
}

// name of a term, cut into words.
type name struct {
	term  int
	words []word
}

// New makes the linker of a language (its key or tag: "ru", "zh-Hans"). Where two terms share a
// name, the first has it.
func New(lang string, terms []Term) *Linker {
	l := &Linker{fold: folder(lang), terms: terms, names: map[string][]name{}, at: map[string]int{}}
	taken := map[string]bool{}
	for i, t := range terms {
		for _, address := range append(slices.Clone(t.Same), t.URL) {
			l.at[address] = i
		}
		for _, n := range t.Names {
			words := l.words(n)
			if key := spelling(words); len(words) > 0 && !taken[key] {
				taken[key] = true
				l.names[words[0].key] = append(l.names[words[0].key], name{i, words})
			}
		}
	}
	for _, list := range l.names {
		slices.SortStableFunc(list, func(a, b name) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
	return l
}

// spelling is a name as its words are compared, so that forms of one name are one.
func spelling(words []word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteRune(rune(w.gap))
		}
		b.WriteString(w.key)
	}
	return b.String()
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
	var all []match
	for i := range words {
		for _, n := range l.names[words[i].key] {
			last := i + len(n.words) - 1
			if !fits(words[i:], n.words) || bound(words, i) || bound(words, last+1) || named(text, words, i) {
				continue
			}
			m := match{n.term, words[i].start, words[last].end}
			inQuotation := slices.ContainsFunc(quoted, func(q span) bool { return m.start < q.end && q.start < m.end })
			if !inQuotation && p.linkable(m.start, m.end) {
				all = append(all, m)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.end-b.start, a.end-a.start), cmp.Compare(a.start, b.start))
	})
	var kept []match
	for _, m := range all {
		if !slices.ContainsFunc(kept, func(k match) bool { return m.start < k.end && k.start < m.end }) {
			kept = append(kept, m)
		}
	}
	slices.SortFunc(kept, func(a, b match) int { return cmp.Compare(a.start, b.start) })
	return kept
}

// fits reports whether a text goes on with the words of a name.
func fits(text, name []word) bool {
	if len(text) < len(name) {
		return false
	}
	for i, w := range name {
		if text[i].key != w.key || i > 0 && text[i].gap != w.gap {
			return false
		}
	}
	return true
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
