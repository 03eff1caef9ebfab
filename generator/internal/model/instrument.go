package model

// Instrument is a document that a body makes or works on: a concept, statement, regulation,
// programme, action plan (Akoma Ntoso work). Instruments and programmes are of this type.
type Instrument struct {
	Base
	Document
	Type       Code     `toml:"type,required" vocab:"instrument-type"`
	Body       string   `toml:"body" ref:"bodies"`
	ProposedBy []string `toml:"proposed_by" ref:"states"`
	Topics     []string `toml:"topics" ref:"topics"`
	Implements []Ref    `toml:"implements" ref:"any"`
	Effects
	Availability Code       `toml:"availability,required" vocab:"availability"`
	Title        Text       `toml:"title,required"`
	TitleStatus  Status     `toml:"title_status" vocab:"text-status"`
	ShortTitle   Text       `toml:"short_title"`
	Summary      Text       `toml:"summary"`
	Events       []Event    `toml:"event,keyed"`
	Conflicts    []Conflict `toml:"conflict,keyed"`
	Sought       []Sought   `toml:"sought,keyed"`
}

func (i *Instrument) Name() Text { return i.Title }

// Dated returns the date of the earliest event.
func (i *Instrument) Dated() Date {
	var first Date
	for _, e := range i.Events {
		if first == "" || e.Date.Compare(first) < 0 {
			first = e.Date
		}
	}
	return first
}

// Event in the life of an instrument (Akoma Ntoso lifecycle eventRef).
type Event struct {
	Key        string
	Type       Code     `toml:"type,key" vocab:"instrument-state"`
	Date       Date     `toml:"date,required" past:"fact"`
	Body       string   `toml:"body" ref:"bodies"`
	Clause     Ref      `toml:"clause" ref:"any" want:"clause"`
	Meeting    string   `toml:"meeting" ref:"meetings"`
	Place      Text     `toml:"place"`
	Note       Text     `toml:"note"`
	ShownBy    Ref      `toml:"shown_by" ref:"any" want:"clause"` // a clause that says so and did not make it
	Sources    []string `toml:"sources" source:""`
	OneOrigin  bool     `toml:"one_origin"` // they relay one statement
	Confidence Code     `toml:"confidence" vocab:"confidence"`
}
