package draft

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kengash/kengash/generator/internal/model"
)

// acted finds what each paragraph does, by the formulas of the vocabulary and by other words.
func (d *Draft) acted() {
	var s actState
	for i, p := range d.Pieces {
		part := model.PartOf(p.ID)
		if d.Lang == "zh" {
			s.above = d.hanLeads(s.above, p)
		}
		if part == model.PartTitle || part == model.PartSignatures || model.IsAnnex(part) || p.Heading && len(p.Text) < 60 || strings.ContainsAny(p.Text, "├└") {
			if d.Lang == "ru" && p.Heading {
				s.below.decided(d, p)
			}
			continue
		}
		if !d.onlyVote(i) && !d.votedBelow(i) {
			d.actedIn(i, p, &s)
		}
	}
	d.refused()
	d.approvals()
	d.onlyHeads()
	d.hanTopics()
	d.consents()
}

// actState is what the paragraphs before one say of it.
type actState struct {
	below resolving // what precedes it
	leads bool      // what the body did goes on in it
	above lead      // what heads the decisions, in Chinese
	led   string    // the word of a line after which decisions follow in a list
	ledBy string    // the clause of that line, if it has a number
}

// leave forgets a line that heads decisions in a numbered clause where that clause ends.
func (s *actState) leave(p *Piece) {
	if s.ledBy != "" && !strings.HasPrefix(clauseOf(p)+".", s.ledBy+".") {
		s.led, s.ledBy = "", ""
	}
}

// actedIn finds what one paragraph does.
func (d *Draft) actedIn(i int, p *Piece, s *actState) {
	text := joinTexts(lines(p))
	above := d.heardAbove(i)
	if d.Lang == "zh" && idleLine.MatchString(p.Text) {
		return
	}
	said := d.site.Said(text, d.Lang)
	spoken := d.allSpoken(p) || above != "" || d.Lang == "ru" && speech.MatchString(text)
	if !spoken {
		d.motions(i, text)
	}
	d.formulas(p, text, said, spoken || p.underActions())
	if !spoken && d.Lang == "zh" {
		d.hanActed(p, p.words(), s.above)
		d.hanInstructs(p, p.words())
	}
	s.leave(p)
	if !spoken {
		d.says(p, text)
		if !p.underActions() || len(p.Items) == 0 {
			d.instructs(p, text)
		}
		d.did(p, text, s.leads)
		d.fragments(p, text, s.led)
		if s.led != "" && len(p.Acts) > 0 {
			d.onlyLeads(d.Pieces[i-1])
		}
		d.fallback(p, text)
		d.elected(p, text)
		d.carriedAnyhow(i, p, text)
	}
	d.heard(p, text, above)
	p.led = s.led != "" || s.below.open || s.above.code != "" && !s.above.loose
	d.decidedInTable(p)
	d.saidInCells(p)
	if above == "" {
		d.belowLead(p, s)
	}
}

// onlyLeads takes the act away from a line such as "The Board resolved:", which is what the items
// below it are.
func (d *Draft) onlyLeads(p *Piece) {
	if len(p.Acts) == 1 && (strings.HasSuffix(p.Text, ":") || d.leadsTo(p) != "") {
		p.Acts = nil
	}
}

// belowLead finds what stands below a line such as "РЕШИЛИ:", and remembers such a line.
func (d *Draft) belowLead(p *Piece, s *actState) {
	goesOn := listPoint.MatchString(p.Text) || d.Lang == "en" && (p.Num != "" || p.label != "")
	if next := d.leadsTo(p); next != "" || len(p.Items) == 0 && !goesOn {
		if s.led, s.ledBy = next, ""; d.Lang == "en" && next != "" && p.Num != "" {
			s.ledBy = clauseOf(p)
		}
	}
	s.leads = d.lex.body != nil && (d.lex.body.lead.MatchString(p.Text) || s.leads && goesOn)
	if d.Lang == "ru" {
		s.below.decided(d, p)
	}
	if d.belowDecisions(p) {
		d.resolvedTo(p)
	}
}

