package render

// The view is what the theme draws: one value for each page and language, written into the page's
// front matter as params. Each kind of page has a type of its own, beside the code that makes it;
// this file has what they share. Words are in the page's language already; the theme adds interface
// words (i18n), dates and numbers by language. Keys are lower case, since Hugo folds them.
// Addresses begin with "/" at the site's root and never hold a base path: Hugo makes them relative.

// Page is what every page has.
type Page struct {
	Kind        string     `json:"kind"`               // "topics"; "home", "404", the name of an overview
	Overview    bool       `json:"overview,omitempty"` // heading and lead are "page_<kind>" and "lead_<kind>"
	KindLabel   string     `json:"kind_label"`         // "Topic"; on lists the plural
	Heading     string     `json:"heading"`            // the h1
	HeadingIn   *Tongue    `json:"heading_in,omitempty"`
	Lead        string     `json:"lead,omitempty"`      // summary, definition, description
	LeadIn      *Tongue    `json:"lead_in,omitempty"`   // its language, where it is another
	Description string     `json:"description" set:"-"` // for <meta>, feeds
	Breadcrumbs []Link     `json:"breadcrumbs,omitempty"`
	Languages   []LangLink `json:"languages" set:"-"`
	URL         string     `json:"url" set:"-"`            // from the root: "/ru/topics/ai.html"
	XDefault    string     `json:"x_default"`              // absolute address for hreflang x-default
	Canonical   string     `json:"canonical"`              // absolute
	Feed        string     `json:"feed,omitempty" set:"-"` // address of the language's feed, on pages that name it

	absentIn []string // keys of the languages that the page is not truly in
}

// common returns what every page has, so that all views can be completed in one place.
func (p *Page) common() *Page { return p }

// view is the view of any page.
type view interface{ common() *Page }

// Link to a page of the site.
type Link struct {
	Title string  `json:"title"`
	URL   string  `json:"url"`          // "/ru/topics/ai.html"; "" where there is nothing to lead to
	In    *Tongue `json:"in,omitempty"` // the language of the title, where another lends it
}

// LangLink leads to the same page in a language.
type LangLink struct {
	Key      string `json:"key"`
	Name     string `json:"name"`
	Tag      string `json:"tag"` // BCP 47
	Dir      string `json:"dir"`
	URL      string `json:"url"`      // from the root
	Absolute string `json:"absolute"` // with the base address
	Current  bool   `json:"current"`
	Absent   bool   `json:"absent,omitempty"` // the page there has no text, or no title: see Absent
}

// Tongue is the language of words that replace missing ones.
type Tongue struct {
	Tag string `json:"tag"`
	Dir string `json:"dir"`
}

// Term is a code of a vocabulary with its word.
type Term struct {
	Code       string `json:"code"`
	Label      string `json:"label"`
	Definition string `json:"definition,omitempty"`
}

// Badge is the state of something in a word or two.
type Badge struct {
	Term
	Date     string `json:"date,omitempty"`
	Awaited  []Term `json:"awaited,omitempty"`  // steps announced and not evidenced
	Reported bool   `json:"reported,omitempty"` // that it is so is known from reports alone
}

// File is a data or text file that a page is made from.
type File struct {
	Path string `json:"path"`
	Edit string `json:"edit,omitempty"` // absolute address
}

// Section of prose.
type Section struct {
	ID    string `json:"id,omitempty"`
	Title string `json:"title,omitempty"`
	HTML  string `json:"html" set:"html"`
}

// Count is a link to a list with the number of its entries.
type Count struct {
	Link
	Number int `json:"number"`
}

// FeedItem is a record in a feed.
type FeedItem struct {
	Title       string `json:"title"`
	URL         string `json:"url"`  // absolute
	Date        string `json:"date"` // "2021-11-25"
	Category    string `json:"category"`
	Description string `json:"description"`
}
