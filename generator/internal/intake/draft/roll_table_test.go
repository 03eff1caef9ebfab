package draft_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestAttendanceInParts reads tables whose rows head parts, and lists of names with places.
func TestAttendanceInParts(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"sections.md", "# Minutes of the board, 27 October 2026\n\n| Members present | |\n|---|---|\n| Sir Alan Pryce | Trust Chair |\n| Grace Hill | Director |\n| In attendance | |\n| Peter Wren (PW) | Finance Officer |\n| Apologies | |\n| Helen Strand | Nurse |\n\n1. The board approved the plan.\n",
			"chair: Alan Pryce; excused: Helen Strand; guest: Peter Wren; present: Alan Pryce, Grace Hill"},
		{"places.md", "# Minutes of the meeting, 3 May 2026\n\nAttendees:\n\n- Ada Byron, Harbour Office\n- Bo Lund, Goldman Sachs\n- Otto Kahn, Port of Brack\n- Lea Moon Staff Engineer\n- Grace Hill, Alder\n\n1. The group agreed the plan.\n",
			"present: Ada Byron, Bo Lund, Otto Kahn, Lea Moon, Grace Hill"},
		{"below.md", "# Протокол заседания коллегии, 12 ноября 2025 года\n\n| Члены коллегии: | Абдраева Г.С. – первый заместитель министра |\n|---|---|\n| | Жумалиев Э.Б. – заместитель министра |\n| Приглашённые: | Ибраев С.Т. – глава управления |\n| | Левина Т.А. – представитель |\n\n1. Принять к сведению.\n",
			"guest: Ибраев С.Т., Левина Т.А.; present: Абдраева Г.С., Жумалиев Э.Б."},
		{"labels.html", "<h1>Протокол заседания коллегии, 12 ноября 2025 года</h1><p>Участвовали:</p><table><tr><td>Члены коллегии:</td><td>Абдраева Г.С. – первый заместитель министра<br>Жумалиев Э.Б. – заместитель министра</td></tr><tr><td>Приглашённые:</td><td>Ибраев С.Т. – глава управления</td></tr></table><p>1. Принять к сведению.</p>",
			"guest: Ибраев С.Т.; present: Абдраева Г.С., Жумалиев Э.Б."},
		{"bare.html", "<p>Протокол совещания от 19 октября 2026 года</p><table><tr><td>Присутствовали:</td><td></td></tr><tr><td>министр финансов области</td><td>– Тарасов О.Л.</td></tr><tr><td>члены комиссии</td><td>– Сизов М.А., Якушин В.В.</td></tr></table><p>1. Принять к сведению.</p>",
			"present: Тарасов О.Л., Сизов М.А., Якушин В.В."},
		{"topics.md", "# Протокол заседания думы, 12 ноября 2025 года\n\n| Вопрос | Решение |\n|---|---|\n| О председателе комиссии | Утвердить Гнатюк Л.Ф. председателем комиссии |\n\n1. Принять к сведению.\n", ""},
		{"took-part.md", "# Протокол заседания ТК 512, 12 ноября 2025 года\n\n| Организация | Представитель | Участие |\n|---|---|---|\n| Председатель ТК | Е. Г. Ларионов | очно |\n| АО «Полимер» | А. А. Тихомиров | видеосвязь |\n| ПАО «Канал» | О. Л. Грицай | не участвовала |\n\n1. Одобрить проект.\n",
			"absent: О. Л. Грицай; chair: Е. Г. Ларионов; present: Е. Г. Ларионов; remote: А. А. Тихомиров"},
		{"twice.md", "# Протокол совещания, 12 ноября 2025 года\n\n| № | ФИО | Должность | № | ФИО | Должность |\n|---|---|---|---|---|---|\n| 1 | Тарасов О.Л. | директор | 3 | Цой В.Е. (ВКС) | нач. отдела |\n| 2 | Сизов М.А. | мастер | | | |\n\n1. Принять к сведению.\n",
			"present: Тарасов О.Л., Сизов М.А.; remote: Цой В.Е."},
		{"label.md", "# Протокол совещания, 12 ноября 2025 года\n\n| Присутствовали | Должность | Присутствовали | Должность |\n|---|---|---|---|\n| Тарасов О.Л. | директор | Гущин В.Е. | кладовщик |\n\n1. Принять к сведению.\n",
			"present: Тарасов О.Л., Гущин В.Е."},
		{"votes.md", "# Протокол заседания совета, 12 ноября 2025 года\n\nПрисутствовали: Тарасов О.Л., Сизов М.А. Член совета Гущина Вера Ильинична в заседании не участвовала, представила письменное мнение.\n\n1. О смете\n\n| Член совета | За | Против |\n|---|---|---|\n| Тарасов О.Л. | + | |\n| Гущина В.И. (письм. мнение) | + | |\n\nСмету утвердить.\n",
			"absent: Гущина Вера Ильинична; present: Тарасов О.Л., Сизов М.А."},
	} {
		d := draft.Read(read(t, c.name, c.text), site(t, configuration), draft.Options{})
		got := attendanceIn(d)
		slices.Sort(got)
		equal(t, c.name, []string{strings.Join(got, "; ")}, c.want)
	}
}

// TestNamesInSmallLettersGetARecord writes a person for each: in a list it would be an id.
func TestNamesInSmallLettersGetARecord(t *testing.T) {
	d := draft.Read(read(t, "a.md", "# Minutes of the group, 3 May 2026\n\nPresent: mkowalski, jiaqi-l, Ada Byron\n\n1. The group agreed the plan.\n"), site(t, configuration), draft.Options{})
	valid(t, d)
	var got []string
	for _, r := range d.Records() {
		if strings.HasPrefix(r.Name, "data/persons/") {
			got = append(got, r.Name)
		}
	}
	equal(t, "persons", got, "data/persons/mkowalski.toml", "data/persons/jiaqi-l.toml")
}
