package draft

import (
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// dayBelow reads the day that stands alone in Russian or English at the end of a text, below
// those who signed, or behind the last of them.
func (d *Draft) dayBelow() bool {
	if d.Lang == "zh" {
		return false
	}
	signed := slices.ContainsFunc(d.Pieces, func(p *Piece) bool { return model.PartOf(p.ID) == model.PartSignatures })
	for _, p := range slices.Backward(d.Pieces) {
		part := model.PartOf(p.ID)
		if model.IsAnnex(part) {
			continue
		}
		if !signed || part != model.PartSignatures && part != model.PartClosing {
			return false
		}
		text := strings.TrimRight(p.Text, " .,)")
		ds := d.dates(text)
		if len(ds) != 1 || strings.Trim(text[ds[0].to:], " г.") != "" || d.lex.approved.MatchString(text) {
			continue
		}
		before := strings.TrimSpace(text[:ds[0].from])
		if d.lex.next.MatchString(before) || approvedOn.MatchString(before) {
			continue
		}
		if part == model.PartSignatures && p.signer+p.Signer.Text != "" && !datedAt.MatchString(text) || before == "" || onlyCity.MatchString(before) {
			d.Signed = Value{string(ds[0].date.To()), p.At, max(Likely, ds[0].sure), text[ds[0].from:ds[0].to]}
			return true
		}
	}
	return false
}

// onlyCity is the word for a day, or a city, before the day of a record.
var onlyCity = re(`^(?:дата|date|dated|г\.\s?[\p{L}-]+|(?-i:\p{Lu})[\p{L}-]+)\s*[,:]?$`)
