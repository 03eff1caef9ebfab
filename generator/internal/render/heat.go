package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

// Heat shows how many notes there are of each topic and state.
type Heat struct {
	Rows []HeatRow `json:"rows"`
	URL  string    `json:"url"`            // of the list of notes
	Left int       `json:"left,omitempty"` // states that it has no room for
}

// HeatRow is a topic with a cell for each state.
type HeatRow struct {
	Topic  Link       `json:"topic"`
	States int        `json:"states"` // that have a note
	Cells  []HeatCell `json:"cells"`
}

// HeatCell is a state and what it has of a topic.
type HeatCell struct {
	Code  string `json:"code"` // ISO 3166-1 alpha-2
	State string `json:"state"`
	Count int    `json:"count"`
	URL   string `json:"url,omitempty"` // of the note where there is one, of the list of notes where there are several
}

// heat makes the small picture of the matrix; nil where there are no notes, or so many topics that
// it has room for no state.
func (b *builder) heat() *Heat {
	m := b.matrix()
	shown := fullest(m.Rows, heatLimit/max(len(m.Topics), 1))
	if m.Filled == 0 || len(shown) == 0 {
		return nil
	}
	h := &Heat{URL: b.listAddress(model.Notes), Left: len(m.Rows) + m.Left - len(shown)}
	for t, topic := range m.Topics {
		row := HeatRow{Topic: topic.Link}
		for _, of := range shown {
			full := of.Cells[t]
			cell := HeatCell{Code: of.ISO2, State: of.State.Title, Count: full.Count, URL: full.URL}
			if cell.Count > 0 {
				row.States++
			}
			row.Cells = append(row.Cells, cell)
		}
		h.Rows = append(h.Rows, row)
	}
	return h
}
