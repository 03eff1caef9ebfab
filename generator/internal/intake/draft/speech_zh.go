package draft

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// hanSpeaker is the name of somebody before a colon.
var hanSpeaker = exact(`^\s*(?:[-–—•*]\s*)?(\p{Han}{2,4})[：:]`)

// hanSpoken reports whether a paragraph says what one of those who were there said.
func (d *Draft) hanSpoken(p *Piece, text string) bool {
	m := hanSpeaker.FindStringSubmatch(text)
	return m != nil && len(p.Items) == 0 && d.wasThere(m[1])
}

// another reports whether the clause before a place of a text says what one person said or did.
func (d *Draft) another(text string, at int) bool {
	from := 0
	if m := sentenceStart.FindAllStringIndex(text[:at], -1); len(m) > 0 {
		from = m[len(m)-1][1]
	}
	clauses := hanClauses(text, from, at)
	for _, c := range slices.Backward(clauses) {
		clause := hanOpening.ReplaceAllString(text[c[0]:c[1]], "")
		if onePersonSays(text[c[0]:min(len(text), c[1]+18)]) || someSaid.MatchString(clause) || oneSideSaid.MatchString(text[c[0]:min(len(text), c[1]+12)]) {
			return true
		}
		if m := hanSubject.FindString(clause); earlierBody.MatchString(m) {
			return true
		}
		if whoMet(clause) != "" || sideIn(clause) != "" {
			return false
		}
	}
	return false
}

var (
	sentenceStart = exact(`[。；\n]`)
	oneSideSaid   = exact(`^[^双各三四多，。；]\p{Han}{0,4}?方面?(?:代表团?)?(?:还|也|再次)?(?:建议|提出|提议|介绍|通报|认为|表示|指出|强调|希望)`)
	someSaid      = exact(`^(?:部分|个别|有[^关必待]|多位|一些|几位|不少|少数)\p{Han}{1,6}`)
	earlierBody   = exact(`^(?:上届|上次|上一|历届|去年)`)
	onePersonSaid = exact(`^\s*(?:[-–—•*]\s*)?(?:\p{Han}{0,12}?(?:` + chinesePosts + `|同志))?(\p{Han}{2,3})(?:同志|老师|` + chinesePosts + `)?(?:就[^，。；]{2,20})?(?:提出|建议|认为|介绍|汇报|表示|指出|说明|提议|强调|通报|反映|分享|传达|希望|询问|补充|分析|总结|回顾|要求|提醒|主张|担心|反对|说)`)
)

// onePersonSays reports whether a text begins with what one person says: "应客户要求" does not.
func onePersonSays(text string) bool {
	m := onePersonSaid.FindStringSubmatch(text)
	return m != nil && isHanPerson(m[1]) && !asAsked.MatchString(firstClause(text))
}

// behindReport is what a sentence says behind what one person said of something: what those who met
// said to it, or what somebody is told then: "李明提出建议，委员会支持，请秘书处研究".
func (d *Draft) behindReport(sentence string) string {
	if !onePersonSays(sentence) {
		return sentence
	}
	clauses := hanClauses(sentence, 0, len(sentence))
	for _, c := range clauses[1:] {
		clause := sentence[c[0]:c[1]]
		if whoMet(clause) != "" || reported.MatchString(firstClause(sentence)) && tellsThen.MatchString(clause) {
			return sentence[c[0]:]
		}
	}
	return sentence
}

var (
	reported  = exact(`^\p{Han}{2,20}?(?:传达|通报|汇报|介绍|宣读|说明|报告|解读)`)
	tellsThen = exact(`^(?:请|由|责成)`)
)

// bodyAdvises reports whether a sentence says at a place that those who met advise somebody to do
// something by a day.
func (d *Draft) bodyAdvises(sentence string, at int) bool {
	clauses := hanClauses(sentence, 0, at)
	if len(clauses) == 0 {
		return false
	}
	before := hanOpening.ReplaceAllString(sentence[clauses[len(clauses)-1][0]:at], "")
	return before != "" && whoMet(before) == before && d.hasDay(sentence[at:])
}

// hanStresses reports whether a sentence says that whoever had the floor demanded of an office that
// it do something by a day: "王校长强调，各系要在9月20日前报送".
func (d *Draft) hanStresses(sentence string) bool {
	m := stresses.FindStringIndex(sentence)
	if m == nil {
		return false
	}
	who, words := d.hanHasTo(sentence[m[1]:])
	return len(who) > 0 && mustBe.MatchString(words) && d.hasDay(sentence[m[1]:])
}

// stresses begins such a sentence.
var stresses = exact(`^[^，。；：]{2,24}(?:强调|要求|指出|部署|指示)[，：:]`)

// demanded is what is demanded in such a sentence; in others the sentence.
func (d *Draft) demanded(sentence string) string {
	if !d.hanStresses(sentence) {
		return sentence
	}
	return sentence[stresses.FindStringIndex(sentence)[1]:]
}

// hanTopics takes from the line that names the topic of a clause in Chinese the act that a sentence
// below it says: "五、聘任副秘书长" and "会议同意聘任李明为副秘书长".
func (d *Draft) hanTopics() {
	if d.Lang != "zh" {
		return
	}
	for i, p := range d.Pieces[:max(0, len(d.Pieces)-1)] {
		next := d.Pieces[i+1]
		if p.Num == "" || len(p.Acts) != 1 || next.Num != "" || clauseOf(p) != clauseOf(next) || hanClauseEnd.MatchString(strings.TrimRight(p.Text, "。")) || utf8.RuneCountInString(p.Text) > 24 {
			continue
		}
		if p.hasAct("appointed") && next.hasAct("appointed") && !doneVerb.MatchString(p.Text) {
			p.Acts = nil
		}
	}
}

// doneVerb is in a line that says itself what was done.
var doneVerb = exact(`通过|同意|批准|决定|了`)

// hanTells reports whether a line in Chinese tells behind a name and a colon what that one said, or
// did since the last meeting: "李明：渠塌了四十多米".
func (d *Draft) hanTells(p *Piece, text string) bool {
	m := nameThenColon.FindString(text)
	if d.Lang != "zh" || m == "" {
		return false
	}
	if p.heading != nil && sinceLast.MatchString(p.heading.Text) && !d.hanByWhen(text) {
		return true
	}
	rest := text[len(m):]
	return p.Num == "" && p.label == "" && len(p.Items) == 0 && firstDuty(rest) == "" && !d.hanByWhen(rest) && !d.hanOrder(rest)
}

// sinceLast heads what was done since the last meeting.
var sinceLast = exact(`^(?:上(?:一|个)?(?:周|次|期|月|阶段|会)|前(?:次|期))[^，。；]{0,14}(?:任务|工作|事项|进展|情况|落实|完成|待办|跟进)`)
