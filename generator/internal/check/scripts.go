package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// script is one that languages are written in.
type script struct {
	name    string
	letters []*unicode.RangeTable
}

var han = &script{"Chinese", []*unicode.RangeTable{unicode.Han}}

// knownScripts are the scripts that are distinguished, with their codes of ISO 15924. A letter
// belongs to the first that has it.
var knownScripts = []struct {
	*script
	codes string
}{
	{&script{"Latin", []*unicode.RangeTable{unicode.Latin}}, "Latn"},
	{&script{"Cyrillic", []*unicode.RangeTable{unicode.Cyrillic}}, "Cyrl"},
	{han, "Hans Hant Hani"},
	{&script{"Arabic", []*unicode.RangeTable{unicode.Arabic}}, "Arab Aran"},
	{&script{"Japanese", []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana, unicode.Han}}, "Jpan"},
	{&script{"Korean", []*unicode.RangeTable{unicode.Hangul, unicode.Han}}, "Kore"},
	{&script{"Armenian", []*unicode.RangeTable{unicode.Armenian}}, "Armn"},
	{&script{"Bengali", []*unicode.RangeTable{unicode.Bengali}}, "Beng"},
	{&script{"Devanagari", []*unicode.RangeTable{unicode.Devanagari}}, "Deva"},
	{&script{"Georgian", []*unicode.RangeTable{unicode.Georgian}}, "Geor"},
	{&script{"Greek", []*unicode.RangeTable{unicode.Greek}}, "Grek"},
	{&script{"Hebrew", []*unicode.RangeTable{unicode.Hebrew}}, "Hebr"},
	{&script{"Mongolian", []*unicode.RangeTable{unicode.Mongolian}}, "Mong"},
}

// scriptOf is the script of a language by its tag; nil where none is known.
func scriptOf(tag string) *script {
	t, err := language.Parse(tag)
	if err != nil {
		return nil
	}
	code, _ := t.Script()
	for _, s := range knownScripts {
		if slices.Contains(strings.Fields(s.codes), code.String()) {
			return s.script
		}
	}
	return nil
}

// wide are scripts of which a letter says as much as some of the others.
var wide = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul}

const (
	wideLetter = 3  // letters of other scripts that one of a wide script stands for
	fewLetters = 60 // too few to tell a language by: names and abbreviations are written as abroad
	firstOf    = 12 // letters of each part of a text that are looked at, at least
)

// writing knows the script of each language of a site; nil where none is known.
type writing map[model.Lang]*script

func newWriting(c *model.Collection) writing {
	w := writing{}
	for _, lang := range c.Config.Languages {
		w[lang.Lang()] = scriptOf(lang.Tag)
	}
	return w
}

// scripts checks that texts are in the script of their language, and no copies of another
// language's: what was put into the wrong file, or is still to be translated. Pages would say that
// they are in a language that they are not in.
func (f *facts) scripts() {
	w := newWriting(f.c)
	for _, e := range entities(f.c) {
		found := model.Once(e, "scripts", func() map[string][]diag.Problem {
			own := &facts{f.c, map[string][]diag.Problem{}}
			own.scriptsOf(e, w)
			index := model.BaseOf(e).Index
			model.Walk(e, func(leaf model.Leaf) {
				if t, ok := leaf.Value.(model.Text); ok {
					own.text(t, leaf.Path, index, w)
				}
			})
			return own.found
		})
		for kind, problems := range found {
			f.found[kind] = append(f.found[kind], problems...)
		}
	}
}

// text checks a text of a data file in each language.
func (f *facts) text(t model.Text, path []string, index *diag.Index, w writing) {
	for lang, words := range t {
		if len(words) < fewLetters {
			continue
		}
		if found := w.foreign(lang, words); found != nil {
			f.odd(diag.OtherScript, "texts of records in another script than that of their language", index.At(append(path, string(lang))...),
				"leave the key out where it is not translated", "the letters of "+strconv.Quote(path[len(path)-1])+" in "+string(lang)+" are "+found.name)
		}
	}
}

