package draft

// englishMotions are how minutes in English tell of motions.
var englishMotions = &motionWords{
	moved: re(`\bm\s*/\s*s(?:\s*/\s*[cpuf])?\b[^.;]{0,60}?\b(?:to|that)\s+|^["“]?(?-i:THAT|That)\s+|\b(?:approval|adoption|acceptance|ratification)\s+of\b[^.;:]{2,120}?\bmoved\b|\bmotion\b(?:\s*\([^()]{2,60}\))?\s*[:–—-]\s*|\bmotions?\s+(?:(?:was|is|made|by|from|and|duly|then|a)\s+)*(?:[^.;:]|\b(?:mr|mrs|ms|dr|cllr|hon|prof|cr|coun|\p{L})\.){0,120}?\b(?:to|that|for)\s+|` +
		`\b(?:it\s+was\s+|was\s+|duly\s+|then\s+|also\s+|again\s+)*(?:moved|moves|proposed|proposes|motioned)\b(?:\s*\([^()]{2,60}\))?(?:[^.;:]|\b(?:mr|mrs|ms|dr|cllr|hon|prof|cr|coun|\p{L})\.){0,120}?(?:\b(?:to|that|for|the|a|we)\s+|\b(?:approval|adoption|acceptance|ratification|election|appointment|referral|postponement|deferral|deferment|endorsement|amendment)\b)|` +
		`\bupon\s+(?:a\s+)?motion\b[^;:]{0,140}?(?:\bthe\s+|\bit\s+was\s+|\bto\s+)|` +
		`\bon\s+(?:the\s+|a\s+)?motion\s+(?:of|by)\b[^;:]{0,140}?(?:\bthe\s+(?:board|council|committee|commission|members|meeting)\s+(?:voted\s+)?(?:to\s+)?|\bthe\s+|\bit\s+was\s+(?:\p{L}+\s+)?(?:to\s+|that\s+)?|\bto\s+)|` +
		`\bresolved\s*(?:as\s+an?\s+\p{L}+\s+resolution\s*)?[,:]?\s*(?:further\s*,?\s*|unanimously\s*,?\s*)?(?:that|to)\s+|\b(?:voted|vote)\b[^.;:]{0,60}?\bto\s+|\bvotes?\s*:\s*["“]?resolved,?\s+that\s+`),
	nominal:   re(`^(?:[^.;]{0,120}?\b(?:moved|moves|motion\s+for|motioned|proposed)\s+(?:for\s+)?(?:the\s+)?)?(approval|adoption|acceptance|ratification|election|appointment|referral|postponement|deferral|deferment|endorsement)\b`),
	named:     re(`^(?:[\d.]+\s*)?(?:approval|adoption|acceptance|ratification|confirmation|approve|adopt)\s+(?:of\s+)?`),
	carried:   re(`\bm\s*/\s*s\s*/\s*[cpu]\b|\b(?:carried|carries|passed|passes|prevailed|prevails|so\s+(?:voted|ordered|moved|resolved)|unanimous(?:ly)?|all\s+(?:were\s+)?in\s+favou?r|all\s+(?:ayes|aye|yes)|all\s+voted\s+(?:aye|yes|for|in\s+favou?r)|ayes\s+have\s+it|nem\.?\s+con|(?:no|without(?:\s+any)?)\s+(?:objections?|opposition|dissent)|none\s+opposed|(?:was|were|is)\s+(?:then\s+|duly\s+|hereby\s+)*(?:approved|adopted|accepted|agreed|ratified|confirmed)|(?:motion|resolution|vote)\s+(?:was\s+)?(?:approved|adopted|accepted|successful)|voted\s+(?:\p{L}+\s+)?to\s|approved\s*(?:,?\s*\d|\.|unanimously|by)|by\s+(?:consensus|acclamation|a\s+show\s+of\s+hands|voice\s+vote)|(?-i:MSC|MSP)\.?$)|[✅✔]`),
	lost:      re(`(?:^|[.;:]\s+)(?:lost|denied|rejected|defeated)\b|\b(?:fail(?:ed|s)|lapsed|(?:was|were|is)\s+(?:defeated|lost|rejected|denied|not\s+(?:carried|approved|adopted|accepted|passed|supported|agreed|seconded|upheld)|voted\s+down)|motion\s+(?:is\s+)?(?:lost|defeated|denied|rejected)|died\b|did\s+not\s+(?:pass|carry|receive)|lack\s+of\s+a\s+second|no\s+second\b|not\s+(?:carried|approved|adopted|passed))|[❌✘]`),
	tally:     re(`\b(?:vote[ds]?|approved|denied|defeated|seconded|carried|passe[ds]|results?|tally|yeas?|ayes?|yes|in\s+favou?r|for)\s*(?:was|were|of|is)?\s*[:,.]?\s*\(?(\d{1,4})\s*(?:[-–—/,;:]|to|\s+(?:in\s+favou?r|for|yes|yeas?|ayes?)\s*[,;]?)\s*(?:(?:nays?|noes|no|against|opposed)\s*:?\s*)?(\d{1,4})\b`),
	aye:       re(`\b(?:aye|yes|yea|for|\+1|in\s+favou?r|approve)\b`),
	nay:       re(`\b(?:nay|no|against|opposed|-1)\b`),
	pending:   re(`\bwithdr(?:awn|ew)\b|\bno\s+vote\b|\bruled\s+out\s+of\s+order\b`),
	outcome:   re(`^\W*(?:(?:the\s+)?(?:motion|vote|voting|roll\s+call|ayes?|all|unanimous(?:ly)?|approved|passed|carried|seconded|second|moved|sponsor|mover|in\s+favou?r|for\s*:|result|lost|defeated|denied|rejected|failed|fails|so\s+|yes|yeas?|resolution\s+(?:passed|adopted))\b|\d)|^[^.]{0,60}\bseconded\b`),
	procedure: re(`^(?:adjourn(?:\s+(?:the\s+)?(?:meeting|session|at|until|by|was|made|moved|seconded)\b|[.,;]|\s*$|ed?\b)|recess\b|close\s+(?:the\s+)?(?:meeting|debate|nominations)|call\s+the\s+question|be\s+adjourned|(?:go|move|enter|convene|retire)\s+in(?:to)?\s+(?:an?\s+)?(?:executive|closed|private|camera)|(?:come|move)\s+out\s+of|reconvene|suspend\s+(?:the\s+)?(?:standing|meeting|rules)|extend\s+the\s+meeting)`),
	does: []saying{
		{"deferred", re(`\b(tabl(?:e|ed|ing)|postpon(?:e|ed|ement)|defer(?:red|ral|ment)?|continu(?:e|ed|ance)|(?:carry|carried|hold|held|lay|laid)\s+(?:it\s+)?over|lie\s+on\s+the\s+table|push(?:ed)?\s+back|reschedul(?:e|ed))\b`)},
		{"referred", re(`\b(refer(?:red|ral)?|remand(?:ed)?|remit(?:ted)?|forward(?:ed)?|send\s+(?:\p{L}+\s+){0,6}?back|sent\s+back|return(?:ed)?\s+to)\b`)},
		{"rejected", re(`\b(den(?:y|ied)|reject(?:ed)?|declin(?:e|ed)|refus(?:e|ed)|disapprov(?:e|ed)|object\s+to)\b`)},
		{"appointed", re(`\b((?:re-?)?appoint(?:ed|ment)?|(?:re-?)?elect(?:ed|ion)?|nominat(?:e|ed)|co-?opt(?:ed)?)\b`)},
		{"recommended", re(`\b(recommend(?:ed)?|urge[ds]?)\b`)},
		{"instructed", re(`\b(direct(?:ed)?|instruct(?:ed)?|request(?:ed)?|ask(?:ed)?|task(?:ed)?|charge[ds]?)\b`)},
		{"adopted", re(`\b(approv(?:e[ds]?|al)|adopt(?:s|ed|ion)?|accept(?:s|ed|ance)?|ratif(?:y|ied|ication)|pass(?:ed)?|enact(?:ed)?|confirm(?:ed)?|taken\s+as\s+read)\b`)},
		{"supported", re(`\b(endors(?:e[ds]?|ement)|support(?:ed)?)\b`)},
		{"amended", re(`\b(amend(?:ed)?|revise[ds]?)\b`)},
		{"noted", re(`\b(receive[ds]?|note[ds]?|acknowledge[ds]?)\b`)},
		{"closed", re(`\b(dissolve[ds]?|withdraw|disband(?:ed)?)\b`)},
		{"decided", re(`\b(award(?:ed)?|grant(?:ed)?|establish(?:ed)?|creat(?:e|ed)|purchase[ds]?|allocat(?:e|ed)|increase[ds]?|reduce[ds]?|hire[ds]?|set|waive[ds]?|transfer(?:red)?|extend(?:ed)?|enter|go|object|write|publish|start|use|move|change[ds]?|raise[ds]?|spend|pay|hold|host|sign|donate|sponsor|remove[ds]?|add(?:ed)?|buy|replace[ds]?|open|is\s+elevated|moves)\b`)},
	},
}

