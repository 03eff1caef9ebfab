package pages

import "strings"

// separators are used between the title of a page and the name of its site.
var separators = []string{" | ", " – ", " — ", " - ", " · ", " • ", " :: ", " » ", " « ", " › "}

// minPages is how many pages must share an ending before it is taken for the name of the site.
const minPages = 3

// siteNames finds the endings, with their separator, that more than half of the pages of a language
// have: "Introduction | My Project" is found by "Introduction".
func siteNames(pages []*page) []string {
	total := map[string]int{}
	count := map[[2]string]int{}
	var order [][2]string
	for _, p := range pages {
		total[p.lang]++
		if i := lastSeparator(p.head); i > 0 {
			key := [2]string{p.lang, p.head[i:]}
			if count[key] == 0 {
				order = append(order, key)
			}
			count[key]++
		}
	}
	var names []string
	for _, key := range order {
		if n := count[key]; n >= minPages && 2*n > total[key[0]] {
			names = append(names, key[1])
		}
	}
	return names
}

func lastSeparator(s string) int {
	last := -1
	for _, sep := range separators {
		last = max(last, strings.LastIndex(s, sep))
	}
	return last
}

// trimSiteName takes the name of the site off a title: an ending that most pages have, or what
// is before or after the heading of the page, with a separator between.
func trimSiteName(title, h1 string, names []string) string {
	for _, n := range names {
		if cut, ok := strings.CutSuffix(title, n); ok && cut != "" {
			return cut
		}
	}
	if h1 == "" {
		return title
	}
	for _, sep := range separators {
		if strings.HasPrefix(title, h1+sep) || strings.HasSuffix(title, sep+h1) {
			return h1
		}
	}
	return title
}
