package search

import (
	"time"

	"github.com/kengash/kengash/search/internal/constants"
)

// Request asks for a page of hits. What it narrows down, and what filters in its Query narrow down,
// both hold.
type Request struct {
	// Query is what a reader typed; empty for all documents, newest first. What has no meaning as
	// an operator is text, so there are no errors. The language:
	//
	//	обмен опытом          all words, in any of their forms
	//	"обмена опытом"       the words as written, together; also “…”, «…» or 「…」
	//	-word -"a phrase"     not in the document
	//	регул*                words that begin so, from three letters on
	//	связь OR телеком      one of these is enough, of any number of neighbours; a | b is the same
	//	topic:ai,5g           a value of a facet, or of "lang"; any of several
	//	state:"Узбекистан"    a value by its label
	//	-kind:note            not with that value
	Query string

	Lang string // one language's documents; "" for all languages

	// Facets are values by the name of their facet, or of "lang". A document is a hit if it has one
	// of the values of each. Labels in any language do for values.
	Facets map[string][]string

	// Typing says that the reader may not have finished the last word: it means all words that
	// begin so as well.
	Typing bool
	// Exact takes words literally: none is replaced by another that is one typing error away.
	Exact bool
	// Sort is SortScore or SortDate.
	Sort string

	Limit  int // hits to return; 0 is DefaultLimit, less than 0 is none (to count only)
	Offset int // hits to leave out before them

	// DisplayLang is the language of facet labels; Lang, if it is empty.
	DisplayLang string
}

// Orders of hits: the best first, or the newest, without documents of lower tiers.
const (
	SortScore = ""
	SortDate  = "date"
)

// DefaultLimit is the number of hits of a request that does not say.
var DefaultLimit = constants.Hits.Limit

// FacetValues is how many values of a facet a page shows at first.
var FacetValues = constants.View.Values

// Response is the answer to a request.
type Response struct {
	// Total counts the hits of the best tier that has any, in all languages asked: usually the
	// documents with all words, and those with most of them and half in the title. Facets count the
	// same documents. A document that was found in several languages (see Document.ID) counts once,
	// and only its best version is a hit; the facet "lang" counts them all.
	Total int
	Took  time.Duration
	// Hits may go on after Total: if it is under ten, documents of lower tiers follow, up to ten.
	Hits []Hit
	// Facets has "lang" and the facets of the documents, each sorted by falling count, then by
	// value.
	Facets map[string][]FacetValue
	// Inflected reports that no document has the phrases as written, and that hits have them in
	// other forms of their words.
	Inflected bool
	// Apart reports that no document has a phrase of the query in any form of its words, and that
	// these words were looked for by themselves.
	Apart bool
	// Signs reports that the query has no letter and no digit, so that nothing was looked for.
	Signs bool
	// Correction is the query that was answered instead, where a word of the query is in no
	// document and other words, a slip of the finger away, are: results are "showing results for"
	// it.
	Correction string
}

// Hit is a document that was found.
type Hit struct {
	ID, Title, Lang, Date string

	// URL leads to the place of the document that contains the excerpt, if it has places. Where
	// the query is its very title, it leads to its beginning.
	URL string

	TitleMarks [][2]int // what of Title matches: byte ranges, in order, not overlapping

	Score float64 // comparable within a tier of one search
	// Tier is how much of the query the document has: 0 all words (or most of them, and half in the
	// title), 1 all but one, 2 half, 3 any.
	Tier int
	// Excerpt is plain text of about 200 characters, around the matches if there are any in the
	// body.
	Excerpt    string
	Marks      [][2]int // the matches: byte ranges in Excerpt, in order, not overlapping
	Breadcrumb []string
	Facets     map[string][]Value // what the document has of each facet, in order of value
	Others     []Translation      // the same document in other languages, in order of language
}

// Translation is a document in another language.
type Translation struct{ Lang, URL string }

// Value is a value of a facet, with its name in the language of labels.
type Value struct{ Value, Label string }

// FacetValue is a value of a facet, and how many documents of Response.Total have it.
type FacetValue struct {
	Value, Label string
	Count        int
}
