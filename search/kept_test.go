package search

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"sync"
	"testing"
)

// keeper is a cache in memory, and knows which values count as used.
type keeper struct {
	mu     sync.Mutex
	values map[[sha256.Size]byte][]byte
	used   map[[sha256.Size]byte]bool
	puts   map[[sha256.Size]byte]int
}

func newKeeper() *keeper {
	return &keeper{values: map[[sha256.Size]byte][]byte{}, used: map[[sha256.Size]byte]bool{}, puts: map[[sha256.Size]byte]int{}}
}

func (k *keeper) Get(key [sha256.Size]byte) ([]byte, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	value, ok := k.values[key]
	k.used[key] = ok
	return slices.Clone(value), ok
}

func (k *keeper) Use(keys ...[sha256.Size]byte) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, key := range keys {
		k.used[key] = true
	}
}

func (k *keeper) Put(key [sha256.Size]byte, value ...[]byte) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.values[key], k.used[key] = slices.Concat(value...), true
	k.puts[key]++
}

// TestCacheGivesTheSameBytes: an index with a cache is that without one, whatever was made before
// and whatever of the cache is damaged.
func TestCacheGivesTheSameBytes(t *testing.T) {
	site := readSite(t)
	edited := slices.Clone(site.Documents)
	i := slices.IndexFunc(edited, func(d Document) bool { return d.Lang == "ru" })
	edited[i].Body += " xyzzy"
	kept, damaged := newKeeper(), newKeeper()
	build := func(docs []Document, cache Cache) map[string]string {
		t.Helper()
		dir := t.TempDir()
		if _, err := Build(t.Context(), dir, docs, Options{Labels: site.Labels, Cache: cache}); err != nil {
			t.Fatal(err)
		}
		return readTree(t, dir)
	}
	facts := factsOf(site.Documents)
	for _, docs := range [][]Document{site.Documents, facts, edited, factsOf(edited), site.Documents} {
		want := build(docs, nil)
		if !maps.Equal(build(docs, kept), want) {
			t.Error("another index with a cache")
		}
		for key, value := range kept.values {
			damaged.values[key] = value[:len(value)*2/3]
		}
		if !maps.Equal(build(docs, damaged), want) {
			t.Error("another index with a damaged cache")
		}
	}
	languages := map[string]bool{}
	for _, d := range site.Documents {
		languages[d.Lang] = true
	}
	// Of each language its last key and its lexicon; and of each index what it has, and its files:
	// of all languages with facts of two kinds, and of one with other texts and each of these.
	if n := len(kept.values); n != 2*len(languages)+2*(2*len(languages)+2) {
		t.Errorf("%d values are kept of %d languages", n, len(languages))
	}
}

// factsOf returns documents with other facts, and the same texts.
func factsOf(docs []Document) []Document {
	docs = slices.Clone(docs)
	for i := range docs {
		d := &docs[i]
		d.Date, d.Facets = "1999-12-31", map[string][]string{"topic": {"x"}, "other": {"y", "z"}}
		d.Breadcrumb, d.URL = []string{"x"}, "x/"+d.URL
	}
	return docs
}

// TestOtherFactsLeaveWhatIsMadeOfTexts: what a lexicon reads is not written again either.
func TestOtherFactsLeaveWhatIsMadeOfTexts(t *testing.T) {
	site, kept := readSite(t), newKeeper()
	for _, docs := range [][]Document{site.Documents, factsOf(site.Documents)} {
		if _, err := Build(t.Context(), t.TempDir(), docs, Options{Cache: kept}); err != nil {
			t.Fatal(err)
		}
	}
	for _, d := range site.Documents {
		if n := kept.puts[memoKey(d.Lang)]; n != 1 {
			t.Fatalf("what the lexicon of %s has read is written %d times", d.Lang, n)
		}
	}
}

// TestACacheUsesAllOfAnIndexThatIsTheSame: what is not used may be removed, and the next change of
// the index would have to be made without it.
func TestACacheUsesAllOfAnIndexThatIsTheSame(t *testing.T) {
	site, kept := readSite(t), newKeeper()
	for range 2 {
		clear(kept.used)
		if _, err := Build(t.Context(), t.TempDir(), site.Documents, Options{Cache: kept}); err != nil {
			t.Fatal(err)
		}
	}
	for key := range kept.values {
		if !kept.used[key] {
			t.Error("a value of the index is not used")
		}
	}
}

// TestKeyHasAllOfADocument: an index from a cache would lack what the key does not have, and so
// would texts what theirs does not.
func TestKeyHasAllOfADocument(t *testing.T) {
	values := map[string]any{
		"Breadcrumb": []string{"x"}, "Aliases": []string{"x"}, "Facets": map[string][]string{"topic": {"x"}}, "Places": []Place{{0, "x"}},
	}
	key := func(d Document) (all, texts [sha256.Size]byte) {
		w := writer{groups: map[string]int{}}
		all, of := w.keyOf("ru", []*Document{&d}, nil)
		return all, of[0]
	}
	stored := func(d Document) string {
		var p prepared
		p.read(newLexicon(t, "ru"), &d)
		return string(p.encode()) + fmt.Sprint(p.inTitle, p.inTitled, p.inBody)
	}
	none, noTexts := key(Document{})
	for _, field := range reflect.VisibleFields(reflect.TypeFor[Document]()) {
		var d Document
		value, ok := values[field.Name]
		if !ok {
			value = "x"
		}
		reflect.ValueOf(&d).Elem().FieldByIndex(field.Index).Set(reflect.ValueOf(value))
		all, texts := key(d)
		if all == none {
			t.Errorf("the key lacks %s", field.Name)
		}
		if texts == noTexts && stored(d) != stored(Document{}) {
			t.Errorf("the key of texts lacks %s", field.Name)
		}
	}
}
