package draft

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/scaffold"
)

// early are the pieces that say what meeting it was: the title, the preamble, and what follows at
// once where there is none; last what stands above the title, such as who approved the record.
func (d *Draft) early() []*Piece {
	var out, above []*Piece
	title := slices.IndexFunc(d.Pieces, func(p *Piece) bool { return p.ID == model.PartTitle })
	for i, p := range d.Pieces {
		part := model.PartOf(p.ID)
		switch {
		case d.mail[p.At] && part != model.PartTitle:
		case i < title:
			above = append(above, p)
		case part == model.PartTitle || part == model.PartPreamble || i < 12:
			out = append(out, p)
		}
		if len(out) > 40 {
			break
		}
	}
	if d.Lang == "en" { // what stands above the title is nearer than the clauses
		i := slices.IndexFunc(out, func(p *Piece) bool { return strings.HasPrefix(p.ID, "c") })
		if i >= 0 {
			return slices.Concat(out[:i], above, out[i:])
		}
	}
	return append(out, above...)
}

// meeting reads what the text says of the meeting.
func (d *Draft) meeting() {
	d.titled()
	d.kind()
	d.held()
	d.daysInRussian()
	d.hours()
	d.where()
	for _, p := range d.Pieces {
		if m := d.lex.quorum.FindString(p.words()); m != "" && !d.Quorum.known() {
			d.Quorum = Value{"reached", p.At, Likely, m}
		}
	}
	for _, p := range d.early() {
		if n, words := d.lex.ordinal(p.words()); n > 0 && !d.Ordinal.known() {
			sure := Likely
			if p.ID == model.PartTitle {
				sure = Certain
			}
			d.Ordinal = Value{strconv.Itoa(n), p.At, sure, words}
		}
	}
}

func (d *Draft) titled() {
	if d.opt.Title != "" {
		d.Title = Value{d.opt.Title, "", Certain, "as asked"}
	}
	if !d.Title.known() && d.Source.Title != "" {
		d.Title = Value{d.Source.Title, "", Guess, "the title in the file's properties or front matter"}
	}
	if !d.Title.known() {
		d.ask("title", "", "what is the title of the record?", "")
	}
}

// kind says whether the record is a protocol or minutes.
func (d *Draft) kind() {
	text := d.Title.Text
	switch {
	case d.opt.Kind != "":
		d.Kind = Value{d.opt.Kind, "", Certain, "as asked"}
	case d.lex.minutes.MatchString(text):
		d.Kind = Value{KindMinutes, d.Title.At, Certain, "the title"}
	case d.lex.protocol.MatchString(text):
		d.Kind = Value{KindProtocol, d.Title.At, Certain, "the title"}
	default:
		d.Kind = Value{KindMinutes, "", Guess, "the title does not say"}
	}
}

// held reads when the meeting was and when the record was signed.
func (d *Draft) held() {
	d.signedOn()
	if d.opt.Date != "" {
		d.Date = Value{d.opt.Date, "", Certain, "as asked"}
		return
	}
	found := func(p *Piece, text string, sure Sure) bool {
		ds := d.meetingDays(text, sure)
		if len(ds) > 0 && !d.Date.known() {
			on := d.nearestHeld(text, ds)
			d.Date = Value{string(on.date), p.At, max(sure, on.sure), text[on.from:on.to]}
		}
		return len(ds) > 0
	}
	defer d.mostlyBefore()
	early := d.early()
	labelled := func(p *Piece) bool {
		return !atEnd(p) && slices.ContainsFunc(d.segments(p), func(text string) bool {
			return d.lex.date.MatchString(text) && found(p, text, Certain)
		})
	}
	if slices.ContainsFunc(early, labelled) || d.heldInYearOfIssue(early) || d.heldOfLetter(early) {
		return
	}
	early = slices.DeleteFunc(early, d.onlyPlanned)
	for _, where := range []struct {
		fits func(*Piece) bool
		sure Sure
	}{
		{func(p *Piece) bool { return p.ID == model.PartTitle }, Certain},
		{func(p *Piece) bool { return d.Lang == "en" && numberedMeeting.MatchString(p.Text) }, Certain},
		{func(p *Piece) bool { return d.inFront(p) && d.lex.held.MatchString(p.Text) }, Certain},
		{func(p *Piece) bool { return d.lex == chinese && opensWithHeld.MatchString(p.words()) }, Certain},
		{func(p *Piece) bool { return d.hanFront(p, dayAndHour) }, Likely},
		{func(p *Piece) bool { return d.hanFront(p, metThere) }, Likely},
		{func(p *Piece) bool { return d.inFront(p) && utf8.RuneCountInString(p.words()) < 160 }, Likely},
		{func(p *Piece) bool { return d.lex.held.MatchString(p.Text) }, Certain},
		{func(p *Piece) bool { return utf8.RuneCountInString(p.words()) < 160 }, Likely},
	} {
		for _, p := range early {
			if where.fits(p) && found(p, p.words(), where.sure) {
				return
			}
		}
	}
	d.dateElsewhere(found)
}

