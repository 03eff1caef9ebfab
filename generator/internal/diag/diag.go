// Package diag describes problems of the input: where they are, what is wrong, what is expected,
// and what to try.
//
// Problems are collected, not returned one at a time: an editor who made three mistakes sees three
// lines.
package diag

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/chars"
)

// Position is a place in a source file. Line and Col start at 1; 0 means that the line or the
// column is not known. Col counts runes, as an editor does.
type Position struct {
	File      string
	Line, Col int
}

// String returns "file:line:col", leaving out what is not known.
func (p Position) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

func (p Position) compare(q Position) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// Problem is one thing that is wrong with the input.
type Problem struct {
	Code   Code
	Pos    Position
	Msg    string     // what is wrong: `unknown code "aproved"`
	Hint   string     // what is wanted, and a suggestion: `want one of …; did you mean "approved"?`
	Also   []Position // the other places of a conflict
	Notice bool       // something to know, not a fault: the site can be built
}

// String returns one line: position, message, hint in brackets, other places, code. What files and
// their names hold may not act on a terminal, nor begin a line.
func (p Problem) String() string {
	var b strings.Builder
	if p.Notice {
		b.WriteString("notice: ")
	}
	if p.Pos.File != "" {
		b.WriteString(p.Pos.String() + ": ")
	}
	b.WriteString(p.Msg)
	if p.Hint != "" {
		b.WriteString(" (" + p.Hint + ")")
	}
	for _, q := range p.Also {
		b.WriteString("; see also " + q.String())
	}
	if p.Code != 0 {
		b.WriteString(" [" + p.Code.String() + "]")
	}
	return chars.Line(b.String())
}

// List collects problems. The zero value is ready for use.
type List struct {
	problems  []Problem
	suggested int // how many of them looked for what was meant
	told      map[told]int
}

// told is the key by which reported problems are counted.
type told struct {
	file   string
	notice bool
}

// mostOfFile is the number of problems of a file that are reported. More of them have one cause, or
// are too many to read.
const mostOfFile = 1000

// Add records a problem at a position; msg is formatted as by fmt.Sprintf.
func (l *List) Add(code Code, pos Position, hint, msg string, args ...any) {
	l.AddProblem(Problem{Code: code, Pos: pos, Hint: hint, Msg: fmt.Sprintf(msg, args...)})
}

// AddNotice records a notice at a position.
func (l *List) AddNotice(code Code, pos Position, hint, msg string, args ...any) {
	l.AddProblem(Problem{Code: code, Pos: pos, Hint: hint, Msg: fmt.Sprintf(msg, args...), Notice: true})
}

// AddProblem records a problem, of a file at most a thousand. What it says of a value that goes on
// and on is cut.
func (l *List) AddProblem(p Problem) {
	if l.told == nil {
		l.told = map[told]int{}
	}
	of := told{p.Pos.File, p.Notice}
	switch l.told[of]++; {
	case l.told[of] > mostOfFile+1:
		return
	case l.told[of] > mostOfFile:
		p = Problem{Code: More, Pos: Position{File: of.file}, Msg: "there are more problems of this kind than are reported here", Hint: "correct what is reported, and check again", Notice: of.notice}
	}
	p.Msg, p.Hint = cut(p.Msg), cut(p.Hint)
	l.problems = append(l.problems, p)
}

// cut is a text of a line or two.
func cut(s string) string {
	const longest = 2000 // bytes
	if len(s) <= longest {
		return s
	}
	return strings.ToValidUTF8(s[:longest], "") + "…"
}

// Append takes over the problems of another list.
func (l *List) Append(m List) { l.problems = append(l.problems, m.problems...) }

// Len returns the number of problems, notices among them.
func (l *List) Len() int { return len(l.problems) }

// compare compares two problems by what is reported of them. Nearly all differ by their position,
// and a collection may have thousands.
func compare(a, b Problem) int {
	if c := a.Pos.compare(b.Pos); c != 0 {
		return c
	}
	if c := cmp.Compare(a.Msg, b.Msg); c != 0 {
		return c
	}
	return cmp.Compare(a.String(), b.String())
}

// Sorted returns the problems by file, line, column and message, each once.
func (l *List) Sorted() []Problem { return sorted(slices.Clone(l.problems)) }

func sorted(out []Problem) []Problem {
	slices.SortStableFunc(out, compare)
	return slices.CompactFunc(out, func(a, b Problem) bool { return compare(a, b) == 0 })
}

// Err returns the problems as one error, or nil where there are none but notices.
func (l *List) Err() error {
	faults := l.only(func(p Problem) bool { return !p.Notice })
	if len(faults) == 0 {
		return nil
	}
	return &Error{Problems: faults}
}

// Notices returns the notices alone, sorted.
func (l *List) Notices() []Problem {
	return l.only(func(p Problem) bool { return p.Notice })
}

// only returns the problems that are meant, sorted.
func (l *List) only(meant func(Problem) bool) []Problem {
	var out []Problem
	for _, p := range l.problems {
		if meant(p) {
			out = append(out, p)
		}
	}
	return sorted(out)
}

// Strict makes problems of the notices.
func (l *List) Strict() {
	for i := range l.problems {
		l.problems[i].Notice = false
	}
}

// Error is a sorted list of problems as an error. Its text has one line a problem.
type Error struct {
	Problems []Problem
	Causes   []error // what errors.Is and errors.As find in it
}

// Unwrap returns the causes.
func (e *Error) Unwrap() []error { return e.Causes }

// Count says how many problems there are.
func (e *Error) Count() string {
	if len(e.Problems) == 1 {
		return "1 problem"
	}
	return fmt.Sprintf("%d problems", len(e.Problems))
}

func (e *Error) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Print writes one line a problem.
func Print(w io.Writer, problems []Problem) error {
	for _, p := range problems {
		if _, err := fmt.Fprintln(w, p); err != nil {
			return err
		}
	}
	return nil
}
