package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// onlyOwner reports whether a sentence says who is responsible, and nothing else before.
func (d *Draft) onlyOwner(text string) bool {
	m := d.lex.owner.FindStringIndex(text)
	return m != nil && len(strings.Trim(text[:m[0]], " (,;.（")) < 5
}

// ownedIn reads an action of a sentence that says who is responsible, or whom it tells to do it.
func (d *Draft) ownedIn(a *Action, text, at string) bool {
	if m := d.lex.owner.FindStringSubmatchIndex(text); m != nil {
		who := last(d.lex.owner.FindStringSubmatch(text)[1:])
		if a.Owners = d.owners(who, at, asNamed); d.Lang == "en" {
			a.Owners = d.englishOwners(who, at)
		}
		a.Title = Value{strings.TrimSpace(strings.TrimRight(text[:m[0]], " (,;.（")), at, Likely, ""}
		if d.Lang == "zh" && utf8.RuneCountInString(text[m[1]:]) > 6 {
			a.Title.Text = text // what is to be done stands behind
		}
		return len(a.Owners) > 0
	}
	switch d.Lang {
	case "zh":
		return d.hanOwned(a, text, at)
	case "en":
		return d.numberedTask(a, text, at) || d.dutyAction(a, text, at) || d.endsWithOwner(a, text, at)
	}
	return d.toldIn(a, text, at)
}

// taskOfList reads a task that is one because it stands below a heading of actions.
func (d *Draft) taskOfList(a *Action, p *Piece, text, at string) bool {
	switch d.Lang {
	case "en":
		return d.listedTask(a, p, text, at)
	case "zh":
		return d.hanBehindDash(a, text, at)
	}
	return false
}

// toldIn reads an action of a sentence that tells somebody to do it, or says who will do it.
func (d *Draft) toldIn(a *Action, text, at string) bool {
	if m := givenTo.FindStringSubmatch(text); d.Lang == "ru" && m != nil {
		a.Owners, a.Title = d.people(m[1], at, dative), Value{text, at, Likely, ""}
		return len(a.Owners) > 0
	}
	if d.Lang == "ru" && d.namedLast(a, text, at) {
		return true
	}
	bare := d.withoutParticiple(text)
	if m := d.orgOwner(bare); m != nil {
		ok := d.handedTo(a, bare, at, m)
		a.Title.Text = text
		return ok
	}
	if o, ok := d.told(text); ok {
		a.Owners = d.eachOf(o.whom, at, o.in)
		if named := d.people(o.named, at, caseOf(o.named)); len(named) > 0 {
			a.Owners = append(a.Owners[:max(0, len(a.Owners)-1)], named...) // who does it there
		}
		if m := togetherWith.FindStringSubmatch(text); d.Lang == "ru" && m != nil {
			for _, name := range namesIn(m[1]) {
				a.Owners = append(a.Owners, d.member(name, at, caseOf(name)))
			}
		}
		a.Title = Value{text, at, Likely, ""}
		return len(a.Owners) > 0
	}
	if who, in, ok := d.noteTask(text); ok {
		a.Owners, a.Title = d.people(withNames.ReplaceAllString(who, ", "), at, in), Value{text, at, Likely, ""}
		return len(a.Owners) > 0
	}
	return d.Lang == "ru" && (d.controlTask(a, text, at) || d.willTask(a, text, at))
}

// orgOwner is the match of the words that give a body a task; nil where there are none. In Russian
// the words before the verb may be those of what precedes it.
func (d *Draft) orgOwner(text string) []string {
	if d.lex.orgOwner == nil {
		return nil
	}
	m := d.lex.orgOwner.FindStringSubmatch(text)
	if m == nil || d.Lang != "ru" {
		return m
	}
	if m[1] != "" && !toWhom(m[1]) {
		text = text[strings.Index(text, m[1])+len(m[1]):]
		m = d.lex.orgOwner.FindStringSubmatch(text)
	}
	if m == nil || notWhom.MatchString(last(m[1:])) || m[1] != "" && !toWhom(m[1]) {
		return nil
	}
	return m
}

