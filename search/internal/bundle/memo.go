package bundle

import (
	"crypto/sha256"
	"fmt"
	"sync"
)

// Memo knows payloads of an earlier index, so that they need not be compressed again, and notes
// those of a new one. It may be used from several goroutines at once; nil knows none.
type Memo struct {
	mu      sync.Mutex
	earlier map[[sha256.Size]byte]packed
	known   map[string]Content // of earlier payloads, by their keys
	made    map[string]Content
}

// Content says what a payload has.
type Content struct {
	Hash [sha256.Size]byte
	Sum  uint64 // of the compressed bytes
}

// NewMemo returns a memo that knows nothing.
func NewMemo() *Memo {
	return &Memo{earlier: map[[sha256.Size]byte]packed{}, known: map[string]Content{}, made: map[string]Content{}}
}

// Know adds the file of a payload that has this content. It reports whether it can be one.
func (m *Memo) Know(key string, content Content, file []byte) bool {
	from, to := headSize(key)+sealSize, len(file)-2*len(payloadEnd)
	if from >= to {
		return false
	}
	m.earlier[content.Hash] = packed{content.Sum, file[from:to:to]}
	m.known[key] = content
	return true
}

// Made returns the content of a payload that was made, if one of that key was.
func (m *Memo) Made(key string) (Content, bool) {
	c, ok := m.made[key]
	return c, ok
}

// again returns the file of a payload of no build that is the earlier one of its key.
func (m *Memo) again(key string) []byte {
	content := m.known[key]
	m.mu.Lock()
	m.made[key] = content
	m.mu.Unlock()
	return m.earlier[content.Hash].file(key)
}

// file returns the file of a payload of no build.
func (m *Memo) file(key string, data []byte) ([]byte, error) {
	var hash [sha256.Size]byte
	var p packed
	known := false
	if m != nil {
		hash = sha256.Sum256(data)
		p, known = m.earlier[hash]
	}
	if !known {
		var err error
		if p, err = pack(data); err != nil {
			return nil, fmt.Errorf("payload %s: %w", key, err)
		}
	}
	if m != nil {
		m.mu.Lock()
		m.made[key] = Content{hash, p.sum}
		m.mu.Unlock()
	}
	return p.file(key), nil
}