// meetingDays are the dates of a text that may be the day of the meeting: not those of documents
// and, unless the text says that it is that day, not deadlines.
func (d *Draft) meetingDays(text string, sure Sure) []dated {
	all := slices.DeleteFunc(d.dates(text), func(when dated) bool {
		return ofInstrument.MatchString(text[when.to:]) || sure != Guess && inAccordance.MatchString(text[:when.from]) || d.ofNotice(text, when) || dueBy(text, when) || d.fromThatDay(text, when) ||
			sure != Certain && (d.isDeadline(text, when) && !d.onThatDayMet(text, when) || d.ofDocument(text[:when.from]))
	})
	if d.Lang != "en" || sure == Guess {
		return all
	}
	if own := d.ownDays(all, text); len(own) > 0 || sure != Certain {
		return own
	}
	return all
}

// signedOn reads when the record was signed.
func (d *Draft) signedOn() {
	for _, p := range d.Pieces {
		part := model.PartOf(p.ID)
		if part != model.PartClosing && part != model.PartSignatures || !d.lex.signedOn.MatchString(p.Text) {
			continue
		}
		if ds := d.dates(p.Text); len(ds) > 0 {
			d.Signed = Value{string(ds[0].date.To()), p.At, ds[0].sure, p.Text[ds[0].from:ds[0].to]}
			return
		}
	}
	if d.lex == chinese && d.lastSigned() || d.dayBelow() {
		return
	}
	for _, p := range d.early() {
		for _, text := range d.segments(p) {
			if d.lex.madeOn == nil || !d.lex.madeOn.MatchString(text) {
				continue
			}
			if ds := d.dates(text); len(ds) > 0 {
				d.Signed = Value{string(ds[0].date.To()), p.At, ds[0].sure, text[ds[0].from:ds[0].to]}
				return
			}
		}
	}
	d.issuedOn()
}

// ofDocument reports whether the words before a day name a document that is of it.
func (d *Draft) ofDocument(before string) bool {
	if d.lex.ofDay == nil || !d.lex.ofDay.MatchString(before) {
		return false
	}
	_, kind, ok := d.lastInstrument(before)
	return ok && kind.base != "Протокол" && !d.kindWord(strings.TrimSpace(before))
}

// issuedOn reads the day of a record in Chinese: it stands alone at the end, below the name of the
// body, or in the head behind that of the office.
func (d *Draft) issuedOn() {
	if d.Lang != "zh" {
		return
	}
	for i, p := range slices.Backward(d.Pieces) {
		ds := d.dates(p.Text)
		if len(ds) != 1 || i >= 6 && i < len(d.Pieces)-3 {
			continue
		}
		before, after := strings.TrimSpace(p.Text[:ds[0].from]), strings.Trim(p.Text[ds[0].to:], " 。印发制")
		if after == "" && (before == "" && i >= 6 || issuer.MatchString(before)) {
			d.Signed = Value{string(ds[0].date.To()), p.At, Likely, p.Text[ds[0].from:ds[0].to]}
			return
		}
	}
}

