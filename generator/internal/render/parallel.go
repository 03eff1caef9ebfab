package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/cite"
	"github.com/kengash/kengash/generator/internal/model"
)

// Parallel is the text of a work in several languages side by side: a row holds the same paragraph
// in each.
type Parallel struct {
	Columns []Column       `json:"columns"`          // the languages in which the collection has the text
	Absent  []Version      `json:"absent,omitempty"` // versions in other languages
	Parts   []ParallelPart `json:"parts"`
}

// Column is one language of the text.
type Column struct {
	Version
	Number    int       `json:"number"` // from 1; ties the reader's choice to the cells
	Dir       string    `json:"dir"`
	Elsewhere []Version `json:"elsewhere,omitempty"` // other versions in this language, which the collection has not
}

// ParallelPart is the title, the preamble, a clause, the closing words or the signatures.
type ParallelPart struct {
	ID    string `json:"id"`   // anchor
	Kind  string `json:"kind"` // "title", "pre", "clause", "end", "sig"
	Num   string `json:"num,omitempty"`
	Label string `json:"label,omitempty"`
	Rows  []Row  `json:"rows"`
}

// Row is a paragraph in every language, and what it does.
type Row struct {
	ID    string `json:"id"` // anchor: "c1.p2"
	Acts  []Act  `json:"acts,omitempty"`
	State *Link  `json:"state,omitempty"` // of a signature block
	Cells []Cell `json:"cells"`           // one a column, in their order
}

// Cell is a paragraph in one language. Without HTML the language has no such paragraph.
type Cell struct {
	HTML  string `json:"html,omitempty"`
	Stale bool   `json:"stale,omitempty"` // its source has changed since it was translated
}

// ParallelPage is the page that shows a work's texts side by side.
type ParallelPage struct {
	Page
	ID       string    `json:"id"`
	Parallel *Parallel `json:"parallel"`
	Files    []File    `json:"files,omitempty"`
	Citation *Citation `json:"citation,omitempty"`
}

// parallelPage makes the view of the page that shows a work's texts side by side.
func (b *builder) parallelPage(w model.Work) *ParallelPage {
	r := w.Ref()
	p := &ParallelPage{
		Page: Page{
			Kind: "parallel", Heading: b.c.ShortTitle(r, b.lang), Description: b.text(w.Name()),
			Breadcrumbs: []Link{b.listLink(r.Kind), b.link(r)},
		},
		ID: r.ID, Parallel: b.parallel(w), Files: b.files(w)[:1],
	}
	for _, l := range b.c.Compared(w) {
		p.Files = append(p.Files, newBuilder(b.c, l).files(w)[1:]...)
	}
	item := b.citeItem(w)
	item.Key, item.Permalink = item.Key+"-parallel", b.c.Config.BaseURL+r.ParallelURL(b.lang)
	item.Note = "" // each text has a status of its own
	p.Citation = withForms(item, func(format func(cite.Item) string) string { return escapeText(format(item)) })
	return p
}

func (b *builder) parallel(w model.Work) *Parallel {
	view := &Parallel{}
	langs := b.c.Compared(w)
	for i, l := range langs {
		lang, _ := b.c.Config.Language(l)
		column := Column{Number: i + 1, Dir: lang.Direction, Version: Version{Lang: string(l), LangName: lang.Name, Tag: lang.Tag}}
		for _, v := range w.Doc().Versions {
			switch {
			case v.Lang != l:
			case v.Availability == model.InCollection:
				column.Version = b.version(w, v)
			default:
				column.Elsewhere = append(column.Elsewhere, b.version(w, v))
			}
		}
		view.Columns = append(view.Columns, column)
	}
	for _, v := range w.Doc().Versions {
		if !slices.Contains(langs, v.Lang) {
			view.Absent = append(view.Absent, b.version(w, v))
		}
	}
	explained := explainer{}
	for _, id := range alignedNodes(w, langs) {
		part := model.PartOf(id)
		if n := len(view.Parts); n == 0 || view.Parts[n-1].ID != part {
			view.Parts = append(view.Parts, b.parallelPart(w, part))
		}
		last := &view.Parts[len(view.Parts)-1]
		row := b.row(w, id, langs)
		explained.acts(row.Acts)
		last.Rows = append(last.Rows, row)
	}
	return view
}

func (b *builder) parallelPart(w model.Work, id string) ParallelPart {
	if id == model.PartTitle {
		return ParallelPart{ID: id, Kind: id}
	}
	p := b.part(w, id)
	return ParallelPart{ID: p.ID, Kind: p.Kind, Num: p.Num, Label: p.Label}
}

func (b *builder) row(w model.Work, id string, langs []model.Lang) Row {
	known := b.block(w, model.Block{ID: id})
	row := Row{ID: id, Acts: known.Acts, State: known.State}
	for _, l := range langs {
		block, _ := model.BaseOf(w).Prose[l].Block(id)
		// Its words are explained in the language of the text.
		code, marks := newBuilder(b.c, l).marked(block.HTML, w.Doc().Node(id).Acts)
		for i, mark := range marks {
			row.Acts[i].Mark = max(row.Acts[i].Mark, mark)
		}
		row.Cells = append(row.Cells, Cell{HTML: code, Stale: model.Stale(w, l, id)})
	}
	return row
}

// alignedNodes are the nodes of all the texts, each once, in their common order: one that a text
// does not have stands where the others have it.
func alignedNodes(w model.Work, langs []model.Lang) []string {
	var ids []string
	for _, l := range langs {
		at := 0
		for _, block := range model.BaseOf(w).Prose[l].Blocks {
			if i := slices.Index(ids, block.ID); i >= 0 {
				at = i + 1
				continue
			}
			ids = slices.Insert(ids, at, block.ID)
			at++
		}
	}
	return ids
}
