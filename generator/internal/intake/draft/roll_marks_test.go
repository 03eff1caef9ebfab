package draft_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestMarksThatTheTextExplains reads how those attended who have a mark in a table, by what the
// text says of the marks.
func TestMarksThatTheTextExplains(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"# Протокол заседания правления\n\n4 мая 2026 года\n\nЯвка (+ был, В - по видеосвязи, н - не был)\n\n| Ершова Н. К. | пред. | кв. 17 | + |\n|---|---|---|---|\n| Климов О. Д. | член | кв. 4 | В |\n| Лосева А. П. | член | кв. 28 | н (отпуск) |\n| Носов Л. П. | член | кв. 3 | + |\n",
			"present: Ершова Н. К., Носов Л. П.; remote: Климов О. Д.; absent: Лосева А. П."},
		{"# Minutes of the board\n\n4 May 2026\n\nKey: Y = there, A = apologies, Z = joined on Zoom\n\n| Trustee | Initials | 4 May |\n|---|---|---|\n| Ada Byron | AB | Y |\n| Bo Lund | BL | A |\n| Cy Hill | CH | Z |\n| Di Reed | DR | Y |\n",
			"present: Ada Byron, Di Reed; excused: Bo Lund; remote: Cy Hill"},
		{"# 业委会会议记录\n\n2026年5月4日\n\n一、签到（√到会；○请假；×未到）\n\n| 1 | 邱伯言 | 主任 | √ |\n|---|---|---|---|\n| 2 | 卞玉芬 | 委员 | ○ |\n| 3 | 鲍春生 | 委员 | × |\n| 4 | 施国庆 | 委员 | √ |\n",
			"present: 邱伯言, 施国庆; excused: 卞玉芬; absent: 鲍春生"},
		{"# Minutes of the board\n\n4 May 2026\n\nIn attendance: Ada Byron (AB), Director; Ned Orr (NO), Collections Manager\n", "present: Ada Byron, Ned Orr"},
		{"# Протокол заседания комиссии\n\n4 мая 2026 года\n\nУчастники:\n\n| Ершова<br>Нина Карловна | – | директор |\n|---|---|---|\n| Климов<br>Олег Денисович | – | советник |\n", "present: Ершова Нина Карловна, Климов Олег Денисович"},
		{"# Minutes of the joint committee\n\n4 May 2026\n\n| Management side: | Dr Ada Byron, Director (AB) – Chair<br>Bo Lund, Head of Safety (BL) |\n|---|---|\n| Copies to: | Ed Fox, Clerk<br>Fay Gill, Clerk |\n| Apologies: | Cy Hill (CH) |\n", "present: Ada Byron, Bo Lund; excused: Cy Hill"},
		{"# Record of decisions of the Council\n\n5 March 2026\n\n1. The Council met.\n\nANNEX A – LIST OF PARTICIPANTS\n\n| Government of Alder | Government of Brack |\n|---|---|\n| Mr Bo Lund, Minister (Chair)<br>Ms Di Reed, Ministry of Ports | Mrs Fay Gill, Minister |\n| Also attending: Mr Cy Hill, Ports Union; Dr Ed Fox, Coast Guard | |\n", "present: Bo Lund, Di Reed, Fay Gill; guest: Cy Hill, Ed Fox"},
		{"# Summary record\n\nSeventh meeting Velsk, 4–5 June 2026\n\n1. The following took part:\n\n| Delegation | Representatives |\n|---|---|\n| Alder | Ms Ada Byron, Minister for Water<br>Mr Bo Lund, Head of Basins |\n| Secretariat | Ms Di Reed, Programme Officer |\n", "present: Ada Byron, Bo Lund, Di Reed; secretary: Di Reed"},
		{"# Minutes of the harbour group\n\n4 May 2026\n\nPresent: Cllrs A Byron and B Lund\n\nAlso present: County Cllr C Hill; the Clerk; 5 members of the public\n", "present: A Byron, B Lund; guest: C Hill"},
		{"# Minutes of the harbour group\n\n4 May 2026\n\nPresent\n\n| Dr Ada Byron | Microbiologist (Chair) |\n|---|---|\n| Bo Lund | Compliance Officer (minutes) |\n| Cy Hill | Engineer |\n", "present: Ada Byron, Bo Lund, Cy Hill; scribe: Bo Lund"},
		{"# 监理例会记录\n\n时间：2026年5月4日\n\n| 主持 | 总监 佟德明 |\n|---|---|\n| 参会 | 建设单位：岳鹏、甘霖<br>施工：安全员 邹小军<br>设计：缺席（许文涛 请假） |\n", "absent: 许文涛; present: 岳鹏, 甘霖, 邹小军"},
		{"# 工作会议纪要\n\n2026年5月4日，委员会召开会议。会议由主任委员喻清和教授主持。\n\n会议同意该方案。\n\n出席：郑伯年、陆文举\n\n省交通厅孟祥凯、葛晓棠，省财政厅冯雅琴。\n", "present: 郑伯年, 陆文举, 孟祥凯, 葛晓棠, 冯雅琴"},
		{"# 例会纪要\n\n| 会议日期 | 会议时间 | 主持人 | 记录人 |\n|---|---|---|---|\n| 2026年5月4日 | 19:00 | 江心怡 | 毕胜 |\n", "scribe: 毕胜"},
	} {
		d := draft.Read(read(t, "minutes.md", c.text), site(t, configuration), draft.Options{})
		lossless(t, d)
		if got := strings.Join(withoutOffices(attendanceIn(d)), "; "); got != c.want {
			t.Errorf("%s\nattendance: %s\nwant: %s", c.text, got, c.want)
		}
	}
}

