package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/gob"
	"fmt"
	"hash"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/kengash/kengash/search/internal/bundle"
)

// Cache keeps what was made once, under a hash of all that it was made of but the program. A value
// must not be changed.
type Cache interface {
	Get(key [sha256.Size]byte) (value []byte, ok bool)
	// Put keeps a value, which it gets in pieces, one after another.
	Put(key [sha256.Size]byte, value ...[]byte)
	// Use has a value that was not asked for count as one that was.
	Use(keys ...[sha256.Size]byte)
}

// kept is what a cache has of the index of a language, besides the contents of its files.
type kept struct {
	Manifest  []byte
	Files     []keptFile
	Texts     []byte // hash of the texts of all documents
	Compounds []compoundAt
}

// compoundAt is a compound that a document has beside another one.
type compoundAt struct {
	Document int
	Compound string
}

// keptFile is a file by its path in the folder of all builds.
type keptFile struct {
	Name    string
	Size    int
	Sum     [sha256.Size]byte
	Content bundle.Content // of a payload
}

// keptUnder returns what is kept under a key.
func (w *writer) keptUnder(key [sha256.Size]byte) (k kept, ok bool) {
	data, ok := w.cache.Get(key)
	ok = ok && gob.NewDecoder(bytes.NewReader(data)).Decode(&k) == nil
	return k, ok && !slices.ContainsFunc(k.Files, func(f keptFile) bool { return !fs.ValidPath(f.Name) || f.Size < 0 })
}

// contentsKey is the key of the contents of all files, one after another.
func contentsKey(key [sha256.Size]byte) [sha256.Size]byte {
	return sha256.Sum256(append(key[:], "contents"...))
}

// contents returns the contents of each file of an index that is kept under a key.
func (w *writer) contents(key [sha256.Size]byte, k kept) (contents [][]byte, ok bool) {
	data, ok := w.cache.Get(contentsKey(key))
	for _, f := range k.Files {
		if f.Size > len(data) {
			return nil, false
		}
		contents = append(contents, data[:f.Size])
		data = data[f.Size:]
	}
	return contents, ok
}

// lastKey is the key of the key of the index that was kept last of a language.
func lastKey(lang string) [sha256.Size]byte {
	return sha256.Sum256(fmt.Appendf(nil, "last index %q", lang))
}

// memoKey is the key of what the lexicon of a language read last.
func memoKey(lang string) [sha256.Size]byte {
	return sha256.Sum256(fmt.Appendf(nil, "last lexicon %q", lang))
}

// before is what is known of the index that was kept last of a language, when another is made.
type before struct {
	payloads *bundle.Memo      // nil for none
	texts    [sha256.Size]byte // the hash of the texts of all documents of that other
	// Of an index whose documents have the same texts: its manifest, nil for none, and what they
	// have of each other's compounds.
	manifest  *bundle.Manifest
	compounds []compoundAt
}

// earlier returns what is known of the index that was kept last of a language. Texts are the hashes
// of the texts of documents.
func (w *writer) earlier(lang string, texts [][sha256.Size]byte) before {
	b := before{payloads: bundle.NewMemo(), texts: allTexts(texts)}
	key, ok := w.cache.Get(lastKey(lang))
	if !ok || len(key) != sha256.Size {
		return b
	}
	k, ok := w.keptUnder([sha256.Size]byte(key))
	if !ok {
		return b
	}
	contents, ok := w.contents([sha256.Size]byte(key), k)
	if !ok {
		return b
	}
	whole := true
	for i, content := range contents {
		if f := k.Files[i]; f.Content != (bundle.Content{}) {
			whole = b.payloads.Know(payloadKey(f.Name), f.Content, content) && whole
		}
	}
	if m := new(bundle.Manifest); whole && bytes.Equal(k.Texts, b.texts[:]) && m.UnmarshalBinary(k.Manifest) == nil {
		b.manifest, b.compounds = m, k.Compounds
	}
	return b
}

