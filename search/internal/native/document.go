package native

import (
	"cmp"
	"slices"

	"github.com/kengash/kengash/search/internal/text"
)

// Document is a document as an index takes it.
type Document struct {
	ID     string
	Fields []Field
}

// Field is a field of a document, of those that NewMapping names.
type Field struct {
	Name   string
	Values []string
	List   bool         // whether there may be several values
	Tokens []text.Token // of a field that is analysed
}

// Stored is a document as it is stored.
type Stored struct {
	ID     string
	Values []Value // in order of field
}

// Value is a stored value of a field.
type Value struct {
	Field int  // its number
	List  bool // whether it is one of a list of values
	Text  string
}

// Inverted is all that an index knows of the terms of one field, but for the places of words in
// texts.
type Inverted struct {
	Name    string
	Lengths []uint32 // of the field in each document, in tokens; 0 where the document does not have it
	Terms   []Term   // in order
}

// Term is a term with the documents that have it.
type Term struct {
	Term      string
	Number    uint32 // in the lexicon, of a field that is analysed
	Documents []uint32
	Counts    []uint32 // frequency in each of the documents
}

// keywords collects the values of a field each of which is a term.
type keywords []keywordAt

type keywordAt struct {
	value    string
	document uint32
}

// terms returns the values in order, each with its documents.
func (k keywords) terms() []Term {
	slices.SortFunc(k, func(a, b keywordAt) int {
		return cmp.Or(cmp.Compare(a.value, b.value), cmp.Compare(a.document, b.document))
	})
	var out []Term
	for i, v := range k {
		if i == 0 || v.value != k[i-1].value {
			out = append(out, Term{Term: v.value})
		}
		t := &out[len(out)-1]
		if n := len(t.Documents); n > 0 && t.Documents[n-1] == v.document {
			t.Counts[n-1]++
			continue
		}
		t.Documents, t.Counts = append(t.Documents, v.document), append(t.Counts, 1)
	}
	return out
}
