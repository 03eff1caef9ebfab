// Package scaffold writes the files with which a site or a record begins: valid, with comments that
// say what else may be written.
package scaffold

import (
	"bytes"
	"embed"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/typography"
)

//go:embed files
var embedded embed.FS

// Language is a language of the site that files are written for.
type Language struct {
	Key       string
	Name      string // in the language itself
	Direction string // model.RightToLeft, or ""
}

// Languages returns the languages of a list of keys, with their own names. The error names a key
// that is not a tag of BCP 47.
func Languages(keys []string) ([]Language, error) {
	var out []Language
	for _, key := range keys {
		tag, err := language.Parse(key)
		if err != nil || model.UnfitLanguage(key) != "" {
			return nil, fmt.Errorf("%q is not a language (want codes such as ru,zh,en)", key)
		}
		name := display.Self.Name(tag)
		if name == "" {
			name = key
		}
		l := Language{Key: key, Name: typography.UpperFirst(name)}
		if script, _ := tag.Script(); rightToLeft[script.String()] {
			l.Direction = model.RightToLeft
		}
		out = append(out, l)
	}
	return out, nil
}

// rightToLeft are the scripts in use that are written so (Unicode's property Bidi_Class, R and AL).
var rightToLeft = map[string]bool{"Arab": true, "Hebr": true, "Thaa": true, "Syrc": true, "Nkoo": true, "Adlm": true, "Rohg": true}

// values are what the files are filled with.
type values struct {
	ID, Title, Default   string
	Titles               map[string]string // by language, of those other than the default
	Languages            []Language
	Body, Meeting, Date  string
	Given                string // the date, where one was said
	State, Topic, Clause string
	Due, Mark            string
	Heading, Sentence    string
	Start, End, Place    string
	Files                []attached
	FileType             string // of all of them
	Owners, Agenda       []string
	Attendance           []attending
}

// attached is a file that belongs to a record.
type attached struct {
	Key  string
	File string // below static/
}

// attending is who attends in one way.
type attending struct {
	Code string // of the vocabulary attendance
	Who  []string
}

// Titled is the title of minutes, where it is not that of their meeting.
func (v values) Titled() string {
	if v.ID == v.Meeting {
		return ""
	}
	return v.Title
}

// InEnglish reports whether English is among the languages of a site.
func (v values) InEnglish() bool {
	return slices.ContainsFunc(v.Languages, func(l Language) bool { return l.Key == "en" || strings.HasPrefix(l.Key, "en-") })
}

// Several are the languages of a site that has more than one.
func (v values) Several() []Language {
	if len(v.Languages) < 2 {
		return nil
	}
	return v.Languages
}

// fill returns a file that is filled in.
func fill(name string, v values) (string, error) {
	t, err := template.New(path.Base(name)).Funcs(template.FuncMap{
		"quote":    strconv.Quote,
		"list":     list,
		"optional": optional,
		"deadline": deadline,
		"next":     func(i int) int { return i + 1 },
		"texts": func(key, text string) string {
			return texts(key, v, func(lang string) string {
				if own := v.Titles[lang]; own != "" && text == v.Title {
					return own
				}
				return text
			})
		},
		"words": func(key, what string) string {
			return texts(key, v, func(lang string) string { return exampleWords(lang)[what] })
		},
	}).ParseFS(embedded, "files/"+name, "files/attachments.toml")
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	err = t.Execute(&b, v)
	return b.String(), err
}

// list is a list of texts in TOML.
func list(items []string) string {
	quoted := make([]string, len(items))
	for i, item := range items {
		quoted[i] = strconv.Quote(item)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// optional is a key with its value, or an example of it in a comment.
func optional(key, value, example string) string {
	if value == "" {
		return "# " + key + " = " + strconv.Quote(example)
	}
	return key + " = " + strconv.Quote(value)
}

// deadline is a whole day as TOML writes it, and anything else as a text.
func deadline(due string) string {
	if _, err := time.Parse(time.DateOnly, due); err != nil {
		return strconv.Quote(due)
	}
	return due
}

// texts is a text in the languages of a site as TOML. One text for all stands in the first language
// alone: in the others it has to be written.
func texts(key string, v values, in func(lang string) string) string {
	var lines []string
	same := in("") != ""
	for _, l := range v.Languages {
		text := in(l.Key)
		if same && l.Key != v.Default && text == in("") {
			text = model.Todo
		}
		lines = append(lines, key+"."+l.Key+" = "+strconv.Quote(text))
	}
	return strings.Join(lines, "\n")
}
