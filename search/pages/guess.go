package pages

import (
	"strings"
	"sync"
	"unicode"
)

// frequent are words that each language has in nearly every text, and that tell it from its
// neighbours. More languages need a line here only.
var frequent = map[string]string{
	"ca": "el la els les de del dels i que és en un una per amb no són aquest aquesta més també es pot com si",
	"cs": "a se na je že v z do pro to jsou jako ale nebo které který být pokud při není můžete může tento této ve",
	"da": "og i at det er en af til på den for med der ikke som de kan du har et vil hvis eller fra skal også efter noget hvad hvordan dette kun bruger bliver",
	"de": "der die das und ist in den von zu mit nicht ein eine auf für sie werden dem des im auch wird sich oder als wenn",
	"en": "the of and to in is that for it as with be this are on you by or if an from not can which will was",
	"es": "el la de que y en los se del las un por con una para es no su al lo como más o pero puede si",
	"et": "ja on ei et see kui mis oma või ka selle saab seda mille ning välja kõik pole",
	"eu": "eta da ez bat du edo dira hau izan egin ere den baino behar dute hori",
	"fi": "ja on ei se että kun tai voi myös ovat jos joka mutta sen olla tämä kuin ole tämän niin voidaan",
	"fr": "le la les de des et est en un une du que dans pour qui pas sur au par il ce avec vous ou sont aux",
	"gl": "o a os as de do da dos das e que é en un unha para por con non se máis tamén ao pode ou son",
	"hr": "je i u na se da za su od s kao ili nije što koji koja koje biti može ako ne iz te ovaj prema",
	"hu": "a az és hogy nem egy is van ez meg ha vagy csak de mint el kell lehet azt ki ezt majd minden",
	"id": "yang dan di ini dari untuk dengan tidak pada adalah dalam ke akan anda atau itu dapat bisa oleh juga jika",
	"it": "il di che e la in un per è una con non del si le dei da sono come più anche o gli nel della se",
	"lt": "ir į kad su iš tai ne kaip arba jei bus per galima kuris šis apie gali yra būti",
	"lv": "un ir uz no ar ka kā lai vai par tas nav var pēc šis ja bet tiek kas būt",
	"nb": "og i å det er en av til på som for med at ikke den de kan du har et vil hvis eller fra skal også etter noe hva hvordan dette bare bruker blir",
	"nl": "de het een en van is dat in te op voor met niet zijn u of die aan als kan worden er wordt deze naar bij",
	"nn": "og i å det er ein av til på som for med at ikkje den dei kan du har eit vil viss eller frå skal også etter noko kva korleis dette berre brukar blir",
	"pl": "i w na się nie z do jest to że o jak po dla od są lub przez oraz być może który które jeśli tym",
	"pt": "o a os as de do da dos das e que é em um uma para por com não se mais também ao pode ou no na são",
	"ro": "și de în la a cu că pe nu din este sunt o un care pentru mai sau prin dacă se ca fi această acest fie",
	"sk": "a sa na je že v z do pre to sú ako ale alebo ktoré ktorý byť ak pri nie môžete môže tento táto vo",
	"sl": "je in v na se da za so od s kot ali ni ki bo biti lahko če ne iz tudi pri ta",
	"sq": "dhe të në e një për me që nga është i se nuk si do ka janë kjo ose mund",
	"sv": "och i att det är en av till på som för med den inte de kan du har ett om eller från ska också efter vid",
	"tr": "ve bir bu için ile de da olarak veya daha gibi olan çok ne en ise değil kadar var sonra her",
	"uz": "va bu bilan uchun ham bir deb esa yoki kerak shu boʻlgan mumkin oʻz har lekin uni",
	"vi": "và là của các có được trong cho không một với này để những bạn đã từ khi hay người sẽ như",

	"be": "і у на не з што да як гэта для ад або па калі але ён можа быць гэты каб",
	"bg": "на и да за се от в с не е са че като по или това който може при ако този която",
	"kk": "және мен бұл үшін бір да де болып емес ол деп бойынша туралы керек арқылы",
	"ky": "жана менен бул үчүн бир да эле эмес ал деп боюнча жөнүндө керек аркылуу болгон",
	"mk": "на и во да се за од со не е дека како или што може ако оваа овој која кој",
	"mn": "нь энэ юм бол болон байна та бүх дээр гэж тул үед мөн байх",
	"ru": "и в не на что с по как это для из к от или если при же то может вы будет так его также",
	"sr": "је и у на се да за су од са као или није што који која које бити може ако не из",
	"tg": "ва ба дар аз ки ин бо барои аст он бояд ё мешавад будан",
	"uk": "і в не на що з до як це для та або за від якщо при ви може його цей буде є ти",

	"ar": "في من على أن إلى هذا هذه عن أو التي الذي ما لا مع كان هو هي كل ذلك",
	"fa": "و در به از که این را با است برای آن یک می های شود یا شما خود تا",
	"ur": "کے کی میں ہے اور سے کا کو پر یہ کہ نے ہیں کر بھی لیے ایک اس",

	"hi": "के में है की और से को का कि यह पर एक नहीं हैं लिए इस भी या तो",
	"mr": "आहे आणि या च्या ते हे मध्ये नाही असे आहेत तर की",
	"ne": "छ र को मा यो पनि लागि गर्न हुन्छ भने छन् तपाईं",
}

