package draft_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestAttendanceInManyLayouts reads those who were there, and those who signed, of lines, lists,
// parts below headings, annexes and sentences.
func TestAttendanceInManyLayouts(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"parts.md", "# Board Meeting, 2026-02-11\n\n## Attendance\n\n### Members\n- Ingrid Vale (chair)\n- Samir Doshi\n\n### Staff\n- Nora Quinn\n\n### Regrets\n- Omar Fayed\n\n## Decisions\n- Approved the budget.\n",
			"chair: Ingrid Vale; excused: Omar Fayed; guest: Nora Quinn; present: Ingrid Vale, Samir Doshi"},
		{"there.txt", "Meeting notes — Storage\n\nDate: 2026-05-07\n\nThere: Mara (chairing), Ilya, devon-k\nNot there: Hugo\nNotes: Ilya\n\n1. We agreed to wait.\n",
			"absent: Hugo; chair: Mara; present: Mara, Ilya, devon-k; scribe: Ilya"},
		{"lines.txt", "Minutes of the meeting of 3 November 2026\n\nPresent:        Sir Alan Pryce (Chairman)\n                Ms H. Okafor (Chief Executive)\n                Mr J.P. van der Meer\n\nIn attendance:  Ms P. Novak, Hill & Co\n\n1. Accounts\n\nIT WAS RESOLVED that the accounts be approved.\n",
			"chair: Alan Pryce; guest: P. Novak; present: Alan Pryce, H. Okafor, J.P. van der Meer"},
		{"couple.txt", "Minutes of the meeting of 3 November 2026\n\nThe meeting was called to order at 6:30 p.m. by Chair Ruth Ellison. Members present: Tom Haskell, Joy Petrov (via Zoom). Absent: Lou Marchetti. Members of the public: Ann and Bob Reed, Carol Finch.\n\n1. The board approved the plan.\n",
			"absent: Lou Marchetti; chair: Ruth Ellison; guest: Ann Reed, Bob Reed, Carol Finch; present: Tom Haskell; remote: Joy Petrov"},
		{"dots.txt", "Minutes of the meeting of 3 November 2026\n\nROLL CALL\n\nAnton Kessler ......... Present\nMaribel Fuentes ....... Absent\n\n1. The board approved the plan.\n",
			"absent: Maribel Fuentes; present: Anton Kessler"},
		{"annex.txt", "Minutes of the meeting of 3 November 2026\n\n1. The Committee agreed the quotas.\n\nAnnex 1\nList of participants\n\nNorway\nMs Sigrid Aune, Ministry of Trade\n\nUnited Kingdom\nMr Giles Crane (Head of delegation)\n",
			"present: Sigrid Aune, Giles Crane"},
		{"sides.txt", "Agreed minutes of the session of 3 November 2026\n\n1. The Commission adopted the agenda.\n\nAnnex I\nList of the Norland delegation\n1. Ms Sigrid Aune, Minister of Trade\n2. Mr Jonas Brekke, Ambassador\n\nAnnex II\nList of the Setharan delegation\n1. Mrs Amina Yusof, Minister of Economy\n",
			"present: Sigrid Aune, Jonas Brekke, Amina Yusof"},
		{"family.txt", "Summary record of the session of 3 November 2026\n\n1. The Council adopted the agenda.\n\nANNEX A\nLIST OF PARTICIPANTS\n\nQASIR\nH.E. Sheikh Khalid bin Suror, Minister of Environment\nMr. Rashid al-Farsi, Director of Budget\nMs. Eva Kjell, Director-General, Resource Management\n\nOBSERVERS\nDr. Ines Calder, Straits Institute\n\nSECRETARIAT\nMs. Lea Moon, Programme Officer\n",
			"observer: Ines Calder; present: Khalid bin Suror, Rashid al-Farsi, Eva Kjell, Lea Moon"},
		{"links.txt", "TC 例会\n\n会议时间：2026年6月1日\n主持人：周明\n会议纪要：https://etherpad.example.org/p/TC-meetings\n参会人：吴迪、黎明月\n\n一、事项\n\n会议同意方案。\n",
			"chair: 周明; present: 吴迪, 黎明月"},
		{"wrapped.txt", "Board meeting, 11 April 2026\n\nHere: Luisa Moreno (facilitating), Patrick O’Dowd, Simone\nAchterberg (notes), Yusuf Demir\n\n1. The board approved the plan.\n",
			"chair: Luisa Moreno; present: Luisa Moreno, Patrick O’Dowd, Simone Achterberg, Yusuf Demir; scribe: Simone Achterberg"},
		{"parts.txt", "Протокол заседания Коллегии от 12 марта 2026 года\n\nПрисутствовали:\nчлены Коллегии:\nСулейменова Г. А. – директор Департамента\nЛи В. С. – руководитель аппарата\nприглашённые:\nПак О. И. – заместитель директора\nТлеулиев М. – представитель\n\n1. Принять информацию к сведению.\n",
			"guest: Пак О. И., Тлеулиев М.; present: Сулейменова Г. А., Ли В. С."},
		{"election.txt", "Протокол собрания от 14 февраля 2026 года\n\nПриглашён управляющий Тетерин Д. В.\n\nПо 1 вопросу РЕШИЛИ: Избрать председателем собрания Бурмистрову Галину Фёдоровну, секретарём - Яковлева Романа Андреевича.\n\nСчётная комиссия: ____________ /Ким Л. Б./ ____________ /Оганесян А. А./\n",
			"chair: Бурмистрова Галина Фёдоровна; guest: Тетерин Д. В.; present: Ким Л. Б., Оганесян А. А.; secretary: Яковлев Роман Андреевич; signed: Ким Л. Б., Оганесян А. А."},
		{"names.txt", "Протокол заседания от 10 декабря 2025 года\n\nБыли: Захарова Людмила Максимовна (председатель), Кольцов Денис Дмитриевич.\nНе было: Лосевой Раисы Фёдоровны.\n\n1. Утвердить бюджет.\n\nПодписи:\n\nЗахарова Л. М. Кольцов Д. Д.\n",
			"absent: Лосева Раиса Фёдоровна; chair: Захарова Людмила Максимовна; present: Захарова Людмила Максимовна, Кольцов Денис Дмитриевич; signed: Захарова Людмила Максимовна, Кольцов Денис Дмитриевич"},
		{"signed.txt", "董事会决议\n\n本次会议由董事长高建平先生主持。\n\n一、审议通过报告。\n\n与会董事签字：\n\n高建平    林海峰    宋 佳\n\n何  静    冯 磊\n\n2026年8月12日\n",
			"chair: 高建平; present: 林海峰, 宋佳, 何静, 冯磊; signed: 高建平, 林海峰, 宋佳, 何静, 冯磊"},
		{"offices.txt", "业主大会会议记录\n\n会议时间：2026年3月15日\n参会人员：\n业委会：刘建华、王丽娜、孙秀英\n物业公司：经理 钱伟明、工程主管 周大勇\n缺席人员：郑小强\n驻村干部：钟磊\n\n一、同意更换电梯。\n\n主持人签字：刘建华\n",
			"absent: 郑小强; chair: 刘建华; present: 刘建华, 王丽娜, 孙秀英, 钱伟明, 周大勇, 钟磊; signed: 刘建华"},
		{"columns.md", "# Minutes of the working group, 8 October 2026\n\n| Present | In attendance | Apologies |\n|---|---|---|\n| Mr P. Dubois (Chair) | Mr B. Hay | Mr T. Oda |\n| Ms F. Novak | | |\n\n1. The group agreed the plan.\n",
			"chair: P. Dubois; excused: T. Oda; guest: B. Hay; present: P. Dubois, F. Novak"},
		{"boxes.txt", "Steering committee call, 19 August 2026\n\nMembers present:\n- [x] Alicia Stone (@astone), ACME\n- [ ] Rob Field (@rfield), Globex\n\n1. The committee approved the release.\n",
			"absent: Rob Field; present: Alicia Stone"},
		{"initials.txt", "Minutes of the design review, 4 May 2026\n\nAttendees: JR (James Rowntree, Principal), AP (Alicia Pons)\n\n1. The team agreed the plan.\n",
			"present: James Rowntree, Alicia Pons"},
		{"prose.txt", "Minutes of the commission, 3 August 2026\n\nChair Dale Roper opened the meeting with Commissioners Abby Stone and Luis Vega in attendance. Commissioner Otto Kahn was absent. Staff in attendance: Jill Moss, Senior Planner; Asst. Director Kurt Bell. Ms Eveline Roux took part as an observer.\n\n1. The commission approved the plan.\n",
			"absent: Otto Kahn; chair: Dale Roper; guest: Jill Moss, Kurt Bell; observer: Eveline Roux; present: Abby Stone, Luis Vega"},
		{"heads.txt", "会议纪要\n\n2026年4月27日\n\n与会代表\n中方：国际合作司司长 方启明（主席）\n日方：环境局局长 山本健一；参事官 高桥美咲\n\n一、三方通过细则。\n",
			"chair: 方启明; present: 方启明, 山本健一, 高桥美咲"},
		{"prose.md", "董事会决议\n\n会议由海关总署副署长周建平主持。独立董事徐文博、何静以通讯方式出席会议。董事沈伟因病缺席，委托董事陈国栋代为表决。方琳女士作为观察员列席会议。\n\n一、审议通过报告。\n",
			"chair: 周建平; observer: 方琳; present: 陈国栋; proxy: 沈伟; remote: 徐文博, 何静"},
		{"wide.txt", "会议纪要\n\n时间：2026年7月3日\n参加人员：杜鹏、万里\n记录人：付强\n汇报人：叶青\n\n一、会议决定成立检查组。\n\n参会人员签字：\n\n杜 鹏　　万 里　　付 强\n",
			"present: 杜鹏, 万里; scribe: 付强; signed: 杜鹏, 万里, 付强"},
		{"bodies.txt", "Протокол заседания от 17 февраля 2026 года\n\nУчастники заседания:\n\nОт Республики Беларусь:\nКозел Игорь Янович – начальник отдела\n\nОт Евразийской экономической комиссии:\nБорисова Вера Ильинична – заместитель директора\nГлазьев Ян Робертович – советник\n\nПо телефону участвовала Инна Фогель.\n\n1. Одобрить проект.\n",
			"present: Козел Игорь Янович, Борисова Вера Ильинична, Глазьев Ян Робертович; remote: Инна Фогель"},
		{"office.txt", "Протокол собрания от 12 июля 2026 года\n\nНа должность председателя собрания предложена Щукина Мария Павловна, секретаря – Юшкин Павел Ильич.\nВ счётную комиссию избраны: Эльдарова З.З., Яшин К.К.\n\n1. Отчёт принять к сведению.\n\nПредседатель собрания: /Щукина М.П./\nЧлены счётной комиссии: /Эльдарова З.З./, /Яшин К.К./\n",
			"chair: Щукина Мария Павловна; present: Эльдарова З.З., Яшин К.К.; secretary: Юшкин Павел Ильич; signed: Щукина Мария Павловна, Эльдарова З.З., Яшин К.К."},
		{"cyrillic.txt", "Протокол заседания от 5 октября 2026 года\n\nПриняли участие: Марина Львова, Тамара Ким. Вёл заседание Олег Рысин.\nОтсутствовали: доц. Хохлов З.З. (командировка), асс. Цой И.И. (по болезни).\n\n1. Утвердить бюджет.\n",
			"chair: Олег Рысин; excused: Хохлов З.З., Цой И.И.; present: Марина Львова, Тамара Ким"},
		{"marks.md", "# Minutes of the working group, 8 October 2026\n\n| Name | Body | P | Role |\n|---|---|---|---|\n| Ingrid Baumann | DIN | X | Convenor |\n| Rafael Ortiz | UNE | X | Expert |\n| Lars Nygaard | SN | | Expert (apologies) |\n| Omar Haddad | EOS | | Expert |\n\n1. The group agreed the plan.\n",
			"absent: Omar Haddad; chair: Ingrid Baumann; excused: Lars Nygaard; present: Ingrid Baumann, Rafael Ortiz"},
		{"sides.txt", "会议纪要\n\n2026年4月27日\n\n一、双方通过细则。\n\n签字：\n中方 方启明\n日方 山本健一\n韩方 金秀英\n", "signed: states/cn, 山本健一, 金秀英"},
		{"dated.txt", "Minutes of the meeting of 12 May 2026\n\nPresent: Margaret Osei (Chair), Tom Barlow\n\n1. The trustees approved the accounts.\n\nSigned: ______________________ Margaret Osei, Chair Date: 9 June 2026\n",
			"chair: Margaret Osei; present: Margaret Osei, Tom Barlow; signed: Margaret Osei"},
		{"delegations.txt", "Report of the meeting of 3 November 2026\n\nParticipants\n\nNorland:\n    Mr. Viktor Halasz        Head of delegation\n    Ms. Petra Iljina         Expert\nSethara:\n    Mr. Yusuf Karagoz        Head of delegation\n\n1. The administrations agreed the plan.\n",
			"present: Viktor Halasz, Petra Iljina, Yusuf Karagoz"},
		{"numbered.txt", "Minutes of the meeting of 5 March 2026\n\nMEMBERS PRESENT\n1. Eng. Samuel Kip – Director, Irrigation\n2. Ms. Grace Wan – Director, Crops\n\nABSENT WITH APOLOGY\n1. Dr. Moses Bara – Chief Hydrologist\n\nIN ATTENDANCE\n1. Mr. John Oche – Secretary to the Committee\n\nMIN. 1: PRELIMINARIES\n\nThe agenda was adopted.\n\nCHAIRPERSON: Eng. Samuel Kip    SIGNATURE: ________   DATE: ______\n",
			"chair: Samuel Kip; excused: Moses Bara; present: Samuel Kip, Grace Wan; secretary: John Oche; signed: Samuel Kip"},
		{"deputy.txt", "Minutes of the meeting of 5 March 2026\n\nPresent: Ann Lowndes\nIn attendance: Mrs Hilary Stott, Board Secretary; Dr Ines Carvalho, Deputy Chief Nurse (for Ms Pritchard)\n\n1. The board approved the plan.\n",
			"guest: Ines Carvalho; present: Ann Lowndes; secretary: Hilary Stott"},
		{"notes.md", "# Minutes of the meeting of 5 March 2026\n\n## Participants\n\n- Ann Lowndes\n\n### Meeting Notes\n\n#### GitHub Issues\n\n- The board approved the plan.\n",
			"present: Ann Lowndes"},
		{"states.md", "# Протокол заседания от 21 мая 2026 года\n\nПриняли участие руководители органов:\n\n| Кыргызская Республика | Джумабеков А. Т. | директор службы |\n|---|---|---|\n| Российская Федерация | Воронцов О. Л. | руководитель |\n| Республика Таджикистан | Рахимзода Ф. Ш. | начальник |\n\n1. Принять информацию к сведению.\n",
			"present: Джумабеков А. Т., Воронцов О. Л., Рахимзода Ф. Ш."},
	} {
		d := draft.Read(read(t, c.name, c.text), site(t, configuration), draft.Options{})
		lossless(t, d)
		if have := cameAndSigned(d); have != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, have, c.want)
		}
	}
}

// cameAndSigned are those who attended a meeting, each way in its order, and those who signed.
func cameAndSigned(d *draft.Draft) string {
	var signed []string
	got := attendanceIn(d)
	for _, p := range d.Pieces {
		if p.Signer.Text != "" {
			signed = append(signed, p.Signer.Text)
		}
	}
	if len(signed) > 0 {
		got = append(got, "signed: "+strings.Join(signed, ", "))
	}
	slices.Sort(got)
	return strings.Join(got, "; ")
}
