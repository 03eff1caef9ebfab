package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/intake/source"
)

// longestTitle is how many characters a block has at most that is part of a title.
const longestTitle = 400

// mailHead returns how many blocks at the beginning of a text are the head of a mail, which says
// who sent it to whom: its day is not that of the meeting, and its subject only names the record.
func (d *Draft) mailHead(blocks []source.Block) int {
	n := 0
	for n < len(blocks) && mailLine.MatchString(withLabel(blocks[n])) {
		n++
	}
	if !slices.ContainsFunc(blocks[:n], func(b source.Block) bool { return mailFrom.MatchString(withLabel(b)) }) || n < 2 {
		return 0
	}
	d.mail = map[string]bool{}
	for _, b := range blocks[:n] {
		d.mail[b.At.String()] = true
	}
	return n
}

var (
	mailFrom = re(`^(?:от(?:\s+кого)?|from|发件人|寄件者)\s*[:：]`)
	mailLine = re(`^(?:от(?:\s+кого)?|кому|копия|тема|дата|отправлено|вложени[ея]|from|to|cc|bcc|reply-to|subject|date|sent|attachments?|发件人|寄件者|收件人|抄送|主题|日期|时间|发送时间|附件)\s*[:：]`)
)

// titleBlocks finds the blocks that make the title: from, and how many; n is 0 where there is none.
func (d *Draft) titleBlocks(blocks []source.Block) (from, n int) {
	if mail := d.mailHead(blocks); mail > 0 {
		was := d.Title
		if from, n = d.titleIn(blocks[mail:]); n > 0 && d.kindWord(blocks[mail+from].Text) {
			return mail + from, n
		}
		d.Title = was
	}
	return d.titleIn(blocks)
}

// titleIn finds the title below the head of a mail.
func (d *Draft) titleIn(blocks []source.Block) (from, n int) {
	early := min(8, len(blocks))
	for i, b := range blocks[:early] {
		if b.Kind == source.Heading && b.Level <= 1 && d.lex.attendanceOf(b.Text) == "" && !d.lex.agenda.MatchString(b.Text) {
			if j, why := d.belowSite(blocks, i); j > i {
				d.Title = Value{Sure: Certain, At: blocks[j].At.String(), Why: why}
				return j, 1
			}
			d.Title = Value{Sure: Certain, At: b.At.String(), Why: "a heading of the first level"}
			return i, 1
		}
		if b.Kind == source.Table || !d.kindWord(b.Text) || i > 0 && d.Lang == "en" && (dashBefore.MatchString(b.Text) || d.lex.earlier.MatchString(b.Text)) {
			continue
		}
		n := 1
		for i+n < len(blocks) && n < 6 && (d.dayGoesOn(blocks[i+n-1].Text, blocks[i+n].Text) || d.goesOn(blocks[i+n-1], blocks[i+n], n)) {
			n++
		}
		d.Title = Value{Sure: Certain, At: b.At.String(), Why: "it says what kind of record it is"}
		if n == 1 && d.lex.kindOnly.MatchString(b.Text) {
			d.Title.Sure = Likely
		}
		return i, n
	}
	if len(blocks) == 0 {
		return 0, 0
	}
	return d.titleWithoutWord(blocks)
}

// belowSite finds the heading of a web page that is its title, where the first one names the site
// or its section: the page's own title begins with it, or it says what kind of record it is.
func (d *Draft) belowSite(blocks []source.Block, first int) (at int, why string) {
	if d.Source.Format != "html" || d.kindWord(blocks[first].Text) || len(d.dates(blocks[first].Text)) > 0 {
		return first, ""
	}
	page := strings.ToLower(d.Source.Title)
	if strings.HasPrefix(page, strings.ToLower(blocks[first].Text)) {
		return first, ""
	}
	for i := first + 1; i < min(first+6, len(blocks)); i++ {
		b := blocks[i]
		switch {
		case b.Kind == source.Table || utf8.RuneCountInString(b.Text) > longestTitle:
			return first, ""
		case b.Kind != source.Heading:
		case utf8.RuneCountInString(b.Text) > 7 && strings.HasPrefix(page, strings.ToLower(b.Text)):
			return i, "the title of the page begins with it"
		case d.kindWord(b.Text) && (len(d.dates(b.Text)) > 0 || strings.Contains(b.Text, "№")):
			return i, "it says what kind of record it is"
		}
	}
	return first, ""
}

// titleWithoutWord takes the first heading for the title, else the first line.
func (d *Draft) titleWithoutWord(blocks []source.Block) (from, n int) {
	for i, b := range blocks[:min(4, len(blocks))] {
		if b.Kind == source.Heading && b.Level <= 2 && !d.lex.front.MatchString(b.Text) && !d.frontLine(b.Text) {
			d.Title = Value{Sure: Likely, At: b.At.String(), Why: "the first heading"}
			return i, 1
		}
	}
	b := blocks[0]
	if b.Kind != source.Table && brief(b.Text) && b.Label == "" && !d.frontLine(b.Text) {
		d.Title = Value{Sure: Likely, At: b.At.String(), Why: "the first line"}
		return 0, 1
	}
	return 0, 0
}

