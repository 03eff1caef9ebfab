package draft

import "strings"

// citedBesideDay finds the documents in Chinese that stand before their day: in brackets, as
// "《办法》（2025年6月3日印发）", or with what was done with them, as "《协议》已于2025年6月3日签订".
func (d *Draft) citedBesideDay(p *Piece, text string, when dated) {
	before, behind := text[:when.from], text[when.to:]
	if strings.Contains(string(when.date), "/") || deadlineAfter.MatchString(behind) || d.citesDay(p, when) {
		return
	}
	title := ""
	switch {
	case endsBracket.MatchString(behind) && sessionThenDay.MatchString(before):
		title = "《" + last(sessionThenDay.FindStringSubmatch(before)) + "纪要》"
	case endsBracket.MatchString(behind):
		if m := titleThenDay.FindStringSubmatch(before); m != nil {
			title = last(m[1:])
		} else if m := paperThenDay.FindStringSubmatch(before); m != nil {
			title = "《" + bareTitle(m[1]) + "》"
		}
	case madeOnDay.MatchString(behind) && onThatDay.MatchString(before):
		title = "《" + bareTitle(last(madeOnDay.FindStringSubmatch(behind))) + "》"
	case doneThatDay.MatchString(behind):
		if m := titleThenVerb.FindStringSubmatch(before); m != nil {
			title = m[1]
		}
	}
	if title != "" && title != "《》" {
		d.cites(p, title, text[when.from:when.to], when.byItself())
	}
}

// citesDay reports whether a piece cites a document of a day already.
func (d *Draft) citesDay(p *Piece, when dated) bool {
	for _, c := range d.Cited {
		if c.Node == p.ID && c.Date.Text == string(when.date) {
			return true
		}
	}
	return false
}

// bareTitle is a title without the words before it that are of the sentence.
func bareTitle(words string) string {
	if m := beforeTitle.FindAllStringIndex(words, -1); len(m) > 0 {
		return words[m[len(m)-1][1]:]
	}
	return words
}

const (
	// hanIssues are what is done with a document on the day by which it is cited.
	hanIssues = `签署|签订|印发|发布|通过|施行|实施|生效|颁布|公布|出台|批准|批复|下发|下达|收到|送达|出具|发出|备案|核准|审定|修订|制定|登记`
	// hanLetters end the names of documents that are cited without signs about them.
	hanLetters = `函|通知书|通知单|联系单|通知|批复|意见书|意见|公告|通报|纪要|决定|决议|协议书|协议|合同|备忘录|办法|规定|报告|会议[纪记]录|例会[纪记]录|判决书|裁定书|号`
)

var (
	// titleThenDay ends with the day of a document in brackets behind its title, or with the title.
	titleThenDay = exact(`(《[^》]+》)\s*[（(][^（）()《》]{0,40}$|[（(][^（）()《》]{0,30}(《[^》]+》)[^（）()《》。；]{0,24}$`)
	paperThenDay = exact(`([\p{Han}〔〕\d]{2,30}(?:` + hanLetters + `))\s*[（(][^（）()《》。；]{0,24}$`)
	// sessionThenDay ends with an earlier meeting, whose day is in brackets behind it.
	sessionThenDay = exact(`((?:第[\p{Han}\d]{1,6}[次届]|上(?:一)?次|前次)\p{Han}{0,12}?(?:会议|例会|全会|大会|年会))\s*[（(]\s*$`)
	// onThatDay and madeOnDay stand around the day on which a document was made, which stands
	// behind it: "该所于2026年3月12日出具了审计报告".
	onThatDay   = exact(`[于在]\s*$`)
	madeOnDay   = exact(`^\s*(?:向[^，。；]{2,14}?)?(?:正式|联合|共同)?(?:出具|印发|发布|下发|作出|发出|签署|签订|提交|报送|公布|形成)[了过]?([^，。；《》]{0,24}(?:` + hanLetters + `))`)
	endsBracket = exact(`^\s*(?:(?:起|正式|经)?[^（）()，。；]{0,10}|[^（）()，。；]{0,40}(?:` + hanIssues + `))[)）]`)
	// titleThenVerb and doneThatDay stand around the day of what was done with a document.
	titleThenVerb = exact(`(《[^》]+》)[^，。；《》]{0,12}?[于在自]\s*$`)
	doneThatDay   = exact(`^\s*(?:起|经[^，。；]{2,20}?|由[^，。；]{2,20}?)?(?:正式|共同|联合)?(?:` + hanIssues + `)`)
	// letterThen follows the day of a letter of an office in Taiwan: "115年1月8日府教字第1150001234號函".
	letterThen = exact(`^\s*(\p{Han}{1,12}字第\s*[A-Z\d]{3,14}\s*号(?:函|令|书函|公告|通知|开会通知单)?)`)
	// namesEarlier ends before the day without its year of an earlier meeting, in brackets.
	namesEarlier = exact(`(?:第[\p{Han}\d]{1,6}[次届]|上(?:一)?次|前次)\p{Han}{0,12}?(?:会议|例会|全会|大会|年会)(?:的)?(?:纪要|记录)?\s*[（(]\s*$`)
	// spiritOf follows the day of a conference of which a body was told.
	spiritOf    = exact(`^\s*(?:召开的)?(\p{Han}{2,20}?(?:会议|大会|座谈会))精神`)
	beforeTitle = exact(`^(?:确认|通过|审阅|宣读|审议)|已发出?|关于|根据|依据|按照|[的就对与向和及将了]`)
)

// otherPapers are documents in Chinese that are of no kind of their own.
var otherPapers = instrumentKind{code: "other"}

// titledPaper is the kind of a document in Chinese that is called by its title, if of no kind that
// is known.
func titledPaper(text string) (at int, kind instrumentKind, ok bool) {
	if !strings.HasPrefix(text, "《") || strings.Count(text, "《") > 1 {
		return 0, kind, false
	}
	return 0, otherPapers, true
}
