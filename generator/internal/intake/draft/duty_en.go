package draft

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// A duty is what a sentence in English gives somebody to do.
type duty struct {
	who  string
	verb string // the words that say that it is a duty
	body bool   // somebody who is no person
}

const (
	dutyWords = `(?:(?:has|have|had|was|were)\s+)?(?:agree[ds]?|undert(?:ook|akes?)|volunteer(?:ed|s)|offer(?:ed|s)|promise[ds]|commit(?:ted|s)(?:\s+(?:himself|herself|itself|themselves))?|pledged)\s+to|` +
		`(?:(?:has|have|took|takes|will\s+take|was\s+given)\s+(?:an?|the)\s+action(?:\s+item)?\s+to)|takes\s+(?:on|over|care\s+of|the)|(?:is|are)\s+responsible\s+for`
	orderWords = `shall|must|(?:is|are|was|were)\s+to|(?:is|are)\s+(?:required|due)\s+to`
	willWords  = `will|would|should|needs?\s+to|plans?\s+to|(?:is|are)\s+going\s+to|['’]ll`
	nameRun    = `(?:\p{Lu}[\p{L}.'’-]*|@[\w-]+)(?:(?:\s+|\s*,\s*(?:and\s+)?|\s+and\s+|\s*[&/]\s*)(?:\p{Lu}[\p{L}.'’-]*|@[\w-]+)){0,6}`
)