// scripts are the writings that tell what to compare a text with. Where one language is written in
// it as good as alone, the writing says all.
var scripts = []struct {
	table *unicode.RangeTable
	langs []string
}{
	{unicode.Latin, []string{"ca", "cs", "da", "de", "en", "es", "et", "eu", "fi", "fr", "gl", "hr", "hu", "id", "it", "lt", "lv",
		"nb", "nl", "nn", "pl", "pt", "ro", "sk", "sl", "sq", "sv", "tr", "uz", "vi"}},
	{unicode.Cyrillic, []string{"be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"}},
	{unicode.Arabic, []string{"ar", "fa", "ur"}},
	{unicode.Devanagari, []string{"hi", "mr", "ne"}},
	{unicode.Han, []string{"zh"}}, {hiraganaKatakana, []string{"ja"}}, {unicode.Hangul, []string{"ko"}},
	{unicode.Greek, []string{"el"}}, {unicode.Hebrew, []string{"he"}}, {unicode.Thai, []string{"th"}},
	{unicode.Armenian, []string{"hy"}}, {unicode.Georgian, []string{"ka"}}, {unicode.Bengali, []string{"bn"}},
	{unicode.Tamil, []string{"ta"}}, {unicode.Telugu, []string{"te"}}, {unicode.Kannada, []string{"kn"}},
	{unicode.Malayalam, []string{"ml"}}, {unicode.Gujarati, []string{"gu"}}, {unicode.Gurmukhi, []string{"pa"}},
	{unicode.Sinhala, []string{"si"}}, {unicode.Khmer, []string{"km"}}, {unicode.Lao, []string{"lo"}},
	{unicode.Myanmar, []string{"my"}}, {unicode.Ethiopic, []string{"am"}}, {unicode.Tibetan, []string{"bo"}},
}

var hiraganaKatakana = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x3041, Hi: 0x309f, Stride: 1}, {Lo: 0x30a1, Hi: 0x30fa, Stride: 1}}}

const (
	latin, han, kana = 0, 4, 5 // in scripts

	otherOf  = 4  // another writing than Latin counts from one letter in so many; programs are in Latin
	minOther = 8  // letters of it
	kanaOf   = 10 // Japanese has a kana among so many of its characters
)

// guess is the language that a text is in, judged by its letters and its most frequent words; "" if
// they do not tell.
func guess(text string) string {
	count := make([]int, len(scripts))
	letters := 0
	for _, r := range text {
		if r < 0x80 {
			if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
				count[latin]++
				letters++
			}
			continue
		}
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		for i, s := range scripts {
			if unicode.Is(s.table, r) {
				count[i]++
				break
			}
		}
	}
	if count[kana]*kanaOf >= count[kana]+count[han] {
		count[kana] += count[han]
	}
	best := latin
	for i, n := range count {
		if i != latin && n >= minOther && n*otherOf >= letters && (best == latin || n > count[best]) {
			best = i
		}
	}
	if langs := scripts[best].langs; len(langs) == 1 {
		return langs[0]
	}
	return guessByWords(text, scripts[best].langs)
}

// languagesOf has the languages in which a word is frequent.
var languagesOf = sync.OnceValue(func() map[string][]string {
	of := map[string][]string{}
	for lang, words := range frequent {
		for word := range strings.FieldsSeq(words) {
			of[word] = append(of[word], lang)
		}
	}
	return of
})

const (
	minHits  = 4  // different frequent words of the language in the text
	hitsOf   = 16 // one in so many words is
	share    = 60 // what a word counts, and once more among the languages that have it
	marginIs = 5  // of its score, the language is ahead of any other by one in so many
)

func guessByWords(text string, langs []string) string {
	of := languagesOf()
	hits, score, different := map[string]int{}, map[string]int{}, map[string]int{}
	met := map[string]bool{}
	words := 0
	isEnd := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && r != 'ʻ' }
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), isEnd) {
		words++
		for _, lang := range of[word] {
			hits[lang]++
			score[lang] += share + share/len(of[word])
			if !met[word] {
				different[lang]++
			}
		}
		if len(of[word]) > 0 {
			met[word] = true
		}
	}
	first, second, best := 0, 0, ""
	for _, lang := range langs {
		if n := score[lang]; n > first {
			first, second, best = n, first, lang
		} else {
			second = max(second, n)
		}
	}
	if different[best] < minHits || hits[best]*hitsOf < words || (first-second)*marginIs < first {
		return ""
	}
	return best
}
