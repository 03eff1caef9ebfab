package model

// Action is a commitment or an item of an action plan (schema.org Action).
type Action struct {
	Base
	MandatedBy Ref        `toml:"mandated_by,required" ref:"any"`
	Deadline   Deadline   `toml:"deadline"`
	Status     Code       `toml:"status" vocab:"action-status"` // defaults to the last of History, else Open
	Owners     []Party    `toml:"owners" ref:"any"`
	States     []string   `toml:"states" ref:"states"`
	Bodies     []string   `toml:"bodies" ref:"bodies"`
	AllParties bool       `toml:"all_parties"`
	Objects    []Ref      `toml:"objects" ref:"any"`
	Topics     []string   `toml:"topics" ref:"topics"`
	ClosedBy   Ref        `toml:"closed_by" ref:"any"` // the meeting, agenda item or clause that closed it
	Title      Text       `toml:"title,required"`
	Summary    Text       `toml:"summary"`
	Parts      []Share    `toml:"part,keyed"`
	History    []Progress `toml:"history,keyed"`
	Evidence   []Evidence `toml:"evidence,keyed"`
	Sought     []Sought   `toml:"sought,keyed"`
}

// Name returns the action's title.
func (a *Action) Name() Text { return a.Title }

// Of returns the ids of a kind among those who own an action or have a part of it, each once.
func (a *Action) Of(kind Kind) []string {
	var ids []string
	add := func(list []Party) {
		for _, p := range list {
			if p.Ref.Kind == kind {
				ids = append(ids, p.Ref.ID)
			}
		}
	}
	add(a.Owners)
	for _, part := range a.Parts {
		add(part.Who)
	}
	return distinct(ids)
}

// Open is the status of an action of which nothing else is said.
const Open Code = "open"

// sealActions gives actions that name no status the last of their history, else Open.
func (c *Collection) sealActions() {
	for _, a := range All[*Action](c, Actions) {
		if a.Status != "" {
			continue
		}
		a.Status = Open
		if n := len(a.History); n > 0 {
			last := a.History[n-1].Status
			if _, _, known := c.Vocabulary[VocabActionStatus].Term(last); known {
				a.Status = last
			}
		}
	}
}

// Share is what one or several of those who answer for an action have to do.
type Share struct {
	Key      string
	Who      []Party `toml:"who,required" ref:"any"`
	Text     Text    `toml:"text"`
	Deadline Date    `toml:"deadline"`
}

// Progress is a state that an action reached, and what says so.
type Progress struct {
	Key     string
	Status  Code     `toml:"status,key" vocab:"action-status"`
	Date    Date     `toml:"date,required" past:"fact"`
	By      Ref      `toml:"by" ref:"any"` // the meeting or clause that says so
	Sources []string `toml:"sources" source:""`
	Note    Text     `toml:"note"`
}

// Deadline is a date, or Standing; "" where the record sets none.
type Deadline Date

// Standing is the deadline of a commitment without an end.
const Standing Deadline = "standing"

// Evidence that something was done.
type Evidence struct {
	Key        string
	Date       Date     `toml:"date" past:"fact"`
	Text       Text     `toml:"text"`
	Object     Ref      `toml:"object" ref:"any"`
	Sources    []string `toml:"sources" source:""`
	Confidence Code     `toml:"confidence" vocab:"confidence"`
}
