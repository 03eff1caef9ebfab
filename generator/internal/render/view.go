package render

// The view is what the theme draws: one Page for each page and language, written into the page's front matter as params.
// Words are in the page's language already; the theme adds interface words (i18n), dates and numbers by language. Keys are lower case,
// since Hugo folds them. Addresses begin with "/" at the site's root and never hold a base path: Hugo makes them relative.

// Page is the view of one page (.Params of the theme).
type Page struct {
	Kind        string     `json:"kind"`               // "topics"; "home", "404" and the name of an overview for those pages
	Overview    bool       `json:"overview,omitempty"` // looks over many records: heading and lead are the theme's "page_<kind>" and "lead_<kind>"
	ID          string     `json:"id,omitempty"`       // empty on lists
	KindLabel   string     `json:"kind_label"`         // "Topic"; on lists the plural
	Heading     string     `json:"heading"`            // the h1
	Official    string     `json:"official,omitempty"` // official name beside a short one
	Status      *Term      `json:"status,omitempty"`   // of the heading's words, where they are not official
	Badge       *Badge     `json:"badge,omitempty"`    // the present state, for instruments and actions
	Lead        string     `json:"lead,omitempty"`     // summary, definition, description
	LeadIn      *Tongue    `json:"lead_in,omitempty"`  // its language, where it is another
	Absent      *Absent    `json:"absent,omitempty"`   // what the page has not got in its language
	Description string     `json:"description"`        // for <meta>, feeds
	Breadcrumbs []Link     `json:"breadcrumbs,omitempty"`
	Languages   []LangLink `json:"languages"`
	XDefault    string     `json:"x_default"` // absolute address for hreflang x-default
	Canonical   string     `json:"canonical"` // absolute
	Files       []File     `json:"files,omitempty"`
	Citation    *Citation  `json:"citation,omitempty"`

	Facts    []FactRow `json:"facts,omitempty"`
	Sections []Section `json:"sections,omitempty"` // prose
	Sources  []Source  `json:"sources,omitempty"`
	Groups   []Group   `json:"groups,omitempty"` // what refers to this; on lists the list itself

	// By kind.
	Document   *Document        `json:"document,omitempty"`  // protocols; instruments and programmes that have texts
	Parallel   *Parallel        `json:"parallel,omitempty"`  // the page that shows a text in several languages
	Timeline   []Event          `json:"timeline,omitempty"`  // instruments, programmes
	Outcomes   []Outcome        `json:"outcomes,omitempty"`  // meetings without a protocol
	Annexes    []Annex          `json:"annexes,omitempty"`   // meetings and their protocols
	Conflicts  []Conflict       `json:"conflicts,omitempty"` // meetings
	Evidence   []Evidence       `json:"evidence,omitempty"`  // notes: the facts; actions: what shows fulfilment
	Sought     []Sought         `json:"sought,omitempty"`    // looked for and not found
	Terms      []TopicTerms     `json:"terms,omitempty"`     // topics: the term in every language
	Matrix     *Matrix          `json:"matrix,omitempty"`    // the list of notes; the list of topics
	Home       *Home            `json:"home,omitempty"`
	Decisions  *Decisions       `json:"decisions,omitempty"`  // the page of decisions
	Open       *CommitmentsPage `json:"open,omitempty"`       // the page of open commitments
	Changes    *Changes         `json:"changes,omitempty"`    // meetings: what is new since the one before
	Neighbours *Neighbours      `json:"neighbours,omitempty"` // meetings
	Glossary   *Glossary        `json:"glossary,omitempty"`   // the glossary
	Experience *Experience      `json:"experience,omitempty"` // topics: the notes of each state
	Provenance *Term            `json:"provenance,omitempty"` // notes: compiled or contributed
	Mandate    *Quotation       `json:"mandate,omitempty"`    // notes: the clause that asks for them
	Beside     *Beside          `json:"beside,omitempty"`     // notes: where to go on

	// Pictures (pictures.go).
	Chronology *Chronology `json:"chronology,omitempty"` // the first page; the list of meetings
	Network    *Network    `json:"network,omitempty"`    // the list of instruments
	Heat       *Heat       `json:"heat,omitempty"`       // the first page
	Coverage   *Coverage   `json:"coverage,omitempty"`

	absentIn []string // keys of the languages that the page is not truly in
}

// Link to a page of the site.
type Link struct {
	Title string `json:"title"`
	URL   string `json:"url"` // "/ru/topics/ai.html"; "" where there is nothing to lead to
}

// MenuItem is an entry of a menu. That of an overview has no title: its words are the theme's "page_<overview>".
type MenuItem struct {
	Link
	Overview string `json:"overview,omitempty"`
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
	Absent   bool   `json:"absent,omitempty"` // the page there has no text, or no title, of its own: see Absent
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
	Date    string `json:"date,omitempty"`
	Awaited []Term `json:"awaited,omitempty"` // steps announced and not evidenced
}

// File is a data or text file that a page is made from.
type File struct {
	Path string `json:"path"`
	Edit string `json:"edit,omitempty"` // absolute address
}

