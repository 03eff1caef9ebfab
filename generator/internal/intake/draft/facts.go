package draft

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// onAgenda reads the agenda: the list under its heading, else what a table of it has.
func (d *Draft) onAgenda() {
	under := false
	for _, p := range d.Pieces {
		if d.lex.agenda.MatchString(p.Text) {
			under = true
			continue
		}
		if len(p.Items) > 0 && (p.Agenda == "agenda" || under) && len(d.Agenda) == 0 {
			d.agendaOf(p)
		}
		p.Agenda = ""
		under = false
	}
	d.onItems()
}

func (d *Draft) agendaOf(p *Piece) {
	top := p.Items[0].level
	for _, it := range p.Items {
		top = min(top, it.level)
	}
	n := 0
	for _, it := range p.Items {
		if it.level > top {
			continue
		}
		n++
		key := strconv.Itoa(n)
		if l, _, ok := parseLabel(it.label + " "); ok && it.label != "" && len(l.path) == 1 {
			key = strconv.Itoa(l.path[0])
		}
		title, by := it.text, []Value(nil)
		if m := d.lex.speaker.FindStringIndex(title); m != nil && m[0] > 3 {
			by = d.speakers(strings.TrimRight(title[m[1]:], ") ）"), cmp.Or(it.at, p.At))
			if len(by) > 0 {
				title = title[:m[0]]
			}
		}
		title = strings.TrimRight(title, ".;。； ")
		if title == "" || slices.ContainsFunc(d.Agenda, func(a Item) bool { return a.Key == key }) {
			continue
		}
		d.Agenda = append(d.Agenda, Item{key, Value{cut(title, 300), cmp.Or(it.at, p.At), Certain, ""}, by})
	}
}

// speakers are those who speak to an item of the agenda.
func (d *Draft) speakers(text, at string) (by []Value) {
	for _, name := range d.whoIn(text, true) {
		if isName(name) {
			by = append(by, d.member(name, at, asNamed))
		}
	}
	return by
}

// onItems says to which item of the agenda a clause belongs: the one of the same title.
func (d *Draft) onItems() {
	same := func(s string) string {
		return strings.Join(strings.Fields(strings.ToLower(strings.TrimRight(s, ".:;。"))), " ")
	}
	for _, p := range d.Pieces {
		if n := strconv.Itoa(d.onQuestion(p.Text)); slices.ContainsFunc(d.Agenda, func(a Item) bool { return a.Key == n }) {
			p.Agenda = n
		}
		if !p.Heading || !strings.HasPrefix(model.PartOf(p.ID), "c") {
			continue
		}
		for _, a := range d.Agenda {
			if same(a.Title.Text) == same(p.Text) {
				p.Agenda = a.Key
				break
			}
		}
	}
}

var numbers = exact(`\d+|[一二三四五六七八九十]+`)

// annexes reads which annexes the text names and which it has.
func (d *Draft) annexes() {
	for _, p := range d.Pieces {
		if model.IsAnnex(p.ID) {
			title := strings.TrimSpace(d.lex.annex.ReplaceAllString(p.Text, ""))
			if title = strings.TrimLeft(title, ".:–—- "); title == "" {
				_, title, _ = strings.Cut(strings.Replace(p.Text, "：", ":", 1), ":") // "附：名单"
			}
			d.annexNamed(p.ID[1:], Value{title, p.At, Certain, "its heading"})
			continue
		}
		if model.IsAnnex(model.PartOf(p.ID)) {
			continue
		}
		text := p.words()
		for _, m := range d.lex.annexes.FindAllStringSubmatchIndex(text, -1) {
			keys := annexKeys(text[m[2]:m[3]])
			titles := d.annexTitles(text[:m[0]], len(keys))
			for i, key := range keys {
				d.annexNamed(key, Value{titles[i], p.At, Guess, "the words before it"})
			}
		}
	}
	slices.SortStableFunc(d.Annexes, func(a, b Item) int { return cmp.Compare(number(a.Key), number(b.Key)) })
	for _, a := range d.Annexes {
		if !a.Title.known() {
			d.ask("annex", a.Title.At, "what is the title of annex "+a.Key+"?", model.Todo)
		}
	}
}

func (d *Draft) annexNamed(key string, title Value) {
	for i := range d.Annexes {
		if d.Annexes[i].Key == key {
			if !d.Annexes[i].Title.known() || title.known() && title.Sure < d.Annexes[i].Title.Sure {
				d.Annexes[i].Title = title
			}
			return
		}
	}
	d.Annexes = append(d.Annexes, Item{Key: key, Title: title})
}

