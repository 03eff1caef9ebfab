package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

// Decided is how a decision was taken, who stood apart, and what it does to earlier ones and later
// ones to it.
type Decided struct {
	Vote      *Vote      `json:"vote,omitempty"`
	Positions []Position `json:"positions,omitempty"`
	Effects   []Effect   `json:"effects,omitempty"`
}

// Vote on a decision.
type Vote struct {
	Method   *Term   `json:"method,omitempty"`
	Counts   []Votes `json:"counts,omitempty"` // those that a record has
	By       []Side  `json:"by,omitempty"`     // of a roll call
	Mover    []Link  `json:"mover,omitempty"`
	Seconder []Link  `json:"seconder,omitempty"`
}

// Votes are how many voted alike. Name is a key of the theme's i18n ("vote_for").
type Votes struct {
	Name   string `json:"name"`
	Number int    `json:"number"`
}

// Side is those who voted alike. Name is a key of the theme's i18n ("vote_for").
type Side struct {
	Name string `json:"name"`
	Who  []Link `json:"who"`
}

// Position is what somebody holds apart from a decision.
type Position struct {
	Type Term   `json:"type"`
	Who  []Link `json:"who"`
	Text string `json:"text,omitempty"`
}

// Effect of a decision on others, or of others on it. Name is a key of the theme's i18n ("amends",
// "amended_by").
type Effect struct {
	Name string `json:"name"`
	To   []Link `json:"to"`
}

// decided is how a place was decided; nil where no record says anything of it.
func (b *builder) decided(d model.Decided, at model.Ref) *Decided {
	v := &Decided{Vote: b.vote(d.Vote), Effects: b.effects(d.Effects, at)}
	for _, p := range d.Positions {
		v.Positions = append(v.Positions, Position{b.term(model.VocabPosition, p.Type), b.parties(p.Who), b.text(p.Text)})
	}
	if v.Vote == nil && v.Positions == nil && v.Effects == nil {
		return nil
	}
	return v
}

func (b *builder) vote(m model.Vote) *Vote {
	v := &Vote{Method: b.optionalTerm(model.VocabDecisionMethod, m.Method), Mover: b.parties(m.Mover), Seconder: b.parties(m.Seconder)}
	for _, side := range m.Sides() {
		name := "vote_" + side.Name
		if n, ok := side.Number(); ok {
			v.Counts = append(v.Counts, Votes{name, n})
		}
		if len(side.Who) > 0 {
			v.By = append(v.By, Side{name, b.parties(side.Who)})
		}
	}
	if v.Method == nil && v.Counts == nil && v.Mover == nil && v.Seconder == nil {
		return nil
	}
	return v
}

// passive are the names of effects as the place has them that they change.
var passive = map[model.Code]string{
	model.EffectAmends: "amended_by", model.EffectReplaces: "replaced_by", model.EffectRevokes: "revoked_by",
}

// effects are what a place does to others, and what later ones do to it.
func (b *builder) effects(e model.Effects, at model.Ref) []Effect {
	var out []Effect
	add := func(name string, to model.Ref) {
		if n := len(out); n == 0 || out[n-1].Name != name {
			out = append(out, Effect{Name: name})
		}
		last := &out[len(out)-1]
		last.To = append(last.To, b.link(to))
	}
	for _, own := range e.Of(at) {
		add(string(own.Code), own.On)
	}
	for _, later := range b.c.EffectsOn(at) {
		add(passive[later.Code], later.By)
	}
	return out
}
