package check

import (
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// redirects checks that each former address of a record is free, and that what it leads to exists.
func redirects(c *model.Collection, l *diag.List) {
	for _, r := range c.Redirects() {
		if c.Entity(r.From) != nil {
			l.Add(diag.Redirect, r.Pos, "remove the line, or rename the record", "%s is a record of the site, and its address cannot lead elsewhere", r.From)
			continue
		}
		if next, ok := c.Redirect(r.To.Entity()); ok && c.Entity(r.To) == nil {
			l.Add(diag.Redirect, r.At, "name the record that is meant in the end", "%s is a former address too, of %s", r.To.Entity(), next.To)
			continue
		}
		reference(c, r.To, func() diag.Position { return r.At }, l)
	}
}
