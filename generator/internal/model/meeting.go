package model

// Meeting of a body (OParl Meeting, Popolo Event, schema.org Event).
type Meeting struct {
	Base
	Body              string       `toml:"body,required" ref:"bodies"`
	Ordinal           int          `toml:"ordinal"` // 0 where it has none
	OrdinalConfidence Code         `toml:"ordinal_confidence" vocab:"confidence"`
	Date              Date         `toml:"date,required" tba:""` // of several days an interval
	DateConfidence    Code         `toml:"date_confidence" vocab:"confidence"`
	Start             Clock        `toml:"start"`
	End               Clock        `toml:"end"`
	Zone              string       `toml:"zone"`                          // of the times: "Europe/Helsinki", "UTC+05:00"
	Status            Code         `toml:"status" vocab:"meeting-status"` // defaults to what the date says
	MovedTo           string       `toml:"moved_to" ref:"meetings"`       // of a postponed one: the meeting held in its place
	Format            Code         `toml:"format" vocab:"meeting-format"`
	ChairState        string       `toml:"chair_state" ref:"states"`
	ChairPerson       string       `toml:"chair_person" ref:"persons"`
	Delegations       []string     `toml:"delegations" ref:"states"` // as the record names them; see Collection.Delegations
	Heads             []string     `toml:"heads" ref:"persons"`      // of delegations, where a source names them
	Attendance        []Attendance `toml:"attendance,keyed" key:"vocab:attendance"`
	AttendanceAs      string       `toml:"attendance_as"` // ByName or ByCount; defaults to the site's
	Quorum            Quorum       `toml:"quorum"`
	MandatedBy        Ref          `toml:"mandated_by" ref:"any"`
	Topics            []string     `toml:"topics" ref:"topics"`
	Confidence        Code         `toml:"confidence" vocab:"confidence"`
	Title             Text         `toml:"title,required"`
	TitleStatus       Status       `toml:"title_status" vocab:"text-status"`
	ShortTitle        Text         `toml:"short_title"`
	Place             Text         `toml:"place"`
	PlaceConfidence   Code         `toml:"place_confidence" vocab:"confidence"`
	Summary           Text         `toml:"summary"`
	Sessions          []Session    `toml:"session,keyed"`
	Agenda            []AgendaItem `toml:"agenda,keyed"`
	Annexes           []Annex      `toml:"annex,keyed"`
	Outcomes          []Outcome    `toml:"outcome,keyed"`
	Conflicts         []Conflict   `toml:"conflict,keyed"`
	Sought            []Sought     `toml:"sought,keyed"`
}

// Name returns the meeting's title.
func (m *Meeting) Name() Text { return m.Title }

// Session is a sitting of a meeting that has several.
type Session struct {
	Key   string
	Title Text  `toml:"title"`
	Date  Date  `toml:"date,required"`
	Start Clock `toml:"start"`
	End   Clock `toml:"end"`
	Place Text  `toml:"place"`
}

// AgendaItem is a point of an agenda (OParl AgendaItem). Key is its number; [node.c2] of the record
// names it by agenda = "2", and other records as "meetings/2025-03#agenda.2".
type AgendaItem struct {
	Key       string
	Title     Text     `toml:"title,required"`
	Topics    []string `toml:"topics" ref:"topics"`
	Summary   Text     `toml:"summary"`
	By        []Party  `toml:"by" ref:"any"`        // who put it there, or speaks to it
	Objects   []Ref    `toml:"objects" ref:"any"`   // what it is about: documents, actions
	Continues Ref      `toml:"continues" ref:"any"` // the item of an earlier meeting
}

// Annex of a record (Akoma Ntoso attachment); Key is its printed number. Where the record's text
// has nodes a1, a1.p1, …, those of annex 1 are its text.
type Annex struct {
	Key          string
	Title        Text `toml:"title,required"`
	Availability Code `toml:"availability,required" vocab:"availability"`
	Object       Ref  `toml:"object" ref:"any"`
}

// Outcome is what a source reports of a meeting whose protocol is not in the collection.
type Outcome struct {
	Key     string
	Act     Code     `toml:"act,required" vocab:"act"`
	Text    Text     `toml:"text,required"`
	Objects []Ref    `toml:"objects" ref:"any"`
	Topics  []string `toml:"topics" ref:"topics"`
	Agenda  string   `toml:"agenda"` // the number of the item
	By      []Party  `toml:"by" ref:"any"`
	Decided
	Sources    []string `toml:"sources,required" source:""`
	OneOrigin  bool     `toml:"one_origin"` // they relay one statement
	Confidence Code     `toml:"confidence" vocab:"confidence"`
}

// Conflict is what other sources say of a field, in a value (a date, a number) or in words.
type Conflict struct {
	Key        string
	Field      string   `toml:"field,required"`
	Value      string   `toml:"value"`
	Text       Text     `toml:"text"`
	Sources    []string `toml:"sources,required" source:""`
	Kept       []string `toml:"kept" source:""`                      // those that say what the record says
	KeptClause Ref      `toml:"kept_clause" ref:"any" want:"clause"` // the place of a protocol that does
	Note       Text     `toml:"note"`
}

// The fields that sources may disagree on, as pages name them.
var (
	DisputableOfMeetings    = []string{"chair", "date", "format", "ordinal", "place"}
	DisputableOfInstruments = []string{"body", "proposed_by", "type"}
)

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
