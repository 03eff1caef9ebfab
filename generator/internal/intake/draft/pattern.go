package draft

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first used on a text that it could
// match: there are hundreds in this package, and most commands use none.
type pattern struct {
	source   string
	compiled func() *regexp.Regexp
	needs    func() needs
}

// patterns are all that there are.
var patterns []*pattern

// exact returns a pattern in which case matters.
func exact(source string) *pattern {
	p := &pattern{
		source:   source,
		compiled: sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(source) }),
		needs:    sync.OnceValue(func() needs { return needsOf(source) }),
	}
	patterns = append(patterns, p)
	return p
}

// re returns a pattern that ignores case.
func re(source string) *pattern { return exact(`(?i)` + source) }

func (p *pattern) String() string { return p.source }

// misses reports whether a text has no match, as far as that is known without trying.
func (p *pattern) misses(s string) bool { return p.needs().lack(s) }

// The methods of [regexp.Regexp] that are used.

func (p *pattern) MatchString(s string) bool { return !p.misses(s) && p.compiled().MatchString(s) }

func (p *pattern) FindString(s string) string {
	if p.misses(s) {
		return ""
	}
	return p.compiled().FindString(s)
}

func (p *pattern) FindStringIndex(s string) []int {
	if p.misses(s) {
		return nil
	}
	return p.compiled().FindStringIndex(s)
}

func (p *pattern) FindStringSubmatch(s string) []string {
	if p.misses(s) {
		return nil
	}
	return p.compiled().FindStringSubmatch(s)
}

func (p *pattern) FindStringSubmatchIndex(s string) []int {
	if p.misses(s) {
		return nil
	}
	return p.compiled().FindStringSubmatchIndex(s)
}

func (p *pattern) FindAllString(s string, n int) []string {
	if p.misses(s) {
		return nil
	}
	return p.compiled().FindAllString(s, n)
}

func (p *pattern) FindAllStringIndex(s string, n int) [][]int {
	if p.misses(s) {
		return nil
	}
	return p.compiled().FindAllStringIndex(s, n)
}

func (p *pattern) FindAllStringSubmatch(s string, n int) [][]string {
	if p.misses(s) {
		return nil
	}
	return p.compiled().FindAllStringSubmatch(s, n)
}

func (p *pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if p.misses(s) {
		return nil
	}
	return p.compiled().FindAllStringSubmatchIndex(s, n)
}

func (p *pattern) ReplaceAllString(s, by string) string {
	if p.misses(s) {
		return s
	}
	return p.compiled().ReplaceAllString(s, by)
}

func (p *pattern) ReplaceAllStringFunc(s string, by func(string) string) string {
	if p.misses(s) {
		return s
	}
	return p.compiled().ReplaceAllStringFunc(s, by)
}

func (p *pattern) Split(s string, n int) []string { return p.compiled().Split(s, n) }

func (p *pattern) SubexpIndex(name string) int { return p.compiled().SubexpIndex(name) }