// ofInstrument follows the day of a document.
var ofInstrument = exact(`^\s*(?:在[\p{Han}·]{2,10}?)?(?:签署|签订|签字|通过|印发|发布|批准|公布|下发|施行|生效|颁布|制定|达成)(?:的|于|《|）)`)

// inAccordance ends before the day of a document by which a meeting was held.
var inAccordance = re(`(?:^|[^\p{L}])(?:в\s+соответствии\s+со?|согласно|на\s+основании|во\s+исполнение|по\s+решению|по\s+поручению|предусмотрен\p{L}+)\s[^,;:.]{3,200}\s(?:от|№\s?\S+\s+от)\s+$` +
	`|\b(?:in\s+accordance\s+with|pursuant\s+to|under|in\s+line\s+with|on\s+the\s+basis\s+of|as\s+(?:provided|foreseen|required)\s+(?:for\s+)?(?:by|in))\s[^,;:.]{3,200}\s(?:of|dated|signed\s+on|concluded\s+on)\s+(?:the\s+)?$`)

// issuer is an office that issues records.
var issuer = exact(`^\p{Han}{4,30}(?:` + hanUnits + `|董事会|理事会|监事会)$`)

// dateElsewhere takes the day of signature, the name of the file or any date early in the text for
// that of the meeting.
func (d *Draft) dateElsewhere(found func(*Piece, string, Sure) bool) {
	name := strings.NewReplacer("_", " ").Replace(path.Base(d.Source.Name))
	name = compact.ReplaceAllString(name, "$1-$2-$3")
	if ds := d.dates(name); len(ds) > 0 {
		d.Date = Value{string(ds[0].date), "", Likely, "the name of the file"}
		return
	}
	if d.Source.Date != "" {
		d.Date = Value{d.Source.Date, "", Guess, "the date in the file's properties"}
		d.ask("date", "", "was the meeting on the day that the file has for its own?", d.Date.Text)
		return
	}
	if d.Signed.known() {
		d.Date = Value{d.Signed.Text, d.Signed.At, Guess, "the day of signature"}
		d.ask("date", d.Signed.At, "was the meeting on the day of signature?", d.Date.Text)
		return
	}
	for _, p := range d.early() {
		if found(p, p.words(), Guess) {
			d.ask("date", p.At, "is this the day of the meeting?", d.Date.Text)
			return
		}
	}
	if !d.dayOfTwoParts() {
		d.ask("date", "", "when was the meeting?", "")
	}
}

// dayOfTwoParts takes a day without its year for that of the meeting, with a year that the text or
// the name of the file has, or a day whose year has two digits.
func (d *Draft) dayOfTwoParts() bool {
	years := anyYear.FindAllString(path.Base(d.Source.Name)+" "+d.Source.Date, -1)
	for _, p := range d.early() {
		years = append(years, anyYear.FindAllString(p.words(), -1)...)
	}
	for _, p := range d.early() {
		text := p.words()
		if utf8.RuneCountInString(text) > 160 {
			continue
		}
		words, day := "", model.Date("")
		if m := shortYear.FindStringSubmatch(text); m != nil {
			first, second := number(m[1]), number(m[2])
			if d.dayFirst() || first > 12 {
				first, second = second, first
			}
			words = m[0]
			day, _ = dayOf(2000+number(m[3]), first, second)
		} else if short := d.daysWithoutYear(text); len(short) > 0 && len(years) > 0 {
			words = text[short[0].from:short[0].to]
			day, _ = dayOf(number(years[0]), short[0].month, short[0].day)
		}
		if _, err := time.Parse(time.DateOnly, string(day)); err == nil {
			d.Date = Value{string(day), p.At, Guess, words}
			d.ask("date", p.At, "is this the day of the meeting? the text has "+quoted(words), d.Date.Text)
			return true
		}
	}
	return false
}

var (
	anyYear   = exact(`\b(?:19|20)\d{2}\b`)
	shortYear = exact(`\b(\d{1,2})[/.](\d{1,2})[/.](\d{2})\b`)
)

