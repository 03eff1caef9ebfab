package draft

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// attendanceCodes are the ways to attend; of two that a label names the first is meant.
var attendanceCodes = []string{"excused", "absent", "guest", "observer", "proxy", "remote", "vice-chair", "chair", "secretary", "scribe", "present"}

// kindWords begin with words that say a way to attend.
type kindWords struct {
	code string // vocabulary attendance
	*pattern
}

// rollWords are the words by which a language says who attended, and how.
type rollWords struct {
	kinds  []kindWords // each at the beginning of what is left of a label
	filler *pattern    // what else may stand in a label
	weak   *pattern    // words of a label that say attendance only before names
	bare   *pattern    // a label that is one only with its colon
	loose  *pattern    // a label with words that are not known, such as the name of a body
	notes  []kindWords // what is said of somebody beside the name
}

// rolls are those words by language.
var rolls = map[*lexicon]*rollWords{russian: russianRoll, english: englishRoll, chinese: chineseRoll}

// attendanceOf returns the way to attend that a line names: "Present: …"; "" where it names none.
func (l *lexicon) attendanceOf(text string) string {
	code, _ := l.attendance(text)
	return code
}

// attendance returns the way to attend that a line begins with, and its label. A label alone, such
// as "Present", needs no colon.
func (l *lexicon) attendance(text string) (code, label string) {
	return l.labelOf(text, true)
}

// labelOf is attendance; loose says that the label may have words that are not known.
func (l *lexicon) labelOf(text string, loose bool) (code, label string) {
	w := rolls[l]
	for _, end := range labelEnds(text) {
		if titleDash.MatchString(text[:end]) {
			continue // "Meeting notes – Storage"
		}
		if code := w.code(text[:end], true, loose); code != "" {
			return code, text[:end]
		}
	}
	if l == chinese {
		if code, label := w.hanUnsigned(text); code != "" {
			return code, label
		}
	}
	if utf8.RuneCountInString(text) < 60 && len(strings.Fields(text)) <= 6 {
		if code := w.code(text, false, false); code != "" {
			return code, text
		}
	}
	if end := w.unsigned(text); end > 0 && loose {
		if code := w.code(text[:end], false, false); code != "" {
			return code, text[:end]
		}
	}
	return "", ""
}

// titleDash is the kind of a record before a dash, which is a title.
var titleDash = re(`\s(?:minutes|notes|протокол)\s*[–—-]$`)

// unsigned is the end of the words of a label that no sign ends and a list of names follows:
// "Absent with notice John Hickey, Shelley Janes".
func (w *rollWords) unsigned(text string) (end int) {
	low := strings.ToLower(text)
	if len(low) != len(text) || len(text) > 600 || w.loose.String() == `^$` {
		return 0
	}
	for {
		_, size := w.at(low[end:])
		if size == 0 {
			break
		}
		end += size
	}
	if end < 4 || end >= len(text) || !listOfNames.MatchString(text[end:]) {
		return 0
	}
	return end
}

// listOfNames is a list of at least two names, and nothing else.
var listOfNames = exact(`^\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){1,3}(?:,? (?:and|и) \p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){1,3}|, \p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){1,3})+\.?$`)

// labelEnds are the places behind the signs that may end the label of a line.
func labelEnds(text string) []int {
	var out []int
	depth, long := 0, 0
	for i, r := range text {
		if long++; utf8.RuneLen(r) > 2 {
			long += 2 // a label in Chinese has a third of the characters
		}
		if long > 160 || len(out) > 2 {
			break
		}
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			depth--
		case ':', '：', '】', ']':
			if depth <= 0 {
				return append(out, i+utf8.RuneLen(r))
			}
		case '–', '—', '-':
			if depth <= 0 && i > 0 && strings.HasPrefix(text[i+utf8.RuneLen(r):], " ") {
				out = append(out, i+utf8.RuneLen(r))
			}
		}
	}
	return out
}

