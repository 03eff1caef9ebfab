package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// leader is a way to say who headed a delegation or had the chair together with somebody else.
// Group 1 are those, with their posts.
type leader struct {
	*pattern
	code string  // vocabulary attendance
	in   oblique // the case of the names
}

// leaders are those ways by language.
var leaders = map[*lexicon][]leader{
	russian: {
		{re(`(?:делегаци\p{L}+|част[ьи]\s+(?:меж\p{L}+\s+)?комисси\p{L}+)[^.;]{0,160}?\s+возглав(?:ил|ля)\p{L}*(?:\s|,)\s*(.{4,400})`), "present", asNamed},
		{re(`делегаци\p{L}+[^.;]{0,160}?,?\s+(?:во\s+главе\s+с|возглавляем\p{L}+|возглавлялась|под\s+руководством)\s+(.{4,400})`), "present", instrumental},
		{re(`(?:глав[аы]|руководител[ьи])\s+(?:\p{L}+\s+)?делегаци\p{L}+[^:–—]{0,80}?\s*[:–—]\s*(.{4,400})`), "present", asNamed},
		{re(`(?:сопредседател[ьи])\s[^:–—]{0,80}?\s*[:–—]\s*(.{4,400})`), "chair", asNamed},
	},
	english: {
		{re(`\bdelegations?\b[^.;]{0,160}?\b(?:was|were)?\s*(?:headed|led)\s+by\s+(.{4,400})`), "present", asNamed},
		{re(`\b(?:co-?chaired|jointly\s+chaired|chaired\s+jointly|presided\s+over\s+jointly)\s+by\s+(.{4,400})`), "chair", asNamed},
		{re(`^heads?\s+of\s+(?:the\s+)?(?:[\p{L}’']+\s+){0,5}delegations?[^:]{0,60}:\s*(.{4,400})`), "present", asNamed},
		{re(`\bunder\s+the\s+co-?chair(?:man|person)?ship\s+of\s+(.{4,400})`), "chair", asNamed},
	},
	chinese: {
		{exact(`(?:^|[。；])([^。；]{4,120}?)(?:共同|联合)(?:主持|担任主席|担任会议主席)`), "chair", asNamed},
		{exact(`(?:^|[。；])([^。；]{4,160}?)(?:共同|分别|一同)(?:出席|参加)`), "present", asNamed},
		{exact(`以([^，。；]{2,60}?)为团长`), "present", asNamed}, {exact(`由([^，。；]{2,60}?)(?:率领|率\p{Han}{0,12}(?:代表)?团|带队|担任团长)`), "present", asNamed},
		{exact(`(?:^|[，。；])([^，。；由]{2,60}?)(?:各自?|分别)?率\p{Han}{0,12}(?:代表团|团)`), "present", asNamed},
		{exact(`(?:代表)?团团?长(?:分别)?(?:为|是|：|:)?\s*([^，。；]{2,60})`), "present", asNamed},
	},
}

// headed adds those of whom a sentence says that they headed a delegation, or had the chair
// together.
func (d *Draft) headed(sentence, at string) {
	for _, l := range leaders[d.lex] {
		all := l.FindAllStringSubmatch(sentence, -1)
		for _, m := range all {
			d.leads(l, last(m[1:]), at)
		}
		if len(all) > 0 && d.Lang != "zh" {
			return
		}
	}
}

// leads adds those whom words name as leaders.
func (d *Draft) leads(l leader, text, at string) {
	names := d.leadersIn(text)
	if l.code == "chair" && len(names) < 2 && d.Lang == "zh" {
		return
	}
	if len(names) == 0 && l.code == "present" {
		d.ask("attendance", at, "who headed the delegation: "+quoted(cut(text, 80))+"?", "not written")
	}
	for _, name := range names {
		if m := strings.Index(text, name); d.Lang == "ru" && m > 0 && coChair.MatchString(text[:m]) {
			l.code = "chair"
		}
		who := d.member(name, at, l.in)
		if d.fullName(name) == name {
			who.Why = basicName(name, l.in)
		}
		if d.attend(l.code, who); l.code == "chair" && !d.Chair.known() {
			d.Chair = who
		}
	}
}

// coChair is somebody who had the chair together with another.
var coChair = re(`(?:^|[^\p{L}])сопредседател(?:ь|я|ем)(?:[^\p{L}]|$)`)

