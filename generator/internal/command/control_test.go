package command

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/chars"
)

// hostile is what would act on a terminal, or forge a line of what a command prints.
const hostile = "x\x1b[2J\u202e\u009b\nkengash: no problems"

// acts fails where output holds what acts on a terminal, and returns its lines.
func acts(t *testing.T, of string, output []byte) []string {
	t.Helper()
	if found := chars.Find(output); len(found) > 0 {
		t.Errorf("%s prints %s: %q", of, chars.Name(found[0].Rune), output)
	}
	return strings.Split(strings.TrimSuffix(string(output), "\n"), "\n")
}

func TestNoCommandPrintsWhatActsOnATerminal(t *testing.T) {
	site := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(site, os.DirFS(fixture)); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"data/topics/" + hostile + ".toml":       "label.en = \"X\"\n",
		"data/states/" + "fi.toml":               "iso2 = \"" + hostile + "\"\n",
		"data/" + hostile + "/a.toml":            "",
		"content/en/notes/" + hostile + ".md":    hostile,
		"content/" + hostile + "/notes/a.md":     "",
		"content/en/" + hostile + "/a.md":        "",
		"static/" + hostile:                      "",
		"i18n/en.toml":                           "menu = \"a\\u001b\"\n",
		"content/en/protocols/first-2020.md":     "Record {#title}\n\x1b]0;title\a\n{#c1.p1 \x1b}\n",
		"data/vocabularies/" + hostile + ".toml": "title = " + hostile,
	} {
		file := filepath.Join(site, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if runtime.GOOS == "linux" { // others take no such name
		if err := os.WriteFile(filepath.Join(site, "static", "a\xff\x9b31m.svg"), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{
		{"check", "-s", site},
		{"check", "--strict", "-s", site},
		{"build", "-s", site, "-d", filepath.Join(t.TempDir(), "out")},
		{"mark", "-s", site, "protocols/first-2020", "ru"},
		{"mark", "-s", fixture, "protocols/" + hostile, "ru"},
		{"search", "--index", hostile, "word"},
		{"check", "-s", hostile},
		{"index", site},
		{"build", "--dump-hugo", filepath.Join(t.TempDir(), "dump"), "-s", site},
		{hostile},
	} {
		var stdout, stderr bytes.Buffer
		if code := Run(context.Background(), args, nil, &stdout, &stderr); code == 0 {
			t.Errorf("%q finds no fault", args)
		}
		acts(t, "stdout of "+args[0], stdout.Bytes())
		if args[0] == "check" && args[2] == site && runtime.GOOS == "linux" && !strings.Contains(stderr.String(), `a\xff\x9b31m.svg: has a name in an encoding other than`) {
			t.Errorf("a name that is no UTF-8 is not told:\n%s", stderr.String())
		}
		for _, line := range acts(t, args[0], stderr.Bytes()) {
			if line == "kengash: no problems" {
				t.Errorf("%q prints a line of a file's name:\n%s", args, stderr.String())
			}
		}
	}
}

func TestASearchPrintsWhatPagesHoldAsItStands(t *testing.T) {
	dir := t.TempDir()
	page := "<!doctype html><html lang=en><title>Word \u202e\u009b title</title><main><p>A word \x1b[2J and \u2028 more.</p></main>"
	if err := os.WriteFile(filepath.Join(dir, "a\u202e.html"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) []byte {
		var stdout, stderr bytes.Buffer
		if code := Run(context.Background(), args, nil, &stdout, &stderr); code != 0 {
			t.Fatalf("%q: %d, %s", args, code, stderr.String())
		}
		acts(t, args[0], stderr.Bytes())
		acts(t, args[0], stdout.Bytes())
		return stdout.Bytes()
	}
	run("index", dir)
	if text := string(run("search", "--index", dir, "word")); !strings.Contains(text, `Word \u202e\u009b title`) {
		t.Errorf("the text is\n%s", text)
	}
	var answer struct{ Hits []struct{ Title string } }
	if err := json.Unmarshal(run("search", "--json", "--index", dir, "word"), &answer); err != nil {
		t.Fatal(err)
	}
	if len(answer.Hits) != 1 || answer.Hits[0].Title != "Word \u202e\u009b title" {
		t.Errorf("the JSON says %q", answer.Hits)
	}
}
