package search

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	"golang.org/x/sync/errgroup"
)

// Version is the version of the layout that Build writes and Open reads.
const Version = 2

// The files of the layout. The folder of a language holds the published pieces too, so the native
// index has a folder of its own.
const (
	manifestFile = "current.json"
	labelsFile   = "labels.json"
	glossaryFile = "glossary.json"
	nativeFolder = "bleve"
)

// Labels names facet values: facet ("kind", "topic", "state", "lang", or one of the site's own), value,
// language, label. Those of the facets themselves stand under "facet".
type Labels map[string]map[string]map[string]string

// Options are the choices of Build. The zero value is good.
type Options struct {
	// Labels are stored beside the index, for the facets of a search and for filters by label.
	Labels Labels
	// Glossary is stored beside the index: a query for a concept by one of its names finds its other
	// names too, in all languages.
	Glossary []Concept
	// Progress, if set, is told how many of all documents are indexed. Calls do not overlap.
	Progress func(done, total int)
}

// Manifest is what current.json says: which build is to be read and what it holds.
type Manifest struct {
	Build     string                      `json:"build"`
	Version   int                         `json:"version"`
	Languages map[string]ManifestLanguage `json:"languages"`
	Facets    []string                    `json:"facets,omitempty"` // of the site's own
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
//	dir/<build>/glossary.json         Options.Glossary
//	dir/kengash-search.js, .css       the reader for browsers
//	dir/<build>/<lang>/bleve/         a native Bleve index: index_meta.json, store/root.bolt, store/*.zap
//
// and, for browsers, the same index in pieces: dir/current.js, dir/manifest/<lang>.js and
// dir/<build>/**.js, see FORMAT.md. <build> is a hash of everything. The same documents and options
// give the same bytes, on any machine and in any order of docs; files have mode 0644 and folders
// 0755. Earlier builds in dir stay, for readers that still use them. Without documents there is no
// index, and Open then finds nothing.
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

	labels, glossary := opt.Labels, opt.Glossary
	if labels == nil {
		labels = Labels{}
	}
	if err := writeSettings(tree, labels, orEmpty(glossary)); err != nil {
		return Summary{}, err
	}
	for lang := range byLang {
		if languageOf(lang).foldHan {
			if err := writePayload(tree, hanKey, hanPayload()); err != nil {
				return Summary{}, err
			}
			break
		}
	}
	numbers, members := groups(byLang)
	progress := progressCounter(opt.Progress, len(docs))
	manifests := make(map[string]*clientManifest, len(byLang))
	var mu sync.Mutex // guards manifests, and the memory
	group, groupCtx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	manifest := Manifest{Version: Version, Languages: map[string]ManifestLanguage{}, Facets: ownFacets(slices.Concat(slices.Collect(maps.Values(byLang))...))}
	for lang, docs := range byLang {
		manifest.Languages[lang] = ManifestLanguage{Documents: len(docs)}
		group.Go(func() error {
			if err := buildLanguage(groupCtx, filepath.Join(tree, lang, nativeFolder), temp, lang, docs, members, progress); err != nil {
				return fmt.Errorf("language %s: %w", lang, err)
			}
			// One at a time: it holds a whole index in memory, and uses all processors by itself.
			mu.Lock()
			defer mu.Unlock()
			m, err := publishLanguage(groupCtx, tree, lang, docs, numbers)
			if err != nil {
				return fmt.Errorf("language %s: publish: %w", lang, err)
			}
			m.Names = hasNames(labels, glossary)
			manifests[lang] = m
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return Summary{}, err
	}

	summary := Summary{}
	if manifest.Build, err = hashBuild(tree, manifests); err != nil {
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
	return summary, writeEntries(dir, temp, manifest, manifests)
}

// writeSettings writes what belongs to all languages.
func writeSettings(tree string, labels Labels, glossary []Concept) error {
	var names error
	if hasNames(labels, glossary) {
		names = writeJSONPayload(tree, namesKey, map[string]any{"labels": labels, "glossary": glossary})
	}
	return errors.Join(
		writeJSON(filepath.Join(tree, labelsFile), labels), writeJSON(filepath.Join(tree, glossaryFile), glossary), names,
	)
}

// hasNames tells whether there is a payload of names: most sites that did not come from this program
// have none.
func hasNames(labels Labels, glossary []Concept) bool { return len(labels)+len(glossary) > 0 }

// writeEntries puts the files in place by which readers find a finished build. What Open reads comes
// last.
func writeEntries(dir, temp string, manifest Manifest, manifests map[string]*clientManifest) error {
	languages := map[string]int{}
	for lang, l := range manifest.Languages {
		languages[lang] = l.Documents
	}
	if err := os.Mkdir(filepath.Join(temp, clientFolder), 0o755); err != nil {
		return err
	}
	keys := []string{currentKey}
	for _, lang := range sortedKeys(manifests) {
		m, key := manifests[lang], clientFolder+"/"+lang
		m.Build, m.Languages, m.Facets = manifest.Build, languages, manifest.Facets
		if err := writeClientManifest(temp, key, m); err != nil {
			return err
		}
		keys = append(keys, key)
	}
	if err := writeJSONPayload(temp, currentKey, manifest); err != nil {
		return err
	}
	if err := writeJSON(filepath.Join(temp, manifestFile), manifest); err != nil {
		return err
	}
	if err := removeOldManifests(filepath.Join(dir, clientFolder), languages); err != nil {
		return err
	}
	files, err := writeClient(temp)
	if err != nil {
		return err
	}
	for _, key := range keys {
		files = append(files, filepath.FromSlash(key)+payloadExt)
	}
	for _, file := range append(files, manifestFile) {
		fresh := filepath.Join(temp, file)
		if err := os.Chmod(fresh, 0o644); err != nil {
			return err
		}
		if err := os.Rename(fresh, filepath.Join(dir, file)); err != nil {
			return err
		}
	}
	return nil
}

// removeOldManifests makes the folder of manifests, or removes those of languages that are gone.
func removeOldManifests(folder string, languages map[string]int) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if err := os.Chmod(folder, 0o755); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"+payloadExt))
	if err != nil {
		return err
	}
	for _, file := range files {
		lang := strings.TrimSuffix(filepath.Base(file), payloadExt)
		if _, ok := languages[lang]; !ok {
			if err := os.Remove(file); err != nil {
				return err
			}
		}
	}
	return nil
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

// maxBatch is how many documents are analysed in memory before they go to disk as a segment. With 300
// the peak of memory is half of that with 1000, and no time is lost.
const maxBatch = 300

// buildLanguage writes one native index. Docs is not empty and is in order of id.
func buildLanguage(ctx context.Context, path, temp, lang string, docs []*Document, members map[string][]*Document, progress func()) error {
	registerSortedZap()
	l := languageOf(lang)
	m, err := newMapping(l, ownFacets(docs)...)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(docs, func(d *Document) bool { return d.Keywords != "" }) {
		m.DefaultMapping.AddFieldMappingsAt(fieldKeywords, &mapping.FieldMapping{Type: "text", Store: true})
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
		if err := builder.Index(d.ID, d.record(l, members[groupKey(d.ID, lang)])); err != nil {
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
