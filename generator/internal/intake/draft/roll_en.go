package draft

import (
	"slices"
	"strings"
)

// ofSecretariat begins a label of those who came from a secretariat.
var ofSecretariat = re(`^(?:the\s+)?secretariat\b`)

// fromSecretariat is the way to attend of those whom a secretariat sent: it is that of the
// secretary only where there is one.
func (d *Draft) fromSecretariat(code, label, rest string) string {
	if code == "secretary" && ofSecretariat.MatchString(label) && (strings.Contains(label, " of ") || d.manyNames(strings.ReplaceAll(rest, ";", ","))) {
		return "present"
	}
	return code
}

// englishRoll are the words on attendance in English; labels are in small letters.
var englishRoll = &rollWords{
	kinds: []kindWords{
		{"present", words(`others?\s+(?:on\s+the\s+call|in\s+the\s+(?:room|meeting))|on\s+call`)},
		{"excused", words(`apols?|(?:an\s+)?apolog(?:y|ies)(?:\s+(?:for\s+(?:absence|non-?attendance)|(?:were\s+)?(?:received|given|sent|tendered|accepted|noted|recorded)))*|apologi[sz]ed|sorry(?:\s+not\s+to\s+be\s+(?:there|here))?|sends?\s+(?:their\s+)?(?:apologies|regrets)|regrets?|excused(?:\s+absen(?:t|ces?))?|(?:absent\s+)?with\s+(?:notice|apologies|leave)|leave\s+of\s+absence`)},
		{"absent", words(`(?:were\s+|was\s+)?(?:unable|not\s+able)\s+to\s+(?:attend|join|come|make\s+it)|could\s*(?:n['’]t|\s+not|not)\s+(?:attend|join|come|make\s+it)|can['’]?t\s+make\s+it|absent(?:ees?)?|absences?|unexcused|not\s+(?:present|here|there|attending|attended|in\s+attendance)|missing|did\s*(?:n['’]t|\s+not)\s+(?:attend|come|join)|no[- ]shows?|away`)},
		{"guest", words(`guests?|visitors?|drop(?:ped)?[- ]?ins?|invited|invitees?|(?:by|on)\s+invitation|also\s+(?:present|in\s+attendance|attending|attended|there|on\s+the\s+call)|others?\s+(?:present|attending|attendees?|in\s+attendance|participants?)|other\s+(?:staff|persons|people)(?:\s+present)?|public|staff|non-?(?:voting|members?)|ex[- ]officio|administrat(?:ion|ors?)|advis[eo]rs?|in\s+support|guest\s+speakers?|officers\s+(?:present|in\s+attendance|attending)|others|(?:managing|estate)\s+agents?|consultants?|auditors?|legal\s+counsel`)},
		{"present", exact(`^in$`)}, {"absent", exact(`^out$`)}, {"guest", words(`(?:property\s+)?management(?:\s+company)?|property\s+managers?`)},
		{"observer", words(`observers?|observing`)},
		{"proxy", words(`prox(?:y|ies)|by\s+proxy|represented`)},
		{"remote", words(`remote(?:ly)?|on-?line|virtual(?:ly)?|(?:by|via|on|over)\s+(?:phone|telephone|video(?:\s+(?:link|conference|call))?|zoom|teams|webex|skype|google\s+meet|conference\s+call)|dial(?:led|ed)?[- ]?in|zoom|teleconference`)},
		{"vice-chair", words(`(?:vice|deputy)[- ]?(?:chair(?:man|person|woman|s)?|president|mayor)`)},
		{"chair", words(`(?:co-?)?chair(?:s|man|men|person|woman|ed|ing)?|in\s+the\s+chair|presid(?:ing|ed)(?:\s+(?:officer|over))?|facilitat(?:ors?|ed|ing)|moderat(?:ors?|ed)|hosts?|hosted|conven[eo]rs?|convened|meeting\s+lead(?:er)?|led|president|mayor`)},
		{"secretary", words(`(?:minutes?\s+|recording\s+|corresponding\s+)?secretar(?:y|ies)|secretariat|clerk`)},
		{"scribe", words(`(?:minutes?|notes?)[- ]?takers?|scribes?|scribed|scribenick|rapporteurs?|recorders?|(?:(?:minutes|notes|record)\s+)?(?:were\s+|was\s+)?(?:taken|prepared|recorded|written|kept|compiled|drafted|submitted|typed|transcribed|minuted|noted)\s+(?:up\s+)?by|minutes|notes|note[- ]?taking|minuting|recording`)},
		{"present", words(`present|attend(?:ees?|ing|ance|ed|ants?)|participa(?:nts?|ting|ted|tion)|roll(?:\s+call)?|members?|delegates?|delegations?|who\s+was\s+(?:there|here|present)|who\s+(?:came|attended)|directors|trustees|councill?ors|commissioners|selectmen|governors|aldermen|representatives?|ministers|heads\s+of\s+delegations?|took\s+part|people|on\s+the\s+call|in\s+the\s+room|quorum|(?:those\s+)?(?:here|there)|sederunt|owners|shareholders|residents|senators|officers`)},
	},
	filler: words(`new|old|outgoing|incoming|remaining|the|of|and|or|an?|in|on|at|to|for|from|by|via|with|as|were|was|are|is|who|those|following|all|some|our|we|had|have|been|meetings?|session|call|committee|council|board|commission|working|group|wg|tsc|tac|toc|tc|sc|core|team|steering|technical|voting|elected|full|co-?opted|independent|parish|town|city|county|school|district|company|association|society|club|headed|panel|select\s?board|senate|faculty|library|planning|zoning|advisory|finance|audit|trust|foundation|staff\s+members?|received|accepted|noted|sent|absence|persons?|officers?|officials|names?|list|sheet|register|record|also|others?|general|executive|non-executive|managing|acting|interim|annual|joint|local|community|project|person|physically|regular|included?|including|meeting's|\d+|no|absent|today|this|today's`),
	weak:   exact(`^(?:the\s+)?(?:\p{L}+\s+)?(?:officers|management|owners|shareholders|residents|senators|consultants?|auditors?|legal\s+counsel|others|directors|trustees|councill?ors|commissioners|selectmen|governors|aldermen|representatives?|people|team|public|staff|administration|quorum|members?|missing|away|notes|minutes|led|record|president|mayor|clerk|secretariat|zoom|online|remote|noted\s+by)$`),
	bare:   exact(`^(?:(?:meeting|the|draft|final|approved)\s+)*(?:in|out|(?:property\s+)?management|minutes|notes|public|staff|administration|members?|people|officers|owners|shareholders|residents|senators|consultants?|auditors?|directors|trustees|councill?ors|commissioners|president|mayor|clerk|secretary|chair(?:man|person)?|zoom|online|remote|virtual|quorum|led|missing|away|record|recording|sorry|secretariat|represented|here|there|others|(?:minutes|notes)\s+of\s.*|board\s+of\s+\p{L}+|(?:.*\s)?(?:minutes|notes|meetings?|session))$`),
	loose:  exact(`^(?:present|attendees|participants|members\s+present|in\s+attendance|attendance|absent|apologies|guests|delegates|representatives)\s+(?:from|of|for|at|on|by|via)\s|\s(?:present|attendees|participants|attending|absent|in\s+attendance|attended|guests|delegates|members|apologies|regrets|officers|directors|trustees|governors|senators)(?:\s+(?:were|was|are|included?|is))?$`),
	notes: []kindWords{
		{"excused", re(`\b(?:apolog(?:y|ies)|regrets|excused|sick|illness|on\s+leave|holiday)\b`)},
		{"absent", re(`\b(?:absent|not\s+present|no[- ]show)\b|^no$`)},
		{"remote", re(`\b(?:remote(?:ly)?|on-?line|virtual(?:ly)?|zoom|teams|webex|skype|(?:by|via)\s+(?:\p{L}+\s+)?(?:phone|telephone|video|call|link)|video\s?-?(?:link|conference|call)|teleconference|dial(?:led)?[- ]?in)\b`)},
		{"guest", re(`^(?:guest|invited|visitor|by\s+invitation|invitee|guest\s+speaker)$`)}, {"observer", re(`\bobserv(?:er|ing)\b`)},
		{"proxy", re(`\bprox(?:y|ies)\b`)},
		{"vice-chair", re(`^(?:the\s+)?(?:\p{L}+\s+)?(?:vice|deputy)[- ]?(?:chair|president)\p{L}*$`)},
		{"chair", re(`(?:^|[,;/&]\s*|\band\s+|\s)(?:in\s+the\s+chair|presiding|chairing|acting\s+chair|who\s+(?:took\s+the\s+chair|presided|chaired\b.*))\b|^(?:the\s+)?(?:(?:acting|meeting|board|committee|council|co|group|wg|tsc|interim)[- ])?(?:chair(?:man|woman|person|ed)?|facilitat(?:or|ing)|moderat(?:or|ing)|host|conven[eo]r|president)(?:\s*[,/&;]|\s+and\s|$|\s+of\s+the\s+(?:meeting|board|committee|council|association|society|club)$)`)},
		{"secretary", re(`^(?:the\s+)?(?:(?:[\p{L}-]+\s+){1,3}(?:and|&)\s+)?(?:(?:parish|town|city|county|company|corporate|recording|minutes?|board|committee|trust|acting|honorary|hon\.?|club|village|deputy|meeting)\s+)*(?:secretary|clerk|clerk\s+to\s+the\s+\p{L}+)(?:\s*[,/&;]|\s+and\s|$|\s+(?:to|of)\s+the\s+\p{L}+$)`)},
		{"scribe", re(`\b(?:minutes|minuting|scribe|scribing|note[- ]?tak(?:er|ing)|notes|minute[- ]?tak(?:er|ing)|taking\s+(?:the\s+)?(?:minutes|notes)|rapporteur|recorder|recording)$`)},
	},
}

