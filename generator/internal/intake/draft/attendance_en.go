package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// englishAttendance returns the way to attend that a line in English names, and its label: one of
// any words that say nothing but who somebody is at a meeting, such as "Voting members present
// (in person):" or "Not able to join –". A label alone needs no sign behind it.
func englishAttendance(text string) (code, label string) {
	head, label, alone := englishLabel(text)
	words := strings.Fields(strings.ToLower(labelNote.ReplaceAllString(head, " ")))
	for i, w := range words {
		words[i] = strings.Trim(strings.ReplaceAll(w, "’", "'"), ",/*_[]")
	}
	if len(words) == 0 || len(words) > 12 || slices.ContainsFunc(words, func(w string) bool { return w != "" && !attendanceWord(w) }) {
		return "", ""
	}
	phrase, rest := " "+strings.Join(words, " ")+" ", strings.TrimLeft(text[len(label):], " _.…")
	named := rest != "" && utf8.RuneCountInString(rest) < 400 && (isUpperFirst(rest) || strings.HasPrefix(rest, "@") || !strings.Contains(rest, " "))
	if strings.Contains(phrase, " present absent ") {
		return "", "" // the heads of two columns
	}
	for _, cue := range attendanceCues {
		if !cue.MatchString(phrase) {
			continue
		}
		if cue.named && !named && !alone || cue.plural && alone && !pluralPeople.MatchString(phrase) {
			return "", ""
		}
		return cue.code, label
	}
	return "", ""
}

// englishLabel divides what may be the label of a line from the rest: its words, and all up to the
// rest; alone says that there is no rest.
func englishLabel(text string) (head, label string, alone bool) {
	if m := labelEnd.FindStringIndex(text); m != nil && m[0] < 90 {
		return text[:m[0]], text[:m[1]], false
	}
	if bare := bareLabel(text); bare != "" {
		return bare, bare, false
	}
	if len(text) > 60 {
		return "", "", true
	}
	return text, text, true
}

// bareLabel is a label without a sign behind it, before a list of names: "Absent with notice John
// Hickey, Shelley Janes".
func bareLabel(text string) string {
	at := 0
	for _, w := range strings.SplitAfter(text, " ") {
		if !attendanceWord(strings.ToLower(strings.TrimSpace(w))) {
			break
		}
		at += len(w)
	}
	if at == 0 || at == len(text) || !strings.Contains(text[at:], ",") || !listOfNames.MatchString(text[at:]) {
		return ""
	}
	return text[:at]
}

// listOfNames is a list of at least two names, and nothing else.
var listOfNames = exact(`^\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){1,3}(?:,? and \p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){1,3}|, \p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){1,3})+\.?$`)

// attendanceCue is what words of a label say of the way to attend.
type attendanceCue struct {
	code string
	*pattern
	named  bool // a name has to follow
	plural bool // alone it has to name several
}

var (
	labelEnd     = exact(`\s*[:：]\s*|\s+[–—-]\s+`)
	labelNote    = exact(`\([^()]{1,40}\)|\*\*|__`)
	pluralPeople = re(`\s(?:members|trustees|commissioners|selectmen|councill?ors|councilmembers|senators|delegates|representatives|maintainers|guests|visitors|staff|observers)\s$`)

	// In the order in which they are tried.
	attendanceCues = []attendanceCue{
		{"vice-chair", re(`\s(?:vice|deputy)[ -]?chair`), false, false},
		{"excused", re(`\s(?:regrets|apolog(?:y|ies)|excused|leave|notice)\s`), false, false},
		{"absent", re(`\s(?:absent|absentees?|absences?|missing|unexcused|(?:not|unable|couldn't|could not|did not)\s.*(?:present|attend|attending|attendance|able|join|make|participating))\s`), false, false},
		{"scribe", re(`\s(?:scribes?|scribed|scribenick|note-?takers?|minute-?takers?|(?:note|minute|minutes|notes)\s(?:takers?|by|taken|prepared|recorded|compiled|written|kept|submitted|secretary)|recorder|recorded by|rapporteurs?|submitted by|taking (?:notes|minutes))\s`), false, false},
		{"scribe", re(`^\s(?:notes|minutes)\s$`), true, true},
		{"chair", re(`\s(?:co-?)?(?:chairs?|chairman|chairperson|chairwoman|chaired|facilitators?|facilitated|moderators?|moderated|presiding|convenors?|conveners?|presider)\s`), false, false},
		{"secretary", re(`\s(?:secretary|clerk)\s`), true, true},
		{"guest", re(`\s(?:guests?|visitors?|invited|invitees?|invitation|public|press|ex[ -]?officio|staff|consultants?|counsel|non-?voting|others|also)\s`), false, true},
		{"observer", re(`\s(?:observers?|observing)\s`), false, true},
		{"proxy", re(`\s(?:prox(?:y|ies)|represented)\s`), false, false},
		{"remote", re(`\s(?:remote|remotely|online|virtual|virtually|dial-?in|dialed|dialled|(?:via|by|on|over)\s(?:\S+\s)*(?:phone|telephone|zoom|teams|webex|video))\s`), false, false},
		{"present", re(`\s(?:present|attendees?|attending|attended|attendance|participants?|participating|joined|here|there)\s|^\sroll[ -]call\s$`), false, false},
		{"present", re(`\s(?:members|directors|trustees|commissioners|selectmen|councill?ors|councilmembers|senators|delegates|officers|representatives|maintainers)\s`), true, true},
	}
)

