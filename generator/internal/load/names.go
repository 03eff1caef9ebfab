package load

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"text/template"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/kengash/kengash/generator/internal/chars"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// named are the folders of a site whose files make its pages or are published.
var named = []string{"data", "content", "i18n", "static", "assets", "layouts"}

// names reports names of files and folders that not every system can have, or that two of them
// share on some systems. Hidden ones are passed over.
func (l *loader) names() error {
	entries, err := fs.ReadDir(l.src.Site, ".")
	if err != nil {
		return err
	}
	for _, e := range entries {
		for _, name := range append([]string{ConfigFile}, measured...) {
			if e.Name() != name && strings.EqualFold(e.Name(), name) {
				l.problems.Add(diag.NameCase, diag.Position{File: e.Name()}, "call it "+name, "is not read, since its name is in other letters")
			}
		}
	}
	for _, dir := range named {
		if err := l.namesIn(dir); err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) namesIn(dir string) error {
	entries, err := l.list(l.src.Site, dir)
	if err != nil {
		return err
	}
	seen := make(map[string]string, len(entries))
	for _, e := range entries {
		name := e.Name()
		pos := diag.Position{File: path.Join(dir, name)}
		if !utf8.ValidString(name) {
			l.problems.Add(diag.FileName, pos, "rename it", "has a name in an encoding other than UTF-8")
			continue
		}
		if e.IsDir() {
			if err := l.namesIn(path.Join(dir, name)); err != nil {
				return err
			}
		}
		l.character(name, pos)
		if strings.ContainsAny(name, "\n\t") {
			l.problems.Add(diag.FileName, pos, "rename it", "a tab or a line break in a name")
		}
		if why := model.UnfitName(name); why != "" {
			l.problems.Add(diag.FileName, pos, "rename it", "%q %s", name, why)
		}
		key := strings.ToLower(norm.NFC.String(name))
		if first, dup := seen[key]; dup {
			l.problems.AddProblem(diag.Problem{
				Code: diag.NameCase,
				Pos:  pos, Msg: "the name differs from another only in " + difference(first, name) + ", and is the same on many systems",
				Hint: "rename one", Also: []diag.Position{{File: path.Join(dir, first)}},
			})
		}
		seen[key] = name
	}
	return nil
}

func difference(a, b string) string {
	if norm.NFC.String(a) == norm.NFC.String(b) {
		return "how Unicode writes its marks"
	}
	return "capital letters"
}

// interfaceWords looks through the words of the interface that a site or its theme brings, which
// others read.
func (l *loader) interfaceWords() error {
	for _, top := range []string{"", path.Join("themes", l.collection.Config.Theme)} {
		for _, dir := range []string{"i18n", "assets/notfound", "assets/search"} {
			if err := l.wordsOf(path.Join(top, dir), top == ""); err != nil {
				return err
			}
		}
	}
	return nil
}

// wordsOf looks through a folder of words, a file a language. A theme may have more languages than
// the site.
func (l *loader) wordsOf(dir string, own bool) error {
	entries, err := l.list(l.src.Site, dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		file := path.Join(dir, e.Name())
		if path.Ext(file) != ".toml" || !utf8.ValidString(file) {
			continue
		}
		if lang := strings.TrimSuffix(e.Name(), ".toml"); own && lang != lendingLanguage && !l.speaks(lang) {
			l.problems.AddNotice(diag.UnknownLanguage, diag.Position{File: file}, wantLang(&l.problems, lang, l.langs), "is not read, since %q is not a language of the site", lang)
		}
		data, ok, err := l.read(l.src.Site, file)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		reportCharacters(chars.Find(data), &l.problems, func(f chars.Fault) diag.Position { return position(file, data, f.Offset) })
		if words, index, ok := l.parse(file, data); ok {
			l.gaps(words, nil, index)
		}
	}
	return nil
}

// lendingLanguage is the one whose words of the interface are used for those that others lack.
const lendingLanguage = "en"

// speaks reports whether the site has a language by its key or its tag.
func (l *loader) speaks(lang string) bool {
	return slices.ContainsFunc(l.collection.Config.Languages, func(have model.Language) bool {
		return strings.EqualFold(have.Key, lang) || strings.EqualFold(have.Tag, lang)
	})
}

// gap matches a placeholder in words of the interface that a layout fills in. Hugo runs them
// as templates, in which range alone can go on for hours.
var gap = regexp.MustCompile(`^\{\{-?\s*(?:(?:(?:with|if)\s+)?\.[A-Za-z0-9_]*|else|end)\s*-?\}\}$`)

var action = regexp.MustCompile(`(?s)\{\{.*?(?:\}\}|$)`)

// gaps reports words of the interface that are more than words and gaps.
func (l *loader) gaps(v any, path []string, index *diag.Index) {
	switch v := v.(type) {
	case map[string]any:
		for key, item := range v {
			l.gaps(item, append(path[:len(path):len(path)], key), index)
		}
	case string:
		_, err := template.New("").Parse(v)
		for _, part := range action.FindAllString(v, -1) {
			if !gap.MatchString(part) || err != nil {
				l.problems.Add(diag.InterfaceWords, index.At(path...), "want {{ .name }} for what is filled in, or {{ with .name }}…{{ end }} around it", "%q is not allowed in interface words", part)
				return
			}
		}
	}
}

// recordName checks that a record may have an id.
func (l *loader) recordName(kind model.Kind, id, file string) bool {
	pos := diag.Position{File: file}
	if !model.ValidID(id) {
		hint := `want lower-case letters, digits and single hyphens, as in "ict-2021.toml"`
		l.problems.Add(diag.RecordID, pos, diag.Name(id, hint), "%q cannot be an address", id)
		return false
	}
	if why := kind.UnfitID(id); why != "" && model.UnfitName(id) == "" { // else names says so
		l.problems.Add(diag.RecordID, pos, "give the record another id", "%q %s", shortened(id), why)
	}
	return true
}

// shortened is an id as messages quote it.
func shortened(id string) string {
	if len(id) > 40 {
		return id[:40] + "…"
	}
	return id
}