// initialsAndPost is the post behind the initials in brackets of somebody: "Ada Byron (AB) Chair".
var initialsAndPost = exact(`(\(\p{Lu}{2,4}\))\s+(\p{Lu}[^();,\n]*)([;,\n]|$)`)

// manyPosts begins a part of a list with the post of all whom it names: "Trustees Ann Reed and Bo
// Lund".
var manyPosts = re(`^(?:the\s+)?(?:[\p{L}-]+\s+){0,2}?(?:members|councill?ors|cllrs|commissioners|trustees|directors|alder(?:men|persons)|selectmen|supervisors|governors|senators|professors|ministers|judges|messrs)\.?\s+(?-i:\p{Lu})`)

var (
	// joinedParticle is a name with a small word before it: "al-Farsi".
	joinedParticle = exact(`^` + articleEn + `\p{Lu}\p{L}`)
	// sheikh is a title before a name that says whose son somebody is, or of which family; else it
	// may be a given name.
	sheikh = exact(`^(?:H\.\s?E\.?,?\s+)?(?:Sheikha?|Shaikha?)\s+(\p{Lu}.*\s(?:bin|bint|ibn|al|Al)[\s-].*)$`)
)

// joined reports whether a word of a name is one with a small word before it.
func joined(word string, i int) bool { return i > 0 && joinedParticle.MatchString(word) }

