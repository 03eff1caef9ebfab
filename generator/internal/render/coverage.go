package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// Coverage is what is said in which language: counts for all languages, and what the page's
// language lacks.
type Coverage struct {
	Kinds    []CoverageKind `json:"kinds"`
	Statuses []CoverageRow  `json:"statuses,omitempty"` // texts of documents by what they are: authentic, machine …
}

// CoverageKind are the counts of a kind. Where it has no list of its own, Name is a key of the
// theme's i18n ("coverage_vocabularies", "group_to_come").
type CoverageKind struct {
	Link
	Name string        `json:"name,omitempty"`
	Rows []CoverageRow `json:"rows"`
}

// CoverageRow is a count in each language, in the order of the site. Name is a key of the theme's
// i18n ("coverage_titles"), or Label is the word.
type CoverageRow struct {
	Name  string         `json:"name,omitempty"`
	Label string         `json:"label,omitempty"`
	Cells []CoverageCell `json:"cells"`
}

// CoverageCell is how many there are, of how many.
type CoverageCell struct {
	Have int `json:"have"`
	Of   int `json:"of,omitempty"`
}

// CoverageGap is an entity or a file that lacks something. Lacks are keys of the theme's i18n
// ("coverage_texts").
type CoverageGap struct {
	Link
	Lacks    []string `json:"lacks"`
	Versions []string `json:"versions,omitempty"` // of its text that the collection has not, by status
	Files    []File   `json:"files"`              // where the words belong
}

// Measures of coverage, in the order of their rows.
var measures = []string{"coverage_titles", "coverage_leads", "coverage_texts", "coverage_words"}

// measure is the row that a text of a record counts in, by its path in the file.
func measure(path []string) string {
	if len(path) == 1 {
		switch path[0] {
		case "title", "name", "label":
			return "coverage_titles"
		case "summary", "definition", "description", "post":
			return "coverage_leads"
		}
	}
	return "coverage_words"
}

// tally counts the texts of one kind by measure and language.
type tally struct {
	langs []model.Lang
	rows  map[string][]CoverageCell
}

func newTally(langs []model.Lang) *tally { return &tally{langs, map[string][]CoverageCell{}} }

// count takes one thing in, which each language has or has not.
func (t *tally) count(name string, has func(model.Lang) bool) {
	if t.rows[name] == nil {
		t.rows[name] = make([]CoverageCell, len(t.langs))
	}
	for i, l := range t.langs {
		t.rows[name][i].Of++
		if has(l) {
			t.rows[name][i].Have++
		}
	}
}

// walk counts the texts of a record, and returns the measures in which a language lacks some.
func (t *tally) walk(record any, lang model.Lang, measure func(path []string) string) (lacks []string) {
	model.Walk(record, func(leaf model.Leaf) {
		text, ok := leaf.Value.(model.Text)
		if !ok {
			return
		}
		name := measure(leaf.Path)
		t.count(name, func(l model.Lang) bool { return text[l] != "" })
		if text[lang] == "" && !slices.Contains(lacks, name) {
			lacks = append(lacks, name)
		}
	})
	return lacks
}

func (t *tally) view() []CoverageRow {
	var out []CoverageRow
	for _, name := range measures {
		if t.rows[name] != nil {
			out = append(out, CoverageRow{Name: name, Cells: t.rows[name]})
		}
	}
	return out
}

// CoveragePage is the page about what is said in which language.
type CoveragePage struct {
	Page
	Register *Register     `json:"register"`
	Coverage *Coverage     `json:"coverage,omitempty"` // on the first page
	Gaps     []CoverageGap `json:"gaps,omitempty"`     // what the page's language lacks
}

// coverageList is the list of what the language lacks; its first page has the counts.
func (b *builder) coverageList() whole {
	counts, gaps := b.coverage()
	w := whole{folder: coverageName + "/"}
	for _, g := range gaps {
		w.entries = append(w.entries, entry{section: "all", row: g})
	}
	w.view = func(shown []entry, r *Register) view {
		v := &CoveragePage{Register: r}
		if r.Part == nil {
			v.Coverage = counts
		}
		for _, e := range shown {
			v.Gaps = append(v.Gaps, e.row.(CoverageGap))
		}
		return v
	}
	return w
}

