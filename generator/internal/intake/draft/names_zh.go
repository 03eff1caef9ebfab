package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// hanSurnames are the surnames of one character, but for those that are mostly other words.
const hanSurnames = `简王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段章钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜` +
	`倪严牛温芦季俞鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边喻厉肖闫付雷刁应蒲穆米骆宗蓝和古卞仇仲佟冀凤匡昌` +
	`杭班尚寇巩庾娄宫麦丘蓟栾湛晏荆荀荣虞哈练胥苟邝茅莘蔺訾谌谈贝贡郁郎郗鄢戚戈滕濮原岑巫巴帅廉扈敖晋楚浦海狄蓬璩皮盖羊於弓朴祖蒙阙隆钮鄂郸库居忻戎殳燕竺羿胶臧茹亓仉逄兀斯昝褚窦云奚酆邬乐元平禹明计伏麻支裘缪干宣贲诸吉嵇滑惠封芮` +
	`储汲邴糜井乌牧隗宓仰秋伊斜符束韶郜宿怀邰咸籍卓屠池阴苍双闻劳姬扶堵宰郦雍却桑寿郏瞿充慕连习宦艾鱼暨衡禄沃蔚夔师厍晁勾融冷阚饶毋沙乜鞠丰巢蒯逯桓佘尧苑揭钭铁阿敬淳佴漆鲜仝邸么赫`

// hanRare are surnames that are mostly other words: they count behind a post.
const hanRare = `公过褟贯操矫檀党水花能家富全通都满国广利后公代门年相权须越东初空终步从那印索经山别暴益危幸简红习农商鬱养容慎檀光布海佳建志新春晓美`

// hanTwice are the surnames of two characters.
const hanTwice = `欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|端木|轩辕|南宫|独孤|呼延|澹台|闻人|鲜于|闾丘|万俟|赫连|拓跋|濮阳|钟离|申屠|淳于|单于|公冶|太叔`

// hanUnits end what stands before the name of a person: the office or firm that sent them.
const hanUnits = `办公室|委员会|管委会|发改委|改革委|政府|公司|集团|学院|大学|医院|银行|协会|中心|支队|大队|街道办?|社区|局|厅|部|处|科|署|委|办|所|院|站|馆|组|镇|乡|村|学会|商会|联合会|基金会|事务所|学校|中学|小学|党校|法院|检察院|公安|工会|团委|分会|总队|系|室|厂|队|班|园|区|县|市|省|州|居委会|村委会|监事会|会`

// notHanName begins as a surname does and is no name.
var notHanName = exact(`^(?:尚[未无不需须有待]|植物|司[库机仪炉]|于[本下每会各近后前年月上明当今]|[韩白哈乌吉塔蒙土印巴阿]方$|.方代|.国代|蒙古|乌兹|哈萨|吉尔|塔吉|土库|应到|应出|应参|双方|各方|三方|高度|高级|高质|方案|方面|方式|方向|计划|项目|成员|成立|成果|成本|成功|安排|安全|安装|金额|石油|马上|于是|文件|文档|文化|文本|文书|时间|时限|时代|任务|任何|任命|任期|应当|应用|应急|应对|万元|关于|关键|关联|关系|管理|程序|程度|常务|常委|常见|常规|单位|单据|单独|单里|严格|温度|华东|华南|华北|江苏|江西|江河|黄金|黄河|白天|路段|路线|路由|段落|包括|包含|包装|车辆|车间|房屋|房产|房间|强调|强化|解决|解释|解除|平台|平均|平稳|边界|经理|经费|经营|卫生|施工|施行|季度|林业|林地|古籍|古城|陈述|陈列|周报|周会|周期|周边|周[一二三四五六日天末]|钱款|通知|通过|全体|全市|支持|支付|许可|许多|雷达|花费|易于|曲线|阳光|谷歌|何时|何种|申请|申报|左右|康复|景区|柴油|明确|明年|明细|沈阳|郑州|杭州|宁波|唐山|龙头|武汉|毕业|毕竟|连续|连接|金融|费用|党组|党委|党员|党建|工作|工程|由于|水平|水利|水务|农业|农村|家长|商务|商会|国家|国际|国有|全国|全面|公司|强制|能够|满意|满足|祝贺|边防|贡献|危险|暴雨|查询|沙盘|和谐|和平|利用|利润|初步|初稿|都市|景观|明显|从而|向上|计入|计算|计提|步骤|步行|展示|干部|楼宇|楼道|晋升|花园|角色|全员|宫殿|麦田|商业|湛江|幸福|池塘)`)

