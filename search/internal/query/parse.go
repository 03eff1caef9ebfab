// Package query parses queries and plans how to run them on the index of one language. Plans need
// only terms, prefixes, a list of words and, for phrases, stored text, so that a browser can run
// them as well (client/plan/).
package query

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/text"
)

// Query is what a reader typed, taken apart by Parse.
type Query struct {
	Terms   []Term
	Filters []Filter
	Signs   bool // there is something, but no letter or digit in it
}

// Term is a word or a phrase to look for. A word may turn out to be several terms of the index: a
// word with a hyphen, a run of Chinese.
type Term struct {
	Text   string
	Phrase bool // "in quotes": the words as written, one after the other
	Prefix bool // word*: every word that begins so
	Not    bool // -word, -"a phrase": not in the document
	Or     bool // it or the term before: a OR b, a | b
}

// Filter narrows the documents down by a facet: those with one of the values.
type Filter struct {
	Facet  string
	Values []string
	Not    bool
}

// Lang is the facet of languages, by which every index can be filtered.
const Lang = "lang"

// Parse takes a query apart; facets are those that documents have besides Lang. The language:
//
//	обмен опытом          all words, in any of their forms
//	"обмена опытом"       the words as written, together; also “…”, «…» or 「…」
//	-word -"a phrase"     not in the document
//	регул*                words that begin so, from three letters on
//	связь OR телеком      one of these is enough, of any number of neighbours; a | b is the same
//	topic:ai,5g           a value of a facet; any of several
//	state:"Узбекистан"    a value by its label
//	-kind:note            not with that value
//
// There are no errors: what has no meaning as an operator is text.
func Parse(s string, facets []string) Query {
	s = text.JoinNumbers(text.Normalize(s))
	if utf8.RuneCountInString(s) > constants.Query.Characters {
		s = strings.TrimSpace(string([]rune(s)[:constants.Query.Characters]))
	}
	s = strings.Map(func(r rune) rune {
		switch r {
		case '“', '”', '„', '‟', '＂', '「', '」', '『', '』':
			return '"'
		case '：':
			return ':'
		}
		return r
	}, s)
	if strings.Count(s, `"`)%2 == 1 { // a quote that is never closed quotes nothing
		i := strings.LastIndex(s, `"`)
		s = s[:i] + " " + s[i+1:]
	}

	var q Query
	typed := s != ""
	or := false
	for {
		s = strings.TrimLeft(s, " ")
		if s == "" {
			q.Signs = typed && len(q.Terms)+len(q.Filters) == 0
			return q
		}
		if rest, ok := cutOr(s); ok {
			s, or = rest, true
			continue
		}
		not := s[0] == '-'
		s = strings.TrimLeft(s, "-")
		if rest, ok := strings.CutPrefix(s, `"`); ok {
			quoted, rest, _ := strings.Cut(rest, `"`)
			q.addTerm(Term{Text: strings.TrimSpace(quoted), Phrase: true, Not: not, Or: or})
			s, or = rest, false
			continue
		}
		if quoted, rest, ok := cutGuillemets(s); ok {
			q.addTerm(Term{Text: quoted, Phrase: true, Not: not, Or: or})
			s, or = rest, false
			continue
		}
		if f, rest, ok := cutFilter(s, facets); ok {
			f.Not = not
			q.Filters = append(q.Filters, f)
			s, or = rest, false
			continue
		}
		end := strings.IndexAny(s, ` "`)
		if end < 0 {
			end = len(s)
		}
		word := s[:end]
		bare := strings.TrimRight(word, "*")
		q.addTerm(Term{Text: bare, Prefix: bare != word, Not: not, Or: or})
		s, or = s[end:], false
	}
}

// addTerm leaves out what has no letter and no digit: a dash between words, a lone star. Two terms
// are alternatives only if both are wanted.
func (q *Query) addTerm(t Term) {
	if !strings.ContainsFunc(t.Text, text.IsWordRune) {
		return
	}
	n := len(q.Terms)
	t.Or = t.Or && !t.Not && n > 0 && !q.Terms[n-1].Not
	q.Terms = append(q.Terms, t)
}

// cutOr takes the word OR from the beginning of s, or a bar.
func cutOr(s string) (rest string, ok bool) {
	for _, or := range []string{"OR", "|"} {
		if rest, ok := strings.CutPrefix(s, or); ok && (rest == "" || rest[0] == ' ') {
			return rest, true
		}
	}
	return s, false
}

