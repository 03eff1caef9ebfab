package load

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"sync"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// Memo remembers the files of a site from one load to the next, so that only those that have
// changed are parsed again. A nil Memo remembers nothing.
type Memo struct {
	mu      sync.Mutex
	texts   map[string]memoText  // by file
	tables  map[string]memoTable // by file; nil where only texts are remembered
	used    map[string]bool      // files of the present load
	changed [memoParts]bool      // parts that are not as they were taken
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
func NewMemo() *Memo {
	m := NewTextMemo()
	m.tables = map[string]memoTable{}
	return m
}

// NewTextMemo returns a memo of texts only, which can be kept from one run to the next, in parts.
func NewTextMemo() *Memo { return &Memo{texts: map[string]memoText{}, used: map[string]bool{}} }

// table returns the facts of a file with that content, if they are remembered. They must not be
// changed.
func (m *Memo) table(file string, data []byte) (map[string]any, *diag.Index) {
	if m == nil || m.tables == nil {
		return nil, nil
	}
	of := sha256.Sum256(data)
	m.mu.Lock()
	defer m.mu.Unlock()
	if known, ok := m.tables[file]; ok && known.of == of {
		m.used[file] = true
		return known.table, known.index
	}
	return nil, nil
}

// keep remembers the facts of a file.
func (m *Memo) keep(file string, data []byte, table map[string]any, index *diag.Index) {
	if m == nil || m.tables == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.used[file] = true
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
	m.used[f.file] = true
	m.mu.Unlock()
	if !ok || known.of != of {
		own := loader{src: l.src, limits: l.limits, langs: l.langs, collection: l.collection}
		known = memoText{of: of, prose: own.parseText(f, raw)}
		known.problems, known.unread = own.problems, own.unread
		m.mu.Lock()
		m.texts[f.file] = known
		m.changed[partOf(f.file)] = true
		m.mu.Unlock()
	}
	l.problems.Append(known.problems)
	l.unread = append(l.unread, known.unread...)
	prose := known.prose
	prose.Blocks = slices.Clone(prose.Blocks) // to which Seal adds
	return prose
}

// forget ends a load: files that it did not read are gone.
func (m *Memo) forget() {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	for file := range m.texts {
		if !m.used[file] {
			delete(m.texts, file)
			m.changed[partOf(file)] = true
		}
	}
	maps.DeleteFunc(m.tables, func(file string, _ memoTable) bool { return !m.used[file] })
	clear(m.used)
}

// memoParts is in how many parts texts are kept, so that few have to be written after an edit.
const memoParts = 64

// partOf is the part in which the text of a file is kept.
func partOf(file string) int {
	h := fnv.New32a()
	h.Write([]byte(file))
	return int(h.Sum32() % memoParts)
}

// keptText is a text in which nothing was found wrong, as it is kept.
type keptText struct {
	Of    [sha256.Size]byte
	Prose model.Prose
}

// Take takes the parts that Parts has returned in an earlier run of this program.
func (m *Memo) Take(part func(i int) []byte) {
	for i := range memoParts {
		var kept map[string]keptText
		if data := part(i); data == nil || gob.NewDecoder(bytes.NewReader(data)).Decode(&kept) != nil {
			continue
		}
		for file, text := range kept {
			m.texts[file] = memoText{of: text.Of, prose: text.Prose}
		}
	}
}

// Parts calls keep with each part that is not as it was taken.
func (m *Memo) Parts(keep func(i int, part []byte)) {
	var parts [memoParts]map[string]keptText
	for file, text := range m.texts {
		if i := partOf(file); m.changed[i] && text.problems.Len() == 0 && len(text.unread) == 0 {
			if parts[i] == nil {
				parts[i] = map[string]keptText{}
			}
			parts[i][file] = keptText{text.of, text.prose}
		}
	}
	for i, part := range parts {
		var data bytes.Buffer
		if m.changed[i] && gob.NewEncoder(&data).Encode(part) == nil {
			keep(i, data.Bytes())
		}
	}
}
