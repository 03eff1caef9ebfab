package draft

import (
	"strings"
	"unicode/utf8"
)

// chineseNumbered is the number of a meeting; that of a term of office comes only after it.
var chineseNumbered = exact(`第\s*([0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*次`)

var chineseSession = exact(`第\s*([0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*届`)

func chineseNth(text string) (int, string) {
	for _, r := range []*pattern{chineseNumbered, chineseSession} {
		if m := r.FindStringSubmatch(text); m != nil {
			return number(m[1]), m[0]
		}
	}
	return 0, ""
}

// chineseName is the name of a person.
const chineseName = `[\p{Han}·]{2,12}`

// chinesePosts end what stands before the name of a person.
const chinesePosts = `董事长|理事长|总经理|副总经理|经理|总监|主任|委员|局长|处长|科长|部长|市长|县长|区长|镇长|乡长|校长|院长|所长|馆长|行长|秘书长|秘书|书记|组长|会长|主席|会计师|会计|工程师|专员|主管|代表|助理|教授|研究员|记者|律师|董事|监事|理事|干事|教师|社员|总裁|顾问|院士|队长|班长|厂长|村长|社长|站长|司长|厅长|署长|省长|州长|团长|支书|社工|代办|领事|参赞|大使`

// chineseHeads are the posts of whom there is one alone: what they say is no act of those who met.
const chineseHeads = `董事长|理事长|经理|总监|主任|局长|处长|科长|部长|市长|县长|区长|镇长|校长|院长|所长|秘书长|书记|组长|会长`

// chineseTasks are labels of what is to be done.
const chineseTasks = `行动(?:项|事项)?|待办(?:事项)?|(?:会后|后续)?任务|工作安排`

// hanAttendees are words for those who attend, in the labels of their lists.
const hanAttendees = `人员|单位|人|者|委员|代表|董事|监事|理事|领导|成员|股东|部门|同志|业主|专家|嘉宾|高管|名单|情况|对象|同学|教师|老师|会员|党员|方|姓名`

// hanLine is the label of a line in Chinese: blanks may set its characters wide.
func hanLine(words string) *pattern {
	return re(`^(?:[A-Za-z]+\s*)*[【\[]?(?:` + wide(words) + `)\s*(?:[（(][^（）()]{1,12}[)）])?\s*[】\]]?` + hanGap + `[：:]`)
}

const hanGap = `[\s\x{3000}]*`

// wide lets blanks stand between the characters of words of two that labels set wide.
func wide(words string) string {
	for _, w := range []string{"主持", "记录", "纪录", "出席", "列席", "参加", "缺席", "请假", "时间", "日期", "地点", "主席", "秘书", "整理"} {
		first, size := utf8.DecodeRuneInString(w)
		words = strings.ReplaceAll(words, w, string(first)+hanGap+w[size:])
	}
	return words
}

