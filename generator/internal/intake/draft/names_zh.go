package draft

import (
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// hanSurnames are the surnames of some nineteen in twenty Chinese.
const hanSurnames = `王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段章钱汤尹黎易常武乔贺赖龚文` +
	`庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边喻厉肖闫付` +
	`雷刁应蒲穆米骆宗`

// hanUnits end what stands before the name of a person: the office or firm that sent them.
const hanUnits = `办公室|委员会|管委会|发改委|改革委|政府|公司|集团|学院|大学|医院|银行|协会|中心|支队|大队|街道办?|社区|局|厅|部|处|科|署|委|办|所|院|站|馆|组|镇|乡|村`

// sentBy is what stands before the name of a person in a list of those who attended.
var sentBy = exact(`^\p{Han}{1,16}(?:` + hanUnits + `)([` + hanSurnames + `]\p{Han}{1,2})$`)

// hanSignHead is a line that asks for signatures, whose names stand below it.
var hanSignHead = exact(`签\s*[字名]\s*[：:]?$|^\p{Han}{1,6}方代表(?:\s+\p{Han}{1,6}方代表)+$`)

// honorific follows the name of a person in Chinese.
var honorific = exact(`(?:先生|女士|同志)$`)

// bareHan is a name in Chinese without the office before it and the honorific behind it.
func bareHan(name string) string {
	name = honorific.ReplaceAllString(name, "")
	if m := sentBy.FindStringSubmatch(name); m != nil {
		return m[1]
	}
	return name
}

// isHanName reports whether a text is the name of a person in Chinese, which begins with a surname.
func isHanName(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	n := utf8.RuneCountInString(text)
	return n > 1 && n < 5 && strings.ContainsRune(hanSurnames, first)
}

// hanSays are sentences that say who attended, with the ways in which those of their groups did.
var hanSays = []struct {
	*pattern
	codes []string
}{
	{exact(`(?:^|[，。；])([^，。；]{2,60}?)列席(?:了)?(?:本次|此次)?会议`), []string{"guest"}},
	{exact(`(?:^|[，。；])([^，。；]{2,60}?)(?:出席|参加)(?:了)?(?:本次|此次)?会议`), []string{"present"}},
	{exact(`(?:^|[，。；])(\p{Han}{2,16}?)因[^，。；]{0,12}?委托(\p{Han}{2,16}?)(?:代为|代其|出席|表决)`), []string{"proxy", "present"}},
	{exact(`(?:^|[，。；])([^，。；]{2,40}?)因[^，。；]{0,12}?(?:请假|未能?(?:出席|参加|到会)|缺席)`), []string{"excused"}},
}

// saidToAttend reads who attended of the sentences that say so. Those who have the chair are there
// too.
func (d *Draft) saidToAttend() {
	if d.Lang != "zh" {
		return
	}
	for _, p := range d.early() {
		if p.ID == model.PartTitle {
			continue
		}
		for _, says := range hanSays {
			for _, m := range says.FindAllStringSubmatch(p.Text, -1) {
				for i, code := range says.codes {
					d.attendNamed(code, m[i+1], p.At)
				}
			}
		}
	}
}

// attendNamed adds those whom a part of a sentence names, if it names people and nothing else.
func (d *Draft) attendNamed(code, text, at string) {
	names := d.names(text, true)
	for _, name := range names {
		if !isHanName(name) {
			return
		}
	}
	for _, name := range names {
		d.came(code, name, at)
	}
}
