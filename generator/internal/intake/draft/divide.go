package draft

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/model"
)

// divider gives each block of a document its node.
type divider struct {
	*Draft
	part     string  // where the next paragraph belongs: "pre", "end", "sig", "a1"; "" within clauses
	open     []level // the clauses that are open, from the outermost
	next     map[string]int
	taken    map[string]bool
	tail     int    // where the end of the text begins, in which signatures stand
	signHead string // the line that asks for the signatures that are being read
	listed   string // the list that is being read in the part before the clauses: "agenda" or an attendance
}

// level is an open clause or sub-clause.
type level struct {
	style string
	last  int
	id    string
}

// divide divides blocks into the pieces of the text.
func (d *Draft) divide(blocks []source.Block) {
	v := &divider{Draft: d, part: model.PartPreamble, next: map[string]int{}, taken: map[string]bool{}}
	blocks = d.tablesApart(d.minutesInTables(blocks), d.saidApart)
	d.minuteNumbers(blocks)
	blocks = d.goneOn(blocks)
	from, n := d.titleBlocks(blocks)
	v.tail = d.tailOf(blocks)
	for i := 0; i < len(blocks); {
		if n > 0 && i == from {
			v.title(blocks[i : i+n])
			i += n
			continue
		}
		if i < from && blocks[i].Kind != source.Table { // what stands above the title
			v.add(&Piece{ID: v.paragraph(), Text: withLabel(blocks[i]), At: blocks[i].At.String()})
			i++
			continue
		}
		i += v.block(blocks, i)
	}
	v.wholeClauses()
	if !v.clauses() {
		d.withoutClauses()
	}
	d.headings()
}

// headings gives each piece the heading of the clause that it belongs to, and a list that of tasks
// right before it.
func (d *Draft) headings() {
	of := map[string]*Piece{}
	for _, p := range d.Pieces {
		if p.Heading {
			of[p.ID] = p
		}
	}
	for _, p := range d.Pieces {
		for id := p.ID; p.heading == nil && id != ""; {
			id = id[:max(0, strings.LastIndexByte(id, '.'))]
			p.heading = of[id]
		}
	}
	for i, p := range d.Pieces[min(1, len(d.Pieces)):] {
		if before := d.Pieces[i]; len(p.Items) > 0 && model.PartOf(before.ID) == model.PartOf(p.ID) && actionsHeading.MatchString(strings.Trim(before.Text, "*_ ")) {
			p.heading = before
		}
	}
	d.linesAsHeadings()
	d.itemsOfBusiness()
}

// itemsOfBusiness finds headings such as "Action items" that mean items to be voted on, and no
// tasks: what stands below them tells of motions.
func (d *Draft) itemsOfBusiness() {
	motions, all := map[*Piece]int{}, map[*Piece]int{}
	for _, p := range d.Pieces {
		if h := p.heading; h != nil && len(p.Rows) == 0 && actionsHeading.MatchString(h.Text) {
			for _, text := range lines(p) {
				all[h]++
				if tellsOfMotion.MatchString(text) {
					motions[h]++
				}
			}
		}
	}
	for h, n := range motions {
		h.voted = 2*n > all[h]
	}
}

// tellsOfMotion is in what tells of a motion or of a vote.
var tellsOfMotion = re(`\b(?:motion|moved|seconded|carried|approved|tabled|adopted)\b|(?:^|[^\d-])\d{1,2}\s*-\s*\d{1,2}(?:$|[^\d-])`)

// linesAsHeadings takes a line such as "Action items:" for the heading of what follows in its
// clause, in English.
func (d *Draft) linesAsHeadings() {
	var above *Piece
	for _, p := range d.Pieces {
		switch {
		case d.Lang != "en" || p.Heading || above != nil && model.PartOf(p.ID) != model.PartOf(above.ID):
			above = nil
		case actionsHeading.MatchString(p.Text) || d.lex.decisions.MatchString(p.Text):
			above = p
			continue
		}
		if above != nil {
			p.heading = above
		}
	}
}

