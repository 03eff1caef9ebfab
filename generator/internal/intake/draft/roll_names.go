package draft

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// An attendee is somebody in a list of those who attended, with what is said of them there.
type attendee struct {
	name string
	note string
}

// roll reads a list of people: between their names stand their posts, and where they come from.
// several says that signs divide them; else one is meant. sure says that a label before the list
// says that it is one, so that a single word may be a name.
func (d *Draft) roll(text string, several, sure bool) []attendee {
	text = strings.TrimSpace(mark.ReplaceAllString(text, ""))
	if text == "" || d.lex.none.MatchString(text) {
		return nil
	}
	var out []attendee
	before := "" // a post that stands before a name
	for _, part := range d.withPosts(d.rollParts(text, several)) {
		part, note := withoutNotes(part)
		if initialsOnly.MatchString(part) {
			part, note = d.initialsFirst(part, note)
		}
		if inside := d.severalIn(part, note); len(inside) > 0 {
			out = append(out, inside...)
			continue
		}
		name, rest := d.rollName(part, sure)
		switch {
		case name == part && len(out) == 0 && d.stateAlone(name):
		case name != "":
			out = append(out, attendee{name, joinNotes(before, rest, note)})
			before = ""
		case d.Lang == "en" && unnamed.MatchString(part):
		case len(out) > 0 && (part != "" || note != ""):
			out[len(out)-1].note = joinNotes(out[len(out)-1].note, part, note)
		default:
			before = part
		}
	}
	if !several && len(out) > 1 && d.Lang != "zh" {
		out[0].note = joinNotes(out[0].note, out[1].note)
		out = out[:1]
	}
	return out
}

// stateAlone reports whether a part of a list is the name of a state.
func (d *Draft) stateAlone(name string) bool {
	return name != "" && stateOf(name) != "" && stateOnly(name)
}

// initialsFirst puts the name in brackets before the initials that a list has for it: "JR (James
// Rowntree, Principal)".
func (d *Draft) initialsFirst(part, note string) (bare, rest string) {
	first, rest, _ := strings.Cut(note, ",")
	if name := d.wholeName(strings.TrimSpace(first), false); name != "" {
		return name, joinNotes(strings.TrimSpace(rest))
	}
	return part, note
}

// mark is a tick box or a bullet before a name.
var mark = exact(`^\s*(?:[-–—*•·]\s+)?(?:\\?(?:\[[ xXхХ✓✔√*-]?\\?\]|[☐☑☒✓✔√✗•·*])\s*)?`)

// joinNotes joins what is said of somebody.
func joinNotes(notes ...string) string {
	return strings.Join(slices.DeleteFunc(notes, func(s string) bool { return s == "" }), ", ")
}

// withoutNotes divides a part of a list from what stands in brackets in it.
func withoutNotes(part string) (bare, note string) {
	var notes []string
	bare = inParens.ReplaceAllStringFunc(part, func(s string) string {
		notes = append(notes, strings.Trim(s, " ()（）[]"))
		return " "
	})
	return strings.TrimSpace(bare), joinNotes(notes...)
}

// rollParts divides a list at the signs and words between people, outside brackets.
func (d *Draft) rollParts(text string, several bool) []string {
	hard := ";；|\n•"
	text = strings.ReplaceAll(text, "<br>", "\n")
	if d.Lang == "en" {
		text = initialsAndPost.ReplaceAllString(initialsApart(text), "$1 – $2$3")
	}
	text = nextPerson.ReplaceAllString(text, "$1\n$2")
	if d.Lang == "zh" {
		return d.hanRollParts(text)
	}
	parts := splitOutside(text, func(r rune) bool { return strings.ContainsRune(hard, r) })
	var out []string
	for _, p := range parts {
		head, tail, ok := strings.Cut(p, ": ")
		if len(parts) > 1 && !(ok && d.headsNames(head, tail)) && !manyPosts.MatchString(p) {
			if alone := d.firstNamed(p); alone != "" {
				out = append(out, alone)
				continue
			}
		}
		if ok && several && utf8.RuneCountInString(head) < 40 {
			if name, _ := d.rollName(tail, true); name != "" || d.manyNames(tail) {
				p = tail // "Council: Ada, Grace"
			}
		}
		pieces := splitOutside(p, func(r rune) bool { return strings.ContainsRune(",，、", r) })
		for _, q := range pieces {
			of := splitAnd(q)
			if d.Lang == "en" && !slices.ContainsFunc(pieces, singleName.MatchString) {
				of = d.couple(of)
			}
			out = append(out, of...)
		}
	}
	return out
}

