package documents_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/documents"
	"github.com/kengash/kengash/generator/internal/site"
)

var update = flag.Bool("update", false, "write the golden file anew")

// The small site's documents, labels and glossary, as the search gets them.
func TestDocumentsOfASite(t *testing.T) {
	c, err := site.Open(site.Source{Dir: "../../testdata/site"})
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, d := range documents.Of(c) {
		fmt.Fprintf(&got, "%s\n  %s\n  %s\n", d.ID, d.URL, d.Title)
		write(t, &got, "facets", d.Facets)
		write(t, &got, "date", d.Date)
		write(t, &got, "in", d.Breadcrumb)
		write(t, &got, "aliases", d.Aliases)
		write(t, &got, "body", d.Body)
		write(t, &got, "hidden", d.Hidden)
		write(t, &got, "places", d.Places)
	}
	write(t, &got, "labels", documents.Labels(c))
	write(t, &got, "glossary", documents.Glossary(c))
	const name = "testdata/site.txt"
	if *update {
		if err := os.WriteFile(name, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("the documents differ from %s; write it anew by -update and look at the difference", name)
	}
}

// The words of a topic are listed with the comma of their language.
func TestTheCommaOfALanguage(t *testing.T) {
	for _, c := range []struct{ site, id, want string }{
		{"../../testdata/ict", "zh/topics/ai", "人工智能技术、"},
		{"../../testdata/ict", "en/topics/ai", "AI technologies, "},
		{"../../../examples/urdu", "ur/topics/reading-rooms", "ریڈنگ روم، "},
	} {
		collection, err := site.Open(site.Source{Dir: c.site})
		if err != nil {
			t.Fatal(err)
		}
		var body string
		for _, d := range documents.Of(collection) {
			if d.ID == c.id {
				body = d.Hidden
			}
		}
		if !strings.Contains(body, c.want) {
			t.Errorf("%s does not say %q: %s", c.id, c.want, body)
		}
	}
}

// write writes a value that is not empty in a line.
func write(t *testing.T, to *strings.Builder, name string, value any) {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	if s := string(text); s != "null" && s != `""` && s != "[]" && s != "{}" {
		fmt.Fprintf(to, "  %s %s\n", name, s)
	}
}