// attendanceWords are the words that labels of those who attended are made of.
var attendanceWords = func() map[string]bool {
	all := map[string]bool{}
	for _, words := range []string{
		`the of and & or at in from for this meeting session call were was are is also following those these all other others by via on list with duly to who who's whos people persons individuals names total quorum person in-person room able could not did unable couldn't make join attend`,
		`board council committee commission member members director directors trustee trustees commissioner commissioners selectmen councillors councilors councilmembers council-members senators delegates officers representatives staff city town village county school parish tsc tac sc pmc tc wg voting elected executive steering technical governing working group current regular team core club association faculty student administration company shareholders alternates maintainers non-voting nonvoting recording minutes notes meeting's hon hon. honorary`,
		`present attendee attendees attending attended attendance participant participants participating joined here there roll roll-call call`,
		`regrets apologies apology excused leave absence notice absent absentees absentee absences missing unexcused received sent`,
		`scribe scribes scribed scribenick note-taker note-takers notetaker minute-taker minutetaker note minute taker takers taken prepared recorded compiled written kept submitted recorder rapporteur rapporteurs taking secretary clerk`,
		`chair chairs co-chair co-chairs cochair cochairs chairman chairperson chairwoman chaired facilitator facilitators facilitated moderator moderators moderated presiding officer convenor convener conveners presider vice deputy vice-chair`,
		`guest guests visitor visitors invited invitee invitees invitation experts public press ex officio ex-officio consultants counsel observer observers observing proxy proxies represented`,
		`remote remotely online phone telephone zoom teams webex video virtual virtually dial-in dialed dialled`,
	} {
		for w := range strings.FieldsSeq(words) {
			all[w] = true
		}
	}
	return all
}()

func attendanceWord(w string) bool { return attendanceWords[w] }

// An attendee is somebody in a list of those who attended, with the other ways to attend that the
// list says of them.
type attendee struct {
	name  string
	codes []string
}

// englishAttendees are those whom a list in English names: "Harriet Boyle (Chair), Planner Neil
// Fong; Ann Doyle, Recording Secretary".
func (d *Draft) englishAttendees(text string, several bool) []attendee {
	var out []attendee
	for _, part := range d.attendeeParts(text, several) {
		part = strings.TrimSpace(part)
		name, note := splitNote(part)
		if role := roleAlone.FindString(name); role != "" && len(out) > 0 {
			last := &out[len(out)-1]
			last.codes = append(last.codes, rolesOf(part)...)
			continue
		}
		title := ""
		name, title = withoutPost(d.bareName(name))
		if !isName(name) && len(out) == 0 && !several {
			out = append(out, attendee{name: name})
			continue
		}
		if noPerson.MatchString(name) || name == "" || counted.MatchString(name) {
			continue
		}
		out = append(out, attendee{name, append(rolesOf(note), rolesOf(title)...)})
	}
	return out
}

// attendeeParts divides a list of people; what stands in brackets is one with what is before it.
func (d *Draft) attendeeParts(text string, several bool) []string {
	if text = strings.TrimRight(text, "; "); !endsInInitial(text) {
		text = strings.TrimRight(text, ". ")
	}
	switch {
	case !several:
		return []string{text}
	case strings.Contains(outsideBrackets(text), ";"):
		return splitOutside(text, semicolons)
	}
	return splitOutside(text, d.lex.and)
}