// formulas adds the acts that a paragraph says by formulas; told says that these are the words of
// somebody, or of a task.
func (d *Draft) formulas(p *Piece, text string, said []model.Said, told bool) {
	for _, s := range said {
		words := text[s.From:s.To]
		if d.lex.step.MatchString(text) || p.claims(s.From, s.To) { // "ПОСТАНОВИЛИ:" says what comes next
			continue
		}
		if d.Lang == "en" && len(p.Rows) > 0 && (s.Code == "closed" || d.tableOfTasks(p)) {
			continue // what became of tasks
		}
		if told || d.notActed(text, s.From, s.To) || d.Lang == "en" && d.spokenAt(p, text, s.From) {
			continue // it tells of another time or of somebody else
		}
		if p.hasAct(string(s.Code)) {
			continue
		}
		a := Act{Value: Value{string(s.Code), p.At, Certain, words}, Other: string(s.Other), from: s.From}
		if part := model.PartOf(p.ID); part == model.PartPreamble || part == model.PartClosing || a.Other != "" {
			a.Sure = Likely
		}
		p.Acts = append(p.Acts, a)
	}
}

// fallback finds the act of a paragraph that has none: by a label such as "Decision 2:".
func (d *Draft) fallback(p *Piece, text string) {
	d.infinitives(p, text)
	for _, s := range d.lex.fallback {
		if m := s.FindStringSubmatch(text); m != nil && len(p.Acts) == 0 {
			d.quotes(p, text, s.code, m[1])
		}
	}
}

// notActed reports whether words of a text are no act of those who met: they tell of another time,
// of somebody else or of something else.
func (d *Draft) notActed(text string, from, to int) bool {
	if d.lex.failed != nil && d.lex.failed.MatchString(text[to:]) && strings.HasSuffix(strings.TrimSpace(text[:from]), " be") {
		return true
	}
	if d.Lang == "zh" && (inTitle(text, from) || d.another(text, from)) {
		return true
	}
	return d.lex.notActed.MatchString(text[:from]) || d.idle(text, from, to) || d.attributive(text, from, to) || !passive.MatchString(text[from:]) && d.oneDid(text[:from])
}

// passive begins words that tell what happened to those before them, or what somebody moved.
var passive = re(`^(?:moved|was|were|is|are|been)\b`)

// idle reports whether words stand in an expression that has a formula and is no act.
func (d *Draft) idle(text string, from, to int) bool {
	return slices.ContainsFunc(d.lex.noAct.FindAllStringIndex(text, -1), func(m []int) bool { return m[0] <= from && to <= m[1] })
}

// oneDid reports whether the words before a verb name one person as the one who did it.
func (d *Draft) oneDid(before string) bool {
	m := d.lex.onePerson.FindStringSubmatch(before)
	if m != nil && (m[1] == "" || d.wasThere(d.fullName(m[1]))) {
		return true
	}
	if all := sentences(before + " x"); d.lex.alone != nil && len(all) > 0 {
		sentence := strings.TrimSuffix(all[len(all)-1], "x")
		m := d.lex.alone.FindStringSubmatch(sentence)
		return m != nil && (m[1] == "" || d.Lang == "ru" || someTitles.MatchString(m[1]) || d.wasThere(d.fullName(m[1]))) && !d.lex.notAlone.MatchString(sentence)
	}
	return false
}

var speaker = exact(`^(\p{Lu}[\p{L}.'’-]{0,24}(?:\s\p{Lu}[\p{L}.'’-]{0,24})?)\s*(?:\([^()]{1,30}\))?\s*[:：]\s+\S`)

// spoken reports whether a paragraph says what somebody said: it begins with the name of one of
// those who were there, or with initials.
func (d *Draft) spoken(text string) bool {
	m := speaker.FindStringSubmatch(text)
	if m == nil || d.lex.attendanceOf(text) != "" || d.letters()[m[1]] != "" {
		return false
	}
	_, initials := casedLetters(m[1])
	return initials && len(m[1]) <= 4 || d.wasThere(d.fullName(m[1]))
}

// allSpoken reports whether a paragraph, or each item of a list, says what somebody said.
func (d *Draft) allSpoken(p *Piece) bool {
	if d.Lang != "en" || len(p.Items) == 0 {
		return d.spoken(p.Text)
	}
	return !slices.ContainsFunc(p.Items, func(it line) bool { return !d.spoken(it.text) })
}

// spokenAt reports whether a place of the text of a list is in an item that somebody said.
func (d *Draft) spokenAt(p *Piece, text string, at int) bool {
	from := 0
	for _, it := range p.Items {
		i := strings.Index(text[from:], it.text)
		if i < 0 {
			continue
		}
		if from += i; from <= at && at < from+len(it.text) {
			return d.spoken(it.text)
		}
	}
	return false
}

// notesOf are the notes of a meeting, by which nothing is noted.
var notesOf = exact(`^[Nn]otes\s+(?:of|from|for|on)\s`)