// handedTo reads an action that is given to those whom a match of the pattern of owners names.
func (d *Draft) handedTo(a *Action, text, at string, m []string) bool {
	c := asNamed
	if d.Lang == "ru" && m[1]+m[2] != "" {
		c = dative
		if m[2] != "" && asksWhom.MatchString(text[:strings.Index(text, m[2])]) {
			c = accusative
		}
	}
	if preposition.MatchString(last(m[1:])) {
		return false // "directed at countries"
	}
	a.Owners = d.owners(ownPossessive.ReplaceAllString(last(m[1:]), ""), at, c)
	for i, o := range a.Owners {
		if !strings.HasPrefix(o.Text, string(model.States)+"/") && !d.wasThere(d.fullName(o.Why)) {
			a.Owners[i].Sure = Guess
		}
	}
	a.Title = Value{text, at, Likely, ""}
	advised := d.Lang == "ru" && (advice.MatchString(text) || m[2] != "" && advisesWhom.MatchString(text[:strings.Index(text, m[2])]))
	return len(a.Owners) > 0 && !(advised && !d.hasDay(text) && !namedBeside.MatchString(last(m[1:])))
}

// advisesWhom ends before those to whom something is recommended.
var advisesWhom = re(`(?:рекоменд|предлож|предлаг)\p{L}*\s+$`)

// asksWhom ends before those whom somebody asks, in the accusative.
var asksWhom = re(`(?:прос[ия]\p{L}*|попрос\p{L}*|обяза\p{L}*)\s+$`)

// advice begins a sentence that recommends something or asks for it: a task only with its day.
var advice = re(`^(?:[\p{L}\s]{0,40}\s)?(?:рекоменд|предлож|прос[ия]|попрос|призва)\p{L}*\s`)

// hasDay reports whether a text has a day, or a term.
func (d *Draft) hasDay(text string) bool {
	a := Action{Title: Value{At: ""}}
	questions := d.Questions
	d.deadline(&a, text)
	d.Questions = questions
	return a.Deadline.known()
}

// later adds the owners and the deadline that a later line names to the last task.
func (d *Draft) later(owners []Value, text, at string) {
	if d.hanWaits(owners, text, at) || d.task.text == "" {
		return
	}
	if len(d.Actions) <= d.task.actions {
		d.addAction(Action{Node: d.task.node, Title: Value{d.task.text, at, Likely, ""}}, d.task.term(d.Lang))
	}
	if len(d.Actions) <= d.task.actions {
		return
	}
	above := &d.Actions[len(d.Actions)-1]
	for _, o := range owners {
		if !slices.ContainsFunc(above.Owners, func(v Value) bool { return v.Text == o.Text }) {
			above.Owners = append(above.Owners, o)
		}
	}
	more := Action{Title: Value{At: at}}
	if d.deadline(&more, text); !above.Deadline.known() {
		above.Deadline = more.Deadline
	}
}

// order is a sentence that tells somebody to do something.
type order struct {
	whom  string
	in    oblique // the case of that
	named string  // people in brackets
	verb  string
}

