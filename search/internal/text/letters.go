package text

import (
	"cmp"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/kengash/kengash/search/internal/constants"
)

// Letters brings what readers take for the same to one form before a text is cut into words:
// apostrophes, hyphens, digits of all scripts, compatibility letters such as those of PDF files,
// dotless i, numbers written in groups; invisible signs are gone. The reader in the browser does
// the same (client/text/letters.ts).
func Letters(s string) string {
	return joinGroups(fold(source{s: s})).s
}

// source is a text with where its bytes come from, if that is followed: at of each byte begins, and
// end ends, what it stands for in the text as it was. Both are nil as long as nothing has changed.
type source struct {
	s       string
	follow  bool
	at, end []int
}

// mapped reports what a range of bytes was in the text as it was.
func (t source) mapped(start, end int) (int, int) {
	if t.at == nil || start >= end {
		return start, end
	}
	return t.at[start], t.end[end-1]
}

// Mapped is Letters with a function that tells what a range of its bytes was in s.
func Mapped(s string) (letters string, was func(start, end int) (int, int)) {
	t := joinGroups(fold(source{s: s, follow: true}))
	return t.s, t.mapped
}

// fold replaces signs one by one, in a text in which nothing has changed.
func fold(t source) source {
	s := t.s
	i := firstFolded(s)
	if i < 0 {
		return t
	}
	var out strings.Builder
	out.Grow(len(s) + 8)
	var at, end []int
	put := func(piece string, from, to int) {
		out.WriteString(piece)
		if t.follow {
			for k := range len(piece) {
				if to-from == len(piece) { // as it is, or as long
					at, end = append(at, from+k), append(end, from+k+1)
				} else {
					at, end = append(at, from), append(end, to)
				}
			}
		}
	}
	from := 0
	var before rune // the last sign that is not invisible
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if folded, ok := foldSign(r, before); ok {
			put(s[from:i], from, i)
			put(folded, i, i+n)
			from = i + n
			if folded != "" {
				before = r
			}
		} else {
			before = r
		}
		i += n
	}
	put(s[from:], from, len(s))
	return source{out.String(), t.follow, at, end}
}

// firstFolded returns where the first sign is that may be folded, or -1. It skips the letters of
// ASCII, of Cyrillic and most Chinese characters without decoding them.
func firstFolded(s string) int {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == '`':
			return i
		case c < utf8.RuneSelf:
			i++
		case c == 0xd0 || c == 0xd1:
			i += 2
		case c >= 0xe4 && c <= 0xe9:
			i += 3
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if _, ok := foldSign(r, 'ک'); ok {
				return i
			}
			i += n
		}
	}
	return -1
}

// apostrophes are the signs that writers of one word use for the same.
const apostrophes = "`‘’ʻʼʽ＇"

// foldSign returns what stands for a sign; before is the sign before it.
func foldSign(r, before rune) (folded string, ok bool) {
	switch {
	case r < utf8.RuneSelf:
		return "'", r == '`'
	case isInvisible(r):
		return "", true
	case r == '\u200c':
		// The joiner within words of Persian is a blank for many, in other writings it is nothing.
		return "", !unicode.Is(unicode.Arabic, before)
	case strings.ContainsRune(apostrophes, r):
		return "'", true
	case r == '‐' || r == '‑':
		return "-", true
	case r == 'ı':
		return "i", true
	case shrinks(r):
		return string(unicode.ToLower(r)), true
	case isCompatible(r):
		folded = norm.NFKC.String(string(r))
		return folded, folded != string(r)
	case r >= 0x660 && unicode.Is(unicode.Nd, r):
		return string('0' + digitOf(r)), true
	}
	return "", false
}

// digitOf returns the value of a decimal digit: those of a script are ten in a row.
func digitOf(r rune) rune {
	for zero := r; ; zero-- {
		if zero == r-9 || !unicode.Is(unicode.Nd, zero-1) {
			if r >= 0x1d7ce && r <= 0x1d7ff { // five rows without a gap
				return (r - 0x1d7ce) % 10
			}
			return r - zero
		}
	}
}

// isInvisible reports whether a sign is none to a reader: marks of direction, joiners, variation
// selectors.
func isInvisible(r rune) bool {
	switch {
	case r == '\u034f', r == '\u061c', r == '\u200d', r == '\u200e', r == '\u200f':
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r >= 0x180b && unicode.Is(unicode.Variation_Selector, r):
		return true
	}
	return false
}

