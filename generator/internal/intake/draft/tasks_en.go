package draft

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// withColon puts the colon behind the label of a task in English that stands before those who have
// to do it: "AI @ada to open the page".
func (d *Draft) withColon(text string) string {
	m := labelThenWho.FindStringSubmatchIndex(text)
	if d.Lang != "en" || m == nil || !d.allPeople(text[m[4]:m[5]]) {
		return text
	}
	return text[:m[3]] + ": " + text[m[4]:]
}

// labelThenWho is the label of a task, and who has to do it.
var labelThenWho = exact(`^(?:\[\s?\]\s*)?(ACTION|Action(?:\s+[Ii]tem)?|AI|AP|TODO|To\s?do|Task)\s+(?:for\s+|on\s+)?((?:@[\w-]+|\p{Lu}[\p{L}.'’-]*)(?:(?:\s*[,&/+]\s*|\s+and\s+|\s+)(?:@[\w-]+|\p{Lu}[\p{L}.'’-]*)){0,3})\s+(?:to|will|should|must)\s+\p{Ll}`)

// taskItem reads an item of a list in English that no label says to be a task. Behind a box that is
// not ticked the first sentence is the task, and what comes next tells how it stands, or by when it
// is due now.
func (d *Draft) taskItem(p *Piece, it line) {
	at, open := cmp.Or(it.at, p.At), checkbox.MatchString(it.text)
	for i, sentence := range d.sentences(it.text) {
		n := len(d.Actions)
		d.action(p, sentence, at, open && i == 0)
		if !open || i == 0 || n == 0 || len(d.Actions) > n || d.Actions[n-1].Title.At != at || !newDay.MatchString(sentence) {
			continue
		}
		days := slices.Concat(d.dates(sentence), d.daysWithoutYear(sentence))
		if len(days) == 1 {
			d.deadlineOf(&d.Actions[n-1], sentence[days[0].from:days[0].to])
		}
	}
}

// newDay says that a task is due on another day than before.
var newDay = re(`\b(?:(?:new|revised|extended|next|target)\s+(?:due\s+)?(?:date|deadline|target|eta)|(?:now|still)\s+(?:due|for)|(?:carried|moved|pushed|held)\s+(?:over|forward|back)?\s*(?:to|until|till)|extended\s+(?:to|until)|due|eta|deadline|postponed\s+to)\b`)

// arrowBehind reads a task in English behind the name, or the initials, of somebody who was there
// and an arrow: "AB -> letter to the landlord, 13 May". It reports whether it is one.
func (d *Draft) arrowBehind(p *Piece, text, at string) bool {
	m := ownerArrow.FindStringSubmatch(text)
	if d.Lang != "en" || m == nil || !d.wasThere(d.fullName(m[1])) {
		return false
	}
	d.addTask(Action{Node: p.ID, Owners: d.people(m[1], at, asNamed), Title: Value{m[2], at, Likely, ""}}, text, at, true)
	return true
}

var ownerArrow = exact(`^(\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,2})\s*(?:->|→|=>|⇒)\s*(\S.{3,})$`)

// handleFirst reads an action behind its label that begins with a name in small letters, or a
// handle: "gary to call", "@ada check the mirror".
func (d *Draft) handleFirst(a *Action, rest, at string) bool {
	m := smallHandle.FindStringSubmatch(rest)
	if m == nil {
		return false
	}
	full := d.byHandle(cmp.Or(m[1], m[2]))
	if full == "" && m[1] != "" {
		full = "@" + m[1]
	}
	if full == "" {
		return false
	}
	a.Owners, a.Title = []Value{d.member(full, at, asNamed)}, Value{rest, at, Certain, ""}
	return true
}

// handleStart is the handle that an item of a list of tasks begins with.
var handleStart = exact(`^@([\w-]+)\s*(?:[:–—-]|to\s|will\s)`)

// smallHandle is a name in small letters that an action begins with.
var smallHandle = exact(`^(?:@([A-Za-z][\w-]{1,30})\s*[:–—-]?|([a-z][\w-]{1,24})\s+(?:to|will))\s+[a-z]`)

// allDelegations reports whether words name those whose delegations met, as the text says: "Alder
// and Brack".
func (d *Draft) allDelegations(words string) bool {
	if d.delegated == nil {
		d.delegated = map[string]bool{}
		for _, p := range d.Pieces {
			for _, m := range delegationsOf.FindAllStringSubmatch(p.words(), -1) {
				for _, name := range andBetweenNames.Split(m[1], -1) {
					name = strings.TrimSpace(name)
					d.delegated[name] = true
					if _, short, ok := strings.Cut(name, " of "); ok { // "the Kingdom of Alder"
						d.delegated[strings.TrimPrefix(short, "the ")] = true
					}
				}
			}
		}
	}
	all := andBetweenNames.Split(leadingArticle.ReplaceAllString(words, ""), -1)
	return len(d.delegated) > 0 && !slices.ContainsFunc(all, func(name string) bool { return !d.delegated[strings.TrimSpace(name)] })
}

