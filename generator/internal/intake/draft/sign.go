package draft

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/model"
)

// tailOf is the rank of the first block of the end of a text: below it nothing is long, numbered or
// a sentence until the annexes begin.
func (d *Draft) tailOf(blocks []source.Block) int {
	end := len(blocks)
	for i, b := range blocks {
		if i > len(blocks)/3 && d.lex.annex.MatchString(b.Text) && utf8.RuneCountInString(b.Text) < 160 {
			end = i
			break
		}
	}
	for i := end - 1; i >= 0; i-- {
		b := blocks[i]
		if annexesAlone.MatchString(b.Text) {
			continue
		}
		_, _, numbered := d.labelOf(b)
		numbered = numbered && !(d.Lang == "en" && wholeName.MatchString(withLabel(b))) // "A. Byron"
		// "____ Иванов И.И. «07» мая 2026 г." is none.
		sentence := strings.HasSuffix(b.Text, ".") && !endsInInitial(b.Text) && !strings.Contains(b.Text, "___") && !dayBlank.MatchString(b.Text) && !d.lex.closing.MatchString(b.Text) || strings.HasSuffix(b.Text, "。")
		if b.Kind != source.Table && (utf8.RuneCountInString(b.Text) > 160 || numbered || sentence) {
			return i + 1
		}
	}
	return 0
}

// annexesAlone lists the annexes at the end of a text.
var annexesAlone = re(`^(?:annex(?:es)?|appendi(?:x|ces)|attachments?|enclosures?|приложени[ея]|附件)\s*[:：]`)

// dayBlank is a line on which to write the day of a signature.
var dayBlank = re(`^(?:date|dated|дата)?\s*:?\s*\.{4,}$|(?-i:\p{Lu})\p{L}+\s(?-i:\p{Lu})\p{L}+,\s[^.]*(?:date|dated|дата)\s*:?\s*\.{4,}$`)

// signatureTable divides a table, or lines in columns, into the signatures that it has; it returns
// how many blocks these are, 0 where there are none.
func (v *divider) signatureTable(blocks []source.Block, i int) int {
	if i < v.tail || v.part == model.PartPreamble && !v.atEnd(blocks, i) || model.IsAnnex(v.part) {
		return 0
	}
	rows, n := blocks[i].Rows, 1
	if blocks[i].Kind != source.Table {
		if rows, n = columnsOf(blocks[i:]); n == 0 {
			return 0
		}
	}
	parts, names := v.signersInTable(rows)
	came := false
	if len(parts) > 0 {
		came = cameToSign.MatchString(v.Pieces[len(v.Pieces)-1].Text)
		v.signHead = v.Pieces[len(v.Pieces)-1].Text
	} else {
		parts, names = v.signedInCells(rows)
	}
	if len(parts) < 2 {
		parts, names = v.signatories(rows)
	}
	if len(parts) == 0 {
		return 0
	}
	for k, text := range parts {
		v.sign(text, names[k], blocks[i])
		v.Pieces[len(v.Pieces)-1].came = came
	}
	v.mend(source.Block{Text: strings.Join(rows[0], " | "), At: blocks[i].At}, "divided a table into the signatures that it has")
	return n
}

// columnsOf are the lines in as many columns that blocks begin with, as a table.
func columnsOf(blocks []source.Block) (rows [][]string, n int) {
	for n < len(blocks) && len(blocks[n].Columns) > 1 && (n == 0 || len(blocks[n].Columns) == len(rows[0])) {
		rows = append(rows, blocks[n].Columns)
		n++
	}
	return rows, n
}

// sign adds a signature with the name of the one who signed, where it is known.
func (v *divider) sign(text, name string, b source.Block) {
	v.part, v.open = model.PartSignatures, nil
	v.next[v.part]++
	v.add(&Piece{ID: model.PartSignatures + "." + strconv.Itoa(v.next[v.part]), Text: text, At: b.At.String(), signer: name})
}

