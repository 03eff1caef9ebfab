package draft

import (
	"cmp"
	"slices"
	"strings"

	"github.com/pmezard/go-difflib/difflib"
)

// Diff returns what a file and a draft of it differ in, as diff -u does; "" where they do not. Of a
// data file that is what the draft would change: what it does not speak of stays.
func Diff(name, old, made string) string {
	if strings.HasSuffix(name, ".toml") {
		made, _ = merge(name, old, made, true)
	}
	old, _ = unstamped(old)
	made, _ = unstamped(made)
	text, err := difflib.GetUnifiedDiffString(difflib.UnifiedDiff{
		A: difflib.SplitLines(old), B: difflib.SplitLines(made), FromFile: name, ToFile: name + " (import)", Context: 2,
	})
	if err != nil {
		panic("draft: writing to memory failed: " + err.Error())
	}
	return text
}

// change is what a merge does to the bytes of a file.
type change struct {
	from, to int
	text     string
}

// Merge returns a data file with the values of a newer draft where nobody has edited them since an
// import wrote them, and what else differs.
func Merge(name, old, made string) (merged string, said []string) {
	return merge(name, old, made, false)
}

// merge is Merge; all says that values which were edited are changed, too.
func merge(name, old, made string, all bool) (merged string, said []string) {
	old, base := unstamped(old)
	made, newest := unstamped(made)
	have, want := parseSlots(old), parseSlots(made)
	var changes []change
	added := map[string][]string{} // lines by table
	var tables []string
	for _, n := range want.all {
		o, there := have.find(n.path)
		switch {
		case there && o.value == n.value:
		case there && (all || base[n.path] == hash(o.value)):
			key := strings.TrimSpace(old[o.from : o.from+keyEnd(old[o.from:o.to])])
			line := made[n.from:n.to]
			changes = append(changes, change{o.from, o.to, key + " =" + line[keyEnd(line)+1:]})
			said = append(said, name+": changed "+n.path+" from "+o.value+" to "+n.value)
		case there:
			said = append(said, name+": kept "+n.path+" = "+o.value+"; the file says "+n.value)
		case base[n.path] != "":
			said = append(said, name+": "+n.path+" was removed and stays so")
		default:
			table, key := have.tableFor(n.path)
			line := key + " =" + made[n.from:n.to][keyEnd(made[n.from:n.to])+1:]
			if !slices.Contains(have.order, table) && len(added[table]) == 0 {
				tables = append(tables, table)
			}
			added[table] = append(added[table], line)
			if len(base) > 0 {
				said = append(said, name+": added "+n.path)
			}
		}
	}
	if whole(newest) {
		gone, more := have.gone(name, want, base, added)
		changes, said = append(changes, gone...), append(said, more...)
	}
	for _, table := range have.order {
		if lines := added[table]; len(lines) > 0 {
			at := have.ends[table]
			changes = append(changes, change{at, at, strings.Join(lines, "")})
		}
	}
	merged = apply(old, changes)
	for _, table := range tables {
		merged = strings.TrimRight(merged, "\n") + "\n\n[" + table + "]\n" + strings.Join(added[table], "")
	}
	keep(newest, base)
	if len(newest) > 0 {
		merged = stamp(merged, newest, sorted(newest))
	}
	return merged, said
}

// keep adds to newer hashes those of what the newer file does not speak of.
func keep(newest, base map[string]string) {
	complete := whole(newest)
	for path, h := range base {
		if _, said := newest[path]; !said && (strings.Contains(path, "#") || !complete) {
			newest[path] = h
		}
	}
}

// whole reports whether hashes are those of a whole file, not only of a text or of nothing.
func whole(written map[string]string) bool {
	for path := range written {
		if !strings.Contains(path, "#") {
			return true
		}
	}
	return false
}

