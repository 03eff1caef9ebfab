package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// entity makes the view of an entity's page.
func (b *builder) entity(e model.Entity) Page {
	r := e.Ref()
	p := Page{
		Kind: string(r.Kind), ID: r.ID, KindLabel: b.kindLabel(r.Kind),
		Heading: b.text(e.Name()), Lead: b.lead(e), LeadIn: b.tongue(model.Lead(e)), Badge: b.badge(e),
		Absent: b.absent(e), absentIn: b.absentIn(e),
		Breadcrumbs: []Link{{b.kindPlural(r.Kind), "/" + r.Kind.ListURL(b.lang)}},
		Sections:    b.sections(e),
		Sources:     b.sources(e),
	}
	p.Description = p.Lead
	if r.Kind == model.Pages {
		p.Breadcrumbs = nil
	}
	switch e := e.(type) {
	case *model.State:
		b.state(e, &p)
	case *model.Body:
		b.body(e, &p)
	case *model.Person:
		b.person(e, &p)
	case *model.Topic:
		b.topic(e, &p)
	case *model.Meeting:
		b.meeting(e, &p)
	case *model.Protocol:
		b.protocol(e, &p)
	case *model.Instrument:
		b.instrument(e, &p)
	case *model.Action:
		b.action(e, &p)
	case *model.Note:
		b.note(e, &p)
	}
	return p
}

// facts gathers rows and leaves out empty ones.
type facts struct{ rows []FactRow }

func (f *facts) add(name string, values ...FactValue) {
	if len(values) > 0 {
		f.rows = append(f.rows, FactRow{name, values})
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
		values = append(values, FactValue{Text: l.Title, URL: l.URL})
	}
	f.add(name, values...)
}

func (f *facts) link(name string, l *Link) {
	if l != nil {
		f.links(name, *l)
	}
}

func (b *builder) optionalTo(kind model.Kind, id string) *Link {
	if id == "" {
		return nil
	}
	l := b.linkTo(kind, id)
	return &l
}

func (b *builder) status(s model.Status) *Term {
	return b.optionalTerm(model.VocabTextStatus, s[b.lang])
}

func (b *builder) state(s *model.State, p *Page) {
	var f facts
	f.text("fact_official_name", b.text(s.OfficialName))
	iso := s.ISO2
	if s.ISO3 != "" {
		iso += " / " + s.ISO3
	}
	f.text("fact_iso", iso)
	for _, m := range s.Memberships {
		l := b.linkTo(model.Bodies, m.Key)
		f.add("fact_membership", FactValue{Text: l.Title, URL: l.URL}, FactValue{Date: string(m.Period())})
	}
	p.Facts, p.Official = f.rows, b.text(s.OfficialName)
	p.Description = b.text(s.OfficialName)

	open := b.commitmentGroup("", func(l model.Commitment) bool { return b.c.Responsible(l, s.ID) })
	var delegations, chaired, notes []Card
	for _, m := range model.All[*model.Meeting](b.c, model.Meetings) {
		if states, _ := b.c.Delegations(m); slices.Contains(states, s.ID) {
			delegations = append(delegations, b.card(m))
		}
		if m.ChairState == s.ID {
			chaired = append(chaired, b.card(m))
		}
	}
	for _, n := range model.All[*model.Note](b.c, model.Notes) {
		if n.State == s.ID {
			notes = append(notes, b.card(n))
		}
	}
	p.Groups = b.groups(
		Group{Name: "group_notes", Cards: notes},
		b.clauseGroup(s.Ref()),
		open,
		b.otherActions(s.Ref(), open),
		Group{Name: "group_chaired", Cards: chaired},
		Group{Name: "group_delegations", Cards: delegations},
		b.signatureGroup(s),
		b.mentionGroup("group_instruments", s.Ref(), model.Instruments, model.Programmes),
		b.mentionGroup("group_persons", s.Ref(), model.Persons),
	)
}

// signatureGroup are the signature blocks of a state.
func (b *builder) signatureGroup(s *model.State) Group {
	g := Group{Name: "group_signatures"}
	for _, k := range model.Works {
		for _, r := range b.c.MentionedBy(s.Ref(), k) {
			if model.PartOf(r.Node) == model.PartSignatures {
				card := b.clauseCard(r)
				card.Title, card.Kind, card.Code, card.Origin = card.Origin, b.kindLabel(k), string(k.Code()), ""
				g.Cards = append(g.Cards, card)
			}
		}
	}
	return g
}

