package draft

import (
	"hash/maphash"
	"regexp/syntax"
	"slices"
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// Nearly all patterns match few sentences, and trying one costs microseconds. So a text is first
// asked for the words without which a pattern matches nothing: that costs nanoseconds.

// needs are sets of texts, folded. What a pattern matches has at least one of each set.
type needs [][]string

const (
	mostNeeded = 400 // texts in a set
	mostExact  = 32  // texts that a part of a pattern is known to match, and no others
)

// needsOf returns what all matches of a regular expression have.
func needsOf(source string) needs {
	tree, err := syntax.Parse(source, syntax.Perl)
	if err != nil {
		return nil // compiling it says why
	}
	exact, all := needed(tree.Simplify())
	return all.with(exact)
}

// with adds a set, if it tells anything.
func (n needs) with(set []string) needs {
	if len(set) == 0 || len(set) > mostNeeded || slices.ContainsFunc(set, func(s string) bool { return strings.TrimSpace(s) == "" }) {
		return n
	}
	return append(n, set)
}

// best is the set that most texts miss: the one whose shortest text is longest.
func (n needs) best() []string {
	var best []string
	shortest := 0
	for _, set := range n {
		of := len(slices.MinFunc(set, func(a, b string) int { return len(a) - len(b) }))
		if of > shortest || of == shortest && len(set) < len(best) {
			best, shortest = set, of
		}
	}
	return best
}

// needed returns all texts that a part of a pattern matches, if they are few, else what each of
// them has.
func needed(re *syntax.Regexp) (exact []string, all needs) {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{caseless(string(re.Rune))}, nil
	case syntax.OpCharClass:
		return class(re.Rune), nil
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText,
		syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return []string{""}, nil
	case syntax.OpCapture:
		return needed(re.Sub[0])
	case syntax.OpPlus:
		exact, all = needed(re.Sub[0])
		return nil, all.with(exact)
	case syntax.OpQuest:
		if exact, _ = needed(re.Sub[0]); exact != nil && len(exact) < mostExact && !slices.Contains(exact, "") {
			return append(slices.Clone(exact), ""), nil
		}
		return nil, nil
	case syntax.OpConcat:
		return inTurn(re.Sub)
	case syntax.OpAlternate:
		return either(re.Sub)
	}
	return nil, nil
}

// class is what a class of characters matches.
func class(ranges []rune) (exact []string) {
	for i := 0; i < len(ranges); i += 2 {
		if ranges[i+1]-ranges[i] > mostExact {
			return nil
		}
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if s := caseless(string(r)); !slices.Contains(exact, s) {
				exact = append(exact, s)
			}
		}
	}
	if len(exact) > mostExact {
		return nil
	}
	return exact
}

// inTurn is [needed] of parts that follow each other.
func inTurn(parts []*syntax.Regexp) (exact []string, all needs) {
	exact = []string{""}
	whole := true
	for _, part := range parts {
		next, more := needed(part)
		all = append(all, more...)
		switch {
		case next == nil:
			all, exact, whole = all.with(exact), []string{""}, false
		case len(exact)*len(next) > mostExact:
			all, exact, whole = all.with(exact), next, false
		default:
			exact = products(exact, next)
		}
	}
	if whole {
		return exact, all
	}
	return nil, all.with(exact)
}

// products are all texts of one set, each with all of another behind it.
func products(before, after []string) (all []string) {
	for _, a := range before {
		for _, b := range after {
			all = append(all, a+b)
		}
	}
	return all
}

// either is [needed] of alternatives.
func either(parts []*syntax.Regexp) (exact []string, all needs) {
	var set []string
	whole := true
	for _, part := range parts {
		of, more := needed(part)
		whole = whole && of != nil
		if of == nil {
			of = more.best()
		}
		if of == nil {
			return nil, nil
		}
		set = append(set, of...)
	}
	if whole && len(set) <= mostExact {
		return set, nil
	}
	return nil, needs(nil).with(set)
}

// caseless is a text in which letters that patterns take for one when they ignore case are one.
func caseless(s string) string { return strings.Map(caselessRune, s) }

// caselessRune is the first of the letters that a pattern takes for one when it ignores case; of
// those of ASCII the small one.
func caselessRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case r >= 'а' && r <= 'я':
		return r - 'а' + 'А'
	case r >= 'А' && r <= 'Я':
		return r
	case r >= 0x2e80 && r < 0xa640: // Han and the like have no case
		return r
	}
	first := r
	for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
		first = min(first, next)
	}
	if first >= 'A' && first <= 'Z' {
		first += 'a' - 'A'
	}
	return first
}

// A tried is a text that patterns are tried on, with what is asked of it.
type tried struct {
	source, folded string
	grams          [64]uint64 // a bit for each run of one, two or three bytes, by a hash
}

// texts are those that patterns were last tried on.
var (
	texts [1 << 10]atomic.Pointer[tried]
	seed  = maphash.MakeSeed()
)

// textOf prepares a text, unless it was one of the last.
func textOf(source string) *tried {
	place := &texts[maphash.String(seed, source)%uint64(len(texts))]
	if t := place.Load(); t != nil && t.source == source {
		return t
	}
	t := &tried{source: source, folded: caseless(source)}
	for i := range len(t.folded) {
		for n := 1; n <= 3 && i+n <= len(t.folded); n++ {
			at := gram(t.folded[i : i+n])
			t.grams[at/64] |= 1 << (at % 64)
		}
	}
	place.Store(t)
	return t
}

// gram is the place of up to three bytes.
func gram(s string) uint32 {
	of := uint32(len(s))
	for i := range len(s) {
		of = of<<8 | uint32(s[i])
	}
	return of * 2654435761 >> 20
}

// has reports whether a text has a folded one.
func (t *tried) has(s string) bool {
	for i := range max(len(s)-2, 1) {
		at := gram(s[i:min(i+3, len(s))])
		if t.grams[at/64]&(1<<(at%64)) == 0 {
			return false
		}
	}
	return strings.Contains(t.folded, s)
}

// lack reports whether a text lacks what a pattern needs.
func (n needs) lack(source string) bool {
	if len(n) == 0 {
		return false
	}
	t := textOf(source)
	return slices.ContainsFunc(n, func(set []string) bool { return !slices.ContainsFunc(set, t.has) })
}
