package load

import (
	"errors"
	"strings"

	"golang.org/x/text/language"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// language checks the key and the tag of a language. Browsers and search engines go by the tag, so
// that it is one of BCP 47, and no two languages have the same.
func (l *loader) language(c *model.Config, lang *model.Language) {
	if why := model.UnfitLanguage(lang.Key); why != "" {
		hint := `want letters, digits and hyphens, as in "zh-Hant"`
		if want := strings.ReplaceAll(lang.Key, "_", "-"); model.UnfitLanguage(want) == "" {
			hint = "want [language." + want + "]"
		}
		l.problems.Add(diag.LanguageKey, c.Index.At("language", lang.Key, ""), diag.Name(lang.Key, hint), "the language key %q %s", lang.Key, why)
		return
	}
	tag, ok := tagOf(lang.Tag)
	if !ok {
		hint := `want a tag of BCP 47, as in "ru" or "zh-Hans"`
		if want := strings.ReplaceAll(lang.Tag, "_", "-"); want != lang.Tag {
			if _, ok := tagOf(want); ok {
				hint += `; did you mean "` + want + `"?`
			}
		}
		l.problems.Add(diag.LanguageTag, c.Index.At("language", lang.Key, "tag"), hint, "%q is not a language tag", lang.Tag)
		return
	}
	for _, other := range c.Languages {
		if other.Key == lang.Key {
			return
		}
		if strings.EqualFold(other.Key, lang.Key) {
			l.problems.AddProblem(diag.Problem{
				Code: diag.LanguageKey,
				Pos:  c.Index.At("language", lang.Key, ""), Msg: "the languages " + other.Key + " and " + lang.Key + " differ only in case",
				Hint: "want another key: some systems take their folders for one", Also: []diag.Position{c.Index.At("language", other.Key, "")},
			})
			return
		}
		if t, ok := tagOf(other.Tag); ok && t == tag {
			l.problems.AddProblem(diag.Problem{
				Code: diag.LanguageTag,
				Pos:  c.Index.At("language", lang.Key, "tag"), Msg: "the languages " + other.Key + " and " + lang.Key + " have one tag",
				Hint: "want a different tag for each", Also: []diag.Position{c.Index.At("language", other.Key, "tag")},
			})
		}
	}
}

// tagOf is a tag of BCP 47 in its usual spelling; ok is false for anything else. Parts that are
// well formed and not registered are let through.
func tagOf(tag string) (canonical string, ok bool) {
	t, err := language.Parse(tag)
	if _, unregistered := errors.AsType[language.ValueError](err); err != nil && !unregistered || strings.Contains(tag, "_") {
		return "", false
	}
	if err != nil {
		return strings.ToLower(tag), true
	}
	return t.String(), true
}

// wantLang says which languages a site has where another one is named, and what a new one needs.
func wantLang(problems *diag.List, got string, langs []model.Lang) string {
	hint := problems.Want(got, langNames(langs))
	if _, err := language.Parse(got); err == nil && model.UnfitLanguage(got) == "" && !strings.Contains(hint, "did you mean") {
		hint += "; a new language begins with [language." + got + "] in " + ConfigFile + `, with its name = "…"`
	}
	return hint
}