func (b *builder) body(e *model.Body, p *Page) {
	var f facts
	f.term("fact_type", b.optionalTerm(model.VocabBodyType, e.Classification))
	f.text("fact_short_name", b.text(e.ShortName))
	f.link("fact_parent", b.optionalTo(model.Bodies, e.Parent))
	f.date("fact_founded", e.Founded, nil)
	f.link("fact_founded_by", b.optional(e.FoundedBy))
	f.links("fact_topics", b.links(model.Topics, e.Topics)...)
	p.Facts, p.Status = f.rows, b.status(e.NameStatus)

	var members []Card
	for _, s := range model.All[*model.State](b.c, model.States) {
		for _, m := range s.Memberships {
			if m.Key == e.ID {
				card := b.card(s)
				card.Date = string(m.Period())
				members = append(members, card)
			}
		}
	}
	open := b.commitmentGroup("?body="+e.ID, func(l model.Commitment) bool { return slices.Contains(l.Bodies(), e.ID) })
	p.Groups = b.groups(
		b.mentionGroup("group_meetings", e.Ref(), model.Meetings),
		b.mentionGroup("group_instruments", e.Ref(), model.Instruments, model.Programmes),
		b.clauseGroup(e.Ref()),
		open,
		b.otherActions(e.Ref(), open),
		b.mentionGroup("group_bodies", e.Ref(), model.Bodies),
		Group{Name: "group_members", Cards: members},
		b.mentionGroup("group_mentions", e.Ref(), model.Notes, model.Pages),
	)
}

func (b *builder) person(e *model.Person, p *Page) {
	var f facts
	f.text("fact_post", b.text(e.Post))
	f.link("fact_state", b.optionalTo(model.States, e.State))
	p.Facts, p.Lead = f.rows, ""
	p.Groups = b.groups(b.mentionGroup("group_meetings", e.Ref(), model.Meetings))
}

func (b *builder) action(a *model.Action, p *Page) {
	var f facts
	f.link("fact_mandated_by", b.optional(a.MandatedBy))
	switch {
	case a.Deadline == model.Standing:
		f.flag("fact_deadline_standing")
	case a.Deadline != "":
		f.date("fact_deadline", model.Date(a.Deadline), nil)
	}
	responsible := append(b.links(model.Bodies, a.Bodies), b.links(model.States, a.States)...)
	f.links("fact_responsible", responsible...)
	if a.AllParties {
		f.flag("fact_all_parties")
	}
	f.links("fact_objects", b.refLinks(a.Objects)...)
	f.links("fact_topics", b.links(model.Topics, a.Topics)...)
	p.Facts, p.Sought = f.rows, b.sought(a.Sought)
	p.Evidence = b.evidenceOf(a)
	clause := Group{Name: "group_clauses"}
	if a.MandatedBy.Kind.Work() && a.MandatedBy.Node != "" {
		clause.Cards = []Card{b.clauseCard(a.MandatedBy)}
	}
	p.Groups = b.groups(clause)
}

// evidenceOf is what shows that an action was fulfilled.
func (b *builder) evidenceOf(a *model.Action) []Evidence {
	var out []Evidence
	for _, e := range a.Evidence {
		out = append(out, Evidence{
			ID: "evidence-" + e.Key, Period: string(e.Date), Text: b.text(e.Text), Object: b.optional(e.Object),
			Confidence: b.optionalTerm(model.VocabConfidence, e.Confidence), Sources: b.keyedSources(a, e.Sources),
		})
	}
	return out
}

// groups leaves out the empty ones.
func (b *builder) groups(groups ...Group) []Group {
	var out []Group
	for _, g := range groups {
		if len(g.Cards)+len(g.Commitments) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// clauseGroup are the paragraphs of texts that name an entity, signatures apart.
func (b *builder) clauseGroup(to model.Ref) Group {
	g := Group{Name: "group_clauses"}
	for _, k := range model.Works {
		for _, r := range b.c.MentionedBy(to, k) {
			if part := model.PartOf(r.Node); part != "" && part != model.PartSignatures {
				g.Cards = append(g.Cards, b.clauseCard(r))
			}
		}
	}
	return g
}

// mentionGroup are the entities of some kinds that refer to one; what their texts mention stands with the clauses.
func (b *builder) mentionGroup(name string, to model.Ref, kinds ...model.Kind) Group {
	g := Group{Name: name}
	for _, k := range kinds {
		for _, r := range b.c.MentionedBy(to, k) {
			if r.Node == "" {
				g.Cards = append(g.Cards, b.card(b.c.Entity(r)))
			}
		}
	}
	return g
}
