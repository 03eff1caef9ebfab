package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hanRollParts divides a list of people in Chinese.
func (d *Draft) hanRollParts(text string) []string {
	text = strings.TrimRight(strings.ReplaceAll(text, "\u3000", " "), "。. ")
	text = atSign.ReplaceAllString(text, "、$1")
	text = gapBehind.ReplaceAllString(brackets.ReplaceAllString(text, "$1"), "$1$2$3$4")
	for gapInName.MatchString(text) {
		text = gapInName.ReplaceAllString(text, "$1$2$3$4")
	}
	text = afterBrackets.ReplaceAllString(behindOffice.ReplaceAllString(text, "$1、"), "$1、$2")
	var out []string
	for _, part := range splitOutside(withoutGaps(text), func(r rune) bool { return strings.ContainsRune("、，,；;|/\n。", r) }) {
		if _, after, ok := strings.Cut(strings.ReplaceAll(part, "：", ":"), ":"); ok && after != "" {
			part = strings.TrimSpace(after) // "产品部：张三"
		}
		out = append(out, d.hanSplitAnd(hanCount.ReplaceAllString(part, ""))...)
	}
	return out
}

var (
	// brackets are those around a name: "【王芳】".
	brackets = exact(`[【［]([^【】［］]{2,24})[】］]`)
	// atSign calls somebody in notes: "@王芳@李明".
	atSign = exact(`\s*[@＠](\p{Han})`)
	// gapBehind is a name that is set wide behind an office and a blank.
	gapBehind = exact(`(\p{Han}{2,} +)([` + hanSurnames + `]) +(\p{Han})($|[、，,；;。和等（(])`)
)

// hanSaid is what is said of somebody behind the name without a sign.
var hanSaid = exact(`^([\p{Han}·]{2,20}?)(因\p{Han}*(?:请假|缺席|未\p{Han}{1,4})|(?:请假|缺席|未(?:能)?(?:出席|参加|到会|参会))\p{Han}{0,6}|(?:书面)?委托\p{Han}*|(?:以|通过|采用)(?:通讯|视频|线上|电话|网络)\p{Han}*|(?:作为|以)观察员\p{Han}*|(?:应邀|受邀)?(?:列席|旁听)(?:了)?(?:本次|此次)?会议)$`)

// stoodIn adds somebody in a list in Chinese for whom another one came, and that one: "王芳（李明代）",
// "李明（代王芳）". It reports whether it is so.
func (d *Draft) stoodIn(a attendee, at string, sure Sure) bool {
	if d.Lang != "zh" {
		return false
	}
	for note := range strings.SplitSeq(a.note, ", ") {
		for i, r := range []*pattern{cameFor, sentBy} {
			m := r.FindStringSubmatch(note)
			if m == nil || !isHanPerson(bareHan(m[1])) {
				continue
			}
			names := []string{a.name, bareHan(m[1])}
			d.attend("proxy", Value{d.party(names[i]), at, sure, names[i]})
			d.attend("present", Value{d.party(names[1-i]), at, sure, names[1-i]})
			return true
		}
	}
	return false
}

var (
	cameFor = exact(`^(?:由|委托|委派|授权)?(\p{Han}{2,8}?)(?:代|代为|代理|代表)(?:出席|参加|参会|与会|签到)?$`)
	sentBy  = exact(`^(?:代|代替|代表|受)(\p{Han}{2,4}?)(?:委托)?(?:出席|参加|参会|与会)?$`)
)

// behindOffice is the blank between people, behind the brackets that say whence one comes.
var behindOffice = exact(`([）)])\s+`)

// afterBrackets is the name that follows brackets at once, as that on the next line.
var afterBrackets = exact(`([）)])([` + hanSurnames + `]\p{Han}{1,2}(?:[（(]|$))`)

// hanSplitAnd divides a part of a list at "and", where people stand on both sides of it.
func (d *Draft) hanSplitAnd(part string) []string {
	for _, m := range hanAndWord.FindAllStringIndex(part, -1) {
		left, _ := withoutNotes(part[:m[0]])
		right, _ := withoutNotes(part[m[1]:])
		if titleOnly.MatchString(right) {
			continue // "喻清和教授"
		}
		a, before := d.hanRollName(left, false)
		b, _ := d.hanRollName(right, false)
		if a != "" && b != "" && (before == "" || !strings.HasPrefix(left, a) || hanPost.MatchString(before)) {
			return []string{part[:m[0]], part[m[1]:]}
		}
	}
	return []string{part}
}

// hanSeveral reports whether a line in Chinese may name several people.
func (d *Draft) hanSeveral(text string) bool {
	return d.Lang == "zh" && len(d.hanRollParts(text)) > 1
}

var hanAndWord = exact(`以及|和|及|与|與`)

// titleOnly is a title behind a name, and nothing else.
var titleOnly = exact(`^(?:教授|先生|女士|老师|同志|博士|主任|院长|处长|局长|会长|委员|研究员|工程师|秘书长)$`)

