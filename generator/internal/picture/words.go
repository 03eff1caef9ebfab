package picture

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Width is what words take at most in pixels, by the script of each letter. Fonts differ; the table is that of a wide one.
func Width(words string, size int) int {
	thousandths := 0
	for _, r := range words {
		thousandths += advance(r)
	}
	return (thousandths*size + 999) / 1000
}

// advance of a letter in thousandths of an em.
func advance(r rune) int {
	switch {
	case unicode.Is(unicode.Mn, r):
		return 0
	case r >= 0x2e80 && r <= 0xa4cf, r >= 0xac00 && r <= 0xd7af, r >= 0xf900 && r <= 0xfaff, r >= 0xfe30 && r <= 0xfe4f, r >= 0xff00 && r <= 0xffef, r >= 0x20000:
		return 1000
	case strings.ContainsRune(" .,:;'!|ijlI·", r):
		return 310
	case strings.ContainsRune("mwMWШЩЖЮФшщжюфмМЫы—…%@", r):
		return 880
	case unicode.Is(unicode.Arabic, r):
		return 560
	case unicode.IsUpper(r):
		return 690
	case unicode.Is(unicode.Cyrillic, r):
		return 600
	}
	return 570
}

// wide reports whether a line may break before and after a letter, as between Chinese characters.
func wide(r rune) bool { return advance(r) == 1000 }

// Wrap breaks words into lines no wider than max, at most n of them; what does not fit ends in "…".
func Wrap(words string, size, max, n int) []string {
	var lines []string
	line := ""
	for _, token := range tokens(words) {
		if line != "" && Width(strings.TrimRight(line+token, " "), size) > max {
			lines = append(lines, strings.TrimRight(line, " "))
			line = ""
		}
		line += token
	}
	if line = strings.TrimRight(line, " "); line != "" {
		lines = append(lines, line)
	}
	if len(lines) > n {
		lines[n-1] += "…"
		lines = lines[:n]
	}
	for i, l := range lines {
		lines[i] = cut(l, size, max)
	}
	return lines
}

// cut shortens words to a width; "…" stands for what is left out.
func cut(words string, size, max int) string {
	if Width(words, size) <= max {
		return words
	}
	words = strings.TrimSuffix(words, "…")
	for words != "" && Width(words+"…", size) > max {
		_, n := utf8.DecodeLastRuneInString(words)
		words = words[:len(words)-n]
	}
	return strings.TrimRight(words, " ,:;") + "…"
}

// tokens are the pieces between which a line may break: words with the space after them, wide letters each for itself. What closes
// stays with what is before it, what opens with what follows.
func tokens(words string) []string {
	var out []string
	token, last := "", rune(0)
	for _, r := range words {
		closes := strings.ContainsRune("，。、：；！？）》」』”’", r)
		opens := strings.ContainsRune("（《「『“‘", last)
		breaks := last == ' ' && r != ' ' || (wide(r) || wide(last)) && last != 0 && !closes && !opens
		if breaks && token != "" {
			out = append(out, token)
			token = ""
		}
		token += string(r)
		last = r
	}
	if token != "" {
		out = append(out, token)
	}
	return out
}