// told reads a sentence that tells somebody to do something: "Администрации порта (Иванов И.И.)
// до 15 мая завершить работы", or that somebody has to do it.
func (d *Draft) told(sentence string) (order, bool) {
	if d.lex.told == nil {
		return order{}, false
	}
	sentence = d.withoutParticiple(sentence)
	sentence = shortTitle.ReplaceAllString(itemNumber.ReplaceAllString(resolved.ReplaceAllString(sentence, ""), ""), "$1")
	if m := d.lex.told.FindStringSubmatchIndex(sentence); m != nil {
		whom, named, verb := sentence[m[2]:m[3]], group2(sentence, m, 2), group2(sentence, m, 3)
		first := firstWord(whom)
		if !notTold.MatchString(first) && !slices.ContainsFunc(strings.Fields(sentence[:m[6]]), isFinite) && (d.Lang != "ru" || isAddressee(whom, named, verb, sentence[m[7]:]) && (!notBefore.MatchString(sentence[:m[6]]) || officeFirst(whom) || abbreviated.MatchString(whom) || len(namesIn(whom)) > 0)) {
			return order{whom, dative, named, verb}, true
		}
	}
	if m := d.lex.toldNamed.FindStringSubmatch(sentence); m != nil && !giveTo.MatchString(m[1]) {
		in := asNamed
		if d.Lang == "ru" && toWhom(m[1]) {
			in = dative
		}
		return order{m[1], in, m[2], m[3]}, true
	}
	if d.lex.toldPerson != nil {
		if m := d.lex.toldPerson.FindStringSubmatchIndex(sentence); m != nil && !isGift(group2(sentence, m, 2), sentence[m[5]:]) {
			return order{group2(sentence, m, 1), dative, "", group2(sentence, m, 2)}, true
		}
	}
	if m := d.lex.must.FindStringSubmatch(sentence); m != nil {
		return order{m[1], asNamed, "", m[2]}, true
	}
	return order{}, false
}

// withoutParticiple is a sentence in Russian without what is said in commas of those whom it tells
// to do something: "Администрациям, не представившим сведения, направить их".
func (d *Draft) withoutParticiple(sentence string) string {
	if d.Lang != "ru" {
		return sentence
	}
	m := participleOf.FindStringSubmatchIndex(sentence)
	if m == nil || anyInfinitive.MatchString(sentence[:m[2]]) && !giveTo.MatchString(sentence) {
		return sentence
	}
	return sentence[:m[2]] + " " + sentence[m[1]:]
}

// participleOf ends behind such words, which group 1 is with its commas.
var participleOf = re(`^[\p{L}\s«»"-]{4,120}?(,\s+(?:ещ[её]\s+|ранее\s+|уже\s+)?(?:не\s+)?\p{L}+(?:вш|ющ|ущ|ащ|ящ)(?:им|ей|ему|их|ую|ся|имся|емуся)(?:ся)?\s[^,;:]{3,200},)\s+`)

var (
	resolved  = re(`^(?:[\d.]+\s+)?(?:(?:(?:принято\s+)?решение|решили|решил[аио]?|решено|постановили|постановил[аио]?|поручения?)\s*:\s*|` + shortResolved + `)(?:\d+[.)]\s*)?`)
	notBefore = re(`\sне\s+$`)
	// shortTitle is an abbreviation before somebody's name.
	shortTitle = re(`^(?:(?:(?:ст\.\s?|зав\.\s?)?(?:доц|проф|преп|асс|ассист|акад|каф|инж|ред)\.|д-р[уа]?|г-н[уа]|г-же|тов\.)\s*)+((?-i:[А-ЯЁ]))`)
	// itemNumber is the number of an item within a paragraph.
	itemNumber = exact(`^(?:\d{1,2}\)|[а-яёa-z]\))\s+`)
	notTold    = re(`^(?:в|во|до|к|ко|на|по|с|со|за|о|об|от|из|у|для|при|не|ни|кроме|после|далее|более|вместе|также|если|или|при|все|эти|те|они|мы|чтобы|\p{L}+ли|\p{L}+лись|участники|стороны|члены|предложени[ея])$`)
	finite     = re(`.(?:ла|ло|ли|лся|лась|лось|лись|ет|ёт|ит|ут|ют|ат|ят|ется|ится|ено|ано|ены|аны|жно|имо|котор\p{L}+|что)$|^(?:долж[её]н|должн[аоы]|обязан[аоы]?)$`)
)

// isFinite reports whether a word is a verb that says what somebody does.
func isFinite(word string) bool { return finite.MatchString(word) && !nounsLikeVerbs.MatchString(word) }

