package draft

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// legend returns what the marks of attendance mean, where a text explains two or more of them: "Y =
// there, A = apologies, Z = joined on Zoom", "+ был, н - не был", "√到会；○请假；×未到".
func (d *Draft) legend() map[string]string {
	if d.marks != nil {
		return d.marks
	}
	d.marks = d.explained(markMeans, func(m []string) (mark, how string) {
		return m[1] + m[3], d.meaning(strings.TrimSpace(m[2] + m[4]))
	})
	return d.marks
}

// meaning is the way to attend that the words behind a mark name.
func (d *Draft) meaning(words string) string {
	if how := wayOf(words); how != "" {
		return how
	}
	if code := d.lex.attendanceOf(strings.TrimRight(words, ".") + ":"); code != "" {
		return code
	}
	for _, w := range markWords {
		if w.MatchString(words) {
			return w.code
		}
	}
	return ""
}

// explainedColumn is the column whose cells are marks that the text explains; below 0 where there
// is none.
func (d *Draft) explainedColumn(rows [][]string) int {
	legend := d.legend()
	for i := range rows[0] {
		marks, filled := 0, 0
		for _, row := range rows {
			if i < len(row) && row[i] != "" {
				filled++
				if legend[markIn(row[i])] != "" {
					marks++
				}
			}
		}
		if marks > 1 && 3*marks >= 2*filled {
			return i
		}
	}
	return -1
}

// markIn is the mark in a cell, which a reason may follow: "н (командировка)".
func markIn(cell string) string {
	mark, _, _ := strings.Cut(strings.TrimSpace(cell), " ")
	return strings.TrimSuffix(mark, ".")
}

var (
	// markMeans is a mark and what it means. Between a letter and its meaning stands a sign.
	markMeans = exact(`(?:^|[(（,，;；、:：.]|\s)\s*(?:(\p{L}{1,2}|\d)\s*[=–—:：-]\s*([^,，;；、()（）=.]+)|([+√✓✔☑○◯×✗✘△▲●•–—-])\s*[=:：–—-]?\s*([^,，;；、()（）=.]{2,40}))`)
	// markWords are meanings that no label of attendance has.
	markWords = []saying{
		{"absent", re(`^(?:away|out\b|did\s+not|not\s+there|не\s+было?\b|нет\b|неявк|н/я|不在|没来)`)},
		{"remote", re(`zoom|teams|video|phone|on-?line|dial|видео|удал|онлайн|线上|视频|腾讯会议`)},
		{"excused", re(`^(?:apolog|excus|sent\s+apolog|уважит|болен|отпуск|请假|事假|病假)`)},
		{"present", re(`^(?:there\b|here\b|came\b|in\s+the\s+room|был[аи]?(?:\s|$)|явил|есть$|到$|到会|实到|出席)`)},
	}
)

// officeIn is the office at the meeting that a cell names, alone or in brackets behind a post:
// "Director (Chair)".
func (d *Draft) officeIn(cell string) string {
	if m := officeBehind.FindStringSubmatch(cell); m != nil && d.Lang == "en" {
		if strings.HasPrefix(strings.ToLower(m[1]), "chair") {
			return "chair"
		}
		return "scribe"
	}
	if code := d.lex.attendanceOf(cell + ":"); utf8.RuneCountInString(cell) < 40 && slices.Contains(oneOffice, code) {
		return code
	}
	return ""
}

var officeBehind = re(`\((chair(?:man|woman|person)?|(?:taking\s+)?(?:minutes|notes)|minute[- ]taker|note[- ]taker|scribe)\)$`)

// wayOf is the way to attend that a cell names.
func wayOf(cell string) string {
	if utf8.RuneCountInString(cell) > 40 {
		return ""
	}
	for _, w := range ways {
		if w.MatchString(cell) {
			return w.code
		}
	}
	return ""
}

var (
	presenceColumn = re(`^(?:p|att\.?|pres\.?)$|present|attend|присутств|явка|участи|出席|到会|签到|参会|考勤`)
	yesMark        = re(`^(?:[✓✔☑√xх×●•+1]|yes|y|да|是|\[x\])$`)
	noMark         = re(`^(?:[✗✘☐○0–—-]|no|n|нет|否|\[\s?\])$`)
	ways           = []saying{
		{"excused", re(`[(（](?:apolog|regrets|excused|請?请假|отпуск|болен)|^(?:excused|apolog|regrets|leave|отпуск|болен|болезн|больнич|командиров|уваж|по\s+уваж|请假|因公|因事|因病|出差)`)},
		{"absent", re(`^(?:absent|not\s+present|did\s+not\s+attend|отсутств|не\s+(?:явил|присутств|был|участв)|缺席|未到|未出席|缺勤)`)},
		{"remote", re(`^(?:remote|online|virtual|by\s+(?:phone|video)|via\s+|zoom|dial|дистанц|онлайн|удал|по\s+видео|видеосвяз|вкс|线上|视频|远程)`)},
		{"proxy", re(`^(?:proxy|by\s+proxy|по\s+доверенности|委托)`)},
		{"guest", re(`^(?:guest|invited|приглаш|гость|列席|来宾|特邀)`)}, {"observer", re(`^(?:observer|наблюдател|观察员)`)},
		{"chair", re(`^(?:\(?chair(?:man|person|woman)?\)?|председател\p{L}+(?:\s+(?:тк|комиссии|совета|комитета|группы|рабочей\s+группы|коллегии|правления))?|主席|主持人?|会议主席)$`)}, {"secretary", re(`^(?:secretary|(?:отв\p{L}+\s+)?секретарь|秘书)$`)},
		{"present", re(`^(?:present|in\s+person|attended|присутств|очно|лично|был[аи]?$|出席|到会|已到|现场|参会)`)},
	}
)