var (
	dutyStart = exact(`^((?:(?i:the|all|both|our|each)\s+)?[\p{L}@][^;:]{0,90}?)\s+((?i:` + dutyWords + `|` + orderWords + `|` + willWords + `|to))\s+(?:also\s+|then\s+|now\s+|jointly\s+)?([\p{L}-]+)`)
	dutyLater = exact(`(?:(?:[,;:–—→]|\p{Lu}\.|->|=>|\()\s+(?:and\s+|but\s+|so\s+)?|\s-\s|\b(?:and|that|so|as|since|because)\s+)(` + nameRun + `)\s+((?i:` + dutyWords + `|` + orderWords + `|` + willWords + `|to))\s+(?:also\s+|then\s+|now\s+)?([\p{Ll}-]+)`)
	dutyThen  = exact(`^((?:The\s+)?` + nameRun + `(?:\s+(?:side|delegation|secretariat|ministry))?)\s[^;:]{2,220}?\band\s+(?:also\s+)?((?i:` + dutyWords + `|will|shall))\s+([\p{Ll}-]+)`)
	dutyTold  = []*pattern{
		re(`(?:\b(?:ask|direct|instruct|request|task|charg|commission|entrust|mandat|order|requir|delegat|assign|invit|urg|encourag)(?:ed|es|s)|(?:^|\bto\s+|[:–—]\s+)(?:ask|direct|instruct|request|task|charge|commission|entrust|mandate|order|require|delegate|assign))\s+(?:that\s+)?(?:the\s+)?((?:[^,.;:]|\b(?:Dr|Mr|Mrs|Ms|Prof|St)\.){2,90}?)(?:,\s+(?:the|as|our|in|together|jointly|through|with|where|if)\s[^,.;:]{3,60},)?\s+(?:to|with)\s+(?:\p{L}+ly\s+)?([\p{L}-]{2,})`),
		re(`\b(?:agreed|decided|resolved|requested|requests|directed|asked|recommended|moved|suggested|carried|voted|understood)\b[^.;]{0,60}?\bthat\s+(?:the\s+)?((?:[^,.;:]|\b(?:Dr|Mr|Mrs|Ms|Prof)\.){2,70}?)\s+(?:should\s+|shall\s+|will\s+|would\s+|be\s+(?:asked|instructed|directed|requested)\s+to\s+)?(prepare|obtain|submit|report|provide|circulate|draft|review|revise|write|contact|investigate|bring|make|produce|send|arrange|organi[sz]e|update|publish|look|set|seek|get|check|ask|invite|consider|explore|develop|complete|present|resubmit|issue|negotiate|draw|hold|continue|liaise|collect|share|approach|consult|inform|monitor|purchase|buy|order|replace|repair|install|respond|reply|attend|raise|follow|work|discuss|meet|talk|speak|convene|chase|find|compile|collate|post|add|remove|fix|test|run|email|call|notify|advise|remind|finali[sz]e|close|ensure|confirm|clarify|implement|undertake|conduct|deliver|address|amend|identify|assess|evaluate|engage)(s?)\b`),
		re(`^(?:the\s+)?((?:[^,.;:]|\b(?:Dr|Mr|Mrs|Ms|Prof)\.){2,70}?)\s+(?:(?:was|were|is|are|has\s+been|have\s+been|will\s+be)\s+(?:then\s+|also\s+|therefore\s+)?)?(?:asked|directed|instructed|requested|tasked|mandated|delegated|assigned|charged|entrusted|commissioned|invited|urged|called\s+upon)\s+(?:to|with)\s+([\p{L}-]+)`),
	}
	// dutyBy is what has to be done by somebody: "that notices be issued by the Secretary".
	dutyBy = re(`\b(?:to|should|shall|must|will|would|that\b[^.;:]{2,120}?)\s+be\s+(?:\p{L}+ly\s+)?(?:\p{L}+(?:ed|en)|done|sent|made|drawn\s+up|set\s+up|brought|sought|put|held|built|bought|paid|led|given)(?:\s+(?:up|out|to\s+[^.;,]{3,60}?))?\s+by\s+(?:the\s+)?((?-i:(?:(?:Dr|Mr|Mrs|Ms|Prof|Cllr)\.?\s+)?\p{Lu}[\p{L}.'’-]*(?:\s+(?:and\s+)?\p{Lu}[\p{L}.'’-]*){0,3})|` + postBefore + post + `|secretariat|staff|contractor|management|committee|working\s+(?:group|party))(?:$|[\s.,;)])`)
	// dutyWhich is what somebody has to do to whom the sentence gave something: "referred to the
	// committee, which will report in May".
	dutyWhich = re(`\b(?:to|by|with|from)\s+(?:the\s+|its\s+)?((?:[\p{L}’'-]+\s+){0,7}[\p{L}’'-]+),?\s+(?:which|who)\s+(?:will|would|shall|must|is\s+to|are\s+to|(?:was|were|is|are)\s+(?:asked|requested|directed|instructed|due)\s+to)\s+([\p{L}-]+)`)
	// dutySaid is what somebody said to do next: "Ann advised that she would call them".
	dutySaid = re(`^(?:the\s+)?((?-i:\p{Lu})[^,.;:]{1,60}?)\s+(?:advised|said|stated|confirmed|indicated|reported|added|replied|responded|noted)\s+(?:that\s+)?(?:he|she|they)(?:\s+(?:would|will)|['’]ll)\s+(?:also\s+|then\s+)?([\p{Ll}-]+)`)
	// dutyNow is what notes say that one of those who attended does after the meeting.
	dutyNow     = exact(`(?:^|[,;:–—→]\s+(?:and\s+|so\s+)?|->\s*)(` + nameRun + `)\s+(?:then\s+|also\s+|now\s+)?((?:checks|writes|sends|books|prepares|drafts|contacts|updates|circulates|organi[sz]es|arranges|orders|buys|publishes|posts|submits|reviews|creates|opens|files|schedules|invites|collects|follows\s+up|sets\s+up|looks\s+into|talks\s+to|speaks\s+to|gets|brings|finds|calls|emails|e-mails|investigates|clarifies|coordinates|co-ordinates|fixes|implements|translates|compiles|hands\s+over|reports\s+back|takes\s+(?:on|over|care)|chases|obtains|provides|drives|pings|asks\s+(?:(?:the|an?|our|his|her|their|its)\s|\p{Lu})[^.;:]{0,60}?\s(?:to|for|whether|if)|tests|merges|prints|reserves|registers|plans))\s+\p{L}+`)
	dutyTopic   = exact(`^(?:[-–—•*]\s+|\[[^\[\]]{0,20}\]\s*|\d+[.)]\s+)*(?:[^:]{1,50}:\s+|(?:[A-Z]{3,}\s+){1,5})?`)
	noOwner     = re(`^(?:the|our|both)$|\bbe$|^(?:urges|encourages|invites|recommends|asks|calls|appeals|thanks|notes|requests|instructs|decides|an?|it|this|that|these|those|there|which|who|what|i|you|we|us|he|she|they|one|nobody|no\s+one|someone|anyone|whether|if|when|in\s+order|as|and|or|not|need|needs|plan|plans|decision|agreement|proposal|suggestion|motion|consensus|(?-i:meeting|session)|time|how|where|according|due|prior|subject|next|up|be|with|for|from|of|on|at|by)\b|\b(?:motion|decision|moved|voted|(?-i:meeting)|proposal|request|vote)\b`)
	ownBody     = re(`^(?:the\s+|both\s+|all\s+|two\s+)*(?:committee|council|board|commission|assembly|group|meeting|senate|members|parties|sides|participants|delegations|administrations|ministers|team|trustees|directors|tsc|tc|we|club|association|society)$`)
	orgWords    = re(`\b(?:secretariat|staff|management|working\s+(?:group|party)|sub-?groups?|sub-?committees?|committee|task\s+(?:force|team)|sides?|delegations?|ministr(?:y|ies)|departments?|agency|agencies|authorit(?:y|ies)|office|team|administration|jurisdictions|members|all|everyone|editors|chairs|company|contractor|bureau|directorate|unit|commission|parties|party|board|council|group|owners|host|organi[sz]ers|school|university|institute|centre|center|service|faculty|legal|counsel|states|institution|college|manager|agent|supplier|vendor|tutors|heads|officers)\b`)
	handleAlone = exact(`^@[\w-]+(?:\s\p{Lu}[\p{L}'’-]*){0,2}$`)
	hasDay      = re(`\b(?:by|before|within|until|no\s+later\s+than|prior\s+to|due)\b`)
	onlyPeople  = re(`^(?:all(?:\s+(?:members|of\s+us|present))?|everyone|everybody|staff)$`)
)