// goneOn joins paragraphs that are one sentence: the first one ends without a sign, and the second
// begins with a small letter.
func (d *Draft) goneOn(blocks []source.Block) []source.Block {
	var out []source.Block
	for _, b := range blocks {
		n := len(out)
		if n > 0 && d.strayNumber(out, b) {
			b.Text, b.Label = withLabel(b), ""
			out[n-1].Text = joinTexts([]string{out[n-1].Text, b.Text})
			d.Mends = append(d.Mends, source.Mend{What: "joined a paragraph to the one that its sentence began in", From: cut(b.Text, 60), To: cut(b.Text, 60), At: b.At})
			continue
		}
		first, _ := utf8.DecodeRuneInString(b.Text)
		if n == 0 || b.Kind != source.Paragraph || b.Label != "" || !unicode.IsLower(first) || cityName.MatchString(b.Text) || !endsOpen(out[n-1]) {
			out = append(out, b)
			continue
		}
		if _, _, numbered := d.labelOf(b); numbered || d.frontLine(b.Text) {
			out = append(out, b)
			continue
		}
		out[n-1].Text, out[n-1].Columns = joinTexts([]string{out[n-1].Text, b.Text}), nil
		d.Mends = append(d.Mends, source.Mend{What: "joined a paragraph to the one that its sentence began in", From: cut(b.Text, 60), To: cut(b.Text, 60), At: b.At})
	}
	return out
}

// strayNumber reports whether a block begins with a number that ends the sentence before it, and
// numbers nothing: nothing before it has the number below.
func (d *Draft) strayNumber(before []source.Block, b source.Block) bool {
	last := before[len(before)-1]
	r, _ := utf8.DecodeLastRuneInString(last.Text)
	if b.Kind != source.Paragraph || !unicode.IsLower(r) || !endsOpen(last) {
		return false
	}
	l, rest, ok := d.labelOf(b)
	if !ok || l.style != "1." || l.path[0] < 3 || rest == "" {
		return false
	}
	return !slices.ContainsFunc(before, func(o source.Block) bool {
		l2, _, ok := d.labelOf(o)
		return ok && l2.path[0] >= l.path[0]-2 && l2.path[0] < l.path[0]
	})
}

// endsOpen reports whether a paragraph ends within a sentence.
func endsOpen(b source.Block) bool {
	last, _ := utf8.DecodeLastRuneInString(b.Text)
	return (b.Kind == source.Paragraph || b.Kind == source.Item) && !b.Bold && (unicode.IsLower(last) || last == ')' || endsInInitial(b.Text)) && utf8.RuneCountInString(b.Text) > 50 && !loud(b.Text)
}

func (v *divider) title(blocks []source.Block) {
	var texts []string
	for _, b := range blocks {
		texts = append(texts, withLabel(b))
	}
	if len(blocks) > 1 {
		v.mend(blocks[1], "joined the lines of the title")
	}
	v.Title.Text = joinTexts(texts)
	v.add(&Piece{ID: model.PartTitle, Text: v.Title.Text, At: blocks[0].At.String(), Heading: true})
}

func (v *divider) mend(b source.Block, what string) {
	v.Mends = append(v.Mends, source.Mend{What: what, From: cut(b.Text, 60), To: cut(b.Text, 60), At: b.At})
}

func (v *divider) add(p *Piece) {
	v.taken[p.ID] = true
	v.Pieces = append(v.Pieces, p)
}

// clauses reports whether the text has clauses.
func (v *divider) clauses() bool {
	for id := range v.taken {
		if strings.HasPrefix(model.PartOf(id), "c") {
			return true
		}
	}
	return false
}

// block gives the block of that rank its node, with those that follow and belong to it; it returns
// how many they are.
func (v *divider) block(blocks []source.Block, i int) int {
	b := blocks[i]
	if n := v.signatureTable(blocks, i); n > 0 {
		return n
	}
	switch {
	case b.Kind == source.Table:
		v.listed = ""
		rows := withoutEmptyHead(b.Rows)
		v.add(&Piece{ID: v.paragraph(), Lines: tableLines(rows), Rows: rows, At: b.At.String()})
		return 1
	case v.beginsAnnex(b), v.signers(b):
		return 1
	case v.beginsSignature(blocks, i):
		return 1
	case v.part == model.PartSignatures && v.belongsToSignature(b):
		return 1
	}
	if n := v.front(blocks, i); n > 0 {
		return n
	}
	if b.Kind == source.Heading || v.looksLikeHeading(blocks, i) {
		v.heading(b)
		return 1
	}
	if l, rest, ok := v.labelIn(b); ok && !model.IsAnnex(v.part) {
		if v.numbered(b, l, rest, blocks[i+1:]) {
			return 1
		}
	}
	if b.Kind == source.Item && !v.goesOnIn(b) {
		return v.list(blocks, i)
	}
	if v.inBody() && v.lex.closing.MatchString(b.Text) {
		v.part, v.open = model.PartClosing, nil
	}
	v.add(&Piece{ID: v.paragraph(), Text: withLabel(b), At: b.At.String()})
	return 1
}

