package query

import (
	"maps"
	"slices"
	"strings"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/text"
)

// Concept is one idea under its names: language, names, the first of them preferred, such as
// {"ru": {"электронное правительство"}, "en": {"e-government", "electronic government"}}. Synonyms
// and abbreviations are names like others.
type Concept map[string][]string

// Glossary finds names of concepts in queries.
type Glossary struct {
	concepts []Concept
	byName   map[string][]int // folded name: numbers of the concepts that have it
}

// NewGlossary makes the glossary of some concepts.
func NewGlossary(concepts []Concept) *Glossary {
	g := &Glossary{concepts, map[string][]int{}}
	for i, c := range concepts {
		for _, names := range c {
			for _, name := range names {
				if key := text.Fold(name); key != "" && !slices.Contains(g.byName[key], i) {
					g.byName[key] = append(g.byName[key], i)
				}
			}
		}
	}
	return g
}

// Names returns all names, folded, in order.
func (g *Glossary) Names() []string { return slices.Sorted(maps.Keys(g.byName)) }

// match returns the concepts of a name, nil if there are none.
func (g *Glossary) match(typed string) *conceptMatch {
	numbers := g.byName[text.Fold(typed)]
	if numbers == nil {
		return nil
	}
	m := &conceptMatch{typed: typed}
	for _, i := range numbers {
		m.concepts = append(m.concepts, g.concepts[i])
	}
	return m
}

// conceptMatch is a name of one or several concepts in a query.
type conceptMatch struct {
	typed    string
	concepts []Concept
}

// names returns the other names in a language, without repeats.
func (c *conceptMatch) names(lang string) []string {
	seen := map[string]bool{text.Fold(c.typed): true}
	var out []string
	for _, concept := range c.concepts {
		for _, name := range concept[lang] {
			if key := text.Fold(name); key != "" && !seen[key] {
				seen[key] = true
				out = append(out, name)
			}
		}
	}
	return out
}

// at finds the longest name that the first of the terms make up, and how many they are.
func (g *Glossary) at(terms []Term) (int, *conceptMatch) {
	if len(g.byName) == 0 {
		return 0, nil
	}
	var texts []string
	for _, t := range terms[:min(len(terms), constants.Query.NameTerms)] {
		if t.Prefix {
			break
		}
		texts = append(texts, t.Text)
	}
	for n := len(texts); n > 0; n-- {
		if c := g.match(strings.Join(texts[:n], " ")); c != nil {
			return n, c
		}
	}
	return 0, nil
}

// inside finds a name in a run of Han characters, which has no blanks between words: the first, and
// of several there the longest. It returns what is before and after it too.
func (g *Glossary) inside(t Term) (before string, c *conceptMatch, after string) {
	if len(g.byName) == 0 || t.Prefix || !text.HasHan(t.Text) {
		return "", nil, ""
	}
	runes := []rune(text.Fold(t.Text))
	for i := range runes {
		for j := len(runes); j > i+1; j-- {
			if name := string(runes[i:j]); text.HasHan(name) {
				if c := g.match(name); c != nil {
					return strings.TrimSpace(string(runes[:i])), c, strings.TrimSpace(string(runes[j:]))
				}
			}
		}
	}
	return "", nil, ""
}