// gone takes out the values that a newer draft does not have any more and nobody has edited, and
// the names of tables that are empty then. A file that is attached stays.
func (s *slots) gone(name string, want *slots, base map[string]string, added map[string][]string) (changes []change, said []string) {
	left := map[string]int{}
	for _, o := range s.all {
		left[o.table]++
		if _, still := want.find(o.path); still || base[o.path] != hash(o.value) || strings.HasPrefix(o.path, "attachment.") {
			continue
		}
		left[o.table]--
		changes = append(changes, change{o.from, o.to, ""})
		said = append(said, name+": removed "+o.path+" = "+o.value)
	}
	for table, n := range left {
		if at, named := s.heads[table]; named && n == 0 && len(added[table]) == 0 {
			changes = append(changes, change{at, lineEnd(s.text, at), ""})
		}
	}
	return changes, said
}

func sorted(m map[string]string) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// tableFor says in which table of a file a path is written, and under which key: in the longest one
// that the file has.
func (s *slots) tableFor(path string) (table, key string) {
	for _, t := range s.order {
		if t != "" && len(t) > len(table) && strings.HasPrefix(path, t+".") {
			table = t
		}
	}
	if table != "" {
		return table, path[len(table)+1:]
	}
	if m := tableOf.FindStringSubmatch(path); m != nil {
		return m[1], m[2]
	}
	return "", path
}

// tableOf divides the path of a key that drafts write into a table.
var tableOf = exact(`^((?:node|version|agenda|annex|attachment|event)\.(?:"[^"]*"|[^.]+)(?:\.vote)?|attendance)\.(.+)$`)

// apply makes changes that do not overlap.
func apply(text string, changes []change) string {
	slices.SortStableFunc(changes, func(a, b change) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	var b strings.Builder
	at := 0
	for _, c := range changes {
		if c.from < at {
			continue
		}
		b.WriteString(text[at:c.from])
		if c.from == c.to && c.from > 0 && text[c.from-1] != '\n' {
			b.WriteByte('\n')
		}
		b.WriteString(c.text)
		at = c.to
	}
	return b.String() + text[at:]
}

// block is a block of a text with its node.
type block struct{ id, mark, text string }

var blockMark = exact(`^\{#([^{} ]+)[^{}]*\}\s*$`)

// parseBlocks finds the blocks of a text.
func parseBlocks(text string) []block {
	var out []block
	var lines []string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if m := blockMark.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			out = append(out, block{m[1], line, strings.TrimSpace(strings.Join(lines, "\n"))})
			lines = nil
			continue
		}
		lines = append(lines, line)
	}
	return out
}

func joinBlocks(blocks []block) string {
	var b strings.Builder
	for i, bl := range blocks {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(bl.text + "\n" + bl.mark + "\n")
	}
	return b.String()
}

// MergeText returns a text with the blocks of a newer draft where nobody has edited them since an
// import wrote them; record is the data file with the hashes of what it wrote.
func MergeText(name, lang, old, made, record string) (merged string, said []string) {
	_, base := unstamped(record)
	have := parseBlocks(old)
	var out []block
	for _, n := range parseBlocks(made) {
		i := slices.IndexFunc(have, func(b block) bool { return b.id == n.id })
		switch {
		case i < 0:
			out = append(out, n)
			said = append(said, name+": added "+n.id)
		case have[i].text == n.text:
			out = append(out, have[i])
		case base[lang+"#"+n.id] == hash(have[i].text):
			out = append(out, n)
			said = append(said, name+": changed "+n.id)
		default:
			out = append(out, have[i])
			said = append(said, name+": kept "+n.id+", which was edited")
		}
	}
	for i, o := range have {
		if slices.ContainsFunc(out, func(b block) bool { return b.id == o.id }) {
			continue
		}
		if base[lang+"#"+o.id] == hash(o.text) {
			said = append(said, name+": removed "+o.id)
			continue
		}
		at := 0
		if i > 0 {
			at = slices.IndexFunc(out, func(b block) bool { return b.id == have[i-1].id }) + 1
		}
		out = slices.Insert(out, at, o)
		said = append(said, name+": kept "+o.id+", which the file does not have")
	}
	return joinBlocks(out), said
}
