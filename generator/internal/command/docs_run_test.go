package command

import (
	"bytes"
	"context"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Command lines that the documentation and --help show succeed. Folders of the reader's machine are
// replaced by folders of the test. serve is left out, since it does not end.
func TestTheDocumentedCommandLinesRun(t *testing.T) {
	lines := documentedLines(t)
	small, err := filepath.Abs(fixture)
	if err != nil {
		t.Fatal(err)
	}
	dir := copyOfTheSite(t)
	t.Chdir(dir)
	runs(t, []string{"build"})
	html := filepath.Join(t.TempDir(), "html") // a site without a search
	if err := os.CopyFS(html, os.DirFS("public")); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(html, "search")); err != nil {
		t.Fatal(err)
	}
	for _, line := range lines {
		args := arguments(line)
		for i := 1; i < len(args); i++ {
			switch args[i-1] {
			case "-s":
				args[i] = dir
			case "-d", "--dump-hugo":
				args[i] = filepath.Join(t.TempDir(), "out")
			}
		}
		switch args[0] {
		case "build": // the last -s counts
			args = append(args, "-s", small)
			if !slices.Contains(args, "-d") {
				args = append(args, "-d", filepath.Join(t.TempDir(), "out"))
			}
		case "index":
			args[len(args)-1] = html
		}
		runs(t, args)
	}
	if len(lines) < 15 {
		t.Errorf("%d command lines were run", len(lines))
	}
}

// documentedLines returns the command lines that can be run of the examples for a shell, without
// the name of the program and comments, each once, in order.
func documentedLines(t *testing.T) []string {
	lines := map[string]bool{}
	add := func(text string) {
		run := regexp.MustCompile(`(?m)^\s*(?:bin/)?kengash ((?:build|check|index|mark|search|version)\b.*?)\s*(?:#.*)?$`)
		for _, m := range run.FindAllStringSubmatch(text, -1) {
			lines[m[1]] = true
		}
	}
	for name, text := range documentation(t) {
		if name == "docs/releasing.md" { // compares two versions of the program
			continue
		}
		for _, block := range regexp.MustCompile("(?ms)^```sh\n(.*?)^```$").FindAllStringSubmatch(text, -1) {
			add(block[1])
		}
	}
	for _, cmd := range newRoot(newTeller(io.Discard)).Commands() {
		add(cmd.Example)
	}
	return slices.Sorted(maps.Keys(lines))
}

// runs checks that a command succeeds.
func runs(t *testing.T, args []string) {
	t.Helper()
	var out bytes.Buffer
	if code := Run(context.Background(), args, nil, &out, &out); code != 0 {
		t.Errorf("kengash %s: exit code %d\n%s", strings.Join(args, " "), code, out.String())
	}
}
