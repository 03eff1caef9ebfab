package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// hanBody are those who meet, as sentences on what they did begin in Chinese.
const hanBody = `(?:(?:本次|此次|本届|这次)?(?:会议|大会|例会|会上)|(?:全体|各位)?与会(?:人员|者|代表|领导|各方|专家|董事|监事|委员|理事|股东|成员|单位|同志|双方)|(?:全体|各位|到会|出席)(?:会议)?(?:的)?(?:人员|代表|董事|监事|委员|理事|股东|成员|业主|专家|教师|社员|会员|党员)` +
	`|各方|双方|三方|四方|(?:代表|委员|部长|理事|董事|党员|业主|村民)们|(?:与会)?(?:村民|职工|业主|党员)代表(?:们)?|专家们|大家|我们|\p{Han}{0,10}?(?:董事会|监事会|理事会|委员会|业委会|代表大会|业主大会|股东大?会|党组会?|党委会?|常委会|常务会|校务会|办公会|评审组|专家组|评标组|项目组|课题组|工作组|工作小组|研发组|教研室|支部|主席团|组委会|支委会|班子会?|管委会|筹委会|家委会|团队|小组))(?:全体(?:人员|成员|委员|董事))?`

var (
	hanSubject = exact(`^` + hanBody)
	hanSide    = exact(`^(\p{Han}{1,5}?方)(?:[^案法面式向便可针位略程]|$)`)
	// hanOpening may stand before those who act, or before the verb of a clause that goes on.
	hanOpening = exact(`^(?:(?:[一二三四五六七八九十\d]{1,2}[是、.．]|[①-⑳]|[-–—·•*]|[(（][一二三四五六七八九十\d]{1,2}[)）])\s*)?(?:最后|此外|同时|另外|随后|为此|对此|其中|首先|其次|然后|并且|并|且|因此|会后|目前|现|故|再由|另)?[，,]?(?:经[^，。；：]{0,14}?(?:讨论|研究|审议|审查|表决|协商|商议|评审|投票|审核|论证|沟通|磋商)(?:后|决定)?)?[，,]?`)
	hanAdverb  = exact(`^(?:最后|随后|同时|还|也|又|再次|再|一致|均|都|已|充分|高度|初步|最终|现场|共同|逐项|分别|专题|重点|集体|正式|进一步|全票|全体|表决|投票|举手|当场|认真|深入|详细|特别|经\p{Han}{2,6}?(?:后)?|[（(][^（）()]{2,20}[)）]|研究|协商|商议|讨论(?:后)?|就[^，。；]{1,60}?(?:进行了?)?|对[^，。；]{1,40}?(?:进行了?|予以|给予|表示)|向[^，。；]{1,20}?(?:表示)?|围绕[^，。；]{1,40}?(?:进行了?|开展了?)|以[^，。；]{1,20}?(?:方式|形式|票)|自愿|表示|给予|予以|达成一致[，]?)`)
)

// hanActed finds what a paragraph does by its verbs: those behind the ones who met, and in lead
// those with which a decision begins.
func (d *Draft) hanActed(p *Piece, text string, below lead) {
	if d.hanSpoken(p, text) {
		return
	}
	p.Acts = slices.DeleteFunc(p.Acts, func(a Act) bool { // "决定聘任" is said by its second verb
		code, _, ok := hanVerb(text[min(a.from, len(text)):])
		return a.Words == "" && hanMeans.MatchString(a.Why) && ok && slices.Contains(hanNarrow, code)
	})
	at := 0
	for _, sentence := range d.sentences(text) {
		from := at + max(0, strings.Index(text[at:], sentence))
		if at = from + len(sentence); at < len(text) && onlyTopic.MatchString(sentence) { // "关于工程延期。"
			p.Acts = slices.DeleteFunc(p.Acts, func(a Act) bool { return a.from >= from && a.from < at })
			continue
		}
		if at == len(text) && d.leadBy(p).code != "" { // what its last clause says are the points below it
			clauses := hanClauses(text, from, at)
			d.hanSentence(p, text, from, clauses[max(0, len(clauses)-1)][0])
			continue
		}
		d.hanSentence(p, text, from, at)
	}
	d.hanResolved(p, text, below)
}

