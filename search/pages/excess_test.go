package pages

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestAPageOfTooMuchIsLeftOutAndSaysWhy(t *testing.T) {
	for body, want := range map[string]string{
		strings.Repeat("words ", maxFile/6):                                                     "larger than 3 MB",
		strings.Repeat("w", maxWord+1):                                                          "has a word of more than 100000 bytes",
		`<p data-search-facet="` + strings.Repeat("a:b,", maxFacets+1) + `">words</p>`:          "has more than 1000 values of facets",
		strings.Repeat("w", maxWord):                                                            "",
		`<p data-search-facet="` + strings.Repeat("a:b,", maxFacets-1) + `a:b">a few words</p>`: "",
	} {
		page := "<!doctype html><html lang=en><meta charset=utf-8><title>T</title><main>" + body + "</main></html>"
		p, err := readFile(fstest.MapFS{"a.html": {Data: []byte(page)}}, "a.html")
		if err != nil || p.reason != want {
			t.Errorf("a page of %d bytes is left out since it %q, want %q (%v)", len(page), p.reason, want, err)
		}
	}
}
