package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

// FactRow is a line of the table of facts at the head of a page. Name is a key of the theme's i18n
// ("fact_date"). A row without values is a statement by itself ("fact_certified_copies").
type FactRow struct {
	Name   string      `json:"name,omitempty"`
	Label  string      `json:"label,omitempty"` // in place of the theme's word
	Values []FactValue `json:"values,omitempty"`
	More   *Count      `json:"more,omitempty"` // the whole list, where Values are but the newest

	Conflicts []Conflict `json:"conflicts,omitempty"` // what other sources say
}

// FactValue is one value: a link, a word, a date or a number; exactly one of Text, Date and Number
// is set.
type FactValue struct {
	Text   string  `json:"text,omitempty"`
	URL    string  `json:"url,omitempty"`
	In     *Tongue `json:"in,omitempty"`   // the language of Text, where another lends it
	Time   string  `json:"time,omitempty"` // beside Date: "09:30–16:00, Europe/Helsinki"
	Date   string  `json:"date,omitempty"` // EDTF: "2021-11-25", "2021", "2021/2025", "2024/..", "tba"
	Number int     `json:"number,omitempty"`
	Count  int     `json:"count,omitempty"`  // how many there are of Text
	Note   *Term   `json:"note,omitempty"`   // confidence
	Status *Term   `json:"status,omitempty"` // of the words, where they are not official
}

// facts gathers rows and leaves out empty ones.
type facts struct{ rows []FactRow }

func (f *facts) add(name string, values ...FactValue) {
	if len(values) > 0 {
		f.rows = append(f.rows, FactRow{Name: name, Values: values})
	}
}

// flag adds a row without a value: its name says it all.
func (f *facts) flag(name string) { f.rows = append(f.rows, FactRow{Name: name}) }

func (f *facts) text(name, s string) {
	if s != "" {
		f.add(name, FactValue{Text: s})
	}
}

func (f *facts) date(name string, d model.Date, confidence *Term) {
	if d != "" {
		f.add(name, FactValue{Date: string(d), Note: confidence})
	}
}

func (f *facts) term(name string, t *Term) {
	if t != nil {
		f.text(name, t.Label)
	}
}

func (f *facts) links(name string, links ...Link) {
	var values []FactValue
	for _, l := range links {
		values = append(values, linkValue(l))
	}
	f.add(name, values...)
}

func linkValue(l Link) FactValue { return FactValue{Text: l.Title, URL: l.URL, In: l.In} }

func (f *facts) link(name string, l *Link) {
	if l != nil {
		f.links(name, *l)
	}
}

func (b *builder) status(s model.Status) *Term {
	return b.optionalTerm(model.VocabTextStatus, s[b.lang])
}

// doubt is a confidence that a reader must see beside a value; nil where it is certain or not said.
func (b *builder) doubt(c model.Code) *Term {
	if t, _, _ := b.c.Vocabulary[model.VocabConfidence].Term(c); t.Certain {
		return nil
	}
	return b.optionalTerm(model.VocabConfidence, c)
}
