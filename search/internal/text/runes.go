package text

// class is what a character means where a text is taken apart into pieces that are analysed one by
// one: see Lexicon.
type class uint8

const (
	unsafe    class = iota // may have to do with what is beyond the next border: analysed in its text
	separator              // no part of any word, whatever stands beside it
	inner                  // part of a piece, and of a word between some letters
	letter                 // part of a word, and of one with the letters and digits beside it
	han                    // by itself a piece, and two of them a term
)

// classes are those of the first characters.
var classes = func() (table [0x530]class) {
	for r := range table {
		table[r] = alphabetic(rune(r))
	}
	return table
}()

// classOf returns the class of a character. Those that UAX #29 joins with what is before them
// (marks, format characters), kana and rare Chinese characters are unsafe, and so is what nobody
// has looked at.
func classOf(r rune) class {
	switch {
	case int(r) < len(classes):
		return classes[r]
	case r >= 0x4e00 && r <= 0x9fd5:
		return han
	case r >= 0x2010 && r <= 0x205e:
		return punctuation(r)
	case r >= 0x20a0 && r <= 0x20cf, r >= 0x2190 && r <= 0x23ff, r >= 0x2500 && r <= 0x2bff,
		r >= 0x3001 && r <= 0x3003, r >= 0x3008 && r <= 0x3011, r >= 0x3013 && r <= 0x301d:
		return separator
	case r >= 0x2100 && r <= 0x218f, r >= 0x2460 && r <= 0x24ff, r >= 0xff01 && r <= 0xff5e:
		return inner
	}
	return unsafe
}

// alphabetic is the class of U+0000 to U+052F.
func alphabetic(r rune) class {
	switch {
	case r < 0x80:
		return ascii(r)
	case r >= 0xa1 && r < 0xc0:
		return latinSign(r)
	case r >= 0x410 && r <= 0x44f:
		return letter
	case r >= 0xc0 && r < 0x300, r >= 0x370 && r <= 0x481, r >= 0x48a:
		return inner
	}
	return unsafe
}

// ascii is the class of ASCII. The underscore is a blank by charFilters; white space but the blank,
// and control characters, are in no normalised text.
func ascii(c rune) class {
	switch {
	case c < ' ' || c == 0x7f:
		return unsafe
	case c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
		return letter
	case c == '.' || c == ':' || c == ',' || c == ';' || c == '\'':
		return inner
	}
	return separator
}

// latinSign is the class of U+00A1 to U+00BF.
func latinSign(r rune) class {
	switch r {
	case 'ª', 'µ', 'º', '·':
		return inner
	case '\u00ad':
		return unsafe
	}
	return separator
}

// punctuation is the class of U+2010 to U+205E.
func punctuation(r rune) class {
	switch {
	case r >= 0x2028 && r <= 0x202f:
		return unsafe
	case r == '‘' || r == '’' || r == '․' || r == '‧' || r == '‿' || r == '⁀' || r == '⁄' || r == '⁔':
		return inner
	}
	return separator
}
