package model_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/kengash/kengash/generator/internal/model"
)

// generated makes a collection of about n records at random: meetings of two bodies, protocols
// whose paragraphs act on instruments, actions, notes; some references lead nowhere. It is not
// sealed.
func generated(seed uint64, n int) *model.Collection {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 1)), n: n}
	g.c = model.NewCollection(&model.Config{
		Languages: []model.Language{{Key: "en"}, {Key: "ru"}},
		Order:     model.Order{States: []string{"s3", "s1"}, Topics: []string{"t2"}},
	})
	var states, acts model.Vocabulary
	for _, code := range []string{"draft", "approved", "adopted", "in-force"} {
		states.Terms = append(states.Terms, model.Term{Key: code})
	}
	acts.Terms = []model.Term{
		{Key: "discussed", Formula: model.Words{"en": {"discussed"}, "ru": {"обсудили"}}},
		{Key: "adopted", Formula: model.Words{"en": {"adopted"}, "ru": {"приняли"}}},
	}
	g.c.Vocabulary[model.VocabInstrumentState], g.c.Vocabulary[model.VocabAct] = &states, &acts
	g.c.Vocabulary[model.VocabActionStatus] = &model.Vocabulary{Terms: []model.Term{
		{Key: "open"}, {Key: "fulfilled", Closes: true}, {Key: "fulfilled-inferred", Closes: true, Inferred: true},
	}}
	g.people()
	g.texts()
	for i := range n / 3 {
		a := &model.Action{Base: g.base(model.Actions, i), MandatedBy: g.place(), Deadline: model.Deadline(g.pick("", "", "standing"))}
		a.Status = model.Code(g.pick("open", "fulfilled", "fulfilled-inferred"))
		a.States, a.Bodies, a.Topics = g.ids("s", 6), g.ids("b", 3), g.ids("t", 8)
		a.AllParties, a.Objects = g.IntN(3) == 0, g.instruments()
		a.Evidence = []model.Evidence{{Date: g.date()}, {Date: g.date()}}[:g.IntN(3)]
		g.c.Add(a)
	}
	for i := range n {
		note := &model.Note{Base: g.base(model.Notes, i), State: g.id("s", 6), Topics: g.ids("t", 8), MandatedBy: g.place()}
		note.Prose["en"] = model.Prose{Links: []model.Link{{To: g.place()}, {To: model.Ref{Kind: model.Topics, ID: g.id("t", 8)}}}}
		note.Facts = []model.Fact{{Key: "f1"}}
		g.c.Add(note)
	}
	return g.c
}

type generator struct {
	*rand.Rand
	c *model.Collection
	n int
}

func (g *generator) pick(of ...string) string          { return of[g.IntN(len(of))] }
func (g *generator) id(prefix string, most int) string { return fmt.Sprint(prefix, g.IntN(most)) }
func (g *generator) date() model.Date {
	return model.Date(g.pick("", "2019", "2020-03", "2021-11-25", "2022-01-01/2023", fmt.Sprint(2015+g.IntN(10), "-0", 1+g.IntN(9))))
}

func (g *generator) ids(prefix string, most int) (ids []string) {
	for range g.IntN(4) {
		ids = append(ids, g.id(prefix, most))
	}
	return ids
}

func (g *generator) base(kind model.Kind, i int) model.Base {
	return model.Base{Kind: kind, ID: fmt.Sprint(kind[:1], i), Prose: map[model.Lang]model.Prose{}}
}

func (g *generator) place() model.Ref {
	switch g.IntN(8) {
	case 0:
		return model.Ref{Kind: model.Meetings, ID: g.id("m", g.n)}
	case 1:
		return model.Ref{}
	}
	return model.Ref{Kind: model.Kind(g.pick("protocols", "instruments")), ID: g.pick("p", "i") + fmt.Sprint(g.IntN(g.n/2+1)), Node: g.node()}
}

func (g *generator) node() string {
	return g.pick("", "c1", "c1.p1", "c1.p2", "c2.p1", "pre.p1", "odd")
}

