package main

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/stage"
)

// machine says what the figures were measured on.
func (b *bench) machine(ctx context.Context) (string, error) {
	model, _ := os.ReadFile("/proc/cpuinfo")
	memory, _ := os.ReadFile("/proc/meminfo")
	load, _ := os.ReadFile("/proc/loadavg")
	about := fmt.Sprintf("%d cores", runtime.NumCPU())
	if m := regexp.MustCompile(`model name\s*: (.*)`).FindSubmatch(model); m != nil {
		about += " of " + string(m[1])
	}
	if bytes := field(append([]byte("\n"), memory...), "MemTotal:"); bytes > 0 {
		about += fmt.Sprintf(", %.0f GB", bytes/1e9)
	}
	about += ", " + runtime.GOOS
	if busy := strings.Fields(string(load)); len(busy) > 2 {
		about += fmt.Sprintf(" (mean load of the last quarter of an hour: %s)", busy[2])
	}
	for _, v := range []struct{ name, program, arg string }{{"Hugo", b.hugo, "version"}, {"Pagefind", b.pagefind, "--version"}} {
		out, err := exec.CommandContext(ctx, v.program, v.arg).Output()
		if err != nil {
			return "", err
		}
		if number := regexp.MustCompile(`\d+\.\d+\.\d+`).Find(out); number != nil {
			about += fmt.Sprintf("; %s %s", v.name, number)
		}
	}
	return about, nil
}

// row is a row of the table: what it says of a size; before is the next smaller one, or nil.
type row struct {
	name string
	cell func(f, before *figures) string
}

// rows are those of the table, but for the stages.
var rows = []row{
	{"pages: Kengash; plain Hugo", func(f, _ *figures) string { return fmt.Sprintf("%s; %s", count(f.site.pages), count(f.plain.pages)) }},
	{"**CPU time: Kengash, with its index**", func(f, _ *figures) string { return "**" + seconds(median(f.kengash, cpu)) + "**" }},
	{"plain Hugo", func(f, _ *figures) string { return seconds(median(f.hugo, cpu)) }},
	{"Pagefind on its pages", func(f, _ *figures) string { return seconds(median(f.pagefind, cpu)) }},
	{"**Kengash ÷ (Hugo + Pagefind)**", func(f, _ *figures) string { return "**" + ratio(median(f.kengash, cpu), f.both(cpu)) + "**" }},
	{"each further page, compared with the column before: Kengash; Hugo + Pagefind", further},
	{"elapsed: Kengash; Hugo + Pagefind", func(f, _ *figures) string {
		return seconds(median(f.kengash, elapsed)) + "; " + seconds(f.both(elapsed))
	}},
	{"peak memory of the largest process: Kengash; Hugo; Pagefind", func(f, _ *figures) string { return f.memory(largest) }},
	{"… of all processes together", func(f, _ *figures) string { return f.memory(together) }},
	{"files for readers: Kengash; Hugo + Pagefind", func(f, _ *figures) string {
		return fmt.Sprintf("%s; %s", count(f.site.files), count(f.plain.files+f.plainSearch.files))
	}},
	{"… their size", func(f, _ *figures) string { return size(f.site.bytes) + "; " + size(f.plain.bytes+f.plainSearch.bytes) }},
	{"index for programs: Kengash", func(f, _ *figures) string { return size(f.native.bytes) }},
	{"built again, nothing changed: CPU; share of a full build", func(f, _ *figures) string { return f.again(f.unchanged) }},
	{"… the same without the earlier site", func(f, _ *figures) string { return f.again(f.cached) }},
	{"… a text changed in one language", func(f, _ *figures) string { return f.again(f.text) }},
	{"… state, topic and name of a note changed", func(f, _ *figures) string { return f.again(f.facts) }},
}

// both is a figure of Hugo and Pagefind, one after the other.
func (f *figures) both(figure func(cost) float64) float64 {
	return median(f.hugo, figure) + median(f.pagefind, figure)
}

func (f *figures) memory(figure func(cost) float64) string {
	return size(median(f.kengash, figure)) + "; " + size(median(f.hugo, figure)) + "; " + size(median(f.pagefind, figure))
}

func (f *figures) again(costs []cost) string {
	return seconds(median(costs, cpu)) + "; " + ratio(median(costs, cpu), median(f.kengash, cpu))
}

// further says what each page costs that a collection has more than a smaller one.
func further(f, before *figures) string {
	if before == nil {
		return "–"
	}
	each := func(more float64, pages int) string { return fmt.Sprintf("%.1f ms", 1000*more/float64(pages)) }
	return each(median(f.kengash, cpu)-median(before.kengash, cpu), f.site.pages-before.site.pages) + "; " +
		each(f.both(cpu)-before.both(cpu), f.plain.pages-before.plain.pages)
}

