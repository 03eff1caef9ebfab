package render

import (
	"cmp"
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// Matrix is state × topic: where there is experience and where there is none.
type Matrix struct {
	Topics []MatrixTopic `json:"topics"`
	Rows   []MatrixRow   `json:"rows"`
	Left   int           `json:"left,omitempty"` // states that it has no room for
	Filled int           `json:"filled"`         // cells with a note, of all states
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
	ISO2  string       `json:"iso2"`
	Notes int          `json:"notes"` // of the state; one on two topics counts once
	Cells []MatrixCell `json:"cells"`
}

// MatrixCell holds the notes of a state on a topic. URL leads to the note, or to the place where
// several stand.
type MatrixCell struct {
	URL   string `json:"url,omitempty"`
	Count int    `json:"count,omitempty"`
	Notes []Link `json:"notes,omitempty"` // as far as a reader can take them in
}

const (
	matrixLimit = 1000 // cells of the matrix
	heatLimit   = 300  // cells of its small picture
	cellLimit   = 3    // notes that a cell names
)

// matrix is state × topic. A topic that only holds others together has no column. Where there are
// more states than have room, those with the most notes stand there.
func (b *builder) matrix() *Matrix {
	m := &Matrix{Notes: len(b.c.List(model.Notes))}
	topics := slices.DeleteFunc(model.All[*model.Topic](b.c, model.Topics), b.holdsTopics)
	for _, t := range topics {
		m.Topics = append(m.Topics, MatrixTopic{Link: b.link(t.Ref())})
	}
	for _, s := range model.All[*model.State](b.c, model.States) {
		row := MatrixRow{State: b.link(s.Ref()), ISO2: s.ISO2, Notes: len(b.c.NotesOf(s.ID))}
		for i, t := range topics {
			cell := b.matrixCell(s.ID, t.ID, m.Topics[i].URL)
			if cell.Count > 0 {
				m.Filled++
			} else {
				m.Empty++
			}
			m.Topics[i].Notes += cell.Count
			row.Cells = append(row.Cells, cell)
		}
		m.Rows = append(m.Rows, row)
	}
	all := len(m.Rows)
	m.Rows = fullest(m.Rows, matrixLimit/max(len(topics), 1))
	m.Left = all - len(m.Rows)
	return m
}

func (b *builder) matrixCell(state, topic, topicURL string) MatrixCell {
	notes := b.c.NotesOf(state, topic)
	cell := MatrixCell{Count: len(notes)}
	for _, n := range notes[:min(len(notes), cellLimit)] {
		cell.Notes = append(cell.Notes, b.link(n.Ref()))
	}
	switch len(notes) {
	case 0:
	case 1:
		cell.URL = cell.Notes[0].URL
	default:
		cell.URL = topicURL + "#" + model.StateAnchor(state)
	}
	return cell
}

// fullest are the rows with the most notes, in their order.
func fullest(rows []MatrixRow, limit int) []MatrixRow {
	if len(rows) <= limit {
		return rows
	}
	byNotes := slices.Clone(rows)
	slices.SortStableFunc(byNotes, func(x, y MatrixRow) int { return cmp.Compare(y.Notes, x.Notes) })
	kept := map[string]bool{}
	for _, r := range byNotes[:limit] {
		kept[r.State.URL] = true
	}
	return slices.DeleteFunc(slices.Clone(rows), func(r MatrixRow) bool { return !kept[r.State.URL] })
}
