package check

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/load"
)

// typo is a mistake in a file: what is right, or "" where the file is new, and what is typed.
type typo struct{ name, file, right, typed, want string }

// tell checks what is said of each typo.
func tell(t *testing.T, typos []typo) {
	t.Helper()
	for _, c := range typos {
		t.Run(c.name, func(t *testing.T) {
			site, _ := files(t, base)
			if c.right == "" {
				site[c.file] = &fstest.MapFile{}
			}
			text := string(site[c.file].Data)
			if !strings.Contains(text, c.right) {
				t.Fatalf("%s has no %s", c.file, c.right)
			}
			site[c.file].Data = []byte(strings.Replace(text, c.right, c.typed, 1))
			collection, found, err := load.Load(load.Source{Site: site, Defaults: kengash.Defaults()})
			if err != nil {
				t.Fatal(err)
			}
			if collection != nil {
				found.Append(Collection(collection))
			}
			if got := strings.TrimSuffix(lines(found), "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// Whoever types facts and texts makes these mistakes. Each has one cause, and gets one message, of
// its place, its cause and what mends it.
func TestTypicalTyposAreToldOnceWithPlaceCauseAndMend(t *testing.T) {
	tell(t, []typo{
		{"a wrong key", "data/meetings/m1.toml", "format =", "formatt =",
			`data/meetings/m1.toml:3:1: unknown key "formatt" (want agenda, annex, attachment, attendance, attendance_as, body, chair_person, chair_state, confidence, conflict, date, date_confidence, … (38 in all); did you mean "format"?) [KG0201]`},
		{"a value of another vocabulary", "data/meetings/m1.toml", "\"videoconference\"", "\"videoconferense\"",
			`data/meetings/m1.toml:3:10: unknown meeting format "videoconferense" (want in-person, videoconference, hybrid; did you mean "videoconference"?) [KG0209]`},
		{"a day with points", "data/meetings/m1.toml", "2021-11-25", "25.11.2021",
			`data/meetings/m1.toml:2:8: "25.11.2021" is not a date (want year-month-day, as in 2021-11-25) [KG0103]`},
		{"a day with points, in quotes", "data/meetings/m1.toml", "2021-11-25", "\"25.11.2021\"",
			`data/meetings/m1.toml:2:8: "25.11.2021" is not a date (want a date such as 2021-11-25, "2021-11", "2021", "2021/2025"; did you mean 2021-11-25?) [KG0210]`},
		{"an American day", "data/meetings/m1.toml", "2021-11-25", "11/25/2021",
			`data/meetings/m1.toml:2:8: "11/25/2021" is not a date (want year-month-day, as in 2021-11-25) [KG0103]`},
		{"a Chinese day", "data/meetings/m1.toml", "2021-11-25", "2021年11月25日",
			`data/meetings/m1.toml:2:8: "2021年11月25日" is not a date (want year-month-day, as in 2021-11-25) [KG0103]`},
		{"a Chinese day, in quotes", "data/meetings/m1.toml", "2021-11-25", "\"2021年11月25日\"",
			`data/meetings/m1.toml:2:8: "2021年11月25日" is not a date (want a date such as 2021-11-25, "2021-11", "2021", "2021/2025"; did you mean 2021-11-25?) [KG0210]`},
		{"a day that does not exist", "data/meetings/m1.toml", "2021-11-25", "2021-11-31",
			`data/meetings/m1.toml:2:8: a day or an hour that does not exist (want a day of the calendar, as in 2021-11-25) [KG0110]`},
		{"quotes of a word processor", "data/meetings/m1.toml", "\"union\"", "“union”",
			`data/meetings/m1.toml:1:8: a text in quotation marks that TOML does not accept (want straight quotes: "…") [KG0104]`},
		{"one quote of a word processor", "data/meetings/m1.toml", "\"union\"", "\"union”",
			`data/meetings/m1.toml:1:14: a text in quotation marks that TOML does not accept (want straight quotes: "…") [KG0104]`},
		{"a missing quote", "data/meetings/m1.toml", "\"union\"", "\"union",
			`data/meetings/m1.toml:1:8: the text that begins here has no closing quote (put " at its end; put a text of several lines between """ and """) [KG0105]`},
		{"no quotes", "data/meetings/m1.toml", "\"union\"", "union",
			`data/meetings/m1.toml:1:8: a text without quotation marks, or another value that TOML does not have (put a text in quotes: "…") [KG0106]`},
		{"no value", "data/meetings/m1.toml", "\"union\"", "",
			`data/meetings/m1.toml:1:8: a key without a value (want key = "…", or leave the key out) [KG0109]`},
		{"a key twice", "data/meetings/m1.toml", "date =", "body = \"union\"\ndate =",
			`data/meetings/m1.toml:2:1: the key body occurs twice (keep one); see also data/meetings/m1.toml:1:1 [KG0102]`},
		{"a table twice", "data/protocols/p1.toml", "[node.\"sig.1\"]", "[node.\"c1\"]\nnum = \"2\"\n\n[node.\"sig.1\"]",
			`data/protocols/p1.toml:21:2: the table node."c1" occurs twice (keep one of the two, with the keys of both); see also data/protocols/p1.toml:14:2 [KG0102]`},
		{"a Cyrillic letter in a table", "data/protocols/p1.toml", "[node.c1]", "[node.с1]",
			`data/protocols/p1.toml:14:7: с in node.с1 is Cyrillic (U+0441) (want letters of ASCII in a key; did you mean node.c1?) [KG0215]`},
		{"a Cyrillic letter in a node", "content/en/protocols/p1.md", "{#c1.p1}", "{#с1.p1}",
			`content/en/protocols/p1.md:8:1: "с1.p1" cannot be a node (с in с1.p1 is Cyrillic (U+0441); want letters, digits, hyphens and dots, as in c2.p1; did you mean c1.p1?) [KG0503]`},
		{"a misspelt topic", "data/protocols/p1.toml", "[\"ai\"]", "[\"al\"]",
			`data/protocols/p1.toml:18:11: there is no topics/al (want ai; did you mean "ai"?) [KG0301]`},
		{"a misspelt act", "data/protocols/p1.toml", "acts.adopted", "acts.adoptd",
			`data/protocols/p1.toml:19:15: unknown act "adoptd" (want discussed, considered, exchanged-views, noted, supported, agreed, approved, taken-as-basis, adopted, instructed, to-be-agreed, deferred, decided, amended, rejected, recommended, appointed, referred, welcomed, closed; did you mean "adopted"?) [KG0209]`},
		{"an act of another body", "data/protocols/p1.toml", "acts.adopted", "acts.took-note",
			`data/protocols/p1.toml:19:18: unknown act "took-note" (want discussed, considered, exchanged-views, noted, supported, agreed, approved, taken-as-basis, adopted, instructed, to-be-agreed, deferred, decided, amended, rejected, recommended, appointed, referred, welcomed, closed; a site adds one by [term.took-note] with its labels in data/vocabularies/act.toml) [KG0209]`},
		{"a wrong node", "data/protocols/p1.toml", "[node.\"c1.p1\"]", "[node.\"c1.p2\"]",
			`data/protocols/p1.toml:17:7: the text of protocols/p1 has no node "c1.p2" (want c1, c1.p1) [KG0302]`},
		{"a node twice", "content/en/protocols/p1.md", "{#pre.p1}", "{#title}",
			`content/en/protocols/p1.md:5:1: the node title occurs twice (each node once in a text); see also content/en/protocols/p1.md:2:1 [KG0504]`},
		{"a number for a text", "data/protocols/p1.toml", "num = \"1\"", "num = 1",
			`data/protocols/p1.toml:15:7: "num" is a number (want a text in quotes) [KG0203]`},
		{"an unknown language", "data/protocols/p1.toml", "zh = \"纪要\"", "zh = \"纪要\", fr = \"Protocole\"",
			`data/protocols/p1.toml:3:39: "fr" is not a language of the site (want en, zh; a new language begins with [language.fr] in kengash.toml, with its name = "…") [KG0208]`},
		{"a link to nothing", "content/en/notes/first.md", "(instruments/plan)", "(instruments/plans)",
			`content/en/notes/first.md:3:35: there is no instruments/plans (want plan; did you mean "plan"?) [KG0301]`},
		{"another encoding", "content/en/notes/first.md", "Context", "\xcf\xf0\xee",
			`content/en/notes/first.md:1:4: a text in an encoding other than UTF-8 (save the file as UTF-8) [KG0002]`},
		{"a missing bracket", "data/protocols/p1.toml", "[node.c1]", "[node.c1",
			`data/protocols/p1.toml:14:9: the name of a table that has no closing bracket (want [name]) [KG0107]`},
	})
}