// code is the way to attend that a label names; "" where it is no label of attendance. signed says
// that a sign ends it, and loose that it may have words that are not known.
func (w *rollWords) code(label string, signed, loose bool) string {
	text := inParens.ReplaceAllString(label, " ")
	text = strings.ToLower(strings.Trim(text, " \t*_#[]【】［］:：–—-."))
	if text == "" || w.noLabel(text) || !signed && w.bare.MatchString(text) {
		return ""
	}
	var codes []string
	unknown := 0
	for rest := text; rest != ""; {
		code, size := w.at(rest)
		switch {
		case size > 0 && code != "":
			codes = append(codes, code)
		case size == 0:
			unknown++
			size = strings.IndexByte(rest, ' ')
			if size < 0 {
				size = len(rest)
			}
		}
		rest = strings.TrimLeft(rest[size:], " \t\u00a0\u3000,，、；;/&+«»\"'")
	}
	if len(codes) == 0 || unknown > 0 && (!loose || !w.loose.MatchString(text)) {
		return ""
	}
	if slices.Contains(codes, "chair") && slices.Contains(codes, "present") {
		return "present"
	}
	for _, code := range attendanceCodes {
		if slices.Contains(codes, code) {
			return code
		}
	}
	return ""
}

// noLabel reports whether words, whatever is among them, are no label of attendance.
func (w *rollWords) noLabel(text string) bool {
	return w == englishRoll && otherSecretary.MatchString(text) || sentenceIn.MatchString(text) || utf8.RuneCountInString(text) > 140
}

// otherSecretary is an office of a government, and not at a meeting.
var otherSecretary = exact(`^(?:joint|under|additional|principal|permanent|private|cabinet|chief|special)\s+secretar`)

// sentenceIn ends a sentence within words, which are no label then.
var sentenceIn = exact(`(?:\p{L}{4,}|\))\.\s`)

// at is the way to attend that words begin with, and how long these are; "" is that of words which
// say nothing.
func (w *rollWords) at(text string) (code string, size int) {
	for _, k := range w.kinds {
		if m := k.FindStringIndex(text); m != nil {
			return k.code, m[1]
		}
	}
	if m := w.filler.FindStringIndex(text); m != nil {
		return "", m[1]
	}
	return "", 0
}

// note are the ways to attend that are said of somebody: state is one that takes the place of what
// the label says, and offices are those that are added.
func (w *rollWords) note(text string) (state string, offices []string) {
	text = strings.Trim(text, " .,;")
	if text == "" {
		return "", nil
	}
	for _, k := range w.notes {
		if !k.MatchString(text) {
			continue
		}
		switch k.code {
		case "chair", "vice-chair", "secretary", "scribe":
			if len(offices) == 0 {
				offices = append(offices, k.code)
			}
		default:
			if state == "" {
				state = k.code
			}
		}
	}
	return state, offices
}

// words makes a pattern of what texts in a language with blanks begin with.
func words(alternatives string) *pattern {
	return exact(`^(?:` + alternatives + `)(?:[^\p{L}\p{Nd}]|$)`)
}

// rollOffice reads a line below the label of an office at the meeting.
func (d *Draft) rollOffice(text string, under called, p *Piece) called {
	if under.many && (strings.Contains(text, ":") || !d.callsOnly(text)) {
		return called{} // no more of them
	}
	if people := d.roll(cleanRoll(text), false, under.sure); len(people) > 0 {
		d.call(under.code, people[:1], p.At)
		if under.many {
			return under
		}
	}
	return called{}
}

// coChairs is the label of several who have the chair together.
var coChairs = re(`^(?:сопредседатели|co-?chairs)`)

// noMembers is the way to attend that a line names; who is "in attendance" besides those present is
// a guest.
func (d *Draft) noMembers(code, text string) string {
	if code == "present" && inAttendance.MatchString(text) && d.anybody("present") {
		return "guest"
	}
	return code
}

// inAttendance begins a line that names those who are no members, if another names those present.
var inAttendance = re(`^in\s+attendance\b`)

// anybody reports whether somebody attended in one way.
func (d *Draft) anybody(code string) bool {
	return slices.ContainsFunc(d.Attendance, func(g Group) bool { return g.Code == code })
}
