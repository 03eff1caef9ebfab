package draft_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// chineseMinutes are minutes of a Tuesday with a paragraph to be read.
const chineseMinutes = "会议纪要\n\n时间：2025年11月4日\n出席人员：李明、张丽\n\n一、灯塔\n\n%\n\n二、其他\n\n无。\n"

// TestActsInChinese reads what a paragraph does by whoever acts and by the verb, in any clause.
func TestActsInChinese(t *testing.T) {
	for text, want := range map[string]string{
		"会议听取了港务局的汇报，原则同意灯塔方案。":      "considered approved",
		"会议认为条件不成熟，暂不列入年度计划。":        "deferred",
		"会议决定聘任李明为灯塔主任。":             "appointed",
		"会议不同意拆除灯塔。":                 "rejected",
		"双方商定互派专家。":                  "agreed",
		"甲方应于2025年12月1日前交付图纸。":       "instructed",
		"经研究，购置灯具十盏。":                "decided",
		"决议：灯塔每晚七时亮灯。":               "decided",
		"驳回渔民的申请。":                   "rejected",
		"该方案提交居民大会表决。":               "referred",
		"会议要求，各单位要认真落实。":             "instructed",
		"会议最后强调，安全第一。":               "noted",
		"听取了港务局的汇报，该方案本次不予通过。":       "considered rejected",
		"李明建议更换灯具。":                  "",
		"上届理事会通过了章程。":                "",
		"港务局于10月完成了检修，效果良好。":         "",
		"会议对港务局提出的不予设立的建议未予通过。":      "rejected",
		"会议审议并原则通过《灯塔规程》，请港务局修改后印发。": "considered approved instructed",
		"各方听取了港务局的通报，对取得的进展表示满意。":    "considered noted",
		"关于新灯塔的建议推迟至下次会议审议。":         "deferred",
		"有关经费分摊问题留待下次会议研究。":          "deferred",
		"三方未能就目标达成一致，同意在下次会议上继续讨论。":  "deferred",
		"灯具换新的事下次再聊。":                "deferred",
		"会议同意添置灯具，由秘书李明牵头办理。":        "approved instructed",
		"修订后的《灯塔规程》获全票通过。":           "adopted",
		"经费安排将在工作层面继续磋商。":            "deferred",
		"第四次会议将于2027年举行。":            "decided",
		"定了：周五换灯。":                   "decided",
		"会议应出席董事6人，出席和授权出席董事6人。":     "",
		"部分委员建议改期，会议一致同意推迟到下次会议再议。":  "deferred agreed",

		"会议认为依据不充分，暂不同意调整。":              "rejected",
		"对外接口未定，暂不批准毕业。":                 "rejected",
		"灯塔网站：信息不全，留到下周。":                "deferred",
		"灯塔网站放到下个月再看。":                   "deferred",
		"门禁系统升级暂缓，等业主大会讨论。":              "deferred",
		"关于施工许可证延期。项目部要在三个工作日内报送材料。":     "instructed",
		"第五次会议由北岛省承办，时间由双方商定。":           "decided",
		"灯塔方案：通过。先放百分之五的流量。":             "adopted",
		"关于更换钢丝绳：同意386户，反对18户，弃权8户。通过。":  "adopted",
		"关于上调物业费：同意102户，反对297户。未通过。":     "rejected",
		"会议评议通过李桂兰等4户纳入低保。":              "adopted",
		"研究生院要在12月1日前完成系统改造。":            "instructed",
		"经费通过外交渠道解决。":                    "",
		"灯具通过公开招标方式采购。":                  "",
		"同意毕胜先生辞去理事职务，增补关颖女士为本届理事。":      "approved appointed",
		"会议同意由工会先行试点，撤销原机构。":             "approved decided instructed",
		"各方原则支持关于联合演练的倡议。":               "supported",
		"决议 2025-11-03　否决出售灯塔的提议。":       "rejected",
		"决议第5号：委任江心怡女士为灯塔主任。":            "appointed",
		"委派焦阳在本月底前办理变更登记。":               "instructed",
		"修改后的预算以8票赞成、1票弃权通过。":            "adopted",
		"会议认为条件尚不具备，本次不设立基金。":            "rejected",
		"年终奖方案待董事会讨论。":                   "",
		"委托出席：毕胜委托褚建国":                   "",
		"议案获得与会委员全票赞成。":                  "approved",
		"该申请不符合条件，予以退回。":                 "rejected",
		"会议采纳了专家组的意见。":                   "adopted",
		"会议未就分摊比例达成一致。":                  "deferred",
		"会议决定设立分公司。李明应于11月30日前拟定方案。":     "decided instructed",
		"财务处应于11月30日前拟定方案。":              "instructed",
		"同意聘任李明为副总裁，任期自本次会议审议通过之日起三年。":   "appointed",
		"公司定于2025年11月18日召开股东大会。":         "decided",
		"会议决定该议题暂缓研究，由编办对接后再提会议审议。":      "deferred instructed",
		"应客户要求，同意将试运行推迟一周。":              "approved",
		"会议对意见汇总处理表予以确认。":                "approved",
		"王大海强调，各系要在11月20日前报送文本。":         "instructed",
		"哈方建议将灯塔列入议程。各方商定在下次会议上继续研究该问题。": "agreed deferred",
		"表决——赞成4，反对0，弃权1。通过：采用新格式。":      "adopted",
	} {
		actsAre(t, text, want)
	}
}

