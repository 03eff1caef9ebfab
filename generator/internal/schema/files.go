package schema

import (
	"bytes"
	"encoding/json"
	"path"
	"reflect"

	"github.com/kengash/kengash/generator/internal/model"
)

// Dir is the folder of the schemas within a site's folder. It is hidden, so that a site does not
// read it.
const Dir = ".kengash/schema"

// wordsDir is the folder of the schemas of files of words, within that of the schemas.
const wordsDir = "words"

// rule says which files of a site a schema is of. ids have no dot; a file of words has one before
// its language.
type rule struct {
	schema string // the name of its file, within the folder of schemas
	dir    string // the folder of the files; "" is the site's
	stem   string // their name without ending; "" is any
	words  bool   // whether they have the words of one language
	of     func(*model.Collection) *Schema
}

// rules are all of them.
func rules() (all []rule) {
	add := func(name, title, dir, stem, vocabulary string, t reflect.Type) {
		of := func(words bool) func(*model.Collection) *Schema {
			return func(c *model.Collection) *Schema {
				b := newBuilder(c, t)
				b.words, b.vocabulary = words, vocabulary
				return b.root(t, title)
			}
		}
		all = append(all, rule{name, dir, stem, false, of(false)})
		if vocabulary == "" {
			all = append(all, rule{path.Join(wordsDir, name), dir, stem, true, of(true)})
		}
	}
	add("site.json", "The site", "", "kengash", "", reflect.TypeFor[model.Config]())
	for _, k := range model.Kinds {
		add(string(k)+".json", "A record of "+string(k), "data/"+string(k), "", "", kindType(k))
	}
	for _, v := range model.Vocabularies {
		add("vocabularies/"+v+".json", "The vocabulary "+v, "data/vocabularies", v, v, reflect.TypeFor[model.Vocabulary]())
	}
	all = append(all, rule{path.Join(wordsDir, "vocabularies.json"), "data/vocabularies", "", true, wordsOfVocabularies})
	return append(all, rule{"redirects.json", "data", "redirects", false, redirects})
}

// wordsOfVocabularies is the schema of the files of words of all vocabularies.
func wordsOfVocabularies(c *model.Collection) *Schema {
	t := reflect.TypeFor[model.Vocabulary]()
	b := newBuilder(c, t)
	b.words = true
	return b.root(t, "Words of a vocabulary")
}

// redirects is the schema of the file of former addresses.
func redirects(c *model.Collection) *Schema {
	b := newBuilder(c, reflect.TypeFor[model.Redirect]())
	return &Schema{
		Draft: draft, Title: "Former addresses", Type: isTable,
		Description:   "A line for each former address of a record, with the record that is meant now: `\"topics/ai\" = \"topics/artificial-intelligence\"`.",
		PropertyNames: &Schema{Pattern: "^" + kindNames() + "/" + id + "$"}, Additional: b.ref(false),
	}
}

// Files returns the schemas of the files of a collection by their names within the folder of
// schemas.
func Files(c *model.Collection) (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, r := range rules() {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		if err := e.Encode(r.of(c)); err != nil {
			return nil, err
		}
		out[r.schema] = b.Bytes()
	}
	return out, nil
}
