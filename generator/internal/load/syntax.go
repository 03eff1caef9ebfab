package load

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/kengash/kengash/generator/internal/chars"
	"github.com/kengash/kengash/generator/internal/diag"
)

// syntaxProblem says what is wrong with a file that is not TOML. The parser's words are for those
// who know TOML; for what clerks write there are words of our own.
func syntaxProblem(file string, data []byte, err error) diag.Problem {
	p := diag.Problem{Code: diag.Syntax, Pos: diag.Position{File: file}, Msg: err.Error()}
	parse, ok := errors.AsType[toml.ParseError](err)
	if !ok {
		return p
	}
	offset := min(max(parse.Position.Start, 0), len(data))
	p.Pos = position(file, data, offset) // its own column counts bytes
	p.Msg = "not TOML: " + parse.Message
	p.Hint = strings.Join(strings.Fields(parse.Usage), " ")
	start := bytes.LastIndexByte(data[:offset], '\n') + 1
	line, _, _ := bytes.Cut(data[start:], []byte("\n"))
	f := &fault{&p, file, data, start, string(line)}
	for _, known := range []func(*fault) bool{(*fault).twice, (*fault).letters, (*fault).noValue, (*fault).date, (*fault).time, (*fault).quotes, (*fault).unclosed, (*fault).bareKey, (*fault).known} {
		if known(f) {
			break
		}
	}
	return p
}

// fault is a fault of syntax whose kind is to be found.
type fault struct {
	*diag.Problem
	file  string
	data  []byte
	start int // of its line
	line  string
}

// at sets the place of the fault to a byte of its line.
func (f *fault) at(column int) { f.Pos = position(f.file, f.data, f.start+column) }

// assignment is a key and its value, as far as the line goes.
var assignment = regexp.MustCompile(`^\s*([^=]+?)\s*=\s*(.*?)\s*$`)

// value is the value of the line and its column; "" where the line has none.
func (f *fault) value() (value string, column int) {
	m := assignment.FindStringSubmatchIndex(f.line)
	if m == nil {
		return "", 0
	}
	return f.line[m[4]:m[5]], m[4]
}

// header is the head of a table.
var header = regexp.MustCompile(`^\s*\[\s*([^\[\]]+?)\s*\]`)

// twice is a table or a key that was there before, with the place of the first.
func (f *fault) twice() bool {
	if !strings.Contains(f.Msg, "already been defined") {
		return false
	}
	form, name, hint := assignment, "the key ", "keep one"
	above := f.data[:f.start]
	if header.MatchString(f.line) {
		form, name, hint = header, "the table ", "keep one of the two, with the keys of both"
	} else if i := bytes.LastIndex(above, []byte("\n[")); i >= 0 {
		above = above[i+1:]
	}
	m := form.FindStringSubmatch(f.line)
	if m == nil {
		return false
	}
	f.Code, f.Msg, f.Hint = diag.DefinedTwice, name+m[1]+" occurs twice", hint
	offset := f.start - len(above)
	for line := range strings.Lines(string(above)) {
		if first := form.FindStringSubmatchIndex(line); first != nil && bare(line[first[2]:first[3]]) == bare(m[1]) {
			f.Also = []diag.Position{position(f.file, f.data, offset+first[2])}
			break
		}
		offset += len(line)
	}
	return true
}

// bare is a key without its quotation marks.
func bare(key string) string { return strings.NewReplacer(`"`, "", "'", "").Replace(key) }

// dateForms are the ways in which days are written that TOML does not read.
var dateForms = []struct {
	form             *regexp.Regexp
	year, month, day int
}{
	{regexp.MustCompile(`^(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b`), 3, 2, 1},
	{regexp.MustCompile(`^(\d{4})[./-](\d{1,2})[./-](\d{1,2})\b`), 1, 2, 3},
	{regexp.MustCompile(`^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]`), 1, 2, 3},
}

// dayIn is the day that a text begins with, in any form, and that day as TOML has it.
func dayIn(s string) (written, want string, ok bool) {
	for _, f := range dateForms {
		m := f.form.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		two := func(s string) string { return ("0" + s)[len(s)-1:] }
		month, day := two(m[f.month]), two(m[f.day])
		if month > "12" { // as Americans write it
			month, day = day, month
		}
		return m[0], m[f.year] + "-" + month + "-" + day, true
	}
	return "", "", false
}

// date is a day in another form than TOML's.
func (f *fault) date() bool {
	value, column := f.value()
	written, want, ok := dayIn(value)
	if !ok || written == want {
		return false
	}
	f.at(column)
	f.Code, f.Msg, f.Hint = diag.DateForm, strconv.Quote(written)+" is not a date", "want year-month-day, as in "+want
	return true
}

