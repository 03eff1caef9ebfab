package manifest

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// published makes a small site with a manifest.
func published(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"index.html": "a", "en/ü b.html": "b", "ru/c.html": "c"} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	sums, err := Sums(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Write(dir, sums); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestCheck(t *testing.T) {
	dir := published(t)
	mux := http.NewServeMux()
	mux.Handle("/kb/", http.StripPrefix("/kb", http.FileServer(http.Dir(dir))))
	web := httptest.NewServer(mux)
	defer web.Close()
	places := []string{dir, web.URL + "/kb/", web.URL + "/kb"}
	for _, place := range places {
		if n, found, err := Check(t.Context(), place, nil); n != 3 || len(found) > 0 || err != nil {
			t.Errorf("%s: %d, %v, %v", place, n, found, err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "en", "ü b.html"), []byte("B"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "ru", "c.html")); err != nil {
		t.Fatal(err)
	}
	for _, place := range places {
		_, found, err := Check(t.Context(), place, nil)
		if err != nil || len(found) != 2 || found[0].Msg != "is not the file that was built" || found[1].Msg != "is missing" {
			t.Errorf("%s: %v, %v", place, found, err)
		}
	}
}

func TestWriteKeepsTheSitesOwn(t *testing.T) {
	dir := published(t)
	if _, err := Write(dir, nil); err == nil || !strings.Contains(err.Error(), "of its own") {
		t.Errorf("error %v", err)
	}
}

func FuzzParse(f *testing.F) {
	sum := strings.Repeat("0a", 32)
	for _, s := range []string{sum + "  en/index.html\n", sum + " x", sum + "  ../x\n", "", "\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		sums, err := Parse(data)
		if err == nil && len(sums) == 0 {
			t.Error("an empty manifest is none")
		}
	})
}
