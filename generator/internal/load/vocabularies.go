package load

import (
	"io/fs"
	"maps"
	"path"
	"slices"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/limit"
	"github.com/kengash/kengash/generator/internal/model"
)

// vocabularyDir is the folder of the vocabularies.
const vocabularyDir = "data/vocabularies"

// vocabularies reads those of the program and lays those of the site over them. The words of
// further languages come from files beside them: the site's, then the program's for what is open.
func (l *loader) vocabularies() error {
	program, err := l.vocabulariesIn(l.src.Defaults, nil)
	if err != nil {
		return err
	}
	site, err := l.vocabulariesIn(l.src.Site, program)
	if err != nil {
		return err
	}
	for id, v := range site {
		if under := program[id]; under != nil && !v.Replace {
			v.LayOver(under)
		}
	}
	all := l.collection.Vocabulary
	maps.Copy(all, program)
	maps.Copy(all, site)
	for id, v := range all {
		file := model.VocabularyFile(id)
		if _, err := l.words(l.src.Site, file, v.Index, v, false); err != nil {
			return err
		}
		if l.src.Defaults == nil {
			continue
		}
		if _, err := l.words(l.src.Defaults, file, v.Index, v, true); err != nil {
			return err
		}
	}
	return nil
}

// vocabulariesIn reads the vocabularies of a file system. They may have more languages than the
// site, and need not say again what those below them do.
func (l *loader) vocabulariesIn(fsys fs.FS, below map[string]*model.Vocabulary) (map[string]*model.Vocabulary, error) {
	names, err := l.filesIn(fsys, vocabularyDir, vocabularyPath)
	if err != nil {
		return nil, err
	}
	limits := l.limits
	if below == nil {
		limits = limit.Default
	}
	all := map[string]*model.Vocabulary{}
	for _, name := range names {
		id, lang := ofLanguage(name)
		if lang != "" { // read with the codes
			if below != nil && below[id] == nil && !slices.Contains(names, id+".toml") {
				l.problems.Add(diag.NoFacts, diag.Position{File: path.Join(vocabularyDir, name)}, l.problems.Want(id, slices.Sorted(maps.Keys(below))),
					"words without a vocabulary: there is no %s", model.VocabularyFile(id))
			}
			continue
		}
		file := path.Join(vocabularyDir, name)
		data, ok, err := l.readWithin(limits, fsys, file)
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		v := &model.Vocabulary{ID: id}
		given := func(path []string) bool {
			under := below[id]
			if under == nil || v.Replace {
				return false
			}
			return len(path) == 1 || id == model.VocabKind || slices.Contains(under.Codes(), path[1]) // title; term, its code, label; check knows the kinds
		}
		if v.Index, _ = l.bind(file, data, v, binder{foreign: true, fallback: below == nil, given: given, vocabulary: id}); v.Index != nil {
			all[id] = v
		}
	}
	return all, nil
}
