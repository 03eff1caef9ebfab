package draft

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/model"
)

func TestLabelsOfAttendance(t *testing.T) {
	for _, c := range []struct{ lang, text, code string }{
		{"en", "Voting members present (in person): Ada Byron", "present"},
		{"en", "Committee members absent: None", "absent"},
		{"en", "Apologies for absence were received from: Bo Lund", "excused"},
		{"en", "TSC Attendees:", "present"},
		{"en", "Facilitator: Noor", "chair"},
		{"en", "Notes taken by: Emil", "scribe"},
		{"en", "Board Meeting Minutes", ""},
		{"en", "Chair's report: the year was good", ""},
		{"en", "Public comment: none", ""},
		{"ru", "Присутствовали представители Министерства связи:", "present"},
		{"ru", "Отсутствовали по уважительной причине:", "excused"},
		{"ru", "Ведёт встречу: Анна", "chair"},
		{"ru", "Записывает: Пётр", "scribe"},
		{"ru", "Протокол заседания правления", ""},
		{"zh", "出 席 人 员：王芳", "present"},
		{"zh", "主持人：王芳", "chair"},
		{"zh", "列席会议的还有：王芳", "guest"},
		{"zh", "会议记录", ""},
	} {
		if got := lexiconOf(model.Lang(c.lang)).attendanceOf(c.text); got != c.code {
			t.Errorf("%s: %q, want %q", c.text, got, c.code)
		}
	}
}

func TestListsOfPeople(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Ada Byron (Chair), City Library; Chen Wei", "Ada Byron; Chen Wei"},
		{"en", "Cllrs J Frizzell, M Robinson and the Clerk – Adrian Illingworth", "J Frizzell; M Robinson; Adrian Illingworth"},
		{"en", "[X] Allan Johns - Acme, luotao1, @ada", "Allan Johns; luotao1; @ada"},
		{"en", "Belport NV, Members, Host", ""},
		{"ru", "директор Петров П.П.; Иванова Анна Сергеевна, бухгалтер", "Петров П.П.; Иванова Анна Сергеевна"},
		{"ru", "Роман Заславский, Света (по видео)", "Роман Заславский; Света"},
		{"ru", "от Порта – О.Д. Шевченко от Ассоциации – Р.Т. Галимов", "О.Д. Шевченко; Р.Т. Галимов"},
		{"zh", "副会长何秀荣、姜长云、唐 忠和秘书长檀学文等", "何秀荣; 姜长云; 唐忠; 檀学文"},
		{"zh", "办公室（张三、李四），县水利局局长农红梅", "张三; 李四; 农红梅"},
		{"zh", "农红梅（县水利局）　唐忠（财政局） 檀学文（教育局）", "农红梅; 唐忠; 檀学文"},
		{"zh", "财政局、各部门负责人", ""},
	} {
		d := &Draft{Lang: model.Lang(c.lang), lex: lexiconOf(model.Lang(c.lang))}
		var names []string
		for _, a := range d.roll(c.text, true, true) {
			names = append(names, a.name)
		}
		if got := strings.Join(names, "; "); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
