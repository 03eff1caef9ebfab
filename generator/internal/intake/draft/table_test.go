package draft_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestTablesOfTasks reads tables with other heads, in another order, and with none.
func TestTablesOfTasks(t *testing.T) {
	const ru, en, zh = "# Протокол совещания от 4 марта 2024 года\n\nПрисутствовали: Иванов И.И., Петрова А.С.\n\n1. О складе\n\nОбсудили склад.\n\n", "# Minutes of 4 March 2024\n\nPresent: Ada Byron, Grace Hopper\n\n1. Store\n\nWe discussed the store.\n\n", "# 会议纪要\n\n时间：2024年3月4日\n\n参会人员：王芳、李强\n\n一、仓库\n\n讨论了仓库。\n\n"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"who.md", ru + "| Кто | Что | Когда |\n|---|---|---|\n| Иванов И.И. | Починить дверь | до 12 марта |\n| Петрова А.С. | Купить лампу | 15.03.2024 |\n", []string{"Починить дверь Иванов И.И. 2024-03-12", "Купить лампу Петрова А.С. 2024-03-15"}},
		{"head.md", ru + "| № п/п | Что сделать | Кто отвечает | Когда |\n|---|---|---|---|\n| 1 | Починить дверь | Иванов И.И. | 12 марта |\n", []string{"Починить дверь Иванов И.И. 2024-03-12"}},
		{"none.md", ru + "| 1 | Починить дверь склада | Иванов И.И. | 12.03.2024 |\n|---|---|---|---|\n| 2 | Купить лампу для склада | Петрова А.С. | 15.03.2024 |\n", []string{"Починить дверь склада Иванов И.И. 2024-03-12", "Купить лампу для склада Петрова А.С. 2024-03-15"}},
		{"lead.md", en + "| # | Action | Lead | Due |\n|---|---|---|---|\n| 1 | Mend the door | Ada Byron | 12 March |\n| 2 | Buy a lamp | Grace Hopper | 15 March 2024 |\n", []string{"Mend the door Ada Byron 2024-03-12", "Buy a lamp Grace Hopper 2024-03-15"}},
		{"by.md", en + "| By whom | By when | Item |\n|---|---|---|\n| Ada Byron | 12 March 2024 | Mend the door |\n", []string{"Mend the door Ada Byron 2024-03-12"}},
		{"both.md", en + "| Action | Who | By |\n|---|---|---|\n| Mend the door | Ada / Grace | 12 March 2024 |\n", []string{"Mend the door Ada Byron Grace Hopper 2024-03-12"}},
		{"zh.md", zh + "| 序号 | 事项 | 谁 | 时间 |\n|---|---|---|---|\n| 1 | 修理仓库大门 | 王芳 | 3月12日 |\n", []string{"修理仓库大门 王芳 2024-03-12"}},
		{"other.md", en + "| Room | Keeper | Opened |\n|---|---|---|\n| Hall | Ada Byron | yes |\n", nil},
	} {
		d := draft.Read(read(t, c.name, c.text), site(t, configuration), draft.Options{})
		valid(t, d)
		var got []string
		for _, a := range d.Actions {
			line := a.Title.Text
			for _, o := range a.Owners {
				line += " " + o.Text
			}
			got = append(got, strings.TrimSpace(line+" "+a.Deadline.Text))
		}
		equal(t, c.name, got, c.want...)
	}
}

// TestTablesOfAttendance reads tables with a column of how each attended, in words or by marks.
func TestTablesOfAttendance(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"status.md", "# Minutes of 4 March 2024\n\n| Member | Representative | Attendance |\n|---|---|---|\n| Northern Parcels | Ada Byron (Chair) | In person |\n| Lockers Ltd | Grace Hopper | Remote |\n| Kargo Union | Alan Turing | Apologies |\n| Post Office | Mary Lee | Observer |\n\n1. Store\n\nThe group approved the plan.\n",
			[]string{"present Ada Byron", "chair Ada Byron", "remote Grace Hopper", "excused Alan Turing", "observer Mary Lee"}},
		{"marks.md", "# Протокол заседания от 4 марта 2024 года\n\n| ФИО | Должность | Присутствовал |\n|---|---|---|\n| Иванов И.И. | председатель | + |\n| Петрова А.С. | инженер | ✓ |\n| Сидоров С.С. | инженер | – |\n\n1. Утвердили план.\n",
			[]string{"present Иванов И.И.", "present Петрова А.С.", "chair Иванов И.И.", "absent Сидоров С.С."}},
		{"zh.md", "# 会议纪要\n\n时间：2024年3月4日\n\n| 姓名 | 单位 | 签到 |\n|---|---|---|\n| 王芳 | 财务部 | √ |\n| 李强 | 技术部 | 请假 |\n\n一、会议通过了预算。\n",
			[]string{"present 王芳", "excused 李强"}},
		{"twice.md", "# 会议纪要\n\n时间：2024年3月4日\n\n参会人员：\n\n| 序号 | 姓名 | 单位 | 序号 | 姓名 | 单位 |\n|---|---|---|---|---|---|\n| 1 | 王芳 | 港务局 | 3 | 柏青松 | 财政局 |\n| 2 | 李强 | 海洋局 | | | |\n\n一、会议通过了预算。\n",
			[]string{"present 王芳", "present 李强", "present 柏青松"}},
		{"senders.html", "<h1>会议纪要</h1><p>时间：2024年3月4日</p><p>一、会议通过了预算。</p><p>附：参会人员名单</p><table><tr><th colspan=\"2\">北岛省</th><th colspan=\"2\">南湾省</th></tr><tr><td>宁 远</td><td>副秘书长</td><td>柏青松</td><td>厅长</td></tr><tr><td>次仁央金</td><td>总工程师</td><td></td><td></td></tr></table>",
			[]string{"present 宁远", "present 柏青松", "present 次仁央金"}},
		{"beside.md", "# 会议纪要\n\n| 会议时间 | 2024年3月4日 | 会议地点 | 二楼 |\n|---|---|---|---|\n| 主持人 | 王芳 | 记录人 | 李强 |\n| 出席人员 | 柏青松 | 宁远 | 次仁央金 |\n\n一、会议通过了预算。\n",
			[]string{"chair 王芳", "scribe 李强", "present 柏青松", "present 宁远", "present 次仁央金"}},
		{"heads.md", "# Minutes of 4 March 2024\n\n| Name | Present Absent | Comment |\n|---|---|---|\n| Ada Byron | ✓ | late |\n| Grace Hopper |  | ✓ |\n| Total | 1 | 1 |\n\n1. Store\n\nThe group approved the plan.\n",
			[]string{"present Ada Byron", "absent Grace Hopper"}},
		{"labels.md", "# Minutes of 4 March 2024\n\n| Chair | Ada Byron | Secretary | Grace Hopper |\n|---|---|---|---|\n| Present | Alan Turing, Mary Lee | Regrets | John Snow |\n\n1. Store\n\nThe group approved the plan.\n",
			[]string{"chair Ada Byron", "secretary Grace Hopper", "present Alan Turing", "present Mary Lee", "excused John Snow"}},
	} {
		d := draft.Read(read(t, c.name, c.text), site(t, configuration), draft.Options{})
		valid(t, d)
		all := map[string]bool{}
		for _, g := range d.Attendance {
			for _, w := range g.Who {
				all[g.Code+" "+w.Text] = true
			}
		}
		for _, w := range c.want {
			if !all[w] {
				t.Errorf("%s: want %q of %v", c.name, w, all)
			}
		}
		if len(all) != len(c.want) {
			t.Errorf("%s: %v", c.name, all)
		}
	}
}