// hanSentence finds what a sentence says that those who met did, clause by clause.
func (d *Draft) hanSentence(p *Piece, text string, from, to int) {
	var who speaking
	for _, c := range hanClauses(text, from, to) {
		if afterTalk.MatchString(text[c[0]:c[1]]) {
			who.acts, who.talked = true, true
			continue
		}
		if asAsked.MatchString(text[c[0]:c[1]]) {
			continue
		}
		if counted.MatchString(text[c[0]:c[1]]) { // what comes next was voted on
			who.acts, who.side, who.tells = true, false, false
			continue
		}
		rest := who.subject(hanOpening.ReplaceAllString(text[c[0]:c[1]], ""))
		code, words := who.verb(rest, c[0] == from)
		if code = hanKind(code, words, who.side, strings.HasPrefix(text[from:], "双方")); code == "" {
			continue
		}
		who.tells = who.tells || hanTelling.MatchString(words)
		if model.PartOf(p.ID) != model.PartPreamble || !slices.Contains(hanWeak, code) || !hanSummary.MatchString(text) {
			d.hanQuote(p, text, code, words, c[1]-len(rest)+strings.Index(rest, words))
		}
	}
}

// speaking is what the clauses of a sentence before one say of it: whether those who met act, or a
// side alone, whether it is what they said, and whether a decision follows a discussion.
type speaking struct{ acts, side, tells, talked bool }

// subject reads those who act in a clause, and returns what follows.
func (s *speaking) subject(clause string) (rest string) {
	if m := whoMet(clause); m != "" && !hanNoVerb.MatchString(clause[len(m):]) {
		s.acts, s.side, s.tells = true, false, false
		return clause[len(m):]
	}
	if m := sideIn(clause); m != "" {
		s.acts, s.side, s.tells = true, true, false
		return clause[len(m):]
	}
	return clause
}

// verb reads what a clause says that they did; "" where it is nothing.
func (s *speaking) verb(rest string, first bool) (code, words string) {
	code, words, ok := hanVerb(rest)
	firm := strings.HasPrefix(rest, words) && hanFirm.MatchString(rest)
	if !ok {
		code, words, ok = refusal(rest)
		firm = ok
	}
	s.acts = s.acts || ok && first && (firm || wasDone.MatchString(rest))
	if s.talked && !ok {
		code, words, ok = "decided", hanBegin(rest), rest != ""
	}
	s.talked = false
	if !ok || !firm && (!s.acts || s.tells) {
		return "", ""
	}
	return code, words
}

// whoMet is the body that a clause begins with.
func whoMet(clause string) string {
	m := hanSubject.FindString(clause)
	if anotherBody.MatchString(m) {
		return ""
	}
	if code, words, ok := hanVerb(m); ok && strings.HasPrefix(m, words) && !slices.Contains(hanWeak, code) {
		return "" // "成立委员会"
	}
	return m
}

// anotherBody begins the name of those who met at another time, or of others.
var anotherBody = exact(`^(?:上届|上次|上一|上级|历届|原|前|此前|去年|今年|国务院|中央|省|国家|全国)|建议|要求|指出|认为|导师|老师|[由请对向]|与[^会]`)

// hanNoVerb stands behind the word for those who meet where they do nothing: "会议时间".
var hanNoVerb = exact(`^(?:时间|地点|链接|安排|结论|议程|期间|纪要|议题|内容|记录|主持|筹备|室|名称|主题|资料|通知|材料|举行|召开|由|的|等)`)

// sideIn is the side that a clause begins with: "中方".
func sideIn(clause string) string {
	m := hanSide.FindStringSubmatch(clause)
	if m == nil {
		return ""
	}
	if _, words, ok := hanVerb(m[1]); ok && strings.HasPrefix(m[1], words) {
		return ""
	}
	return m[1]
}

// theyDid reports whether a text says what those who met did.
func (d *Draft) theyDid(text string) bool {
	p := &Piece{ID: "c1.p1"}
	d.hanSentence(p, text, 0, len(text))
	return len(p.Acts) > 0
}

// hanSettles reports whether a text begins with a verb that settles something.
func hanSettles(text string) bool {
	code, words, ok := hanResolution(text)
	return ok && (hanFirm.MatchString(words) || slices.Contains([]string{"adopted", "approved", "rejected", "deferred"}, code) || code == "appointed" && strings.Contains(text, "为"))
}

