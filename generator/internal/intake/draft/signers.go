package draft

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/model"
)

// maySign reports whether a block stands where signatures do, and is no longer than they are.
func (v *divider) maySign(blocks []source.Block, i int) bool {
	b := blocks[i]
	n := utf8.RuneCountInString(b.Text)
	if n > 900 || n > 200 && !signFill.MatchString(b.Text) || b.Kind == source.Heading || model.IsAnnex(v.part) {
		return false
	}
	return v.part != model.PartPreamble || v.atEnd(blocks, i)
}

// atEnd reports whether a block is in the end of a text that has no clauses before it.
func (v *divider) atEnd(blocks []source.Block, i int) bool {
	return i >= v.tail && i > 3 && 2*i > len(blocks)
}

// twoPosts are two who sign in English on lines that are one now.
var twoPosts = exact(`^((` + signatoryEn + `),\s+(?i:` + post + `))\s+((` + signatoryEn + `),\s+(?i:` + post + `))$`)

// officesSign reports whether a text in Russian is nothing but offices at a meeting, and a name
// behind each of them: "Председатель А. Р. Юдина Секретарь И. Белый".
func officesSign(text string, names []string) bool {
	if len(names) < 2 || utf8.RuneCountInString(text) > 200 {
		return false
	}
	for k, part := range namesApart(text, names) {
		if part = strings.TrimRight(part, " ;,"); !officeSigned.MatchString(part) || !strings.HasSuffix(part, names[k]) || strings.ContainsAny(part, ":(") {
			return false
		}
	}
	return true
}

const signatoryEn = `(?:\p{Lu}[\p{L}.'’-]*\s+){1,3}?\p{Lu}[\p{L}.'’-]+`

// severalSign gives those their nodes who sign in one line, each on a line of their own: "____ /Ким
// Л. Б./ ____ /Оганесян А./", "A. Byron, Chair B. Lund, Secretary".
func (v *divider) severalSign(b source.Block) bool {
	if m := twoPosts.FindStringSubmatch(b.Text); m != nil && v.Lang == "en" {
		v.sign(m[1], m[2], b)
		v.sign(m[3], m[4], b)
		v.mend(b, "divided a line into the signatures that it has")
		return true
	}
	if v.Lang == "zh" && v.hanLabelsSign(b) {
		return true
	}
	if v.Lang != "ru" {
		return false
	}
	names := namesIn(b.Text)
	if officesSign(b.Text, names) {
		for k, text := range namesApart(b.Text, names) {
			v.sign(text, names[k], b)
		}
		v.mend(b, "divided a line into the signatures that it has")
		return true
	}
	if len(signFill.FindAllString(b.Text, 3)) < 2 || len(names) < 2 || len(signLine.FindAllString(b.Text, -1)) < len(names) && strings.Count(b.Text, "/") < 2*len(names) {
		return false
	}
	came := cameToSign.MatchString(b.Text)
	for k, text := range namesApart(b.Text, names) {
		v.sign(text, names[k], b)
		v.Pieces[len(v.Pieces)-1].came = came && !strings.HasPrefix(text, "За")
	}
	v.mend(b, "divided a line into the signatures that it has")
	return true
}

// signers gives those their nodes whose names stand in one line, below a line that asks for
// signatures or behind it: "与会委员签名：秦月华 许文强", "Подписи:" and "Иванов И. И. Петров П. П.".
func (v *divider) signers(b source.Block) bool {
	if b.Kind != source.Paragraph && b.Kind != source.Item || len(v.Pieces) == 0 || model.IsAnnex(v.part) || utf8.RuneCountInString(b.Text) > 300 {
		return false
	}
	head, rest := "", withLabel(b)
	columns := b.Columns
	if m := signNamed.FindStringSubmatch(rest); m != nil {
		head, rest, columns = m[1], m[2], nil
	} else if last := v.Pieces[len(v.Pieces)-1].Text; v.signHead == "" && signHead.MatchString(last) && utf8.RuneCountInString(last) < 60 {
		v.signHead = last
	}
	if head == "" && v.signHead == "" {
		return false
	}
	texts, names := v.signersIn(rest, columns)
	if len(names) == 0 {
		if v.signHead != "" && !signsFor.MatchString(rest) {
			v.signHead = ""
		}
		return false
	}
	if head != "" {
		texts[0] = head + texts[0]
		v.signHead = head
	}
	for k, name := range names {
		v.next[model.PartSignatures]++
		v.add(&Piece{ID: model.PartSignatures + "." + strconv.Itoa(v.next[model.PartSignatures]), Text: texts[k], At: b.At.String(), signer: name, came: cameToSign.MatchString(v.signHead)})
	}
	if len(names) > 1 {
		v.mend(b, "divided a line into the signatures that it has")
	}
	v.part, v.open = model.PartClosing, nil
	return true
}

