package search

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"

	"golang.org/x/sync/errgroup"
)

// This file writes what a static host serves to the reader in a browser: the native index in pieces,
// and lists beside it. FORMAT.md describes every byte.

// FormatVersion is the version of the format of the published files, which a reader in a browser
// checks.
const FormatVersion = 2

// Folders and names of payloads.
const (
	clientFolder   = "manifest" // of manifests, one a language
	termFolder     = "t"
	gramFolder     = "p"
	documentFolder = "d"
	wordFolder     = "w"
	datesFile      = "s"
	groupsFile     = "g"
	restFile       = "rest"
	currentKey     = "current"
	namesKey       = "names"
)

// clientManifest is what a reader in a browser loads first: as JSON, and after it what every search
// needs, so that it is there without a request of its own. See FORMAT.md.
type clientManifest struct {
	Version   int            `json:"version"`
	Build     string         `json:"build"`
	Lang      string         `json:"lang"`
	Languages map[string]int `json:"languages"`
	Documents int            `json:"documents"`
	Zap       clientZap      `json:"zap"`
	Fields    []string       `json:"fields"`
	Terms     []string       `json:"terms"`
	Docs      []int          `json:"docs"`
	Words     clientWords    `json:"words"`
	Facets    []string       `json:"facets,omitempty"`
	Grams     clientGrams    `json:"grams"`
	Names     bool           `json:"names"`

	lengths, columns []byte
}

type clientZap struct {
	Version int `json:"version"`
	Size    int `json:"size"`
}

type clientWords struct {
	Forward  []string `json:"forward"`
	Backward []string `json:"backward"`
	Min      int      `json:"min"`
	Max      int      `json:"max"`
}

// clientGrams tells how many shards there are of pairs, and after them of words.
type clientGrams struct {
	Pairs int `json:"pairs"`
	Words int `json:"words"`
}

// publishLanguage writes the pieces of one language's index into root/<lang>, and returns its
// manifest, without the build. Docs are in the order of the index.
func publishLanguage(ctx context.Context, root, lang string, docs []*Document, numbers map[string]int) (*clientManifest, error) {
	segments, err := filepath.Glob(filepath.Join(root, lang, nativeFolder, "store", "*.zap"))
	if err != nil {
		return nil, err
	}
	if len(segments) != 1 {
		return nil, fmt.Errorf("%d segments instead of one", len(segments))
	}
	b, err := os.ReadFile(segments[0])
	if err != nil {
		return nil, err
	}
	s, err := readSegment(b)
	if err != nil {
		return nil, err
	}
	if s.documents != len(docs) {
		return nil, fmt.Errorf("the index has %d documents (want %d)", s.documents, len(docs))
	}
	l := languageOf(lang)
	mapping, err := newMapping(l)
	if err != nil {
		return nil, err
	}
	p, err := s.pack()
	if err != nil {
		return nil, err
	}
	counts, grams := wordCounts{}, newGramCounter(mapping.AnalyzerNamed(analyzerName), p.fields)
	for i, d := range docs {
		title, body := fold(l.letters(d.Title)), fold(l.letters(d.Body))
		counts.add(title, body)
		grams.add(i, title, body)
	}
	words, reversed := counts.list(asIs), counts.list(backward)
	gramShards, pairs := grams.shards()

	payloads := map[string]func() []byte{
		datesFile:  func() []byte { return packColumns(dateColumn(docs)) },
		groupsFile: func() []byte { return packGroups(docs, numbers) },
		restFile:   func() []byte { return p.rest },
	}
	for folder, shards := range map[string][][]byte{
		termFolder: p.terms, gramFolder: gramShards, documentFolder: p.documents,
		wordFolder: append(words.shards, reversed.shards...),
	} {
		for k, shard := range shards {
			payloads[shardName(folder, k)] = func() []byte { return shard }
		}
	}
	if err := writePayloads(ctx, root, lang, payloads); err != nil {
		return nil, err
	}
	m := &clientManifest{
		Version:   FormatVersion,
		Lang:      lang,
		Documents: len(docs),
		Zap:       clientZap{Version: int(zapVersion), Size: len(b)},
		Terms:     orEmpty(p.separators),
		Docs:      orEmpty(p.counts),
		Words:     clientWords{orEmpty(words.separators), orEmpty(reversed.separators), minSpelling, maxSpelling},
		Grams:     clientGrams{pairs, len(gramShards) - pairs},
		lengths:   p.lengths,
		columns:   packColumns(facetColumns(docs)...),
	}
	for _, f := range s.fields {
		m.Fields = append(m.Fields, f.name)
	}
	return m, nil
}

func shardName(folder string, k int) string { return folder + "/" + strconv.Itoa(k) }

// writePayloads writes the payloads of a language, on all processors.
func writePayloads(ctx context.Context, root, lang string, payloads map[string]func() []byte) error {
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
			return writePayload(root, lang+"/"+name, data())
		})
	}
	return group.Wait()
}

// readClientManifest reads the manifest of a language as a browser does.
func readClientManifest(dir, lang string) (*clientManifest, error) {
	data, err := readPayload(dir, clientFolder+"/"+lang)
	if err != nil {
		return nil, err
	}
	m := &clientManifest{}
	r := &zapReader{b: data}
	head := r.skip(r.uvarint())
	if r.bad {
		return nil, errors.New("bad manifest")
	}
	if err := json.Unmarshal(head, m); err != nil {
		return nil, err
	}
	m.lengths = r.skip(r.uvarint())
	m.columns = r.b[r.at:]
	switch {
	case m.Version != FormatVersion:
		return nil, fmt.Errorf("format version %d (this program reads version %d; build the index again)", m.Version, FormatVersion)
	case r.bad || !buildPattern.MatchString(m.Build) || m.Documents < 1 || m.Grams.Pairs < 1 || m.Grams.Words < 1:
		return nil, errors.New("bad manifest")
	}
	return m, nil
}

// writeClientManifest writes a manifest as the payload of a key.
func writeClientManifest(root, key string, m *clientManifest) error {
	head, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("payload %s: %w", key, err)
	}
	data := appendString(nil, string(head))
	return writePayload(root, key, append(appendString(data, string(m.lengths)), m.columns...))
}

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{} // null would be one more thing for a reader to expect
	}
	return s
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
