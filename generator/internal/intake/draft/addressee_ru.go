package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isAddressee reports whether the words with which a sentence begins name somebody in the dative
// whom it tells to do something, and not what is to be done to: "Отделу … представить план" and not
// "Смету … утвердить". Named are people in brackets, and after is what follows the verb.
func isAddressee(words, named, verb, after string) bool {
	first := strings.ToLower(strings.Trim(firstWord(words), `«»",`))
	switch {
	case notDative.MatchString(first), strings.HasSuffix(words, " не"):
		return false
	case office.MatchString(first), inAnyDative.MatchString(first) && (isUpperFirst(words) || office.MatchString(secondWord(words))):
		return true
	case !isUpperFirst(words):
		return false
	case named != "":
		return true
	}
	if all := namesIn(words); len(all) > 0 {
		name, _ := nameParts(all[0])
		return len(name) > 0 && (strings.HasPrefix(first, name[0]) || personDative.MatchString(name[len(name)-1]))
	}
	if doneTo.MatchString(verb) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(after))
	return (unicode.IsLetter(r) || r == '«' || unicode.IsDigit(r)) && !afterObject.MatchString(strings.TrimSpace(after))
}

// secondWord is the second word of a phrase; "" where it has none.
func secondWord(words string) string {
	if all := strings.Fields(words); len(all) > 1 {
		return strings.Trim(all[1], ",")
	}
	return ""
}

var (
	notDative    = re(`(?:ую|юю|ые|ие|ое|ее|[^нт]ию)$`)
	inAnyDative  = re(`(?:ам|ям|ому|ему)$`)
	personDative = re(`(?:у|ю|ой|ей|е|и)$`)
	// office begins the dative of what offices and posts are called by.
	office = re(`^(?:отдел|департамент|комитет|подкомитет|министерств|управлени|агентств|секретариат|директор|руководител|председател|сопредседател|ректор|проректор|декан|совет|правлени|президиум|бюро|фонд|центр|институт|университет|академи|колледж|лице|школ|банк|предприяти|обществ|товариществ|учреждени|администраци|дирекци|комисси|подкомисси|групп|подгрупп|служб|инспекци|палат|кафедр|редакци|бухгалтер|мэри|компани|корпораци|подрядчик|заказчик|исполнител|поставщик|застройщик|инженер|секретар|куратор|заведующ|начальник|заместител|зам\.|глав|врач|министр|юрист|аналитик|архитектор|тренер|координатор|докладчик|модератор|представител|делегаци|федераци|ассоциаци|коллеги|прокуратур|полици|суд|член|участник|ревизор|казначе|кассир|менеджер|специалист|эксперт|разработчик|тестировщик|дизайнер|методист|учител|педагог|воспитател|родител|научн|редактор|библиотек|музе|театр|клуб|филиал|представительств|цех|участк|лаборатори|сектор|штаб|оператор|перевозчик|собственник|арендатор|инициатор|организатор|староста|старост|медиа|пресс-служб|правительств|премьер|президент|губернатор|префект|аким|хоким|сторон|казначейств|нотариус|охран|завод|хозяйств|кооператив|союз|профсоюз|фракци|аппарат|канцеляри|архив|росс?|мин[а-яё]+|гос[а-яё]+)(?:у|ю|ам|ям|ому|ему|е|и|ой|ей|ьям|ии|им|ым)?$`)
	// afterObject follows a verb whose object stands before it.
	afterObject = re(`^(?:в|во|на|до|за|к|ко|с|со|по|из|от|для|при|о|об|у|не|и|или|как|под|через|без|согласно|путём|единогласно|ежемесячно|ежеквартально|ежегодно|дополнительно|полностью)(?:[^\p{L}]|$)`)
	// doneTo are verbs of the body itself.
	doneTo = re(`^(?:принять|утвердить|одобрить|признать|считать|поддержать|отложить|перенести|снять|отметить|отклонить|продлить|избрать|назначить|исключить|допустить)$`)
)
