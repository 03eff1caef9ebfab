package draft

import (
	"strings"
	"testing"
)

func TestNamesInRussianGoBackToTheirBasicForm(t *testing.T) {
	for _, c := range []struct {
		text string
		in   oblique
		want string
	}{
		{"Иванову И. И.", dative, "Иванов И. И."},
		{"Петрову А. С.", accusative, "Петрова А. С."},
		{"Петрова А. С.", accusative, "Петров А. С."},
		{"Орловой Е.М.", dative, "Орлова Е.М."},
		{"В. К. Юдину", dative, "В. К. Юдин"},
		{"Вяземскому П.А.", dative, "Вяземский П.А."},
		{"Вяземскую В.П.", accusative, "Вяземская В.П."},
		{"Белую Л.А.", accusative, "Белая Л.А."},
		{"Шевченко О.Д.", dative, "Шевченко О.Д."},
		{"Киму С.Н.", dative, "Ким С.Н."},
		{"Мельник О.И.", accusative, "Мельник О.И."},
		{"Кочубея В.П.", genitive, "Кочубей В.П."},
		{"Римскому-Корсакову Н.А.", dative, "Римский-Корсаков Н.А."},
		{"Левченко Олега Ивановича", genitive, "Левченко Олег Иванович"},
		{"Ивановой Анне Петровне", dative, "Иванова Анна Петровна"},
		{"Сидорову Игорю Андреевичу", dative, "Сидоров Игорь Андреевич"},
		{"Петру Ильичу Громову", dative, "Пётр Ильич Громов"},
		{"Иванов И. И.", asNamed, "Иванов И. И."},
	} {
		if got := basicName(c.text, c.in); got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestShortNamesInRussianBelongToFullOnes(t *testing.T) {
	for short, full := range map[string]string{"Рудому Н.Н.": "Н.Н. Рудой", "Горьковой Л.М.": "Л.М. Горькова", "Юдину В.": "Юдин Виктор Кириллович"} {
		if !sameName(short, full) {
			t.Errorf("%s is not %s", short, full)
		}
	}
}

func TestChineseNamesInRussian(t *testing.T) {
	for text, want := range map[string]string{
		"заместитель министра Чжан Юньмин, Ван Сяоли": "Чжан Юньмин, Ван Сяоли",
		"поручить Ли Вэньцзе и Чжан Юньмину":          "Ли Вэньцзе, Чжан Юньмину",
		"директор Чен Ли Хуа":                         "Чен Ли Хуа",
		"Ли Петрович, Ван Иванов":                     "",
	} {
		if got := strings.Join(namesIn(text), ", "); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestOfficesInRussianGoBackToTheirBasicForm(t *testing.T) {
	for text, want := range map[string]string{
		"Рабочей группе по почте":             "Рабочая группа по почте",
		"Министерству транспорта":             "Министерство транспорта",
		"Исполнительному комитету":            "Исполнительный комитет",
		"Секретариату":                        "Секретариат",
		"Счётной комиссии":                    "Счётная комиссия",
		"Правлению":                           "Правление",
		"Юридическому отделу":                 "Юридический отдел",
		"Региональному управлению по налогам": "Региональное управление по налогам",
		"главному инженеру":                   "главный инженер",
		"ФАДН":                                "ФАДН",
	} {
		if got := basicPhrase(text); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestShorterFormsOfANameBelongToTheFullOne(t *testing.T) {
	for _, c := range []struct {
		short, full string
		want        bool
	}{
		{"И.С. Петров", "Петров Иван Сергеевич", true},
		{"Петрову И.С.", "Петров Иван Сергеевич", true},
		{"Петровой А.", "Петрова А.С.", true},
		{"Петров С.И.", "Петров Иван Сергеевич", false},
		{"Петров И.С.", "Петровский И.С.", false},
		{"Юдину", "Юдин В.К.", true},
		{"Ивана Петровича", "Иван Петрович Семёнов", true},
		{"Whitfield", "Dana Whitfield", true},
		{"D. Whitfield", "Dana Whitfield", true},
		{"Dan Whitfield", "Dana Whitfield", false},
		{"Li Wei", "Li Na", false},
		{"Bob", "Bob K.", true},
		{"王芳", "王芳", true},
		{"王", "王芳", false},
	} {
		if got := sameName(c.short, c.full); got != c.want && !(c.short == c.full) {
			t.Errorf("%q of %q: %v, want %v", c.short, c.full, got, c.want)
		}
	}
}

func TestTextsAreDividedIntoSentences(t *testing.T) {
	for text, want := range map[string]int{
		"Поручить Иванову И. И. подготовить смету. Срок – 1 мая 2025 г. Ответственный: Ким С.Н.": 3,
		"Заседание прошло в г. Самара. Решили: утвердить.":                                       2,
		"Mr. Adeyemi will send the report. Dr. Ito will read it.":                                2,
		"会议通过了计划。责任单位：港务局；完成时限：12月20日前。":                                                         3,
	} {
		if got := sentences(text); len(got) != want {
			t.Errorf("%q has %d sentences, want %d: %q", text, len(got), want, got)
		}
	}
}