// isHanPerson reports whether a text is the name of a person in Chinese and no other word.
func isHanPerson(text string) bool {
	n := utf8.RuneCountInString(text)
	if hanTwiceAt.MatchString(text) && n > 2 && n < 5 {
		return true
	}
	if n == 3 && strings.HasSuffix(text, "乡") || strings.HasSuffix(text, "县") {
		return false // "石塔乡"
	}
	first, _ := utf8.DecodeRuneInString(text)
	return n > 1 && n < 4 && strings.ContainsRune(hanSurnames, first) && !notHanName.MatchString(text) && !hanPost.MatchString(text) && allHan(text)
}

func allHan(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return !isHan(r) }) < 0
}

var (
	hanTwiceAt = exact(`^(?:` + hanTwice + `)`)
	hanPost    = exact(`(?:` + chinesePosts + `|[局厅部处科署委办所院站馆组司会])$`)
	// hanAbove ends what stands before a name: a post, or an office.
	hanAbove    = exact(`(?:` + chinesePosts + `|` + hanUnits + `|负责人|联系人|召集人|法务|文书|内勤|财务|行政|人事|后勤|高工|成员|同志|方|长|员|师|裁|总|监|席|任|手|士)$`)
	hanPostOnly = exact(`^[\p{Han}]{0,16}(?:` + chinesePosts + `|长)$`)
	// wholeOffice ends as only an office does.
	wholeOffice = exact(`(?:办公室|委员会|管委会|居委会|村委会|政府|公司|集团|学院|大学|医院|银行|协会|中心|事务所|部门|单位)$`)
	// bySurname is a post before somebody who is called by the surname and another post.
	bySurname = exact(`(?:` + chinesePosts + `)([` + hanSurnames + `](?:律师|老师|教授|医生|会计|技术员|工程师|经理|主任))$`)
	// hanForeign is a post before a foreign name, whose parts a dot divides.
	hanForeign = exact(`^\p{Han}{0,24}(?:` + chinesePosts + `|长|员|方)(\p{Han}{1,10}·[\p{Han}·]+)$`)
	onlyAbove  = exact(`^[\p{Han}A-Za-z0-9]{0,20}(?:` + chinesePosts + `|` + hanUnits + `)$`)
)

// honorific follows the name of a person in Chinese.
var honorific = exact(`(?:先生|女士|小姐|同志|老师|(?:副|助理)?教授|同学|院士|博士|等(?:人|同志)?)$`)

// bareHan is a name in Chinese without the office and the post before it, or the post behind it,
// and without the honorific.
func bareHan(name string) string {
	if short := honorific.ReplaceAllString(name, ""); short != name && isHanName(bareHan(short)) {
		return bareHan(short)
	}
	if wholeOffice.MatchString(name) {
		return name
	}
	if m := bySurname.FindStringSubmatch(name); m != nil {
		return m[1]
	}
	if m := hanForeign.FindStringSubmatch(name); m != nil {
		return m[1]
	}
	if isHanPerson(name) || !allHan(name) {
		return name
	}
	runes := []rune(name)
	if m := thenPost.FindStringSubmatch(name); m != nil && isHanPerson(m[1]) {
		return m[1] // "林志明会计师"
	}
	if m := officeThenPost.FindStringSubmatch(name); m != nil {
		if found := behindPost([]rune(m[1])); found != "" {
			return found // "海光会计师事务所林志明会计师"
		}
	}
	for _, find := range []func([]rune) string{behindPost, behindRarePost, beforePost} {
		if found := find(runes); found != "" {
			return found
		}
	}
	return name
}

