package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

const (
	// hanRoles end the name of an office, a post or a group that tasks are given to.
	hanRoles = hanUnits + `|省份|成员国|司|` + chinesePosts + `|秘书处|机构|管理层|经营层|经理层|领导班子|班子|物业|小组|团队|专班|专家组|成员|部门|单位|组员|同学|老师|委员|理事会|董事会|监事会|业委会|筹委会|组委会|双方|各方|负责人|联系人|承办方|主办方|承建方|施工方|监理方|设计方|供应商|承包商|乙方|甲方|中方|总部|分部|事业部|分局|党委|党组|支部|工会|团委|学生会|机关|机构|企业|园区|县区|区县|街镇|乡镇|高校|所有人|全员|大家|同志|干事|委员们|召集人|发起人|经办人|[环安财机电监总联网公管设契法]委|保安|保洁|总务`
	// hanCraftWords are what people do in a project, as they are named by it.
	hanCraftWords = `开发|测试|前端|后端|运维|产品|设计|法务|财务|人事|行政|采购|市场|运营|客服|算法|架构|研发`
	// hanDuty is what somebody who was given a task does: what follows their name.
	hanDuty = `(?:总牵头|总负责|亲自|联繫|会同|联合(?:[^会]|$)|先行|研拟|研议|研商|检讨|接洽|洽(?:请|询|商|谈)?|询价|估价|议价|报价|提报|提送|续办|追踪|调查|沟通|行文|发函|函|公告|张贴|规划|汇整|派员|查明|征求|邀集|妥处|更正|详查|拿出|报名|催缴|催收|报批|报审|入户|逐户|挨户|挨家|上门|遵照|研提|签署|再行|再次|重新|另行|深刻|举一反三|牢固|坚决|迅速|会(?:在|于|尽快|负责|继续|把|将|同)|承诺|参加|参与|限期|按时|如期|按期|依法|加大|严格|主动|积极|深入|统筹|全力|妥善|会后|逐步|适时|定期|每[周月季年日]|持续|带领|率先|引入|选派|派|指导|支持|保障|确保|解决|处理|处置|清理|整改|改进|调整|明确|细化|形成|汇报|报告|反馈|答复|回复|告知|公示|公布|公告|宣传|培训|购买|租赁|拆除|改造|建设|验收|交付|移交|统计|分析|测算|核算|核定|审定|排定|排班|补足|补缴|补交|停用|校对|翻译|打印|发放|领取|收取|回收|退还|审查|复核|对账|支付|缴纳|归档|存档|备案|登记|录入|录制|拍摄|拜访|走访|洽谈|磋商|谈判|招聘|选定|遴选|推荐|邀请|接待|带|具体|统一|共同|分别|继续|尽快|抓紧|立即|及时|认真|全面|进一步|切实|务必|按|根据|围绕|结合|针对|负责|牵头|配合|协助|协调|承担|承办|承建|承接|主办|组织|实施|制定|制订|拟定|拟订|拟|草拟|起草|编制|编写|编|修改|修订|修正|修|完善|完成|提交|提供|报送|上报|汇总|整理|收集|梳理|开展|推进|推动|落实|做好|办理|跟进|跟踪|督促|监督|检查|核实|核查|核对|调研|研究|论证|联系|对接|通知|安排|准备|筹备|采购|落地|输出|补充|优化|修复|测试|更新|撰写|提出|召集|出具|建立|加强|加快|排查|评估|确认|选聘|签订|申请|申报|发布|上线|部署|迁移|搭建|设计|开发|印发|下达|拨付|审核|把关|督办|受理|聘请|招标|主持|召开|商|做|写|查|给出|出|给|发|买|订)`
)