// headsNames reports whether words before a colon are no name, and those behind it begin with one:
// "Japan: H. Sato, M. Ito".
func (d *Draft) headsNames(head, tail string) bool {
	first, second, more := strings.Cut(tail, ",")
	second, _, _ = strings.Cut(second, ",")
	next, _ := withoutNotes(strings.TrimSpace(second))
	if next = d.withoutTitles(next); more && (!wholeName.MatchString(next) || slices.ContainsFunc(strings.Fields(next), noNameWord)) {
		return false // "Latvia: Mr Janis Ozols, Chief of the Border Guard"
	}
	bare, _ := withoutNotes(first)
	name, _ := d.rollName(bare, false)
	of, _ := d.rollName(head, false)
	return d.Lang == "en" && of == "" && name != "" && utf8.RuneCountInString(head) < 40
}

// couple gives the first of two the surname that the second has for both: "Ann and Bob Reed".
func (d *Draft) couple(of []string) []string {
	if len(of) != 2 {
		return of
	}
	first, _ := withoutNotes(of[0])
	second, _ := withoutNotes(of[1])
	words := strings.Fields(d.withoutTitles(second))
	if bare := d.withoutTitles(first); singleName.MatchString(bare) && len(words) == 2 && isUpperFirst(words[1]) && !noNameWord(bare) && !slices.ContainsFunc(words, noNameWord) {
		of[0] += " " + words[1]
	}
	return of
}

// singleName is a given name alone, or an initial.
var singleName = exact(`^(?:\p{Lu}\.?|\p{Lu}[\p{L}'’-]+)$`)

// firstNamed is a part of a list with what follows the name in brackets, where the part names one
// person: "Ada Byron, City Library".
func (d *Draft) firstNamed(part string) string {
	pieces := splitOutside(part, func(r rune) bool { return r == ',' })
	bare, _ := withoutNotes(pieces[0])
	if len(namesIn(part)) > 1 && d.Lang == "ru" {
		return ""
	}
	if name, _ := d.rollName(bare, false); name == "" || len(pieces) > 3 && d.manyNames(part) || len(splitAnd(pieces[0])) > 1 {
		return ""
	}
	if len(pieces) == 1 {
		return part
	}
	return pieces[0] + " (" + withinBrackets.Replace(strings.Join(pieces[1:], ", ")) + ")"
}

// manyNames reports whether more than one part of a text between commas is the name of a person.
func (d *Draft) manyNames(text string) bool {
	n := 0
	for _, p := range splitOutside(text, func(r rune) bool { return strings.ContainsRune(",，、", r) }) {
		for _, q := range splitAnd(p) {
			bare, _ := withoutNotes(q)
			if name, _ := d.rollName(bare, false); name != "" {
				n++
			}
		}
	}
	return n > 1
}

// splitOutside divides a text at signs that are not within brackets.
func splitOutside(text string, at func(rune) bool) []string {
	var out []string
	depth, from := 0, 0
	for i, r := range text {
		switch {
		case strings.ContainsRune("(（[", r):
			depth++
		case strings.ContainsRune(")）]", r):
			depth = max(0, depth-1)
		case depth == 0 && at(r):
			out = append(out, strings.TrimSpace(text[from:i]))
			from = i + utf8.RuneLen(r)
		}
	}
	return append(out, strings.TrimSpace(text[from:]))
}

var andWord = exact(`\s+(?:and|&|и|а\s+также|as\s+well\s+as|plus|together\s+with|/)\s+|^(?:and|и)\s+|\s+/\s+`)

// nextPerson is the beginning of a name behind the brackets of another: the lines of a cell.
var nextPerson = exact(`(\))\s+(\p{Lu}[\p{L}'’-]+\s\p{Lu})`)

// firmEnd ends the name of a firm: "Hill & Co".
var firmEnd = exact(`^(?:Co|Sons|Partners|Associates|Company)\b`)

// titleEnd ends with a title: "Mr and Mrs Hobbs" are two of whom one name is known.
var titleEnd = exact(`\b(?:Mr|Mrs|Ms|Dr|Sir|Cllr|Prof)\.?$`)

