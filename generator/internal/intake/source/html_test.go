package source

import (
	"strings"
	"testing"
)

func TestWebPage(t *testing.T) {
	doc := read(t, "minutes.html", []byte(`<!DOCTYPE html>
<html lang="en-GB"><head><title>Minutes of
 May</title><style>p { color: red }</style><script>var p = "<p>no"</script></head>
<body><nav><ul><li>Home<li>News</ul></nav><ul class="nav navbar-nav"><li>Minutes<li>Members</ul><div role="navigation">Up</div>
<h1>Meeting</h1>
<p align=center>First &amp; <b>foremost</b><br>and
 more<p><strong>Bold </strong></p>
Loose text <a href="/a">with a link</a>
<ol type=a start=2><li>One<ul><li>inner</ul></li><li><p>Two</p><p>more of two</ol>
<table><tr><th colspan=2>Head<th>C<tr><td rowspan=2>A<td>B<td>C<tr><td>D<td>E</table>
<p hidden>never seen</p>
<footer>Imprint</footer>`))
	same(t, doc, `
# Meeting
First & foremost / and more
Bold
Loose text with a link
- [b.] One
-- [•] inner
- [c.] Two
- more of two
Head |  | C // A | B | C //  | D | E
`)
	if doc.Language != "en-GB" || doc.Title != "Minutes of May" {
		t.Errorf("language %q, title %q", doc.Language, doc.Title)
	}
	if b := doc.Blocks[1]; b.Align != "center" || b.Bold || b.At.Line != 6 {
		t.Errorf("%+v", b)
	}
	if b := doc.Blocks[2]; !b.Bold {
		t.Errorf("%+v", b)
	}
	if links := doc.Blocks[3].Links; len(links) != 1 || links[0] != (Link{"with a link", "/a"}) {
		t.Errorf("links %v", links)
	}
	if n := len(mended(doc, "left out")); n != 5 {
		t.Errorf("%d mends %v, want five of what was left out", n, doc.Mends)
	}
}

func TestAWebPageNamesItsEncoding(t *testing.T) {
	doc := read(t, "a.html", []byte("<meta charset=windows-1251><p>\xcf\xd0\xce\xd2\xce\xca\xce\xcb"))
	if doc.Encoding != "windows-1251" || doc.Blocks[0].Text != "ПРОТОКОЛ" {
		t.Errorf("%s: %q", doc.Encoding, doc.Blocks[0].Text)
	}
}

func TestHostileWebPagesMeetLimits(t *testing.T) {
	for _, c := range []struct{ name, data, why string }{
		{"lists.html", strings.Repeat("<ul><li>", 1000), "lists within lists"},
		{"tables.html", strings.Repeat("<table><tr><td>", 1000), "tables within tables"},
		{"long.html", strings.Repeat("a ", mostSource/2+1), "it has more than 12 MB of text"},
		{"blocks.html", strings.Repeat("<p>a", mostBlocks+1), "paragraphs"},
	} {
		refused(t, c.name, []byte(c.data), c.why)
	}
	read(t, "bold.html", []byte(strings.Repeat("<b id=1><p>a", 15_000)))
	read(t, "wide.html", []byte("<table><tr><td colspan=1000000 rowspan=1000000>a<tr><td>b</table>"))
}
