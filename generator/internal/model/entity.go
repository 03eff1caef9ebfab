package model

import "github.com/kengash/kengash/generator/internal/diag"

// Entity is anything that has a page of its own.
//
// Tags of its fields say what their values are: vocab the vocabulary of a code, ref the kind of a
// reference ("any" where it names the kind itself), want the kind of place that it must name,
// source a key of a source. past marks a date that has come by the day of the data, as a fact or as
// the editors' own work, tba one that may be announced later; mutual a relation between records of
// a kind that goes both ways, while others lead from one to the next and never back.
type Entity interface {
	Ref() Ref
	// Name is the heading of the entity's page.
	Name() Text
	// At is the position of a key in the entity's data file.
	At(path ...string) diag.Position
	base() *Base
}

// Base is what all entities have.
type Base struct {
	Kind  Kind           `toml:"-"`
	ID    string         `toml:"-"`
	Index *diag.Index    `toml:"-"` // positions in the data file
	Prose map[Lang]Prose `toml:"-"` // the text in each language that has one

	Words map[Lang]string `toml:"-"` // the file of words of each language that has one: "data/topics/ai.ur.toml"

	Sources     []Source     `toml:"source,keyed"`
	Attachments []Attachment `toml:"attachment,keyed"`
	Links       []WebLink    `toml:"link,keyed"`

	Draft   bool `toml:"draft"`   // it is not published yet
	Embargo Date `toml:"embargo"` // the day from which it is published

	follows *Follows // nil where nothing is remembered
}

func (b *Base) base() *Base { return b }

// Ref returns the entity's reference.
func (b *Base) Ref() Ref { return Ref{b.Kind, b.ID, ""} }

// At returns the position of a key in the entity's data file.
func (b *Base) At(path ...string) diag.Position { return b.Index.At(path...) }

// BaseOf returns the common part of an entity.
func BaseOf(e Entity) *Base { return e.base() }

// Source returns the source of a key.
func (b *Base) Source(key string) (Source, bool) {
	for _, s := range b.Sources {
		if s.Key == key {
			return s, true
		}
	}
	return Source{}, false
}

// Source is a publication that shows a fact (schema.org CreativeWork, CSL item).
type Source struct {
	Key        string
	Title      Named  `toml:"title,required"` // [brackets] hold a description of ours
	Publisher  Named  `toml:"publisher"`
	URL        string `toml:"url"`
	Date       Date   `toml:"date" past:"work"`
	Accessed   Date   `toml:"accessed" past:"work"`
	Lang       string `toml:"lang"` // BCP 47
	Confidence Code   `toml:"confidence" vocab:"confidence"`
	Note       Text   `toml:"note"`
}

// Sought records that something was looked for and not found.
type Sought struct {
	Key  string
	What Text `toml:"what"` // what was looked for; left out where the key is a code of the vocabulary instrument-state
	Date Date `toml:"date,required" past:"work"`
	Note Text `toml:"note"`
}

// State is a state that may be a member of bodies (Popolo Area, ISO 3166-1).
type State struct {
	Base
	ISO2         string       `toml:"iso2"`
	ISO3         string       `toml:"iso3"`
	ShortName    Text         `toml:"name,required"`
	OfficialName Text         `toml:"official_name"`
	Former       []FormerName `toml:"former,keyed"`
	Memberships  []Membership `toml:"membership,keyed" key:"ref:bodies"`
}

func (s *State) Name() Text { return s.ShortName }

// Body is an organisation, council, committee, working party or the like, or a member of one
// (Popolo Organization, OParl Organization).
type Body struct {
	Base
	Classification Code     `toml:"classification,required" vocab:"body-type"`
	Parent         string   `toml:"parent" ref:"bodies"`
	FoundedBy      Ref      `toml:"founded_by" ref:"any" want:"clause"`
	Founded        Date     `toml:"founded" past:"fact"`
	ProposedBy     []string `toml:"proposed_by" ref:"states"`
	Implements     []Ref    `toml:"implements" ref:"any"` // what it was founded to carry out
	Topics         []string `toml:"topics" ref:"topics"`
	FullName       Text     `toml:"name,required"`
	ShortName      Text     `toml:"short_name"`
	NameStatus     Status   `toml:"name_status" vocab:"text-status"`
	Description    Text     `toml:"description"`

	Former      []FormerName `toml:"former,keyed"`
	Memberships []Membership `toml:"membership,keyed" key:"ref:bodies"` // in other bodies
}

func (b *Body) Name() Text { return b.FullName }

// Status says per language whether a text is official; a missing language is official.
type Status map[Lang]Code

// Topic is a subject of the cooperation (SKOS Concept).
type Topic struct {
	Base
	Label         Text     `toml:"label,required"` // skos:prefLabel
	Definition    Text     `toml:"definition"`
	Synonyms      Words    `toml:"synonyms"` // skos:altLabel
	Abbreviations Words    `toml:"abbreviations"`
	Broader       []string `toml:"broader" ref:"topics"`
	Related       []string `toml:"related" ref:"topics" mutual:""`
}

func (t *Topic) Name() Text { return t.Label }

// Note is a note on one or more topics: the experience of a state, or of another member.
type Note struct {
	Base
	State      string   `toml:"state" ref:"states"`
	By         []Party  `toml:"by" ref:"any"` // whose note it is, where it is no state's
	Topics     []string `toml:"topics,required" ref:"topics"`
	MandatedBy Ref      `toml:"mandated_by" ref:"any"`
	Origin     Code     `toml:"origin,required" vocab:"note-origin"`
	Compiled   Date     `toml:"compiled,required" past:"work"`
	Period     Date     `toml:"period"`
	Title      Text     `toml:"title,required"`
	Summary    Text     `toml:"summary"`
	Facts      []Fact   `toml:"fact,keyed"`
}

func (n *Note) Name() Text { return n.Title }

// Fact is one statement of a note, with what it rests on; the text points to it by [@key].
type Fact struct {
	Key        string
	Period     Date     `toml:"period"`
	Confidence Code     `toml:"confidence,required" vocab:"confidence"`
	Sources    []string `toml:"sources,required" source:""`
	OneOrigin  bool     `toml:"one_origin"` // several media relay one official statement
	Remark     Text     `toml:"remark"`
}

// Page is prose about the site itself.
type Page struct {
	Base
	Title   Text `toml:"title,required"`
	Summary Text `toml:"summary"`
}

func (p *Page) Name() Text { return p.Title }
