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
	case endsBracket.MatchString(behind):
		if m := titleThenDay.FindStringSubmatch(before); m != nil {
			title = last(m[1:])
		} else if m := paperThenDay.FindStringSubmatch(before); m != nil {
			title = "《" + bareTitle(m[1]) + "》"
		}
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
	hanIssues = `签署|签订|印发|发布|通过|施行|实施|生效|颁布|公布|出台|批准|批复|下发|下达|收到|送达|出具|发出|备案`
	// hanLetters end the names of documents that are cited without signs about them.
	hanLetters = `函|通知书|通知|批复|意见书|意见|公告|通报|纪要|决定|决议|协议书|协议|合同|备忘录|办法|规定|报告|会议[纪记]录|例会[纪记]录|判决书|裁定书|号`
)

var (
	// titleThenDay ends with the day of a document in brackets behind its title, or with the title.
	titleThenDay = exact(`(《[^》]+》)\s*[（(][^（）()《》]{0,40}$|[（(][^（）()《》]{0,30}(《[^》]+》)[^（）()《》。；]{0,24}$`)
	paperThenDay = exact(`([\p{Han}〔〕\d]{2,30}(?:` + hanLetters + `))\s*[（(][^（）()《》。；]{0,24}$`)
	endsBracket  = exact(`^\s*(?:(?:起|正式|经)?[^（）()，。；]{0,10})[)）]`)
	// titleThenVerb and doneThatDay stand around the day of what was done with a document.
	titleThenVerb = exact(`(《[^》]+》)[^，。；《》]{0,12}?[于在自]\s*$`)
	doneThatDay   = exact(`^\s*(?:起|经[^，。；]{2,20}?|由[^，。；]{2,20}?)?(?:正式|共同|联合)?(?:` + hanIssues + `)`)
	// letterThen follows the day of a letter of an office in Taiwan: "115年1月8日府教字第1150001234號函".
	letterThen  = exact(`^\s*(\p{Han}{1,12}字第\s*[A-Z\d]{3,14}\s*号(?:函|令|书函|公告|通知|开会通知单)?)`)
	beforeTitle = exact(`^(?:确认|通过|审阅|宣读|审议)|关于|根据|依据|按照|[的就对与向和及将了]`)
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
