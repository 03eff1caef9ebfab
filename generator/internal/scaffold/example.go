package scaffold

import (
	"slices"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/model"
)

// Mark begins the data file of an example. A record whose file begins otherwise stays when examples
// are removed.
const Mark = "# Example: kengash new clean removes this record with its texts, unless you delete this line."

// examples are the words of the example records by language: of those in which the program has
// formulas.
var examples = map[string]map[string]string{
	"en": {
		"meeting": "Example: first meeting", "minutes": "Example: minutes of the first meeting", "item": "How to enter minutes",
		"action":    "Enter the minutes of the next meeting",
		"paragraph": "The members agreed that Mary Somerville will enter the minutes of the next meeting.",
	},
	"ru": {
		"meeting": "Пример: первое заседание", "minutes": "Пример: протокол первого заседания", "item": "Как вносить протоколы",
		"action":    "Внести протокол следующего заседания",
		"paragraph": "Участники договорились, что протокол следующего заседания внесёт Мэри Сомервилль.",
	},
	"zh": {
		"meeting": "示例：第一次会议", "minutes": "示例：第一次会议纪要", "item": "如何录入会议纪要",
		"action":    "录入下次会议纪要",
		"paragraph": "会议商定，由玛丽·萨默维尔录入下次会议纪要。",
	},
}

// exampleWords are the words of the example in a language; nil where it has none.
func exampleWords(lang string) map[string]string {
	base, _, _ := strings.Cut(lang, "-")
	return examples[base]
}

// Site is what a new site begins with.
type Site struct {
	Name      string // of the body whose records it has
	Languages []Language
	Day       model.Date // the present one
}

// Files returns the files of a new site by name: its configuration, its words for kinds, a body,
// and an example of a meeting with its minutes, a decision and an action, in those of its languages
// that the example has.
func (s Site) Files() (map[string]string, error) {
	id := ID(s.Name, "committee")
	today := s.Day.First()
	v := values{
		ID: id, Body: id, Title: s.Name, Languages: s.Languages, Default: s.Languages[0].Key, Mark: Mark,
		Date: string(s.Day), Due: today.AddDate(0, 1, 0).Format(time.DateOnly),
	}
	files := map[string]string{}
	add := func(file, from string, v values) error {
		content, err := fill(from, v)
		files[file] = content
		return err
	}
	if err := add("kengash.toml", "site.toml", v); err != nil {
		return nil, err
	}
	if err := add(model.VocabularyFile(model.VocabKind), "kind.toml", v); err != nil {
		return nil, err
	}
	if err := add(model.Ref{Kind: model.Bodies, ID: id}.DataFile(), "body.toml", v); err != nil {
		return nil, err
	}
	v.Date = today.AddDate(0, 0, -14).Format(time.DateOnly)
	v.Languages = slices.DeleteFunc(slices.Clone(s.Languages), func(l Language) bool { return exampleWords(l.Key) == nil })
	if len(v.Languages) == 0 {
		return files, nil // nobody could read it
	}
	v.Default = v.Languages[0].Key
	for kind, from := range map[model.Kind]string{model.Meetings: "meeting", model.Protocols: "protocol", model.Actions: "action"} {
		if err := add(model.Ref{Kind: kind, ID: "example"}.DataFile(), "example/"+from+".toml", v); err != nil {
			return nil, err
		}
	}
	for _, l := range v.Languages {
		v.Sentence = exampleWords(l.Key)["paragraph"]
		if err := add(model.Ref{Kind: model.Protocols, ID: "example"}.TextFile(model.Lang(l.Key)), "protocol.md", v); err != nil {
			return nil, err
		}
	}
	return files, nil
}
