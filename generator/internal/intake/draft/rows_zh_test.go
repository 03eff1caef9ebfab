package draft_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestMinutesInAForm reads minutes in Chinese that are a table: labels on the left, or numbered
// points with those who see to them on the right.
func TestMinutesInAForm(t *testing.T) {
	for _, c := range []struct{ title, rows, acts, tasks, people string }{
		{
			"灯塔理事会会议纪要", `<tr><td>会议时间</td><td>2025年11月4日</td><td>地点</td><td>港务楼</td></tr>
			<tr><td>出席人员</td><td colspan="3">毕胜 江心怡</td></tr>
			<tr><td colspan="4">议 定 事 项</td></tr>
			<tr><td>议题一</td><td colspan="3"><p>灯具采购（汇报人：毕胜）</p><p>会议原则同意。港务处于11月20日前完成招标。</p></td></tr>
			<tr><td>议题二</td><td colspan="3"><p>塔梯检修</p><p>方案不予通过。</p></td></tr>
			<tr><td>签 字</td><td colspan="3"><p>理事长：毕胜</p><p>2025年11月6日</p></td></tr>`,
			"approved rejected", "港务处 2025-11-20", "present: 毕胜, 江心怡; signs: 毕胜",
		},
		{
			"灯塔业主委员会会议记录", `<tr><td>时间</td><td>2025年11月4日</td><td>记录</td><td>江心怡</td></tr>
			<tr><td>会议议题</td><td colspan="3"><p>1. 灯具采购；</p><p>2. 塔梯检修。</p></td></tr>
			<tr><td>会议内容</td><td colspan="3"><p>议题一：灯具采购</p><p>会议原则同意。</p><p>议题二：塔梯检修</p><p>毕胜提醒，检修须符合消防要求，并须事先报街道备案。方案不予通过。</p></td></tr>
			<tr><td>待办事项</td><td colspan="3"><p>（1）港务处：11月20日前完成招标；</p><p>（2）江心怡：11月25日前张贴公告。</p></td></tr>`,
			"approved instructed rejected", "港务处 2025-11-20; 江心怡 2025-11-25", "scribe: 江心怡",
		},
		{
			"灯塔家长委员会会议纪要", `<tr><td>时间</td><td>2025年11月4日</td><td>记录</td><td>江心怡</td></tr>
			<tr><td>会议主要内容</td><td colspan="3"><p>一、灯具采购。会议原则同意。</p><p>二、塔梯检修。方案不予通过。</p></td></tr>
			<tr><td>任务分工</td><td colspan="3"><p>1、江心怡：11月20日前完成招标。</p><p>2、港务处：11月25日前张贴公告。</p></td></tr>`,
			"approved instructed rejected", "江心怡 2025-11-20; 港务处 2025-11-25", "scribe: 江心怡",
		},
		{
			"燈塔管理委員會會議記錄", `<tr><td colspan="2">提案一　提案單位：港務處</td></tr>
			<tr><td>案由</td><td>修訂燈塔規程，提請審議。</td></tr><tr><td>說明</td><td>條文如附。</td></tr>
			<tr><td>決議</td><td><p>照案通過。</p><p>請港務處於2025年11月20日前公告。</p></td></tr>
			<tr><td colspan="2">提案二　提案單位：總務處</td></tr>
			<tr><td>案由</td><td>購置備用燈具。</td></tr><tr><td>決議</td><td>緩議。</td></tr>`,
			"adopted deferred instructed", "港務處 2025-11-20", "",
		},
		{
			"燈塔管理委員會會議記錄", `<tr><td></td><td></td><td>跟進</td></tr><tr><td>1.</td><td><p>上次會議記錄</p><p>一致通過。</p></td><td></td></tr>
			<tr><td>2.</td><td>續議事項</td><td></td></tr><tr><td>2.1</td><td>燈具須於2025年11月20日或之前更換。</td><td>港務處</td></tr>
			<tr><td>3.</td><td>塔梯檢修押後至下次會議討論。</td><td></td></tr>`,
			"adopted deferred", "港務處 2025-11-20", "",
		},
		{
			"燈塔管理委員會會議記錄", `<tr><td>出席：</td><td>梁志明先生</td><td>主席</td></tr><tr><td></td><td>曾芷君女士</td><td>秘書</td></tr>
			<tr><td>列席：</td><td>Ms. Ada Byron</td><td>安居公司 物業主任</td></tr>`,
			"", "", "present: 梁志明, 曾芷君; chair: 梁志明; secretary: 曾芷君; guest: Ada Byron",
		},
	} {
		page := "<h1>" + c.title + "</h1><p>日期：2025年11月4日</p><table>" + c.rows + "</table><p>（完）</p>"
		d := draft.Read(read(t, "minutes.html", page), site(t, configuration), draft.Options{})
		if got := strings.Join(actsOf(d), " "); got != c.acts {
			t.Errorf("acts of %s: %q, want %q", c.rows, got, c.acts)
		}
		if got := tasksOf(d); got != c.tasks {
			t.Errorf("tasks of %s: %q, want %q", c.rows, got, c.tasks)
		}
		people := attendanceIn(d)
		for _, p := range d.Pieces {
			if p.Signer.Text != "" {
				people = append(people, "signs: "+p.Signer.Text)
			}
		}
		if got := strings.Join(people, "; "); got != c.people {
			t.Errorf("people of %s: %q, want %q", c.rows, got, c.people)
		}
		lossless(t, d)
	}
}