// scriptsOf checks the texts of an entity. That of a document says whose words it is, in which
// language, so that another script cannot be.
func (f *facts) scriptsOf(e model.Entity, w writing) {
	own := map[model.Lang][]string{} // the parts of each text that is in its language, as far as one can see
	for _, lang := range f.c.Config.Langs() {
		p, has := model.BaseOf(e).Prose[lang]
		if !has {
			continue
		}
		parts, pos := paragraphs(p), diag.Position{File: p.File, Line: 1, Col: 1}
		if found := w.foreign(lang, parts...); found != nil {
			tell := f.odd
			if e.Ref().Kind.Work() && w.other(found, f.c.Config.Langs()) != "" {
				tell = f.wrong
			}
			tell(diag.OtherScript, "texts in another script than that of their language", pos, w.meantFor(e.Ref(), found, f.c.Config.Langs()),
				"the letters of the text are "+found.name+", and it stands for "+string(lang))
			continue
		}
		for _, other := range f.c.Config.Langs() {
			if same(parts, own[other]) {
				f.odd(diag.CopiedText, "copies of texts in another language", pos, "translate it, or take the file out: its page then names the languages that have it",
					"the text is that of "+e.Ref().TextFile(other)+", letter for letter")
				break
			}
		}
		own[lang] = parts
	}
}

// other is a language of the site that is written in a script; "" where there is none.
func (w writing) other(found *script, langs []model.Lang) model.Lang {
	for _, lang := range langs {
		if w[lang] == found {
			return lang
		}
	}
	return ""
}

// meantFor says what to do with a text in another script than its language's.
func (w writing) meantFor(r model.Ref, found *script, langs []model.Lang) string {
	if other := w.other(found, langs); other != "" {
		return "it may be meant for " + r.TextFile(other) + "; where it is not translated, take the file out"
	}
	return `take the file out, or write the script into the tag of the language, as in tag = "uz-Cyrl"`
}

// foreign is the script of a text that is clearly not in that of its language; nil for any other
// text. It looks at the first letters of each part.
func (w writing) foreign(lang model.Lang, parts ...string) *script {
	own := w[lang]
	if own == nil {
		return nil
	}
	first := max(firstOf, 2*fewLetters/max(1, len(parts)))
	letters, others := lettersOf(parts, first, own)
	if letters+others < fewLetters || others < 2*letters {
		return nil
	}
	found, most := &script{name: "of another script"}, 0
	for _, s := range knownScripts {
		if n, _ := lettersOf(parts, first, s.script); n > most {
			found, most = s.script, n
		}
	}
	return found
}

// lettersOf counts those of a script, and those of others, among the first letters of each part of
// a text.
func lettersOf(parts []string, first int, s *script) (own, others int) {
	for _, part := range parts {
		n := 0
		for _, r := range part {
			switch {
			case r < 'A':
				continue
			case unicode.In(r, s.letters...):
				own += weight(r)
			case unicode.IsLetter(r):
				others += weight(r)
			default:
				continue
			}
			if n++; n == first {
				break
			}
		}
	}
	return own, others
}

func weight(r rune) int {
	if r >= '\u1100' && unicode.In(r, wide...) {
		return wideLetter
	}
	return 1
}

// paragraphs are the words of a text, part by part.
func paragraphs(p model.Prose) []string {
	all := make([]string, 0, len(p.Blocks)+2*len(p.Sections))
	for _, b := range p.Blocks {
		all = append(all, b.Text)
	}
	for _, s := range p.Sections {
		if s.Title != "" {
			all = append(all, s.Title)
		}
		all = append(all, s.Text)
	}
	return all
}

// same reports whether two texts are the same, and long enough for that to be no chance.
func same(a, b []string) bool {
	if !slices.Equal(a, b) {
		return false
	}
	letters, others := lettersOf(a, fewLetters, han)
	return letters+others >= fewLetters
}