// dutyIn finds what a sentence gives somebody to do.
func (d *Draft) dutyIn(sentence string) (duty, bool) {
	if strings.Contains(sentence, "ll ") {
		sentence = shortWill.ReplaceAllString(sentence, "$1 will ") // "He'll call them"
	}
	if u, ok := d.dutyGiven(sentence); ok {
		return u, true
	}
	sentence = agreedThey.ReplaceAllString(sentence, "$1 will ")
	bare := dutyTopic.ReplaceAllString(sentence, "")
	if bare = dutyWhen.ReplaceAllString(bare, ""); bare != sentence {
		if u, ok := d.dutyGiven(bare); ok {
			return u, true
		}
	}
	for _, text := range []string{bare, sentence} {
		if m := dutyStart.FindStringSubmatch(text); m != nil {
			if u, ok := d.dutyOf(m, sentence); ok {
				return u, true
			}
		}
	}
	if u, ok := d.dutyOfThem(sentence, bare); ok {
		return u, true
	}
	if m := dutyThen.FindStringSubmatch(bare); m != nil {
		if u, ok := d.dutyOf(m, sentence); ok {
			return u, true
		}
	}
	for _, m := range dutyLater.FindAllStringSubmatch(sentence, -1) {
		if d.allPeople(m[1]) {
			if u, ok := d.dutyOf(m, sentence); ok {
				return u, true
			}
		}
	}
	return duty{}, false
}

// agreedThey begins what was agreed that somebody would do: "Agreed he would ask".
var agreedThey = exact(`^(?:It was )?(?:[Aa]greed|[Dd]ecided|[Rr]esolved|AGREED|RESOLVED)(?:\s+that)?\s+([Hh]e|[Ss]he|[Tt]hey)\s+(?:would|will|should)\s+`)

// shortWill is a short form of "will".
var shortWill = exact(`([\p{L}])['’]ll\s+`)