// group2 is a group of a match; "" where it has none.
func group2(text string, m []int, n int) string {
	if 2*n+1 >= len(m) || m[2*n] < 0 {
		return ""
	}
	return text[m[2*n]:m[2*n+1]]
}

// eachOf are those whom words name, of whom each may have somebody in brackets.
func (d *Draft) eachOf(words, at string, c oblique) []Value {
	if m := afterNamed.FindStringIndex(words); m != nil && c == dative {
		return append(d.owners(words[:m[0]+1], at, c), d.eachOf(words[m[1]:], at, c)...)
	}
	return d.owners(words, at, c)
}

// owners are those whom words name as responsible, bodies too; c is the case that the words are
// in.
func (d *Draft) owners(words, at string, c oblique) []Value {
	words = strings.Trim(untilWhen.ReplaceAllString(words, ""), " ,;–—-")
	if cutInitial.MatchString(words) {
		words += "."
	}
	if d.Lang == "zh" && (nobodyNamed.MatchString(words) || hanComma.MatchString(words)) { // each for itself
		return d.eachOffice(words, at, c)
	}
	if id, sure := d.stateOf(words); id != "" && sideOf.MatchString(words) {
		d.wantState(id)
		return []Value{{string(model.States) + "/" + id, at, max(Likely, sure), words}}
	}
	if d.Lang == "ru" {
		if found := namesIn(words); len(found) > 0 {
			return d.postsOf(words, found, at, c)
		}
	}
	if !(d.Lang == "ru" && namesOffice(words, c)) && d.onlyNames(words) && (c == asNamed || d.fullName(words) != words || allCapitals(words)) {
		return d.people(words, at, c)
	}
	if n := utf8.RuneCountInString(words); n < 2 || n > 160 {
		return nil
	}
	if c == dative {
		var out []Value
		for _, part := range datives(words) {
			out = append(out, d.office(part, at, c))
		}
		return out
	}
	if d.Lang == "ru" {
		return d.officesOf(words, at, c)
	}
	return d.eachOffice(words, at, c)
}

// namesOffice reports whether words in Russian name an office or a party, and no people.
func namesOffice(words string, c oblique) bool {
	return officeFirst(words) || c == dative && (inAnyDative.MatchString(firstWord(words)) || partyWord.MatchString(words))
}

// nobodyNamed is what stands behind the label of an owner in Chinese where none is named.
var nobodyNamed = exact(`^(?:时间|时限|日期|期限|完成|截止|待定|暂无|暂缺|无|空缺?)(?:[^\p{Han}]|时间|时限|日期|$)`)

// partyWord ends the name of a state or a side, and not of somebody.
var partyWord = re(`\s(?:республик|федераци|сторон|делегаци|област|союз|королевств|част)\p{L}{1,3}$`)

// eachOffice is the office that words name; in Chinese they may name several, and people.
func (d *Draft) eachOffice(words, at string, c oblique) (out []Value) {
	parts := hanComma.Split(words, -1)
	switch {
	case d.Lang == "zh" && nobodyNamed.MatchString(words):
		return nil
	case len(parts) < 2 || d.Lang != "zh":
		return []Value{d.office(words, at, c)}
	}
	for _, part := range parts {
		out = append(out, d.owners(part, at, asNamed)...)
	}
	return out
}

// hanComma stands between offices in Chinese.
var hanComma = exact(`\s*[、，,；;/]\s*`)

// officesOf are the offices that words in Russian name, divided at commas where each part begins
// one.
func (d *Draft) officesOf(words, at string, c oblique) (out []Value) {
	parts := apart.Split(strings.TrimRight(words, "."), -1)
	for _, part := range parts {
		if first := firstWord(part); !officeStart.MatchString(first) && !abbreviated.MatchString(first) && !isUpperFirst(part) {
			return []Value{d.office(words, at, c)}
		}
		out = append(out, d.office(strings.TrimSpace(part), at, c))
	}
	return out
}

