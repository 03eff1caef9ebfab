package draft

import "regexp"

var chineseNumbered = regexp.MustCompile(`第\s*([0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*(?:次|届)`)

func chineseNth(text string) (int, string) {
	if m := chineseNumbered.FindStringSubmatch(text); m != nil {
		return number(m[1]), m[0]
	}
	return 0, ""
}

// chineseName is the name of a person.
const chineseName = `[\p{Han}·]{2,12}`

// chinese are the words of protocols and minutes in Chinese.
var chinese = &lexicon{
	protocol: re(`议定书`),
	minutes:  re(`纪要|会议记录|会议纪录`),
	kindOnly: re(`^(?:会\s*议\s*)?(?:纪\s*要|记\s*录|议\s*定\s*书)\s*$`),
	heading:  re(`^第\s*([0-9]{1,3}|[一二三四五六七八九十百]{1,4})\s*[条章项]\s*[、.：:]?\s*`),
	closing:  re(`^(?:本(?:纪要|议定书|记录)|会议于\S{1,20}(?:结束|闭幕)|散会|会议(?:到此)?结束|(?:纪要)?正本)`),
	annex:    re(`^附件\s*([0-9]{1,2}|[一二三四五六七八九十]{1,2})?\s*(?:[：:.、\s]|$)`),
	annexes:  re(`附件\s*((?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?:\s*(?:、|和|及|至|-|,|，)\s*(?:附件)?\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}))*)`),
	sign:     re(`^(?:\S{2,24}代表团(?:团长|代表)?(?:（签字）|\(签字\))?[：:]?\s*[_＿]*$|(?:代表|谨代表)\S{2,30}[：:]?$|主席[：:]?\s*[_＿]{2,})`),
	held:     re(`举行|召开|举办|开会`),
	signedOn: re(`签署|签订|签字`),
	place: []*regexp.Regexp{
		re(`^(?:会议)?地\s*点\s*[：:]\s*(.{2,60}?)\s*$`),
		re(`在\s*([\p{Han}·]{2,12}?)(?:市)?(?:以[^，。]{2,12}(?:方式|形式))?(?:举行|召开|举办)`),
	},
	chair: []*regexp.Regexp{
		re(`^(?:会议)?主\s*(?:持|席)(?:人)?\s*[：:]\s*(.{2,60}?)\s*$`),
		re(`由\s*([\p{Han}·]{2,30}?)\s*(?:主持|担任主席|担任会议主席)`),
		re(`(?:^|[，。；])([\p{Han}·]{2,24}?)(?:同志)?主持(?:了)?(?:本次|此次)?会议`),
	},
	formats: map[string]*regexp.Regexp{
		"hybrid":          re(`线上线下(?:相?结合|同步)|线下线上`),
		"videoconference": re(`视频(?:会议)?(?:方式|形式)|以视频|线上(?:会议|方式|形式|召开|举行)|网络会议|视频会议|腾讯会议`),
		"in-person":       re(`线下(?:方式|形式|召开|举行)|现场(?:会议|方式|形式|召开)`),
	},
	ordinal: chineseNth,
	start:   re(`(?:时\s*间|开始时间|会议时间)\s*[：:]?`),
	end:     re(`(?:结束时间|散会时间)\s*[：:]?`),
	date:    re(`^(?:会议)?(?:时\s*间|日\s*期)\s*[：:]\s*`),
	attended: map[string]*regexp.Regexp{
		"present":   re(`^(?:(?:参会|参加|出席|与会|到会|应到)(?:会议)?(?:人员|单位|人|者|委员|代表)?|出\s*席|参加)\s*(?:（\d+人）)?\s*[：:]`),
		"guest":     re(`^(?:列席(?:会议)?(?:人员|单位)?|特邀(?:人员)?|邀请(?:人员)?|来宾)\s*[：:]`),
		"absent":    re(`^(?:缺\s*席|未到)(?:会议)?(?:人员|人|委员)?\s*[：:]`),
		"excused":   re(`^(?:请\s*假)(?:人员|人|委员)?\s*[：:]`),
		"scribe":    re(`^(?:(?:会议)?记\s*录|书记)(?:人|员)?\s*[：:]`),
		"secretary": re(`^秘书\s*[：:]`),
		"observer":  re(`^观察员\s*[：:]`),
		"chair":     re(`^(?:会议)?主\s*(?:持|席)(?:人)?\s*[：:]`),
		"remote":    re(`^(?:线上|视频)(?:参会|出席)(?:人员)?\s*[：:]`),
	},
	agenda:   re(`^(?:会议)?(?:议\s*程|议\s*题|主要议题|会议内容)\s*[：:]?\s*$`),
	front:    re(`^(?:出席|参会|议程|议题|时间|地点)`),
	action:   re(`^(?:行动(?:项|事项)?|待办(?:事项)?|任务|工作安排)\s*\d*\s*[：:]\s*`),
	mustDo:   re(`^\s*(?:负责|牵头|将|应|尽快|于)`),
	owner:    re(`(?:责任(?:人|单位|部门)|负责(?:人|单位|部门)|牵头(?:单位|部门)?)\s*[：:]\s*(.{2,60}?)(?:[；;。，,（）)]|完成|时限|$)`),
	due:      re(`(?:完成(?:时间|时限|期限)|时限|截止(?:时间|日期)?|期限)\s*[：:]?\s*(?:于|至)?|(?:于|在)?\s*`),
	done:     re(`^(?:已完成|已办结)`),
	orgOwner: re(`(?:由|请|责成|委托|授权)\s*([\p{Han}·]{2,24}?)\s*(?:负责|牵头|于\d|在\d|起草|编制|制定|研究|提交|协调|会同|尽快|落实|提出|完成|准备|录入)`),
	mover:    re(`(?:由)?(` + chineseName + `)提议|提议人\s*[：:]\s*(` + chineseName + `)`),
	seconder: re(`(?:由)?(` + chineseName + `)附议|附议人\s*[：:]\s*(` + chineseName + `)`),
	votes: map[string]*regexp.Regexp{
		"for":        re(`(?:赞成|同意)\s*[：:]?\s*(\d{1,4})\s*(?:票|人)?|(\d{1,4})\s*(?:票|人)(?:赞成|同意)`),
		"against":    re(`反对\s*[：:]?\s*(\d{1,4}|无)\s*(?:票|人)?|(\d{1,4})\s*(?:票|人)反对`),
		"abstaining": re(`弃权\s*[：:]?\s*(\d{1,4}|无)\s*(?:票|人)?|(\d{1,4})\s*(?:票|人)弃权`),
	},
	methods: map[string]*regexp.Regexp{
		"unanimous":     re(`一致(?:通过|同意)|全票(?:通过|赞成)`),
		"consensus":     re(`协商一致`),
		"secret-ballot": re(`无记名投票|不记名投票`),
		"roll-call":     re(`唱名表决|记名投票`),
		"acclamation":   re(`鼓掌通过`),
	},
	none:     re(`^(?:无|没有)。?$`),
	subject:  exact(`(?:^|[。；，])(?:各方|双方|会议|与会者|与会代表|部长们|与会各方|委员会|全体委员)(?:还|一致|充分|高度|再次|均)?(\p{Han}{2})`),
	notActed: re(`(?:未|未经|此前|曾|不)\s*$`),
	noAct:    re(`^(?:决定性|建议书|指出的)`),
	cited:    exact(`[（(]([^（）()]{6,60})[）)]`),
	kinds: []instrumentKind{
		{exact(`构想`), "concept", ""}, {exact(`声明|宣言`), "statement", ""}, {exact(`条例|规定|章程细则`), "regulation", ""}, {exact(`纲要|规划`), "programme", ""},
		{exact(`行动计划|计划|路线图`), "action-plan", ""}, {exact(`战略`), "policy", ""}, {exact(`宪章|章程`), "charter", ""}, {exact(`规则|办法`), "rules", ""},
		{exact(`协定|协议|备忘录|条约|公约`), "agreement", ""}, {exact(`决议|决定`), "resolution", ""}, {exact(`报告`), "report", ""},
	},
	adoptedBy: re(`通过|批准|签署|核准`),
	draftOf:   re(`草案`),
	copies: map[*regexp.Regexp]int{
		re(`(?:正本)?一式一份|正本一份`): 1, re(`一式(?:两|二)份`): 2, re(`一式三份`): 3, re(`一式四份`): 4,
	},
	certified: re(`(?:核正|经核证的?|核证|认证)(?:无误)?(?:的)?副本`),
	kept:      re(`(?:正本)?(?:存放|保存|交存|存)(?:于|在)\s*([\p{Han}·]{2,24}?)(?:，|。|；|保存|$)`),
	writtenIn: re(`(?:用|以)\s*([\p{Han}、]{2,24}?)(?:写成|书就|签署|制成|拟就)`),
	languages: map[string]*regexp.Regexp{
		"ru": re(`俄`), "zh": re(`中文|汉语|中、|中俄|俄中|和中|中和`), "en": re(`英`), "fr": re(`法文|法语`), "ar": re(`阿拉伯`), "es": re(`西班牙`),
	},
	and:    re(`\s*(?:、|，|,|；|;|\s+|和(?:\p{Han}{2,3}$))\s*`),
	titles: regexp.MustCompile(`^(?:\x{0})`),
}
