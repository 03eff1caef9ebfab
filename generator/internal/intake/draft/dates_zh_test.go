package draft_test

import (
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestDayOfMeetingInChinese reads the day of the meeting in a sentence on a visit, and not one by
// which something is to be done.
func TestDayOfMeetingInChinese(t *testing.T) {
	for text, want := range map[string]string{
		"应港务部邀请，渔业部副部长李明率团于2026年6月9日至10日访问海滨市，并出席工作组第二次会议。会议由李明和张丽共同主持。":        "2026-06-09/2026-06-10",
		"根据双方2024年5月签署的备忘录，中方组长李明于2026年5月18日至20日率团访问海滨市，并与外方组长张丽共同主持了工作组第三次会议。": "2026-05-18/2026-05-20",
		"2026年5月18日，李明副市长会见了渔业协会会长张丽一行。双方就渔港合作进行了会谈。":                           "2026-05-18",
		"李明与张丽于2026年5月18日在海滨市举行会谈。":                                             "2026-05-18",
		"李明主任主持会议，张丽出席会议。":                                                      "2026-05-20",
	} {
		minutes := "渔业合作工作组会议纪要\n\n" + text + "\n\n一、灯塔\n\n双方同意成立专家组，专家组应于2026年9月30日前召开首次会议。双方同意自2026年6月15日至9月15日在三个站点通报水位。\n\n本纪要于2026年5月20日在海滨市签署，一式两份。\n"
		d := draft.Read(read(t, "minutes.txt", minutes), site(t, configuration), draft.Options{})
		if d.Date.Text != want {
			t.Errorf("%s: the day is %q, want %q", text, d.Date.Text, want)
		}
	}
}

// TestDaysOfTheRepublic reads days in numbers in minutes of Taiwan, which count years from 1911,
// and the letters and minutes that are cited by them; other minutes have no such days.
func TestDaysOfTheRepublic(t *testing.T) {
	const text = "海滨国民小学校务会议纪录\n\n时间：114年9月3日（星期三）下午1时30分\n地点：会议室\n主席：周美云　　纪录：高雅文\n出席：曾国华、林淑芬\n\n" +
		"壹、确认上次会议纪录（114.06.18）：确认备查。\n\n贰、讨论事项\n\n案由：校本课程计划。\n\n说明：依教育局114年7月22日海教课字第1140012345号函办理。\n\n" +
		"决议：照案通过。请教务处于114/9/12前上传备查。\n\n决议：订于114.11.20办理，请学务处于下月5日前完成招标。\n\n参、散会：下午3时\n\n周美云 114/9/5（签章）\n"
	d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{})
	lossless(t, d)
	valid(t, d)
	if got, want := tasksOf(d), "教务处 2025-09-12; 学务处 2025-10-05"; got != want {
		t.Errorf("tasks: got %q, want %q", got, want)
	}
	var cited []string
	for _, c := range d.Cited {
		cited = append(cited, c.Title.Text+" "+c.Date.Text)
	}
	equal(t, "cited", cited, "上次会议纪录 2025-06-18", "海教课字第1140012345号函 2025-07-22")
	if d.Date.Text != "2025-09-03" {
		t.Errorf("the day is %q", d.Date.Text)
	}
	d = draft.Read(read(t, "minutes.txt", "港务局会议纪要\n\n时间：2026年9月9日\n\n决议：请工程处于114/9/12前提交图纸。\n"), site(t, configuration), draft.Options{})
	if got := tasksOf(d); got != "" {
		t.Errorf("tasks: got %q", got)
	}
}

// TestYearOfIssue reads the day of a meeting in Chinese that is written without its year, by that
// of issue or the number of the record.
func TestYearOfIssue(t *testing.T) {
	const below = "上午，局长李明主持召开局长办公会议，研究灯塔工作。现纪要如下：\n\n一、灯塔\n\n会议决定，工程科于5月底前完成检修。\n\n出席：李明、张丽\n"
	for head, want := range map[string]string{
		"港务局\n局长办公会议纪要\n〔2026〕8号\n港务局办公室\n2026年1月9日印发\n\n12月30日": "2025-12-30",
		"港务局\n局长办公会议纪要\n〔2026〕8号\n\n5月12日":                       "2026-05-12",
		"港务局\n局长办公会议纪要\n〔2026〕8号\n2026年5月12日\n\n5月10日":           "2026-05-12",
	} {
		d := draft.Read(read(t, "minutes.txt", head+below), site(t, configuration), draft.Options{})
		if d.Date.Text != want {
			t.Errorf("%s: the day is %q, want %q", head, d.Date.Text, want)
		}
	}
}

// TestDayAndHour reads the day of a meeting that has its time beside it, and not that of issue.
func TestDayAndHour(t *testing.T) {
	const text = "港务联席会议纪要\n〔2026〕3 号\n\n联席会议办公室　2026 年 6 月 11 日\n\n第五次全体会议纪要 2026 年 6 月 5 日下午，召集人、港务厅厅长李明在港务厅三楼\n\n会议室。现将会议议定事项纪要如下：\n\n一、灯塔\n\n会议同意购买新灯。\n\n出席：李明、张丽\n"
	if d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{}); d.Date.Text != "2026-06-05" {
		t.Errorf("the day is %q", d.Date.Text)
	}
}

// TestTermsBehindOwners reads in Chinese by when those have to do something whom no word tells it,
// and until when something was put off.
func TestTermsBehindOwners(t *testing.T) {
	for text, want := range map[string]string{
		"各股室六月底前把台账建好，交给张丽汇总。":   "各股室 2026-06-30",
		"张丽：接口文档未完成，顺延到5月20日。":   "张丽 2026-05-20",
		"张丽负责巡查，于下个月8日前报送情况。":    "张丽 2026-06-08",
		"去年三月底前把账还清了。":           "",
		"财务股于2026年3月12日出具了审计报告。": "",
		"原定5月15日的集中行动推迟至5月22日。":  "",
	} {
		d := draft.Read(read(t, "minutes.txt", "港务局会议纪要\n\n时间：2026年5月12日\n主持：李明\n出席：李明、张丽\n\n一、灯塔\n\n"+text+"\n"), site(t, configuration), draft.Options{})
		if got := tasksOf(d); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