// wasDone is a verb in the past at the beginning of a sentence that names nobody.
var wasDone = exact(`^(?:听取|审议|研究|讨论|传达|学习|通报|交流|审定|审查|评审|讨论通过|审议通过|通过|传达学习)(?:并\p{Han}{2})?了`)

// refusal finds words within a clause by which something is put off or refused.
func refusal(clause string) (code, words string, ok bool) {
	for _, v := range refusals {
		if m := v.FindStringSubmatch(clause); m != nil {
			return v.code, last(m[1:]), true
		}
	}
	return "", "", false
}

// afterTalk is a clause that says that a decision follows.
var afterTalk = exact(`^(?:最后)?经\p{Han}{0,12}?(?:讨论|研究|审议|表决|协商|商议|评审|投票|论证|磋商)(?:后)?(?:决定)?$`)

// counted is a clause that counts votes.
var counted = exact(`\d+\s*(?:票|人)?(?:赞成|同意|反对|弃权)$|(?:赞成|同意|反对|弃权)\s*\d+\s*(?:票|人)?$`)

// asAsked is a clause that says on whose word something is decided.
var asAsked = exact(`^(?:应|根据|按照|依照|依据|遵照|按)[^，。；：]{2,30}(?:要求|建议|意见|请求|申请|规定|精神)$`)

// hanKind is what a verb does that a side alone is said to do, or both: these agree to what a body
// approves; "" where it is no act.
func hanKind(code, words string, side, both bool) string {
	switch {
	case side && (strings.HasPrefix(words, "愿") || !slices.Contains([]string{"supported", "agreed", "instructed", "approved"}, code)):
		return ""
	case code == "approved" && (side || both):
		return "agreed"
	case side && code == "agreed" && strings.HasPrefix(words, "应"):
		return "instructed"
	}
	return code
}

// hanSummary says when the meeting was, or that the minutes follow.
var hanSummary = exact(`(?:如下|纪要)[：:。]?$|(?:如下|以下)\p{Han}{0,6}[：:]$|召开|主持`)

// hanFirm are verbs that settle something whoever is named before them, hanTelling those behind
// which stands what was said.
var (
	hanFirm    = exact(`^(?:不予|不获|不同意|不批准|不采纳|否决|驳回|暂不|暂缓|缓议|留待|原则|同意|批准|委派|委任|聘任|任命|免去|增补|推选|改选|罢免|解聘|审议通过|审议并通过|表决通过|下次|决定|议决|授权|责成|委托|确定[^，。；]{2,24}?[为在由]|接受[^，。；]{0,8}辞|推荐[^，。；]{2,20}[为任])`)
	hanTelling = exact(`指出|强调|认为|要求|建议|希望|重申|注意到`)
)

// hanClauses are the clauses of a part of a text: their first and last bytes.
func hanClauses(text string, from, to int) (out [][2]int) {
	for _, m := range append(hanClauseEnd.FindAllStringIndex(text[from:to], -1), []int{to - from, to - from}) {
		start := from
		if n := len(out); n > 0 {
			start = out[n-1][1]
			for hanClauseEnd.MatchString(text[start:min(start+3, to)]) {
				_, size := utf8.DecodeRuneInString(text[start:])
				start += size
			}
		}
		if end := from + m[0]; end > start {
			out = append(out, [2]int{start, end})
		}
	}
	return out
}

var hanClauseEnd = exact(`[，,：:。；;]`)