// cutGuillemets takes several words in guillemets from the beginning of s. One word in them is a
// word: Russian titles quote names so, in any form.
func cutGuillemets(s string) (quoted, rest string, ok bool) {
	for _, pair := range [][2]string{{"«", "»"}, {"‹", "›"}} {
		if inner, ok := strings.CutPrefix(s, pair[0]); ok {
			inner, rest, ok = strings.Cut(inner, pair[1])
			quoted = strings.TrimSpace(inner)
			return quoted, rest, ok && strings.Contains(quoted, " ") && !strings.Contains(quoted, `"`)
		}
	}
	return "", s, false
}

// cutFilter takes a filter from the beginning of s.
func cutFilter(s string, facets []string) (f Filter, rest string, ok bool) {
	name, rest, ok := strings.Cut(s, ":")
	name = strings.ToLower(name)
	if !ok || name != Lang && !slices.Contains(facets, name) {
		return f, s, false
	}
	f.Facet = name
	if quoted, ok := strings.CutPrefix(rest, `"`); ok {
		value, rest, _ := strings.Cut(quoted, `"`)
		f.Values = appendValue(nil, value)
		return f, rest, f.Values != nil
	}
	end := strings.IndexAny(rest, ` "`)
	if end < 0 {
		end = len(rest)
	}
	for _, v := range strings.Split(rest[:end], ",") {
		f.Values = appendValue(f.Values, v)
	}
	return f, rest[end:], f.Values != nil
}

func appendValue(values []string, v string) []string {
	if v = strings.TrimSpace(v); v == "" {
		return values
	}
	return append(values, v)
}

// String writes the query in the language of Parse, in one form: equal queries give equal strings.
func (q Query) String() string {
	var parts []string
	for _, t := range q.Terms {
		s := t.Text
		if t.Phrase {
			s = `"` + s + `"`
		}
		if t.Prefix {
			s += "*"
		}
		if t.Or {
			s = "OR " + s
		}
		parts = append(parts, sign(t.Not)+s)
	}
	for _, f := range q.Filters {
		s := strings.Join(f.Values, ",")
		if len(f.Values) == 1 {
			s = `"` + s + `"`
		}
		parts = append(parts, sign(f.Not)+f.Facet+":"+s)
	}
	return strings.Join(parts, " ")
}

func sign(not bool) string {
	if not {
		return "-"
	}
	return ""
}

// InLetters is the query in the letters of an index.
func (q Query) InLetters(l text.Language) Query {
	q.Terms = slices.Clone(q.Terms)
	for i := range q.Terms {
		q.Terms[i].Text = l.Letters(q.Terms[i].Text)
	}
	return q
}

// WithoutPhrases is the query with the words of some of its phrases in their place: those that are
// wanted, by their number among these.
func (q Query) WithoutPhrases(numbers map[int]bool) Query {
	terms := q.Terms
	q.Terms = nil
	n := 0
	for _, t := range terms {
		if t.Phrase && !t.Not {
			n++
			if numbers[n-1] {
				for _, word := range strings.Fields(t.Text) {
					q.addTerm(Term{Text: strings.Trim(word, "-*|")})
				}
				continue
			}
		}
		q.Terms = append(q.Terms, t)
	}
	return q
}

// Text is all that is looked for, as one line: what a title must be to be exactly the query.
func (q Query) Text() string {
	var words []string
	for _, t := range q.Terms {
		if !t.Not {
			words = append(words, t.Text)
		}
	}
	return strings.Join(words, " ")
}

// FilterGroups returns the values of a facet that a document may have (each group narrows further),
// or with not those that it may not have.
func (q Query) FilterGroups(facet string, not bool) [][]string {
	var groups [][]string
	for _, f := range q.Filters {
		if f.Facet == facet && f.Not == not {
			groups = append(groups, f.Values)
		}
	}
	return groups
}

// GroupAt returns how many terms from i on are alternatives of each other.
func (q Query) GroupAt(i int) int {
	n := 1
	for i+n < len(q.Terms) && q.Terms[i+n].Or {
		n++
	}
	return n
}

// plainAt returns how many terms from i on are adjacent plain words.
func (q Query) plainAt(i int) int {
	n := 0
	for i+n < len(q.Terms) && !q.Terms[i+n].Not && !q.Terms[i+n].Phrase && q.GroupAt(i+n) == 1 {
		n++
	}
	return n
}