var (
	hanModal   = exact(`^(?:要|应当?|须|必须|需要?|将|承诺|继续|尽快|抓紧|立即|及时|务必|做好|抓好|负责(?:[^人同的]|$)|牵头|统一|会同|限期|会(?:在|于|尽快|负责|继续|把|将)|按(?:照)?[^，。；]{2,16}?(?:办理|执行|实施|落实|推进|开展)|具体(?:承办|负责|落实|实施|组织|办理))`)
	hanDutyAt  = exact(`^\s*(?:两位|三位|几位|等)?(?:同志|同学|老师|委员|代表|理事|董事|副?(?:` + chinesePosts + `)|副\p{Han}{1,3}长|\p{Han}{0,2}长)?(?:（[^）]{1,16}）)?(?:` + hanDuty + `|[要应须需将于在对就把向与每从以为按]|(?:本|这|下个?)(?:周|星期|月)|(?:周|星期)[一二三四五六日天末]|明[天日]|[一二三四五六七八九十]{1,2}月(?:份)?(?:底|末|内|[上中下]旬|[\d一二三四五六七八九十]{1,3}[日号])|[一二两三四五六七八九十]{1,3}个?(?:天|日|周|星期|月|工作日)(?:之)?内|[月年](?:底|末|内)|\d|$|[、，,：:和及与])`)
	hanOffice  = exact(`^\p{Han}{1,5}?方|^(?:各|所有|全体|本|该)?[\p{Han}A-Za-z0-9]{0,14}?(?:` + hanRoles + `)`)
	hanLatin   = exact(`^[A-Za-z][A-Za-z0-9_.@-]*(?: [A-Z][A-Za-z]+)?`)
	hanBetween = exact(`^(?:\s|、|，|,|和|及|以及|与|会同|联合|/|@)+`)
	// hanTells is a word that gives a task to those who are named behind it.
	hanTells = exact(`(?:^|[^自理缘经原事])(由)|(?:^|[^申报提邀聘呈恳约敬宴])(请)|(?:^|[^的])(责成|委托|授权|要求|安排|指定|责令|指派|督促|商请|敦促|交由|委派|建议|退回)`)
	// notByThem is what is said of somebody behind such a word without giving a task.
	notByThem = exact(`^(?:先生|女士|小姐)?(?:副?(?:` + chinesePosts + `))?(?:主持|任|担任|兼|分管)|^[^，。；]{0,40}?主持(?:了)?(?:本次)?(?:会议)?(?:[，。；]|$)|^(?:要|应)(?:高度重视|提高认识|提高站位|充分认识|统一思想|切实增强|深刻|认真学习)|^(?:同志)?(?:组成|作了?|汇报|报告[^，。；]{0,30}(?:[。；]|$)|介绍|通报|说明|担任|主讲|分享|签署|签字|构成|引起|提名|提议|提案|主持|发言|宣读|解读|讲解|致辞|出任|兼任|提出的|代表(?:会议|公司)|提供的|承担的|负责的)`)
	// firmlyTold are words behind which stands nobody but those who have a task, as in anyOffice.
	firmlyTold = exact(`^(?:责成|委托|授权|要求|责令|指派|委派|督促|敦促)$`)
	anyOffice  = exact(`^[\p{Han}A-Za-z]{2,12}?(?:局|厅|部|处|科|署|委|办|所|院|站|馆|组|公司|中心|单位|部门|办公室|委员会)`)
	// dutyWithin is in what ends as an office does and is a name with what it does.
	dutyWithin = exact(`\p{Han}(?:协调|完成|提交|联系|通知|修改|汇总|收集|参加|申请|准备|整理|编写|起草|确认|更新|拟定|负责(?:[^人]|$)|建议|委?请|委托|组织(?:各|党|全|村|职|专|学|师))`)
	// pastTense follows the verb of what was done.
	pastTense = exact(`^\p{Han}{1,4}?了|^(?:经)?(?:研究|讨论|商议)(?:后)?(?:决定|认为|同意|，)`)
)

// hanWho reads those whom a text names as it begins: people who were there or whose name stands
// before a duty, and offices; n is how many bytes they take.
func (d *Draft) hanWho(text string) (who []string, n int) {
	for {
		rest := text[n:]
		gap := ""
		if len(who) > 0 {
			if gap = hanBetween.FindString(rest); gap == "" {
				return who, n
			}
		} else if strings.HasPrefix(rest, "@") {
			gap = "@"
		}
		if post := postGap.FindString(rest[len(gap):]); post != "" && isHanPerson(d.hanOne(rest[len(gap)+len(post):])) {
			gap += post // "会计 郎彩霞"
		}
		name := d.hanOne(rest[len(gap):])
		if name == "" || strings.Contains(gap, "与") && withWhom.MatchString(rest[len(gap)+len(name):]) {
			return who, n
		}
		who = append(who, name)
		n += len(gap) + len(name)
		if isHanPerson(name) {
			n += d.titleBehind(text[n:])
		}
		if strings.HasPrefix(text[n:], "（") || strings.HasPrefix(text[n:], "(") {
			if m := inParens.FindStringIndex(text[n:]); m != nil && m[0] == 0 && m[1] < 60 {
				n += m[1]
			}
		}
	}
}

