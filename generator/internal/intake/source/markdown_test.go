package source

import "testing"

func TestALineOfItsOwnStaysOne(t *testing.T) {
	same(t, read(t, "a.md", []byte("**Present**\nAda, Bo\n\nChair: Ada\nScribe: Bo\nand a line\nthat goes on\n")), `
Present / Ada, Bo
Chair: Ada / Scribe: Bo and a line that goes on
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
