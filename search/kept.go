package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/gob"
	"hash"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/kengash/kengash/search/internal/bundle"
)

// Cache keeps what was made once, under a hash of all that it was made of but the program. A value
// must not be changed.
type Cache interface {
	Get(key [sha256.Size]byte) (value []byte, ok bool)
	Put(key [sha256.Size]byte, value []byte)
}

// kept is the index of a language in a cache.
type kept struct {
	Manifest []byte
	Files    []keptFile // of the folder of the language
}

type keptFile struct {
	Name    string
	Content []byte
}

// restore takes the index of a language from the cache.
func (w *writer) restore(key [sha256.Size]byte, lang string) (*bundle.Manifest, bool) {
	data, ok := w.cache.Get(key)
	if !ok {
		return nil, false
	}
	var k kept
	m := new(bundle.Manifest)
	if gob.NewDecoder(bytes.NewReader(data)).Decode(&k) != nil || m.UnmarshalBinary(k.Manifest) != nil {
		return nil, false
	}
	for _, f := range k.Files {
		if !fs.ValidPath(f.Name) {
			return nil, false
		}
		name := filepath.Join(w.tree, lang, filepath.FromSlash(f.Name))
		if os.MkdirAll(filepath.Dir(name), 0o755) != nil || os.WriteFile(name, f.Content, 0o644) != nil {
			return nil, false // writing it anew will say why
		}
	}
	return m, true
}

// keep puts the index of a language into the cache.
func (w *writer) keep(key [sha256.Size]byte, lang string, m *bundle.Manifest) error {
	var k kept
	var err error
	if k.Manifest, err = m.MarshalBinary(); err != nil {
		return err
	}
	dir := os.DirFS(filepath.Join(w.tree, lang))
	err = fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(dir, name)
		k.Files = append(k.Files, keptFile{name, content})
		return err
	})
	if err != nil {
		return err
	}
	var data bytes.Buffer
	if err := gob.NewEncoder(&data).Encode(k); err != nil {
		return err
	}
	w.cache.Put(key, data.Bytes())
	return nil
}

// keyOf returns the hash of all that the index of a language is made of.
func (w *writer) keyOf(lang string, docs []*Document, facets []string) [sha256.Size]byte {
	h := hasher{Hash: sha256.New()}
	h.texts("index", lang)
	h.number(Version)
	h.texts(facets...)
	h.number(len(docs))
	for _, d := range docs {
		key := groupKey(d.ID, lang)
		h.number(w.groups[key])
		h.texts(d.ID, d.Lang, d.URL, d.Title, d.Body, d.Date, d.Keywords)
		h.texts(d.Breadcrumb...)
		h.texts(d.Aliases...)
		h.number(len(d.Facets))
		for _, name := range sortedKeys(d.Facets) {
			h.texts(name)
			h.texts(d.Facets[name]...)
		}
		h.number(len(d.Places))
		for _, p := range d.Places {
			h.number(p.At)
			h.texts(p.Anchor)
		}
		var others []string
		for _, other := range w.members[key] {
			if other.Lang != d.Lang {
				others = append(others, translation(d, other))
			}
		}
		h.texts(others...)
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// hasher takes values so that different ones never have the same bytes.
type hasher struct {
	hash.Hash
	buffer []byte
}

func (h *hasher) number(n int) {
	h.buffer = binary.AppendUvarint(h.buffer[:0], uint64(n))
	h.Write(h.buffer)
}

// texts takes a list of texts.
func (h *hasher) texts(list ...string) {
	h.number(len(list))
	for _, text := range list {
		h.number(len(text))
		h.buffer = append(h.buffer[:0], text...)
		h.Write(h.buffer)
	}
}
