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
	for _, sentence := range d.sentences(text) {
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
			if !p.hasAct(v.code) && !d.lex.notActed.MatchString(text[:at]) && (v.code == "noted" || !d.idle(text, at, at+m[3]-m[2])) {
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
const englishBody = `(?:(?:the|both|all|two)\s+){0,3}(?:[\p{L}-]+\s+){0,3}?(?:(?:sub-?|joint\s+)?committee|council|board|commission|assembly|conference|senate|ministers|parties|sides?|delegations?|participants|members|membership|group|panel|trustees|directors|cabinet|force|meeting|session|congress|executive|team|we|ec|tsc|tag|heads|officials|experts|parliament|forum|society|association|company|shareholders)(?:\s+of\s+[^.,;:]{2,80}?)?`

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
