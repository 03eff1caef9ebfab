package draft

import "strings"

// hanWords makes a pattern of what labels in Chinese begin with: blanks may set characters wide.
func hanWords(alternatives string) *pattern { return exact(`^(?:` + wide(alternatives) + `)`) }

// chineseRoll are the words on attendance in Chinese.
var chineseRoll = &rollWords{
	kinds: []kindWords{
		{"excused", hanWords(`因(?:故|公|事|病)?(?:请假|未(?:能)?(?:出席|参加|到会|参会)|缺席|不能出席)|请假|告假|請假`)},
		{"absent", hanWords(`缺席|缺勤|未到会|未到|未出席|未参加|未参会|未能(?:出席|参加|到会)`)},
		{"guest", hanWords(`列席|特邀|受邀|邀请|旁听|来宾|嘉宾|來賓|供应商|厂商|承包商|承建商|服务商|开发商|客户方?[：:]`)},
		{"observer", hanWords(`观察员|监票人?|計票人?`)},
		{"proxy", hanWords(`受?委托(?:出席|代理)?|代理`)},
		{"remote", hanWords(`线上|视频|远程|网络|电话|線上|视讯`)},
		{"vice-chair", hanWords(`副主席|副主持`)},
		{"scribe", hanWords(`会议记录|记录整理|纪要(?:人|员)|记录|纪录|記錄|紀錄|书记员|速记|执笔|纪要整理|记$|整理|撰写|起草|撰稿|拟稿|纪要`)},
		{"secretary", hanWords(`秘书(?:长)?|秘書`)},
		{"chair", hanWords(`首席仲裁员|审判长|主\s*持|主席|召集|主\s*席`)},
		{"present", hanWords(`仲裁员|审判员|陪审员|合议庭|(?:各[国方])?代表团(?:团长|成员|组成人员)?|团长|参会|参加|参与|(?:建设|施工|监理|设计|勘察|参建|审计|代建|总包|分包|业主|使用|咨询|运营)单位|(?:甲|乙|丙|中|外|我|对|日|韩|俄|美|欧|蒙|哈|吉|塔|乌|土|朝|越|泰|缅|老|柬|印|巴|法|德|英|伊|白|[^双各三多四对地])方|出席|与会|到会|在座|应到|实到|成员|人员|名单|签到|出列席|與會|參加|評審|评审|专家组|出\s*席|会员代表|參與`)},
	},
	filler: hanWords(`名单如下|如下|原因|(?:主要|分管)?负责人|负责同志|有关|相关|常委|校领导|[市县区省厅局部]领导|事由|理由|其|人员|人員|单位|單位|人|者|委员|委員|代表|董事|监事|理事|领导|領導|股东|部门|同志|业主|专家|高管|情况|对象|同学|教师|老师|会员|党员|方|姓名|会议|會議|本次|此次|的|及|和|与|其他|其它|实际|现场|线下|主要|我方|对方|双方|甲方|乙方|拟|应|实|会|會|轮值|委员会|员|有|为|是|共|计|名|位|家长|还|均|全体|纪要|单|部分|组|如下|\d+|[一二三四五六七八九十]+|[a-z]+|、|/|·|\.|时间`),
	weak:   exact(`^(?:成员|人员|名单|(?:会议)?(?:记录|纪录|纪要|整理|起草|邀请|线上|视频|电话|委托|代理|网络))$`),
	bare:   exact(`^(?:会议)?(?:记录|纪录|纪要|整理|主席|秘书长?|邀请|线上|视频|网络|电话|委托|代理|会议记录|起草|视频会议|线上会议|会议人员|参加|参与|参会|出席|列席|时间|主持|成员代表|会议纪要)$|(?:记录|纪录|纪要|会议|單|名单)$|^\d`),
	loose:  exact(`^$`),
	notes: []kindWords{
		{"excused", exact(`(?:^|[^未没无])请假|出差|因公|因事|因病|病假|事假|休假`)}, {"absent", exact(`缺席|未到|未出席|[未没无]请假`)},
		{"remote", exact(`线上|视频|视訊|视讯|視訊|远程|电话|网络|通讯|腾讯会议`)}, {"guest", exact(`列席|特邀|嘉宾`)}, {"observer", exact(`观察员`)}, {"proxy", exact(`委托|代(?:为|其)?(?:出席|参加|表决|签)|受托`)},
		{"vice-chair", exact(`^副(?:主席|主持)人?$`)}, {"chair", exact(`^(?:会议)?(?:主持人?|主席|召集人)$|主持$`)},
		{"scribe", exact(`^(?:会议)?(?:记录|纪录|纪要)(?:人|员)?$|记录$|纪要$`)}, {"secretary", exact(`^(?:会议)?秘书$`)},
	},
}

// hanOfficeBeside adds the office at the meeting of somebody whom a cell of a table in Chinese
// names, as the cell beside it says it: "梁文光先生 | 主席".
func (d *Draft) hanOfficeBeside(cells []string, at string) {
	if d.Lang != "zh" || len(cells) < 2 || !d.personCell(cells[0]) || strings.Join(cells[2:], "") != "" {
		return
	}
	if m := officeAlone.FindStringSubmatch(strings.TrimSpace(cells[1])); m != nil {
		d.attends(d.lex.attendanceOf(m[1]+"："), cells[0], at, false)
	}
}

// officeAlone is an office at a meeting and nothing else.
var officeAlone = exact(`^((?:副)?主席|主持人?|召集人|秘书|记录人?)(?:[（(][^（）()]*[)）])?$`)