// dutyOfThem finds what is to be done by somebody whom a sentence names behind it, or as those to
// whom something went, or what one of those who attended does.
func (d *Draft) dutyOfThem(sentence, bare string) (duty, bool) {
	may := func(who string) bool { return d.allPeople(who) || orgWords.MatchString(who) }
	if m := dutyBy.FindStringSubmatch(sentence); m != nil && may(m[1]) && !ownBody.MatchString(m[1]) {
		return duty{m[1], m[0], false}, true
	}
	if m := dutyWhich.FindStringSubmatch(sentence); m != nil && may(m[1]) && isVerb(m[2]) && !notToDo.MatchString(" will "+m[2]+" ") {
		return duty{m[1], m[0], false}, true
	}
	if m := dutySaid.FindStringSubmatch(bare); m != nil && d.allPeople(m[1]) && isVerb(m[2]) && !notToDo.MatchString(" will "+m[2]+" ") {
		return duty{m[1], m[0], false}, true
	}
	if m := dutyNow.FindStringSubmatch(bare); m != nil && d.allPeople(m[1]) {
		return duty{m[1], m[2], false}, true
	}
	return d.dutyBeside(sentence)
}

// dutyWhen is what may stand before those who have to do something: "In reply to a question, …".
var dutyWhen = exact(`^(?:In|On|At|After|Following|During|With|For|As|Regarding|Concerning|Before|Meanwhile)\s[^,;:]{2,80},\s+(?:the\s+)?`)

// dutyGiven finds whom a sentence tells to do something.
func (d *Draft) dutyGiven(sentence string) (duty, bool) {
	for _, told := range dutyTold {
		m := told.FindStringSubmatch(sentence)
		if m == nil {
			continue
		}
		m[1] = relative.ReplaceAllString(m[1], "")
		if d.givesDuty(m, sentence) && !noOwner.MatchString(m[1]) && !preposition.MatchString(m[1]) && !inClause.MatchString(m[1]) && isVerb(m[2]) {
			return duty{m[1], m[0], false}, true
		}
	}
	return duty{}, false
}

// givesDuty reports whether a match in a sentence tells those whom it names to do something.
func (d *Draft) givesDuty(m []string, sentence string) bool {
	switch {
	case strings.HasSuffix(m[1], " be"), strings.Contains(m[1], " be "): // "that plans be brought to each meeting"
		return false
	case pronoun.MatchString(m[1]) && d.subject == "": // "asked them to"
		return false
	case placeOnly.MatchString(m[1]) && !d.hasDay(sentence): // what somebody wants of the place
		return false
	case strings.HasPrefix(m[0], m[1]) && askedFor.MatchString(m[0]): // "Mayor asked to adjust the date"
		return false
	case last(m[3:]) != "" && !d.allPeople(m[1]): // "that reviews take place" tells nobody to review
		return false
	}
	return !invites.MatchString(m[0]) || d.hasDay(sentence) // else it is no more than an invitation
}

// dutyOf reports whether whoever is named before words of duty has to do something: the weaker
// the words, the surer it must be that it is a person, or that there is a day.
func (d *Draft) dutyOf(m []string, sentence string) (duty, bool) {
	who, word, verb := m[1], strings.ToLower(m[2]), m[3]
	if who == "May" && word == "need to" {
		return duty{}, false // nobody of that name
	}
	who = d.meant(who)
	people := d.allPeople(who)
	if !people && d.allDelegations(who) {
		return duty{who, m[2], true}, delegationHas(word, verb, hasDay.MatchString(sentence))
	}
	if !people && (notWork.MatchString(verb) || !mayOwn(who) || word == "to" && pastVerb.MatchString(who)) || notToDo.MatchString(" will "+verb+" ") && !(verb == "have" && (word == "to" || hasDone.MatchString(sentence))) || !isVerb(verb) {
		return duty{}, false
	}
	u := duty{who, m[2], !people}
	day := hasDay.MatchString(sentence)
	if people {
		decides := onlyPeople.MatchString(who) && promised.MatchString(word) // "everyone agreed to"
		return u, !strings.HasPrefix(word, "would") && !decides || day
	}
	return u, bodyHas(who, word, verb, day)
}

