// Package documents turns a collection into documents of the search.
package documents

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/search"
)

// Of makes what the search finds: the head of every entity, every clause, preamble, closing and
// signature part of a text, every section of a note or page, in every language. The text comes from
// the model, never from the pages.
func Of(c *model.Collection) []search.Document {
	var docs []search.Document
	for _, lang := range c.Config.Langs() {
		d := documenter{c: c, lang: lang, comma: comma(c, lang)}
		for _, kind := range model.Kinds {
			for _, e := range c.List(kind) {
				d.day = model.DayOfNames(e)
				docs = append(docs, d.entity(e)...)
			}
		}
	}
	for _, d := range docs {
		if d.Date != "" {
			d.Facets[year] = []string{d.Date[:4]}
		}
	}
	return docs
}

// The facets of documents.
const (
	kind  = "kind"
	topic = "topic"
	state = "state"
	year  = "year"
)

// Facets lists them in the order in which readers see them.
var Facets = []string{kind, topic, state, year}

// documenter makes the documents of one language.
type documenter struct {
	c     *model.Collection
	lang  model.Lang
	comma string     // what separates the words of a list
	day   model.Date // whose names the record has that documents are made of
}

func (d documenter) text(t model.Text) string { return t.In(d.lang, d.c.Config.Langs()...) }

func (d documenter) document(r model.Ref, title string, body ...string) search.Document {
	code := r.Kind.Code()
	if r.Clause() != "" {
		code = model.Clause
	}
	id := string(d.lang) + "/" + r.String()
	return search.Document{
		ID: id, Lang: string(d.lang), URL: d.c.Paths.URL(r, d.lang), Title: title, Body: join(body...),
		Facets: map[string][]string{kind: {string(code)}},
	}
}

func (d documenter) entity(e model.Entity) []search.Document {
	head := d.document(e.Ref(), d.text(e.Name()))
	switch e := e.(type) {
	case *model.State:
		head.Aliases = append(list(d.text(e.OfficialName)), d.formerNames(e)...)
		head.Facets[state] = []string{e.ID}
		head.Body, head.Hidden = d.text(e.OfficialName), strings.Join(d.formerNames(e), d.comma)
	case *model.Body:
		head.Aliases = append(list(d.text(e.ShortName)), d.formerNames(e)...)
		head.Facets[topic] = e.Topics
		head.Body, head.Hidden = join(d.text(e.ShortName), d.text(e.Description)), strings.Join(d.formerNames(e), d.comma)
	case *model.Person:
		head.Body = d.text(e.Post)
		head.Facets[state] = list(e.State)
	case *model.Topic:
		head.Aliases = append(slices.Clone(e.Synonyms[d.lang]), e.Abbreviations[d.lang]...)
		head.Facets[topic] = []string{e.ID}
		head.Body, head.Hidden = d.text(e.Definition), strings.Join(head.Aliases, d.comma)
		if head.Body == "" {
			head.Body, head.Hidden = head.Hidden, ""
		}
	case *model.Meeting:
		states, _ := d.c.Delegations(e)
		head.Aliases = list(d.text(e.ShortTitle))
		head.Facets[topic], head.Facets[state], head.Date = e.Topics, states, point(e.Date)
		head.Body = join(d.text(e.ShortTitle), d.text(e.Place), d.text(e.Summary))
		for _, o := range e.Outcomes {
			head.Body = join(head.Body, d.text(o.Text), d.decided(o.Decided))
		}
		head.Body = join(head.Body, d.attendance(e))
	case *model.Protocol:
		head.Aliases = list(d.text(e.ShortTitle))
		head.Date = point(e.Dated())
	case *model.Instrument:
		head.Aliases = list(d.text(e.ShortTitle))
		head.Facets[topic], head.Facets[state] = e.Topics, e.ProposedBy
		head.Body = join(d.text(e.ShortTitle), d.text(e.Summary))
		if life := d.c.Life(e); life.Present != nil {
			head.Date = point(life.Present.Date)
		}
	case *model.Action:
		// Its summary says again what the clause says that mandates it; a reader who looks for
		// those words is looking for the clause.
		head.Facets[topic], head.Facets[state] = e.Topics, append(slices.Clone(e.States), e.Of(model.States)...)
		head.Body = d.owners(e)
	case *model.Note:
		head.Facets[topic], head.Facets[state], head.Date = e.Topics, list(e.State), noteDate(e)
		head.Body = d.text(e.Summary)
	case *model.Page:
		head.Body = d.text(e.Summary)
	}
	head.Breadcrumb = d.elsewhere(e)
	docs := append([]search.Document{head}, d.sections(e, head)...)
	docs = append(docs, d.attachments(e, head)...)
	if w, ok := e.(model.Work); ok {
		docs = append(docs, d.parts(w)...)
	}
	if m, ok := e.(*model.Meeting); ok {
		docs = append(docs, d.agenda(m, head)...)
	}
	return docs
}

// formerNames are what a state or a body was called before.
func (d documenter) formerNames(e model.Entity) []string {
	var names []string
	for _, f := range model.FormerNames(e) {
		for _, name := range []string{d.text(f.Name), d.text(f.OfficialName), d.text(f.ShortName)} {
			names = union(names, list(name))
		}
	}
	return names
}

// elsewhere names the languages of an entity whose page is not truly in this one, so that a reader
// of the hit knows.
func (d documenter) elsewhere(e model.Entity) []string {
	if model.AvailableIn(e, d.lang) {
		return nil
	}
	var names []string
	for _, l := range d.c.Config.Languages {
		if model.AvailableIn(e, l.Lang()) {
			names = append(names, l.Name)
		}
	}
	return list(strings.Join(names, d.comma))
}

