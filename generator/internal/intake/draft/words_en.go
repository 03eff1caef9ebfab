package draft

import (
	"strings"
)

var englishOrdinals = []string{
	"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
	"thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
}

// ordinalEn is a number of a meeting in English, in words or digits.
var ordinalEn = `(?:` + strings.Join(englishOrdinals[1:], "|") + `|twenty-\p{L}+|\d{1,4}(?:st|nd|rd|th))`

const (
	// titlesEn are titles that stand before a name alone, with or without a full stop.
	titlesEn     = `(?:The\s+)?(?:Rt\.?\s+)?Hon|(?:The\s+)?Honou?rable|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lady|Lord|H\.\s?E|HE|His\s+Excellency|Her\s+Excellency|Amb|Ambassador|Capt|Captain|Col|Gen|Rev|Revd|Eng|Engr|Cllr|Shri|Smt|Kumari`
	englishMeets = `(?:\p{L}+\s+){0,3}?(?:meeting|session|summit|conference|assembly)`
	englishName  = `(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?\p{Lu}[\p{L}'’-]+(?:\s+(?:(?:de|van|von|der|den|da|di|la|le|bin|al)\s+)*(?:\p{Lu}\.|(?:` + articleEn + `)?\p{Lu}[\p{L}'’-]*)){0,3}`
	articleEn    = `(?:al|el|ul|as|ad|ar|an|ash)-`
)

