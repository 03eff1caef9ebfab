package chars_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/chars"
)

func TestWhatMayNotStandInATextIsFoundWithItsPlace(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []chars.Fault
	}{
		"letters of all kinds":     {"Стороны 各方 اعتراف ñ é \n\t 1–2 “x” №", nil},
		"NUL":                      {"a\x00", []chars.Fault{{1, 0}}},
		"ESC and BEL":              {"\x1b[31mred\a", []chars.Fault{{0, 0x1b}, {8, 7}}},
		"a line break of Word's":   {"é\vb", []chars.Fault{{2, '\v'}}},
		"a carriage return":        {"a\rb", []chars.Fault{{1, '\r'}}},
		"DEL":                      {"a\x7f", []chars.Fault{{1, 0x7f}}},
		"C1":                       {"\u0080\u009f\u00a0", []chars.Fault{{0, 0x80}, {2, 0x9f}}},
		"embeddings, overrides":    {"\u202a\u202b\u202c\u202d\u202e", []chars.Fault{{0, 0x202a}, {3, 0x202b}, {6, 0x202c}, {9, 0x202d}, {12, 0x202e}}},
		"separators":               {"\u2028\u2029", []chars.Fault{{0, 0x2028}, {3, 0x2029}}},
		"deprecated, annotation":   {"\u206a\u206f\ufff9\ufffb", []chars.Fault{{0, 0x206a}, {3, 0x206f}, {6, 0xfff9}, {9, 0xfffb}}},
		"a byte order mark within": {"a\ufeffb", []chars.Fault{{1, 0xfeff}}},
		"tags":                     {"\U000e0001\U000e0041\U000e007f", []chars.Fault{{0, 0xe0001}, {4, 0xe0041}, {8, 0xe007f}}},
		"private use":              {"\ue000\uf8ff\U000f0000\U0010fffd", []chars.Fault{{0, 0xe000}, {3, 0xf8ff}, {6, 0xf0000}, {10, 0x10fffd}}},
		"noncharacters":            {"\ufdd0\ufffe\uffff\U0001ffff", []chars.Fault{{0, 0xfdd0}, {3, 0xfffe}, {6, 0xffff}, {9, 0x1ffff}}},
		"marks of direction":       {"\u200e\u200f\u061c", nil},
		"joiners":                  {"\u200c\u200d\u2060", nil},
		"spaces, soft hyphens":     {"\u00a0\u202f\u2007\u00ad\u200b", nil},
		"variation selectors":      {"☂\ufe0f 葛\U000e0100", nil},
		"isolates":                 {"\u2066a\u2069", nil},
		"what is not assigned":     {"\ufffd😀", nil},
		"bytes that are no UTF-8":  {"\xc2 \xe2\x80", nil},
	} {
		t.Run(name, func(t *testing.T) {
			if got := chars.Find(c.text); !slices.Equal(got, c.want) {
				t.Errorf("got %x, want %x", got, c.want)
			}
			if got := chars.Find([]byte(c.text)); !slices.Equal(got, c.want) {
				t.Errorf("of bytes: got %x, want %x", got, c.want)
			}
		})
	}
}

func TestEveryCharacterThatIsRefusedIsFound(t *testing.T) {
	found := 0
	for r := range rune(utf8.MaxRune + 1) {
		found += len(chars.Find(string(r)))
	}
	const (
		controls, overrides, separators, tags, others = 30 + 1 + 32, 5, 2, 256 + 3600, 1 + 6 + 3
		private, nonchars                             = 6400 + 2*65534, 32 + 2*17
	)
	if want := controls + overrides + separators + tags + others + private + nonchars; found != want {
		t.Errorf("%d are found, want %d", found, want)
	}
}

func TestIsolatesMustBeClosed(t *testing.T) {
	for text, want := range map[string]rune{
		"":                           0,
		"a \u2067ب\u2069 b":          0,
		"\u2066a\u2068b\u2069\u2069": 0,
		"\u2067a":                    0x2067,
		"a\u2069":                    0x2069,
		"\u2068a\u2066b\u2069":       0x2068,
		"\u2066a\u2069\u2069":        0x2069,
		"\u2070":                     0,
	} {
		if got, ok := chars.Unclosed(text); got.Rune != want || ok != (want != 0) {
			t.Errorf("%q: got %x, %v, want %x", text, got.Rune, ok, want)
		}
	}
}

func TestCharactersAreNamedAndSomethingIsToBeDone(t *testing.T) {
	for r, want := range map[rune]string{
		0: "U+0000 NULL", '\v': "U+000B LINE TABULATION", '\r': "U+000D CARRIAGE RETURN", 0x1b: "U+001B ESCAPE",
		0x1f: "U+001F UNIT SEPARATOR", 0x7f: "U+007F DELETE", 0x85: "U+0085 NEXT LINE", 0x9b: "U+009B CONTROL CHARACTER",
		0x202e: "U+202E RIGHT-TO-LEFT OVERRIDE", 0x2067: "U+2067 RIGHT-TO-LEFT ISOLATE", 0xfeff: "U+FEFF ZERO WIDTH NO-BREAK SPACE",
		0xe0041: "U+E0041 TAG LATIN CAPITAL LETTER A", 0xe123: "U+E123 PRIVATE USE", 0xfffe: "U+FFFE NONCHARACTER",
		'с': "U+0441 CYRILLIC SMALL LETTER ES",
	} {
		if got := chars.Name(r); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if chars.Advice(r) == "" {
			t.Errorf("nothing is to be done about %s", want)
		}
	}
}

