package load

import (
	"path"
	"reflect"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// dataFile is a file of facts.
type dataFile struct {
	kind model.Kind
	name string
}

// entities reads data/<kind>/<id>.toml, with the files of words beside them.
func (l *loader) entities() error {
	dirs, err := l.subfolders("data", recordPath)
	if err != nil {
		return err
	}
	var files []dataFile
	for _, d := range dirs {
		dir, kind := path.Join("data", d), model.Kind(d)
		switch {
		case dir == vocabularyDir:
			continue
		case !kind.Known():
			l.problems.Add(diag.UnknownFolder, diag.Position{File: dir}, l.problems.Want(d, kindNames()), "unknown kind %q", d)
			continue
		}
		names, err := l.filesIn(l.src.Site, dir, recordPath)
		if err != nil {
			return err
		}
		l.strayWords(dir, names)
		for _, n := range names {
			if _, lang := ofLanguage(n); lang == "" { // words are read with the facts
				files = append(files, dataFile{kind, path.Join(dir, n)})
			}
		}
	}
	entities, err := eachFile(l, files, func(l *loader, f dataFile) (model.Entity, error) {
		return l.src.Memo.record(l, f, (*loader).entity)
	})
	for _, e := range entities {
		if e != nil {
			l.collection.Add(e)
		}
	}
	return err
}

// entity reads one file; nil where that cannot be an entity.
func (l *loader) entity(f dataFile) (model.Entity, error) {
	data, ok, err := l.read(l.src.Site, f.name)
	if !ok {
		return nil, err
	}
	id := strings.TrimSuffix(path.Base(f.name), ".toml")
	if !l.recordName(f.kind, id, f.name) {
		l.unread = append(l.unread, f.name)
		return nil, nil
	}
	e := model.New(f.kind, id, diag.NewIndex(f.name))
	index, ok := l.bindFile(f.name, data, e)
	if !ok {
		return nil, nil
	}
	if l.problems.Len() > 0 && l.misplaced(f, data) {
		return nil, nil
	}
	base := model.BaseOf(e)
	base.Index = index
	if base.Words, err = l.words(l.src.Site, f.name, index, e, false); err != nil {
		return nil, err
	}
	return e, l.attachments(e)
}

// misplaced reports whether the keys of a file are those of another kind and not of its own, so
// that it is in the wrong folder. This is then its only problem.
func (l *loader) misplaced(f dataFile, data []byte) bool {
	table, index, _ := (&loader{}).parse(f.name, data)
	if !keysOf(f.kind).lack(table) {
		return false
	}
	for _, kind := range model.Kinds {
		if keys := keysOf(kind); keys.lack(table) || !keys.complete(table) {
			continue
		}
		l.problems = diag.List{}
		pos := index.At()
		pos.Line, pos.Col = 1, 1
		l.problems.Add(diag.OtherFolder, pos, "move it to data/"+string(kind)+", with its texts", "the keys are those of %s, in the folder of %s", kind, f.kind)
		l.unread = append(l.unread, f.name)
		return true
	}
	return false
}

// keysOf are the keys of a kind at the top of its files.
func keysOf(kind model.Kind) *fields {
	return fieldsOf(reflect.TypeOf(model.New(kind, "", nil)).Elem())
}

// lack reports whether a table has a key that the fields lack.
func (f *fields) lack(table map[string]any) bool {
	for key := range table {
		if _, known := f.of[key]; !known {
			return true
		}
	}
	return false
}

// complete reports whether a table has all keys that are required.
func (f *fields) complete(table map[string]any) bool {
	for key, field := range f.of {
		if field.Required && table[key] == nil {
			return false
		}
	}
	return true
}
