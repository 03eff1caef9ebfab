package load

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"sync"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// Memo remembers the files of a site from one load to the next, so that only those that have
// changed are parsed again. A nil Memo remembers nothing.
type Memo struct {
	mu     sync.Mutex
	texts  map[string]memoText  // by file
	tables map[string]memoTable // by file
}

// memoTable is a file of facts as it was parsed; nothing was found wrong in it.
type memoTable struct {
	of    [sha256.Size]byte // its content
	table map[string]any
	index *diag.Index
}

// memoText is a text as it was parsed, with what was found wrong in it.
type memoText struct {
	of       [sha256.Size]byte // all that it was made of
	prose    model.Prose
	problems diag.List
	unread   []string
}

// NewMemo returns a memo that remembers nothing yet.
func NewMemo() *Memo { return &Memo{texts: map[string]memoText{}, tables: map[string]memoTable{}} }

// table returns the facts of a file with that content, if they are remembered. They must not be
// changed.
func (m *Memo) table(file string, data []byte) (map[string]any, *diag.Index) {
	if m == nil {
		return nil, nil
	}
	of := sha256.Sum256(data)
	m.mu.Lock()
	defer m.mu.Unlock()
	if known, ok := m.tables[file]; ok && known.of == of {
		return known.table, known.index
	}
	return nil, nil
}

// keep remembers the facts of a file.
func (m *Memo) keep(file string, data []byte, table map[string]any, index *diag.Index) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.tables[file] = memoTable{sha256.Sum256(data), table, index}
}

// text returns the text of a file with that content.
func (m *Memo) text(l *loader, f proseFile, raw []byte) model.Prose {
	if m == nil {
		return l.parseText(f, raw)
	}
	lang, _ := l.collection.Config.Language(f.lang)
	var facts []string // which the text cites by their order
	if n, ok := f.of.(*model.Note); ok {
		for _, fact := range n.Facts {
			facts = append(facts, fact.Key)
		}
	}
	of := sha256.Sum256(fmt.Appendf(raw, "\x00%s %s %q %+v", lang.Tag, f.of.Ref(), facts, l.limits))
	m.mu.Lock()
	known, ok := m.texts[f.file]
	m.mu.Unlock()
	if !ok || known.of != of {
		own := loader{src: l.src, limits: l.limits, langs: l.langs, collection: l.collection}
		known = memoText{of: of, prose: own.parseText(f, raw)}
		known.problems, known.unread = own.problems, own.unread
		m.mu.Lock()
		m.texts[f.file] = known
		m.mu.Unlock()
	}
	l.problems.Append(known.problems)
	l.unread = append(l.unread, known.unread...)
	prose := known.prose
	prose.Blocks = slices.Clone(prose.Blocks) // to which Seal adds
	return prose
}
