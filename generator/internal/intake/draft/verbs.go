package draft

import (
	"strings"
)

// bodyVerbs are verbs of those who meet that are no formula of the vocabulary: they count only
// where a sentence begins with the body, or goes on from one that does.
type bodyVerbs struct {
	subject *pattern // begins a sentence
	lead    *pattern // a paragraph of the body that goes on in a list
	verbs   []saying // group 1 is the verb
}

// did finds what a body did by its verbs; goesOn says that the text goes on from the one before.
func (d *Draft) did(p *Piece, text string, goesOn bool) {
	b := d.lex.body
	if b == nil {
		return
	}
	for _, sentence := range sentences(text) {
		rest := sentence
		if m := b.subject.FindStringIndex(sentence); m != nil {
			rest = sentence[m[1]:]
		} else if !goesOn {
			continue
		}
		for _, v := range b.verbs {
			m := v.FindStringSubmatchIndex(rest)
			if m == nil {
				continue
			}
			at := strings.Index(text, sentence) + len(sentence) - len(rest) + m[2]
			if !p.hasAct(v.code) && !d.lex.notActed.MatchString(text[:at]) && !d.idle(text, at, at+m[3]-m[2]) {
				d.quotesAt(p, v.code, rest[m[2]:m[3]], at)
			}
		}
	}
}

// verbsOf makes the patterns of verbs by their codes: a verb stands first, or after a comma or
// "and".
func verbsOf(and string, all map[string]string) []saying {
	var out []saying
	for _, code := range []string{
		"approved", "adopted", "noted", "instructed", "recommended", "decided", "appointed", "welcomed", "supported", "agreed", "amended", "deferred", "rejected", "referred", "closed", "considered", "discussed", "exchanged-views",
	} {
		if verbs := all[code]; verbs != "" {
			out = append(out, saying{code, re(`(?:^|,\s+(?:` + and + `)?|\s+` + and + `)` + `(?:\.?\d+[.)]?\s+)?(` + verbs + `)(?:[^\p{L}-]|$)`)})
		}
	}
	return out
}

// englishBody is how sentences on what a body did begin.
const englishBody = `(?:(?:the|both|all|two)\s+){0,3}(?:[\p{L}-]+\s+){0,3}?(?:(?:sub-?|joint\s+)?committee|council|board|commission|assembly|conference|senate|ministers|parties|sides|delegations|participants|members|membership|group|panel|trustees|directors|cabinet|force|meeting|session|congress|executive|team|we|ec|tsc|tag|heads|officials|experts|parliament|forum|society|association|company|shareholders)(?:\s+of\s+[^.,;:]{2,80}?)?`

var englishVerbs = &bodyVerbs{
	subject: re(`^(?:(?:[^.;:]{0,80}?,\s+)?(?:on\s+[^,]{3,60},\s+)?)?` + englishBody + `(?:\s*\([^()]*\))?,?(?:\s+(?:also|further|then|unanimously|formally|strongly|again|duly|jointly|all|hereby|subsequently|accordingly|therefore|furthermore|in\s+principle|by\s+consensus|has|have|had|following\s+discussion,?))*\s+`),
	lead:    re(`^(?:the\s+)?[^.;]{0,160}(?:committee|council|board|commission|assembly|conference|ministers|parties|sides|group|meeting)[^.;]{0,160}:$`),
	verbs: verbsOf(`and\s+(?:also\s+|further\s+|then\s+)?`, map[string]string{
		"noted":       `received|recogni[sz]ed|acknowledged|recalled|emphasi[sz]ed|stressed|underlined|underscored|highlighted|took\s+note|was\s+informed|were\s+informed|expressed\s+(?:its|their)\s+(?:appreciation|gratitude|concern|satisfaction)|observed|was\s+briefed`,
		"considered":  `heard|studied|looked\s+at|was\s+presented\s+with|examined`,
		"supported":   `reaffirmed|reiterated|expressed\s+(?:its|their)?\s*(?:support|readiness)|confirmed\s+(?:its|their)\s+(?:support|commitment|readiness)|spoke\s+in\s+favou?r`,
		"recommended": `called\s+(?:up)?on|urged|encouraged|invited|advised|appealed\s+to|proposed`,
		"instructed":  `tasked|charged|mandated|directed|authori[sz]ed|asked|commissioned|assigned|delegated`,
		"decided":     `voted|confirmed|determined|established|created|set\s+up|extended|waived|granted|awarded|selected|chose|opted|allocated|concluded\s+that|formed|settled`,
		"adopted":     `accepted|ratified|passed|enacted`,
		"appointed":   `re-?elected|re-?appointed|co-opted|named|designated`,
		"deferred":    `tabled|continued|carried\s+over|held\s+over`,
		"rejected":    `denied|declined|refused|did\s+not\s+(?:approve|accept|support|agree|adopt)|turned\s+down|disapproved`,
		"referred":    `voted\s+to\s+refer|passed\s+on|submitted|forwarded|transmitted|sent`,
		"amended":     `modified`, "closed": `dissolved|disbanded|withdrew|ended`,
		"agreed": `concurred|consented|committed\s+(?:themselves\s+)?to|pledged|undertook|had\s+no\s+objections?`,
	}),
}

// russianBody is how sentences on what a body did begin.
const russianBody = `(?:обе\s+|все\s+)?(?:стороны|участники|министры|главы\s+делегаций|делегации|члены|комиссия|подкомиссия|совет|комитет|подкомитет|собрание|правление|президиум|коллегия|бюро|группа|подгруппа|рабочая\s+группа|совещание|заседание|конференция|съезд|акционеры|депутаты|присутствующие|руководители|эксперты|сопредседатели|кафедра|педсовет)(?:\s+[\p{L}«»"-]+){0,6}?`

