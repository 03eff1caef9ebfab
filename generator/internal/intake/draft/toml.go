package draft

import (
	"strconv"
	"strings"
)

// file is a data file that is being written.
type file struct {
	head   []string // comments at its beginning
	tables []*table
}

// table is a table of a data file; the first one has no name.
type table struct {
	name    string
	entries []entry
}

// entry is a key with its value as TOML, or a comment alone where it has no key.
type entry struct{ key, value, note string }

func (f *file) table(name string) *table {
	for _, t := range f.tables {
		if t.name == name {
			return t
		}
	}
	t := &table{name: name}
	f.tables = append(f.tables, t)
	return t
}

// set writes a text with how sure it is; nothing where it is not known.
func (t *table) set(key string, v Value) {
	if v.known() {
		t.raw(key, quote(v.Text), v)
	}
}

// raw writes a value that is TOML already.
func (t *table) raw(key, toml string, v Value) {
	t.entries = append(t.entries, entry{key, toml, v.note()})
}

// plain writes a value that needs no word about where it comes from.
func (t *table) plain(key, toml string) { t.entries = append(t.entries, entry{key: key, value: toml}) }

// todo writes what is still to be decided, as a comment.
func (t *table) todo(text string) { t.entries = append(t.entries, entry{note: "TODO: " + text}) }

// say writes a comment.
func (t *table) say(text string) { t.entries = append(t.entries, entry{note: text}) }

// note is the comment of a value: how sure it is, its place, and its words.
func (v Value) note() string {
	parts := []string{v.Sure.String()}
	if v.At != "" {
		parts = append(parts, v.At)
	}
	note := strings.Join(parts, ", ")
	if v.Why != "" {
		note += ": " + cut(v.Why, 80)
	}
	return note
}

func (f *file) String() string {
	var b strings.Builder
	for _, line := range f.head {
		b.WriteString("# " + comment(line) + "\n")
	}
	for _, t := range f.tables {
		if len(t.entries) == 0 {
			continue
		}
		if t.name != "" {
			b.WriteString("\n[" + t.name + "]\n")
		}
		for _, e := range t.entries {
			b.WriteString(e.line() + "\n")
		}
	}
	return b.String()
}

func (e entry) line() string {
	switch {
	case e.key == "":
		return "# " + comment(e.note)
	case e.note == "":
		return e.key + " = " + e.value
	}
	return e.key + " = " + e.value + "  # " + comment(e.note)
}

// comment is a text on one line, without what a comment may not have.
func comment(text string) string { return strings.Join(strings.Fields(text), " ") }

// quote writes a text as a string of TOML.
func quote(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// quoteAll writes a list of texts.
func quoteAll(values []Value) string {
	var out []string
	for _, v := range values {
		out = append(out, quote(v.Text))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// strs writes a list of strings.
func strs(values []string) string {
	var out []string
	for _, v := range values {
		out = append(out, quote(v))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// quoteKey quotes a key where it has to be.
func quoteKey(s string) string {
	for _, r := range s {
		if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_') {
			return strconv.Quote(s)
		}
	}
	return s
}

// LeaveOut makes a comment of the value at a line and column of a file that Records wrote, and says
// why; it returns what it left out. It does nothing where no value stands there.
func LeaveOut(content string, line, col int, why string) (changed, value string, ok bool) {
	lines := strings.Split(content, "\n")
	if line < 1 || line > len(lines) || strings.HasPrefix(lines[line-1], "#") {
		return content, "", false
	}
	if at := keyEnd(lines[line-1]); at < 0 || col <= at+1 {
		return content, "", false
	}
	value, _, _ = strings.Cut(lines[line-1], "  # ")
	lines[line-1] = "# TODO: left out, since " + strings.ReplaceAll(why, "\n", " ") + ": " + lines[line-1]
	return strings.Join(lines, "\n"), value, true
}
