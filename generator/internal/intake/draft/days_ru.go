package draft

import (
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// daysInRussian reads until when a meeting was that a sentence gives two days, and takes a later
// day that stands alone with the name of a city at the beginning for that of the record.
func (d *Draft) daysInRussian() {
	if d.Lang != "ru" || !d.Date.known() || d.opt.Date != "" {
		return
	}
	for _, p := range d.early() {
		text := p.words()
		ds := d.dates(text)
		if len(ds) < 2 || !fromDay.MatchString(text[:ds[0].from]) || !untilDay.MatchString(text[ds[0].to:ds[1].from]) {
			continue
		}
		if first, last := ds[0].date, ds[1].date; string(first) == d.Date.Text && first < last {
			d.Date.Text, d.Date.Why = string(first+"/"+last), text[ds[0].from:ds[1].to]
		}
	}
	for _, p := range d.early()[:min(10, len(d.early()))] {
		text := p.words()
		ds := d.dates(text)
		if d.Signed.known() || len(ds) != 1 || utf8.RuneCountInString(text) > 90 || !cityName.MatchString(text) {
			continue
		}
		if day := ds[0].date; day.To() > model.Date(d.Date.Text).From() {
			d.Signed = Value{string(day), p.At, Likely, text[ds[0].from:ds[0].to]}
		}
	}
}

// fromDay and untilDay are the words about the first and the last day of a meeting that is long.
var (
	fromDay  = re(`(?:^|[^\p{L}])с\s+$`)
	untilDay = re(`^[^.;:]{0,60}\sпо\s+$`)
)