var russianVerbs = &bodyVerbs{
	subject: re(`^(?:[^.;:]{0,80}?,\s+)?(?:по\s+(?:итогам|результатам)\s+[^,.;]{3,60}?,?\s+)?` + russianBody + `,?\s+(?:(?:также|единогласно|вновь|высоко|далее|единодушно|консенсусом|в\s+целом|с\s+удовлетворением|с\s+благодарностью|положительно|дополнительно)\s+)*`),
	lead:    re(`^` + russianBody + `[^.;]{0,200}:$`),
	verbs: verbsOf(`(?:и|а\s+также)\s+(?:также\s+)?`, map[string]string{
		"noted":       `констатирова(?:ли|ла|ло|л)|подчеркну(?:ли|ла|ло|л)|выслуша(?:ли|ла|ло|л)|приня(?:ли|ла|ло|л)\s+к\s+сведению|приняли\s+во\s+внимание|отмеча[ею]т|выразили\s+(?:удовлетворение|признательность|благодарность|озабоченность|обеспокоенность)|указа(?:ли|ла)|акцентировали|напомнили|оценили`,
		"considered":  `заслуша(?:ли|ла|ло|л)|изучи(?:ли|ла|ло|л)|ознакомились|проанализирова(?:ли|ла|ло|л)|рассмотре(?:ла|ло)`,
		"supported":   `подтверди(?:ли|ла|ло|л)|высказались\s+за|выразили\s+(?:готовность|поддержку|заинтересованность)|поддержива[ею]т|поддержа(?:ла|ло)`,
		"recommended": `призва(?:ли|ла|ло|л)|рекоменду[ею]т|посоветовали|предложи(?:ли|ла|ло|л)|рекомендова(?:ла|ло)|пригласи(?:ли|ла)`,
		"instructed":  `поруча[ею]т|обяза(?:ли|ла|ло|л)|попроси(?:ли|ла|ло|л)|прос[яи]т|уполномочи(?:ли|ла|ло|л)|поручи(?:ла|ло)`,
		"decided":     `определи(?:ли|ла|ло|л)|установи(?:ли|ла|ло|л)|призна(?:ли|ла|ло|л)|созда(?:ли|ла|ло|л)|образова(?:ли|ла|ло|л)|продли(?:ли|ла|ло|л)|сочли|сочла|постанови(?:ла|ло)|выбра(?:ли|ла|ло|л)|пришли\s+к\s+(?:выводу|заключению)|решило|присвои(?:ли|ла)|учредили|реша[ею]т`,
		"adopted":     `утвержда[ею]т|утверди(?:ла|ло)|приня(?:ла|ло)`, "approved": `согласи(?:лась|лся|лось)\s+с|одобря[ею]т|одобри(?:ла|ло)|дали\s+согласие`,
		"appointed": `назначи(?:ла|ло|л)|избра(?:ла|ло|л)|переизбра(?:ли|ла|ло|л)|выдвину(?:ли|ла|ло|л)`,
		"agreed":    `согласова(?:ли|ла|ло|л)|согласи(?:лись|лась)|достигли\s+(?:взаимо)?понимания|пришли\s+к\s+(?:соглашению|договор[её]нности|мнению|единому\s+мнению)|намерены|выразили\s+согласие|обязались`,
		"deferred":  `отложи(?:ла|ло)|перенесл[аои]|вернутся\s+к`, "rejected": `отклони(?:ла|ло)|не\s+поддержа(?:ли|ла|ло|л)|отказа(?:ли|ла|лись)|не\s+согласи(?:лись|лась)|не\s+одобри(?:ли|ла)`,
		"referred": `направи(?:ли|ла|ло|л)|переда(?:ли|ла|ло|л)|внесли\s+на\s+рассмотрение`, "closed": `сня(?:ли|ла|ло|л)\s+с\s+(?:контроля|рассмотрения|повестки)|заверши(?:ли|ла)\s+рассмотрение`,
		"discussed": `обсуди(?:ла|ло)`,
	}),
}

// resolutionVerbs are the infinitives of resolutions in Russian by what they do; any other decides.
var resolutionVerbs = []saying{
	{"rejected", re(`^(?:не\s+(?:поддерж|одобр|соглас|приня|утверд|удовлетвор)|отклонить|отказать)`)}, {"closed", re(`^снять\s+с|^считать\s+(?:\p{L}+\s+){0,3}(?:исполненн|выполненн|закрыт)`)},
	{"deferred", re(`^(?:вернуться\s+к|отложить|перенести)`)}, {"agreed", re(`^(?:согласиться|договориться|согласовать)`)}, {"noted", re(`^(?:отметить|констатировать|принять\s+к\s+сведению)`)},
	{"adopted", re(`^(?:утвердить|принять)`)}, {"approved", re(`^(?:одобрить)`)}, {"appointed", re(`^(?:назначить|избрать|выдвинуть)`)}, {"recommended", re(`^(?:рекомендовать|предложить|призвать)`)},
	{"instructed", re(`^(?:поручить|обязать|просить|возложить|уполномочить|ходатайствовать)`)}, {"supported", re(`^(?:поддержать)`)}, {"referred", re(`^(?:направить|передать|внести)\s+(?:\p{L}+\s+){0,4}?на\s+(?:рассмотрение|утверждение)`)},
	{"decided", re(`^(?:\p{L})`)},
}