var semicolons = exact(`\s*;\s*(?:and\s+)?`)

// outsideBrackets is a text of the same length without what is in brackets.
func outsideBrackets(text string) string {
	return inParens.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat("\x00", len(s)) })
}

// splitOutside divides a text at a pattern outside of brackets.
func splitOutside(text string, at *pattern) []string {
	var out []string
	from := 0
	for _, m := range at.FindAllStringIndex(outsideBrackets(text), -1) {
		out = append(out, text[from:m[0]])
		from = m[1]
	}
	return append(out, text[from:])
}

// splitNote divides what a list says of somebody into the name and the rest.
func splitNote(part string) (name, note string) {
	name = handle.ReplaceAllString(inParens.ReplaceAllString(part, ""), "")
	if strings.TrimSpace(name) == "" {
		name = inParens.ReplaceAllString(part, "")
	}
	note = strings.Join(inParens.FindAllString(part, -1), " ")
	if m := noteAfter.FindStringIndex(name); m != nil && m[0] > 1 {
		note += " " + name[m[0]:]
		name = name[:m[0]]
	}
	return strings.TrimSpace(name), note
}

const (
	postBefore = `(?:(?:recording|corresponding|executive|deputy|vice|assistant|acting|interim|hon\.|honorary|general|town|city|county|village|parish|district|borough|school|police|fire|public|works|planning|zoning|finance|financial|legal|technical|program(?:me)?|project|property|office|business|operations|board|council|committee|commission|student|staff|faculty|senior|associate|managing|non-executive|independent|lead|outside|external|internal|human|resources|information|community|development|services?|university|state|federal|regional|national|ward|senate|vice-)\s+)*`
	post       = `(?:chair(?:man|person|woman|s)?|co-?chairs?|editors|president|vice[- ]president|secretary|treasurer|clerk|director|manager|administrator|superintendent|attorney|solicitor|counsel|engineer|planner|chief|captain|officer|inspector|auditor|accountant|consultant|coordinator|supervisor|mayor|councill?or|cllrs?|council\s?members?|directors|members?|commissioners?|trustees?|selectman|senators?|representative|rep|delegate|provost|dean|registrar|professor|principal|editor|librarian|architect|assessor|facilitator|scribe|moderator|rapporteur|observer|liaison|ceo|cfo|cto|coo|pm|minister|ambassador|judge|sheriff|warden|advis[eo]r|analyst|assistant|resident|guest|note\s?taker|minute\s?taker|vice[- ]chair)`
)

var (
	noteAfter = re(`\s*[,:]\s.*$|\s+[–—-]\s+.*$|\s+(?:of|from|representing|on\s+behalf\s+of|joined|arrived|left|attended|participated|via|by\s+(?:phone|video|zoom|telephone)|(?:chair\p{L}*|president|mayor|the)\s+.*\b(?:called|opened|convened)\b)\s+.*$`)
	roleAlone = re(`^(?:the\s+|our\s+)?` + postBefore + post + `(?:\s+(?:of|for)\s+.*|\s+to\s+the\s+\p{L}+)?$`)
	postAhead = re(`^(?:the\s+|our\s+|former\s+)?` + postBefore + post + `,?\s+`)
	noPerson  = re(`\b(?:https?|hon|co|llp|llc|ltd|inc|gmbh|corp|plc|total|department|public|quorum|owners|residents|members\s+of|approximately|about)\b`)
	counted   = re(`^(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|many|no)\b`)
)

// withoutPost is a name without the post before it, and that post.
func withoutPost(name string) (bare, post string) {
	for {
		m := postAhead.FindString(name)
		if m == "" || !isUpperFirst(name[len(m):]) || !isName(name[len(m):]) {
			return name, post
		}
		post, name = post+m, name[len(m):]
	}
}

// rolesOf are the ways to attend that words about somebody say.
func rolesOf(note string) (codes []string) {
	for _, r := range noteRoles {
		if r.MatchString(note) {
			return []string{r.code}
		}
	}
	return nil
}

