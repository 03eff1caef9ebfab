package draft

import "strings"

// doubting are the words by which a sentence may be an act or a task, and names of people anywhere.
// They are broad: what they find is only listed.
type doubting struct {
	decides *pattern
	settles *pattern // of these, those that decide
	tells   *pattern
	gives   *pattern   // of a task: forms that name somebody, whom no rule knows
	says    *pattern   // behind a name: what somebody said, or did not do
	does    *pattern   // behind a name: what somebody will do
	roster  *pattern   // has words of those who were there
	idle    *pattern   // has words of these and means something else
	names   []*pattern // the last group is the name
}

// doubtWords are those of each lexicon.
var doubtWords = map[*lexicon]doubting{
	russian: {
		decides: re(`(?:^|[^\p{L}])(?:реши(?:л[аио]?|ть|м|ли)|реша[ею]т|реш[её]н[оаы]?|(?:принят[оыа]?|вынес\p{L}*)\s+(?:\p{L}+\s+)?решени\p{L}|постанов(?:ил[аио]?|ить|ляет|лено)|утверд(?:ил[аио]?|ить)|утвержд(?:[её]н[оаы]?|а[ею]т)(?:ся)?|(?:отклоня|одобря|допуска|призна|принима|избира|назнача|поруча|увольня|включа|исключа|продлева|отменя)[её]?[юе]тся` +
			`|одобр(?:ил[аио]?|ить|[ея]н[оаы]?|я[ею]т)|приня(?:л[аио]?|т[оаы]?|ть)|принима[ею]т|соглас(?:ил\p{L}+|ова(?:л[аио]?|ть|н[оаы]?)|ны|ен|ить\p{L}+)|договорил\p{L}+|услови\p{L}+|избра(?:л[аио]?|ть|н[оаы]?)|назнач(?:ил[аио]?|ить|ен[оаы]?|а[ею]т)` +
			`|отлож(?:ил[аио]?|ить|ен[оаы]?)|перенес(?:л[аио]?|ти|[её]н[оаы]?)|отклон(?:ил[аио]?|ить|[её]н[оаы]?)|отказа(?:л[аио]?|ть|но)|не\s+возража\p{L}+|снять|снят[оаы]?|поддерж(?:ал[аио]?|ать|ан[оаы]?|ива[ею]т)|отмет(?:ил[аио]?|ить)|отмеча[ею]т|отмечен[оаы]?|констатир\p{L}+` +
			`|подтверд(?:ил[аио]?|ить)|подтвержд(?:а[ею]т|[её]н[оаы]?)|призна(?:л[аио]?|ть|н[оаы]?|ют)|определ(?:ил[аио]?|ить|[её]н[оаы]?)|установ(?:ил[аио]?|ить|лен[оаы]?)|созда(?:ть|л[аио]?|н[оаы]?)|образова(?:ть|л[аио]?|н[оаы]?)|сч(?:ита[ею]т|ли|ла|есть)|считать` +
			`|рекоменд(?:ова(?:л[аио]?|ть|но)|у[ею]т)|предлож(?:ил[аио]?|ить|ено)|предлага[ею]т|поруч(?:ил[аио]?|ить|ен[оаы]?|а[ею]т\p{L}*)|обяза(?:л[аио]?|ть)|возлож(?:ить|ил[аио]?|ен[оаы]?)|прос(?:ит|ить|ят|или)|направ(?:ить|ил[аио]?|лен[оаы]?)|внес(?:ти|л[аио]?|ен[оаы]?)|включ(?:ить|ил[аио]?|ен[оаы]?)` +
			`|исключ(?:ить|ил[аио]?|ен[оаы]?)|выдел(?:ить|ил[аио]?|ен[оаы]?)|продл(?:ить|ил[аио]?|[её]н[оаы]?)|отмен(?:ить|ил[аио]?|[её]н[оаы]?)|заслуша(?:л[аио]?|ть|н[оаы]?)|рассмотре(?:л[аио]?|ть|н[оаы]?)|выбра(?:л[аио]?|ть|н[оаы]?)|остав(?:ить|ил[аио]?|лен[оаы]?)|ввести|переизбра\p{L}+|единогласно|единодушно|консенсус\p{L}*|голосовал\p{L}*|проголосова\p{L}+` +
			`|приветств(?:овал[аио]?|у[ею]т)|выра(?:зил[аио]?|жа[ею]т)|намерен[аы]?|обязу[ею]тся|обязал[аио]?сь|достигнут[аоы]?|подписа(?:л[аио]?|ть)|приш(?:ли|ло|[её]л)\s+к|сошлись|высказал\p{L}+|в\s+поддержку|не\s+(?:стали|будем|нанима|бер[её]м|дела)\p{L}*|довол(?:ен|ьн[аы])|перенос(?:им|ится)|оста[её]мся|оставили)(?:[^\p{L}]|$)|[–—-]\s+(?:на|до)\s+(?:следующ|доработ|очередн|осен|весн|лет|зим)\p{L}+|^на\s+доработку|[–—-]\s+(?:да|нет)[.;]?$|^(?:\d+[.)]\s*)?` + infinitive + `\s+\p{L}`),
		tells: re(`(?:^|[^\p{L}])(?:долж(?:ен|на|но|ны)|обязан[аыо]?|необходимо|следует|надлежит|требуется|подлежит|подлежат|предстоит|нужно|надо|поруч(?:ил[аио]?|ить|ен[оаы]?|а[ею]т\p{L}*)|обязать|возложить|ответственн(?:ый|ые|ая|ое|ым|ого|ость)|исполнител[ьи]|отв\.|в\s+срок|срок\p{L}*\s*[:–—-]|обязу[ею]тся|обязал[аио]?сь` +
			`|не\s+поздн?ее|не\s+позже|в\s+течение|для\s+(?:рассмотрения|ответа|исполнения|подготовки)|до\s+(?:\d{1,2}[.\s]|конца)|к\s+\d{1,2}\s+\p{L}+|(?:подготов|представ|направ|обеспеч|провед|внес|сообщ|доложи|переда|согласу|оформ|закуп|состав|разработа|проработа|организу|займ|напи|узна)(?:и?т|ят|ет|ут|ют|[её]т|ется|[её]тся))(?:[^\p{L}]|$)`),
		settles: re(`(?:^|[^\p{L}])(?:реши(?:л[аио]?|ть|ли)|реш[её]н[оаы]?|постанов\p{L}+|утверд\p{L}+|утвержд\p{L}+|одобр\p{L}+|соглас\p{L}+|договорил\p{L}+|отлож\p{L}+|отклон\p{L}+|поруч\p{L}+|избра\p{L}+|назнач\p{L}+)(?:[^\p{L}]|$)`),
		gives:   exact(`(?:^|[.;:]\s+)(?:[А-ЯЁ]\p{L}+(?:[уюей]|ам|ям|ой|ей|му|им|ым)(?:\s+(?:[А-ЯЁ]\.\s?){1,2}|\s+[А-ЯЁа-яё-]{3,})?(?:\s+и\s+[А-ЯЁ]\p{L}+(?:\s+(?:[А-ЯЁ]\.\s?){1,2})?)?)\s+(?:совместно\s+|срочно\s+)?` + infinitive + `(?:[^\p{L}]|$)|^[А-ЯЁ][\p{L}\s.]{3,60}?\s` + russianWill + `(?:ся)?(?:[^\p{L}]|$)`),
		says:    re(`^[\s,–—:-]*(?:\p{L}+\s+){0,3}?(?:\p{L}+(?:л|ла|ли|лся|лась|лись)|считает|полагает|предлагает|отмечает|сообщает|просит|говорит|спрашивает|напоминает|поддерживает|возражает|докладывает)(?:[^\p{L}]|$)`),
		does:    re(`^\s*(?:[–—:-]\s*|,\s+)?(?:\p{L}+\s+){0,2}?(?:` + infinitive + `|\p{L}{2,}(?:ит|ет|[её]т|ут|ют|ят|ат)(?:ся)?|обеща[лею]\p{L}*|взял\p{L}*|взялся|бер[её]т|вызвал\p{L}+|согласил\p{L}+)(?:[^\p{L}]|$)`),
		roster:  re(`присутств|участ(?:ник|вова|и[ея])|отсутств|приглаш|член[ыа]?(?:[^\p{L}]|$)|спикер|модератор|докладчик|^(?:не\s+)?был[иа]?\s*[:–—-]|не\s+смог|^вели|вед[её]т|председат|секретар|состав|делегаци|представител|^от\s+\p{L}+|список|эксперт|наблюдател|голосом|опросные\s+листы|регистрац|руководител|протокол\s+в[её]|подпис|отпуск`),
		idle:    re(`приня(?:л\p{L}*|вш\p{L}*)\s+(?:\p{L}+\s+)?участие|заседание\s+(?:открыл|вел)\p{L}*|не\s+поступ(?:ил|ал)\p{L}+|(?:вопросов|замечаний|возражений|дополнений)\s+нет|котор\p{L}+\s+направит[^.;]*заверенн\p{L}+\s+копи`),
		names:   []*pattern{exact(`(?:^|[^\p{L}])(?:г-н|г-жа|господин\p{L}*|госпож\p{L}+|тов\.|товарищ\p{L}*)\s+(\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){0,2})`)},
	},
	english: {
		decides: re(`\b(?:punted|decid(?:ed|es?)|decision\s+(?:to|was|is|made|taken)|resolv(?:ed|es)|approv(?:ed|es?)|adopt(?:ed|s)?|agree(?:d|s)?|agreement\s+(?:to|that)|endors(?:ed|es?)|accept(?:ed|s)?|ratif(?:ied|ies|y)|(?:co-)?appoint(?:ed|s)?|(?:re-?)?elect(?:ed|s)?|nominat(?:ed|es?)|designat(?:ed|es?)|postpon(?:ed|es?)|defer(?:red|s)?|tabled|adjourned\s+(?:the\s+)?(?:item|matter)|reject(?:ed|s)?|declin(?:ed|es?)|den(?:ied|ies)|refus(?:ed|es?)|withdr(?:ew|awn)` +
			`|instruct(?:ed|s)?|request(?:ed|s)|direct(?:ed|s)|task(?:ed|s)\b|mandat(?:ed|es)|authori[sz](?:ed|es?)|delegat(?:ed|es?)\s|recommend(?:ed|s)?|urg(?:ed|es)|call(?:ed|s)\s+(?:up)?on|invit(?:ed|es)|encourag(?:ed|es)|welcom(?:ed|es)|support(?:ed|s)|confirm(?:ed|s)|reaffirm(?:ed|s)?|(?:took|takes?|taken|taking)\s+note|noted|notes\s+(?:that|the|with)|acknowledg(?:ed|es)|recogni[sz](?:ed|es)|commit(?:ted|s)\s|undert(?:ook|akes?)|pledg(?:ed|es)` +
			`|motion|moved|carried|passed|defeated|unanimous(?:ly)?|consensus|vot(?:ed|es?)|ayes?|nays?|in\s+favou?r|no\s+objections?|referred|concluded|establish(?:ed|es)|set\s+up|created|amended|waived|granted|awarded|extended|allocated|selected|chosen|chose|settled\s+on|opted|determined|considered|reviewed|received|ratified|dissolved|wins?|won|unopposed|quorum|thanked|content\s+(?:with|to)|comfortable\s+with|happy\s+(?:with|to)|supportive|(?:everyone|all|members|nobody|no\s+one)\s+(?:was\s+|were\s+|is\s+|are\s+)?(?:ok|okay|happy|fine|liked|wanted)|said\s+(?:yes|no)\b|stays?\s+(?:open|as)|go(?:ing)?\s+(?:with|ahead)|no\s+comments?|under\s+advisement|left\s+(?:to|over|with|open)|stands?\b|keep(?:ing)?\s|drop(?:ped|ping)?)\b|^\W*(?:not|nobody|none|never|no\s+(?:to|need|further\s+action|one))\s|[:–—-]\s+(?:no|yes|ok)\b|^(?:\W*\w{1,3}[.)]\s*|[^.;:]{0,60}[:–—.]\s+)?(?:approve|adopt|accept|table|defer|postpone|reject|deny|appoint|elect|refer|authori[sz]e|award|grant|close|confirm|ratify|endorse|note|receive|object|agree|oppose|withdraw|publish|merge|support|we(?:['’]re|\s+are|\s+will|['’]ll|\s+won['’]t))\b`),
		tells:   re(`\b(?:shall|must|needs?\s+to|ha(?:s|ve|d)\s+to|(?:is|are|was|were)\s+(?:asked|to\s+(?:be\s+)?\p{L}{3,})|will\s+(?:also\s+|then\s+|now\s+|be\s+)?(?:\p{L}{3,})|['’]ll|to\s+be\s+\p{L}+(?:ed|en|wn)|responsib(?:le|ility)|actions?(?:\s+(?:items?|points?))?\s*[:#–—-]|todo|to-do|task(?:ed)?|volunteer(?:ed|s)|promis(?:ed|es)|pledg(?:ed|es)|undert(?:ook|akes?)|commit(?:ted|s)\s+to|offered\s+to|asked|requested|instructed|directed|assigned|follow(?:ing|s)?[ -]up|deadline|due|should|would\s+(?:now\s+|then\s+)?(?:report|prepare|present|bring|submit|draft|write|contact|provide|circulate|send|arrange|look|meet|return|get|find|ask)|no\s+later\s+than|next\s+steps?)\b|^\W*\p{Lu}\p{L}+\s*(?:→|->|=>)`),
		settles: re(`\b(?:decided|resolved|approved?|adopted?|agreed|endorsed|accepted|ratified|(?:re-?)?elected|appointed|postponed|deferred|tabled|rejected|declined|refused|denied|instructed|directed|authori[sz]ed|carried|passed)\b`),
		gives:   exact(`(?:^|[.;:–—-]\s+|\band\s+)(?:\p{Lu}{2,3}|(?:(?:The\s+)?(?:Clerk|Secretary|Chair|Treasurer|Secretariat|Board|Staff|Committee|Manager|Office|Director))|\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]+){0,3})(?:(?:,|\s+and|\s*/|\s*&)\s+\p{Lu}[\p{L}'’.-]+)?\s+to\s+(?:also\s+)?\p{Ll}{3,}|\b(?:urged|mandated|remitted|entrusted|[Cc]alled\s+(?:up)?on|invited\s+(?:the|all)|referred\s+(?:back\s+)?to|delegated|is\s+expected\s+to|are\s+expected\s+to)\b`),
		says:    re(`^[\s,:]*(?:also\s+|then\s+|further\s+|again\s+)*(?:said|asked|noted|reported|felt|thought|wondered|explained|informed|raised|mentioned|suggested|proposed|presented|gave|spoke|stated|told|thanked|welcomed|opened|complained|confirmed|commented|remarked|described|updated|introduced|pointed|added|observed|expressed|hoped|declared|left|joined|withdrew|abstained|recused|arrived|voted|moved|seconded|attended|has|had|is|was|were|did)\b`),
		does:    re(`^\s*(?:(?:will|would|shall|can|could|should|must|may)\s+(?:also\s+|then\s+)?\p{Ll}{2,}|['’]ll\s|to\s+\p{Ll}{2,}|takes?\s|owns\s|agreed\s+to|offered|volunteer|promis|undertook|commit|has\s+to|needs?\s+to|is\s+(?:to|going)\s|looks?\s+(?:into|at|after)\s|→|=>|->|[–—-]\s+\p{Ll}{3,})`),
		roster:  re(`\b(?:present|attend\p{L}*|here|sederunt|absent|absence|apolog\p{L}+|regrets|sorry|those\s+there|staff|officers?|officials?|members?|participa\p{L}+|guests?|observers?|invited|visitors|chair\p{L}*|convenors?|moderators?|presid\p{L}+|secretar\p{L}+|clerk|scribes?|minutes\s+(?:by|taken)|notes|note[- ]?taker|recorder|trustees|directors|governors|councill?ors|commissioners|senators|delegat\p{L}+|experts?|speakers?|panel\p{L}*|roll|who|team|representatives?|represented|reps|facilitators?|hosts?|headed\s+by|led\s+by|excused)\b`),
		idle:    re(`\b(?:no\s+changes?|nothing\s+to\s+report|(?:was|were)\s+(?:also\s+)?attended)\b|\bwill\s+(?:be\s+(?:held|convened)|take\s+place|meet)\b|\bwelcomed\s+(?:everyone|everybody|all|the\s+\p{L}+\s+to)\b|\bapologies\b.{0,20}\b(?:received|accepted|noted)\b|\bapproved\s+(?:minutes|budget|plan)\b`),
		names: []*pattern{
			withTitle, exact(`\b(?:Chair(?:man|person|woman)?|President|Vice[- ]Chair|Secretary|Treasurer|Director|Minister|Ambassador|Mayor|Councillor|Councilmember|Commissioner|Professor|Rapporteur|Moderator|Clerk|Attorney|Manager|Engineer)\s+(\p{Lu}[\p{L}'’-]+\s\p{Lu}[\p{L}'’-]+)`),
			exact(`(?:^|[.;]\s+|[-–—•]\s+)(\p{Lu}[\p{Ll}'’-]+(?:\s\p{Lu}\.)?\s\p{Lu}[\p{L}'’-]+)\s+(?:will|said|moved|seconded|agreed|reported|asked|noted|presented|proposed|suggested|explained|informed|raised|offered|volunteered|to\s+\p{Ll}{3,}|gave|called|opened|chaired|joined|left|introduced|thanked|updated|mentioned|confirmed|requested|took)\b`),
		},
	},
	chinese: {
		decides: re(`决定|定于|推荐|再聊|定了|罚款|处罚|停用|不得|禁止|冻结|不再|再看|作罢|决议|通过|批准|同意|赞成|赞同|审议|审定|确定|明确了|议定|商定|约定|达成|选举|推选|推举|当选|任命|聘任|聘请|增补|免去|否决|驳回|不予|暂缓|暂不|推迟|延期|搁置|支持|欢迎|注意到|强调|指出|重申|要求|责成|授权|委托|建议|提议|确认|听取|成立|设立|采用|采纳|废除|废止|撤销|取消|指定|统一由|原则上|一致认为|共识|表决`),
		tells:   re(`负责|牵头|责任(?:人|单位|部门)|承办|应当?(?:于|在|尽|加|按|做|对|将|由|及时|当)|必须|务必|须(?:于|在|按|经|由)?|需(?:要|于|在|尽|按|由)|要(?:于|在|尽|加|按|做|对|认真|切实|进一步|积极|严格|抓|求|结合|组织)|请\p{Han}{2,}|尽快|抓紧|抓好|落实|前(?:完成|提交|报|办|形成|印发|准备|反馈)|提交|报送|跟进|督办|截止|期限|时限|责成|要求|委托|待办|承诺|由\p{Han}{2,16}(?:负责|起草|编制|制定|提出|完成|组织|准备)`),
		settles: re(`表示(?:满意|关切|赞赏)|通过|批准|同意|决定|否决|驳回|不予|暂缓|推迟|责成|授权`),
		gives:   exact(`^\P{L}*[【\[@](?:[` + hanSurnames + `]\p{Han}{1,2}|[\w .-]{2,20})(?:[、，,](?:[` + hanSurnames + `]\p{Han}{1,2}|[\w .-]{2,20}))*[】\]]\s*\p{Han}{2}|(?:^|[：:，,]\s*|@\S+\s)(?:通知|安排|委托|委派|指派|拟由|由|请|在)\P{L}?\p{Han}{2,}|@\w+\s[^，。；]*\p{Han}{4}|承诺|(?:^|[，,])\p{Han}{2,10}(?:前|内)\p{Han}{2,}`),
		says:    exact(`^[^，。；]{0,12}?(?:提出|建议|认为|介绍|汇报|表示|指出|说|提议|强调|通报|反映|分享|传达|希望|询问|补充|分析|总结|回顾|要求|宣布|主持|出席|参加|参会|列席|缺席|请假|因|反馈|展示|演示|到场|完成了|已|投\p{Han}{1,2}票|反对|弃权|赞成|同意|到会|发言|附议|回避)`),
		does:    exact(`^(?:[、和与及]\p{Han}{2,3})?(?:[：:]|\p{Han})`),
		roster:  exact(`^\p{Han}{1,4}方[：:]|出席|参会|与会|到会|参加|列席|缺席|请假|主持|记录|纪录|成员|理事|董事|监事|代表|专家|团长|召集人|人员|名单|签字|签名|委员|股东`),
		idle:    re(`(?:落实|完成|执行|整改|进展)情况|提请(?:审议|讨论|核议|审查|公决)。?$|应(?:出席|到|参会)|纪要如下|决定事项|议定事项|一式\p{Han}份`),
		names:   []*pattern{exact(`(?:` + chinesePosts + `|同学|老师)([` + hanSurnames + `]\p{Han}{1,2})(?:[，。；、：:（(\s]|率|带队|赴|等|以及|一行|任|对|在|就|与|因|未|介绍|汇报|主持|代表|提出|指出|作|向|表示|宣布|同志|先生|女士|负责|$)`), exact(`(?:^|[，。；、：:\s])([` + hanSurnames + `]\p{Han}{1,2})(?:同志|先生|女士|老师|同学|主任|局长|处长|部长|经理|教授|书记)`)},
	},
}

// anyNames are the places of all that looks like the name of a person in a text.
func (d *Draft) anyNames(text string) (out [][2]int) {
	if d.Lang == "ru" {
		for _, name := range namesIn(text) {
			if at := strings.Index(text, name); at >= 0 {
				out = append(out, [2]int{at, at + len(name)})
			}
		}
	}
	for _, p := range doubtWords[d.lex].names {
		for _, m := range p.FindAllStringSubmatchIndex(text, -1) {
			if name := text[m[2]:m[3]]; !noName.MatchString(name) && (d.Lang != "zh" || hanMayBe(name)) {
				out = append(out, [2]int{m[2], m[3]})
			}
		}
	}
	return out
}

// noName is in what begins with capital letters and is no person.
var noName = re(`\b(?:the|this|these|both|all|no|parties|committee|council|board|commission|group|members|ministry|department|office|meeting|executive|secretariat|team|project|motion|action|summary|signed|signature|date|welcome|apologies|minutes|agenda|trust|street|road|hall|room|society|association|foundation|university|college|school|company|council|club|bank|limited|ltd|inc|llc)\b`)

// blank is as much white space as a text has bytes.
func blank(text string) string { return strings.Repeat(" ", len(text)) }
