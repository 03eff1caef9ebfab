package draft

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// state is a state by its code, with how texts name it: in Russian also the beginnings of its name
// and adjective.
type state struct {
	id string
	*pattern
	full *pattern // without what the other side is called in Chinese
}

// stateSides is what states are called in Chinese among two or three parties. Provinces and firms
// are called so too: "乌方" is of Uzbekistan only where the text speaks of Uzbekistan.
var stateSides = map[string]string{"ru": "俄方", "cn": "中方", "kz": "哈方", "kg": "吉方", "tj": "塔方", "uz": "乌方"}

// stateWords are the words by which texts name states, beside those of CLDR.
var stateWords = map[string]string{
	"ru": `росси(?:я|и|ю|ей|йск)|\brussian?\b|俄罗斯`,
	"cn": `кита(?:й|я|ю|ем|е|йск)|кнр|\bchina\b|\bchinese\b|中国|中华人民共和国`,
	"kz": `казахстан|\bkazakh(?:stan)?\b|哈萨克斯坦`,
	"kg": `к[иы]рг[иы]з|\bkyrgyz(?:stan)?\b|吉尔吉斯`,
	"tj": `таджики(?:стан|)|таджикск|\btajik(?:istan)?\b|塔吉克斯坦`,
	"uz": `узбекистан|узбекск|\buzbek(?:istan)?\b|乌兹别克斯坦`,
	"in": `инди(?:я|и|ю|ей|йск)|\bindian?\b|印度(?:共和国|$|[^尼洋])`,
	"pk": `пакистан|\bpakistani?\b|巴基斯坦`,
	"ir": `иран|\biran(?:ian)?\b|伊朗`,
	"by": `беларус|белорус|\bbelarus(?:ian)?\b|白俄罗斯`,
	"mn": `монгол|\bmongolian?\b|蒙古`,
	"tm": `туркмен|\bturkmen(?:istan)?\b|土库曼斯坦`,
	"az": `азербайджан|\bazerbaijani?\b|阿塞拜疆`,
	"am": `армени|армянск|\barmenian?\b|亚美尼亚`,
	"br": `бразили|бразильск|\bbrazil(?:ian)?\b|巴西`,
	"za": `южно-африканск|южной африк|юар|\bsouth african?\b|南非`,
	"eg": `египет|египт|\begypt(?:ian)?\b|埃及`,
	"et": `эфиопи|эфиопск|\bethiopian?\b|埃塞俄比亚`,
	"ae": `объедин[её]нн\p{L}+ арабск\p{L}+ эмират|оаэ|\bunited arab emirates\b|阿联酋|阿拉伯联合酋长国`,
	"sa": `саудовск|\bsaudi\b|沙特`,
	"id": `индонези|\bindonesian?\b|印度尼西亚|印尼`,
	"us": `соедин[её]нн\p{L}+ штат|сша|\bunited states\b|美国`,
	"tr": `турци|турецк|\bturkey\b|\btürkiye\b|土耳其`,
	"ge": `грузи|\bgeorgia\b|格鲁吉亚`,
	"md": `молд(?:ов|ав)|\bmoldovan?\b|摩尔多瓦`,
	"af": `афганистан|афганск|\bafghan(?:istan)?\b|阿富汗`,
	"vn": `вьетнам|\bviet\s?nam\b|越南`,
	"jp": `япони|японск|\bjapan(?:ese)?\b|日本`,
	"kr": `республик\p{L}+ коре|\brepublic of korea\b|韩国|大韩民国`,
}

var states = func() []state {
	var out []state
	for id, words := range stateWords {
		all := words
		if side := stateSides[id]; side != "" {
			all += "|" + side
		}
		out = append(out, state{id, re(all), re(words)})
	}
	slices.SortFunc(out, func(a, b state) int { return strings.Compare(a.id, b.id) })
	return out
}()

// stateOf returns the state that a short text names, where it names one alone.
func stateOf(text string) string {
	found := statesIn(text)
	if len(found) == 1 {
		return found[0]
	}
	return ""
}

// stateOf is stateOf of a text of the document, and how sure it is: what a state is called among
// parties says it only where the document names the state.
func (d *Draft) stateOf(text string) (id string, sure Sure) {
	id = stateOf(text)
	if side := stateSides[id]; side == "" || !strings.Contains(text, side) {
		return id, Certain
	}
	i := slices.IndexFunc(states, func(s state) bool { return s.id == id })
	if full := states[i].full; slices.ContainsFunc(d.Pieces, func(p *Piece) bool { return full.MatchString(p.words()) }) {
		return id, Likely
	}
	if id == "cn" { // a text in Chinese speaks of China so
		return id, Guess
	}
	return "", Certain
}

// statesIn returns the states that a text names. Belarus is not Russia in Chinese.
func statesIn(text string) []string {
	text = strings.ReplaceAll(text, "白俄罗斯", "Belarus")
	var out []string
	for _, s := range states {
		for _, m := range s.FindAllStringIndex(text, -1) {
			if startsWord(text, m[0]) {
				out = append(out, s.id)
				break
			}
		}
	}
	return out
}

// stateName returns the name of a state in a language, as CLDR has it.
func stateName(id, lang string) string {
	region, err := language.ParseRegion(strings.ToUpper(id))
	tag, bad := language.Parse(lang)
	if err != nil || bad != nil {
		return ""
	}
	namer := display.Regions(tag)
	if namer == nil {
		return ""
	}
	return namer.Name(region)
}
