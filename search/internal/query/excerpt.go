package query

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"

	"github.com/kengash/kengash/search/internal/constants"
	words "github.com/kengash/kengash/search/internal/text"
)

// span is a piece of a text that a word of the query matches, in bytes.
type span struct{ start, end, word int }

// Excerpt cuts from a text the piece that shows most words of a query, and marks them. The text is
// analysed anew, which costs little for the few hits of a page and needs nothing of the index. What
// is shown, if it is not empty, differs from it in letters, one for one; of either only the first
// characters are, if most is not negative. At is where what it shows begins in the text that is
// shown, -1 if no word of the query is in it.
func Excerpt(text, shown string, most int, a analysis.Analyzer, m *Matcher) (cut string, marks [][2]int, at int) {
	spans := findSpans(text, a, m)
	if shown != "" {
		moveSpans(spans, text, shown)
		text = shown
	}
	if most >= 0 {
		text = text[:forward(text, 0, most)]
		spans = slices.DeleteFunc(spans, func(s span) bool { return s.end > len(text) })
	}
	start, end, at := window(text, spans)
	piece := text[start:end]
	lead := ""
	if start > 0 {
		lead = "…"
	}
	shift := len(lead) - start
	inside := slices.DeleteFunc(spans, func(s span) bool { return s.start < start || s.end > end })
	for _, m := range joinSpans(inside) {
		marks = append(marks, [2]int{m[0] + shift, m[1] + shift})
	}
	if end < len(text) {
		return lead + piece + "…", marks, at
	}
	return lead + piece, marks, at
}

// MarksOf returns what of a text, such as a title, a query means; shown is the text that is shown,
// which differs from it in letters, one for one.
func MarksOf(text, shown string, a analysis.Analyzer, m *Matcher) [][2]int {
	spans := findSpans(text, a, m)
	moveSpans(spans, text, shown)
	return joinSpans(spans)
}

// joinSpans makes marks of spans. Pairs of Han characters overlap: one mark for them all.
func joinSpans(spans []span) [][2]int {
	var marks [][2]int
	for _, s := range spans {
		if n := len(marks); n > 0 && s.start <= marks[n-1][1] {
			marks[n-1][1] = max(marks[n-1][1], s.end)
			continue
		}
		marks = append(marks, [2]int{s.start, s.end})
	}
	return marks
}

func findSpans(text string, a analysis.Analyzer, m *Matcher) []span {
	var out []span
	letters, was := words.Mapped(text)
	add := func(from, to, word int) {
		start, end := was(from, to)
		out = append(out, span{start, end, word})
	}
	tokens := a.Analyze([]byte(letters))
	for i, t := range tokens {
		if word, length, ok := m.Match(string(t.Term), letters[t.Start:t.End]); ok {
			add(t.Start, t.Start+length, word)
		}
		for _, n := range m.names {
			if end := n.at(tokens[i:]); end > 0 {
				add(t.Start, end, n.word)
			}
		}
	}
	if parts := m.inParts(letters, a); len(parts) > 0 {
		for _, s := range parts {
			s.start, s.end = was(s.start, s.end)
			out = append(out, s)
		}
		slices.SortStableFunc(out, func(a, b span) int { return a.start - b.start })
	}
	return out
}

// moveSpans moves spans from a text to one of as many characters.
func moveSpans(spans []span, text, shown string) {
	to := make([]int, 0, len(text)+1) // byte of text: byte of shown
	at := 0
	for i := range text {
		for len(to) < i {
			to = append(to, at)
		}
		to = append(to, at)
		_, n := utf8.DecodeRuneInString(shown[at:])
		at += n
	}
	for len(to) <= len(text) {
		to = append(to, at)
	}
	for i := range spans {
		spans[i].start, spans[i].end = to[spans[i].start], to[spans[i].end]
	}
}

// window chooses the bytes to show: around the first group of spans, no longer than an excerpt,
// that has most different words of the query, and among these most spans. At is where this group
// begins.
func window(text string, spans []span) (start, end, at int) {
	from, to, at := 0, 0, -1
	if len(spans) > 0 {
		from, to = bestGroup(text, spans)
		at = from
	}
	if utf8.RuneCountInString(text) <= constants.Excerpt.Characters {
		return 0, len(text), at
	}
	slack := max(0, constants.Excerpt.Characters-utf8.RuneCountInString(text[from:to]))
	// A third of what is left goes before the match: what follows explains more.
	start = back(text, from, slack/3)
	end = forward(text, to, slack-utf8.RuneCountInString(text[start:from]))
	if end == len(text) {
		start = back(text, from, slack-utf8.RuneCountInString(text[to:]))
	}
	return trimStart(text, start, from), trimEnd(text, end, to), at
}

// bestGroup returns where a group of spans that fits begins and ends; if none does, the first span.
func bestGroup(text string, spans []span) (from, to int) {
	best := [2]int{}
	from, to = spans[0].start, spans[0].end
	for i := range spans {
		words := map[int]bool{}
		length, end := 0, spans[i].start
		for j := i; j < len(spans); j++ {
			length += utf8.RuneCountInString(text[min(end, spans[j].end):spans[j].end])
			end = max(end, spans[j].end)
			if length > constants.Excerpt.Characters {
				break
			}
			words[spans[j].word] = true
			count := [2]int{len(words), j - i + 1}
			if count[0] > best[0] || count[0] == best[0] && count[1] > best[1] {
				best, from, to = count, spans[i].start, end
			}
		}
	}
	return from, to
}

// back and forward move an offset by a number of characters, as far as there is text.
func back(text string, at, runes int) int {
	for ; runes > 0 && at > 0; runes-- {
		_, n := utf8.DecodeLastRuneInString(text[:at])
		at -= n
	}
	return at
}

func forward(text string, at, runes int) int {
	for ; runes > 0 && at < len(text); runes-- {
		_, n := utf8.DecodeRuneInString(text[at:])
		at += n
	}
	return at
}

// trimStart moves a cut forward to the beginning of a word, unless that is far away or within the
// match; writing without blanks is cut anywhere.
func trimStart(text string, start, match int) int {
	if start == 0 {
		return start
	}
	if i := strings.IndexByte(text[start-1:match], ' '); i >= 0 && i <= constants.Excerpt.WordBytes {
		return start + i
	}
	return start
}

func trimEnd(text string, end, match int) int {
	if end == len(text) || text[end] == ' ' {
		return end
	}
	if i := strings.LastIndexByte(text[match:end], ' '); i >= 0 && end-match-i <= constants.Excerpt.WordBytes {
		return match + i
	}
	return end
}
