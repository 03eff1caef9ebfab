package draft

import (
	"strings"
	"unicode"

	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/model"
)

// lexicon is what the recogniser knows of a language: all words are in words_<language>.go.
type lexicon struct {
	protocol  *pattern // a title of a protocol
	minutes   *pattern // a title of minutes
	kindOnly  *pattern // a block that only says what kind of record it is
	heading   *pattern // a printed word before the number of a clause: "Article 1."
	closing   *pattern // begins the closing part
	annex     *pattern // heads an annex; group 1 is its number
	annexes   *pattern // names annexes in a text; group 1 are their numbers
	sign      *pattern // begins a signature; what follows is whose
	held      *pattern // a sentence that says when the meeting was
	signedOn  *pattern // a sentence that says when the record was signed
	madeOn    *pattern // the label of a line that says when it was written
	place     []*pattern
	chair     []*pattern
	chairCase map[int]oblique     // the cases of the names that they find, by rank
	formats   map[string]*pattern // by code of the vocabulary meeting-format
	ordinal   func(text string) (n int, words string)
	start     *pattern // a time follows
	end       *pattern

	date      *pattern // labels of lines
	step      *pattern // a line that says what comes next under an item, and heads no clause
	agenda    *pattern
	post      *pattern // a post at the meeting and a name, without a colon
	speaksFor *pattern // before the names of those who came from one place
	front     *pattern // headings that belong to what is before the first clause

	quorum     *pattern   // there was one
	action     *pattern   // begins an action
	mustDo     *pattern   // what follows a name in an action: "to", "will"
	owner      *pattern   // group 1 is whose an action is
	due        *pattern   // a deadline follows
	within     *pattern   // a term that is a deadline without such words
	dayMonth   []*pattern // days without a year; the groups are named d and m
	terms      []term
	next       *pattern // names the next meeting
	approved   *pattern // the record itself was approved
	unapproved *pattern // the record is a draft
	earlier    *pattern // approves the minutes of an earlier meeting
	effects    []effect
	infinitive *pattern // group 1 is a verb by which a resolution says what it does
	speaker    *pattern // after the title of an item of the agenda; names follow
	done       *pattern // what is no action any more
	orgOwner   *pattern // group 1 is a body that was given a task
	told       *pattern // a sentence that tells somebody to do something; groups: whom, names in brackets, verb
	toldNamed  *pattern // the same of somebody who is named in brackets, in any case
	toldPerson *pattern // the same of people in any case; groups: whom, verb
	operative  *pattern // group 1 is a verb that begins a part of a resolution
	must       *pattern // says that somebody has to do something; groups: who, verb
	resolves   *pattern // a line after which resolutions stand
	mover      *pattern // groups are names
	seconder   *pattern
	tally      *pattern            // "by a vote of 3-0": for, against and abstaining
	votes      map[string]*pattern // "for", "against", "abstaining": group 1 is a number
	votesBy    map[string]*pattern // the same: group 1 are names
	methods    map[string]*pattern // by code of the vocabulary decision-method
	none       *pattern            // a list of nobody
	says       []saying            // words that say an act and are no formula of the vocabulary
	body       *bodyVerbs
	motions    *motionWords
	fragments  *fragmentWords
	decisions  *pattern // heads decisions
	failed     *pattern // what was put to the vote was not adopted
	fallback   []saying // the same, of paragraphs that have no other act
	notActed   *pattern // what before or after a formula says that it is no act
	noAct      *pattern // has a formula and is no act: "took part"
	onePerson  *pattern // ends with whoever alone did something; group 1 is a name, if it has one
	alone      *pattern // begins a sentence about one person, up to a verb that goes on from another
	notAlone   *pattern // ends such words where somebody else is the subject
	cited      *pattern // date and place in brackets; group 1 is what is within
	ofDay      *pattern // ends with the words before the day of an instrument
	kinds      []instrumentKind
	adoptedBy  *pattern // after the title of an instrument
	draftOf    *pattern // before the title of an instrument
	copies     map[*pattern]int
	certified  *pattern
	kept       *pattern            // group 1 is where the original is kept
	writtenIn  *pattern            // group 1 are languages
	languages  map[string]*pattern // by code
	and        *pattern            // separates names and numbers
	titles     *pattern            // before a name: "Mr", "Dr"
}

// instrumentKind is a word for a document, with its type and its form in lists.
type instrumentKind struct {
	form *pattern // as texts have it
	code string   // vocabulary instrument-type
	base string   // the word in its basic form
}

// saying is a way to say an act that is none of its formulas, such as an infinitive; group 1 are
// the words.
type saying struct {
	code string
	*pattern
}

// lexicons are those of the languages that the recogniser knows.
var lexicons = map[string]*lexicon{"ru": russian, "en": english, "zh": chinese}

// lexiconOf returns the words of a language; those of English where it is not known.
func lexiconOf(l model.Lang) *lexicon {
	base, _, _ := strings.Cut(string(l), "-")
	if lex := lexicons[base]; lex != nil {
		return lex
	}
	return lexicons["en"]
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
