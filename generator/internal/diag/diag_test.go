package diag

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestPositionLeavesOutWhatIsNotKnown(t *testing.T) {
	for _, c := range []struct {
		pos  Position
		want string
	}{
		{Position{}, ""},
		{Position{File: "data/states/uz.toml"}, "data/states/uz.toml"},
		{Position{File: "a.toml", Line: 3}, "a.toml:3"},
		{Position{File: "a.toml", Line: 3, Col: 7}, "a.toml:3:7"},
		{Position{File: "a.toml", Col: 7}, "a.toml"}, // a column without a line says nothing
	} {
		if got := c.pos.String(); got != c.want {
			t.Errorf("%#v: got %q, want %q", c.pos, got, c.want)
		}
	}
}

func TestProblemIsOneLine(t *testing.T) {
	pos := Position{File: "a.toml", Line: 3, Col: 7}
	for name, c := range map[string]struct {
		problem Problem
		want    string
	}{
		"a message alone":  {Problem{Msg: "unknown key"}, "unknown key"},
		"with a position":  {Problem{Pos: pos, Msg: "unknown key"}, "a.toml:3:7: unknown key"},
		"with a hint":      {Problem{Pos: pos, Msg: "unknown key", Hint: "want x"}, "a.toml:3:7: unknown key (want x)"},
		"with other place": {Problem{Pos: pos, Msg: "twice", Also: []Position{{File: "b.md", Line: 1}}}, "a.toml:3:7: twice; see also b.md:1"},
		"a notice":         {Problem{Pos: pos, Msg: "missing in zh", Notice: true}, "notice: a.toml:3:7: missing in zh"},
		"with controls in a name, a message, a hint": {
			Problem{Pos: Position{File: "a\x1b[2J\nb.toml"}, Msg: "bad \u202e\x9b", Hint: "not\ta\rb"},
			`a\u001b[2J\nb.toml: bad \u202e\x9b (not\ta\u000db)`,
		},
		"with all": {
			Problem{Pos: pos, Msg: "twice", Hint: "once", Also: []Position{{File: "b.md"}, {File: "c.md", Line: 2, Col: 5}}},
			"a.toml:3:7: twice (once); see also b.md; see also c.md:2:5",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.problem.String(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestProblemsAreSortedByPlaceAndMessageAndSaidOnce(t *testing.T) {
	var l, more List
	at := func(file string, line, col int) Position { return Position{File: file, Line: line, Col: col} }
	l.Add(0, at("b", 1, 1), "", "in b")
	l.Add(0, at("a", 10, 1), "", "line 10")
	l.Add(0, at("a", 2, 12), "", "column 12")
	l.Add(0, at("a", 2, 3), "", "zebra")
	l.Add(0, at("a", 2, 3), "", "apple %d%%", 5)
	l.Add(0, at("a", 0, 0), "", "the file")
	more.Add(0, at("a", 2, 3), "", "zebra")              // the same again
	more.Add(0, at("a", 2, 3), "with a hint", "zebra")   // not the same
	more.AddProblem(Problem{Pos: at("", 0, 0), Msg: ""}) // sorts first
	l.Append(more)

	want := []string{"", "a: the file", "a:2:3: apple 5%", "a:2:3: zebra", "a:2:3: zebra (with a hint)", "a:2:12: column 12", "a:10:1: line 10", "b:1:1: in b"}
	if got := texts(l.Sorted()); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if l.Len() != 9 || l.problems[0].Msg != "in b" {
		t.Error("Sorted changed the list itself")
	}
}

func TestSortedSaysTheSameProblemOnceWhateverStandsBetween(t *testing.T) {
	var l List
	for _, hint := range []string{"one", "two", "one"} { // same place and message, so that only the hint tells them apart
		l.Add(0, Position{File: "a", Line: 1}, hint, "m")
	}
	if got := texts(l.Sorted()); !slices.Equal(got, []string{"a:1: m (one)", "a:1: m (two)"}) {
		t.Errorf("got %q", got)
	}
}

func TestErrHoldsAllProblemsAndIsNilWithoutAny(t *testing.T) {
	var l List
	if err := l.Err(); err != nil {
		t.Fatalf("an empty list is the error %v", err)
	}
	l.Add(0, Position{File: "b"}, "", "second")
	l.Add(0, Position{File: "a"}, "", "first")
	err := fmt.Errorf("wrapped: %w", l.Err())
	problems, ok := errors.AsType[*Error](err)
	if !ok || len(problems.Problems) != 2 || problems.Error() != "a: first\nb: second" {
		t.Errorf("got %v", err)
	}
}

func TestNoticesAreNoError(t *testing.T) {
	var l List
	l.AddNotice(0, Position{File: "b"}, "", "to know")
	if err := l.Err(); err != nil {
		t.Fatalf("a notice is the error %v", err)
	}
	l.Add(0, Position{File: "a"}, "", "a fault")
	if got := texts(l.Notices()); !slices.Equal(got, []string{"notice: b: to know"}) {
		t.Errorf("the notices are %q", got)
	}
	if err := l.Err(); err == nil || err.Error() != "a: a fault" {
		t.Errorf("beside a notice the error is %v", err)
	}
	l.Strict()
	if err := l.Err(); err == nil || err.Error() != "a: a fault\nb: to know" || len(l.Notices()) > 0 {
		t.Errorf("strictly the error is %v", err)
	}
}

func TestAFileHasAThousandProblemsAtMostAndAThousandNotices(t *testing.T) {
	var l List
	for i := range 3000 {
		l.Add(0, Position{File: "a", Line: i + 1}, "", "a fault")
		l.AddNotice(0, Position{File: "a", Line: i + 1}, "", "to know")
	}
	l.Add(0, Position{File: "b", Line: 1}, "", "another")
	if n := l.Len(); n != 2003 {
		t.Errorf("%d problems are told", n)
	}
	if n := len(l.Notices()); n != 1001 {
		t.Errorf("%d notices are told", n)
	}
	if got := l.Sorted()[0].String(); !strings.Contains(got, "a: there are more problems of this kind than are reported here (correct what is reported, and check again)") {
		t.Errorf("the rest is told as %q", got)
	}
}

func TestWhatGoesOnAndOnIsCut(t *testing.T) {
	var l List
	l.Add(0, Position{File: "a"}, strings.Repeat("é", 2000), "%q is unknown", strings.Repeat("word", 2000))
	p := l.Sorted()[0]
	if len(p.Msg) > 2010 || !strings.HasSuffix(p.Msg, "word…") && !strings.HasSuffix(p.Msg, "…") || len(p.Hint) > 2010 {
		t.Errorf("a message of %d bytes, a hint of %d", len(p.Msg), len(p.Hint))
	}
}

// A suggestion looks through all that may stand in a place, so that it is made a hundred times.
func TestAListSuggestsAHundredTimes(t *testing.T) {
	var l List
	for i := range 150 {
		hint := l.Want("topik", []string{"topic", "state"})
		if suggests := strings.Contains(hint, `did you mean "topic"?`); suggests != (i < 100) {
			t.Fatalf("the hint %d is %q", i, hint)
		}
	}
}

func TestPrintWritesALineAProblem(t *testing.T) {
	var l List
	l.Add(0, Position{File: "b"}, "", "second")
	l.Add(0, Position{File: "a"}, "", "first")
	var out bytes.Buffer
	if err := Print(&out, l.Sorted()); err != nil || out.String() != "a: first\nb: second\n" {
		t.Errorf("got %q, %v", out.String(), err)
	}
	if err := Print(brokenWriter{}, l.Sorted()); err == nil {
		t.Error("a failed write is not told")
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("full") }

func texts(problems []Problem) []string {
	out := make([]string, len(problems))
	for i, p := range problems {
		out[i] = strings.TrimSpace(p.String())
	}
	return out
}
