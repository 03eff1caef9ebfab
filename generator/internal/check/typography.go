package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/typography"
)

// typographyFamily is the name of the family in check.skip.
const typographyFamily = "typography"

// signs tells of signs that an editor of the language would write in another way: one notice for a
// file, a language and a kind of sign. Texts that are shown as they were signed or published have
// the signs that they have.
func signs(c *model.Collection, l *diag.List) {
	t := typographer{l: l}
	for _, lang := range c.Config.Languages {
		if slices.Contains(c.Config.Check.Skip, typographyFamily) || slices.Contains(c.Config.Check.Skip, typographyFamily+":"+lang.Key) {
			continue
		}
		if !typography.Knows(lang.Tag) {
			continue
		}
		t.record(c.Config, c.Config.Index, lang, "")
		for _, v := range c.Vocabulary {
			t.record(v, v.Index, lang, "")
		}
		for _, e := range entities(c) {
			t.entity(e, lang)
		}
	}
}

type typographer struct{ l *diag.List }

func (t *typographer) entity(e model.Entity, lang model.Language) {
	for _, p := range model.Once(e, "signs "+lang.Key, func() []diag.Problem {
		own := typographer{&diag.List{}}
		own.words(e, lang)
		return own.l.Notices()
	}) {
		t.l.AddProblem(p)
	}
}

// words looks through the words of a record and its text in a language.
func (t *typographer) words(e model.Entity, lang model.Language) {
	kept := "" // the key of words that are as they were published
	if w, ok := e.(model.Work); ok {
		if v, ok := w.Doc().Version(lang.Lang()); ok && asPublished(v.Status) {
			kept = "title"
		}
	}
	t.record(e, model.BaseOf(e).Index, lang, kept)
	if kept != "" {
		return
	}
	for _, s := range model.BaseOf(e).Prose[lang.Lang()].Signs {
		t.tell(s)
	}
}

// asPublished reports whether a text of a status is another's, to whose signs we add nothing.
func asPublished(status model.Code) bool {
	return status == model.Authentic || status == model.OfficialTranslation
}

// record looks through the words of a data file in a language.
func (t *typographer) record(v any, index *diag.Index, lang model.Language, kept string) {
	var found []model.Sign
	model.Walk(v, func(leaf model.Leaf) {
		text, ok := leaf.Value.(model.Text)
		if !ok || text[lang.Lang()] == "" || leaf.Path[0] == kept {
			return
		}
		for _, s := range typography.Signs(lang.Tag, text[lang.Lang()]) {
			if i := slices.IndexFunc(found, func(f model.Sign) bool { return f.What == s.What }); i >= 0 {
				found[i].Count += s.Count
				continue
			}
			at := index.At(append(leaf.Path, lang.Key)...)
			found = append(found, model.Sign{Sign: s, Pos: at})
		}
	})
	for _, s := range found {
		t.tell(s)
	}
}

func (t *typographer) tell(s model.Sign) {
	times := ""
	if s.Count > 1 {
		times = fmt.Sprintf(", %d in the file", s.Count)
	}
	t.l.AddNotice(diag.Typography, s.Pos, s.Want, "%s%s: %s", s.What, times, s.Found)
}

// skips checks that the configuration names families of notices that there are.
func skips(c *model.Collection, l *diag.List) {
	for i, skip := range c.Config.Check.Skip {
		family, lang, one := strings.Cut(skip, ":")
		_, known := c.Config.Language(model.Lang(lang))
		if family != typographyFamily || one && !known {
			l.Add(diag.Setting, c.Config.Index.At("check", "skip", fmt.Sprint(i)), `want "typography", or with a language of the site as in "typography:`+string(c.Config.DefaultLanguage)+`"`,
				"there are no notices %q", skip)
		}
	}
}
