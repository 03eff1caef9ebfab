package load

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/kengash/kengash/generator/internal/model"
)

func TestTheCollectionLoadsWithoutAFault(t *testing.T) { loaded(t, repository) }

func TestMeetingsStandInTheOrderOfTheirDays(t *testing.T) {
	want := []string{"ict-2021", "ict-2023", "ict-2024", "ict-2025", "next"}
	if got := loaded(t, excerpt).IDs(model.Meetings); !slices.Equal(got, want) {
		t.Errorf("meetings stand as %q, want %q", got, want)
	}
}

func TestTheMembersOfEachMeetingAreThoseOfItsDay(t *testing.T) {
	c := loaded(t, excerpt)
	for id, want := range map[string]int{"ict-2021": 8, "ict-2023": 8, "ict-2024": 9, "ict-2025": 10, "next": 0} {
		m, _ := model.Get[*model.Meeting](c, model.Ref{Kind: model.Meetings, ID: id})
		states, recorded := c.Delegations(m)
		if len(states) != want || recorded != (id == "ict-2021") {
			t.Errorf("%s: %q, recorded %v, want %d states", id, states, recorded, want)
		}
		if iran, belarus := slices.Contains(states, "ir"), slices.Contains(states, "by"); iran != (want >= 9) || belarus != (want >= 10) {
			t.Errorf("%s: %q", id, states)
		}
	}
	recorded, _ := model.Get[*model.Meeting](c, model.Ref{Kind: model.Meetings, ID: "ict-2021"})
	derived := c.Members("ict-meeting", "2021-11-25")
	if slices.Sort(derived); !slices.Equal(derived, slices.Sorted(slices.Values(recorded.Delegations))) {
		t.Errorf("the record of 2021 names %q, the members were %q", recorded.Delegations, derived)
	}
}

func TestWhatTheFirstProtocolAnnouncedIsAwaited(t *testing.T) {
	c := loaded(t, excerpt)
	for ref, clause := range map[string]string{"programmes/digital-literacy": "c4.p1", "instruments/concept-action-plan": "c5.p1"} {
		r, _ := model.ParseRef(ref)
		i, ok := model.Get[*model.Instrument](c, r)
		if !ok {
			t.Fatalf("there is no %s", ref)
		}
		want := []model.Awaited{{State: "adopted", Clause: model.Ref{Kind: model.Protocols, ID: "ict-2021", Node: clause}, Since: "2021-11-25"}}
		if got := c.Life(i).Awaited; !slices.Equal(got, want) {
			t.Errorf("%s awaits %v, want %v", ref, got, want)
		}
	}
}

func TestTheRussianProtocolIsParsedIntoBlocks(t *testing.T) {
	p := theProtocol(t, excerpt).Prose["ru"]
	var b strings.Builder
	for _, block := range p.Blocks {
		fmt.Fprintf(&b, "%s %s\nhtml: %s\ntext: %s\n\n", block.ID, block.Pos, block.HTML, block.Text)
	}
	golden(t, "protocol.ru.golden", b.String())
	if len(p.Sections) > 0 {
		t.Error("a document has sections")
	}
}

func TestTheProtocolHasTheSamePartsInEveryLanguage(t *testing.T) {
	p := theProtocol(t, excerpt)
	for lang, text := range p.Prose {
		var parts []string
		for _, part := range model.Parts(text) {
			parts = append(parts, fmt.Sprint(part.ID, " ", len(part.Blocks)))
		}
		want := []string{"pre 4", "c1 3", "c2 1", "c3 1", "c4 1", "c5 1", "c6 1", "end 2", "sig 8"}
		if !slices.Equal(parts, want) {
			t.Errorf("%s: got %q, want %q", lang, parts, want)
		}
	}
	if len(p.Prose) != 3 {
		t.Errorf("the text stands in %d languages", len(p.Prose))
	}
}

func TestAChineseNoteIsParsedIntoSections(t *testing.T) {
	c := loaded(t, excerpt)
	n, _ := model.Get[*model.Note](c, model.Ref{Kind: model.Notes, ID: "kyrgyzstan-tunduk"})
	p := n.Prose["zh"]
	var b strings.Builder
	for _, s := range p.Sections {
		fmt.Fprintf(&b, "%s %q %s\nhtml: %s\ntext: %s\n\n", s.ID, s.Title, s.Pos, s.HTML, s.Text)
	}
	for _, l := range p.Links {
		fmt.Fprintf(&b, "link %s %s\n", l.Pos, l.To)
	}
	for _, c := range p.Cites {
		fmt.Fprintf(&b, "cite %s %s\n", c.Pos, c.Fact)
	}
	golden(t, "note.zh.golden", b.String())
}