// leadersIn are the names of people within words that say their posts, too.
func (d *Draft) leadersIn(text string) []string {
	switch d.Lang {
	case "ru":
		found := namesIn(text)
		for _, m := range russianTitled.FindAllStringSubmatch(text, -1) {
			if !slices.ContainsFunc(found, func(o string) bool { return strings.Contains(m[1], o) || strings.Contains(o, m[1]) }) {
				found = append(found, m[1])
			}
		}
		for _, name := range givenFirst(text) {
			if !slices.ContainsFunc(found, func(o string) bool { return strings.Contains(name, o) || strings.Contains(o, name) }) {
				found = append(found, name)
			}
		}
		if len(found) > 0 {
			return found
		}
		words := strings.Fields(strings.TrimRight(lastCapitals.FindString(strings.TrimRight(text, ". ")), "."))
		for len(words) > 0 && stateOf(words[0]) != "" {
			words = words[1:]
		}
		if len(words) > 1 {
			return []string{strings.Join(words, " ")}
		}
		return nil
	case "zh":
		return hanNamesIn(text)
	}
	var out []string
	for _, part := range andThe.Split(text, -1) {
		if all := withTitle.FindAllStringSubmatch(inParens.ReplaceAllString(part, ""), -1); len(all) > 0 {
			for _, m := range all {
				out = append(out, m[1])
			}
			continue
		}
		part, _, _ = strings.Cut(strings.TrimSpace(part), "(")
		part, _, _ = strings.Cut(strings.TrimPrefix(part, "the "), ",")
		if name := lastCapitals.FindString(strings.TrimRight(part, ". ")); wholeName.MatchString(name) && !noName.MatchString(name) && stateOf(name) == "" {
			out = append(out, name)
		}
	}
	return out
}

// givenFirst are the names of people in Russian that have a given name and a surname, each at the
// end of a part of a text: "вице-министр Кайрат Юсупов".
func givenFirst(text string) (names []string) {
	for _, part := range partsOfText.Split(inParens.ReplaceAllString(text, ""), -1) {
		m := twoAtEnd.FindStringSubmatch(strings.TrimSpace(part))
		if m == nil || noSurname.MatchString(m[1]) || noSurname.MatchString(m[2]) || stateOf(m[1]+" "+m[2]) != "" {
			continue
		}
		if low := strings.ReplaceAll(strings.ToLower(m[1]+" "+m[2]), "ё", "е"); surnameEnd.MatchString(m[1]) || surnameEnd.MatchString(m[2]) || givenNames[strings.Fields(low)[0]] || givenNames[strings.Fields(low)[1]] {
			names = append(names, m[1]+" "+m[2])
		}
	}
	return names
}

var (
	partsOfText = exact(`[,;]\s|\.\s|\.?$|\s[–—-]\s|\s+и\s+`)
	twoAtEnd    = exact(`(?:^|\p{Ll}\s)([А-ЯЁ][а-яё-]+)\s([А-ЯЁ][а-яё-]+)$`)
)

// russianTitled is a name behind "Mr" or "Ms" in Russian.
var russianTitled = exact(`(?:^|[^\p{L}])(?:г-н|г-жа|[Гг]осподин\p{L}*|[Гг]оспож\p{L}+)\s+(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){1,2})`)

// andThe divides the leaders of several delegations.
var andThe = exact(`\s*;\s*|\s+and\s+(?:that\s+of\s+[^.]*?\s+by\s+)?|\s+while\s+|\.\s+`)

// hanNamesIn are the names of people in a list in Chinese, each behind a post.
func hanNamesIn(text string) []string {
	var out []string
	for _, part := range hanAnd.Split(text, -1) {
		part = hanDid.ReplaceAllString(part, "")
		name := toPost.ReplaceAllString(honorific.ReplaceAllString(strings.TrimSpace(part), ""), "")
		n := utf8.RuneCountInString(name)
		if middleDot.MatchString(name) || name != part && n > 1 && n < 5 && !hanNoName.MatchString(name) || isHanName(name) && n < 4 {
			out = append(out, name)
		}
	}
	return out
}

var (
	// hanDid is what somebody did, behind the name.
	hanDid    = exact(`(?:共同|各自?率|分别|应邀|受邀|一同|亲自|率团|率队|率领|出席|参加|主持|与会|签署).*$`)
	hanAnd    = exact(`[、，,；;]|和|与|及|以及`)
	toPost    = exact(`^.*(?:长|主任|主席|书记|代表|参赞|大使|公使|专员|助理|教授|经理|总监|秘书|委员|理事|董事|司令|总裁)`)
	hanNoName = exact(`代表|双方|共同|会议|分别|一行|出席|国`)
)

// signers are the names of those who signed.
func (d *Draft) signers() []string {
	if d.signing == nil {
		d.signing = append([]string{}, d.signersIn()...)
	}
	return d.signing
}

func (d *Draft) signersIn() (out []string) {
	for _, p := range d.Pieces {
		if model.PartOf(p.ID) != model.PartSignatures {
			continue
		}
		if p.signer != "" {
			out = append(out, p.signer)
		} else if d.Lang == "ru" {
			out = append(out, namesIn(p.Text)...)
		}
	}
	return slices.Compact(out)
}