// meant is who a pronoun stands for, if that is known; others stand for themselves.
func (d *Draft) meant(who string) string {
	if d.subject != "" && pronoun.MatchString(who) {
		return d.subject
	}
	return who
}

// bodyHas reports whether words of duty bind somebody who is no person; day says that there is
// one.
func bodyHas(who, word, verb string, day bool) bool {
	promises := promised.MatchString(word)
	switch {
	case ownBody.MatchString(who):
		return day && (orderWordsOnly.MatchString(word) || willWordsOnly.MatchString(word) && ownWork.MatchString(verb))
	case !orgWords.MatchString(who) && !((day || promises) && allUpper(who)):
		return false
	case word == "to":
		return orgWords.MatchString(who) && len(strings.Fields(who)) <= 4
	case promises && !day && outsider.MatchString(who):
		return false
	case promises:
		return bound.MatchString(who) || day || allUpper(who) && len(strings.Fields(who)) <= 2
	case willWordsOnly.MatchString(word):
		return day
	}
	return true
}

// hasDone is what somebody has who does something.
var hasDone = re(`\bhave\s+(?:an?\s+(?:quiet\s+)?(?:word|look|chat|go)|another\s+look|[^.;]{3,60}?\s(?:ready|done|in\s+place|finished|printed|repaired|cleared|checked))\b`)

// notWork is what a body does at its meeting.
var notWork = re(`^(?:recommend|agree|meet)$`)

// ownWork is what those who met do themselves before they meet again.
var ownWork = re(`^(?:report|study|review|respond|reply|issue|send|publish|prepare|provide|circulate|submit|seek|contact|investigate|draft|write|obtain|inspect|look|examine|notify|inform)$`)

// allUpper reports whether each word of a name has a capital letter.
func allUpper(who string) bool {
	bare := leadingArticle.ReplaceAllString(who, "")
	return allCapitals(bare) || isUpperFirst(bare) && !strings.Contains(bare, " ")
}

// mayOwn reports whether words may name somebody who has to do something.
func mayOwn(who string) bool {
	return !noOwner.MatchString(who) && !inClause.MatchString(who) && !strings.HasSuffix(who, " and") && len(strings.Fields(who)) <= 9
}

// invites is a word that tells nobody to do anything without a day.
var invites = re(`^(?:invit|urg|encourag)(?:ed|es)\b|\binvited\s+(?:to|with)\s+\p{L}+$`)

// placeOnly is a place for those who govern it.
var placeOnly = re(`^(?:the\s+)?(?:city|town|village|county|borough|district|state|government)$`)

// askedFor is what somebody asked for.
var askedFor = re(`^(?:the\s+)?(?:mayor|president|chair\p{L}*|applicant|petitioner|residents?|owners?|tenants?|members?)\s+(?:asked|requested)\s`)

// relative is what a clause says of those before it.
var relative = re(`\s+(?:that|who|which)\s.*$`)

// outsider is somebody who promises something of their own, or says no more than that it is
// agreed.
var outsider = re(`^(?:the\s+)?(?:petitioner|applicant|developer|appellant|management|administration|members|everyone|residents?|tenants?|owners?)$`)

// pastVerb is a verb that tells what somebody did: what comes next is not theirs to do.
var pastVerb = exact(`\s(?:\p{Ll}{2,}ed|whether|how|put|set|met|took|gave|went|came|spoke|felt|thought|meant|sent|want|wants)(?:\s|$)`)

var (
	pronoun        = re(`^(?:he|she|they|him|her|them)$`)
	orderWordsOnly = re(`^(?:` + orderWords + `)$`)
	willWordsOnly  = re(`^(?:` + willWords + `)$`)
)

