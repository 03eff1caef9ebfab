package load

import (
	"path"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/chars"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// contentFolder is the folder of the texts.
const contentFolder = "content"

// texts reads content/<lang>/<kind>/<id>.md into the entities that the data files made.
func (l *loader) texts() error {
	langs, err := l.subfolders(contentFolder, textPath)
	if err != nil {
		return err
	}
	var files []proseFile
	for _, lang := range langs {
		dir := path.Join(contentFolder, lang)
		if !slices.Contains(l.langs, model.Lang(lang)) {
			l.problems.Add(diag.UnknownLanguage, diag.Position{File: dir}, wantLang(&l.problems, lang, l.langs), "%q is not a language of the site", lang)
			continue
		}
		kinds, err := l.subfolders(dir, textPath)
		if err != nil {
			return err
		}
		for _, kind := range kinds {
			of, err := l.textsOf(model.Lang(lang), model.Kind(kind))
			if err != nil {
				return err
			}
			files = append(files, of...)
		}
	}
	all, err := eachFile(l, files, (*loader).prose)
	for i, f := range files {
		if all[i].File == "" {
			continue // could not be read
		}
		model.BaseOf(f.of).Prose[f.lang] = all[i]
	}
	return err
}

// proseFile is a file of Markdown that belongs to an entity.
type proseFile struct {
	file string
	lang model.Lang
	of   model.Entity
}

// textsOf lists the texts of a kind in a language.
func (l *loader) textsOf(lang model.Lang, kind model.Kind) ([]proseFile, error) {
	dir := path.Join(contentFolder, string(lang), string(kind))
	if !kind.Known() {
		l.problems.Add(diag.UnknownFolder, diag.Position{File: dir}, diag.Want(string(kind), kindNames()), "unknown kind %q", kind)
		return nil, nil
	}
	names, err := l.filesIn(l.src.Site, dir, textPath)
	ids := l.collection.IDs(kind)
	var files []proseFile
	for _, name := range names {
		file := path.Join(dir, name)
		ref := model.Ref{Kind: kind, ID: strings.TrimSuffix(name, ".md")}
		entity := l.collection.Entity(ref)
		if l.collection.UnreadEntity(ref) {
			continue // the fault of the data file is told
		}
		if entity == nil {
			hint := l.problems.Want(ref.ID, ids)
			if kinds := l.kindsOf(ref.ID); len(kinds) > 0 {
				hint = "want " + l.placeOf(path.Dir(dir), ref.ID, textPath) + "; there is data/" + string(kinds[0]) + "/" + ref.ID + ".toml"
			}
			l.problems.Add(diag.NoFacts, diag.Position{File: file}, hint,
				"a text without data: there is no data/%s/%s.toml", kind, ref.ID)
			continue
		}
		files = append(files, proseFile{file, lang, entity})
	}
	return files, err
}

// prose reads one text, or remembers it.
func (l *loader) prose(f proseFile) (model.Prose, error) { return l.src.Memo.text(l, f) }

// parseText makes a text of the content of its file.
func (l *loader) parseText(f proseFile, raw []byte) model.Prose {
	data, ok := l.accept(l.limits, f.file, raw)
	if !ok {
		return model.Prose{}
	}
	data = leftovers(f.file, data, &l.problems)
	l.strangers(chars.Strangers(data), func(offset int) diag.Position { return position(f.file, data, offset) })
	if l.frontMatter(f, data) {
		return model.Prose{}
	}
	t := newText(f.file, data, f.lang, f.of, &l.problems)
	t.paths = l.collection.Paths
	if f.of.Ref().Kind.Work() {
		t.document()
	} else {
		t.sections()
	}
	if lang, ok := l.collection.Config.Language(f.lang); ok {
		t.prose.Signs = t.signs(lang.Tag)
	}
	return t.prose
}