// splitAnd divides a part of a list at "and" that is not within brackets.
func splitAnd(text string) []string {
	var out []string
	from := 0
	for _, m := range andWord.FindAllStringIndex(text, -1) {
		if strings.Count(text[:m[0]], "(") > strings.Count(text[:m[0]], ")") || firmEnd.MatchString(text[m[1]:]) || titleEnd.MatchString(text[:m[0]]) {
			continue
		}
		out = append(out, strings.TrimSpace(text[from:m[0]]))
		from = m[1]
	}
	return append(out, strings.TrimSpace(text[from:]))
}

// rollName is the name of the person in a part of a list, and what else the part says.
func (d *Draft) rollName(part string, sure bool) (name, rest string) {
	part = strings.Trim(strings.TrimSpace(part), "*_ \t,;:：。")
	if !endsInInitial(part) {
		part = withInitialStop(strings.TrimRight(part, ". "))
	}
	switch {
	case part == "" || utf8.RuneCountInString(part) > 200 || d.Lang == "ru" && fromSide.MatchString(part):
		return "", part
	case strings.HasPrefix(part, "@"):
		name, rest, _ = strings.Cut(part, " ")
		return name, rest
	case handle.MatchString(part):
		name, rest = d.rollName(handle.ReplaceAllString(part, ""), sure)
		return name, joinNotes(rest, strings.TrimSpace(handle.FindString(part)))
	case d.Lang == "zh":
		return d.hanRollName(part, sure)
	case d.Lang == "ru":
		if m := inLatinToo.FindStringSubmatch(part); m != nil && wholeName.MatchString(m[2]) {
			name, rest = d.rollName(m[1], sure)
			return name, joinNotes(rest, m[2])
		}
		if found := namesIn(part); len(found) > 0 {
			return found[0], d.withoutNameOf(part, found[0])
		}
		if name, post := nameBehindPost(part, sure); name != "" {
			return name, post
		}
		if m := surnameFrom.FindStringSubmatch(part); m != nil && sure && surnameEnd.MatchString(m[1]) && !noNameWord(m[1]) {
			return m[1], m[2]
		}
	}
	return d.besideSender(part, sure)
}

// sideName is the name before or behind a dash in a part of a list, or all of the part, and what
// else the part says.
func (d *Draft) sideName(part string, sure bool) (name, rest string) {
	left, right, dashed := cutDash(part)
	if dashed && (stateOf(left) != "" && stateOnly(left) || someTitles.MatchString(right) && !someTitles.MatchString(left)) {
		left, right = right, left // "Ghana – Mr. Mensah"
	}
	for i, side := range []string{left, right} {
		title, said := d.lex.titles.FindString(side), ""
		if d.Lang == "en" {
			title = cmp.Or(postAhead.FindString(side), title)
			if m := saidAfter.FindStringIndex(side); m != nil {
				side, said = side[:m[0]], side[m[0]:]
			}
		}
		if name = d.wholeName(side, sure); name == "" {
			continue
		}
		other := right
		if i == 1 {
			other = left
		}
		if !dashed {
			other = ""
		}
		if title != "" {
			other = joinNotes(strings.TrimSpace(title), other)
		}
		return name, joinNotes(other, strings.TrimSpace(said))
	}
	if name := nameThenPost(left); name != "" && d.Lang == "en" {
		return name, joinNotes(strings.TrimSpace(strings.TrimPrefix(left, name)), right)
	}
	if name, rest := behindJob(left); name != "" && d.Lang == "en" && d.wholeName(name, sure) == name {
		return name, joinNotes(rest, right)
	}
	return "", part
}

// behindJob is a name behind the words of a post in English, and these: "Clerk to the Board Ada
// Byron".
func behindJob(text string) (name, job string) {
	words := strings.Fields(text)
	for _, n := range []int{2, 3} {
		at := len(words) - n
		if at < 1 || n == 3 && !initial.MatchString(words[at+1]) {
			continue
		}
		before := strings.Join(words[:at], " ")
		if jobWord.MatchString(before) && isUpperFirst(words[at-1]) && !slices.ContainsFunc(words[at:], noNameWord) {
			return strings.Join(words[at:], " "), before
		}
	}
	return "", ""
}

// jobWord is a word for a post.
var jobWord = re(`\b(?:` + post + `|\p{L}+(?:man|woman|master|keeper)|receptionist|technician|operator|specialist|agent|bookkeeper|superintendent|comptroller|controller|ombuds\p{L}+)\b`)

// withInitialStop gives a last initial its full stop back.
func withInitialStop(part string) string {
	if cutInitial.MatchString(part) {
		return part + "."
	}
	return part
}

