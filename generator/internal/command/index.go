package command

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"maps"
	"math"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/chars"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/documents"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/site"
	"github.com/kengash/kengash/generator/internal/stage"
	"github.com/kengash/kengash/search"
	"github.com/kengash/kengash/search/pages"
)

func newIndex(tell *teller) *cobra.Command {
	var opt pages.Options
	cmd := &cobra.Command{
		Use:   "index [flags] DIR",
		Short: "Make any folder of HTML searchable",
		Long: `Index reads the pages of a finished site, made by any program, and writes the search to
DIR/search/: an index for each language, and the script that reads it in the browser. It
then prints the two lines of HTML that enable the search.

It reads the main content of each page (<main>, else <article>, else <body>), without
navigation and scripts. Attributes give more control:

  data-search-body              read only elements with it, and only pages with one
  data-search-ignore            skip this element
  data-search-title="…"         the title, instead of <title>
  data-search-alias="…"         another exact title, such as an abbreviation
  data-search-kind="guide"      the kind of page
  data-search-date="2021-11"    its date
  data-search-facet="topic:ai"  values to filter by, under any name: "topic:ai, author:ann"
  data-search-label="…"         the label of the facet's value in the page's language
  data-search-weight="2"        the words of this element count like those of the title

Pages that say noindex, those that are made of other pages (a print version), and lines that
most pages of a folder begin or end with are left out. Where a page names no language, --lang and --default-lang do; else it is guessed.

Pagefind's attributes work as they do there. A facet "author" becomes a heading
beside the hits, author:ann in a query and ?author=ann in the address of the search
page.`,
		Example: `  kengash index public
  kengash index --sections --exclude tags _site
  kengash index --facet category=topic --default-lang ru build/html
  kengash index --lang ru=docs/ru --lang zh=docs/zh_CN --lang 'fr=*.fr.html' html`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			made, err := indexSite(cmd.Context(), args[0], opt, tell.observer())
			if err != nil {
				return err
			}
			made.warn(tell.warn)
			tell.result("indexed", slog.Int("documents", made.documents), slog.Int("pages", made.report.Pages), slog.Int("files", made.Files),
				slog.Int64("bytes", made.Bytes), seconds("seconds", made.took), slog.String("folder", made.folder))
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s\n\n%s", made, enabling)
			return err
		},
	}
	f := cmd.Flags()
	f.BoolVar(&opt.Sections, "sections", false, "make every section under a heading with an id a separate hit")
	f.StringVar(&opt.DefaultLang, "default-lang", "", "language of the other pages that name none, such as ru")
	f.StringArrayVar(&opt.Langs, "lang", nil, "language of the pages of a folder that name none: ru=docs/ru")
	f.BoolVar(&opt.All, "all", false, "index pages that say noindex or repeat other pages, and lines that most pages have, as well")
	f.BoolVar(&opt.KeepRegion, "keep-region", false, "index pt-BR and pt-PT separately")
	f.BoolVar(&opt.FolderURLs, "folder-urls", false, "link to docs/ instead of docs/index.html (not for file://)")
	f.StringSliceVar(&opt.Exclude, "exclude", nil, "patterns of files and folders to skip")
	f.StringToStringVar(&opt.Facets, "facet", nil, "rename a facet of the site: category=topic")
	return cmd
}

// enabling is what a site's pages need for the search. The script finds its own folder, so the same
// lines serve pages at any depth.
const enabling = `Put these two lines where the search box is to be (where the site does not lie at the root of its host, its path goes before /search):

  <div data-kengash-search></div>
  <script defer src="/search/kengash-search.js"></script>
`

// indexed is what the index command made.
type indexed struct {
	search.Summary
	report    pages.Report
	documents int
	folder    string
	took      time.Duration
}

// indexSite makes the search of a folder of pages.
func indexSite(ctx context.Context, dir string, opt pages.Options, observe stage.Observer) (indexed, error) {
	start := time.Now()
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return indexed{}, fmt.Errorf("there is no folder %s; name the folder of a finished site", dir)
	}
	pagesOf, err := folder.Open(dir)
	if err != nil {
		return indexed{}, err
	}
	defer pagesOf.Close()
	var problems diag.List // links in the place of the index would be written through
	if err := cmp.Or(folder.Check(pagesOf, site.IndexFolder, &problems), problems.Err()); err != nil {
		return indexed{}, err
	}
	raise, undo := limitMemory()
	defer undo()
	var docs []search.Document
	var report pages.Report
	err = observe.Run(ctx, stage.Reading, func(ctx context.Context, advance func(done, total int)) (err error) {
		opt.Progress = advance
		docs, report, err = pages.Read(ctx, pagesOf, opt)
		return err
	})
	if err != nil {
		return indexed{}, err
	}
	if len(docs) == 0 {
		return indexed{}, noPages(dir, report)
	}
	made := indexed{report: report, documents: len(docs), folder: filepath.Join(dir, site.IndexFolder)}
	before := search.Current(made.folder)
	raise(docs)
	err = observe.Run(ctx, stage.Indexing, func(ctx context.Context, advance func(done, total int)) (err error) {
		made.Summary, err = search.Build(ctx, made.folder, docs, search.Options{Labels: report.Labels, Facets: documents.Facets, Progress: advance})
		return err
	})
	if err != nil {
		return indexed{}, err
	}
	// The one before stays, for readers who have just loaded its name.
	if err := search.RemoveBuilds(made.folder, made.Build, before); err != nil {
		return indexed{}, err
	}
	made.took = time.Since(start)
	return made, nil
}

