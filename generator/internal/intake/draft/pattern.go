package draft

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first used: there are hundreds in
// this package, and most commands use none.
type pattern struct {
	source   string
	compiled func() *regexp.Regexp
}

// patterns are all that there are.
var patterns []*pattern

// exact returns a pattern in which case matters.
func exact(source string) *pattern {
	p := &pattern{source, sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(source) })}
	patterns = append(patterns, p)
	return p
}

// re returns a pattern that ignores case.
func re(source string) *pattern { return exact(`(?i)` + source) }

func (p *pattern) String() string { return p.source }

// The methods of [regexp.Regexp] that are used.

func (p *pattern) MatchString(s string) bool { return p.compiled().MatchString(s) }

func (p *pattern) FindString(s string) string { return p.compiled().FindString(s) }

func (p *pattern) FindStringIndex(s string) []int { return p.compiled().FindStringIndex(s) }

func (p *pattern) FindStringSubmatch(s string) []string { return p.compiled().FindStringSubmatch(s) }

func (p *pattern) FindStringSubmatchIndex(s string) []int {
	return p.compiled().FindStringSubmatchIndex(s)
}

func (p *pattern) FindAllString(s string, n int) []string { return p.compiled().FindAllString(s, n) }

func (p *pattern) FindAllStringIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringIndex(s, n)
}

func (p *pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.compiled().FindAllStringSubmatch(s, n)
}

func (p *pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringSubmatchIndex(s, n)
}

func (p *pattern) ReplaceAllString(s, by string) string { return p.compiled().ReplaceAllString(s, by) }

func (p *pattern) ReplaceAllStringFunc(s string, by func(string) string) string {
	return p.compiled().ReplaceAllStringFunc(s, by)
}

func (p *pattern) Split(s string, n int) []string { return p.compiled().Split(s, n) }

func (p *pattern) SubexpIndex(name string) int { return p.compiled().SubexpIndex(name) }
