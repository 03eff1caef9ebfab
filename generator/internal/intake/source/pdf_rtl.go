package source

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
)

// Files write text that is read from right to left in any order: as it is read, as it is seen, or
// letter by letter. So the characters of pages with such text are put in order by their places.

// A glyph is a character of such a page.
type glyph struct {
	index  int
	text   string
	box            // with the space to the next one
	middle float64 // of what is drawn
	x, y   float64 // where it stands; the characters of one sign have the same
	edges  [2]float64
}

// mark reports whether a glyph is drawn above or below another one.
func (g glyph) mark() bool {
	c, _ := utf8.DecodeRuneInString(g.text)
	return unicode.Is(unicode.Mn, c)
}

// A stripe is a line of glyphs, or the part of one before a wide space.
type stripe struct {
	glyphs            []glyph
	base, size        float64
	left, right, last float64 // last is the place of the glyph that was added last
}

// mostlyRTL reports whether most letters of a page are read from right to left.
func mostlyRTL(chars []*responses.GetPageTextStructuredChar) bool {
	rtl, others := 0, 0
	for _, char := range chars {
		c, _ := utf8.DecodeRuneInString(char.Text)
		switch {
		case !unicode.IsLetter(c):
		case unicode.In(c, unicode.Arabic, unicode.Hebrew):
			rtl++
		default:
			others++
		}
	}
	return rtl > others
}

// reorder makes pieces of the characters of a page that is read from right to left.
func (c *cutter) reorder(chars []*responses.GetPageTextStructuredChar) {
	const recent = 8 // stripes that a character may belong to
	var stripes []*stripe
	for i, char := range chars {
		g, ok := c.glyph(i, char)
		if !ok {
			continue
		}
		var to *stripe
		for at := len(stripes) - 1; at >= max(len(stripes)-recent, 0) && to == nil; at-- {
			if stripes[at].takes(g) {
				to = stripes[at]
			}
		}
		if to == nil {
			c.begin(i, g.text, g.box)
			to = &stripe{base: g.y, size: c.piece.size, left: g.left, right: g.right}
			stripes = append(stripes, to)
		}
		to.add(g)
	}
	for i, of := range stripes {
		for at := i - 1; at >= max(i-recent, 0); at-- {
			if near := stripes[at]; len(near.glyphs) > 0 && abs(near.base-of.base) < 0.35*of.size && near.beside(of.left, of.right) {
				near.glyphs = append(near.glyphs, of.glyphs...)
				near.left, near.right = min(near.left, of.left), max(near.right, of.right)
				of.glyphs = nil
				of = near
			}
		}
	}
	for _, of := range stripes {
		c.arrange(of)
	}
}

// glyph returns a character with its place; false for spaces.
func (c *cutter) glyph(index int, char *responses.GetPageTextStructuredChar) (glyph, bool) {
	text, ok := c.sign(char.Text)
	if !ok || text == " " {
		return glyph{}, false
	}
	drawn := c.turned(box{char.PointPosition.Left, char.PointPosition.Right, char.PointPosition.Bottom, char.PointPosition.Top})
	g := glyph{index: index, text: text, box: drawn, middle: (drawn.left + drawn.right) / 2, x: drawn.left, y: drawn.bottom}
	g.edges = [2]float64{drawn.left, drawn.right}
	if loose, err := c.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: c.text, Index: index}); err == nil {
		at := c.turned(box{float64(loose.Rect.Left), float64(loose.Rect.Right), float64(loose.Rect.Bottom), float64(loose.Rect.Top)})
		g.left, g.right = min(at.left, drawn.left), max(at.right, drawn.right)
	}
	if origin, err := c.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: c.text, Index: index}); err == nil {
		at := c.turned(box{origin.X, origin.X, origin.Y, origin.Y})
		g.x, g.y = at.left, at.bottom
		g.left = min(g.left, g.x)
	}
	c.known++
	return g, true
}

// takes reports whether a glyph stands in the line of a stripe, within it or beside it. Marks, and
// the letters of a script that slopes, stand higher and lower.
func (s *stripe) takes(g glyph) bool {
	off := 0.35 * s.size
	switch {
	case g.mark():
		off = 1.2 * s.size
	case abs(g.middle-s.last) < 1.2*s.size:
		off = 0.9 * s.size
	}
	return abs(g.y-s.base) < off && s.beside(g.left, g.right)
}

// beside reports whether what has these edges stands within a stripe or beside it.
func (s *stripe) beside(left, right float64) bool {
	return left < s.right+1.8*s.size && right > s.left-1.8*s.size
}

func (s *stripe) add(g glyph) {
	s.glyphs = append(s.glyphs, g)
	s.left, s.right, s.last = min(s.left, g.left), max(s.right, g.right), g.middle
}

// A cluster is what stands at one place: a letter with its marks, or a ligature.
type cluster struct {
	letters     []glyph
	marks       string
	left, right float64
	middle      float64
}

