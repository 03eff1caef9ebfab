package draft

// hanVerbs are verbs of those who meet by what they do, the longer ones first; a clause begins with
// them behind those who act.
var hanVerbs = []saying{
	{"rejected", exact(`^(不(?:予|能|再)?(?:同意|批准|通过|采纳|支持|赞成|接受|核准|认可|受理|列入|纳入|设立|立项|支付)|不予\p{Han}{2}|否决|驳回|退回|未(?:予|获|能)?(?:得)?(?:通过|批准|采纳|同意)|没有通过)`)},
	{"deferred", exact(`^(暂不|暂缓|推迟|延期|延后|延至|搁置|缓议|留待|暂时不|择期|改期|待[^，。；]{2,30}?(?:后)?再|下次(?:会议|例会|党组会|班子会|董事会|理事会)?(?:再|继续)|(?:本次|暂)?(?:不|未|没有)(?:形成|作出?|达成)(?:决议|决定|一致|结论)|另行(?:研究|审议|讨论|安排|商议|协商|商定))`)},
	{"adopted", exact(`^(审议通过|表决通过|讨论通过|通过|照案通过|采纳|核定|审定|(?:修正|修改|修订)(?:后)?通过)`)},
	{"approved", exact(`^(原则(?:上)?(?:同意|通过|批准|认可)|批准|核准|认可|准予|赞同|追认)|^(同意|赞成)(?:[^\d\s：:票]|\s*\d[\d,.]*[^\d\s票人股万，。；,.名]|$)`)},
	{"appointed", exact(`^(任命|聘任|(?:聘请|聘用)[^，。；]{2,20}[为任]|选举|推选|推举|补选|增补|选聘|提名|续聘|改选|确定[^，。；]{0,12}?(?:主席|组长|主任|会长|理事长|负责人|召集人))`)},
	{"instructed", exact(`^(要求|责成|委托|授权|指定|责令|指示|督促|部署|交由)`)},
	{"agreed", exact(`^(商定|议定|约定|一致认为|达成(?:以下|如下|了)?(?:一致|共识|协议|谅解)|承诺|愿(?:意)?|重申|将(?:于|在|继续|共同|进一步|通过|就|加强|推动|向)|应(?:于|在|就)|互相|相互)`)},
	{"supported", exact(`^(支持|拥护)`)},
	{"referred", exact(`^(提交|提请|报请|转交|移交|上报)`)},
	{"recommended", exact(`^(建议|倡议|呼吁|号召|希望|鼓励|推荐)`)},
	{"amended", exact(`^(修订|修改|修正)`)},
	{"closed", exact(`^(终止|终结|结束(?:了)?(?:对|审议)|办结|注销)`)},
	{"decided", exact(`^(决定|接受|吸收|吸纳|授予|评定|列入|纳入|批复|设置|开展|明确|确定|确认|决议|形成|制定|作出|做出|认定|选定|成立|设立|组建|追加|启动|取消|采用|选用|选择|敲定|统一|定于|定在|订于|订定|定为|拟定|调整|建立|免去|撤销|废止)`)},
	{"welcomed", exact(`^(欢迎)`)},
	{"exchanged-views", exact(`^(交换(?:了)?(?:意见|看法))`)},
	{"discussed", exact(`^(讨论)(?:[^会稿]|$)|^(研讨|探讨|商讨|磋商|交流)`)},
	{"considered", exact(`^(听取|审议|审查|研究|审核|审阅|评审|传达|学习|通报|审看|查看|回顾|总结|观看)`)},
	{"noted", exact(`^(指出|注意到|强调|获悉|知悉|认为|肯定|评价|满意|赞赏|感谢|关切|忆及|听悉|认识到)`)},
}

// hanWeak are what is said or heard before a decision, which alone counts beside it.
var hanWeak = []string{"discussed", "considered", "noted", "exchanged-views"}

// hanStrong are the codes of what settles something.
var hanStrong = []string{"rejected", "deferred", "adopted", "approved", "decided", "agreed", "appointed"}
