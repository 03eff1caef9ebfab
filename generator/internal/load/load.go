// Package load reads a site's folder into the model: facts from data/ and kengash.toml (TOML),
// texts from content/ (Markdown).
//
// It keeps the position of every key and every block, and reports all errors of form (syntax,
// unknown keys, wrong types, texts without a node) as problems. Package check checks whether the
// facts agree with each other.
package load

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/limit"
	"github.com/kengash/kengash/generator/internal/model"
)

// ConfigFile is the name of the configuration in a site's folder, unless another is given.
const ConfigFile = "kengash.toml"

// Source is where a site comes from.
type Source struct {
	Site     fs.FS  // the site's folder
	Linked   fs.FS  // Site with the links in it that a configuration may allow; nil is Site
	Config   string // path of the configuration within ConfigFS; "" is ConfigFile
	ConfigFS fs.FS  // nil is Site
	Memo     *Memo  // of earlier loads; nil for none
	Defaults fs.FS  // what the program brings: data/vocabularies/*.toml, over which a site may lay its own

	Drafts bool       // keep records that are not published yet
	Day    model.Date // the day until which records wait; "" is the data's

	// Progress, if set, is called with how many records and texts of how many are read. Calls do
	// not overlap.
	Progress func(done, total int)
}

// Load reads the whole site. Faults of the input are in the list, with the collection as far as it
// could be read; it is nil where the configuration could not be read or names no language, and
// where the site goes over a limit as a whole. An error is a fault of the file system.
func Load(src Source) (*model.Collection, diag.List, error) {
	l := &loader{src: src, limits: limit.Default, count: &count{tell: src.Progress}}
	if err := l.load(); err != nil {
		return nil, l.problems, fmt.Errorf("load: %w", err)
	}
	return l.collection, l.problems, nil
}

func (l *loader) load() error {
	if l.src.Memo != nil {
		l.stamps, l.sights = map[string]stamp{}, &[]sight{}
	}
	config, err := l.config()
	if err != nil || config == nil {
		return err
	}
	if within, err := l.measure(); err != nil || !within {
		return err
	}
	l.collection = model.NewCollection(config)
	if err := l.vocabularies(); err != nil {
		return err
	}
	l.collection.Paths = model.PathsOf(l.collection.Vocabulary[model.VocabKind])
	if l.sights != nil {
		l.src.Memo.share(*l.sights)
		l.sights = nil
	}
	if err := l.entities(); err != nil {
		return err
	}
	if err := l.redirects(); err != nil {
		return err
	}
	l.tellUnread()
	if err := l.texts(); err != nil {
		return err
	}
	if err := l.interfaceWords(); err != nil {
		return err
	}
	if err := l.names(); err != nil {
		return err
	}
	l.tellUnread()
	l.src.Memo.follow(l.collection)
	l.src.Memo.forget()
	if !l.src.Drafts {
		l.collection.Withhold(cmp.Or(l.src.Day, config.DataDate))
	}
	l.collection.Seal()
	return nil
}

// config reads the configuration; nil where it is not to be used.
func (l *loader) config() (*model.Config, error) {
	name := l.src.Config
	if name == "" {
		name = ConfigFile
	}
	from := l.src.ConfigFS
	if from == nil {
		from = l.src.Site
	}
	data, ok, err := l.read(from, name)
	if errors.Is(err, fs.ErrNotExist) {
		l.noConfiguration(from, name)
		return nil, nil
	}
	if !ok {
		return nil, err
	}
	c := &model.Config{Limits: limit.Default}
	if c.Index, ok = l.bindFile(name, data, c); !ok {
		return nil, nil
	}
	if c.Files.FollowsLinks() && l.src.Linked != nil {
		l.src.Site = l.src.Linked
	}
	l.limits = c.Limits
	l.configDefaults(c)
	if len(c.Languages) == 0 {
		return nil, nil // every text would be in a language that the site has not
	}
	l.langs = c.Langs()
	if err := l.strayConfiguration(from, name); err != nil {
		return nil, err
	}
	_, err = l.words(from, name, c.Index, c, false)
	return c, err
}

// configDefaults fills in what may be left out and holds what the rest of the program relies on.
func (l *loader) configDefaults(c *model.Config) {
	if err := c.SetBaseURL(c.BaseURL); err != nil && c.BaseURL != "" {
		l.problems.Add(diag.Setting, c.Index.At("base_url"), "", "%v", err)
	}
	if len(c.Languages) == 0 {
		l.problems.Add(diag.NoLanguage, c.Index.At(), `add [language.en] with name = "English"`, "the site has no language")
		return
	}
	if most := c.Limits.Languages; len(c.Languages) > most {
		p := limit.Over(c.Index.File(), "every page exists in each", "languages", most, "languages")
		p.Pos = c.Index.At("language", c.Languages[most].Key)
		l.problems.AddProblem(*p)
		c.Languages = c.Languages[:most]
	}
	for i := range c.Languages {
		lang := &c.Languages[i]
		if lang.Tag == "" {
			lang.Tag = lang.Key
		}
		l.language(c, lang)
		switch lang.Direction {
		case "":
			lang.Direction = model.LeftToRight
		case model.LeftToRight, model.RightToLeft:
		default:
			l.problems.Add(diag.Setting, c.Index.At("language", lang.Key, "direction"),
				diag.Want(lang.Direction, []string{model.LeftToRight, model.RightToLeft}), "unknown direction %q", lang.Direction)
		}
	}
	if c.Theme != "" && (path.Base(c.Theme) != c.Theme || strings.HasPrefix(c.Theme, ".")) {
		l.problems.Add(diag.NoTheme, c.Index.At("theme"), "want a folder in themes/, or leave the key out", "there is no theme %q", c.Theme)
		c.Theme = ""
	}
	if c.Theme == "" {
		c.Theme = "kengash"
	}
	if c.DefaultLanguage == "" {
		c.DefaultLanguage = c.Languages[0].Lang()
	} else if _, ok := c.Language(c.DefaultLanguage); !ok {
		l.problems.Add(diag.UnknownLanguage, c.Index.At("default_language"), wantLang(&l.problems, string(c.DefaultLanguage), c.Langs()),
			"%q is not a language of the site", c.DefaultLanguage)
	}
}
