package schema

import (
	"bytes"
	"path"
	"strings"
)

// The files by which editors know which schema is of which file.
const (
	TaploFile      = ".taplo.toml" // taplo, and the editors that run it
	OtherTaploFile = "taplo.toml"  // the same by its other name, which counts where the first is not there
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

// Extensions returns the list of extensions that VS Code recommends for a site; ok is false where
// there is another one without it, which nothing changes. Even Better TOML reads the settings of
// taplo: those of its own take a path of a schema from the folder above the site's.
func Extensions(old []byte) (text []byte, ok bool) {
	const extension = "tamasfe.even-better-toml"
	if len(bytes.TrimSpace(old)) == 0 {
		return []byte("{\n  \"recommendations\": [\"" + extension + "\"]\n}\n"), true
	}
	return old, bytes.Contains(old, []byte(`"`+extension+`"`))
}
