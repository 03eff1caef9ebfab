package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// people are those whom a list names in a case.
func (d *Draft) people(text, at string, c oblique) []Value {
	var out []Value
	for _, name := range d.names(text, true) {
		if isName(name) {
			out = append(out, d.member(name, at, c))
		}
	}
	return out
}

// member is somebody whom a text names: the one in the attendance whose name it is in a shorter
// form or in another case, else the basic form of the name.
func (d *Draft) member(name, at string, c oblique) Value {
	full := d.fullName(name)
	if full != name || c == asNamed || d.wasThere(name) {
		return Value{d.party(full), at, Likely, name}
	}
	form := basicName(name, c)
	if form != name {
		d.ask("name", at, "what is the basic form of "+quoted(name)+"?", form)
	}
	return Value{d.party(form), at, Guess, name}
}

// signedAs is the name in Russian of the one who signed whose name in an oblique case this is; ""
// where it is none.
func (d *Draft) signedAs(name string) string {
	words, _ := nameParts(name)
	found := ""
	for _, o := range d.signers() {
		others, _ := nameParts(o)
		if len(words) != 1 || len(others) != 1 || words[0] == others[0] || !sameName(name, o) {
			if strings.EqualFold(name, o) {
				return ""
			}
			continue
		}
		found = o
	}
	return found
}

// wasThere reports whether somebody of that name attended.
func (d *Draft) wasThere(name string) bool {
	return slices.ContainsFunc(d.Attendance, func(g Group) bool {
		return slices.ContainsFunc(g.Who, func(v Value) bool { return strings.EqualFold(v.Why, name) })
	})
}

// fullName is the name in the attendance that a shorter form of it belongs to, or one in another
// case, where it belongs to one alone.
func (d *Draft) fullName(name string) string {
	if full := d.handles[strings.ToLower(strings.TrimPrefix(name, "@"))]; full != "" {
		return full
	}
	if full := d.initialled(name); full != "" {
		return full
	}
	var found []string
	for _, g := range d.Attendance {
		for _, w := range g.Who {
			if strings.EqualFold(w.Why, name) || d.Lang == "en" && strings.EqualFold(w.Why, "@"+name) {
				return w.Why
			}
			if !slices.Contains(found, w.Why) && sameName(name, w.Why) {
				found = append(found, w.Why)
			}
		}
	}
	for _, o := range d.signers() {
		if len(found) == 0 && len(o) > len(name) && sameName(name, o) {
			return o
		}
	}
	if len(found) == 1 {
		return found[0]
	}
	return name
}

// initialled is the one of those who attended whose initials these are, in English: "IS" is Imran
// Sheikh.
func (d *Draft) initialled(name string) string {
	if d.Lang != "en" || !initialsOnly.MatchString(name) || isAcronym.MatchString(name) {
		return ""
	}
	found := ""
	for _, g := range d.Attendance {
		for _, w := range g.Who {
			of := ""
			for _, word := range strings.FieldsFunc(w.Why, func(r rune) bool { return r == ' ' || r == '-' || r == '.' }) {
				if isUpperFirst(word) {
					of += firstRune(word)
				}
			}
			if of != name && !(len(of) > 2 && len(name) == 2 && of[:1]+of[len(of)-1:] == name) || found == w.Why {
				continue
			}
			if found != "" {
				return ""
			}
			found = w.Why
		}
	}
	return found
}

// goesBy remembers the handle that a note has of somebody.
func (d *Draft) goesBy(a attendee) {
	if h := handleOf.FindStringSubmatch(a.note); h != nil {
		if d.handles == nil {
			d.handles = map[string]string{}
		}
		d.handles[strings.ToLower(h[1])] = a.name
	}
}

// severalIn are those whom a part of a list names in brackets, and in Russian several that stand in
// it.
func (d *Draft) severalIn(part, note string) []attendee {
	inside := d.rollInside(part, note)
	if found := namesIn(part); len(found) > 1 && d.Lang == "ru" {
		for _, name := range found {
			inside = append(inside, attendee{name, ""})
		}
	}
	return inside
}

// unnamed are those in a list in English who are not named: "the Clerk", "5 members of the public".
var unnamed = re(`^(?:the\s+(?:[\p{L}-]+\s+){0,2}` + post + `|\d{1,3}\s+(?:members?|residents?|others?|visitors?|parishioners?|people|persons|observers?)\b.*)$`)

// withoutInitials is what a list says of somebody but for the initials of the name, which may be a
// word: "Neil Okonjo (NO)".
func withoutInitials(note, name string) string {
	initials := ""
	for _, word := range strings.Fields(name) {
		initials += firstRune(word)
	}
	parts := strings.Split(note, ", ")
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == initials }), ", ")
}

// byHandle is the one of those who attended whose name in small letters this is: the whole of
// it, the first or the last name, or one with the initial of the other.
func (d *Draft) byHandle(handle string) string {
	if full := d.fullName(handle); d.wasThere(full) {
		return full
	}
	for _, g := range d.Attendance {
		for _, w := range g.Who {
			words := strings.Fields(strings.ToLower(w.Why))
			if len(words) < 2 {
				continue
			}
			first, last := words[0], words[len(words)-1]
			if slices.Contains([]string{firstRune(first) + last, first + firstRune(last), first + last, last + firstRune(first), first + "." + last, first + "-" + last}, handle) {
				return w.Why
			}
		}
	}
	return ""
}

