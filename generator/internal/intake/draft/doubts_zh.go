package draft

import (
	"strings"
	"unicode/utf8"
)

// hanSaysNothing reports whether a sentence of a piece in Chinese is one of those that say no act
// and no task: who was there, the name of the record, what became of earlier points.
func (d *Draft) hanSaysNothing(p *Piece, sentence string) bool {
	if d.Lang != "zh" {
		return false
	}
	return d.frontLine(sentence) || aspect.MatchString(sentence) || hanDone.MatchString(sentence) || d.inFront(p) && hanNameOfRecord.MatchString(sentence) ||
		p.Heading && d.clauseActs(p) || onlyTopic.MatchString(sentence)
}

var (
	// aspect is what the sentences behind it are about.
	aspect          = exact(`^[^，。；：]{2,16}方面[。：:]?$`)
	hanDone         = exact(`^[^，。；]{2,40}，(?:已|均已|全部)(?:整改|按期|按时|全部)?(?:完成|办结|落实|整改完毕)`)
	hanNameOfRecord = exact(`^[^，。；：]{2,40}(?:决议|纪要|记录|纪录|议定书)$`)
)

// withTerms are sentences in Chinese, each with the one behind it that only says by when or by whom
// it is to be done.
func (d *Draft) withTerms(sentences []string) (out []string) {
	if d.Lang != "zh" {
		return sentences
	}
	for _, s := range sentences {
		if n := len(out); n > 0 && termAlone.MatchString(s) {
			out[n-1] += s
			continue
		}
		out = append(out, s)
	}
	return out
}

var termAlone = exact(`^[（(]?(?:时间|时限|期限|完成时[间限]|截止时间|责任(?:人|单位|部门)|负责人|牵头单位|配合单位)\s*[：:]`)

// hanMoreNames are the parts of a line of people in Chinese that may be names that no rule knows:
// what is left of a part without the post behind it, or about a title. In a line with a label each
// short part that is no office is somebody.
func (d *Draft) hanMoreNames(line string) (out []string) {
	if d.Lang != "zh" {
		return nil
	}
	for _, r := range []*pattern{hanSigned, hanApart} {
		for _, m := range r.FindAllStringSubmatch(line, -1) {
			out = append(out, m[1])
		}
	}
	ends := labelEnds(line)
	if len(ends) == 0 || ends[0] > 40 || d.lex.attendanceOf(line) == "" {
		return out
	}
	for _, part := range d.hanRollParts(line[ends[0]:]) {
		part, _ = withoutNotes(strings.TrimSpace(part))
		if name, _ := d.hanRollName(part, true); name != "" {
			out = append(out, name)
			continue
		}
		n := utf8.RuneCountInString(part)
		if n < 2 || n > 12 || !allHan(part) || onlyAbove.MatchString(part) || hanCrowd.MatchString(part) || notWho.MatchString(part) || noHanName.MatchString(part) || hanNobody.MatchString(part) {
			continue
		}
		out = append(out, part)
	}
	return out
}

// hanNobody is in a part of a line of people that names none.
var hanNobody = exact(`[无略详见附同上余多若干]|[级届次期].*$|负责|单位|部门|人员|代表$|老师$|同学$|干部$|专家$`)

// hanMayBe reports whether what stands where a name does in Chinese may be one.
func hanMayBe(name string) bool {
	return (isHanPerson(name) || strings.Contains(name, "·")) && !noHanPart.MatchString(name)
}

// noHanPart is in what has the form of a name and is the end or the beginning of other words.
var noHanPart = exact(`[副委]|人选$|如下$|^师|团长`)

// notHandedOn is a text in Chinese without the words by which another body is to decide: these give
// nobody a task.
func (d *Draft) notHandedOn(text string) string {
	if d.Lang != "zh" {
		return text
	}
	return handedOn.ReplaceAllStringFunc(text, blank)
}