// says finds what a paragraph does in words that are no formula of the vocabulary. The act quotes
// them.
func (d *Draft) says(p *Piece, text string) {
	if d.Lang == "en" && d.lex.attendanceOf(text) != "" {
		return // "Notes by: Ann" notes nothing
	}
	var more []model.Said
	for _, s := range d.lex.says {
		term, _, known := d.site.Vocabulary[model.VocabAct].Term(model.Code(s.code))
		for _, m := range s.FindAllStringSubmatchIndex(text, -1) {
			at := model.Said{Code: model.Code(term.Key), From: m[2], To: m[3]}
			overlaps := func(o model.Said) bool { return o.From < at.To && at.From < o.To }
			if !known || slices.ContainsFunc(more, overlaps) || p.claims(at.From, at.To) || d.lex.notActed.MatchString(text[:at.From]) || d.oneDid(text[:at.From]) || s.code == "noted" && notesOf.MatchString(text[at.From:]) || s.code == "adopted" && d.idle(text, at.From, at.To) {
				continue
			}
			p.Acts = slices.DeleteFunc(p.Acts, func(a Act) bool { return a.Text != s.code && a.from < at.To && at.From < a.from+len(a.Why) })
			if !p.hasAct(s.code) {
				words := text[at.From:at.To]
				p.Acts = append(p.Acts, Act{Value: Value{s.code, p.At, Likely, words}, Words: words, from: at.From})
			}
			more = append(more, at)
		}
	}
}

// instructs finds sentences that tell somebody to do something, without a word such as "instruct".
func (d *Draft) instructs(p *Piece, text string) {
	if d.Lang == "en" {
		d.bindsIn(p, text)
		return
	}
	if d.lex.told == nil || len(p.Rows) > 0 || p.hasAct("instructed") {
		return
	}
	for _, sentence := range d.sentences(text) {
		for _, part := range d.operativeParts(sentence) {
			if o, ok := d.told(part); ok && d.quotes(p, text, "instructed", o.verb) {
				return
			}
		}
	}
}

// resolvedTo makes acts of what stands below "РЕШИЛИ:" or a heading such as "Decisions", and has no
// other act.
func (d *Draft) resolvedTo(p *Piece) {
	if len(p.Acts) > 0 && len(p.Items) == 0 {
		return
	}
	for _, text := range lines(p) {
		if d.Lang == "en" && d.lex.closing.MatchString(text) {
			continue
		}
		text = labelBefore.ReplaceAllString(mark.ReplaceAllString(text, ""), "")
		if d.Lang == "ru" && noResolution.MatchString(text) {
			continue
		}
		if m := resolutionWords.FindString(text); m != "" && !p.hasAct("decided") {
			d.quotes(p, p.words(), "decided", m)
		}
	}
}

var (
	labelBefore     = exact(`^(?:[-–—•*]|\d+[.)])\s*`)
	resolutionWords = exact(`^(?:Не\s+|не\s+)?[\p{L}-]{2,}`)
	listPoint       = exact(`^(?:\.?\d+[.)]?|\(?[a-z]\)|[-–—•])\s|^\p{Ll}`)
)

// decidedInTable makes a decision of a table that has a column of decisions.
func (d *Draft) decidedInTable(p *Piece) {
	if len(p.Rows) < 2 {
		return
	}
	if d.Lang == "en" {
		d.decidedInCells(p)
		return
	}
	column := p.decisionColumn(d.lex)
	if d.Lang == "ru" {
		d.resolvedInTable(p, column)
		return
	}
	d.hanInCells(p, column)
}

// decisionColumn is the column of a table that holds decisions; -1 where it has none.
func (p *Piece) decisionColumn(lex *lexicon) int {
	heads := lex.decisions
	if heads == nil {
		heads = hanDecisions
	}
	return slices.IndexFunc(p.Rows[0], heads.MatchString)
}

// decidedInCell says what a cell of a column of decisions does.
func (d *Draft) decidedInCell(cell string) string {
	for _, v := range slices.Concat(refusingWords[d.lex].to, refusingWords[d.lex].bare) {
		if v.MatchString(cell) {
			return v.code
		}
	}
	if d.Lang == "zh" {
		if code, _, ok := hanResolution(cell); ok {
			return code
		}
		if strings.Contains(cell, "通过") || strings.Contains(cell, "采纳") {
			return "adopted"
		}
	} else if code, verb := d.doing(cell); code != "" && verb.from == 0 {
		return code
	}
	return "decided"
}

