// Package constants holds the numbers that the two readers of an index share: Go's, and that of a
// browser, into whose script the same file is bundled.
package constants

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
)

// JSON is the file, which the reader in the browser imports unchanged.
//
//go:embed constants.json
var JSON []byte

type file struct {
	Format int
	Fields []string
	Query  struct {
		Characters, Prefix, Candidates, NameTerms int
		FunctionCharacters                        string
		Particles                                 []string
	}
	Boosts   struct{ Title, Bonus, Exact, Alias, Tail, Name, Compound, CompoundTitle float64 }
	Hits     struct{ Limit, Fill int }
	Excerpt  struct{ Characters, WordBytes int }
	Spelling struct {
		Min, Max int
		Bare     string
		Cyrillic string
	}
	Grams    struct{ Rows, Bits, PerPhrase, Read int }
	Headings struct{ Number string }
	View     struct{ Values int }
}

var all = read()

func read() (f file) {
	d := json.NewDecoder(bytes.NewReader(JSON))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		panic(fmt.Sprintf("constants.json: %v", err)) // the program's own file
	}
	return f
}

var (
	// Format is the version of the published files.
	Format = all.Format

	// Fields are the fields that a query looks terms up in, in the order of the files.
	Fields = all.Fields

	// Query bounds queries. Characters are those of a query, so that a pasted page costs little.
	// Prefix is how many letters a prefix needs, in writings other than Han: shorter ones stand for
	// hundreds of terms, which a browser would have to load; they are taken as words. Candidates is
	// how many words a misspelt one is taken for, NameTerms how many terms of a query a name of a
	// concept has at most. FunctionCharacters are Chinese characters with a grammatical rather than
	// a lexical meaning: a pair that holds one seldom is a word, so a query does not insist on it.
	// Particles are words that often are one with the word before them, as in start-up.
	Query = all.Query

	// Boosts are the weights of a plan, all relative to a word in the body: Title of a word in the
	// title, Bonus of the same once more, on top of what finds the document, Exact of a title that
	// is the whole query, Alias of an alias that is (higher, as its score falls with the number of
	// aliases), Tail of a word that only begins with the last one of the query, Name of another
	// name of a concept, Compound and CompoundTitle of a word that is
	// written of parts or as one, in a text and in a title.
	Boosts = all.Boosts

	// Hits counts hits. Limit is how many a search returns that does not say, Fill how many it aims
	// at: with fewer it goes on to documents that match less.
	Hits = all.Hits

	// Excerpt is the length that an excerpt aims at, and how far a cut may move to fall between
	// words.
	Excerpt = all.Excerpt

	// Spelling bounds the letters of the words in the lists of words. In a shorter one a single
	// edit makes too many others. Bare has pairs: a letter, and what is typed for it by those whose
	// keyboard does not have it. Cyrillic has pairs of Latin letters and what is written for them
	// in Cyrillic, longer ones first.
	Spelling = all.Spelling

	// Grams are the measures of gram shards. Rows is how many rows one has: with the shards of a
	// site that is some hundred thousand in all, so hardly two grams of a corpus share one. A place
	// takes Bits bits. PerPhrase is how many grams of a phrase are looked up, Read how many
	// documents are looked through for one: grams of which it follows that no more have them need
	// no row, which are most.
	Grams = all.Grams

	// Headings tells what the number of a heading is, such as 7.22. or Chapter 3: a regular
	// expression of Go and of JavaScript, for letters in any case.
	Headings = all.Headings

	// View measures the search page. Values is how many values of a facet it shows at first.
	View = all.View
)
