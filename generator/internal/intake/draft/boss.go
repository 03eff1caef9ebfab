package draft

import "strings"

// boss are those to whom the items of a clause are told.
type boss struct {
	clause string // that is told to them
	num    string // its number, as printed
	owners []Value
	until  string // by when they have to do it
	things bool   // the items name only what they have to see to
}

// bossIn are those whom a piece names.
func bossIn(p *Piece, owners []Value) boss { return boss{clauseOf(p), p.Num, owners, "", false} }

// above reports whether a piece is told to them.
func (b boss) above(p *Piece) bool {
	return b.clause != "" && (p.ID == b.clause || strings.HasPrefix(p.ID, b.clause+".")) || b.num != "" && strings.HasPrefix(p.Num, b.num+".")
}