var noteRoles = []saying{
	{"vice-chair", re(`\b(?:vice|deputy)[ -]?chair`)}, {"chair", re(`(?:^|[^\p{L}-])(?:co-?)?(?:chair(?:man|person|woman|ing|s)?|presiding|facilitat(?:or|ing)|moderator)\b`)},
	{"scribe", re(`\b(?:scribe|scribing|(?:taking\s+)?(?:minutes|notes)|note-?\s?taker|minute-?\s?taker|rapporteur)\b`)}, {"secretary", re(`\b(?:secretary\b(?:\s+(?:of|to)\s+the\s+(?:meeting|board|council|committee|senate)|[^\p{L}]*$|\s*[),;])|clerk\s+(?:to|of)\s+the\s+(?:council|board|meeting|committee))`)},
	{"excused", re(`\b(?:regrets|apologies|excused)\b`)}, {"absent", re(`\babsent\b`)}, {"observer", re(`\bobserver\b`)},
}

// presentIn adds those of whom a sentence in English says that they were there, or were not, or
// what they did at the meeting.
func (d *Draft) presentIn(p *Piece) {
	if d.Lang != "en" || len(p.Rows)+len(p.Items) > 0 {
		return
	}
	for _, sentence := range sentences(p.Text) {
		if _, label := englishAttendance(sentence); label != "" && bareLabel(sentence) == "" {
			continue
		}
		for _, s := range presences {
			for _, m := range s.FindAllStringSubmatch(sentence, -1) {
				names := last(m[1:])
				if len(m) > 2 && m[1] != "" && !roleAlone.MatchString(m[1]) {
					names = m[1]
				}
				d.saysPresent(s.code, names, m[0], p)
			}
		}
	}
}

// attendsIn adds those whom a list in English names.
func (d *Draft) attendsIn(code, text, at string, several bool) {
	for _, a := range d.englishAttendees(text, several) {
		if !isName(a.name) && !nick.MatchString(a.name) {
			if r, _ := utf8.DecodeRuneInString(a.name); len(a.name) > 3 && !unicode.IsLower(r) && !d.lex.none.MatchString(a.name) {
				d.ask("attendance", at, "is "+quoted(cut(a.name, 60))+" somebody who attended?", "not written")
			}
			continue
		}
		own := code
		if slices.Contains(a.codes, "excused") || slices.Contains(a.codes, "absent") {
			own = a.codes[0]
		}
		if h := handleOf.FindStringSubmatch(text); h != nil && !several {
			if d.handles == nil {
				d.handles = map[string]string{}
			}
			d.handles[strings.ToLower(h[1])] = a.name
		}
		d.attend(own, Value{d.party(a.name), at, Certain, a.name})
		for _, c := range a.codes {
			d.attend(c, Value{d.party(a.name), at, Likely, a.name})
		}
	}
}

// listsEnglish reports whether a text is a list of people with their posts, in English.
func (d *Draft) listsEnglish(text string) bool {
	if d.Lang != "en" || utf8.RuneCountInString(text) > 400 || strings.HasSuffix(text, ":") || strings.HasSuffix(text, "?") {
		return false
	}
	all := d.englishAttendees(text, true)
	return len(all) > 0 && !slices.ContainsFunc(all, func(a attendee) bool {
		return !(isName(a.name) && isUpperFirst(a.name)) && (len(all) == 1 || !nick.MatchString(a.name))
	})
}

// handleOf is the name by which a list says that somebody is known elsewhere.
var handleOf = exact(`(?:^|[\s(\[])@([\w-]+)`)

// nick is a name by which somebody is known in a community.
var nick = exact(`^@?[a-z][\w.-]{2,24}$`)

// saysPresent adds those whom words of a sentence name.
func (d *Draft) saysPresent(code, names, words string, p *Piece) {
	if code == "as" { // "acted as Secretary"
		if all := rolesOf(words); len(all) > 0 {
			code = all[0]
		}
	}
	if code == "present" && strings.HasPrefix(strings.ToLower(words), "also") {
		code = "guest"
	}
	found := d.englishAttendees(inTrim(names), true)
	if slices.ContainsFunc(found, func(a attendee) bool { return !isName(a.name) || !isUpperFirst(a.name) }) && code != "present" && code != "guest" && code != "excused" {
		return
	}
	for _, a := range found {
		name := d.fullName(a.name)
		if r, _ := utf8.DecodeRuneInString(name); !isName(name) || !unicode.IsUpper(r) || noName.MatchString(name) {
			continue
		}
		d.came(code, name, p.At)
		for _, c := range a.codes {
			d.came(c, name, p.At)
		}
	}
}

func inTrim(names string) string {
	return strings.Trim(strings.TrimSpace(names), ",.;: ")
}

const (
	aName     = `(` + englishName + `)`
	someNames = `(\p{Lu}[^:;]{2,400}?)`
)