// allTexts is the hash of the texts of all documents, given that of each.
func allTexts(texts [][sha256.Size]byte) [sha256.Size]byte {
	h := sha256.New()
	for _, sum := range texts {
		h.Write(sum[:])
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// payloadKey returns the key of the payload in a file of a part.
func payloadKey(name string) string {
	_, key, _ := strings.Cut(strings.TrimSuffix(name, bundle.Extension), "/")
	return key
}

// restore takes the index of a language from the cache.
func (w *writer) restore(key [sha256.Size]byte) (*part, bool) {
	k, ok := w.keptUnder(key)
	p := newPart(new(bundle.Manifest))
	if !ok || p.manifest.UnmarshalBinary(k.Manifest) != nil {
		return nil, false
	}
	w.cache.Use(contentsKey(key), lastKey(p.manifest.Lang), memoKey(p.manifest.Lang))
	var contents [][]byte
	for i, f := range k.Files {
		p.files++
		p.bytes += int64(f.Size)
		p.sums[f.Name] = f.Sum
		if isNative(f.Name) {
			p.native[f.Name] = f.Sum
		}
		if w.keepFile != nil && w.keepFile(f.Name, f.Sum) {
			continue
		}
		if contents == nil {
			if contents, ok = w.contents(key, k); !ok {
				return nil, false
			}
		}
		if w.again(f.Name, contents[i]) != nil {
			return nil, false // writing it anew will say why
		}
	}
	return p, true
}

// again puts a file that was kept in its place, unless it is there.
func (w *writer) again(name string, content []byte) error {
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

// keep puts the index of a language, with the contents of its files, into the cache.
func (w *writer) keep(key [sha256.Size]byte, p *part, b before, all contents) error {
	k := kept{Texts: b.texts[:], Compounds: b.compounds}
	var err error
	if k.Manifest, err = p.manifest.MarshalBinary(); err != nil {
		return err
	}
	rest := all.data
	for _, f := range all.files {
		name := p.manifest.Part + "/" + f.name
		content, _ := b.payloads.Made(payloadKey(name))
		sum := sha256.Sum256(rest[:f.size])
		k.Files = append(k.Files, keptFile{Name: name, Size: f.size, Sum: sum, Content: content})
		p.sums[name] = sum
		rest = rest[f.size:]
	}
	var head bytes.Buffer
	if err := gob.NewEncoder(&head).Encode(k); err != nil {
		return err
	}
	w.cache.Put(contentsKey(key), all.data)
	w.cache.Put(key, head.Bytes())
	w.cache.Put(lastKey(p.manifest.Lang), key[:])
	return nil
}

// keyOf returns the hash of all that the index of a language is made of, and that of the texts of
// each document.
func (w *writer) keyOf(lang string, docs []*Document, facets []string) (key [sha256.Size]byte, texts [][sha256.Size]byte) {
	h, of := hasher{Hash: sha256.New()}, hasher{Hash: sha256.New()}
	h.texts("index", lang)
	h.number(Version)
	h.texts(facets...)
	h.number(len(docs))
	texts = make([][sha256.Size]byte, len(docs))
	for i, d := range docs {
		of.Reset()
		of.texts(d.Title, d.Keywords, d.Body, d.Hidden)
		of.texts(d.Aliases...)
		of.number(len(d.Places))
		for _, p := range d.Places {
			of.number(p.At)
			of.texts(p.Anchor)
		}
		of.Sum(texts[i][:0])
		h.Write(texts[i][:])
		group := groupKey(d.ID, lang)
		h.number(w.groups[group])
		h.texts(d.ID, d.Lang, d.URL, d.Date)
		h.texts(d.Breadcrumb...)
		h.number(len(d.Facets))
		for _, name := range sortedKeys(d.Facets) {
			h.texts(name)
			h.texts(d.Facets[name]...)
		}
		h.texts(d.translations(w.members[group])...)
	}
	return [sha256.Size]byte(h.Sum(nil)), texts
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
