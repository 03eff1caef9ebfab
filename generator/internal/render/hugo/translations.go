package hugo

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/langs"
	"github.com/pelletier/go-toml/v2"

	"github.com/kengash/kengash/generator/internal/diag"
)

// checkTranslations makes sure that each language has an i18n file, if there is
// any and [FallbackLanguage] has none to lend. Without one, Hugo quietly uses that
// of the default language.
func checkTranslations(layers []fs.FS, languages langs.Languages) error {
	have, err := translationFiles(layers)
	if err != nil || len(have) == 0 || have[FallbackLanguage] {
		return err
	}
	var problems []diag.Problem
	for _, l := range languages {
		if !have[strings.ToLower(l.Lang)] && !have[strings.ToLower(l.Locale())] {
			problems = append(problems, diag.Problem{Code: diag.MissingWord, Msg: fmt.Sprintf("missing translation: no file %s/%s.toml", i18nDir, l.Lang)})
		}
	}
	if len(problems) > 0 {
		return NewError(problems)
	}
	return nil
}

// translationFiles returns the languages, in lower case, that any layer of the
// theme has an i18n file for.
func translationFiles(layers []fs.FS) (map[string]bool, error) {
	have := map[string]bool{}
	for _, layer := range layers {
		err := walkLayer(layer, []string{i18nDir}, func(name string) error {
			name = strings.ToLower(path.Base(name))
			have[strings.TrimSuffix(name, path.Ext(name))] = true
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return have, nil
}

// FallbackLanguage is the language whose interface words are used for those that another language
// lacks. Its i18n file has them all.
const FallbackLanguage = "en"

// Coverage says how many of the interface's words a language has.
type Coverage struct {
	Have, Of int
	Missing  []string // keys, sorted
}

// CoverageOf compares the i18n files of a language, over all layers, with those
// of [FallbackLanguage].
func CoverageOf(layers []fs.FS, lang string) (Coverage, error) {
	all, err := words(layers, FallbackLanguage)
	if err != nil {
		return Coverage{}, err
	}
	own, err := words(layers, lang)
	if err != nil {
		return Coverage{}, err
	}
	c := Coverage{Of: len(all)}
	for _, key := range slices.Sorted(maps.Keys(all)) {
		if _, ok := own[key]; ok {
			c.Have++
		} else {
			c.Missing = append(c.Missing, key)
		}
	}
	return c, nil
}

// words returns what the i18n files of a language hold, the first layer
// winning; nil where one of them does not parse, for Hugo says where.
func words(layers []fs.FS, lang string) (map[string]any, error) {
	all := map[string]any{}
	for _, layer := range slices.Backward(layers) {
		name := i18nDir + "/" + lang + ".toml"
		b, err := fs.ReadFile(layer, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		var own map[string]any
		if toml.Unmarshal(b, &own) != nil {
			return nil, nil
		}
		maps.Copy(all, own)
	}
	return all, nil
}

// writeFallback adds the words of [FallbackLanguage] that the project's languages lack, in the last
// layer, in dir.
func writeFallback(p Project, dir string) error {
	languages, _ := p.Config["languages"].(map[string]any)
	have, err := translationFiles(p.Theme)
	if err != nil {
		return err
	}
	for lang, config := range languages {
		if of, _ := config.(map[string]any); !have[lang] {
			if locale, _ := of["locale"].(string); have[strings.ToLower(locale)] {
				continue // Hugo takes that file
			}
		}
		c, err := CoverageOf(p.Theme, lang)
		if err != nil {
			return err
		}
		own, err := words(p.Theme, lang)
		if err != nil {
			return err
		}
		if own == nil || len(c.Missing) == 0 {
			continue
		}
		last := len(p.Theme) - 1
		lent, err := words(p.Theme[last:], lang)
		if err != nil {
			return err
		}
		all, err := words(p.Theme, FallbackLanguage)
		if err != nil {
			return err
		}
		for _, key := range c.Missing {
			lent[key] = inAllForms(all[key])
		}
		b, err := toml.Marshal(lent)
		if err != nil {
			return err
		}
		if err := writeFile(filepath.Join(dir, layerDir(last), i18nDir, lang+".toml"), b); err != nil {
			return err
		}
	}
	return nil
}

// inAllForms adds to a word with plural forms those that any language may use.
func inAllForms(word any) any {
	forms, ok := word.(map[string]any)
	if !ok {
		return word
	}
	out := map[string]any{}
	for _, form := range []string{"zero", "one", "two", "few", "many", "other"} {
		out[form] = forms["other"]
	}
	maps.Copy(out, forms)
	return out
}