// compact is a date without signs, as names of files have it.
var compact = exact(`\b((?:19|20)\d{2})[. ]?(\d{2})[. ]?(\d{2})\b`)

// hours reads when the meeting began and ended.
func (d *Draft) hours() {
	read := func(v *Value, label *pattern, p *Piece) {
		for _, text := range lines(p) {
			for _, d := range d.dates(text) { // digits of a date are no time
				text = text[:d.from] + strings.Repeat(" ", d.to-d.from) + text[d.to:]
			}
			m := label.FindStringIndex(text)
			if m == nil || v.known() || m[0] > 120 {
				continue
			}
			rest := []rune(text[m[1]:])
			near := halfOfRange.ReplaceAllString(string(rest[:min(30, len(rest))]), "$1 $3 – $2 $3")
			if t := clock(near); t != "" {
				if m := untilClock.FindStringSubmatch(near); m != nil && v == &d.Start && !d.End.known() {
					d.End = Value{clock(m[1]), p.At, Likely, m[0]}
				}
				*v = Value{t, p.At, Likely, strings.TrimSpace(cut(text[m[0]:], 40))}
			}
		}
	}
	n := len(d.Pieces)
	for i, p := range d.Pieces {
		if i < 14 {
			read(&d.Start, d.lex.start, p)
		}
		if i >= n-12 || i < 14 {
			read(&d.End, d.lex.end, p)
		}
	}
	if d.Start.known() && d.End.known() && d.Start.Text >= d.End.Text {
		d.ask("end", d.End.At, "the meeting ended at "+d.End.Text+" and began at "+d.Start.Text, "no end is written")
		d.End = Value{}
	}
}

// halfOfRange are two times of which only the second says "p.m.".
var halfOfRange = re(`^\s*(\d{1,2}(?:[:.]\d{2})?)\s*[-–—]\s*(\d{1,2}(?:[:.]\d{2})?)\s*([ap]\.?m)\b`)

// untilClock is a time of day after another: "10:00–11:30".
var untilClock = exact(`\d\s*(?:[ap]\.?m\.?)?\s*(?:[-–—~～至到]|to|until)+\s*(\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\b)?)`)

// where reads the place and the format.
func (d *Draft) where() {
	for _, p := range d.early() {
		d.format(p)
		for i, r := range d.lex.place {
			for _, text := range d.segments(p) {
				if m := r.FindStringSubmatchIndex(text); m != nil && !d.Place.known() && !inBrackets(text, m[0]) && !aYearAhead.MatchString(text[:m[0]]) && m[3]-m[2] < 160 {
					d.place(p, text, m, i)
				}
			}
		}
	}
	if d.Format.Text == "videoconference" && d.Place.known() {
		d.Place = Value{} // "Zoom" is no place
	}
}

// aYearAhead ends with a year: "г." behind it begins no place, as in "24 мая 2026 г. Юдину …".
var aYearAhead = exact(`\d{4}\s*$`)

func (d *Draft) format(p *Piece) {
	text := p.words()
	for _, code := range []string{"hybrid", "videoconference", "in-person"} {
		m := d.lex.formats[code].FindStringIndex(text)
		if m == nil || d.Format.known() {
			continue
		}
		d.Format = Value{code, p.At, Likely, wholeWords(text, m[0], m[1])}
		if p.ID == model.PartTitle || d.lex.held.MatchString(text) {
			d.Format.Sure = Certain
		}
	}
}

// place takes a match of the pattern of that rank for the place of the meeting.
func (d *Draft) place(p *Piece, text string, m []int, rank int) {
	d.Place = Value{strings.TrimSpace(text[m[2]:m[3]]), p.At, Likely, cut(text[m[0]:m[1]], 60)}
	if rank == 0 {
		d.Place.Sure = Certain
	} else if d.Lang == "ru" && (rank > 1 || strings.HasPrefix(text[m[0]:], "в ")) { // in an oblique case
		d.Place.Sure = Guess
		d.ask("place", p.At, "what is the place called? the text has "+quoted(d.Place.Why), d.Place.Text)
	}
}

