package load

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/model"
)

// Paths of what is read.
const (
	recordPath     = "data/<kind>/<id>.toml"
	vocabularyPath = "data/vocabularies/<name>.toml"
	textPath       = "content/<language>/<kind>/<id>.md"
)

// meant are the endings, in lower case, of files that were meant to be read.
var meant = map[string][]string{
	".toml": {".toml", ".tml", ".toml.txt"},
	".md":   {".md", ".markdown", ".mdown", ".mkd", ".md.txt"},
}

// written are the endings of what someone may have written for the site in another form.
var written = strings.Fields(".doc .docx .odt .rtf .pdf .txt .html .htm .md .markdown .toml .json .yaml .yml")

// about are the names, in lower case and without ending, of what a folder says of itself.
var about = strings.Fields("readme license licence notice contributing changelog")

// stray names a file or folder that is not read, where wanted is the path of one that would be. It
// is a problem where someone meant it for the site.
func (l *loader) stray(dir string, e fs.DirEntry, wanted string) {
	name := e.Name()
	pos, lower := diag.Position{File: path.Join(dir, name)}, strings.ToLower(name)
	stem, ext := "", path.Ext(wanted)
	for _, ending := range meant[ext] {
		if strings.HasSuffix(lower, ending) {
			stem = name[:len(name)-len(ending)]
		}
	}
	within := strings.Count(wanted, "/") == strings.Count(dir, "/")+1
	switch {
	case folder.Expected(name):
	case folder.Hidden(name):
		l.problems.AddNotice(diag.LeftOver, pos, "remove it, or give it another name", "is not read, since it is hidden")
	case folder.LeftOver(name):
		l.problems.AddNotice(diag.LeftOver, pos, "remove it", "is not read, since an editor left it")
	case e.IsDir():
		l.problems.Add(diag.StrayFolder, pos, "want "+wanted, "folders are not read here")
	case path.Ext(lower) != ".toml" && slices.Contains(about, strings.TrimSuffix(lower, path.Ext(lower))):
	case stem != "" && within:
		l.problems.Add(diag.OtherEnding, pos, "call it "+path.Join(dir, stem+ext), "is not read, since its name does not end in %s", ext)
		l.unread = append(l.unread, path.Join(dir, stem+ext))
	case stem != "":
		l.problems.Add(diag.StrayFile, pos, "want "+l.placeOf(dir, stem, wanted), "is not read, since it is not in its folder")
	case slices.Contains(written, path.Ext(lower)):
		l.problems.Add(diag.OtherEnding, pos, "want "+wanted+"; files to download belong in static/", "is not read, since it is not a %s file", ext)
	default:
		l.problems.AddNotice(diag.OtherEnding, pos, "want "+wanted+"; pictures and files to download belong in static/", "is neither read nor published")
	}
}

// placeOf returns the place of a text by the kinds that have its id; wanted where none has it.
func (l *loader) placeOf(dir, id, wanted string) string {
	kinds := l.kindsOf(id)
	if wanted != textPath || len(kinds) == 0 {
		return wanted
	}
	lang := "<language>"
	if dir != contentFolder {
		lang = path.Base(dir)
	}
	return path.Join(contentFolder, lang, string(kinds[0]), id+".md")
}

// kindsOf returns the kinds that have an entity of an id.
func (l *loader) kindsOf(id string) []model.Kind {
	return slices.DeleteFunc(slices.Clone(model.Kinds), func(k model.Kind) bool {
		return l.collection.Entity(model.Ref{Kind: k, ID: id}) == nil
	})
}

// noConfiguration reports that there is none, and names a file that may have been meant.
func (l *loader) noConfiguration(from fs.FS, name string) {
	hint := "a site's folder has kengash.toml, data/ and content/; name another folder by --source"
	entries, _ := fs.ReadDir(from, path.Dir(name)) // of a folder that is not there
	for _, e := range entries {
		for _, ending := range meant[".toml"] {
			if n := strings.ToLower(e.Name()); n != name && n == strings.TrimSuffix(path.Base(name), ".toml")+ending {
				hint = "call " + e.Name() + " " + path.Base(name)
			}
		}
	}
	l.problems.Add(diag.NoConfiguration, diag.Position{File: name}, hint, "no configuration")
}

// likeLanguage matches what is hardly something else than a language.
var likeLanguage = regexp.MustCompile(`^[a-z]{2}(-[A-Za-z0-9]+)*$`)

// strayConfiguration names words of the configuration that belong to no language of the site.
func (l *loader) strayConfiguration(from fs.FS, name string) error {
	entries, err := fs.ReadDir(from, path.Dir(name))
	for _, e := range entries {
		stem, lang := ofLanguage(e.Name())
		if stem+".toml" == path.Base(name) && path.Ext(e.Name()) == ".toml" && likeLanguage.MatchString(lang) && !slices.Contains(l.langs, model.Lang(lang)) {
			l.problems.AddNotice(diag.UnknownLanguage, diag.Position{File: path.Join(path.Dir(name), e.Name())}, wantLang(&l.problems, lang, l.langs), "is not read, since %q is not a language of the site", lang)
		}
	}
	return err
}

// frontMatter reports a text that begins with front matter, as for other generators.
// It would be published as prose.
func (l *loader) frontMatter(f proseFile, data []byte) bool {
	begin := bytes.TrimLeftFunc(data, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
	line, _, _ := bytes.Cut(begin[:min(len(begin), 256)], []byte("\n"))
	first := strings.TrimSpace(string(line))
	if !slices.Contains([]string{"+++", "---", ";;;", "{", "---toml", "---json"}, first) && !strings.HasPrefix(first, "#+") {
		return false
	}
	pos := position(f.file, data, len(data)-len(begin))
	l.problems.Add(diag.FrontMatter, pos, "facts belong in "+f.of.Ref().DataFile()+"; begin with the first words of the text", "a text has no front matter (%s)", first)
	l.unread = append(l.unread, f.file)
	return true
}
