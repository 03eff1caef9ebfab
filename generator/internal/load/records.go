package load

import (
	"path"
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
	dirs, err := l.list(l.src.Site, "data")
	if err != nil {
		return err
	}
	var files []dataFile
	for _, d := range dirs {
		dir, kind := path.Join("data", d.Name()), model.Kind(d.Name())
		switch {
		case !d.IsDir() || d.Name() == "vocabularies":
			continue
		case !kind.Known():
			l.problems.Add(diag.Position{File: dir}, l.problems.Want(d.Name(), kindNames()), "unknown kind %q", d.Name())
			continue
		}
		names, err := l.filesIn(l.src.Site, dir, ".toml")
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
	entities, err := eachFile(l, files, (*loader).entity)
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
	base := model.BaseOf(e)
	base.Index = index
	if base.Words, err = l.words(l.src.Site, f.name, index, e, false); err != nil {
		return nil, err
	}
	entityDefaults(e)
	return e, nil
}

// entityDefaults fills in what may be left out.
func entityDefaults(e model.Entity) {
	if e, ok := e.(*model.Instrument); ok {
		for i := range e.Events {
			if e.Events[i].Type == "" {
				e.Events[i].Type = model.Code(e.Events[i].Key)
			}
		}
	}
	if w, ok := e.(model.Work); ok {
		for i, v := range w.Doc().Versions {
			if v.Lang == "" {
				w.Doc().Versions[i].Lang = model.Lang(v.Key)
			}
		}
	}
}