// withWhom follows those with whom somebody does what only two can do, and who have no task.
var withWhom = exact(`^[^，。；]{0,10}?(?:沟通|对接|联系|协商|协调|磋商|衔接|签|合作|洽谈|谈判|商[定谈议讨]|达成|交流|共享|核对|对账|交接|互)`)

// postGap is a post and a blank before a name.
var postGap = exact(`^\p{Han}{0,10}(?:` + chinesePosts + `|长) +`)

// titleBehind is how long the title is that a text behind a name begins with, before something to
// do: "秘书长负责", "女士将".
func (d *Draft) titleBehind(text string) int {
	m := postBehind.FindString(text)
	if m == "" || !hanDutyAt.MatchString(text[len(m):]) || text[len(m):] == "" {
		return 0
	}
	return len(m)
}

var postBehind = exact(`^(?:先生|女士|小姐|同志|老师|副?(?:` + chinesePosts + `))`)

// hanOne is the person or office that a text begins with; "" where there is none.
func (d *Draft) hanOne(text string) string {
	longest := ""
	for _, g := range d.Attendance {
		for _, w := range g.Who {
			if strings.HasPrefix(text, w.Why) && len(w.Why) > len(longest) {
				longest = w.Why
			}
		}
	}
	if longest != "" {
		return longest
	}
	if named := d.hanBehindPost(text); named != "" {
		return named
	}
	for n := 0; n < len(text) && !linksHan.MatchString(text); { // the shortest office that something to do follows
		m := hanOfficeFrom(text, n)
		if m == 0 {
			break
		}
		m = longerName(text, m)
		after := text[m:]
		if strings.HasPrefix(after, "（") {
			after = withoutBrackets(after)
		}
		if hanDutyAt.MatchString(after) && !dutyWithin.MatchString(text[:m]) && utf8.RuneCountInString(text[:m]) > 1 {
			return text[:m]
		}
		if name := d.hanNamed(text[m:]); name != "" && hanPost.MatchString(text[:m]) {
			return text[:m+len(name)] // "董事会秘书李明"
		}
		n = m
	}
	if name := d.hanNamed(text); name != "" {
		return name
	}
	if m := hanLatin.FindString(text); !ofBuilding.MatchString(text[len(m):]) {
		return m
	}
	return ""
}

// linksHan begins the rest of a sentence, and no office: "并须事先报街道备案".
var linksHan = exact(`^(?:并|且|须|应(?:当|该)?[^急]|需|而|但|及时|事先|可以)`)

// ofBuilding follows the letter of a part of an estate, which is nobody: "B2栋".
var ofBuilding = exact(`^[栋棟座楼幢期号区室组类级项线段]`)

// hanBehindPost is a post and the name of somebody who was there, with which a text begins.
func (d *Draft) hanBehindPost(text string) string {
	for _, g := range d.Attendance {
		for _, w := range g.Who {
			if i := strings.Index(text, w.Why); i > 3 && i < 30 && endsInRank.MatchString(text[:i]) {
				return text[:i+len(w.Why)]
			}
		}
	}
	return ""
}

// endsInRank is a post.
var endsInRank = exact(`^\p{Han}{1,8}(?:长|` + chinesePosts + `)$`)

// hanNamed is the name of a person with which a text begins, before something to do.
func (d *Draft) hanNamed(text string) string {
	runes := []rune(text)
	for _, n := range []int{2, 3, 4} {
		if n <= len(runes) && isHanPerson(string(runes[:n])) && hanDutyAt.MatchString(string(runes[n:])) && (n < len(runes) || n < 4) {
			return string(runes[:n])
		}
	}
	return ""
}

