package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// motionWords are how texts of a language tell of motions: what is moved, and what came of it.
type motionWords struct {
	moved     *pattern // begins what is moved; it stands after the words
	nominal   *pattern // group 1 is a noun for what is moved: "moved approval of"
	named     *pattern // a heading that names what is to be done: "Approval of minutes"
	carried   *pattern
	lost      *pattern
	tally     *pattern // groups are how many were for and against
	aye, nay  *pattern // the vote of one member
	pending   *pattern // the motion was withdrawn, or nobody voted on it
	outcome   *pattern // begins a paragraph that only tells of the outcome
	procedure *pattern // what is moved is no decision
	does      []saying // what it does, by its first verb; group 1 is the verb
}

// span is a part of a text.
type span struct{ from, to int }

// claims reports whether a motion has that part of the paragraph already.
func (p *Piece) claims(from, to int) bool {
	return slices.ContainsFunc(p.claimed, func(s span) bool { return s.from < to && from < s.to })
}

// motions finds what was moved in a paragraph and came to a vote, and what came of it. The acts of
// the words of a motion and of its outcome are those of the motion alone.
func (d *Draft) motions(i int, text string) {
	w := d.lex.motions
	p := d.Pieces[i]
	if w == nil {
		return
	}
	starts := w.moved.FindAllStringIndex(text, -1)
	for k, m := range starts {
		end := len(text)
		for _, next := range starts[k+1:] {
			if next[0]-m[1] > 60 || d.result(text[m[1]:next[0]]) != unsaid {
				end = next[0]
				break
			}
		}
		if p.claims(m[0], m[1]) || afterBe.MatchString(text[:m[0]]) || hadBefore.MatchString(text[:m[0]]) || beginsThat.MatchString(text[m[0]:m[1]]) && !d.movedAbove(i) {
			continue
		}
		d.motion(i, text, m, end)
	}
}

// beginsThat are the words of what is moved, where they stand on lines of their own.
var beginsThat = exact(`^["“]?(?:THAT|That)\s`)

// movedAbove reports whether one of the paragraphs before one says who moved what it has, or it is
// called a motion, resolution or recommendation there.
func (d *Draft) movedAbove(i int) bool {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		switch text := d.Pieces[k].Text; {
		case recommendationLine.MatchString(text):
			return false
		case d.lex.mover.MatchString(text), motionLine.MatchString(text):
			return true
		case len(text) > 200:
			return false
		}
	}
	return false
}

// moverLine is a line that says who moved or seconded.
var moverLine = re(`^(?:moved|mover|seconded|seconder)\b`)

// recommendationLine is a line above what somebody only proposed.
var recommendationLine = re(`^[^.:]{0,40}\brecommendations?\s*:?$`)

// motionLine is a line above a motion.
var motionLine = re(`^(?:[\p{L}’']+\s+){0,3}(?:motion|resolution|decision|moved|mover)\b[^.]{0,60}$|^(?:moved|mover|proposed)\b`)

// afterBe ends with a form of "be": what comes then was moved to another place.
var afterBe = re(`\b(?:is|are|be|been|being|was|were)\s+$`)

// hadBefore ends before what happened at another time.
var hadBefore = re(`\b(?:had|already|previously)\s+$`)

// motion finds the act of one motion, whose words stand behind those that begin it.
func (d *Draft) motion(i int, text string, m []int, end int) {
	w, p := d.lex.motions, d.Pieces[i]
	rest := text[m[1]:end]
	code, verb := d.moving(rest)
	if n := w.nominal.FindStringSubmatchIndex(text[m[0]:end]); n != nil {
		code, verb = d.doing(text[m[0]+n[2] : m[0]+n[3]])
		verb = span{m[0] + n[2] - m[1] + verb.from, m[0] + n[2] - m[1] + verb.to}
	}
	if code == "" {
		return
	}
	if code == "instructed" && verb.from >= 0 && afterBe.MatchString(rest[:verb.from]) && !strings.HasPrefix(rest[verb.to:], " to ") {
		code = "decided" // "that a precept of 15,000 be requested"
	}
	end = m[0] + d.untilOutcome(text[m[0]:end])
	if w.procedure.MatchString(strings.TrimSpace(text[m[1]+verb.from : max(end, m[1]+verb.to)])) {
		p.claimed = append(p.claimed, span{m[0], end})
		return
	}
	switch d.cameOf(i, text[m[0]:end], end == len(text)) {
	case lost:
		code = "rejected"
	case unsaid:
		return
	}
	words := strings.TrimSpace(text[m[1]+verb.from : m[1]+verb.to])
	if code == "rejected" {
		if l := w.lost.FindString(text[m[0]:end]); l != "" {
			words = l
		}
	}
	p.Acts = slices.DeleteFunc(p.Acts, func(a Act) bool { return m[0] <= a.from && a.from < end })
	at := m[0] + strings.Index(text[m[0]:], words)
	if !p.hasAct(code) {
		d.quotesAt(p, code, words, at)
	}
	p.claimed = append(p.claimed, span{m[0], end})
}