func (g *generator) instruments() (refs []model.Ref) {
	for range g.IntN(3) {
		r := model.Ref{Kind: model.Kind(g.pick("instruments", "programmes")), Node: g.pick("", "", "", "c1")}
		r.ID = string(r.Kind[:1]) + fmt.Sprint(g.IntN(g.n/3+1))
		refs = append(refs, r)
	}
	return refs
}

func (g *generator) people() {
	for i := range 6 {
		s := &model.State{Base: g.base(model.States, i)}
		for _, b := range []string{"b0", "b2"}[:g.IntN(3)] {
			s.Memberships = append(s.Memberships, model.Membership{Key: b, From: model.Date(fmt.Sprint(2010 + g.IntN(12)))})
		}
		g.c.Add(s)
	}
	for i := range 3 {
		g.c.Add(&model.Body{Base: g.base(model.Bodies, i), Parent: []string{"", "b0", "b1"}[i]})
	}
	for i := range 8 {
		g.c.Add(&model.Topic{Base: g.base(model.Topics, i), Broader: g.ids("t", 9), Related: g.ids("t", 8)})
	}
	for i := range g.n {
		m := &model.Meeting{Base: g.base(model.Meetings, i), Body: g.id("b", 3), Date: g.date(), Topics: g.ids("t", 8)}
		if g.IntN(2) == 0 {
			m.Delegations = g.ids("s", 6)
		}
		for range g.IntN(3) - 1 {
			m.Outcomes = append(m.Outcomes, model.Outcome{Act: "adopted", Objects: g.instruments(), Topics: g.ids("t", 8)})
		}
		g.c.Add(m)
	}
}

func (g *generator) texts() {
	for i := range g.n/2 + 1 {
		p := &model.Protocol{Base: g.base(model.Protocols, i), Meeting: g.id("m", g.n), Date: g.date()}
		g.document(&p.Document, p.Prose)
		g.c.Add(p)
		for _, kind := range []model.Kind{model.Instruments, model.Programmes} {
			x := &model.Instrument{Base: g.base(kind, i), Topics: g.ids("t", 8), Implements: g.instruments()}
			g.document(&x.Document, x.Prose)
			for range g.IntN(4) {
				e := model.Event{Type: model.Code(g.pick("draft", "approved", "adopted", "in-force")), Date: g.date(), Clause: g.place()}
				if g.IntN(3) == 0 {
					e.Meeting = g.id("m", g.n)
				}
				x.Events = append(x.Events, e)
			}
			g.c.Add(x)
		}
	}
}

func (g *generator) document(d *model.Document, prose map[model.Lang]model.Prose) {
	d.Versions = []model.Version{{Key: "en", Lang: "en", Availability: model.InCollection}, {Key: "ru", Lang: "ru", Availability: model.InCollection, TranslatedFrom: "en"}}
	var en, ru model.Prose
	for _, id := range []string{"title", "pre.p1", "c1.p1", "c1.p2", "title.p2", "c1.p3", "c1.p2", "c2.p1", "odd"} {
		if g.IntN(4) == 0 {
			continue
		}
		n := model.Node{Key: id, Scope: model.Scope{Topics: g.ids("t", 8), States: g.ids("s", 6)}, Cites: g.instruments()}
		for _, code := range []string{"discussed", "adopted"}[g.IntN(2):] {
			a := model.Act{Key: code, Objects: g.instruments(), Next: model.Code(g.pick("", "adopted"))}
			if g.IntN(4) == 0 {
				a.Scope = model.Scope{Topics: g.ids("t", 8), States: g.ids("s", 6)}
			}
			n.Acts = append(n.Acts, a)
		}
		if d.Node(id).Acts == nil { // a broken text has a node twice; its facts stand once
			d.Nodes = append(d.Nodes, n)
		}
		block := model.Block{ID: id, Text: g.pick("They discussed it.", "They adopted and discussed it.", "They met.")}
		en.Blocks = append(en.Blocks, block)
		ru.Blocks = append(ru.Blocks, model.Block{ID: id, Text: "Они приняли.", Source: g.pick("", block.Hash(), "00000000")})
	}
	prose["en"], prose["ru"] = en, ru
}