// thenPost is a name before a post.
var thenPost = exact(`^(\p{Han}{2,3})(?:会计师|律师|工程师|高工|(?:副|助理)?教授|研究员|讲师|助理|副?主任|副?局长|副?处长|经理|博士|院士|老师)$`)

// officeThenPost is an office and a name before a post.
var officeThenPost = exact(`^(\p{Han}{4,20})(?:会计师|律师|工程师|技师|建筑师|经理|主任|老师|教授|研究员)$`)

// behindPost is the name that stands behind a post or an office.
func behindPost(runes []rune) string {
	for _, above := range []*pattern{hanPost, hanAbove} {
		for _, n := range []int{2, 3, 4} {
			at := len(runes) - n
			if at <= 0 || !above.MatchString(string(runes[:at])) {
				continue
			}
			if isHanPerson(string(runes[at:])) || above == hanPost && n < 4 && strings.ContainsRune(hanRare, runes[at]) {
				return string(runes[at:])
			}
		}
	}
	return ""
}

// behindRarePost is a name with a surname that is not known behind a whole post.
func behindRarePost(runes []rune) string {
	for _, n := range []int{3, 2} {
		at := len(runes) - n
		if at < 2 || !hanPostOnly.MatchString(string(runes[:at])) || strings.ContainsRune("处科室级", runes[at]) {
			continue
		}
		if name := string(runes[at:]); !hanAbove.MatchString(name) && !notHanName.MatchString(name) && !noHanName.MatchString(name) {
			return name
		}
	}
	return ""
}

// beforePost is the name that stands before a post.
func beforePost(runes []rune) string {
	for _, n := range []int{3, 2, 4} {
		if n < len(runes) && runes[n-1] != '副' && !strings.ContainsRune("省市县区州镇乡自", runes[n]) && isHanPerson(string(runes[:n])) && hanPostOnly.MatchString(string(runes[n:])) && !onlyAbove.MatchString(string(runes[:n])) {
			return string(runes[:n])
		}
	}
	return ""
}

// withoutGaps puts signs for the blanks between names in Chinese, and takes out those that set a
// name of two characters wide.
func withoutGaps(text string) string {
	for gapInName.MatchString(text) {
		text = gapInName.ReplaceAllString(text, "$1$2$3$4")
	}
	words := pairs(strings.Fields(postThenName.ReplaceAllString(text, "$1$2$3")))
	for i := 0; i+1 < len(words); i++ {
		last, _ := utf8.DecodeLastRuneInString(words[i])
		first, _ := utf8.DecodeRuneInString(words[i+1])
		switch {
		case !isHan(last) || !isHan(first), hanPost.MatchString(words[i]) && foreignLong.MatchString(words[i+1]) && !onlyAbove.MatchString(words[i+1]):
			words[i] += " "
		case utf8.RuneCountInString(words[i]) > 1 || utf8.RuneCountInString(words[i+1]) > 1:
			words[i] += "、"
		}
	}
	return strings.Join(words, "")
}

// pairs joins the characters of names of two that are set wide: "杜 鹏 万 里" are two people.
func pairs(words []string) (out []string) {
	single := func(i int) bool { return i < len(words) && utf8.RuneCountInString(words[i]) == 1 }
	for i := 0; i < len(words); i++ {
		n := 0
		for single(i + n) {
			n++
		}
		if n < 4 || n%2 > 0 {
			out = append(out, words[i:i+max(n, 1)]...)
			i += max(n, 1) - 1
			continue
		}
		for k := i; k < i+n; k += 2 {
			out = append(out, words[k]+words[k+1])
		}
		i += n - 1
	}
	return out
}

// foreignLong is as long as the name of somebody from Japan.
var foreignLong = exact(`^\p{Han}{4,5}(?:[、，,；;（(。]|$)`)

// postThenName is a post or an office and a blank before a name in Chinese.
var postThenName = exact(`(` + chinesePosts + `)\s+(\p{Han}{2,3})($|[、，,；;\s（(。列出])`)

