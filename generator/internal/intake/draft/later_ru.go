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
