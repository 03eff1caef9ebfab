// Package text decides what a word is: it normalises texts and turns words into the terms of a
// language. The reader in the browser does exactly the same (client/text/).
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Normalize is the first step for every text, of documents and queries alike: valid UTF-8 in
// Unicode form C, without invisible signs (soft hyphen, zero-width blanks), each run of white space
// one blank. Texts taken from PDF files need all of this: "й" is often two code points in them.
func Normalize(s string) string {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		end, space := i, 0
		for ; end < len(s); end++ {
			if c := s[end]; c < utf8.RuneSelf {
				if c > ' ' || !unicode.IsSpace(rune(c)) {
					continue
				}
				space = 1
				break
			}
			r, n := utf8.DecodeRuneInString(s[end:])
			if !isSettled(r) {
				return normalizeAny(s)
			}
			if r == '\u00a0' || r == '\u0085' || r == '\u3000' {
				space = n
				break
			}
			end += n - 1
		}
		if end > i && len(out) > 0 {
			out = append(out, ' ')
		}
		out = append(out, s[i:end]...)
		i = end + space
	}
	if string(out) == s {
		return s
	}
	return string(out)
}

// normalizeAny is Normalize for any text.
func normalizeAny(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case '\u00ad', '\u200b', '\u2060', '\ufeff':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.Join(strings.Fields(norm.NFC.String(s)), " ")
}

// isSettled reports whether a character is the same in form C, whatever other such characters stand
// beside it, and visible or white space. Those of most texts are.
func isSettled(r rune) bool {
	switch {
	case r < 0x300:
		return r != '\u00ad'
	case r < 0x2000:
		return r >= 0x400 && r <= 0x481 || r >= 0x48a && r <= 0x52f
	case r < 0x3000:
		return r >= 0x2010 && r <= 0x2027 || r >= 0x2030 && r <= 0x205e
	}
	return r >= 0x4e00 && r <= 0x9fff || r <= 0x3003 || r >= 0x3007 && r <= 0x3029 || r >= 0xff01 && r <= 0xff5e
}

// JoinHan removes the blanks between two Han characters. They come from the layout of a page and
// would hide the pair of characters, the term, that spans them.
func JoinHan(s string) string {
	var out strings.Builder
	from := 0 // what is not in out
	for at := 0; ; at++ {
		i := strings.IndexByte(s[at:], ' ')
		if i < 0 {
			break
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at+1:])
		if IsHan(before) && IsHan(after) {
			out.WriteString(s[from:at])
			from = at + 1
		}
	}
	if from == 0 {
		return s
	}
	out.WriteString(s[from:])
	return out.String()
}

// IsHan reports whether a character is Chinese. Most are not, and are less than the first that is.
func IsHan(r rune) bool { return r >= '⺀' && unicode.Is(unicode.Han, r) }

// HasHan reports whether a term is Chinese, as opposed to a Latin or Cyrillic word in a Chinese
// text.
func HasHan(s string) bool { return strings.ContainsFunc(s, IsHan) }

// IsWordRune reports whether a character belongs to words where texts are compared literally.
func IsWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// foldRune makes one of the signs a reader takes for the same: case, ё and е, full-width forms,
// Arabic letters as arabicFilters and Bleve have them. What it gives for vowel signs is no rune.
func foldRune(r rune) rune {
	if r >= 0xFF01 && r <= 0xFF5E {
		r -= 0xFEE0
	}
	switch r = unicode.ToLower(r); r {
	case 'ё':
		return 'е'
	case 'آ', 'أ', 'إ':
		return 'ا'
	case 'ى', 'ی':
		return 'ي'
	case 'ک':
		return 'ك'
	case 'ة', 'ہ', 'ۀ', 'ۂ', 'ۃ':
		return 'ه'
	}
	if r >= 0x610 && r <= 0x6ed && (r == '\u0640' || unicode.Is(unicode.Mn, r)) {
		return -1
	}
	return r
}

// FoldSurface is a word as written, made comparable with terms.
func FoldSurface(s string) string { return strings.Map(foldRune, s) }

// Fold is the form in which whole titles and phrases are compared: folded letters and digits, every
// run of other signs one blank, a blank at each border between Han and other writing, and none
// where only white space stands between two Han characters.
func Fold(s string) string { return FoldPrepared(JoinHan(Letters(Normalize(s)))) }

// FoldPrepared is Fold for a text that is prepared.
func FoldPrepared(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap, last := false, rune(0)
	for _, r := range s {
		if r = foldRune(r); r < 0 {
			continue
		}
		if !IsWordRune(r) {
			gap = true
			continue
		}
		if last != 0 && (gap || IsHan(last) != IsHan(r)) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		gap, last = false, r
	}
	return b.String()
}

// ContainsPhrase reports whether a folded text holds a folded phrase as whole words. Han writing
// has no word borders, so there any alignment counts.
func ContainsPhrase(text, phrase string) bool {
	if phrase == "" {
		return false
	}
	for from := 0; ; {
		i := strings.Index(text[from:], phrase)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(phrase)
		if border(text, start) && border(text, end) {
			return true
		}
		from = start + 1
	}
}

// border reports whether a word may begin or end at a byte offset of a folded text.
func border(text string, at int) bool {
	if at == 0 || at == len(text) || text[at] == ' ' || text[at-1] == ' ' {
		return true
	}
	for _, r := range text[at:] {
		return IsHan(r) // both neighbours are Han: a folded text has a blank wherever the writing changes
	}
	return true
}
