package render

import (
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// TextColumn is the document in one language: a column, where the page shows several side by side.
type TextColumn struct {
	Version
	Number int    `json:"number"`          // from 1; ties the reader's choice to the cells
	Other  bool   `json:"other"`           // in another language than the page
	Dir    string `json:"dir,omitempty"`   // where it is not that of the page
	Shown  bool   `json:"shown,omitempty"` // before the reader chooses
}

// Cell is a paragraph in one language. Without HTML the language has no such paragraph.
type Cell struct {
	HTML  string `json:"html,omitempty"`
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

// cells are a node in every language, and for each of its acts the number of the mark of its words.
// They are explained in the language of the text.
func (b *builder) cells(w model.Work, id string, langs []model.Lang) (cells []Cell, marks []int) {
	acts := w.Doc().Node(id).Acts
	marks = make([]int, len(acts))
	for _, l := range langs {
		block, _ := model.BaseOf(w).Prose[l].Block(id)
		code, found := (&builder{c: b.c, lang: l}).marked(block.HTML, acts)
		for i, mark := range found {
			marks[i] = max(marks[i], mark)
		}
		cells = append(cells, Cell{HTML: code, Stale: model.Stale(w, l, id)})
	}
	return cells, marks
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