// rollInside are the people in brackets behind the office that sent them: "办公室（张三、李四）".
func (d *Draft) rollInside(part, note string) []attendee {
	if d.Lang != "zh" || note == "" || part == "" {
		return nil
	}
	if name, _ := d.hanRollName(part, false); name != "" {
		return nil
	}
	var out []attendee
	for _, p := range d.hanRollParts(note) {
		name, rest := d.hanRollName(p, false)
		if name == "" {
			return nil
		}
		out = append(out, attendee{name, rest})
	}
	return out
}

// hanRollName is the name in a part of a list in Chinese, and what else the part says; sure says
// that it is one of a list of people.
func (d *Draft) hanRollName(part string, sure bool) (name, rest string) {
	part = strings.Trim(strings.ReplaceAll(part, "\u3000", " "), " 。.;；*_")
	if m := hanSaid.FindStringSubmatch(part); m != nil {
		if name, rest = d.hanRollName(m[1], false); name != "" {
			return name, joinNotes(rest, m[2]) // "范建国因事请假"
		}
	}
	if name, rest = aboutTitle(part); name != "" {
		return name, rest
	}
	if name, rest, part = hanWide(part); name != "" {
		return name, rest
	}
	if left, right, ok := cutHanDash(part); ok {
		for i, side := range []string{left, right} {
			if name, rest = d.hanRollName(side, false); name != "" {
				return name, joinNotes(rest, []string{right, left}[i])
			}
		}
	}
	found := withoutHanPost(part)
	n := utf8.RuneCountInString(found)
	switch {
	case found == "" || notWho.MatchString(found) || hanCrowd.MatchString(found):
	case isHanPerson(found), found != part && n < 5, middleDot.MatchString(found) && allHan(strings.ReplaceAll(found, "·", "")):
		return found, strings.TrimSpace(strings.Replace(part, found, "", 1))
	case sure && likeHanName(found):
		return found, ""
	case sure && (knownAs.MatchString(part) && !commonWord.MatchString(part) || latinName.MatchString(part)):
		return part, ""
	}
	return "", part
}

// aboutTitle is the name in a part of a list that stands about a post, or before "Mr", or in Latin
// letters behind it or a post.
func aboutTitle(part string) (name, rest string) {
	if m := mister.FindStringSubmatch(part); m != nil {
		return m[1], ""
	}
	if m := latinBehind.FindStringSubmatch(part); m != nil && onlyAbove.MatchString(m[1]) {
		return m[2], m[1]
	}
	if m := aroundPost.FindStringSubmatch(strings.ReplaceAll(part, " ", "")); m != nil && m[2] != "班" && isHanPerson(m[2]+m[4]) {
		return m[2] + m[4], m[1] + m[3] // "教务处詹教务长淑芬"
	}
	if m := calledMister.FindStringSubmatch(part); m != nil && !noHanName.MatchString(m[2]) && !hanPost.MatchString(m[2]) {
		return m[2], m[1] // "物业经理 岑家辉先生"
	}
	return "", ""
}

var (
	// aroundPost is a surname and the rest of the name about a post, as Taiwan writes them.
	aroundPost = exact(`^(\p{Han}{1,12}(?:[处室系院所馆组局科部会校心司署司]|公司|中心)|)([` + hanSurnames + `]|` + hanTwice + `)((?:副|代理?)?(?:会|社|班|队|团|站|校|院|系|所|馆|处|室|组|局|司|署|部|科|课|厂|董事|理事|执行|教务|学务|总务|研发|秘书|国际|资讯|里|县|市|乡|镇|区|财务|营运|技术|行政)长|(?:副|代理?|系|所|院|馆|室|中心|会计|主计|人事)?(?:主任|组长)(?:秘书|委员)?|(?:副总?|总|襄)?经理|(?:副|助理)?教授|(?:执行|主任)?(?:秘书|委员|专员|律师|议员|理事|董事|监事|主席|代表|总监|助理|老师|教官|技正|科员|组员))(\p{Han}{1,2})$`)
	// calledMister is a name, if of a surname that is not known, before "Mr".
	calledMister = exact(`^(|.*\s)(\p{Han}{2,3})(?:先生|女士|小姐)$`)
)

// mister is a name in Latin letters behind its title.
var mister = exact(`^(?:Mr|Ms|Mrs|Miss|Dr|Prof)\.?\s+(\p{Lu}[\p{Latin}.'’-]*(?:\s\p{Lu}[\p{Latin}.'’-]*){0,3})$`)

// cutHanDash divides a part of a list in Chinese at a dash, or at the hyphen between whence
// somebody comes and the name: "中科微澜-闫志远".
func cutHanDash(part string) (left, right string, ok bool) {
	if m := hyphenOrg.FindStringSubmatch(part); m != nil && isHanPerson(m[2]) && !isHanPerson(m[1]) {
		return m[1], m[2], true
	}
	return cutDash(part)
}

// hyphenOrg is whence somebody comes, a hyphen and the name.
var hyphenOrg = exact(`^([\p{Han}A-Za-z0-9]{2,16})[-–—－](\p{Han}{2,4})$`)