// limitMemory has the garbage collector work only when the memory in use nears a limit, unless
// GOMEMLIMIT says one: few machines that build sites have memory to spare, and without a limit it
// would work more often while there is little, and let the heap grow further when there is much.
// Documents raise the limit by what is in use of them at one time. Undo restores what was before.
func limitMemory() (raise func([]search.Document), undo func()) {
	before := debug.SetMemoryLimit(-1)
	if before != math.MaxInt64 {
		return func([]search.Document) {}, func() {}
	}
	limit := int64(192 << 20)
	debug.SetMemoryLimit(limit)
	percent := debug.SetGCPercent(400)
	raise = func(docs []search.Document) {
		for _, d := range docs {
			limit += 4 * int64(len(d.Body))
		}
		debug.SetMemoryLimit(limit)
	}
	return raise, func() {
		debug.SetMemoryLimit(before)
		debug.SetGCPercent(percent)
	}
}

// shortened is the beginning of a line for a message.
func shortened(line string) string {
	const most = 40
	if runes := []rune(line); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return line
}

func noPages(dir string, report pages.Report) error {
	if len(report.Left) == 0 {
		return fmt.Errorf("there are no HTML files in %s; name the folder of a finished site", dir)
	}
	first := report.Left[0]
	return fmt.Errorf("no page in %s can be indexed; the first, %s, %s", dir, chars.Line(first.Path), first.Reason)
}

// String is the line that ends the command.
func (m indexed) String() string {
	langs := map[string]int{}
	for key, l := range m.Languages {
		langs[key] = l.Documents
	}
	return fmt.Sprintf("%d documents of %d pages (%s), %d files, %.1f MB, %.1f s: %s",
		m.documents, m.report.Pages, byLanguage(langs), m.Files, float64(m.Bytes)/1e6, m.took.Seconds(), m.folder)
}

// byLanguage writes numbers of pages by language.
func byLanguage(of map[string]int) string {
	var out []string
	for _, key := range slices.Sorted(maps.Keys(of)) {
		out = append(out, fmt.Sprintf("%s %d", key, of[key]))
	}
	return strings.Join(out, ", ")
}

// maxWarnings is how many pages are named for each kind of warning.
const maxWarnings = 3

// warn reports what the pages' author may want to know.
func (m indexed) warn(warn func(string)) {
	byReason := map[string][]string{}
	for _, l := range m.report.Left {
		byReason[l.Reason] = append(byReason[l.Reason], l.Path)
	}
	for _, reason := range slices.Sorted(maps.Keys(byReason)) {
		paths := byReason[reason]
		more := ""
		if n := len(paths) - maxWarnings; n > 0 {
			more = fmt.Sprintf(" and %d more", n)
		}
		warn(fmt.Sprintf("left out: %s%s: %s", chars.Line(strings.Join(paths[:min(len(paths), maxWarnings)], ", ")), more, reason))
	}
	if len(m.report.Guessed) > 0 {
		pages := 0
		for _, n := range m.report.Guessed {
			pages += n
		}
		warn(fmt.Sprintf("%d pages without <html lang>; guessed from their text: %s; say it by --lang or --default-lang", pages, byLanguage(m.report.Guessed)))
	}
	if n := m.report.NoLang; n > 0 {
		warn(fmt.Sprintf("%d pages without <html lang>; say their language by --lang or --default-lang", n))
	}
	if n := len(m.report.Running); n > 0 {
		var named []string
		for _, r := range m.report.Running[:min(n, maxWarnings)] {
			named = append(named, fmt.Sprintf("%q (%d pages)", shortened(r.Line), r.Pages))
		}
		more := ""
		if n > maxWarnings {
			more = fmt.Sprintf(" and %d more", n-maxWarnings)
		}
		warn(fmt.Sprintf("left out of texts, since most pages of a folder begin or end with it: %s%s; --all keeps it", strings.Join(named, ", "), more))
	}
	for _, name := range slices.Sorted(maps.Keys(m.report.Refused)) {
		warn(fmt.Sprintf("facet %q on %d pages is not used, since that name means something else; give it another by --facet %s=other-name",
			name, m.report.Refused[name], name))
	}
}
