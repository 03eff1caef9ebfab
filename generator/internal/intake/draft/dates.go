package draft

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/model"
)

// dated is a date in a text.
type dated struct {
	from, to int // its bytes
	date     model.Date
	other    model.Date // if day and month are numbers that may stand in either order: the other one
	sure     Sure

	month, day int // of one without a year
}

// datePattern is a way to write a date; the groups are named y, m (a number or a name), d, and d2,
// m2 of a last day.
type datePattern struct {
	*pattern
	sure Sure
}

const (
	monthsRu = `(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яё]*`
	monthsEn = `(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?`
	han      = `[〇○零一二三四五六七八九十]`
	hanMonth = `(?:\d{4}年)?(?:\d{1,2}|` + han + `{1,2})\s*月` // with its year, if it has one
)

var datePatterns = []datePattern{
	{exact(`\b(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b`), Certain},
	{exact(`\b(?P<y>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})\b`), Certain},
	{exact(`(?i)[«"“]?(?P<d>\d{1,2})[»"”]?(?:\s*[-–—]\s*(?P<d2>\d{1,2}))?\s+(?P<m>` + monthsRu + `)\s+(?P<y>\d{4})(?:\s*(?:года|г\.))?`), Certain},
	{exact(`(?i)(?P<d>\d{1,2})\s+(?P<m>` + monthsRu + `)\s*[-–—]\s*(?P<d2>\d{1,2})\s+(?P<m2>` + monthsRu + `)\s+(?P<y>\d{4})(?:\s*(?:года|г\.))?`), Certain},
	{exact(`(?i)(?:^|\s)с\s+(?P<d>\d{1,2})\s+по\s+(?P<d2>\d{1,2})\s+(?P<m>` + monthsRu + `)\s+(?P<y>\d{4})(?:\s*(?:года|г\.))?`), Certain},
	{exact(`(?i)(?P<d>\d{1,2})(?:\s*,\s*\d{1,2})*\s+и\s+(?P<d2>\d{1,2})\s+(?P<m>` + monthsRu + `)\s+(?P<y>\d{4})(?:\s*(?:года|г\.))?`), Certain},
	{exact(`\b(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})\b`), Certain},
	{exact(`\b(?P<d>\d{2})\.(?P<m>\d{2})\.(?P<y>[1-3]\d)(?:\s*г\.|\b)`), Likely},
	{exact(`(?i)\b(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:\s*[-–—]\s*(?P<d2>\d{1,2})(?:st|nd|rd|th)?)?(?:\s+(?:day\s+)?of)?[\s-]+(?P<m>` + monthsEn + `)[,\s-]+(?P<y>\d{4})\b`), Certain},
	{exact(`(?i)\b(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:,\s*\d{1,2})*(?:\s+(?:and|to)|,?\s*&)\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>` + monthsEn + `),?\s+(?P<y>\d{4})\b`), Certain},
	{exact(`(?i)\b(?P<m>` + monthsEn + `)\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:and|to)\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})\b`), Certain},
	{exact(`(?i)\b(?P<m>` + monthsEn + `)\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:\s*[-–—]\s*(?P<d2>\d{1,2})(?:st|nd|rd|th)?)?,?\s+(?P<y>\d{4})\b`), Certain},
	{exact(`(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日(?:\s*(?:至|到|[-–—～~])\s*(?:(?P<m2>\d{1,2})\s*月\s*)?(?P<d2>\d{1,2})\s*日)?`), Certain},
	{exact(`(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*(?:至|到|[-–—～~])\s*(?P<d2>\d{1,2})\s*日`), Certain},
	{exact(`(?:民国\s*(?P<roc>\d{2,3})|(?P<roc2>1[0-2]\d))\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日`), Certain},
	{exact(`(?:时间|日期)\s*[：:]\s*(?P<roc>1[0-2]\d)[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})\b`), Certain},
	{exact(`民国(?P<roc>` + han + `{2,4})年(?P<m>` + han + `{1,2})月(?P<d>` + han + `{1,3})日`), Certain},
	{exact(`(?P<y>` + han + `{4})年(?P<m>` + han + `{1,2})月(?P<d>` + han + `{1,3})日`), Certain},
	{exact(`\b(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})\b`), Guess},
}

// dates finds the dates of a text, in its order; of two at one place the longer one. There may be
// more ways to write them than those that all documents have.
func dates(text string, more ...datePattern) []dated {
	var all []dated
	for _, p := range slices.Concat(datePatterns, more) {
		for _, m := range p.FindAllStringSubmatchIndex(text, -1) {
			if d, ok := p.read(text, m); ok {
				all = append(all, d)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b dated) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to)) })
	var kept []dated
	for _, d := range all {
		if n := len(kept); n == 0 || d.from >= kept[n-1].to {
			kept = append(kept, d)
		}
	}
	return kept
}