// annexKeys are the numbers of annexes: "1 and 2", "3–5".
func annexKeys(text string) []string {
	var out []string
	all := numbers.FindAllString(text, -1)
	for i, s := range all {
		n := number(s)
		if i > 0 {
			between := text[strings.Index(text, all[i-1])+len(all[i-1]):]
			between = between[:max(0, strings.Index(between, s))]
			if strings.ContainsAny(between, "-–至") {
				for k := number(all[i-1]) + 1; k < n && k < number(all[i-1])+30; k++ {
					out = append(out, strconv.Itoa(k))
				}
			}
		}
		out = append(out, strconv.Itoa(n))
	}
	return out
}

// annexTitles are the titles of annexes by the words before their numbers: one document, or as many
// as there are annexes.
func (d *Draft) annexTitles(before string, n int) []string {
	titles := make([]string, n)
	sentence := before
	if i := max(strings.LastIndex(before, ". "), strings.LastIndex(before, "。"), strings.LastIndex(before, "; ")); i >= 0 {
		sentence = strings.TrimLeft(before[i:], ".。; ")
	}
	if m := titleInMarks.FindAllString(sentence, -1); n == 1 && len(m) > 0 {
		titles[0] = m[len(m)-1]
		return titles
	}
	if n == 1 {
		sentence = inParens.ReplaceAllString(sentence, "")
		if from, ok := d.document(sentence); ok {
			titles[0] = shorten(sentence[from:])
			return titles
		}
	}
	if m := attachedWords.FindStringIndex(sentence); m != nil {
		parts := d.lex.and.Split(strings.TrimSpace(sentence[:m[0]]), -1)
		if len(parts) == n {
			for i, p := range parts {
				titles[i] = shorten(p)
			}
		}
	}
	return titles
}

// document finds the document that a sentence is about: a draft, else the last one that it names.
func (d *Draft) document(sentence string) (at int, ok bool) {
	for _, k := range d.lex.kinds {
		for _, m := range k.form.FindAllStringIndex(sentence, -1) {
			if before := d.lex.draftOf.FindStringIndex(sentence[:m[0]]); before != nil && (!ok || before[0] < at) {
				at, ok = before[0], true
			}
		}
	}
	if ok {
		return at, true
	}
	at, _, ok = d.lastInstrument(sentence)
	return at, ok
}

// titleInMarks is a title in the marks that Chinese has for titles.
var titleInMarks = exact(`《[^》]+》(?:\p{Han}{0,8}?草案)?`)

var attachedWords = re(`\s+(?:прилага(?:ются|ется)|приведен\p{L}*|(?:is|are)\s+(?:attached|annexed|contained|appended)|attached)|(?:见|载于)`)

// shorten takes away what comes between a title and the bracket after it.
func shorten(text string) string {
	text = strings.TrimRight(text, " (（,«“\"")
	for _, stop := range []string{", для ", " и внести ", " и направить ", " и представить ", " в целях ", ", which ", " for its ", ", for "} {
		if i := strings.Index(text, stop); i > 20 {
			text = text[:i]
		}
	}
	return strings.TrimSpace(text)
}

// signed reads who signed.
func (d *Draft) signed() {
	for _, p := range d.Pieces {
		if model.PartOf(p.ID) != model.PartSignatures || withPhone.MatchString(p.Text) {
			continue
		}
		if id, sure := d.stateOf(p.Text); id != "" {
			p.Signer = Value{string(model.States) + "/" + id, p.At, sure, p.Text}
			d.wantState(id)
			if name := cmp.Or(p.signer, nameIn(p.Text)); name != "" {
				p.By = Value{d.party(d.fullName(name)), p.At, Likely, name}
			}
			continue
		}
		if p.signer != "" {
			p.Signer = Value{d.party(d.fullName(p.signer)), p.At, Likely, p.Text}
			continue
		}
		if found := namesIn(p.Text); len(found) > 0 {
			p.Signer = Value{d.party(d.fullName(found[len(found)-1])), p.At, Likely, p.Text}
			continue
		}
		name := strings.TrimSpace(signLine.ReplaceAllString(d.lex.sign.ReplaceAllString(p.Text, ""), " "))
		if m := d.lex.sign.FindString(p.Text); name == "" || !isName(name) {
			name = nameIn(m + " " + name)
		}
		if isName(name) && !strings.HasSuffix(name, ":") && !strings.HasSuffix(name, "：") {
			p.Signer = Value{d.party(d.fullName(name)), p.At, Likely, p.Text}
			continue
		}
		d.ask("signature", p.At, "who signed here: "+quoted(cut(p.Text, 60))+"?", model.Todo)
	}
}

