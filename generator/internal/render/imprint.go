package render

import (
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// Imprint says who is responsible for the site, as far as its configuration does.
type Imprint struct {
	Publisher string    `json:"publisher,omitempty"`
	Mail      string    `json:"mail,omitempty" set:"-"` // "records@council.example (Editorial office)", for feeds
	Rows      []FactRow `json:"rows"`
}

// imprint is nil where the configuration names nobody.
func (b *builder) imprint() *Imprint {
	config := b.c.Config
	i := &Imprint{Publisher: b.text(config.Publisher)}
	editor := b.text(config.Editor)
	var f facts
	f.text("fact_publisher", i.Publisher)
	f.text("fact_editor", editor)
	switch contact := config.Contact; {
	case contact == "":
	case config.ContactIsMail():
		f.add("fact_contact", FactValue{Text: contact, URL: "mailto:" + contact})
		i.Mail = contact
		if editor != "" {
			i.Mail += " (" + editor + ")"
		}
	default:
		_, shown, _ := strings.Cut(contact, "://")
		f.add("fact_contact", FactValue{Text: strings.TrimSuffix(shown, "/"), URL: contact})
	}
	if i.Rows = f.rows; len(i.Rows) == 0 {
		return nil
	}
	return i
}

// proseRecord is the page of prose about the site. The first that the configuration leads to says
// who is responsible for it.
func (b *builder) proseRecord(e model.Entity, r Record) *Record {
	if menu := b.c.Config.Menu; len(menu) > 0 && menu[0] == e.Ref() {
		if i := b.imprint(); i != nil {
			r.Facts = i.Rows
		}
	}
	return &r
}