func TestLeftoversOfCodePagesAreControlsThatBreakNoLine(t *testing.T) {
	for r, want := range map[rune]bool{0x7f: false, 0x80: true, 0x84: true, 0x85: false, 0x86: true, 0x9f: true, 0xa0: false, 0x1b: false} {
		if chars.Leftover(r) != want {
			t.Errorf("Leftover(%x) is %v", r, !want)
		}
	}
}

func TestOutputShowsWhatMustNotAct(t *testing.T) {
	for _, c := range []struct{ text, line, lines string }{
		{"Стороны 各方 «x»", "Стороны 各方 «x»", "Стороны 各方 «x»"},
		{"a\nb\tc", `a\nb\tc`, "a\nb\tc"},
		{"\x1b[2J\u202e\u009b\r", `\u001b[2J\u202e\u009b\u000d`, `\u001b[2J\u202e\u009b\u000d`},
		{"\x9b31m\xff", `\x9b31m\xff`, `\x9b31m\xff`},
		{"\U000e0041", `\udb40\udc41`, `\udb40\udc41`},
		{"\u2067ب\u2069", "\u2067ب\u2069", "\u2067ب\u2069"},
		{"\u2067ب", `\u2067ب`, `\u2067ب`},
	} {
		if got := chars.Line(c.text); got != c.line {
			t.Errorf("%q as a line is %q, want %q", c.text, got, c.line)
		}
		if got := chars.Lines(c.text); got != c.lines {
			t.Errorf("%q as lines is %q, want %q", c.text, got, c.lines)
		}
	}
}

func TestAWriterKeepsTheMeaningOfJSON(t *testing.T) {
	var out bytes.Buffer
	want := "a\x1b\u202e\u0085\U000e0041\x7f\ufeff\n"
	if err := json.NewEncoder(chars.Writer(&out)).Encode(want); err != nil {
		t.Fatal(err)
	}
	var got string
	if err := json.Unmarshal(out.Bytes(), &got); err != nil || got != want {
		t.Errorf("%s is read as %q, %v", out.String(), got, err)
	}
	if f := chars.Find(out.String()); len(f) > 0 {
		t.Errorf("%q has %x", out.String(), f)
	}
}

func TestLettersOfAnotherScriptAreFound(t *testing.T) {
	for text, want := range map[string]string{
		"Cовет министров":               "C in Cовет is Latin (U+0043)",
		"the сity":                      "с in сity is Cyrillic (U+0441)",
		"оf":                            "о in оf is Cyrillic (U+043E)",
		"МСЭ, MCЭ":                      "M in MCЭ is Latin (U+004D)",
		"Iнформація":                    "I in Iнформація is Latin (U+0049)",
		"Νew":                           "Ν in Νew is Greek (U+039D)",
		"one" + strings.Repeat("с", 60): "", "сity" + strings.Repeat("a", 60): "с in сity" + strings.Repeat("a", 36) + "… is Cyrillic (U+0441)",
		"с3.p1":                   "", // no letters of two scripts side by side: InName is asked for names
		"IT-сектор, 5G, e-услуги": "", "ИКТ-ministers": "", "ITшник, SMSка, PRщик": "", "GovТех, WebРесурс, БезымениX": "", "λ-calculus, μm, kΩ, hν": "",
		"Стороны 各方 اعتراف": "", "WebСайтРесурс": "", "naïve café": "", "各方IT部门": "", "ЮNESCO": "", "Webресурс": "",
	} {
		got := ""
		if found := chars.Strangers(text); len(found) > 0 {
			got = found[0].String()
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestNamesThatOnlyLookLatin(t *testing.T) {
	for name, want := range map[string]string{
		"с3.p1": "с in с3.p1 is Cyrillic (U+0441)", "ict-2021": "", "сoncept": "с in сoncept is Cyrillic (U+0441)",
		"отчёт": "", "": "", "Οslo": "Ο in Οslo is Greek (U+039F)",
	} {
		got, ok := chars.InName(name)
		if ok != (want != "") || ok && got.String() != want {
			t.Errorf("%q: got %v, want %q", name, got, want)
		}
	}
}

func FuzzChars(f *testing.F) {
	for _, s := range []string{"a\u202eb", "Cовет", "\u2067", "\xff\xe2", "\u0485\u03e2", "ITшник"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		shown := chars.Line(s)
		if !utf8.ValidString(shown) || len(chars.Find(shown)) > 0 || bytes.ContainsAny([]byte(shown), "\n\t") {
			t.Errorf("%q is shown as %q", s, shown)
		}
		if _, open := chars.Unclosed(shown); open {
			t.Errorf("%q leaves an isolate open", shown)
		}
		for _, m := range chars.Strangers(s) {
			if m.Word != s[m.Offset:m.Offset+len(m.Word)] || m.String() == "" {
				t.Errorf("%v stands elsewhere in %q", m, s)
			}
		}
		chars.InName(s)
	})
}
