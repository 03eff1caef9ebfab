package verify

import (
	"github.com/kengash/kengash/generator/internal/diag"
)

// File verifies one file that is published as it is, before it is: a picture, a style sheet or XML.
// name is its place in the source, ext the ending by which hosts know it. Style sheets of XML are
// refused.
func File(name, ext string, content []byte, opt Options) []diag.Problem {
	c := &checker{verifier: newVerifier("", opt), name: name, kind: kindOf(ext), content: content, names: names{}}
	c.check()
	var problems []diag.Problem
	for _, f := range c.faults {
		p := diag.Problem{Code: diag.Unsafe, Pos: diag.Position{File: name}, Msg: f.what, Hint: f.want}
		p.Pos.Line, p.Pos.Col = place(content, f.at)
		if f.value != "" {
			p.Msg += ": " + short(f.value)
		}
		problems = append(problems, p)
	}
	return problems
}
