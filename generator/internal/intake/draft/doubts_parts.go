package draft

import (
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// partWords say what part somebody had in a meeting. The last group of each has the names of those.
type partWords struct {
	chair, clerk, away, there []*pattern
	name                      *pattern // what may be a name there
}

const (
	looseEnglish = `\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){0,3}`
	looseRussian = `(?:[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?[А-ЯЁ][а-яё-]+|[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:\s[А-ЯЁ][а-яё]+){1,2}|[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?)`
	looseHan     = `(?:[` + hanSurnames + `]\p{Han}{1,2}?|\p{Han}{1,6}(?:·\p{Han}{1,8})+)`
)

// partsTold are those of each lexicon. They are broad: what they find is only listed.
var partsTold = map[*lexicon]partWords{
	english: {
		chair: []*pattern{
			exact(`(?:[Ll]ed|[Cc]haired|[Pp]resided\s+over|to\s+order|[Oo]pened|[Mm]oderated|[Ff]acilitated)\s+(?:[^.;]{0,40}?\s)?by\b[^\p{L}]{0,5}(?:(?:the\s+)?(?:[Cc]hair\p{L}*|[Pp]resident|[Mm]ayor|Mr|Ms|Mrs|Dr|Prof|Hon|H\.E)\.?,?\s+)*(` + looseEnglish + `)`),
			exact(`(` + looseEnglish + `)(?:,[^.;]{0,60},)?\s+(?:took\s+the\s+chair|presided|chaired|was\s+in\s+the\s+chair|in\s+the\s+chair|led\s+the\s+(?:meeting|call)|called\s+the\s+meeting\s+to\s+order)`),
			exact(`^(?:Chair(?:man|person|woman)?|Presid(?:ent|ing)|Convenor|Convener|Moderator)\b[^:]{0,30}:\s*(` + looseEnglish + `)`),
		},
		clerk: []*pattern{
			exact(`(?:[Mm]inutes|[Nn]otes|[Rr]ecorded|[Tt]ranscribed)\b[^.;:]{0,30}?\bby\b[^\p{L}]{0,4}(` + looseEnglish + `)`),
			exact(`(` + looseEnglish + `)(?:,[^.;]{0,50},)?\s+(?:provided\s+the\s+secretariat|took\s+(?:the\s+)?(?:minutes|notes)|acted\s+as\s+(?:secretary|rapporteur|clerk)|was\s+(?:the\s+)?(?:secretary|rapporteur|scribe)|recorded\s+the)`),
			exact(`(?:[Cc]lerk|[Ss]ecretary|[Ss]cribe|[Rr]ecorder|[Rr]apporteur)[,:]?\s+(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?(` + looseEnglish + `)`),
		},
		away: []*pattern{
			exact(`(` + looseEnglish + `)(?:\s+\([^()]*\))?,?\s+(?:was\s+|were\s+|is\s+)?(?:absent|excused|not\s+present|unable\s+to\s+attend|did\s+not\s+attend|sent\s+(?:his|her|their)\s+apologies)`),
			exact(`(?:[Ee]xcept|[Ss]ave|[Oo]ther\s+than|[Aa]bsent)(?:\s+for)?\s*[:–—-]?\s*(` + looseEnglish + `)`),
		},
		there: []*pattern{
			exact(`(?:[Mm]otion(?:ed)?|[Mm]oved|[Mm]ade|[Ss]econd(?:ed)?|2nd)\s+(?:to\s+\p{Ll}+\s+)?by:?\s+(` + looseEnglish + `)`),
			exact(`(` + looseEnglish + `)(?:\s+\([^()]*\))?\s+(?:was|were)\s+(?:also\s+)?(?:present|in\s+attendance)`),
			exact(`(?:[Cc]ouncil\s?member|[Cc]ouncil(?:man|woman)|[Mm]ember|[Tt]rustee|[Cc]ommissioner|[Aa]lder(?:man|woman))\s+(` + looseEnglish + `)`),
		},
		name: exact(looseEnglish),
	},
	russian: {
		chair: []*pattern{
			re(`(?:председательствовал[аи]?|в[её]л[аи]?\s+(?:заседание|собрание|совещание|встречу)|вед[её]т\s+(?:заседание|собрание|совещание)|под\s+председательством)[^.;]{0,120}?\s(?-i:(` + looseRussian + `))`),
			re(`(?-i:(` + looseRussian + `))\s+(?:председательствовал[аи]?|в[её]л[аи]?\s+(?:заседание|собрание|совещание)|открыл[аи]?\s+(?:заседание|собрание|совещание))`),
			re(`^(?:\d+\s+)?(?:председател(?:ь|ьствующий)|вед(?:ущий|[её]т)|модератор|председательствует)[^:–—]{0,40}?(?:\s*[:–—-]+\s*|\s+)(?-i:(` + looseRussian + `))`),
		},
		clerk: []*pattern{
			re(`(?:секретар(?:ь|[её]м)|протокол\s+(?:в[её]л|вед[её]т|вела|составил|подготовил)|протоколист)[^.;]{0,40}?\s(?-i:(` + looseRussian + `))`),
		},
		away: []*pattern{
			re(`(?-i:(` + looseRussian + `))(?:\s*\([^()]*\))?,?\s+(?:(?-i:\p{Ll})+\s+){0,3}?(?:не\s+(?:участвовал|присутств|явил|подключ|смог|прибыл|был|принимал)\p{L}*|отсутств\p{L}+)`),
			re(`(?:отсутств\p{L}+|не\s+(?:подключ|присутств|явил|участв|смог)\p{L}+|(?:за\s+исключением|кроме))\s*[:–—-]?\s*(?-i:(` + looseRussian + `))`),
		},
		there: []*pattern{
			re(`возглав(?:лял|ил)[аи]?[^.;]{0,120}?\s(?-i:(` + looseRussian + `))`),
			re(`(?:министр|представител[ья]|директор|начальник|заместител[ья]|руководител[ья]|советник|посол|эксперт|специалист|член)[а-яё]*\s(?:[^.;:,–—()]{0,90}?\s)?(?-i:([А-ЯЁ][а-яё]+(?:\s[А-ЯЁ][а-яё]+){1,2}))\s*(?:[.,;)–—]|$)`),
		},
		name: exact(looseRussian),
	},
	chinese: {
		chair: []*pattern{
			exact(`(?:主持人?|召集人|会议主席)[：:]\s*(?:` + chinesePosts + `)?(` + looseHan + `)(?:[（(，。；、\s]|$)`),
			exact(`(` + looseHan + `)(?:同志|先生|女士|` + chinesePosts + `)?(?:召集(?:和|并)?)?主持`),
		},
		clerk: []*pattern{exact(`(?:记录人?|纪要|书记员|整理)[：:]\s*(` + looseHan + `)(?:[（(，。；、\s]|$)`), exact(`(` + looseHan + `)(?:列席)?(?:并|负责|担任)?(?:做|作)?(?:会议)?记录`)},
		away: []*pattern{
			exact(`(` + looseHan + `)(?:同志|先生|女士|` + chinesePosts + `)?(?:因[^，。；]{0,10}?)?(?:未(?:能)?(?:出席|参加|到会|到场|参会|到)|请假|缺席)`),
			exact(`([` + hanSurnames + `]\p{Han}?(?:教授|老师|博士|总|工))[（(]?(?:请假|缺席)`),
			exact(`(?:缺席|请假|未到)(?:人员|董事|理事)?[：:]?\s*(` + looseHan + `)(?:[（(，。；、\s]|$)`),
		},
		there: []*pattern{exact(`(?:` + chinesePosts + `|法务|律师|代表)(` + looseHan + `)(?:同志|先生|女士)?(?:列席|出席|参加|到会|旁听|应邀)`)},
		name:  exact(looseHan),
	},
}

// partsUntold are the places of those of whom a sentence of a piece says a part in the meeting
// that the draft does not have.
func (d *Draft) partsUntold(k *known, i int, sentence string) (out [][2]int) {
	w, ok := partsTold[d.lex]
	part := model.PartOf(d.Pieces[i].ID)
	if !ok || model.IsAnnex(part) || i > 25 && part != model.PartClosing && part != model.PartSignatures {
		return nil
	}
	find := func(patterns []*pattern, among ...[]string) {
		for _, r := range patterns {
			for _, m := range r.FindAllStringSubmatchIndex(sentence, -1) {
				at := d.nameAt(sentence, m)
				if name := sentence[at[0]:at[1]]; d.mayBePerson(name) && !within(name, among...) {
					out = append(out, at)
				}
			}
		}
	}
	find(w.chair, k.chairs)
	find(w.clerk, k.clerks, k.chairs)
	find(w.away, k.away)
	find(w.there, k.there)
	return out
}

// untold are the places of names in a sentence of nobody known, or of somebody who had a part in
// the meeting that the draft does not have.
func (d *Draft) untold(k *known, i int, sentence string) (out [][2]int) {
	for _, m := range d.anyNames(sentence) {
		if !k.named(strings.TrimSpace(sentence[m[0]:m[1]])) {
			out = append(out, m)
		}
	}
	out = append(out, d.partsUntold(k, i, sentence)...)
	return slices.DeleteFunc(out, func(m [2]int) bool { return nobody.MatchString(strings.TrimSpace(sentence[m[0]:m[1]])) })
}

// nameAt is the place of the name in a match in a sentence, without what stands before it.
func (d *Draft) nameAt(sentence string, m []int) [2]int {
	at := [2]int{m[len(m)-2], m[len(m)-1]}
	for words := strings.Fields(sentence[at[0]:at[1]]); len(words) > 2 && (noNameWord(words[0]) || stateOf(words[0]) != "" || noName.MatchString(words[0])); words = words[1:] {
		at[0] += len(words[0]) + 1 // "Республики Армения Погосян Левон"
	}
	if d.Lang == "ru" && !strings.Contains(sentence[at[0]:at[1]], ".") && noNameWord(firstWord(sentence[at[0]:])) {
		for _, name := range namesIn(sentence[m[0]:]) {
			if i := strings.Index(sentence[m[0]:], name); i >= 0 { // behind the post
				return [2]int{m[0] + i, m[0] + i + len(name)}
			}
		}
	}
	if at[1]-at[0] > 4 && sentence[at[1]-1] == '.' && !endsInInitial(sentence[at[0]:at[1]]) {
		at[1]--
	}
	return at
}

// within reports whether somebody is one of those of some lists.
func within(name string, lists ...[]string) bool {
	return slices.ContainsFunc(lists, func(names []string) bool { return among(names, name) })
}

// mayBePerson reports whether words that stand where a name does may be one.
func (d *Draft) mayBePerson(name string) bool {
	if d.Lang == "zh" {
		return isHanPerson(name) || hanTitled.MatchString(name) || strings.Contains(name, "·")
	}
	words := strings.Fields(name)
	return !noName.MatchString(name) && stateOf(name) == "" && !slices.ContainsFunc(words[:1], noNameWord) && !slices.ContainsFunc(words[len(words)-1:], noNameWord)
}

// hanTitled is a surname with a title.
var hanTitled = exact(`^[` + hanSurnames + `]\p{Han}?(?:教授|老师|博士|总|工)$`)

// inBasicForm adds to the names in Russian that stand in a case the basic forms that they may have:
// "person Томилину Н. А. (Томилин Н. А., Томилина Н. А.)".
func (d *Draft) inBasicForm(may []string) []string {
	for i, what := range may {
		name, ok := strings.CutPrefix(what, "person ")
		if !ok || d.Lang != "ru" {
			continue
		}
		words, initials := nameParts(name)
		if len(initials) == 0 || len(words) != 1 {
			continue
		}
		var forms []string
		for _, w := range strings.Fields(initial.ReplaceAllString(name, " $0 ")) {
			if strings.Contains(w, ".") {
				continue
			}
			for _, c := range []oblique{genitive, dative, accusative, instrumental} {
				form := basic(w, c, surnameEndings)
				full := form + " " + strings.TrimSpace(strings.Join(initial.FindAllString(name, -1), " "))
				if form != w && !slices.Contains(forms, full) {
					forms = append(forms, full)
				}
			}
		}
		if len(forms) > 0 && (inCase.MatchString(name) || d.Chair.Text != "" && len(forms) == 1) {
			may[i] += " (" + strings.Join(forms[:min(2, len(forms))], ", ") + ")"
		}
	}
	return may
}

// inCase ends a surname that is in no basic form.
var inCase = exact(`[а-яё]{2}(?:[оеё]в[уы]|[оеё]вым|[оеё]вой|[иы]н[уы]|[иы]ным|[иы]ной|[сц]к(?:ого|ому|им|ой|ую))(?:\s|$)`)