var (
	promised = re(`^(?:` + dutyWords + `)$`)
	bound    = re(`\b(?:sides?|delegation|secretariat|ministr(?:y|ies)|department|agency|authority|staff|contractor|company|manager|agent)\b`)
	inClause = re(`\b(?:decided|agreed|voted|resolved|has|had|have|was|were|is|are|will|can|could|to|that|which|who|wants?|aims?|hopes?|proposes?|suggests?|recommends?|asks?|expects?|prefers?|tries|intends?|plans?|continues?|tends?|seeks?|seems?|likes?|declined|refused|failed|opted|chose|voted)\b`)
	noVerbEn = re(`^(?:the|an?|be|this|that|his|her|their|our|its|all|end|date|any|each|some|which)$`)
)

// isVerb reports whether a word may be a verb in its basic form.
func isVerb(s string) bool { return s != "" && !isUpperFirst(s) && !noVerbEn.MatchString(s) }

// allPeople reports whether words name people alone: those who attended, those with a title or a
// handle, and posts.
func (d *Draft) allPeople(words string) bool {
	parts := d.rollParts(strings.ReplaceAll(words, "/", ","), true)
	return len(parts) > 0 && !slices.ContainsFunc(parts, func(p string) bool { return !d.isPerson(p) })
}

func (d *Draft) isPerson(p string) bool {
	p = strings.TrimSpace(p)
	name, _ := splitNote(p)
	bare := d.bareName(name)
	titled := bare != name
	bare, post := withoutPost(bare)
	switch {
	case p == "" || len(strings.Fields(p)) > 6:
		return false
	case handleAlone.MatchString(p), onlyPeople.MatchString(p), roleAlone.MatchString(name) && !ownBody.MatchString(name):
		return true
	case d.wasThere(d.fullName(strings.TrimPrefix(bare, "@"))):
		return true
	case oneName.MatchString(bare) && cmp.Or(d.fullerInText(bare), d.inShort(bare)) != "":
		return true
	}
	return (titled || post != "") && isName(bare) && isUpperFirst(bare)
}

// englishOwners are those whom words in English name as those who have to do something.
func (d *Draft) englishOwners(words, at string) (out []Value) {
	words = d.meant(strings.Trim(untilWhen.ReplaceAllString(words, ""), " ,;.:–—-"))
	if id, _ := d.stateOf(words); id != "" && sideOf.MatchString(words) {
		return d.owners(words, at, asNamed)
	}
	if memberStates.MatchString(words) {
		return []Value{d.office(leadingArticle.ReplaceAllString(words, ""), at, asNamed)}
	}
	words = nextHandle.ReplaceAllString(words, "$1, @")
	parts := twoBodies(words)
	if d.allPeople(words) || d.allDelegations(words) {
		parts = d.rollParts(strings.ReplaceAll(words, "/", ","), true)
	}
	for _, part := range parts {
		part = strings.TrimSpace(part)
		name, _ := splitNote(part)
		bare, _ := withoutPost(d.bareName(name))
		if strings.HasPrefix(part, "@") {
			bare = strings.TrimPrefix(part, "@")
		}
		switch full := d.fullName(bare); {
		case d.onlyHandle(part, full, bare):
			out = append(out, d.member(part, at, asNamed))
		case !d.wasThere(full) && d.inShort(bare) != "":
			out = append(out, d.member(d.inShort(bare), at, asNamed))
		case !d.wasThere(full) && d.fullerInText(bare) != "":
			out = append(out, d.member(d.fullerInText(bare), at, asNamed))
		case d.wasThere(full), isName(bare) && isUpperFirst(bare) && bare != name && !restOfPost.MatchString(bare), strings.HasPrefix(part, "@"):
			out = append(out, d.member(bare, at, asNamed))
		case part != "":
			out = append(out, d.office(leadingArticle.ReplaceAllString(part, ""), at, asNamed))
		}
	}
	return out
}

// memberStates are those of a body, who are no members of it by name.
var memberStates = re(`^(?:(?:all|the|other|remaining)\s+)*(?:member|participating|contracting|partner)\s+(?:states|countries|parties|economies|organi[sz]ations|bodies|institutions|governments|churches|clubs|associations)$`)