// withoutNameOf is a part of a list without the name in it.
func (d *Draft) withoutNameOf(part, name string) string {
	return strings.Trim(strings.Replace(part, strings.TrimSuffix(name, "."), "", 1), " .,–—-")
}

var dashSign = exact(`\s+[–—-]+\s+|\s*[—–]\s*|\s*[:：]\s+|\t+|\s{3,}`)

// cutDash divides a part of a list at a dash, or a colon.
func cutDash(part string) (left, right string, ok bool) {
	if m := dashSign.FindStringIndex(part); m != nil {
		return strings.TrimSpace(part[:m[0]]), strings.TrimSpace(part[m[1]:]), true
	}
	return part, "", false
}

// wholeName returns the name that a text is, without titles and posts before it; "" where it is
// none.
func (d *Draft) wholeName(text string, sure bool) string {
	text = d.withoutTitles(text)
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > 6 || d.lex.none.MatchString(text) {
		return ""
	}
	if len(words) == 1 && sure && byName(text) {
		return text
	}
	upper := 0
	for i, w := range words {
		switch {
		case noNameWord(w) && !(sure && len(words) == 1 && knownAs.MatchString(w)):
			return ""
		case isUpperFirst(w), joined(w, i):
			upper++
		case i == 0 || !slices.Contains(nameParticles, w):
			return ""
		}
	}
	if upper == 0 || !d.endsAsName(text, words) || len(words) == 1 && !d.oneWordName(text, sure) {
		return ""
	}
	return text
}

// byName reports whether a word in small letters is a name by which somebody is known.
func byName(word string) bool {
	return knownAs.MatchString(word) && !commonWord.MatchString(word) && !notInNames[word] && !isUpperFirst(word)
}

// noNameWord reports whether a word is no part of the name of a person.
func noNameWord(w string) bool {
	bare := strings.ToLower(strings.Trim(w, ".,'’\""))
	return len(bare) > 1 && notInNames[bare] || strings.ContainsAny(w, "0123456789:?!/<>=_%&+«»\"")
}

// endsAsName reports whether several words with capital letters end as a name does.
func (d *Draft) endsAsName(text string, words []string) bool {
	last := words[len(words)-1]
	switch {
	case strings.HasSuffix(last, ".") && !endsInInitial(text):
		return false
	case len(words) > 1 && slices.Contains(nameParticles, last) && !sonOf.MatchString(last):
		return false
	}
	return len(words) != 2 || len(strings.Trim(words[0], "."))+len(strings.Trim(last, ".")) > 3
}

// sonOf ends a name from Central Asia or the Caucasus.
var sonOf = exact(`^(?:оглы|кызы|уулу|заде)$`)

// oneWordName reports whether a single word is a name; sure says that it is one of a list of them.
func (d *Draft) oneWordName(word string, sure bool) bool {
	n := utf8.RuneCountInString(word)
	return sure && n > 1 && !(n > 3 && allCapitals(word)) && (d.Lang != "ru" || !isCyrillic(strings.ToLower(word)) || likeRussianName(word)) && !notInNames[strings.ToLower(word)]
}

// withoutTitles is a name without titles and posts before it.
func (d *Draft) withoutTitles(text string) string {
	if d.Lang == "en" {
		text = sheikh.ReplaceAllString(honours.ReplaceAllString(text, ""), "$1")
	}
	for text = strings.TrimSpace(text); !givenTitle.MatchString(text); {
		short := strings.TrimSpace(beforeName.ReplaceAllString(d.lex.titles.ReplaceAllString(text, ""), ""))
		if post := postAhead.FindString(text); post != "" && d.Lang == "en" && isUpperFirst(text[len(post):]) {
			short = strings.TrimSpace(text[len(post):])
		}
		if short == text || short == "" {
			break
		}
		text = short
	}
	return text
}