// isCompatible reports whether a letter, number or sign may be another form of plain ones: the
// ligatures and the half-width, raised and circled forms.
func isCompatible(r rune) bool {
	switch {
	case r == 'ª', r == '²', r == '³', r == 'µ', r == '¹', r == 'º', r >= '¼' && r <= '¾':
		return true
	case r >= 0x2070 && r <= 0x209c, r >= 0x2100 && r <= 0x218b, r >= 0x2460 && r <= 0x24ea, r >= 0x3200 && r <= 0x33ff:
		return true
	case r >= 0xfb00 && r <= 0xfb17, r >= 0xfb50 && r <= 0xfdfb, r >= 0xfe70 && r <= 0xfefc, r >= 0xff01 && r <= 0xff5e, r >= 0xffa0 && r <= 0xffdc:
		return true
	}
	return r >= 0x1d400 && r <= 0x1d7ff
}

// JoinNumbers removes what separates the thousands of the numbers of a text.
func JoinNumbers(s string) string { return joinGroups(source{s: s}).s }

// joinGroups removes what separates the thousands of a number: 215,000 and 215 000 are 215000.
// With blanks there may be two or three groups, since more are rather several numbers.
func joinGroups(t source) source {
	s := t.s
	var out []byte
	var at, end []int
	keep := func(from, to int) {
		out = append(out, s[from:to]...)
		if !t.follow {
			return
		}
		for k := from; k < to; k++ {
			first, next := t.mapped(k, k+1)
			at, end = append(at, first), append(end, next)
		}
	}
	from := 0
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < '0' || c > '9' { // which most are
			continue
		}
		first := i
		for isDigit(s, i) {
			i++
		}
		for _, cut := range groupCuts(s, first, i) {
			keep(from, cut[0])
			from = cut[1]
			i = cut[1] + 3
		}
		i--
	}
	if from == 0 {
		return t
	}
	keep(from, len(s))
	return source{string(out), t.follow, at, end}
}

// groupCuts returns the separators of a number whose first digits are from first to next.
func groupCuts(s string, first, next int) (cuts [][2]int) {
	if next-first > 3 || first > 0 && strings.IndexByte(".,':", s[first-1]) >= 0 ||
		first > 1 && s[first-1] == ' ' && isDigit(s, first-2) {
		return nil
	}
	sign := groupSign(s, next)
	if sign == "" {
		return nil
	}
	for strings.HasPrefix(s[next:], sign) {
		n := next + len(sign)
		if !isDigit(s, n) || !isDigit(s, n+1) || !isDigit(s, n+2) || isDigit(s, n+3) {
			break
		}
		cuts = append(cuts, [2]int{next, n})
		next = n + 3
	}
	if sign == " " && (len(cuts) > 2 || next < len(s) && s[next] == ' ' && isDigit(s, next+1)) {
		return nil
	}
	return cuts
}

// groupSign returns the sign at a byte that may separate thousands, "" if there is none.
func groupSign(s string, at int) string {
	for _, sign := range []string{",", " ", "'", "٬"} {
		if strings.HasPrefix(s[at:], sign) {
			return sign
		}
	}
	return ""
}

var headingNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("(?i)" + constants.Headings.Number) })

// Unnumbered is the folded form of a title without the number at its head, "" if it has none or
// nothing else.
func Unnumbered(title string) string {
	title = Letters(Normalize(title))
	number := headingNumber().FindString(title)
	if number == "" {
		return ""
	}
	return Fold(title[len(number):])
}

// Ellipsis is the sign at the end of a command that asks for more: "Save…" beside "Save".
const Ellipsis = "…"

// HasEllipsis reports whether a title ends with an ellipsis, or with three full stops for it.
func HasEllipsis(title string) bool {
	title = strings.TrimSpace(title)
	return strings.HasSuffix(title, Ellipsis) || strings.HasSuffix(title, "...")
}

// Elided is the folded form of a title that ends with an ellipsis, without a number at its head and
// with the ellipsis; "" of another title.
func Elided(title string) string {
	if !HasEllipsis(title) {
		return ""
	}
	key := cmp.Or(Unnumbered(title), Fold(title))
	if key == "" {
		return ""
	}
	return key + Ellipsis
}

func isDigit(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
