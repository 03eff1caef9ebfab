package draft

import (
	"slices"
	"strconv"
	"strings"
)

// forSeveral reads a sentence in Russian that says by when several items are to be done, or who has
// to do them: "Срок исполнения пунктов 2 и 4 – до 30 апреля".
func (d *Draft) forSeveral(text, at string) bool {
	m := ofSeveral.FindStringSubmatch(text)
	if m == nil || d.Lang != "ru" {
		return false
	}
	more := Action{Title: Value{At: at}}
	if strings.EqualFold(m[1], "срок") {
		d.deadlineOf(&more, m[3])
	} else {
		more.Owners = d.owners(m[3], at, asNamed)
	}
	for _, p := range d.Pieces {
		if p.At == at {
			break
		}
		if m[2] != "" && slices.ContainsFunc(numbersIn(m[2]), func(n string) bool { return p.Num == n || strings.HasPrefix(p.Num, n+".") }) || m[2] == "" {
			d.addTo(p, more, m[2] != "" && len(more.Owners) > 0)
		}
	}
	return true
}

// addTo adds owners and a deadline to the actions of a piece that have none; where it has no action
// and may have one, it has one now.
func (d *Draft) addTo(p *Piece, more Action, may bool) {
	of := func(a Action) bool { return a.Node == p.ID }
	if may && !slices.ContainsFunc(d.Actions, of) && len(p.Rows)+len(p.Items) == 0 && !p.Heading && begunOrBare(d, p.Text) {
		d.addAction(Action{Node: p.ID, Title: Value{p.Text, p.At, Likely, ""}}, p.Text)
	}
	for i, a := range d.Actions {
		if !of(a) {
			continue
		}
		if !a.Deadline.known() {
			d.Actions[i].Deadline = more.Deadline
		}
		if len(a.Owners) == 0 {
			d.Actions[i].Owners = more.Owners
		}
	}
}

// numbersIn are the numbers of items that words name, also by their first and last: "1–3, 5".
func numbersIn(words string) (out []string) {
	for _, m := range itemNumbers.FindAllStringSubmatch(words, -1) {
		out = append(out, m[1])
		for n := number(m[1]) + 1; n > 1 && n <= number(m[2]) && n < 100; n++ {
			out = append(out, strconv.Itoa(n))
		}
	}
	return out
}

var (
	// ofSeveral is such a sentence: what it says, of which items, and the owners or the day.
	ofSeveral   = re(`^(срок|ответственн(?:ый|ая|ые)|исполнител[ьи])\s+(?:(?:за\s+)?(?:исполнени|выполнени)\p{L}+\s+)?(?:по\s+)?(?:всех|всем(?:и)?|вышеуказанн\p{L}+|указанн\p{L}+|(?:пункт\p{L}*|поручени\p{L}*|решени\p{L}*|п\.\s?п\.|пп\.|п\.)\s*((?:№\s*)?\d[\d.]*(?:\s*(?:,|и|–|—|-)\s*\d[\d.]*)*))(?:\s+(?:настоящ\p{L}+|пункт\p{L}*|поручени\p{L}*|решени\p{L}*|мероприяти\p{L}*|протокол\p{L}*)){0,4}\s*(?:\s[–—-]|:)\s*(.{3,160}?)\.?$`)
	itemNumbers = exact(`(\d+(?:\.\d+)*)(?:\s*[–—-]\s*(\d+))?`)
)

// ownThing reads a sentence in Russian that says who has to see to a thing of its own:
// "Ответственный за сводный анализ – Юдин В.К., срок – 3 октября".
func (d *Draft) ownThing(p *Piece, text, at string) bool {
	m := seesTo.FindStringSubmatch(text)
	if m == nil || d.Lang != "ru" || anyTask.MatchString(m[1]) {
		return false
	}
	a := Action{Node: p.ID, Title: Value{text, at, Likely, ""}, Owners: d.people(m[2], at, asNamed)}
	if len(a.Owners) > 0 {
		d.addTask(a, text, at, false)
	}
	return len(a.Owners) > 0
}

var (
	// seesTo is such a sentence: to what, and who.
	seesTo = re(`^(?:ответственн(?:ый|ая|ые|ым|ой)|отв\.)\s+за\s+([^.;:()–—-]{3,80}?)(?:\s*[:–—]|\s+-|\s+назначен[аы]?)\s*((?-i:` + russianPerson + `)(?:,\s*(?-i:` + russianPerson + `))*)`)
	// anyTask begins what names no thing, but the task before it.
	anyTask = re(`^(?:исполнение|выполнение|подготовку|реализацию|организацию|проведение|работу|взаимодействие|размещение|сбор|доставку|контроль|пункт|п\.|данн|указанн|это)`)
)

// itemsWithin reads a paragraph in Russian that names those whom it tells to do several things, and
// these: "Отделу кадров (Юдин В.К.): составить список; до 1 мая провести проверку".
func (d *Draft) itemsWithin(p *Piece, text string) bool {
	if d.Lang != "ru" {
		return false
	}
	head, rest, ok := strings.Cut(text, ":")
	parts := splitOutside(rest, func(r rune) bool { return r == ';' })
	if !ok || len(parts) < 2 {
		return false
	}
	told, ok := d.addressees(head + ":")
	if !ok {
		return false
	}
	items := make([]string, len(parts))
	for i, part := range parts {
		items[i] = labelBefore.ReplaceAllString(dashBefore.ReplaceAllString(part, ""), "")
		if part != "" && !d.mayBeItem(items[i]) {
			return false
		}
	}
	owners := d.toAddressees(told, p.At)
	for _, item := range items {
		for i, sentence := range d.sentences(item) {
			if i > 0 {
				d.action(p, sentence, p.At, false)
				continue
			}
			a := Action{Node: p.ID, Title: Value{sentence, p.At, Likely, ""}, Owners: owners}
			if told.until != "" && !d.hasDay(sentence) {
				d.deadline(&a, told.until)
			}
			d.addTask(a, sentence, p.At, false)
		}
	}
	p.Acts = slices.DeleteFunc(p.Acts, func(a Act) bool { return a.Text == "amended" || a.Text == "adopted" || a.Text == "approved" })
	return true
}

// knownOwner reads a sentence that says by one name who is responsible for what was said before it:
// "Ответственный Юдин, срок 15 апреля".
func (d *Draft) knownOwner(text, at string) bool {
	m := responsible.FindStringSubmatch(text)
	if m == nil || d.Lang != "ru" || !d.allThere(m[1]) {
		return false
	}
	d.later(d.people(withNames.ReplaceAllString(m[1], ", "), at, asNamed), text, at)
	return true
}

// responsible is such a sentence.
var responsible = re(`^(?:ответственн(?:ый|ая|ые)|отв\.|исполнител[ьи])\s*[:–—-]?\s*(` + noteNames + `)(?:[,;]\s.*)?\.?$`)

// toldBehind are those whom a text behind the label of an action tells to do it.
func (d *Draft) toldBehind(text, at string) []Value {
	more := Action{}
	if d.Lang == "ru" && d.toldIn(&more, text, at) || d.Lang == "en" && (d.taskParts(&more, text, at) || d.dutyAction(&more, text, at)) {
		return more.Owners
	}
	return nil
}