// apart stands between offices.
var apart = exact(`\s*[,;]\s+`)

// postsOf are the people whom words name beside posts and offices: "начальнику отдела Иванову
// И.И.". Those in brackets do it for the office before them: "Администрации порта (Иванов И.И.)".
func (d *Draft) postsOf(words string, found []string, at string, c oblique) []Value {
	var out []Value
	open := strings.IndexAny(words, "(")
	if open < 0 && c == asNamed {
		for part := range strings.SplitSeq(words, ",") {
			if part = strings.TrimSpace(part); personal.FindString(part+".") == "" && len(part) > 5 {
				out = append(out, d.office(part, at, c))
			}
		}
	}
	for _, name := range found {
		own := c
		if open >= 0 && strings.Index(words, name) > open {
			own = caseOf(name)
		}
		out = append(out, d.member(strings.TrimSpace(name), at, own))
	}
	return out
}

// allCapitals reports whether words are several, each with a capital letter.
func allCapitals(words string) bool {
	all := strings.Fields(words)
	return len(all) > 1 && !slices.ContainsFunc(all, func(w string) bool { return !isUpperFirst(w) })
}

// datives divides words where another addressee in the dative begins.
func datives(words string) []string {
	var out []string
	from := 0
	first := office.MatchString(firstWord(words))
	for _, m := range nextAddressee.FindAllStringSubmatchIndex(words, -1) {
		if next := words[m[2]:m[3]]; inDative.MatchString(next) || first && singularDative.MatchString(next) {
			out = append(out, strings.TrimSpace(words[from:m[0]]))
			from = m[2]
		}
	}
	return append(out, strings.TrimSpace(words[from:]))
}

var (
	nextAddressee = exact(`(?:,|\s+и|\s+совместно\s+с)\s+(\p{Lu}[\p{L}-]+)`)
	// singularDative is the form of a noun behind an office in the dative: "и Парку технологий".
	singularDative = exact(`[ую]$`)
	inDative       = re(`(?:ому|ему|ству|[нт]ию|ии|ой|ату|ету|елу)$|^(?:мин|рос|гос)[а-яё]{3,}$|^(?-i:[А-ЯЁ]{2,})$`)
)

// office is a body, state or post that words name.
func (d *Draft) office(words, at string, c oblique) Value {
	for _, b := range model.All[*model.Body](d.site, model.Bodies) {
		for _, name := range []string{b.FullName[d.Lang], b.ShortName[d.Lang]} {
			if name != "" && likeName(words, name) {
				return Value{b.Ref().String(), at, Likely, words}
			}
		}
	}
	name := words
	switch c {
	case dative:
		name = basicPhrase(words)
	case accusative:
		name = objectPhrase(words)
	}
	if c != asNamed && !strings.Contains(name, "–") {
		r, size := utf8.DecodeRuneInString(name)
		name = string(unicode.ToUpper(r)) + name[size:]
	}
	d.named(name)
	if model.ValidID(name) {
		name = strings.ToUpper(name[:1]) + name[1:]
	}
	return Value{name, at, Guess, words}
}

var (
	preposition   = re(`^(?:at|by|towards?|with|to|from|in|for|that|as|whether|on|information|clarification)\b`)
	ownPossessive = re(`^(?:its|their|all|those|these)\s+`)
)

// addressee reads a line that names those to whom the items below it are told: "Управлению ЖКХ
// (Иванов И. И.):".
func (d *Draft) addressee(p *Piece, text, at string) bool {
	if d.Lang == "zh" {
		return d.hanAddressee(p, text, at)
	}
	if m := namesAlone.FindStringSubmatch(text); m != nil && d.Lang == "ru" && p.underActions() && d.allThere(m[1]) {
		d.boss = bossIn(p, d.people(withNames.ReplaceAllString(m[1], ", "), at, asNamed))
		return true
	}
	a, ok := d.addressees(text)
	if ok {
		d.boss = bossIn(p, d.toAddressees(a, at))
		d.boss.until = a.until
	}
	return ok
}

