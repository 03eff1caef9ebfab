package model

import "github.com/kengash/kengash/generator/internal/diag"

// Vocabulary is a controlled vocabulary (SKOS ConceptScheme): the codes that the data may use, in the order of its file.
type Vocabulary struct {
	ID    string      `toml:"-"`
	Index *diag.Index `toml:"-"`
	Title Text        `toml:"title,required"`
	Terms []Term      `toml:"term,keyed"`

	byCode keyed
}

func (v *Vocabulary) seal() { v.byCode = keys(v.Terms, (*Term).key) }

func (t *Term) key() string { return t.Key }

// Term of a vocabulary; Key is its code.
type Term struct {
	Key        string
	Label      Text  `toml:"label,required"`
	Plural     Text  `toml:"plural"`
	Numbered   Text  `toml:"numbered"` // the word with a number, which stands for {num}: "Clause {num}"
	Labelled   Text  `toml:"labelled"` // {numbered} with a heading, {label}: "{numbered}. {label}"
	Formula    Words `toml:"formula"`  // the words by which texts of documents say it
	Definition Text  `toml:"definition"`
}

// Codes returns the vocabulary's codes in order.
func (v *Vocabulary) Codes() []string {
	codes := make([]string, len(v.Terms))
	for i, t := range v.Terms {
		codes[i] = t.Key
	}
	return codes
}

// Term returns the term of a code and its rank in the vocabulary; ok is false where the code is unknown.
func (v *Vocabulary) Term(c Code) (t Term, rank int, ok bool) {
	if v != nil {
		if i := find(v.byCode, v.Terms, string(c), (*Term).key); i >= 0 {
			return v.Terms[i], i, true
		}
	}
	return Term{}, -1, false
}

// The vocabularies that struct tags and the program name. Their codes are data; see data/vocabularies.
const (
	VocabAct             = "act"
	VocabActionStatus    = "action-status"
	VocabAvailability    = "availability"
	VocabBodyType        = "body-type"
	VocabConfidence      = "confidence"
	VocabDocumentPart    = "document-part"
	VocabInstrumentState = "instrument-state"
	VocabInstrumentType  = "instrument-type"
	VocabKind            = "kind"
	VocabMeetingFormat   = "meeting-format"
	VocabNoteOrigin      = "note-origin"
	VocabTextStatus      = "text-status"
)

// Vocabularies are the names of all vocabularies that a collection needs.
var Vocabularies = []string{
	VocabAct, VocabActionStatus, VocabAvailability, VocabBodyType, VocabConfidence, VocabDocumentPart, VocabInstrumentState,
	VocabInstrumentType, VocabKind, VocabMeetingFormat, VocabNoteOrigin, VocabTextStatus,
}
