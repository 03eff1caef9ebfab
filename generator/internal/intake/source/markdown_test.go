package source

import "testing"

func TestALineOfItsOwnStaysOne(t *testing.T) {
	same(t, read(t, "a.md", []byte("**Present**\nAda, Bo\n\nChair: Ada\nScribe: Bo\nand a line\nthat goes on\n")), `
Present
Ada, Bo
Chair: Ada
Scribe: Bo and a line that goes on
`)
}

func TestMarkdown(t *testing.T) {
	doc := read(t, "minutes.md", []byte(`---
date: 2024-01-02
---
# Meeting of *2 January*

Present: Ada Byron\
Grace Hopper[^1]

## Agenda
1. First &amp; foremost
   - a point, and
     [a link](https://example.org/a)
   - [x] done
3) Third
   goes on

| Item | Owner |
|------|-------|
| *Report* | Ada |

**Decided**

> Quoted words.

<div>Some <b>HTML</b><br>here</div>

[^1]: By phone.
`))
	same(t, doc, `
# Meeting of 2 January
Present: Ada Byron / Grace Hopper
## Agenda
- [1.] First & foremost
-- [•] a point, and a link
-- [•] [x] done
- [3)] Third goes on
Item | Owner // Report | Ada
Decided
Quoted words.
Some HTML / here
^ [1] By phone.
`)
	if b := doc.Blocks[8]; !b.Bold || b.At.Line != 21 {
		t.Errorf("%q: bold %v at %s, want bold at line 21", b.Text, b.Bold, b.At)
	}
	if links := doc.Blocks[4].Links; len(links) != 1 || links[0] != (Link{"a link", "https://example.org/a"}) {
		t.Errorf("links %v", links)
	}
}

func TestLinesThatAnAuthorBeganAreApart(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"bold labels", "**Present:** Ada Byron,\nAlan Turing\n**Absent**: Kurt Goedel\n*Scribe:* Ada\n", "Present: Ada Byron, Alan Turing\nAbsent: Kurt Goedel\nScribe: Ada"},
		{"plain labels", "Chair: Ada Byron\nScribe: Alan\n记录：张三\n", "Chair: Ada Byron\nScribe: Alan\n记录：张三"},
		{"a bold line below an item", "* Ada Byron\n**Apologies**\n* Alan\n", "- [•] Ada Byron\nApologies\n- [•] Alan"},
		{"a bold line above a text", "**Money**\nThe board met.\n", "Money\nThe board met."},
		{"a number after a sentence", "The board decided:\n2. To go on.\n", "The board decided:\n- [2.] To go on."},
		{"a number within a sentence", "The board met in May\n2. It went on.\n", "The board met in May 2. It went on."},
		{"numbers in Chinese", "**销售部**\n1、制定方案。\n2、暂停供货。\n", "销售部\n1、制定方案。\n2、暂停供货。"},
		{"a dotted number below an item", "2. To the office:\n   2.1. to go on;\n   2.2. to stop.\n", "- [2.] To the office:\n- 2.1. to go on;\n- 2.2. to stop."},
		{"hard line ends", "Minutes of the board  \n3 May 2024  \nTown Hall  \nsecond floor\n", "Minutes of the board / 3 May 2024 / Town Hall / second floor"},
		{"code", "```\na: b\n**C:** d\n```\n", "a: b / **C:** d"},
		{"a table without lines at its sides", "A | B\n--- | ---\nChair: x | y\nScribe: z | w\n", "A | B // Chair: x | y // Scribe: z | w"},
	} {
		doc := read(t, "a.md", []byte(c.text))
		doc.Name = c.name
		same(t, doc, c.want)
	}
	doc := read(t, "a.md", []byte("**A:** b\n**C:** d\n\ne\n"))
	if at := doc.Blocks[2].At.Line; at != 4 {
		t.Errorf("the third paragraph is at line %d, want 4", at)
	}
}

func TestFrontMatterNamesTitleAndDay(t *testing.T) {
	for _, text := range []string{
		"---\ntitle: \"Council of May\"\ndate: 2024-05-03T10:00:00+02:00\ndraft: false\n---\nThe council met.\n",
		"+++\ndate = 2024-05-03\ntitle = 'Council of May'\n[params]\ntitle = 'Other'\n+++\nThe council met.\n",
	} {
		doc := read(t, "a.md", []byte(text))
		if doc.Title != "Council of May" || doc.Date != "2024-05-03" {
			t.Errorf("title %q, day %q of\n%s", doc.Title, doc.Date, text)
		}
		same(t, doc, "The council met.")
	}
}
