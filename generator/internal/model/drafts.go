package model

import "slices"

// Withhold takes out, before Seal, the records that are not published by a day: drafts, and those
// whose embargo has not ended.
func (c *Collection) Withhold(today Date) {
	c.withheld = map[Ref]Entity{}
	for kind, list := range c.byKind {
		c.byKind[kind] = slices.DeleteFunc(list, func(e Entity) bool {
			b := e.base()
			if !b.Draft && (b.Embargo == "" || !today.Last().Before(b.Embargo.First())) {
				return false
			}
			c.withheld[e.Ref()] = e
			delete(c.byRef, e.Ref())
			return true
		})
	}
}

// Withheld reports whether there is a record that is not published yet.
func (c *Collection) Withheld(r Ref) bool { return c.withheld[r.Entity()] != nil }

// WithheldRecords returns those that are not published yet, in no order.
func (c *Collection) WithheldRecords() []Entity {
	var out []Entity
	for _, e := range c.withheld {
		out = append(out, e)
	}
	return out
}
