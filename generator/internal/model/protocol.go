package model

// Protocol is the record of a meeting, its minutes: a document in several language versions, made
// of nodes (Akoma Ntoso debateReport/doc).
type Protocol struct {
	Base
	Document
	Meeting         string `toml:"meeting,required" ref:"meetings"`
	Date            Date   `toml:"date" past:"fact"`             // of signature; defaults to that of the meeting
	Status          Code   `toml:"status" vocab:"record-status"` // "draft", "approved"; "" where that is not asked
	Approved        Date   `toml:"approved" past:"fact"`
	ApprovedBy      Ref    `toml:"approved_by" ref:"any"` // the meeting, its agenda item or the clause that approved it
	Depositary      string `toml:"depositary" ref:"bodies"`
	Originals       int    `toml:"originals"`
	CertifiedCopies bool   `toml:"certified_copies"` // the depositary sends the parties a certified copy
	Title           Text   `toml:"title"`            // defaults to the block {#title} of the text, else the meeting's title
	TitleStatus     Status `toml:"title_status" vocab:"text-status"`
	ShortTitle      Text   `toml:"short_title"`

	printed Text // made by Seal, as is what follows
	held    Date // the day of the meeting
}

// Name returns the record's title: that of its file, else the one that its text prints, else that
// of its meeting.
func (p *Protocol) Name() Text {
	if len(p.Title) > 0 {
		return p.Title
	}
	return p.printed
}

// Dated returns the day of signature, else that of the meeting.
func (p *Protocol) Dated() Date {
	if p.Date == "" {
		return p.held
	}
	return p.Date
}

// sealVersions gives minutes of one text alone, of which nothing else is said, the version that it
// is: the text itself.
func (c *Collection) sealVersions() {
	for _, p := range All[*Protocol](c, Protocols) {
		if len(p.Versions) > 0 || len(p.Prose) != 1 {
			continue
		}
		p.Implied = true
		for l := range p.Prose {
			p.Versions = []Version{{Key: string(l), Lang: l, Status: Authentic, Availability: InCollection}}
		}
	}
}

// sealRecords gives minutes that name no title or day of their own those of their text and their
// meeting.
func (c *Collection) sealRecords() {
	for _, p := range All[*Protocol](c, Protocols) {
		m, _ := Get[*Meeting](c, Ref{Kind: Meetings, ID: p.Meeting})
		if m != nil {
			p.held = m.Date
		}
		p.printed = Text{}
		for l, text := range p.Prose {
			if b, ok := text.Block(PartTitle); ok {
				p.printed[l] = b.Text
			}
		}
		if len(p.printed) == 0 && m != nil {
			p.printed = m.Title
		}
	}
}
