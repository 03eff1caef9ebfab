package search

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"golang.org/x/sync/errgroup"
)

// Version is the version of the layout that Build writes and Open reads.
const Version = 1

// The files of the layout. The folder of a language holds more than the native index later, so the
// index has a folder of its own.
const (
	manifestFile = "current.json"
	labelsFile   = "labels.json"
	nativeFolder = "bleve"
)

// Labels names facet values: facet ("kind", "topic", "state", "lang"), value, language, label.
type Labels map[string]map[string]map[string]string

// Options are the choices of Build. The zero value is good.
type Options struct {
	// Labels are stored beside the index, for the facets of a search and for filters by label.
	Labels Labels
	// Progress, if set, is told how many of all documents are indexed. Calls do not overlap.
	Progress func(done, total int)
}

// Manifest is what current.json says: which build is to be read and what it holds.
type Manifest struct {
	Build     string                      `json:"build"`
	Version   int                         `json:"version"`
	Languages map[string]ManifestLanguage `json:"languages"`
}

// ManifestLanguage describes the index of one language.
type ManifestLanguage struct {
	Documents int `json:"documents"`
}

// Summary is what Build made.
type Summary struct {
	Manifest
	Dir   string // the folder of the build: dir/<build>
	Files int    // files in it
	Bytes int64  // and their size
}

// Build indexes documents and writes
//
//	dir/current.json                  the Manifest, replaced last
//	dir/<build>/labels.json           Options.Labels
//	dir/<build>/<lang>/bleve/         a native Bleve index: index_meta.json, store/root.bolt, store/*.zap
//
// where <build> is a hash of everything in it. The same documents and labels give the same bytes, on
// any machine and in any order of docs; files have mode 0644 and folders 0755. Earlier builds in dir
// stay, for readers that still use them. Without documents there is no index, and Open then finds
// nothing.
//
// It fails, leaving dir as it was, if two documents have one id, if a document is not valid, if ctx
// is cancelled, or if dir cannot be written.
func Build(ctx context.Context, dir string, docs []Document, opt Options) (Summary, error) {
	s, err := build(ctx, dir, docs, opt)
	if err != nil {
		return Summary{}, fmt.Errorf("build search index in %s: %w", dir, err)
	}
	return s, nil
}