// endsWithOwner reads a sentence that ends with the initials of those who have to do it, in
// brackets or behind the full stop. A day may follow them.
func (d *Draft) endsWithOwner(a *Action, text, at string) bool {
	m := endInitials.FindStringSubmatch(text)
	if m == nil || endsInVote.MatchString(m[1]) {
		return false
	}
	a.Owners, a.Title = d.initialOwners(m[2], at), Value{m[1], at, Likely, ""}
	if len(a.Owners) > 0 && m[3] != "" {
		d.deadlineOf(a, m[3])
	}
	return len(a.Owners) > 0
}

// numberedTask reads a line with the number of a task and the initials of those who have to do
// it: "A-34 PC: open an issue".
func (d *Draft) numberedTask(a *Action, text, at string) bool {
	m := taskNumber.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	a.Owners, a.Title = d.initialOwners(m[1], at), Value{m[2], at, Likely, ""}
	return len(a.Owners) > 0
}

// taskNumber is the number of a task, with initials behind it.
var taskNumber = exact(`^\(?(?:[A-Z]{1,4}[-\s]?)?\d{1,4}(?:[./-]\d{1,3})*[.)]?\s+(\p{Lu}{2,3}(?:\s*[/,&+]\s*\p{Lu}{2,3})*)\s*[:–—-]\s+(\S.*)$`)

// initialOwners are those who attended whose initials words are; none where one of them is
// nobody's.
func (d *Draft) initialOwners(words, at string) (out []Value) {
	for _, who := range wordsOf.FindAllString(words, -1) {
		full := d.fullName(who)
		if full == who || !d.wasThere(full) {
			return nil
		}
		out = append(out, d.member(full, at, asNamed))
	}
	return out
}

var (
	endInitials = exact(`^(.{12,}?\S)\s*(?:[(\[](?:[Aa]ction\s*[:–-]?\s*|ACTION\s*[:–-]?\s*)?(\p{Lu}{2,3}(?:\s*(?:[/,&+]|and)\s*\p{Lu}{2,3})*)(?:\s*[,;–-]\s*(?:by\s+)?([^()\[\]]{3,30}))?[)\]]\.?)$`)
	// aloneInitials is a sentence that is nothing but initials, in brackets or at the margin.
	aloneInitials = exact(`^[(\[]?\s*(?:[Aa]ction\s*[:–-]?\s*)?\p{Lu}{2,3}(?:\s*(?:[/,&+]|and)\s*\p{Lu}{2,3})*\s*[)\]]?\.?$`)
	wordsOf       = exact(`\p{Lu}{2,3}`)
	endsInVote    = re(`\b(?:proposed|seconded|moved|prop|sec|present|apologies|absent|chair|secretary|treasurer|clerk)\b`)
)

// restOfPost is what is left of a post without the words that are one, too.
var restOfPost = re(`^(?:secretary|general|engineer|scientist|minister|clerk|nurse|executive|officer|whip|staff|constable|justice|greenkeeper|nurse|of\s.*)$`)

// nextHandle is a handle after another word.
var nextHandle = exact(`([\p{L}\d])\s+@`)

var leadingArticle = re(`^(?:the|our|its|their)\s+`)

// dutyAction reads an action of a sentence in English.
func (d *Draft) dutyAction(a *Action, text, at string) bool {
	u, ok := d.dutyIn(text)
	if !ok {
		return false
	}
	a.Owners = d.englishOwners(u.who, at)
	a.Title = Value{text, at, Likely, ""}
	return len(a.Owners) > 0
}

// bindsIn finds sentences in English by which a body or a side has to do something.
func (d *Draft) bindsIn(p *Piece, text string) {
	if len(p.Rows) > 0 || p.hasAct("instructed") || !strings.HasPrefix(model.PartOf(p.ID), "c") {
		return
	}
	for _, sentence := range d.sentences(text) {
		u, ok := d.dutyIn(sentence)
		if ok && u.body && (orderWordsOnly.MatchString(u.verb) || willWordsOnly.MatchString(u.verb)) && d.quotes(p, text, "instructed", u.verb) {
			return
		}
	}
}

