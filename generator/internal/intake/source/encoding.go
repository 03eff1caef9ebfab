package source

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"regexp"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	utf16 "golang.org/x/text/encoding/unicode"
)

// decode returns a text in UTF-8 and the encoding in which it was written.
func (r *reading) decode(data []byte) (text, name string, err error) {
	marked := "" // how many bytes the mark of an encoding has
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data, name, marked = data[3:], "UTF-8", "three"
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		name = "UTF-16LE"
		if data[0] == 0xfe {
			name = "UTF-16BE"
		}
		if data, marked = data[2:], "two"; len(data) >= 16 && utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 {
			return "", "", r.lies(marked, name)
		}
	case utf7(data):
		return "", "", r.fault("it is in UTF-7, which is not read", "save it as UTF-8")
	case utf8.Valid(data) && bytes.IndexByte(data, 0) < 0:
		name = "UTF-8"
	default:
		name = guess(data)
	}
	decoded := data
	if mixed(data, name) {
		return "", "", r.fault("it has pieces in UTF-8 and others in "+name, "save it as UTF-8 in an editor that shows it well")
	}
	if e := encodings[name]; e != nil {
		if decoded, err = e.NewDecoder().Bytes(data); err != nil {
			return "", "", r.fault("it is damaged: "+err.Error(), "want a text in UTF-8")
		}
	}
	switch text = string(bytes.ToValidUTF8(decoded, []byte("\ufffd"))); {
	case len(text) > mostSource:
		return "", "", r.fault(fmt.Sprintf("it has more than %d MB of text", mostSource/1_000_000), "divide it")
	case binary(text):
		if marked != "" {
			return "", "", r.lies(marked, name)
		}
		return "", "", r.fault("it is not a text: too many of its characters are control characters, or none at all", "want "+formatsNamed)
	}
	return text, name, nil
}

// lies is the error of a text that begins with the mark of an encoding that it does not have.
func (r *reading) lies(marked, name string) error {
	return r.fault("its first "+marked+" bytes say "+name+", and the others do not", "save it as UTF-8 in an editor that shows it well")
}

// encodings are those that are known besides UTF-8.
var encodings = map[string]encoding.Encoding{
	"UTF-16LE":     utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM),
	"UTF-16BE":     utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM),
	"GB18030":      simplifiedchinese.GB18030,
	"windows-1251": charmap.Windows1251,
	"KOI8-R":       charmap.KOI8R,
	"IBM866":       charmap.CodePage866,
	"windows-1252": charmap.Windows1252,
}

// utf7 reports whether a text has letters beyond ASCII as UTF-7 writes them: "+BB8EQAQ-".
func utf7(data []byte) bool {
	letters, others := 0, 0
	for _, word := range shifted.FindAllSubmatch(data[:min(len(data), 100_000)], 1000) {
		units, err := base64.RawStdEncoding.Strict().DecodeString(string(word[1]))
		if err != nil || len(units)%2 != 0 {
			others++
			continue
		}
		for i := 0; i < len(units); i += 2 {
			if c := rune(units[i])<<8 | rune(units[i+1]); c >= utf8.RuneSelf && unicode.IsLetter(c) {
				letters++
			} else {
				others++
			}
		}
	}
	return letters >= 6 && letters > 9*others
}

var shifted = regexp.MustCompile(`\+([A-Za-z0-9+/]{3,})-`)

// mixed reports whether a text in an encoding of one byte a character has many characters in UTF-8
// as well. Such encodings have letters where UTF-8 has only the beginnings of characters.
func mixed(data []byte, name string) bool {
	if name != "windows-1251" && name != "KOI8-R" && name != "windows-1252" {
		return false
	}
	high, inside := 0, 0 // bytes beyond ASCII, and those of characters in UTF-8
	for len(data) > 0 {
		c, size := utf8.DecodeRune(data)
		if data[0] >= utf8.RuneSelf {
			high += size
		}
		if c != utf8.RuneError && size > 1 {
			inside += size
		}
		data = data[size:]
	}
	return inside > 20 && inside*20 > high
}

// binary reports whether a text has more control characters than a text can have.
func binary(text string) bool {
	controls := 0
	for _, c := range text {
		if unicode.IsControl(c) && !unicode.IsSpace(c) || c == utf8.RuneError {
			controls++
		}
	}
	return controls > 3+len(text)/200
}

// guess returns the encoding of a text that is not UTF-8. Each encoding is tried on its beginning;
// the one that gives the most pairs of letters as languages have them wins.
func guess(data []byte) string {
	sample := data[:min(len(data), 100_000)]
	best, most := "windows-1252", 0.0
	for _, name := range []string{"UTF-16LE", "UTF-16BE", "GB18030", "windows-1251", "KOI8-R", "IBM866", "windows-1252"} {
		if name[:3] == "UTF" && len(data)%2 != 0 {
			continue
		}
		decoded, err := encodings[name].NewDecoder().Bytes(sample)
		if err != nil {
			continue
		}
		// Each byte can say as much; an encoding with two bytes a character has fewer pairs.
		if score := score(string(decoded)) / float64(len(sample)); score > most {
			best, most = name, score
		}
	}
	return best
}

// score says how much a text looks like one: its points are those of bytes, so that encodings of
// one and of two bytes a character can be compared.
func score(text string) (points float64) {
	var last rune
	for _, c := range text {
		switch {
		case c == utf8.RuneError, c < ' ' && !unicode.IsSpace(c), c >= 0x7f && c < 0xa0, c >= 0xe000 && c < 0xf900:
			points -= 20
		case c >= 0x4e00 && c < 0xa000:
			points += hanScore(last, c)
		case c >= 0x3000 && c < 0x3010, c >= 0xff00 && c < 0xff20:
			points += 2
		case c > 0x3010:
			points--
		case c < 0x80:
			points += 0.1
		case unicode.IsLetter(c):
			points += letterScore(last, c)
		case unicode.IsLetter(last) && c > 0xa0 && c != '»' && c != '”' && c != '’':
			points -= 2
		}
		last = c
	}
	return points
}

// hanScore is that of an ideograph. The three thousand common ones are the first level of GB 2312:
// a text in another encoding, taken for Chinese, has mostly others.
func hanScore(last, c rune) float64 {
	b, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(string(c)))
	if err != nil || len(b) != 2 || b[0] < 0xb0 || b[0] > 0xd7 || b[1] < 0xa1 {
		return -3
	}
	if unicode.IsLetter(last) && last < 0x3000 && last >= 0x80 {
		return -3
	}
	return 2
}

// letterScore is that of a letter beyond ASCII after another character.
func letterScore(last, c rune) float64 {
	cyrillic := unicode.Is(unicode.Cyrillic, c)
	switch {
	case !unicode.IsLetter(last):
		return 0.5
	case cyrillic != unicode.Is(unicode.Cyrillic, last):
		return -3
	case unicode.IsUpper(c) && unicode.IsLower(last):
		return -3
	case cyrillic && (c == 'ё' || c == 'Ё' || c >= 'А' && c <= 'я'):
		return 1
	case cyrillic:
		return 0.3
	case last < 0x80: // an accented letter after a plain one
		return 0.9
	}
	return -1
}
