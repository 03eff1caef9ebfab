package hugo

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/gohugoio/hugo/langs"
)

// checkTranslations makes sure that each language has an i18n file, if there is
// any. Without one, Hugo quietly uses that of the default language.
func checkTranslations(layers []fs.FS, languages langs.Languages) error {
	have, err := translationFiles(layers)
	if err != nil || len(have) == 0 {
		return err
	}
	var problems []Problem
	for _, l := range languages {
		if !have[strings.ToLower(l.Lang)] && !have[strings.ToLower(l.Locale())] {
			problems = append(problems, Problem{Layer: -1, Msg: fmt.Sprintf("missing translation: no file %s/%s.toml", i18nDir, l.Lang)})
		}
	}
	if len(problems) > 0 {
		return newError(problems)
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