// englishFragments are decisions in notes: "Minutes accepted", "Fence variance: denied", "Agree to
// …".
var englishFragments = &fragmentWords{
	done: append(fragmentVerbs(`accepted|approved|adopted|ratified|carried|passed|passes|endorsed|signed\s+off|ok['’]d|okayed`, "adopted"), append(
		fragmentVerbs(`rejected|denied|declined|refused|defeated|turned\s+down|voted\s+down|not\s+(?:approved|accepted|adopted|carried|agreed)`, "rejected"), append(
			fragmentVerbs(`deferred|postponed|held\s+over|carried\s+over|put\s+off|pushed\s+back|continued\s+(?:to|until)|on\s+hold|carried\s+forward|parked|left\s+open|left\s+on\s+the\s+table|laid\s+over|laid\s+on\s+the\s+table|kept\s+pending|kept\s+in\s+abeyance|adjourned\s+(?:part[- ]heard\s+)?(?:to|until)|moved\s+to\s+(?:the\s+)?next\s+(?:meeting|agenda)`, "deferred"), append(
				fragmentVerbs(`agreed|resolved`, "agreed"), append(
					fragmentVerbs(`noted`, "noted"), append(
						fragmentVerbs(`(?:re-?)?elected|(?:re-?)?appointed|co-?opted`, "appointed"), append(
							fragmentVerbs(`awarded|granted|authori[sz]ed|selected|chosen|waived|written\s+off|renewed`, "decided"),
							saying{"appointed", exact(`(?:^|[.;:,–—-]\s+|\band\s+)\p{Lu}[\p{L}.'’-]*(?:\s+(?:and\s+)?\p{Lu}[\p{L}.'’-]*){0,4}\s+((?:wins|won|ran|runs|returned|stood|is\s+elected|was\s+elected|elected|acclaimed)\s+(?:unopposed|uncontested|by\s+(?:a\s|acclamation|default|vote)|the\s+(?:vote|election|seat))|acclaimed|voted\s+in)\b`)},
							saying{"appointed", re(`\b(?:was|were|is|are)\s+(?:(?:then|duly|also|unanimously)\s+)*((?:named|chosen|made|voted\s+in|returned|confirmed|installed)(?:\s+(?:as|to\s+be))?\s+(?:the\s+|an?\s+|(?:his|her|their|its|our|\p{L}+['’]s)\s+)?(?:new\s+)?(?:` + postBefore + post + `|replacement|successor|deputy))\b`)},
							saying{"appointed", exact(`(?:^|[.;:]\s+)\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,3}\s+((?i:named|made|confirmed)\s+(?i:(?:as\s+)?(?:the\s+|an?\s+)?(?:new\s+)?(?:` + postBefore + post + `|\p{L}+\s+(?:manager|lead|editor|liaison))))\b`)},
							saying{"appointed", exact(`(?:^|[.;:]\s+)(?:\p{Lu}[\p{L}.'’-]*\s+){1,3}((?i:(?:re-?)?(?:appointed|elected)|co-?opted))\s+(?:(?i:as|to)\s+)?(?i:the\s+|an?\s+|our\s+)?\p{Ll}{3,}`)},
							saying{"appointed", exact(`(?:^|[.;:]\s+)(?:\p{Lu}[\p{L}.'’-]*\s+){1,3}((?i:appointed))\s+(?:\p{Lu}[\p{L}.'’-]*(?:,\s+|\s+and\s+|\s+)){1,6}(?:to|as)\s+(?:the|chair|members?)\b`)},
							saying{"adopted", re(`\b(?:vote|measure|resolution|ordinance|proposal|amendment|bylaw)s?\s+(passe[sd]|carries|carried)\b`)},
							saying{"appointed", re(`(?:^|[.;:,–—-]\s+|\b(?:was|were)\s+)((?:voted|elected|co-?opted)\s+(?:on\s?to|to)\s+the\s+(?:board|committee|council))\b`)},
							saying{"agreed", re(`\b(?:board|committee|trustees|directors|members|group|meeting|panel|council|all)\s+((?:(?:was|were|is|are)\s+)?(?:content|happy))\s+(?:for|with|to|that)\b`)},
							saying{"agreed", re(`(?:[–—:]|\s-)\s+(unanimous(?:ly)?|nem\.?\s+con)\s*(?:[.;,(]|$)`)},
							saying{"decided", re(`\b((?:chosen|selected|preferred)\s+(?:at\s+[$£€]|to\s+(?:do|supply|carry)))`)},
							saying{"decided", re(`\b(?:fines?|chargeback|penalty|suspension|ruling|decision)\b[^.;:]{0,40}?\b(upheld)\b`)},
							saying{"deferred", exact(`(?:^|[.;:–—]\s+)(?:[^.;:]{3,60}\s)?((?i:deferred|postponed|parked|shelved|put\s+off))\s+(?:until|till|pending)\s`)},
							saying{"deferred", exact(`[.!?]\s+((?:[Ww]e|The\s+\p{L}+)\s+(?:will|agreed\s+to|decided\s+to)\s+(?:table|defer|postpone)|Tabled?\s+(?:that|this|it|the|discussion)|(?:Deferred|Postponed)\s+(?:that|this|it|the|discussion))\s`)},
							saying{"deferred", re(`(?:[:–—]|\s-)\s+(no\s+motion\b[^.;]{0,20}[.;]\s+(?:will\s+)?(?:come|be)\s+back)`)},
							saying{"deferred", re(`\b(tabled)(?:\s+(?:to|until|till|for|pending|indefinitely)\b|\s*[.;]|$)`)},
							saying{"agreed", re(`\b(no\s+objections?|no\s*(?:body|\s*one)\s+(?:objected|was\s+(?:against|opposed))|agreed\s+by\s+(?:all|everyone|everybody)|everyone\s+(?:agree[ds]|is\s+on\s+board|was\s+(?:happy|fine|in\s+favou?r)|is\s+(?:happy|fine))|(?:everybody|everyone)\s+(?:is\s+|was\s+)?(?:agreed|fine|happy|ok|okay|in\s+favou?r)|all\s+(?:agreed|were\s+(?:happy|content|agreed)|happy|fine|ok|okay)|general\s+agreement|thumbs[- ]up|date\s+(?:is\s+)?(?:fixed|set|confirmed)|we\s+are\s+(?:all\s+)?agreed)\b`)},
							saying{"decided", re(`\b(we(?:['’]ll|\s+will)\s+(?:go\s+(?:with|for|ahead)|stick\s+(?:with|to)|keep|use|drop|adopt|switch\s+to|move\s+(?:to|ahead)|not)|we(?:['’]re|\s+are)\s+going\s+(?:with|for|ahead)|going\s+with|let['’]s\s+go\s+with|settled\s+on|(?:decision|choice)\s+(?:is|was)\s+to|(?:majority|vote)\s*(?:\([^()]*\)\s*)?(?:was\s+)?in\s+favou?r|it\s+is\s+decided|opted\s+(?:for|to)|date\s+set\s+for)\b`)},
							saying{"agreed", re(`(?:^|[:;,]\s+|\b(?:was|is|rough|reached|clear|general)\s+)(consensus)\b[^.;]{0,30}?\s(?:to|that|on)\b`)},
							saying{"deferred", re(`\b(?:was|were|is)\s+(withdrawn)\b[^.;]{0,120}?\b(?:will|would|to)\s+(?:be\s+|come\s+)?(?:taken|considered|brought|resubmitted|presented|discussed|heard|back)\b`)},
							saying{"closed", re(`\b(?:was|were|is)\s+(withdrawn)\b`)},
							saying{"deferred", re(`\b((?:we(?:['’]ll|\s+will)|will|to|would)\s+(?:come\s+back\s+to|return\s+to|revisit|pick\s+up)\s+(?:this|it|that|the\s+\p{L}+))\s+(?:again\s+)?(?:on|at|in|next|later)\b`)},
							saying{"appointed", re(`(?:^|[.;]\s+)(?:the\s+)?(?:mayor|president|chair(?:man|woman|person)?)\s+(?:(?-i:\p{Lu})[\p{L}.’'-]+\s+){0,2}((?:re-?)?appoint(?:ed|s)|designated)\s+(?-i:\p{Lu})`)},
							saying{"rejected", re(`\b((?:everyone|everybody|all|we\s+all|the\s+(?:group|board|committee|meeting))\s+(?:said\s+no|was\s+against|were\s+against))\b`)},
							saying{"decided", exact(`(?:^|[.;:–—]\s+)(?:Appeal|Complaint|Objection|Protest)s?\s+((?i:allowed|upheld))\b`)},
							saying{"decided", re(`\b(?:hours|fees?|dues|rent|prices?|rates?|date|deadline|limit|precept|subscriptions?|levy|salary|price)\b[^.;]{0,40}?\b((?:set|fixed)\s+(?:at|to|for))\b`)},
							saying{"decided", re(`\b(?:meeting|evening|date|deadline|event|launch|go-live|release|fair|party|session|call|festival|opening)\s+((?:(?:was|is)\s+)?(?:moved|changed|brought\s+forward|shifted|rescheduled))\s+(?:from|to)\b`)},
							saying{"decided", re(`\b(?:group|committee|panel|team|force|party|fund)\b[^.;]{0,40}?\b(?:was|were)\s+(established|set\s+up|formed|created)\b`)},
							saying{"agreed", re(`\b(?:clear|strong|broad|general|unanimous|rough)\s+((?:support|consensus)(?:\s+in\s+the\s+\p{L}+)?)\s+(?:for|to|in\s+favou?r)\b`)},
							saying{"deferred", re(`\b(inconclusive|tak(?:e|en)\s+(?:it\s+|this\s+)?to\s+(?:the\s+)?(?:mailing\s+)?list)\b`)},
							saying{"deferred", re(`\b((?:to|will)\s+be\s+(?:discussed|revisited|reconsidered|picked\s+up|continued|decided|taken\s+up|reviewed)(?:\s+again)?\s+(?:(?:at|in|on)\s+(?:the\s+)?)?(?:next|later|january|february|march|april|may|june|july|august|september|october|november|december|autumn|spring))\b`)},
							saying{"deferred", exact(`(?:^|[.;:]\s+)(?:[^.;:]{3,60}\s)?((?i:deferred|postponed|adjourned|held\s+over|carried\s+over|continued|moved|pushed|left))\s+(?:to|until|till)\s+(?:the\s+)?(?:next|following|\p{Lu}\p{L}+\s+(?:\d|meeting)|` + wholeMonths + `)`)},
							saying{"rejected", re(`(?:,|[–—:]|→|->)\s*(drop(?:ped)?|scrap(?:ped)?|cancell?ed|abandoned|not\s+going\s+ahead|won['’]t\s+do)\s*[.;]?$`)},
							saying{"referred", re(`\b(?:will\s+be|was|were|be|is|are)\s+((?:forwarded|submitted|sent|passed)\s+to\s+(?:the\s+)?(?:\p{L}+\s+){1,5}for\s+(?:approval|adoption|decision|consideration|endorsement|ratification))\b`)},
							saying{"referred", re(`\b(left\s+(?:to|with)\s+(?:the\s+)?(?:executive|board|committee|chair\p{L}*|officers|secretar\p{L}+|working|treasurer|council|president))\b`)},
							saying{"adopted", re(`\bminutes\b[^;]{0,80}?\b(motion|moved)\b[^.]{0,80}?\b(?:aif|all\s+in\s+favou?r|carried|passed|approved)\b`)},
							saying{"decided", exact(`[.;!?]\s+(Decision|DECISION|Decided|DECIDED|Outcome|OUTCOME|Conclusion)\s*[:–—]\s`)}, saying{"agreed", exact(`[.;!?]\s+(Agreed|AGREED|Consensus|CONSENSUS)\s*[:–—]\s`)},
							saying{"deferred", re(`\b(will\s+be\s+(?:considered|discussed|taken\s+up|revisited|decided))\s+(?:again\s+)?at\s+(?:the|its|a)\s+(?:next|future|following|later|\p{L}+th)\s+(?:meeting|session)`)},
							saying{"adopted", re(`\b(?:minutes|record|notes)\b[^.;]{0,100}?\b(?:was|were)\s+(?:[^.;]{0,60}?\sand\s+)?(?:\p{L}+ly\s+)?(confirmed)\b`)},
							saying{"referred", re(`(?:\b(?:was|were)\s+|^|[,;:–—]\s+)((?:sent|referred|passed)\s+back|remitted|passed\s+on)\s+to\b`)}, saying{"referred", re(`(?:^|[,;:–—]\s+)(referred)\s+to\s+(?:the\s+)?\p{L}`)},
							saying{"deferred", re(`\b(?:decision|item|discussion|topic|vote|matter|question|rest)\s+((?:was\s+)?(?:punted|parked|pushed|kicked|bumped|moved|slipped|rolled)\s+(?:over\s+)?(?:to|until))\b`)},
							saying{"decided", re(`\b(?:next|\p{L}+th|first|second|third)\s+(?:\p{L}+\s+){0,3}(?:meeting|session|conference|assembly)\s+(shall\s+(?:take\s+place|be\s+held|be\s+convened|meet))\b`)},
							saying{"noted", re(`\b(?:reports?|accounts|statements?|updates?|correspondence|letters?|presentations?|minutes|reconciliations?|figures|returns?|certificates?|petitions?|papers?|schedules?|briefings?)\b[^.;]{0,60}?\b((?:was|were)\s+received)\b`)},
							saying{"noted", re(`\breports?\b[^.;]{0,40}?\b(taken\s+as\s+read)\b`)},
							saying{"adopted", re(`\b(taken\s+as\s+read|signed\s+as\s+(?:a\s+)?(?:true|correct|accurate)|confirmed\s+(?:and\s+signed|as\s+(?:a\s+)?(?:true|correct|accurate)))`)},
						)...)...)...)...)...)...),
	told: []saying{
		{"rejected", re(`^(?:key\s+)?(?:decision|decided|resolution|outcome|conclusion|agreed)\s*[:–—-]\s*(no\s+(?:support|to)\b|not\s+to\b|do\s+not|don['’]t|won['’]t|will\s+not|reject\p{L}*|refus\p{L}*|declin\p{L}*|den(?:y|ied)|turned\s+down)`)},
		{"deferred", re(`^(?:key\s+)?(?:decision|decided|resolution|outcome|conclusion|agreed)\s*[:–—-]\s*(?:to\s+)?(defer\p{L}*|postpon\p{L}*|tabled?|carry\s+over|hold\s+over|revisit)\b`)},
		{"deferred", re(`^(?:[a-z\d]{1,2}[.)]\s+)?((?-i:Table|Postpone|Defer|Lay\s+over|Hold\s+over|Carry\s+over)|(?:Tabled|Postponed|Deferred))\s+(?:the|this|that|it|item|action|consideration|discussion)\b`)}, {"deferred", re(`^((?:we|the\s+\p{L}+)\s+(?:will|agreed\s+to|decided\s+to)\s+(?:table|defer|postpone|revisit))\s`)},
		{"agreed", re(`^(agree(?:d|ment)?|consensus(?:\s+was)?(?:\s+reached)?)\s*(?:[:–—]|to\b|that\b|on\b|-\s)`)},
		{"decided", re(`^((?:key\s+)?decision|decided|conclusion|outcome|resolved|we\s+decided)\s*(?:[:–—]|to\b|that\b|was\s+made\s+to\b|-\s)`)},
		{"agreed", re(`^(?:[^:]{1,90}[:.]\s+)?((?-i:OBJECT|SUPPORT|NO\s+OBJECTION|NO\s+COMMENT|APPROVE|REFUSE)S?)\b`)},
		{"instructed", re(`^(ask|request|instruct|direct|invite|task)\s+(?:the\s+)?(?:[\p{L}@][\p{L}'’.-]*\s+){1,8}?to\s`)},
		{"instructed", re(`^(?:the\s+)?(?:chair(?:man|woman|person)?|president|(?:prime\s+|deputy\s+)?minister|permanent\s+secretary|mayor|governor|moderator|convenor)\s+(?:also\s+|then\s+|further\s+)?(directed|instructed|tasked|requested)\s+(?:that|the|all|\p{Lu}\p{L}+\s+to)\b`)},
		{"appointed", re(`^(?:the\s+)?(?:mayor|president|chair(?:man|woman|person)?|commodore|moderator|rector)\s+(?:(?-i:\p{Lu})[\p{L}.’'-]+\s+){0,2}((?:re-?)?appoint(?:ed|s)|designated)\s+(?-i:\p{Lu})`)},
		{"rejected", re(`^(turned\s+down|refused|declined|rejected|denied)\s+(?:the|an?|this|that|\p{L}+['’]s)\s`)}, {"noted", re(`^(received|noted)\s+(?:the|an?|with)\s`)}, {"deferred", re(`^(left\s+over|held\s+over|carried\s+over|stood\s+over)\s+(?:to|until|till|for|pending)\b`)},
		{"noted", re(`^(received|noted)\s*[:–—]`)}, {"adopted", re(`^(confirmed|approved|adopted|accepted)\s*[:–—]\s`)}, {"considered", re(`^(considered)\s*[:–—]`)},
		{"deferred", re(`^(postponed?|deferred?|tabled?)\s+(?:to|until|till|for|pending)\b`)},
	},
	lead:     re(`^["“]?(that)\s+(?:the\s+)?\p{L}+\s*:$|\b(decided|resolved|agreed|approved|adopted|determined|recommended|instructed|requested|asked|tasked|directed|mandated|invited|decisions?|resolutions?|conclusions?)\b[^.:]{0,80}:$|^(decision|resolution|resolved|recommendation)\s*[:–—-]\s*(?:that\s+)?(?:the\s+)?\p{L}+(?:\s\p{L}+){0,2}$`),
	leadNoun: re(`^(?:that|decided|resolved|determined|decision|resolution|conclusion)`),
}