// TestOutcomesInChinese reads what was settled by votes, and what only looks as if something was.
func TestOutcomesInChinese(t *testing.T) {
	for text, want := range map[string]string{
		"关于灯塔供暖。": "",
		"决议：经征询全体董事，修正为每盏灯两元后通过。":          "adopted",
		"李明通报了收支。全体通过，公示十天。":               "adopted",
		"三户没有意见，通过，张榜公示。":                  "adopted",
		"选张丽为对外联络人。":                       "appointed",
		"李明老师、张丽老师当选。":                     "appointed",
		"渔民申请在塔旁搭棚，因阻塞通道，不获批准。":            "rejected",
		"经投票（赞成6票，反对1票），议决接纳海光公司之报价。":      "decided",
		"议决交由律师发信追讨。":                      "instructed",
		"议决于2026年1月5日举行大会。":                "decided",
		"定：用集体的钱先修灯。":                      "decided",
		"张丽提出提前付款。没有同意，按合同走。":              "rejected",
		"表决：31人中28人赞成，2人反对，1人弃权，通过该项目。":    "adopted",
		"委员会经投票（4票同意）批准投资300万元。":           "approved",
		"《灯塔规程》，38票赞成，通过审查。":               "adopted",
		"经举手表决，李明、张丽当选。":                   "appointed",
		"会议研究部署了下一阶段工作。":                   "considered",
		"会议原则同意港务局的办法，根据会议讨论意见修改完善后报县委研究。": "approved",
		"灯具更换，未完成，施工单位承诺11月16日前完成。":        "",
		"会议审议事项": "",
		"决议：修正后通过，提送院务会议审议。":          "adopted",
		"提案：建议开放灯塔。":                  "",
		"会议形成纪要如下：":                   "",
		"本次应到理事7人，委托1人。会议审议并形成如下决议：":  "considered",
		"会议决定：李明同志任港务局局长，试用期一年。":      "appointed decided",
		"会议决定暂不立项，由港务局补充材料，提交下次会议再议。": "deferred instructed",
		"张丽理事提出完善制度的建议，会议采纳该建议。":      "adopted",
		"灯塔名单已呈交。委员备悉。":               "noted",
		"李明提名张丽为维护人，赞成4票，提名通过。":       "adopted appointed",
	} {
		actsAre(t, text, want)
	}
}

