package model

// Protocol is the record of a meeting: a document in several language versions, made of nodes
// (Akoma Ntoso debateReport/doc).
type Protocol struct {
	Base
	Document
	Meeting         string `toml:"meeting,required" ref:"meetings"`
	Date            Date   `toml:"date,required" past:"fact"` // of signature
	Depositary      string `toml:"depositary" ref:"bodies"`
	Originals       int    `toml:"originals"`
	CertifiedCopies bool   `toml:"certified_copies"` // the depositary sends the parties a certified copy
	Title           Text   `toml:"title,required"`
	TitleStatus     Status `toml:"title_status" vocab:"text-status"`
	ShortTitle      Text   `toml:"short_title"`
}

func (p *Protocol) Name() Text { return p.Title }

// Dated returns the day of signature.
func (p *Protocol) Dated() Date { return p.Date }
