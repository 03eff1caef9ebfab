package scaffold

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-unidecode"

	"github.com/kengash/kengash/generator/internal/model"
)

// longestID is about how many letters an id that is made of a title has at most.
const longestID = 60

// ID makes an id of a title: its words in Latin letters, joined by hyphens. Where nothing is left,
// the id is the given one.
func ID(title, otherwise string) string {
	latin := strings.ToLower(unidecode.Unidecode(title))
	latin = strings.NewReplacer("'", "", "`", "", `"`, "").Replace(latin) // signs within words
	words := strings.FieldsFunc(latin, func(r rune) bool {
		return r >= unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	id := ""
	for _, w := range words {
		if id != "" && len(id)+1+len(w) > longestID {
			break
		}
		id = strings.TrimPrefix(id+"-"+w, "-")
	}
	if len(id) > longestID {
		id = id[:longestID]
	}
	if !model.ValidID(id) {
		return otherwise
	}
	return id
}
