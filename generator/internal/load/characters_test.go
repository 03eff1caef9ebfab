package load

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash/generator/internal/model"
)

func TestCharactersThatMayNotBePublishedAreToldWithTheirPlace(t *testing.T) {
	const (
		note  = "content/en/notes/first.md"
		topic = "data/topics/ai.toml"
		head  = "[label]\nzh = \"人工智能\"\n"
	)
	for name, c := range map[string]struct{ file, text, want string }{
		"an override in a text": {note, "Words \u202ekcab [@f1].\n\nAnd \u202e.",
			note + ":1:7: U+202E RIGHT-TO-LEFT OVERRIDE is not allowed in a text, and occurs 2 times (delete it; around words that run the other way write U+2068 and U+2069) [KG0003]\n"},
		"ESC, NUL and a line break of Word's": {note, "[@f1]\x1b[31m\x00\v",
			note + ":1:6: U+001B ESCAPE is not allowed in a text (delete it; it is not to be seen, and came in by copying or in a damaged file) [KG0003]\n" +
				note + ":1:11: U+0000 NULL is not allowed in a text (delete it; it is not to be seen, and came in by copying or in a damaged file) [KG0003]\n" +
				note + ":1:12: U+000B LINE TABULATION is not allowed in a text (a word processor's line break; write a blank, or begin a new line) [KG0003]\n"},
		"a reference in a text": {note, "[@f1]\n\n- one\n- two &amp; &#x202E; three &rlm;\n",
			note + ":4:13: U+202E RIGHT-TO-LEFT OVERRIDE is not allowed in a text (delete it; around words that run the other way write U+2068 and U+2069) [KG0003]\n"},
		"a reference in the title of a link": {note, "[@f1] [x](https://kengash.example/ \"&#27;\")",
			note + ":1:8: U+001B ESCAPE is not allowed in a text (delete it; it is not to be seen, and came in by copying or in a damaged file) [KG0003]\n"},
		"an isolate over two paragraphs": {note, "[@f1] \u2067one\n\ntwo\u2069",
			note + ":1:7: U+2067 RIGHT-TO-LEFT ISOLATE is not closed (close each U+2066, U+2067 and U+2068 by a U+2069 in the same paragraph or value) [KG0003]\n" +
				note + ":3:4: U+2069 POP DIRECTIONAL ISOLATE closes nothing (close each U+2066, U+2067 and U+2068 by a U+2069 in the same paragraph or value) [KG0003]\n"},
		"what scripts need": {note, "[@f1] \u200e\u200f\u061c \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u2067a\u2069 soft\u00adhyphen \u2060 \u00a0 ☂\ufe0f &rlm; &zwnj;", ""},
		"what a code page left": {note, "[@f1] don\u0092t and can\u0092t",
			"notice: " + note + ":1:10: U+0092 CONTROL CHARACTER is left out of the pages, and occurs 2 times (write ’, which it is in Windows-1252, or delete it) [KG0003]\n"},
		"what a code page left, of several kinds": {note, "[@f1] \u0093AI\u0094 \u008d",
			"notice: " + note + ":1:7: U+0093 CONTROL CHARACTER is left out of the pages (write “, which it is in Windows-1252, or delete it) [KG0003]\n" +
				"notice: " + note + ":1:10: U+0094 CONTROL CHARACTER is left out of the pages (write ”, which it is in Windows-1252, or delete it) [KG0003]\n" +
				"notice: " + note + ":1:12: U+008D CONTROL CHARACTER is left out of the pages (delete it; it is not to be seen, and came in by copying or in a damaged file) [KG0003]\n"},
		"what a code page left in words of TOML": {topic, head + "en = \"A\u0097I\" # \u0096\n[synonyms]\nen = [\"x\", \"I\u0097A\"]\n",
			"notice: " + topic + ":3:8: U+0097 CONTROL CHARACTER is left out of the pages, and occurs 2 times (write —, which it is in Windows-1252, or delete it) [KG0003]\n" +
				"notice: " + topic + ":3:14: U+0096 CONTROL CHARACTER is left out of the pages (write –, which it is in Windows-1252, or delete it) [KG0003]\n"},
		"what a code page left in facts": {topic, head + "en = \"AI\"\n[source.s]\ntitle = \"a\u009bb\"\n",
			topic + ":5:9: U+009B CONTROL CHARACTER is not allowed in a text (write ›, which it is in Windows-1252, or delete it) [KG0003]\n"},
		"what a code page left in references": {topic, "broader = [\"a\u009b\"]\n" + head + "en = \"AI\"\n",
			topic + ":1:12: U+009B CONTROL CHARACTER is not allowed in a text (write ›, which it is in Windows-1252, or delete it) [KG0003]\n"},
		"what a code page left in a key": {topic, head + "en = \"AI\"\n[source.\"a\u0092\"]\ntitle = \"T\"\n",
			topic + ":4:9: U+0092 CONTROL CHARACTER is not allowed in a text (write ’, which it is in Windows-1252, or delete it) [KG0003]\n"},
		"what a code page left in words of the interface": {"i18n/en.toml", "menu = \"Me\u0092nu\"\n",
			"i18n/en.toml:1:11: U+0092 CONTROL CHARACTER is not allowed in a text (write ’, which it is in Windows-1252, or delete it) [KG0003]\n"},
		"letters that look alike": {note, "[@f1]\n\nThe сity of IT-сектор and ITшник",
			"notice: " + note + ":3:5: с in сity is Cyrillic (U+0441) (write the whole word in one alphabet; the search and many readers take it for another word) [KG0414]\n"},
		"a lone carriage return": {topic, head + "en = \"AI\" # a\rb\n",
			topic + ":3:14: U+000D CARRIAGE RETURN is not allowed in a text (save the file with lines that end in LF or CRLF) [KG0003]\n"},
		"controls in TOML itself": {topic, head + "en = \"A\x1b\x00I\"\n",
			topic + ":3:8: U+001B ESCAPE is not allowed in a text (delete it; it is not to be seen, and came in by copying or in a damaged file) [KG0003]\n" +
				topic + ":3:9: U+0000 NULL is not allowed in a text (delete it; it is not to be seen, and came in by copying or in a damaged file) [KG0003]\n"},
		"in a comment": {topic, "# \u2066 \u202d\n" + head + "en = \"AI\"\n",
			topic + ":1:5: U+202D LEFT-TO-RIGHT OVERRIDE is not allowed in a text (delete it; around words that run the other way write U+2068 and U+2069) [KG0003]\n"},
		"escapes in values": {topic, head + "en = \"A\\u202eI\"\n[synonyms]\nen = [\"x\", \"\\u009b\\U000E0041\"]\n",
			topic + ":3:6: U+202E RIGHT-TO-LEFT OVERRIDE is not allowed in a text (delete it; around words that run the other way write U+2068 and U+2069) [KG0003]\n" +
				topic + ":5:12: U+009B CONTROL CHARACTER is not allowed in a text (write ›, which it is in Windows-1252, or delete it) [KG0003]\n" +
				topic + ":5:12: U+E0041 TAG LATIN CAPITAL LETTER A is not allowed in a text (delete it; it is not to be seen) [KG0003]\n"},
		"an escape in a key": {topic, head + "en = \"AI\"\n[source.\"a\\u001b\"]\ntitle = \"T\"\n",
			topic + ":4:9: U+001B ESCAPE is not allowed in a text (delete it; it is not to be seen, and came in by copying or in a damaged file) [KG0003]\n"},
		"an isolate in a value": {topic, head + "en = \"\u2068AI\"\n",
			topic + ":3:6: U+2068 FIRST STRONG ISOLATE is not closed (close each U+2066, U+2067 and U+2068 by a U+2069 in the same paragraph or value) [KG0003]\n"},
		"letters that look alike in values and keys": {topic, head + "en = \"Сities\"\n[source.\"mсc\"]\ntitle = \"T\"\n",
			"notice: " + topic + ":3:6: С in Сities is Cyrillic (U+0421) (write the whole word in one alphabet; the search and many readers take it for another word) [KG0414]\n" +
				topic + ":4:9: с in mсc is Cyrillic (U+0441) (want letters of one alphabet in a key) [KG0215]\n"},
		"in the configuration's words": {"kengash.en.toml", "[brand]\nname = \"a\\u0007\"\n",
			"kengash.en.toml:2:8: U+0007 BELL is not allowed in a text (delete it; it is not to be seen, and came in by copying or in a damaged file) [KG0003]\n"},
		"in words of the search, by their bytes": {"assets/search/en.toml", "a = \"\u202e\"\n",
			"assets/search/en.toml:1:6: U+202E RIGHT-TO-LEFT OVERRIDE is not allowed in a text (delete it; around words that run the other way write U+2068 and U+2069) [KG0003]\n"},
		"more than words": {"i18n/en.toml", "menu = \"{{ with .a }}{{ .b }}{{ end }}\"\n[n]\nother = \"{{ range 9999999999 }}x{{ end }}\"\n",
			"i18n/en.toml:3:9: \"{{ range 9999999999 }}\" is not allowed in interface words (want {{ .name }} for what is filled in, or {{ with .name }}…{{ end }} around it) [KG0708]\n"},
		"a gap that is not closed": {"assets/notfound/en.toml", "a = \"x {{ .b\"\n",
			"assets/notfound/en.toml:1:5: \"{{ .b\" is not allowed in interface words (want {{ .name }} for what is filled in, or {{ with .name }}…{{ end }} around it) [KG0708]\n"},
		"in words of the interface": {"i18n/en.toml", "menu = \"Menu\u202b\"\n",
			"i18n/en.toml:1:13: U+202B RIGHT-TO-LEFT EMBEDDING is not allowed in a text (delete it; around words that run the other way write U+2068 and U+2069) [KG0003]\n"},
		"in a layout": {"layouts/home.html", "<p>\u2067a\u2069\n<p>a\u202eb",
			"layouts/home.html:2:5: U+202E RIGHT-TO-LEFT OVERRIDE is not allowed in a text (delete it; around words that run the other way write U+2068 and U+2069) [KG0003]\n"},
		"in a vocabulary": {"data/vocabularies/act.toml", "title.en = \"Acts\\ufeff\"\n",
			"data/vocabularies/act.toml:1:12: U+FEFF ZERO WIDTH NO-BREAK SPACE is not allowed in a text (delete it; U+2060 keeps words together) [KG0003]\n"},
	} {
		t.Run(name, func(t *testing.T) {
			s := site(t, "")
			s[c.file] = &fstest.MapFile{Data: []byte(c.text)}
			if got := problems(t, s); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestManyFaultsOfCharactersAreNotToldOneByOne(t *testing.T) {
	var text strings.Builder
	text.WriteString("[@f1] ")
	for r := range rune(100) {
		text.WriteString(string(0xe000+r) + "сity" + strings.Repeat("x", int(r)) + " ")
	}
	s := site(t, "")
	s["content/en/notes/first.md"] = &fstest.MapFile{Data: []byte(text.String())}
	got := problems(t, s)
	if n := strings.Count(got, "\n"); n != 2*(mostTold+1) || !strings.Contains(got, "this and 79 more characters are not allowed in a text") ||
		!strings.Contains(got, "more words have letters of two alphabets") {
		t.Errorf("%d problems\n%s", n, got)
	}
}

func TestWhatACodePageLeftIsNotInTheText(t *testing.T) {
	s := site(t, "")
	s["content/en/notes/first.md"] = &fstest.MapFile{Data: []byte("[@f1] don\u0092t")}
	s["data/topics/ai.toml"] = &fstest.MapFile{Data: []byte("label.en = \"A\u0097I\"\n[synonyms]\nen = [\"I\u0097A\"]\n")}
	s["data/topics/ai.zh.toml"] = &fstest.MapFile{Data: []byte("label = \"人工\u0097智能\"\n")}
	c, _, err := Load(Source{Site: s})
	if err != nil {
		t.Fatal(err)
	}
	note := c.Entity(model.Ref{Kind: model.Notes, ID: "first"})
	if got := model.BaseOf(note).Prose["en"].Sections[0].Text; got != "dont" {
		t.Errorf("the text is %q", got)
	}
	topic, _ := model.Get[*model.Topic](c, model.Ref{Kind: model.Topics, ID: "ai"})
	if topic.Label["en"] != "AI" || topic.Label["zh"] != "人工智能" || topic.Synonyms["en"][0] != "IA" {
		t.Errorf("the topic is %q, %q", topic.Label, topic.Synonyms)
	}
}

func TestTextsOfSeveralLinesAreReadAsOne(t *testing.T) {
	s := site(t, "")
	s["data/topics/ai.toml"] = &fstest.MapFile{Data: []byte("label.en = \"\"\"\n  AI \nTY  - GEN\n\"\"\"\nlabel.zh = \"人工智能\"\n" +
		"definition.en = \"\"\"\nWhat machines  do\n  that we\n\nthought\n\"\"\"\ndefinition.zh = \"机器\\n智能\"\n")}
	s["content/en/notes/first.md"] = &fstest.MapFile{Data: []byte("Over\ntwo &#10; lines {#one}\n---\n\n[@f1]\n")}
	c := loaded(t, s)
	topic, _ := model.Get[*model.Topic](c, model.Ref{Kind: model.Topics, ID: "ai"})
	if topic.Label["en"] != "AI TY  - GEN" || topic.Definition["en"] != "What machines  do that we thought" || topic.Definition["zh"] != "机器智能" {
		t.Errorf("the topic is %q, %q", topic.Label, topic.Definition)
	}
	note := c.Entity(model.Ref{Kind: model.Notes, ID: "first"})
	if got := model.BaseOf(note).Prose["en"].Sections[0].Title; got != "Over two lines" {
		t.Errorf("the heading is %q", got)
	}
}

func TestHeadingsHaveNoAttributesButIDsOfTheirOwn(t *testing.T) {
	const note = "content/en/notes/first.md"
	const takes = " (write ## Words {#id}) [KG0406]\n"
	for text, want := range map[string]string{
		"## One {#one}": "",
		"## One {#one style=\"position:fixed\" .warn accesskey=x}": note + ":1:8: a heading cannot have \"accesskey\", only an id" + takes +
			note + ":1:8: a heading cannot have \"class\", only an id" + takes + note + ":1:8: a heading cannot have \"style\", only an id" + takes,
		"## Second {#two}\n\n### Third {#third contenteditable=true}": note + ":3:11: a heading cannot have \"contenteditable\", only an id" + takes,
		"One\n---\n\nTwo {#two autofocus=a}\n---":                     note + ":1:1: a heading without an id (write ## Words {#id}, with the same id in every language) [KG0404]\n" + note + ":4:5: a heading cannot have \"autofocus\", only an id" + takes,
		"- ## In a list {#x}":                                         note + ":1:16: a heading within a list or a quotation cannot have an id (remove {…}, or write the heading outside of it) [KG0406]\n",
		"> - > # Deep {#k-main style=x}": note + ":1:14: a heading cannot have \"style\", only an id" + takes +
			note + ":1:14: a heading within a list or a quotation cannot have an id (remove {…}, or write the heading outside of it) [KG0406]\n",
		"## {#only .x}":                              note + ":1:4: a heading cannot have \"class\", only an id" + takes + note + ":1:4: a heading without words (write what the section is about, or remove the heading) [KG0405]\n",
		"## One {#k-main}":                           note + ":1:4: \"k-main\" is an id of the theme, as are all that begin with k- (give it another id) [KG0503]\n",
		"## One {id=\"k-list\"}":                     note + ":1:4: \"k-list\" is an id of the theme, as are all that begin with k- (give it another id) [KG0503]\n",
		"## Один {#одно}\n":                          note + ":1:4: \"одно\" cannot be a node (want letters, digits, hyphens and dots, as in c2.p1) [KG0503]\n",
		"## One {#" + strings.Repeat("a", 101) + "}": note + ":1:4: \"" + strings.Repeat("a", 101) + "\" has 101 characters, and may have 100 (give it another id) [KG0503]\n",
		"## One {#с3.p1}\n":                          note + ":1:4: \"с3.p1\" cannot be a node (с in с3.p1 is Cyrillic (U+0441); want letters, digits, hyphens and dots, as in c2.p1; did you mean c3.p1?) [KG0503]\n",
		"## One {#one}\n\n`{#k-x}`":                  "",
		"Words.\n{.warn style=x}":                    note + ":2:1: only headings have an id, and nothing else has attributes (remove it, or put \\ before a { that is meant literally) [KG0406]\n",
		"- a\n  {: #k-main }":                        note + ":2:3: only headings have an id, and nothing else has attributes (remove it, or put \\ before a { that is meant literally) [KG0406]\n",
		"Words {a=1}.\n\\{a=1}\n{0, 1}":              "",
	} {
		s := site(t, "")
		s[note] = &fstest.MapFile{Data: []byte(text + "\n\nWords [@f1].\n")}
		if got := problems(t, s); got != want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", text, got, want)
		}
	}
}

func TestNamesAreFitForEverySystemAndForAddresses(t *testing.T) {
	const entity = "label = { en = \"X\", zh = \"乙\" }\n"
	for name, c := range map[string]struct {
		files []string
		want  string
	}{
		"the list of a kind":     {[]string{"data/topics/index.toml"}, "data/topics/index.toml: \"index\" is where the list of topics stands (give the record another id) [KG0006]\n"},
		"a device of Windows":    {[]string{"data/topics/aux.toml"}, "data/topics/aux.toml: \"aux.toml\" names a device of Windows, where no file can be called so (rename it) [KG0004]\n"},
		"a device that is none":  {[]string{"data/topics/com.toml", "data/topics/console.toml"}, ""},
		"a device with a number": {[]string{"data/topics/com1.toml"}, "data/topics/com1.toml: \"com1.toml\" names a device of Windows, where no file can be called so (rename it) [KG0004]\n"},
		"a long id": {[]string{"data/topics/" + strings.Repeat("a", 101) + ".toml"}, "data/topics/" + strings.Repeat("a", 101) + ".toml: \"" + strings.Repeat("a", 40) +
			"…\" has 101 characters, and may have 100 (give the record another id) [KG0006]\n"},
		"an id of 100 letters": {[]string{"data/topics/" + strings.Repeat("a", 100) + ".toml"}, ""},
		"an id of the theme":   {[]string{"data/topics/k-letter-1.toml"}, "data/topics/k-letter-1.toml: \"k-letter-1\" is an id of the theme, as are all that begin with k- (give the record another id) [KG0006]\n"},
		"a Cyrillic letter": {[]string{"data/topics/сity.toml"},
			"data/topics/сity.toml: \"сity\" cannot be an address (с in сity is Cyrillic (U+0441); want lower-case letters, digits and single hyphens, as in \"ict-2021.toml\") [KG0006]\n"},
		"capitals": {[]string{"static/Logo.svg", "static/logo.svg"},
			"static/logo.svg: the name differs from another only in capital letters, and is the same on many systems (rename one); see also static/Logo.svg [KG0005]\n"},
		"how marks are written": {[]string{"static/\u00e9.pdf", "static/e\u0301.pdf"},
			"static/\u00e9.pdf: the name differs from another only in how Unicode writes its marks, and is the same on many systems (rename one); see also static/e\u0301.pdf [KG0005]\n"},
		"folders": {[]string{"static/Img/a.svg", "static/img/b.svg"},
			"static/img: the name differs from another only in capital letters, and is the same on many systems (rename one); see also static/Img [KG0005]\n"},
		"a dot at the end": {[]string{"static/a."}, "static/a.: \"a.\" ends in a dot or a blank, which Windows takes away (rename it) [KG0004]\n"},
		"controls": {[]string{"static/a\x1b[2J\nb.svg"},
			"static/a\\u001b[2J\\nb.svg: U+001B ESCAPE is not allowed in a text (delete it; it is not to be seen, and came in by copying or in a damaged file) [KG0003]\n" +
				"static/a\\u001b[2J\\nb.svg: a tab or a line break in a name (rename it) [KG0004]\n"},
		"hidden files": {[]string{"static/.a\x1b", "static/.A\x1b"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := site(t, "")
			for _, f := range c.files {
				s[f] = &fstest.MapFile{Data: []byte(entity)}
			}
			if got := problems(t, s); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestKeysOfLanguagesAreFolders(t *testing.T) {
	for key, want := range map[string]string{
		"fr": "", "zh-hant": "", "zh-Hant": "", "pt-BR": "",
		"EN":     "the languages en and EN differ only in case",
		"pt_BR":  "want [language.pt-BR]",
		"../x":   "the language key \"../x\" cannot be a folder of the site",
		"search": "the language key \"search\" is where the search index stands",
		"con":    "the language key \"con\" names a device of Windows, where no file can be called so",
	} {
		s := site(t, "")
		config := string(s["kengash.toml"].Data) + "\n[language.\"" + key + "\"]\nname = \"X\"\n"
		s["kengash.toml"].Data = []byte(config)
		got := problems(t, s)
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: got\n%s\nwant %s", key, got, want)
		}
	}
}
