package source

import (
	"strings"
	"testing"
)

// A table that a text sets with spaces is one, whatever stands about it; lines to sign on, a head
// in the middle and a list of names and posts are none.
func TestTablesOfSpaces(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Явка:\n\n  Ершова Н. К.    пред.    кв. 17   +\n  Климов О. Д.    зам.     кв. 4    н  (отпуск)\n  Лосева А.       член     кв. 28   +\n\nИтого 2 из 3.\n",
			"Ершова Н. К.|пред.|кв. 17|+ / Климов О. Д.|зам.|кв. 4|н (отпуск) / Лосева А.|член|кв. 28|+"},
		{"  Что                    Кто        Срок\n  ------------------------------------\n  Выбрать насос          Климов     20.11.2026\n  Написать соседям       Лосева     -\n",
			"Что|Кто|Срок / Выбрать насос|Климов|20.11.2026 / Написать соседям|Лосева|-"},
		{"Who         What\n=====================\nAda         send the plan\nBo          order rope\n", "Who|What / Ada|send the plan / Bo|order rope"},
		{"Item\tWho\tBy\nplan\tAda\t1 May\nrope\tBo\t2 May\n", "Item|Who|By / plan|Ada|1 May / rope|Bo|2 May"},
		{"  Letter to the       Ada     1 May\n  Rope                Bo      2 May\n                      Cy\n  Boat                Di      3 May\n", "Letter to the|Ada|1 May / Rope|Bo Cy|2 May / Boat|Di|3 May"},
		{"项目          负责人      期限\n修理水泵      李明        5月1日\n联系邻居      王芳        5月2日\n", "项目|负责人|期限 / 修理水泵|李明|5月1日 / 联系邻居|王芳|5月2日"},
		{"Present\n   Dr Ada Byron      Microbiologist (Chair)\n   Bo Lund           Head of Estates\n   Cy Hill           Engineer\n", "Dr Ada Byron|Microbiologist (Chair) / Bo Lund|Head of Estates / Cy Hill|Engineer"},
		{"No     Action                   Who        By\n31/1   Re-sample the outlets    L Finch    6 Nov 2026\n31/2   Reissue the sheet        B Adeyemi  30 Oct 2026\n", "No|Action|Who|By / 31/1|Re-sample the outlets|L Finch|6 Nov 2026 / 31/2|Reissue the sheet|B Adeyemi|30 Oct 2026"},
		{"Председатель                  Н. К. Ершова\nСекретарь                     О. Д. Климов\n", ""},
		{"Chair      ____________      Ada Byron\nClerk      ____________      Bo Lund\nDean       ____________      Cy Hill\n", ""},
		{"                 МИНУТЫ\n            заседания правления\n", ""},
		{"Words   that are   set wide\nby   a poor program, without\nany     order   of their   columns\n", ""},
	} {
		doc := read(t, "a.txt", []byte(c.text))
		var got []string
		for _, b := range doc.Blocks {
			for _, row := range b.Rows {
				got = append(got, strings.Join(row, "|"))
			}
		}
		if s := strings.Join(got, " / "); s != c.want {
			t.Errorf("%s\nwas read as the table %q, want %q", c.text, s, c.want)
		}
	}
}
