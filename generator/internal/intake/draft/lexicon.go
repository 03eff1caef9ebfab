package draft

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/model"
)

// lexicon is what the recogniser knows of a language: all words are in words_<language>.go.
type lexicon struct {
	protocol  *regexp.Regexp // a title of a protocol
	minutes   *regexp.Regexp // a title of minutes
	kindOnly  *regexp.Regexp // a block that only says what kind of record it is
	heading   *regexp.Regexp // a printed word before the number of a clause: "Article 1."
	closing   *regexp.Regexp // begins the closing part
	annex     *regexp.Regexp // heads an annex; group 1 is its number
	annexes   *regexp.Regexp // names annexes in a text; group 1 are their numbers
	sign      *regexp.Regexp // begins a signature; what follows is whose
	held      *regexp.Regexp // a sentence that says when the meeting was
	signedOn  *regexp.Regexp // a sentence that says when the record was signed
	place     []*regexp.Regexp
	chair     []*regexp.Regexp
	chairCase map[int]oblique           // the cases of the names that they find, by rank
	formats   map[string]*regexp.Regexp // by code of the vocabulary meeting-format
	ordinal   func(text string) (n int, words string)
	start     *regexp.Regexp // a time follows
	end       *regexp.Regexp

	date      *regexp.Regexp            // labels of lines
	attended  map[string]*regexp.Regexp // by code of the vocabulary attendance
	step      *regexp.Regexp            // a line that says what comes next under an item, and heads no clause
	agenda    *regexp.Regexp
	post      *regexp.Regexp // a post at the meeting and a name, without a colon
	apologies *regexp.Regexp // group 1 are those who sent apologies, in a sentence
	speaksFor *regexp.Regexp // before the names of those who came from one place
	front     *regexp.Regexp // headings that belong to what is before the first clause

	quorum     *regexp.Regexp   // there was one
	action     *regexp.Regexp   // begins an action
	mustDo     *regexp.Regexp   // what follows a name in an action: "to", "will"
	owner      *regexp.Regexp   // group 1 is whose an action is
	due        *regexp.Regexp   // a deadline follows
	within     *regexp.Regexp   // a term that is a deadline without such words
	dayMonth   []*regexp.Regexp // days without a year; the groups are named d and m
	terms      []term
	next       *regexp.Regexp // names the next meeting
	approved   *regexp.Regexp // the record itself was approved
	unapproved *regexp.Regexp // the record is a draft
	earlier    *regexp.Regexp // approves the minutes of an earlier meeting
	effects    []effect
	infinitive *regexp.Regexp // group 1 is a verb by which a resolution says what it does
	speaker    *regexp.Regexp // after the title of an item of the agenda; names follow
	heads      *regexp.Regexp // group 1 names who headed a delegation
	done       *regexp.Regexp // what is no action any more
	orgOwner   *regexp.Regexp // group 1 is a body that was given a task
	told       *regexp.Regexp // a sentence that tells somebody to do something; groups: whom, names in brackets, verb
	toldNamed  *regexp.Regexp // the same of somebody who is named in brackets, in any case
	operative  *regexp.Regexp // group 1 is a verb that begins a part of a resolution
	addressee  *regexp.Regexp // a line that names to whom the items below it are told; groups: whom, names in brackets
	must       *regexp.Regexp // says that somebody has to do something; groups: who, verb
	resolves   *regexp.Regexp // a line after which resolutions stand
	mover      *regexp.Regexp // groups are names
	seconder   *regexp.Regexp
	tally      *regexp.Regexp            // "by a vote of 3-0": for, against and abstaining
	votes      map[string]*regexp.Regexp // "for", "against", "abstaining": group 1 is a number
	votesBy    map[string]*regexp.Regexp // the same: group 1 are names
	methods    map[string]*regexp.Regexp // by code of the vocabulary decision-method
	none       *regexp.Regexp            // a list of nobody
	subject    *regexp.Regexp            // whoever acts; group 1 is the verb
	says       []saying                  // words that say an act and are no formula of the vocabulary
	body       *bodyVerbs
	decisions  *regexp.Regexp // heads decisions
	failed     *regexp.Regexp // what was put to the vote was not adopted
	fallback   []saying       // the same, of paragraphs that have no other act
	noVerb     *regexp.Regexp // follows a subject and is no verb
	notActed   *regexp.Regexp // what before or after a formula says that it is no act
	noAct      *regexp.Regexp // has a formula and is no act: "took part"
	onePerson  *regexp.Regexp // ends with whoever alone did something; group 1 is a name, if it has one
	cited      *regexp.Regexp // date and place in brackets; group 1 is what is within
	ofDay      *regexp.Regexp // ends with the words before the day of an instrument
	kinds      []instrumentKind
	adoptedBy  *regexp.Regexp // after the title of an instrument
	draftOf    *regexp.Regexp // before the title of an instrument
	copies     map[*regexp.Regexp]int
	certified  *regexp.Regexp
	kept       *regexp.Regexp            // group 1 is where the original is kept
	writtenIn  *regexp.Regexp            // group 1 are languages
	languages  map[string]*regexp.Regexp // by code
	and        *regexp.Regexp            // separates names and numbers
	titles     *regexp.Regexp            // before a name: "Mr", "Dr"
}

// instrumentKind is a word for a document, with its type and its form in lists.
type instrumentKind struct {
	form *regexp.Regexp // as texts have it
	code string         // vocabulary instrument-type
	base string         // the word in its basic form
}

// saying is a way to say an act that is none of its formulas, such as an infinitive; group 1 are
// the words.
type saying struct {
	code string
	*regexp.Regexp
}

// lexicons are those of the languages that the recogniser knows. They are made when they are asked
// for: their patterns take longer to compile than most commands take.
var lexicons = map[string]func() *lexicon{"ru": russian, "en": english, "zh": chinese}

// lexiconOf returns the words of a language; those of English where it is not known.
func lexiconOf(l model.Lang) *lexicon {
	base, _, _ := strings.Cut(string(l), "-")
	if lex := lexicons[base]; lex != nil {
		return lex()
	}
	return lexicons["en"]()
}

// languageOf says in which of the site's languages a document is.
func languageOf(doc *source.Document, site *model.Collection, asked string) model.Lang {
	if asked != "" {
		return model.Lang(asked)
	}
	found := script(doc)
	for _, l := range site.Config.Langs() {
		base, _, _ := strings.Cut(string(l), "-")
		if base == found {
			return l
		}
	}
	return model.Lang(found)
}

// script guesses the language of a document by its letters.
func script(doc *source.Document) string {
	han, cyrillic, latin := 0, 0, 0
	count := func(text string) {
		for _, r := range text {
			switch {
			case unicode.Is(unicode.Han, r):
				han++
			case unicode.Is(unicode.Cyrillic, r):
				cyrillic++
			case unicode.Is(unicode.Latin, r):
				latin++
			}
		}
	}
	for _, b := range doc.Blocks {
		count(b.Text)
		for _, row := range b.Rows {
			count(strings.Join(row, " "))
		}
	}
	switch {
	case 3*han > cyrillic && 3*han > latin: // a character says as much as a short word
		return "zh"
	case cyrillic > latin:
		return "ru"
	}
	if base, _, _ := strings.Cut(doc.Language, "-"); base != "" && base != "ru" && base != "zh" {
		return base
	}
	return "en"
}

// re compiles a pattern that ignores case.
func re(pattern string) *regexp.Regexp { return regexp.MustCompile(`(?i)` + pattern) }

// exact compiles a pattern in which case matters.
func exact(pattern string) *regexp.Regexp { return regexp.MustCompile(pattern) }
