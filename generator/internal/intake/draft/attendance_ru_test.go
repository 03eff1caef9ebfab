package draft_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestAttendanceInRussian reads who was there of lines, lists and sentences.
func TestAttendanceInRussian(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Присутствовали:\nЗаместитель министра – Г.П. Соловьёва\nГенеральный директор\nАО «Маяк» – Р.В. Хабибуллин", "present: Г.П. Соловьёва, Р.В. Хабибуллин"},
		{"На заседании присутствовали члены правления: Ершова Н.К. (председатель), Климов Д.А. Всего 2 из 3. Не явилась Лосева О.П. (болезнь). Приглашён управляющий Матвеев Е.С.",
			"absent: Лосева О.П.; chair: Ершова Н.К.; guest: Матвеев Е.С.; present: Ершова Н.К., Климов Д.А."},
		{"Председателем собрания избран Корнеев Павел Андреевич, секретарём – Шилова Т.Е.", "chair: Корнеев Павел Андреевич; secretary: Шилова Т.Е."},
		{"Совещание прошло под председательством директора Ковровой А.С. с участием Носова Д.О.", "chair: Коврова А.С.; present: Носов Д.О."},
		{"Отсутствовало: 2 педагога (по болезни): Алексеева Р.Ф., Чернов М.М.", "absent: Алексеева Р.Ф., Чернов М.М."},
		{"Участники: Алексей Дроздов, Мария Белова\nНе смогли: Игорь Степанов\nПротокол вела: Мария Белова", "absent: Игорь Степанов; present: Алексей Дроздов, Мария Белова; scribe: Мария Белова"},
		{"От ООО «Север»: директор Панкратов И.С.\nОт ТОО «Юг»: директор Сейткали Н.Б.", "present: Панкратов И.С., Сейткали Н.Б."},
		{"В заседании приняли участие:\n1. Голицын Д.М. – Председатель Совета директоров\n2. Евсюкова Т.А.", "chair: Голицын Д.М.; present: Голицын Д.М., Евсюкова Т.А."},
		{"Протокол ведёт Климов Д.А.", "scribe: Климов Д.А."},
		{"Собрание открыл председатель товарищества Жданов Ю.Б.", ""},
	} {
		text := "Протокол заседания от 4 ноября 2025 года\n\n" + strings.ReplaceAll(c.text, "\n", "\n\n") + "\n\n1. О смете\n\nРЕШИЛИ: утвердить смету.\n"
		d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{})
		var got []string
		for _, g := range d.Attendance {
			var who []string
			for _, w := range g.Who {
				who = append(who, w.Text)
			}
			got = append(got, g.Code+": "+strings.Join(who, ", "))
		}
		slices.Sort(got)
		if have := strings.Join(got, "; "); have != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.text, have, c.want)
		}
	}
}
