package hostile

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// together are classes of more than one file, and of other files than records and texts.
var together = []Case{
	one("configuration/dotted key", "kengash.toml", func(n int) string { return site["kengash.toml"] + "a" + filled(n, ".a") + " = 1\n" }),
	one("configuration/languages", "kengash.toml", func(n int) string { return site["kengash.toml"] + numbered(n, "language.l%d.name = \"L\"\n") }),
	one("configuration/menu", "kengash.toml", func(n int) string { return "menu = [" + filled(n, "\"pages/about\",") + "]\n" + site["kengash.toml"] }),
	one("configuration/order", "kengash.toml", func(n int) string {
		return site["kengash.toml"] + "[order]\nstates = [" + numbered(n, "\"s%d\",") + "]\n"
	}),
	one("configuration/colors", "kengash.toml", func(n int) string { return site["kengash.toml"] + "[brand.colors]\n" + numbered(n, "c%d = \"#000\"\n") }),
	one("vocabulary/dotted key", "data/vocabularies/act.toml", func(n int) string { return "a" + filled(n, ".a") + " = 1\n" }),
	one("vocabulary/terms", "data/vocabularies/act.toml", func(n int) string { return numbered(n, "[term.t%d]\nlabel.en = \"T\"\n") }),
	one("vocabulary/formulas", "data/vocabularies/act.toml", func(n int) string {
		return "[term.discussed]\nlabel.en = \"D\"\nformula.en = [" + numbered(n, "\"formula %d\",") + "]\n"
	}),
	one("vocabulary/formulas of many letters", "data/vocabularies/act.toml", func(n int) string {
		var b strings.Builder
		for r := rune(0x4e00); b.Len() < n; r++ {
			b.WriteString("\"" + string(r) + string(r+1) + string(r+2) + "\",")
		}
		return "[term.discussed]\nlabel.en = \"D\"\nformula.en = [" + b.String() + "]\n"
	}),
	one("vocabulary/formulas within each other", "data/vocabularies/act.toml", func(n int) string {
		var b strings.Builder
		for i := 1; b.Len() < n; i++ {
			b.WriteString("\"" + strings.Repeat("a", i) + "\",")
		}
		return "[term.discussed]\nlabel.en = \"D\"\nformula.en = [" + b.String() + "]\n"
	}),
	one("vocabulary/formula long", "data/vocabularies/act.toml", func(n int) string {
		return "[term.discussed]\nlabel.en = \"D\"\nformula.en = [\"" + filled(n, "a ") + "\"]\n"
	}),
	{"vocabulary/formula everywhere", func(n int) map[string]string {
		return map[string]string{
			"data/vocabularies/act.toml": "[term.discussed]\nlabel.en = \"D\"\nformula.en = [\"a\"]\n",
			"data/protocols/p1.toml":     protocolFacts + "[node.\"c1.p1\"]\nacts.discussed = {}\n",
			Protocol:                     title + filled(n, "a ") + "\n{#c1.p1}\n",
		}
	}},
	{"acts/words everywhere", func(n int) map[string]string {
		return map[string]string{
			"data/protocols/p1.toml": protocolFacts + "[node.\"c1.p1\"]\nacts.discussed.words.en = [" + filled(n/2, "\"a\",") + "]\n",
			Protocol:                 title + filled(n/2, "a ") + "\n{#c1.p1}\n",
		}
	}},
	{"acts/words not said", func(n int) map[string]string {
		return map[string]string{
			"data/protocols/p1.toml": protocolFacts + "[node.\"c1.p1\"]\nacts.discussed.words.en = [" + numbered(n/2, "\"b%d\",") + "]\n",
			Protocol:                 title + filled(n/2, "a ") + "\n{#c1.p1}\n",
		}
	}},
	{"acts/formula not said", func(n int) map[string]string {
		return map[string]string{
			"data/protocols/p1.toml": protocolFacts + numbered(n/2, "[node.\"c1.p%d\"]\nacts.adopted = {}\n"),
			Protocol:                 title + numbered(n/2, "a\n{#c1.p%d}\n\n"),
		}
	}},
	{"nodes/known", func(n int) map[string]string {
		return map[string]string{
			"data/protocols/p1.toml": protocolFacts + numbered(n/2, "[node.\"c1.p%d\"]\ntopics = [\"ai\"]\n"),
			Protocol:                 title + numbered(n/2, "a\n{#c1.p%d}\n\n"),
		}
	}},
	{"nodes/of no text", func(n int) map[string]string {
		return map[string]string{
			"data/protocols/p1.toml": protocolFacts + numbered(n/2, "[node.\"c1.q%d\"]\ntopics = [\"ai\"]\n"),
			Protocol:                 title + numbered(n/2, "a\n{#c1.p%d}\n\n"),
		}
	}},
	{"facts/cited", func(n int) map[string]string {
		return map[string]string{
			Facts: noteFacts + numbered(n/2, "fact.g%d = { confidence = \"high\", sources = [\"gazette\"] }\n"),
			Cited: "Words [@f1].\n\n" + numbered(n/2, "Words [@g%d].\n"),
		}
	}},
	{"facts/of own sources", func(n int) map[string]string {
		return map[string]string{
			Facts: noteFacts + numbered(n/2, "fact.g%d = { confidence = \"high\", sources = [\"s%d\"] }\nsource.s%d.title = \"S\"\n"),
			Cited: "Words [@f1].\n\n" + numbered(n/2, "Words [@g%d].\n"),
		}
	}},
	{"links/to many nodes that are not there", func(n int) map[string]string {
		return map[string]string{Cited: "Words [@f1].\n\n" + numbered(n/2, "## a {#a%d}\n\n") + numbered(n/2, "[a](#b%d) ")}
	}},
	one("meeting/delegations", "data/meetings/m1.toml", func(n int) string {
		return "delegations = [" + filled(n, "\"uz\",") + "]\n" + site["data/meetings/m1.toml"]
	}),
	one("meeting/agenda", "data/meetings/m1.toml", func(n int) string {
		return site["data/meetings/m1.toml"] + numbered(n, "agenda.a%d.title.en = \"A\"\n")
	}),
	one("meeting/sources", "data/meetings/m1.toml", func(n int) string { return site["data/meetings/m1.toml"] + numbered(n, "source.s%d.title = \"S\"\n") }),
	one("meeting/summary long", "data/meetings/m1.toml", func(n int) string {
		return site["data/meetings/m1.toml"] + "summary.en = \"" + filled(n, "word ") + "\"\n"
	}),
	one("meeting/title long", "data/meetings/m1.toml", func(n int) string {
		return strings.Replace(site["data/meetings/m1.toml"], "First Meeting", filled(n, "word "), 1)
	}),
	one("meeting/title of one word", "data/meetings/m1.toml", func(n int) string {
		return strings.Replace(site["data/meetings/m1.toml"], "First Meeting", filled(n, "w"), 1)
	}),
	one("topic/label long", "data/topics/ai.toml", func(n int) string { return "label.en = \"" + filled(n, "word ") + "\"\n" }),
	one("state/name long", "data/states/uz.toml", func(n int) string { return "iso2 = \"UZ\"\nname.en = \"" + filled(n, "word ") + "\"\n" }),
	one("configuration/title long", "kengash.toml", func(n int) string { return strings.Replace(site["kengash.toml"], "Records", filled(n, "word "), 1) }),
	one("meeting/outcomes", "data/meetings/m1.toml", func(n int) string {
		return site["data/meetings/m1.toml"] + "source.s.title = \"S\"\n" + numbered(n, "outcome.o%d = { act = \"discussed\", text.en = \"T\", sources = [\"s\"] }\n")
	}),
	one("state/memberships", "data/states/uz.toml", func(n int) string {
		return site["data/states/uz.toml"] + numbered(n, "membership.m%d.from = 2001-01-01\n")
	}),
	one("topic/synonyms", "data/topics/ai.toml", func(n int) string {
		return site["data/topics/ai.toml"] + "synonyms.en = [" + numbered(n, "\"synonym %d\",") + "]\n"
	}),
	one("topic/synonyms of one letter", "data/topics/ai.toml", func(n int) string {
		return site["data/topics/ai.toml"] + "synonyms.en = [" + filled(n, "\"a\",") + "]\n"
	}),
	one("topic/synonym long", "data/topics/ai.toml", func(n int) string {
		return site["data/topics/ai.toml"] + "synonyms.en = [\"" + filled(n, "a ") + "\"]\n"
	}),
	{"topic/synonym of a letter everywhere", func(n int) map[string]string {
		return map[string]string{
			"data/topics/ai.toml": site["data/topics/ai.toml"] + "synonyms.en = [\"b\"]\n",
			Prose:                 filled(n, filled(90_000, "b ")+"\n\n"),
		}
	}},
	{"topic/synonyms everywhere", func(n int) map[string]string {
		return map[string]string{
			"data/topics/ai.toml": site["data/topics/ai.toml"] + "synonyms.en = [" + numbered(n/2, "\"a %d\",") + "]\n",
			Cited:                 "Words [@f1].\n\n" + numbered(n/2, "a %d "),
		}
	}},
	one("topic/narrower than itself", "data/topics/ai.toml", func(n int) string { return site["data/topics/ai.toml"] + "broader = [" + filled(n, "\"ai\",") + "]\n" }),
	one("instrument/events", "data/instruments/plan.toml", func(n int) string {
		return "type = \"action-plan\"\navailability = \"not-in-collection\"\ntitle.en = \"Plan\"\n" + numbered(n, "event.e%d = { type = \"adopted\", date = 2021-11-25, meeting = \"m1\" }\n")
	}),
	{"topics/chain", func(n int) map[string]string {
		return topics(n, func(i, all int) string { return fmt.Sprintf("broader = [\"t%d\"]\n", (i+1)%all) })
	}},
	{"topics/of one", func(n int) map[string]string {
		return topics(n, func(int, int) string { return "broader = [\"ai\"]\n" })
	}},
	{"topics/one synonym", func(n int) map[string]string {
		return topics(n, func(int, int) string { return "synonyms.en = [\"word\"]\n" })
	}},
	{"files/of unknown kinds", func(n int) map[string]string {
		files := map[string]string{}
		for i := range n / 100 {
			files[fmt.Sprintf("data/kind%d/a.toml", i)] = "a = 1\n"
		}
		return files
	}},
	{"files/texts without data", func(n int) map[string]string {
		files := map[string]string{}
		for i := range n / 100 {
			files[fmt.Sprintf("content/en/notes/n%d.md", i)] = "words\n"
		}
		return files
	}},
	{"files/bodies in bodies", func(n int) map[string]string {
		files := map[string]string{}
		all := max(1, n/100)
		for i := range all {
			files[fmt.Sprintf("data/bodies/b%d.toml", i)] = fmt.Sprintf("classification = \"organisation\"\nname.en = \"B\"\nparent = \"b%d\"\n", (i+1)%all)
		}
		return files
	}},
	one("interface/dotted key", "i18n/en.toml", func(n int) string { return "a" + filled(n, ".a") + " = 1\n" }),
	one("interface/inline tables", "i18n/en.toml", func(n int) string { return "x = " + nested(n, "{a=", "1", "}") + "\n" }),
	one("interface/keys", "i18n/en.toml", func(n int) string { return numbered(n, "k%d = \"k\"\n") }),
	one("interface/unknown language", "i18n/zz.toml", func(n int) string { return "x = " + nested(n, "{a=", "1", "}") + "\n" }),
	one("interface/words of the search", "assets/search/en.toml", func(n int) string { return "x = " + nested(n, "{a=", "1", "}") + "\n" }),
	one("interface/words of unknown addresses", "assets/notfound/en.toml", func(n int) string { return "x = " + nested(n, "{a=", "1", "}") + "\n" }),
	one("static/large", "static/a.txt", func(n int) string { return filled(n, "a") }),
}

// one is a class of one file.
func one(name, path string, make func(n int) string) Case {
	return Case{name, func(n int) map[string]string { return map[string]string{path: make(n)} }}
}

// topics are as many topics as about n bytes hold, counting a hundred for each.
func topics(n int, more func(i, all int) string) map[string]string {
	files := map[string]string{}
	all := max(1, n/100)
	for i := range all {
		files[fmt.Sprintf("data/topics/t%d.toml", i)] = fmt.Sprintf("label.en = \"Topic %d\"\n", i) + more(i, all)
	}
	return files
}
