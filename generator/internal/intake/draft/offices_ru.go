package draft

import "strings"

// fillsOffice makes an act of a sentence that says who has an office now, or that whoever had the
// chair gave somebody a task.
func (d *Draft) fillsOffice(p *Piece, sentence string) bool {
	code, words := "", ""
	if m := officeFilled.FindStringSubmatchIndex(sentence); m != nil && !electedToMeet.MatchString(sentence) && !d.lex.notActed.MatchString(sentence[:m[2]]) {
		code, words = "appointed", sentence[m[2]:m[3]]
	} else if m := officeGiven.FindStringSubmatchIndex(sentence); m != nil && !electedToMeet.MatchString(sentence) {
		code, words = "appointed", sentence[m[2]:m[3]]
	} else if m := chairTold.FindStringSubmatchIndex(sentence); m != nil && infinitiveIn(sentence) != nil && (m[2] < 0 || d.hadChair(sentence[m[2]:m[3]])) {
		code, words = "instructed", sentence[m[4]:m[5]]
	}
	if code != "" && !p.hasAct(code) {
		d.quotes(p, p.words(), code, words)
	}
	return code != ""
}

// hadChair reports whether somebody had the chair.
func (d *Draft) hadChair(name string) bool {
	return d.Chair.known() && sameName(strings.TrimSpace(name), d.Chair.Text) || strings.EqualFold(strings.TrimSpace(name), d.Chair.Text)
}

var (
	// officeFilled says who has an office now, and electedToMeet is one at the meeting only.
	officeFilled = re(`^(?:председател|заместител|сопредседател|секретар|член|руководител|директор|координатор|ответственн|старост|казначе|президент|вице-президент|ректор|декан|завед|ревизор|глав)\p{L}*(?:ем|[её]м|ями|ами|ом|ым|ой|ым[и]?)\s[^.;:]{0,100}?((?:пере)?избран[аы]?|назначен[аы]?|утвержд[её]н[аы]?)(?:[^\p{L}]|$)`)
	// officeGiven says to whom an office is to be given: "председателем жюри назначить Юдина В.К."
	officeGiven   = re(`^(?:\p{L}+(?:ым|им)\s+)?(?:председател|заместител|сопредседател|секретар|руководител|директор|координатор|старост|казначе|президент|ректор|декан)\p{L}*(?:ем|[её]м|ями|ами|ом|ой)\s[^.;:]{0,100}?(назначить|(?:пере)?избрать|утвердить)\s+(?:[\p{Ll}.-]+\s*){0,6}(?-i:` + russianPerson + `)`)
	electedToMeet = re(`^(?:председател|секретар|ведущ)\p{L}*\s+(?:\p{L}+\s+)?(?:собрани|заседани|совещани|сесси|конференци|встреч|избран)|сч[её]тн`)
	// chairTold is whoever had the chair, and that they gave somebody a task; group 1 is a name.
	chairTold = re(`^(?:председатель(?:ствующ\p{L}+)?(?:\s+(?:заседания|собрания|совещания|комиссии|совета|правления|комитета))?|((?-i:` + russianPerson + `)))\s+(поручил[аи]?|дал[аи]?\s+поручени[ея])\s`)
)