// clusters are the glyphs of a stripe as they stand from left to right.
func (s *stripe) clusters() []*cluster {
	const beside = 4 // clusters on each side that a mark may belong to
	var all []*cluster
	at := map[[2]float64]*cluster{} // by origin
	for _, g := range s.glyphs {
		if g.mark() {
			continue
		}
		of := at[[2]float64{g.x, g.y}]
		if of == nil {
			of = &cluster{left: g.left, right: g.right, middle: g.middle}
			at[[2]float64{g.x, g.y}] = of
			all = append(all, of)
		}
		of.letters = append(of.letters, g)
		of.left, of.right = min(of.left, g.left), max(of.right, g.right)
	}
	letters := len(all)
	slices.SortStableFunc(all, func(a, b *cluster) int { return cmp.Compare(a.middle, b.middle) })
	for _, g := range s.glyphs {
		if !g.mark() {
			continue
		}
		of := at[[2]float64{g.x, g.y}]
		if of == nil {
			i, _ := slices.BinarySearchFunc(all[:letters], g.middle, func(of *cluster, at float64) int { return cmp.Compare(of.middle, at) })
			for _, near := range all[max(i-beside, 0):min(i+beside, letters)] {
				if of == nil || near.distance(g) < of.distance(g) {
					of = near
				}
			}
		}
		if of == nil {
			of = &cluster{left: g.left, right: g.right, middle: g.middle}
			all = append(all, of)
		}
		of.marks += g.text
		if at[[2]float64{g.x, g.y}] == of { // PDFium has divided the place of the sign
			of.left, of.right = min(of.left, g.left), max(of.right, g.right)
		}
	}
	return all
}

// distance is how far a mark is from a cluster.
func (of *cluster) distance(g glyph) float64 {
	out := max(of.left-g.middle, g.middle-of.right, 0)
	return 10*out + abs(of.middle-g.middle)
}

// text is a cluster as it is typed. backwards says that the file has its letters as they are seen.
func (of *cluster) text(backwards bool) string {
	letters := slices.Clone(of.letters)
	switch {
	case len(letters) < 2:
	case len(letters) == 2 && (letters[1].text == "ل" && strings.Contains("اأإآٱ", letters[0].text) || letters[0].text == "ل" && strings.Contains("اأإآٱ", letters[1].text)):
		slices.SortFunc(letters, func(a, b glyph) int { return -cmp.Compare(a.text, b.text) }) // lam comes after alef
	case letters[0].edges != letters[1].edges && rightToLeft(letters[0].text):
		slices.SortStableFunc(letters, func(a, b glyph) int { return cmp.Compare(b.middle, a.middle) })
	case letters[0].edges != letters[1].edges:
		slices.SortStableFunc(letters, func(a, b glyph) int { return cmp.Compare(a.middle, b.middle) })
	case backwards:
		slices.Reverse(letters)
	}
	var text strings.Builder
	for _, g := range letters {
		text.WriteString(g.text)
	}
	return text.String() + of.marks
}

// arrange makes a piece of a stripe. Where a file has spaces says little: some programs write them
// anywhere. Words end where there is a gap.
func (c *cutter) arrange(s *stripe) {
	if len(s.glyphs) == 0 {
		return
	}
	first := s.glyphs[0]
	c.begin(first.index, first.text, first.box)
	for i := 16; i < len(s.glyphs); i += 16 {
		c.sample(s.glyphs[i].index)
	}
	c.piece.left, c.piece.right, c.piece.base, c.piece.size = s.left, s.right, s.base, s.size
	clusters := s.clusters()
	backwards := s.backwards()
	var texts []string
	var gaps []space // of the texts that are spaces
	for i, of := range clusters {
		if i > 0 && of.left-clusters[i-1].right > narrow*s.size {
			texts, gaps = append(texts, " "), append(gaps, space{right: of.left, left: clusters[i-1].right})
		}
		texts, gaps = append(texts, of.text(backwards)), append(gaps, space{})
	}
	c.out.Reset()
	for _, of := range stretches(texts) {
		for at := of[0]; at <= of[1]; at++ {
			if wide := gaps[at]; wide.right-wide.left > 0.5*s.size && of[0] == of[1] && c.out.Len() > 0 {
				wide.at = c.out.Len()
				c.piece.spaces = append(c.piece.spaces, wide)
			}
			c.out.WriteString(texts[at])
		}
	}
	text := paired(c.out.String())
	c.out.Reset()
	c.out.WriteString(text)
	c.cut()
}

// narrow is the narrowest space between words, in the size of letters.
const narrow = 0.13

// backwards reports whether PDFium has turned the letters of a stripe, and those of ligatures with
// them.
func (s *stripe) backwards() bool {
	turned := 0
	for i := 1; i < len(s.glyphs); i++ {
		a, b := s.glyphs[i-1], s.glyphs[i]
		if rightToLeft(a.text) && rightToLeft(b.text) && a.x != b.x {
			if b.x < a.x {
				turned++
			} else {
				turned--
			}
		}
	}
	return turned > 0
}
