package draft_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestNotesInRussian reads the tasks of notes of a Tuesday, 4 November 2025.
func TestNotesInRussian(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"— Антон: запросить у поставщика письмо, до пятницы", "Антон Бурых 2025-11-07"},
		{"* [ ] Мила — написать инструкцию (23.11)", "Мила Орёл 2025-11-23"},
		{"* [x] Мила — написать инструкцию", ""},
		{"С Милы — посчитать стоимость к 30 ноября.", "Мила Орёл 2025-11-30"},
		{"Антон обещает завтра выложить запись.", "Антон Бурых 2025-11-05"},
		{"Антон берётся найти склад до конца января.", "Антон Бурых 2026-01-31"},
		{"Мила готовит график до 12.11.", "Мила Орёл 2025-11-12"},
		{"Антон ведёт переговоры с банком.", "Антон Бурых"},
		{"Антон возьмёт на себя сверку.", "Антон Бурых"},
		{"Антон считает, что склад нужен.", ""},
		{"### Кто что делает\n\nАнтон + Мила\n\nподготовить макет (20.11)", "Антон Бурых, Мила Орёл 2025-11-20"},
	} {
		text := "# Встреча группы\n\n04.11.2025\n\nУчастники: Антон Бурых, Мила Орёл\n\n## 1. Дела\n\n" + c.text + "\n"
		d := draft.Read(read(t, "notes.md", text), site(t, configuration), draft.Options{})
		got := ""
		for _, a := range d.Actions {
			got += dutyIn(a)
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestTablesOfDecisionsInRussian reads the acts and tasks of tables that have both.
func TestTablesOfDecisionsInRussian(t *testing.T) {
	const (
		before = "# Протокол совещания\n\n4 ноября 2025 года\n\nУчастники: Антон Бурых, Мила Орёл\n\n"
		mixed  = "| № | Вопрос и решение | Отв. | Срок |\n|---|---|---|---|\n| 1 | Согласован перенос сдачи на 1 марта. | | |\n| 1.1 | Обновить график | Антон Бурых | 10.11 |\n" +
			"| 2 | Решение по фасаду не принято, вернуться весной. | | |\n"
		pure = "| Вопрос | Решение | Голоса |\n|---|---|---|\n| О смете | Утвердить смету. Орёл Миле Павловне до 1 декабря разослать её. | 4 |\n| О премии | Решение по второму вопросу не принято. | 1 |\n"
	)
	for _, c := range []struct{ text, acts, tasks string }{
		{mixed, "agreed deferred", "Обновить график"},
		{pure, "adopted instructed rejected", "Орёл Миле Павловне до 1 декабря разослать её"},
	} {
		d := draft.Read(read(t, "table.md", before+c.text), site(t, configuration), draft.Options{})
		var acts, tasks []string
		for _, p := range d.Pieces {
			for _, a := range p.Acts {
				acts = append(acts, a.Text)
			}
		}
		for _, a := range d.Actions {
			tasks = append(tasks, a.Title.Text)
		}
		if got := strings.Join(acts, " "); got != c.acts {
			t.Errorf("acts: got %q, want %q", got, c.acts)
		}
		if got := strings.Join(tasks, "; "); got != c.tasks {
			t.Errorf("tasks: got %q, want %q", got, c.tasks)
		}
	}
}

// TestTermsInRussian computes terms from a Tuesday, 4 November 2025.
func TestTermsInRussian(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"за две недели", "2025-11-18"},
		{"через 10 дней", "2025-11-14"},
		{"в течение 3 (трёх) рабочих дней", "2025-11-07"},
		{"в течение одного рабочего дня", "2025-11-05"},
		{"к заседанию 20 ноября", "2025-11-20"},
		{"в течение 5 рабочих дней", "2025-11-11"},
		{"в первом полугодии 2026 года", "2026-06-30"},
		{"в течение 10 дней с даты получения счёта", ""},
		{"за неделю до заседания совета", ""},
	} {
		text := "Протокол совещания от 4 ноября 2025 года\n\nПрисутствовали: Юдин В.К., Белая Л.А.\n\n1. О лампах\n\nПоручить Юдину В.К. " + c.words + " купить лампы.\n"
		d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{})
		if len(d.Actions) != 1 || d.Actions[0].Deadline.Text != c.want {
			t.Errorf("%s: %+v", c.words, d.Actions)
		}
	}
}

// TestTermsOfTasksInRussianStandElsewhere reads days that stand in another sentence, or are
// those of what is to be held.
func TestTermsOfTasksInRussianStandElsewhere(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Участвовать в выставке. Ответственный за организацию стенда – Юдин В.К. Заявку подать до 10.12.2025.", "2025-12-10"},
		{"Поручить Юдину В.К. сверку терминов провести. Готовность – декабрь.", "2025-12-31"},
		{"Организовать экскурсию 3 декабря, ответственная – Белая Л.А.", "2025-12-03"},
		{"Проверить счётчики. Исполнитель – Юдин В.К. Срок – ноябрь.", "2025-11-30"},
		{"Проверить счётчики (отв. Юдин В.К., январь-февраль).", "2026-02-28"},
		{"Набор объявить 3 декабря. Ответственный: Юдин В.К.", "2025-12-03"},
		{"Юдин В.К.: проверить счётчики — 2 дня", "2025-11-06"},
		{"Поручить Юдину В.К. организовать охрану с 3 декабря.", ""},
		{"Поручить Юдину В.К. купить лампы. Смету утвердить до 10.12.2025.", "2025-12-10"},
	} {
		text := "Протокол совещания от 4 ноября 2025 года\n\nПрисутствовали: Юдин В.К., Белая Л.А.\n\n1. О лампах\n\n" + c.text + "\n"
		d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{})
		if len(d.Actions) != 1 || d.Actions[0].Deadline.Text != c.want {
			t.Errorf("%s: %+v", c.text, d.Actions)
		}
	}
}

// TestStampOfApprovalInACell reads when a record was approved from a table beside its head.
func TestStampOfApprovalInACell(t *testing.T) {
	const text = "# Протокол совещания от 4 ноября 2025 года\n\n| АО «Маяк» | УТВЕРЖДАЮ Директор Юдин В.К. «7» ноября 2025 г. |\n|---|---|\n\n1. Принять план.\n"
	d := draft.Read(read(t, "minutes.md", text), site(t, configuration), draft.Options{})
	equal(t, "approved", []string{d.Status.Text, d.Approved.Text}, "approved", "2025-11-07")
}