// hanVerb finds the verb with which a clause begins: what it does, and its words. Of "审议并通过"
// the last one counts.
func hanVerb(clause string) (code, words string, ok bool) {
	rest := strings.TrimLeft(clause, " \u3000")
	skipped := clause[:len(clause)-len(rest)]
	for range 4 {
		for _, v := range hanVerbs {
			found := v.FindStringSubmatch(rest)
			if found == nil {
				continue
			}
			m := last(found[1:])
			if m == "通过" && byMeans.MatchString(rest[len(m):]) && !whatIsAdopted.MatchString(rest[len(m):]) {
				return "", "", false
			}
			if slices.Contains(hanWeak, v.code) {
				next := hanAndThen.FindString(rest[len(m):])
				if code, more, ok := hanVerb(rest[len(m)+len(next):]); ok && !slices.Contains(hanWeak, code) && strings.HasPrefix(rest[len(m)+len(next):], more) {
					if wholePhrase.MatchString(m + next) {
						more = m + next + more
					}
					return code, more, true
				}
			}
			if hanMeans.MatchString(m) {
				if code, more, ok := hanVerb(rest[len(m):]); ok && strings.HasPrefix(rest[len(m):], more) && slices.Contains(hanNarrow, code) {
					return code, m + more, true
				}
			}
			return v.code, m, true
		}
		m := hanAdverb.FindString(rest)
		if m == "" {
			break
		}
		skipped, rest = skipped+m, rest[len(m):]
	}
	return "", "", false
}

// hanMeans are verbs behind which another says what was settled: "决定聘任".
var (
	hanMeans  = exact(`^(?:原则(?:上)?)?(?:同意|决定|议决|批准|通过|议定|商定|明确)$`)
	hanNarrow = []string{"appointed", "deferred", "rejected", "referred", "closed", "instructed"}
)

// wholePhrase is a weak verb that is one phrase with the one behind it: "研究决定".
var wholePhrase = exact(`^\p{Han}{2}$`)

// hanAndThen stands between two verbs of one clause.
var hanAndThen = exact(`^(?:了)?(?:并|且|和|与|、|后)?(?:一致|初步|表决|最终)?`)

// hanQuote adds an act that quotes its words, in place of weaker ones that these have.
func (d *Draft) hanQuote(p *Piece, text, code, words string, at int) {
	if at < 0 || d.another(text, at) || d.idle(text, at, at+len(words)) || d.lex.notActed.MatchString(text[:at]) || d.oneDid(text[:at]) || inTitle(text, at) {
		return
	}
	if p.hasAct(code) || code == "referred" && toNextMeeting.MatchString(text[at:]) {
		return
	}
	p.Acts = slices.DeleteFunc(p.Acts, func(a Act) bool {
		return a.from < at+len(words) && at < a.from+len(a.Why) && (a.Text == "noted" || a.Text == "recommended" || len(words) >= len(a.Why))
	})
	if code == "noted" && len(p.Acts) > 0 && !hanFelt.MatchString(words) {
		return
	}
	if d.quotesAt(p, code, words, at) && code != "noted" {
		p.Acts = slices.DeleteFunc(p.Acts, func(a Act) bool { return a.Text == "noted" && a.Words != "" })
	}
}

// toNextMeeting begins what goes to another meeting of the same body, which is put off.
var toNextMeeting = exact(`^(?:提交|提请|报请)[^，。；]{0,4}下(?:一)?次`)

// hanFelt is what a body says of itself beside what it did, not what it points out.
var hanFelt = exact(`^(?:满意|赞赏|感谢|充分肯定|肯定)$`)

// inTitle reports whether a place of a text is within the marks of a title.
func inTitle(text string, at int) bool {
	return strings.LastIndex(text[:at], "《") > strings.LastIndex(text[:at], "》")
}

// lead is what stands above decisions: the part of the text that they have, and what they are if
// their words do not say it. A loose one heads clauses that hold more than decisions.
type lead struct {
	prefix, code string
	loose        bool
	last, flat   bool // it is the piece before; what it heads are clauses of its own level
}

var (
	hanHeadWords = `(?:会议|大会|评审|讨论|最终|主要|重点|关键|核心|形成|达成|董事会|理事会|监事会|委员会|业委会|党组会?|一致|双方|各方|本次|此次|研究|审议|产品|技术|方案|形成的?|经)*`
	// hanHead heads decisions: alone, or before the first of them.
	hanHead  = `(?:决定|决议|议定|议决|决策|结论|共识|定论|商定|议决事项|审议意见|评审意见|评审结论|结论性意见|处理意见|(?:讨论|议事|协商|会商|评议|商议|审议)结果|会议成果)(?:的)?(?:事项|内容|意见|要点|结果|汇总|清单|记录)?(?:如下)?`
	headOnly = exact(`^[【\[]?` + hanHeadWords + hanHead + `[】\]]?\s*[：:]?$`)
	headThen = exact(`^(?:[-–—•*]\s*)?[【\[]?` + hanHeadWords + hanHead + `(?:(?:[一二三四五六七八九十\d]{1,2}|\s*第?[\d〔〕()（）-]{1,14}号?)?(?:[】\]]\s*[：:]?|\s*[：:])|\s*(?:第?[\d-]{3,14}号?)[\s\x{3000}]+)\s*`)
	leadsTo  = exact(`(决定|决议|议定|议决|商定|约定|确定|明确|同意|共识|意见|结论|通过|部署|要求|建议|安排)(?:了)?(?:如下|以下|下列)?[^，。；：:]{0,10}[：:]$`)
	onTopics = exact(`(?:议题|议程|汇报|问题|人员|材料|文件|内容)(?:如下)?[：:]$`)
)