// inBrackets reports whether a place of a text is within brackets, as in what is cited.
func inBrackets(text string, at int) bool {
	before := text[:at]
	return strings.LastIndexAny(before, "(（") > strings.LastIndexAny(before, ")）")
}

// wholeWords is a part of a text up to the end of its last word.
func wholeWords(text string, from, to int) string {
	for _, r := range text[to:] {
		if !isLetter(r) || isHan(r) {
			break
		}
		to += len(string(r))
	}
	return strings.TrimSpace(text[from:to])
}

// lines are the lines of a piece: items of a list, rows of a table.
func lines(p *Piece) []string { return strings.Split(p.words(), "\n") }

// segments are the lines of a piece, divided before each label.
func (d *Draft) segments(p *Piece) []string {
	var out []string
	for i, line := range rowsOf(p) {
		if i < len(p.Rows) && len(p.Rows[i]) == 2 { // a label and what it says
			line = strings.TrimRight(p.Rows[i][0], ":：") + ": " + p.Rows[i][1]
		}
		if i < len(p.Rows) && len(p.Rows[i]) > 2 {
			out = append(out, d.dayInRow(p.Rows[i])...)
		}
		out = append(out, d.labelled(line)...)
	}
	return out
}

// dayInRow is the day of the meeting, with its label, in a row of several labels, each of which has
// a cell behind it: "Дата | 14.05.2026 | Время | 09:30".
func (d *Draft) dayInRow(row []string) []string {
	for i, cell := range row[:len(row)-1] {
		label := strings.TrimRight(cell, ":： ") + ": "
		if d.lex.date.FindString(label) == label && len(d.dates(row[i+1])) > 0 {
			return []string{label + row[i+1]}
		}
	}
	return nil
}

// whose finds the body that met, the meeting and the record that the site has already.
func (d *Draft) whose() {
	d.Body = d.body()
	d.Meeting.Text = d.opt.Meeting
	if d.Meeting.Text == "" {
		d.Meeting = d.sameMeeting()
	} else {
		d.Meeting.Why = "as asked"
	}
	if !d.Meeting.known() {
		id := scaffold.ID(d.Title.Text, "meeting")
		if date := model.Date(d.Date.Text).From(); date.Known() {
			id = string(date)
		}
		if len(d.site.IDs(model.Bodies)) > 1 && d.Body.known() && d.Date.known() {
			id = d.Body.Text + "-" + id
		}
		d.Meeting = Value{id, "", Certain, "made of the date"}
	}
	d.ID = d.Meeting.Text
	if p := d.site.Protocol(d.Meeting.Text); p != nil {
		d.Existing, d.ID = p, p.ID
	}
}

// body finds the body that met.
func (d *Draft) body() Value {
	if d.opt.Body != "" {
		return Value{d.opt.Body, "", Certain, "as asked"}
	}
	if m, ok := model.Get[*model.Meeting](d.site, model.Ref{Kind: model.Meetings, ID: d.opt.Meeting}); ok {
		return Value{m.Body, "", Certain, "the body of the meeting"}
	}
	bodies := model.All[*model.Body](d.site, model.Bodies)
	best, longest := Value{}, 0
	for _, p := range d.early() {
		text := strings.ToLower(p.words())
		for _, b := range bodies {
			for _, name := range []string{b.FullName[d.Lang], b.ShortName[d.Lang]} {
				if n := len(name); n > longest && n > 3 && strings.Contains(text, strings.ToLower(name)) {
					best, longest = Value{b.ID, p.At, Likely, name}, n
				}
			}
		}
		if p.ID == model.PartTitle && best.known() {
			break
		}
	}
	switch {
	case best.known():
		return best
	case len(bodies) == 0:
		d.ask("body", "", "which body met?", "")
		return Value{}
	}
	why := "the first body of the site"
	if len(bodies) == 1 {
		why = "the only body of the site"
	}
	d.ask("body", "", "which body met?", bodies[0].ID)
	return Value{bodies[0].ID, "", Guess, why}
}
