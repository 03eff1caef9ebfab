package check

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// meetings checks that what the records say of a meeting agrees: its day and that of its protocol,
// who was there and who signed, its number among those of its body.
func (f *facts) meetings() {
	for _, b := range model.All[*model.Body](f.c, model.Bodies) {
		f.founded(b)
	}
	for _, m := range model.All[*model.Meeting](f.c, model.Meetings) {
		f.held(m)
		f.yearOfTitle(m)
		if n := len(m.Delegations); n > 0 && m.ChairState != "" && !slices.Contains(m.Delegations, m.ChairState) {
			f.odd(diag.ChairOutside, "chairs from outside the delegations", m.At("chair_state"), "write it into delegations, or name another one",
				"the chair, "+m.ChairState+", is not among the delegations", m.At("delegations"))
		}
		f.number(m)
	}
	for _, p := range model.All[*model.Protocol](f.c, model.Protocols) {
		if m, ok := model.Get[*model.Meeting](f.c, model.Ref{Kind: model.Meetings, ID: p.Meeting}); ok {
			f.signed(p, m)
			f.signatures(p, m)
		}
	}
	for _, w := range model.All[model.Work](f.c, model.Works...) {
		f.versions(w)
	}
}

// founded checks that a body did not meet before it was founded. It reports the first such meeting.
func (f *facts) founded(b *model.Body) {
	early := slices.DeleteFunc(slices.Clone(f.c.MeetingsOf(b.Ref())), func(m *model.Meeting) bool { return !before(m.Date, b.Founded) })
	if len(early) == 0 {
		return
	}
	msg := "a meeting of " + string(early[0].Date) + " of the body " + b.ID + ", founded on " + string(b.Founded)
	if n := len(early) - 1; n > 0 {
		msg += ", and " + strconv.Itoa(n) + " more"
	}
	f.odd(diag.OddDates, "bodies that met before they were founded", early[0].At("date"), "correct one of the dates", msg, b.At("founded"))
}

// held checks that nothing is reported of a meeting that has not been held yet.
func (f *facts) held(m *model.Meeting) {
	if len(m.Outcomes) > 0 && (m.Date == model.TBA || before(f.c.Config.DataDate, m.Date)) {
		f.wrong(diag.MeetingStatus, "outcomes of meetings to come", m.At("outcome"), "correct the date, or remove the outcomes",
			"outcomes of a meeting that is not held yet (data_date "+string(f.c.Config.DataDate)+")", m.At("date"))
	}
}

// lastYear is a year at the end of a title: "March 2026", "март 2026 г.", "2026年3月".
var lastYear = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2})(?:\s*(?:г\.|года?|年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?))?[\s\p{P}]*$`)

// yearOfTitle checks that a title that ends with a year names that of the meeting: one that was
// copied from the year before looks right.
func (f *facts) yearOfTitle(m *model.Meeting) {
	if len(m.Date.Years()) == 0 {
		return
	}
	for key, title := range map[string]model.Text{"title": m.Title, "short_title": m.ShortTitle} {
		for _, lang := range f.c.Config.Langs() {
			year := lastYear.FindStringSubmatch(title[lang])
			if year == nil || slices.Contains(m.Date.Years(), year[1]) {
				continue
			}
			f.odd(diag.OddDates, "titles with another year than that of their meeting", m.At(key, string(lang)), "correct the title or the date",
				"the title says "+year[1]+", the meeting is of "+string(m.Date), m.At("date"))
		}
	}
}

// number checks that the meetings of a body are numbered as they were held.
func (f *facts) number(m *model.Meeting) {
	if m.Ordinal == 0 {
		return
	}
	old, _ := f.c.Neighbours(m)
	for old != nil && old.Ordinal == 0 {
		old, _ = f.c.Neighbours(old)
	}
	if old == nil || m.Ordinal > old.Ordinal {
		return
	}
	f.odd(diag.Ordinal, "meetings numbered in another order than they were held", m.At("ordinal"), "correct a number or a date",
		"meeting "+strconv.Itoa(m.Ordinal)+" of "+m.Body+" was held after meeting "+strconv.Itoa(old.Ordinal), old.At("ordinal"))
}

// signed checks that the day of a protocol fits that of its meeting.
func (f *facts) signed(p *model.Protocol, m *model.Meeting) {
	switch {
	case m.Date == model.TBA:
		f.wrong(diag.MeetingStatus, "protocols of meetings without a date", p.At("meeting"), "write the day of the meeting, or name another meeting",
			"a protocol of a meeting whose date is to be announced", m.At("date"))
	case before(p.Date, m.Date):
		f.wrong(diag.WrongDates, "protocols signed before their meeting", p.At("date"), "want "+string(m.Date)+" or later, or correct the date of the meeting",
			"signed on "+string(p.Date)+", before the meeting of "+string(m.Date), m.At("date"))
	case before(m.Date, p.Date):
		f.odd(diag.OddDates, "protocols signed after their meeting", p.At("date"), "want "+string(m.Date)+", unless it was signed later",
			"signed on "+string(p.Date)+", after the meeting of "+string(m.Date), m.At("date"))
	}
}

// signatures checks that those who signed were there.
func (f *facts) signatures(p *model.Protocol, m *model.Meeting) {
	if !f.c.AllRead(model.States) {
		return // members may be missing
	}
	states, recorded := f.c.Delegations(m)
	there := map[string]bool{}
	for _, s := range states {
		there[s] = true
	}
	var strangers []string
	var pos diag.Position // of the first
	for _, n := range p.Nodes {
		if n.State != "" && !there[n.State] && f.c.Has(model.Ref{Kind: model.States, ID: n.State}) {
			if strangers = append(strangers, n.State); len(strangers) == 1 {
				pos = p.At("node", n.Key, "state")
			}
		}
	}
	who := strings.Join(first(strangers, 12), ", ")
	switch {
	case who == "":
	case recorded:
		f.wrong(diag.Signatory, "protocols with signatories from outside the delegations", pos, "write them into delegations, or correct the state",
			"signed by "+who+", not among the delegations of the meeting", m.At("delegations"))
	case len(states) > 0:
		f.odd(diag.Signatory, "protocols with signatories that are not members", pos, "correct the state or its membership, or write delegations into the meeting",
			"signed by "+who+", no member of "+m.Body+" on "+string(m.Date), m.At("date"))
	}
}

// versions checks that one version alone is the text of a language.
func (f *facts) versions(w model.Work) {
	first := map[model.Lang]string{}
	for _, v := range w.Doc().Versions {
		if v.Availability != model.InCollection {
			continue
		}
		if old, seen := first[v.Lang]; seen {
			f.wrong(diag.Version, "versions of one text", w.At("version", v.Key), `the collection has one text a language; write availability = "not-in-collection" into the other`,
				"the versions "+old+" and "+v.Key+" are the text in "+string(v.Lang)+" both", w.At("version", old))
			continue
		}
		first[v.Lang] = v.Key
	}
}
