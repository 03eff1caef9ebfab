package search

import (
	"cmp"
	"context"
	"crypto/sha256"
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

	"golang.org/x/sync/errgroup"

	"github.com/kengash/kengash/search/internal/bundle"
	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/text"
)

// Version is the version of the layout that Build writes, and that Open and the reader in a browser
// read.
var Version = constants.Format

// ManifestFile is the file of an index folder that says which build readers use.
const ManifestFile = "current.json"

// The other files of the layout.
const (
	labelsFile   = "labels.json"
	glossaryFile = "glossary.json"
)

// Labels names facet values: facet (or "lang"), value, language, label. Those of the facets
// themselves stand under "facet".
type Labels map[string]map[string]map[string]string

// Options are the choices of Build. The zero value is good.
type Options struct {
	// Facets is the order in which readers see facets. Those that it does not name follow it in
	// order of their names.
	Facets []string
	// Labels are stored beside the index, for the facets of a search and for filters by label.
	Labels Labels
	// Glossary is stored beside the index: a query for a concept by one of its names finds its
	// other names too, in all languages.
	Glossary []Concept
	// Progress, if set, gets how many of all documents are indexed. Calls do not overlap.
	Progress func(done, total int)
	// Cache, if set, has the indexes of languages whose documents are those of an earlier build.
	Cache Cache
	// Keep, if set, puts a file of an earlier build into dir, by its path there, if it has this
	// hash, and reports whether it did. Cache has the contents of files that it does not know.
	Keep func(name string, sum [sha256.Size]byte) bool
	// Forget has Build drop the body of each document when it is indexed, which takes less memory:
	// the caller has no use for the documents afterwards.
	Forget bool
	// OneByOne has the languages indexed one after another, on one processor but for the writing of
	// files. It takes less memory, and no more time where other work keeps the processors busy.
	OneByOne bool
}

// atOnce is how many languages are indexed at a time.
func (o Options) atOnce() int {
	if o.OneByOne {
		return 1
	}
	return runtime.GOMAXPROCS(0)
}

// Manifest is what current.json says: which build is to be read and what it holds.
type Manifest struct {
	Build     string                      `json:"build"`
	Version   int                         `json:"version"`
	Languages map[string]ManifestLanguage `json:"languages"`
	Facets    []string                    `json:"facets,omitempty"` // in the order of readers
}

// ManifestLanguage describes the index of one language.
type ManifestLanguage struct {
	Documents int    `json:"documents"`
	Part      string `json:"part"` // the folder that has it, named by a hash of what is in it
}

// documents returns how many documents each language has.
func (m Manifest) documents() map[string]int {
	n := make(map[string]int, len(m.Languages))
	for lang, l := range m.Languages {
		n[lang] = l.Documents
	}
	return n
}

// Concept is one idea under its names: language, names, the first of them preferred, such as
// {"ru": {"электронное правительство"}, "en": {"e-government", "electronic government"}}. Synonyms
// and abbreviations are names like others.
type Concept map[string][]string

// Summary is what Build made.
type Summary struct {
	Manifest
	Dir   string // the folder of the build: dir/<build>
	Files int    // files in it and in those of its languages
	Bytes int64  // and their size
	// Sums are the SHA-256 of files by their paths in dir, as far as they are known.
	Sums map[string][sha256.Size]byte
}

// Build indexes documents and writes
//
//	dir/current.json                  the Manifest, replaced last
//	dir/<build>/labels.json           Options.Labels
//	dir/<build>/glossary.json         Options.Glossary
//	dir/<build>/native.sha256         hashes of what Open reads
//	dir/<part>/<lang>/bleve/          a native Bleve index, which is three files
//	dir/kengash-search.js, .css       the reader for browsers
//
// and, for browsers, the same index in pieces: dir/current.js, dir/manifest/<lang>.js,
// dir/<build>/*.js and dir/<part>/<lang>/**.js, see FORMAT.md. <build> is a hash of everything, and
// <part> of all that belongs to a language, which stays where it is while others change. The same
// documents and options give the same bytes, on any machine and in any order of docs; files have
// mode 0644 and folders 0755. Earlier builds in dir stay, for readers that still use them. Without
// documents there is no index, and Open then finds nothing.
//
// It fails, leaving what readers of dir see as it was, if two documents have one id, if a document
// is not valid, if ctx is cancelled, or if dir cannot be written.
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
	// Inside dir, so that what is finished can be renamed into its place.
	temp, err := os.MkdirTemp(dir, ".build-")
	if err != nil {
		return Summary{}, err
	}
	defer os.RemoveAll(temp)
	manifest := Manifest{Version: Version, Languages: map[string]ManifestLanguage{}}
	manifest.Facets = facetsOf(slices.Concat(slices.Collect(maps.Values(byLang))...), opt.Facets)
	w := writer{dir: dir, temp: temp, facets: manifest.Facets, progress: progressCounter(opt.Progress, len(docs)), cache: opt.Cache, keepFile: opt.Keep, forget: opt.Forget}
	w.groups, w.members = groups(byLang)
	parts, err := w.languages(ctx, byLang, opt.atOnce())
	if err != nil {
		return Summary{}, err
	}
	languages := make(map[string]int, len(parts))
	for lang, p := range parts {
		manifest.Languages[lang] = ManifestLanguage{p.manifest.Documents, p.manifest.Part}
		languages[lang] = p.manifest.Documents
	}
	for _, p := range parts {
		p.manifest.Languages, p.manifest.Facets, p.manifest.Names = languages, manifest.Facets, hasNames(opt.Labels, opt.Glossary)
	}
	summary, err := w.common(parts, opt)
	if err != nil {
		return Summary{}, err
	}
	manifest.Build = filepath.Base(summary.Dir)
	summary.Manifest = manifest
	return summary, writeEntries(dir, temp, manifest, parts)
}

