package model

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/diag"
)

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

	Sources []Source `toml:"source,keyed"`
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
	Note       Text   `toml:"note,lines"`
}

// Sought records that something was looked for and not found.
type Sought struct {
	Key  string
	What Text `toml:"what,lines"` // what was looked for; left out where the key is a code of the vocabulary instrument-state
	Date Date `toml:"date,required" past:"work"`
	Note Text `toml:"note,lines"`
}

// State is a state that may be a member of bodies (Popolo Area, ISO 3166-1).
type State struct {
	Base
	ISO2         string       `toml:"iso2,required"`
	ISO3         string       `toml:"iso3"`
	ShortName    Text         `toml:"name,required"`
	OfficialName Text         `toml:"official_name"`
	Memberships  []Membership `toml:"membership,keyed" key:"ref:bodies"`
}

func (s *State) Name() Text { return s.ShortName }

// Membership of a state in a body (Popolo Membership); Key is the body's id.
type Membership struct {
	Key     string
	From    Date   `toml:"from,required"`
	To      Date   `toml:"to"`
	Earlier []Date `toml:"earlier"` // intervals in which a state that came back was a member before
}

// Period returns the time of the membership, open where it goes on.
func (m Membership) Period() Date {
	if m.To == "" {
		return m.From + "/.."
	}
	return m.From + "/" + m.To
}

// Periods returns the times of the membership, earlier ones first.
func (m Membership) Periods() []Date { return append(slices.Clone(m.Earlier), m.Period()) }

// In reports whether the membership holds on the first day of a date.
func (m Membership) In(d Date) bool {
	day := d.First()
	return slices.ContainsFunc(m.Periods(), func(p Date) bool {
		return !p.First().After(day) && (p.Last().IsZero() || !p.Last().Before(day))
	})
}

// Begun reports whether the membership has begun, at any time, by the first day of a date.
func (m Membership) Begun(d Date) bool { return !m.Periods()[0].First().After(d.First()) }

// Body is an organisation, council, working group or the like (Popolo Organization, OParl
// Organization).
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
	Description    Text     `toml:"description,lines"`
}

func (b *Body) Name() Text { return b.FullName }

// Status says per language whether a text is official; a missing language is official.
type Status map[Lang]Code

// Person is somebody whom a source names (Popolo Person).
type Person struct {
	Base
	State      string `toml:"state" ref:"states"`
	FullName   Text   `toml:"name,required"`
	NameStatus Status `toml:"name_status" vocab:"text-status"`
	Post       Text   `toml:"post"`
	PostStatus Status `toml:"post_status" vocab:"text-status"`
}

func (p *Person) Name() Text { return p.FullName }

// Topic is a subject of the cooperation (SKOS Concept).
type Topic struct {
	Base
	Label         Text     `toml:"label,required"` // skos:prefLabel
	Definition    Text     `toml:"definition,lines"`
	Synonyms      Words    `toml:"synonyms"` // skos:altLabel
	Abbreviations Words    `toml:"abbreviations"`
	Broader       []string `toml:"broader" ref:"topics"`
	Related       []string `toml:"related" ref:"topics" mutual:""`
}

func (t *Topic) Name() Text { return t.Label }

// Meeting of a body (OParl Meeting, Popolo Event).
type Meeting struct {
	Base
	Body              string       `toml:"body,required" ref:"bodies"`
	Ordinal           int          `toml:"ordinal"` // 0 where it has none
	OrdinalConfidence Code         `toml:"ordinal_confidence" vocab:"confidence"`
	Date              Date         `toml:"date,required" tba:""`
	DateConfidence    Code         `toml:"date_confidence" vocab:"confidence"`
	Format            Code         `toml:"format" vocab:"meeting-format"`
	ChairState        string       `toml:"chair_state" ref:"states"`
	ChairPerson       string       `toml:"chair_person" ref:"persons"`
	Delegations       []string     `toml:"delegations" ref:"states"` // as the record names them; see Collection.Delegations
	Heads             []string     `toml:"heads" ref:"persons"`      // of delegations, where a source names them
	MandatedBy        Ref          `toml:"mandated_by" ref:"any"`
	Topics            []string     `toml:"topics" ref:"topics"`
	Confidence        Code         `toml:"confidence" vocab:"confidence"`
	Title             Text         `toml:"title,required"`
	TitleStatus       Status       `toml:"title_status" vocab:"text-status"`
	ShortTitle        Text         `toml:"short_title"`
	Place             Text         `toml:"place"`
	PlaceConfidence   Code         `toml:"place_confidence" vocab:"confidence"`
	Summary           Text         `toml:"summary,lines"`
	Agenda            []AgendaItem `toml:"agenda,keyed"`
	Annexes           []Annex      `toml:"annex,keyed"`
	Outcomes          []Outcome    `toml:"outcome,keyed"`
	Conflicts         []Conflict   `toml:"conflict,keyed"`
	Sought            []Sought     `toml:"sought,keyed"`
}

