// Package bundle writes the files that a static host serves to the reader in a browser, and reads
// them as the reader does: the native index in pieces, and further lists. FORMAT.md describes every
// byte.
package bundle

import (
	"context"
	"encoding/binary"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"

	"golang.org/x/sync/errgroup"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/text"
)

// Source is the index of a language, with what its documents have beside it, in the order of the
// index.
type Source struct {
	Lang      string
	Segment   *native.Segment
	Documents int
	Groups    []int // of each document, the number that its other languages share
	Corpus    *Corpus
	Date      func(document int) string                 // or ""
	Facets    []string                                  // that the documents have
	Values    func(document int, facet string) []string // of a facet
}

// Write writes the pieces of a language's index into root/<lang>, and returns its manifest, without
// the build.
func (s Source) Write(ctx context.Context, root string) (*Manifest, error) {
	if s.Segment.Documents != s.Documents {
		return nil, fmt.Errorf("the index has %d documents (want %d)", s.Segment.Documents, s.Documents)
	}
	p := pack(s.Segment)
	s.Corpus.close(p.fields)
	spellings := s.Corpus.spellings()
	words, reversed := listSpellings(spellings), listBackward(spellings)
	gramShards, pairs := s.Corpus.gramShards()

	dates := newColumn(native.Date, s.Documents, func(i int) []string {
		return slices.DeleteFunc([]string{s.Date(i)}, func(date string) bool { return date == "" })
	})
	payloads := map[string][]byte{datesFile: packColumns(dates), groupsFile: packGroups(s.Groups)}
	for folder, shards := range map[string][][]byte{
		termFolder: p.terms, gramFolder: gramShards, documentFolder: p.documents,
		wordFolder: append(words.shards, reversed.shards...),
	} {
		for k, shard := range shards {
			payloads[shardName(folder, k)] = shard
		}
	}
	if err := writePayloads(ctx, root, s.Lang, payloads); err != nil {
		return nil, err
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
		Terms:     orEmpty(p.separators),
		Docs:      orEmpty(p.counts),
		Words:     Words{orEmpty(words.separators), orEmpty(reversed.separators)},
		Grams:     Grams{pairs, len(gramShards) - pairs},
		lengths:   p.lengths,
		columns:   packColumns(columns...),
	}, nil
}

func shardName(folder string, k int) string { return folder + "/" + strconv.Itoa(k) }

// writePayloads writes the payloads of a language, on all processors.
func writePayloads(ctx context.Context, root, lang string, payloads map[string][]byte) error {
	for _, folder := range []string{termFolder, gramFolder, documentFolder, wordFolder} {
		if err := os.MkdirAll(filepath.Join(root, lang, folder), 0o755); err != nil {
			return err
		}
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for name, data := range payloads {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return WritePayload(root, lang+"/"+name, data)
		})
	}
	return group.Wait()
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
