package chars

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Line returns a text for use within a line of output: what is not allowed in a text, line
// breaks, tabs, and bytes that are not UTF-8 are written as JSON and Go do, \u202e, \n, \x9b.
func Line(s string) string { return show(s, false) }

// Lines is like Line but keeps line breaks and tabs.
func Lines(s string) string { return show(s, true) }

func show(s string, lines bool) string {
	_, unclosed := Unclosed(s)
	if !unclosed && utf8.ValidString(s) && len(Find(s)) == 0 && (lines || !strings.ContainsAny(s, "\n\t")) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case r == '\n' && !lines:
			b.WriteString(`\n`)
		case r == '\t' && !lines:
			b.WriteString(`\t`)
		case refused(r), unclosed && kindOf(r) == isolate:
			escape(&b, r)
		default:
			b.WriteRune(r)
		}
		i += size
	}
	return b.String()
}

// escape writes a character as JSON does.
func escape(b *strings.Builder, r rune) {
	if r > 0xffff {
		high, low := utf16.EncodeRune(r)
		fmt.Fprintf(b, `\u%04x\u%04x`, high, low)
		return
	}
	fmt.Fprintf(b, `\u%04x`, r)
}

// Writer returns a writer that passes on what it is given as Lines has it, so that nothing that a
// file holds acts on a terminal. JSON means the same after it. Characters must be whole in each
// write.
func Writer(w io.Writer) io.Writer { return writer{w} }

type writer struct{ w io.Writer }

func (w writer) Write(p []byte) (int, error) {
	if _, err := io.WriteString(w.w, Lines(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Unwrap returns the writer that is written to.
func (w writer) Unwrap() io.Writer { return w.w }
