package draft

import (
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

const (
	// russianPosts are the words of a post before a name, none of which says what was talked of.
	russianPosts = `(?-i:(?:[Пп]роф|[Дд]оц|зам|зав|акад|инж|и\.\s?о|к|г)\.\s?|[\p{Ll}«»-]{3,}\s+|\p{Lu}{2,8}\s+|№\s?\d+\s+){0,8}`
	whoSpeaks    = `((?-i:` + russianPerson + `))`
	speaks       = `(?:сообщил|доложил|выступил|отметил|предложил|проинформировал|рассказал|пояснил|представил|ознакомил|напомнил|зачитал|огласил)[аи]?`
)

// spoken are ways in which records in Russian say who spoke; group 1 is the name, in a case.
var spoken = []struct {
	*pattern
	in oblique
}{
	{re(`(?:^|[.:;]\s+|вопросу\s+)слушали\s*:?\s*(?:\d+[.)]?\s*)?(?:доклад\s+|отч[её]т\s+|информаци[юи]\s+|сообщение\s+)?` + russianPosts + whoSpeaks), accusative},
	{re(`(?:^|[.:;]\s+|\s)(?:выступил[аи]?|докладывает|докладывал[аи]?|доложил[аи]?)\s*:?\s*` + russianPosts + whoSpeaks), asNamed},
	{re(`(?:^|[.:;(]\s*)(?:со)?докладчик[аи]?\s*[:–—-]\s*` + russianPosts + whoSpeaks), asNamed},
	{re(`(?:^|(?-i:[^А-ЯЁ])[.;:]\s+)` + whoSpeaks + `\s+(?:\([^()]{3,60}\)\s+)?` + speaks + `(?:[^\p{L}]|$)`), asNamed},
	{re(`\s((?-i:[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?` + surname + `))\s+` + speaks + `(?:[^\p{L}]|$)`), asNamed}, // behind a post
}

// alsoSpoke are further names behind that of somebody who spoke.
var alsoSpoke = exact(`^(?:\s*\([^()]*\))?(?:,|\s+и)\s+(` + russianPerson + `)`)

// heardBelow heads the name of whoever spoke, on the next line.
var heardBelow = re(`^(?:(?:\d+[.)]\s*|по\s+[\p{L}\d-]+\s+вопросу\s+)?(слушали|выступили)(?:\s+\d+)?)\s*:?$`)

// heard makes the act of a paragraph in Russian that says what was heard: "СЛУШАЛИ: ректора …", or
// the first one below such a line, whose word is above.
func (d *Draft) heard(p *Piece, text, above string) {
	if d.Lang != "ru" || len(p.Acts)+len(p.Rows)+len(p.Items) > 0 {
		return
	}
	if m := heardHere.FindStringSubmatchIndex(text); m != nil {
		d.quotesAt(p, "considered", text[m[2]:m[3]], m[2])
	} else if above == "слушали" {
		d.quotesAt(p, "considered", resolutionWords.FindString(text), 0)
	}
}

// heardAbove is the word of the line before a paragraph that says that it was heard or said:
// "слушали" or "выступили"; "" where there is none.
func (d *Draft) heardAbove(i int) string {
	if d.Lang != "ru" || i == 0 {
		return ""
	}
	m := heardBelow.FindStringSubmatch(d.Pieces[i-1].Text)
	if m == nil {
		return ""
	}
	return strings.ToLower(m[1])
}

// heardHere begins what was heard.
var heardHere = re(`^(?:\d+[.)]?\s*|по\s+[\p{L}\d-]+\s+вопросу:?\s+)?((?:за)?слушали)\s*[:.–—-]?\s+\S`)

// spokeInRussian adds those who spoke and are not among those who attended: they were there.
func (d *Draft) spokeInRussian() {
	if d.Lang != "ru" {
		return
	}
	for _, named := range []bool{true, false} { // the nominative says what the basic form is
		d.spokeIn(named)
	}
}

// spokeIn is spokeInRussian for names in the nominative, or in the accusative.
func (d *Draft) spokeIn(named bool) {
	for i, p := range d.Pieces {
		part := model.PartOf(p.ID)
		if part == model.PartTitle || part == model.PartSignatures || model.IsAnnex(part) || len(p.Rows) > 0 || p.Agenda != "" {
			continue
		}
		for _, text := range lines(p) {
			if i > 0 && heardBelow.MatchString(d.Pieces[i-1].Text) {
				text = d.Pieces[i-1].Text + " " + text
			}
			d.speakersOf(text, p.At, named)
		}
	}
}

func (d *Draft) speakersOf(text, at string, named bool) {
	for _, s := range spoken {
		if named != (s.in == asNamed) {
			continue
		}
		for _, m := range s.FindAllStringSubmatchIndex(text, -1) {
			d.cameAs("present", text[m[2]:m[3]], s.in, at)
			for rest := text[m[3]:]; ; {
				next := alsoSpoke.FindStringSubmatchIndex(rest)
				if next == nil {
					break
				}
				d.cameAs("present", rest[next[2]:next[3]], s.in, at)
				rest = rest[next[3]:]
			}
		}
	}
}

// withoutSaidOf are the cues of a sentence but for those that are said of one in brackets or behind
// a dash, such as "(председательствующий)".
func withoutSaidOf(sentence string, found []placed) []placed {
	from := 0
	for _, name := range namesIn(sentence) {
		i := strings.Index(sentence[from:], name)
		if i < 0 {
			continue
		}
		from += i + len(name)
		if m := roleAfter.FindStringSubmatchIndex(sentence[from:]); m != nil {
			at := from
			found = slices.DeleteFunc(found, func(o placed) bool { return o.from >= at && o.from < at+m[1] })
		}
	}
	return found
}