// moving is doing for the words of a motion: by its first sentence, if that says what is moved,
// and not by that on its outcome.
func (d *Draft) moving(rest string) (code string, verb span) {
	if all := d.sentences(rest); len(all) > 1 && len(all[0]) > 12 {
		return d.doing(strings.TrimRight(all[0], ". "))
	}
	return d.doing(rest)
}

// untilOutcome is how much of a text a motion takes with the sentence that tells what came of it.
func (d *Draft) untilOutcome(text string) int {
	end := 0
	for _, sentence := range d.sentences(text) {
		end += strings.Index(text[end:], sentence) + len(sentence)
		if d.result(text[:end]) != unsaid {
			return end
		}
	}
	return len(text)
}

// doing says what the words of a motion do, by the first verb that says it, and where that stands.
func (d *Draft) doing(words string) (code string, verb span) {
	first := len(words)
	for _, v := range d.lex.motions.does {
		for _, m := range v.FindAllStringSubmatchIndex(words, -1) {
			if m[2] < first && !asNoun.MatchString(words[:m[2]]) {
				first, code, verb = m[2], v.code, span{m[2], m[3]}
			}
		}
	}
	if code == "" {
		if m := resolutionWords.FindStringIndex(strings.TrimLeft(words, " \"“:–—-")); m != nil {
			skipped := len(words) - len(strings.TrimLeft(words, " \"“:–—-"))
			return "decided", span{skipped + m[0], skipped + m[1]}
		}
	}
	return code, verb
}

// asNoun ends before a word that is a noun, and no verb of what was moved: "the request".
var asNoun = re(`(?:^|\s)(?:the|an?|this|these|those|its|their|our|any|each|said)\s+$`)

// result is what came of a motion.
type result int

const (
	unsaid result = iota
	carried
	lost
)

// cameOf says what came of a motion: by the words of its paragraph, else by those of the next ones,
// up to another motion; goesOn says that these may tell.
func (d *Draft) cameOf(i int, text string, goesOn bool) result {
	if o := d.result(text); o != unsaid || !goesOn {
		return o
	}
	seconded := d.lex.seconder.MatchString(text)
	for k := i + 1; k < len(d.Pieces) && k <= i+6 && model.PartOf(d.Pieces[k].ID) == model.PartOf(d.Pieces[i].ID); k++ {
		next := d.Pieces[k]
		words := joinTexts(lines(next))
		if beginsThat.MatchString(words) {
			continue
		}
		if bodyResolved.MatchString(text) && !d.lex.motions.outcome.MatchString(words) {
			break
		}
		if next.Heading && !outcomeOnly.MatchString(words) || d.lex.motions.moved.MatchString(words) && !d.lex.motions.outcome.MatchString(words) || utf8.RuneCountInString(words) > 400 {
			break
		}
		seconded = seconded || d.lex.seconder.MatchString(words)
		if o := d.result(words); o != unsaid {
			if d.lex.motions.outcome.MatchString(words) {
				next.claimed = append(next.claimed, span{0, len(words)})
			}
			return o
		}
	}
	if (seconded || bodyResolved.MatchString(text)) && !d.lex.motions.pending.MatchString(text) {
		return carried
	}
	return unsaid
}

// bodyResolved are words by which a body has decided already.
var bodyResolved = re(`^(?:it\s+was\s+(?:further\s+|also\s+)*)?resolved\b`)

// result says what words tell of a vote.
func (d *Draft) result(words string) result {
	w := d.lex.motions
	switch {
	case w.pending.MatchString(words):
		return unsaid
	case w.lost.MatchString(words):
		return lost
	case w.carried.MatchString(words):
		return carried
	}
	if m := w.tally.FindStringSubmatch(words); m != nil {
		switch {
		case number(m[1]) > number(m[2]):
			return carried
		case !strings.Contains(m[0], "/"): // "the vote of 2/20" is a day
			return lost
		}
	}
	ayes, nays := len(w.aye.FindAllString(words, -1)), len(w.nay.FindAllString(words, -1))
	switch {
	case ayes+nays < 2 || ayes == nays:
		return unsaid
	case ayes > nays:
		return carried
	}
	return lost
}

// approvals finds headings such as "Approval of minutes" whose paragraphs tell of a vote and of no
// act: what they name was approved.
func (d *Draft) approvals() {
	w := d.lex.motions
	if w == nil {
		return
	}
	for i, p := range d.Pieces {
		if !p.Heading || !strings.HasPrefix(model.PartOf(p.ID), "c") || !w.named.MatchString(p.Text) {
			continue
		}
		var first *Piece
		said := unsaid
		for _, c := range d.Pieces[i+1:] {
			if !strings.HasPrefix(c.ID, p.ID+".") || slices.ContainsFunc(c.Acts, decides) {
				break
			}
			if first == nil && !c.Heading {
				first = c
			}
			if said == unsaid {
				said = d.result(joinTexts(lines(c)))
			}
		}
		if said == carried && first != nil {
			if m := resolutionWords.FindString(strings.TrimLeft(first.words(), "*_[(“\"- ")); m != "" {
				d.quotes(first, joinTexts(lines(first)), "adopted", m)
			}
		}
	}
}

// decides reports whether an act is a decision.
func decides(a Act) bool {
	return slices.Contains([]string{"adopted", "approved", "agreed", "decided", "rejected", "deferred", "referred"}, a.Text)
}
