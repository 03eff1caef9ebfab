// Package bundle writes the files that a static host serves to the reader in a browser, and reads
// them as the reader does: the native index in pieces, and further lists. FORMAT.md describes every
// byte.
package bundle

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/text"
)

// Source is the index of a language, with what its documents have beside it, in the order of the
// index.
type Source struct {
	Lang      string
	Segment   *native.Segment // which has no stored documents any more once they are written
	Documents int
	Groups    []int // of each document, the number that its other languages share
	Corpus    *Corpus
	Date      func(document int) string                 // or ""
	Facets    []string                                  // that the documents have
	Values    func(document int, facet string) []string // of a facet
	Memo      *Memo                                     // nil for none
	// Same is the manifest of an index that Memo knows whole, and whose documents have the same
	// texts; nil for none. What is made of texts alone is taken from it, and Corpus not asked.
	Same *Manifest
}

// Write writes the pieces of a language's index into root/<lang>, and returns its manifest, without
// the build, and the hashes of the files by their paths in root.
func (s Source) Write(ctx context.Context, root string) (*Manifest, map[string][sha256.Size]byte, error) {
	if s.Segment.Documents != s.Documents {
		return nil, nil, fmt.Errorf("the index has %d documents (want %d)", s.Segment.Documents, s.Documents)
	}
	out, err := newPayloads(ctx, root, s.Lang, s.Memo)
	if err != nil {
		return nil, nil, err
	}
	counts := writeDocuments(s.Segment, out)
	s.Segment.ForgetStored()
	fields, lengths := fieldsOf(s.Segment)
	terms := writeTerms(fields, out)
	words, grams := s.writeTexts(fields, out)
	dates := newColumn(native.Date, s.Documents, func(i int) []string {
		return slices.DeleteFunc([]string{s.Date(i)}, func(date string) bool { return date == "" })
	})
	out.add(datesFile, packColumns(dates))
	out.add(groupsFile, packGroups(s.Groups))
	sums, err := out.wait()
	if err != nil {
		return nil, nil, err
	}
	var columns []column
	for _, facet := range s.Facets {
		columns = append(columns, newColumn(facet, s.Documents, func(i int) []string { return s.Values(i, facet) }))
	}
	return &Manifest{
		Version:   constants.Format,
		Lang:      s.Lang,
		Documents: s.Documents,
		Fields:    s.Segment.Fields,
		Terms:     orEmpty(terms),
		Docs:      orEmpty(counts),
		Words:     words,
		Grams:     grams,
		lengths:   lengths,
		columns:   packColumns(columns...),
	}, sums, nil
}

// writeTexts writes what is made of the texts of the documents alone.
func (s Source) writeTexts(fields []*native.Inverted, out *payloads) (Words, Grams) {
	if s.Same != nil {
		out.again(wordFolder, gramFolder)
		return s.Same.Words, s.Same.Grams
	}
	s.Corpus.close(fields)
	spellings := s.Corpus.spellings()
	words, reversed := listSpellings(spellings), listBackward(spellings)
	for k, shard := range append(words.shards, reversed.shards...) {
		out.shard(wordFolder, k, shard)
	}
	pairs, single := s.Corpus.writeGrams(out)
	return Words{orEmpty(words.separators), orEmpty(reversed.separators)}, Grams{pairs, single}
}

func shardName(folder string, k int) string { return folder + "/" + strconv.Itoa(k) }

// payloads writes the payloads of a language, on all processors. Each is written as soon as it is
// made, so that few are in memory.
type payloads struct {
	root, lang string
	memo       *Memo
	group      *errgroup.Group
	ended      func() error // why nothing more is to be written

	mu   sync.Mutex
	sums map[string][sha256.Size]byte // of the files, by their paths
}

// newPayloads makes the folders of a language.
func newPayloads(ctx context.Context, root, lang string, memo *Memo) (*payloads, error) {
	for _, folder := range []string{termFolder, gramFolder, documentFolder, wordFolder} {
		if err := os.MkdirAll(filepath.Join(root, lang, folder), 0o755); err != nil {
			return nil, err
		}
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	return &payloads{root: root, lang: lang, memo: memo, group: group, ended: ctx.Err, sums: map[string][sha256.Size]byte{}}, nil
}

// add writes a payload, which nothing may change any more. An error is that of wait.
func (p *payloads) add(name string, data []byte) {
	p.group.Go(func() error {
		if err := p.ended(); err != nil {
			return err
		}
		key := p.lang + "/" + name
		file, err := p.memo.file(key, data)
		if err != nil {
			return err
		}
		return p.write(key, file)
	})
}

// again writes the payloads of folders that an earlier index has.
func (p *payloads) again(folders ...string) {
	for key := range p.memo.known {
		if _, name, _ := strings.Cut(key, "/"); slices.Contains(folders, path.Dir(name)) {
			p.group.Go(func() error { return p.write(key, p.memo.again(key)) })
		}
	}
}

func (p *payloads) write(key string, file []byte) error {
	sum := sha256.Sum256(file)
	p.mu.Lock()
	p.sums[key+Extension] = sum
	p.mu.Unlock()
	return writeFile(p.root, key, file)
}

// shard adds a shard.
func (p *payloads) shard(folder string, k int, data []byte) { p.add(shardName(folder, k), data) }

// wait waits until all are written, and returns their hashes.
func (p *payloads) wait() (map[string][sha256.Size]byte, error) {
	err := p.group.Wait()
	return p.sums, err
}

// WriteHan writes the table of traditional characters, for a reader whose query needs it.
func WriteHan(root string) error { return WritePayload(root, HanKey, Han()) }

// Han is that table as a payload: the numbers of the characters, as differences to the one before.
func Han() []byte {
	var keys, values []byte
	key, value, n := rune(0), rune(0), 0
	pairs := text.HanPairs()
	for _, from := range slices.Sorted(maps.Keys(pairs)) {
		keys = binary.AppendUvarint(keys, uint64(from-key))
		values = binary.AppendVarint(values, int64(pairs[from]-value))
		key, value, n = from, pairs[from], n+1
	}
	return append(append(binary.AppendUvarint(nil, uint64(n)), keys...), values...)
}

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{} // null would be one more thing for a reader to expect
	}
	return s
}