// chinese are the words of protocols and minutes in Chinese.
var chinese = &lexicon{
	protocol: re(`议定书`),
	minutes:  re(`纪要|会议记录|会议纪录`),
	kindOnly: re(`^(?:会\s*议\s*)?(?:纪\s*要|记\s*录|议\s*定\s*书)\s*$`),
	heading:  re(`^(?:议题|议案|事项)\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:\s*[：:、]\s*|\s+)|^第\s*([0-9]{1,3}|[一二三四五六七八九十百]{1,4})\s*[条章项]\s*[、.：:]?\s*`),
	closing:  re(`^(?:本(?:纪要|议定书|记录)|会议于\S{1,20}(?:结束|闭幕)|散会|会议(?:到此)?结束|(?:纪要)?正本)`),
	annex:    re(`^附件\s*([0-9]{1,2}|[一二三四五六七八九十]{1,2})?\s*(?:[：:.、\s]|$)`),
	annexes:  re(`附件\s*((?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?:\s*(?:、|和|及|至|-|,|，)\s*(?:附件)?\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}))*)`),
	sign:     re(`^(?:\S{2,24}代表团(?:团长|代表)?(?:（签字）|\(签字\))?[：:]?\s*[_＿]*$|(?:代表|谨代表)\S{2,30}[：:]?$|主席[：:]?\s*[_＿]{2,})`),
	held:     re(`举行|召开|举办|开会`),
	signedOn: re(`签署|签订|签字`),
	place: []*pattern{
		re(`^(?:[A-Za-z]+\s*)*[【\[]?(?:会议|召开|开会|会谈)?` + wide("地点") + hanGap + `[】\]]?[：:]\s*(.{2,60}?)\s*$`),
		re(`在\s*([\p{Han}·]{2,12}?)(?:市)?(?:以[^，。]{2,12}(?:方式|形式))?(?:主持)?(?:举行|召开|举办)`),
	},
	chair: []*pattern{
		re(`^(?:[A-Za-z]+\s*)*(?:轮值|会议)?` + wide("主持|主席") + hanGap + `(?:人)?` + hanGap + `[：:]\s*(.{2,60}?)\s*$`),
		re(`由\s*([\p{Han}·]{2,30}?)\s*(?:[（(][^（）()]{1,30}[)）]\s*)?(?:召集并|召集和)?(?:主持|担任主席|担任会议主席)`),
		re(`(?:^|[，。；、日午])([\p{Han}·]{2,24}?)(?:在[^，。；]{2,20})?(?:召集并)?主持召开`),
		re(`(?:^|[，。；、日午])([\p{Han}·]{2,24}?)(?:在[^，。；]{2,20}?)?召集(?:召开)?[^，。；]{0,20}会`),
		re(`(?:^|[，。；])([\p{Han}·]{2,24}?)主持(?:了)?(?:本次|此次)?会议`),
	},
	formats: map[string]*pattern{
		"hybrid":          re(`线上线下(?:相?结合|同步)|线下线上`),
		"videoconference": re(`视频(?:会议)?(?:方式|形式)|以视频|线上(?:会议|方式|形式|召开|举行)|网络会议|视频会议|腾讯会议`),
		"in-person":       re(`线下(?:方式|形式|召开|举行)|现场(?:会议|方式|形式|召开)`),
	},
	ordinal: chineseNth,
	start:   re(`(?:时\s*间|开始时间|会议时间)\s*[：:]?`),
	end:     re(`(?:结束时间|散会时间)\s*[：:]?`),
	date:    re(`^(?:[A-Za-z]+\s*)*[【\[]?(?:会议|召开|开会|会谈|举行)?(?:` + wide("时间|日期") + `)(?:[及与和、/]?` + wide("地点") + `)?` + hanGap + `[】\]]?[：:]\s*`),
	attended: map[string]*pattern{
		"present":    hanLine(`(?:实际|现场|本次|线下|会议|主要|我方|对方|双方|拟|应|实)*(?:(?:参会|参加|参与|出席|与会|到会|在座|组成)(?:会议)?(?:的)?(?:` + hanAttendees + `)*|出席|参加)|(?:会议)?(?:成员|人员|名单|签到)|评审(?:专家|委员|组)(?:成员|人员)?|专家组成员|出席(?:者|單位)`),
		"guest":      hanLine(`列席(?:会议)?(?:的)?(?:` + hanAttendees + `)*|(?:特邀|受邀|邀请|旁听)(?:` + hanAttendees + `)*|来宾|嘉宾|特邀嘉宾`),
		"absent":     hanLine(`(?:缺席|缺勤|未到|未到会|未出席|未参加|未参会|未能(?:出席|参加|到会))(?:会议)?(?:` + hanAttendees + `)*`),
		"excused":    hanLine(`(?:因\p{Han}{1,4})?(?:请假|告假)(?:` + hanAttendees + `)*|因(?:故|公|事|病)(?:未(?:能)?(?:出席|参加|到会|参会)|缺席)(?:会议)?(?:` + hanAttendees + `)*`),
		"scribe":     hanLine(`(?:会议)?(?:记录|纪录)(?:整理)?` + hanGap + `(?:人员|人|员|者)?|书记员|速记|执笔|(?:纪要)?(?:整理|撰写|起草|撰稿)(?:人)?`),
		"secretary":  hanLine(`(?:会议|董事会)?秘书`),
		"observer":   hanLine(`观察员|监票人?`),
		"chair":      hanLine(`(?:轮值|会议)?(?:主持|主席|召集)` + hanGap + `(?:人|者)?|召集并主持|主持人?员`),
		"vice-chair": hanLine(`副主席|副主持人?`),
		"remote":     hanLine(`(?:线上|视频|远程|网络|电话)(?:方式)?(?:参会|参加|出席|接入|与会)(?:` + hanAttendees + `)*`),
		"proxy":      hanLine(`(?:受)?委托(?:出席|代理)(?:` + hanAttendees + `)*|(?:委托)?代理人`),
	},
	step:   re(`^(?:会议决定|会议要求|会议认为|表决结果|决议)\s*[：:]?$`),
	agenda: re(`^(?:会议)?(?:议\s*程|议\s*题|主要议题|会议内容)\s*[：:]?\s*$`),
	front:  re(`^(?:出席|参会|与会|会议)?(?:人员|人|者|议程|议题|时间|地点|信息|基本信息)\s*[：:]?$`),
	quorum: re(`(?:达到|符合|超过)法定人数`),
	action: re(`^(?:[\[【［]\s*(?:` + chineseTasks + `)\s*[\]】］]\s*[：:]?|(?:` + chineseTasks + `)\s*\d*\s*[：:])\s*`),
	mustDo: re(`^\s*(?:负责|牵头|将|应|尽快|于|[：:])`),
	owner: re(`(?:(?:责任|负责|牵头|承办|主办|主责|落实|执行|跟进|经办|实施|第一责任)(?:人员|人|单位|部门|处室|科室|方|领导|者)|牵头|负责|责任|跟进|经办|落实|承办|主办)\s*[：:]\s*@?(.{2,60}?)(?:[；;。，,（）)]|\s+(?:完成|时限|截止|\d)|完成|时限|截止|$)` +
		`|(?:责任|负责|牵头|承办|主办)(?:人|单位|部门)(?:为|是)?(\p{Han}{2,10}?(?:` + hanUnits + `))[，。；）)]`),
	due:      re(`(?:完成(?:时间|时限|期限)|时限|截止(?:时间|日期)?|期限|时间节点)\s*[：:]?\s*(?:于|至|为)?|(?:最迟|不晚于|不迟于|截至|截止(?:到|至)?|至|于|在)\s*`),
	within:   re(`前|之内|内$|周|星期|日内|底$|末$|[上中下]旬|季度|半年`),
	dayMonth: []*pattern{exact(`(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日号]`), exact(`(?:^|[^\d/.-])(?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?:[^\d/.%]|$)`)},
	terms: []term{
		{re(`(\d+|[一二两三四五六七八九十]+)\s*(?:个)?(?:工作|自然)?(?:日|天)(?:之)?内`), inDays, 0}, {re(`(\d+|[一二两三四五六七八九十]+)\s*(?:个)?(?:周|星期)(?:之)?内`), inWeeks, 0},
		{re(`(\d+|[一二两三四五六七八九十]+)\s*个月(?:之)?内`), inMonths, 0}, {re(`半年(?:之)?内`), inMonths, 6}, {re(`((?:\d{4}年)?\d{1,2}\s*月)(?:份)?(?:底|末|内|下旬|前|之前|以前)(?:之?前)?`), endOfMonth, 0},
		{re(`((?:\d{4}年)?\d{1,2}\s*月)(?:份)?上旬(?:之?前|内)?`), dayOfMonth, 10}, {re(`((?:\d{4}年)?\d{1,2}\s*月)(?:份)?中旬(?:之?前|内)?`), dayOfMonth, 20},
		{re(`((?:\d{4}年)?(?:第)?[一二三四1-4])季度(?:末|底|内)?(?:之?前)?`), endOfQuarter, 0}, {re(`上半年(?:内|底|之?前)`), endOfHalf, 0}, {re(`(\d{4})年(?:底|末)(?:之?前)?`), endOfYear, 0},
		{re(`下(?:个)?月(?:底|末)(?:之?前)?`), endOfMonth, 1}, {re(`(?:本|这个|当)?月(?:底|末)(?:之?前)?|(?:本|当)月内`), endOfMonth, 0},
		{re(`明年(?:底|末)(?:之?前)?`), endOfYear, 1}, {re(`(?:本|今)?年(?:底|末)(?:之?前)?|(?:本|今)?年内|下半年(?:内|之?前)`), endOfYear, 0}, {re(`(?:本周|这周)(?:内|末|之?前)|周末(?:之?前)?`), endOfWeek, 0}, {re(`下(?:周|星期)(?:末)?(?:之?前|内)`), endOfWeek, 1},
		{re(`下(周[一二三四五六日天]|星期[一二三四五六日天])(?:之?前|上午|下午|下班)?`), onWeekdayOf, 0}, {re(`(?:本|这)?(周[一二三四五六日天]|星期[一二三四五六日天])(?:之?前|上午|下午|下班)?`), onWeekday, 0}, {re(`(?:明天|明日|次日)(?:之?前|内|下班)?`), inDays, 1},
		{re(`下(?:一)?次(?:例会|会议|周会|董事会|理事会|评审|大会|班会|碰头会)(?:之?前|上|时)`), nextMeeting, 0}, {re(`(?:近期|尽快|月初|月中|季度末|学期末|寒假前|暑假前|汛期前|春节前|国庆前|节前|会后)(?:之?前)?`), byNobody, 0},
	},
	next:       re(`下(?:一)?次(?:例会|会议|董事会)`),
	approved:   re(`^(?:本)?(?:纪要|会议记录)(?:已)?(?:经|于).{0,30}(?:通过|批准|审定)`),
	unapproved: re(`(?:纪要|记录).{0,4}(?:草案|草稿|初稿|征求意见稿|未定稿)|^[（(]?(?:草案|草稿|初稿|征求意见稿)[)）]?$`),
	earlier:    re(`(?:通过|批准|确认)(?:了)?(?:上次|上一次|第.{1,4}次).{0,12}(?:纪要|记录)`),
	effects: []effect{
		{"amends", re(`(?:修改|修订|修正)(?:了)?(?:《|章程|\p{Han}{0,8}(?:决定|决议|办法|规定))`)}, {"revokes", re(`(?:废止|撤销|取消)(?:了)?(?:《|\p{Han}{0,8}(?:决定|决议|办法|规定))`)}, {"replaces", re(`(?:取代|替代|代替)(?:了)?(?:《|\p{Han}{0,8}(?:决定|决议|办法|规定))`)},
	},
	speaker:  re(`\s*[（(，,；;]?\s*(?:汇报人|报告人|汇报单位|发言人)\s*[：:]\s*`),
	done:     re(`^(?:完成$|已完成|已办结)`),
	mover:    re(`(?:由)?(` + chineseName + `)提议|提议人\s*[：:]\s*(` + chineseName + `)`),
	seconder: re(`(?:由)?(` + chineseName + `)附议|附议人\s*[：:]\s*(` + chineseName + `)`),
	votes: map[string]*pattern{
		"for":        re(`(?:赞成|同意)\s*[：:]?\s*(\d{1,4})\s*(?:票|人)?|(\d{1,4})\s*(?:票|人)(?:赞成|同意)`),
		"against":    re(`反对\s*[：:]?\s*(\d{1,4}|无)\s*(?:票|人)?|(\d{1,4})\s*(?:票|人)反对`),
		"abstaining": re(`弃权\s*[：:]?\s*(\d{1,4}|无)\s*(?:票|人)?|(\d{1,4})\s*(?:票|人)弃权`),
	},
	methods: map[string]*pattern{
		"unanimous":     re(`一致(?:通过|同意)|全票(?:通过|赞成)`),
		"consensus":     re(`协商一致`),
		"secret-ballot": re(`无记名投票|不记名投票`),
		"roll-call":     re(`唱名表决|记名投票`),
		"acclamation":   re(`鼓掌通过`),
	},
	none:     re(`^(?:无|没有)。?$`),
	notActed: re(`(?:未|未经|此前|曾|不)\s*$`),
	says: []saying{
		{"decided", re(`下(?:一)?次\p{Han}{0,6}?(定于|定在|确定(?:为|在)|拟定?于)`)}, {"deferred", re(`(再议|再行(?:研究|审议|讨论)|容后(?:研究|讨论|审议))`)},
		{"rejected", re(`(不予(?:通过|批准|同意|采纳|支持|核准))`)}, {"deferred", re(`(暂缓|暂不)\p{Han}`)}, {"referred", re(`(?:(?:该|此|本|上述)\p{Han}{1,8}?|并(?:同意|决定)?|同意(?:将[^，。；]{2,30})?)(提交|提请|报)[^，。；]{2,20}?(?:审议|审批|批准|讨论|表决|研究|决定)`)},
		{"appointed", re(`(?:^|[，。；：\s])\p{Han}{2,4}(出任|当选(?:为)?|被(?:推选|选举|推举|聘任|任命)为)`)}, {"adopted", re(`(获得通过|表决通过|获通过)`)}, {"rejected", re(`(未获通过|未获得通过|未通过)`)},
	},
	noAct:     re(`的建议|意见建议|会议(?:讨论|决定|要求|研究)(?:与|和|及|情况|内容|要点|事项|环节|记录)|欢迎(?:加入|大家|新成员|各位|参与|参加)|决定事项|议定事项|决定性|建议书|指出的|(?:会议|纪要)推迟|(?:报|提请|提交|报请)[^，。；]{0,20}(?:审议|审批|审定|批准)`),
	onePerson: exact(`(?:^|[。；，])(?:(?:导师|老师|\p{Han}{0,6}(?:` + chineseHeads + `))(?:还|也|再次)?|(` + chineseName + `)(?:还|也|再次)?)$`),
	cited:     exact(`[（(]([^（）()]{6,60})[）)]`),
	kinds: []instrumentKind{
		{exact(`构想`), "concept", ""}, {exact(`声明|宣言`), "statement", ""}, {exact(`条例|规定|章程细则`), "regulation", ""}, {exact(`纲要|规划`), "programme", ""},
		{exact(`行动计划|计划|路线图`), "action-plan", ""}, {exact(`战略`), "policy", ""}, {exact(`宪章|章程`), "charter", ""}, {exact(`规则|办法`), "rules", ""},
		{exact(`协定|协议|备忘录|条约|公约`), "agreement", ""}, {exact(`决议|决定`), "resolution", ""}, {exact(`报告`), "report", ""}, {exact(`议定书`), "agreement", ""}, {exact(`纪要|方案`), "other", ""},
	},
	adoptedBy: re(`通过|批准|签署|核准`),
	draftOf:   re(`草案`),
	copies: map[*pattern]int{
		re(`(?:正本)?一式一份|正本一份`): 1, re(`一式(?:两|二)份`): 2, re(`一式三份`): 3, re(`一式四份`): 4,
	},
	certified: re(`(?:核正|经核证的?|核证|认证)(?:无误)?(?:的)?副本`),
	kept:      re(`(?:正本)?(?:存放|保存|交存|存)(?:于|在)\s*([\p{Han}·]{2,24}?)(?:，|。|；|保存|$)`),
	writtenIn: re(`(?:用|以)\s*([\p{Han}、]{2,24}?)(?:写成|书就|签署|制成|拟就)`),
	languages: map[string]*pattern{
		"ru": re(`俄`), "zh": re(`中文|汉语|中、|中俄|俄中|和中|中和`), "en": re(`英`), "fr": re(`法文|法语`), "ar": re(`阿拉伯`), "es": re(`西班牙`),
		"uz": re(`乌兹别克`), "kk": re(`哈萨克`), "ky": re(`吉尔吉斯`), "tg": re(`塔吉克`), "fa": re(`波斯`), "ur": re(`乌尔都`), "hi": re(`印地`),
	},
	and:    re(`\s*(?:、|，|,|；|;|和(?:\p{Han}{2,3}$))\s*`),
	titles: exact(`^\p{Han}{0,24}(?:` + chinesePosts + `)\s*`),
}
