package limit

import (
	"bytes"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
)

// toml looks through a file of facts or words.
func (l Limits) toml(f file) *diag.Problem {
	s := tomlScan{scan: scan{file: f}, Limits: l, mostKeys: l.DataKeys, keysLimit: "data_keys"}
	if dir, _, below := strings.Cut(f.name, "/"); below && dir != "data" {
		s.mostKeys, s.keysLimit = l.ThemeKeys, "theme_keys"
	}
	for s.problem == nil && s.next() {
		s.statement()
	}
	return s.problem
}

// tomlScan is the way through a file of TOML.
type tomlScan struct {
	scan
	Limits
	pos          int
	keys, tables int
	header       int // depth of the keys below the last header
	mostKeys     int
	keysLimit    string // the key of that limit
}

// next goes to the next statement; false at the end.
func (s *tomlScan) next() bool {
	for s.pos < len(s.data) {
		switch s.data[s.pos] {
		case ' ', '\t', '\r', '\n':
			s.pos++
		case '#':
			s.line()
		default:
			return true
		}
	}
	return false
}

// line goes to the end of the line.
func (s *tomlScan) line() {
	if end := bytes.IndexByte(s.data[s.pos:], '\n'); end >= 0 {
		s.pos += end
	} else {
		s.pos = len(s.data)
	}
}

// statement reads a header, or a key with its value.
func (s *tomlScan) statement() {
	if s.data[s.pos] == '[' {
		for s.peek() == '[' {
			s.pos++
		}
		s.table()
		s.header = s.key(0) + 1
		s.line()
		return
	}
	depth := s.key(s.header)
	if s.peek() != '=' {
		s.line() // no TOML
		return
	}
	s.pos++
	s.value(depth)
}

// peek returns the next byte; 0 at the end.
func (s *tomlScan) peek() byte {
	if s.pos < len(s.data) {
		return s.data[s.pos]
	}
	return 0
}

// key reads a dotted key whose first part is of some depth, and returns the depth of its last.
func (s *tomlScan) key(depth int) int {
	for s.problem == nil {
		s.count()
		s.blanks()
		start := s.pos
		if c := s.peek(); c == '"' || c == '\'' {
			s.text(c)
		} else {
			s.bare()
		}
		if s.pos-start > s.KeyBytes {
			s.refuse(start, "a key is a short name", "key_bytes", s.KeyBytes, "bytes in a part of a key")
		}
		s.deeper(start, depth)
		if s.blanks(); s.peek() != '.' {
			break
		}
		s.pos++
		depth++
	}
	return depth
}

func (s *tomlScan) blanks() {
	for s.peek() == ' ' || s.peek() == '\t' {
		s.pos++
	}
}

// bare reads a part of a key that is not in quotes, or what is in its place.
func (s *tomlScan) bare() {
	for s.pos < len(s.data) {
		switch s.data[s.pos] {
		case '.', '=', ']', '[', '{', '}', ',', '#', '\n', ' ', '\t', '"', '\'':
			return
		}
		s.pos++
	}
}

// bracket is a list or an inline table that is open.
type bracket struct {
	table bool
	depth int // of what stands in it
}

// value reads the value of a key of some depth, with all that is in it.
func (s *tomlScan) value(depth int) {
	var open []bracket
	for s.problem == nil && s.pos < len(s.data) {
		switch c := s.data[s.pos]; c {
		case '"', '\'':
			s.text(c)
		case '#':
			s.line()
		case '\n':
			if len(open) == 0 {
				return
			}
			s.pos++
		case '[', '{':
			s.deeper(s.pos, depth)
			open = append(open, bracket{c == '{', depth + 1})
			s.pos++
			if c == '{' {
				s.table()
			}
			depth = s.item(open[len(open)-1])
		case ']', '}':
			s.pos++
			open = open[:max(0, len(open)-1)]
		case ',':
			s.pos++
			if len(open) > 0 {
				depth = s.item(open[len(open)-1])
			}
		default:
			s.pos++
		}
	}
}

// item goes to an item of a list or to a value of an inline table, and returns its depth.
func (s *tomlScan) item(in bracket) int {
	if !s.next() {
		return in.depth
	}
	if c := s.peek(); c == ']' || c == '}' || c == ',' {
		return in.depth
	}
	if in.table {
		return s.key(in.depth)
	}
	s.count()
	return in.depth
}

// text reads a string.
func (s *tomlScan) text(quote byte) {
	start := s.pos
	defer func() {
		if s.pos-start > s.ValueBytes {
			s.refuse(start, "long texts belong in content/", "value_bytes", s.ValueBytes, "bytes in a value")
		}
	}()
	end, lines := []byte{quote}, false
	if bytes.HasPrefix(s.data[s.pos:], []byte{quote, quote, quote}) {
		end, lines = []byte{quote, quote, quote}, true
	}
	for s.pos += len(end); s.pos < len(s.data); s.pos++ {
		switch c := s.data[s.pos]; {
		case c == '\\' && quote == '"':
			s.pos++
		case c == '\n' && !lines:
			return
		case c == quote && bytes.HasPrefix(s.data[s.pos:], end):
			s.pos += len(end)
			for lines && s.peek() == quote { // up to two quotes may stand before the end
				s.pos++
			}
			return
		}
	}
	s.pos = min(s.pos, len(s.data))
}

func (s *tomlScan) table() {
	if s.tables++; s.tables > s.DataTables {
		s.refuse(s.pos, "divide the file, or look what repeats itself", "data_tables", s.DataTables, "tables")
	}
}

func (s *tomlScan) count() {
	if s.keys++; s.keys > s.mostKeys {
		s.refuse(s.pos, "divide the file, or look what repeats itself", s.keysLimit, s.mostKeys, "keys and items of lists (of a dotted key each part)")
	}
}

// deeper refuses what is at an offset within as many keys and lists as there may be.
func (s *tomlScan) deeper(offset, depth int) {
	if depth >= s.DataNesting {
		s.refuse(offset, "each part of a dotted key counts; records need fewer", "data_nesting", s.DataNesting, "keys and lists within each other")
	}
}