// goesOnIn reports whether an item is a further paragraph of the one that opened the clause.
func (v *divider) goesOnIn(b source.Block) bool {
	return b.Label == "" && v.part == "" && len(v.open) > 0 && b.Text != ""
}

// inBody reports whether clauses have begun.
func (v *divider) inBody() bool { return v.part == "" || v.part == model.PartClosing }

// withLabel is the text of a block with the number or sign that its file prints before it.
func withLabel(b source.Block) string {
	if b.Label == "" || bullet(b.Label) {
		return b.Text
	}
	return b.Label + " " + b.Text
}

// paragraph returns the node of the next paragraph.
func (v *divider) paragraph() string {
	prefix := v.part
	if n := len(v.open); v.part == "" && n > 0 {
		prefix = v.open[n-1].id
	}
	if prefix == model.PartSignatures {
		prefix = model.PartClosing
	}
	v.next[prefix]++
	return prefix + ".p" + strconv.Itoa(v.next[prefix])
}

// beginsAnnex gives the heading of an annex its node.
func (v *divider) beginsAnnex(b source.Block) bool {
	m := v.lex.annex.FindStringSubmatch(b.Text)
	if m == nil || utf8.RuneCountInString(b.Text) > 160 || strings.HasSuffix(b.Text, ".") && utf8.RuneCountInString(b.Text) > 30 {
		return false
	}
	if !v.inBody() && v.part != model.PartSignatures && !model.IsAnnex(v.part) {
		return false
	}
	n := max(number(m[1]), roman(strings.ToUpper(m[1])))
	if n == 0 && len(m[1]) == 1 {
		n = int(strings.ToLower(m[1])[0]-'a') + 1
	}
	if n <= 0 {
		n = 1
	}
	for v.taken["a"+strconv.Itoa(n)] {
		n++
	}
	v.part, v.open = "a"+strconv.Itoa(n), nil
	v.add(&Piece{ID: v.part, Text: withLabel(b), At: b.At.String(), Heading: true, Num: m[1]})
	return true
}

// goesOnBelow reports whether the clause after the last one, or a step of an item of the agenda,
// comes further down: then no signature does before it.
func (v *divider) goesOnBelow(blocks []source.Block) bool {
	for _, b := range blocks {
		if v.lex.annex.MatchString(b.Text) {
			return false
		}
		if v.lex.step.MatchString(b.Text) {
			return true
		}
		if l, _, ok := v.labelOf(b); ok && len(v.open) > 0 && l.style == v.open[0].style && l.path[0] == v.open[0].last+1 {
			return true
		}
	}
	return false
}

// beginsSignature gives a signature its node.
func (v *divider) beginsSignature(blocks []source.Block, i int) bool {
	b := blocks[i]
	if !v.maySign(blocks, i) || v.Lang == "ru" && officeFilled.MatchString(b.Text) {
		return false
	}
	if (v.Lang != "zh" || i >= v.tail) && v.severalSign(b) {
		return true
	}
	name := v.postSigns(blocks, i)
	like := name != "" || v.signsLike(b, i)
	if m := v.lex.sign.FindString(b.Text); !like && (m == "" || b.Label != "" && !bullet(b.Label)) {
		return false
	}
	if v.goesOnBelow(blocks[i+1:]) {
		return false
	}
	if vote := v.voteIn(&Piece{Text: b.Text}); !vote.empty() { // "За – 4": in favour
		return false
	}
	if !like && v.tooLongToSign(b.Text) {
		return false
	}
	if like && name == "" {
		name = v.signatory(b.Text)
	}
	if name != "" && v.onBlank(b, name) {
		return true
	}
	v.sign(withLabel(b), name, b)
	return true
}

// tooLongToSign reports whether a text that has a word of signatures is a sentence of its own, or
// leads to what follows.
func (v *divider) tooLongToSign(text string) bool {
	n := utf8.RuneCountInString(text)
	return strings.HasSuffix(text, ".") && n > 60 || strings.HasSuffix(text, ":") && v.part == "" && n > 80
}

// belongsToSignature joins a short line below a signature, such as a name, to it.
func (v *divider) belongsToSignature(b source.Block) bool {
	if b.Kind != source.Paragraph || utf8.RuneCountInString(b.Text) > 80 || v.lex.closing.MatchString(b.Text) {
		return false
	}
	last := v.Pieces[len(v.Pieces)-1]
	if model.PartOf(last.ID) != model.PartSignatures {
		return false
	}
	if nameIn(b.Text) != "" && nameIn(last.Text) != "" { // the next one who signed
		v.sign(withLabel(b), "", b)
		return true
	}
	name := v.signerBelow(b)
	if v.hanSignsNext(last, name, b) {
		return true
	}
	if last.signer == "" {
		last.signer = name
	}
	v.joinToSignature(last, b)
	return true
}

