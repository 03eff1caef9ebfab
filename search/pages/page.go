package pages

// attributes are what a page says of itself in attributes.
type attributes struct {
	title, kind, date string
	aliases           []string
	facets            []facet // as the site names them
}

type pair struct{ name, value string }

// facet is a value of a facet, and what it is called: "" where that is the value itself.
type facet struct {
	pair
	label string
}

// page is what was read from one file.
type page struct {
	path   string
	reason string // why it gives no documents; "" if it does

	lang     string // as written; later that of languages
	guessed  bool   // nothing but the text says so
	head     string // of <title>
	h1       string // the first in the content
	entitled string // what the first element of class "title" in the content has
	marked   bool   // has an element that is to be read, so that pages without one are not
	noindex  bool   // asks search engines not to list it
	crumbs   []string
	same     map[string]string // language tag: address of this page in that language, as written
	parts    []part            // the first is what stands before any heading with an id

	attributes
}

// part is a stretch of the content that begins with a heading.
type part struct {
	anchor  string // id of the heading; "" in the first part
	heading string
	level   int // 1 to 6; 0 in the first part
	text    string

	keywords string // what of heading and text is to count as the title does
}