// hanNames are the names of a list in Chinese, without offices, posts and what is said of each.
// Where it names offices alone, these.
func (d *Draft) hanNames(text string) (names []string) {
	text = strings.ReplaceAll(text, "\u3000", " ")
	text = hanMembers.ReplaceAllStringFunc(text, func(s string) string { // "办公室（张三、李四）"
		m := hanMembers.FindStringSubmatch(s)
		inside := d.hanNames(m[2])
		if len(inside) == 0 || slices.ContainsFunc(inside, func(n string) bool { return !isHanPerson(n) }) || isHanPerson(bareHan(m[1])) {
			return s
		}
		return m[2] + "、"
	})
	text = strings.TrimRight(inParens.ReplaceAllString(text, " "), "。;；. ")
	var offices, unsure []string
	for _, part := range hanPeople(withoutGaps(text)) {
		part = hanCount.ReplaceAllString(strings.TrimSpace(part), "")
		if m := hanGroup.FindStringSubmatch(part); m != nil {
			part = m[2] // "产品部：张三"
		}
		if m := latinOffice.FindStringSubmatch(part); m != nil && isHanPerson(m[1]) {
			part = m[1] // "UI 李明"
		}
		name := strings.Trim(d.bareName(part), "*_/ \t")
		switch {
		case name == "" || notWho.MatchString(name) || !isHanPerson(name) && hanCrowd.MatchString(name):
		case !isHanPerson(name) && onlyAbove.MatchString(name):
			offices = append(offices, name)
		case allHan(name) && utf8.RuneCountInString(name) > 3 && !isHanName(name):
			unsure = append(unsure, name)
		default:
			names = append(names, name)
		}
	}
	if !slices.ContainsFunc(names, isHanPerson) {
		names = append(names, unsure...)
	}
	if len(names) == 0 {
		return offices
	}
	return names
}

// hanPeople divides a list in Chinese by its signs, and before "和" and the like behind a name.
func hanPeople(text string) (parts []string) {
	for _, part := range hanParts.Split(text, -1) {
		for from := 0; ; {
			m := andBehind.FindStringIndex(part[from:])
			if m == nil {
				break
			}
			if left := bareHan(part[:from+m[0]]); !titleOnly.MatchString(part[from+m[1]:]) && (isHanPerson(left) || strings.Contains(left, "·")) {
				parts = append(parts, part[:from+m[0]])
				part, from = part[from+m[1]:], 0
				continue
			}
			from += m[1]
		}
		parts = append(parts, part)
	}
	return parts
}

var (
	andBehind   = exact(`和|及|与|暨`)
	latinOffice = exact(`^[A-Za-z0-9]+\s*(\p{Han}{2,4})$`)
	gapInName   = exact(`(^|[、，,；;：:和])(\p{Han}) +(\p{Han})($|[、，,；;。和等（(])`)
	hanMembers  = exact(`(\p{Han}{2,16})\s*[(（]([^()（）]+)[)）]`)
	hanParts    = exact(`\s*(?:[、，,；;|/]|以及)\s*`)
	hanCount    = exact(`^(?:共|等)?(?:\d+|[一二两三四五六七八九十]+)(?:人|位|名)$|等?(?:共)?(?:\d+|[一二两三四五六七八九十]+)(?:余|多)?(?:人|位|名)(?:委员|同志|代表|理事|董事)?$|等$`)
	hanGroup    = exact(`^([\p{Han}A-Za-z0-9]{1,16})[：:]\s*(.+)$`)
	// notWho is what stands among names and names nobody.
	notWho = exact(`^(?:` + hanCraftWords + `|主持|记录|等|其他|相关|有关|无|略|角色|姓名|职务|职位|部门|单位|签名|签字|备注|序号|参会|出席|列席|缺席|请假|线上|线下|现场|全员|角色.*|详见.*|见.*|附.*|.*签到表.*|.*名单)$`)
	// hanCrowd are people who are not named.
	hanCrowd = exact(`(?:人员|负责人|负责同志|全体\p{Han}{0,4}|领导|代表|成员|各部门|相关\p{Han}{2,6}|有关\p{Han}{2,6})$`)
)