func (m *Meeting) Name() Text { return m.Title }

// AgendaItem is a point of an agenda (OParl AgendaItem).
type AgendaItem struct {
	Key    string
	Title  Text     `toml:"title,required"`
	Topics []string `toml:"topics" ref:"topics"`
}

// Annex of a record (Akoma Ntoso attachment); Key is its printed number.
type Annex struct {
	Key          string
	Title        Text `toml:"title,required"`
	Availability Code `toml:"availability,required" vocab:"availability"`
	Object       Ref  `toml:"object" ref:"any"`
}

// Outcome is what a source reports of a meeting whose protocol is not in the collection.
type Outcome struct {
	Key        string
	Act        Code     `toml:"act,required" vocab:"act"`
	Text       Text     `toml:"text,required,lines"`
	Objects    []Ref    `toml:"objects" ref:"any"`
	Topics     []string `toml:"topics" ref:"topics"`
	Sources    []string `toml:"sources,required" source:""`
	OneOrigin  bool     `toml:"one_origin"` // they relay one statement
	Confidence Code     `toml:"confidence" vocab:"confidence"`
}

// Conflict is what other sources say of a field, in a value (a date, a number) or in words.
type Conflict struct {
	Key        string
	Field      string   `toml:"field,required"`
	Value      string   `toml:"value"`
	Text       Text     `toml:"text,lines"`
	Sources    []string `toml:"sources,required" source:""`
	Kept       []string `toml:"kept" source:""`                      // those that say what the record says
	KeptClause Ref      `toml:"kept_clause" ref:"any" want:"clause"` // the place of a protocol that does
	Note       Text     `toml:"note,lines"`
}

// Disputed returns what other sources say of a field.
func Disputed(conflicts []Conflict, field string) []Conflict {
	var out []Conflict
	for _, c := range conflicts {
		if c.Field == field {
			out = append(out, c)
		}
	}
	return out
}

// Action is a commitment or an item of an action plan.
type Action struct {
	Base
	MandatedBy Ref        `toml:"mandated_by,required" ref:"any"`
	Deadline   Deadline   `toml:"deadline"`
	Status     Code       `toml:"status,required" vocab:"action-status"`
	States     []string   `toml:"states" ref:"states"`
	Bodies     []string   `toml:"bodies" ref:"bodies"`
	AllParties bool       `toml:"all_parties"`
	Objects    []Ref      `toml:"objects" ref:"any"`
	Topics     []string   `toml:"topics" ref:"topics"`
	Title      Text       `toml:"title,required"`
	Summary    Text       `toml:"summary,lines"`
	Evidence   []Evidence `toml:"evidence,keyed"`
	Sought     []Sought   `toml:"sought,keyed"`
}

func (a *Action) Name() Text { return a.Title }

// Deadline is a date, or Standing; "" where the record sets none.
type Deadline Date

// Standing is the deadline of a commitment without an end.
const Standing Deadline = "standing"

// Evidence that something was done.
type Evidence struct {
	Key        string
	Date       Date     `toml:"date" past:"fact"`
	Text       Text     `toml:"text,lines"`
	Object     Ref      `toml:"object" ref:"any"`
	Sources    []string `toml:"sources" source:""`
	Confidence Code     `toml:"confidence" vocab:"confidence"`
}

// Note is an experience note of a state on one or more topics.
type Note struct {
	Base
	State      string   `toml:"state,required" ref:"states"`
	Topics     []string `toml:"topics,required" ref:"topics"`
	MandatedBy Ref      `toml:"mandated_by" ref:"any"`
	Origin     Code     `toml:"origin,required" vocab:"note-origin"`
	Compiled   Date     `toml:"compiled,required" past:"work"`
	Period     Date     `toml:"period"`
	Title      Text     `toml:"title,required"`
	Summary    Text     `toml:"summary,lines"`
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
	Remark     Text     `toml:"remark,lines"`
}

// Page is prose about the site itself.
type Page struct {
	Base
	Title   Text `toml:"title,required"`
	Summary Text `toml:"summary,lines"`
}

func (p *Page) Name() Text { return p.Title }
