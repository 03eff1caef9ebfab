package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// initialsApart puts each of those who have their initials in brackets on a line of their own,
// where the first does: a list of one a line has lost its lines, so that the post of one stands
// before the name of the next, "Ada Byron (AB), Chair Bo Lund (BL), Treasurer".
func initialsApart(text string) string {
	var out strings.Builder
	from := 0
	for i, m := range inInitials.FindAllStringSubmatchIndex(text, -1) {
		start := spelled(text[from:m[0]], text[m[2]:m[3]])
		if start < 0 && i == 0 || i == 0 && someTitles.ReplaceAllString(text[:start], "") != "" {
			return text
		}
		if before := strings.TrimRight(text[from:from+max(0, start)], " "); start > 0 && i > 0 && endsPost(before) {
			out.WriteString(before + "\n")
			from += start
		}
		out.WriteString(text[from:m[1]])
		from = m[1]
	}
	return out.String() + text[from:]
}

// spelled is where the name begins that ends a text and has some initials; below 0 if none has.
func spelled(text, initials string) int {
	words := strings.Fields(text)
	for n := len(words) - 1; n >= max(0, len(words)-4); n-- {
		letters, parts := "", ""
		for _, w := range words[n:] {
			letters += firstRune(w)
			for _, part := range strings.Split(w, "-") {
				parts += firstRune(part)
			}
		}
		if letters == initials || parts == initials {
			return strings.LastIndex(text, words[n])
		}
	}
	return -1
}

// endsPost reports whether a text before a name ends in a post or in what else is said of the one
// before it, and in no title or sign.
func endsPost(before string) bool {
	words := strings.Fields(before)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	c, _ := utf8.DecodeRuneInString(last)
	end, _ := utf8.DecodeLastRuneInString(last)
	return (unicode.IsUpper(c) || unicode.IsDigit(c)) && (unicode.IsLetter(end) || unicode.IsDigit(end)) &&
		someTitles.FindString(last+" ") == "" && strings.HasPrefix(before, ",")
}

// inInitials are the initials of somebody in brackets.
var inInitials = exact(`\s\((\p{Lu}{2,4})\)`)