// coverage counts what is said in which language, and lists what the page's language lacks.
func (b *builder) coverage() (*Coverage, []CoverageGap) {
	c := &coverer{b: b, counts: &Coverage{Statuses: b.statuses()}}
	for _, k := range model.Kinds {
		if len(b.c.List(k)) > 0 {
			c.coverKind(k)
		}
	}
	words := newTally(b.c.Config.Langs())
	for _, name := range model.Vocabularies {
		c.coverFile(words, b.c.Vocabulary[name], b.c.Vocabulary[name].Index.File(), func(path []string) string {
			switch path[len(path)-1] {
			case "label", "title":
				return "coverage_titles"
			case "definition":
				return "coverage_leads"
			}
			return "coverage_words"
		})
	}
	c.counts.Kinds = append(c.counts.Kinds, CoverageKind{Name: "coverage_vocabularies", Rows: words.view()})
	site := newTally(b.c.Config.Langs())
	c.coverFile(site, b.c.Config, b.c.Config.Index.File(), func([]string) string { return "coverage_words" })
	c.counts.Kinds = append(c.counts.Kinds, CoverageKind{Name: "coverage_site", Rows: site.view()})
	return c.counts, c.gaps
}

// coverer gathers the counts and gaps of one language's page.
type coverer struct {
	b      *builder
	counts *Coverage
	gaps   []CoverageGap
}

// coverKind takes the entities of a kind in. Meetings to come are counted by themselves, as they
// are elsewhere.
func (c *coverer) coverKind(k model.Kind) {
	b := c.b
	all, toCome := newTally(b.c.Config.Langs()), newTally(b.c.Config.Langs())
	for _, e := range b.c.List(k) {
		t := all
		if m, ok := e.(*model.Meeting); ok && !b.c.Held(m) {
			t = toCome
		}
		lacks := t.walk(e, b.lang, measure)
		files := b.files(e)
		if prose := model.BaseOf(e).Prose; len(prose) > 0 {
			t.count("coverage_texts", func(l model.Lang) bool { return model.HasText(e, l) })
			if !model.HasText(e, b.lang) {
				lacks = append(lacks, "coverage_texts")
				files = append(files, File{Path: e.Ref().TextFile(b.lang)}) // not there yet
			}
		}
		versions := b.absentVersions(e)
		if len(lacks)+len(versions) > 0 {
			slices.SortFunc(lacks, func(a, b string) int { return slices.Index(measures, a) - slices.Index(measures, b) })
			c.gaps = append(c.gaps, CoverageGap{b.link(e.Ref()), lacks, versions, files})
		}
	}
	if len(all.rows) > 0 {
		c.counts.Kinds = append(c.counts.Kinds, CoverageKind{Link: b.listLink(k), Rows: all.view()})
	}
	if len(toCome.rows) > 0 {
		c.counts.Kinds = append(c.counts.Kinds, CoverageKind{Name: "group_to_come", Rows: toCome.view()})
	}
}

// coverFile takes a file in that is no entity.
func (c *coverer) coverFile(t *tally, record any, path string, measure func([]string) string) {
	if lacks := t.walk(record, c.b.lang, measure); len(lacks) > 0 {
		file := c.b.file(path)
		c.gaps = append(c.gaps, CoverageGap{Link{Title: file.Path}, lacks, nil, []File{file}})
	}
}

// absentVersions are the versions of a work in the page's language that the collection has not.
func (b *builder) absentVersions(e model.Entity) (out []string) {
	if w, ok := e.(model.Work); ok {
		for _, v := range w.Doc().Versions {
			if v.Lang == b.lang && v.Availability != model.InCollection {
				out = append(out, b.c.Label(model.VocabTextStatus, v.Status, b.lang))
			}
		}
	}
	return out
}

// statuses count the texts of documents by what they are: those in the collection, of those that
// are known of.
func (b *builder) statuses() []CoverageRow {
	langs := b.c.Config.Langs()
	var out []CoverageRow
	for _, t := range b.c.Vocabulary[model.VocabTextStatus].Terms {
		row := CoverageRow{Label: b.c.Label(model.VocabTextStatus, model.Code(t.Key), b.lang), Cells: make([]CoverageCell, len(langs))}
		any := false
		for _, w := range model.All[model.Work](b.c, model.Works...) {
			for _, v := range w.Doc().Versions {
				i := slices.Index(langs, v.Lang)
				if i < 0 || v.Status != model.Code(t.Key) {
					continue
				}
				any = true
				row.Cells[i].Of++
				if v.Availability == model.InCollection {
					row.Cells[i].Have++
				}
			}
		}
		if any {
			out = append(out, row)
		}
	}
	return out
}