// hanTask finds to whom a sentence gives a task, and the words that do: "由市财政局负责", "市住建局要",
// "李明于周五前". A loose one is told by nothing but the deadline or the manner.
func (d *Draft) hanTask(sentence string) (who []string, words string) {
	sentence = d.behindReport(sentence)
	if onePersonSays(sentence) && !d.hanStresses(sentence) || notOrder.MatchString(sentence) {
		return nil, ""
	}
	if who, words = d.hanTold(sentence); len(who) > 0 {
		return who, words
	}
	return d.hanHasTo(sentence)
}

// notOrder is in what says when a meeting was held.
var notOrder = exact(`会\s*(?:于|在)[^，。；前]{2,60}(?:召开|举行)`)

// hanTold finds whom a sentence tells to do something by a word such as "由" or "请".
func (d *Draft) hanTold(sentence string) (who []string, words string) {
	for _, m := range hanTells.FindAllStringSubmatchIndex(sentence, -1) {
		m[2], m[3] = max(m[2], m[4], m[6]), max(m[3], m[5], m[7])
		told, rest := sentence[m[2]:m[3]], strings.TrimLeft(sentence[m[3]:], "，,： ")
		if inTitle(sentence, m[2]) || d.lex.notActed.MatchString(sentence[:m[2]]) || d.idle(sentence, m[2], m[3]) ||
			tellsNobody.MatchString(rest) || told == "建议" && !d.bodyAdvises(sentence, m[2]) || told == "督促" && d.hanUrges(sentence[:m[2]]) {
			continue
		}
		names, n := d.hanAddressed(told, rest)
		after := rest[n:]
		if len(names) == 0 || notByThem.MatchString(after) && !d.hanHolds(after) || strings.HasPrefix(after, "的") || told == "退回" && firstDuty(after) == "" {
			continue
		}
		if !firmlyTold.MatchString(told) && !hanDutyAt.MatchString(after) && !holdsPost.MatchString(after) && !hanLatin.MatchString(names[0]) {
			continue
		}
		return names, sentence[m[2]:len(sentence)-len(after)] + firstDuty(after)
	}
	return nil, ""
}

// tellsNobody begins what makes another word of one that tells somebody to do something, such as
// "由于", or another such word: "要求：由李明牵头".
var tellsNobody = exact(`^(?:[于假]|由[^于此]|责成|委托|责令)`)

// hanHolds reports whether somebody is told to take a post and, in the next clause, to do something
// by a day: "请李明担任召集人，于5月底前提出方案".
func (d *Draft) hanHolds(after string) bool {
	m := holdsPost.FindString(after)
	return m != "" && d.hasDay(after[len(m):])
}

var holdsPost = exact(`^(?:` + chinesePosts + `)?(?:担任|出任|兼任|任)[^，。；]{2,20}[，,；]`)

// hanAddressed reads those whom a text names behind a word that tells them to do something.
func (d *Draft) hanAddressed(told, rest string) (names []string, n int) {
	if names, n = d.hanWho(rest); len(names) > 0 {
		return names, n
	}
	if f := anyOffice.FindString(rest); f != "" && firmlyTold.MatchString(told) && !notOffice.MatchString(f) {
		f = rest[:longerName(rest, len(f))]
		return []string{f}, len(f)
	}
	if f := hanCraft.FindString(rest); f != "" && hanDutyAt.MatchString(rest[len(f):]) {
		return []string{f}, len(f)
	}
	return nil, 0
}

// hanUrges reports whether the words before "督促" are those who have to urge others.
func (d *Draft) hanUrges(before string) bool {
	clauses := hanClauses(before, 0, len(before))
	if len(clauses) == 0 {
		return false
	}
	clause := hanOpening.ReplaceAllString(before[clauses[len(clauses)-1][0]:], "")
	who, n := d.hanWho(clause)
	return len(who) > 0 && urgeToo.MatchString(clause[n:])
}

// urgeToo is what stands between those who have to urge others and the word for it.
var urgeToo = exact(`^(?:同志)?(?:要|应当?|须|负责|必须|需)?(?:抓紧|积极|进一步|继续|加强|及时)?$`)

