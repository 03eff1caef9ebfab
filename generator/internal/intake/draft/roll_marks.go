package draft

import (
	"strings"
)

// legend returns what the marks of attendance mean, where a text explains two or more of them: "Y =
// there, A = apologies, Z = joined on Zoom", "+ был, н - не был", "√到会；○请假；×未到".
func (d *Draft) legend() map[string]string {
	if d.marks != nil {
		return d.marks
	}
	d.marks = map[string]string{}
	for _, p := range d.Pieces {
		found := map[string]string{}
		for _, m := range markMeans.FindAllStringSubmatch(p.words(), -1) {
			mark, means := m[1]+m[3], strings.TrimSpace(m[2]+m[4])
			if how := d.meaning(means); how != "" {
				found[mark] = how
			}
		}
		if len(found) > 1 {
			d.marks = found
			break
		}
	}
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
