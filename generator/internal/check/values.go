package check

import (
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// vocabularies checks that the vocabularies the program names exist, with the codes that it knows
// and the terms that it goes by.
func vocabularies(c *model.Collection, l *diag.List) {
	for _, name := range model.Vocabularies {
		v := c.Vocabulary[name]
		if v == nil {
			l.Add(diag.NoVocabulary, diag.Position{File: model.VocabularyFile(name)}, "each code needs a [term.<code>] with a label", "the vocabulary is missing")
			continue
		}
		for _, code := range model.Required[name] {
			if _, _, ok := v.Term(code); !ok {
				l.Add(diag.NoTerm, v.Index.At(), "add [term."+string(code)+"], or remove replace = true", "the code %q, which the program knows, has no term", code)
			}
		}
	}
	langs := spoken(c, l)
	for name, v := range c.Vocabulary {
		if !slices.Contains(model.Vocabularies, name) {
			l.AddNotice(diag.UnusedVocabulary, v.Index.At(), diag.Want(name, model.Vocabularies), "nothing uses the vocabulary %q", name)
		}
		translated(c, v, v.Index, langs, l)
		for _, t := range v.Terms {
			if len(t.Label) == 0 && name != model.VocabKind { // whose terms are known
				l.AddNotice(diag.Untranslated, v.Index.At("term", t.Key), "pages show the code", "\"label\" is missing in every language of the site")
			}
			said(name, t, v.Index, l)
		}
	}
	if v := c.Vocabulary[model.VocabActionStatus]; v != nil && !slices.ContainsFunc(v.Terms, func(t model.Term) bool { return t.Closes }) {
		l.Add(diag.TermProperty, v.Index.At(), "write closes = true into the terms that say that a commitment was met", "no status closes a commitment")
	}
}

// spoken returns the languages of the site in which some vocabulary has words, and reports the
// others: what they lack has one cause.
func spoken(c *model.Collection, l *diag.List) (langs []model.Lang) {
	for _, lang := range c.Config.Langs() {
		has := len(c.Vocabulary) == 0 // else it is said
		for _, v := range c.Vocabulary {
			has = has || slices.ContainsFunc(v.Terms, func(t model.Term) bool { return t.Label[lang] != "" })
		}
		if has {
			langs = append(langs, lang)
			continue
		}
		l.AddNotice(diag.Untranslated, c.Config.Index.At("language", string(lang)),
			"pages show those of another language; give them in files such as "+model.WordsFile(model.VocabularyFile(model.VocabKind), lang),
			"the vocabularies have no words in %s", lang)
	}
	return langs
}

// said checks that a term says of itself only what its vocabulary can mean.
func said(name string, t model.Term, index *diag.Index, l *diag.List) {
	model.Walk(t, func(leaf model.Leaf) {
		if of := leaf.Tag.Get("of"); of != "" && of != name {
			l.Add(diag.TermProperty, index.At("term", t.Key, leaf.Path[0], ""), "remove it; it belongs to the vocabulary "+of, "%q has no effect here", leaf.Path[0])
		}
	})
	if t.Inferred && !t.Closes {
		l.Add(diag.TermProperty, index.At("term", t.Key, "inferred", ""), "write closes = true too, or remove it", "what is inferred is that a commitment was met")
	}
}

// values checks every value in every data file: is the code in its vocabulary, does the reference
// lead to something, is there a source of that key; and which texts are not in every language.
func values(c *model.Collection, l *diag.List) {
	for _, e := range entities(c) {
		index := model.BaseOf(e).Index
		model.Walk(e, func(leaf model.Leaf) { value(c, leaf, index, l) })
		sources(e, l)
		foreign(c, e, index, l)
		translated(c, e, index, c.Config.Langs(), l)
	}
	model.Walk(c.Config, func(leaf model.Leaf) { value(c, leaf, c.Config.Index, l) })
	foreign(c, c.Config, c.Config.Index, l)
	translated(c, c.Config, c.Config.Index, c.Config.Langs(), l)
}

func value(c *model.Collection, leaf model.Leaf, index *diag.Index, l *diag.List) {
	if vocabulary := leaf.Tag.Get("vocab"); vocabulary != "" {
		switch v := leaf.Value.(type) {
		case model.Code:
			code(c, vocabulary, v, leaf.Path, index, l)
		case model.Status:
			for lang, v := range v {
				code(c, vocabulary, v, append(leaf.Path, string(lang)), index, l)
			}
		}
	}
	switch v := leaf.Value.(type) {
	case model.Date:
		date(c, v, leaf, index, l)
	case model.Deadline:
		if v != model.Standing {
			date(c, model.Date(v), leaf, index, l)
		}
	}
	if to, ok := leaf.Mention(); ok {
		at := func() diag.Position { return index.At(leaf.Path...) }
		reference(c, to, at, l)
		if leaf.Tag.Get("want") == "clause" && (to.Kind != model.Protocols || to.Node == "") {
			l.Add(diag.OtherKind, at(), `want a place in a protocol, as in "protocols/ict-2021#c2.p1"`, "%q names no clause", to)
		}
	}
}

func code(c *model.Collection, vocabulary string, code model.Code, path []string, index *diag.Index, l *diag.List) {
	v := c.Vocabulary[vocabulary]
	if v == nil || c.Unread(model.VocabularyFile(vocabulary)) {
		return // said once, by vocabularies or load
	}
	if _, _, ok := v.Term(code); !ok {
		hint := l.Want(string(code), v.Codes())
		if !strings.Contains(hint, "did you mean") && model.ValidID(string(code)) {
			hint += "; a site adds one by [term." + string(code) + "] with its labels in " + model.VocabularyFile(vocabulary)
		}
		l.Add(diag.UnknownCode, index.At(path...), hint, "unknown %s %q", strings.ReplaceAll(vocabulary, "-", " "), string(code))
	}
}

// reference checks that a reference leads to something. At returns where it stands, which is asked
// only where it does not.
func reference(c *model.Collection, to model.Ref, at func() diag.Position, l *diag.List) {
	e := c.Entity(to)
	switch {
	case c.UnreadEntity(to), to.Node != "" && c.UnreadText(to):
		return // the fault of the file is told
	case c.Withheld(to):
		l.Add(diag.Unpublished, at(), "publish it too, or remove the reference until then", "%s is not published yet, and this record is", to.Entity())
	case e == nil:
		l.Add(diag.NoRecord, at(), l.Want(to.ID, c.IDs(to.Kind)), "there is no %s", to.Entity())
	case to.Node != "" && !c.HasNode(to):
		l.Add(diag.NoNode, at(), wantNode(l, to.Node, c.Nodes(to)), "%s has no node %q", to.Entity(), to.Node)
	}
}

// sources checks that every key of a source that an entity names is one of its own, and that each
// is named where the entity names sources at all.
func sources(e model.Entity, l *diag.List) {
	base := model.BaseOf(e)
	var keys []string
	known, used := map[string]bool{}, map[string]bool{}
	for _, s := range base.Sources {
		keys, known[s.Key] = append(keys, s.Key), true
		if s.URL != "" && !webAddress(s.URL) {
			l.Add(diag.Address, e.At("source", s.Key, "url"), "want https://… or http://…", "%q is not an address", s.URL)
		}
	}
	model.Walk(e, func(leaf model.Leaf) {
		if _, is := leaf.Tag.Lookup("source"); !is {
			return
		}
		key, _ := leaf.Value.(string)
		used[key] = true
		if !known[key] {
			l.Add(diag.NoSource, e.At(leaf.Path...), l.Want(key, keys), "there is no [source.%s]", key)
		}
	})
	if _, isNote := e.(*model.Note); !isNote {
		return // other entities may list sources for the whole of what they say
	}
	for _, key := range keys {
		if !used[key] {
			l.Add(diag.UnusedSource, e.At("source", key), "name it in the facts it shows, or remove it", "no fact rests on the source %q", key)
		}
	}
}

// foreign checks that no text is in a language that the site has not.
func foreign(c *model.Collection, v any, index *diag.Index, l *diag.List) {
	model.Walk(v, func(leaf model.Leaf) {
		t, _ := leaf.Value.(model.Text)
		for lang := range t {
			if !slices.Contains(c.Config.Langs(), lang) {
				l.Add(diag.UnknownLanguage, index.At(append(leaf.Path, string(lang), "")...), "languages are defined in [language.*]", "%q is not a language of the site", lang)
			}
		}
	})
}

// translated reports which texts are not in every one of some languages: pages show them in another
// one. A language that several texts of a file lack is reported once, at the first of them, since
// they have one cause.
func translated(c *model.Collection, v any, index *diag.Index, langs []model.Lang, l *diag.List) {
	lacking := map[model.Lang][][]string{} // the paths of texts
	model.Walk(v, func(leaf model.Leaf) {
		t, ok := leaf.Value.(model.Text)
		if !ok {
			return
		}
		for _, lang := range langs {
			if t[lang] == "" && !c.Unread(model.WordsFile(index.File(), lang)) {
				lacking[lang] = append(lacking[lang], slices.Clone(leaf.Path))
			}
		}
	})
	alone := map[string][]string{} // the languages that only one text lacks, by its path
	for _, lang := range langs {
		paths := lacking[lang]
		if len(paths) == 0 {
			continue
		}
		key := strings.Join(paths[0], "\x00")
		if len(paths) == 1 {
			alone[key] = append(alone[key], string(lang))
			continue
		}
		l.AddNotice(diag.Untranslated, index.At(paths[0]...), "pages show them in another language", "%d texts are missing in %s, %q first", len(paths), lang, last(paths[0]))
	}
	for key, langs := range alone {
		path := strings.Split(key, "\x00")
		l.AddNotice(diag.Untranslated, index.At(path...), "pages show it in another language", "%q is missing in %s", last(path), strings.Join(langs, ", "))
	}
}

func last(path []string) string { return path[len(path)-1] }