func theProtocol(t *testing.T, collection fs.FS) *model.Protocol {
	t.Helper()
	p, ok := model.Get[*model.Protocol](loaded(t, collection), model.Ref{Kind: model.Protocols, ID: "ict-2021"})
	if !ok {
		t.Fatal("there is no protocols/ict-2021")
	}
	return p
}

// The signed text is testdata/protocol-2021-11-25.ru.txt as it was received. What is compared are
// its letters and signs: it was broken into lines for paper, and the numbers of its clauses stand
// in the data.
func TestTheRussianProtocolIsVerbatim(t *testing.T) {
	seed, err := os.ReadFile("testdata/protocol-2021-11-25.ru.txt")
	if err != nil {
		t.Fatal(err)
	}
	number := regexp.MustCompile(`(?m)^(\d+)\. `)
	signed := letters(number.ReplaceAllString(string(seed), ""))

	p := theProtocol(t, repository)
	var text, nums []string
	for _, b := range p.Prose["ru"].Blocks {
		text = append(text, b.Text)
	}
	for _, part := range model.Parts(p.Prose["ru"]) {
		if part.Clause {
			nums = append(nums, p.Node(part.ID).Num)
		}
	}
	got := letters(strings.Join(text, ""))
	if got != signed {
		at := 0
		g, s := []rune(got), []rune(signed)
		for at < min(len(g), len(s)) && g[at] == s[at] {
			at++
		}
		from := max(at-40, 0)
		t.Errorf("the texts part after %d letters\ngot    %s\nsigned %s", at, string(g[from:min(at+40, len(g))]), string(s[from:min(at+40, len(s))]))
	}
	var printed []string
	for _, m := range number.FindAllStringSubmatch(string(seed), -1) {
		printed = append(printed, m[1])
	}
	if !slices.Equal(nums, printed) {
		t.Errorf("clauses are numbered %q, in the signed text %q", nums, printed)
	}
}

// letters is a text without white space.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func TestTheWordsOfALanguageMayHaveFilesOfTheirOwn(t *testing.T) {
	c := loaded(t, os.DirFS("../../../examples/urdu"))
	if got := c.Config.Title["ur"]; got != "نمونہ کونسل کا ریکارڈ" {
		t.Errorf("the site is called %q", got)
	}
	topic, _ := model.Get[*model.Topic](c, model.Ref{Kind: model.Topics, ID: "reading-rooms"})
	if topic.Label["ur"] != "دارالمطالعہ" || topic.Label["en"] != "Reading rooms" || len(topic.Synonyms["ur"]) != 2 {
		t.Errorf("the topic is %+v", topic)
	}
	if got := topic.Words["ur"]; got != "data/topics/reading-rooms.ur.toml" {
		t.Errorf("its words stand in %q", got)
	}
	protocol, _ := model.Get[*model.Protocol](c, model.Ref{Kind: model.Protocols, ID: "first-2025"})
	if got := protocol.Node("c3").Label["ur"]; got != "رائے کی آزادی (دفعہ 19)" {
		t.Errorf("the clause is called %q", got)
	}
}

func TestKeyedTablesStandInTheOrderOfTheFile(t *testing.T) {
	c := loaded(t, site(t, `
-- data/meetings/m1.toml --
body = "b"
date = "tba"
title = { zh = "会", en = "M" }
agenda.10.title = { en = "Ten", zh = "十" }
agenda.2.title = { en = "Two", zh = "二" }
[agenda.b]
title = { en = "B", zh = "乙" }
[agenda.a]
title = { en = "A", zh = "甲" }
`))
	m, _ := model.Get[*model.Meeting](c, model.Ref{Kind: model.Meetings, ID: "m1"})
	var keys []string
	for _, a := range m.Agenda {
		keys = append(keys, a.Key)
	}
	if !slices.Equal(keys, []string{"10", "2", "b", "a"}) {
		t.Errorf("got %q", keys)
	}
	if m.Date != model.TBA {
		t.Errorf("the date is %q", m.Date)
	}
}

