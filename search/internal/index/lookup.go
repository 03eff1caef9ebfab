package index

import (
	"errors"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"github.com/kengash/kengash/search/internal/native"
)

// Lookup looks terms up in the dictionaries of an index. It keeps the first error, so that planning
// needs no error handling; its caller checks Err at the end.
type Lookup struct {
	Err      error
	index    *Index
	contains map[string]bleveindex.FieldDictContains
}

// NewLookup returns a look-up for one plan.
func (x *Index) NewLookup() *Lookup {
	return &Lookup{index: x, contains: map[string]bleveindex.FieldDictContains{}}
}

// Has reports whether title or body have a term.
func (l *Lookup) Has(term string) bool {
	return l.HasIn(native.Title, term) || l.HasIn(native.Body, term)
}

// HasIn reports whether a field has a term.
func (l *Lookup) HasIn(field, term string) bool {
	c := l.contains[field]
	if c == nil {
		reader, ok := l.index.reader.(bleveindex.IndexReaderContains)
		if !ok {
			l.Err = errors.Join(l.Err, errors.New("the index cannot look up terms"))
			return false
		}
		var err error
		if c, err = reader.FieldDictContains(field); err != nil {
			l.Err = errors.Join(l.Err, err)
			return false
		}
		l.contains[field] = c
	}
	ok, err := c.Contains([]byte(term))
	l.Err = errors.Join(l.Err, err)
	return ok
}

// HasPrefix reports whether title or body have a term that begins so.
func (l *Lookup) HasPrefix(prefix string) bool {
	found := false
	for _, field := range []string{native.Title, native.Body} {
		l.Err = errors.Join(l.Err, l.index.EachTerm(field, prefix, func(string) bool {
			found = true
			return false
		}))
	}
	return found
}
