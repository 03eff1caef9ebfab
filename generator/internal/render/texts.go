package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// Version is the document in one language.
type Version struct {
	Lang         string `json:"lang"` // key
	LangName     string `json:"lang_name"`
	Native       bool   `json:"native,omitempty"` // LangName is in that language
	Tag          string `json:"tag"`
	Status       Term   `json:"status"`
	Availability Term   `json:"availability"`
	From         string `json:"from,omitempty"`  // name of the language it was translated from
	URL          string `json:"url,omitempty"`   // where the collection has it
	Stale        int    `json:"stale,omitempty"` // paragraphs whose source has changed since they were translated
}

// TextColumn is the document in one language: a column, where the page shows several side by side.
type TextColumn struct {
	Version
	Number int    `json:"number"`           // from 1; ties the reader's choice to the cells
	Other  bool   `json:"other"`            // in another language than the page
	Dir    string `json:"dir,omitempty"`    // where it is not that of the page
	Shown  bool   `json:"shown,omitempty"`  // on the page; the others come when the reader chooses them
	Source string `json:"source,omitempty"` // address of the script with the text, where it is not on the page
}

// Cell is a paragraph in one language. Without HTML the language has no such paragraph.
type Cell struct {
	HTML  string `json:"html,omitempty" set:"html"`
	Flow  bool   `json:"flow,omitempty"`  // paragraphs, lists and tables
	Stale bool   `json:"stale,omitempty"` // its source has changed since it was translated
}

// texts are the languages in which a page shows a work: its own first, then those that a reader may
// choose. A text in one other language alone is left to the page in that language.
func (b *builder) texts(w model.Work) []model.Lang {
	langs := slices.Clone(b.c.Compared(w))
	i := slices.Index(langs, b.lang)
	switch {
	case i >= 0:
		return slices.Insert(slices.Delete(langs, i, i+1), 0, b.lang)
	case len(langs) < 2:
		return nil
	}
	return langs
}

// textColumn is the text in a language, at its place among the others.
func (b *builder) textColumn(w model.Work, l model.Lang, i int) TextColumn {
	lang, _ := b.c.Config.Language(l)
	own, _ := b.c.Config.Language(b.lang)
	t := TextColumn{
		Version: Version{Lang: string(l), LangName: lang.Name, Tag: lang.Tag},
		Number:  i + 1, Other: l != b.lang, Shown: i == 0,
	}
	if i > 0 {
		t.Source = "/" + b.c.Paths.TextURL(w.Ref(), l)
	}
	if lang.Direction != own.Direction {
		t.Dir = lang.Direction
	}
	if v, ok := w.Doc().Version(l); ok {
		t.Version = b.version(w, v)
		t.LangName = lang.Name // who can read a text knows its language by that
	}
	return t
}

func (b *builder) version(e model.Work, v model.Version) Version {
	view := Version{
		Lang: string(v.Lang), Tag: b.languageTag(v.Lang),
		Status: b.term(model.VocabTextStatus, v.Status), Availability: b.term(model.VocabAvailability, v.Availability),
	}
	view.LangName, view.Native = b.languageName(v.Lang)
	for _, from := range e.Doc().Versions {
		if from.Key == v.TranslatedFrom {
			view.From, _ = b.languageName(from.Lang)
		}
	}
	if v.Availability == model.InCollection {
		view.URL = "/" + b.c.Paths.URL(e.Ref(), v.Lang)
		for _, block := range model.BaseOf(e).Prose[v.Lang].Blocks {
			if model.Stale(e, v.Lang, block.ID) {
				view.Stale++
			}
		}
	}
	return view
}

// allTexts is the query of an address that chooses all languages; "" where there is no choice.
func allTexts(langs []model.Lang) string {
	if len(langs) < 2 {
		return ""
	}
	var names []string
	for _, l := range langs {
		names = append(names, string(l))
	}
	return "?langs=" + strings.Join(names, ",")
}

// marks are the numbers of the marks of the words of a node's acts, in whichever language has them.
func (b *builder) marks(w model.Work, id string, langs []model.Lang) []int {
	marks := make([]int, len(w.Doc().Node(id).Acts))
	for _, l := range langs {
		_, found := b.cell(w, id, l)
		for i, mark := range found {
			marks[i] = max(marks[i], mark)
		}
	}
	return marks
}

// lacking are the numbers of the texts that have nothing of a node.
func lacking(w model.Work, id string, langs []model.Lang) []int {
	var numbers []int
	for i, l := range langs {
		if _, ok := model.BaseOf(w).Prose[l].Block(id); !ok {
			numbers = append(numbers, i+1)
		}
	}
	return numbers
}

// Text is a work in one language, for its pages in other languages, which load it when a reader
// chooses it.
type Text struct {
	Lang  string     `json:"lang"`
	Cells []TextCell `json:"cells"`
}

// TextCell is a paragraph of a Text.
type TextCell struct {
	ID  string `json:"id"`
	Num string `json:"num,omitempty"` // of the clause that it begins
	Cell
}

// textLayout is the template of scripts with a text.
const textLayout = "text"

// addText adds the script with the text of a work in the language.
func (b *builder) addText(w model.Work) error {
	text := Text{Lang: string(b.lang)}
	part := ""
	langs := b.texts(w)
	for _, id := range alignedNodes(w, langs) {
		begins := model.PartOf(id) != part
		part = model.PartOf(id)
		cell := TextCell{ID: id}
		if begins && part != model.PartSignatures {
			cell.Num = w.Doc().Node(part).Num
		}
		block := Block{ID: id}
		b.heads(&block, w, langs)
		cell.Num = cmp.Or(block.Num, cell.Num)
		if cell.Cell, _ = b.cell(w, id, b.lang); cell.HTML != "" && part != "" {
			text.Cells = append(text.Cells, cell)
		}
	}
	return b.put(string(w.Ref().Kind)+"/"+w.Ref().ID+"/text.md", b.c.Paths.TextURL(w.Ref(), b.lang), textLayout, text)
}

// inText is a node of a work in one language.
type inText struct {
	node model.Ref
	lang model.Lang
}

// markedCell is a cell with the numbers of the marks in it.
type markedCell struct {
	Cell
	marks []int
}

// cell is a node in one language, with its words marked. It is the same on the pages of all
// languages, and made for the first of them.
func (b *builder) cell(w model.Work, id string, l model.Lang) (Cell, []int) {
	at := inText{model.At(w, id), l}
	made, ok := b.cellsMade[at]
	if !ok {
		block, _ := model.BaseOf(w).Prose[l].Block(id)
		acts := w.Doc().Node(id).Acts
		made.HTML, made.marks = (&builder{c: b.c, lang: l}).markedBy(block.HTML, acts, func(text string) []model.Formula {
			if text != block.Text {
				return b.formulas(text, acts, l)
			}
			found, _ := b.c.FormulasAt(at.node, l)
			return found
		})
		made.HTML = setterOf(b.c, l).HTML(made.HTML) // the language of the text, not of the page
		made.Flow = block.Flow
		made.Stale = model.Stale(w, l, id)
		b.cellsMade[at] = made
	}
	return made.Cell, made.marks
}

// alignedNodes are the nodes of all the texts, each once, in their common order: one that a text
// does not have is where the others have it.
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