// clockForm is a time of day as people write it.
var clockForm = regexp.MustCompile(`^(\d{1,2})[:h](\d{2})\b`)

// time is a time of day without quotation marks.
func (f *fault) time() bool {
	value, column := f.value()
	m := clockForm.FindStringSubmatch(value)
	if m == nil {
		return false
	}
	f.at(column)
	f.Code, f.Msg, f.Hint = diag.Unquoted, "a time of day without quotation marks", fmt.Sprintf(`want "%02s:%s"`, m[1], m[2])
	return true
}

// quotes are those of a word processor.
func (f *fault) quotes() bool {
	i := strings.IndexAny(f.line, "“”„‟‘’«»＂")
	value, column := f.value()
	if i < 0 {
		return false
	}
	if strings.HasPrefix(value, `"`) || strings.HasPrefix(value, "'") {
		if !strings.Contains(f.Msg, "strings cannot contain newlines") || strings.HasSuffix(value, value[:1]) {
			return false // those are part of a text, whose fault is another
		}
	}
	f.at(max(i, column))
	f.Code, f.Msg, f.Hint = diag.Quotes, "a text in quotation marks that TOML does not accept", `want straight quotes: "…"`
	return true
}

// unclosed is a text whose end is missing.
func (f *fault) unclosed() bool {
	if !strings.Contains(f.Msg, "strings cannot contain newlines") {
		return false
	}
	if value, column := f.value(); strings.HasPrefix(value, `"`) || strings.HasPrefix(value, "'") {
		f.at(column)
	}
	f.Code, f.Msg, f.Hint = diag.Unclosed, "the text that begins here has no closing quote", `put " at its end; put a text of several lines between """ and """`
	return true
}

// inOtherWords are messages of the parser, by what they contain, with what clerks take from them.
var inOtherWords = []struct {
	has  string
	code diag.Code
	msg  string
	hint string
}{
	{"expected value but found", diag.Unquoted, "a text without quotation marks, or another value that TOML does not have", `put a text in quotes: "…"`},
	{"array terminator", diag.Syntax, "a list that goes on without a comma, or does not end", "put a comma between two items, and ] behind the last"},
	{"inline table terminator", diag.Syntax, "a table in braces that goes on without a comma, or does not end", "put a comma between two keys, and } behind the last"},
	{"to end table name", diag.TableName, "the name of a table that has no closing bracket", "want [name]"},
	{"to end with a newline", diag.OneALine, "text after the value of a key", `one key per line; write \" for a quote within a text`},
	{"expected '.' or '='", diag.NoValue, "a key without a value", `want key = "…"`},
	{"invalid datetime", diag.NoSuchDay, "a day or an hour that does not exist", "want a day of the calendar, as in 2021-11-25"},
}

// bareKey is a key that TOML reads in quotation marks only.
func (f *fault) bareKey() bool {
	m := assignment.FindStringSubmatchIndex(f.line)
	if m == nil || !strings.Contains(f.Msg, "expected '.' or '='") {
		return false
	}
	f.at(m[2])
	key := f.line[m[2]:m[3]]
	f.Code, f.Msg, f.Hint = diag.Unquoted, "the key "+key+" needs quotation marks", "want "+strconv.Quote(key)+" = …"
	return true
}

// noValue is a line that ends where its value should begin.
func (f *fault) noValue() bool {
	if m := assignment.FindStringSubmatch(f.line); m == nil || m[2] != "" && !strings.HasPrefix(m[2], "#") {
		return false
	}
	f.Code, f.Msg, f.Hint = diag.NoValue, "a key without a value", `want key = "…", or leave the key out`
	return true
}

// letters are those of another alphabet in the name of a table or a key.
func (f *fault) letters() bool {
	name, _, _ := strings.Cut(strings.TrimLeft(f.line, " \t["), "=")
	name, _, _ = strings.Cut(name, "]")
	name = strings.TrimSpace(name)
	s, ok := chars.InName(name)
	if !ok {
		return false
	}
	f.at(strings.IndexRune(f.line, s.Letter))
	f.Code, f.Msg, f.Hint = diag.KeyLetters, s.String(), "want letters of ASCII in a key; did you mean "+chars.Latin(name)+"?"
	return true
}

// known is a fault that the parser names in words of its own.
func (f *fault) known() bool {
	for _, w := range inOtherWords {
		if strings.Contains(f.Msg, w.has) {
			f.Code, f.Hint = w.code, w.hint
			if w.msg != "" {
				f.Msg = w.msg
			}
			return true
		}
	}
	return false
}