var (
	// signHead asks for signatures, which stand below it.
	signHead = re(`^(?:подпис[иь]|signatures?|signed)(?:[^\p{L}:.].{0,40})?[:：]?$|^\p{Han}{0,12}签\s*[字名](?:\s*[（(]盖章[)）]|、?盖章)?\s*[：:]?$|^\p{Han}{1,6}方(?:代表团)?(?:代表|主席|团长|组长)(?:\s+\p{Han}{1,6}方(?:代表团)?(?:代表|主席|团长|组长))+$|^[（(]以下\p{Han}{0,8}签[字名]\p{Han}{0,2}[）)]$`)
	// signNamed is the same before those who signed.
	signNamed = exact(`^(\p{Han}{0,12}签\s*[字名](?:\s*[（(]盖章[)）]|、?盖章)?\s*[：:])\s*(.+)$`)
	// signsFor is a line among signatures that names a firm.
	signsFor = exact(`盖章|公司|中心|合伙|集团|协会|^[_＿\s]+$`)
	// cameToSign are those who sign as they were there.
	cameToSign = re(`член|комисси|участник|присутств|собственник|与会|出席|到会|参会|参加|全体|股东|董事|理事|监事|委员|代表|专家|人员|党员|村民`)
)

// signersInTable are those who sign in a table of nothing but names, below a line that asks for
// signatures, with their cells.
func (v *divider) signersInTable(rows [][]string) (texts, names []string) {
	if len(v.Pieces) == 0 || !signHead.MatchString(v.Pieces[len(v.Pieces)-1].Text) {
		return nil, nil
	}
	for _, row := range rows {
		cells := slices.DeleteFunc(slices.Clone(row), signBlank.MatchString)
		if len(cells) == 0 {
			continue
		}
		more, whose := v.signersIn(strings.Join(cells, " "), cells)
		if len(whose) != len(cells) {
			return nil, nil
		}
		texts, names = append(texts, more...), append(names, whose...)
	}
	return texts, names
}

// signersIn are the names that a line of signatures holds, and nothing else, with their parts of
// it.
func (v *divider) signersIn(line string, columns []string) (texts, names []string) {
	if v.Lang != "zh" {
		if v.Lang != "ru" {
			return v.wholeNames(columns, line)
		}
		bare := signFill.ReplaceAllString(line, " ")
		names = namesIn(bare)
		for _, name := range names {
			bare = strings.Replace(bare, name, " ", 1)
		}
		if strings.Trim(bare, " .,;/()–—-") != "" {
			return nil, nil
		}
		return namesApart(line, names), names
	}
	return hanSigners(line, columns)
}

// hanSigners is signersIn in Chinese.
func hanSigners(line string, columns []string) (texts, names []string) {
	if len(columns) == 0 {
		columns = splitOutside(withoutGaps(betweenScripts.ReplaceAllString(strings.ReplaceAll(line, "\u3000", " "), "$1$3、$2$4")), func(r rune) bool { return strings.ContainsRune("、，,；;", r) })
	}
	party := ""
	for _, part := range columns {
		if isSignParty(part) && len(columns) > 1 {
			party = part + " " // "中方 方启明"
			continue
		}
		part, party = party+part, ""
		name := inParens.ReplaceAllString(signFill.ReplaceAllString(part, " "), "")
		if left, right, ok := strings.Cut(strings.ReplaceAll(name, "：", ":"), ":"); ok {
			name = cmp.Or(strings.TrimSpace(right), left)
		}
		if i := strings.LastIndexByte(strings.TrimSpace(name), ' '); i > 0 && isSignParty(name[:i]) {
			name = name[i:]
		}
		if name = strings.Join(strings.Fields(name), ""); name == "" {
			continue
		}
		if !isHanPerson(name) && !(isSignParty(strings.Fields(part)[0]) && utf8.RuneCountInString(name) < 6) && !middleDot.MatchString(name) && !latinName.MatchString(strings.TrimSpace(part)) && !(len(columns) > 1 && (likeHanName(name) || isHanName(name) && !hanPost.MatchString(name))) {
			return nil, nil
		}
		if latinName.MatchString(strings.TrimSpace(part)) {
			name = strings.TrimSpace(part)
		}
		texts, names = append(texts, strings.TrimSpace(part)), append(names, name)
	}
	return texts, names
}

// betweenScripts is the blank between a name in Chinese and one in Latin letters.
var betweenScripts = exact(`(\p{Han}) +([A-Z])|([a-z]) +(\p{Han})`)

// isSignParty reports whether a part of a line is the party for which somebody signs.
func isSignParty(part string) bool {
	return signParties.MatchString(part) && !isHanPerson(part)
}

// signParties is the party for which somebody signs.
var signParties = exact(`^\p{Han}{1,12}(?:方|国|代表|代表团|团长|单位)$`)

// wholeNames are the columns of a line, or the line, if each is a name.
func (v *divider) wholeNames(columns []string, line string) (texts, names []string) {
	if len(columns) == 0 {
		columns = []string{line}
	}
	for _, part := range columns {
		name := strings.TrimSpace(signFill.ReplaceAllString(part, " "))
		if !wholeName.MatchString(name) || noName.MatchString(name) {
			return nil, nil
		}
		texts, names = append(texts, part), append(names, name)
	}
	return texts, names
}

// namesApart divides a line behind each of the names that it has.
func namesApart(line string, names []string) (texts []string) {
	for i, name := range names {
		at := strings.Index(line, name)
		if at < 0 || i == len(names)-1 {
			break
		}
		end := at + len(name)
		end += len(line[end:]) - len(strings.TrimLeft(line[end:], "/ ;,"))
		texts = append(texts, strings.TrimSpace(line[:end]))
		line = line[end:]
	}
	texts = append(texts, strings.TrimSpace(line))
	for len(texts) < len(names) {
		texts = append(texts, names[len(texts)])
	}
	return texts
}