// actsAre checks the acts of a paragraph in Chinese.
func actsAre(t *testing.T, text, want string) {
	t.Helper()
	fields := strings.Fields(want)
	slices.Sort(fields)
	equal(t, text, actsOf(draft.Read(read(t, "minutes.txt", replaceOnce(chineseMinutes, text)), site(t, configuration), draft.Options{})), fields...)
}

// actsOf are the acts of a draft, sorted.
func actsOf(d *draft.Draft) (out []string) {
	for _, p := range d.Pieces {
		for _, a := range p.Acts {
			out = append(out, a.Text)
		}
	}
	slices.Sort(out)
	return out
}

// TestTablesInChinese reads the outcomes in the cells of a table, and the tasks of one that has
// outcomes and tasks in one column.
func TestTablesInChinese(t *testing.T) {
	const head = "# 会议纪要\n\n时间：2025年11月4日\n\n## 灯塔\n\n"
	for _, c := range []struct{ table, acts, tasks string }{
		{"| 编号 | 意见 | 处理结果 |\n|---|---|---|\n| 1 | 删除附录 | 不采纳 |\n| 2 | 增加术语 | 采纳 |\n| 3 | 增加方法 | 待定 |\n", "adopted deferred rejected", ""},
		{"| 议题 | 议定意见 | 责任部门 | 完成时限 |\n|---|---|---|---|\n| 照明 | 同意实施，尽快招标 | 工程部、财务部 | 11月30日前 |\n| 出租 | 不同意延长租期 | 资产部 | — |\n", "approved rejected", "工程部+财务部 2025-11-30"},
	} {
		d := draft.Read(read(t, "minutes.md", head+c.table), site(t, configuration), draft.Options{})
		if got := strings.Join(actsOf(d), " "); got != c.acts {
			t.Errorf("acts of %s: %q, want %q", c.table, got, c.acts)
		}
		if got := tasksOf(d); got != c.tasks {
			t.Errorf("tasks of %s: %q, want %q", c.table, got, c.tasks)
		}
	}
}

