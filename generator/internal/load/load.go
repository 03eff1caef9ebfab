// Package load reads a site's folder into the model: facts from data/ and kengash.toml (TOML),
// texts from content/ (Markdown).
//
// It keeps the position of every key and every block, and records all faults of form (syntax,
// unknown keys, wrong types, texts without a node) as problems. Whether the facts agree with each
// other is left to package check.
package load

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// ConfigFile is the name of the configuration in a site's folder, unless another is given.
const ConfigFile = "kengash.toml"

// Source is where a site comes from.
type Source struct {
	Site     fs.FS  // the site's folder
	Config   string // path of the configuration within ConfigFS; "" is ConfigFile
	ConfigFS fs.FS  // nil is Site
	Defaults fs.FS  // what the program brings: data/vocabularies/*.toml, over which a site may lay its own
}

// Load reads the whole site. Faults of the input are in the list, with the collection as far as it
// could be read; it is not nil unless the configuration could not be read or names no language. An
// error is a fault of the file system.
func Load(src Source) (*model.Collection, diag.List, error) {
	l := &loader{src: src}
	if err := l.load(); err != nil {
		return nil, l.problems, fmt.Errorf("load: %w", err)
	}
	return l.collection, l.problems, nil
}

type loader struct {
	src        Source
	problems   diag.List
	langs      []model.Lang
	collection *model.Collection
}

func (l *loader) load() error {
	config, err := l.config()
	if err != nil || config == nil {
		return err
	}
	l.collection = model.NewCollection(config)
	if err := l.vocabularies(); err != nil {
		return err
	}
	if err := l.entities(); err != nil {
		return err
	}
	if err := l.texts(); err != nil {
		return err
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
	data, err := fs.ReadFile(from, name)
	if errors.Is(err, fs.ErrNotExist) {
		l.problems.Add(diag.Position{File: name}, "a site's folder has kengash.toml, data/ and content/; name another folder by --source", "no configuration")
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	c := &model.Config{}
	var ok bool
	if c.Index, ok = l.bindFile(name, data, c); !ok {
		return nil, nil
	}
	l.configDefaults(c)
	if len(c.Languages) == 0 {
		return nil, nil // every text would be in a language that the site has not
	}
	l.langs = c.Langs()
	_, err = l.words(from, name, c.Index, c, false)
	return c, err
}

// configDefaults fills in what may be left out and holds what the rest of the program relies on.
func (l *loader) configDefaults(c *model.Config) {
	if err := c.SetBaseURL(c.BaseURL); err != nil && c.BaseURL != "" {
		l.problems.Add(c.Index.At("base_url"), "", "%v", err)
	}
	if len(c.Languages) == 0 {
		l.problems.Add(c.Index.At(), `add [language.en] with name = "English"`, "the site has no language")
		return
	}
	for i := range c.Languages {
		lang := &c.Languages[i]
		if lang.Tag == "" {
			lang.Tag = lang.Key
		}
		switch lang.Direction {
		case "":
			lang.Direction = model.LeftToRight
		case model.LeftToRight, model.RightToLeft:
		default:
			l.problems.Add(c.Index.At("language", lang.Key, "direction"),
				diag.Want(lang.Direction, []string{model.LeftToRight, model.RightToLeft}), "unknown direction %q", lang.Direction)
		}
	}
	if c.Theme == "" {
		c.Theme = "kengash"
	}
	if c.DefaultLanguage == "" {
		c.DefaultLanguage = c.Languages[0].Lang()
	} else if _, ok := c.Language(c.DefaultLanguage); !ok {
		l.problems.Add(c.Index.At("default_language"), diag.Want(string(c.DefaultLanguage), langNames(c.Langs())),
			"%q is not a language of the site", c.DefaultLanguage)
	}
}

// bindFile parses a TOML file into a struct of the model; ok is false where its syntax is broken.
func (l *loader) bindFile(file string, data []byte, into any) (index *diag.Index, ok bool) {
	return l.bind(file, data, into, binder{})
}

// bind is bindFile with a binder of its own ways.
func (l *loader) bind(file string, data []byte, into any, b binder) (index *diag.Index, ok bool) {
	table, index, ok := l.parse(file, data)
	if !ok {
		return nil, false
	}
	b.index, b.problems, b.langs = index, &l.problems, l.langs
	b.table(table, nil, reflect.ValueOf(into).Elem())
	return index, true
}

// parse reads the syntax of a TOML file and the positions of its keys.
func (l *loader) parse(file string, data []byte) (table map[string]any, index *diag.Index, ok bool) {
	data = normalised(data)
	if err := toml.Unmarshal(data, &table); err != nil {
		l.problems.AddProblem(syntaxProblem(file, data, err))
		return nil, nil, false
	}
	return table, positions(file, data), true
}

func syntaxProblem(file string, data []byte, err error) diag.Problem {
	p := diag.Problem{Pos: diag.Position{File: file}, Msg: err.Error()}
	if parse, ok := errors.AsType[toml.ParseError](err); ok {
		p.Pos = position(file, data, parse.Position.Start) // its own column counts bytes
		p.Msg = "not TOML: " + parse.Message
		p.Hint = strings.Join(strings.Fields(parse.Usage), " ")
	}
	return p
}

// normalised is a file without the marks of the system it was written on: no byte order mark, lines
// that end in a line feed.
func normalised(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(data, '\r') < 0 {
		return data
	}
	return bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
}

// position is the place of a byte of a file.
func position(file string, source []byte, offset int) diag.Position {
	offset = min(max(offset, 0), len(source))
	before := source[:offset]
	for start := offset - 1; start >= 0 && start > offset-utf8.UTFMax; start-- { // the byte may lie within a rune
		if _, size := utf8.DecodeRune(source[start:]); start+size > offset {
			before = source[:start]
		}
	}
	lineStart := bytes.LastIndexByte(before, '\n') + 1
	return diag.Position{
		File: file,
		Line: 1 + bytes.Count(before, []byte("\n")),
		Col:  1 + utf8.RuneCount(before[lineStart:]),
	}
}

// filesIn lists the files of a folder by their ending; none where the folder or the file system is
// absent. Hidden files (an editor's) are passed over.
func filesIn(fsys fs.FS, dir, ext string) ([]string, error) {
	if fsys == nil {
		return nil, nil
	}
	entries, err := fs.ReadDir(fsys, dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && path.Ext(e.Name()) == ext && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	return slices.Clip(names), err
}

func kindNames() []string {
	names := make([]string, len(model.Kinds))
	for i, k := range model.Kinds {
		names[i] = string(k)
	}
	return names
}
