package load

import (
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/kengash/kengash/generator/internal/chars"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// binder puts the values of a parsed TOML file into the types of the model by their struct tags.
// Other than a decoder it does not stop at the first fault: unknown keys, wrong types and missing
// keys are all recorded, each with its place.
type binder struct {
	index    *diag.Index
	problems *diag.List
	langs    []model.Lang // nil where any language key may stand (the configuration names them itself)
	foreign  bool         // languages that are not among langs are passed over
	fallback bool         // but for texts in that of the program

	raw     string // what an older code page left in the file: it is left out of words, and refused elsewhere
	leftOut bool   // some was

	given func(path []string) bool // reports whether a missing key stands elsewhere; nil where it does not

	root  *fields     // of the file
	paths model.Paths // of the records that it refers to

	vocabulary string // whose file it is: some keys belong to one alone
}

var (
	textType     = reflect.TypeFor[model.Text]()
	wordsType    = reflect.TypeFor[model.Words]()
	statusType   = reflect.TypeFor[model.Status]()
	namedType    = reflect.TypeFor[model.Named]()
	refType      = reflect.TypeFor[model.Ref]()
	dateType     = reflect.TypeFor[model.Date]()
	deadlineType = reflect.TypeFor[model.Deadline]()
	partyType    = reflect.TypeFor[model.Party]()
	countType    = reflect.TypeFor[model.Count]()
	clockType    = reflect.TypeFor[model.Clock]()
)

func (b *binder) problem(code diag.Code, path []string, hint, msg string, args ...any) {
	b.problems.Add(code, b.index.At(path...), hint, msg, args...)
}

// eachKey binds every key of a table that a struct knows.
func (b *binder) eachKey(table map[string]any, path []string, into reflect.Value,
	bind func(v any, path []string, into reflect.Value, tag reflect.StructTag),
) {
	known := fieldsOf(into.Type())
	for _, key := range b.sortedKeys(table, path) {
		at := append(slices.Clone(path), key)
		f, ok := known.of[key]
		if !ok {
			b.problem(diag.UnknownKey, append(at, ""), b.unknown(at, known), "unknown key %q", key)
			continue
		}
		bind(table[key], at, f.In(into), f.Tag)
	}
}

// unknown says where a key belongs that its table does not know, or what is wanted there.
func (b *binder) unknown(at []string, known *fields) string {
	key, table := at[len(at)-1], at[:len(at)-1]
	if b.root != nil && len(table) > 0 {
		if _, above := b.root.of[key]; above {
			return "put it above the first [table]: here it belongs to [" + strings.Join(table, ".") + "]"
		}
	}
	if node := strings.Join(at[min(1, len(table)):], "."); len(table) > 1 && table[0] == "node" && model.ValidNode(node) && model.PartOf(node) != "" && diag.Nearest(key, known.names) == "" {
		return "put a node in quotes, as in " + strconv.Quote(node)
	}
	return b.problems.Want(key, known.namesIn(b.vocabulary))
}

// misspelt reports whether a key of a table is probably one that is missing there: one cause has
// one message.
func misspelt(table map[string]any, known *fields, missing string) bool {
	for key := range table {
		if _, ok := known.of[key]; !ok && diag.Nearest(key, known.names) == missing {
			return true
		}
	}
	return false
}

// table binds a TOML table to a struct.
func (b *binder) table(table map[string]any, path []string, into reflect.Value) {
	b.eachKey(table, path, into, b.value)
	known := fieldsOf(into.Type())
	for _, name := range known.names {
		if known.of[name].Required && table[name] == nil {
			if b.given != nil && b.given(append(slices.Clone(path), name)) || misspelt(table, known, name) {
				continue
			}
			pos := b.index.At(path...)
			if pos.Line == 0 {
				pos.Line, pos.Col = 1, 1 // of the file as a whole
			}
			b.problems.Add(diag.MissingKey, pos, "", "missing key %q", name)
		}
	}
}

// fields are those of a struct that a table may set.
type fields struct {
	names []string // their keys, sorted
	of    map[string]model.Field
}

// namesIn are the keys that have an effect in a vocabulary.
func (f *fields) namesIn(vocabulary string) []string {
	return slices.DeleteFunc(slices.Clone(f.names), func(name string) bool {
		of := f.of[name].Tag.Get("of")
		return of != "" && of != vocabulary
	})
}

// known are the fields of the types that were bound.
var known sync.Map

// fieldsOf returns the fields of a type.
func fieldsOf(t reflect.Type) *fields {
	if f, ok := known.Load(t); ok {
		return f.(*fields)
	}
	f := &fields{of: map[string]model.Field{}}
	for _, field := range model.Fields(t) {
		f.of[field.Key] = field
	}
	f.names = slices.Sorted(maps.Keys(f.of))
	known.Store(t, f)
	return f
}

func (b *binder) value(v any, path []string, into reflect.Value, tag reflect.StructTag) {
	switch into.Type() {
	case textType, statusType:
		b := *b
		if b.fallback && !slices.Contains(b.langs, model.Fallback) {
			b.langs = append(slices.Clone(b.langs), model.Fallback)
		}
		b.perLanguage(v, path, func(l model.Lang, v any, at []string) {
			if s, ok := b.text(v, at); ok {
				setKey(into, l, reflect.ValueOf(s))
			}
		})
		return
	case wordsType:
		b.perLanguage(v, path, func(l model.Lang, v any, at []string) {
			words := []string{}
			b.list(v, at, reflect.ValueOf(&words).Elem(), "")
			setKey(into, l, reflect.ValueOf(words))
		})
		return
	case namedType:
		b.named(v, path, into, tag)
		return
	case refType:
		b.ref(v, path, into)
		return
	case dateType, deadlineType:
		b.date(v, path, into)
		return
	case partyType:
		b.party(v, path, into)
		return
	case clockType:
		b.clock(v, path, into)
		return
	}
	switch into.Kind() {
	case reflect.Struct:
		if t, ok := b.asTable(v, path); ok {
			b.table(t, path, into)
		}
	case reflect.Slice:
		if _, opts := model.TOMLTag(tag); slices.Contains(opts, "keyed") {
			b.keyed(v, path, into)
		} else {
			b.list(v, path, into, tag)
		}
	case reflect.Map: // map[string]string
		if t, ok := b.asTable(v, path); ok {
			for _, key := range b.sortedKeys(t, path) {
				if s, ok := b.str(t[key], append(slices.Clone(path), key)); ok {
					setKey(into, key, reflect.ValueOf(s))
				}
			}
		}
	default:
		b.plain(v, path, into)
	}
}

// named binds a name, a text or a table.
func (b *binder) named(v any, path []string, into reflect.Value, tag reflect.StructTag) {
	switch v.(type) {
	case map[string]any:
		b.value(v, path, into.FieldByName("Text"), tag)
	case string:
		b.plain(v, path, into.FieldByName("Own"))
	default:
		b.wrongType(v, path, "a text in quotes, or a table with one for each language")
	}
}

// plain binds a value that is neither a table nor a list.
func (b *binder) plain(v any, path []string, into reflect.Value) {
	switch into.Kind() {
	case reflect.String:
		if s, ok := b.str(v, path); ok {
			into.SetString(s)
		}
	case reflect.Bool:
		if x, ok := v.(bool); ok {
			into.SetBool(x)
		} else {
			b.wrongType(v, path, "true or false")
		}
	case reflect.Int:
		if x, ok := v.(int64); ok && x >= 0 && x <= math.MaxInt32 {
			if into.Type() == countType {
				x = int64(model.CountOf(int(x)))
			}
			into.SetInt(x)
		} else {
			b.wrongType(v, path, "a whole number, 0 or more")
		}
	default:
		panic(fmt.Sprintf("load: no way to read a %s", into.Type()))
	}
}

// keyed binds a table of tables to a slice whose elements have a Key.
func (b *binder) keyed(v any, path []string, into reflect.Value) {
	t, ok := b.asTable(v, path)
	if !ok {
		return
	}
	for _, key := range b.sortedKeys(t, path) {
		at := append(slices.Clone(path), key)
		el := reflect.New(into.Type().Elem()).Elem()
		el.FieldByName("Key").SetString(key)
		_, isList := t[key].([]any)
		if _, ok := fieldsOf(el.Type()).of["who"]; ok && isList {
			b.problem(diag.WrongType, at, "want "+key+".who = […]", "%s is a list", last(at))
			continue
		}
		if sub, ok := b.asTable(t[key], at); ok {
			b.table(sub, at, el)
		}
		orKey(el, key)
		into.Set(reflect.Append(into, el))
	}
}

// orKey sets the fields of an element that say what its key does where they are left out.
func orKey(el reflect.Value, key string) {
	for i := range el.NumField() {
		_, opts := model.TOMLTag(el.Type().Field(i).Tag)
		if f := el.Field(i); slices.Contains(opts, "key") && f.IsZero() {
			f.SetString(key)
		}
	}
}

func (b *binder) list(v any, path []string, into reflect.Value, tag reflect.StructTag) {
	items, ok := v.([]any)
	if !ok {
		b.wrongType(v, path, "a list in [brackets]")
		return
	}
	if len(items) == 0 { // which says something: that there are none
		into.Set(reflect.MakeSlice(into.Type(), 0, 0))
	}
	seen, told := map[string]bool{}, false
	for i, item := range items {
		text, is := item.(string)
		if is && tag == "" { // words of a language
			item = b.words(text)
		} else if is {
			if seen[text] { // what stands here thousands of times would cost as often
				if !told {
					at := b.index.At(append(slices.Clone(path), strconv.Itoa(i))...)
					b.problems.AddNotice(diag.Twice, at, "name it once", "%q occurs twice", text)
				}
				told = true
				continue
			}
			seen[text] = true
		}
		el := reflect.New(into.Type().Elem()).Elem()
		b.value(item, append(slices.Clone(path), strconv.Itoa(i)), el, tag)
		into.Set(reflect.Append(into, el))
	}
}

func (b *binder) perLanguage(v any, path []string, set func(l model.Lang, v any, at []string)) {
	if _, is := v.(string); is && len(b.langs) > 0 {
		b.problem(diag.WrongType, path, fmt.Sprintf(`want one for each language: %s.%s = "…"`, path[len(path)-1], b.langs[0]), "%s is a text", last(path))
		return
	}
	t, ok := b.asTable(v, path)
	if !ok {
		return
	}
	if len(t) == 0 {
		b.problem(diag.Empty, path, "leave the key out where nothing is known", "the table is empty")
	}
	for _, key := range b.sortedKeys(t, path) {
		at := append(slices.Clone(path), key)
		if b.langs != nil && !slices.Contains(b.langs, model.Lang(key)) {
			if b.foreign {
				continue
			}
			b.problem(diag.UnknownLanguage, append(at, ""), wantLang(b.problems, key, b.langs), "%q is not a language of the site", key)
			continue
		}
		set(model.Lang(key), t[key], at)
	}
}

// text is a text in a language. Several lines are read as one, without blanks around it.
func (b *binder) text(v any, path []string) (string, bool) {
	if s, ok := v.(string); ok {
		v = strings.Trim(oneLine(b.words(s)), " \t")
	}
	return b.str(v, path)
}

// words leaves out of words what an older code page left in the file.
func (b *binder) words(text string) string {
	words := without(b.raw, text)
	b.leftOut = b.leftOut || words != text
	return words
}

// tellLeftOut reports what was left out of the words of a file.
func (b *binder) tellLeftOut(file string, data []byte) {
	if b.leftOut {
		leftovers(file, data, b.problems)
	}
}

// str is a text of one line. No line break gets into the model, so that none begins a line of its
// own in a citation, a feed or anything else made from it.
func (b *binder) str(v any, path []string) (string, bool) {
	s, ok := v.(string)
	if strings.Contains(s, "\n") {
		s = strings.TrimSpace(s) // of quotes that stand on lines of their own
	}
	switch {
	case b.raw != "" && strings.ContainsAny(s, b.raw):
		at := b.index.At(path...)
		reportCharacters(chars.Find(s), b.problems, func(chars.Fault) diag.Position { return at })
		return "", false
	case strings.Contains(s, "\n"):
		b.problem(diag.SeveralLines, path, "write it on one line", "%s has several lines", last(path))
		return "", false
	case !ok:
		b.wrongType(v, path, "a text in quotes")
	case s == "":
		b.problem(diag.Empty, path, "leave the key out where nothing is known", "the text is empty")
		return "", false
	}
	return s, ok
}

func (b *binder) asTable(v any, path []string) (map[string]any, bool) {
	t, ok := v.(map[string]any)
	if !ok {
		if _, array := v.([]map[string]any); array {
			b.problem(diag.ArrayOfTables, path, "give each a key: [name.key] instead of [[name]]", "tables here are keyed")
			return nil, false
		}
		b.wrongType(v, path, "a table")
	}
	return t, ok
}

func (b *binder) wrongType(v any, path []string, want string) {
	b.problem(diag.WrongType, path, "want "+want, "%s is %s", last(path), typeName(v))
}

func (b *binder) sortedKeys(t map[string]any, path []string) []string {
	keys := make([]string, 0, len(t))
	for k := range t {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	b.index.SortKeys(keys, path...)
	return keys
}

func setKey(m reflect.Value, key any, v reflect.Value) {
	if m.IsNil() {
		m.Set(reflect.MakeMap(m.Type()))
	}
	m.SetMapIndex(reflect.ValueOf(key).Convert(m.Type().Key()), v.Convert(m.Type().Elem()))
}

func last(path []string) string {
	n := len(path)
	if n == 0 {
		return "the file"
	}
	if _, err := strconv.Atoi(path[n-1]); err == nil && n > 1 {
		return "an item of " + strconv.Quote(path[n-2])
	}
	return strconv.Quote(path[n-1])
}

func typeName(v any) string {
	switch v.(type) {
	case string:
		return "a text"
	case bool:
		return "true or false"
	case int64, float64:
		return "a number"
	case time.Time:
		return "a date"
	case []any, []map[string]any:
		return "a list"
	case map[string]any:
		return "a table"
	}
	return fmt.Sprintf("of type %T", v)
}
