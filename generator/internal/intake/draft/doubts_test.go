package draft_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestDoubtsAreWhatWasNotTaken reads minutes with sentences that are taken, beside which nothing is
// listed, and with some that are not.
func TestDoubtsAreWhatWasNotTaken(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"minutes.txt", "Minutes of the meeting of 4 May 2024\n\nPresent: Ada Byron, Charles Babbage\n\n" +
			"1. Budget\nThe committee approved the budget.\nHad the treasurer resigned, the fund would have been dissolved.\n\n" +
			"2. Roof\nThe accounts to 31 March 2024 lie in the office. Mr Faraday spoke about the roof.\nWas it agreed?\n",
			[]string{"act", "day 31 March 2024", "person Faraday"}},
		{"protokol.txt", "Протокол заседания правления от 4 мая 2024 года\n\nПрисутствовали: Иванов И.И., Петров П.П.\n\n" +
			"1. О смете\nРешили: утвердить смету.\nДела ведёт Сидоров С.С.\nРемонт, который одобрили жильцы, начат 2 февраля 2023 года.\n",
			[]string{"person Сидоров С.С.", "act+day 2 февраля 2023 года"}},
		{"sovet.txt", "Протокол совещания от 4 мая 2024 года\n\nПрисутствовали: Иванов И.И., Петров П.П.\n\n" +
			"В мероприятии приняли участие представители ведомств по развитию информационных технологий (далее – ИКТ), а также Секретариата.\n\n" +
			"1. О смете\nРешили: утвердить смету.\n",
			nil},
		{"jiyao.txt", "会议纪要\n\n时间：2024年5月4日\n\n参会人员：王芳、李强\n\n一、预算\n会议通过了预算。\n上届理事会已批准章程。主任赵敏介绍了情况。\n",
			[]string{"act", "person 赵敏"}},
		{"notes.txt", "Minutes of the meeting of 4 May 2024\n\nPresent: Ada Byron, Charles Babbage\nOther officers: K. Bannerji, L. Foss\n\n" +
			"1. Budget\nThe committee was content with the budget.\n\n2. Roof\nTwo firms have looked at the tiles. Babbage can look for a third price by 1 June.\n\n" +
			"3. Flag\nThe old flag is torn and the pole leans to the north.\n",
			[]string{"task+day 1 June", "act"}},
		{"planerka.txt", "Протокол планёрки от 4 мая 2024 года\n\nБыли: Саша Лунин, Вика Ржевская\n\n" +
			"1. Релиз\nДоговорились выпустить релиз. Вика допишет тесты к пятнице.\n\n2. Стенд\nОт нового стенда отказались. Смету – на следующее заседание.\n",
			[]string{"act"}},
		{"lihui.txt", "会议纪要\n\n时间：2024年5月4日\n\n参会人员：王芳、李强\n监事：赵敏\n\n一、预算\n会议通过了预算。对施工队罚款2000元。\n\n二、活动\n王芳写方案，下周给大家看。\n",
			[]string{"act", "task+day 下周"}},
	} {
		d := draft.Read(read(t, c.name, c.text), site(t, configuration), draft.Options{})
		var got []string
		for _, o := range d.Report().Doubts {
			if o.At == "" || !strings.Contains(strings.ReplaceAll(c.text, "\n", " "), strings.Trim(o.Words, "…")) {
				t.Errorf("%s: %+v", c.name, o)
			}
			got = append(got, strings.Join(o.May, "+"))
		}
		equal(t, c.name, got, c.want...)
	}
}

// TestDoubtsOfOtherKindsAndParts reads sentences of which something was read that may be something
// else, and sentences that tell of a part in the meeting, or of a task: they are read or listed.
func TestDoubtsOfOtherKindsAndParts(t *testing.T) {
	const (
		english = "Minutes of the meeting of 4 May 2024\n\nPresent: Ada Byron, Charles Babbage\n%s\n\n1. Business\n\nThe board approved the budget.\n\n%s\n"
		russian = "Протокол заседания правления от 4 мая 2024 года\n\nПрисутствовали: Иванов И.И., Петров П.П.\n\n%s\n\n1. Разное\n\nРешили: утвердить смету.\n\n%s\n"
		chinese = "会议纪要\n\n时间：2024年5月4日\n\n参会人员：王芳、李强\n\n%s\n\n一、预算\n\n会议通过了预算。\n\n%s\n"
	)
	for _, c := range []struct{ frame, head, body, want string }{
		{english, "The meeting was led by Grace Hill.", "", "Grace Hill"},
		{english, "Notes were taken by Grace Hill.", "", "Grace Hill"},
		{english, "", "QT to circulate the reserves paper ahead of the next meeting.", "reserves paper"},
		{english, "", "The board urged the remaining members to pay by the end of June 2024.", "end of June"},
		{russian, "Не подключился: Рудаков Вадим", "", "Рудаков Вадим"},
		{russian, "Представитель Республики Армения Погосян Левон участия не принимал.", "", "Погосян Левон"},
		{russian, "", "До 31 августа Стороны обменяются списками.", "обменяются"},
		{russian, "", "Вопрос о складе снят с повестки дня.", "снят"},
		{chinese, "董事柏松未出席。", "", "柏松"},
		{chinese, "公司法务焦阳列席并做记录。", "", "焦阳"},
		{chinese, "列席：阿凡提江、伊犁处", "", "阿凡提江"},
		{chinese, "", "会议同意方案，本次先不实施第二期。", "先不"},
		{chinese, "", "决议：请灯塔委询价，下次会议提出。", "询价"},
		{english, "", "The meeting rose.\n\nC. Babbage\n\n13 May 2024", "C. Babbage"},
		{"會議紀錄\n\n時間：2024年5月4日\n\n出席：王芳、李強\n\n%s\n\n一、預算\n\n會議通過了預算。\n\n%s\n", "", "保留至下次會議再行討論，請財務長謝東霖於九月十五日前補充評估。", "請財務長"},
	} {
		text := fmt.Sprintf(c.frame, c.head, c.body)
		r := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{}).Report()
		if got := fmt.Sprint(r.Doubts, r.Found); !strings.Contains(got, c.want) {
			t.Errorf("%s%s\n%q is neither read nor listed: %s", c.head, c.body, c.want, got)
		}
	}
}

