package source

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A line is a line of a page or of a plain text: a piece of a paragraph, or all of it.
type line struct {
	text        string  // without white space around it
	at          Place   //
	left, right float64 // where it begins and ends, in columns or points
	step        float64 // how wide a character is in them
	gap         float64 // empty lines before it, beyond those that every line has
	page        bool    // it is the first of its page
	alone       bool    // it is a block of its own, such as a line with tabs
	hang        float64 // where what follows the last wide space of such a line begins
	columns     []string
	raw         string  // the line of a plain text as it stands
	spans       []span  // the parts of a line of a plain text, where it has several
	base, end   float64 // the heights of its first and last line above the foot of the page
	size        float64 // of the letters, 0 where it is not known
	bold        bool
	align       string
	rows        [][]string // of a table, which stands in one line here
	starts      []float64  // where the columns of a table with rules begin
}

// A measure is what the lines of a text have in common.
type measure struct {
	width   float64 // where a full line ends
	wrapped bool    // paragraphs were cut into lines of about that width
}

// assemble makes blocks of lines.
func (r *reading) assemble(lines []line) {
	words := vocabulary(lines)
	m := measured(lines)
	for from := 0; from < len(lines); {
		if r.stop() != nil {
			return
		}
		to := from + 1
		for to < len(lines) && m.joins(lines[from], lines[to-1], lines[to]) {
			to++
		}
		r.paragraph(lines[from:to], words)
		from = to
	}
}

// paragraph adds a block of the lines of a paragraph.
func (r *reading) paragraph(lines []line, words []string) {
	first := lines[0]
	var text strings.Builder
	bold := true
	for i, l := range lines {
		if i+1 < len(lines) {
			text.WriteString(r.before(l, lines[i+1], words))
		} else {
			text.WriteString(l.text)
		}
		bold = bold && l.bold
	}
	b := Block{Text: text.String(), Bold: bold, Align: first.align, At: first.at}
	if first.rows != nil {
		b = Block{Kind: Table, Rows: first.rows, At: first.at}
	}
	if len(lines) == 1 {
		b.Columns = first.columns
	} else {
		r.mend("joined "+plural(len(lines), "line"), lines[0].text, b.Text, 0, first.at)
	}
	r.add(b)
}

// before is a line of a paragraph as it stands before the next one: with a space, with or without
// its hyphen.
func (r *reading) before(prev, next line, words []string) string {
	switch {
	case next.page:
		r.mend("joined a paragraph over the end of a page", prev.text, next.text, 0, next.at)
	case next.gap > 0.25:
		r.mend("joined a paragraph over an empty space", prev.text, next.text, 0, next.at)
	}
	last, _ := utf8.DecodeLastRuneInString(prev.text)
	begin, _ := utf8.DecodeRuneInString(next.text)
	switch {
	case hyphenated(prev.text, next.text):
		return r.hyphen(prev, next, words)
	case spaceless(begin) && (spaceless(last) || unicode.IsPunct(last) && spacelessBefore(prev.text)), inAddress(prev.text), besideHan(prev.text, next.text), (last == '-' || last == '–' || last == '/') && glued(prev.text):
		return prev.text
	}
	return prev.text + " "
}

// spacelessBefore reports whether the sign at the end of a text follows an ideograph.
func spacelessBefore(text string) bool {
	_, size := utf8.DecodeLastRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text[:len(text)-size])
	return spaceless(last)
}

// besideHan reports whether a number at the end of a line or at the beginning of the next stands
// beside ideographs without a space: "11" and "月".
func besideHan(prev, next string) bool {
	before := strings.TrimRightFunc(prev, unicode.IsDigit)
	after := strings.TrimLeftFunc(next, unicode.IsDigit)
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return spaceless(last) && spaceless(first) && (before != prev || after != next)
}

// inAddress reports whether a text ends within an address of a page.
func inAddress(text string) bool {
	word := text[strings.LastIndexByte(text, ' ')+1:]
	return strings.Contains(word, "://") && strings.ContainsAny(word[len(word)-1:], "/=&?_%-")
}