// hanHasTo finds of whom a sentence says that they have to do something, or by when they do.
func (d *Draft) hanHasTo(sentence string) (who []string, words string) {
	if m := atName.FindStringSubmatch(sentence); m != nil {
		return []string{m[1]}, m[0]
	}
	told := hanTelling.MatchString(firstClause(sentence))
	if who, words = d.hanInCharge(sentence); len(who) > 0 {
		return who, words
	}
	for i, c := range hanClauses(sentence, 0, len(sentence)) {
		clause := sentence[c[0]:c[1]]
		open := hanOpening.FindString(clause)
		if side := sideIn(clause[len(open):]); side != "" && i < 3 && !bothOrAll.MatchString(side) && sideAgrees.MatchString(clause[len(open)+len(side):]) && d.hasDay(sentence[c[0]:]) {
			return []string{side}, side + sideAgrees.FindString(clause[len(open)+len(side):])
		}
		names, n := d.hanWho(clause[len(open):])
		if len(names) == 0 || i > 3 {
			continue
		}
		rest := clause[len(open)+n:]
		whole := sentence[c[0]+len(open)+n:]
		if pastTense.MatchString(rest) || doneOnDay.MatchString(rest) || notByThem.MatchString(rest) {
			continue
		}
		if d.hanBound(names, rest, whole, told) || rest == "" && !told && d.hanNamedAlone(names, whole) {
			return names, clause[len(open):len(open)+n] + firstDuty(rest)
		}
	}
	return nil, ""
}

// hanNamedAlone reports whether names that are a clause of their own have to do what comes behind:
// "港务局会同财政局，4月底前形成方案".
func (d *Draft) hanNamedAlone(names []string, behind string) bool {
	_, size := utf8.DecodeRuneInString(behind)
	behind = behind[size:]
	if firstDuty(behind) == "" && !termFirst.MatchString(behind) || pastTense.MatchString(behind) || doneAlready.MatchString(behind) {
		return false
	}
	return d.hanByWhen(behind) && !slices.ContainsFunc(names, func(n string) bool {
		return hanMeets.MatchString(n) && !eachGroup.MatchString(n) && !isGroup(n) || notOffice.MatchString(n)
	})
}

var (
	// termFirst begins with when something is to be done.
	termFirst   = exact(`^(?:[于在][^，。；]{0,3})?(?:[\d一二三四五六七八九十]{1,4}[年月日天个周]|第?[一二三四1-4]季度|[本下次]?[周月年]|明年|年底)`)
	doneAlready = exact(`^[^，。；]{0,14}(?:已|完成了)`)
)

// hanByWhen reports whether a text says by when something is to be done.
func (d *Draft) hanByWhen(text string) bool {
	return slices.ContainsFunc(slices.Concat(d.dates(text), d.daysWithoutYear(text)), func(w dated) bool { return d.isDeadline(text, w) }) || hanSoon.MatchString(text) || d.setsDeadline(text) >= 0
}

// hanInCharge finds a clause of a sentence that says who is responsible and nothing else: of
// "电梯采购，张丽负责" the office that the first clause seems to begin with is none.
func (d *Draft) hanInCharge(sentence string) (who []string, words string) {
	for _, m := range inCharge.FindAllStringSubmatchIndex(sentence, -1) {
		clause := sentence[m[2]:m[3]]
		if names, n := d.hanWho(clause); len(names) > 0 && onlyCharge.MatchString(clause[n:]) && m[2] > 0 && !slices.ContainsFunc(names, hanMeets.MatchString) && !notOffice.MatchString(names[0]) || shortBodies.MatchString(clause) {
			if len(names) == 0 {
				names = []string{shortBodies.FindStringSubmatch(clause)[1]}
			}
			return names, clause
		}
	}
	return nil, ""
}

var (
	inCharge    = exact(`(?:^|[，,；;（(。])([^，,；;（()）。]{2,24}?(?:负责|牵头))(?:[，,；;。)）]|$)`)
	onlyCharge  = exact(`^(?:同志|老师|委员|同学|共同|具体)*(?:负责|牵头)$`)
	shortBodies = exact(`^([村居业管家]委|村两委|支部|物业)(?:负责|牵头)$`)
)

// soonAfter follows the name of somebody who will do something.
var soonAfter = exact(`^(?:明天|明日|后天|下周|本周)\p{Han}{2}`)

// atName is somebody whom a line calls: "@李明 写方案".
var atName = exact(`^@(\p{Han}{2,4}|[A-Za-z][\w.-]*(?: [A-Z][a-z]+)?)\s`)