var (
	// knownAs is a name by which somebody is known on a list or a service.
	knownAs = exact(`^@?[A-Za-z][\w.@-]{1,30}$`)
	// commonWord is a word in small letters that is no such name.
	commonWord = re(`^(?:none|all|everyone|everybody|nobody|others?|and|the|members?|present|absent|etc|tbd|n/a|apologies|various|several|see|below|above|list|attached|yes|no|as|in|of|from|with|plus|public|staff|guests?|some|they|we|he|she|it|there|also|remote|online|virtual|quorum|unknown|anonymous|[a-z]+ing|[a-z]+ed|chairs?|secretary|scribe|clerk|via|by|phone|video|zoom)$`)
	// saidAfter is what is said of somebody after the name without a sign.
	saidAfter = re(`\s+(?:of|from|representing|on\s+behalf\s+of|joined|arrived|left|attended|participated|via|by\s+(?:phone|video|zoom|telephone)|who|as\s+(?:an?\s+)?(?:observer|guest|secretary|scribe|chair))(?:\s+.*)?$`)
	// honours are letters behind a name.
	honours = exact(`,?\s+(?:KC|QC|SC|MP|MEP|MSP|OBE|CBE|MBE|PhD|Ph\.D\.?|MD|Esq\.?|CPA|FCA|JP|RN)$`)
	// givenTitle is a given name that is a title, too.
	givenTitle = exact(`^(?:Dean|Judge|Major|Earl|Duke|Miller|Page|Marshal|Chancellor|Bishop) \p{Lu}[\p{L}'’-]+$`)
	postAhead  = re(`^(?:the\s+|our\s+|former\s+)?` + postBefore + post + `,?\s+`)
	// beforeName is what stands before a name and is no part of it.
	beforeName = re(`^(?:(?:the|and|also|plus|our|with|new|then|as|only|from|both|fellow|executive|acting|former|interim|parish|town|city|county|district|borough|ward|vice|deputy|assistant|lead|senior|chief|committee|board|council|staff|state|youth|student|guest|observer|scribe|facilitator|moderator|host|clerk|select(?:man|woman|men)|alder(?:man|woman)|members?|warden|governor|delegate|representative|rep\.?|co-?chair|administrator|supt\.?|asst\.?|town\s+administrator|treasurer|recorder|solicitor|officer|advisor|adviser|engineer|planner|inspector|sergeant|sgt\.?|pc|pcso|ps|canon|father|fr\.?|sister|brother|bro\.?|pastor|rabbi|imam|major|general|colonel|brigadier|commodore|lieutenant|lt\.?|commander|cdr\.?|maj\.?|admiral|ms\.|mx\.?|messrs\.?|mmes\.?|miss|dame|sir|mme\.?|herr|frau|sra\.|eng\.?|arch\.?|adv\.?|vereador|prof\.?|emeritus|cllrs?\.?|clls?\.?|counci?llors?|hon\.?|honou?rable|члены?|г-да|г-жа|гг\.|господа|тов\.|товарищ|гость|проф\.?|доц\.?|акад\.?|д\.\s?\p{L}{1,4}\.\s?н\.|к\.\s?\p{L}{1,4}\.\s?н\.|профессор|доцент|академик|директор|инженер|адвокат|нотариус|судья|аудитор|эксперт|консультант|советник|юрист|бухгалтер|управляющ(?:ий|ая)|депутат|министр|посол|ректор|декан|менеджер|переводчик|наблюдатель|координатор)\s+)`)
)

// nameParticles are the small words within names.
var nameParticles = []string{"de", "van", "von", "der", "den", "da", "di", "la", "le", "bin", "al", "el", "dos", "du", "y", "e", "ter", "ten", "zu", "af", "av", "ap", "ibn", "ben", "del", "della", "las", "los", "jr.", "sr.", "jr", "sr", "ii", "iii", "оглы", "кызы", "уулу", "заде", "фон", "де", "ван"}