// TestTasksInChinese reads who has to do what: offices and people before a word of duty.
func TestTasksInChinese(t *testing.T) {
	for text, want := range map[string]string{
		"由港务局牵头，财政局配合，2025年12月底前完成检修。":     "港务局 2025-12-31",
		"请县住房和城乡建设局于11月20日前报送方案。":          "县住房和城乡建设局 2025-11-20",
		"李明负责采购灯具，张丽负责安装，11月15日前完成。":       "李明 ; 张丽 2025-11-15",
		"会议决定修缮灯塔，责任单位：港务局；完成时限：11月30日。":   "港务局 2025-11-30",
		"会议决定修缮灯塔。\n— 责任人： 李明  时间： 11月30日": "李明 2025-11-30",
		"港务局要加强巡查，财政局要按时拨付。":               "港务局 ; 财政局 ",
		"委托李明、张丽两位委员参加验收，11月15日前通报结果。":     "李明+张丽 2025-11-15",
		"会议通报，港务局完成了检修。":                   "",
		"各乡（镇）人民政府于第一季度末前完成排查。":            "各乡（镇）人民政府 2026-03-31",
		"@李明 写出方案，11月20日前。":                "李明 2025-11-20",
		"各方应于2025年12月31日前报送名单。":            "各方 2025-12-31",
		"李明于十一月十五日前写出方案。":                  "李明 2025-11-15",
		"授权董事会在三十日内办理备案手续。":                "董事会 2025-12-04",
		"李明本周五前发送变更说明。":                    "李明 2025-11-07",
		"会议应出席董事6人，出席和授权出席董事6人。":           "",
		"灯塔由县电力公司承建，20日前开工。":               "县电力公司 2025-11-20",
		"由李明主持会议。":                         "",

		"电梯采购，张丽负责，11月20日前完成。":                "张丽 2025-11-20",
		"请物业经理于11月10日前完成签约。":                  "物业经理 2025-11-10",
		"授权秘书长在限额内购买理财产品。":                    "秘书长 ",
		"授权董事会秘书办理会议通知等事宜。":                   "董事会秘书 ",
		"财务部门要在11月17日前公布收支情况。":                "财务部门 2025-11-17",
		"由村委会在明年1月15日前上报材料。":                  "村委会 2026-01-15",
		"会议决定修渠，村委负责，12月底前动工。":                "村委 2025-12-31",
		"生态司会同防治总站于11月底前拿出方案。":                "生态司+防治总站 2025-11-30",
		"成员由各部门负责人组成，办公室设在综合处。":               "",
		"市城管局要督促热力公司于11月15日前完成检修。":            "市城管局 2025-11-15",
		"全面排查隐患，建立台账（应急局牵头，各企业配合，11月30日前完成）。": "应急局 2025-11-30",
		"公司定于2025年12月21日召开股东大会，授权董事会秘书办理。":    "董事会秘书 ",
		"县财政局负责落实配套资金。（12月底前完成）":              "县财政局 2025-12-31",
		"案由：行政人员调整上班时间案。":                     "",
		"说明：总干事报告结余，建议由总干事采买油漆。":              "",
		"请法务委员张丽研拟契约草案后再行提会讨论。":               "张丽 ",
		"请总干事先行估价，于11月20日前提出。":                "总干事 2025-11-20",
		"小组名单由召集人于11月20日前提出。":                 "召集人 2025-11-20",
		"授权主任委员洽询三家会计师事务所。":                   "主任委员 ",
		"请教务处会同信息中心检讨选课系统。":                   "教务处+信息中心 ",
		"请网路委员联系厂商议价并追踪后续进度。":                 "网路委员 ",
		"请环委接洽厂商报价。":                          "环委 ",
		"请总干事报告管理费缴费情形。":                      "",
		"由县委编办进一步对接后再提会议审议。":                  "县委编办 ",
		"王大海强调，各系要在11月20日前报送文本。":              "各系 2025-11-20",
		"王大海强调，各系要提高认识。":                      "",
		"应客户要求，同意将试运行推迟一周，由李明本周五前发函。":         "李明 2025-11-07",
		"要求财务部门两周内公布收支情况。":                    "财务部门 2025-11-18",
		"责成港务局牵头，会同各区政府，于本月底前完成调查。":           "港务局 2025-11-30",
		"李明提出设立沙龙的建议，委员会表示支持，请科研院研究落实。":       "科研院 ",
		"张丽传达上级关于防火的要求，请各组长挨户通知到位。":           "各组长 ",
		"张丽认为不急，建议请港务局再看看。":                   "",
		"会议建议研究生院进一步凝练方向，于11月15日前将申报书报秘书处备案。": "研究生院 2025-11-15",
		"授权主任委员会同法务办公室修改定稿后发布。":               "主任委员+法务办公室 ",
		"各项目省份要按季度报送执行进度。":                    "各项目省份 ",
		"提名委员会（召集人张丽）11月30日前提出建议人选。":          "提名委员会 2025-11-30",
		"委派张丽于本月底前办理变更登记。":                    "张丽 2025-11-30",
		"李明秘书长负责起草管理办法。":                      "李明 ",
		"请物业主任张丽同志询价。":                        "张丽 ",
		"各工作组在2025年12月15日前提交年度计划。":            "各工作组 2025-12-15",
		"小组应在11月底前拿出更新方案。":                    "小组 2025-11-30",
		"由会计 郎彩霞负责联系评估公司，11月20日前出结果。":         "郎彩霞 2025-11-20",
		"中方同意培训人员，并在年底前提供首批试剂。":               "states/cn 2025-12-31",
		"双方商定于2025年11月30日前完成现场测试。":            "双方 2025-11-30",
		"张丽女士将于十一月底前向业主派发通告。":                 "张丽 2025-11-30",
		"请张丽在收到方案后20日内反馈意见。":                  "张丽 ",
		"会议应于11月20日前召开。":                      "",
		"市发改委做好煤炭储备，确保储备量不少于20天用量。":           "市发改委 ",
		"各责任单位务必提前准备。":                        "",
	} {
		haveTasks(t, text, want)
	}
}

