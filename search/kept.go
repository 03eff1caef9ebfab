package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/gob"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/kengash/kengash/search/internal/bundle"
)

// Cache keeps what was made once, under a hash of all that it was made of but the program. A value
// must not be changed.
type Cache interface {
	Get(key [sha256.Size]byte) (value []byte, ok bool)
	Put(key [sha256.Size]byte, value []byte)
}

// kept is the head of the index of a language in a cache. The contents of its files follow.
type kept struct {
	Manifest []byte
	Native   map[string][sha256.Size]byte
	Files    []keptFile
}

// keptFile is a file by its path in the folder of all builds.
type keptFile struct {
	Name    string
	Size    int
	Content bundle.Content // of a payload
}

// open reads what is kept under a key, with the contents of each file.
func (k *kept) open(c Cache, key [sha256.Size]byte) (contents [][]byte, ok bool) {
	data, ok := c.Get(key)
	if !ok {
		return nil, false
	}
	rest := bytes.NewReader(data) // of which the decoder reads no byte too much
	if gob.NewDecoder(rest).Decode(k) != nil {
		return nil, false
	}
	data = data[len(data)-rest.Len():]
	for _, f := range k.Files {
		if !fs.ValidPath(f.Name) || f.Size < 0 || f.Size > len(data) {
			return nil, false
		}
		contents = append(contents, data[:f.Size])
		data = data[f.Size:]
	}
	return contents, true
}

// lastKey is the key of the key of the index that was kept last of a language.
func lastKey(lang string) [sha256.Size]byte {
	return sha256.Sum256(fmt.Appendf(nil, "last index %q", lang))
}

// earlier knows the payloads of the index that was kept last of a language.
func (w *writer) earlier(lang string) *bundle.Memo {
	memo := bundle.NewMemo()
	key, ok := w.cache.Get(lastKey(lang))
	if !ok || len(key) != sha256.Size {
		return memo
	}
	var k kept
	contents, _ := k.open(w.cache, [sha256.Size]byte(key))
	for i, content := range contents {
		if f := k.Files[i]; f.Content != (bundle.Content{}) {
			memo.Know(payloadKey(f.Name), f.Content, content)
		}
	}
	return memo
}

// payloadKey returns the key of the payload in a file of a part.
func payloadKey(name string) string {
	_, key, _ := strings.Cut(strings.TrimSuffix(name, bundle.Extension), "/")
	return key
}

// restore takes the index of a language from the cache.
func (w *writer) restore(key [sha256.Size]byte) (*part, bool) {
	var k kept
	contents, ok := k.open(w.cache, key)
	p := &part{manifest: new(bundle.Manifest), native: k.Native, files: len(k.Files)}
	if !ok || p.manifest.UnmarshalBinary(k.Manifest) != nil {
		return nil, false
	}
	for i, content := range contents {
		if w.again(k.Files[i].Name, content) != nil {
			return nil, false // writing it anew will say why
		}
		p.bytes += int64(len(content))
	}
	return p, true
}

// again puts a file that was kept in its place, unless it is there.
func (w *writer) again(name string, content []byte) error {
	if w.write != nil {
		return w.write(name, content)
	}
	path := filepath.Join(w.dir, filepath.FromSlash(name))
	if have, err := os.ReadFile(path); err == nil && bytes.Equal(have, content) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	_ = os.Remove(path) // one that is damaged
	if err := os.WriteFile(path, content, 0o644); err != nil {
		return err
	}
	return os.Chmod(path, 0o644) // whatever the umask
}

// keep puts the index of a language into the cache. Of what it has in memory there is one copy.
func (w *writer) keep(key [sha256.Size]byte, p *part, memo *bundle.Memo) error {
	k := kept{Native: p.native}
	var err error
	if k.Manifest, err = p.manifest.MarshalBinary(); err != nil {
		return err
	}
	size := 0
	err = fs.WalkDir(os.DirFS(w.dir), p.manifest.Part, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			content, _ := memo.Made(payloadKey(name))
			k.Files = append(k.Files, keptFile{name, int(info.Size()), content})
			size += int(info.Size())
		}
		return err
	})
	if err != nil {
		return err
	}
	var head bytes.Buffer
	if err := gob.NewEncoder(&head).Encode(k); err != nil {
		return err
	}
	data := append(make([]byte, 0, head.Len()+size), head.Bytes()...)
	for _, f := range k.Files {
		at := len(data)
		data = data[:at+f.Size]
		if err := readFull(filepath.Join(w.dir, filepath.FromSlash(f.Name)), data[at:]); err != nil {
			return err
		}
	}
	w.cache.Put(key, data)
	w.cache.Put(lastKey(p.manifest.Lang), key[:])
	return nil
}

// readFull reads a file of a known size.
func readFull(name string, into []byte) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.ReadFull(file, into)
	return err
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
		h.texts(d.ID, d.Lang, d.URL, d.Title, d.Body, d.Hidden, d.Date, d.Keywords)
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