// firstRune is the first character of a word.
func firstRune(word string) string {
	_, size := utf8.DecodeRuneInString(word)
	return word[:size]
}

// isAcronym is what may be the initials of somebody and mostly is something else.
var isAcronym = exact(`^(?:IT|HR|PM|PR|QA|AI|US|UK|EU|UN|WG|TC|SC|HQ|CEO|CFO|CTO|COO|MD|AOB|EC|RC|PDF|ASAP|NGO)$`)

// oneName gives those who are named in two ways in the attendance the fuller name in both.
func (d *Draft) oneName() {
	for _, g := range d.Attendance {
		for i, w := range g.Who {
			var fuller []string
			for _, o := range d.Attendance {
				for _, v := range o.Who {
					if utf8.RuneCountInString(v.Why) > utf8.RuneCountInString(w.Why) && !slices.Contains(fuller, v.Why) && sameName(w.Why, v.Why) {
						fuller = append(fuller, v.Why)
					}
				}
			}
			if len(fuller) != 1 {
				continue
			}
			g.Who[i] = Value{d.party(fuller[0]), w.At, Likely, fuller[0]}
			d.Named = slices.DeleteFunc(d.Named, func(v Value) bool { return v.Text == w.Text && v.Text != g.Who[i].Text })
			if d.Chair.Text == w.Text {
				d.Chair.Text = g.Who[i].Text
			}
		}
	}
}

// withoutOfficers takes those out of the guests who had an office at the meeting: a site has them
// in one way.
func (d *Draft) withoutOfficers() {
	inOffice := func(w Value) bool {
		return slices.ContainsFunc(d.Attendance, func(g Group) bool {
			return slices.Contains([]string{"chair", "secretary", "scribe"}, g.Code) && slices.ContainsFunc(g.Who, func(v Value) bool { return v.Text == w.Text })
		})
	}
	for i, g := range d.Attendance {
		if g.Code == "guest" || g.Code == "observer" {
			d.Attendance[i].Who = slices.DeleteFunc(g.Who, inOffice)
		}
	}
	d.Attendance = slices.DeleteFunc(d.Attendance, func(g Group) bool { return len(g.Who) == 0 })
}

var initial = exact(`\p{Lu}\.`)

// nameParts are the words of a name and its initials; a full given name beside initials is a
// word.
func nameParts(name string) (words, initials []string) {
	for _, m := range initial.FindAllString(name, -1) {
		initials = append(initials, strings.ToLower(strings.TrimSuffix(m, ".")))
	}
	name = strings.ReplaceAll(strings.ToLower(initial.ReplaceAllString(name, " ")), "ё", "е")
	return strings.Fields(name), initials
}

// sameName reports whether a name is a shorter form of a full one, or the same in another case.
func sameName(short, full string) bool {
	if !mayBeSame(short, full) {
		return false
	}
	words, initials := nameParts(short)
	others, abbreviated := nameParts(full)
	if initialsOnly.MatchString(short) {
		var letters string
		for w := range strings.FieldsSeq(full) {
			r, _ := utf8.DecodeRuneInString(w)
			letters += string(r)
		}
		return letters == short
	}
	if len(words) == 0 {
		return false
	}
	for _, w := range words {
		at := slices.IndexFunc(others, func(o string) bool { return o == w || isCyrillic(w) && slices.Contains(basicForms(w), o) })
		if at < 0 {
			return false
		}
		others = slices.Delete(slices.Clone(others), at, at+1)
	}
	for _, o := range others {
		r, _ := utf8.DecodeRuneInString(o)
		abbreviated = append(abbreviated, string(r))
	}
	return len(initials) <= len(abbreviated) && slices.Equal(initials, abbreviated[:len(initials)]) && (len(words) > 1 || len(initials) > 0 || len(abbreviated) > 0)
}

// mayBeSame reports whether each word of a short name begins as one of the full name does, as
// those of one person do: most names are not compared further.
func mayBeSame(short, full string) bool {
	var begin [8]rune
	n := 0
	eachWord(full, func(r rune) bool {
		if n < len(begin) {
			begin[n] = r
		}
		n++
		return true
	})
	if n > len(begin) || !strings.ContainsFunc(short, func(r rune) bool { return r == ' ' || r == '.' || unicode.IsLower(r) }) {
		return true // too long to tell, or initials
	}
	return eachWord(short, func(r rune) bool { return slices.Contains(begin[:n], r) })
}

// eachWord calls fits with the first letter of each word and initial of a name until it says no.
func eachWord(name string, fits func(rune) bool) bool {
	within := false
	for _, r := range name {
		switch {
		case r == ' ' || r == '.':
			within = false
			continue
		case within:
			continue
		}
		within = true
		if r = unicode.ToLower(r); r == 'ё' {
			r = 'е'
		}
		if !fits(r) {
			return false
		}
	}
	return true
}

func isCyrillic(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 'а' && r <= 'я' || r == 'ё'
}
