package render

import (
	"cmp"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/PuerkitoBio/goquery"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/load"
	"github.com/kengash/kengash/generator/internal/model"
)

var update = flag.Bool("update", false, "write the goldens anew")

// sourceOf stands in archives for the hash of some words.
var sourceOf = regexp.MustCompile(`SOURCE\((.*?)\)`)

// charter loads the archive's instrument. It is not checked: a text without a paragraph that
// another has is a problem.
func charter(t *testing.T) (*model.Collection, *model.Instrument) {
	t.Helper()
	a, err := txtar.ParseFile("testdata/parallel.txtar")
	if err != nil {
		t.Fatal(err)
	}
	site := fstest.MapFS{}
	for _, f := range a.Files {
		data := sourceOf.ReplaceAllFunc(f.Data, func(m []byte) []byte {
			return []byte(model.Block{Text: string(sourceOf.FindSubmatch(m)[1])}.Hash())
		})
		site[f.Name] = &fstest.MapFile{Data: data}
	}
	c, problems, err := load.Load(load.Source{Site: site, Defaults: kengash.Files})
	if err != nil || problems.Len() > 0 {
		t.Fatal(err, problems.Sorted())
	}
	i, ok := model.Get[*model.Instrument](c, model.Ref{Kind: model.Instruments, ID: "charter"})
	if !ok {
		t.Fatal("there is no charter")
	}
	return c, i
}

func TestTextsStandSideBySideParagraphByParagraph(t *testing.T) {
	c, i := charter(t)
	got := described(newBuilder(c, "en").parallel(i))
	const golden = "testdata/parallel.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the view is not that of %s, but\n%s", golden, got)
	}
}

// described is the view as text: languages, then rows; * marks what is made from an earlier text.
func described(p *Parallel) string {
	var b strings.Builder
	version := func(v Version) string {
		return strings.Join([]string{v.Lang, v.LangName, v.Tag, v.Status.Code, v.Availability.Code, "from:" + v.From, fmt.Sprint("stale:", v.Stale), v.URL}, " ")
	}
	for _, c := range p.Columns {
		fmt.Fprintf(&b, "%d %s %s\n", c.Number, c.Dir, version(c.Version))
		for _, v := range c.Elsewhere {
			fmt.Fprintf(&b, "  elsewhere %s\n", version(v))
		}
	}
	for _, v := range p.Absent {
		fmt.Fprintf(&b, "absent %s\n", version(v))
	}
	for _, part := range p.Parts {
		fmt.Fprintf(&b, "\n%s %s %s %s\n", part.ID, part.Kind, part.Num, part.Label)
		for _, row := range part.Rows {
			fmt.Fprintf(&b, "  %s", row.ID)
			for _, a := range row.Acts {
				fmt.Fprintf(&b, " %s", a.Code)
			}
			if row.State != nil {
				fmt.Fprintf(&b, " %s", row.State.URL)
			}
			b.WriteByte('\n')
			for n, c := range row.Cells {
				fmt.Fprintf(&b, "    %s%s %s\n", p.Columns[n].Lang, map[bool]string{true: "*"}[c.Stale], cmp.Or(c.HTML, "-"))
			}
		}
	}
	return b.String()
}

func TestNoParagraphShiftsWhereATextHasItNot(t *testing.T) {
	c, i := charter(t)
	p := newBuilder(c, "ru").parallel(i)
	var ids []string
	for _, part := range p.Parts {
		for _, row := range part.Rows {
			ids = append(ids, row.ID)
			if len(row.Cells) != len(p.Columns) {
				t.Errorf("%s has %d cells in %d columns", row.ID, len(row.Cells), len(p.Columns))
			}
			for n, column := range p.Columns {
				block, _ := i.Prose[model.Lang(column.Lang)].Block(row.ID)
				if row.Cells[n].HTML != block.HTML {
					t.Errorf("%s in %s is %q, want %q", row.ID, column.Lang, row.Cells[n].HTML, block.HTML)
				}
			}
		}
	}
	if want := []string{"title", "c1.p1", "c1.p2", "c1.p3", "c2.p1", "sig.1"}; !slices.Equal(ids, want) {
		t.Errorf("the rows are %q, want %q", ids, want)
	}
}

