package model

import "slices"

// Decision is what a meeting did in one place: the acts of a paragraph on the same things, or an outcome that sources report where
// the collection has no protocol.
type Decision struct {
	Meeting  *Meeting
	Protocol *Protocol // nil where only sources report it
	Node     Node      // the paragraph
	Acts     []Act     // with the same objects
	Outcome  *Outcome  // nil where a protocol has it
}

// Decisions are all of them: by meeting, newest first, then as the protocol's paragraphs stand; reported outcomes last.
func (c *Collection) Decisions() []Decision {
	var out []Decision
	meetings := slices.Clone(All[*Meeting](c, Meetings))
	slices.Reverse(meetings)
	for _, m := range meetings {
		if p := c.Protocol(m.ID); p != nil {
			for _, n := range p.Nodes {
				for _, acts := range runs(n.Acts) {
					out = append(out, Decision{Meeting: m, Protocol: p, Node: n, Acts: acts})
				}
			}
		}
		for i := range m.Outcomes {
			o := &m.Outcomes[i]
			out = append(out, Decision{Meeting: m, Acts: []Act{{Key: string(o.Act), Objects: o.Objects}}, Outcome: o})
		}
	}
	return out
}

// runs divides the acts of a paragraph where the objects change: "discussed and approved the draft" is one run.
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

// Objects are the things acted on.
func (d Decision) Objects() []Ref { return d.Acts[0].Objects }

// Topics of the paragraph or the outcome.
func (d Decision) Topics() []string {
	if d.Outcome != nil {
		return d.Outcome.Topics
	}
	return d.Node.Topics
}

// Concerns are the objects and, of a paragraph, the instruments that it cites.
func (d Decision) Concerns() []Ref {
	out := slices.Clone(d.Objects())
	for _, r := range d.Node.Cites {
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}
