package draft_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

func replaceOnce(text, words string) string { return strings.Replace(text, "%", words, 1) }

// TestDeadlines reads deadlines of all kinds in minutes of a Tuesday, 4 November 2025.
func TestDeadlines(t *testing.T) {
	const (
		english = "Minutes of the group, 4 November 2025\n\nPresent: Ada Byron, Grace Hopper\n\n1. Lamps\nACTION: Ada Byron to buy lamps %.\n\n2. Next meeting\nThe next meeting is on 2 December 2025.\n"
		russian = "Протокол совещания от 4 ноября 2025 года\n\nПрисутствовали: Юдин В.К., Белая Л.А.\n\n1. О лампах\n\nПоручить Юдину В.К. % купить лампы.\n\n2. Следующее совещание состоится 2 декабря 2025 года.\n"
		chinese = "会议纪要\n\n时间：2025年11月4日\n出席人员：李明、张丽\n\n一、灯具\n\n由李明负责于%完成采购。\n\n二、下次会议\n\n下次会议时间为2025年12月2日。\n"
	)
	for _, c := range []struct {
		lang, words, want string
		sure              draft.Sure
	}{
		{english, "by 15 March 2026", "2026-03-15", draft.Likely},
		{english, "by 15 March", "2026-03-15", draft.Likely},
		{english, "by 28 November", "2025-11-28", draft.Likely},
		{english, "by Friday, November 28th", "2025-11-28", draft.Likely},
		{english, "by 03/15/2026", "2026-03-15", draft.Likely},
		{english, "within 30 days", "2025-12-04", draft.Guess},
		{english, "within two weeks", "2025-11-18", draft.Guess},
		{english, "by the end of the month", "2025-11-30", draft.Guess},
		{english, "by the end of February", "2026-02-28", draft.Guess},
		{english, "by the end of the year", "2025-12-31", draft.Guess},
		{english, "by Friday", "2025-11-07", draft.Guess},
		{english, "by next Friday", "2025-11-14", draft.Guess},
		{english, "before the next meeting", "2025-12-02", draft.Guess},
		{english, "in two weeks", "2025-11-18", draft.Guess},
		{english, "within 5 working days", "2025-11-11", draft.Guess},
		{english, "by the end of 2026", "2026-12-31", draft.Guess},
		{english, "by Q1 2026", "2026-03-31", draft.Guess},
		{english, "by the end of the second quarter of 2026", "2026-06-30", draft.Guess},
		{english, "by end of January", "2026-01-31", draft.Guess},
		{english, "by close of business on Friday", "2025-11-07", draft.Guess},
		{english, "next week", "2025-11-16", draft.Guess},
		{english, "for the next meeting", "2025-12-02", draft.Guess},
		{english, "by early spring", "", 0},
		{english, "by 15 October 2025", "", 0}, // before the meeting
		{russian, "до 15 марта", "2026-03-15", draft.Likely},
		{russian, "до 15.03.2026", "2026-03-15", draft.Likely},
		{russian, "в срок до 28 ноября", "2025-11-28", draft.Likely},
		{russian, "в месячный срок", "2025-12-04", draft.Guess},
		{russian, "в трёхмесячный срок", "2026-02-04", draft.Guess},
		{russian, "в десятидневный срок", "2025-11-14", draft.Guess},
		{russian, "в течение 10 дней", "2025-11-14", draft.Guess},
		{russian, "до конца года", "2025-12-31", draft.Guess},
		{russian, "до конца ноября", "2025-11-30", draft.Guess},
		{russian, "до конца марта 2026 года", "2026-03-31", draft.Guess},
		{russian, "до конца 2026 года", "2026-12-31", draft.Guess},
		{russian, "во II квартале 2026 г.", "2026-06-30", draft.Guess},
		{russian, "в первом квартале 2026 года", "2026-03-31", draft.Guess},
		{russian, "в декабре", "2025-12-31", draft.Guess},
		{russian, "к следующему совещанию", "2025-12-02", draft.Guess},
		{russian, "до пятницы", "2025-11-07", draft.Guess},
		{russian, "до начала навигации", "", 0},
		{chinese, "2026年3月15日前", "2026-03-15", draft.Likely},
		{chinese, "3月15日前", "2026-03-15", draft.Likely},
		{chinese, "11月底前", "2025-11-30", draft.Guess},
		{chinese, "年底前", "2025-12-31", draft.Guess},
		{chinese, "下周三前", "2025-11-12", draft.Guess},
		{chinese, "30日内", "2025-12-04", draft.Guess},
		{chinese, "下次会议前", "2025-12-02", draft.Guess},
	} {
		d := draft.Read(read(t, "minutes.txt", replaceOnce(c.lang, c.words)), site(t, configuration), draft.Options{})
		if len(d.Actions) != 1 {
			t.Errorf("%s: %d actions", c.words, len(d.Actions))
			continue
		}
		got := d.Actions[0].Deadline
		if got.Text != c.want || c.want != "" && got.Sure != c.sure {
			t.Errorf("%s: got %q (%s), want %q (%s)", c.words, got.Text, got.Sure, c.want, c.sure)
		}
		asked := false
		for _, q := range d.Questions {
			asked = asked || q.About == "deadline"
		}
		if asked != (c.want == "") {
			t.Errorf("%s: asked: %v", c.words, asked)
		}
	}
}

// TestNextMeetingBesideOtherDays takes no day of another cell or sentence for that of the next
// meeting for which something has to be done.
func TestNextMeetingBesideOtherDays(t *testing.T) {
	for _, text := range []string{
		"| No. | Item | Action |\n|---|---|---|\n| 1 | Lamps | Ada Byron to write a note for the next meeting |\n| 2 | Letter of 8 September read out. | |\n",
		"ACTION: Ada Byron to write a note for the next meeting. The letter of 8 September was read out.\n",
	} {
		d := draft.Read(read(t, "minutes.md", "# Minutes of the group, 22 September 2026\n\nPresent: Ada Byron, Grace Hopper\n\n"+text+"\nThe meeting closed at 8.50 pm. Next meeting: Tuesday 17 November 2026, 6.30 pm.\n"), site(t, configuration), draft.Options{})
		if got, want := tasksOf(d), "Ada Byron 2026-11-17"; got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
