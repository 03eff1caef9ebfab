package draft

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kengash/kengash/generator/internal/intake/source"
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