func build(ctx context.Context, dir string, docs []Document, opt Options) (Summary, error) {
	byLang, err := sortDocuments(docs)
	if err != nil {
		return Summary{}, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Summary{}, err
	}
	// Inside dir, so that the finished build can be renamed into its place.
	temp, err := os.MkdirTemp(dir, ".build-")
	if err != nil {
		return Summary{}, err
	}
	defer os.RemoveAll(temp)
	tree := filepath.Join(temp, "tree")
	if err := os.Mkdir(tree, 0o755); err != nil {
		return Summary{}, err
	}

	progress := progressCounter(opt.Progress, len(docs))
	group, groupCtx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	manifest := Manifest{Version: Version, Languages: map[string]ManifestLanguage{}}
	for lang, docs := range byLang {
		manifest.Languages[lang] = ManifestLanguage{Documents: len(docs)}
		group.Go(func() error {
			if err := buildLanguage(groupCtx, filepath.Join(tree, lang, nativeFolder), temp, lang, docs, progress); err != nil {
				return fmt.Errorf("language %s: %w", lang, err)
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return Summary{}, err
	}
	labels := opt.Labels
	if labels == nil {
		labels = Labels{}
	}
	if err := writeJSON(filepath.Join(tree, labelsFile), labels); err != nil {
		return Summary{}, err
	}

	summary := Summary{}
	if manifest.Build, err = hashTree(tree); err != nil {
		return Summary{}, err
	}
	if summary.Files, summary.Bytes, err = setModes(tree); err != nil {
		return Summary{}, err
	}
	summary.Manifest = manifest
	summary.Dir = filepath.Join(dir, manifest.Build)
	// A build of that name has these very bytes; someone may be reading it.
	if _, err := os.Stat(summary.Dir); errors.Is(err, fs.ErrNotExist) {
		err = os.Rename(tree, summary.Dir)
		if err != nil {
			return Summary{}, err
		}
	} else if err != nil {
		return Summary{}, err
	}
	fresh := filepath.Join(temp, manifestFile)
	if err := writeJSON(fresh, manifest); err != nil {
		return Summary{}, err
	}
	return summary, os.Rename(fresh, filepath.Join(dir, manifestFile))
}

// sortDocuments checks all documents and returns those of each language in order of id.
func sortDocuments(docs []Document) (map[string][]*Document, error) {
	byLang := map[string][]*Document{}
	seen := make(map[string]bool, len(docs))
	for i := range docs {
		d := &docs[i]
		if err := d.validate(); err != nil {
			return nil, err
		}
		if seen[d.ID] {
			return nil, fmt.Errorf("document %q: two documents have this id", d.ID)
		}
		seen[d.ID] = true
		byLang[d.Lang] = append(byLang[d.Lang], d)
	}
	for _, l := range byLang {
		slices.SortFunc(l, func(a, b *Document) int { return cmp.Compare(a.ID, b.ID) })
	}
	return byLang, nil
}

// progressCounter returns a function to call after each document, from any goroutine.
func progressCounter(report func(done, total int), total int) func() {
	if report == nil {
		return func() {}
	}
	var mu sync.Mutex
	done := 0
	return func() {
		mu.Lock()
		defer mu.Unlock()
		done++
		report(done, total)
	}
}

// maxBatch is how many documents are analysed in memory before they go to disk as a segment.
const maxBatch = 1000

// buildLanguage writes one native index. Docs is not empty and is in order of id.
func buildLanguage(ctx context.Context, path, temp, lang string, docs []*Document, progress func()) error {
	registerSortedZap()
	l := languageOf(lang)
	m, err := newMapping(l)
	if err != nil {
		return err
	}
	// At least two batches wherever possible: a merged segment packs rare terms closer than one that
	// comes straight from memory, and readers then need to expect only the one kind.
	batch := min(maxBatch, (len(docs)+1)/2)
	builder, err := bleve.NewBuilder(path, m, map[string]any{
		"buildPathPrefix":     temp,
		"batchSize":           batch,
		"mergeMax":            len(docs)/batch + 2, // merge all at once: keeps documents in order of id
		"forceSegmentType":    sortedZapType,
		"forceSegmentVersion": int(zapVersion),
	})
	if err != nil {
		return fmt.Errorf("open builder: %w", err)
	}
	for _, d := range docs {
		// On an early return the builder's own files go with temp; it holds nothing else.
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := builder.Index(d.ID, d.record(l)); err != nil {
			return fmt.Errorf("index document %q: %w", d.ID, err)
		}
		progress()
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := builder.Close(); err != nil {
		return fmt.Errorf("merge segments: %w", err)
	}
	segments, err := filepath.Glob(filepath.Join(path, "store", "*.zap"))
	if err != nil {
		return err
	}
	if len(segments) != 1 {
		return fmt.Errorf("%d segments instead of one", len(segments))
	}
	if err := canonicalizeZap(segments[0]); err != nil {
		return err
	}
	return finishBolt(filepath.Join(path, "store", "root.bolt"))
}

// setModes gives a tree the modes a web server needs (Bleve's files are for their owner only), and
// counts what is in it.
func setModes(root string) (files int, size int64, err error) {
	err = filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			return os.Chmod(path, 0o755)
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		files++
		size += info.Size()
		return os.Chmod(path, 0o644)
	})
	return files, size, err
}

// writeJSON writes a value with sorted keys, to be read by people too.
func writeJSON(path string, v any) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := os.WriteFile(path, append(b, '\n'), 0o644); err != nil {
		return err
	}
	return os.Chmod(path, 0o644) // whatever the umask
}
