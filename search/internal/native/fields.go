// Package native writes the native Bleve index of one language, the same bytes for the same
// documents.
package native

// The fields of an index. What each is for stands in NewMapping.
const (
	Title    = "title"
	Body     = "body"
	Exact    = "tk"
	Alias    = "ak"
	Compound = "ck"
	Date     = "date"
	Name     = "name"
	Text     = "text"
	URL      = "url"
	Crumbs   = "crumbs"
	Alt      = "alt"
	Places   = "places"
	Shown    = "shown"
)

// TitleMark follows a compound that stands in a title.
const TitleMark = " "

// Facet returns the field of a facet. It has a name apart, so that a facet may be called "title".
func Facet(name string) string { return "facet-" + name }