// glued reports whether the sign at the end of a line stands right after a word: "2020–", "and/".
func glued(text string) bool {
	_, size := utf8.DecodeLastRuneInString(text)
	before, _ := utf8.DecodeLastRuneInString(text[:len(text)-size])
	return unicode.IsLetter(before) || unicode.IsDigit(before)
}

// spaceless reports whether no space stands between such a character and the next of its kind.
func spaceless(c rune) bool {
	return unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana) || c >= 0x3000 && c < 0x3040 || c >= 0xff00 && c < 0xff61
}

// measured looks at all lines for what they have in common.
func measured(lines []line) measure {
	var ends []float64
	follow, pairs, full := 0, 0, 0
	for _, l := range lines {
		if !l.alone {
			ends = append(ends, l.right)
		}
	}
	if len(ends) == 0 {
		return measure{}
	}
	slices.Sort(ends)
	m := measure{width: ends[len(ends)*9/10]}
	for i, l := range lines {
		if l.right >= 0.85*m.width {
			full++
		}
		if i > 0 && l.gap <= 0.25 && !l.alone {
			pairs++
			if goesOn(lines[i-1], l, m.width) {
				follow++
			}
		}
	}
	// A column of 35 letters is the narrowest that paragraphs are set in; a line of 200 is one.
	columns := m.width / max(lines[0].step, 0.1)
	m.wrapped = columns > 20 && columns < 200 && pairs > 0 && (follow*6 >= pairs || full*3 >= len(lines))
	return m
}

// goesOn reports whether a line must go on with the sentence of the one before. width is where full
// lines end.
func goesOn(prev, next line, width float64) bool {
	first, _ := utf8.DecodeRuneInString(next.text)
	return continues(prev.text, next.text) || spaceless(first) && prev.right >= 0.9*width && !ended(prev.text) && !labelled(next.text)
}

// continues reports whether the next line must belong to the same sentence.
func continues(prev, next string) bool {
	if hyphenated(prev, next) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(next)
	return unicode.IsLower(first) && !ended(prev) && !labelled(next)
}

// joins reports whether a line goes on with the paragraph that begins with first and ends with prev
// so far.
func (m measure) joins(first, prev, next line) bool {
	switch {
	case first.alone, next.alone, prev.alone:
		return hangs(first, prev, next)
	case next.gap > 0.25 && !next.page:
		return m.over(prev, next)
	case next.page && (next.gap > 0.25 || ended(prev.text)):
		return m.over(prev, next)
	case m.unlike(first, prev, next):
		return hyphenated(prev.text, next.text)
	case m.hangsBelow(first, prev, next):
		return true
	case !m.wrapped:
		return hyphenated(prev.text, next.text) || m.full(prev, next) && spills(prev, next)
	case hyphenated(prev.text, next.text):
		return true
	case labelled(next.text):
		return m.within(first, prev, next)
	case heading(prev.text) != heading(next.text) && !m.full(prev, next):
		return false
	}
	return m.flows(first, prev, next)
}

// within reports whether a line that begins as an item stands within the sentence before it.
func (m measure) within(first, prev, next line) bool {
	return !ended(prev.text) && !pausing(prev.text) && !bullet(next.text) && m.full(prev, next) && !heading(prev.text) && !follows(first.text, next.text)
}

// brimful reports whether a line fills a paragraph that is as wide as a page, and not only a line
// of a text of short ones.
func (m measure) brimful(l line) bool {
	return m.wide(l) && l.right+2*l.step >= m.width && !ended(l.text)
}

// brimfulBefore reports whether a line with a label may be the rest of the one before.
func (m measure) brimfulBefore(prev line, full bool) bool {
	return full && !ended(prev.text) && m.wide(prev)
}

// wide reports whether full lines are as wide as those of a page.
func (m measure) wide(l line) bool { return m.width >= 64*l.step }

