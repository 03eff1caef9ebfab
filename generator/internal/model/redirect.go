package model

import "github.com/kengash/kengash/generator/internal/diag"

// RedirectsFile is the file of the addresses that records had, within a site's folder.
const RedirectsFile = "data/redirects.toml"

// Redirect leads from the address that a record had to where it is now.
type Redirect struct {
	From Ref           // an entity that the collection no longer has
	To   Ref           // an entity, or a place in its text
	Pos  diag.Position // of From in the file
	At   diag.Position // of To
}

// AddRedirect puts a redirect in, before Seal.
func (c *Collection) AddRedirect(r Redirect) {
	if c.sealed {
		panic("model: a redirect is added to a sealed collection")
	}
	c.redirectOf[r.From] = len(c.redirects)
	c.redirects = append(c.redirects, r)
}

// Redirects returns the redirects in the order in which they were put in.
func (c *Collection) Redirects() []Redirect { return c.redirects }

// Redirect returns the redirect from an entity's former address.
func (c *Collection) Redirect(from Ref) (r Redirect, ok bool) {
	i, ok := c.redirectOf[from]
	if ok {
		r = c.redirects[i]
	}
	return r, ok
}
