package source

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// folded is a character as it is typed: ligatures, the forms that Arabic letters take in a word,
// and bullets by their number in a font are signs of fonts.
func folded(text string) string {
	for _, c := range text {
		if sign := signs[c]; sign != "" {
			return sign
		}
		if c >= 0xfb00 && c <= 0xfdff || c >= 0xfe70 && c <= 0xfefc {
			return norm.NFKC.String(text)
		}
	}
	return text
}

func rightToLeft(text string) bool {
	return strings.ContainsFunc(text, func(c rune) bool { return unicode.In(c, unicode.Arabic, unicode.Hebrew) })
}

// layout makes blocks of the pieces of all pages.
func (p *pdfReading) layout() {
	for _, s := range p.pages {
		for _, of := range s.pieces {
			p.count(of.text)
		}
	}
	p.margins()
	body := p.bodySize()
	var lines, notes []line
	for _, s := range p.pages {
		if p.stop() != nil {
			return
		}
		flow := s.flow()
		at := len(flow)
		for at > 0 && flow[at-1].rows == nil && flow[at-1].size <= 0.88*body {
			at--
		}
		for at < len(flow) && !noteMark(flow[at].text) {
			at++
		}
		if n := len(lines); n > 0 && len(flow) > 0 && p.goesOnWith(&lines[n-1], &flow[0]) {
			flow, at = flow[1:], max(at-1, 0)
		}
		if len(flow) > 0 {
			flow[0].page = true
		}
		lines, notes = append(lines, flow[:at]...), append(notes, flow[at:]...)
	}
	leading(lines)
	for i := range lines {
		lines[i].text = p.clean(lines[i].text, lines[i].at)
	}
	p.assemble(slices.DeleteFunc(lines, func(l line) bool { return l.text == "" && l.rows == nil }))
	p.notes(notes)
	if p.doc.Language == "" {
		p.doc.Language = p.written(p.language)
	}
}

// noteMark reports whether a text begins as a footnote does.
func noteMark(text string) bool {
	return text != "" && (text[0] >= '0' && text[0] <= '9' || text[0] == '*' || strings.HasPrefix(text, "†"))
}

// notes adds the footnotes of all pages.
func (p *pdfReading) notes(lines []line) {
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && !noteMark(lines[to].text) && lines[to].at.Page == lines[from].at.Page {
			to++
		}
		var text []string
		for _, l := range lines[from:to] {
			text = append(text, p.clean(l.text, l.at))
		}
		b := Block{Kind: Note, Text: oneLine(strings.Join(text, " ")), At: lines[from].at}
		p.mend("moved a footnote to the end", b.Text, b.Text, 0, b.At)
		p.add(b)
		from = to
	}
}

// bodySize is the size of most letters.
func (p *pdfReading) bodySize() float64 {
	of := map[int]int{}
	for _, s := range p.pages {
		for _, piece := range s.pieces {
			of[int(math.Round(piece.size*2))] += len(piece.text)
		}
	}
	best := 0
	for size, n := range of {
		if n > of[best] || n == of[best] && size > best {
			best = size
		}
	}
	return float64(best) / 2
}

// An edge is a line at the top or the foot of a page, which may be a running head or foot.
type edge struct {
	page   int // from 0
	pieces []int
	base   float64
}

// mostEdges is how many lines of a running head or foot there may be.
const mostEdges = 4

// edges are the first or the last lines of a page, from the edge inwards.
func (p *pdfReading) edges(page int, down bool) []edge {
	s := p.pages[page]
	order := make([]int, len(s.pieces))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if down {
			a, b = b, a
		}
		return cmp.Compare(s.pieces[a].base, s.pieces[b].base)
	})
	var found []edge
	for _, at := range order {
		of := s.pieces[at]
		if n := len(found); n > 0 && abs(of.base-found[n-1].base) <= 0.6*of.size {
			found[n-1].pieces = append(found[n-1].pieces, at)
			continue
		}
		if len(found) == mostEdges {
			break
		}
		found = append(found, edge{page: page, pieces: []int{at}, base: of.base})
	}
	return found
}