// FactRow is a line of the table of facts at the head of a page. Name is a key of the theme's i18n ("fact_date"). A row without
// values is a statement by itself ("fact_certified_copies").
type FactRow struct {
	Name   string      `json:"name"`
	Values []FactValue `json:"values,omitempty"`
}

// FactValue is one value: a link, a word, a date or a number; exactly one of Text, Date and Number is set.
type FactValue struct {
	Text   string `json:"text,omitempty"`
	URL    string `json:"url,omitempty"`
	Date   string `json:"date,omitempty"` // EDTF: "2021-11-25", "2021", "2021/2025", "2024/..", "tba"
	Number int    `json:"number,omitempty"`
	Note   *Term  `json:"note,omitempty"` // confidence, status
}

// Section of prose.
type Section struct {
	ID    string `json:"id,omitempty"`
	Title string `json:"title,omitempty"`
	HTML  string `json:"html"`
}

// Source is a publication.
type Source struct {
	Key        string `json:"key"`
	Title      string `json:"title"`
	Publisher  string `json:"publisher,omitempty"`
	URL        string `json:"url,omitempty"`
	Date       string `json:"date,omitempty"`
	Accessed   string `json:"accessed,omitempty"`
	Lang       string `json:"lang,omitempty"` // BCP 47, of the title
	Confidence *Term  `json:"confidence,omitempty"`
	Note       string `json:"note,omitempty"`

	ID    string `json:"id,omitempty"`    // anchor, where the page refers to it
	Facts []Link `json:"facts,omitempty"` // of the page that rest on it, by their numbers
}

// Group is a list under a heading. Name is a key of the theme's i18n ("group_clauses"); on lists, Label is its own heading.
type Group struct {
	Name        string       `json:"name"`
	Label       string       `json:"label,omitempty"`
	Cards       []Card       `json:"cards"`
	Commitments []Commitment `json:"commitments,omitempty"` // in place of cards: commitments that nothing closes
	More        string       `json:"more,omitempty"`        // leads to all of these
}

// Card is an entry of a list.
type Card struct {
	Link
	Kind   string  `json:"kind"`              // label, in the singular
	Code   string  `json:"code"`              // "clause", "note"
	Num    string  `json:"num,omitempty"`     // of a clause
	Date   string  `json:"date,omitempty"`    // EDTF
	Text   string  `json:"text,omitempty"`    // a summary, the words of a paragraph
	TextIn *Tongue `json:"text_in,omitempty"` // its language, where it is another
	Absent *Absent `json:"absent,omitempty"`
	Badge  *Badge  `json:"badge,omitempty"`
	Acts   []Term  `json:"acts,omitempty"`   // of a clause
	Tags   []Link  `json:"tags,omitempty"`   // state, topics
	Origin string  `json:"origin,omitempty"` // of a clause: the protocol's title

	Provenance string `json:"provenance,omitempty"` // of a note where it stands with others: compiled or contributed
}

// Document is the text of a protocol, an instrument or a programme with what is known of it.
type Document struct {
	Parallel string    `json:"parallel,omitempty"` // leads to the texts side by side, where there is more than one
	Title    string    `json:"title"`              // HTML, as in the text
	Version  *Version  `json:"version,omitempty"`  // the one shown; nil where the language has no text
	Versions []Version `json:"versions"`
	Parts    []Part    `json:"parts"`
}

// Version is the document in one language.
type Version struct {
	Lang         string `json:"lang"` // key
	LangName     string `json:"lang_name"`
	Tag          string `json:"tag"`
	Status       Term   `json:"status"`
	Availability Term   `json:"availability"`
	From         string `json:"from,omitempty"`  // name of the language it was translated from
	URL          string `json:"url,omitempty"`   // where the collection has it
	Stale        int    `json:"stale,omitempty"` // paragraphs whose source has changed since they were translated
}

// Part of a document: the preamble, a clause, the closing words, the signatures.
type Part struct {
	ID     string  `json:"id"`   // anchor: "pre", "c1", "end", "sig"
	Kind   string  `json:"kind"` // "pre", "clause", "end", "sig"
	Num    string  `json:"num,omitempty"`
	Label  string  `json:"label,omitempty"` // editorial
	Blocks []Block `json:"blocks"`

	Citation *Citation `json:"citation,omitempty"` // of a clause
	Status   *Term     `json:"status,omitempty"`   // of the text, where it is not authentic
	Stale    bool      `json:"stale,omitempty"`    // the source of a block has changed since it was translated
	Compare  string    `json:"compare,omitempty"`  // leads to the part in the texts side by side
}

// Block is a paragraph of a document.
type Block struct {
	ID     string `json:"id"` // anchor: "c1.p2"
	HTML   string `json:"html"`
	Acts   []Act  `json:"acts,omitempty"`
	Topics []Link `json:"topics,omitempty"`
	Cites  []Link `json:"cites,omitempty"`
	State  *Link  `json:"state,omitempty"` // of a signature block
}