func TestWhatMayBeLeftOutIsFilledIn(t *testing.T) {
	c := loaded(t, site(t, `
-- data/instruments/i.toml --
type = "concept"
availability = "not-in-collection"
title = { en = "I", zh = "文" }
event.adopted.date = 2019-06-14
event.second = { date = "2020", type = "in-force" }
-- data/protocols/p1.toml --
meeting = "m1"
date = 2021-11-25
title = { en = "P", zh = "纪要" }
version.en = { status = "authentic", availability = "in-collection" }
version.zh-authentic = { lang = "zh", status = "authentic", availability = "not-in-collection" }
`))
	i, _ := model.Get[*model.Instrument](c, model.Ref{Kind: model.Instruments, ID: "i"})
	if i.Events[0].Type != "adopted" || i.Events[1].Type != "in-force" || i.Events[0].Date != "2019-06-14" {
		t.Errorf("events are %+v", i.Events)
	}
	p, _ := model.Get[*model.Protocol](c, model.Ref{Kind: model.Protocols, ID: "p1"})
	if p.Versions[0].Lang != "en" || p.Versions[1].Lang != "zh" {
		t.Errorf("versions are %+v", p.Versions)
	}
	if g := c.Config; g.DefaultLanguage != "en" || g.Theme != "kengash" || g.Languages[0].Tag != "en" || g.Languages[1].Tag != "zh-Hans" || g.Languages[0].Direction != "ltr" {
		t.Errorf("the configuration is %+v", g)
	}
}

func TestTheConfigurationMayStandElsewhere(t *testing.T) {
	s := site(t, "")
	other := fstest.MapFS{"other.toml": {Data: []byte(strings.Replace(string(s["kengash.toml"].Data), "Records", "Elsewhere", 1))}}
	c, list, err := Load(Source{Site: s, Config: "other.toml", ConfigFS: other})
	if err != nil || list.Len() > 0 || c.Config.Title["en"] != "Elsewhere" || c.Config.Index.File() != "other.toml" {
		t.Errorf("%v %v", err, lines(list))
	}
	s["conf/two.toml"] = &fstest.MapFile{Data: []byte("base_url = 5\n")}
	_, list, err = Load(Source{Site: s, Config: "conf/two.toml"})
	if err != nil || !strings.Contains(lines(list), "conf/two.toml:1:12: ") {
		t.Errorf("%v %v", err, lines(list))
	}
}

func TestASitesVocabularyIsLaidOverTheProgramsTermByTerm(t *testing.T) {
	program := `
title = { en = "States", zh = "状态", fr = "États" }
[term.draft]
label = { en = "draft", zh = "草案" }
definition.en = "Not yet."
[term.adopted]
label = { en = "adopted", zh = "通过" }
closes = true
formula.en = ["adopted"]
[term.lapsed]
label = { en = "lapsed", zh = "失效" }
`
	for _, tc := range []struct {
		name, site string
		codes      string
		want       string // of adopted: label in en and zh, formula, closes
		problems   string
	}{
		{"none", "", "draft adopted lapsed", "adopted 通过 [adopted] true", ""},
		{"a word", `term.adopted.label.en = "passed"`, "draft adopted lapsed", "passed 通过 [adopted] true", ""},
		{"its own formulas", `term.adopted.formula.en = ["passed"]`, "draft adopted lapsed", "adopted 通过 [passed] true", ""},
		{"a new term", `term.published.label = { en = "published", zh = "公布" }`, "draft adopted lapsed published", "adopted 通过 [adopted] true", ""},
		{"a new term in its place", "[term.adopted]\n[term.published]\nlabel = { en = \"published\", zh = \"公布\" }", "draft adopted published lapsed", "adopted 通过 [adopted] true", ""},
		{"before a known one", "[term.idea]\nlabel = { en = \"idea\", zh = \"想法\" }\n[term.draft]", "idea draft adopted lapsed", "adopted 通过 [adopted] true", ""},
		{"another order", "[term.lapsed]\n[term.adopted]\n[term.draft]", "lapsed adopted draft", "adopted 通过 [adopted] true", ""},
		{"languages that the site does not have", `term.adopted.label.de = "beschlossen"`, "draft adopted lapsed", "adopted 通过 [adopted] true", ""},
		{"in place of it", "replace = true\ntitle.en = \"Own\"\nterm.adopted.label.en = \"passed\"", "adopted", "passed  [] false", ""},
		{"a new term without a word", `term.published.closes = true`, "draft adopted lapsed published", "adopted 通过 [adopted] true",
			`data/vocabularies/instrument-state.toml:1:6: missing key "label" [KG0202]`},
		{"in place of it, incomplete", "replace = true\n[term.adopted]", "adopted", "  [] false",
			`data/vocabularies/instrument-state.toml:1:1: missing key "title" [KG0202]
data/vocabularies/instrument-state.toml:2:7: missing key "label" [KG0202]`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			const file = "data/vocabularies/instrument-state.toml"
			s := site(t, "")
			if tc.site != "" {
				s[file] = &fstest.MapFile{Data: []byte(tc.site)}
			}
			c, list, err := Load(Source{Site: s, Defaults: fstest.MapFS{file: {Data: []byte(program)}}})
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.TrimSpace(lines(list)); got != tc.problems {
				t.Errorf("got the problems\n%s\nwant\n%s", got, tc.problems)
			}
			v := c.Vocabulary["instrument-state"]
			if got := strings.Join(v.Codes(), " "); got != tc.codes {
				t.Errorf("the codes are %s, want %s", got, tc.codes)
			}
			term, _, _ := v.Term("adopted")
			if got := fmt.Sprint(term.Label["en"], " ", term.Label["zh"], " ", term.Formula["en"], " ", term.Closes); got != tc.want {
				t.Errorf("adopted is %s, want %s", got, tc.want)
			}
			if len(term.Label) > 2 {
				t.Errorf("languages that the site does not have are kept: %v", term.Label)
			}
		})
	}
}