// leadBy returns what heads the decisions below a piece, if it does.
func (d *Draft) leadBy(p *Piece) lead {
	text := p.words()
	if i := strings.LastIndexAny(strings.TrimRight(text, "：:。 "), "。\n"); i > 0 {
		_, size := utf8.DecodeRuneInString(text[i:])
		text = text[i+size:]
	}
	code := ""
	switch m := leadsTo.FindStringSubmatch(text); {
	case len(p.Items)+len(p.Rows) > 0:
		return lead{}
	case headOnly.MatchString(text):
		code = "decided"
	case m == nil || onTopics.MatchString(text) || p.Heading:
		return lead{}
	case m[1] == "要求" || m[1] == "部署" || m[1] == "安排":
		code = "instructed"
	case m[1] == "建议":
		code = "recommended"
	default:
		code = "decided"
	}
	l := lead{prefix: p.ID + ".", code: code, last: !p.Heading}
	if i := strings.LastIndex(p.ID, ".p"); i > 0 {
		l.prefix = p.ID[:i+1]
	}
	if model.PartOf(p.ID) == model.PartPreamble {
		l.prefix = "c"
		l.loose = looseLead.MatchString(text)
	}
	return l
}

// looseLead announces minutes, or what was discussed.
var looseLead = exact(`纪要|就[^，。；]{2,40}讨论|讨论了`)

// hanLeads returns what heads the decisions at a piece: the lead before it, unless its part ends.
func (d *Draft) hanLeads(above lead, p *Piece) lead {
	if own := d.leadBy(p); own.code != "" {
		return own
	}
	if above.code != "" && p.Num != "" && !p.Heading && (above.last || above.flat) {
		above.flat, above.last = true, false // the numbers below it are clauses beside its own
		return above
	}
	above.last = false
	if above.code != "" && (above.flat || !strings.HasPrefix(p.ID, above.prefix) || d.lex.closing.MatchString(p.Text) || anotherStep.MatchString(p.Text)) {
		return lead{}
	}
	return above
}

// anotherStep is a label of what is no decision.
var anotherStep = exact(`^[【\[]?(?:会议)?(?:讨论|背景|说明|问题|议题|汇报|发言|备注|风险|表决|附件|下次会议|行动|待办|后续|会后|任务|下一步|工作安排|案由|说明|交流|遗留|未决|待定|待议|其他)\p{Han}{0,6}[】\]]?\s*[：:]?$`)

// hanResolved makes an act of what stands below a lead or behind a label such as "决议：", and of a
// paragraph that begins with a verb of decision.
func (d *Draft) hanResolved(p *Piece, text string, below lead) {
	if p.Heading && !headedPoint(below, text) || len(p.Rows) > 0 || model.PartOf(p.ID) == model.PartPreamble && below.code == "" && !headThen.MatchString(text) {
		return
	}
	at := 0
	for i, line := range strings.Split(p.words(), "\n") {
		from := at
		at += len(line) + 1
		if i > 0 && len(p.Items) == 0 {
			return
		}
		m := headThen.FindString(line)
		line, from = line[len(m):], from+len(m)
		if line == "" || d.leadBy(p).code != "" || d.lex.step.MatchString(line) || hanTail.MatchString(line) {
			continue
		}
		if onlyTopic.MatchString(line) {
			continue
		}
		code, words, ok := d.hanDecision(p, line, below, m != "")
		if ok && (len(p.Items) > 0 || !p.settledBy(from+strings.Index(line, words)) && (len(p.Acts) == 0 || !slices.Contains(hanWeak, code))) {
			d.hanQuote(p, p.words(), code, words, from+strings.Index(line, words))
		}
	}
}

