package search

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/kengash/kengash/search/internal/bundle"
)

// FuzzOpen holds that an index whose current.json or manifest is of any bytes is refused, or
// answers.
func FuzzOpen(f *testing.F) {
	dir := f.TempDir()
	docs := []Document{
		{ID: "en/a", Lang: "en", URL: "a.html", Title: "Radio spectrum", Body: "Policy of the radio spectrum.", Facets: map[string][]string{"kind": {"note"}}},
		{ID: "en/b", Lang: "en", URL: "b.html", Title: "Plan", Body: "A plan.", Date: "2021"},
	}
	if _, err := Build(f.Context(), dir, docs, Options{}); err != nil {
		f.Fatal(err)
	}
	current, err := os.ReadFile(filepath.Join(dir, ManifestFile))
	if err != nil {
		f.Fatal(err)
	}
	manifest, err := bundle.ReadPayload(dir, "", bundle.ManifestKey("en"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(current, manifest)
	f.Add([]byte("{}"), manifest)
	f.Add([]byte("null"), []byte("\x02{}\x00"))
	f.Add([]byte(`{"version":6,"build":"../..","languages":{"en":{"part":".."}}}`), manifest)
	f.Add(current, []byte("\x02{}\x00"))
	f.Fuzz(func(t *testing.T, current, manifest []byte) {
		if err := os.WriteFile(filepath.Join(dir, ManifestFile), current, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := bundle.WritePayload(dir, bundle.ManifestKey("en"), manifest); err != nil {
			t.Fatal(err)
		}
		if err := bundle.SealFile(dir, bundle.ManifestKey("en"), "", nil); err != nil {
			t.Fatal(err)
		}
		ix, err := Open(dir)
		if err != nil {
			return
		}
		for _, query := range []string{"spectrum", `"radio spectrum"`, "spectrm", "kind:note"} {
			if _, err := ix.Search(t.Context(), Request{Query: query}); err != nil {
				t.Logf("%s: %v", query, err) // a file that the manifest does not have
			}
		}
		if err := ix.Close(); err != nil {
			t.Error(err)
		}
	})
}
