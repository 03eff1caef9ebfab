package draft

import (
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// toldBelow remembers those to whom a line in English tells what stands below it: "The Secretariat
// was asked to:".
func (d *Draft) toldBelow(p *Piece) {
	if d.Lang != "en" {
		return
	}
	goesOn := len(p.Items) > 0 || p.label != "" || p.Num != "" && p.Num != d.boss.num || listPoint.MatchString(p.Text) || strings.HasPrefix(clauseOf(p), d.boss.clause+".")
	if d.boss.clause != "" && !goesOn {
		d.boss = boss{}
	}
	if len(p.Items)+len(p.Rows) == 0 {
		d.tellsBelow(p, p.Text)
	}
}

// tellsBelow reports whether a text in English tells somebody what stands below it.
func (d *Draft) tellsBelow(p *Piece, text string) bool {
	m := endsTelling.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	u, ok := d.dutyIn(m[1] + " prepare it")
	if !ok {
		return false
	}
	d.boss = bossIn(p, d.englishOwners(u.who, p.At))
	return true
}

// endsTelling is a line that ends with the words that tell somebody to do what stands below it.
var endsTelling = re(`^(.{3,240}?\b(?:to|shall|will|must|should))\s*[:–—-]$`)

// toldAbove reads an item below such a line.
func (d *Draft) toldAbove(a *Action, p *Piece, text, at string) bool {
	if len(d.boss.owners) == 0 || !d.boss.above(p) || p.underActions() {
		return false
	}
	text = labelBefore.ReplaceAllString(mark.ReplaceAllString(text, ""), "")
	verb := resolutionWords.FindString(text)
	if !isVerb(strings.ToLower(verb)) || preposition.MatchString(verb) || noOwner.MatchString(verb) {
		return false
	}
	if u, ok := d.dutyIn(text); ok && !pronoun.MatchString(u.who) {
		return false // it is for somebody else
	}
	a.Owners, a.Title = d.boss.owners, Value{text, at, Likely, ""}
	if len(p.Acts) == 0 && len(p.Items) == 0 {
		d.quotes(p, p.words(), "instructed", verb)
	}
	return true
}

// carriedAnyhow finds what a paragraph in English decides that tells only who proposed something
// and that it was carried: "Grant to the school: £250, prop. CD, sec. BA, all in favour."
func (d *Draft) carriedAnyhow(i int, p *Piece, text string) {
	w := d.lex.motions
	if d.Lang != "en" || len(p.Acts)+len(p.claimed)+len(p.Rows) > 0 || !seconded.MatchString(text) && !w.tally.MatchString(text) || w.outcome.MatchString(text) || adjourning.MatchString(text) {
		return
	}
	if i > 0 && len(d.Pieces[i-1].Acts) > 0 && len(text) < 60 {
		return // what came of the motion above
	}
	switch d.result(text) {
	case carried:
		if m := w.carried.FindString(text); m != "" {
			d.quotes(p, text, "adopted", m)
		} else if m := w.tally.FindString(text); m != "" {
			d.quotes(p, text, "adopted", m)
		}
	case lost:
		if m := w.lost.FindString(text); m != "" {
			d.quotes(p, text, "rejected", m)
		}
	}
}

var (
	seconded   = re(`\b(?:second(?:ed|er|s)?|secd?|2nd(?:ed)?|(?-i:MSC|MSP)|so\s+moved|prop|proposed)\b`)
	adjourning = re(`\badjourn|\b(?:executive|closed)\s+session\b`)
)

// elected finds who was elected in a paragraph below a heading of elections that says no more than
// the post, the name and how: "Chair – Ada Byron (unanimous)."
func (d *Draft) elected(p *Piece, text string) {
	if d.Lang != "en" || len(p.Acts)+len(p.Rows) > 0 {
		return
	}
	topic, _, labelled := strings.Cut(text, ":")
	if !(p.heading != nil && elections.MatchString(p.heading.Text)) && !(labelled && elections.MatchString(topic)) {
		return
	}
	if m := electedHow.FindString(text); m != "" {
		d.quotes(p, text, "appointed", m)
	}
}

var (
	elections  = re(`^[^.:;]{0,60}\b(?:elections?|officers|appointments?|nominat(?:ions?|ing)|vacanc(?:y|ies)|co-?option)\b[^.:;]{0,40}$`)
	electedHow = re(`\b(?:unanimous(?:ly)?|elected|appointed|acclaimed|acclamation|unopposed|uncontested|wins|won|carried|passed|approved|agreed)\b`)
)

// onlyHeads takes the decision away from lines in English that only head the one below them:
// "Resolution 51 – Adoption of the agenda".
func (d *Draft) onlyHeads() {
	if d.Lang != "en" {
		return
	}
	for i, p := range d.Pieces[:max(0, len(d.Pieces)-1)] {
		next := d.Pieces[i+1]
		if len(p.Acts) != 1 || p.Acts[0].Text != "decided" || len(p.Text) > 100 || !headsDecision.MatchString(p.Text) || headsDecision.MatchString(next.Text) {
			continue
		}
		if len(next.Acts) > 0 || model.PartOf(next.ID) == model.PartOf(p.ID) && len(next.Text) > 20 && len(next.Rows) == 0 {
			p.Acts = slices.DeleteFunc(p.Acts, func(a Act) bool { return a.Text == "decided" })
		}
	}
}

// numberedDecision finds the act of a line in English with the number of a decision and what it
// does, as working groups write it: "Resolution #2: merge the change".
func (d *Draft) numberedDecision(p *Piece, line string, at int) bool {
	m := decisionNumber.FindStringIndex(line)
	if d.Lang != "en" || m == nil || p.Heading || !startsLower(line[m[1]:]) {
		return false
	}
	code, verb := d.doing(line[m[1]:])
	if !leadingVerb.MatchString(line[m[1]:m[1]+verb.from]) || !slices.Contains([]string{"adopted", "deferred", "rejected", "appointed", "noted"}, code) {
		code, verb = "decided", span{0, len(firstWord(line[m[1]:]))}
	}
	return code != "" && !p.hasAct(code) && d.quotesAt(p, code, line[m[1]+verb.from:m[1]+verb.to], at+m[1]+verb.from)
}

// decisionNumber is the label of such a line, up to what the decision does in small letters.
var decisionNumber = re(`^(?:resolution|decision|resolved|consensus|motion\s+carried)\s*(?:no\.?\s*|#\s*)?\d[\d./-]*\s*[:–—]\s+(?:to\s+)?`)

// headsDecision is a line with the number of a decision and its title.
var headsDecision = re(`^(?:decision|resolution|recommendation)\s+(?:no\.?\s*)?[\w./-]*\d[\w./()-]*\s*[:.–—-]\s+[^.;:]{3,80}$`)