// hanWide is the name in a part of a list whose words blanks divide, such as a name that is set
// wide; part is what is left to read where it is none.
func hanWide(text string) (name, rest, part string) {
	fields := strings.Fields(text)
	whole := strings.Join(fields, "")
	if i := slices.IndexFunc(fields, middleDot.MatchString); i >= 0 && len(fields) > 1 {
		return fields[i], strings.Join(slices.Delete(slices.Clone(fields), i, i+1), " "), ""
	}
	if len(fields) < 2 || !allHan(whole) {
		return "", "", text
	}
	if utf8.RuneCountInString(whole) < 4 && isHanPerson(whole) {
		return whole, "", ""
	}
	for i, f := range fields {
		if isHanPerson(f) {
			return f, strings.Join(slices.Delete(slices.Clone(fields), i, i+1), " "), ""
		}
	}
	last := fields[len(fields)-1]
	if n := utf8.RuneCountInString(last); hanPost.MatchString(fields[len(fields)-2]) && n > 1 && n < 6 && !hanAbove.MatchString(last) && !noHanName.MatchString(last) && !notHanName.MatchString(last) {
		return last, strings.Join(fields[:len(fields)-1], " "), "" // a foreign name behind a post
	}
	return "", "", whole
}

// withoutHanPost is a name without the post before it.
func withoutHanPost(part string) string {
	found := bareHan(part)
	if isHanPerson(found) {
		return found
	}
	if onlyAbove.MatchString(part) {
		return part
	}
	m := afterPost.FindStringSubmatch(honorific.ReplaceAllString(part, ""))
	if m == nil || hanPost.MatchString(m[1]) || noHanName.MatchString(m[1]) || notHanName.MatchString(m[1]) || hanCrowd.MatchString(m[1]) {
		return found
	}
	return m[1]
}

// likeHanName reports whether a word in a list of people may be a name, though not one of the
// names that stand out anywhere.
func likeHanName(word string) bool {
	n := utf8.RuneCountInString(word)
	if soundsFar(word) {
		return true
	}
	if n > 3 || hanPost.MatchString(word) || noHanName.MatchString(word) {
		return false
	}
	return isHanName(word) || n == 3 && allHan(word) && !hanAbove.MatchString(word) && !notHanName.MatchString(word)
}

var (
	// afterPost is a name behind a post that nothing else follows; group 1 is the name.
	afterPost = exact(`^.*(?:[局处科部市县區区镇乡校院所馆行会书秘组社董理馆站州省]长|縣長|市長|局長|主任|主席|书记|書記|经理|总监|董事|监事|理事|委员|秘书|工程师|教授|院士|研究员|干事|代表|负责人)(\p{Han}{2,3})$`)
	// noHanName has a character that names of people have not.
	noHanName = exact(`[的了是不后各全等在与和及会议席到共名位]|^(?:部分|有关|相关|其他|本|该|各)`)
	latinName = exact(`^\p{Lu}[\p{Latin}.'’-]+(?:\s\p{Lu}[\p{Latin}.'’-]+){1,3}$`)
)

// hanUnsigned is the way to attend of a line in Chinese whose label a blank ends and names follow,
// or one with a label in English: "主持 王芳", "Minutes：王芳".
func (w *rollWords) hanUnsigned(text string) (code, label string) {
	if m := latinLabel.FindString(text); m != "" {
		return englishRoll.code(m, true, false), m
	}
	m := blankLabel.FindStringSubmatchIndex(text)
	if m == nil || len(text) > 300 {
		return "", ""
	}
	for _, name := range strings.FieldsFunc(text[m[4]:], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("、，,；;", r) }) {
		if bare, _ := withoutNotes(name); !isHanPerson(bareHan(bare)) {
			return "", ""
		}
	}
	return w.code(text[m[2]:m[3]], true, false), text[:m[4]]
}

var (
	blankLabel = exact(`^((?:会议)?(?:主\s?持|记\s?录|出\s?席|列\s?席|参\s?加|参\s?会|与\s?会|缺\s?席|请\s?假|到\s?会)(?:人员|人)?)[ \x{3000}\t]+(\p{Han})`)
	latinLabel = exact(`^[A-Z][A-Za-z ]{2,24}\s?[:：]`)
)

// bareLabel reads a line in Chinese that is a label, and nothing else, above one that is names:
// "会议主持" and "王芳".
func (d *Draft) bareLabel(i int) (called, bool) {
	if d.Lang != "zh" || i+1 >= len(d.Pieces) || !labelAlone.MatchString(d.Pieces[i].Text) {
		return called{}, false
	}
	parts := d.hanRollParts(d.Pieces[i+1].Text)
	for _, part := range parts {
		if bare, _ := withoutNotes(part); !isHanPerson(bareHan(bare)) {
			return called{}, false
		}
	}
	return called{code: d.lex.attendanceOf(d.Pieces[i].Text + "："), sure: true}, len(parts) > 0
}

var labelAlone = exact(`^(?:会议)?(?:主持|记录|出席|列席|参加|参会|与会|缺席|请假)(?:人员|人)?$`)
