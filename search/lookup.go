package search

import (
	"errors"

	index "github.com/blevesearch/bleve_index_api"
)

// lookup asks the dictionaries of one index. It keeps the first error, so that the plan reads
// without error handling; the search checks it at the end.
type lookup struct {
	part     *part
	contains map[string]index.FieldDictContains
	err      error
}

func newLookup(p *part) *lookup {
	return &lookup{part: p, contains: map[string]index.FieldDictContains{}}
}

func (l *lookup) has(term string) bool {
	return l.hasIn(fieldTitle, term) || l.hasIn(fieldBody, term)
}

// hasIn tells whether a field has a term.
func (l *lookup) hasIn(field, term string) bool {
	c := l.contains[field]
	if c == nil {
		reader, ok := l.part.reader.(index.IndexReaderContains)
		if !ok {
			l.err = errors.Join(l.err, errors.New("the index cannot look up terms"))
			return false
		}
		var err error
		if c, err = reader.FieldDictContains(field); err != nil {
			l.err = errors.Join(l.err, err)
			return false
		}
		l.contains[field] = c
	}
	ok, err := c.Contains([]byte(term))
	l.err = errors.Join(l.err, err)
	return ok
}

func (l *lookup) hasPrefix(prefix string) bool {
	found := false
	for _, field := range []string{fieldTitle, fieldBody} {
		l.err = errors.Join(l.err, l.part.eachTerm(field, prefix, func(string) bool {
			found = true
			return false
		}))
	}
	return found
}
