package cite

import (
	"regexp"
	"strings"
)

// Noncharacters of Unicode represent a place and its section: no text has them.
const (
	anyPlace   = "\uFDD0"
	anySection = "\uFDD1"
)

// gap is what the entry of a place has and that of the whole document lacks.
var gap = regexp.MustCompile(`[-#]\x{FDD0}|SE {2}- \x{FDD1}\n`)

var placeholders = strings.NewReplacer(anyPlace, "{id}", anySection, "{section}")

// Piece of an entry of a document: a text, and the gap after it, which the entry of a place fills.
// There {id} is the place, {section} its name.
type Piece struct{ Text, Gap string }

// Gaps divides the RIS record of a document at its gaps.
func (i Item) Gaps() []Piece {
	entry := i.At(anyPlace, anySection).RIS()
	var out []Piece
	done := 0
	for _, at := range gap.FindAllStringIndex(entry, -1) {
		out = append(out, Piece{entry[done:at[0]], placeholders.Replace(entry[at[0]:at[1]])})
		done = at[1]
	}
	return append(out, Piece{Text: entry[done:]})
}
