package check

import (
	"fmt"
	"strconv"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// The years that a collection may speak of: as far back as any record of states, and ahead of the
// day of its data.
const (
	firstYear  = 1000
	yearsAhead = 100
)

// date checks one date, in any field: that its years are plausible, and that it has come where
// it must have.
func date(c *model.Collection, d model.Date, leaf model.Leaf, index *diag.Index, l *diag.List) {
	today := c.Config.DataDate
	pos := func() diag.Position { return index.At(leaf.Path...) }
	if d == model.TBA {
		if _, waits := leaf.Tag.Lookup("tba"); !waits {
			l.Add(diag.DateToCome, pos(), "want the day", "only the date of a meeting may be announced later")
		}
		return
	}
	lastYear := 9999
	if y := today.Year(); y != "" {
		n, _ := strconv.Atoi(y)
		lastYear = n + yearsAhead
	}
	for _, d := range []model.Date{d.From(), d.To()} {
		if year, err := strconv.Atoi(d.Year()); err == nil && (year < firstYear || year > lastYear) {
			l.Add(diag.Year, pos(), fmt.Sprintf("want a year from %d to %d", firstYear, lastYear), "the year %d cannot be right", year)
			return
		}
	}
	switch past := leaf.Tag.Get("past"); {
	case past == "" || !before(today, d):
	case past == "fact":
		l.Add(diag.Future, pos(), "record what has happened; when this has, move data_date on", "%s is later than the day of the data, %s", d, today)
	default:
		l.AddNotice(diag.Future, pos(), "correct it, or move data_date on", "%s is later than the day of the data, %s", d, today)
	}
}
