package main

import (
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/kengash/kengash/generator/internal/scale"
)

// series is what two sizes might take.
func series() []*figures {
	c := func(cpu, memory float64) []cost {
		return []cost{{cpu: cpu, elapsed: cpu / 2, largest: memory, together: memory, stages: map[string]float64{"reading": cpu / 10, "indexing": cpu / 3}}}
	}
	return []*figures{
		{
			records: 100, kengash: c(3, 1e8), unchanged: c(0.1, 1e8), cached: c(0.4, 1e8), text: c(0.2, 1e8), facts: c(0.3, 1e8), hugo: c(0.5, 5e7), pagefind: c(1, 2e8),
			site: tally{400, 700, 7e6}, native: tally{0, 9, 1e6}, plain: tally{350, 400, 3e6}, plainSearch: tally{0, 500, 1e6},
		},
		{
			records: 1000, kengash: c(21, 4e8), unchanged: c(1, 1e8), cached: c(4, 1e8), text: c(2, 1e8), facts: c(3, 1e8), hugo: c(5, 3e8), pagefind: c(12, 9e8),
			site: tally{3400, 5000, 6e7}, native: tally{0, 9, 1e7}, plain: tally{3350, 3500, 2.9e7}, plainSearch: tally{0, 3600, 1e7},
		},
	}
}

func TestReport(t *testing.T) {
	got := report(series(), "2 cores", time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC))
	for _, line := range []string{
		"`make bench-build`, 27 November 2026, 2 cores. ",
		"| records × 3 languages | 100 | 1,000 |\n|---|---|---|\n",
		"| **CPU time: Kengash, with its index** | **3.0 s** | **21 s** |\n",
		"| **Kengash ÷ (Hugo + Pagefind)** | **2.00** | **1.24** |\n",
		"| each further page, compared with the column before: Kengash; Hugo + Pagefind | – | 6.0 ms; 5.2 ms |\n",
		"| peak memory of the largest process: Kengash; Hugo; Pagefind | 100 MB; 50 MB; 200 MB | 400 MB; 300 MB; 900 MB |\n",
		"| … their size | 7.0 MB; 4.0 MB | 60 MB; 39 MB |\n",
		"| … the same without the earlier site | 0.4 s; 0.13 | 4.0 s; 0.19 |\n",
		"| … a text changed in one language | 0.2 s; 0.07 | 2.0 s; 0.10 |\n",
		"| stages of Kengash, elapsed: reading | 0.3 s | 2.1 s |\n| … indexing | 1.0 s | 7.0 s |",
	} {
		if !strings.Contains(got, line) {
			t.Errorf("there is no %q in\n%s", line, got)
		}
	}
	if got, want := short(series()), "A collection of 1,000 records in three languages (3,400 pages)"; !strings.HasPrefix(got, want) {
		t.Errorf("in short: %q, want %q", got, want)
	}
}

func TestPictureIsWellFormed(t *testing.T) {
	for name, sizes := range map[string][]*figures{"one size": series()[:1], "two sizes": series()} {
		t.Run(name, func(t *testing.T) {
			svg := picture(sizes)
			elements := map[string]int{}
			for d := xml.NewDecoder(strings.NewReader(svg)); ; {
				token, err := d.Token()
				if errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("%v in\n%s", err, svg)
				}
				if start, is := token.(xml.StartElement); is {
					elements[start.Name.Local]++
				}
			}
			if want := 6 * len(sizes); elements["circle"] != want || elements["title"] != 1 || elements["desc"] != 1 {
				t.Errorf("elements %v, want %d circles, a title and a description", elements, want)
			}
			if strings.Contains(svg, "NaN") || strings.Contains(svg, "Inf") {
				t.Errorf("there are places that are no numbers in\n%s", svg)
			}
		})
	}
}

func TestReplace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "README.md")
	for _, c := range []struct{ before, after, err string }{
		{"a\n" + begin + "\nold\n" + end + "\nb\n", "a\n" + begin + "\nnew\n" + end + "\nb\n", ""},
		{"a\n" + begin + "\nb\n", "", "README.md: want the lines"},
		{"a\n", "", "README.md: want the lines"},
	} {
		if err := os.WriteFile(path, []byte(c.before), 0o644); err != nil {
			t.Fatal(err)
		}
		err := replace(path, "new")
		if c.err != "" {
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%q: error %v, want %q", c.before, err, c.err)
			}
			continue
		}
		got, readErr := os.ReadFile(path)
		if err != nil || readErr != nil || string(got) != c.after {
			t.Errorf("%q became %q, want %q (%v, %v)", c.before, got, c.after, err, readErr)
		}
	}
}

func TestEditsAreUndone(t *testing.T) {
	source := t.TempDir()
	if err := scale.Write(source, 20); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		edit
		lines int // that are other ones
	}{{textEdit, 1}, {factsEdit, 3}} {
		text := func() string {
			text, err := os.ReadFile(filepath.Join(source, filepath.FromSlash(c.file)))
			if err != nil {
				t.Fatal(err)
			}
			return string(text)
		}
		before := text()
		undo, err := c.make(source)
		if err != nil {
			t.Fatal(err)
		}
		old, edited := strings.Split(before, "\n"), strings.Split(text(), "\n")
		if len(edited) != len(old) {
			t.Fatalf("%s has %d lines, had %d", c.file, len(edited), len(old))
		}
		other := 0
		for i := range old {
			if old[i] != edited[i] {
				other++
			}
		}
		if other != c.lines {
			t.Errorf("%s: %d lines were edited, want %d", c.file, other, c.lines)
		}
		if err := undo(); err != nil || text() != before {
			t.Errorf("%s is not as it was (%v)", c.file, err)
		}
	}
}

func TestStages(t *testing.T) {
	got, err := stages([]byte(`{"msg":"begins","stage":"rendering"}
{"msg":"ends","stage":"reading","seconds":0.5}
{"msg":"ends","stage":"rendering","seconds":1}
{"msg":"ends","stage":"rendering","seconds":2}
{"msg":"built","pages":7,"seconds":4}
`))
	if want := map[string]float64{"reading": 0.5, "rendering": 3}; err != nil || !maps.Equal(got, want) {
		t.Errorf("stages %v (%v), want %v", got, err, want)
	}
	if got, err := stages([]byte("built the site\n")); err == nil {
		t.Errorf("stages %v of what is no JSON", got)
	}
}

func TestNumbers(t *testing.T) {
	for got, want := range map[string]string{
		count(7): "7", count(1234): "1,234", count(1234567): "1,234,567",
		seconds(0.04): "0.0 s", seconds(9.94): "9.9 s", seconds(9.96): "10 s", seconds(1263.4): "1,263 s",
		size(9.94e6): "9.9 MB", size(1.26e8): "126 MB", size(2.04e9): "2.0 GB", size(1.3e10): "13 GB",
		digits(0.5): "0.5", digits(1): "1", digits(1000): "1,000",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for line := range strings.Lines(wrap(strings.Repeat("слово ", 60))) {
		if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > 100 {
			t.Errorf("a line has %d columns", n)
		}
	}
}
