package results

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// Every key of the JSON of an answer is documented.
func TestTheKeysOfTheJSONAreDocumented(t *testing.T) {
	docs, err := os.ReadFile("../../../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	var walk func(prefix string, typ reflect.Type)
	walk = func(prefix string, typ reflect.Type) {
		for i := range typ.NumField() {
			field := typ.Field(i)
			key, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			elem := field.Type
			path := prefix + key
			for elem.Kind() == reflect.Slice {
				elem, path = elem.Elem(), path+"[]"
			}
			seen++
			if !strings.Contains(string(docs), "`"+path+"`") {
				t.Errorf("docs/api.md lacks %s", path)
			}
			if elem == reflect.TypeFor[hitJSON]() {
				walk(path+".", elem)
			}
		}
	}
	walk("", reflect.TypeFor[answerJSON]())
	if seen < 10 {
		t.Errorf("the JSON has %d keys", seen)
	}
}
