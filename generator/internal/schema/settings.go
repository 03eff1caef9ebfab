package schema

import (
	"bytes"
	"encoding/json"
	"path"
	"reflect"
	"regexp"
	"strings"
)

// The files by which editors know which schema is of which file.
const (
	TaploFile      = ".taplo.toml" // taplo, and the editors that run it
	OtherTaploFile = "taplo.toml"  // the same by its other name, which counts where the first is not there
	SettingsFile   = ".vscode/settings.json"
	ExtensionsFile = ".vscode/extensions.json"
)

// The lines between which the rules of a site stand in the settings of taplo.
const (
	rulesBegin = "# kengash schema writes what follows, up to its end.\n"
	rulesEnd   = "# The end of what kengash schema writes.\n"
)

// glob matches the files of a rule.
func (r rule) glob() string {
	stem := r.stem
	if stem == "" {
		stem = "*"
	}
	if r.words {
		stem += ".*"
	}
	return path.Join(r.dir, stem+".toml")
}

// Taplo returns the settings of taplo with the rules of a site: others in them stay as they are.
func Taplo(old string) string {
	var b strings.Builder
	b.WriteString(rulesBegin)
	for _, r := range rules() {
		b.WriteString("[[rule]]\ninclude = [\"" + r.glob() + "\"]\n")
		if !r.words && r.stem == "" {
			b.WriteString("exclude = [\"" + rule{dir: r.dir, words: true}.glob() + "\"]\n")
		}
		b.WriteString("[rule.schema]\npath = \"./" + path.Join(Dir, r.schema) + "\"\n\n")
	}
	b.WriteString(rulesEnd)
	before, rest, found := strings.Cut(old, rulesBegin)
	if _, after, ended := strings.Cut(rest, rulesEnd); found && ended {
		return before + b.String() + after
	}
	if old != "" {
		old = strings.TrimRight(old, "\n") + "\n\n"
	}
	return old + b.String()
}

// pattern matches the address of a file of a rule, as VS Code has it.
func (r rule) pattern() string {
	stem, slash := "[^/.]+", "/"
	if r.stem != "" {
		stem = regexp.QuoteMeta(r.stem)
	}
	if r.words {
		stem += `\.[^/.]+`
	}
	return slash + path.Join(r.dir, stem) + `\.toml$`
}

const associations = "evenBetterToml.schema.associations"

// Settings returns the settings of VS Code for a site; ok is false where there are others, which
// nothing changes.
func Settings(old []byte) (text []byte, ok bool) {
	of := map[string]string{}
	for _, r := range rules() {
		of[r.pattern()] = "./" + path.Join(Dir, r.schema)
	}
	want := map[string]any{associations: of}
	return merged(old, want, func(have map[string]any) bool {
		list, _ := have[associations].(map[string]any)
		for _, schema := range list {
			if s, _ := schema.(string); !strings.HasPrefix(s, "./"+Dir+"/") {
				return false
			}
		}
		return len(have) == 1 && len(list) > 0
	})
}

// Extensions returns the list of extensions that VS Code recommends for a site; ok is false where
// there is another one, which nothing changes.
func Extensions(old []byte) (text []byte, ok bool) {
	return merged(old, map[string]any{"recommendations": []any{"tamasfe.even-better-toml"}}, func(map[string]any) bool { return false })
}

// merged returns settings as they are to be: those wanted where there are none, or where the old
// ones are ours. ok is false where others are there that lack something of the wanted.
func merged(old []byte, want map[string]any, ours func(map[string]any) bool) (text []byte, ok bool) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(want); err != nil {
		panic("schema: " + err.Error()) // there is nothing in them that JSON lacks
	}
	if len(bytes.TrimSpace(old)) == 0 {
		return b.Bytes(), true
	}
	var have, wanted map[string]any
	if json.Unmarshal(old, &have) != nil { // it may have comments
		return old, false
	}
	if ours(have) {
		return b.Bytes(), true
	}
	_ = json.Unmarshal(b.Bytes(), &wanted)
	return old, holds(have, wanted)
}

// holds reports whether settings have all that others have.
func holds(have, want any) bool {
	switch want := want.(type) {
	case map[string]any:
		table, _ := have.(map[string]any)
		for key, value := range want {
			if !holds(table[key], value) {
				return false
			}
		}
		return true
	case []any:
		list, _ := have.([]any)
		for _, value := range want {
			found := false
			for _, item := range list {
				found = found || holds(item, value)
			}
			if !found {
				return false
			}
		}
		return true
	}
	return reflect.DeepEqual(have, want)
}
