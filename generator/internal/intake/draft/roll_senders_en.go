package draft

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// behindSender is somebody with a title in a list in English, behind the one who sent them: "Alder
// Ms. Ada Byron".
var behindSender = exact(`^(?:\p{Lu}[\p{L}.’'-]*\s+(?:(?:of|and|the|for)\s+){0,2}){1,5}?((?:H\.\s?E\.?,?\s+)?(?:Mr|Mrs|Ms|Dr|Prof|Amb)\b\.?\s+\p{Lu})`)

// besideSender is the name in a part of a list, and what else the part says: the one who sent them
// may stand before it.
func (d *Draft) besideSender(part string, sure bool) (name, rest string) {
	if m := behindSender.FindStringSubmatchIndex(part); m != nil && d.Lang == "en" {
		if name, rest = d.sideName(part[m[2]:], sure); name != "" {
			return name, joinNotes(rest, strings.TrimSpace(part[:m[2]]))
		}
	}
	return d.sideName(part, sure)
}

// mostlyTitled reports whether an annex in English lists people with titles: what has none there is
// a country, a body or a firm.
func (d *Draft) mostlyTitled(annex int) bool {
	if d.Lang != "en" {
		return false
	}
	titled, part := 0, model.PartOf(d.Pieces[annex].ID)
	for _, p := range d.Pieces[annex:] {
		if model.PartOf(p.ID) != part {
			break
		}
		for _, line := range lines(p) {
			if m := withTitle.FindStringIndex(line); m != nil && m[0] < 40 {
				titled++
			}
		}
	}
	return titled > 2
}

// delegationColumns reads a table in English that has a delegation in each column: below its head
// each cell is somebody with a title. Rows over its whole width may say who else was there. It
// reports whether it is one.
func (d *Draft) delegationColumns(p *Piece, code string) bool {
	if d.Lang != "en" || len(p.Rows) < 2 || len(p.Rows[0]) < 2 || slices.ContainsFunc(p.Rows[0], someTitles.MatchString) {
		return false
	}
	rows := p.Rows[1:]
	for n := len(rows); n > 1 && acrossTable(rows[n-1]); n-- {
		rows = rows[:n-1]
	}
	for i := range p.Rows[0] {
		titled := false
		for _, row := range rows {
			if i >= len(row) || strings.TrimSpace(row[i]) == "" {
				continue
			}
			if titled = someTitles.MatchString(strings.TrimSpace(row[i])); !titled {
				return false
			}
		}
		if !titled {
			return false
		}
	}
	for _, row := range rows {
		for _, cell := range row {
			for one := range strings.SplitSeq(cell, "\n") {
				for _, a := range d.roll(one, false, true) { // a "Secretary" is that of a ministry
					d.call(cmp.Or(code, "present"), []attendee{{a.name, ""}}, p.At)
				}
			}
		}
	}
	for _, row := range p.Rows[1+len(rows):] {
		label, text, _ := strings.Cut(row[0], ":")
		d.attends(cmp.Or(d.lex.attendanceOf(label+":"), code, "present"), text, p.At, true)
	}
	return true
}

// acrossTable reports whether a row of a table has a label and those whom it names over its whole
// width: "Also attending: Dr Ada Byron; Mr Bo Lund".
func acrossTable(row []string) bool {
	label, text, ok := strings.Cut(row[0], ":")
	return ok && len(strings.Fields(label)) < 5 && withTitle.MatchString(text) && strings.TrimSpace(strings.Join(row[1:], "")) == ""
}

// sent are words for those whom somebody sent, before whom: "delegates from Alder and Brack".
var sent = re(`^(?:(?:the|several|all)\s+)*(?:delegates|representatives|delegations|observers|experts|participants|officials)\s+(?:from|of)\b|\battended\s+by\b`)

// titledIn are those whom words name with a title.
func titledIn(words string) (out []attendee) {
	for _, m := range withTitle.FindAllStringSubmatch(words, -1) {
		out = append(out, attendee{m[1], ""})
	}
	return out
}

// newGroup ends before the chair of a group that the meeting set up, not that of the meeting.
var newGroup = re(`\b(?:an?|new|establish\p{L}*|creat\p{L}+|set(?:ting)?\s+up|form(?:ed|ing)?)\s+(?:[^.;:\s]+\s+){0,10}?(?:force|group|panel|committee|team|party|network|board|centre),?\s+(?:(?:to|will|would|shall)\s+be\s+)?$`)

// chairElsewhere reports whether a match in a text tells who has the chair of a new group.
func chairElsewhere(text, match string) bool {
	before, _, _ := strings.Cut(text, match)
	return newGroup.MatchString(before + " ")
}

// inChairNow says that somebody had the chair at the meeting.
var inChairNow = re(`\b(?:in\s+the\s+chair|presiding|chairing)\b`)

// onlyOneChairs takes the chair from those in a list in English who are the presidents of
// something, where it says of another one that they were in the chair.
func (d *Draft) onlyOneChairs(people []attendee, note string, offices []string) []string {
	if d.Lang != "en" || len(offices) == 0 || inChairNow.MatchString(note) || !slices.ContainsFunc(people, func(a attendee) bool { return inChairNow.MatchString(a.note) }) {
		return offices
	}
	return slices.DeleteFunc(offices, func(o string) bool { return o == "chair" })
}
