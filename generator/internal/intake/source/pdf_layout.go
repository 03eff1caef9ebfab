package source

import (
	"cmp"
	"math"
	"slices"
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

// margins leaves out running heads and the numbers of pages: what stands first or last on several
// pages, but for its digits.
func (p *pdfReading) margins() {
	edges := make([][]int, len(p.pages)) // the pieces at the edges of each page
	seen := map[string]int{}
	for i, s := range p.pages {
		edges[i] = s.edges()
		once := map[string]bool{}
		for _, at := range edges[i] {
			if key := digitless(s.pieces[at].text); !once[key] {
				once[key] = true
				seen[key]++
			}
		}
	}
	left := 0
	for i, s := range p.pages {
		left += len(s.pieces) - len(edges[i])
	}
	if left == 0 {
		return // short pages are all edges
	}
	for i, s := range p.pages {
		drop := map[int]bool{}
		for _, at := range edges[i] {
			text := s.pieces[at].text
			number := numberOf(text)
			switch n := seen[digitless(text)]; {
			case number > 0 && n > 1 && (p.follows(i, 1, edges, number) || p.follows(i, -1, edges, number)):
				p.leave("the number of a page", text, Place{Page: s.number})
			case number == 0 && n > 1 && n*5 >= len(p.pages)*2 && !labelled(text):
				p.leave("a running head or foot", text, Place{Page: s.number})
			default:
				continue
			}
			drop[at] = true
		}
		kept := s.pieces[:0]
		for at, of := range s.pieces {
			if !drop[at] {
				kept = append(kept, of)
			}
		}
		s.pieces = kept
	}
}

// follows reports whether the page so many further has the number of a page that fits.
func (p *pdfReading) follows(i, step int, edges [][]int, number int) bool {
	next := i + step
	if next < 0 || next >= len(p.pages) {
		return false
	}
	return p.pages[next].numbers[number+step]
}

// edges are the pieces of the first two and the last two lines of a page, by their height.
func (s *sheet) edges() []int {
	s.numbers = map[int]bool{}
	order := make([]int, len(s.pieces))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(s.pieces[b].base, s.pieces[a].base) })
	var found []int
	has := map[int]bool{}
	for _, down := range []bool{true, false} {
		rows, last := 0, math.Inf(1)
		for i := range order {
			at := order[i]
			if !down {
				at = order[len(order)-1-i]
			}
			of := s.pieces[at]
			if abs(of.base-last) > 0.6*of.size {
				rows, last = rows+1, of.base
			}
			if rows > 2 {
				break
			}
			if !has[at] {
				has[at] = true
				found = append(found, at)
			}
			if n := numberOf(of.text); n > 0 {
				s.numbers[n] = true
			}
		}
	}
	return found
}

// digitless is a text with one sign for all digits.
func digitless(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsDigit(c) {
			return '0'
		}
		return c
	}, text)
}

// leading makes the spaces between lines those beyond what most lines have.
func leading(lines []line) {
	of := map[int]int{}
	ratio := func(i int) float64 {
		if i == 0 || lines[i].page || lines[i].at.Page != lines[i-1].at.Page || lines[i].size == 0 {
			return 0
		}
		return (lines[i-1].end - lines[i].base) / lines[i].size
	}
	for i := range lines {
		if r := ratio(i); r > 0.5 && r < 4 {
			of[int(math.Round(r*20))]++
		}
	}
	best := 0
	for r, n := range of {
		if n > of[best] || n == of[best] && r < best {
			best = r
		}
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
