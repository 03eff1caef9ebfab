package draft

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/model"
)

// halfWidth are signs that offices type in Chinese as on an English keyboard, and wideSigns are
// those that the rules know, in the same order; the brackets stand last.
var (
	halfWidth = []rune(",;:()")
	wideSigns = []rune("，；：（）")
)

// widen gives blocks in Chinese the wide signs for those of half width, so that the rules find the
// clauses. A sign of which the document has the wide form too is left as it is, since it could not
// go back.
func (f *folding) widen(blocks []source.Block) []source.Block {
	there := map[rune]bool{}
	for _, text := range textsOf(blocks) {
		for _, r := range text {
			there[r] = true
		}
	}
	to := map[rune]rune{}
	for i, half := range halfWidth {
		if there[half] && !there[wideSigns[i]] && (i < 3 || !there['（'] && !there['）']) {
			to[half], f.back[wideSigns[i]] = wideSigns[i], half
		}
	}
	if len(to) == 0 {
		return blocks
	}
	out := slices.Clone(blocks)
	for i, b := range out {
		out[i].Text, out[i].Label, out[i].Rows = widened(b.Text, to), widened(b.Label, to), nil
		for _, row := range b.Rows {
			row = slices.Clone(row)
			for k := range row {
				row[k] = widened(row[k], to)
			}
			out[i].Rows = append(out[i].Rows, row)
		}
	}
	return out
}

// textsOf are all texts of blocks.
func textsOf(blocks []source.Block) (out []string) {
	for _, b := range blocks {
		out = append(append(append(out, b.Text, b.Label), slices.Concat(b.Rows...)...), b.Columns...)
	}
	return out
}

// widened is a text with the wide signs behind Chinese, and about it in brackets.
func widened(text string, to map[rune]rune) string {
	if !strings.ContainsAny(text, string(halfWidth)) {
		return text
	}
	runes := []rune(text)
	out := slices.Clone(runes)
	var open []int // brackets
	for i, r := range runes {
		switch r {
		case '(':
			open = append(open, i)
		case ')':
			if len(open) == 0 {
				continue
			}
			from := open[len(open)-1]
			open = open[:len(open)-1]
			if wide, ok := to['(']; ok && hanInside.MatchString(string(runes[from+1:i])) {
				out[from], out[i] = wide, to[')']
			}
		case ',', ';', ':':
			if wide, ok := to[r]; ok && behindHan(runes, i) {
				out[i] = wide
			}
		}
	}
	return string(out)
}

// hanInside is what stands in brackets in a sentence in Chinese: words, or the number of a point.
var hanInside = exact(`\p{Han}|^\d{1,2}$`)

// behindHan reports whether a sign stands behind Chinese, or between a number and Chinese.
func behindHan(runes []rune, i int) bool {
	before := i - 1
	for before >= 0 && runes[before] == ' ' {
		before--
	}
	if before < 0 {
		return false
	}
	switch r := runes[before]; {
	case isHan(r) || strings.ContainsRune("》〉」』】〕”）", r):
		return true
	case r == '"' || r == ')' || r == '%' || unicode.IsDigit(r):
		return runes[i] != ':' && i+1 < len(runes) && (isHan(runes[i+1]) || strings.ContainsRune("《（(“\"", runes[i+1]))
	}
	return false
}

// hanLabelsSign gives those their nodes who sign in Chinese behind labels in one line: "主席：李明
// （签章）　记录：张丽（签章）". Of "签发：李明　核稿：张丽" only the first one signs.
func (v *divider) hanLabelsSign(b source.Block) bool {
	text := withLabel(b)
	at := signerLabel.FindAllStringSubmatchIndex(text, -1)
	if len(at) == 0 || at[0][0] > 0 {
		return false
	}
	if issues := issuedBy.MatchString(text); issues || !signFill.MatchString(text) && !signAsked.MatchString(text) {
		name := nameOnBlank(text[at[0][1]:partEnd(text, at, 0)])
		if !issues || name == "" {
			return false
		}
		v.sign(text, name, b)
		v.part = model.PartClosing
		return true
	}
	var texts, names []string
	for k, m := range at {
		part, label := strings.TrimSpace(text[m[2]:partEnd(text, at, k)]), text[m[2]:m[3]]
		name := nameOnBlank(text[m[1]:partEnd(text, at, k)])
		switch {
		case dayLabel.MatchString(label) && len(texts) > 0:
			texts[len(texts)-1] = joinTexts([]string{texts[len(texts)-1], part})
			continue
		case name == "" || !signWords.MatchString(label) && !hanPost.MatchString(label):
			return false
		}
		texts, names = append(texts, part), append(names, name)
	}
	for k, name := range names {
		v.sign(texts[k], name, b)
	}
	if len(names) > 1 {
		v.mend(b, "divided a line into the signatures that it has")
	}
	return true
}

// signerBelow is the name on a line below a signature, which in Chinese may stand in brackets.
func (v *divider) signerBelow(b source.Block) string {
	if name := v.signatory(b.Text); name != "" || v.Lang != "zh" {
		return name
	}
	return nameOnBlank(b.Text)
}

// hanSignsNext gives the next one who signed in Chinese a node, behind a label of their own.
func (v *divider) hanSignsNext(last *Piece, name string, b source.Block) bool {
	if v.Lang != "zh" || name == "" || last.signer == "" || name == last.signer || !strings.ContainsAny(b.Text, ":：") {
		return false
	}
	v.sign(withLabel(b), name, b)
	return true
}

// partEnd is where what stands behind a label ends.
func partEnd(text string, labels [][]int, k int) int {
	if k+1 < len(labels) {
		return labels[k+1][0]
	}
	return len(text)
}

// nameOnBlank is the name that a part of a line of signatures is, but for a line to sign on, the
// word for a signature, brackets and a day.
func nameOnBlank(text string) string {
	text = strings.TrimSpace(signFill.ReplaceAllString(signDay.ReplaceAllString(text, ""), " "))
	if m := allInBrackets.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	return hanSignatory(text)
}

var (
	// signerLabel is the office of one who signs, or the word for the day.
	signerLabel = exact(`(?:^|\s)((?:会\s*议\s*)?\p{Han}(?:\s?\p{Han}){1,7}(?:\s*[（(]签[字名章][)）])?)\s*[：:]\s*`)
	// issuedBy begins with the one who signed what was issued.
	issuedBy = exact(`^(?:签\s*发|审\s*签)\s*人?\s*[：:]`)
	// signAsked is in a label that asks for a signature.
	signAsked = exact(`签[字名章署][)）]?\s*[：:]`)
	dayLabel  = exact(`^(?:日\s*期|时\s*间|签[署字]日期)$`)
	// signDay is the day behind the name of one who signed.
	signDay       = exact(`\s*(?:\d{4}|1[0-2]\d)\s*[./年-]\s*\d{1,2}\s*[./月-]\s*\d{1,2}\s*日?$`)
	allInBrackets = exact(`^[（(]\s*([^（）()]+?)\s*[)）]$`)
)
