// Package hostile generates inputs that cost a program more than their size suggests: long keys,
// deep nesting, floods of small things. Tests, fuzz targets and benchmarks of the limits use it.
package hostile

import (
	"fmt"
	"maps"
	"sort"
	"strings"
)

// Case is a class of hostile input.
type Case struct {
	Name string
	// Files makes the files of a site that hold about n bytes of it, to be laid over [Site].
	Files func(n int) map[string]string
}

// Cases returns all classes.
func Cases() []Case {
	var all []Case
	add := func(kind, path string, classes map[string]func(n int) string) {
		for _, name := range sortedKeys(classes) {
			make := classes[name]
			all = append(all, Case{kind + "/" + name, func(n int) map[string]string {
				return map[string]string{path: make(n)}
			}})
		}
	}
	add("toml", Facts, tomlClasses)
	add("records", Facts, recordClasses)
	for _, name := range sortedKeys(proseClasses) {
		all = append(all, proseCases(name, proseClasses[name])...)
	}
	add("protocol", Protocol, protocolClasses)
	return append(all, together...)
}

// proseCases are a class of texts in one piece, and in paragraphs of two lengths.
func proseCases(name string, make func(n int) string) []Case {
	path := Prose
	if strings.Contains(make(len("[@f1]")), "[@f1") {
		path = Cited
	}
	inPieces := func(size int) func(n int) map[string]string {
		return func(n int) map[string]string { return map[string]string{path: filled(n, make(size)+"\n\n")} }
	}
	return []Case{
		{"prose/" + name, func(n int) map[string]string { return map[string]string{path: make(n)} }},
		{"prose/" + name + ", in paragraphs", inPieces(450)},
		{"prose/" + name + ", in longer paragraphs", inPieces(1800)},
	}
}

// Largest returns the largest files of a class, of at most n bytes, that fit.
func (c Case) Largest(n int, fit func(files map[string]string) bool) map[string]string {
	return c.Files(sort.Search(n, func(over int) bool { return !fit(c.Files(over + 1)) }))
}

// The files of [Site] that most classes replace.
const (
	Facts    = "data/notes/first.toml"
	Prose    = "content/en/pages/about.md"
	Cited    = "content/en/notes/first.md"
	Protocol = "content/en/protocols/p1.md"
)

// Over returns the files of [Site] with some laid over them.
func Over(files map[string]string) map[string]string {
	all := maps.Clone(site)
	maps.Copy(all, files)
	return all
}

// Site returns a small site without a problem.
func Site() map[string]string { return maps.Clone(site) }

const noteFacts = `state = "uz"
topics = ["ai"]
origin = "compiled"
compiled = 2026-11-22
title.en = "First"
fact.f1 = { confidence = "high", sources = ["gazette"] }
source.gazette.title = "Gazette"
`

const protocolFacts = `meeting = "m1"
date = 2021-11-25
title.en = "Protocol"
version.en = { status = "authentic", availability = "in-collection" }
node.c1.num = "1"
`

var site = map[string]string{
	"kengash.toml": `base_url = "https://kengash.example/"
data_date = 2026-11-22
title.en = "Records"
language.en.name = "English"
`,
	"data/states/uz.toml":    "iso2 = \"UZ\"\nname.en = \"Uzbekistan\"\n",
	"data/bodies/union.toml": "classification = \"organisation\"\nname.en = \"Union\"\n",
	"data/topics/ai.toml":    "label.en = \"Artificial intelligence\"\n",
	"data/meetings/m1.toml":  "body = \"union\"\ndate = 2021-11-25\ntitle.en = \"First Meeting\"\n",
	"data/protocols/p1.toml": protocolFacts,
	Protocol:                 "Protocol\n{#title}\n\nThe Parties discussed the plan.\n{#c1.p1}\n",
	Facts:                    noteFacts,
	Cited:                    "Words [@f1].\n",
	"data/pages/about.toml":  "title.en = \"About\"\n",
	Prose:                    "Words.\n",
}

// filled repeats a unit until there are about n bytes.
func filled(n int, unit string) string {
	return strings.Repeat(unit, max(1, n/len(unit)))
}

// numbered repeats a unit with the numbers from 0 on in its %d until there are about n bytes.
func numbered(n int, unit string) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(strings.ReplaceAll(unit, "%d", fmt.Sprint(i)))
	}
	return b.String()
}

// nested opens as often as about n bytes hold, and closes as often.
func nested(n int, open, middle, end string) string {
	depth := max(1, n/(len(open)+len(end)))
	return strings.Repeat(open, depth) + middle + strings.Repeat(end, depth)
}

// stairs are lines of which each is indented by one step more, about n bytes.
func stairs(n int, step, line string) string {
	var b strings.Builder
	for indent := ""; b.Len() < n; indent += step {
		b.WriteString(indent + line + "\n")
	}
	return b.String()
}