// signatories are the signatures of a table with the names that they have: a column each, where a
// row of names stands below one of parties or posts, a row each, or a cell each.
func (d *Draft) signatories(rows [][]string) (parts, names []string) {
	if len(rows) > 24 || len(rows[0]) > 6 || hasHead(rows) || slices.ContainsFunc(rows, d.saysWhoCame) {
		return nil, nil
	}
	named, evidence, inRows := false, false, false
	for _, row := range rows {
		name, other := false, false
		for _, cell := range row {
			if utf8.RuneCountInString(cell) > 240 {
				return nil, nil
			}
			found := d.signatory(cell) != ""
			name, other = name || found, other || !found && !signBlank.MatchString(cell)
			evidence = evidence || signWords.MatchString(cell) || d.lex.sign.MatchString(cell)
		}
		named, inRows = named || name, inRows || name && (other || len(row) == 1)
	}
	if !named || !evidence {
		return nil, nil
	}
	if inRows {
		return d.signedInRows(rows)
	}
	return d.signedInColumns(rows)
}

// saysWhoCame reports whether a row is a label of attendance and names: "Apologies:".
func (d *Draft) saysWhoCame(row []string) bool {
	text := strings.Join(row, " ")
	return strings.ContainsAny(row[0], ":：") && d.lex.attendanceOf(text) != "" && !signFill.MatchString(text)
}

// signedInCells are the signatures of a table whose cells have one each: the party on a line, and
// the name on another.
func (d *Draft) signedInCells(rows [][]string) (parts, names []string) {
	for _, row := range rows {
		for _, cell := range row {
			if cell == "" {
				continue
			}
			name := d.signatory(cell)
			if name == "" || !strings.Contains(cell, "\n") && !signFill.MatchString(cell) && !sideFirst.MatchString(cell) || !signWords.MatchString(cell) && !signFill.MatchString(cell) || utf8.RuneCountInString(cell) > 240 {
				return nil, nil
			}
			parts, names = append(parts, joinTexts(strings.Split(cell, "\n"))), append(names, name)
		}
	}
	return parts, names
}

// hasHead reports whether the first row of a table heads columns of people or of tasks, or one
// below it heads more than one.
func hasHead(rows [][]string) bool {
	for _, row := range rows[1:] {
		heads := 0
		for _, cell := range row {
			if taskColumn.MatchString(cell) || weakColumn.MatchString(cell) || dueColumn.MatchString(cell) {
				heads++
			}
		}
		if heads > 1 {
			return true
		}
	}
	return slices.ContainsFunc(rows[0], func(cell string) bool {
		return nameColumn.MatchString(cell) || taskColumn.MatchString(cell) || dueColumn.MatchString(cell) || len(rows) > 2 && ownerColumn.MatchString(cell)
	})
}

// signedInRows are the signatures of a table that has one in each row. A row without a name goes on
// from the one before it, or begins the next one.
func (d *Draft) signedInRows(rows [][]string) (parts, names []string) {
	before := ""
	for _, row := range rows {
		if more, whose := d.signedBeside(row); len(more) > 0 {
			more[0], before = joinTexts([]string{before, more[0]}), ""
			parts, names = append(parts, more...), append(names, whose...)
			continue
		}
		text, name := joinTexts(row), ""
		for _, cell := range row {
			if found := d.signatory(cell); found != "" {
				name = found
			}
		}
		switch {
		case name != "":
			parts, names = append(parts, joinTexts([]string{before, text})), append(names, name)
			before = ""
		case len(parts) > 0 && signBlank.MatchString(text):
			parts[len(parts)-1] = joinTexts([]string{parts[len(parts)-1], text})
		default:
			before = joinTexts([]string{before, text})
		}
	}
	if before != "" {
		if !signWords.MatchString(before) {
			parts[len(parts)-1] = joinTexts([]string{parts[len(parts)-1], before})
		} else {
			parts, names = append(parts, before), append(names, "")
		}
	}
	return parts, names
}

// signedBeside are the signatures of a row in Chinese that has several, one in each cell.
func (d *Draft) signedBeside(row []string) (parts, names []string) {
	for _, cell := range row {
		name := d.signatory(cell)
		switch {
		case d.Lang != "zh" || cell == "":
		case name != "":
			parts, names = append(parts, joinTexts(strings.Split(cell, "\n"))), append(names, name)
		case len(parts) == 0 || !signBlank.MatchString(cell):
			return nil, nil
		}
	}
	if len(parts) < 2 {
		return nil, nil
	}
	return parts, names
}

// signedInColumns are the signatures of a table that has one in each column, or several below each
// other: those of four parties stand as two by two.
func (d *Draft) signedInColumns(rows [][]string) (parts, names []string) {
	for len(rows) > 0 {
		n := d.rowsOfOne(rows)
		p, s := d.signedBelow(rows[:n])
		parts, names, rows = append(parts, p...), append(names, s...), rows[n:]
	}
	return parts, names
}