// kindWord reports whether a block names a kind of record as titles do.
func (d *Draft) kindWord(text string) bool {
	if strings.Contains(text, "://") || strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：") {
		return false // a line such as "Minutes: https://…"
	}
	if utf8.RuneCountInString(text) > longestTitle || strings.HasSuffix(text, ".") || strings.HasSuffix(text, "。") {
		return false
	}
	if d.lex.kindOnly.MatchString(text) {
		return true
	}
	for _, kind := range []interface{ FindStringIndex(string) []int }{d.lex.protocol, d.lex.minutes} {
		if m := kind.FindStringIndex(text); m != nil && !inBrackets(text, m[0]) && (!d.frontLine(text) || d.Lang == "en" && m[0] == 0 && len(d.dates(text)) > 0) && (d.Lang != "ru" || m[0] < 30) {
			return true
		}
	}
	return false
}

// frontLine reports whether a text is a line such as "Date: …" or "Present: …".
func (d *Draft) frontLine(text string) bool {
	return d.lex.date.MatchString(text) || d.lex.attendanceOf(text) != "" || d.lex.agenda.MatchString(text) || d.lex.place[0].MatchString(text) || d.lex.step.MatchString(text)
}

// goesOn reports whether a title goes on in the next block.
func (d *Draft) goesOn(last, next source.Block, n int) bool {
	if next.Kind == source.Table || next.Kind == source.Item || next.Label != "" || utf8.RuneCountInString(next.Text) > longestTitle || d.frontLine(next.Text) {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(next.Text); strings.ContainsRune(".。:：", last) && !ofTheYear.MatchString(next.Text) || cityName.MatchString(next.Text) {
		return false
	}
	if _, _, numbered := d.labelOf(next); numbered {
		return false
	}
	if ds := d.dates(next.Text); len(ds) > 0 && ds[0].from == 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(next.Text)
	switch {
	case d.atWhom(last.Text, next.Text):
		return true
	case n == 1 && d.lex.kindOnly.MatchString(last.Text):
		return true
	case unicode.IsLower(r) || strings.HasPrefix(next.Text, "№"):
		return true
	}
	return last.Align == "center" && next.Align == "center" && last.Bold && next.Bold
}

// dayGoesOn reports whether a day begins at the end of a line and goes on in the next: "held on
// Wednesday 13th" and "May 2026 at 7 p.m.".
func (d *Draft) dayGoesOn(last, next string) bool {
	if last == "" || utf8.RuneCountInString(next) > 80 {
		return false
	}
	end := len(joinTexts([]string{last}))
	for _, when := range d.dates(joinTexts([]string{last, next})) {
		if when.from < end && when.to > end+len("1") && len(d.dates(next)) == 0 {
			return true
		}
	}
	return false
}

// atWhom reports whether the next line of a title in Russian names the one who held the meeting:
// "совещания у министра" and "Е.С. КОВРОВА".
func (d *Draft) atWhom(last, next string) bool {
	return d.Lang == "ru" && loudPerson.MatchString(next) && heldAt.MatchString(joinTexts([]string{last, next}))
}

// brief reports whether a text is short and no sentence.
func brief(text string) bool {
	return text != "" && utf8.RuneCountInString(text) <= 120 && !strings.ContainsAny(text[len(text)-1:], ".;,:?!") &&
		!strings.HasSuffix(text, "。") && !strings.HasSuffix(text, "；") && !strings.HasSuffix(text, "，") && !strings.HasSuffix(text, "：")
}

// loud reports whether a text is in capital letters, and no abbreviation.
func loud(text string) bool {
	letters, all := casedLetters(text)
	return letters > 3 && all
}

// casedLetters returns how many letters of a text have a case, and whether all are capitals.
func casedLetters(text string) (letters int, all bool) {
	upper := 0
	for _, r := range text {
		if unicode.IsUpper(r) {
			upper++
		}
		if unicode.IsUpper(r) || unicode.IsLower(r) {
			letters++
		}
	}
	return letters, upper == letters
}

// joinTexts joins texts of one paragraph: without a blank between Chinese characters.
func joinTexts(texts []string) string {
	var b strings.Builder
	for _, t := range texts {
		t = strings.TrimSpace(t)
		last, _ := utf8.DecodeLastRuneInString(b.String())
		first, _ := utf8.DecodeRuneInString(t)
		if b.Len() > 0 && !(unicode.Is(unicode.Han, last) && unicode.Is(unicode.Han, first)) {
			b.WriteByte(' ')
		}
		b.WriteString(t)
	}
	return b.String()
}