// delegationHas reports whether words of duty bind those whose delegations met; day says that there
// is one.
func delegationHas(word, verb string, day bool) bool {
	if !isVerb(verb) || notToDo.MatchString(" will "+verb+" ") || notWork.MatchString(verb) {
		return false
	}
	return day || orderWordsOnly.MatchString(word) || promised.MatchString(word)
}

var (
	// delegationsOf names those whose delegations met.
	delegationsOf = exact(`\b[Dd]elegations?\s+(?:of|from)\s+(?:the\s+)?(\p{Lu}[\p{L}’'-]*(?:(?:,\s+(?:and\s+)?|\s+and\s+|\s+)(?:(?:the|of)\s+)*\p{Lu}[\p{L}’'-]*)*)`)
	// andBetweenNames stands between the names of some.
	andBetweenNames = exact(`\s*,\s*(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?`)
)

// dayBehindTask is the day behind a dash with which a task in English ends: "Ada to ask the yard -
// 22 May."
func (d *Draft) dayBehindTask(text, at string) Value {
	if m := dashThenDay.FindStringSubmatch(text); m != nil && d.Lang == "en" && d.onlyDayEn(m[1]) {
		if day := d.dayAtEnd(m[1], at); day.Text >= string(model.Date(d.Date.Text).From()) {
			return day
		}
	}
	return Value{}
}

// onlyDayEn reports whether words in English are nothing but a day.
func (d *Draft) onlyDayEn(words string) bool {
	return strings.Trim(d.withoutDay(words), " ,;.:()") == ""
}

// ownerAndDay reads a line in English that says whose the task before it is, and by when: "AB – by
// end of May."
func (d *Draft) ownerAndDay(text, at string) bool {
	m := whoThenDay.FindStringSubmatch(text)
	if m == nil || d.task.text == "" || !d.onlyDayEn(m[2]) {
		return false
	}
	owners := d.initialOwners(m[1], at)
	if len(owners) == 0 && d.allPeople(m[1]) && !initialsOnly.MatchString(m[1]) {
		owners = d.englishOwners(m[1], at)
	}
	if len(owners) == 0 {
		return false
	}
	d.later(owners, "by "+untilBy.ReplaceAllString(m[2], ""), at)
	return true
}

var (
	// officesOnly are nothing but offices, in square brackets or with one that is an abbreviation.
	officesOnly = exact(`^(?:\p{Lu}[\p{L}.&’'-]*|\([\p{Lu}&./ -]{2,12}\)|of|the|and|to|[,;/&])(?:[\s,;/]*(?:\p{Lu}[\p{L}.&’'-]*|\([\p{Lu}&./ -]{2,12}\)|of|the|and|to|[,;/&]))*\.?$`)
	// mustDoIt is what a sentence says that somebody has to do.
	mustDoIt    = exact(`\b(?:will|shall|to|must|should)\s+\p{Ll}+`)
	acronym     = exact(`(?:^|[^\p{L}])\p{Lu}{2,6}(?:[^\p{L}]|$)`)
	dashThenDay = exact(`\s[–—-]+\s+([^–—]{3,30}?)\s*\.?$`)
	whoThenDay  = exact(`^[(\[]?((?:\p{Lu}{2,3}|\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)(?:\s*(?:[/,&+]|and)\s*(?:\p{Lu}{2,3}|\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?))*)\s*[,:–—-]+\s*((?:(?:by|before|until|due)\s+)?[^,:–—]{3,30}?)[)\]]?\.?$`)
	untilBy     = re(`^(?:by|before|until|due)\s+`)
)

// toOffices reads who has to do what was said above, where the label of an action in English has
// nothing but offices behind it: "[Action: CGWA]", "Action: JS (SPM), PHED".
func (d *Draft) toOffices(label, rest, at string) bool {
	who := strings.Trim(d.withoutDay(rest), " ,;.:")
	if d.task.text == "" || who == "" || len(strings.Fields(who)) > 8 || !officesOnly.MatchString(who) || !strings.HasPrefix(label, "[") && !acronym.MatchString(who) {
		return false
	}
	var owners []Value
	for _, part := range strings.FieldsFunc(who, func(r rune) bool { return strings.ContainsRune(",;/&", r) }) {
		if part = strings.TrimSpace(part); part != "" {
			owners = append(owners, d.office(leadingArticle.ReplaceAllString(part, ""), at, asNamed))
		}
	}
	text := d.task.text
	if n := len(d.Actions); n > d.task.actions {
		d.Actions[n-1].Owners = nil // the label knows it better
	}
	d.later(owners, text, at)
	for _, p := range d.Pieces {
		if m := mustDoIt.FindString(text); p.ID == d.task.node && m != "" && len(p.Acts) == 0 {
			d.quotes(p, p.words(), "instructed", m)
		}
	}
	return true
}
