package pages

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// book is a site of seven pages, each made of its number and a text of its own.
func book(page func(n int, text string) string) fs.FS {
	var pairs []string
	for n := range 7 {
		text := fmt.Sprintf("<p>Text %d of its own.<p>Choose", n)
		pairs = append(pairs, fmt.Sprintf("guide/%d.html", n), page(n, text))
	}
	return site(pairs...)
}

func TestRunningLinesAreLeftOut(t *testing.T) {
	for _, c := range []struct {
		name    string
		page    func(n int, text string) string
		body    string // of page 3
		running []string
	}{
		{"a head and a foot in tables", func(n int, text string) string {
			return "<title>T</title><table><tr><td>The Book<td>Small. Fast.</table><h1>One</h1>" + text + "<table><tr><td><a href=p>Prev</a><td><a href=n>Next</a></table>"
		}, "One\nText 3 of its own.", []string{"The Book", "Small. Fast.", "Choose", "Next", "Prev"}},
		{"no title, and a line of its own at the head", func(n int, text string) string {
			return fmt.Sprintf("<title>T</title><div>The Book</div><div>Chapter %d</div><div>Edition 2</div>%s", n, text)
		}, "Chapter 3\nEdition 2\nText 3 of its own.", []string{"The Book", "Choose"}},
		{"a line of its own before a title", func(n int, text string) string {
			return fmt.Sprintf("<title>T</title><div>The Book</div><div>Chapter %d</div><div>Edition 2</div><h1 id=t>One</h1>%s", n, text)
		}, "Chapter 3\nOne\nText 3 of its own.", []string{"Choose", "Edition 2", "The Book"}},
		{"in a few of the pages", func(n int, text string) string {
			if n < 4 {
				text = "<div>The Book</div>" + text
			}
			return "<title>T</title>" + text + "<p>" + fmt.Sprint(n)
		}, "The Book\nText 3 of its own.\nChoose\n3", nil},
		{"the rows of a table", func(n int, text string) string {
			return "<title>T</title>" + text + fmt.Sprint("<p>See also ", n, "<table><tr><td>a function<tr><td>a function</table>")
		}, "Text 3 of its own.\nChoose\nSee also 3\na function\na function", nil},
		{"nothing else", func(int, string) string { return "<title>T</title><p>The Book" }, "The Book", nil},
		{"what a page says is to be read", func(_ int, text string) string {
			return "<title>T</title><div data-search-body><div>The Book</div>" + text + "</div>"
		}, "The Book\nText 3 of its own.\nChoose", nil},
	} {
		docs, report := mustRead(t, book(c.page), Options{DefaultLang: "en"})
		if len(docs) != 7 || docs[3].Body != c.body {
			t.Errorf("%s: %q, want %q", c.name, docs[3].Body, c.body)
		}
		var lines []string
		for _, r := range report.Running {
			lines = append(lines, r.Line)
			if r.Pages != 7 {
				t.Errorf("%s: %q is said to be left out of %d pages", c.name, r.Line, r.Pages)
			}
		}
		slices.Sort(lines)
		slices.Sort(c.running)
		if !slices.Equal(lines, c.running) {
			t.Errorf("%s: left out %q, want %q", c.name, lines, c.running)
		}
		all, _ := mustRead(t, book(c.page), Options{DefaultLang: "en", All: true})
		if len(c.running) > 0 && !strings.Contains(all[3].Body, c.running[0]) {
			t.Errorf("%s: with All the text is %q", c.name, all[3].Body)
		}
	}
}
