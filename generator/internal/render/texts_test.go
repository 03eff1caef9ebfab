package render

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
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
	"github.com/kengash/kengash/generator/internal/render/hugo"
)

var update = flag.Bool("update", false, "write the goldens anew")

// sourceOf stands in archives for the hash of some words.
var sourceOf = regexp.MustCompile(`SOURCE\((.*?)\)`)

// charter loads the archive's instrument, and copies of it under more ids. It is not checked: a
// text without a paragraph that another has is a problem.
func charter(t *testing.T, more ...string) (*model.Collection, *model.Instrument) {
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
		for _, id := range more {
			if name := strings.Replace(f.Name, "instruments/charter", "instruments/"+id, 1); name != f.Name {
				site[name] = site[f.Name]
			}
		}
	}
	c, problems, err := load.Load(load.Source{Site: site, Defaults: kengash.Defaults()})
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
	var got strings.Builder
	for _, l := range []model.Lang{"en", "ru"} {
		fmt.Fprintf(&got, "# on the page in %s\n%s\n", l, described(newBuilder(c, l).document(i)))
	}
	const golden = "testdata/parallel.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("the view is not that of %s, but\n%s", golden, got.String())
	}
}

// described is the view as text: languages, then blocks; * marks what is made from an earlier text,
// ! what is in no text of a part.
func described(d *Document) string {
	var b strings.Builder
	version := func(v Version) string {
		return strings.Join([]string{v.Lang, v.LangName, v.Tag, v.Status.Code, v.Availability.Code, "from:" + v.From, fmt.Sprint("stale:", v.Stale), v.URL}, " ")
	}
	for _, text := range d.Texts {
		fmt.Fprintf(&b, "%d dir:%s shown:%v other:%v %s\n", text.Number, text.Dir, text.Shown, text.Other, version(text.Version))
	}
	for _, v := range d.Versions {
		fmt.Fprintf(&b, "version %s\n", version(v))
	}
	fmt.Fprintf(&b, "all: %s\n", d.Compare)
	block := func(block Block) {
		fmt.Fprintf(&b, "  %s", block.ID)
		for _, n := range block.Lacks {
			fmt.Fprintf(&b, " lacks:%d", n)
		}
		for _, deed := range block.Acts {
			for _, a := range deed.Acts {
				fmt.Fprintf(&b, " %s", a.Code)
			}
		}
		if block.State != nil {
			fmt.Fprintf(&b, " %s", block.State.URL)
		}
		b.WriteByte('\n')
		fmt.Fprintf(&b, "    %s%s %s\n", d.Texts[0].Lang, map[bool]string{true: "*"}[block.Cell.Stale], cmp.Or(block.Cell.HTML, "-"))
	}
	b.WriteByte('\n')
	block(*d.Title)
	for _, part := range d.Parts {
		fmt.Fprintf(&b, "\n%s %s num:%s label:%s lacks:%v\n", part.ID, part.Kind, part.Num, part.Label, part.Lacks)
		for _, p := range part.Blocks {
			block(p)
		}
	}
	return b.String()
}

func TestNoParagraphShiftsWhereATextHasItNot(t *testing.T) {
	c, i := charter(t)
	d := newBuilder(c, "ru").document(i)
	var ids []string
	for _, part := range d.Parts {
		for _, block := range part.Blocks {
			ids = append(ids, block.ID)
			for n, text := range d.Texts {
				words, ok := i.Prose[model.Lang(text.Lang)].Block(block.ID)
				if n == 0 && block.Cell.HTML != words.HTML {
					t.Errorf("%s is %q, want %q", block.ID, block.Cell.HTML, words.HTML)
				}
				if slices.Contains(block.Lacks, n+1) == ok {
					t.Errorf("%s lacks the texts %v, and %s has it: %v", block.ID, block.Lacks, text.Lang, ok)
				}
			}
		}
	}
	if want := []string{"c1.p1", "c1.p2", "c1.p3", "c2.p1", "sig.1"}; !slices.Equal(ids, want) {
		t.Errorf("the blocks are %q, want %q", ids, want)
	}
}

