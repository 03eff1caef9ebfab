package render

import "testing"

func TestLinksWithinALanguageAreShort(t *testing.T) {
	for _, c := range []struct{ url, page, want string }{
		{"/en/notes/b.html", `<a href=../../en/notes/a.html#x>a</a>`, `<a href=../notes/a.html#x>a</a>`},
		{"/en/notes/b.html", `<a class=x href="../../en/open.html?q=1">a</a>`, `<a class=x href="../open.html?q=1">a</a>`},
		{"/en/notes/b.html", `<p><a href=../../en/open.html>a</a> <a href=../../ru/open.html>`, `<p><a href=../open.html>a</a> <a href=../../ru/open.html>`},
		{"/en/notes/list/2.html", `<a href=../../../en/notes/a.html>`, `<a href=../../notes/a.html>`},
		{"/en/open.html", `<a href=../en/notes/a.html><a href=../emblem.svg>`, `<a href=notes/a.html><a href=../emblem.svg>`},
		// The folder itself, words of the text, and what is no link stay.
		{"/en/notes/b.html", `<a href="../../en/">`, `<a href="../../en/">`},
		{"/en/notes/b.html", `<p>Write a href=../../en/notes/a.html`, `<p>Write a href=../../en/notes/a.html`},
		{"/en/notes/b.html", `<input data-src=../../en/notes/a.js>`, `<input data-src=../../en/notes/a.js>`},
		{"/index.html", `<a href=./en/index.html>`, `<a href=./en/index.html>`},
		{"/en/notes/b.html", `<a href=../../en/`, `<a href=../../en/`},
	} {
		if got := string(shortLinks(c.url, []byte(c.page))); got != c.want {
			t.Errorf("on %s\n%s\nis\n%s\nwant\n%s", c.url, c.page, got, c.want)
		}
	}
}

func TestLineBreaksThatMeanNothingAreLeftOut(t *testing.T) {
	const page = "<!doctype html><html lang=en>\n<meta charset=utf-8>\n<title>A</title>\n<main>\n<h1>A</h1>\n<p>one\n<a href=b>b</a>\n<track>\n</main>\n"
	const want = "<!doctype html><html lang=en><meta charset=utf-8><title>A</title><main><h1>A</h1>\n<p>one\n<a href=b>b</a>\n<track></main>\n"
	if got := string(withoutBreaks([]byte(page))); got != want {
		t.Errorf("%q\nwant %q", got, want)
	}
}
