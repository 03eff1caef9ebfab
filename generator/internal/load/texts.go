package load

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// texts reads content/<lang>/<kind>/<id>.md into the entities that the data files made.
func (l *loader) texts() error {
	langs, err := subfolders(l.src.Site, "content")
	if err != nil {
		return err
	}
	for _, lang := range langs {
		dir := path.Join("content", lang)
		if !slices.Contains(l.langs, model.Lang(lang)) {
			l.problems.Add(diag.Position{File: dir}, diag.Want(lang, langNames(l.langs)), "%q is not a language of the site", lang)
			continue
		}
		kinds, err := subfolders(l.src.Site, dir)
		if err != nil {
			return err
		}
		for _, kind := range kinds {
			if err := l.textsOf(model.Lang(lang), model.Kind(kind)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *loader) textsOf(lang model.Lang, kind model.Kind) error {
	dir := path.Join("content", string(lang), string(kind))
	if !kind.Known() {
		l.problems.Add(diag.Position{File: dir}, diag.Want(string(kind), kindNames()), "unknown kind %q", kind)
		return nil
	}
	names, err := filesIn(l.src.Site, dir, ".md")
	if err != nil {
		return err
	}
	for _, name := range names {
		file := path.Join(dir, name)
		ref := model.Ref{Kind: kind, ID: strings.TrimSuffix(name, ".md")}
		entity := l.collection.Entity(ref)
		if entity == nil {
			l.problems.Add(diag.Position{File: file}, diag.Want(ref.ID, l.collection.IDs(kind)),
				"a text without data: there is no data/%s/%s.toml", kind, ref.ID)
			continue
		}
		data, err := fs.ReadFile(l.src.Site, file)
		if err != nil {
			return err
		}
		t := newText(file, data, lang, entity, &l.problems)
		if kind.Work() {
			t.document()
		} else {
			t.sections()
		}
		model.BaseOf(entity).Prose[lang] = t.prose
	}
	return nil
}

func subfolders(fsys fs.FS, dir string) ([]string, error) {
	entries, err := fs.ReadDir(fsys, dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	return names, err
}