// ofPeople reports whether a line begins with somebody, as the one before it does: each is one of a
// list.
func ofPeople(first, prev, next line) bool {
	return person.MatchString(next.text) && !pausing(prev.text) && (person.MatchString(first.text) || person.MatchString(heads.ReplaceAllString(first.text, ""))) ||
		partHead.MatchString(next.text) && person.MatchString(prev.text)
}

var (
	// person begins with the name of somebody, of whom a list may say more.
	person = regexp.MustCompile(`^(?:[А-ЯЁ][а-яё-]+ (?:[А-ЯЁ]\. ?){1,2}|(?:[А-ЯЁ]\. ?){1,2}[А-ЯЁ][а-яё-]+)(?: ?[–—(-]|,|$)` +
		`|^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lord|Lady|Dame|Cllr|Rev|Hon|Judge|H\.E\.)\.? ){1,2}\p{Lu}[\p{L}.'’ -]+(?:\(|,|$)|^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2}(?: \([^()]+\))(?:,|$)|^(?:\p{Han}{2,14} )?\p{Han}{2,4}(?:（[^（）]*）)?$`)
	// partHead is a line that names a part of those in a list.
	partHead = regexp.MustCompile(`^\pL[\pL ]{2,30}:$`)
	// hanHead is the beginning of a line in Chinese that names what it says.
	// hanFront is one on the meeting or on those who were there, which begins a line in any case.
	hanFront = regexp.MustCompile(`^(?:会议)?(?:主\s*持|记\s*录|列\s*席|缺\s*席|请\s*假|地\s*点|时\s*间|日\s*期|主\s*题|议\s*题|出\s*席|参\s*会|与\s*会|参\s*加)\p{Han}{0,7}[:：]|^[A-Z][A-Za-z ]{2,20}：`)
	// dayAlone is the day below signatures.
	dayAlone = regexp.MustCompile(`^\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日$`)
	hanHead  = regexp.MustCompile(`^\p{Han}[\p{Han}（）()、]{1,11}[:：]`)
)

// toSign is a line on which somebody signs.
var toSign = regexp.MustCompile(`_{5,}`)

// sideSigns begins a line with a side for which somebody signs.
var sideSigns = regexp.MustCompile(`^(?i:за\s+(?:делегацию|правительство|сторону|министерство|республику)|for\s+(?:and\s+on\s+behalf\s+of|the\s+(?:government|delegation|republic)))\s`)

// bothSign reports whether two people or sides sign on two lines.
func bothSign(first, prev, next line) bool {
	return toSign.MatchString(prev.text) && toSign.MatchString(next.text) || sideSigns.MatchString(first.text) && sideSigns.MatchString(next.text)
}

// unlike reports whether two lines look as those of one paragraph do not: each is somebody in a
// list, or the second says in Chinese what it names. A full line stands in the
// middle anyway, and so does one whose indentation is as wide as what it has free at its end.
func (m measure) unlike(first, prev, next line) bool {
	if ofPeople(first, prev, next) && !(m.full(prev, next) && m.wide(next)) || (hanHead.MatchString(next.text) || dayAlone.MatchString(next.text)) && (!m.brimful(prev) || hanFront.MatchString(next.text)) {
		return true
	}
	aligned := prev.align == next.align || next.align == "center" && prev.right >= 0.9*m.width ||
		prev.align == "center" && next.left < prev.left && m.full(prev, next) && continues(prev.text, next.text)
	return bothSign(first, prev, next) || !aligned || differs(prev.size, next.size) || prev.bold != next.bold && ended(prev.text)
}

// over reports whether a sentence goes on after an empty space, such as the end of a page.
func (m measure) over(prev, next line) bool {
	if !m.wrapped || ended(prev.text) || prev.align != next.align || differs(prev.size, next.size) || heading(prev.text) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(next.text)
	caseless := spaceless(first) && prev.right >= 0.9*m.width
	return hyphenated(prev.text, next.text) || prev.right >= 0.6*m.width && !labelled(next.text) && (unicode.IsLower(first) || caseless || next.page && m.full(prev, next))
}

