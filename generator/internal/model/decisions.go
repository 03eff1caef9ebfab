package model

import "slices"

// Decision is what a meeting did in one place: the acts of a paragraph on the same things, or an
// outcome that sources report where the collection has no protocol.
type Decision struct {
	Meeting  *Meeting
	Protocol *Protocol // nil where only sources report it
	Node     Node      // the paragraph
	Acts     []Act     // with the same objects
	Outcome  *Outcome  // nil where a protocol has it
}

// gatherDecisions finds what each meeting did, and what each decision has to do with.
func (c *Collection) gatherDecisions() {
	for _, m := range slices.Backward(All[*Meeting](c, Meetings)) {
		if p := c.Protocol(m.ID); p != nil {
			for _, n := range p.Nodes {
				for _, acts := range runs(n.Acts) {
					c.decisions = append(c.decisions, Decision{Meeting: m, Protocol: p, Node: n, Acts: acts})
				}
			}
		}
		for i := range m.Outcomes {
			o := &m.Outcomes[i]
			acts := []Act{{Key: string(o.Act), Objects: o.Objects}}
			c.decisions = append(c.decisions, Decision{Meeting: m, Acts: acts, Outcome: o})
		}
	}
	c.decisionsOf = map[Ref][]Decision{}
	for _, d := range c.decisions {
		of := append(refs(Topics, d.Topics()), d.Meeting.Ref())
		if d.Protocol != nil {
			of = append(of, d.Protocol.Ref())
		}
		of = append(of, refs(States, d.Node.States)...)
		of = append(of, refs(Bodies, d.Node.Bodies)...)
		for _, r := range d.Concerns() {
			of = append(of, r.Entity())
		}
		for _, r := range distinct(of) {
			c.decisionsOf[r] = append(c.decisionsOf[r], d)
		}
	}
}

// Decisions returns all of them: by meeting, newest first, then as the protocol's paragraphs stand;
// reported outcomes last.
func (c *Collection) Decisions() []Decision { return c.decisions }

// DecisionsOf returns the decisions that have to do with an entity: of a meeting or a protocol
// those made there, of a topic those on it, of a state or a body those whose paragraphs name it,
// and of anything those that act on it or cite it.
func (c *Collection) DecisionsOf(r Ref) []Decision { return c.decisionsOf[r] }

// runs divides the acts of a paragraph where the objects change: "discussed and approved the draft"
// is one run.
func runs(acts []Act) [][]Act {
	var out [][]Act
	for _, a := range acts {
		if n := len(out); n > 0 && slices.Equal(out[n-1][0].Objects, a.Objects) {
			out[n-1] = append(out[n-1], a)
		} else {
			out = append(out, []Act{a})
		}
	}
	return out
}

// Objects returns the things acted on.
func (d Decision) Objects() []Ref { return d.Acts[0].Objects }

// Topics returns those of the paragraph or the outcome.
func (d Decision) Topics() []string {
	if d.Outcome != nil {
		return d.Outcome.Topics
	}
	return d.Node.Topics
}

// Concerns returns the objects and what the paragraph cites, in a slice of the caller's own.
func (d Decision) Concerns() []Ref {
	return distinct(append(slices.Clone(d.Objects()), d.Node.Cites...))
}