func TestAnInstrumentWithATextShowsIt(t *testing.T) {
	c, i := charter(t)
	b := newBuilder(c, "ru")
	p := b.recordPage(i).(*InstrumentPage)
	d := p.Document
	if d == nil || d.Version == nil || d.Version.Stale != 1 || len(d.Versions) != 5 || d.Compare != "?langs=ru,en,ur" {
		t.Fatalf("the document is %+v", d)
	}
	clause := d.Parts[0]
	if clause.ID != "c1" || clause.Kind != "clause" || clause.Num != "1" || !clause.Blocks[0].Cell.Stale {
		t.Errorf("the first part is %+v", clause)
	}
	if d.Parts[1].Blocks[0].Cell.Stale {
		t.Error("a clause is stale whose source has not changed")
	}
	if n := len(p.Files); n != 4 {
		t.Errorf("the page is made from %d files, want the data and three texts", n)
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
	if d := b.recordPage(i).(*InstrumentPage).Document; d.Compare != "" || len(d.Texts) != 1 {
		t.Errorf("a link leads to other languages: %+v", d)
	}
	content := pagesOf(t, b, false)
	if content["en/instruments/charter.md"].URL == "" {
		t.Error("there is no page for the text")
	}
	if page, ok := content["en/instruments/charter/parallel.md"]; ok {
		t.Errorf("there is a page for one text: %s", page.URL)
	}
	// Where a page has no text of its own, one in another language is left to the page in that
	// language.
	if d := newBuilder(c, "ru").document(i); len(d.Texts) != 0 || len(d.Parts) != 0 {
		t.Errorf("the page in Russian shows %+v", d.Parts)
	}
}

func TestAPageWithoutATextOfItsOwnOffersTheOthers(t *testing.T) {
	c, i := charter(t)
	delete(i.Prose, "ur")
	d := newBuilder(c, "ur").document(i)
	if d.Version != nil || d.Compare != "?langs=en,ru" || len(d.Texts) != 2 || !d.Texts[0].Other || !d.Texts[0].Shown || d.Texts[1].Shown {
		t.Errorf("the page in Urdu shows %+v", d.Texts)
	}
}

func TestAParagraphThatATextHasNotSaysSo(t *testing.T) {
	c, i := charter(t)
	delete(i.Prose, "ur")
	theme, err := fs.Sub(kengash.Files, "themes/kengash")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := Site(t.Context(), c, dir, Options{Theme: []fs.FS{theme}}); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(dir, "ru/instruments/charter.html"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	page, err := goquery.NewDocumentFromReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for node, words := range map[string]string{
		"c1.p1": "1. Стороны устанавливают сборы.", "c1.p2": "Здесь текста нет", "c2.p1": "2. Гавани открыты.",
	} {
		block := page.Find(fmt.Sprintf(`.block[id="%s"]`, node))
		if cell := block.Children().Filter("div"); cell.Length() != 1 || !cell.HasClass("t1") || cell.Find("p").Text() != words {
			t.Errorf("%s says %q, want %q", node, cell.Find("p").Text(), words)
		}
		// The style knows by this class that the page shows nothing here before another language is
		// chosen.
		if got := block.HasClass("no1"); got != (node == "c1.p2") {
			t.Errorf("%s has the class of what the first text lacks: %v", node, got)
		}
	}
	if got := page.Find(".gap").Length(); got != 1 {
		t.Errorf("%d paragraphs have no text", got)
	}
	if got := strings.TrimSpace(page.Find(".status .missing").Last().Text()); !strings.Contains(got, "Fi: аутентичный текст; ") {
		t.Errorf("of the text in a fourth language is said %q", got)
	}
}

func TestAScriptHoldsWhatTheTextHas(t *testing.T) {
	c, i := charter(t)
	i.Prose["ru"].Blocks[1].HTML += ` <a href="/ru/index.html">&lt;</a>`
	b := newBuilder(c, "ru")
	var got Text
	b.sink = func(p hugo.Page) error {
		if p.URL != "/ru/instruments/charter.js" || p.Layout != textLayout {
			t.Errorf("the text is at %s, drawn by %q", p.URL, p.Layout)
		}
		return json.Unmarshal(p.Params, &got)
	}
	if err := b.addText(i); err != nil {
		t.Fatal(err)
	}
	want := Text{"ru", []TextCell{
		{ID: "title", Cell: Cell{HTML: "Хартия гаваней"}},
		{ID: "c1.p1", Num: "1", Cell: Cell{HTML: `Стороны устанавливают сборы. <a href="/ru/index.html">&lt;</a>`, Stale: true}},
		{ID: "c2.p1", Num: "2", Cell: Cell{HTML: "Гавани открыты."}},
		{ID: "sig.1", Cell: Cell{HTML: "За Финляндию"}},
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the script holds %+v, want %+v", got, want)
	}
}

func TestEveryPageHasAnAddressOfItsOwn(t *testing.T) {
	c, _ := charter(t, "list", "parallel", "404", "search", "decisions", "keys")
	at := map[string]string{}
	for name, page := range pagesOf(t, newBuilder(c, "en"), true) {
		if before, taken := at[page.URL]; taken {
			t.Errorf("%s and %s are both at %s", name, before, page.URL)
		}
		at[page.URL] = name
	}
}

// pagesOf returns the pages of a language by the names of their content files.
func pagesOf(t *testing.T, b *builder, search bool) map[string]hugo.Page {
	t.Helper()
	pages := map[string]hugo.Page{}
	b.cellsMade, b.sink = map[inText]markedCell{}, func(p hugo.Page) error {
		if before, taken := pages[p.Name]; taken {
			t.Errorf("%s and %s are both made of %s", before.URL, p.URL, p.Name)
		}
		pages[p.Name] = p
		return nil
	}
	if err := b.addPages(search); err != nil {
		t.Fatal(err)
	}
	return pages
}