// headedPoint reports whether a line below a lead is a decision, though it looks like a heading.
func headedPoint(below lead, text string) bool {
	return below.code != "" && hanClauseEnd.MatchString(text)
}

// onlyTopic is a line that names what the points below it are about.
var onlyTopic = exact(`^关于[^，。；：]{2,40}[。：:]?$`)

// hanDecision says what a line below a lead, or behind a label, does.
func (d *Draft) hanDecision(p *Piece, line string, below lead, labelled bool) (code, words string, ok bool) {
	code, words, ok = hanResolution(line)
	if ok && (below.code != "" || labelled || settlesAlone(line, code, words)) {
		return code, words, true
	}
	first := below.prefix != "c" || below.flat || strings.HasSuffix(p.ID, ".p1")
	if !labelled && (below.code == "" || below.loose || len(p.Items) == 0 && (len(p.Acts) > 0 || !first)) {
		return "", "", false
	}
	switch {
	case d.hanOrder(line), below.code != "" && len(d.hanDoes(line)) > 0:
		code = "instructed"
	case handedOn.MatchString(line):
		code = "referred"
	case below.code != "":
		code = below.code
	default:
		code = "decided"
	}
	return code, hanBegin(line), true
}

// settlesAlone reports whether a verb settles something in a line that no label heads.
func settlesAlone(line, code, words string) bool {
	return hanFirm.MatchString(line[strings.Index(line, words):]) || code == "rejected" || code == "deferred" || code == "appointed" && strings.Contains(line, "为")
}

// handedOn says that another body is to decide.
var handedOn = exact(`(?:提交|提请|报请|报)[^，。；]{2,16}?(?:审议|审批|批准|审定|讨论|表决|研究|决定|审核)`)

// settles reports whether a piece has an act that settles something.
func (p *Piece) settles() bool {
	return slices.ContainsFunc(p.Acts, func(a Act) bool { return slices.Contains(hanStrong, a.Text) })
}

// settledBy reports whether an act up to a place of the text settles something.
func (p *Piece) settledBy(at int) bool {
	return slices.ContainsFunc(p.Acts, func(a Act) bool { return slices.Contains(hanStrong, a.Text) && a.from <= at })
}

// hanTail stands at the end of a record and decides nothing.
var hanTail = exact(`^(?:（盖章）|主题词|抄送|抄报|报送|分送|发送|发至|印发|签发|拟稿|核稿|校对|出席|参加|列席|请假|缺席|记录|主持|散会|附件|\p{Han}{2,24}(?:（盖章）|\(盖章\))|\p{Han}{0,12}(?:整理|印发)$)|^\d{4}年\d{1,2}月\d{1,2}日\p{Han}{0,4}$|(?:签字|签名|盖章)[：:）)]?\s*[_＿]*$`)

// hanResolution says what a decision does by the verb with which one of its first clauses begins.
func hanResolution(text string) (code, words string, ok bool) {
	for i, c := range hanClauses(text, 0, len(text)) {
		rest := hanOpening.ReplaceAllString(text[c[0]:c[1]], "")
		if m := whoMet(rest); m != "" && i == 0 {
			rest = rest[len(m):]
		}
		if code, words, ok = hanVerb(rest); ok && strings.HasPrefix(rest, words) {
			return code, words, true
		}
		if i == 2 || !hanReason.MatchString(text[c[0]:c[1]]) {
			break
		}
	}
	return "", "", false
}

// hanReason begins a clause that gives the reason or the occasion of a decision.
var hanReason = exact(`^(?:经|为|为了|鉴于|考虑到|根据|按照|针对|关于|依据|由于|因|对|自|从|在|就|\d)`)

// hanBegin are the first words of a decision, which an act quotes.
func hanBegin(text string) string {
	text = strings.TrimLeft(text, " -–—•*")
	if i := hanClauseEnd.FindStringIndex(text); i != nil && i[0] > 0 {
		text = text[:i[0]]
	}
	runes := []rune(text)
	return strings.TrimSpace(string(runes[:min(len(runes), 20)]))
}