// hanBound reports whether what follows names says that they have to do something.
func (d *Draft) hanBound(names []string, rest, whole string, told bool) bool {
	if len(names) == 1 && bothOrAll.MatchString(names[0]) && mustAt.MatchString(rest) {
		return slices.ContainsFunc(d.dates(whole), func(w dated) bool { return d.isDeadline(whole, w) })
	}
	if slices.ContainsFunc(names, func(n string) bool {
		return hanMeets.MatchString(n) && !eachGroup.MatchString(n) && !(isGroup(n) && d.hanByWhen(whole)) || notOffice.MatchString(n)
	}) {
		return false
	}
	if soonAfter.MatchString(rest) && !slices.ContainsFunc(names, func(n string) bool { return !d.wasThere(d.fullName(n)) }) {
		return true
	}
	everyone := slices.ContainsFunc(names, func(n string) bool { return hanLevels.MatchString(n) })
	if hanModal.MatchString(rest) && !told && !everyone {
		return true
	}
	return rest != "" && !strings.HasPrefix(rest, "、") && hanDutyAt.MatchString(rest) && d.hanByWhen(whole) || everySo.MatchString(rest)
}

// everySo begins what somebody does again and again.
var everySo = exact(`^(?:应|要|须|将)?每(?:半|个|两|[一二三四五六])?(?:周|月|季度?|年|天|日)\p{Han}{0,4}?(?:报|通报|汇报|报送|报告|提交|公布|公示|召开|开展|更新|检查|反馈|组织|向)`)

// isGroup reports whether those who may have met are a group or a body by its name, which has tasks
// as an office has, and not the meeting.
func isGroup(name string) bool { return !theMeeting.MatchString(name) }

var (
	theMeeting = exact(`会议|大会|例会|会上|与会|全体|各位|到会|出席|[双三四各]方|们|大家|我们`)
	// eachGroup are all groups of a kind.
	eachGroup = exact(`^各[^位方]`)
)

// bothOrAll are the sides of an agreement, who have a task where they must do something by a day.
var (
	bothOrAll = exact(`^(?:双方|各方|三方|四方)$`)
	mustAt    = exact(`^(?:[应须]|(?:商定|议定|约定|同意)(?:应|须|将)?[于在])`)
	// sideAgrees follows a side that says what it will do.
	sideAgrees = exact(`^(?:同意|承诺|表示将|愿)`)
)

var (
	// notOffice is in what only looks like the name of an office.
	notOffice = exact(`^(?:并[且应须要将]|完成|提交|制定|梳理|推动|做好|抓好|加强|加快|确保|开展|建立|健全|完善|增加|减少|提高|跟进|持续|继续|尽快|抓紧|进一步|[请向]|原[定计]|针对|根据|围绕|结合|时间|时限|日期)|[了的是在对将为被把就与由]|确定|听取|注意到|会议|例会|大会|下次|强调|鼓励|要求|提出|认为|讨论|^(?:本|该)?(?:公司|集团|学会|协会|项目|双方|各方|单位)$|^[^各本全县市区省州该小专][局厅部处科司署委办所院站馆组系室厂队班园区县市省州镇乡村]$`)
	hanEvery  = exact(`^(?:各|所有|全体|大家|全员)`)
	hanLevels = exact(`^(?:各级|各(?:有关|相关|责任)?(?:部门|单位|地))`)
	hanCraft  = exact(`^(?:` + hanCraftWords + `)(?:组|部|侧|同学|团队|人员)?`)
	hanMeets  = exact(`^` + hanBody + `$`)
	hanSoon   = exact(`(?:月底|年底|周[一二三四五六日天]|本周内?|下周|[日天周月]内|季度末|会议|例会)(?:之?前|内)`)
)

func firstClause(text string) string {
	if m := hanClauseEnd.FindStringIndex(text); m != nil {
		return text[:m[0]]
	}
	return text
}

// firstDuty is the word of duty with which a text begins.
func firstDuty(text string) string {
	return dutyWord.FindString(text)
}

var dutyWord = exact(`^(?:同志)?(?:` + hanDuty + `|[要应须需将])`)