// isHanName reports whether a text is the name of a person in Chinese, which begins with a surname.
func isHanName(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	n := utf8.RuneCountInString(text)
	return n > 1 && n < 5 && (strings.ContainsRune(hanSurnames, first) || hanTwiceAt.MatchString(text))
}

// hanSays are sentences that say who attended, with the ways in which those of their groups did.
var hanSays = []struct {
	*pattern
	codes []string
}{
	{exact(`(?:^|[，。；])(\p{Han}{2,16}?)因[^，。；]{0,12}?，?(?:书面)?委托(\p{Han}{2,16}?)(?:代为|代其|出席|表决)`), []string{"proxy", "present"}},
	{exact(`(?:^|[，。；])(\p{Han}{2,16}?)(?:书面)?委托(\p{Han}{2,16}?)(?:代为|代其|代)(?:出席|表决|参加|行使)`), []string{"proxy", "present"}},
	{exact(`(?:^|[，。；])([^，。；因]{2,40}?)(?:未(?:能|亲自)?(?:出席|参加|到会|参会)|没(?:有|能)?(?:来|到会?|到场|参加|出席)|请假(?:未(?:能)?(?:出席|参加|到会|参会))?|缺席)(?:了?(?:本次|此次)?会议)?(?:[，。；]|$)`), []string{"absent"}},
	{exact(`(?:出席|参加)(?:了)?(?:本次|此次)?(?:会议|会谈|活动)?的(?:人员)?(?:还有|有)[:：]?([^。；：]{2,200})`), []string{"present"}},
	{exact(`列席(?:了)?(?:本次|此次)?(?:会议)?的(?:人员)?(?:还有|有)[:：]?([^。；：]{2,200})`), []string{"guest"}},
	{exact(`(?:^|[，。；])([^，。；由会]{2,16}?)(?:作|做)?(?:会议)?记录(?:[，。；]|$)`), []string{"scribe"}},
	{exact(`(?:^|[，。；])([^，。；]{2,40}?)因[^，。；]{0,12}?(?:请假|未能?(?:出席|参加|到会)|缺席)`), []string{"excused"}},
	{exact(`(?:^|[，。；由])([^，。；由]{2,30}?)(?:列席|出席|参加)(?:会议)?并(?:负责|担任|作|做)?(?:会议)?(?:记录|纪录)`), []string{"scribe"}},
	{exact(`(?:^|[，。；由])([^，。；由]{2,30}?)(?:担任|负责|作|做)(?:会议|了)?(?:记录|纪录)`), []string{"scribe"}},
}

// hanCame are the verbs of those who attended; what stands before one, back to the verb before it,
// names them.
var hanCame = []struct {
	*pattern
	code string
}{
	{exact(`(?:以|通过|采用)?(?:通讯|视频|线上|电话|网络)(?:表决)?(?:的)?(?:方式|形式)(?:出席|参加|参会|参与(?:会议)?表决|接入)(?:了)?(?:本次|此次)?(?:会议)?`), "remote"},
	{exact(`(?:作为|以)观察员(?:的?身份)?(?:列席|出席|参加)(?:了)?(?:本次|此次)?(?:会议)?`), "observer"},
	{exact(`(?:应邀|受邀)(?:列席|出席|参加|到会|与会)(?:了)?(?:本次|此次)?(?:会议)?`), "guest"},
	{exact(`(?:等)?(?:\d+人)?(?:列席|旁听)(?:了)?(?:本次|此次)?(?:会议)?`), "guest"},
	{exact(`(?:等)?(?:\d+人)?(?:出席|参加|参会|到会|与会)(?:了)?(?:本次|此次|今天)?(?:会议|会谈)?`), "present"},
}

