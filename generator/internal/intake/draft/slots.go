package draft

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// slot is a key of a data file with its value as it stands there.
type slot struct {
	table    string
	path     string // table and key, joined by a dot
	value    string
	from, to int // the bytes of its lines
}

// slots are the keys of a data file, and the bytes at which each table's keys end.
type slots struct {
	text  string
	all   []slot
	heads map[string]int // where the names of tables stand
	ends  map[string]int // where their keys end; "" is what stands before the first table
	order []string
}

// parseSlots finds the keys of a data file that is valid TOML.
func parseSlots(text string) *slots {
	s := &slots{text: text, heads: map[string]int{}, ends: map[string]int{"": 0}, order: []string{""}}
	table := ""
	for at := 0; at < len(text); {
		end := lineEnd(text, at)
		line := strings.TrimSpace(text[at:end])
		switch {
		case line == "":
		case line[0] == '#':
			if table == "" && len(s.all) == 0 {
				s.ends[""] = end
			}
		case line[0] == '[':
			table = strings.TrimSpace(line[1:max(1, strings.LastIndexByte(stripComment(line), ']'))])
			s.heads[table], s.ends[table] = at, end
			s.order = append(s.order, table)
		default:
			eq := keyEnd(text[at:end])
			if eq < 0 {
				break
			}
			value, to := valueAt(text, at+eq+1)
			key := strings.TrimSpace(text[at : at+eq])
			s.all = append(s.all, slot{table, strings.TrimPrefix(table+"."+key, "."), value, at, to})
			s.ends[table], end = to, to
		}
		at = end
	}
	return s
}

// lineEnd is the byte after the line that has a byte.
func lineEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(text)
}

// keyEnd is the byte of the equals sign after the key of a line; below 0 where there is none.
func keyEnd(line string) int {
	quote := byte(0)
	for i := range len(line) {
		switch c := line[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '=':
			return i
		}
	}
	return -1
}

// valueAt returns the value that begins after an equals sign, without its comment, and the byte
// after its last line.
func valueAt(text string, at int) (value string, to int) {
	depth, end := 0, -1
	for i := at; i < len(text); i++ {
		switch c := text[i]; c {
		case '"', '\'':
			i = stringEnd(text, i)
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case '#':
			if depth == 0 && end < 0 {
				end = i
			}
			i = lineEnd(text, i) - 2
		case '\n':
			if depth <= 0 {
				if end < 0 {
					end = i
				}
				return strings.TrimSpace(text[at:end]), i + 1
			}
		}
	}
	if end < 0 {
		end = len(text)
	}
	return strings.TrimSpace(text[at:end]), len(text)
}

// stringEnd is the last byte of the string that begins at a quotation mark.
func stringEnd(text string, at int) int {
	mark := text[at : at+1]
	if long := strings.Repeat(mark, 3); strings.HasPrefix(text[at:], long) {
		if i := strings.Index(text[at+3:], long); i >= 0 {
			return at + 3 + i + 2
		}
		return len(text) - 1
	}
	for i := at + 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && mark == `"`:
			i++
		case text[i] == mark[0] || text[i] == '\n':
			return i
		}
	}
	return len(text) - 1
}

// stripComment is a line of a table's name without what follows it.
func stripComment(line string) string {
	if i := strings.LastIndexByte(line, '#'); i > strings.IndexByte(line, ']') {
		return line[:i]
	}
	return line
}

func (s *slots) find(path string) (slot, bool) {
	i := slices.IndexFunc(s.all, func(o slot) bool { return o.path == path })
	if i < 0 {
		return slot{}, false
	}
	return s.all[i], true
}

// Comments by which a later import knows what an earlier one wrote.
const (
	stampHead = "# What kengash import wrote, so that --update changes nothing that was edited since:"
	stampLine = "# import: "
)

// hash is a short hash of a value.
func hash(value string) string {
	sum := sha256.Sum256([]byte(value))
	return hex.EncodeToString(sum[:4])
}

// stamp writes the hashes of values at the end of a data file.
func stamp(text string, written map[string]string, order []string) string {
	text, _ = unstamped(text)
	var b strings.Builder
	b.WriteString(strings.TrimRight(text, "\n") + "\n\n" + stampHead + "\n")
	line := strings.TrimRight(stampLine, " ")
	for _, path := range order {
		word := " " + path + "=" + written[path]
		if len(line)+len(word) > 100 && line != strings.TrimRight(stampLine, " ") {
			b.WriteString(line + "\n")
			line = strings.TrimRight(stampLine, " ")
		}
		line += word
	}
	b.WriteString(line + "\n")
	return b.String()
}

// unstamped returns a data file without its hashes, and these by path.
func unstamped(text string) (string, map[string]string) {
	written := map[string]string{}
	var kept []string
	for line := range strings.Lines(text) {
		trimmed := strings.TrimRight(line, "\r\n")
		if rest, ok := strings.CutPrefix(trimmed, stampLine); ok {
			for word := range strings.FieldsSeq(rest) {
				if i := strings.LastIndexByte(word, '='); i > 0 {
					written[word[:i]] = word[i+1:]
				}
			}
			continue
		}
		if trimmed != stampHead {
			kept = append(kept, line)
		}
	}
	return strings.TrimRight(strings.Join(kept, ""), "\n") + "\n", written
}

// stamped returns a data file of a draft with the hashes of its values, and of the blocks of a
// text.
func stamped(content, lang, text string) string {
	written := map[string]string{}
	var order []string
	for _, s := range parseSlots(content).all {
		written[s.path] = hash(s.value)
		order = append(order, s.path)
	}
	order = textHashes(written, order, lang, text)
	return stamp(content, written, order)
}

// stampedTexts is stamped for a file that only adds to another: it has the hashes of the text
// alone.
func stampedTexts(content, lang, text string) string {
	written := map[string]string{}
	return stamp(content, written, textHashes(written, nil, lang, text))
}

// textHashes adds the hashes of the blocks of a text.
func textHashes(written map[string]string, order []string, lang, text string) []string {
	for _, b := range parseBlocks(text) {
		path := lang + "#" + b.id
		written[path] = hash(b.text)
		order = append(order, path)
	}
	return order
}