// wholeMonths are the names of months; shorter ones may be those of people.
const wholeMonths = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`

// countedEn are words for how many days, weeks or months there are.
const countedEn = `one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|ninety|a\s+couple`

var (
	englishOrdinal  = re(`\b(` + strings.Join(englishOrdinals[1:], "|") + `)\s+` + englishMeets)
	englishNumbered = re(`\b(\d{1,3})(?:st|nd|rd|th)\s+` + englishMeets)
)

func englishNth(text string) (int, string) {
	if m := englishNumbered.FindStringSubmatch(text); m != nil {
		return number(m[1]), m[0]
	}
	if m := englishOrdinal.FindStringSubmatch(text); m != nil {
		for n, word := range englishOrdinals {
			if strings.EqualFold(word, m[1]) {
				return n, m[0]
			}
		}
	}
	return 0, ""
}

// operative are the verbs in the present tense by which resolutions say what a body does: "The
// Committee, Approves the minutes, and Instructs the Director to …".
func operative() []saying {
	var out []saying
	for _, code := range actsInTurn {
		verbs := presentOf[code]
		if verbs == "" {
			continue
		}
		out = append(out, saying{code, exact(`(?:^|[,;]\s+(?:and\s+)?|\s+and\s+|` + operativeSubject + `\s+)(` + capitals(verbs) + `)\s`)},
			saying{code, exact(operativeSubject + `\s+(?:hereby\s+|also\s+|further\s+|strongly\s+|therefore\s+)?(` + verbs + `)\s`)})
	}
	return append(out, saying{"instructed", exact(`^\p{Lu}\p{L}+ing\s.*[,;]\s+(?:and\s+)?(instructs|requests|directs)\s`)}, saying{"decided", exact(`^\p{Lu}\p{L}+ing\s.*[,;]\s+(?:and\s+)?(decides|resolves)\s`)})
}

// presentOf are the verbs of acts in the present tense, by their codes.
var presentOf = map[string]string{
	"approved": `endorses|approves`, "adopted": `adopts|accepts|ratifies`, "noted": `notes|takes\s+note\s+of|acknowledges|recogni[sz]es|recalls`, "instructed": `instructs|requests|directs|tasks|entrusts|mandates|asks|charges|invites`,
	"recommended": `encourages|urges|calls\s+(?:up)?on|recommends`, "decided": `decides|resolves|extends|establishes|authori[sz]es|confirms|determines|grants|reaffirms|declares|creates|disbands`,
	"appointed": `appoints|designates|elects|selects|nominates|re-?elects|re-?appoints`, "welcomed": `welcomes`, "supported": `supports`, "agreed": `agrees|concurs`,
	"amended": `amends|revises`, "deferred": `defers|postpones`, "rejected": `rejects|declines`, "referred": `refers`, "closed": `closes|withdraws`, "considered": `considers`,
}

const operativeSubject = `(?:Committee|Council|Conference|Board|Assembly|Commission|Meeting|Group|EC|Parties)`

// capitals are verbs with capital letters.
func capitals(verbs string) string {
	var out []string
	for v := range strings.SplitSeq(verbs, "|") {
		out = append(out, strings.ToUpper(v[:1])+v[1:])
	}
	return strings.Join(out, "|")
}

// english are the words of protocols and minutes in English.
var english = &lexicon{
	protocol: re(`\bprotocol\b`),
	minutes:  re(`\bminutes\b|\bmeeting\s+notes\b|\bsummary\s+record\b|\brecord\s+of\b`),
	kindOnly: re(`^(?:(?:draft|final|approved|unapproved|official)\s+)?(?:(?:regular|special)\s+)?(?:meeting\s+)?(?:minutes|protocol|meeting notes|summary record)(?:\s+of)?\s*$`),
	heading:  re(`^(?:item|agenda\s+item|clause|article|section|topic)\s+(\d{1,3}|[ivx]+)\s*[.:–—-]\s*|^(?:agenda\s+)?item\s+(\d{1,3})\s+`),
	closing: re(`^(?:this\s+(?:protocol|record|agreement|memorandum)\s+(?:was|is|has|shall)\b|these\s+(?:agreed\s+)?minutes\s+(?:were|are|have\s+been)\s+(?:signed|done|drawn)\b|done\s+(?:at|in)\b|the\s+original\s+of\s+(?:this|the)|signed\s+(?:at|in)\b` +
		`|(?:the\s+)?(?:meeting|session)\s+(?:was\s+|is\s+)?(?:rose|adjourned|closed|ended|concluded)\b|there\s+being\s+no\s+(?:further|other)\s+business` +
		`|(?:respectfully\s+)?submitted\b|minutes\s+(?:taken|prepared|recorded|submitted)\s+by)`),
	annex:   re(`^(?:annex(?:ure)?|appendix|attachment|enclosure)[\s-]*(?:no\.?|№)?\s*(\d{1,2}|[a-z]|[ivx]+)?\b`),
	annexes: re(`\b(?:annex|annexes|appendix|appendices)\s+((?:no\.?\s*)?\d{1,2}(?:\s*(?:,|and|–|-)\s*\d{1,2})*)`),
	sign: re(`^(?:for\s+(?:and\s+on\s+behalf\s+of\s+)?(?:the\s+)?(?:delegation|government|ministry|party|side)(?:\s+of)?(?:\s+the)?\s+|on\s+behalf\s+of\s+(?:the\s+)?` +
		`|for\s+the\s+(?:republic|kingdom|people|russian|kyrgyz|islamic|state|secretariat)` +
		`|(?:signed|chair(?:man|person|woman)?|president|secretary|clerk|mayor|recording\s+secretary)\s*:?\s*[_/]{3,})`),
	held:     re(`\b(?:was|were|is|has\s+been)\s+(?:held|convened)\b|^(?:minutes\s+of\s+[^.]{0,160}?)?\bheld\s+(?:on|at|in)\b|\bmet\b|\btook\s+place\b|called\s+to\s+order`),
	signedOn: re(`\bsigned\b|\bdone\s+(?:at|in)\b`),
	place: []*pattern{
		re(`^(?:place|location|venue|where)\s*[:–—-]\s*(.{2,100}?)\s*$`),
		exact(`(?:was|were)\s+(?:held|convened)\s+(?:in|at)\s+(?:the\s+)?(\p{Lu}[\p{L}'’-]+(?:(?:\s|,\s)\p{Lu}[\p{L}'’-]+){0,4})`),
		exact(`\bheld\s+(?:on\s+)?(?:[^.]{0,60}?\d{4},?\s+)?(?:at\s+\d[\d.:]*\s*(?:[ap]\.?m\.?)?,?\s+)?(?:in|at)\s+(?:the\s+)?(\p{Lu}[\p{L}'’-]+(?:(?:\s|,\s)\p{Lu}[\p{L}'’-]+){0,4})`),
		exact(`(?:met|took\s+place)\s+in\s+(\p{Lu}[\p{L}'’-]+(?:(?:\s|,\s)\p{Lu}[\p{L}'’-]+){0,3})`),
		exact(`^(\p{Lu}[\p{L}'’-]+(?:,?\s\p{Lu}[\p{L}'’-]+){0,3}),\s+\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s+\p{Lu}\p{L}+\s+\d{4}$`),
	},
	chair: []*pattern{
		re(`under\s+the\s+chair(?:man|person)?ship\s+of\s+(?:the\s+)?(?:(?:H\.\s?E|Mr|Mrs|Ms|Dr|Prof|Hon|Sir|Amb(?:assador)?|Honou?rable)\.?,?\s+)*(.{3,120}?\p{L}{2})\s*(?:[;,(]|\.\s|\.?$)`),
		re(`^(?:chair(?:s|man|person|woman|ing|ed\s+by)?|meeting\s+chair|presiding(?:\s+officer)?|in\s+the\s+chair|facilitator)\s*[:–—-]\s*(.{2,120}?)[.;]?$`),
		re(`(?:was\s+|is\s+)?(?:chaired|presided\s+over)\s+by\s+(?:the\s+)?(.{3,100}?\p{L}{2})\s*(?:[;,(]|\.\s|\.?$)`),
		exact(`(?:^|[.:]\s+)(?:The\s+)?(?:Chair(?:man|person|woman)?|Mayor|President|Vice\s+Chair)\s+(` + englishName + `)\s+(?:called|opened|presided|convened)`),
		exact(`(` + englishName + `)(?:,\s+[^.,]{3,60},)?\s+(?:presided|in\s+the\s+chair|took\s+the\s+chair)`),
	},
	formats: map[string]*pattern{
		"videoconference": re(`\bvideo\s?-?conference|\bteleconference|\bby\s+video\s?link|\bheld\s+(?:virtually|online|remotely)|\bvirtual\s+meeting|\bvia\s+(?:zoom|teams|webex|skype)|\b(?:location|venue|place)\s*:\s*(?:zoom|online|virtual|remote|teleconference)|\bconference\s+call`),
		"hybrid":          re(`\bhybrid\b|in\s+person\s+and\s+(?:online|virtually|remotely|by)`),
		"in-person":       re(`\b(?:held\s+)?in\s+person\b|\bin-person\s+meeting`),
	},
	ordinal: englishNth,
	start:   re(`(?:^(?:[^.]{0,200}\s)?held\s+on\b[^.]{0,60}?\bat\s+|called(?:\s+the\s+(?:\p{L}+\s+){0,4}meeting)?\s+to\s+order|convened|opened|began|started|commenced|start(?:\s+time)?|beginning\s+at|time|opening)\b[^.\d]{0,60}?`),
	end:     re(`(?:adjourned|closed|ended|concluded|adjournment|end(?:\s+time)?)\b[^.\d]{0,60}?`),
	date:    re(`^(?:date(?:\s+of\s+(?:the\s+)?meeting)?|meeting\s+date|when|date\s+and\s+time|date/time)\s*[:–—-]\s*`),
	post:    exact(`^(` + englishName + `)(?:\s*\([^()]*\))?\s+(?:was|were)\s+(?:also\s+)?(?:present|in\s+attendance)()\.?$`),
	step:    re(`^(?:resolved|resolution|motion|discussion|vote|decision|actions?|result|background)s?\s*:?$`),
	agenda:  re(`^(?:(?:tentative|draft|proposed|meeting)\s+)?(?:agenda(?:\s+items)?|topics|order\s+of\s+business)\s*:?\s*$|^[^.]{0,120}\bfollowing\s+agenda\s*:$`),
	front:   re(`^(?:links?|present|attendees|attendance|participants|in\s+attendance|regrets|apologies|guests|invited|observers?|absent|roll\s+call|chairs?|scribes?|logistics|date|time|location|venue|agenda|meeting\s+details)\s*:?$`),
	quorum:  re(`\b(?:a\s+)?quorum\s+(?:was|is|being)\s+(?:present|established|reached|met|achieved|confirmed|declared)`),
	action:  re(`^(?:\[\s*\]\s*)?\[?(?:new\s+)?(?:action(?:\s+items?|\s+point)?|ai(?:\b|\d+)|(?-i:AP)(?:\b|\d+)|a\.i\.|todo|to\s+do|task|next\s+steps?|who\s*/\s*(?:by\s+)?when|action\s*/\s*(?:owner|who|when))\s*(?:[#(-]?\s*(?:(?-i:\p{Lu}{1,3})-)?[\d./-]+[)]?)?\]?\s*(?:(?:for\s+|by\s+)?((?-i:\p{Lu}[\p{L}.\x27’-]*(?:(?:\s*[/&,+]\s*|\s+and\s+|\s)\p{Lu}[\p{L}.\x27’-]*){0,3})))?\s*(?:\(([^()]{2,60})\))?\s*(?:\[([^\[\]]{2,60})\])?(?:\s*[:–—]\s*|\s+-\s+)`),
	mustDo:  re(`^\s*,?\s*(?:to|will|shall|is\s+to|are\s+to|agreed\s+to|volunteered\s+to|has\s+an?\s+action\s+to|took\s+an?\s+action\s+to|takes\s+an?\s+action\s+to)\s+|^\s*[–—:-]\s+`),
	owner:   re(`\b(?:owner|owners|assignee|assigned\s+to|responsible|action\s+by|lead|who)\s*[:–—-]\s*(.{2,100}?)(?:[.;](?:\s|$)|\s*[,|(]?\s*(?:due|deadline|by\s+\d|$))`),
	due:     re(`\b(?:due(?:\s+(?:date|by|on))?\s*[:–—-]?\s*|(?:deadline|target(?:\s+date)?|eta|timescale|timeline)\s*(?:is|was)?\s*[:–—-]?\s*|(?:(?:to\s+be\s+done|complete[d]?)\s+)?(?:by|before|until|till|no\s+later\s+than|not\s+later\s+than|on\s+or\s+before|ahead\s+of|prior\s+to|in\s+time\s+for)\s+(?:the\s+)?)(?:(?:(?:close|end)\s+of\s+(?:business|play|the\s+day|day)|cob|eod|noon|midday|midnight|\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|a\.m\.|p\.m\.|hrs)?)\s*,?\s*(?:on\s+)?)?(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?),?\s+)?(?:the\s+)?`),
	within:  re(`^(?:within|in\s+the\s+next|in\s+(?:\d|a\s|` + countedEn + `)|by|before|until|due|this\s+(?:week|month)|tomorrow|today|tonight|eod|(?:end|the\s+end)\s+of\s+today|(?:at|to|for|in\s+time\s+for)\s+(?:the|our|its|their)\s+(?:next|following|upcoming)|(?:at|to|for|in\s+time\s+for)\s+(?:(?:the|our|its|their)\s+)?` + monthsEn + `\s+(?:\p{L}+\s+)?(?:meeting|session|call)|on\s+the\s+\d+(?:st|nd|rd|th)|next\s+\p{L}+day|next\s+week)\b`),
	dayMonth: []*pattern{
		re(`\b(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>` + monthsEn + `)(?:[^\p{L}]|$)`), re(`\b(?P<m>` + monthsEn + `)\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?\b`),
	},
	terms: []term{
		{re(`\b(?:within|in)\s+(?:the\s+next\s+)?(\d+|` + countedEn + `)\s+(?:calendar\s+|clear\s+)?days?\b`), inDays, 0},
		{re(`\b(?:within|in)\s+(?:the\s+next\s+)?(\d+|` + countedEn + `)\s+(?:working|business)\s+days?\b`), inWorkdays, 0},
		{re(`\bwithin\s+(?:the\s+(?:next\s+)?)?(a|one)?\s*(?:week|7\s+days)\b`), inWeeks, 1}, {re(`\b(?:in)\s+a\s+week(?:['’]s\s+time)?\b`), inWeeks, 1}, {re(`\b(?:within|in)\s+(?:the\s+next\s+|a\s+)?fortnight\b`), inWeeks, 2},
		{re(`\b(?:within|in)\s+(?:the\s+next\s+)?(?:a\s+)?(\d+|` + countedEn + `)\s+(?:of\s+)?weeks?\b`), inWeeks, 0},
		{re(`\b(?:within|in)\s+(?:the\s+next\s+)?(\d+|` + countedEn + `)\s+months?\b`), inMonths, 0},
		{re(`\b(?:by|before|until|due|at|to|for|in\s+time\s+for)?\s*(?:the\s+|our\s+|its\s+|their\s+)?(?:next|upcoming|following)\s+(?:board\s+|council\s+|committee\s+|regular\s+|steering\s+|general\s+|monthly\s+|\p{Lu}+\s+)?(?:meeting|call|session|steerco|sync)\b`), nextMeeting, 0},
		{re(`\b(?:by|before|until|due)?\s*(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?week\b`), endOfWeek, 0},
		{re(`\b(?:by|before|until|due)?\s*(?:the\s+)?end\s+of\s+next\s+week\b`), endOfWeek, 1},
		{re(`\b(?:by|before|until|due)?\s*(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?month\b`), endOfMonth, 0},
		{re(`\b(?:by|before|until|due)?\s*(?:the\s+)?end\s+of\s+next\s+month\b`), endOfMonth, 1},
		{re(`\b(?:by|before|until|due)?\s*(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?(?:calendar\s+)?year\b`), endOfYear, 0},
		{re(`\b(?:by|before|until|due)?\s*(?:the\s+)?(?:end\s+of|end[- ]|close\s+of)\s*(` + monthsEn + `)(?:[^\p{L}\d]|$)`), endOfMonth, 0},
		{re(`\b(?:by|before|until|due)?\s*(?:the\s+)?(?:end\s+of|end[- ])\s*(?:the\s+year\s+|year\s+)?((?:19|20)\d\d)\b`), endOfYear, 0},
		{re(`\b(?:by|before|until|due)?\s*year[- ]?end\b`), endOfYear, 0}, {re(`\b(?:by|before|until|due)?\s*month[- ]?end\b`), endOfMonth, 0},
		{re(`\b(?:by|before|until|due)?\s*(?:the\s+)?(?:end\s+(?:of\s+)?)?(?:the\s+)?(?:q([1-4])|(first|second|third|fourth)\s+quarter)\b`), endOfQuarter, 0},
		{re(`\b(?:by|before|until|due|during|in)?\s*this\s+week\b`), endOfWeek, 0}, {re(`\b(?:by|before|until|due|during)?\s*next\s+week\b`), endOfWeek, 1}, {re(`\b(?:by|before|until|due|during)?\s*this\s+month\b`), endOfMonth, 0},
		{re(`\b(?:by|before|until|due)?\s*next\s+((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b`), onWeekdayOf, 0},
		{re(`\b(?:by|before|until|due)?\s*(?:this\s+)?((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b`), onWeekday, 0},
		{re(`\b(?:by|before|until|due)?\s*tomorrow\b`), inDays, 1}, {re(`\b(?:(?:by\s+)?(?:(?:the\s+)?end\s+of\s+)?today|(?:by\s+)?tonight|(?:by\s+)?eod)(?:\s*[.;)]|\s*$)`), today, 0},
		{re(`\b(?:by|before|until|due|on)\s+the\s+(\d{1,2})(?:st|nd|rd|th)(?:\s*(?:$|[.,;)])|\s+(?:to|at|with|and|if|so|in\s+time)\b)`), onDay, 0},
		{re(`\b(?:by|before|until|due|at|to|for|in\s+time\s+for|ahead\s+of)\s+(?:the\s+|our\s+|its\s+|their\s+)?(` + monthsEn + `)\s+(?:\p{L}+\s+)?(?:meeting|session|call)\b`), meetingIn, 0},
		{exact(`\b(?:[Bb]y|[Dd]ue(?:\s+in)?)\s+(` + wholeMonths + `)(?:\s+\d{4})?\s*(?:$|[.,;)])`), endOfMonth, 0}, {exact(`^(` + wholeMonths + `)\s+\d{4}$`), endOfMonth, 0},
		{re(`\b(?:by|before|until|due)\s+(?:early|mid|late|next|spring|summer|autumn|fall|winter|` + monthsEn + `)[\s-]*(?:\p{L}+)?(?:\s+\d{4})?`), byNobody, 0},
		{re(`\bas\s+soon\s+as\s+possible\b|\basap\b`), byNobody, 0},
	},
	next:       re(`\b(?:date\s+of\s+(?:the\s+)?)?next\s+(?:\p{L}+\s+)?(?:meeting|call|session)\b`),
	approved:   re(`\b(?:these\s+|the\s+)?minutes\s+(?:were\s+|are\s+)?(?:formally\s+)?(?:approved|confirmed|adopted)\s+(?:on|at|by)\b|^(?:minutes\s+)?approved\s*(?:as\s+(?:written|amended|corrected|presented|submitted|read|circulated|revised)\s*,?\s*)?(?:on\b|:)|^approved\s+minutes\b|^(?:date\s+)?(?:of\s+)?approv(?:ed|al)\s*(?:date)?\s*:`),
	unapproved: re(`^\W*draft\W*$|\bdraft\s+(?:meeting\s+)?minutes\b|\bminutes\s*[(\[–—-]\s*draft|\bunapproved\b|\bnot\s+yet\s+approved\b|\bsubject\s+to\s+approval\b|\bunconfirmed\b`),
	earlier:    re(`\bminutes\b.{0,120}?\b(?:were|was|are)\s+(?:unanimously\s+)?(?:approved|adopted|accepted|confirmed|agreed)\b|\b(?:approve[ds]?|adopt(?:ed)?|accept(?:ed)?|confirm(?:ed)?)\s+(?:the\s+)?(?:\p{L}+\s+){0,3}minutes\b`),
	effects: []effect{
		{"amends", re(`\bamend(?:s|ed|ing|ment)?\s+(?:to\s+)?(?:the\s+|its\s+|their\s+)?(?:\p{L}+\s+){0,4}?(?:decision|resolution|policy|bylaws?|by-laws|charter|rules|ordinance|code|agreement|regulations?|terms|plan|statutes?)\b`)},
		{"replaces", re(`\b(?:replac(?:es|ed|ing|e)|supersed(?:es|ed|ing|e)|in\s+place\s+of)\s+(?:the\s+|its\s+)?(?:\p{L}+\s+){0,4}?(?:decision|resolution|policy|bylaws?|charter|rules|ordinance|agreement|regulations?|plan)\b`)},
		{"revokes", re(`\b(?:revok(?:es|ed|ing|e)|rescind(?:s|ed|ing)?|repeal(?:s|ed|ing)?|annul(?:s|led)?)\b`)},
	},
	speaker:   re(`\s*[.(;,–—-]?\s*(?:presenters?|presented\s+by|speakers?|led\s+by|rapporteur)\s*:?\s+`),
	done:      re(`^(?:\[x\]|(?:done|completed|complete$|closed|discharged|actioned|cancelled|superseded|resolved$)\b)`),
	operative: exact(`[,;]?\s+(?:and\s+)(?:also\s+|further\s+)?((?:(?i:instructed|requested|directed|asked|invited|tasked|urged|encouraged|mandated))\s+(?:the\s+|its\s+|all\s+)?\p{L}[^.;]{2,80}?\sto\s)|[,;]\s+(?:and\s+)?((?:Instructs|Requests|Directs|Asks|Invites|Urges|Encourages|Decides|Notes|Thanks|Approves|Appoints|Endorses|Expresses|Welcomes|Recommends|Supports)\s|(?:instructs|requests|directs)\s)`),
	mover: re(`\b(?:moved\s+by|motion\s+(?:made\s+)?by|mover\s*:|proposed\s+by)\s*:?\s*((?-i:` + englishName + `))` +
		`|((?-i:` + englishName + `))\s+(?:moved\b|made\s+(?:a|the)\s+motion)`),
	seconder: re(`\b(?:seconded\s+by|second(?:ed)?\s+(?:was\s+)?(?:made\s+)?by|seconder\s*:|second\s*:|seconded\s*:)\s*:?\s*((?-i:` + englishName + `))` +
		`|((?-i:` + englishName + `))\s+(?:seconded\b|second(?:s|ed)\s+the\s+motion)`),
	tally: re(`\b(?:by\s+a\s+vote\s+of|vote\s*:|voted|carried|passed|approved|failed)\s*:?\s*\(?(\d{1,3})\s*[-–—to]+\s*(\d{1,3})(?:\s*[-–—]\s*(\d{1,3}))?\b`),
	votes: map[string]*pattern{
		"for":        re(`\b(?:for|in\s+favou?r|ayes?|yes|yeas?|approve)\s*[:=–—(-]\s*(\d{1,3})\b|\b(\d{1,3})\s+(?:votes?\s+)?(?:in\s+favou?r|ayes?|yes|yeas?|\+1)|\b(\d{1,3})\s+(?:votes\s+)?for(?:[,;)]|\s+and)`),
		"against":    re(`\b(?:against|opposed|nays?|noes|no|oppose)\s*[:=–—(-]\s*(\d{1,3}|none|no)\b|\b(\d{1,3}|none|no\s+one|nobody)\s+(?:votes?\s+)?(?:against|opposed|nays?|noes|-1)`),
		"abstaining": re(`\b(?:abstain(?:ed|ing|s)?|abstentions?)\s*[:=–—(-]\s*(\d{1,3}|none|no)\b|\b(\d{1,3}|no|none|zero|one|two|three)\s+(?:votes?\s+)?(?:abstain(?:ed|ing)?|abstentions?)`),
	},
	votesBy: map[string]*pattern{
		"for":        re(`\b(?:voting\s+(?:yes|aye|for)|ayes|yeas|in\s+favou?r|yes)\s*:\s*(?:\d+\s*[-–—]\s*)?([^;.|\d]{3,300}?)(?:[;.|]|$|\s+(?:nays?|noes|no|against|opposed|abstain\w*|absent)\s*:)`),
		"against":    re(`\b(?:voting\s+(?:no|nay|against)|nays?|noes|against|opposed|no)\s*:\s*([^;.|\d]{3,300}?)(?:[;.|]|$|\s+(?:abstain\w*|absent)\s*:)`),
		"abstaining": re(`\b(?:abstain(?:ed|ing)?|abstentions?)\s*:\s*([^;.|\d]{3,300}?)(?:[;.|]|$|\s+absent\s*:)`),
	},
	methods: map[string]*pattern{
		"unanimous":      re(`\bunanimous(?:ly)?\b|\ball\s+in\s+favou?r\b|\ball\s+voted\s+(?:aye|yes|in\s+favou?r)`),
		"consensus":      re(`\bby\s+consensus\b|\b(?:decided|agreed|adopted)\s+on\s+the\s+basis\s+of\s+consensus`),
		"roll-call":      re(`\broll[- ]call\b`),
		"secret-ballot":  re(`\bsecret\s+ballot\b`),
		"acclamation":    re(`\bby\s+acclamation\b`),
		"lazy-consensus": re(`\blazy\s+consensus\b|\bwithout\s+objection\b|\bno\s+objections?\b`),
	},
	none:     re(`^(?:none|n/?a|nil|nobody|no\s+one|tbd|-|–|—)\.?$`),
	notActed: re(`(?:\bhad,[^.;:]{2,60},|\bnot|\bpreviously|\balready|\bwho(?:\s+was)?|\bwhich\s+(?:was|were|had\s+been)|\bhad(?:\s+been)?|\bif|\bwhen|\bto\s+be|\bwill\s+be|\bonce|\bas|\b(?:I|you|he|she|who|someone|nobody)|\bwould\s+be|\bcould\s+be)\s*$`),
	says: append([]saying{
		{"decided", re(`\b(voted)\b[^.;]{0,40}?\bto\s+(?:[a-qs-z]|r[^e]|re[^fj])`)}, {"referred", re(`\bvoted\b[^.;]{0,40}?\bto\s+(refer)\b`)},
		{"rejected", re(`\bmotion\b[^.;]{0,120}?\b(failed|fails|defeated|was\s+lost|died|did\s+not\s+(?:pass|carry))\b`)},
		{"rejected", re(`\b(not\s+carried|not\s+approved|(?:was|were)\s+(?:defeated|lost|voted\s+down|turned\s+down|not\s+supported|refused|denied))\b`)},
		{"instructed", re(`\b(?:was|were|is|are)\s+(asked|directed|authori[sz]ed|delegated|mandated|tasked|charged)\s+to\b`)},
		{"recommended", re(`\b(?:was|were|is|are)\s+(urged|encouraged|advised|called\s+upon)\s+to\b`)},
		{"decided", re(`\b((?:it\s+was|were|was)\s+(?:unanimously\s+)?(?:determined|concluded))\s+(?:that|to)\b`)},
		{"deferred", re(`\b((?:was|were)\s+(?:tabled|carried\s+over|held\s+over|put\s+off|continued))\s+(?:(?:to|until|for)\b|by\s+(?:\p{L}+\s+)?(?:consent|consensus|agreement)\b)`)},
		{"deferred", re(`\b(?:considered|found|deemed)\s+it\s+\p{L}+\s+to\s+(postpone|defer|adjourn)\b`)},
		{"adopted", re(`\b(?:moved|motion)\b[^.;]{0,120}?\bto\s+(approve|adopt|accept)\b.*\b(?:carried|passed|approved|adopted)\b`)},
		{"instructed", re(`\b(?:council|board|committee|commission|members|motion)\b[^.;]{0,60}?\b(directed)\s+`)},
		{"adopted", re(`\bconsensus\s+(?:was\s+)?to\s+(adopt|approve)\b`)},
		{"adopted", re(`\b(?:resolution|resolved|decision)\s*:\s*(?:that\s+[^.;]{0,80}?\b(?:be\s+)?)?(adopt(?:ed)?|approved?|accept(?:ed)?)\b`)},
		{"adopted", re(`\b(?:agree[ds]?|decide[ds]?|resolve[ds]?)\s*:?\s+to\s+(adopt|approve|accept)\b`)},
		{"deferred", re(`\b(?:agree[ds]?|decide[ds]?|resolve[ds]?)\s*:?\s+to\s+((?:defer|postpone|table|adjourn|revisit|reconsider|(?:hold|carry|lay|stand)\s+(?:(?:it|this|them|the\s+\p{L}+)\s+)?over|put\s+off|leave\s+(?:\p{L}+\s+){1,5}(?:open|over|pending|for\s+now)|(?:revert|return|come\s+back)\s+to)\b)`)},
		{"exchanged-views", re(`\b((?:views|opinions)\s+were\s+(?:\p{L}+ly\s+)?exchanged|(?:held|had|there\s+was)\s+(?:a|an)\s+(?:[\p{L}-]+\s+){0,3}?(?:exchange\s+of\s+(?:views|opinions)))\b`)},
		{"deferred", re(`\bconsensus\b[^.;:]{0,80}?\bto\s+(table|defer|postpone|continue|(?:hold|carry)\s+over)\b`)}, {"noted", re(`\b(took\s+(?:(?:due\s+)?note\s+with\s+\p{L}+\s+of|(?:the\s+|this\s+)?(?:\p{L}+\s+)?(?:information|report|update|presentation|matter)\s+(?:in)?to\s+(?:account|consideration)))\b`)},
		{"recommended", re(`\b(?:agree[ds]?|decide[ds]?|resolve[ds]?)\s*:?\s+to\s+(recommend)\b`)},
		{"referred", re(`\b(?:agree[ds]?|decide[ds]?|resolve[ds]?)\s*:?\s+to\s+(refer|remit)\b`)},
		{"adopted", re(`\bminutes\b[^.;:]{0,90}?\b(?:was|were)\s+(?:(?:then|duly|unanimously)\s+)*(agreed)\b(?:\s+(?:as|and|to\s+be|with|subject|without)\b|\s*[.,;(]|$)`)},
		{"appointed", re(`\b(?:appointment|election|nomination|co-?option|re-?appointment|re-?election)s?\s+of\s+(?-i:[^.;:]{0,40}?\p{Lu})[^.;:]{3,140}?\b((?:was|were|is|are)\s+(?:\p{L}+ly\s+)?(?:approved|agreed|confirmed|ratified|endorsed|accepted))\b`)},
		{"rejected", re(`\b((?:proposal|resolution|amendment|bill)\s+(?:failed|fails|lost|did\s+not\s+(?:carry|pass)))\b`)},
		{"instructed", re(`\b(?:agreed|decided|resolved)\s+to\s+(ask|instruct|request|task|direct)\s+(?:the\s+)?\p{L}`)},
		{"appointed", re(`\b(?:agree[ds]?|decide[ds]?|resolve[ds]?)\s*:?\s+to\s+((?:re-?)?(?:appoint|elect)|nominate|co-?opt)\b`)},
	}, operative()...),
	body:      englishVerbs,
	motions:   englishMotions,
	fragments: englishFragments,
	decisions: re(`^(?:[\d.]+\s+)?(?:(?:key|main|summary\s+of|list\s+of|the|formal|final)\s+)*(?:decisions?|resolutions?|conclusions?|outcomes?|agreements?|agreed|decided|resolved|agreed\s+points)(?:\s+(?:made|taken|reached|adopted|passed|items|points|log|register|summary))?(?:\s*(?:&|/|and)\s*(?:decisions?|resolutions?|conclusions?|outcomes?|agreements?))?\s*:?$`),
	failed:    re(`\b(?:not\s+carried|failed|defeated|was\s+lost|were\s+lost|not\s+adopted|did\s+not\s+(?:pass|carry))\b`),
	fallback: []saying{
		{"deferred", re(`\b(tabled|deferred|postponed|held\s+over|carried\s+over|continued)\s+(?:until|to|for)\b`)},
		{"decided", exact(`^\W*(RESOLUTION|DECISION|RESOLVED|DECIDED|Decision|Resolution|Resolved|Decided)(?:\s+(?:No\.?\s*)?[A-Z]{0,4}[\d./-]+)?\s*[:–—]`)}, {"agreed", exact(`^\W*(AGREED|Agreed|AGREEMENT|CONSENSUS)\s*:`)},
		{"deferred", re(`\b((?:pushed|carried\s+over|held\s+over|moved|tabled|left)\s+(?:to|until)\s+(?:the\s+)?next\s+meeting)`)}, {"agreed", re(`\b(no\s+objections?)\b`)},
	},
	noAct: re(`\ball\s+(?:other\s+)?(?:actions\s+)?(?:(?:are|were)\s+)?closed\b|^these\s+minutes\s+(?:were|are)\b[^.]*|\bnoted\s+(?:that\s+)?(?:a\s+|the\s+presence\s+of\s+a\s+)?quorum|\bclosed\s+session|\bconcluded\s+that|\bconsidered\s+to\s+be|\brequested\s+by|[$£€]\s?\d[\d,.]*k?\s+(?:(?:was|were|is)\s+)?requested|\bnoted\s+by|\belected\s+officials?|\bapproved\s+minutes|\brevised\s+(?:draft|version|\p{L}+\s+to)|\b(?:submit|circulate|prepare|provide|send|issue|present|produce|bring|supply|file)\s+(?:the\s+|an?\s+)?(?:\p{L}+\s+)?(?:revised|amended)|\bagreed\s+minutes` +
		`|\bwelcomed\s+(?:everyone|everybody|all|(?:the\s+)?(?:new\s+)?(?:members?|attendees|participants|guests|experts|representatives|ministers|observers|colleagues|volunteers|those|delegates|delegations?|(?-i:\p{Lu}\p{L}+)))` +
		`|(?:meeting|session|call|hearing)\s+rose|(?:meeting|session|call|hearing)\s+(?:was\s+|is\s+|then\s+|formally\s+)*(?:closed|concluded|ended)|closed\s+the\s+(?:meeting|session)|concluded\s+(?:the\s+(?:meeting|session)|at)` +
		`|\bapologies?\b(?:[^.;]|\b(?:mr|mrs|ms|dr|cllr|prof|\p{L})\.){0,120}?\b(?:accepted|approved|noted|received|recorded)(?:\s+and\s+(?:accepted|approved|noted|recorded))?|^(?:minutes\s+|these\s+minutes\s+(?:were\s+)?)?approved\s*(?:by\s+[^.:]{2,40}?)?(?:\s+on|:)\s+(?:\p{L}+,?\s+)?\p{L}*\s*\d|\bto\s+approve\s+the\s+agenda\s+as|^approved\s+(?:` + monthsEn + `\s+\d{1,2},?|\d{1,2}\s+` + monthsEn + `)\s+\d{4}$|^(?:minutes\s+|record\s+)?(?:approved|adopted|confirmed)\s+by\s*:|^whereas\b[^;]*|reached\s+agreement\s+with\s+(?:the\s+)?(?:contractor|supplier|vendor|bank)` +
		`|requested\s+(?:information|clarification|an?\s+update)|\bas\s+(?:noted|discussed|agreed|amended|revised)|(?:items?|topics?|points?)\s+(?:to\s+be\s+)?discussed|to\s+be\s+(?:discussed|considered|reviewed|adopted|approved)`),
	onePerson: exact(`(?:^|[.;:!?]\s+|,?\s+and\s+|^[-–—]\s+)(?:The\s+|the\s+)?(?:(?:Chair(?:man|person|woman)?|Mayor|President|Treasurer|Secretary|Clerk|Director|Attorney|Manager|Facilitator|Moderator|[Aa]pplicant|[Aa]ppellant|[Pp]etitioner|[Dd]eveloper|[Tt]enant|[Ll]andlord|[Rr]esident|[Cc]onsultant|[Cc]ontractor)(?:\s+\p{Lu}[\p{L}'’-]+)?|(?:Mr|Mrs|Ms|Dr|Cllr|Councillor|Councilmember|Council\s?member|Commissioner|Trustee|Senator|Director|Captain|Minister|Alderman|Supervisor|Judge|Provost|Dean|Prof|Professor)\.?\s+(?:\p{Lu}\.?\s+)?\p{Lu}[\p{L}'’-]+|(` + englishName + `))\s+(?:also\s+|then\s+|further\s+)?$`),
	alone:     englishOnePerson,
	notAlone:  englishBodyEnd,
	cited:     exact(`\(([^()]{6,90})\)`),
	ofDay:     re(`,?\s+(?:of|dated(?:\s+as\s+of)?|(?:which\s+was\s+)?(?:signed|adopted|approved|concluded|done|issued)\s+(?:(?:in|at)\s+(?-i:\p{Lu})[\p{L}’'-]+(?:\s+(?-i:\p{Lu})[\p{L}’'-]+){0,2}\s+)?on)\s+(?:the\s+)?$`),
	kinds: []instrumentKind{
		{exact(`\bConcept\b`), "concept", ""}, {exact(`\bStatement\b`), "statement", ""}, {exact(`\bDeclaration\b`), "statement", ""},
		{exact(`\bRegulations?\b`), "regulation", ""}, {exact(`\bProgramme\b|\bProgram\b`), "programme", ""}, {exact(`\b(?:Action\s+)?Plan\b`), "action-plan", ""},
		{exact(`\bRoadmap\b`), "action-plan", ""}, {exact(`\bStrategy\b|\bPolicy\b`), "policy", ""}, {exact(`\bCharter\b|\bBylaws\b`), "charter", ""},
		{exact(`\bRules\b`), "rules", ""}, {exact(`\bAgreement\b|\bTreaty\b|\bConvention\b|\bMemorandum\b|\bArrangement\b|\bProtocol\b|\bAccords?\b|\bPact\b|\bContract\b`), "agreement", ""}, {exact(`\bResolution\b|\bOrdinance\b|\bDecision\b`), "resolution", ""},
		{exact(`\bReport\b`), "report", ""}, {exact(`\bAct\b|\bLaw\b|\bDirective\b|\bOrder\b|\bBy-?laws?\b`), "regulation", ""}, {exact(`\bLetter\b|\bletter\b`), "other", ""}, {exact(`\bGuidelines?\b`), "guideline", ""}, {exact(`\bStandard\b`), "standard", ""}, {exact(`\bBudget\b`), "budget", ""},
	},
	adoptedBy: re(`^,?\s*(?:as\s+)?(?:approved|adopted|signed|endorsed)\b`),
	draftOf:   re(`\bdraft\s+$`),
	copies: map[*pattern]int{
		re(`in\s+(?:a\s+single|one|a\s+sole)\s+original`): 1, re(`in\s+(?:two\s+originals?|duplicate)`): 2, re(`in\s+(?:three\s+originals?|triplicate)`): 3, re(`in\s+four\s+originals?`): 4,
	},
	certified: re(`certified\s+(?:true\s+)?cop(?:y|ies)`),
	kept:      re(`\b(?:kept|deposited|stored|held)\s+(?:at|with|in|by)\s+(?:the\s+)?(.{3,80}?)(?:,|\.|;|$)`),
	writtenIn: re(`\bin\s+(?:the\s+)?((?:[a-z]+)(?:(?:,\s*|\s+and\s+|,\s+and\s+)(?:the\s+)?[a-z]+)*?)(?:\s+languages?\b|\s*[,.;])`),
	languages: map[string]*pattern{
		"ru": re(`\brussian\b`), "zh": re(`\bchinese\b`), "en": re(`\benglish\b`), "fr": re(`\bfrench\b`), "ar": re(`\barabic\b`), "es": re(`\bspanish\b`),
		"pt": re(`\bportuguese\b`), "hi": re(`\bhindi\b`), "uz": re(`\buzbek\b`), "kk": re(`\bkazakh\b`), "fa": re(`\bpersian\b|\bfarsi\b`), "ur": re(`\burdu\b`),
	},
	and:    re(`\s*(?:,\s*and\s+|,|;|\s+and\s+|\s+&\s+)\s*`),
	titles: re(`^(?:(?:the\s+)?(?:rt\.?\s+)?hon|(?:assoc(?:iate)?|asst|assistant|adj(?:unct)?|emer(?:itus|itae?)?)\.?\s+prof(?:essor)?|revd|canon|engr?|hhj|(?:lord|lady|mr|mrs)\s+justice|dame|miss|cllrs?|members?|council\s?members|commissioners|directors|trustees|city\s+manager|city\s+attorney|city\s+clerk|mr|mrs|ms|dr|prof|professor|hon|sir|madam|councillor|councilmember|council\s?member|councilman|councilwoman|commissioner|director|chair(?:man|person|woman)?|vice\s+chair|mayor|president|secretary|trustee|supervisor|captain|capt|ambassador|h\.\s?e|his\s+excellency|her\s+excellency|minister|deputy\s+minister|judge|justice|rev|reverend|sen|senator|rep|provost|vice[- ]provost|dean|col|gen|lt|lord|lady|bishop|superintendent|chief|deputy|business\s+manager|manager|treasurer|clerk|vice[- ]president|ald|alderman|alderperson|sheriff|attorney|engineer|associate\s+professor|assistant\s+professor)\.?\s+`),
}
