package source

import (
	"strings"
	"testing"
)

// left are the texts that were left out of a document, each with what it is called.
func left(doc *Document) string {
	var lines []string
	for _, m := range mended(doc, "left out") {
		lines = append(lines, strings.TrimPrefix(m.What, "left out ")+": "+m.From)
	}
	return strings.Join(lines, "\n")
}

func TestATableThatLaysOutAPageIsNoTable(t *testing.T) {
	const text = `<h2>Minutes no. 3</h2><p>The board met on 3 May in the hall.</p><p>Present: Ada Byron</p>`
	const tasks = `<table border=1><tr><td>Who<td>What<tr><td>Ada<td><p>To write.</p><p>To send.</p></table>`
	const want = `
## Minutes no. 3
The board met on 3 May in the hall.
Present: Ada Byron
`
	for _, c := range []struct{ name, page, want, left string }{
		{"one cell", "<table border=1><tr><td>" + text + "</table>", want, ""},
		{"a menu beside the text", "<table><tr><td colspan=2><img src=logo><tr><td><a href=/>Home</a><br><a href=/b>Boards</a> | <a href=/c>Calendar</a><td>" +
			text + tasks + "<tr><td colspan=2>© 2024 The Board</table>", want + "Who | What // Ada | To write.\nTo send.\n",
			"a menu of the page: Home Boards | Calendar\nthe foot of the page: © 2024 The Board"},
		{"tables within tables", "<table><tr><td><table><tr><td><a href=/>Home</a><td><a href=/b>Boards</a></table><tr><td><table><tr><td>" +
			text + "<td></table></table>", want, "a menu of the page: Home\na menu of the page: Boards"},
		{"long cell", "<table><tr><td>Town of X<td><p>" + strings.Repeat("The board met in the hall. ", 9) + "</p><p>Second.</p><p>" + strings.Repeat("Third. ", 20) + "</table>",
			"Town of X\n" + strings.TrimSpace(strings.Repeat("The board met in the hall. ", 9)) + "\nSecond.\n" + strings.TrimSpace(strings.Repeat("Third. ", 20)), ""},
		{"data in paragraphs", "<table><tr><th>Item<th>Decision<tr><td>1<td><p>Approve.</p><ol><li>Send<li>Print</ol><tr><td>2<td>None</table>", `
Item | Decision // 1 | Approve.
1. Send
2. Print // 2 | None`, ""},
		{"a text that is signed at its foot", "<article>" + text + "<footer><p>Signed: Ada Byron</p></footer></article><footer>Imprint</footer>",
			want + "Signed: Ada Byron", "the foot of the page: Imprint"},
		{"a caption", "<table><caption>Who came</caption><tr><td>Ada<td>Chair</table>", "Who came\nAda | Chair", ""},
	} {
		doc := read(t, "a.html", []byte("<!DOCTYPE html>"+c.page))
		doc.Name = c.name
		same(t, doc, c.want)
		if got := left(doc); got != c.left {
			t.Errorf("%s: left out\n%s\nwant\n%s", c.name, got, c.left)
		}
	}
}

func TestWhatStandsBesideTheTextOfAPageIsLeftOut(t *testing.T) {
	const text = "<h1>Minutes</h1><p>The board met. <a href=/m>More</a>"
	const want = "# Minutes\nThe board met. More\n"
	for _, c := range []struct{ name, page, want, left string }{
		{"a link to skip, a path, a menu", "<a href=#main>Skip navigation</a><div><a href=/>Home</a> › <a href=/m>Minutes</a></div><p>Home > Council > Minutes</p><ul><li><a href=/a>A</a><li><a href=/b>B</a></ul>" +
			text, want, "a menu of the page: Skip navigation\na menu of the page: Home › Minutes\nthe path to the page: Home > Council > Minutes\na menu of the page: A\na menu of the page: B"},
		{"after the text", text + "<p><a href=/>Back to the list</a></p><p>© The Board</p>", want, "a menu of the page: Back to the list\nthe foot of the page: © The Board"},
		{"attachments", text + "<p>Attachments:</p><ul><li><a href=/a>Report</a><li><a href=/b>Budget</a></ul>", want + "Attachments:\n- [•] Report\n- [•] Budget", ""},
		{"named", "<div class='top menu'><div>A</div> menu</div>" + text + "<div id=sidebar>News</div><aside>Weather</aside><div class=with-sidebar>Text</div>", want + "Text",
			"a menu of the page: A menu\nthe side of the page: News\nthe side of the page: Weather"},
		{"the text in what is named a menu", "<div class=menu>" + text, want, ""},
		{"links alone", "<ul><li><a href=/a>A</a><li><a href=/b>B</a></ul>", "- [•] A\n- [•] B", ""},
		{"the name of the site above its menu", "<h1>Town</h1><ul><li><a href=/a>A</a><li><a href=/b>B</a><li><a href=/c>C</a></ul><h2>Minutes</h2><p>Met.", "# Town\n## Minutes\nMet.",
			"a menu of the page: A\na menu of the page: B\na menu of the page: C"},
	} {
		doc := read(t, "a.html", []byte("<!DOCTYPE html>"+c.page))
		doc.Name = c.name
		same(t, doc, c.want)
		if got := left(doc); got != c.left {
			t.Errorf("%s: left out\n%s\nwant\n%s", c.name, got, c.left)
		}
	}
}

func TestLineBreaksThatEndParagraphs(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"empty lines", "<div>The board met.<br><br>It agreed<br>\nto go on<br> <br>and on.</div>", "The board met.\nIt agreed / to go on\nand on."},
		{"labels", "<p>Present: Ada Byron<br>Apologies: Alan Turing,<br>Kurt Goedel<br>记录：张三", "Present: Ada Byron\nApologies: Alan Turing, / Kurt Goedel\n记录：张三"},
		{"sentences", "<p>It was agreed.<br>Ada will write to Mr.<br>Babbage", "It was agreed.\nAda will write to Mr. / Babbage"},
		{"items", "<p>Agenda<br>1. Money<br>2. Any other business<br>- none", "Agenda\n1. Money\n2. Any other business\n- none"},
		{"names", "<p>Ada Byron, chair<br>Alan Turing<br>Kurt Goedel", "Ada Byron, chair\nAlan Turing\nKurt Goedel"},
		{"an initial", "<p>Chair of the board<br>A. Byron", "Chair of the board / A. Byron"},
		{"a title", "<p align=center>MINUTES<br>of the board<br>of the club", "MINUTES / of the board / of the club"},
		{"a text with its own lines", "<p>Log</p><pre>\nMINUTES OF THE BOARD\n\n1. The board discussed the plan for the coming year, and agreed that\n   a draft would be ready by June.\n2. It closed.\n</pre>",
			"Log\nMINUTES OF THE BOARD\n1. The board discussed the plan for the coming year, and agreed that a draft would be ready by June.\n2. It closed."},
	} {
		doc := read(t, "a.html", []byte("<!DOCTYPE html>"+c.page))
		doc.Name = c.name
		same(t, doc, c.want)
	}
}
