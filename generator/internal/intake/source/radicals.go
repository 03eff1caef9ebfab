package source

import "golang.org/x/text/unicode/norm"

// radicals are the characters that U+2E80 to U+2EF3, parts of Chinese characters, stand for
// (Unicode Character Database, EquivalentUnifiedIdeograph.txt). Fonts draw the two alike, and
// programs that write PDFs take the one for the other.
var radicals = []rune("⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟")

// radical returns the character that the sign of a part of characters stands for.
func radical(c rune) (character string, ok bool) {
	switch {
	case c >= 0x2e80 && int(c-0x2e80) < len(radicals):
		whole := radicals[c-0x2e80]
		return string(whole), whole != c
	case c >= 0x2f00 && c <= 0x2fd5: // those of the Kangxi dictionary
		return norm.NFKC.String(string(c)), true
	}
	return "", false
}
