package draft

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// shortResolved is the label of a resolution as busy clerks in Russian write it: "Реш.:".
const shortResolved = `(?:реш|пост|постан)\.\s*[:–—-]\s*`

// shortLabel is such a label alone.
var shortLabel = re(`^` + shortResolved + `$`)

// resolvesBehind makes acts of a resolution behind its label. Behind a short label is one even if
// it has no verb: "Реш.: должникам – письма под роспись."
func (d *Draft) resolvesBehind(p *Piece, label, rest string, r *resolving) {
	if d.resolves(p, rest, r); rest == "" || len(p.Acts) > 0 || !shortLabel.MatchString(label) {
		return
	}
	code := "decided"
	if notedOnly.MatchString(rest) {
		code = "noted"
	}
	d.quotes(p, p.words(), code, strings.TrimRight(label, " :–—-"))
}

// notedOnly is a resolution that takes note and does no more.
var notedOnly = re(`^(?:информаци\p{L}+\s+|отч[её]т\p{L}*\s+)?к\s+сведению`)

// saidBefore reports whether a text is what somebody said before a resolution of the same clause:
// "Юдин В.К.: продать лодку" above "Решили: оставить лодку".
func (d *Draft) saidBefore(p *Piece, text string) bool {
	if d.Lang != "ru" || !strings.HasPrefix(p.ID, "c") || !strings.Contains(text, ":") || !saidByName.MatchString(text) {
		return false
	}
	i := slices.Index(d.Pieces, p)
	for _, o := range d.Pieces[max(i, 0):] {
		if model.PartOf(o.ID) != model.PartOf(p.ID) {
			return false
		}
		for _, line := range lines(o) {
			if o != p && (resolutionLabel.MatchString(line) || outcomeFirst.MatchString(line)) || voteThenOutcome.MatchString(line) {
				return true
			}
		}
	}
	return false
}

var (
	// saidByName begins what somebody said.
	saidByName = exact(`^(?:\d+[.)]\s+)?` + russianPerson + `\s*(?:\([^()]{2,60}\)\s*)?:\s+\p{L}`)
	// voteThenOutcome is a vote, and what became of what was voted on.
	voteThenOutcome = re(`^голосовали\s*:.*решение\s+(?:не\s+)?принято`)
)

// surnameFrom is somebody in a list who is known by a surname, and where from: "Зорин из 12 кв."
var surnameFrom = exact(`^(\p{Lu}\p{Ll}+)\s+((?:из|от|с|со)\s+.+)$`)

// labelledRow reads a row of a table in Russian of those who attended that has nothing but a label
// and names: "Отсутствовал (отпуск): инженер Юдин В.К."
func (d *Draft) labelledRow(row []string, at string) bool {
	cell := ""
	for _, c := range row {
		if c != "" && cell != "" && c != cell {
			return false
		}
		cell = cmp.Or(cell, c)
	}
	if d.Lang != "ru" || len(row) < 2 || !strings.Contains(cell, ":") {
		return false
	}
	code, label := d.lex.attendance(cell)
	rest := strings.TrimSpace(cell[len(label):])
	if code == "" || len(namesIn(rest)) == 0 {
		return false
	}
	d.calls(code, label, rest, at, true)
	return true
}

// officesBySurname adds those who had an office of whom a sentence in Russian gives the surname
// only: "Вёл Юдин, писала Белая."
func (d *Draft) officesBySurname(sentence, at string) {
	var found []attendee
	for part := range strings.SplitSeq(strings.TrimRight(sentence, ". "), ",") {
		part = strings.TrimPrefix(strings.TrimSpace(part), "а ")
		code := "chair"
		m := ledBy.FindStringSubmatch(part)
		if m == nil {
			code, m = "scribe", wroteIt.FindStringSubmatch(part)
		}
		if m == nil || noNameWord(m[1]) || !d.wasThere(d.fullName(m[1])) && !likeRussianName(m[1]) {
			return
		}
		found = append(found, attendee{m[1], code})
	}
	for _, a := range found {
		d.cameAs(a.note, a.name, asNamed, at)
	}
}

var (
	ledBy   = re(`^(?:в[её]л[аи]?|вед[её]т|пров[её]л[аи]?|председательств(?:овал[аи]?|ует)|председатель|ведущ(?:ий|ая))(?:\s+` + meets + `)?\s*[:–—-]?\s+((?-i:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?))$`)
	wroteIt = re(`^(?:(?:за)?писал[аи]?|записывал[аи]?|протоколировал[аи]?|протокол(?:\s+(?:в[её]л|писал|вед[её]т)[аи]?)?|(?:в[её]л[аи]?|писал[аи]?|вед[её]т)\s+протокол|секретарь)\s*[:–—-]?\s+((?-i:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?))$`)
)

// coChairsKnown adds those whom a sentence names, behind the words for the chairs, in the genitive
// by a given name and a surname, and who were there.
func (d *Draft) coChairsKnown(sentence, at string) {
	m := chairedByBoth.FindStringIndex(sentence)
	if m == nil {
		return
	}
	for _, two := range twoNames.FindAllStringSubmatch(sentence[m[1]:], -1) {
		for _, given := range basicForms(two[1]) {
			for _, family := range basicForms(two[2]) {
				if name := given + " " + family; d.wasThere(name) {
					d.cameAs("chair", name, asNamed, at)
				}
			}
		}
	}
}

var (
	chairedByBoth = re(`под\s+(?:совместным\s+)?(?:со)?председательством`)
	twoNames      = exact(`([А-ЯЁ][а-яё]+)\s([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)`)
)
