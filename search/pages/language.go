package pages

import (
	"path"
	"strings"
)

// languages decides in which language each page is: what it says itself, what the options say, what
// its text looks like, and last what most pages of its folder are.
func languages(pages []*page, opt Options, report *Report) {
	var unknown []*page
	spoken := map[string]map[string]int{} // folder, language: pages
	for _, p := range pages {
		if p.reason != "" {
			continue
		}
		if languageKey(p.lang, true) == "" {
			p.lang = opt.language(p.path)
		}
		if p.lang == "" {
			p.lang = guess(p.sample())
			p.guessed = p.lang != ""
		}
		if p.lang == "" {
			unknown = append(unknown, p)
			continue
		}
		for dir := path.Dir(p.path); ; dir = path.Dir(dir) {
			if spoken[dir] == nil {
				spoken[dir] = map[string]int{}
			}
			spoken[dir][languageKey(p.lang, true)]++
			if dir == "." {
				break
			}
		}
	}
	for _, p := range unknown {
		for dir := path.Dir(p.path); p.lang == ""; dir = path.Dir(dir) {
			var many bool
			p.lang, many = mostSpoken(spoken[dir])
			p.guessed = p.lang != ""
			if many || dir == "." {
				break
			}
		}
		if p.lang == "" {
			p.lang = undetermined
		}
	}
}

// minSpoken is how many pages of a folder have to agree on a language to speak for the others.
const minSpoken = 3

// mostSpoken is the language of two thirds of the pages of a folder, if there is one, and whether
// there are enough pages to ask.
func mostSpoken(count map[string]int) (lang string, many bool) {
	total := 0
	for _, n := range count {
		total += n
	}
	for lang, n := range count {
		if n >= minSpoken && 3*n >= 2*total {
			return lang, true
		}
	}
	return "", total >= minSpoken
}

// language is what the options say of a page that says nothing.
func (o Options) language(name string) string {
	for _, l := range o.Langs {
		key, pattern, _ := strings.Cut(l, "=")
		for p := name; p != "."; p = path.Dir(p) {
			if matchAny([]string{pattern}, p) {
				return key
			}
		}
	}
	return o.DefaultLang
}

// maxSample is how many bytes of a page a guess takes into account.
const maxSample = 8 << 10

// sample is the beginning of a page's text.
func (p *page) sample() string {
	var b strings.Builder
	b.WriteString(p.head)
	p.lines(func(line string) {
		if b.Len() < maxSample {
			b.WriteByte('\n')
			b.WriteString(line[:min(len(line), maxSample)])
		}
	})
	return b.String()
}
