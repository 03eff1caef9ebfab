package load

import (
	"errors"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/limit"
	"github.com/kengash/kengash/generator/internal/model"
)

// A language is added by files: beside x.toml, x.<lang>.toml holds the words of one language under
// the same keys, so that label.ur = "…" of x.toml is label = "…" of x.ur.toml. It may hold texts
// and lists of words, and no facts.

// ofLanguage splits the name of a file of words: "ai.ur.toml" is "ai", "ur". lang is "" for any
// other file.
func ofLanguage(name string) (stem, lang string) {
	stem = strings.TrimSuffix(name, path.Ext(name))
	if before, after, found := strings.Cut(stem, "."); found {
		return before, after
	}
	return stem, ""
}

// words lays the files of words of one data file over what was read from it, and returns their
// names by language.
func (l *loader) words(fsys fs.FS, file string, index *diag.Index, into any, foreign bool) (map[model.Lang]string, error) {
	limits, found := l.limits, map[model.Lang]string{}
	if foreign {
		limits = limit.Default
	}
	for _, lang := range l.langs {
		name := model.WordsFile(file, lang)
		if !foreign && l.lacks(name) {
			continue
		}
		data, ok, err := l.readWithin(limits, fsys, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		table, own, ok := l.parse(name, data)
		if !ok {
			continue
		}
		w := &wordBinder{binder{index: own, problems: &l.problems, foreign: foreign, raw: leftIn(data)}, lang, file, index}
		w.table(table, nil, reflect.ValueOf(into).Elem())
		w.tellLeftOut(name, data)
		found[lang] = name
	}
	return found, nil
}

// strayWords reports files of words in a folder that belong to no language of the site, or to no
// data file.
func (l *loader) strayWords(dir string, names []string) {
	for _, name := range names {
		stem, lang := ofLanguage(name)
		pos := diag.Position{File: path.Join(dir, name)}
		switch {
		case lang == "":
		case !slices.Contains(l.langs, model.Lang(lang)):
			l.problems.Add(diag.UnknownLanguage, pos, wantLang(&l.problems, lang, l.langs), "%q is not a language of the site", lang)
		case !slices.Contains(names, stem+".toml"):
			l.problems.Add(diag.NoFacts, pos, "put the words beside the facts", "words without data: there is no %s/%s.toml", dir, stem)
		}
	}
}

// wordBinder puts the words of one language into what a data file made.
type wordBinder struct {
	binder
	lang model.Lang
	file string      // the data file
	base *diag.Index // its positions
}

// table binds a table of words to a struct.
func (w *wordBinder) table(table map[string]any, path []string, into reflect.Value) {
	w.eachKey(table, path, into, w.value)
}

func (w *wordBinder) value(v any, path []string, into reflect.Value, tag reflect.StructTag) {
	switch into.Type() {
	case textType, statusType:
		if s, ok := w.text(v, path); ok && w.free(into, path) {
			setKey(into, w.lang, reflect.ValueOf(s))
		}
		return
	case namedType:
		w.value(v, path, into.FieldByName("Text"), tag)
		return
	case wordsType:
		words := []string{}
		if w.list(v, path, reflect.ValueOf(&words).Elem(), ""); w.free(into, path) {
			setKey(into, w.lang, reflect.ValueOf(words))
		}
		return
	}
	_, opts := model.TOMLTag(tag)
	switch {
	case into.Kind() == reflect.Struct && into.Type() != refType:
		if t, ok := w.asTable(v, path); ok {
			w.table(t, path, into)
		}
	case slices.Contains(opts, "keyed"):
		w.keyed(v, path, into)
	default:
		w.problem(diag.WrongType, append(path, ""), "facts belong in "+w.file+"; this file holds texts", "%s is not a text", last(path))
	}
}

// keyed binds the words of a keyed table to the elements that the data file has.
func (w *wordBinder) keyed(v any, path []string, into reflect.Value) {
	t, ok := w.asTable(v, path)
	if !ok {
		return
	}
	elements, keys := map[string]reflect.Value{}, []string{}
	for i := range into.Len() {
		key := into.Index(i).FieldByName("Key").String()
		elements[key], keys = into.Index(i), append(keys, key)
	}
	for _, key := range w.sortedKeys(t, path) {
		at := append(slices.Clone(path), key)
		el, known := elements[key]
		if !known {
			if !w.foreign { // the words that the program brings may be of a vocabulary that the site has replaced
				w.problem(diag.NoFacts, append(at, ""), w.problems.Want(key, keys), "%s has no [%s]", w.file, strings.Join(at, "."))
			}
			continue
		}
		if sub, ok := w.asTable(t[key], at); ok {
			w.table(sub, at, el)
		}
	}
}

// free reports whether the data file has no text in the language. Texts of the program may be
// replaced.
func (w *wordBinder) free(into reflect.Value, path []string) bool {
	if into.IsNil() || !into.MapIndex(reflect.ValueOf(w.lang)).IsValid() {
		return true
	}
	if !w.foreign {
		w.problems.AddProblem(diag.Problem{
			Code: diag.Twice,
			Pos:  w.index.At(path...), Msg: last(path) + " is written twice in " + string(w.lang), Hint: "keep one",
			Also: []diag.Position{w.base.At(append(slices.Clone(path), string(w.lang))...)},
		})
	}
	return false
}