// presences are sentences that say who was there; the last group that matched are the names, and
// "as" stands for the office that the words name.
var presences = []saying{
	{"present", re(`^(?:also\s+)?(?:present|in\s+attendance|attending|participating|joining)\b[^.:]{0,60}?\b(?:were|was)\s+(?:also\s+)?(.+)$`)},
	{"present", exact(`^(?:The\s+)?(?:[\p{L}-]+\s+){1,5}(?:in\s+attendance|present|attending)\s+(?:were|was|included)\s+(.+)$`)},
	{"excused", re(`^(?:excused|sending\s+(?:regrets|apologies))\b[^.:]{0,40}?\b(?:were|was)\s+(.+)$`)}, {"absent", re(`^(?:absent|not\s+present)\b[^.:]{0,40}?\b(?:were|was)\s+(.+)$`)},
	{"excused", re(`\b(?:apologies|regrets)\b[^.;]{0,80}?\b(?:from|by)\s+(.+)$`)},
	{"present", exact(`^` + someNames + `\s+(?:was|were)\s+(?:also\s+|both\s+|all\s+)?(?:present|in\s+attendance)\b`)}, {"absent", exact(`^` + someNames + `\s+(?:was|were)\s+(?:both\s+)?(?:absent|not\s+present|not\s+in\s+attendance|unable\s+to\s+(?:attend|join))\b`)},
	{"excused", exact(`^` + someNames + `\s+(?:was|were)\s+excused\b`)}, {"excused", exact(`^` + someNames + `\s+(?:had\s+)?(?:sent|sends|gave|offered)\s+(?:(?:his|her|their|advance)\s+)?(?:regrets|apologies)\b`)},
	{"absent", exact(`^` + someNames + `\s+(?:did\s+not|could\s+not|couldn['’]t|didn['’]t)\s+(?:attend|join|make\s+it)\b`)}, {"present", exact(`^` + someNames + `\s+(?:attended|joined|participated)\b(?:\s+(?:the\s+(?:meeting|call)|by|via|as|remotely|online|at)|\s*\.?$)`)},
	{"as", exact(aName + `(?:,\s+([^,]{3,60}),)?\s+(?:acted|served|presided|officiated)\s+as\s+(?:the\s+)?(?:(?:[Aa]cting|[Rr]ecording|[Mm]eeting)\s+)?(?i:chair\p{L}*|secretary|scribe|clerk|note\s?taker|minute\s?taker|facilitator)`)},
	{"chair", exact(`(?:^|,\s+)` + aName + `(?:\s*\([^()]*\))?(?:,\s+([^,]{3,60}),)?,?\s+(?:called|brought)\s+(?:the\s+|this\s+)?(?:[\p{L}-]+\s+){0,6}to\s+order`)},
	{"chair", exact(`\b(?:called|brought)\s+to\s+order\b[^.;]{0,60}?\bby\s+` + aName)},
	{"chair", exact(`(?:^|,\s+)` + aName + `(?:,\s+([^,]{3,60}),)?,?\s+(?:took\s+the\s+chair|was\s+in\s+the\s+chair|presided|chaired\s+(?:the|this)\b|is\s+chairing|facilitated\s+the)`)},
	{"chair", exact(`\b(?:[Cc]haired|[Ff]acilitated|[Pp]resided\s+over|[Mm]oderated)\s+by\s+` + aName)}, {"chair", exact(`\b[Ww]ith\s+` + aName + `\s+(?:in\s+the\s+chair|presiding)`)},
	{"chair", exact(`(?:^|[-–—]\s+|,\s+)(` + englishName + `)\s+(?:facilitating|chairing|presiding)\b`)}, {"scribe", exact(`(?:^|[-–—]\s+|,\s+|and\s+)(` + englishName + `)\s+(?:(?:taking|took|recorded|kept|recording)\s+(?:the\s+)?(?:minutes|notes)|scribing|scribed)\b`)},
	{"scribe", exact(`(?:^|,\s+)` + aName + `(?:,\s+([^,]{3,60}),)?,?\s+(?:took|recorded|kept|wrote|is\s+taking)\s+(?:the\s+)?(?:minutes|notes)\b`)},
	{"scribe", re(`\b(?:minutes|notes)\s+(?:(?:were|was|are)\s+)?(?:(?:taken|recorded|prepared|kept|written|compiled|submitted|drafted)\s+)?by\s+((?-i:\p{Lu}).{2,80})$`)},
}
