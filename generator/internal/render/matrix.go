package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// Matrix is state × topic: where there is experience and where there is none.
type Matrix struct {
	Topics []MatrixTopic `json:"topics"`
	Rows   []MatrixRow   `json:"rows"`
	Filled int           `json:"filled"` // cells with a note
	Empty  int           `json:"empty"`
	Notes  int           `json:"notes"`
}

// MatrixTopic is a column.
type MatrixTopic struct {
	Link
	Notes int `json:"notes"`
}

// MatrixRow is a state; Cells has one for each topic.
type MatrixRow struct {
	State Link         `json:"state"`
	Notes int          `json:"notes"` // of the state; one on two topics counts once
	Cells []MatrixCell `json:"cells"`
}

// MatrixCell holds the notes of a state on a topic. URL leads to the note, or to the place where several stand.
type MatrixCell struct {
	URL   string `json:"url,omitempty"`
	Notes []Link `json:"notes,omitempty"`
}

// matrix is state × topic. A topic that only holds others together has no column.
func (b *builder) matrix() *Matrix {
	m := &Matrix{Notes: len(b.c.List(model.Notes))}
	topics := slices.DeleteFunc(model.All[*model.Topic](b.c, model.Topics), b.holder)
	for _, t := range topics {
		m.Topics = append(m.Topics, MatrixTopic{Link: b.link(t.Ref())})
	}
	for _, s := range model.All[*model.State](b.c, model.States) {
		row := MatrixRow{State: b.link(s.Ref())}
		for _, n := range model.All[*model.Note](b.c, model.Notes) {
			if n.State == s.ID {
				row.Notes++
			}
		}
		for i, t := range topics {
			var cell MatrixCell
			for _, n := range b.notesOf(s.ID, t.ID) {
				cell.Notes = append(cell.Notes, b.link(n.Ref()))
			}
			switch len(cell.Notes) {
			case 0:
				m.Empty++
			case 1:
				m.Filled++
				cell.URL = cell.Notes[0].URL
			default:
				m.Filled++
				cell.URL = m.Topics[i].URL + "#" + stateAnchor(s.ID)
			}
			m.Topics[i].Notes += len(cell.Notes)
			row.Cells = append(row.Cells, cell)
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}