func (p datePattern) read(text string, m []int) (dated, bool) {
	sure := p.sure
	y, month, day := number(group(p.pattern, text, m, "y")), monthOf(group(p.pattern, text, m, "m")), number(group(p.pattern, text, m, "d"))
	if roc := number(group(p.pattern, text, m, "roc") + group(p.pattern, text, m, "roc2")); roc > 0 {
		y = roc + 1911 // the years of the Republic of China
	}
	if y < 100 && y > 0 {
		y += 2000
	}
	other, either := dayOf(y, day, month)
	if sure == Guess && month > 12 { // 25/11/2021 cannot be of the 25th month
		month, day = day, month
	}
	if sure == Guess && (month > 12 || day > 12 || day == month) {
		sure = Certain
	}
	first, ok := dayOf(y, month, day)
	if !ok {
		return dated{}, false
	}
	out := dated{from: m[0], to: m[1], date: first, sure: sure}
	if sure == Guess && either {
		out.other = other
	}
	if d2 := group(p.pattern, text, m, "d2"); d2 != "" {
		m2 := month
		if g := group(p.pattern, text, m, "m2"); g != "" {
			m2 = monthOf(g)
		}
		if last, ok := dayOf(y, m2, number(d2)); ok && last > first {
			out.date = first + "/" + last
		}
	}
	return out, true
}

// group is what a named group of a pattern matched; "" where it has none of that name.
func group(p *pattern, text string, m []int, name string) string {
	if i := p.SubexpIndex(name); i >= 0 && m[2*i] >= 0 {
		return text[m[2*i]:m[2*i+1]]
	}
	return ""
}

// first is where the first of some groups of a match begins.
func (p *pattern) first(m []int, names ...string) int {
	at := m[1]
	for _, name := range names {
		if i := p.SubexpIndex(name); i >= 0 && m[2*i] >= 0 {
			at = min(at, m[2*i])
		}
	}
	return at
}

// dates finds the dates of a text. Numbers that may be a month and a day or a day and a month are
// read in the order of the language, or in that of the other dates of the document.
func (d *Draft) dates(text string) []dated {
	found := dates(text, d.ownYears...)
	for i, f := range found {
		if d.Lang == "en" && strings.Contains(string(f.date), "/") && numberOf.MatchString(text[:f.from]) && strings.ContainsAny(text[f.from:f.to], "–—") {
			found[i].date = model.Date(f.date.To()) // "Meeting 7 – 30 January 2026"
		}
		switch {
		case f.other == "":
		case d.dayFirst():
			found[i].date, found[i].sure = f.other, Likely
		case d.monthFirst:
			found[i].sure = Likely
		}
	}
	return found
}

// numberOf ends with a word before the number of a meeting.
var numberOf = re(`\b(?:meeting|session|call|minutes|no\.?|number|issue|round)\s+$`)

// slashed is a date of numbers and strokes.
var slashed = exact(`\b(\d{1,2})/(\d{1,2})/\d{4}\b`)

// order finds out in which order the document writes days and months.
func (d *Draft) order() {
	for _, b := range d.Source.Blocks {
		text := b.Text
		for _, row := range b.Rows {
			text += " | " + strings.Join(row, " | ")
		}
		if len(d.ownYears) == 0 && d.Lang == "zh" && yearOfRepublic.MatchString(text) {
			d.ownYears = []datePattern{numbersOfRepublic}
		}
		for _, m := range slashed.FindAllStringSubmatch(text, -1) {
			d.dayBefore = d.dayBefore || number(m[1]) > 12
			d.monthFirst = d.monthFirst || number(m[2]) > 12
		}
	}
	if d.dayBefore && d.monthFirst {
		d.dayBefore, d.monthFirst = false, false
	}
}

// dayFirst reports whether days stand before months in dates of numbers.
func (d *Draft) dayFirst() bool { return d.Lang == "ru" || d.dayBefore }

func dayOf(y, m, d int) (model.Date, bool) {
	s := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	_, err := time.Parse(time.DateOnly, s)
	return model.Date(s), err == nil && y >= 1900 && y < 2100
}

// monthStarts are the beginnings of the names of months, by number.
var monthStarts = [][]string{
	{"jan", "янв"}, {"feb", "фев"}, {"mar", "мар"}, {"apr", "апр"}, {"may", "май", "мая", "мае"}, {"jun", "июн"},
	{"jul", "июл"}, {"aug", "авг"}, {"sep", "сен"}, {"oct", "окт"}, {"nov", "ноя"}, {"dec", "дек"},
}

func monthOf(s string) int {
	s = strings.ToLower(s)
	for i, starts := range monthStarts {
		for _, start := range starts {
			if strings.HasPrefix(s, start) {
				return i + 1
			}
		}
	}
	return number(s)
}

var hanDigits = map[rune]int{'〇': 0, '○': 0, '零': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}

// number reads a number in digits or in Chinese; 0 where it is none.
func number(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	if !strings.ContainsRune(s, '十') {
		n := 0
		for _, r := range s {
			v, ok := hanDigits[r]
			if !ok {
				return 0
			}
			n = 10*n + v
		}
		return n
	}
	tens, ones, _ := strings.Cut(s, "十")
	n := 10
	if tens != "" {
		n = 10 * number(tens)
	}
	return n + number(ones)
}

// clockPattern finds a time of day.
var clockPattern = exact(`(?i)\b(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*([ap]\.?m\b\.?)?`)

// clock reads the first time of day of a text as "15:04"; "" where it has none.
func clock(text string) string {
	for _, m := range clockPattern.FindAllStringSubmatch(text, -1) {
		h, minutes, half := number(m[1]), number(m[2]), strings.ToLower(m[3])
		if m[2] == "" && half == "" || h > 23 || minutes > 59 || half != "" && (h > 12 || h == 0) {
			continue
		}
		switch {
		case strings.HasPrefix(half, "p") && h < 12:
			h += 12
		case strings.HasPrefix(half, "a") && h == 12:
			h = 0
		}
		return fmt.Sprintf("%02d:%02d", h, minutes)
	}
	return ""
}