// flows decides by the ends of two lines without a space between them.
func (m measure) flows(begin, prev, next line) bool {
	indented := next.left > prev.left+1.5*next.step && !labelled(prev.text) ||
		next.left < prev.left-1.5*next.step && labelled(begin.text) // the item before has ended
	first, _ := utf8.DecodeRuneInString(next.text)
	full := m.full(prev, next)
	switch {
	case titled(begin, prev, next) && !full && prev.right < 0.6*m.width:
		return false
	case hanging(begin, prev, next), m.atMargin(prev, next), dangling.MatchString(prev.text):
		return true
	case entry.MatchString(next.text) && !m.brimfulBefore(prev, full):
		return false
	case ended(prev.text) && !abbreviated(prev.text):
		return full && !indented
	case indented && !unicode.IsLower(first):
		return false
	case unicode.IsLower(first), abbreviated(prev.text):
		return true
	case spaceless(first): // such a text is broken anywhere, so only full lines are
		return full
	case pausing(prev.text):
		return prev.right >= 0.4*m.width
	}
	return full || prev.right >= 0.6*m.width
}

// dangling ends a line with a word in Russian that no sentence ends with.
var dangling = regexp.MustCompile(`\p{Ll}\s(?:в|во|на|с|со|к|ко|о|об|от|до|по|за|из|у|для|при|и|или|не|без)$`)

// titled reports whether a line begins a sentence below the only line of an item, which is its
// title where it is short: "3. Audit" and " The director …".
func titled(begin, prev, next line) bool {
	first, _ := utf8.DecodeRuneInString(next.text)
	return prev.at == begin.at && prev.text == begin.text && labelled(begin.text) && unicode.IsUpper(first) && !ended(prev.text) && !pausing(prev.text) && !hyphenated(prev.text, next.text)
}

// hanging reports whether a line stands below the text of an item, to the right of its number.
func hanging(begin, prev, next line) bool {
	under := abs(next.left-prev.left) < next.step || prev.at == begin.at && prev.text == begin.text
	return labelled(begin.text) && under && next.left > begin.left+next.step && next.left < begin.left+12*next.step
}

// atMargin reports whether a line in Chinese goes on left of the one before, which is set in by
// two characters as the first one of a paragraph.
func (m measure) atMargin(prev, next line) bool {
	first, _ := utf8.DecodeRuneInString(next.text)
	return spaceless(first) && next.left < prev.left && !ended(prev.text) && m.full(prev, next)
}

// full reports whether the first word of the next line had no place in the one before.
func (m measure) full(prev, next line) bool {
	first, _ := utf8.DecodeRuneInString(next.text)
	switch {
	case spaceless(first) && ended(prev.text):
		return prev.right+3*next.step >= m.width
	case spaceless(first): // a sign that may not begin a line takes a character with it
		return prev.right+5*next.step >= m.width
	}
	word, _, _ := strings.Cut(next.text, " ")
	return prev.right+float64(utf8.RuneCountInString(word)+1)*next.step >= m.width
}

// differs reports whether letters have another size.
func differs(a, b float64) bool { return a > 0 && b > 0 && (a > 1.1*b || b > 1.1*a) }

// closers are the signs that may stand after the end of a sentence.
const closers = `"'”’»)]}）」』】〉》`

// ended reports whether a text ends as a sentence, an item of a list or an introduction does.
func ended(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, closers))
	return strings.ContainsRune(".!?:;…。！？：；۔؟", last)
}

// pausing reports whether a text ends with a comma or another sign within a sentence.
func pausing(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(",،、，(–—", last)
}

