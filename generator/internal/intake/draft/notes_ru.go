package draft

import (
	"cmp"
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// Notes in Russian say tasks without any word of duty: "Антон: запросить письмо", "С Иры —
// посчитать …", "Женя обещает …". They are tasks if those who are named attended.

const (
	noteName  = `(?-i:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:\s+(?:[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?|[А-ЯЁ][а-яё]+)){0,2}|[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?[А-ЯЁ][а-яё]+)`
	noteNames = noteName + `(?:(?:\s*[,/+&]|\s+и|\s+с)\s*` + noteName + `)*`
	noteWhen  = `(?:(?:также|потом|сегодня|завтра|сам|сама|до\s+[^.,;:]{3,30}?|к\s+[^.,;:]{3,30}?|на\s+(?:следующей|этой)\s+неделе|в\s+\p{L}+)\s+)*`
)

var (
	// noteColon begins with people and a sign, and goes on with what they have to do.
	noteColon = re(`^(?:\[\s?\]\s*)?@?(` + noteNames + `)\s*(?:\([^()]{2,40}\)\s*)?[:–—-]\s+` + noteWhen + `(?:` + russianUntil + `,?\s+)*(?:не\s+)?(?:` + infinitive + `)(?:[^\p{L}]|$)`)
	// noteFrom says from whom something is expected.
	noteFrom = re(`^(?:с|от|на|за)\s+(` + noteName + `)\s*[:–—-]\s+\p{L}`)
	// notePromise is what people say that they will do.
	notePromise = re(`^(` + noteNames + `)\s+(?:(?:также|тоже|завтра|сегодня)\s+)?(?:пообещал[аи]?|обеща(?:л|ла|ли|ет|ют)|бер[её]тся|берутся|взял(?:ся|ась|ись)|возьм[её]тся|возьмутся|вызвал(?:ся|ась|ись)|должен|должна|должны|обязал(?:ся|ась|ись)|попробу[ею]т|постара[ею]тся|планиру[ею]т)\s+(?:[^.;:,]{0,60}?\s)?` + infinitive + `(?:[^\p{L}]|$)|^(` + noteNames + `)\s+(?:возьм[её]т|возьмут|бер[её]т|берут|взял[аи]?)\s+на\s+себя\s`)
	// noteWork is what people do now or will do.
	noteWork = re(`(?:^|^[^.:;]{2,60}:\s+(?:[^.:;]{2,40},\s+)?)(` + noteNames + `)\s+` + noteWhen + `((?:за|на|по|про|пере|при|вы|от|об|под|раз|рас|с|со|из|ис|до|у|вз|воз|вос|в|о)\p{L}{2,}(?:ит|[её]т|ят|ут|ют|аст)|\p{L}{3,}у[ею]т|готов[ия]т|дела[ею]т|веду?[её]?т|пиш[еу]т|занима[ею]тся|собира[ею]т|узна[ею]т|провер[яию]+[ею]?т|уточня[ею]т|ищ[еу]т)\s+\p{L}`)
	// namesAlone is a line that has nothing but people.
	namesAlone = re(`^@?(` + noteNames + `)\s*:?$`)
	// noteTold is a verb by which people say something, and do nothing.
	noteTold = re(`^(?:счит|дума|полага|сообща|рассказыва|докладыва|предлага|отмеча|возража|поясня|напомина|спрашива|говор|просит|жалу|опаса|хоч|хот|уход|выход|приход|уезжа|отсутств|поддерж|соглаша|выступа|представля|показыва|остаётся|остается|вид|зна|помн|явля|состо|входит|будет)`)
)

// usually is a verb of what people do now, and will do where a day is named: "публикует до 5 мая".
var usually = re(`у[ею]т(?:ся)?$`)

// noteTask finds in a sentence of notes those who have to do what it says.
func (d *Draft) noteTask(text string) (who string, in oblique, ok bool) {
	if d.Lang != "ru" {
		return "", asNamed, false
	}
	for _, p := range []struct {
		*pattern
		in oblique
	}{{noteColon, asNamed}, {noteFrom, genitive}, {notePromise, asNamed}, {noteWork, asNamed}} {
		m := p.FindStringSubmatch(text)
		if m == nil || !d.allThere(last(m[1:])) && !d.allThere(m[1]) || p.pattern == noteFrom && infinitiveIn(text) == nil {
			continue
		}
		if p.pattern == noteWork && (noteTold.MatchString(m[2]) || nounsLikeVerbs.MatchString(m[2]) || (imperfective.MatchString(m[2]) || usually.MatchString(m[2])) && !d.hasDay(text)) {
			continue
		}
		return cmp.Or(m[1], last(m[1:])), p.in, true
	}
	return "", asNamed, false
}

// allThere reports whether all whom words name attended.
func (d *Draft) allThere(names string) bool {
	all := d.names(withNames.ReplaceAllString(names, ", "), true)
	for _, name := range all {
		if !d.wasThere(d.fullName(name)) {
			return false
		}
	}
	return len(all) > 0
}

var withNames = exact(`\s*[/+&]\s*|\s+[ис]\s+`)

// dayOfEvent is the day on which something is to be held that a task in Russian is about.
func (d *Draft) dayOfEvent(text, at string) Value {
	m := holds.FindStringIndex(text)
	if m == nil {
		return Value{}
	}
	text = text[m[0]:]
	days := slices.Concat(d.dates(text), d.daysWithoutYear(text))
	if len(days) != 1 || notHeld.MatchString(text[:days[0].from]) {
		return Value{}
	}
	when := days[0]
	if when.date == "" {
		return d.nextSuch(text, when, at)
	}
	if held := model.Date(d.Date.Text).From(); when.date.From() < held {
		return Value{}
	}
	return Value{string(when.date.To()), at, Likely, text[when.from:when.to]}
}

var (
	holds   = re(`(?:^|[^\p{L}])(?:провести|организовать|устроить|собраться|созвать|объявить|открыть|запустить)\s[^.;:]{2,80}`)
	notHeld = re(`(?:от|с|со|по|№|после)\s+$`)
)

// termOf gives the last task the deadline of a sentence behind it in the same paragraph, which has
// no task of its own: "Заявку подать до 10 марта", "Готовность – декабрь".
func (d *Draft) termOf(p *Piece, sentence string) {
	n := len(d.Actions)
	if d.Lang != "ru" || n == 0 || d.Actions[n-1].Node != p.ID || d.Actions[n-1].Deadline.known() || d.lex.infinitive.MatchString(sentence) || !predicate(sentence) {
		return
	}
	if m := readyBy.FindStringSubmatch(sentence); m != nil && d.onlyDay(m[1]) {
		d.deadlineOf(&d.Actions[n-1], m[1])
	} else if m != nil && d.onlyDay("в "+m[1]) {
		d.deadlineOf(&d.Actions[n-1], "в "+m[1])
	} else if infinitiveIn(sentence) != nil && !noResolution.MatchString(sentence) {
		d.deadline(&d.Actions[n-1], sentence)
	}
}

// readyBy is a sentence that says when something is ready.
var readyBy = re(`^(?:готовность|исполнение|контрольная\s+дата|дата|дедлайн|результат)\s*(?:[:–—-]|к|до)\s*(.{3,40}?)\.?$`)

// inRow divides a line that is the row of a table without lines: what is to be done, who does it
// and by when; nil where it is none.
func (d *Draft) inRow(text string) []string {
	m := taskRow.FindStringSubmatch(text)
	if d.Lang != "ru" || m == nil || !d.onlyDay(m[3]) {
		return nil
	}
	return m[1:]
}

// taskRow is such a line.
var taskRow = re(`^(?:\d{1,2}[.)]?\s+)?(` + infinitive + `\s(?:[^.;]|\.\S){5,200}?)\s+((?-i:` + russianPerson + `)(?:,\s*(?-i:` + russianPerson + `))*)\s+([^.;]{3,14}?(?:\.\d[\d.]*)?|\d[\d.]+)$`)

// everybody is told at the beginning of a note.
var everybody = re(`^(все(?:м|х)?)(?:\s+\p{L}{4,})?(?:\s*[:–—-]\s+|(?:\s+\p{L}+(?:ам|ям))?\s+)(?:` + russianUntil + `,?\s+)*` + infinitive + `(?:[^\p{L}]|$)`)
