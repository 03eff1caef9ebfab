package check

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// notes checks that every fact of a note is used in every language's text.
func notes(c *model.Collection, l *diag.List) {
	for _, n := range model.All[*model.Note](c, model.Notes) {
		for _, lang := range c.Config.Langs() {
			text, has := n.Prose[lang]
			if !has {
				continue // said by texts
			}
			cited := map[string]bool{}
			for _, cite := range text.Cites {
				cited[cite.Fact] = true
			}
			for _, f := range n.Facts {
				if !cited[f.Key] {
					l.Add(diag.UnusedFact, n.At("fact", f.Key), "write [@"+f.Key+"] after what it shows, or remove the fact", "the fact %s is not used in %s", f.Key, text.File)
				}
			}
		}
	}
}

// evidence checks that what is said to have happened rests on something.
func evidence(c *model.Collection, l *diag.List) {
	for _, i := range model.All[*model.Instrument](c, model.Instruments, model.Programmes) {
		for _, e := range i.Events {
			if e.Clause == (model.Ref{}) && e.ShownBy == (model.Ref{}) && e.Meeting == "" && len(e.Sources) == 0 {
				l.Add(diag.Unevidenced, i.At("event", e.Key), "name its clause, its meeting or its sources", "nothing shows the event %q", e.Key)
			}
		}
	}
	for _, a := range model.All[*model.Action](c, model.Actions) {
		if c.Fulfilled(a) && !c.Shown(a) {
			l.Add(diag.Unevidenced, a.At("status"), "write [evidence.<key>], closed_by or [history.<key>], or another status", "nothing shows that the commitment was %s", a.Status)
		}
	}
}

// conflicts checks that a conflict names a field that pages have a word for, and says what sources
// say of it.
func conflicts(c *model.Collection, l *diag.List) {
	look := func(e model.Entity, list []model.Conflict, disputable []string) {
		for _, conflict := range list {
			if !slices.Contains(disputable, conflict.Field) {
				l.Add(diag.Conflict, e.At("conflict", conflict.Key, "field"), l.Want(conflict.Field, disputable), "no conflict can be shown about %q", conflict.Field)
			}
			if conflict.Value == "" && len(conflict.Text) == 0 {
				l.Add(diag.Conflict, e.At("conflict", conflict.Key), `write value = "…", such as a date, or text.<language> = "…"`, "nothing says what the sources of the conflict %q say", conflict.Key)
			}
		}
	}
	for _, m := range model.All[*model.Meeting](c, model.Meetings) {
		look(m, m.Conflicts, model.DisputableOfMeetings)
	}
	for _, i := range model.All[*model.Instrument](c, model.Instruments, model.Programmes) {
		look(i, i.Conflicts, model.DisputableOfInstruments)
	}
}

// sought checks that pages can say what was looked for: a key that is not a state of an instrument
// has no words of its own, and pages would show the key.
func sought(c *model.Collection, l *diag.List) {
	for _, e := range entities(c) {
		var list []model.Sought
		switch e := e.(type) {
		case *model.Meeting:
			list = e.Sought
		case *model.Instrument:
			list = e.Sought
		case *model.Action:
			list = e.Sought
		}
		for _, s := range list {
			if _, _, ok := c.Vocabulary[model.VocabInstrumentState].Term(model.Code(s.Key)); !ok && len(s.What) == 0 {
				l.Add(diag.Sought, model.BaseOf(e).At("sought", s.Key), `write what.<language> = "…", or a code of instrument-state`, "nothing says what was looked for under %q", s.Key)
			}
		}
	}
}
