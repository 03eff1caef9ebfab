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
	made    map[string]Content
}

// Content says what a payload has.
type Content struct {
	Hash [sha256.Size]byte
	Sum  uint64 // of the compressed bytes
}

// NewMemo returns a memo that knows nothing.
func NewMemo() *Memo {
	return &Memo{earlier: map[[sha256.Size]byte]packed{}, made: map[string]Content{}}
}

// Know adds the file of a payload that has this content.
func (m *Memo) Know(key string, content Content, file []byte) {
	from, to := headSize(key)+sealSize, len(file)-2*len(payloadEnd)
	if from < to {
		m.earlier[content.Hash] = packed{content.Sum, file[from:to:to]}
	}
}

// Made returns the content of a payload that was made, if one of that key was.
func (m *Memo) Made(key string) (Content, bool) {
	c, ok := m.made[key]
	return c, ok
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
