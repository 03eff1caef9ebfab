package draft

import (
	"cmp"
	"slices"
	"strings"
)

const (
	postBefore = `(?:(?:additional|joint|principal|recording|corresponding|executive|deputy|vice|assistant|acting|interim|hon\.|honorary|general|town|city|county|village|parish|district|borough|school|police|fire|public|works|planning|zoning|finance|financial|legal|technical|program(?:me)?|project|property|office|business|operations|board|council|committee|commission|student|staff|faculty|senior|associate|managing|non-executive|independent|lead|outside|external|internal|human|resources|information|community|development|services?|university|state|federal|regional|national|ward|senate|vice-)\s+)*`
	post       = `(?:chair(?:man|person|woman|s)?|co-?chairs?|editors|president|vice[- ]president|secretary|treasurer|clerk|director|manager|administrator|superintendent|attorney|solicitor|counsel|engineer|planner|chief|captain|officer|inspector|auditor|accountant|consultant|coordinator|supervisor|mayor|councill?or|cllrs?|council\s?members?|directors|members?|commissioners?|trustees?|selectman|senators?|representative|rep|delegate|provost|dean|registrar|professor|principal|editor|librarian|architect|assessor|facilitator|scribe|moderator|rapporteur|observer|liaison|ceo|cfo|cto|coo|pm|minister|ambassador|judge|sheriff|warden|advis[eo]r|analyst|assistant|resident|guest|note\s?taker|minute\s?taker|vice[- ]chair)`
)

// roleAlone is a post, and nothing else.
var roleAlone = re(`^(?:the\s+|our\s+)?` + postBefore + post + `(?:\s+(?:of|for)\s+.*|\s+to\s+the\s+\p{L}+)?$`)

// noteAfter is what is said of somebody behind the name.
var noteAfter = re(`\s*[,:]\s.*$|\s+[–—-]\s+.*$|\s+(?:of|from|representing|on\s+behalf\s+of|joined|arrived|left|attended|participated|via|by\s+(?:phone|video|zoom|telephone)|(?:chair\p{L}*|president|mayor|the)\s+.*\b(?:called|opened|convened)\b)\s+.*$`)

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

// handleOf is the name by which a list says that somebody is known elsewhere.
var handleOf = exact(`(?:^|[\s(\[,])@([\w-]+)`)

// presentIn adds those of whom a sentence in English says that they were there, or were not, or
// what they did at the meeting.
func (d *Draft) presentIn(p *Piece) {
	if d.Lang != "en" || len(p.Rows)+len(p.Items) > 0 {
		return
	}
	for _, sentence := range d.sentences(p.Text) {
		if code, label := d.lex.attendance(sentence); code != "" && strings.ContainsAny(label, ":：–—") {
			continue
		}
		d.tellsPresent(p, sentence)
		if !saysWho.MatchString(sentence) {
			continue
		}
		d.electedIn(p, sentence)
		for _, s := range presences {
			for _, m := range s.FindAllStringSubmatch(sentence, -1) {
				if s.code == "chair" && chairElsewhere(sentence, m[0]) {
					continue
				}
				names := last(m[1:])
				if len(m) > 2 && m[1] != "" && !roleAlone.MatchString(m[1]) {
					names = m[1]
				}
				d.saysPresent(s.code, names, m[0], p)
			}
		}
	}
}

// tellsPresent adds those of whom the first sentences of prose tell that they were there.
func (d *Draft) tellsPresent(p *Piece, sentence string) {
	if i := slices.Index(d.Pieces, p); i > 12 || len(sentence) > 500 {
		return
	}
	for _, s := range toldPresences {
		for _, m := range s.FindAllStringSubmatch(sentence, -1) {
			d.saysPresent(s.code, cmp.Or(m[1], last(m[1:])), m[0], p)
		}
	}
}

// saysWho has a word of all sentences that say who was there, or what they did.
var saysWho = re(`present|attend|absen|excus|apolog|regret|join|participa|part\b|observ|secretar|minutes|notes|chair|presid|order\b|order$|roll|represent|invited|elect|appoint|led\b|host|ran\b|run\b|conduct|serv|act|moderat|facilitat|scrib|kept|protocol|record|make\s+it|rapporteur|nominat|chose|designat`)

