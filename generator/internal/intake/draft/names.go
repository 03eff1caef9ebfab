package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	inParens  = exact(`\s*[(（\[][^()（）\[\]]*[)）\]]`)
	handle    = exact(`(?:^|\s)@[\w-]+`)
	afterDash = exact(`\s+[–—-]\s+.*$|\s*[:：].*$|——.*$`)
)

// names are the names of a list, without what is said of each.
func (d *Draft) names(text string, several bool) []string {
	if h := handle.FindString(text); h != "" && inParens.ReplaceAllString(handle.ReplaceAllString(text, ""), "") == "" {
		return []string{strings.TrimSpace(h)}
	}
	if d.Lang == "zh" {
		return d.hanNames(text)
	}
	text = strings.TrimRight(inParens.ReplaceAllString(text, ""), "。;； ")
	if !endsInInitial(text) {
		text = strings.TrimRight(text, ". ")
	}
	var parts []string
	switch {
	case !several:
		parts = []string{firstOf(text)}
	case strings.ContainsAny(text, ";；"):
		for _, p := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '；' }) {
			if of := d.lex.and.Split(strings.TrimSpace(p), -1); len(of) > 1 && !slices.ContainsFunc(of, func(n string) bool { return !wholeName.MatchString(d.bareName(n)) }) {
				parts = append(parts, of...) // "Ann Lee, Bo Hill; Cy Fox by telephone"
				continue
			}
			parts = append(parts, firstOf(p))
		}
	default:
		parts = d.lex.and.Split(text, -1)
	}
	var out []string
	for _, p := range parts {
		if p = d.bareName(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// bareName is a name without titles and what is said of it.
func (d *Draft) bareName(p string) string {
	p = handle.ReplaceAllString(p, "")
	p = strings.TrimSpace(afterDash.ReplaceAllString(p, ""))
	p = strings.Trim(p, "*_/ \t")
	p = strings.TrimPrefix(p, "and ")
	if d.Lang == "zh" {
		return bareHan(p)
	}
	for {
		short := d.lex.titles.ReplaceAllString(p, "")
		if short == p || short == "" {
			break
		}
		p = short
	}
	if cutInitial.MatchString(p) {
		p += "."
	}
	return p
}

// whoIn are the names in a list of those who attended. In Russian those that have initials or a
// patronymic are found among posts, too.
func (d *Draft) whoIn(text string, several bool) []string {
	out := d.names(text, several)
	found := namesIn(text)
	if len(found) == 0 && d.lex.speaksFor != nil && d.lex.speaksFor.MatchString(text) {
		return nil
	}
	notNames := slices.ContainsFunc(out, func(n string) bool { return !isName(n) })
	if len(found) > 0 && (notNames || d.Lang == "ru" && len(found) >= len(out) || len(found) > len(out) || len(found) == 1 && len(out) == 1 && !strings.Contains(out[0], found[0])) {
		return found
	}
	return out
}

// listsPeople reports whether a line is one of a list of people with their posts: it begins with a
// name, or with those whom it speaks for.
func (d *Draft) listsPeople(text string) bool {
	if d.Lang == "ru" && listsWithPosts(text) {
		return true
	}
	m := personal.FindStringIndex(text)
	return m != nil && (m[0] == 0 && afterName.MatchString(text[m[1]:]) || d.lex.speaksFor != nil && d.lex.speaksFor.MatchString(text))
}

var afterName = exact(`^\s*(?:[,;(–—-]|$)`)

// cutInitial is a name whose last initial has lost its full stop.
var cutInitial = exact(`\p{Lu}\.\s?\p{Lu}$`)

// firstOf is what precedes the first comma or dash: of "Ada Byron, City Library" the name.
func firstOf(text string) string {
	text = afterDash.ReplaceAllString(strings.TrimSpace(text), "")
	if i := strings.IndexAny(text, ",，"); i > 0 {
		text = text[:i]
	}
	return strings.TrimSpace(text)
}

var small = []string{"de", "van", "von", "der", "den", "da", "di", "la", "le", "bin", "al", "el", "dos", "ten", "ter", "zu", "af", "av", "ibn", "abu", "du", "of", "and", "the", "y", "e"}

// isName reports whether a text looks like the name of a person or a body.
func isName(text string) bool {
	n := utf8.RuneCountInString(text)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, `"'«“`))
	switch {
	case n < 2 || n > 70:
		return false
	case first == '@':
		return !strings.Contains(text, " ")
	case handleName.MatchString(text):
		return true
	case strings.ContainsAny(text, "0123456789:?!/<>=_") || strings.HasSuffix(text, ".") && !endsInInitial(text):
		return false
	case isHan(first):
		return len(strings.Fields(text)) <= 2 && n <= 24 && !strings.ContainsAny(text, "，。；")
	}
	return inCapitals(strings.Fields(text), n) && (unicode.IsUpper(first) || !strings.Contains(text, " "))
}

// handleName is a name by which somebody is known in a project, with a number.
var handleName = exact(`^[A-Za-z][A-Za-z_-]{3,30}\d{1,4}$`)

// inCapitals reports whether words begin with capital letters, as those of names do; a single word
// in small letters is a name by which somebody is known.
func inCapitals(words []string, n int) bool {
	upper := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, `"'«“`))
		switch {
		case unicode.IsUpper(r):
			upper++
		case slices.Contains(small, strings.ToLower(w)):
		case unicode.IsLower(r) && upper > 0 && len(words) <= 2:
			return false
		case unicode.IsLower(r):
			return len(words) == 1 && unicode.Is(unicode.Latin, r) && n <= 20
		}
	}
	return len(words) <= 7 && upper > 0
}

func endsInInitial(text string) bool {
	runes := []rune(text)
	if !strings.HasSuffix(text, ".") {
		return false
	}
	return len(runes) >= 2 && (unicode.IsUpper(runes[len(runes)-2]) || strings.HasSuffix(text, "Jr.") || strings.HasSuffix(text, "Sr."))
}
