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
		if from := d.subjectEnd(sentence); from > 0 {
			rest = sentence[from:]
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

// subjectEnd is where the words end by which a sentence begins with those who met; 0 where it
// does not. In English a topic may precede them, and a body may be called by the name that the
// title has.
func (d *Draft) subjectEnd(sentence string) int {
	b := d.lex.body
	if m := b.subject.FindStringIndex(sentence); m != nil && !(d.Lang == "en" && chiefOnly.MatchString(sentence[:m[1]])) {
		return m[1]
	}
	if d.Lang != "en" {
		return 0
	}
	if m := decisionLabel.FindStringIndex(sentence); m != nil {
		return m[1]
	}
	if bare := sentenceTopic.ReplaceAllString(sentence, ""); len(bare) < len(sentence) {
		if m := b.subject.FindStringIndex(bare); m != nil {
			return len(sentence) - len(bare) + m[1]
		}
	}
	if m := ownKind.FindStringSubmatchIndex(sentence); m != nil && strings.Contains(strings.ToLower(d.Title.Text+d.underTitle()), strings.ToLower(sentence[m[2]:m[3]])) {
		return m[1]
	}
	if m := ownName.FindStringSubmatchIndex(sentence); m != nil && d.calledSo(sentence[m[2]:m[3]]) {
		return m[1]
	}
	return 0
}

// ownName is a name with capital letters or digits that a sentence begins with, and what a
// resolution says before its verb: "ISO/TC 399, noting the report, decides".
var ownName = exact(`^(?:[Tt]he\s+)?([\p{Lu}\d][\w/&.+-]*(?:\s+(?:of\s+|for\s+|and\s+)?[\p{Lu}\d][\w/&.+-]*){0,7})(?:,\s+(?:noting|having|considering|recalling|recogni[sz]ing|taking|following|in|at|acknowledging|referring|upon|on)\s[^.;]{3,240}?,)?\s+(?:(?:also|further|then|unanimously|hereby|has|have)\s+)*`)

// decisionLabel is the number of a decision, behind which its verb may stand at once.
var decisionLabel = re(`^(?:decision|resolution|recommendation|conclusion)\s+(?:no\.?\s*)?[\w./()-]*\d[\w./()-]*\s*[:.–—]\s+`)

// calledSo reports whether the title, or the name of the body, has a name.
func (d *Draft) calledSo(name string) bool {
	if len(name) < 2 || d.wasThere(d.fullName(name)) {
		return false
	}
	text := d.Title.Text + d.underTitle()
	i := strings.Index(text, name)
	letters, all := casedLetters(name)
	return i >= 0 && startsWord(text, i) && endsWord(text, i+len(name)) && (strings.ContainsAny(name, "/0123456789") || letters > 0 && all || namesBody.MatchString(name))
}

// underTitle are the first lines of a record, which may name the body.
func (d *Draft) underTitle() string {
	text := ""
	for _, p := range d.Pieces[:min(6, len(d.Pieces))] {
		if len(p.Rows)+len(p.Items) == 0 && len(p.Text) < 160 && d.lex.attendanceOf(p.Text) == "" {
			text += " " + p.Text
		}
	}
	return text
}

// ownKind is a kind of body that a sentence begins with, which counts if the title has it.
var ownKind = re(`^(?:the\s+)?(department|faculty|court|club|trust|church|school|jury|chapter|college|vestry|synod|union|bureau|presidium|division|section|branch|guild|lodge|troop|jamaat|parish)\s+`)

// chiefOnly ends with the post of one person that has the name of a body in it.
var chiefOnly = re(`\bchief\s+executive\s+$|\b(?:group|team)\s+(?:leader|lead|manager)`)

// namesBody is a name that says that it is one of a body.
var namesBody = re(`\b(?:union|club|trust|forum|network|alliance|consortium|federation|league|guild|chamber|cooperative|co-operative|foundation|institute|academy|authority|agency|court|bench|faculty|department|senate|synod|chapter|jury|tribunal|secretariat|office)\b`)

// actsInTurn are the codes of acts, in the order in which their verbs are looked for.
var actsInTurn = []string{
	"approved", "adopted", "noted", "instructed", "recommended", "decided", "appointed", "welcomed", "supported", "agreed", "amended", "deferred", "rejected", "referred", "closed", "considered", "discussed", "exchanged-views",
}

// verbsOf makes the patterns of verbs by their codes: a verb stands first, or after a comma or
// "and".
func verbsOf(and string, all map[string]string) []saying {
	var out []saying
	for _, code := range actsInTurn {
		if verbs := all[code]; verbs != "" {
			out = append(out, saying{code, re(`(?:^|,\s+(?:` + and + `)?|\s+` + and + `)` + `(?:\.?\d+[.)]?\s+)?(` + verbs + `)(?:[^\p{L}-]|$)`)})
		}
	}
	return out
}

// englishBody is how sentences on what a body did begin.
const englishBody = `(?:(?:the|both|all|two)\s+){0,3}(?:[\p{L}-]+\s+){0,3}?(?:(?:sub-?|joint\s+)?committee|council|board|commission|assembly|conference|senate|ministers|parties|sides?|delegations?|participants|members|membership|group|panel|trustees|directors|commissioners|governors|delegates|cabinet|force|meeting|session|congress|executive|team|we|ec|tsc|tag|heads|officials|experts|body|parliament|forum|society|association|company|shareholders)(?:\s+of\s+[^.,;:]{2,80}?)?`

var englishVerbs = &bodyVerbs{
	subject: re(`^(?:(?:[^.;:]{0,80}?,\s+)??(?:on\s+[^,]{3,60},\s+)?)?` + englishBody + `(?:\s*\([^()]*\))?,?(?:\s+(?:also|further|then|unanimously|formally|strongly|again|duly|jointly|all|hereby|subsequently|accordingly|therefore|furthermore|in\s+principle|by\s+consensus|has|have|had|following\s+discussion,?))*\s+`),
	lead:    re(`^(?:the\s+)?[^.;]{0,160}(?:committee|council|board|commission|assembly|conference|ministers|parties|sides|group|meeting|heads)(?:[^.;]|\b(?:h\.\s?e|mr|ms|dr)\.){0,240}(?::|,)$`),
	verbs: verbsOf(`and\s+(?:also\s+|further\s+|then\s+)?`, map[string]string{
		"approved": presentOf["approved"], "welcomed": presentOf["welcomed"] + `|commended|praised|congratulated|expressed\s+(?:(?:its|their)\s+)?(?:(?:sincere|deep|great|warm)\s+)?(?:appreciation|gratitude)`,
		"noted":       presentOf["noted"] + `|received|recogni[sz]ed|acknowledged|recalled|emphasi[sz]ed|stressed|underlined|underscored|highlighted|took\s+note|was\s+informed|were\s+informed|expressed\s+(?:(?:its|their)\s+)?(?:concern|satisfaction)|observed|was\s+briefed`,
		"considered":  presentOf["considered"] + `|heard|studied|looked\s+at|was\s+presented\s+with|examined`,
		"supported":   presentOf["supported"] + `|reaffirmed|reiterated|expressed\s+(?:its|their)?\s*(?:support|readiness)|confirmed\s+(?:its|their)\s+(?:support|commitment|readiness)|spoke\s+in\s+favou?r`,
		"recommended": presentOf["recommended"] + `|called\s+(?:up)?on|urged|encouraged|invited|advised|appealed\s+to|proposed`,
		"instructed":  presentOf["instructed"] + `|tasked|charged|mandated|directed|authori[sz]ed|asked|commissioned|assigned|delegated`,
		"decided":     presentOf["decided"] + `|voted|ordered|confirmed|determined|established|created|set\s+up|extended|waived|granted|awarded|selected|chose|opted|allocated|concluded\s+that|formed|settled`,
		"adopted":     presentOf["adopted"] + `|accepted|ratified|passed|enacted`,
		"appointed":   presentOf["appointed"] + `|re-?elected|re-?appointed|co-opted|named|designated`,
		"deferred":    presentOf["deferred"] + `|tabled|continued|carried\s+over|held\s+over`,
		"rejected":    presentOf["rejected"] + `|denied|declined|refused|did\s+not\s+(?:approve|accept|support|agree|adopt)|turned\s+down|disapproved`,
		"referred":    presentOf["referred"] + `|voted\s+to\s+refer|passed\s+on|submitted|forwarded|transmitted|sent`,
		"amended":     presentOf["amended"] + `|modified`, "closed": presentOf["closed"] + `|dissolved|disbanded|withdrew|ended`,
		"agreed": presentOf["agreed"] + `|concurred|was\s+content|were\s+content|consented|committed\s+(?:themselves\s+)?to|pledged|undertook|had\s+no\s+objections?`,
	}),
}