// inNominative is an adjective that tells nobody to do anything: "Рассмотренные вопросы:".
var inNominative = re(`(?:ые|ие|ое|ее|ая|яя|ый|ий)$`)

// sideOf says that words name a state by its delegation.
var sideOf = re(`сторон|делегаци|\b(?:side|party|delegation)\b|方$`)

// untilWhen is the deadline that may follow whose an action is.
var untilWhen = re(`\s+(?:ежедневно|еженедельно|ежемесячно|ежеквартально|ежегодно|регулярно|постоянно)(?:[\s,].*)?$|\s*,?\s+(?:в\s+срок\s+)?(?:до|к|не\s+позднее)\s+(?:\d|конца|следующ|очередн|ближайш).*$|\s*,?\s+в\s+(?:течение\s.*|\S+\s+срок.*)$|\s+(?:by|before|within)\s+\S.*$|(?:于|在)\s*\d.*$`)

var leading = exact(`^@?((?:[\p{Lu}][\p{L}'’.-]*|@[\w-]+)(?:\s+(?:[\p{Lu}][\p{L}'’.-]*|@[\w-]+)){0,3}(?:(?:\s*,\s*|\s+and\s+|\s+и\s+|\s*/\s*|\s*&\s*|\s*\+\s*)@?[\p{Lu}][\p{L}'’.-]*(?:\s+[\p{Lu}][\p{L}'’.-]*){0,2}){0,4})`)

// leadingNames are those with whom a text begins, if what follows says that they have to do
// something; strict: they must be among those who attended.
func (d *Draft) leadingNames(text, at string, strict bool) []Value {
	m := leading.FindString(text)
	if h := handleStart.FindStringSubmatch(text); h != nil && d.Lang == "en" && !strict {
		if full := d.byHandle(h[1]); full != "" {
			return []Value{d.member(full, at, asNamed)}
		}
	}
	if d.Lang == "zh" {
		m = d.leadingHan(text, strict)
	}
	if m == "" || !d.lex.mustDo.MatchString(text[len(m):]) || strict && !toDo.MatchString(text[len(m):]) {
		return nil
	}
	var out []Value
	for _, name := range d.names(strings.NewReplacer("@", "", "/", ",", "+", ",", "【", "", "[", "").Replace(m), true) {
		full := d.fullName(name)
		if fuller := d.fullerInText(name); d.Lang == "en" && fuller != "" {
			full = fuller
		}
		topic := colonAfter.MatchString(text[len(m):]) && !strings.Contains(name, " ") && !strings.HasPrefix(text, "@") && d.Lang != "zh"
		if (strict || topic) && !d.wasThere(full) {
			return nil
		}
		if isName(full) {
			out = append(out, Value{d.party(full), at, Likely, full})
		}
	}
	return out
}

// colonAfter is a colon after what may be a name or a topic.
var colonAfter = exact(`^\s*[:–—-]`)

// toDo is what follows a name where nothing else says that it is an action.
var toDo = re(`^\s*,?\s*(?:to\s+\p{L}{3,}|will\s+(?:also\s+|then\s+)?[a-z]{3,}|shall\s+|has\s+an?\s+action|took\s+an?\s+action|agreed\s+to|undertook\s+to|volunteered\s+to|(?:подготовить|направить|представить|обеспечить|разработать))|^(?:负责|牵头|[：:]\S)`)

// notToDo is what somebody "will" without doing anything.
var notToDo = re(`^\s*will\s+(?:be|not|have|no|remain|become|leave|join|miss|attend\s+(?:remotely|online|virtually|by|via|as|the\s+(?:next|meeting|rest))|step|serve|continue\s+to\s+be|chair)\b`)
