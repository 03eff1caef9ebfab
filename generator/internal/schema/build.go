package schema

import (
	"math"
	"reflect"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/limit"
	"github.com/kengash/kengash/generator/internal/model"
)

// builder makes one schema.
type builder struct {
	c     *model.Collection
	main  model.Lang // the default language
	langs []model.Lang
	kind  string // the type of the record that it is of

	vocabulary string // whose file it is of; "" for any other
	words      bool   // of a file of the words of one language

	definitions map[string]*Schema
}

func newBuilder(c *model.Collection, of reflect.Type) *builder {
	return &builder{c: c, main: c.Config.DefaultLanguage, langs: c.Config.Langs(), kind: of.Name(), definitions: map[string]*Schema{}}
}

// root returns the schema of a file that is bound to a type.
func (b *builder) root(t reflect.Type, title string) *Schema {
	s := b.table(t)
	s.Draft, s.Title, s.Definitions = draft, title, b.definitions
	if b.words {
		s.Description = "The words of one language, under the keys of the file beside it, without the language."
	}
	return s
}

// table returns the schema of a table that is bound to a struct.
func (b *builder) table(t reflect.Type) *Schema {
	s := &Schema{Description: entries[t.Name()][""].says, Type: isTable, Properties: map[string]*Schema{}, Additional: unknownKey}
	for _, f := range fieldsOf(t) {
		if of := f.Tag.Get("of"); of != "" && of != b.vocabulary {
			continue
		}
		value := b.field(f)
		if value == nil {
			continue
		}
		s.Properties[f.Key] = value
		if f.must() && !b.words && !b.given(t, f.Key) {
			s.Required = append(s.Required, f.Key)
		}
	}
	slices.Sort(s.Required)
	if len(s.Properties) == 0 {
		return nil // of words: there are none
	}
	return s
}

// given reports whether a key that a table of a vocabulary needs is in the program's, too.
func (b *builder) given(t reflect.Type, key string) bool {
	return b.vocabulary != "" && (t == reflect.TypeFor[model.Vocabulary]() && key == "title")
}

// describe returns what is said of a field.
func (f field) describe() string {
	e := f.words()
	says := e.says
	if f.must() {
		says += " Required."
	}
	if e.example != "" {
		says = join(says, "```toml\n"+e.example+"\n```")
	}
	return says
}

// field returns the schema of a field's value; nil where the file cannot have it.
func (b *builder) field(f field) *Schema {
	d := f.describe()
	if b.words {
		return b.fieldOfWords(f, d)
	}
	switch f.Type {
	case textType:
		return b.perLanguage(d, line())
	case wordsType:
		return b.perLanguage(d, &Schema{Type: isList, Items: line()})
	case statusType:
		return b.perLanguage(d, b.codes(f.Tag.Get("vocab")).schema("", ""))
	case namedType:
		s := b.perLanguage(d, line())
		s.Type, s.If, s.Else = []string{isText, isTable}, line().If, line().Else
		return s
	}
	if f.Keyed {
		return b.keyed(f, d)
	}
	if t, ok := f.table(); ok {
		return b.described(d, t)
	}
	switch f.Type.Kind() {
	case reflect.Slice:
		item := f
		item.Type = f.Type.Elem()
		return &Schema{Description: d, Type: isList, Items: b.shared(item), MaxItems: b.form(f).most}
	case reflect.Map:
		return &Schema{Description: d, Type: isTable, Additional: b.text(f)}
	}
	s := b.value(f)
	s.Description = join(d, s.Description)
	return s
}

// described returns the schema of a table with what is said of it at its place.
func (b *builder) described(d string, t reflect.Type) *Schema {
	s := b.table(t)
	if t == reflect.TypeFor[limit.Limits]() {
		for key, value := range s.Properties {
			value.Description = strings.TrimSuffix(value.Description, "\n") + " Default: " + defaultLimit(key) + "."
		}
	}
	s.Description = d
	return s
}

// line is a text of one line.
func line() *Schema { return like(oneLine, "words on one line") }