// notInNames are words with capital letters that are no part of the name of a person.
var notInNames = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`ltd inc llc plc gmbh ag sa bv nv corp corporation company co group holdings bank university college school institute academy library museum
		department dept ministry office bureau agency authority administration council committee commission board association society club union federation foundation trust fund league party
		city town village county parish borough district region state republic kingdom government parliament house court church centre center service services team working project programme program
		systems software solutions technologies technology consulting partners associates engineering energy water power health hospital clinic police fire rescue safety security transport railway airport port
		aye ayes nay nays yea yeas abstain abstained recused total exec proceedings approx approximately several various chair chairman chairwoman chairperson chairs vice-chair deputy president vice-president secretary treasurer clerk director directors manager officer officers member members trustee trustees councillor councillors councilor commissioner
		commissioners mayor minister ambassador delegate delegates delegation representative representatives coordinator co-ordinator engineer architect developer analyst scientist researcher professor lecturer teacher principal
		headteacher head lead leader host secretaries attendees attendee participants participant present absent apologies regrets excused guests guest observers observer staff public press visitors others other everyone everybody all none nobody
		remote online zoom teams webex skype phone telephone video via by in on at of for from the and with a an to is was were are who which that this these those he she they we it as also no yes not
		meeting meetings minutes notes agenda item items action actions attendance roll call quorum date time venue location place room hall street road avenue lane apologies time-zone utc gmt monday tuesday wednesday thursday friday saturday sunday
		january february march april june july august september october november december marketing finance financial legal operations communications sales support research development planning education environment environmental
		international national regional local global general executive technical senior junior assistant associate chief corporate community public private independent acting interim parliamentary honorary non-executive
		residents resident tenants tenant owners owner shareholders shareholder students student parents parent volunteers volunteer neighbours neighbourhood consultants consultant contractor contractors supplier suppliers
		liaison internal external audit expert experts specialist interpreter adviser advisor signature signed secretary-general director-general vice-president under-secretary organization organisation customs management resource resources fisheries agriculture affairs interior tourism infrastructure statistics revenue procurement logistics compliance cooperation association's standards internet web data network networks press media news television radio labs laboratory research studio studios press
		министерство министр комитет комиссия совет департамент управление агентство администрация правительство республика республики федерация федерации российской область области район района город города отдел служба центр
		институт университет академия школа банк компания общество товарищество кооператив группа организация предприятие завод фабрика фонд союз ассоциация палата инспекция прокуратура суд полиция посольство
		председатель председательствующий секретарь директор заместитель начальник руководитель генеральный главный специалист эксперт представитель представители член члены участник участники приглашенные приглашённые
		присутствовали отсутствовали повестка протокол заседание собрание совещание кворум место дата время г-н г-жа ооо оао пао зао ао тсж снт ип гуп муп мкд нко ано фгуп фгбу гбу мбу тоо казахстан узбекистан россия россии кыргызская
		сторона сторону стороны дирекция правление ректорат деканат кафедра факультет бухгалтерия юрист бухгалтер инженер экономист заказчик подрядчик исполнитель докладчик ведущий переводчик москва санкт-петербург`) {
		out[w] = true
	}
	return out
}()

// likeRussianName reports whether a single word in Russian is a surname or a given name.
func likeRussianName(word string) bool {
	return surnameEnd.MatchString(word) || givenNames[strings.ReplaceAll(strings.ToLower(word), "ё", "е")]
}

var surnameEnd = exact(`^[А-ЯЁ][а-яё-]+(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|ск(?:ий|ая|ой)|цк(?:ий|ая|ой)|нко|ук|юк|чук|ян|янц|дзе|швили|ец|ик|их|ых|яев|баев|баева|кулов|ман|берг|штейн)$`)

// givenNames are the given names of most who write in Russian, and their short forms.
var givenNames = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`александр алексей анатолий андрей антон аркадий арсений артем артур богдан борис вадим валентин валерий василий виктор виталий владимир владислав вячеслав геннадий георгий герман глеб григорий
		даниил данила денис дмитрий евгений егор захар иван игорь илья иннокентий иосиф кирилл константин лев леонид макар максим марат марк матвей михаил никита николай олег павел петр роман руслан рустам савелий семен сергей станислав степан
		тимофей тимур федор филипп эдуард юрий юлий яков ярослав александра алена алина алиса алла анастасия ангелина анна антонина валентина валерия варвара вера вероника виктория галина дарья диана евгения екатерина елена елизавета жанна
		зинаида зоя инна ирина карина кира клавдия кристина ксения лариса лидия лилия лия любовь людмила маргарита марина мария надежда наталья наталия нина оксана олеся ольга полина раиса регина римма светлана софия софья тамара татьяна ульяна
		фаина эльвира эмма юлия яна саша леша андрюша тоша дима женя ваня гоша илюша костя лева леня макс миша коля олежа паша петя рома сережа слава стас степа тема толя федя юра яша аня катя лена лиза маша надя наташа настя оля поля света таня
		юля вика даша ира ксюша люда люся рита соня тоня айгуль айнура азамат алмаз асель бахыт бакыт гульнара гульмира динара жанар жанна ерлан ержан эрлан канат мадина марат нурлан нуржан рашид ринат рустем салтанат сауле тимерлан улугбек фарход фарида шерзод
		гриша митя вова вася валера витя гена веня боря алик эдик ника ксеня марго люба галя шура лара дина лида варя уля мила тома эля глаша рая валя азиз алишер акмаль ботир дилноза зарина камила лола малика нигора нодира отабек санжар севара тахир умид хуршид шахноза элмира эльмира эльдар ислам мурат аслан арман дамир данияр`) {
		out[w] = true
	}
	return out
}()
