package draft

import (
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// status reads whether the record is a draft, or when it was approved.
func (d *Draft) status() {
	for i, p := range d.early() {
		text := p.words()
		m := d.lex.approved.FindStringIndex(text)
		switch {
		case d.Status.known():
			return
		case m != nil:
			d.Status = Value{"approved", p.At, Likely, cut(text[m[0]:], 60)}
			d.approvedOn(i, text[m[1]:], p.At)
		case (p.ID == model.PartTitle || len(text) < 120) && d.lex.unapproved.MatchString(text):
			d.Status = Value{"draft", p.At, Likely, d.lex.unapproved.FindString(text)}
		}
	}
	for i, p := range d.Pieces {
		if part := model.PartOf(p.ID); d.Status.known() || part != model.PartClosing && part != model.PartSignatures && (d.Lang != "en" || i < len(d.Pieces)-3) {
			continue
		}
		m := d.lex.approved.FindStringIndex(p.Text)
		if m == nil && d.Lang == "en" {
			m = approvedAtEnd.FindStringIndex(p.Text)
		}
		if m != nil {
			d.Status = Value{"approved", p.At, Likely, cut(p.Text[m[0]:], 60)}
			d.approvedOn(len(d.Pieces), p.Text[m[0]:], p.At)
		}
	}
}

// approvedAtEnd says in English when a record was approved, behind a signature or for a body.
var approvedAtEnd = re(`\bapproved\s*(?:by\s+(?:the\s+)?(?:board|council|committee|commission|trustees|directors|senate|members|chair\p{L}*)\s*)?(?:on\s*:?|:)\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?(?:\d|` + monthsEn + `\s+\d)|(?:^|\s)approved\s+(?:` + monthsEn + `\s+\d{1,2},?|\d{1,2}\s+` + monthsEn + `)\s+\d{4}$`)

// approvedOn reads the day of approval: behind the words that say so, or in the stamp below them.
func (d *Draft) approvedOn(rank int, after, at string) {
	texts := []string{after}
	for i, p := range d.early() {
		if i > rank+3 && p.ID == model.PartTitle {
			break
		}
		if i > rank && (i <= rank+3 || d.Lang == "ru" && i <= rank+6) && p.ID != model.PartTitle {
			texts = append(texts, p.words())
		}
	}
	held := string(model.Date(d.Date.Text).From())
	for _, text := range texts {
		for _, when := range d.dates(text) {
			if day := string(when.date.From()); day >= held {
				d.Approved = Value{day, at, Likely, text[when.from:when.to]}
				return
			}
		}
	}
	d.ask("approved", at, "when was the record approved?", "")
}

// changes lists the words by which the record changes an earlier decision or approves earlier
// minutes: which record that is, somebody has to say.
func (d *Draft) changes() {
	for _, p := range d.Pieces {
		part := model.PartOf(p.ID)
		if part == model.PartTitle || part == model.PartPreamble || part == model.PartSignatures || model.IsAnnex(part) {
			continue
		}
		for _, text := range lines(p) {
			for _, sentence := range d.sentences(text) {
				for _, c := range d.lex.effects {
					if m := c.FindStringIndex(sentence); m != nil {
						d.ask("effect", p.At, "which record does "+p.ID+" change? it says "+quoted(cut(sentence[m[0]:], 160)), c.code+" = […] at "+p.ID+" is not written"+d.datedRecord(sentence))
						break
					}
				}
				if m := d.lex.earlier.FindStringIndex(sentence); m != nil {
					d.ask("approval", p.At, p.ID+" approves earlier minutes: "+quoted(cut(sentence, 120)), "approved_by of that record is not written"+d.datedRecord(sentence))
				}
			}
		}
	}
}

// effect is a way to say that a decision changes an earlier one, with the key that says so.
type effect struct {
	code string
	*pattern
}

// datedRecord names the record of the site that is of a day which a sentence names.
func (d *Draft) datedRecord(sentence string) string {
	for _, when := range d.dates(sentence) {
		day := when.date.From()
		if ref, _, ok := d.recordOf(day); ok {
			return "; it may be " + ref.String()
		}
		for _, i := range model.All[*model.Instrument](d.site, model.Instruments) {
			for _, e := range i.Events {
				if e.Date.From() == day {
					return "; it may be " + i.Ref().String()
				}
			}
		}
	}
	return ""
}

// recordOf returns the protocol of a meeting that was held on a day, and the body that met, where
// the site has one.
func (d *Draft) recordOf(day model.Date) (ref model.Ref, body string, ok bool) {
	for _, p := range model.All[*model.Protocol](d.site, model.Protocols) {
		if m, ok := model.Get[*model.Meeting](d.site, model.Ref{Kind: model.Meetings, ID: p.Meeting}); ok && m.Date.From() == day {
			return p.Ref(), m.Body, true
		}
	}
	return ref, "", false
}

// topics lists the topics of the site that headings and titles of the text name.
func (d *Draft) topics() (ids []string) {
	var text strings.Builder
	for _, p := range d.Pieces {
		if p.Heading || p.ID == model.PartTitle {
			text.WriteString(strings.ToLower(p.Text) + "\n")
		}
	}
	for _, a := range d.Agenda {
		text.WriteString(strings.ToLower(a.Title.Text) + "\n")
	}
	for _, t := range model.All[*model.Topic](d.site, model.Topics) {
		if name := strings.ToLower(t.Label[d.Lang]); len(name) > 3 && strings.Contains(text.String(), name) {
			ids = append(ids, t.ID)
		}
	}
	return ids
}
