package results

import "testing"

func TestPlacesAreFoundHoweverAPageIsWritten(t *testing.T) {
	for _, c := range []struct {
		page            string
		ok              bool
		lang            string
		field, noScript string // what stands before the one, and in the other
	}{
		{
			`<header><input name="q"></header><div class="ks-page" data-kengash-search data-lang="ru"><input type="search" name="q"><noscript><p>no</p></noscript></div>`,
			true, "ru", `<input`, `<noscript><p>no</p></noscript>`,
		},
		{
			`<div data-lang=zh data-kengash-search><INPUT type=search name=q required><noscript>a</noscript><noscript>b</noscript>`,
			true, "zh", `<INPUT`, `<noscript>a</noscript>`,
		},
		{`<div data-kengash-search=''><noscript>a</noscript>`, true, "", "", `<noscript>a</noscript>`},
		{`<noscript>before</noscript><div data-kengash-search></div>`, false, "", "", ""},
		{`<p>data-kengash-search</p><noscript>a</noscript>`, false, "", "", ""},
		{`<!-- <div data-kengash-search> --><noscript>a</noscript>`, false, "", "", ""},
		{``, false, "", "", ""},
	} {
		p, ok := findPlaces([]byte(c.page))
		if ok != c.ok || p.lang != c.lang {
			t.Errorf("%s: %v, language %q", c.page, ok, p.lang)
		}
		if !ok {
			continue
		}
		if before := c.page[:p.field]; p.field > 0 != (c.field != "") || before[len(before)-len(c.field):] != c.field {
			t.Errorf("%s: an attribute is added after %q, want %q", c.page, before, c.field)
		}
		if got := c.page[p.noScript[0]:p.noScript[1]]; got != c.noScript {
			t.Errorf("%s: the element is %q, want %q", c.page, got, c.noScript)
		}
	}
}
