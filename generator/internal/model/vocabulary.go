package model

import (
	"cmp"
	"slices"

	"github.com/kengash/kengash/generator/internal/diag"
)

// Vocabulary is a controlled vocabulary (SKOS ConceptScheme): the codes that the data may use, in
// the order of its file.
type Vocabulary struct {
	ID      string      `toml:"-"`
	Index   *diag.Index `toml:"-"`
	Title   Text        `toml:"title,required"`
	Replace bool        `toml:"replace"` // of a site's: it stands in place of the program's, not over it
	Terms   []Term      `toml:"term,keyed"`

	byCode keyed
}

// Term of a vocabulary; Key is its code.
type Term struct {
	Key        string
	Label      Text  `toml:"label,required"`
	Plural     Text  `toml:"plural"`
	Numbered   Text  `toml:"numbered"` // the word with a number, which stands for {num}: "Clause {num}"
	Labelled   Text  `toml:"labelled"` // {numbered} with a heading, {label}: "{numbered}. {label}"
	Formula    Words `toml:"formula"`  // the words by which texts of documents say it
	Older      Words `toml:"older"`    // formulas of it in older records: they count, and no page shows them
	Definition Text  `toml:"definition"`
	Closes     bool  `toml:"closes" of:"action-status"`   // the commitment was met
	Inferred   bool  `toml:"inferred" of:"action-status"` // the editors conclude it, no source says so
	Certain    bool  `toml:"certain" of:"confidence"`     // it goes without saying beside a value

	There       bool `toml:"there" of:"attendance"`          // who attended so was at the meeting
	Cancels     bool `toml:"cancels" of:"meeting-status"`    // the meeting is not held on its date
	Held        bool `toml:"held" of:"meeting-status"`       // it was
	Planned     bool `toml:"planned" of:"meeting-status"`    // it is to be
	Provisional bool `toml:"provisional" of:"record-status"` // the text may still change
	Reached     bool `toml:"reached" of:"quorum"`            // there was one

	Path        string   `toml:"path" of:"kind"`         // in addresses of the kind; defaults to the folder's name
	FormerPaths []string `toml:"former_paths" of:"kind"` // from which pages lead on
}

func (v *Vocabulary) seal() { v.byCode = keys(v.Terms, (*Term).key) }

func (t *Term) key() string { return t.Key }

// Codes returns the codes of the vocabulary in order, in a slice of the caller's own.
func (v *Vocabulary) Codes() []string {
	codes := make([]string, len(v.Terms))
	for i, t := range v.Terms {
		codes[i] = t.Key
	}
	return codes
}

// Term returns the term of a code and its rank in the vocabulary; ok is false where the code is
// unknown.
func (v *Vocabulary) Term(c Code) (t Term, rank int, ok bool) {
	if v != nil {
		if i := find(v.byCode, v.Terms, string(c), (*Term).key); i >= 0 {
			return v.Terms[i], i, true
		}
	}
	return Term{}, -1, false
}

// LayOver completes a vocabulary by another one that it is laid over, term by term: what a term
// leaves out is as in the other. The order is that of v; a term that v lacks stands behind the one
// that it follows in the other, and behind terms of v alone that follow the same one. Where the two
// have no term in common, those of v come last.
func (v *Vocabulary) LayOver(under *Vocabulary) {
	v.Title = layOver(v.Title, under.Title)
	own, known := keys(v.Terms, (*Term).key), keys(under.Terms, (*Term).key)
	common := slices.ContainsFunc(v.Terms, func(t Term) bool { _, ok := known[t.Key]; return ok })
	terms := v.Terms
	if !common { // the file does not say where its terms belong
		terms = nil
	}
	at := 0 // where a term of the other would stand
	for _, t := range under.Terms {
		if _, ok := own[t.Key]; ok {
			at = slices.IndexFunc(terms, func(o Term) bool { return o.Key == t.Key })
			terms[at].layOver(t)
		} else {
			terms = slices.Insert(terms, at, t)
		}
		for at++; at < len(terms) && common; at++ {
			if _, ok := known[terms[at].Key]; ok {
				break
			}
		}
	}
	if !common {
		terms = append(terms, v.Terms...)
	}
	v.Terms = terms
}