// rowsOfOne is how many rows a table begins with until one of parties stands between rows of names.
func (d *Draft) rowsOfOne(rows [][]string) int {
	named := func(row []string) bool {
		return slices.ContainsFunc(row, func(cell string) bool { return d.signatory(cell) != "" })
	}
	first := slices.IndexFunc(rows, named)
	for i := first + 1; first >= 0 && i < len(rows)-1; i++ {
		if !named(rows[i]) && slices.ContainsFunc(rows[i], signWords.MatchString) && slices.ContainsFunc(rows[i+1:], named) {
			return i
		}
	}
	return len(rows)
}

// signedBelow are the signatures of a table that has one in each column.
func (d *Draft) signedBelow(rows [][]string) (parts, names []string) {
	for c := range rows[0] {
		var texts []string
		name := ""
		for _, row := range rows {
			if c < len(row) && row[c] != "" {
				texts = append(texts, row[c])
				if found := d.signatory(row[c]); found != "" {
					name = found
				}
			}
		}
		if len(texts) == 0 {
			continue
		}
		text := joinTexts(strings.Split(strings.Join(texts, "\n"), "\n"))
		if name == "" && len(parts) > 0 && signBlank.MatchString(text) {
			parts[len(parts)-1] = joinTexts([]string{parts[len(parts)-1], text})
			continue
		}
		parts, names = append(parts, text), append(names, name)
	}
	return parts, names
}

var (
	// signBlank is what stands where somebody signs: a line, "(signature)", the place of a seal.
	signBlank = re(`^(?:[\s_/…＿.()（）«»"“”-]|подпись|личная\s+подпись|расшифровка|ф\.?\s?и\.?\s?о\.?|м\.\s?п\.|signature|signed|seal|l\.\s?s\.|签\s*字|签\s*名|签\s*章|盖\s*章|章)*$`)
	// signWords are those by which a line or a cell is a signature.
	signWords = re(`_{3,}|＿{2,}|\((?:подпись|signature|signed|签字|签名)\)|（签[字名章]）` +
		`|^\s*(?:за|от|от\s+имени)\s+\p{L}|^\s*for\s+(?:and\s+on\s+behalf\s+of\s+)?\p{L}|^\s*on\s+behalf\s+of\s|^(?:\p{Han}{1,20}代表|代表\p{Han}{2,20})` +
		`|(?:^|[^\p{L}])(?:(?:со)?председател|секретар|глава\s+делегации|руководител|директор|министр|президент|начальник|заместитель|губернатор|глава\s|ректор|управляющ|врио|заказчик|исполнитель|подрядчик|ревизор|члены?\s+(?:комиссии|правления|совета))` +
		`|\b(?:co-?)?(?:chair(?:man|woman|person)?|president|secretary|treasurer|head\s+of|minister|director|clerk|mayor|leader)\b` +
		`|主席|团长|代表团|主持人?|[记纪]录人?|董事|监事|签[字名]|组长|主任|局长|部长`)
)

// signatory is the name of the person that a short text has and that is all of it, but for titles,
// posts behind a comma or on other lines, and what stands where somebody signs; "" where there is
// none.
func (d *Draft) signatory(text string) string {
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "/s/", " "), "\n") {
		if d.Lang == "ru" {
			if endsSentence.MatchString(line) {
				continue
			}
			if found := namesIn(signFill.ReplaceAllString(line, " ")); len(found) > 0 {
				return found[len(found)-1]
			}
			continue
		}
		if d.Lang == "zh" {
			line = signDay.ReplaceAllString(line, "")
		}
		line = strings.TrimSpace(signFill.ReplaceAllString(line, " "))
		if i := strings.LastIndexAny(line, ":："); i >= 0 {
			line = strings.TrimSpace(strings.TrimLeft(line[i:], ":： "))
		}
		if d.Lang == "zh" {
			if name := signedInHan(line, text); name != "" {
				return name
			}
			continue
		}
		if m := datedAt.FindStringIndex(text); m != nil && m[0] > 0 && !wholeName.MatchString(line) {
			if name := d.signatory(text[:m[0]]); name != "" {
				return name // "Signed: ____ Ada Byron, Chair Date: 9 June 2026"
			}
		}
		if i := strings.IndexByte(line, ','); i > 0 {
			line = line[:i]
		}
		if m := someTitles.FindString(line); m != "" {
			line = line[len(m):]
		}
		if wholeName.MatchString(line) && !signWords.MatchString(line) && !noName.MatchString(line) && stateOf(line) == "" {
			return strings.TrimSpace(line)
		}
		if name := nameThenPost(line); name != "" {
			return name
		}
	}
	return ""
}

