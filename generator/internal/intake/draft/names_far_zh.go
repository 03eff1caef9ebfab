package draft

import (
	"strings"
	"unicode/utf8"
)

// hanSounds are characters by which Chinese writes the sounds of names of other peoples, such as
// those of Xinjiang, Tibet and Mongolia, that have no surname.
const hanSounds = `阿艾安敖巴白宝拜贝比毕别宾布才策茨次措达戴丹德登迪地丁顿多俄厄恩尔额凡费夫福嘎甘噶格贡古哈海汗合赫胡花吉加嘉江杰金卡凯坎康柯科克肯呼孔库夸拉来莱赖兰朗勒雷里力丽利莲列林龙娄卢鲁伦罗洛玛马买麦曼毛梅门蒙孟米敏莫姆木慕穆那纳` +
	`娜乃尼娘宁努诺帕潘佩彭皮坪普其奇齐恰钦琴青庆琼热仁茹日如若萨赛桑色沙珊绍圣什斯松苏孙索塔台泰坦汤唐陶特腾提替帖铁图吐托娃瓦万旺威韦维文沃乌吾伍西希锡席夏辛雅亚央扬叶耶依伊音英拥永尤玉约云再则扎泽曾占哲珍芝孜宗卓佐妮娅都`

// soundsFar reports whether a word is long and writes nothing but the sounds of a name:
// "阿布都热合曼".
func soundsFar(word string) bool {
	n := utf8.RuneCountInString(word)
	return n > 3 && n < 9 && strings.IndexFunc(word, func(r rune) bool { return !strings.ContainsRune(hanSounds, r) }) < 0
}

// latinBehind is a name in Latin letters behind a post in Chinese: "独立董事 Ada Byron".
var latinBehind = exact(`^(\p{Han}{2,16})\s*(\p{Lu}[\p{Latin}.'’-]+(?:\s\p{Lu}[\p{Latin}.'’-]+){1,3})$`)