func TestAnInstrumentWithATextShowsIt(t *testing.T) {
	c, i := charter(t)
	b := newBuilder(c, "ru")
	d := b.recordPage(i).(*InstrumentPage).Document
	if d == nil || d.Version == nil || d.Version.Stale != 1 || len(d.Versions) != 5 || d.Parallel != "/ru/instruments/charter/parallel.html" {
		t.Fatalf("the document is %+v", d)
	}
	clause := d.Parts[0]
	if clause.ID != "c1" || clause.Kind != "clause" || clause.Num != "1" || !clause.Stale || clause.Status.Code != "unofficial-translation" ||
		clause.Compare != "/ru/instruments/charter/parallel.html#c1" {
		t.Errorf("the first part is %+v", clause)
	}
	if d.Parts[1].Stale {
		t.Error("a clause is stale whose source has not changed")
	}
	// A topic that a paragraph names leads to the paragraph, and does not list the instrument as a
	// whole.
	topic := b.recordPage(c.Entity(model.Ref{Kind: model.Topics, ID: "dues"})).(*TopicPage)
	if len(topic.Groups) != 1 || topic.Groups[0].Cards[0].URL != "/ru/instruments/charter.html#c1.p1" || topic.Groups[0].Cards[0].Num != "1" {
		t.Errorf("the topic has the groups %+v", topic.Groups)
	}
}

func TestAWorkWithATextInOneLanguageIsComparedWithNothing(t *testing.T) {
	c, i := charter(t)
	delete(i.Prose, "ru")
	delete(i.Prose, "ur")
	b := newBuilder(c, "en")
	if d := b.recordPage(i).(*InstrumentPage).Document; d.Parallel != "" || d.Parts[0].Compare != "" {
		t.Errorf("a link leads to texts side by side: %+v", d)
	}
	content := contentFiles{}
	if err := b.addPages(content, false); err != nil || content["en/instruments/charter.md"] == nil {
		t.Fatal(err)
	}
	if content["en/instruments/charter/parallel.md"] != nil {
		t.Error("there is a page for one text")
	}
}

func TestAParagraphThatATextHasNotSaysSo(t *testing.T) {
	c, i := charter(t)
	c.Config.Languages = c.Config.Languages[:2] // the theme has no words in the third
	delete(i.Prose, "ur")
	theme, err := fs.Sub(kengash.Files, "themes/kengash")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := Site(t.Context(), c, dir, Options{Theme: []fs.FS{theme}}); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(dir, "en/instruments/charter/parallel.html"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	page, err := goquery.NewDocumentFromReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for node, want := range map[string][2]string{
		"c1.p1": {"1. The Parties set dues.", "1. Стороны устанавливают сборы."}, "c1.p2": {"They tell each other.", "No text here"}, "c2.p1": {"2. Harbours are open.", "2. Гавани открыты."},
	} {
		for n, words := range want {
			cell := page.Find(fmt.Sprintf(`[id="%s"] .cell.col-%d`, node, n+1))
			if got := cell.Find(".words, .gap").Text(); cell.Length() != 1 || got != words {
				t.Errorf("%s in column %d says %q, want %q", node, n+1, got, words)
			}
		}
	}
	if got := page.Find(".gap").Length(); got != 1 {
		t.Errorf("%d paragraphs have no text", got)
	}
	if got := strings.TrimSpace(page.Find(".absent").Text()); !strings.Contains(got, "fi: authentic text; not in the collection") {
		t.Errorf("of the text in a fourth language is said %q", got)
	}
}