// perLanguage is a table with a value for each language.
func (b *builder) perLanguage(d string, value *Schema) *Schema {
	s := &Schema{Description: d, Type: isTable, Properties: map[string]*Schema{}, MinProperties: 1, Additional: unknownKey}
	for _, l := range b.langs {
		in := *value
		lang, _ := b.c.Config.Language(l)
		in.Description = lang.Name
		s.Properties[string(l)] = &in
	}
	if b.vocabulary != "" { // it may have words for other sites
		s.Additional = value
	}
	return s
}

// keyed is a table of tables.
func (b *builder) keyed(f field, d string) *Schema {
	t, _ := f.table()
	def := b.definition(t)
	s := &Schema{Description: d, Type: isTable, Additional: def}
	if pattern := keyForms[f.Owner+"."+f.Key]; pattern != "" {
		s.PropertyNames = &Schema{Pattern: pattern}
	}
	what, of, _ := strings.Cut(f.Tag.Get("key"), ":")
	switch what {
	case "ref":
		s.Properties, s.Additional = withDocs(b.ids(model.Kind(of), ""), def), unknownKey
		return s
	case "vocab":
		s.Properties, s.Additional = withDocs(b.codes(of), def), unknownKey
		return s
	}
	for _, inner := range fieldsOf(t) {
		if inner.FromKey && inner.Tag.Get("vocab") != "" {
			s.Properties = withDocs(b.codes(inner.Tag.Get("vocab")), def)
			s.Additional = &Schema{AllOf: []*Schema{def, {Required: []string{inner.Key}}}}
		}
	}
	if t == reflect.TypeFor[model.Term]() && b.vocabulary != "" {
		s.Properties = withDocs(b.codes(b.vocabulary), def)
		s.Additional = &Schema{AllOf: []*Schema{def, {Required: []string{"label"}}}}
	}
	if f.Key == "language" {
		s.MinProperties = 1
	}
	return s
}

// withDocs are the properties of a table whose keys are known.
func withDocs(keys choices, def *Schema) map[string]*Schema {
	out := map[string]*Schema{}
	for i, key := range keys.values {
		out[key] = &Schema{Description: keys.docs[i], AllOf: []*Schema{def}}
	}
	return out
}

// definition refers to the schema of a struct, which stands once in the file.
func (b *builder) definition(t reflect.Type) *Schema {
	name := strings.ToLower(t.Name())
	if _, made := b.definitions[name]; !made {
		b.definitions[name] = nil // of a type within itself
		b.definitions[name] = b.table(t)
	}
	return &Schema{Ref: "#/definitions/" + name}
}

// shared is the schema of an item of a list, which stands once in the file where it is long.
func (b *builder) shared(f field) *Schema {
	name := ""
	switch {
	case f.Type == partyType:
		name = "party"
	case f.Tag.Get("ref") == "any":
		name = "ref"
	case f.Tag.Get("ref") != "":
		name = f.Tag.Get("ref")
	default:
		return b.value(f)
	}
	if _, made := b.definitions[name]; !made {
		b.definitions[name] = b.value(f)
	}
	return &Schema{Ref: "#/definitions/" + name}
}

// form is what a text of a field must look like.
func (b *builder) form(f field) form {
	if of, ok := forms[b.kind+"."+f.Owner+"."+f.Key]; ok {
		return of
	}
	return forms[f.Owner+"."+f.Key]
}