// saysPresent adds those whom words of a sentence name.
func (d *Draft) saysPresent(code, names, words string, p *Piece) {
	w := rolls[d.lex]
	if code == "as" { // "acted as Secretary"
		_, offices := w.note(officeAtEnd.FindString(words))
		if len(offices) == 0 {
			return
		}
		code = offices[0]
	}
	if code == "present" && alsoThere.MatchString(words) {
		code = "guest"
	}
	people := d.roll(inTrim(names), true, true)
	if sent.MatchString(words) || standsFor.MatchString(words) {
		people = titledIn(words)
	}
	for i, a := range people {
		people[i].name = d.fullName(a.name)
	}
	people = slices.DeleteFunc(people, func(a attendee) bool {
		return !isUpperFirst(a.name) || noName.MatchString(a.name) || code == "present" && d.wasThere(a.name)
	})
	d.callAs(code, people, p.At, Likely)
}

// standsFor is somebody with a title in brackets behind whom they are there for: "the Port
// Authority (Mr Bo Lund) took part".
var standsFor = exact(`\p{Ll}\p{L}*\s+\((?:` + titlesEn + `)\.?\s+\p{Lu}[^()]*\)|\p{Lu}{3,}\s+\((?:` + titlesEn + `)\.?\s+\p{Lu}[^()]*\)`)

// officeAtEnd is the office with which words end.
var officeAtEnd = re(`(?:` + anOffice + `)$`)

// alsoThere begins with words on those who were there besides the members.
var alsoThere = re(`^also\s+(?:present|in\s+attendance|attend)`)

func inTrim(names string) string {
	return strings.Trim(strings.TrimSpace(names), ",.;: ")
}

const (
	aName     = `((?:(?:` + titlesEn + `|Councill?or|Commissioner|Judge|Justice)\.?,?\s+)*(?:\p{Lu}\.\s?){0,3}` + englishName + `)`
	someNames = `(\p{Lu}[^:;]{2,400}?)`
	// aboutName is what may stand between a name and what is said of somebody.
	aboutName = `(?:\s*\([^()]*\))?(?:\s+(?:of|from)\s+[^,.;()]{3,50}?)?(?:,\s+([^,.;]{3,60}),)?,?`
	anOffice  = `(?:(?:vice|deputy)[- ])?(?:co-?)?chair(?:man|person|woman)?|(?:honorary\s+|meeting\s+|recording\s+)?secretary|rapporteur|scribe|clerk|(?:note|minute)[- ]?taker|facilitator|moderator`
)

// toldPresences are presences as letters and prose tell them.
var toldPresences = []saying{
	{"present", exact(`\b(?:[Rr]ound|[Aa]round|[Aa]t)\s+the\s+table\s+(?:were|was|sat)\s+(.+?)(?:,?\s+and\s+I\b.*)?$`)},
	{"present", exact(`^(?:With|Beside|Besides|Alongside)\s+(?:him|her|them|me|us|the\s+[Cc]hair\p{L}*)\s+(?:there\s+)?(?:were|was|sat|came)\s+(.+?)(?:,?\s+and\s+I\b.*)?$`)},
	{"present", exact(`\b(?:were|was)\s+(?:only\s+|just\s+)?\p{Ll}+\s+of\s+us(?:\s+(?:there|present|in\s+the\s+room))?\s*[:–—-]\s+(.+)$`)},
	{"present", exact(`^` + someNames + `\s+(?:was|were)\s+(?:also\s+|all\s+)?(?:there|with\s+us|round\s+the\s+table|on\s+the\s+(?:line|screen|call))\b`)},
	{"guest", exact(`(?:^|,\s+and\s+|\band\s+)` + aName + aboutName + `\s+(?:joined\s+(?:us|the\s+meeting)|came\s+in|looked\s+in|dropped\s+in|sat\s+in|came\s+along)\s+(?:for|to|on|with|at|from)\b`)},
	{"absent", exact(`^` + aName + aboutName + `\s+(?:being\s+|was\s+|is\s+)(?:still\s+)?(?:away|ill|unwell|indisposed|in\s+hospital|on\s+(?:holiday|leave)|abroad)\b`)},
	{"absent", exact(`^` + aName + aboutName + `\s+(?:could\s+not|couldn['’]t)\s+(?:be\s+(?:with\s+us|there|present)|come)\b`)},
	{"scribe", exact(`(?:^|,\s+|and\s+)` + aName + aboutName + `\s+(?:kept|wrote|made|took)\s+(?:the|this)\s+record\b`)},
}