// margins leaves out running heads and feet: lines at the edge of pages, all of whose pieces stand
// at the same height on other pages too, the same but for the numbers of the pages.
func (p *pdfReading) margins() {
	total := 0
	drop := make([]map[int]bool, len(p.pages))
	seen := map[string][]edge{} // of one piece each, by its text without digits
	var all [][]edge
	for i, s := range p.pages {
		total += len(s.pieces)
		drop[i] = map[int]bool{}
		for _, down := range []bool{true, false} {
			lines := p.edges(i, down)
			all = append(all, lines)
			for _, line := range lines {
				for _, at := range line.pieces {
					key := digitless(s.pieces[at].text)
					seen[key] = append(seen[key], edge{page: i, pieces: []int{at}, base: s.pieces[at].base})
				}
			}
		}
	}
	for _, lines := range all {
		for _, line := range lines {
			if slices.ContainsFunc(line.pieces, func(at int) bool { return !p.repeated(line.page, at, seen) }) {
				break // what follows inwards is the text of the page
			}
			for _, at := range line.pieces {
				drop[line.page][at] = true
			}
		}
	}
	for _, of := range drop {
		total -= len(of)
	}
	if total <= 0 {
		return // short pages are all edges
	}
	for i, s := range p.pages {
		kept := s.pieces[:0]
		for at, of := range s.pieces {
			switch {
			case !drop[i][at]:
				kept = append(kept, of)
			case numberOf(of.text) > 0:
				p.leave("the number of a page", of.text, Place{Page: s.number})
			default:
				p.leave("a running head or foot", of.text, Place{Page: s.number})
			}
		}
		s.pieces = kept
	}
}

// repeated reports whether a piece at the edge of a page stands on other pages too, as a running
// head or the number of a page does.
func (p *pdfReading) repeated(page, at int, seen map[string][]edge) bool {
	const near = 4 // points
	of := p.pages[page].pieces[at]
	same, pages := 0, 0 // pages with it, and those next to this one
	last := -1
	for _, other := range seen[digitless(of.text)] {
		text := p.pages[other.page].pieces[other.pieces[0]].text
		if other.page == last || abs(other.base-of.base) > near || !p.numbered(of.text, text, other.page-page) {
			continue
		}
		last = other.page
		same++
		if abs(float64(other.page-page)) == 1 {
			pages++
		}
	}
	if numberOf(of.text) > 0 {
		return pages > 0
	}
	return same > 1 && same*5 >= len(p.pages)*2 && !labelled(of.text)
}

// numbered reports whether two texts that are the same but for their digits are the same, or have
// numbers of pages that are so many pages apart.
func (p *pdfReading) numbered(a, b string, apart int) bool {
	of, to := numbers.FindAllString(a, -1), numbers.FindAllString(b, -1)
	if len(of) != len(to) {
		return false
	}
	for i := range of {
		from, _ := strconv.Atoi(of[i])
		other, _ := strconv.Atoi(to[i])
		if other != from && other != from+apart {
			return false
		}
	}
	return apart == 0 || a != b || numberOf(a) == 0
}

var numbers = regexp.MustCompile(`\d+`)

// digitless is a text with one sign for each number.
func digitless(text string) string { return numbers.ReplaceAllString(text, "0") }

// leading makes the spaces between lines those beyond what the lines of a paragraph have: most of
// those that go on within a sentence, or most of all where few do.
func leading(lines []line) {
	within, all := map[int]int{}, map[int]int{}
	ratio := func(i int) float64 {
		if i == 0 || lines[i].page || lines[i].at.Page != lines[i-1].at.Page || lines[i].size == 0 {
			return 0
		}
		return (lines[i-1].end - lines[i].base) / lines[i].size
	}
	width := measured(lines).width
	for i := range lines {
		r := ratio(i)
		if r <= 0.5 || r >= 4 {
			continue
		}
		all[int(math.Round(r*20))]++
		if lines[i].rows == nil && lines[i-1].rows == nil && goesOn(lines[i-1], lines[i], width) {
			within[int(math.Round(r*20))]++
		}
	}
	best, n := mostCommon(within)
	if n < 2 {
		best, _ = mostCommon(all)
	}
	if best == 0 {
		return
	}
	for i := range lines {
		if r := ratio(i); r > 0 {
			lines[i].gap = max(r*20/float64(best)-1, 0)
		}
	}
}

// mostCommon is the number that was counted most often, the least of several.
func mostCommon(of map[int]int) (best, most int) {
	for r, n := range of {
		if n > most || n == most && r < best {
			best, most = r, n
		}
	}
	return best, most
}