var (
	// withPhone is somebody to call, who wrote the record and signs nothing.
	withPhone = re(`\(\d{3,5}\)\s?\d[\d -]{3,}|(?:^|[^\p{L}])(?:тел|т)\.?\s?:?\s?\+?\d[\d ()-]{4,}`)
	signLine  = exact(`[_/…]{2,}|\.{3,}`)
	personal  = exact(russianPerson)
)

// nameIn returns the name of a person within a short text.
func nameIn(text string) string {
	if all := namesIn(text); len(all) > 0 {
		return all[0]
	}
	return ""
}

// namesIn returns the names of people within a text in Russian that have initials or a patronymic,
// and Chinese ones.
func namesIn(text string) []string {
	var out []string
	for _, m := range placesOfNames(text) {
		name := strings.TrimSpace(text[m[0]:m[1]])
		words := strings.Fields(initial.ReplaceAllString(name, " $0 "))
		if m := initialsNext.FindString(text[m[1]:]); m != "" && !initial.MatchString(name) && len(words) > 1 {
			name = words[len(words)-1] + m // "Республика Беларусь Климович Н. В."
		}
		next, after := surnameNext.FindStringSubmatch(text[m[1]:]), anySurname.FindStringSubmatch(text[m[1]:])
		switch within := strings.HasSuffix(name, ".") && !initial.MatchString(name[:4]) && (withinPhrase.MatchString(text[:m[0]]) || noSurname.MatchString(words[0])); {
		case within && maySurname(words[0]) && anyPlace.MatchString(text[m[1]:]):
		case within && after != nil && !noSurname.MatchString(after[1]) && !initial.MatchString(after[2]):
			name = strings.TrimSpace(name[len(words[0]):]) + " " + after[1] // "министра экономики Республики А. В. Смирновой и"
		case next == nil || noSurname.MatchString(next[1]):
		case len(words) == 3 && patronymic.MatchString(words[2]) && m[0] > 0:
			name = words[1] + " " + words[2] + " " + next[1] // "Республики Казахстан Иван Иванович Петров"
		}
		out = append(out, name)
	}
	return out
}

// maySurname reports whether a word is a surname by its end, and none of those that never are.
func maySurname(word string) bool {
	return likeSurname.MatchString(word) && !noSurname.MatchString(word)
}

// withinPhrase ends with a word in small letters.
var withinPhrase = exact(`(?:^|\s)[А-ЯЁа-яё]{2,}\s+$`)

// noSurname is a word that has a capital letter and is no surname.
var noSurname = re(`^(?:срок\p{L}*|контроль|докладчик\p{L}*|ответственн\p{L}+|председател\p{L}+|секретар\p{L}+|директор\p{L}*|руководител\p{L}+|начальник\p{L}*|заместител\p{L}+|президент\p{L}*|министр\p{L}*|республик\p{L}+|федераци\p{L}+|мин\p{L}{7,}|\p{L}+(?:ии|стана?)|технолог|инженер|бухгалтер|юрист|аналитик|казначей|настоятель|управляющ\p{L}+|заведующ\p{L}+|тренер|методист|архитектор|менеджер|специалист|координатор|депутат\p{L}*|глава|губернатор|мэр|ректор|декан|проректор|профессор|доцент|академик|адвокат|советник|помощник|представитель|ассистент|аспирант|член\p{L}*|эксперт\p{L}*|сторон[аыуе]й?|сторонами?|протокол|приглаш[её]н\p{L}+|отсутств\p{L}+|присутств\p{L}+|решил\p{L}+|постановил\p{L}+|слушал\p{L}+|выступил\p{L}*|голосовал\p{L}*)$`)

// anySurname is a surname after initials, with what follows it.
var anySurname = exact(`^\s*(` + surname + `)(?:[^\p{L}-]\s?([А-ЯЁ]\.)?|$)`)

// anyPlace is a place at the end of a text, or one before a day: "Гуреева П. С. Москва, 5 октября".
var anyPlace = exact(`^\s*[А-ЯЁ][а-яё-]+(?:\s*$|,\s+\d)`)

// initialsNext are the initials behind a surname.
var initialsNext = exact(`^\s(?:[А-ЯЁ]\.\s?){2}`)

// surnameNext is a surname after a patronymic.
var surnameNext = exact(`^\s*(` + surname + `)(?:[,;.)–—]|\s*$|\s+[(–—])`)

// wantState remembers a state that the site may have no record of.
func (d *Draft) wantState(id string) {
	if d.site.Entity(model.Ref{Kind: model.States, ID: id}) == nil && !slices.Contains(d.States, id) {
		d.States = append(d.States, id)
	}
}