// listedTask reads an item of a list of tasks in English.
func (d *Draft) listedTask(a *Action, p *Piece, text, at string) bool {
	if a.Owners = d.leadingNames(text, at, false); len(a.Owners) > 0 && (d.allPeople(leading.FindString(text)) || !strings.Contains(text, " to ")) {
		a.Title = Value{text, at, Likely, ""}
		return true
	}
	if a.Owners = nil; d.taskParts(a, text, at) || d.dutyAction(a, text, at) {
		return true
	}
	return d.namedAction(a, p, text, at, true)
}

// toOne reports whether what follows the label of an action is only who has to do what precedes
// it: "Action: Ms Bevan, by 14 June".
func (d *Draft) toOne(rest string) (who string, ok bool) {
	who = strings.Trim(d.withoutDay(rest), " ,;.:()")
	return who, who != "" && len(strings.Fields(who)) <= 8 && (d.allPeople(who) || initialsOnly.MatchString(who) || postWithField.MatchString(who))
}

// postWithField is a post with what it is for: "Director, Irrigation".
var postWithField = re(`^` + postBefore + post + `,\s+(?-i:\p{Lu})[\p{L}&-]+(?:\s+[\p{L}&-]+){0,4}$`)

// subjectOf remembers whom a sentence in English begins with, for "He will …" in the next one.
func (d *Draft) subjectOf(sentence string) {
	m := leading.FindString(dutyTopic.ReplaceAllString(sentence, ""))
	for m != "" {
		if d.allPeople(m) {
			d.subject = m
			return
		}
		i := strings.LastIndexByte(m, ' ')
		m = m[:max(i, 0)]
	}
}

// taskParts reads an item of a list of tasks that names the owner behind the task, in brackets or
// between dashes: "Book the room – Ann – 5 May", "Book the room (Ann, by 5 May)".
func (d *Draft) taskParts(a *Action, text, at string) bool {
	parts := taskDash.Split(text, -1)
	m := lastBracket.FindStringSubmatch(parts[len(parts)-1])
	bracketed := m != nil && len(parts) == 1
	if m != nil {
		parts = append(parts[:len(parts)-1], m[1], m[2])
	}
	var title []string
	for i, part := range parts {
		part = strings.TrimSpace(part)
		who := strings.Trim(d.withoutDay(ownerLabel.ReplaceAllString(part, "")), " ,;.:")
		switch {
		case who == "" && i > 0:
		case (i > 0 || len(parts) > 1 && !strings.Contains(who, " ")) && len(a.Owners) == 0 && (d.allPeople(who) || initialsOnly.MatchString(who) || bracketed && i == len(parts)-1 && isName(who) && isUpperFirst(who) && !slices.ContainsFunc(strings.Fields(who), noNameWord)):
			a.Owners = d.englishOwners(who, at)
		default:
			title = append(title, part)
		}
	}
	if len(a.Owners) == 0 || len(title) == 0 {
		return false
	}
	a.Title = Value{strings.Join(title, " – "), at, Likely, ""}
	return true
}

var (
	taskDash    = exact(`\s+[–—-]+\s+|\s*\|\s*`)
	lastBracket = exact(`^(.*\S)\s*[(\[]([^()\[\]]{2,80})[)\]]\s*\.?$`)
	ownerLabel  = re(`^(?:owner|owners|assignee|assigned\s+to|responsible|lead|who|action)\s*[:–-]?\s*|^(?:on|for|by)\s+`)
)

// withoutDay is a text without the days and terms that it has.
func (d *Draft) withoutDay(text string) string {
	for _, when := range slices.Backward(append(d.dates(text), d.daysWithoutYear(text)...)) {
		if when.to <= len(text) {
			text = text[:when.from] + text[when.to:]
		}
	}
	for _, t := range d.lex.terms {
		text = t.ReplaceAllString(text, "")
	}
	return dueWords.ReplaceAllString(text, "")
}

var dueWords = re(`\b(?:due(?:\s+(?:date|by|on))?|deadline|by|before|until|on|no\s+later\s+than|target)\s*[:–-]?\s*(?:the\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?[\s)\]]*$|\bTBD\b`)