func (t *Term) layOver(under Term) {
	t.Label, t.Definition = layOver(t.Label, under.Label), layOver(t.Definition, under.Definition)
	t.Plural = layOver(t.Plural, under.Plural)
	t.Numbered, t.Labelled = layOver(t.Numbered, under.Numbered), layOver(t.Labelled, under.Labelled)
	t.Formula, t.Older = layOver(t.Formula, under.Formula), layOver(t.Older, under.Older)
	t.Closes, t.Inferred = t.Closes || under.Closes, t.Inferred || under.Inferred
	t.Certain, t.There = t.Certain || under.Certain, t.There || under.There
	t.Cancels, t.Provisional = t.Cancels || under.Cancels, t.Provisional || under.Provisional
	t.Reached = t.Reached || under.Reached
	t.Path = cmp.Or(t.Path, under.Path)
	if t.FormerPaths == nil {
		t.FormerPaths = under.FormerPaths
	}
	t.Held, t.Planned = t.Held || under.Held, t.Planned || under.Planned
}

// layOver returns the words of each language that one has, else those of another.
func layOver[M ~map[Lang]V, V any](over, under M) M {
	if len(over) == 0 {
		return under
	}
	for l, words := range under {
		if _, ok := over[l]; !ok {
			over[l] = words
		}
	}
	return over
}

// The vocabularies that struct tags and the program name. Their codes are data; see
// data/vocabularies.
const (
	VocabAct             = "act"
	VocabActionStatus    = "action-status"
	VocabAttachmentType  = "attachment-type"
	VocabAttendance      = "attendance"
	VocabAvailability    = "availability"
	VocabBodyType        = "body-type"
	VocabConfidence      = "confidence"
	VocabDecisionMethod  = "decision-method"
	VocabDocumentPart    = "document-part"
	VocabInstrumentState = "instrument-state"
	VocabInstrumentType  = "instrument-type"
	VocabKind            = "kind"
	VocabMeetingFormat   = "meeting-format"
	VocabMeetingStatus   = "meeting-status"
	VocabNoteOrigin      = "note-origin"
	VocabPosition        = "position"
	VocabQuorum          = "quorum"
	VocabRecordStatus    = "record-status"
	VocabRole            = "role"
	VocabTextStatus      = "text-status"
)

// Vocabularies are the names of all vocabularies that a collection needs.
var Vocabularies = []string{
	VocabAct, VocabActionStatus, VocabAttachmentType, VocabAttendance, VocabAvailability, VocabBodyType, VocabConfidence,
	VocabDecisionMethod, VocabDocumentPart, VocabInstrumentState, VocabInstrumentType, VocabKind, VocabMeetingFormat,
	VocabMeetingStatus, VocabNoteOrigin, VocabPosition, VocabQuorum, VocabRecordStatus, VocabRole, VocabTextStatus,
}

// ClausePart is the code of a clause in the vocabulary "document-part"; the other codes are the
// parts' ids.
const ClausePart Code = "clause"

// AnnexPart is the code of an annex there.
const AnnexPart Code = "annex"

// Required are the codes that the program itself knows, by vocabulary: each must have a term.
var Required = map[string][]Code{
	VocabTextStatus:   {Authentic},
	VocabAvailability: {InCollection, NotInCollection},
	VocabDocumentPart: {PartTitle, PartPreamble, ClausePart, PartClosing, PartSignatures},
	VocabKind:         append(kindCodes(), Clause),
}

func kindCodes() []Code {
	codes := make([]Code, len(Kinds))
	for i, k := range Kinds {
		codes[i] = k.Code()
	}
	return codes
}
