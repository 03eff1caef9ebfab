package draft

import (
	"slices"
	"strings"
)

// resolvedInTable makes acts of what stands in the column of decisions of a table; of a column that
// has also what was said, only of what has a verb of those who meet.
func (d *Draft) resolvedInTable(p *Piece, column int) {
	if column < 0 && (p.led || d.belowDecisions(p)) && d.toldInTable(p) {
		return
	}
	mixed, head := column < 0, 0
	for i := 0; i < len(p.Rows)-1 && column < 0; i++ {
		head, column = i, slices.IndexFunc(p.Rows[i], mixedDecisions.MatchString)
	}
	for _, row := range p.Rows[head+1:] {
		if column < 0 || column >= len(row) || noDeadline.MatchString(row[column]) {
			continue
		}
		for i, sentence := range d.sentences(squared(row[column])) {
			sentence = strings.TrimRight(labelBefore.ReplaceAllString(resolved.ReplaceAllString(sentence, ""), ""), ".;")
			if code, words := d.resolvedInCell(sentence, mixed, i == 0); words != "" && !p.hasAct(code) {
				d.quotes(p, joinTexts(lines(p)), code, words)
			}
		}
	}
}

// toldInTable makes an act of a table of tasks that stands below "РЕШИЛИ:", whose rows tell those
// in its column of owners to do them. It reports whether it is such a table.
func (d *Draft) toldInTable(p *Piece) bool {
	for i, head := range p.Rows[:min(2, len(p.Rows))] {
		roles, ok := taskColumns(head)
		if !ok {
			continue
		}
		for _, row := range p.Rows[i+1:] {
			if max(roles[taskRole], roles[ownerRole]) >= len(row) || row[roles[ownerRole]] == "" {
				continue
			}
			if words := resolutionWords.FindString(withoutRowNumber(row[roles[taskRole]])); words != "" {
				return d.quotes(p, joinTexts(lines(p)), "instructed", words)
			}
		}
	}
	return false
}

// resolvedInCell says what a sentence of a cell of a column of decisions does, and by which words;
// first says that it is the first of its cell.
func (d *Draft) resolvedInCell(sentence string, mixed, first bool) (code, words string) {
	if m := notPassed.FindStringSubmatch(sentence); m != nil {
		if laterToo.MatchString(sentence) {
			return "deferred", m[1]
		}
		return "rejected", m[1]
	}
	if sentence == "" || noResolution.MatchString(sentence) {
		return "", ""
	}
	if code, words = refusedBy(sentence); code != "" {
		return code, words
	}
	code, words, known := d.resolution(sentence, false)
	switch {
	case known:
	case mixed:
		return d.asideOf(sentence)
	case code == "" && first:
		return "decided", resolutionWords.FindString(sentence)
	}
	return code, words
}

// refusedBy says which words of a sentence refuse something or put it off, if it has any.
func refusedBy(sentence string) (code, words string) {
	for _, v := range slices.Concat(refusingWords[russian].to, refusingWords[russian].bare) {
		if m := v.FindStringSubmatch(sentence); m != nil {
			return v.code, m[1]
		}
	}
	return "", ""
}

// notPassed is a resolution that was not passed.
var notPassed = re(`(решени\p{L}*\s(?:[^.;:]{0,80}?\s)?не\s+прин\p{L}+)`)

// squared is the text of a cell on one line.
func squared(cell string) string { return strings.Join(strings.Fields(cell), " ") }

// mixedDecisions heads a column of a table that has more than decisions.
var mixedDecisions = re(`^(?:вопрос\p{L}*|содержание|ход\s+обсуждения)[\s,/и]+(?:[^|]{0,20}\s)?(?:решени|постановлени|поручени)`)
