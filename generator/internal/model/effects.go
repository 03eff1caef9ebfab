package model

// gatherEffects finds what decisions and instruments do to earlier ones, by what they change.
func (c *Collection) gatherEffects() {
	c.effectsOn = map[Ref][]Effect{}
	add := func(list []Effect) {
		for _, e := range list {
			c.effectsOn[e.On] = append(c.effectsOn[e.On], e)
		}
	}
	for _, w := range All[Work](c, Works...) {
		if i, ok := w.(*Instrument); ok {
			add(i.Of(i.Ref()))
		}
		for _, n := range w.Doc().Nodes {
			add(n.Of(At(w, n.Key)))
		}
	}
	for _, m := range All[*Meeting](c, Meetings) {
		for _, o := range m.Outcomes {
			add(o.Of(OutcomeRef(m, o.Key)))
		}
	}
}

// EffectsOn returns what later decisions did to a place, or to a record as a whole.
func (c *Collection) EffectsOn(r Ref) []Effect { return c.effectsOn[r] }
