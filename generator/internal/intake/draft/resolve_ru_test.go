package draft_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestResolutionsInRussian reads what stands below "РЕШИЛИ:", behind a label, or alone.
func TestResolutionsInRussian(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"РЕШИЛИ:\n1. Отчёт казначея утвердить.\n2. Работу правления признать хорошей.\n3. Снять вопрос о воротах с контроля.", "adopted; decided; closed"},
		{"Решение: смету одобрить; членские взносы установить в размере 900 рублей.", "approved decided"},
		{"По итогам встречи достигнуты следующие договорённости:\n1. Подрядчик направит чертежи до 5 мая.\n2. Цена согласована.\n3. Вопрос о пирсе отложен.", "decided; agreed; deferred"},
		{"Постановили:\n- секретарю разослать протокол;\n- членам клуба уплатить взнос до 1 июня.", "instructed; instructed"},
		{"Предложено: Избрать старостой Лосева П.И.\nРешение по второму вопросу – ПРИНЯТО.", "appointed"},
		{"Предложено: Утвердить тариф.\nРешение не принято.", "rejected"},
		{"По результатам тайного голосования избрать Лосева П.И. старостой.", "appointed"},
		{"Кандидатуру Лосева П.И. отклонить.", "rejected"},
		{"Комиссия рассмотрела заявки и признала победителем ООО «Маяк».", "considered decided"},
		{"Стороны констатировали рост торговли и условились встречаться чаще.", "agreed noted"},
		{"Решили создать рабочую группу и назначить её руководителем Лосева П.И.", "decided appointed"},
		{"Лосев П.И. предложил отложить работы.", ""},
		{"Собрание правомочно принимать решения.", ""},
		{"СЛУШАЛИ: Лосева П.И. о необходимости утвердить план.", ""},
		{"Решение принято единогласно.", ""},
	} {
		text := "Протокол заседания правления от 4 ноября 2025 года\n\nПрисутствовали: Юдин В.К., Белая Л.А.\n\n1. О делах\n\n" + strings.ReplaceAll(c.text, "\n", "\n\n") + "\n"
		d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{})
		var got []string
		for _, p := range d.Pieces {
			var acts []string
			for _, a := range p.Acts {
				acts = append(acts, a.Text)
			}
			if len(acts) > 0 {
				got = append(got, strings.Join(acts, " "))
			}
		}
		if have := strings.Join(got, "; "); have != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.text, have, c.want)
		}
	}
}

// TestWhoIsToldInRussian tells those who have to do something from what is to be done.
func TestWhoIsToldInRussian(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Отделу кадров до 1 декабря представить список.", "Отдел кадров"},
		{"Белой Л.А. разослать список.", "Белая Л.А."},
		{"Юдину В.К. и Белой Л.А. подготовить список.", "Юдин В.К., Белая Л.А."},
		{"Начальникам участков обеспечить порядок.", "Начальники участков"},
		{"Минтрансу представить список.", "Минтранс"},
		{"АО «Маяк» (Юдину В.К.) обеспечить дежурство.", "АО «Маяк», Юдин В.К."},
		{"Подготовить список. Ответственный – Юдин В.К. Срок – 1 декабря.", "Юдин В.К."},
		{"Подготовить список (отв. Белая Л.А.).", "Белая Л.А."},
		{"Подготовить список (срок – 1 декабря, ответственная – Белая Л.А.).", "Белая Л.А."},
		{"Приморская Сторона обязалась до 1 декабря направить список.", "Приморская Сторона"},
		{"ООО «Маяк» представит список до 1 декабря.", "ООО «Маяк»"},
		{"Смету расходов утвердить.", ""},
		{"Следующую встречу провести в Самаре.", ""},
		{"Заверенные копии предоставить собственникам.", ""},
		{"Работу комиссии продолжить.", ""},
	} {
		text := "Протокол заседания правления от 4 ноября 2025 года\n\nПрисутствовали: Юдин В.К., Белая Л.А.\n\nРЕШИЛИ:\n\n1. " + c.text + "\n"
		d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{})
		var got []string
		for _, a := range d.Actions {
			for _, o := range a.Owners {
				got = append(got, o.Text)
			}
		}
		if have := strings.Join(got, ", "); have != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.text, have, c.want)
		}
	}
}
