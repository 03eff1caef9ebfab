package model

import "slices"

// Decision is what a meeting did in one place: the acts of a paragraph on the same things, or an
// outcome that sources report where the collection has no protocol.
type Decision struct {
	Meeting  *Meeting
	Protocol *Protocol // nil where only sources report it
	Node     *Node     // the paragraph; an empty one where only sources report it
	Acts     []Act     // with the same objects
	Outcome  *Outcome  // nil where a protocol has it
}

// gatherDecisions finds what each meeting did, and what each decision has to do with.
func (c *Collection) gatherDecisions() {
	for _, m := range slices.Backward(All[*Meeting](c, Meetings)) {
		if p := c.Protocol(m.ID); p != nil {
			for i := range p.Nodes {
				n := &p.Nodes[i]
				for _, acts := range runs(*n) {
					c.decisions = append(c.decisions, Decision{Meeting: m, Protocol: p, Node: n, Acts: acts})
				}
			}
		}
		for i := range m.Outcomes {
			o := &m.Outcomes[i]
			acts := []Act{{Key: string(o.Act), Objects: o.Objects, By: o.By}}
			c.decisions = append(c.decisions, Decision{Meeting: m, Node: &Node{}, Acts: acts, Outcome: o})
		}
	}
	c.decisionsOf = map[Ref][]Decision{}
	for _, d := range c.decisions {
		of := append(refs(Topics, d.Scope().Topics), d.Meeting.Ref())
		if d.Protocol != nil {
			of = append(of, d.Protocol.Ref())
		}
		scope := d.Scope()
		of = append(of, refs(States, scope.States)...)
		of = append(of, refs(Bodies, scope.Bodies)...)
		of = append(of, refs(Persons, scope.Persons)...)
		for _, r := range d.Concerns() {
			of = append(of, r.Entity())
		}
		for _, r := range distinct(of) {
			c.decisionsOf[r] = append(c.decisionsOf[r], d)
		}
	}
}

// Decisions returns all of them: by meeting, newest first, then in the order of the protocol's
// paragraphs; reported outcomes last.
func (c *Collection) Decisions() []Decision { return c.decisions }

// DecisionsOf returns the decisions that have to do with an entity: of a meeting or a protocol
// those made there, of a topic those on it, of a state, a body or a person those that name it, and
// of anything those that act on it or cite it.
func (c *Collection) DecisionsOf(r Ref) []Decision { return c.decisionsOf[r] }

// runs divides the acts of a paragraph where the objects change, or what they are about: "discussed
// and approved the draft" is one run.
func runs(n Node) [][]Act {
	var out [][]Act
	for i, a := range n.Acts {
		if i > 0 && n.Together(n.Acts[i-1], a) {
			out[len(out)-1] = append(out[len(out)-1], a)
		} else {
			out = append(out, []Act{a})
		}
	}
	return out
}

// Objects returns the things acted on.
func (d Decision) Objects() []Ref { return d.Acts[0].Objects }

// Decided returns how it was decided: what the paragraph or the outcome says.
func (d Decision) Decided() Decided {
	if d.Outcome != nil {
		return d.Outcome.Decided
	}
	return d.Node.Decided
}

// Scope returns what the acts, or the outcome, are about and whom they name.
func (d Decision) Scope() Scope {
	if d.Outcome != nil {
		return Scope{Topics: d.Outcome.Topics}
	}
	return d.Node.ScopeOf(d.Acts[0])
}

// Concerns returns the objects and what the paragraph cites, in a slice of the caller's own.
func (d Decision) Concerns() []Ref {
	return distinct(append(slices.Clone(d.Objects()), d.Node.Cites...))
}
