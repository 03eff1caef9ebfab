package pages

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"
)

// Lines that three of four pages of a folder have at their head or foot are the book's: its name,
// the words of links to other pages, an appeal. Few generators say so in a way that others do.
const (
	minRunning = 5   // pages that have a line
	edge       = 20  // lines at either end that are looked at
	maxRunning = 300 // bytes of a line
)

// RunningLine is a line that most pages of a folder have at their head or foot.
type RunningLine struct {
	Line  string
	Pages int // from the text of which it was left out
}

// volume is what pages share a running line in: a language, or a folder in it.
type volume struct{ lang, dir string }

func (p *page) volumes() []volume { return []volume{{p.lang, ""}, {p.lang, path.Dir(p.path)}} }

// cutRunning takes running lines out of the texts of pages, and returns them, the most frequent
// first. Pages that mark what is to be read keep all of that, and so do all pages with Options.All.
func cutRunning(pages []*page, opt Options) []RunningLine {
	if opt.All {
		return nil
	}
	pages = slices.DeleteFunc(slices.Clone(pages), func(p *page) bool { return p.marked })
	total := map[volume]int{}
	count := map[volume]map[string]int{}
	for _, p := range pages {
		lines := p.edges()
		for _, v := range p.volumes() {
			if total[v]++; count[v] == nil {
				count[v] = map[string]int{}
			}
			for line := range lines {
				count[v][line]++
			}
		}
	}
	cut := map[string]int{}
	for _, p := range pages {
		for line := range p.cutLines(func(line string) bool {
			return slices.ContainsFunc(p.volumes(), func(v volume) bool {
				return count[v][line] >= minRunning && 4*count[v][line] >= 3*total[v]
			})
		}) {
			cut[line]++
		}
	}
	var found []RunningLine
	for line, n := range cut {
		found = append(found, RunningLine{line, n})
	}
	slices.SortFunc(found, func(a, b RunningLine) int {
		return cmp.Or(cmp.Compare(b.Pages, a.Pages), cmp.Compare(a.Line, b.Line))
	})
	return found
}

// edges are the lines at the head and the foot of a page that stand there once: what a table says
// row by row is the page's own.
func (p *page) edges() map[string]int {
	head := strings.Split(p.parts[0].text, "\n")
	foot := strings.Split(p.parts[len(p.parts)-1].text, "\n")
	head = head[:min(edge, len(head))]
	ends := [][]string{head, foot[max(0, len(foot)-edge):]}
	if len(p.parts) == 1 {
		ends[1] = foot[max(len(head), len(foot)-edge):]
	}
	times := map[string]int{}
	for _, line := range slices.Concat(ends...) {
		times[line]++
	}
	maps.DeleteFunc(times, func(line string, n int) bool { return n > 1 || line == "" || len(line) > maxRunning })
	return times
}

// cutLines takes running lines out of a page and returns them: those before its title or, where
// that is not found, those that it begins with, and those that it ends with. A page that would lose
// all of its text is left as it is.
func (p *page) cutLines(running func(line string) bool) map[string]bool {
	last := len(p.parts) - 1
	head := strings.Split(p.parts[0].text, "\n")
	cut := map[string]bool{}
	take := func(line string) bool {
		if line != "" && !running(line) {
			return false
		}
		cut[line] = true
		return true
	}
	title := slices.IndexFunc(head[:min(edge, len(head))], p.isTitle)
	if title < 0 && last > 0 && p.isTitle(p.parts[1].heading) {
		title = min(edge, len(head))
	}
	var kept []string
	for i, line := range head {
		if begins := len(kept) == 0; i < title || title < 0 && begins && i < edge {
			if take(line) {
				continue
			}
		}
		kept = append(kept, line)
	}
	foot := kept
	if last > 0 {
		foot = strings.Split(p.parts[last].text, "\n")
	}
	n := len(foot)
	for n > 0 && len(foot)-n < edge && take(foot[n-1]) {
		n--
	}
	delete(cut, "")
	if last == 0 && n == 0 {
		return nil
	}
	if last == 0 {
		kept = foot[:n]
	} else {
		p.parts[last].text = strings.Join(foot[:n], "\n")
	}
	p.parts[0].text = strings.Join(kept, "\n")
	return cut
}

// isTitle reports whether a line is what the page shows as its title.
func (p *page) isTitle(line string) bool {
	return line != "" && same(line, cmp.Or(p.h1, p.entitled))
}
