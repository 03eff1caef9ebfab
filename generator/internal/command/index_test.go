package command

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kengash/kengash/search"
)

// runIndex runs the index command on a folder of files.
func runIndex(t *testing.T, dir string, flags ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = Run(t.Context(), append(append([]string{"index"}, flags...), dir), strings.NewReader(""), &out, &errs)
	return code, out.String(), errs.String()
}

func writeFiles(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestIndexMakesAnyFolderSearchable(t *testing.T) {
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{
		"index.html":      `<html lang=en><title>Spectrum policy</title><nav>menu</nav><main data-search-facet="topic:spectrum">Radio frequencies</main>`,
		"ru/spektr.html":  `<html lang=ru-RU><title>Политика спектра</title><main>Радиочастоты</main>`,
		"plain/note.html": `<title>Note</title><p data-search-facet="author:Ann, sort:x">No language`,
		"old.html":        `<meta http-equiv=refresh content="0;url=index.html">`,
	})
	code, out, errs := runIndex(t, dir)
	if code != 0 {
		t.Fatalf("exit %d: %s", code, errs)
	}
	for _, want := range []string{"3 documents of 3 pages (en 1, ru 1, und 1), ", "<div data-kengash-search></div>", `<script defer src="/search/kengash-search.js"></script>`} {
		if !strings.Contains(out, want) {
			t.Errorf("output has no %q:\n%s", want, out)
		}
	}
	for _, want := range []string{"left out: old.html: leads to another page", "1 pages without <html lang>", `facet "sort" on 1 pages is not used`} {
		if !strings.Contains(errs, want) {
			t.Errorf("warnings have no %q:\n%s", want, errs)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "search", search.ClientFile)); err != nil {
		t.Error(err)
	}
	ix, err := search.Open(filepath.Join(dir, "search"))
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	for query, url := range map[string]string{"политика спектра": "ru/spektr.html", "topic:spectrum radio": "index.html", "author:ann": "plain/note.html"} {
		answer, err := ix.Search(context.Background(), search.Request{Query: query})
		if err != nil || len(answer.Hits) != 1 || answer.Hits[0].URL != url {
			t.Errorf("%s: %+v, %v; want %s", query, answer, err, url)
		}
	}
}

func TestIndexReportsGuessedLanguagesAndPagesThatSayNoindex(t *testing.T) {
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{
		"ru/a.html": "Обзор", "zh_CN/a.html": "<p>Overview",
		"b.html":   "<p>This is the text of a page that says nothing of the language it is in.",
		"tag.html": "<meta name=robots content=noindex><p>tag",
	})
	code, out, errs := runIndex(t, dir, "--lang", "ru=ru", "--lang", "zh=zh_CN/")
	if want := "3 documents of 3 pages (en 1, ru 1, zh 1), "; code != 0 || !strings.Contains(out, want) {
		t.Errorf("exit %d, output has no %q:\n%s", code, want, out)
	}
	for _, want := range []string{"1 pages without <html lang>; guessed from their text: en 1; say it by", "left out: tag.html: says noindex"} {
		if !strings.Contains(errs, want) {
			t.Errorf("warnings have no %q:\n%s", want, errs)
		}
	}
	if _, out, errs := runIndex(t, dir, "--all"); strings.Contains(errs, "noindex") || !strings.Contains(out, " of 4 pages") {
		t.Errorf("--all: %s%s", out, errs)
	}
	if code, _, errs := runIndex(t, dir, "--lang", "ru"); code != 1 || !strings.Contains(errs, `bad language "ru"`) {
		t.Errorf("exit %d, %s", code, errs)
	}
}

func TestIndexAgainKeepsOneOlderBuild(t *testing.T) {
	dir := t.TempDir()
	for _, text := range []string{"one", "two", "three"} {
		writeFiles(t, dir, map[string]string{"a.html": "<html lang=en><title>" + text + "</title><p>" + text})
		if code, _, errs := runIndex(t, dir); code != 0 {
			t.Fatalf("exit %d: %s", code, errs)
		}
	}
	builds, err := filepath.Glob(filepath.Join(dir, "search", "*", "labels.json"))
	if err != nil || len(builds) != 2 {
		t.Errorf("%d builds, %v; want the new one and the one before", len(builds), err)
	}
}

func TestIndexSaysWhatIsWrong(t *testing.T) {
	none, ignored := t.TempDir(), t.TempDir()
	writeFiles(t, ignored, map[string]string{"a.html": "<body data-search-ignore>x"})
	for _, c := range []struct {
		dir   string
		flags []string
		code  int
		want  string
	}{
		{filepath.Join(none, "missing"), nil, 1, "there is no folder"},
		{none, nil, 1, "there are no HTML files in"},
		{ignored, nil, 1, "the first, a.html, says that it is to be ignored"},
		{none, []string{"--facet", "author=q"}, 1, `cannot be "q"`},
		{none, []string{"--default-lang", "русский"}, 1, "bad language"},
		{none, []string{none}, 2, "accepts 1 arg(s)"},
	} {
		if code, _, errs := runIndex(t, c.dir, c.flags...); code != c.code || !strings.Contains(errs, c.want) {
			t.Errorf("%v %s: exit %d, %s; want %d, %s", c.flags, c.dir, code, errs, c.code, c.want)
		}
	}
}
