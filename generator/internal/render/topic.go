package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// TopicPage is the page of a topic.
type TopicPage struct {
	Record
	Terms      []TopicTerms `json:"terms,omitempty"`      // the term in every language
	Experience *Experience  `json:"experience,omitempty"` // the notes of each state
}

func (b *builder) topicPage(t *model.Topic, r Record) *TopicPage {
	p := &TopicPage{Record: r, Experience: b.experience(t)}
	var narrower []Link
	for _, o := range b.c.Narrower(t.ID) {
		narrower = append(narrower, b.link(o.Ref()))
	}
	var f facts
	f.links("fact_broader", b.links(model.Topics, t.Broader)...)
	f.links("fact_narrower", narrower...)
	f.links("fact_related", b.links(model.Topics, t.Related)...)
	b.mentionFacts(&f, "group_bodies", t.Ref(), model.Bodies)
	b.mentionFacts(&f, "group_meetings", t.Ref(), model.Meetings)
	p.Facts = f.rows
	for _, l := range b.c.Config.Languages {
		words := b.termIn(l, t.Label, t.Abbreviations)
		words.Synonyms = t.Synonyms[l.Lang()]
		p.Terms = append(p.Terms, words)
	}
	open := openOnes(b.c.CommitmentsOf(t.Ref()))
	p.Groups = filledGroups(
		b.topicDecisions(t),
		b.commitmentGroup(open, query(t.Ref())),
		b.topicInstruments(t),
		b.otherActions(t.Ref(), open),
		b.statelessNotes(t),
	)
	return p
}

// statelessNotes are the notes on a topic that are those of no state.
func (b *builder) statelessNotes(t *model.Topic) Group {
	notes := slices.DeleteFunc(slices.Clone(b.c.NotesOf("", t.ID)), func(n *model.Note) bool { return n.State != "" })
	return b.entitiesGroup("group_notes", model.Notes, entities(notes), query(t.Ref()))
}

// mentionFacts adds the newest entities of a kind that refer to one, and leads to the others.
func (b *builder) mentionFacts(f *facts, name string, to model.Ref, k model.Kind) {
	all := b.mentioning(to, k)
	var links []Link
	for _, e := range newest(all) {
		links = append(links, b.link(e.Ref()))
	}
	f.links(name, links...)
	if len(all) > groupLimit {
		more := b.wholeList(k, query(to), len(all))
		f.rows[len(f.rows)-1].More = &more
	}
}

// TopicTerms are the words of a topic in one language.
type TopicTerms struct {
	LangName      string   `json:"lang_name"`
	Native        bool     `json:"native,omitempty"` // LangName is in that language
	Tag           string   `json:"tag"`
	Dir           string   `json:"dir"`
	Label         string   `json:"label"`
	Synonyms      []string `json:"synonyms,omitempty"`
	Abbreviations []string `json:"abbreviations,omitempty"`
}

// topicDecisions are the clauses on a topic, and what sources report of meetings whose protocols
// are not in the collection.
func (b *builder) topicDecisions(t *model.Topic) Group {
	g := b.clauseGroup(t.Ref(), query(t.Ref()))
	g.Name = "group_decided"
	var reported []Card
	for _, d := range slices.Backward(b.c.DecisionsOf(t.Ref())) {
		if o := d.Outcome; o != nil {
			card := b.card(d.Meeting)
			card.URL += "#" + model.OutcomeAnchor(o.Key)
			card.Text, card.Acts = b.text(o.Text), []Term{b.term(model.VocabAct, o.Act)}
			reported = append(reported, card)
		}
	}
	g.Cards, g.Total = append(g.Cards, newest(reported)...), g.Total+len(reported)
	if g.Total > len(g.Cards) {
		g.More = []Count{b.wholeDecisions(query(t.Ref()), g.Total)}
	}
	return g
}

// topicInstruments are the instruments on a topic, with their other topics.
func (b *builder) topicInstruments(t *model.Topic) Group {
	g := b.mentionGroup("group_instruments", t.Ref(), model.Instruments, model.Programmes)
	own := b.link(t.Ref())
	for i := range g.Cards {
		g.Cards[i].Tags = slices.DeleteFunc(g.Cards[i].Tags, func(l Link) bool { return l.URL == own.URL })
	}
	return g
}