// sections are the parts of an entity's prose; facets and date are the entity's.
func (d documenter) sections(e model.Entity, head search.Document) []search.Document {
	var docs []search.Document
	for _, s := range model.BaseOf(e).Prose[d.lang].Sections {
		r := e.Ref()
		r.Node = s.ID
		if s.ID == "" {
			continue // the words before the first heading stand under the entity's own
		}
		doc := d.document(r, s.Title, s.Text)
		doc.Facets[topic], doc.Facets[state], doc.Date = head.Facets[topic], head.Facets[state], head.Date
		doc.Breadcrumb = []string{head.Title}
		docs = append(docs, doc)
	}
	return docs
}

// parts are the preamble, clauses, closing words and signatures of a work's text, and the
// sub-clauses with a heading.
func (d documenter) parts(w model.Work) []search.Document {
	var docs []search.Document
	for _, part := range model.Parts(model.BaseOf(w).Prose[d.lang]) {
		for _, h := range part.Headed() {
			if len(h.Blocks) > 0 {
				docs = append(docs, d.part(w, part.ID, h))
			}
		}
	}
	return docs
}

func (d documenter) part(w model.Work, part string, h model.Headed) search.Document {
	doc := d.document(model.At(w, h.ID), d.c.PartTitle(w, h.ID, d.lang))
	doc.Date = point(w.Dated())
	doc.Breadcrumb = []string{d.c.ShortTitle(w.Ref(), d.lang)}
	if h.ID != part {
		doc.Breadcrumb = append(doc.Breadcrumb, d.c.PartTitle(w, part, d.lang))
	}
	var lines []search.Line
	for _, block := range h.Blocks {
		lines = append(lines, search.Line{Anchor: block.ID, Text: block.Text}) // a hit leads to the paragraph
		node := w.Doc().Node(block.ID)
		if words := d.decided(node.Decided); words != "" {
			lines = append(lines, search.Line{Anchor: block.ID, Text: words})
		}
		scope := node.Whole()
		doc.Facets[topic] = union(doc.Facets[topic], scope.Topics)
		doc.Facets[state] = union(doc.Facets[state], append(list(node.State), scope.States...))
	}
	doc.SetText(lines...)
	if len(h.Blocks) == 1 {
		doc.Places = nil // the whole part is the paragraph
	}
	return doc
}

// noteDate is the end of the period that a note speaks of, else the day it was compiled. Plans
// reach beyond that day; the note does not.
func noteDate(n *model.Note) string {
	if to := n.Period.To(); to != "" && !to.Last().After(n.Compiled.Last()) {
		return point(to)
	}
	return point(n.Compiled)
}

// point is the start of a date, "" where it is not known.
func point(d model.Date) string {
	if !d.Known() {
		return ""
	}
	return string(d.From())
}

// comma returns what separates the words of a list in a language.
func comma(c *model.Collection, lang model.Lang) string {
	l, _ := c.Config.Language(lang)
	tag := language.Make(l.Tag)
	base, _ := tag.Base()
	script, _ := tag.Script()
	switch {
	case base.String() == "zh" || base.String() == "ja":
		return "、"
	case script.String() == "Arab":
		return "، "
	}
	return ", "
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func union(a, b []string) []string {
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(a, x)
		}
	}
	return a
}

func join(lines ...string) string {
	return strings.Join(slices.DeleteFunc(lines, func(s string) bool { return s == "" }), "\n")
}

// Labels are the words of the facets' values, in every language.
func Labels(c *model.Collection) search.Labels {
	out := search.Labels{topic: {}, state: {}, kind: {}, "lang": {}}
	add := func(facet, value string, t model.Text) {
		words := map[string]string{}
		for _, l := range c.Config.Langs() {
			words[string(l)] = t.In(l, c.Config.Langs()...)
		}
		out[facet][value] = words
	}
	for _, e := range c.List(model.Topics) {
		add(topic, e.Ref().ID, e.Name())
	}
	for _, e := range c.List(model.States) {
		add(state, e.Ref().ID, e.Name())
	}
	for _, t := range c.Vocabulary[model.VocabKind].Terms {
		if c.Uses(model.Code(t.Key)) {
			add(kind, t.Key, t.Label)
		}
	}
	for _, l := range c.Config.Languages {
		name := model.Text{}
		for _, in := range c.Config.Langs() {
			name[in] = l.Name
		}
		add("lang", l.Key, name)
	}
	return out
}

// Glossary is the names of the topics, and of states and bodies that have former ones, so that a
// query by one of them finds the others, in every language.
func Glossary(c *model.Collection) []search.Concept {
	var out []search.Concept
	for _, t := range model.All[*model.Topic](c, model.Topics) {
		concept := search.Concept{}
		for _, l := range c.Config.Langs() {
			names := union(list(t.Label[l]), union(slices.Clone(t.Synonyms[l]), t.Abbreviations[l]))
			if len(names) > 0 {
				concept[string(l)] = names
			}
		}
		out = append(out, concept)
	}
	for _, e := range slices.Concat(c.List(model.States), c.List(model.Bodies)) {
		former := model.FormerNames(e)
		if len(former) == 0 {
			continue
		}
		concept := search.Concept{}
		for _, l := range c.Config.Langs() {
			names := list(e.Name()[l])
			for _, f := range former {
				names = union(names, list(f.Name[l]))
			}
			if len(names) > 0 {
				concept[string(l)] = names
			}
		}
		out = append(out, concept)
	}
	return out
}