// TestCodesAreNobody: a code of a country is no person, and the number of an article no day.
func TestCodesAreNobody(t *testing.T) {
	for _, c := range []struct{ text, not string }{
		{"Minutes of the meeting of 4 May 2024\n\nPresent: Ada Byron, Charles Babbage\nDocument: WG3-N288\nApologies had been received from P. Lindqvist (SE) and R. Osei (UK).\n\n1. Budget\n\nThe board approved the budget.\n", "person SE|person UK|person Document"},
		{"会议纪要\n\n时间：2024年5月4日\n\n参会人员：王芳、李强\n\n一、标准\n\n6.2条对电池供电表要求过高。会议通过了预算。\n", "day 6.2"},
	} {
		got := fmt.Sprint(draft.Read(read(t, "minutes.txt", c.text), site(t, configuration), draft.Options{}).Report().Doubts)
		for not := range strings.SplitSeq(c.not, "|") {
			if strings.Contains(got, not) {
				t.Errorf("%s is listed: %s", not, got)
			}
		}
	}
}

// TestRefusalsAreNoDoubts: a refusal that is an act is not listed for the label before it.
func TestRefusalsAreNoDoubts(t *testing.T) {
	const text = "Протокол заседания Совета гавани от 12 мая 2025 года\n\nПрисутствовали: Иванов И.И., Петров П.П.\n\n1. Разное\n\n" +
		"Решили: не давать согласие на сдачу причала.\n\n2. Пирс\n\nРЕШИЛИ: воздержаться от увеличения сборов.\n"
	if got := draft.Read(read(t, "protokol.txt", text), site(t, configuration), draft.Options{}).Report().Doubts; len(got) > 0 {
		t.Error(got)
	}
}

// TestDoubtsOfCellsWithSeveralLines: a row of a table is one, however many lines its cells have.
func TestDoubtsOfCellsWithSeveralLines(t *testing.T) {
	const text = "<html><body><h1>Minutes of the meeting of 4 May 2024</h1><h2>Present</h2><table>" +
		"<tr><td>Guests</td><td>Charles Babbage</td></tr><tr><td>Members</td><td><p>Ada Byron</p><p>Grace Hill</p><p>Q. Stern</p></td></tr></table>" +
		"<h2>1. Budget</h2><p>The committee approved the budget.</p></body></html>"
	d := draft.Read(read(t, "minutes.html", text), site(t, configuration), draft.Options{})
	there := fmt.Sprint(d.Attendance, d.Report().Doubts)
	for _, name := range []string{"Ada Byron", "Grace Hill", "Q. Stern"} {
		if !strings.Contains(there, name) {
			t.Errorf("%s is neither there nor listed", name)
		}
	}
}

// TestWhoVotedIsListed: somebody who moved must have been there.
func TestWhoVotedIsListed(t *testing.T) {
	const text = "Minutes of the meeting of 4 May 2024\n\nPresent: Ada Byron, Charles Babbage\n\n1. Budget\n\n" +
		"Motion by Grace Hill, 2nd by Ada Byron, to approve the budget. Carried 3-0.\n"
	d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{})
	if got := fmt.Sprint(d.Report().Doubts); !strings.Contains(got, "Grace Hill") || strings.Contains(got, "person Ada") {
		t.Error(got)
	}
}

// TestManyDoubtsAreCounted: a report has 200 of them at most.
func TestManyDoubtsAreCounted(t *testing.T) {
	var b strings.Builder
	b.WriteString("Minutes of the meeting of 4 May 2024\n\n1. Matters\n\n")
	for i := range 230 {
		fmt.Fprintf(&b, "The guest said that plan %d had been approved.\n\n", i)
	}
	r := draft.Read(read(t, "minutes.txt", b.String()), site(t, configuration), draft.Options{}).Report()
	if len(r.Doubts) != 200 || r.More != 30 || !strings.Contains(r.String(), "(230):") || !strings.Contains(r.String(), "… and 30 more") {
		t.Errorf("%d doubts, %d more", len(r.Doubts), r.More)
	}
	if !slices.IsSortedFunc(r.Doubts, func(a, b draft.Doubt) int { return len(a.At) - len(b.At) }) {
		t.Error("they are not in the order of the text")
	}
}