// withPosts are the parts of a list in English, of which the post of the next one is a note: "the
// Clerk, Mrs D Rowe".
func (d *Draft) withPosts(parts []string) []string {
	if d.Lang == "en" {
		parts = minutesByLast(parts)
	}
	for i := len(parts) - 2; i >= 0 && d.Lang == "en"; i-- {
		if bare, _ := withoutNotes(parts[i+1]); strings.HasPrefix(parts[i], "the ") && roleAlone.MatchString(parts[i]) && someTitles.MatchString(bare) {
			parts[i+1] += " (" + strings.TrimPrefix(parts[i], "the ") + ")"
			parts = slices.Delete(parts, i, i+1)
		}
	}
	return parts
}

// minutesByLast puts who took the minutes before that, in the part of a list that says so: "minutes
// by Ada Byron".
func minutesByLast(parts []string) []string {
	for i, part := range parts {
		parts[i] = minutesBy.ReplaceAllString(part, "$1 (minutes)")
	}
	return parts
}

var minutesBy = re(`^(?:the\s+)?(?:minutes|notes)\s*(?:\b(?:were\s+)?(?:taken\s+|recorded\s+|kept\s+)?by|:)\s+((?-i:\p{Lu}).{2,60})$`)

// withinBrackets takes the brackets out of what is put in some.
var withinBrackets = strings.NewReplacer("(", "– ", ")", "")
