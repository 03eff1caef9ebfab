package pages

import (
	"fmt"
	"path"
	"strings"

	"github.com/kengash/kengash/search"
)

// label notes what a page calls a value of a facet. Where two pages differ, the first holds.
func (r *Report) label(facet, value, lang, label string) {
	if label == "" {
		return
	}
	if r.Labels[facet] == nil {
		r.Labels[facet] = map[string]map[string]string{}
	}
	if r.Labels[facet][value] == nil {
		r.Labels[facet][value] = map[string]string{}
	}
	if r.Labels[facet][value][lang] == "" {
		r.Labels[facet][value][lang] = label
	}
}

// Options are the choices of Read. The zero value is good.
type Options struct {
	// Sections makes a document of each part of a page that begins with a heading that has an id,
	// so that hits lead into the page. By default a page is one document: the words of a query are
	// then found anywhere on the page, and a long page does not fill the list of hits.
	Sections bool

	// Langs are the languages of pages that name none, as "ru=docs/ru" or "zh=*.zh-cn.html": a
	// language, and a pattern as in Exclude. It holds for all pages of a folder that it matches. Of
	// several the first holds.
	Langs []string

	// DefaultLang is the language of the other pages that name none. By default it is guessed from
	// the text, and "und", which has no analyser of its own, where the text does not tell.
	DefaultLang string

	// KeepRegion makes pt-BR and pt-PT two languages. By default they are one, pt.
	KeepRegion bool

	// FolderURLs leaves the name index.html off addresses. By default it stays, since a folder is
	// not a page where a site is opened from a disk.
	FolderURLs bool

	// All takes in pages that say noindex, pages that repeat others, as a print version of a whole
	// book does, and lines that most pages of a folder begin or end with. By default they are left
	// out.
	All bool

	// Exclude are patterns (of path.Match) of files and folders to leave out. One without a slash
	// is compared with the name, one with a slash with the path from the root.
	Exclude []string

	// Facets renames facets of the site, for instance to one that a search page has a heading for
	// ("kind", "topic", "state", "year"): {"category": "topic"}.
	Facets map[string]string

	// Progress, if set, is called with the number of files read and the number of all files. Calls
	// do not overlap.
	Progress func(done, total int)
}

// Report says what Read found besides documents.
type Report struct {
	Pages  int           // pages that gave documents
	NoLang int           // those of them whose language is not known
	Left   []LeftOut     // files that gave none, in order of path
	Labels search.Labels // what the pages call values of facets, and facets

	Running []RunningLine // lines left out of texts, the most frequent first

	// Guessed are the numbers of pages whose language only their text tells, by language.
	Guessed map[string]int

	// Refused are facets whose names mean something else (see search.ReservedFacet), and are not
	// renamed by Options.Facets, with the number of their pages.
	Refused map[string]int
}

// LeftOut is a file that was not read, and why.
type LeftOut struct{ Path, Reason string }

// undetermined is the language of a page of which nothing is known (BCP 47, section 4.1).
const undetermined = "und"

func (o Options) check() error {
	for _, p := range o.Exclude {
		if _, err := path.Match(p, ""); err != nil {
			return fmt.Errorf("bad pattern %q: %w", p, err)
		}
	}
	for _, l := range o.Langs {
		key, pattern, _ := strings.Cut(l, "=")
		if _, err := path.Match(pattern, ""); err != nil || pattern == "" || languageKey(key, true) == "" {
			return fmt.Errorf("bad language %q (want a tag, \"=\" and a folder or a pattern, such as \"ru=docs/ru\")", l)
		}
	}
	if o.DefaultLang != "" && languageKey(o.DefaultLang, true) == "" {
		return fmt.Errorf("bad language %q (want a tag such as \"ru\" or \"pt-BR\")", o.DefaultLang)
	}
	for name, facet := range o.Facets {
		if facet == "" || facet != facetName(facet) || search.ReservedFacet(facet) {
			return fmt.Errorf("facet %q cannot be %q (want lower-case letters, such as \"topic\" or \"page-type\", and not %s)",
				name, facet, strings.Join(search.ReservedFacets(), ", "))
		}
	}
	return nil
}