// joinToSignature makes a line part of the signature above it.
func (v *divider) joinToSignature(last *Piece, b source.Block) {
	last.Text = joinTexts([]string{last.Text, withLabel(b)})
	v.mend(b, "joined a line to the signature above it")
}

// looksLikeHeading reports whether a paragraph heads what follows, though its file does not say so.
func (v *divider) looksLikeHeading(blocks []source.Block, i int) bool {
	b := blocks[i]
	if b.Kind != source.Paragraph || b.Label != "" || !(b.Bold || loud(b.Text)) || i+1 == len(blocks) || model.IsAnnex(v.part) || v.part == model.PartSignatures {
		return false
	}
	text := strings.TrimRight(b.Text, ":：")
	if v.lex.step.MatchString(b.Text) || v.Lang == "en" && (outcomeOnly.MatchString(b.Text) || moverLine.MatchString(b.Text)) {
		return false
	}
	if _, _, numbered := v.labelOf(b); numbered {
		n := len(v.open)
		return loud(b.Text) && n > 0 && v.open[n-1].style == "h8" && brief(text)
	}
	return brief(text) && utf8.RuneCountInString(text) <= 90 && len(v.dates(text)) == 0
}

// heading opens a clause that has no number, or that has one in its heading.
func (v *divider) heading(b source.Block) {
	style := "h" + strconv.Itoa(b.Level)
	if b.Kind != source.Heading {
		style = "h8"
	}
	l, rest, ok := v.labelOf(b)
	ok = ok && rest != "" && len(l.path) == 1
	if ok && v.fits(l, style) {
		v.pop(style)
		v.push(style, l.path[0], l.ident)
		v.opened(l, rest, b, true)
		return
	}
	if model.IsAnnex(v.part) || v.part == model.PartSignatures {
		v.add(&Piece{ID: v.paragraph(), Text: withLabel(b), At: b.At.String()})
		return
	}
	v.pop(style)
	n := 1
	if len(v.open) > 0 && v.open[len(v.open)-1].style == style {
		n = v.open[len(v.open)-1].last + 1
	}
	v.push(style, n, strconv.Itoa(n))
	if ok {
		v.opened(l, rest, b, true)
		return
	}
	v.opened(label{}, withLabel(b), b, true)
}

// fits reports whether the number of a heading goes on from the last one of its level.
func (v *divider) fits(l label, style string) bool {
	for _, o := range v.open {
		if o.style == style {
			return l.path[0] > o.last
		}
	}
	return true
}

// pop closes the clauses below a heading of a style.
func (v *divider) pop(style string) {
	for n := len(v.open); n > 0; n = len(v.open) {
		top := v.open[n-1]
		if top.style == style || strings.HasPrefix(top.style, "h") && top.style < style {
			return
		}
		v.open = v.open[:n-1]
	}
}

// push opens a clause: the next one of the innermost level where that has the style, else one below
// it.
func (v *divider) push(style string, value int, ident string) {
	v.part = ""
	n := len(v.open)
	if n > 0 && v.open[n-1].style == style {
		v.open = v.open[:n-1]
		n--
	}
	prefix := "c"
	if n > 0 {
		prefix = v.open[n-1].id + "."
	} else {
		ident = strconv.Itoa(value) // only sub-clauses have letters
	}
	id := prefix + ident
	for k := value; v.taken[id] || v.next[id] > 0; k++ {
		id = prefix + strconv.Itoa(k)
	}
	v.next[id] = max(v.next[id], 0)
	v.open = append(v.open, level{style, value, id})
}

// opened adds the piece with which the innermost open clause begins.
func (v *divider) opened(l label, text string, b source.Block, heading bool) {
	id := v.open[len(v.open)-1].id
	if heading {
		v.add(&Piece{ID: id, Num: l.num, label: l.whole, Heading: true, Text: text, At: b.At.String()})
		return
	}
	v.taken[id] = true
	v.add(&Piece{ID: v.paragraph(), Num: l.num, label: l.whole, Text: text, At: b.At.String()})
}

// cut shortens a text for messages.
func cut(text string, n int) string {
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	return string([]rune(text)[:n-1]) + "…"
}