func TestProse(t *testing.T) {
	for name, c := range map[string]struct {
		lang, text string
		want       []model.Section // without positions
	}{
		"nothing":            {"en", "", nil},
		"white space":        {"en", " \n\n\t\n", nil},
		"no heading":         {"en", "Words.", []model.Section{{HTML: "<p>Words.</p>\n", Text: "Words."}}},
		"a heading alone":    {"en", "## One {#one}", []model.Section{{ID: "one", Title: "One"}}},
		"words before":       {"en", "Lead.\n\n## One {#one}\n\nWords.\n", []model.Section{{HTML: "<p>Lead.</p>\n", Text: "Lead."}, {ID: "one", Title: "One", HTML: "<p>Words.</p>\n", Text: "Words."}}},
		"a smaller heading":  {"en", "## One {#one}\n\n### Two {#two}\n\nWords.", []model.Section{{ID: "one", Title: "One", HTML: "<h3 id=\"two\">Two</h3>\n<p>Words.</p>\n", Text: "Two\nWords."}}},
		"marks in a heading": {"en", "## *One* & `two` {#one}", []model.Section{{ID: "one", Title: "One & two"}}},
		"links":              {"zh", "[智能](topics/ai) <https://kengash.example/> [x](https://kengash.example/ \"t\")", []model.Section{{HTML: "<p><a href=\"/zh/topics/ai.html\">智能</a> <a href=\"https://kengash.example/\">https://kengash.example/</a> <a href=\"https://kengash.example/\" title=\"t\">x</a></p>\n", Text: "智能 https://kengash.example/ x"}}},
		"citations":          {"en", "Words[@f1]. More [@f1 @f1].", []model.Section{{HTML: "<p>Words<sup class=\"cite\"><a href=\"#f1\">1</a></sup>. More<sup class=\"cite\"><a href=\"#f1\">1</a></sup><sup class=\"cite\"><a href=\"#f1\">1</a></sup>.</p>\n", Text: "Words. More."}}},
		"a list":             {"en", "- a\n- b\n", []model.Section{{HTML: "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n", Text: "a\n\nb"}}},
		"entities, escapes":  {"en", "&copy; \\*5\\* &#8212; 1 < 2", []model.Section{{HTML: "<p>© *5* — 1 &lt; 2</p>\n", Text: "© *5* — 1 < 2"}}},
		"code":               {"en", "`a &amp; b`\n\n```\n<b>\n```\n", []model.Section{{HTML: "<p><code>a &amp;amp; b</code></p>\n<pre><code>&lt;b&gt;\n</code></pre>\n", Text: "a &amp; b\n<b>"}}},
	} {
		t.Run(name, func(t *testing.T) {
			c2 := loaded(t, site(t, "-- content/"+c.lang+"/notes/first.md --\n"+c.text+"\n"))
			got := model.BaseOf(c2.Entity(model.Ref{Kind: model.Notes, ID: "first"})).Prose[model.Lang(c.lang)].Sections
			for i := range got {
				if got[i].Pos.Line == 0 {
					t.Errorf("section %d has no place", i)
				}
				got[i].Pos.Line, got[i].Pos.Col, got[i].Pos.File = 0, 0, ""
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestChineseLinesJoinWithoutABlank(t *testing.T) {
	c := loaded(t, site(t, `
-- content/zh/notes/first.md --
## 背景 {#context}

数据交换层用于机关和
各类组织之间。
-- content/zh/protocols/p1.md --
各方商定定期
交流经验。
{#c1.p1}
`))
	s := model.BaseOf(c.Entity(model.Ref{Kind: model.Notes, ID: "first"})).Prose["zh"].Sections[0]
	if s.HTML != "<p>数据交换层用于机关和各类组织之间。</p>\n" {
		t.Errorf("the page has %q", s.HTML)
	}
	if s.Text != "数据交换层用于机关和各类组织之间。" {
		t.Errorf("the search has %q: a word over a line's end is not found", s.Text)
	}
	b := model.BaseOf(c.Entity(model.Ref{Kind: model.Protocols, ID: "p1"})).Prose["zh"].Blocks[0]
	if b.Text != "各方商定定期交流经验。" || b.HTML != b.Text {
		t.Errorf("the document has %q, %q", b.Text, b.HTML)
	}
}

// Files of older systems: Windows-1251, GBK, UTF-16.
func TestAFileInAnotherEncodingIsToldAndNoFault(t *testing.T) {
	for encoding, words := range map[string]string{
		"windows-1251": "\xd1\xf2\xee\xf0\xee\xed\xfb", "GBK": "\xb8\xf7\xb7\xbd\n\xc9\xcc\xb6\xa8", "UTF-16": "\xff\xfeU\x00z\x00", "cut off": "各方\xe5\x95",
	} {
		t.Run(encoding, func(t *testing.T) {
			s := site(t, "")
			s["content/en/notes/first.md"] = &fstest.MapFile{Data: []byte("## One {#one}\n\n" + words + "\n")}
			s["content/en/protocols/p1.md"] = &fstest.MapFile{Data: []byte("One\n{#c1.p1}\n" + words + "\n{#c1.p2}\n")}
			s["data/topics/ai.toml"] = &fstest.MapFile{Data: []byte("[label]\nen = \"" + words + "\"\n")}
			lines := strings.Split(problems(t, s), "\n")
			if len(lines) != 4 || !strings.HasPrefix(lines[0], "content/en/notes/first.md:3:") || !strings.HasPrefix(lines[1], "content/en/protocols/p1.md:3:") ||
				!strings.HasSuffix(lines[0], ": a text in an encoding other than UTF-8 (save the file as UTF-8) [KG0002]") || !strings.HasPrefix(lines[2], "data/topics/ai.toml:2:") {
				t.Errorf("got\n%s", strings.Join(lines, "\n"))
			}
		})
	}
}

func TestABlockMayStandOnSeveralLines(t *testing.T) {
	c := loaded(t, site(t, "-- content/en/protocols/p1.md --\n\n\nThe Parties\n  agreed *at once*.  \n{#c1.p1}  \nNext.\n{#c1.p2}\n"))
	blocks := model.BaseOf(c.Entity(model.Ref{Kind: model.Protocols, ID: "p1"})).Prose["en"].Blocks
	if len(blocks) != 2 || blocks[0].Text != "The Parties agreed at once." || blocks[0].HTML != "The Parties agreed <em>at once</em>." || blocks[1].Pos.Line != 6 {
		t.Errorf("got %+v", blocks)
	}
}

func TestProblemsOfTheFormAreCollectedNotThrown(t *testing.T) {
	_, list, err := Load(Source{Site: fstest.MapFS{}})
	if err := cmp.Or(err, list.Err()); err == nil || errors.Is(err, os.ErrNotExist) {
		t.Errorf("an empty folder is %v", err)
	}
}
