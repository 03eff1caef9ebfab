package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// placesOfNames are the places in a text in Russian of the names of people that have initials or a
// patronymic, and of Chinese ones.
func placesOfNames(text string) [][]int {
	found := personal.FindAllStringIndex(text, -1)
	for _, m := range chineseIn(text) {
		if !slices.ContainsFunc(found, func(o []int) bool { return o[0] < m[1] && m[0] < o[1] }) {
			found = append(found, m)
		}
	}
	slices.SortFunc(found, func(a, b []int) int { return a[0] - b[0] })
	return found
}

// chineseIn are the places of the names of people from China as Russian writes them, by the system
// of Palladius: a surname of one syllable, and a given name of one or two, which may have the
// ending of a case.
func chineseIn(text string) (out [][]int) {
	for at := 0; ; {
		blank := strings.IndexByte(text[at:], ' ')
		if blank < 0 {
			return out
		}
		word := strings.TrimLeftFunc(text[at:at+blank], func(r rune) bool { return !unicode.IsLetter(r) })
		from := at + blank - len(word)
		at += blank + 1
		if !chineseSurname[word] {
			continue
		}
		size := givenSize(text[at:])
		if more := at + size + 1; size > 0 && more < len(text) && text[more-1] == ' ' && givenSize(text[more:]) > 0 {
			size += 1 + givenSize(text[more:]) // "Чен Ли Хуа"
		}
		if size > 0 {
			out = append(out, []int{from, at + size})
		}
	}
}

// givenSize is the length of a given name that a text begins with; 0 where it begins with none.
func givenSize(text string) int {
	given := chineseGiven.FindString(text)
	if next, _ := utf8.DecodeRuneInString(text[len(given):]); unicode.IsLetter(next) || next == '.' || next == '-' {
		return 0
	}
	return len(given)
}

var chineseSurname = func() map[string]bool {
	out := map[string]bool{}
	for name := range strings.FieldsSeq(`Бай Ван Вэй Вэнь Гао Го Гу Гун Дай Ду Дуань Дун Дэн Жэнь Инь Кан Кун Лай Ли Линь Ло Лу Лун Лэй Лю Люй Лян Ляо Ма Мао Мэн Пань Пэн
		Се Син Су Сун Сунь Сюй Сюн Сюэ Сяо Тан Тань Тао Тянь Фан Фань Фу Фэн Хань Хао Хоу Ху Хуан Хэ Цай Цао Цзи Цзинь Цзэн Цзя Цзян Цзоу Цинь Цю Цуй Цянь Цяо Чен Фен Шен Жен
		Чан Чжан Чжао Чжоу Чжу Чжун Чжэн Чэн Чэнь Шао Ши Шэнь Юань Юй Ян Янь Яо`) {
		out[name] = true
	}
	return out
}()

// chineseGiven begins with a given name of one or two syllables.
var chineseGiven = exact(`^(?:(?:(?:Цз|Чж|[БПМФДТНЛГКХЦЧШЖСВ])(?:уань|юань|уэй|янь|ань|энь|инь|унь|юнь|уай|ай|эй|юй|уй|яо|ао|юэ|уа|оу|уан|ян|ан|эн|ин|ун|юн|я|а|э|и|у|ю|е|о)|Юань|Юнь|Юн|Юй|Юэ|Янь|Ян|Яо|Инь|Ин|Ань|Ай|Эр|И|Ю)` +
	`(?:-?(?:цз|чж|[бпмфдтнлгкхцчшжсв])?(?:уань|юань|уэй|янь|ань|энь|инь|унь|юнь|уай|яй|ай|эй|юй|уй|яо|ао|юэ|уа|оу|уан|юан|ян|ан|эн|ин|ун|юн|эр|я|а|э|и|у|ю|е|о))?)(?:[ауея]|ом|ем)?`)
