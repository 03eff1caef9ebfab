package draft

// refusingWords are the words of each lexicon by which something is refused or put off.
var refusingWords = map[*lexicon]*refusing{
	english: {
		to: []saying{
			{"rejected", re(`\b((?:(?:was|were|is|are|been|be)\s+)?not\s+(?:\p{L}+ly\s+)?(?:accepted|approved|adopted|agreed(?:\s+to)?|supported|endorsed|granted|carried|passed|upheld|ratified|seconded|recommended|authori[sz]ed|permitted|proceeded\s+with|pursued|taken\s+(?:further|forward|up)|progressed))\b`)},
			{"rejected", re(`\b((?:was|were|been|is|are)\s+(?:(?:then|also|therefore|again|duly|unanimously)\s+)*(?:declined|refused|denied|dismissed|disallowed|turned\s+(?:down|away)|voted\s+down|thrown\s+out|ruled\s+(?:out\s+of\s+order|inadmissible)))\b`)},
			{"rejected", re(`\b(?:motion|amendment|proposal|resolution|bid|nomination|candidacy|suggestion|request|idea|application|appeal|question)\b[^.;:]{0,80}?\b(lapse[ds]|falls|fell|fail(?:s|ed)|(?:was\s+)?lost|(?:was\s+)?defeated|found\s+(?:no|little)\s+(?:support(?:ers)?|seconder|favou?r)|(?:attracted|received|had|got|won|gained)\s+(?:no|insufficient|too\s+(?:little|few))\s+(?:support|seconder|votes?|backing))\b`)},
			{"rejected", re(`\b((?:did|does)\s+not\s+(?:carry|pass|(?:receive|reach|obtain|attain|achieve|get|secure|gain|win|find|command|attract)\s+(?:(?:the|an?|any|enough|sufficient|required|necessary|requisite|needed|qualified|two-thirds|absolute)\s+)*(?:majority|second(?:er)?|votes?|support|approval|two-thirds|favou?r|consent|backing)))\b`)},
			{"rejected", re(`\b(we\s+(?:won['’]t|will\s+not|are\s+not\s+going\s+to|do\s+not|don['’]t)\s+(?:take|merge|accept|support|adopt|proceed|pursue|do|go|fund|include|ship|approve))\b`)},
			{"rejected", re(`\b((?:it\s+was|was|were)\s+(?:therefore\s+)?(?:decided|agreed|resolved)\s+not\s+to)\b`)}, {"rejected", re(`\b(unfavou?rable\s+opinion|opinion\s*:\s*unfavou?rable|outcome\s*:\s*(?:rejected|unfavou?rable|declined|refused|not\s+approved))\b`)},
			{"rejected", re(`\b(there\s+was\s+(?:no|little)\s+(?:support|appetite|majority|enthusiasm)|(?:agreed|decided|resolved|voted)\s+against)\b`)},
			{"deferred", re(`\b(no\s+(?:\p{L}+\s+)?(?:decision|agreement|consensus|conclusion)(?:\s+(?:was|were|has\s+been|could\s+be|is)\s+(?:yet\s+)?(?:reached|taken|made|achieved|found|arrived\s+at))?)\b`)},
			{"deferred", re(`\b((?:was|were|be|been|is|are|stands?)\s+(?:(?:then|therefore|again|once\s+more)\s+)*(?:(?:left|kept)\s+(?:over|open|pending|undecided|on\s+the\s+table|in\s+abeyance|for\s+(?:the\s+next|a\s+later|another)|until)|held\s+(?:in\s+abeyance|back|over)|put\s+(?:on\s+hold|back|aside)|set\s+aside|laid\s+(?:over|on\s+the\s+table|aside)|not\s+(?:taken|reached|considered|dealt\s+with|decided|resolved|settled)|stood\s+(?:over|down)|punted|parked|shelved|kept\s+open|adjourned\s+(?:to|until)))\b`)},
			{"rejected", re(`(?:^|[.:–—-]\s+)(laps(?:ed|es)(?:\s+for\s+(?:want|lack))?|(?:approval|consent|permission)\s+(?:was\s+)?(?:withheld|refused))\b`)}, {"deferred", re(`(?:^|[.:,–—-]\s+)(not\s+now|revisit\s+(?:in|at|next|later))\b`)}, {"rejected", re(`\b((?:rejected|declined|refused)\s+by\s+the\s+(?:group|board|council|committee|meeting|members|panel))\b`)}, {"deferred", re(`\b(not\s+(?:yet\s+)?ready\s+(?:for\s+(?:a\s+)?(?:vote|decision|approval)|to\s+(?:vote|decide)))\b`)},
			{"deferred", re(`(?:^|[.:–—-]\s+)(held\s+(?:for|until|over)|punted|parked|shelved|undecided|left\s+on\s+the\s+table|laid\s+over|carried\s+over|on\s+hold|not\s+reached|not\s+decided|no\s+decision(?:\s+yet)?)\b`)},
			{"deferred", re(`\b(?:item|matter|question|motion|issue|point|proposal|application)s?\b[^.;:]{0,80}?\b(remains?\s+(?:on\s+the\s+(?:floor|table)|open|pending|undecided|unresolved))\b`)},
		},
		by: []saying{
			{"rejected", re(`\b((?:did|do|does|could|can|would)\s*(?:not|n['’]t)\s+(?:\p{L}+ly\s+)?(?:accept|approve|adopt|agree\s+(?:to|with)|support|endorse|grant|authori[sz]e|allow|permit|recommend|consent|favou?r))\b`)},
			{"rejected", re(`\b((?:did\s+not|didn['’]t|do\s+not)\s+feel\s+(?:able|comfortable|ready)\s+(?:to|with)|(?:was|were|is|are)\s+not\s+(?:persuaded|convinced|satisfied|minded)|saw\s+no\s+(?:need|reason|case|grounds)|(?:decided|agreed|resolved|voted)\s+not\s+to)\b`)},
			{"rejected", re(`\b(declin(?:ed|es)\s+(?:to|the|an?|this|that)|refus(?:ed|es)\s+(?:to|the|an?|this|that)|(?:was|were|is|are)\s+(?:not\s+(?:in\s+a\s+position|prepared|willing|minded|able)|unable|unwilling)\s+to\s+(?:accept|approve|adopt|agree|support|endorse|grant|recommend|consent)|objected\s+to|opposed|turned\s+down|voted\s+(?:down|against)|came\s+out\s+against)\b`)},
			{"deferred", re(`\b((?:did|could)\s*(?:not|n['’]t)\s+(?:(?:reach|come\s+to|arrive\s+at|find)\s+(?:(?:an?|any|the)\s+)?(?:\p{L}+\s+)?(?:agreement|decision|consensus|conclusion)|agree\s+on|decide|conclude))\b`)},
			{"deferred", re(`\b(reserved\s+(?:(?:its|their)\s+(?:decision|position)|the\s+(?:question|matter|decision|issue))|ran\s+out\s+of\s+time|left\s+(?:it|the\s+(?:matter|question|item|decision))\s+(?:open|over|to\s+lie))\b`)},
		},
		nothing:  re(`\bno\s+(?:formal\s+)?(?:action|vote|motion)\s+(?:was|were|is)\s+(?:taken|required|needed|made|called)\b|\b(?:was|were)\s+(?:then\s+|therefore\s+)?withdrawn\b|\btook\s+no\s+(?:action|vote|decision)\b`),
		negation: re(`\b(?:not|never|nor|neither|n['’]t|cannot|unable\s+to|fail(?:ed|s)?\s+to|without)\s+(?:\p{L}+\s+){0,1}$`),
		clause:   re(`[;:]\s+|,\s+(?:but|and|while|whereas|so)?\s*|\s+(?:but|while|whereas|although)\s+`),
		told:     re(`\b(?:said|told|reported|recalled|explained|informed|felt|asked|wondered|hoped|feared|thought|noted|stated|remarked|advised|if|whether|when|because|since|who|which|why|nobody|no\s+one|none|previously|already|had|last\s+(?:year|month|meeting|week))\b[^;]*$`),
	},
	russian: {
		to: []saying{
			{"rejected", re(`(?:^|[^\p{L}])(не\s+(?:был[аио]?\s+)?(?:поддержан[аоы]?|одобрен[аоы]?|утвержд[её]н[аоы]?|согласован[аоы]?|удовлетвор[её]н[аоы]?|избран[аоы]?|допущен[аоы]?|рекомендован[аоы]?|прош(?:ло|ла|[её]л|ли)|набрал[аои]?|получил[аои]?\s+(?:\p{L}+\s+){0,2}?(?:поддержк|одобрени|большинств|голос)\p{L}*|наш(?:ло|ла|[её]л|ли)\s+(?:\p{L}+\s+)?(?:поддержки|отклика)))(?:[^\p{L}]|$)`)},
			{"rejected", re(`(?:решени|предложени|поправк|проект|инициатив)\p{L}*(?:[^.;:]{0,60}?)\s(не\s+принят[оаы]?)(?:[^\p{L}]|$)`)},
			{"rejected", re(`(?:собрани|совет|комисси|комитет|правлени|участник|больш[а-я]+|присутствующи|депутат|член)\p{L}*(?:\s\p{L}+){0,2}?\s(не\s+(?:поддержал|одобрил|принял|утвердил|согласовал|удовлетворил)[аио]?|отклонил[аио]?|отверг(?:л[аио])?)(?:[^\p{L}]|$)`)},
			{"deferred", re(`(?:^|[^\p{L}])((?:поговорим|обсудим|верн[её]мся|решим|рассмотрим|отложим|перенес[её]м)(?:\s+(?:\p{L}+\s+){0,4}?(?:(?:на|после|к|в|до)\s+\p{L}+|потом|позже|позднее|отдельно|весной|летом|осенью|зимой)))(?:[^\p{L}]|$)`)},
			{"rejected", re(`^от\s[^.;:,]{3,80}\s(отказались)(?:[^\p{L}]|$)`)},
			{"rejected", re(`^(?:[-–—•]\s+)?(?:в\s+(?:связи|итоге)\s[^.;:,]{3,80},?\s)?(не\s+(?:сочли\s+(?:возможн|целесообразн|нужн|необходим)\p{L}+|нашли\s+(?:возможн|целесообразн|оснований)\p{L}*|увидели\s+(?:оснований|необходимости)|поддержали|одобрили|утвердили|согласились|приняли\s+(?:предложени|поправк|отч[её]т|проект)\p{L}*))(?:[^\p{L}]|$)`)},
			{"deferred", re(`(?:^|[^\p{L}])(решени[еяй]\s+(?:\p{L}+\s+)?не\s+приняли|оставили\s+на\s+(?:следующ|потом|осень|весну|лето|зиму)\p{L}*|оставили\s+открыт\p{L}+)`)},
			{"rejected", re(`(?:^|[^\p{L}])((?:оставлен[аоы]?|оставить)\s+без\s+(?:удовлетворения|поддержки|движения)|никому\s+не\s+понравил\p{L}+|отказано|отклоня(?:ется|ются)|не\s+допуска(?:ется|ются)|признан[аоы]?\s+(?:нецелесообразн|необоснованн|преждевременн)\p{L}+)(?:[^\p{L}]|$)`)},
			{"deferred", re(`(?:решени[ея]|постановлени[ея]|резолюци[ия])(?:[^.;:]{0,60}?)\s(не\s+(?:принимал|выработан|найден)\p{L}*|нет)(?:[^\p{L}]|$)`)},
			{"deferred", re(`(?:^|[^\p{L}])((?:единого|общего)\s+мнения\s+нет|(?:единого|общего)\s+мнения\s+не\s+(?:сложилось|было)|оставлен[аоы]?\s+открыт\p{L}+|согласия\s+(?:не\s+достигнуто|нет)|к\s+(?:\p{L}+\s+)?вопросу\s+верн\p{L}+|отсроч(?:ен[аоы]?|ка\s+дана))(?:[^\p{L}]|$)`)},
			{"deferred", re(`(?:вопрос|пункт|тем[аы]|апелляци|заявлени|обращени)\p{L}*(?:[^.;:]{0,80}?)\s(не\s+(?:рассматривал|обсуждал)\p{L}+)(?:[^\p{L}]|$)`)},
		},
		by: []saying{
			{"rejected", re(`(?:^|[^\p{L}])(не\s+(?:поддержал[аио]?|одобрил[аио]?|утвердил[аио]?|принял[аио]?|согласил(?:ась|ось|ись|ся)|удовлетворил[аио]?|сч(?:[её]л|ла|ло|ли)\s+(?:возможн|целесообразн|нужн|необходим)\p{L}+|счита[ею]т\s+(?:возможн|целесообразн|нужн|необходим)\p{L}+|нашл[аио]\s+(?:возможн|оснований|целесообразн)\p{L}*|вид[ия]т\s+(?:необходимости|оснований))|отказал[аио]?(?:сь|ся)?|отверг(?:л[аио])?|высказал[аио]?(?:сь|ся)\s+против)(?:[^\p{L}]|$)`)},
			{"deferred", re(`(?:^|[^\p{L}])(не\s+(?:приш(?:ли|ла|[её]л)\s+к\s+(?:\p{L}+\s+)?(?:мнени|согласи|соглашени|решени|консенсус|выводу)\p{L}*|достигл[аи]?\s+(?:\p{L}+\s+)?(?:согласи|соглашени|консенсус|договор[её]нност)\p{L}*|договорил[аи]сь|определил[аи]сь|смогл[аи]\s+(?:прийти|договориться|согласовать|принять)))(?:[^\p{L}]|$)`)},
		},
		bare: []saying{
			{"rejected", re(`(?:^|[^\p{L}])(не\s+(?:да(?:ва)?ть\s+(?:\p{L}+\s+)?согласи[яе]|поддерживать|поддержать|одобрить|одобрять|соглашаться|согласиться|принимать|принять|утвердить|утверждать|удовлетворить|избирать|избрать|(?:допустить|допускать)\s+к|согласовывать|согласовать|рекомендовать|разрешать|разрешить|выделять|выделить|продлевать|продлить)|воздержаться\s+от|(?:считать|признать)\s+(?:[^.;:]{0,120}?\s)?(?:нецелесообразн|не\s?возможн|преждевременн|необоснованн)\p{L}+)(?:[^\p{L}]|$)`)},
			{"deferred", re(`(?:^|[^\p{L}])(повторно\s+рассмотреть|рассмотреть\s+повторно|дать\s+отсрочку|(?:вернуться|возвратиться)\s+к|к\s+(?:\p{L}+\s+){0,5}?(?:вернуться|возвратиться))(?:[^\p{L}]|$)`)},
		},
		nothing:  re(`голосовани[ея]\s+не\s+проводил\p{L}+|(?:решени[ея]|резолюци[ия]|постановлени[ея])\s+не\s+принимал\p{L}+`),
		negation: re(`(?:^|[^\p{L}])(?:не|без|ни)\s+(?:\p{L}+\s+)?$`),
		clause:   re(`;\s+|,\s+(?:а|но|и|однако|поскольку|так\s+как|который)?\s*|\s+(?:но|однако)\s+|\s+[–—]\s+`),
		told:     re(`(?:^|[^\p{L}])(?:сообщил|рассказал|напомнил|доложил|пояснил|отметил|сказал|заявил|уточнил|информировал|предложил|попросил|призвал|считает|спросил|ранее|если|котор\p{L}+|когда|почему|уже)\p{L}*(?:[^\p{L}][^;]*)?$`),
	},
	chinese: {
		to: []saying{
			{"rejected", exact(`((?:未|没有?)(?:能|予|获得?|得到|被|取得)?(?:多数|必要|足够|\p{Han}{0,4}?)(?:同意|通过|批准|采纳|支持|接受|认可|核准|推荐|赞成))`)},
			{"rejected", exact(`(?:^|[^\d人票，、]|[，、：:。—-])(不(?:予|能|再|被)?(?:同意|通过|批准|采纳|支持|接受|认可|赞成|核准|推荐|列入|纳入|受理|立项|考虑|批|写入|启动|采用))(?:[^\d人票：:]|$)`)},
			{"rejected", exact(`(票数不足|未过(?:。|$)|未(?:达到?|过|超过)(?:半数|法定|规定)\p{Han}{0,4}|不再(?:审议|讨论)|作罢|pass\s*掉)`)}, {"rejected", exact(`(?:——?|：|:)(否|不行|不办)[。；]?$`)},
			{"rejected", exact(`(暂(?:时)?不(?:予|能)?(?:同意|批准|支持|采纳|通过|赞成|接受))`)}, {"deferred", exact(`((?:留|放|推|挪|移)(?:到|至)(?:下|明年|会后|以后|年后|节后)(?:一|个)?(?:周|次|期|届|月|年|季度|阶段|轮)?)`)},
			{"deferred", exact(`((?:暂缓|暂不|暂时不|暂行搁置)(?:\p{Han}|[，。；]|$)|推迟|搁置|缓议|容后|择期|另行(?:协商|商定|研究|讨论)|待定|待议|先放一?放)`)},
			{"deferred", exact(`(?:后|时|会议|下次会?|下一次|日后|以后|择机|明年|下月|下周)(再(?:议|研究|谈|定|看|审议?|讨论|商量|行\p{Han}{2}))`)},
			{"deferred", exact(`((?:未|没有?|不)(?:能)?(?:作|做|进行)?出?(?:决定|决议|表决)|(?:未|没有?|无法|不能|尚未)(?:能)?(?:够)?(?:就[^，。；]{1,30}?)?(?:达成|形成|取得)\p{Han}{0,6}?(?:一致|共识|决议|意见|结论)|(?:意见|看法)(?:存在)?(?:较大)?(?:分歧|不一致?|不统一)|(?:未|没)(?:有|能)?谈(?:拢|妥))`)},
		},
		nothing:  exact(`撤回|撤销提案|未(?:付|予)?表决`),
		negation: exact(`(?:未|没有?|不|无法|尚未|不再|不能|难以|拒绝)(?:能|予|获得?|得到|被)?\p{Han}{0,2}$`),
		clause:   exact(`[，,；;：:。]`),
		told:     exact(`(?:此前|曾经?|原先|上次|去年|如果|若|是否|为何|报告说|表示)[^，。；]*$`),
	},
}