// belowDecisions reports whether a paragraph stands below a heading of decisions.
func (d *Draft) belowDecisions(p *Piece) bool {
	return p.heading != nil && d.lex.decisions != nil && d.lex.decisions.MatchString(p.heading.Text)
}

// hasAct reports whether a paragraph has an act.
func (p *Piece) hasAct(code string) bool {
	return slices.ContainsFunc(p.Acts, func(a Act) bool { return a.Text == code })
}

// quotes adds an act that quotes its words, unless another act has them.
func (d *Draft) quotes(p *Piece, text, code, words string) bool {
	return d.quotesAt(p, code, words, strings.Index(text, words))
}

// quotesAt is quotes for words at a place of the text.
func (d *Draft) quotesAt(p *Piece, code, words string, at int) bool {
	_, _, known := d.site.Vocabulary[model.VocabAct].Term(model.Code(code))
	if at < 0 || !known || p.claims(at, at+len(words)) || slices.ContainsFunc(p.Acts, func(a Act) bool { return a.from < at+len(words) && at < a.from+len(a.Why) }) {
		return false
	}
	p.Acts = append(p.Acts, Act{Value: Value{code, p.At, Likely, words}, Words: words, from: at})
	return true
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
	return !be && (strings.HasPrefix(after, "by ") || strings.HasSuffix(before, ",") && (strings.HasPrefix(after, "on ") || strings.HasPrefix(after, "at ")) || last == "the" || last == "an" || last == "a" || last == "newly" || last == "previously")
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

// voteIn reads what a piece says of a vote.
func (d *Draft) voteIn(p *Piece) Vote {
	text := strings.Join(lines(p), " | ")
	v := Vote{
		For: d.votes("for", text, p.At), Against: d.votes("against", text, p.At), Abstaining: d.votes("abstaining", text, p.At),
		ForBy: d.voters("for", text, p.At), AgainstBy: d.voters("against", text, p.At), AbstainingBy: d.voters("abstaining", text, p.At),
		Mover: d.inFavour(d.lex.mover, text, p.At), Seconder: d.inFavour(d.lex.seconder, text, p.At),
	}
	for _, code := range []string{"unanimous", "secret-ballot", "roll-call", "acclamation", "consensus", "lazy-consensus"} {
		if r := d.lex.methods[code]; r != nil && !v.Method.known() {
			if m := r.FindString(text); m != "" {
				v.Method = Value{code, p.At, Likely, m}
			}
		}
	}
	if v.Against.known() && !v.For.known() && !v.Abstaining.known() && len(v.ForBy)+len(v.Mover) == 0 {
		v.Against = Value{} // "no 5" of something else
	}
	return v
}

// votes reads how many voted in one way.
func (d *Draft) votes(side, text, at string) Value {
	r := d.lex.votes[side]
	if d.lex.tally != nil {
		if m := d.lex.tally.FindStringSubmatch(text); m != nil {
			i := map[string]int{"for": 1, "against": 2, "abstaining": 3}[side]
			return Value{m[i], at, Likely, m[0]}
		}
	}
	if r == nil {
		return Value{}
	}
	m := r.FindStringSubmatch(text)
	if m == nil {
		return Value{}
	}
	n := strings.ToLower(last(m[1:]))
	if i, ok := countWords[n]; ok {
		n = i
	}
	return Value{n, at, Likely, strings.TrimSpace(m[0])}
}

// voters reads who voted in one way.
func (d *Draft) voters(side, text, at string) []Value {
	r := d.lex.votesBy[side]
	if r == nil {
		return nil
	}
	m := r.FindStringSubmatch(text)
	if m == nil || d.lex.none.MatchString(strings.TrimSpace(m[1])) || !d.onlyNames(m[1]) {
		return nil
	}
	return d.people(m[1], at, asNamed)
}

// inFavour reads who moved or seconded.
func (d *Draft) inFavour(r *pattern, text, at string) []Value {
	if m := r.FindStringSubmatch(text); m != nil {
		return d.people(last(m[1:]), at, asNamed)
	}
	return nil
}

// countWords are words for numbers of votes.
var countWords = map[string]string{
	"нет": "0", "none": "0", "no": "0", "无": "0", "zero": "0", "no one": "0", "nobody": "0", "one": "1", "two": "2", "three": "3",
}

// last is the last of some texts that is not empty.
func last(texts []string) string {
	for _, t := range slices.Backward(texts) {
		if t != "" {
			return t
		}
	}
	return ""
}

func isLetter(r rune) bool { return unicode.IsLetter(r) }
func isHan(r rune) bool    { return unicode.Is(unicode.Han, r) }