// signedBy is who signed in Chinese, if of a surname that is not known.
var signedBy = exact(`^\p{Han}{2,12}[（(]签[字名章][)）]\s*[：:]\s*(\p{Han}{2,4}|\p{Han}{1,8}(?:·\p{Han}{1,12}){1,3})$`)

// endsSentence ends a line that is a sentence, and no signature.
var endsSentence = exact(`\p{Ll}{3,}\)?\.$|\d\.$`)

// signedInHan is the name that a line in Chinese is, or that the text has behind the word for a
// signature.
func signedInHan(line, text string) string {
	if m := signedBy.FindStringSubmatch(text); m != nil && !hanPost.MatchString(m[1]) {
		return m[1]
	}
	return hanSignatory(line)
}

// hanSignatory is the name of a person in Chinese that a short text is, behind a post.
func hanSignatory(text string) string {
	text = strings.TrimSpace(inParens.ReplaceAllString(text, ""))
	if wholeName.MatchString(text) && strings.Contains(text, " ") && !signWords.MatchString(text) && !noName.MatchString(text) {
		return text // somebody from abroad
	}
	text = sideFirst.ReplaceAllString(strings.Join(strings.Fields(text), ""), "")
	for _, name := range []string{text, bareHan(text)} {
		if isHanPerson(name) && !signWords.MatchString(name) || middleDot.MatchString(name) {
			return name
		}
	}
	return ""
}

// datedAt begins the day of a signature behind the name.
var datedAt = exact(`\s+(?:Date|Dated|Approved|DATE|SIGNATURE|Signature|SIGNED|Sign)\s*:`)

var (
	signFill   = re(`[_＿/…]+|\.{3,}|\((?:подпись|signature|signed|签字|签名)\)|（签[字名章]）|м\.\s?п\.`)
	someTitles = exact(`^(?:(?:` + titlesEn + `)\.?,?\s+)+`)
	wholeName  = exact(`^\p{Lu}[\p{L}'’-]*\.?(?:\s(?:\p{Lu}\.?|(?:de|van|von|der|den|da|di|la|le|bin|al|ul|del|dos)|(?:` + articleEn + `)?\p{Lu}[\p{L}'’-]+)){1,4}$`)
	sideFirst  = exact(`^\p{Han}{1,12}?(?:代表团团长|代表团|代表)`) // for whom somebody signs
	middleDot  = exact(`^\p{Han}{1,8}(?:[·•・]\p{Han}{1,12}){1,3}$`)
)

// signsLike reports whether a block at the end of a text is a signature that no word of the
// language begins: it has a line to sign on and a name or a post, or a party before a name.
func (v *divider) signsLike(b source.Block, i int) bool {
	n := utf8.RuneCountInString(b.Text)
	if i < v.tail || model.IsAnnex(v.part) || b.Kind == source.Table || b.Kind == source.Heading || n > 200 || n < 4 {
		return false
	}
	name := v.signatory(b.Text)
	switch {
	case signLine.MatchString(b.Text) || signFill.MatchString(b.Text) && name != "":
		return name != "" || signWords.MatchString(b.Text)
	case name == "" || strings.TrimSpace(b.Text) == name || v.lex.attendanceOf(b.Text) != "" || v.frontLine(b.Text):
		return false
	}
	return signParty.MatchString(b.Text) && strings.HasSuffix(strings.TrimRight(b.Text, " /)"), name)
}

// signParty begins a signature with the one for whom it is, or with a post.
var signParty = re(`^(?:(?:за|от(?:\s+имени)?)\s+[^\d–—-]|for\s+(?:and\s+on\s+behalf\s+of\s+)?(?:the\s+)?\p{L}[^.]*:|on\s+behalf\s+of\s|сопредседател|председател|секретар|глава\s+делегации|co-?chair|chair|president|secretary|head\s+of\s+(?:the\s+)?delegation|\p{Han}{1,12}(?:方|代表团)?(?:主席|团长|代表|组长)\s*[:：]|\p{Han}{1,20}(?:方|国|代表团|政府|[部委局署])(?:主席|团长|代表|组长)\s+\p{Han})`)