// hanOrder reports whether a text gives somebody a task.
func (d *Draft) hanOrder(text string) bool {
	who, _ := d.hanTask(text)
	return len(who) > 0
}

// hanInstructs adds the act of a paragraph that tells offices to do something. What the paragraph
// decides already says who does that, but for a sentence of its own on what another has to do.
func (d *Draft) hanInstructs(p *Piece, text string) {
	if p.Heading || len(p.Rows) > 0 || model.PartOf(p.ID) == model.PartPreamble || p.hasAct("instructed") || d.lex.action.MatchString(text) {
		return
	}
	decides := p.settles()
	for _, sentence := range d.sentences(text) {
		if notOrder.MatchString(sentence) {
			continue
		}
		at := strings.Index(text, sentence)
		sentence = d.demanded(sentence)
		who, words := d.hanTold(sentence)
		acts := slices.ContainsFunc(p.Acts, func(a Act) bool { return a.from >= at && a.from < at+len(sentence) })
		if decides && acts && len(who) == 0 {
			continue
		}

		if len(who) == 0 {
			if who, words = d.hanHasTo(sentence); decides && !mustBe.MatchString(words) {
				continue // "财务处负责" only says who does what was decided
			}
		}
		if strings.HasSuffix(words, "承诺") {
			continue // what a firm says that it will do is no act of those who met
		}
		who = boundByIt(who, words, decides)
		if len(who) > 0 && d.quotes(p, text, "instructed", words) {
			return
		}
	}
}

// boundByIt are those of whom words that tell them to do something are an act of its own: what a
// person will do is a task alone, unless the words tell him to; decides says that they stand beside
// a decision.
func boundByIt(who []string, words string, decides bool) []string {
	toldBy := strings.HasPrefix(words, "请") || tellsAlso.MatchString(words)
	return slices.DeleteFunc(slices.Clone(who), func(name string) bool {
		return isHanPerson(name) && !toldBy || hanEvery.MatchString(name) && !mustBe.MatchString(words)
	})
}

// tellsAlso are words that tell also a person alone.
var tellsAlso = exact(`^由|[应须]$`)

// mustBe ends with a word that tells somebody to do something.
var mustBe = exact(`[要应须需]$`)

// hanOwned reads an action of a sentence in Chinese that gives somebody a task.
func (d *Draft) hanOwned(a *Action, text, at string) bool {
	who, _ := d.hanTask(text)
	if len(who) == 0 {
		if m := hanAside.FindStringSubmatch(text); m != nil {
			who, _ = d.hanWho(m[1])
		}
	}
	d.hanOwners(a, who, at)
	a.Title = Value{text, at, Likely, ""}
	return len(a.Owners) > 0
}

// hanOwners gives an action its owners by their names.
func (d *Draft) hanOwners(a *Action, who []string, at string) {
	for _, name := range who {
		name = headOffice.ReplaceAllString(name, "$1")
		person := d.fullName(bareHan(strings.TrimSpace(name)))
		switch {
		case isHanPerson(person) || d.wasThere(person):
			a.Owners = append(a.Owners, d.member(person, at, asNamed))
		case strings.ContainsAny(name, "（("):
			a.Owners = append(a.Owners, d.office(name, at, asNamed))
		default:
			a.Owners = append(a.Owners, d.owners(name, at, asNamed)...)
		}
	}
	for i, o := range a.Owners {
		if !strings.HasPrefix(o.Text, "states/") && !d.wasThere(d.fullName(o.Why)) {
			a.Owners[i].Sure = Guess
		}
	}
}

// headOffice is what an office is to a task, before its name.
var headOffice = exact(`^(?:牵头|责任|承办|主办|起草|编制|申报|建设|实施|主责)单位(\p{Han}{3,})$`)

// hanAside is who has to do something, in brackets or behind a dash: "（李明，5月10日前）".
var hanAside = exact(`[（(]@?((?:[\p{Han}A-Za-z·]{2,16}[、，,/ ]*){1,4}?)(?:负责|牵头|落实|跟进|主办|承办)?(?:[，,；; 、]\s*(?:\d[^）)]{1,20}|[^）)]{0,12}(?:前|内|底)))[）)]|[（(]([\p{Han}A-Za-z、]{2,16}?)(?:负责|牵头|落实|跟进)[）)]`)
