package draft

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kengash/kengash/generator/internal/model"
)

// acted finds what each paragraph does, by the formulas of the vocabulary, and lists the verbs of
// those who act that no formula has.
func (d *Draft) acted() {
	for _, p := range d.Pieces {
		part := model.PartOf(p.ID)
		if part == model.PartTitle || part == model.PartSignatures || model.IsAnnex(part) || p.Heading && len(p.Text) < 60 {
			continue
		}
		text := joinTexts(lines(p))
		said := d.site.Said(text, d.Lang)
		for _, s := range said {
			words := text[s.From:s.To]
			if d.lex.notActed.MatchString(text[:s.From]) || d.attributive(text, s.From, s.To) {
				d.Verbs = append(d.Verbs, Value{words, p.At, Guess, "left out: it seems to tell of another time or of somebody else"})
				continue
			}
			if slices.ContainsFunc(p.Acts, func(a Act) bool { return a.Text == string(s.Code) }) {
				continue
			}
			a := Act{Value: Value{string(s.Code), p.At, Certain, words}, Other: string(s.Other)}
			if part == model.PartPreamble || part == model.PartClosing {
				a.Sure = Likely
			}
			if a.Other != "" {
				a.Sure = Likely
			}
			p.Acts = append(p.Acts, a)
		}
		d.unknownVerbs(p, text, said)
	}
}

// attributive reports whether words only describe a thing: "the plan, approved by the Council".
func (d *Draft) attributive(text string, from, to int) bool {
	if d.Lang != "en" {
		return false
	}
	before, after := strings.TrimSpace(text[:from]), strings.TrimSpace(text[to:])
	words := strings.Fields(before)
	if len(words) == 0 || strings.Contains(text[from:to], " ") {
		return false
	}
	last := strings.ToLower(strings.Trim(words[len(words)-1], ",;"))
	be := slices.Contains([]string{"was", "were", "been", "be", "is", "are", "being", "unanimously"}, last)
	return !be && (strings.HasPrefix(after, "by ") || last == "the" || last == "an" || last == "a" || last == "newly" || last == "previously")
}

// unknownVerbs lists the verbs after those who act that no formula has.
func (d *Draft) unknownVerbs(p *Piece, text string, said []model.Said) {
	for _, m := range d.lex.subject.FindAllStringSubmatchIndex(text, -1) {
		from, to := m[2], m[3]
		if slices.ContainsFunc(said, func(s model.Said) bool { return s.From < to && from < s.To }) {
			continue
		}
		v := Value{text[from:to], p.At, Guess, "no formula of the vocabulary act"}
		if !slices.ContainsFunc(d.Verbs, func(o Value) bool { return o.Text == v.Text && o.At == v.At }) {
			d.Verbs = append(d.Verbs, v)
		}
	}
}

// voted reads how decisions were taken.
func (d *Draft) voted() {
	for _, p := range d.Pieces {
		if model.PartOf(p.ID) == model.PartTitle || p.Heading || model.IsAnnex(model.PartOf(p.ID)) {
			continue
		}
		v := d.voteIn(p)
		if v.empty() {
			continue
		}
		if strings.Contains(p.ID, ".p") {
			p.Vote = &v
		}
	}
}

func (v Vote) empty() bool {
	return !v.For.known() && !v.Against.known() && !v.Abstaining.known() && len(v.ForBy)+len(v.AgainstBy)+len(v.AbstainingBy)+len(v.Mover)+len(v.Seconder) == 0 &&
		!v.Method.known()
}

func (d *Draft) voteIn(p *Piece) Vote {
	text := joinTexts(lines(p))
	var v Vote
	count := func(side string) Value {
		r := d.lex.votes[side]
		if r == nil {
			return Value{}
		}
		m := r.FindStringSubmatch(text)
		if m == nil {
			return Value{}
		}
		n := strings.ToLower(last(m[1:]))
		if i := slices.Index(countWords, n); i >= 0 {
			n = [...]string{"0", "0", "0", "0", "0", "0", "0", "1", "2", "3"}[i]
		}
		return Value{n, p.At, Likely, strings.TrimSpace(m[0])}
	}
	v.For, v.Against, v.Abstaining = count("for"), count("against"), count("abstaining")
	named := func(side string) []Value {
		if r := d.lex.votesBy[side]; r != nil {
			if m := r.FindStringSubmatch(text); m != nil && !d.lex.none.MatchString(strings.TrimSpace(m[1])) && d.onlyNames(m[1]) {
				return d.people(m[1], p.At)
			}
		}
		return nil
	}
	v.ForBy, v.AgainstBy, v.AbstainingBy = named("for"), named("against"), named("abstaining")
	if len(v.ForBy) > 0 && !v.For.known() && !v.Against.known() && len(v.ForBy) == 1 && len(v.ForBy[0].Text) < 4 {
		v.ForBy = nil
	}
	if m := d.lex.mover.FindStringSubmatch(text); m != nil {
		v.Mover = d.people(last(m[1:]), p.At)
	}
	if m := d.lex.seconder.FindStringSubmatch(text); m != nil {
		v.Seconder = d.people(last(m[1:]), p.At)
	}
	for _, code := range []string{"unanimous", "secret-ballot", "roll-call", "acclamation", "consensus", "lazy-consensus"} {
		if r := d.lex.methods[code]; r != nil && !v.Method.known() {
			if m := r.FindString(text); m != "" {
				v.Method = Value{code, p.At, Likely, m}
			}
		}
	}
	if v.Against.known() && !v.For.known() && len(v.ForBy) == 0 && len(v.Mover) == 0 && !v.Abstaining.known() {
		v.Against = Value{} // "no 5" of something else
	}
	return v
}

var countWords = []string{"нет", "none", "no", "无", "zero", "no one", "nobody", "one", "two", "three"}

// last is the last of some texts that is not empty.
func last(texts []string) string {
	for _, t := range slices.Backward(texts) {
		if t != "" {
			return t
		}
	}
	return ""
}

// people are those whom a list names.
func (d *Draft) people(text, at string) []Value {
	var out []Value
	for _, name := range d.names(text, true) {
		if isName(name) {
			out = append(out, Value{d.party(d.fullName(name)), at, Likely, name})
		}
	}
	return out
}

// fullName is the name in the attendance that a first or last name alone belongs to, where it
// belongs to one alone.
func (d *Draft) fullName(name string) string {
	var found []string
	for _, g := range d.Attendance {
		for _, w := range g.Who {
			full := w.Why
			if strings.EqualFold(full, name) {
				return full
			}
			words := strings.FieldsFunc(full, func(r rune) bool { return unicode.IsSpace(r) })
			if len(words) > 1 && !slices.Contains(found, full) && slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, name) }) {
				found = append(found, full)
			}
		}
	}
	if len(found) == 1 {
		return found[0]
	}
	return name
}

func isLetter(r rune) bool { return unicode.IsLetter(r) }
func isHan(r rune) bool    { return unicode.Is(unicode.Han, r) }