// presences are sentences that say who was there; the last group that matched are the names, and
// "as" stands for the office that the words name.
var presences = []saying{
	{"observer", exact(`^` + someNames + `\s+(?:(?:also\s+)?(?:attended|took\s+part|participated|joined)\b[^.;]{0,40}?|was\s+present\s+)as\s+(?:an?\s+)?observers?\b`)},
	{"present", exact(`\b(?:[Rr]oll\s+[Cc]all|[Rr]oll)\s+(?:found|showed|shows|indicated|was\s+called\s+with|with)\s+(.+?)\s+(?:to\s+be\s+)?(?:present|in\s+attendance)\b`)},
	{"present", re(`^(?:also\s+)?(?:present|in\s+attendance|attending|participating|joining|taking\s+part)\b[^.:]{0,60}?\b(?:were|was)\s+(?:also\s+)?(.+)$`)},
	{"present", exact(`^(?:The\s+)?(?:[\p{L}-]+\s+){1,5}(?:in\s+attendance|present|attending)\s+(?:were|was|included)\s+(.+)$`)},
	{"present", exact(`\b(?:was|were)\s+(?:also\s+)?attended\s+by\s+(.{3,400})$`)},
	{"present", exact(`\bwith\s+(\p{Lu}.{3,300}?)\s+(?:also\s+)?(?:in\s+attendance|present|attending)\b`)},
	{"excused", re(`^(?:excused|sending\s+(?:regrets|apologies))\b[^.:]{0,40}?\b(?:were|was)\s+(.+)$`)}, {"absent", re(`^(?:absent|not\s+present)\b[^.:]{0,40}?\b(?:were|was)\s+(.+)$`)},
	{"present", exact(`\b(?:was|were)\s+represented\s+by\s+(?:the\s+)?(.{3,120}?)(?:;|\.?$)`)}, {"scribe", exact(`\b(?:[Mm]inutes|[Pp]rotocol|[Nn]otes|[Rr]ecord)\s+(?:was|were)\s+kept\s+by\s+` + aName)},
	{"chair", exact(aName + `(?:\s*\([^()]*\))?(?:,\s+([^,.;]{3,60}),)?,?\s+who\s+(?:presided|took\s+the\s+chair|chaired)\b`)},
	{"excused", re(`\b(?:apolog(?:y|ies)|regrets)\b[^.;]{0,80}?\b(?:from|by)\s+(.+)$`)},
	{"present", exact(`^` + someNames + `\s+(?:was|were)\s+(?:also\s+|both\s+|all\s+)?(?:present|in\s+attendance)\b`)}, {"absent", exact(`^` + someNames + `\s+(?:was|were)\s+(?:both\s+)?(?:absent|not\s+present|not\s+in\s+attendance|(?:unable|not\s+able)\s+to\s+(?:attend|join|come|be\s+(?:present|there)))\b`)},
	{"absent", exact(`^` + someNames + `\s+absent\s*(?:[,.]|$)`)},
	{"excused", exact(`^` + someNames + `\s+(?:was|were)\s+excused\b`)}, {"excused", exact(`^` + someNames + `\s+(?:had\s+|(?:had\s+)?also\s+)?(?:sent|sends|gave|given|offered|conveyed|tendered|submitted)\s+(?:(?:his|her|their|its|advance)\s+)?(?:regrets|apologies)\b(?:\s+\([^()]*\))?`)},
	{"absent", exact(`^` + someNames + `\s+(?:did\s+not|could\s+not|couldn['’]t|didn['’]t)\s+(?:attend|join|make\s+it)\b`)}, {"present", exact(`^` + someNames + `\s+(?:attended|joined|participated|took\s+part)\b(?:\s+(?:for|from|in|until|the\s+(?:meeting|session|call)|by|via|as|remotely|virtually|online|at|throughout)|\s*\.?$)`)},
	{"present", exact(`^(?:The\s+)?[^.:;]{0,80}?\b(?:took\s+part|attended|participated|joined|were\s+present|were\s+in\s+attendance)(?:\s[^.:;]{0,50})?:\s+(.+)$`)},
	{"as", exact(aName + aboutName + `\s+(?:acted|acting|acts|served|serving|presided|officiated)\s+as\s+(?:the\s+|its\s+)?(?:[Aa]cting\s+)?(?i:` + anOffice + `)\b`)},
	{"chair", exact(`\b(?i:meeting|session|conference|call|discussion|sitting|assembly|round\s+table)\s+(?:was\s+|is\s+)?(?:also\s+)?(?:led|hosted|conducted|run|presided\s+over)\s+by\s+(?:the\s+)?` + aName)},
	{"chair", exact(`(?:^|,\s+)` + aName + aboutName + `\s+(?:led|hosted|ran|conducted|presided\s+(?:over|at))\s+(?:the|this)\s+(?:[\p{L}-]+\s+)?(?:meeting|session|call|sitting|proceedings)\b`)},
	{"secretary", exact(aName + aboutName + `\s+(?:provided|provides)\s+(?:the\s+)?(?:secretariat|secretarial)\b`)},
	{"secretary", exact(`\b[Rr]oll\s+[Cc]all\s+(?:was\s+)?(?:taken\s+|called\s+|conducted\s+)?by\s+(?:the\s+)?(?:[\p{L}]+\s+)?(?i:clerk|secretary),?\s+` + aName)},
	{"observer", exact(`^` + aName + aboutName + `\s+represented\s+[^.;]{3,80}?\s+as\s+(?:an?\s+)?observer\b`)},
	{"guest", exact(`^` + someNames + `\s+(?:was|were)\s+(?:also\s+)?invited\s+(?:as|to\s+(?:attend|join|take\s+part|participate))\b`)},
	{"excused", exact(`\b[Ii]n\s+the\s+absence\s+of\s+(?:the\s+)?(?:[\p{L}-]+,\s+)?` + aName)},
	{"chair", exact(`(?:^|,\s+)` + aName + `(?:\s*\([^()]*\))?(?:,\s+([^,]{3,60}),)?,?\s+(?:called|brought)\s+(?:the\s+|this\s+)?(?:[\p{L}-]+\s+){0,6}to\s+order`)},
	{"chair", exact(`\b(?:called|brought)\s+to\s+order\b(?:[^.;]|[AaPp]\.[Mm]\.|\d\.\d){0,60}?\bby:?\s+(?:the\s+)?(?:(?:Vice[- ])?(?:Chair(?:man|woman|person)?|President|Mayor)\b,?\s+)?` + aName)},
	{"chair", exact(`(?:^|,\s+)` + aName + `(?:,\s+([^,]{3,60}),)?,?\s+(?:took\s+the\s+chair|was\s+in\s+the\s+chair|presided|chaired\s+(?:the|this)\b|is\s+chairing|facilitated\s+the)`)},
	{"chair", exact(`\b(?:[Cc]haired|[Ff]acilitated|[Pp]resided\s+over|[Mm]oderated)\s+by\s+` + aName)}, {"chair", exact(`\b[Ww]ith\s+` + aName + `\s+(?:in\s+the\s+chair|presiding)`)},
	{"chair", exact(`(?:^|[-–—]\s+|,\s+|with\s+)` + aName + `\s+(?:facilitating|chairing|presiding)\b`)}, {"scribe", exact(`(?:^|[-–—]\s+|,\s+|and\s+|with\s+)` + aName + `\s+(?:(?:taking|takes|took|recorded|kept|keeps|recording)\s+(?:the\s+)?(?:minutes|notes)|scribing|scribed|scribes)\b`)},
	{"scribe", exact(`(?:^|,\s+)` + aName + `(?:,\s+([^,]{3,60}),)?,?\s+(?:took|recorded|kept|wrote|is\s+taking)\s+(?:the\s+)?(?:minutes|notes)\b`)},
	{"scribe", re(`\b(?:minutes|notes)\s+(?:(?:were|was|are)\s+)?(?:(?:taken|recorded|prepared|kept|written|compiled|submitted|drafted)\s+)?by\s+((?-i:\p{Lu}).{2,80})$`)},
}