// tasksOf are the owners and the deadline of each action of a draft.
func tasksOf(d *draft.Draft) string {
	var out []string
	for _, a := range d.Actions {
		out = append(out, strings.Join(textsOf(a.Owners), "+")+" "+a.Deadline.Text)
	}
	return strings.Join(out, "; ")
}

// haveTasks fails where the tasks of minutes in Chinese that have a text are other ones.
func haveTasks(t *testing.T, text, want string) {
	t.Helper()
	d := draft.Read(read(t, "minutes.txt", replaceOnce(chineseMinutes, text)), site(t, configuration), draft.Options{})
	if got := tasksOf(d); got != want {
		t.Errorf("%s:\n got %q\nwant %q", text, got, want)
	}
}

// TestTasksBelowALead reads what those have to do whom a line above names, and what stands below a
// decision beside the words for who does it.
func TestTasksBelowALead(t *testing.T) {
	for text, want := range map[string]string{
		"会议要求港务局：\n1. 11月20日前完成检修；\n2. 主动联系渔民，听取意见。":   "港务局 2025-11-20; 港务局 ",
		"会议决定：\n1. 港务局安排专人巡查，发现险情立即报告。\n2. 同意添置灯具。":    "港务局 ",
		"会议议定：\n（一）各村安排专人看守灯塔。\n（二）不合格的灯具一律退货。":        "各村 ",
		"责任领导：李明\n责任单位：港务局\n完成时限：11月30日\n对灯塔开展一次全面检修。": "李明+港务局 2025-11-30",
		"请张丽：（1）整理灯塔图纸；（2）11月20日前送审。":                  "张丽 ; 张丽 2025-11-20",
	} {
		haveTasks(t, text, want)
	}
}

// TestPeopleInChinese reads those who came of labels and sentences, with posts and offices about
// their names.
func TestPeopleInChinese(t *testing.T) {
	const text = "港务管理委员会会议纪要\n\n2025年11月4日，市委副书记、市长欧阳海主持召开会议。副市长李明、张 丽和秘书长王建国出席会议，港务局局长赵敏列席会议。委员周涛因公请假。会议由陈晓担任记录。\n\n" +
		"特邀：渔业协会（孙芳、马腾）\n\n一、灯塔\n\n会议通过了方案。\n"
	d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{})
	var got []string
	for _, g := range d.Attendance {
		for _, w := range g.Who {
			got = append(got, g.Code+" "+w.Text)
		}
	}
	slices.Sort(got)
	equal(t, "attendance", got, "chair 欧阳海", "excused 周涛", "guest 孙芳", "guest 赵敏", "guest 马腾", "present 张丽", "present 李明", "present 王建国", "scribe 陈晓")
}

// TestTraditionalCharacters reads minutes in traditional characters, and keeps these.
func TestTraditionalCharacters(t *testing.T) {
	const text = "資訊學系系務會議紀錄\n\n時間：中華民國一一三年十月十六日\n主席：陳建宏主任\n出席：林淑芬、黃志明\n請假：吳俊賢\n\n一、修業規則\n\n決議：照案通過。\n\n二、設備\n\n會議決定緩議，請黃志明老師於11月15日前提出規格。\n"
	d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{})
	lossless(t, d)
	valid(t, d)
	if d.Date.Text != "2024-10-16" || d.Chair.Text != "陳建宏" {
		t.Errorf("the day is %q, the chair %q", d.Date.Text, d.Chair.Text)
	}
	if !strings.Contains(d.Text(), "會議決定緩議，請黃志明老師於11月15日前提出規格。") {
		t.Error(d.Text())
	}
	if len(d.Actions) != 1 || d.Actions[0].Owners[0].Text != "黃志明" || d.Actions[0].Deadline.Text != "2024-11-15" {
		t.Errorf("actions: %+v", d.Actions)
	}
}
