package draft

import (
	"strings"

	"github.com/kengash/kengash/generator/internal/intake/source"
)

// contact is a kind of detail that is not for everybody.
type contact struct {
	what string
	*pattern
}

var contacts = []contact{
	{"an e-mail address", re(`[<(]?(?:mailto:)?[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+[>)]?`)},
	{"a link to a call", re(`(?:https?://)?(?:[\w.-]+\.)?(?:zoom\.us|meet\.google\.com|teams\.microsoft\.com|teams\.live\.com|webex\.com|meetecho\.com|meet\.jit\.si|bluejeans\.com|gotomeet\.me|meeting\.tencent\.com|telemost\.yandex\.ru)/[^\s<>()\]]+`)},
	{"a telephone number", re(`(?:\+\d{1,3}[\s.-]?(?:\(\d{1,5}\)[\s.-]?|\d{1,4}[\s.-]?)(?:\d{2,4}[\s.-]?){1,4}\d{2,4})|(?:(?:tel|phone|тел|电话|факс|fax)\.?\s*[:.：]?\s*)\(?\d[\d\s().-]{5,18}\d|\(\d{3}\)\s*\d{3}-\d{4}`)},
	{"a meeting number or passcode", re(`(?:meeting\s+id|passcode|password|access\s+code|会议号|идентификатор\s+конференции|код\s+доступа|пароль)\s*[:：#]?\s*[\w\d][\w\d -]{3,20}`)},
}

// leftOut stands in the text where a detail was.
const leftOut = "[…]"

// withoutContacts takes addresses, telephone numbers and links to calls out of blocks and lists
// them, unless they are to be kept.
func (d *Draft) withoutContacts(blocks []source.Block) []source.Block {
	out := make([]source.Block, len(blocks))
	for i, b := range blocks {
		if text := d.withoutContact(b.Text, b.At); text != b.Text {
			b.Text, b.Columns = text, nil
		}
		var rows [][]string
		for _, row := range b.Rows {
			cells := make([]string, len(row))
			for j, cell := range row {
				cells[j] = d.withoutContact(cell, b.At)
			}
			rows = append(rows, cells)
		}
		b.Rows = rows
		d.withoutAddresses(b)
		out[i] = b
	}
	return out
}

// withoutAddresses lists where the links of a block lead: records have the words of a link alone.
func (d *Draft) withoutAddresses(b source.Block) {
	for _, link := range b.Links {
		if !strings.Contains(b.Text, link.Address) && !strings.HasPrefix(link.Address, "mailto:") {
			d.Mends = append(d.Mends, source.Mend{What: "left out the address of a link", From: link.Address, To: link.Text, At: b.At})
		}
	}
}

func (d *Draft) withoutContact(text string, at source.Place) string {
	for _, c := range contacts {
		text = c.ReplaceAllStringFunc(text, func(found string) string {
			d.Contacts = append(d.Contacts, Value{strings.TrimSpace(found), at.String(), Certain, c.what})
			if d.opt.Contacts {
				return found
			}
			d.LeftOut += runes(found)
			d.Mends = append(d.Mends, source.Mend{What: "left out " + c.what, From: found, To: leftOut, At: at})
			return leftOut
		})
	}
	return text
}

// runes counts the characters of a text without white space.
func runes(text string) int {
	n := 0
	for _, field := range strings.Fields(text) {
		n += len([]rune(field))
	}
	return n
}
