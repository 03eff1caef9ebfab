// Package chars finds the characters that must not be published, names them, escapes them in
// output, and finds letters that look like those of another script.
package chars

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/runenames"
)

// Fault is a character that is not allowed in a text.
type Fault struct {
	Offset int // of its first byte
	Rune   rune
}

// Find returns the characters of a text that are not allowed in it: controls but tab and line feed,
// embeddings and overrides of the direction, separators of lines and paragraphs, byte order marks,
// tags, private-use characters, noncharacters, and what Unicode has given up. Isolates are left to
// Unclosed. It looks at no byte twice, since every file is searched.
func Find[T ~string | ~[]byte](text T) []Fault {
	var out []Fault
	for i := 0; i < len(text); i++ {
		if !suspect[text[i]] {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(string(text[i:min(i+utf8.UTFMax, len(text))])); refused(r) {
			out = append(out, Fault{i, r})
		}
	}
	return out
}

// suspect are the first bytes of the characters that are refused. All others are passed over
// without decoding.
var suspect = func() (first [256]bool) {
	for b := range first {
		control := b < ' ' && b != '\n' && b != '\t' || b == 0x7f
		first[b] = control || b == 0xc2 || b == 0xe2 || b >= 0xee
	}
	return first
}()

// Leftover reports whether a character is a control that is left over in texts from older code
// pages when they are taken for Latin-1: U+0080 to U+009F, but the line break U+0085.
func Leftover(r rune) bool { return r >= 0x80 && r < 0xa0 && r != 0x85 }

// refused reports whether a character is allowed in no text.
func refused(r rune) bool {
	switch kindOf(r) {
	case control, override, separator, mark, tag, private, nonchar, deprecated:
		return true
	}
	return false
}

// Unclosed returns the first isolate (U+2066 to U+2068) of a text that nothing closes, or the first
// U+2069 that closes nothing; ok is false where there is none.
func Unclosed[T ~string | ~[]byte](text T) (f Fault, ok bool) {
	var open []Fault
	for i := 0; i+2 < len(text); i++ {
		if text[i] != 0xe2 || text[i+1] != 0x81 {
			continue
		}
		switch r := rune(0x2040 + int(text[i+2]) - 0x80); r {
		case 0x2066, 0x2067, 0x2068:
			open = append(open, Fault{i, r})
		case 0x2069:
			if len(open) == 0 {
				return Fault{i, r}, true
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) == 0 {
		return Fault{}, false
	}
	return open[0], true
}

type kind int

const (
	usual kind = iota
	control
	override
	isolate
	separator
	mark
	tag
	private
	nonchar
	deprecated
)

// kinds are the characters that are not usual, but for the noncharacters at the end of each plane.
// What scripts need is usual: marks of direction, joiners, soft hyphens, variation selectors,
// spaces without a break.
var kinds = []struct {
	first, last rune
	kind
}{
	{0, 0x08, control},
	{0x0b, 0x1f, control},
	{0x7f, 0x9f, control},
	{0x2028, 0x2029, separator},
	{0x202a, 0x202e, override},
	{0x2066, 0x2069, isolate},
	{0x206a, 0x206f, deprecated},
	{0xe000, 0xf8ff, private},
	{0xfdd0, 0xfdef, nonchar},
	{0xfeff, 0xfeff, mark},
	{0xfff9, 0xfffb, deprecated},
	{0xe0000, 0xe00ff, tag}, // and what is not assigned and to be ignored like them
	{0xe01f0, 0xe0fff, tag},
	{0xf0000, 0x10ffff, private},
}

// kindOf says why a character is not allowed in a text.
func kindOf(r rune) kind {
	if r&0xfffe == 0xfffe {
		return nonchar
	}
	for _, k := range kinds {
		if r >= k.first && r <= k.last {
			return k.kind
		}
	}
	return usual
}

// controls are what the control characters of ASCII are called, which have no name of their own.
var controls = strings.Fields(`NULL START-OF-HEADING START-OF-TEXT END-OF-TEXT END-OF-TRANSMISSION
	ENQUIRY ACKNOWLEDGE BELL BACKSPACE TAB LINE-FEED LINE-TABULATION FORM-FEED CARRIAGE-RETURN
	SHIFT-OUT SHIFT-IN DATA-LINK-ESCAPE DEVICE-CONTROL-ONE DEVICE-CONTROL-TWO DEVICE-CONTROL-THREE
	DEVICE-CONTROL-FOUR NEGATIVE-ACKNOWLEDGE SYNCHRONOUS-IDLE END-OF-TRANSMISSION-BLOCK CANCEL
	END-OF-MEDIUM SUBSTITUTE ESCAPE FILE-SEPARATOR GROUP-SEPARATOR RECORD-SEPARATOR UNIT-SEPARATOR`)

// Name is the code point of a character and its name: "U+202E RIGHT-TO-LEFT OVERRIDE".
func Name(r rune) string {
	name := runenames.Name(r)
	switch k := kindOf(r); {
	case int(r) < len(controls):
		name = strings.ReplaceAll(controls[r], "-", " ")
	case r == 0x7f:
		name = "DELETE"
	case r == 0x85:
		name = "NEXT LINE"
	case k == control:
		name = "CONTROL CHARACTER"
	case k == private:
		name = "PRIVATE USE"
	case k == tag && name == "":
		name = "IGNORED"
	case k == nonchar:
		name = "NONCHARACTER"
	}
	return strings.TrimSpace(fmt.Sprintf("U+%04X %s", r, name))
}

// Advice says what to do about a character that is not allowed in a text.
func Advice(r rune) string {
	switch kindOf(r) {
	case control:
		switch r {
		case '\r':
			return "save the file with lines that end in LF or CRLF"
		case '\v', '\f', 0x85:
			return "a word processor's line break; write a blank, or begin a new line"
		}
		if letter := charmap.Windows1252.DecodeByte(byte(r)); Leftover(r) && letter != utf8.RuneError {
			return fmt.Sprintf("write %c, which it is in Windows-1252, or delete it", letter)
		}
		return "delete it; it is not to be seen, and came in by copying or in a damaged file"
	case override:
		return "delete it; around words that run the other way write U+2068 and U+2069"
	case isolate:
		return "close each U+2066, U+2067 and U+2068 by a U+2069 in the same paragraph or value"
	case separator:
		return "write a blank, or begin a new line"
	case mark:
		return "delete it; U+2060 keeps words together"
	case private:
		return "write the character that it stands for; it has a meaning in one font only"
	}
	return "delete it; it is not to be seen"
}