// saidToAttend reads who attended of the sentences that say so. Those who have the chair are there
// too.
func (d *Draft) saidToAttend() {
	if d.Lang != "zh" {
		return
	}
	for i, p := range d.Pieces {
		if i > 40 || p.ID == model.PartTitle || len(p.Items)+len(p.Rows) > 0 || i > 11 && model.PartOf(p.ID) != model.PartPreamble && !onWhoCame(p) {
			continue
		}
		front := model.PartOf(p.ID) == model.PartPreamble
		for _, says := range hanSays {
			for _, m := range says.FindAllStringSubmatch(p.Text, -1) {
				for i, code := range says.codes {
					d.attendNamed(code, m[i+1], p.At)
				}
			}
		}
		for _, sentence := range d.sentences(p.Text) {
			if front || cameHere.MatchString(sentence) {
				d.cameIn(sentence, p.At)
			}
		}
	}
}

// recused adds those of whom a record in Chinese says that they did not vote on an item: they were
// there.
func (d *Draft) recused() {
	if d.Lang != "zh" {
		return
	}
	for _, p := range d.Pieces {
		for _, m := range didNotVote.FindAllStringSubmatch(p.Text, -1) {
			for _, name := range hanPersons(m[1]) {
				if !d.wasThere(name) && !d.isAway(name) {
					d.came("present", name, p.At)
				}
			}
		}
	}
}

var didNotVote = exact(`(?:^|[，。；、])关联(?:董事|股东|委员|监事|理事)([^，。；]{2,40}?)(?:已|均|依法)?回避(?:了)?(?:本议案)?(?:的)?表决`)

// onWhoCame reports whether a piece stands in a clause on how the meeting was called and who came.
func onWhoCame(p *Piece) bool {
	return p.heading != nil && whoCame.MatchString(p.heading.Text)
}

var whoCame = exact(`出席|召开|参会|与会|概况|基本情况|出列席`)

// cameIn reads who attended of a sentence: "副校长王芳、李强出席会议，办公室主任赵敏列席会议".
func (d *Draft) cameIn(sentence, at string) {
	if d.lex.attendanceOf(sentence) != "" {
		return
	}
	from := 0
	if m := presided.FindStringIndex(sentence); m != nil {
		from = m[1]
	}
	for from < len(sentence) {
		best, code := []int(nil), ""
		for _, came := range hanCame {
			if m := came.FindStringIndex(sentence[from:]); m != nil && (best == nil || m[0] < best[0]) {
				best, code = m, came.code
			}
		}
		if best == nil {
			return
		}
		before := sentence[from : from+best[0]]
		if notCame.MatchString(before) {
			before = "" // "董事柏松未出席"
		}
		for _, name := range hanPersons(hanDid.ReplaceAllString(becauseOf.ReplaceAllString(before, ""), "")) {
			if !d.isAway(name) {
				d.came(code, name, at)
			}
		}
		from += best[1]
	}
}

// notCame ends what stands before the verb with a word that denies it.
var notCame = exact(`(?:未|未能|不能|没有|没|无法|未亲自)$`)

// becauseOf is why somebody attended as they did, behind the name.
var becauseOf = exact(`因[^，。；]{1,10}$`)

// cameHere says that somebody attended this meeting.
var cameHere = exact(`(?:列席|出席|参加)(?:了)?(?:本次|此次|今天)?(?:会议|会谈)|(?:方式|形式)(?:出席|参加|参会|参与(?:会议)?表决)|以观察员身份`)

// presided is the part of a sentence that says who had the chair.
var presided = exact(`^.*?(?:主持|召集)(?:了)?(?:召开)?[^，。；]*[，。；]`)

// attendNamed adds the people whom a part of a sentence names.
func (d *Draft) attendNamed(code, text, at string) {
	for _, name := range hanPersons(text) {
		if code != "excused" || !d.isAway(name) {
			d.came(code, name, at)
		}
	}
}

// hanPersons are the people that a list names, with their posts or without.
func hanPersons(text string) (names []string) {
	for _, part := range hanPeople(withoutGaps(inParens.ReplaceAllString(text, " "))) {
		part = hanCount.ReplaceAllString(strings.TrimSpace(part), "")
		name := bareHan(part)
		if n := utf8.RuneCountInString(name); isHanPerson(name) || strings.Contains(name, "·") || name != part && n > 1 && n < 4 && !hanAbove.MatchString(name) && !hanCrowd.MatchString(name) {
			names = append(names, name)
		}
	}
	return names
}
