package draft

import (
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// fragmentWords are how texts of a language say decisions without a subject, as notes do.
type fragmentWords struct {
	done     []saying // a verb that says what became of what stands before it; group 1 is the verb
	told     []saying // begins a line by which somebody decides; group 1 is the verb
	lead     *pattern // a paragraph after which decisions follow in a list; group 1 is the word that says it
	leadNoun *pattern // that word is a noun, or says nothing of what the decisions do
}

// fragments finds the acts of lines that have no subject: "Comment 13: rejected", "Agree to …",
// and what follows "The Board resolved:"; led is the word of that line, if one precedes the
// paragraph.
func (d *Draft) fragments(p *Piece, text, led string) {
	w := d.lex.fragments
	if w == nil || model.PartOf(p.ID) == model.PartPreamble || len(p.Rows) > 0 {
		return
	}
	at := 0
	for _, line := range lines(p) {
		line = strings.TrimSpace(line)
		if i := strings.Index(text[at:], line); i >= 0 {
			at += i
		}
		if !outcomeOnly.MatchString(line) && !d.spoken(labelBefore.ReplaceAllString(line, "")) {
			d.fragment(p, text, line, at, led)
		}
	}
}

// fragment finds the act of a line at a place of a text.
func (d *Draft) fragment(p *Piece, text, line string, at int, led string) {
	w := d.lex.fragments
	bare := labelBefore.ReplaceAllString(line, "")
	if means, rest := d.lettered(bare); letterDecides.MatchString(means) {
		bare, led = rest, "decision"
	}
	skipped := len(line) - len(bare)
	if d.numberedDecision(p, bare, at+skipped) {
		return
	}
	for _, v := range w.told {
		if m := v.FindStringSubmatchIndex(bare); m != nil && !p.hasAct(v.code) {
			d.quotesAt(p, v.code, bare[m[2]:m[3]], at+skipped+m[2])
			return
		}
	}
	for _, v := range w.done {
		for _, m := range v.FindAllStringSubmatchIndex(line, -1) {
			from, to := at+m[2], at+m[3]
			if v.code == "agreed" && len(p.Acts) > 0 && noObjection.MatchString(text[from:to]) {
				continue // "approved with no objections"
			}
			if !p.hasAct(v.code) && !d.lex.notActed.MatchString(text[:from]) && (v.code == "appointed" || !d.oneDid(text[:from])) && !d.idle(text, from, to) && !(v.code == "adopted" && carriedOver.MatchString(text[from:])) {
				d.quotesAt(p, v.code, text[from:to], from)
			}
		}
	}
	d.fragmentBelow(p, line, bare, at, led)
}

// noObjection is how something was decided, and decides alone where nothing else does.
var noObjection = re(`^no\s+objections?$`)

// carriedOver begins what is no approval.
var carriedOver = re(`^carried\s+(?:over|forward|out)\b`)

// fragmentBelow finds the act of a line at a place of a text below a heading of decisions, or a
// line that leads to them; bare is the line without its number.
func (d *Draft) fragmentBelow(p *Piece, line, bare string, at int, led string) {
	w, skipped := d.lex.fragments, len(line)-len(bare)
	if led == "" && (!d.belowDecisions(p) || itemOnly.MatchString(bare)) || slices.ContainsFunc(p.Acts, func(a Act) bool { return at <= a.from && a.from < at+len(line) }) {
		return
	}
	code, verb := d.doing(bare)
	if !leadingVerb.MatchString(bare[:verb.from]) {
		code, verb = "decided", span{}
	}
	if led != "" && !w.leadNoun.MatchString(led) {
		if own, _ := d.doing(led); own != "" {
			code = own
		}
	}
	if m := resolutionWords.FindString(bare); m != "" && code != "" && !p.hasAct(code) {
		if verb.to <= verb.from {
			verb = span{0, len(m)}
		}
		d.quotesAt(p, code, bare[verb.from:verb.to], at+skipped+verb.from)
	}
}

// itemOnly is the number of an item of the agenda, or the title of a document with its place and
// day.
var itemOnly = re(`^(?:agenda\s+)?(?:item|point)\s+\d[\d.]*[a-z]?\.?$|\([^()]*\s(?:19|20)\d\d\)$`)

// outcomeOnly is a line that says what came of a motion, and nothing else.
var outcomeOnly = re(`^\W*(?:(?:the\s+)?motion\s+)?(?:passed|carried|failed)\b.{0,40}$`)

// leadingVerb is what may stand before the verb of a decision.
var leadingVerb = re(`^(?:to\s+|that\s+|not\s+)*$|\b(?:be|was|were|is|are)\s+(?:\p{L}+ly\s+)?$`)

// leadsTo returns the word of a paragraph after which decisions follow in a list.
func (d *Draft) leadsTo(p *Piece) string {
	if w := d.lex.fragments; w != nil && !d.lex.agenda.MatchString(p.Text) {
		if m := w.lead.FindStringSubmatch(p.Text); m != nil {
			return last(m[1:])
		}
	}
	return ""
}