// value is the schema of a single value.
func (b *builder) value(f field) *Schema {
	switch f.Type {
	case dateType:
		if _, waits := f.Tag.Lookup("tba"); waits {
			return like("^("+dates+"|"+string(model.TBA)+")$", append(someDates, string(model.TBA))...)
		}
		if b.form(f).pattern == oneDay {
			return like(oneDay, someDates[0])
		}
		return like("^("+dates+")$", someDates...)
	case deadlineType:
		return like("^("+dates+"|"+string(model.Standing)+")$", append(someDates, string(model.Standing))...)
	case clockType:
		return like(clock, "09:30")
	case refType:
		return b.ref(f.Tag.Get("want") == "clause")
	case partyType:
		return b.party()
	case langType:
		langs := make([]string, len(b.langs))
		for i, l := range b.langs {
			langs[i] = string(l)
		}
		if f.Owner == "Config" {
			return plain(langs).schema("", "")
		}
		return line()
	}
	if vocabulary := f.Tag.Get("vocab"); vocabulary != "" {
		return b.codes(vocabulary).schema("", "The vocabulary "+vocabulary+" has no terms.")
	}
	if kind := model.Kind(f.Tag.Get("ref")); kind != "" {
		return b.ids(kind, "").schema("", "The site has no "+string(kind)+" yet: data/"+string(kind)+"/<id>.toml.")
	}
	switch f.Type.Kind() {
	case reflect.Bool:
		return &Schema{Type: isBool}
	case reflect.Int:
		return &Schema{Type: isNumber, Minimum: new(int), Maximum: math.MaxInt32}
	}
	return b.text(f)
}

// text is the schema of a text that is no code.
func (b *builder) text(f field) *Schema {
	if f.Owner == "Check" {
		skips := []string{"typography"}
		for _, l := range b.langs {
			skips = append(skips, "typography:"+string(l))
		}
		return plain(skips).schema("", "")
	}
	switch of := b.form(f); {
	case of.values != nil:
		return plain(of.values).schema("", "")
	case of.pattern != "":
		return like(of.pattern, of.examples...)
	}
	return line()
}

// ref is a reference to a record, or to a place in its text; clause wants a place of a protocol.
func (b *builder) ref(clause bool) *Schema {
	kinds := model.Kinds
	if clause {
		kinds = []model.Kind{model.Protocols}
	}
	var all choices
	if !clause {
		all = b.records(kinds...)
	}
	places, listed := b.places(kinds...)
	if listed {
		all.values, all.docs = append(all.values, places.values...), append(all.docs, places.docs...)
		return all.schema("", "The site has no records yet.")
	}
	somewhere := like(b.somewhere(kinds), string(kinds[0])+"/…#c1.p1")
	if clause {
		return somewhere
	}
	return &Schema{AnyOf: []*Schema{all.schema("", ""), somewhere}}
}

// somewhere matches references to places in the texts of the records of some kinds.
func (b *builder) somewhere(kinds []model.Kind) string {
	var of []string
	for _, k := range kinds {
		if ids := b.ids(k, "").values; len(ids) > 0 {
			of = append(of, string(k)+"/("+strings.Join(ids, "|")+")")
		}
	}
	return "^(" + strings.Join(of, "|") + ")#" + node + "$"
}

// party is who takes part: the id of a person, a reference to a person, a body or a state, or the
// name of somebody without a record.
func (b *builder) party() *Schema {
	all := b.ids(model.Persons, "")
	of := b.records(model.PartyKinds...)
	all.values, all.docs = append(all.values, of.values...), append(all.docs, of.docs...)
	name := line()
	name.Not = &Schema{AnyOf: []*Schema{{Pattern: "^" + id + "$"}, {Pattern: "^" + kindNames() + "/" + id + "(#" + node + ")?$"}}}
	name.Description = "The name of somebody without a record."
	if len(all.values) == 0 {
		return name
	}
	return &Schema{AnyOf: []*Schema{all.schema("A person, a body or a state.", ""), name}}
}

// fieldOfWords returns the schema of a field in a file of words; nil where it has no words.
func (b *builder) fieldOfWords(f field, d string) *Schema {
	switch f.Type {
	case textType, namedType:
		s := line()
		s.Description = d
		return s
	case statusType:
		return b.codes(f.Tag.Get("vocab")).schema(d, "")
	case wordsType:
		return &Schema{Description: d, Type: isList, Items: line()}
	}
	t, ok := f.table()
	if !ok {
		return nil
	}
	if s := b.table(t); s != nil && f.Keyed {
		return &Schema{Description: d, Type: isTable, Additional: s}
	} else if s != nil {
		s.Description = d
		return s
	}
	return nil
}
