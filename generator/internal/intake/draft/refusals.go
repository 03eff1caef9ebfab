package draft

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// refusing are how texts of a language say that what was put to those who met was refused or put
// off. Group 1 of each pattern are the words that say it. They are read in three ways: of something
// to which it happened ("was not supported"), of those who did it, who have to be those who met
// ("did not support"), and of a resolution without any other verb ("не поддержать").
type refusing struct {
	to, by, bare []saying
	nothing      *pattern // says that nothing was decided either way
	negation     *pattern // ends before words that it turns into their opposite
	clause       *pattern // stands between two clauses
	told         *pattern // before what somebody said, or what happened to others
}

// refused sees to it that nothing that was refused or put off is an act of deciding: an act within
// the same clause as such words gives way to what they say. Where no act has a sentence with such
// words, they make one.
func (d *Draft) refused() {
	for _, p := range d.Pieces {
		part := model.PartOf(p.ID)
		if part == model.PartTitle || part == model.PartSignatures || model.IsAnnex(part) || len(p.Rows) > 0 || p.Heading && len(p.Text) < 60 || d.allSpoken(p) {
			continue
		}
		at, text := 0, p.words()
		for _, line := range lines(p) {
			for _, sentence := range d.sentences(line) {
				if i := strings.Index(text[at:], sentence); i >= 0 {
					at += i
					d.refusedIn(p, sentence, at)
				}
			}
		}
	}
	d.notTaken()
}

// notTaken takes the acts of deciding from words that were put to the vote, where a line below says
// in Russian that the decision was not taken.
func (d *Draft) notTaken() {
	if d.Lang != "ru" {
		return
	}
	for i, p := range d.Pieces {
		if !decisionNotTaken.MatchString(p.Text) {
			continue
		}
		for _, q := range slices.Backward(d.Pieces[max(0, i-4):i]) {
			if q.Heading || model.PartOf(q.ID) != model.PartOf(p.ID) {
				break
			}
			if !ballot.MatchString(q.Text) {
				q.Acts = slices.DeleteFunc(q.Acts, func(a Act) bool { return slices.Contains(deciding, a.Text) })
				break
			}
		}
	}
}

var (
	decisionNotTaken = re(`^(?:решение|постановление)(?:\s+по\s+(?:\p{L}+\s+)?вопросу(?:\s+№?\s*\d+)?)?\s+не\s+принято\.?$`)
	ballot           = re(`^(?:(?:итоги|результаты)\s+голосования|(?:про)?голосовали|[«"]?за[»"]?\s*[:–—-])`)
)

// refusedIn does so for a sentence at a place of a piece.
func (d *Draft) refusedIn(p *Piece, sentence string, at int) {
	w := refusingWords[d.lex]
	if w == nil {
		return
	}
	if !d.spoken(labelBefore.ReplaceAllString(sentence, "")) {
		for _, way := range []struct {
			words []saying
			may   bool // they make an act of a sentence that has none
		}{{w.to, true}, {w.by, d.byThoseWhoMet(sentence)}, {w.bare, d.Lang == "ru" && predicate(sentence) && !d.isOrder(sentence)}} {
			for _, v := range way.words {
				for _, m := range v.FindAllStringSubmatchIndex(sentence, -1) {
					d.refusal(p, sentence, at, v.code, span{m[2], m[3]}, way.may)
				}
			}
		}
	}
	for _, m := range w.nothing.FindAllStringIndex(sentence, -1) {
		from, to := clauseAround(w.clause, sentence, span{m[0], m[1]})
		d.opposite(p, span{at + from, at + to}, span{at + m[0], at + m[1]})
	}
	d.putOff(p, sentence, at)
	p.Acts = slices.DeleteFunc(p.Acts, func(a Act) bool {
		i := a.from - at
		if i < 0 || i >= len(sentence) || !slices.Contains(deciding, a.Text) || strings.HasPrefix(strings.ToLower(a.Why), "не ") {
			return false
		}
		from, _ := clauseAround(w.clause, sentence, span{i, i + 1})
		return w.negation.MatchString(sentence[from:i])
	})
}

// isOrder reports whether a sentence tells somebody to do something.
func (d *Draft) isOrder(sentence string) bool {
	_, ok := d.told(sentence)
	return ok
}

// putOff takes a decision that was not made for one that was put off, where its sentence says so:
// "решение не принято, вернуться после …".
func (d *Draft) putOff(p *Piece, sentence string, at int) {
	if d.Lang != "ru" || !laterToo.MatchString(sentence) {
		return
	}
	for i, a := range p.Acts {
		if a.Text == "rejected" && at <= a.from && a.from < at+len(sentence) && !p.hasAct("deferred") {
			p.Acts[i].Text = "deferred"
		}
	}
}

