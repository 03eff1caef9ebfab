package search

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"

	"github.com/kengash/kengash/search/internal/index"
	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/text"
)

// generateCases makes queries of all kinds from the documents of an index.
func generateCases(t *testing.T, ix *Index, r *rand.Rand, perKind int) []inquiryCase {
	t.Helper()
	names := ix.glossary.Names()
	var out []inquiryCase
	for _, x := range ix.parts {
		hits := allHits(t, x)
		for _, kind := range slices.Sorted(maps.Keys(caseKinds)) {
			for i := range perKind {
				hit := hits[r.IntN(len(hits))]
				s := source{r: r, names: names, title: stored(hit, native.Name), kind: kindOf(t, x, hit.ID), date: stored(hit, native.Date)}
				s.words = strings.Fields(text.Fold(s.title + " " + stored(hit, native.Body)))
				c := inquiryCase{Query: caseKinds[kind](&s), Lang: x.Lang, Typing: i%3 == 1}
				if i%10 == 0 {
					c.Lang = "" // all languages
				}
				if i%10 == 5 {
					c.Sort = SortDate
				}
				if i%10 == 3 {
					c.Filters = map[string][]string{"kind": {s.kind, "Тема"}, "length": {"1", "2", "3"}}
				}
				out = append(out, c)
			}
		}
	}
	return out
}

// allHits are all documents of a language, with what they are made from.
func allHits(t *testing.T, x *index.Index) search.DocumentMatchCollection {
	t.Helper()
	request := bleve.NewSearchRequestOptions(bleve.NewMatchAllQuery(), x.Documents, 0, false)
	request.Fields = []string{native.Name, native.Body, native.Date}
	request.SortBy([]string{"_id"})
	result, err := x.Bleve.Search(request)
	if err != nil {
		t.Fatal(err)
	}
	return result.Hits
}

// kindOf is what a document has of the facet kind.
func kindOf(t *testing.T, x *index.Index, id string) (kind string) {
	t.Helper()
	field := native.Facet("kind")
	err := x.VisitStored(id, []string{field}, func(name, value string) {
		if name == field {
			kind = value
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return kind
}

func stored(hit *search.DocumentMatch, field string) string {
	s, _ := hit.Fields[field].(string)
	return s
}

// source is a document that queries are made from.
type source struct {
	r                 *rand.Rand
	title, kind, date string
	words             []string
	names             []string // of concepts in the glossary
}

// word is any word of the document; of a Chinese one any two to four characters.
func (s *source) word() string {
	w := []rune(s.words[s.r.IntN(len(s.words))])
	if !text.IsHan(w[0]) {
		return string(w)
	}
	at := s.r.IntN(len(w))
	return string(w[at:min(len(w), at+2+s.r.IntN(3))])
}

// run is some words that follow one another.
func (s *source) run(n int) string {
	at := s.r.IntN(max(1, len(s.words)-n))
	return strings.Join(s.words[at:min(at+n, len(s.words))], " ")
}

// cut is the beginning of a word.
func (s *source) cut() string {
	w := []rune(s.word())
	return string(w[:max(1, len(w)*2/3)])
}

// concept is a name of the glossary, or a word if that has none.
func (s *source) concept() string {
	if len(s.names) == 0 {
		return s.word()
	}
	return s.names[s.r.IntN(len(s.names))]
}

// slip is a word with a typo.
func (s *source) slip() string {
	w := []rune(s.word())
	at := s.r.IntN(len(w))
	switch other := []rune(s.word())[0]; s.r.IntN(4) {
	case 0:
		w[at] = other
	case 1:
		w = slices.Insert(w, at, other)
	case 2:
		w = slices.Delete(w, at, at+1)
	default:
		w[at], w[len(w)-1-at] = w[len(w)-1-at], w[at]
	}
	return string(w)
}

var caseKinds = map[string]func(*source) string{
	"term":        func(s *source) string { return s.word() },
	"terms":       func(s *source) string { return s.word() + " " + s.word() },
	"many terms":  func(s *source) string { return s.run(4 + s.r.IntN(6)) },
	"title":       func(s *source) string { return s.title },
	"phrase":      func(s *source) string { return `"` + s.run(2+s.r.IntN(2)) + `"` },
	"word phrase": func(s *source) string { return s.word() + ` "` + s.word() + `"` },
	"prefix":      func(s *source) string { return s.cut() + "*" },
	"and prefix":  func(s *source) string { return s.word() + " " + s.cut() + "*" },
	"exclusion":   func(s *source) string { return s.word() + " -" + s.word() },
	"no phrase":   func(s *source) string { return s.word() + ` -"` + s.run(2) + `"` },
	"filter":      func(s *source) string { return s.word() + " kind:" + s.kind },
	"filters": func(s *source) string {
		return s.word() + " " + s.word() + " -kind:" + s.kind + " year:" + s.date[:min(4, len(s.date))]
	},
	"own filter":  func(s *source) string { return s.word() + " Length:3,4 -слово:" + s.word() },
	"only filter": func(s *source) string { return "kind:" + s.kind },
	"absent":      func(s *source) string { return "qxzqxz" },
	"and absent":  func(s *source) string { return s.word() + " qxzqxz " + s.word() },
	"concept":     func(s *source) string { return s.concept() },
	"and concept": func(s *source) string { return s.word() + " " + s.concept() + s.word() },
	"either":      func(s *source) string { return s.word() + " OR " + s.word() + " " + s.word() },
	"any phrase":  func(s *source) string { return s.word() + ` | "` + s.run(2) + `"` },
	"typo":        func(s *source) string { return s.slip() },
	"and typo":    func(s *source) string { return s.slip() + " " + s.word() },
	"mixed":       func(s *source) string { return s.word() + ` "` + s.run(2) + `" -` + s.word() + " " + s.cut() + "*" },
}
