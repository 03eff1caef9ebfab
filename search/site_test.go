package search

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// site is a small site in three languages, and one document in a language without an analyser.
type site struct {
	Documents []Document
	Labels    Labels
}

func readSite(t testing.TB) site {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "site.json"))
	if err != nil {
		t.Fatal(err)
	}
	var s site
	if err := json.Unmarshal(b, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// openDocuments builds and opens an index of its own for a test.
func openDocuments(t testing.TB, docs []Document, labels Labels, glossary ...Concept) *Index {
	t.Helper()
	dir := t.TempDir()
	if _, err := Build(context.Background(), dir, docs, Options{Labels: labels, Glossary: glossary}); err != nil {
		t.Fatal(err)
	}
	ix, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := ix.Close(); err != nil {
			t.Error(err)
		}
	})
	return ix
}

func openSite(t testing.TB) *Index {
	t.Helper()
	s := readSite(t)
	return openDocuments(t, s.Documents, s.Labels)
}

func mustSearch(t testing.TB, ix *Index, req Request) *Response {
	t.Helper()
	res, err := ix.Search(context.Background(), req)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// ids lists hits, with "+" before those of lower tiers.
func ids(res *Response) string {
	var out []string
	for _, h := range res.Hits {
		id := h.ID
		if h.Tier > 0 {
			id = "+" + id
		}
		out = append(out, id)
	}
	return strings.Join(out, " ")
}
