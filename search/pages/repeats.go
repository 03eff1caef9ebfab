package pages

import (
	"hash/maphash"
	"strings"
)

// A page that others make up, such as the print version of a book, has whole pages among its lines.
const (
	minRepeated = 3  // pages of which it has all that tells them apart
	minRepeats  = 20 // bytes of a line that tells a page apart
	repeatedOf  = 10 // of so many bytes all but one are on those pages
)

// repeating finds the pages whose text is that of several shorter pages. They would be among the
// hits of every query beside the pages themselves.
//
// Most pages cost one look at the hash of each line; only one that has the longest lines of several
// others is compared with them.
func repeating(pages []*page) map[*page]bool {
	seed := maphash.MakeSeed() // decides nothing but where equal lines are found
	owner := map[uint64]*page{}
	for _, p := range pages {
		if longest := p.longestLine(); len(longest) >= minRepeats {
			key := maphash.String(seed, longest)
			if _, shared := owner[key]; shared {
				owner[key] = shorter(owner[key], p)
				continue
			}
			owner[key] = p
		}
	}
	found := map[*page]bool{}
	for _, p := range pages {
		size := p.size()
		parts := map[*page]bool{}
		p.lines(func(line string) {
			if len(line) < minRepeats {
				return
			}
			if q := owner[maphash.String(seed, line)]; q != nil && q != p && q.lang == p.lang && q.size() < size {
				parts[q] = true
			}
		})
		if len(parts) >= minRepeated && p.isMadeOf(parts) {
			found[p] = true
		}
	}
	return found
}

// shorter is the shorter of two pages, which the other may repeat.
func shorter(p, q *page) *page {
	if q.size() < p.size() {
		return q
	}
	return p
}

func (p *page) isMadeOf(parts map[*page]bool) bool {
	known := map[string]bool{}
	together := 0
	for q := range parts {
		if together += q.size(); together > p.size()+p.size()/2 {
			return false // they have much in common with each other: versions of one page
		}
		q.lines(func(line string) { known[line] = true })
	}
	all, added := 0, 0
	p.lines(func(line string) {
		all += len(line)
		if !known[line] {
			added += len(line)
		}
	})
	return added*repeatedOf <= all
}

// lines visits the lines of the text, headings among them.
func (p *page) lines(visit func(line string)) {
	for _, part := range p.parts {
		if part.heading != "" {
			visit(part.heading)
		}
		for line := range strings.SplitSeq(part.text, "\n") {
			visit(line)
		}
	}
}

func (p *page) longestLine() string {
	longest := ""
	p.lines(func(line string) {
		if len(line) > len(longest) {
			longest = line
		}
	})
	return longest
}

func (p *page) size() int {
	n := 0
	for _, part := range p.parts {
		n += len(part.heading) + len(part.text)
	}
	return n
}