// Act is what a paragraph does.
type Act struct {
	Term
	Mark    int    `json:"mark,omitempty"` // number of its words' mark in the paragraph (class "f1")
	Objects []Link `json:"objects,omitempty"`
	State   *Term  `json:"state,omitempty"`
	Next    *Term  `json:"next,omitempty"`
}

// Event of a timeline. Where Awaited is set, it is a step that was announced and is not evidenced.
type Event struct {
	Term
	Date       string      `json:"date,omitempty"`
	Awaited    bool        `json:"awaited,omitempty"`
	Commitment *Commitment `json:"commitment,omitempty"` // of an awaited step: since when, who answers, what was looked for
	By         *Link       `json:"by,omitempty"`
	Clause     *Link       `json:"clause,omitempty"`
	Meeting    *Link       `json:"meeting,omitempty"`
	Place      string      `json:"place,omitempty"`
	Note       string      `json:"note,omitempty"`
	Confidence *Term       `json:"confidence,omitempty"`
	Sources    []Source    `json:"sources,omitempty"`
}

// Outcome that a source reports of a meeting.
type Outcome struct {
	ID         string   `json:"id"`
	Act        Term     `json:"act"`
	Text       string   `json:"text"`
	Objects    []Link   `json:"objects,omitempty"`
	Topics     []Link   `json:"topics,omitempty"`
	Confidence *Term    `json:"confidence,omitempty"`
	Sources    []Source `json:"sources,omitempty"`
}

// Annex of a record.
type Annex struct {
	Num          string `json:"num"`
	Title        string `json:"title"`
	Availability Term   `json:"availability"`
	Object       *Link  `json:"object,omitempty"`
}

// Conflict between sources. Field is a key of the theme's i18n ("fact_date").
type Conflict struct {
	Field   string   `json:"field"`
	Value   string   `json:"value"`
	Date    bool     `json:"date,omitempty"` // the value is a date
	Note    string   `json:"note,omitempty"`
	Sources []Source `json:"sources"`
}

// Evidence is a fact of a note, or what shows that an action was fulfilled.
type Evidence struct {
	ID         string   `json:"id"`               // anchor
	Number     int      `json:"number,omitempty"` // as cited in the text
	Period     string   `json:"period,omitempty"` // EDTF
	Text       string   `json:"text,omitempty"`
	Object     *Link    `json:"object,omitempty"`
	Confidence *Term    `json:"confidence,omitempty"`
	OneOrigin  bool     `json:"one_origin,omitempty"`
	Remark     string   `json:"remark,omitempty"`
	Sources    []Source `json:"sources,omitempty"`
	Cites      []Link   `json:"cites,omitempty"` // sources that stand in the page's own list
}

// Sought is what was looked for and not found.
type Sought struct {
	What string `json:"what"` // the word of a code, or the words of the record
	Date string `json:"date"`
	Note string `json:"note,omitempty"`
}

// TopicTerms are the words of a topic in one language.
type TopicTerms struct {
	LangName      string   `json:"lang_name"`
	Tag           string   `json:"tag"`
	Dir           string   `json:"dir"`
	Label         string   `json:"label"`
	Synonyms      []string `json:"synonyms,omitempty"`
	Abbreviations []string `json:"abbreviations,omitempty"`
}

// Home is the first page.
type Home struct {
	Protocol *Card   `json:"protocol,omitempty"` // the featured protocol
	Clauses  []Card  `json:"clauses,omitempty"`  // its clauses
	Meetings []Card  `json:"meetings,omitempty"` // newest first; one to come first of all
	Topics   []Card  `json:"topics,omitempty"`
	Works    []Card  `json:"works,omitempty"` // instruments and programmes with their states
	Notes    []Card  `json:"notes,omitempty"`
	Counts   []Count `json:"counts"`
	Ledger   []Tally `json:"ledger,omitempty"` // decisions and open commitments
}

// Count of a kind.
type Count struct {
	Link
	Number int `json:"number"`
}

// Tally is the number of the rows of an overview.
type Tally struct {
	MenuItem
	Number int `json:"number"`
}

// Neighbours are the meetings before and after.
type Neighbours struct {
	Before *Link `json:"before,omitempty"`
	After  *Link `json:"after,omitempty"`
}

// SiteParams is what all pages share (site.Params of the theme, per language).
type SiteParams struct {
	Brand       string            `json:"brand"`
	Emblem      string            `json:"emblem,omitempty"` // "/brand/emblem.svg"
	Description string            `json:"description"`
	License     string            `json:"license,omitempty"`
	DataDate    string            `json:"data_date"`
	Home        string            `json:"home"`             // "/ru/index.html"
	Search      string            `json:"search,omitempty"` // "/ru/search.html"; "" where the site has no index
	Menu        []MenuItem        `json:"menu"`
	Foot        []MenuItem        `json:"foot"`
	Colors      map[string]string `json:"colors,omitempty"`
	Contribute  *Link             `json:"contribute,omitempty"` // the page that says how
	Languages   []LangLink        `json:"languages"`            // to the first pages
	Foreign     map[string]Tongue `json:"foreign,omitempty"`    // titles that another language lends, by address
	Interface   CoverageCell      `json:"interface"`            // words of the theme in this language
}
