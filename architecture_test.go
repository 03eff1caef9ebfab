package kengash_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The table of packages in ARCHITECTURE.md names every package of the program with what it may
// import, as TestImportsPointOneWay holds it.
func TestTheTableOfPackagesIsTrue(t *testing.T) {
	text, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	row := regexp.MustCompile("(?m)^\\| \\[`([^`]+)`\\]\\([^)]*\\) \\|.*\\| ([^|]*) \\|$")
	documented := map[string][]string{}
	for _, m := range row.FindAllStringSubmatch(string(text), -1) {
		may := strings.Split(m[2], ", ")
		if m[2] == "–" {
			may = nil
		}
		slices.Sort(may)
		documented[m[1]] = may
	}
	for path, imports := range allowed {
		name := strings.TrimPrefix(path, module+"/")
		if path == module {
			name = "embed.go"
		}
		if strings.HasPrefix(name, "tools/") {
			continue // programs of their own
		}
		have, ok := documented[name]
		if !ok {
			t.Errorf("ARCHITECTURE.md has no row for %s", name)
			continue
		}
		var want []string
		for _, imported := range imports {
			want = append(want, shortName(imported))
		}
		slices.Sort(want)
		if !slices.Equal(have, want) {
			t.Errorf("ARCHITECTURE.md says that %s may import %q, want %q", name, have, want)
		}
	}
}

// shortName is how the table names a package that another one imports.
func shortName(path string) string {
	if path == module {
		return "embed.go"
	}
	return strings.TrimPrefix(strings.TrimPrefix(path, internal+"/"), module+"/")
}