// report writes the figures as Markdown.
func report(series []*figures, machine string, now time.Time) string {
	var b strings.Builder
	b.WriteString(wrap(fmt.Sprintf("`make bench-build`, %s, %s. CPU time is that of user and system, of all processes of a program. "+
		"%s",
		now.Format("2 January 2006"), machine, rounds(series))))
	b.WriteString("\n\n| records × 3 languages |")
	for _, f := range series {
		fmt.Fprintf(&b, " %s |", count(f.records))
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(series)) + "\n")
	for _, r := range slices.Concat(rows, stageRows(series)) {
		fmt.Fprintf(&b, "| %s |", r.name)
		var before *figures
		for _, f := range series {
			fmt.Fprintf(&b, " %s |", r.cell(f, before))
			before = f
		}
		b.WriteByte('\n')
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// rounds says how often each size was measured.
func rounds(series []*figures) string {
	var each []string
	for _, f := range series {
		times := fmt.Sprintf("%d rounds", len(f.kengash))
		if len(f.kengash) == 1 {
			times = "one round"
		}
		each = append(each, times+" of "+count(f.records)+" records")
	}
	return "The programs took turns, in " + strings.Join(each, ", ") + "; the figures are medians."
}

// stageRows are those of the stages of a build, in their order.
func stageRows(series []*figures) []row {
	var made []row
	for i, name := range slices.SortedFunc(maps.Keys(series[0].kengash[0].stages), stage.Compare) {
		title := "… " + name
		if i == 0 {
			title = "stages of Kengash, elapsed: " + name
		}
		made = append(made, row{title, func(f, _ *figures) string {
			return seconds(median(f.kengash, func(c cost) float64 { return c.stages[name] }))
		}})
	}
	return made
}

// publish puts the table and the picture into the documents of a repository.
func publish(repo string, series []*figures, table string) error {
	docs := filepath.Join(repo, "docs")
	if err := os.WriteFile(filepath.Join(docs, "benchmarks.svg"), []byte(picture(series)), 0o644); err != nil {
		return err
	}
	if err := replace(filepath.Join(docs, "benchmarks.md"), table); err != nil {
		return err
	}
	return replace(filepath.Join(repo, "README.md"), short(series))
}

// short is what README.md says: the figures of a thousand records, or of the size nearest to it.
func short(series []*figures) string {
	f := slices.MinFunc(series, func(a, b *figures) int {
		return cmp.Compare(max(a.records, 1000)/min(a.records, 1000), max(b.records, 1000)/min(b.records, 1000))
	})
	return wrap(fmt.Sprintf("A collection of %s records in three languages (%s pages) is built with its search in %s of CPU time and %s "+
		"of memory. Plain Hugo with a small theme and Pagefind take %s and %s for the same texts. After a change to one text a build takes %s. "+
		"[docs/benchmarks.md](docs/benchmarks.md#building-large-collections) has the series, and `make bench-build` measures it.",
		count(f.records), count(f.site.pages), seconds(median(f.kengash, cpu)), size(median(f.kengash, largest)), seconds(f.both(cpu)),
		size(max(median(f.hugo, largest), median(f.pagefind, largest))), seconds(median(f.text, cpu))))
}

const (
	begin = "<!-- make bench-build writes what follows. -->"
	end   = "<!-- The end of what make bench-build writes. -->"
)

// replace replaces what is between the two marks of a document.
func replace(path, text string) error {
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	head, rest, found := strings.Cut(string(old), begin)
	_, tail, ends := strings.Cut(rest, end)
	if !found || !ends {
		return fmt.Errorf("%s: want the lines %q and %q, and figures between them", path, begin, end)
	}
	return os.WriteFile(path, []byte(head+begin+"\n"+text+"\n"+end+tail), 0o644)
}

// wrap breaks a paragraph into lines of at most a hundred columns.
func wrap(text string) string {
	var b strings.Builder
	column := 0
	for i, word := range strings.Fields(text) {
		n := len([]rune(word))
		switch {
		case i == 0:
		case column+1+n > 100:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}

// count writes a number with its thousands apart.
func count(n int) string {
	text := fmt.Sprint(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// seconds writes a time with two digits that matter.
func seconds(s float64) string {
	if s < 9.95 {
		return fmt.Sprintf("%.1f s", s)
	}
	return count(int(s+0.5)) + " s"
}

// size writes how large something is.
func size(bytes float64) string {
	switch {
	case bytes >= 1e10:
		return fmt.Sprintf("%.0f GB", bytes/1e9)
	case bytes >= 1e9:
		return fmt.Sprintf("%.1f GB", bytes/1e9)
	case bytes >= 1e7:
		return fmt.Sprintf("%.0f MB", bytes/1e6)
	}
	return fmt.Sprintf("%.1f MB", bytes/1e6)
}

func ratio(a, b float64) string { return fmt.Sprintf("%.2f", a/b) }