// laterToo is a decision that was not made, and the word that it will be.
var laterToo = re(`решени\p{L}*\s[^.;:]{0,80}?не\s+принят?[оаыи]?л?и?[,;]\s[^.;]{0,80}?(?:верн|вопрос\s+оста|отлож|перенес|жд[её]м|ожида|позже|позднее|после)`)

// refusal takes words of a sentence that refuse something or put it off for what the sentence does.
// Where it has no act, they are one if they may be.
func (d *Draft) refusal(p *Piece, sentence string, at int, code string, words span, may bool) {
	w := refusingWords[d.lex]
	if d.idle(sentence, words.from, words.to) || d.Lang == "zh" && (inTitle(sentence, words.from) || d.another(sentence, words.from)) || w.told.MatchString(sentence[:words.from]) {
		return
	}
	from, to := clauseAround(w.clause, sentence, words)
	if andBefore.MatchString(sentence[:words.from]) {
		from = words.from // "approved the plan and did not accept the fee" does both
	}
	clause, own := span{at + from, at + to}, span{at + words.from, at + words.to}
	told := slices.ContainsFunc(p.Acts, func(a Act) bool {
		return clause.from <= a.from && a.from < clause.to && slices.Contains(undecided, a.Text)
	})
	if told { // "agreed to defer" is both
		d.opposite(p, own, own)
	} else if turned := d.opposite(p, clause, own); (may || turned) && !p.hasAct(code) {
		d.quotesAt(p, code, sentence[words.from:words.to], own.from)
	}
}

// andBefore ends before a verb of its own.
var andBefore = re(`\s(?:and|и)\s+(?:then\s+|also\s+|также\s+)?$`)

// deciding are acts that words of a refusal turn into their opposite, and undecided are those that
// say it already.
var (
	deciding  = []string{"adopted", "approved", "agreed", "decided", "supported", "appointed", "recommended", "welcomed", "taken-as-basis"}
	undecided = []string{"rejected", "deferred", "closed", "referred", "to-be-agreed"}
)

// opposite takes away the acts of deciding that stand within a clause, and says whether there were
// any; of those that recommend or instruct, only what overlaps the words.
func (d *Draft) opposite(p *Piece, clause, words span) bool {
	n := len(p.Acts)
	p.Acts = slices.DeleteFunc(p.Acts, func(a Act) bool {
		over := a.from < words.to && words.from < a.from+len(a.Why)
		within := clause.from <= a.from && a.from < clause.to
		return over && !slices.Contains(undecided, a.Text) ||
			within && slices.Contains(deciding, a.Text) && a.Text != "recommended"
	})
	return len(p.Acts) < n
}

// byThoseWhoMet reports whether a sentence begins with those who met.
func (d *Draft) byThoseWhoMet(sentence string) bool {
	if d.Lang == "zh" {
		bare := hanOpening.ReplaceAllString(sentence, "")
		m := cmp.Or(whoMet(bare), sideIn(bare))
		return m != "" && utf8.RuneCountInString(bare[len(m):]) > 3 && !strings.ContainsAny(bare, " \u3000")
	}
	bare := sentenceTopic.ReplaceAllString(sentence, "")
	if d.Lang == "en" && d.statesDid(bare) {
		return true
	}
	return d.lex.body != nil && (d.subjectEnd(sentence) > 0 || d.lex.body.subject.MatchString(bare))
}

// statesDid reports whether a sentence in English begins with states, or their sides.
func (d *Draft) statesDid(sentence string) bool {
	m := severalNames.FindString(sentence)
	return m != "" && !slices.ContainsFunc(d.lex.and.Split(m, -1), func(name string) bool { return stateOf(strings.TrimPrefix(name, "the ")) == "" })
}

// severalNames are names with capital letters that a sentence begins with.
var severalNames = exact(`^(?:[Tt]he\s+)?\p{Lu}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]+)*(?:(?:,\s+|,?\s+and\s+)(?:the\s+)?\p{Lu}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]+)*)*`)

// sentenceTopic is what may stand before a sentence: a number or a topic, with a colon.
var sentenceTopic = exact(`^(?:[-–—•*]\s+|\d+[.)]\s+|\([a-z\d]\)\s+)*(?:[^:]{1,50}:\s+)?`)

// clauseAround returns the clause of a sentence in which words stand.
func clauseAround(between *pattern, sentence string, words span) (from, to int) {
	to = len(sentence)
	for _, m := range between.FindAllStringIndex(sentence, -1) {
		switch {
		case m[1] <= words.from:
			from = m[1]
		case m[0] >= words.to && to == len(sentence):
			to = m[0]
		}
	}
	return from, to
}
