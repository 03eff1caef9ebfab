// Package rules says of each kind of problem what it means and what mends it.
package rules

import (
	"bytes"
	"fmt"

	"github.com/kengash/kengash/generator/internal/diag"
)

// Rule is a kind of problem.
type Rule struct {
	Code    diag.Code
	Title   string // a few words
	Means   string // what is wrong, and why it matters
	Example string // what brings the problem about
	Mend    string // what to do
}

// group is a hundred of codes.
type group struct {
	title string
	rules []Rule
}

// All returns the rules in the order of their codes.
func All() []Rule {
	var all []Rule
	for _, g := range groups {
		all = append(all, g.rules...)
	}
	return all
}

// Page is the page of docs/problems.md, where each code is an anchor.
const Page = "docs/problems.md"

const intro = `# Problems

` + "`kengash check`, `build` and `serve`" + ` print a code at the end of each problem, as in
` + "`data/topics/ai.toml:3:2: unknown key \"lable\" (…) [KG0201]`" + `. A code stays what it is from version to
version; the words of a message may become better. Notices have codes too, and stop no build.
` + "`kengash check --rules`" + ` lists the codes, and ` + "`--format json`, `sarif` or `github`" + ` gives them to programs.
This page is made from the program.
`

// Markdown returns the page that explains all rules.
func Markdown() []byte {
	var b bytes.Buffer
	b.WriteString(intro)
	for _, g := range groups {
		fmt.Fprintf(&b, "\n## %s\n", g.title)
		for _, r := range g.rules {
			fmt.Fprintf(&b, "\n### %s\n**%s.** %s\n\n- Example: %s\n- Mend: %s\n", r.Code, r.Title, r.Means, r.Example, r.Mend)
		}
	}
	return b.Bytes()
}
