package source

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// numeral is a number as lists print it. style is one of the names of Word's formats; one that is
// not known prints digits.
func numeral(n int, style string) string {
	switch style {
	case "lowerLetter":
		return letters(n, "abcdefghijklmnopqrstuvwxyz")
	case "upperLetter":
		return letters(n, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	case "russianLower":
		return letters(n, "абвгдежзиклмнопрстуфхцчшщэюя")
	case "russianUpper":
		return letters(n, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ")
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "ordinal":
		return strconv.Itoa(n) + ordinal(n)
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital":
		return chinese(n)
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n > 0 && n <= 20 {
			return string(rune('①' + n - 1))
		}
	case "decimalFullWidth":
		return strings.Map(func(c rune) rune { return c - '0' + '０' }, strconv.Itoa(max(n, 0)))
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

// bulletOf is the sign of a list without numbers: signs of fonts, and letters in their place, are
// shown as a dot.
func bulletOf(sign string) string {
	c, size := utf8.DecodeRuneInString(sign)
	if size != len(sign) || c == 'o' || unicode.Is(unicode.Co, c) || size == 0 {
		return "•"
	}
	return sign
}

// letters is a number in letters, which are doubled after the last one: a, b … z, aa, bb.
func letters(n int, alphabet string) string {
	runes := []rune(alphabet)
	if n < 1 || n > 50*len(runes) {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(runes[(n-1)%len(runes)]), (n-1)/len(runes)+1)
}

func roman(n int) string {
	if n < 1 || n > 4999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}

func ordinal(n int) string {
	if n%100 >= 11 && n%100 <= 13 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}

// chinese is a number below a hundred in Chinese.
func chinese(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n-10]
	}
	return digits[n/10] + "十" + digits[n%10]
}