// withoutOffices leaves out the groups of those who had an office at the meeting.
func withoutOffices(groups []string) (out []string) {
	for _, g := range groups {
		if !strings.HasPrefix(g, "chair") && !strings.HasPrefix(g, "vice-chair") {
			out = append(out, g)
		}
	}
	return out
}

// TestTheHeadOfAMail takes neither the day of a mail nor its subject for those of the record in it.
func TestTheHeadOfAMail(t *testing.T) {
	for text, want := range map[string]string{
		"От: Анна Климова <a@pristan.example>\nКому: Правление\nДата: пт, 13 ноября 2026 г., 22:47\nТема: Протокол правления\n\nДобрый вечер! Ниже протокол.\n\nПРОТОКОЛ № 14 заседания правления\n12 ноября 2026 года, 19:30\n\nПриглашены: Ганжа Илья\n\n1. Принять отчёт к сведению.\n": "2026-11-12 ПРОТОКОЛ № 14 заседания правления 12 ноября 2026 года, 19:30",
		"From: Ada Byron <a@pier.example>\nTo: board@pier.example\nDate: Fri, 5 June 2026 22:47\nSubject: minutes\n\nMinutes of the Harbour Board\n\n4 June 2026, 7 pm\n\nPresent: Ada Byron, Bo Lund\n\n1. The report was noted.\n":                                                       "2026-06-04 Minutes of the Harbour Board",
		"发件人：李明\n收件人：各成员\n日期：2026年6月5日\n主题：纪要\n\n港口工作组会议纪要\n\n2026年6月4日，工作组召开会议。\n\n会议同意该方案。\n":                                                                                                                                                                                            "2026-06-04 港口工作组会议纪要",
		"From: Ada Byron\nTo: the board\nDate: Fri, 5 June 2026\nSubject: Minutes of the Harbour Board of 4 June 2026\n\nPresent: Ada Byron, Bo Lund\n\n1. The report was noted.\n":                                                                                                        "2026-06-04 Subject: Minutes of the Harbour Board of 4 June 2026",
		"Minutes of the Harbour Board\n\nDate: 5 June 2026\nTo: members\n\nPresent: Ada Byron\n": "2026-06-05 Minutes of the Harbour Board",
	} {
		d := draft.Read(read(t, "mail.txt", text), site(t, configuration), draft.Options{})
		if got := d.Date.Text + " " + d.Title.Text; got != want {
			t.Errorf("%s\nis %q, want %q", text, got, want)
		}
	}
}