// chaired reads who was in the chair.
func (d *Draft) chaired() {
	if d.opt.Chair != "" {
		d.Chair = Value{d.opt.Chair, "", Certain, "as asked"}
		if !strings.HasPrefix(d.opt.Chair, string(model.States)+"/") {
			who := d.opt.Chair
			if d.site.Entity(model.Ref{Kind: model.Persons, ID: who}) == nil {
				who = d.party(who)
			}
			d.attend("chair", Value{who, "", Certain, d.opt.Chair})
		}
		return
	}
	for _, g := range d.Attendance {
		if g.Code == "chair" {
			d.Chair = g.Who[0]
			return
		}
	}
	for _, p := range d.early() {
		for i, r := range d.lex.chair {
			for _, text := range d.segments(p) {
				if m := r.FindStringSubmatch(text); m != nil && !chairElsewhere(text, m[0]) && d.inChair(p, m, i) {
					return
				}
			}
		}
	}
	d.ask("chair", "", "who was in the chair?", "")
}

// inChair takes a match of the pattern of that rank for whoever was in the chair.
func (d *Draft) inChair(p *Piece, m []string, rank int) bool {
	who := d.untilSigned(strings.TrimSpace(last(m[1:])))
	if candidates.MatchString(p.Text) {
		return false
	}
	if id, sure := d.stateOf(who); id != "" && (d.Lang != "zh" || hanSignatory(who) == "") && (stateOnly(who) || nameIn(who) == "") {
		d.Chair = Value{string(model.States) + "/" + id, p.At, sure, cut(m[0], 60)}
		d.wantState(id)
		return true
	}
	name, sure := nameIn(who), Sure(min(rank, 1))
	if name == "" {
		if names := d.names(who, true); len(names) > 0 && isName(names[0]) {
			name = names[0]
		}
	}
	if name == "" || d.Lang == "en" && roleAlone.MatchString(name) && d.chairedBelow(p) {
		return false
	}
	form := name
	if d.lex.chairCase[rank] != asNamed && d.Lang == "ru" {
		form = basicName(name, d.lex.chairCase[rank])
	}
	if form != name {
		sure = Guess
		d.ask("chair", p.At, "who was in the chair? the text has "+quoted(cut(who, 80)), form)
	}
	d.Chair = Value{d.party(form), p.At, sure, cut(m[0], 60)}
	d.attend("chair", Value{d.Chair.Text, p.At, sure, form})
	return true
}

// originals reads of how many originals in which languages the closing part speaks.
func (d *Draft) originals() {
	for _, p := range d.Pieces {
		if part := model.PartOf(p.ID); part != model.PartClosing && part != model.PartSignatures && d.Kind.Text != KindProtocol {
			continue
		}
		text := p.words()
		for r, n := range d.lex.copies {
			if m := r.FindString(text); m != "" && !d.Originals.known() {
				d.Originals = Value{strconv.Itoa(n), p.At, Certain, m}
			}
		}
		if m := d.lex.certified.FindString(text); m != "" && d.lex.kept.MatchString(text) {
			d.Certified = Value{"true", p.At, Certain, m}
		}
		if m := d.lex.kept.FindStringSubmatch(text); m != nil && model.PartOf(p.ID) == model.PartClosing {
			d.keptBy(p, m[1])
		}
		if m := d.lex.writtenIn.FindStringSubmatch(text); m != nil && (d.lex.signedOn.MatchString(text) || d.Originals.At == p.At && d.Originals.known()) {
			for code, r := range d.lex.languages {
				if r.MatchString(m[1]) && !slices.Contains(d.Languages, code) {
					d.Languages = append(d.Languages, code)
				}
			}
			slices.Sort(d.Languages)
		}
	}
}

// keptBy finds the body that keeps the original.
func (d *Draft) keptBy(p *Piece, words string) {
	for _, b := range model.All[*model.Body](d.site, model.Bodies) {
		for _, name := range []string{b.FullName[d.Lang], b.ShortName[d.Lang]} {
			if name != "" && likeName(words, name) {
				d.Depositary = Value{b.ID, p.At, Likely, words}
				return
			}
		}
	}
	d.Depositary = Value{"", p.At, Certain, words}
	d.ask("depositary", p.At, "the original is kept by "+quoted(words)+": the site has no such body", "a comment")
}

// likeName reports whether words are a name, though in another case: their words begin alike.
func likeName(words, name string) bool {
	a, b := strings.Fields(strings.ToLower(words)), strings.Fields(strings.ToLower(name))
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		ra, rb := []rune(a[i]), []rune(b[i])
		n := max(2, min(len(ra), len(rb))-2)
		if len(ra) < n || len(rb) < n || string(ra[:n]) != string(rb[:n]) {
			return false
		}
	}
	return true
}

// startsWord reports whether no letter precedes a place of a text.
func startsWord(text string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	s, _ := utf8.DecodeRuneInString(text[at:])
	return !isLetter(r) || isHan(s)
}