var (
	label    = regexp.MustCompile(`^(?:(?:\d{1,3}\.)+\d{0,3}\)?|\(?(?:\d{1,3}|\pL|[ivxIVX]{1,5})\)|(?:[IVX]{1,5}|[A-ZА-Я])\.|[•◦▪●○■□‣·*§–—-]|o)[\s\x{a0}\x{3000}]|^\d{1,2}\.\p{Han}|^(?:\d{1,2}[、．]|第?[一二三四五六七八九十百]{1,4}[、．]|第[一二三四五六七八九十百]{1,4}[条章]|（[一二三四五六七八九十\d]{1,3}）|[①-⑳])`)
	entry    = regexp.MustCompile(`^\p{Lu}[\pL ]{1,30}:(?:\s|$)`) // "Chair: ..."
	bulleted = regexp.MustCompile(`^(?:[•◦▪●○■□‣·*§]|- \[[ xX]\])[\s\x{a0}]`)
	initials = regexp.MustCompile(`(?:^|[\s\x{a0}(])(?:\pL{1,2}|No|Nos|Mr|Mrs|Ms|Dr|Prof|Art|art|vol|pp|etc|гг|ст|стр|им|тыс|млн|млрд|руб)\.$`)
)

// labelled reports whether a text begins with the number or sign of an item.
func labelled(text string) bool { return label.MatchString(text + " ") }

func bullet(text string) bool { return bulleted.MatchString(text + " ") }

// hangs reports whether a line goes on with what one with a wide space ends with: that ends within
// a list of names, or the line stands right below where they begin.
func hangs(first, prev, next line) bool {
	if prev.rows != nil || next.alone || next.gap > 0.25 {
		return false
	}
	under := first.hang > 0 && abs(next.left-first.hang) < 1.5*next.step && !ended(prev.text) && !labelled(next.text) && !heads.MatchString(next.text)
	if under && ofPeople(first, prev, next) && strings.Count(prev.text, ",") < 2 {
		return false
	}
	return under || enumerating(prev.text) && next.left > prev.left+8*next.step
}

// hangsBelow reports whether a line goes on, to the right of its beginning, with a line such as
// "Present: …".
func (m measure) hangsBelow(first, prev, next line) bool {
	label := heads.FindString(first.text)
	if label == "" || ended(prev.text) && !abbreviated(prev.text) || labelled(next.text) || heads.MatchString(next.text) {
		return false
	}
	in := next.left - first.left
	begin, _ := utf8.DecodeRuneInString(next.text)
	below := !spaceless(begin) && abs(in-columns(label)*next.step) <= 1.5*next.step && !(ofPeople(first, prev, next) && strings.Count(prev.text, ",") < 2)
	return in > 1.5*next.step && (pausing(prev.text) || m.full(prev, next) || below)
}

// spills reports whether the end of a sentence stands in the next line, also in a text whose other
// lines are short.
func spills(prev, next line) bool {
	if ended(prev.text) || labelled(next.text) || next.left > prev.left+1.5*next.step {
		return false
	}
	first, _ := utf8.DecodeRuneInString(next.text)
	return unicode.IsLower(first) || unicode.IsDigit(first) || first == '(' || enumerating(prev.text)
}

// enumerating reports whether a text ends within a list of names or things.
func enumerating(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(",،、，", last)
}

// follows reports whether a line begins with the number after that of the line where the paragraph
// begins.
func follows(first, next string) bool {
	a, b := counted.FindStringSubmatch(first), counted.FindStringSubmatch(next)
	if a == nil || b == nil {
		return false
	}
	n, _ := strconv.Atoi(a[1])
	k, _ := strconv.Atoi(b[1])
	return k == n+1
}

// counted begins with the number of an item.
var counted = regexp.MustCompile(`^(\d{1,3})[.)]\s`)

// abbreviated reports whether the full stop at the end of a text belongs to a short word: "г."
func abbreviated(text string) bool { return initials.MatchString(text) }

// heading reports whether all letters of a text are capitals.
func heading(text string) bool {
	letters := 0
	for _, c := range text {
		switch {
		case unicode.IsLower(c):
			return false
		case unicode.IsUpper(c):
			letters++
		}
	}
	return letters > 2
}