// writer writes the parts of a build into a folder.
type writer struct {
	dir, temp string // temp is in dir
	facets    []string
	progress  func()
	groups    map[string]int // group key: number
	members   map[string][]*Document
	cache     Cache // nil for none
	keepFile  func(name string, sum [sha256.Size]byte) bool
	forget    bool

	publishing sync.Mutex
}

// languages writes the parts of all languages, several at a time.
func (w *writer) languages(ctx context.Context, byLang map[string][]*Document, atOnce int) (map[string]*part, error) {
	parts := make(map[string]*part, len(byLang))
	var mu sync.Mutex // guards parts
	group, groupCtx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for _, lang := range sortedKeys(byLang) {
		group.Go(func() error {
			p, err := w.language(groupCtx, lang, byLang[lang])
			if err != nil {
				return fmt.Errorf("language %s: %w", lang, err)
			}
			mu.Lock()
			defer mu.Unlock()
			parts[lang] = p
			return nil
		})
	}
	return parts, group.Wait()
}

// common writes what belongs to all languages, and counts the files of all.
func (w *writer) common(parts map[string]*part, opt Options) (s Summary, err error) {
	tree := filepath.Join(w.temp, "common")
	if err := os.Mkdir(tree, 0o755); err != nil {
		return s, err
	}
	if err := writeSettings(tree, opt.Labels, opt.Glossary); err != nil {
		return s, err
	}
	if slices.ContainsFunc(sortedKeys(parts), func(lang string) bool { return text.LanguageOf(lang).FoldsHan }) {
		if err := bundle.WriteHan(tree); err != nil {
			return s, err
		}
	}
	sums, err := sumTree(tree)
	if err != nil {
		return s, err
	}
	build, err := nameBuild(sums, parts)
	if err != nil {
		return s, err
	}
	if err := writeSums(tree, build, sums, parts); err != nil {
		return s, err
	}
	if s.Files, s.Bytes, err = w.finish(tree, build, nil); err != nil {
		return s, err
	}
	s.Sums = map[string][sha256.Size]byte{}
	for _, p := range parts {
		s.Files += p.files
		s.Bytes += p.bytes
		maps.Copy(s.Sums, p.sums)
	}
	s.Dir = filepath.Join(w.dir, build)
	return s, nil
}

// groups numbers the group keys of all documents, in order, and lists the members of each.
func groups(byLang map[string][]*Document) (numbers map[string]int, members map[string][]*Document) {
	members = map[string][]*Document{}
	for _, lang := range sortedKeys(byLang) {
		for _, d := range byLang[lang] {
			key := groupKey(d.ID, d.Lang)
			members[key] = append(members[key], d)
		}
	}
	numbers = make(map[string]int, len(members))
	for i, key := range sortedKeys(members) {
		numbers[key] = i
	}
	return numbers, members
}

// writeSettings writes what belongs to all languages.
func writeSettings(tree string, labels Labels, glossary []Concept) error {
	if labels == nil {
		labels = Labels{}
	}
	if glossary == nil {
		glossary = []Concept{}
	}
	var names error
	if hasNames(labels, glossary) {
		names = bundle.WriteJSON(tree, bundle.NamesKey, map[string]any{"labels": labels, "glossary": glossary})
	}
	return errors.Join(
		writeJSON(filepath.Join(tree, labelsFile), labels), writeJSON(filepath.Join(tree, glossaryFile), glossary), names,
	)
}

// hasNames reports whether there is a payload of names: most sites that did not come from this
// program have none.
func hasNames(labels Labels, glossary []Concept) bool { return len(labels)+len(glossary) > 0 }

// writeEntries puts the files in place by which readers find a finished build. What Open reads
// comes last.
func writeEntries(dir, temp string, manifest Manifest, parts map[string]*part) error {
	if err := os.Mkdir(filepath.Join(temp, bundle.ManifestFolder), 0o755); err != nil {
		return err
	}
	keys := []string{bundle.CurrentKey}
	for _, lang := range sortedKeys(parts) {
		m := parts[lang].manifest
		m.Build = manifest.Build
		if err := m.Write(temp); err != nil {
			return err
		}
		keys = append(keys, bundle.ManifestKey(lang))
	}
	if err := bundle.WriteJSON(temp, bundle.CurrentKey, manifest); err != nil {
		return err
	}
	if err := writeJSON(filepath.Join(temp, ManifestFile), manifest); err != nil {
		return err
	}
	if err := removeOldManifests(filepath.Join(dir, bundle.ManifestFolder), manifest.Languages); err != nil {
		return err
	}
	files, err := writeClient(temp)
	if err != nil {
		return err
	}
	for _, key := range keys {
		files = append(files, filepath.FromSlash(key)+bundle.Extension)
	}
	for _, file := range append(files, ManifestFile) {
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
func removeOldManifests(folder string, languages map[string]ManifestLanguage) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if err := os.Chmod(folder, 0o755); err != nil {
		return err
	}
	files, err := fs.Glob(os.DirFS(folder), "*"+bundle.Extension)
	if err != nil {
		return err
	}
	for _, file := range files {
		lang := strings.TrimSuffix(file, bundle.Extension)
		if _, ok := languages[lang]; !ok {
			if err := os.Remove(filepath.Join(folder, file)); err != nil {
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