// fragmentVerbs are ways to say that something was done to what stands before: in the passive, or
// with the participle alone.
func fragmentVerbs(verbs, code string) []saying {
	return []saying{
		{code, re(`\b(?:was|were|is|are|stands?|been)\s+(?:(?:also|then|duly|formally|unanimously|hereby|again|subsequently|therefore)\s+)*(` + verbs + `)\b`)},
		{code, exact(`(?:^|[.;]\s+)[^.;:]{3,90}\s((?i:` + verbs + `))(?:\s+(?i:unanimously|nem\.?\s+con\.?|without\s+\p{L}+|with\s+thanks|by\s+\p{L}+|as\s+(?:a\s+)?\p{L}+(?:\s+record)?))?(?:\s*[.;(,]\s*(?:$|\D)|$|\s(?i:subject\s+to|pending|provided|on\s+condition)\s)`)},
		{code, re(`\b(?:was|were|is|are)\s+[^.;:]{3,90}?\s(?:and|but)\s+(?:\p{L}+ly\s+)?(` + verbs + `)\b`)},
		{code, exact(`(?:^|[:;–—]\s+|\s-\s|[.)]\s+)((?i:` + verbs + `))(?:\s*(?:$|[.,;(]|\d)|\s+(?i:unanimously|without|as|in\s+principle|until|for|to\s+(?:the\s+)?(?:next|\p{Lu})|by\s+(?:consensus|\d|vote|acclamation|(?:a\s+)?(?:voice|show|majority)|the\s+(?:board|council|committee|group))|with|pending|subject|nem)\b)`)},
	}
}

// englishOnePerson begins a sentence about one person, or somebody who is no body: what they did is
// no act, even after "and".
var englishOnePerson = re(`^(?:(?:the|outgoing|acting|an?|our)\s+)*(?:((?-i:` + englishName + `))|(?:vice\s+)?chair(?:man|person|woman)?|president|treasurer|secretary|clerk|director|manager|mayor|applicant|petitioner|developer|resident|residents|speaker|consultant|contractor|attorney|owner|presenter)\b[^;]{0,200}?(?:,|\band)\s+(?:also\s+|then\s+)?$`)

// englishBodyEnd ends with a body as the subject of what comes next, or with a passive.
var englishBodyEnd = re(`\b(?:committee|council|board|commission|assembly|senate|ministers|parties|sides|participants|members|group|trustees|directors|team|we|they|tsc|tc|motion|all|everyone)\s+(?:also\s+|then\s+|unanimously\s+)?$|\b(?:was|were|be|been)\s+(?:\p{L}+\s+){1,4}and\s+(?:\p{L}+ly\s+)?$`)
