package browser

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/scale"
	"github.com/kengash/kengash/generator/internal/site"
)

// A list that is divided into pages is filtered as a whole: the rows come from scripts, also where
// the page was opened from a disk. Without scripts it is read part by part.
func TestFiltersWorkOverAllPartsOfAList(t *testing.T) {
	source := filepath.Join(t.TempDir(), "source")
	if err := scale.Write(source, 200); err != nil {
		t.Fatal(err)
	}
	dir, web := buildSite(t, source)
	c, err := site.Open(site.Source{Dir: source})
	if err != nil {
		t.Fatal(err)
	}
	topic := model.Ref{Kind: model.Topics, ID: "t3"}
	decisions, notes := len(c.DecisionsOf(topic)), len(c.NotesOf("", topic.ID))
	oldest := c.DecisionsOf(topic)[decisions-1]
	for _, base := range []string{web, "file://" + filepath.ToSlash(dir) + "/"} {
		b := newTab(t)
		page := base + "en/decisions.html"
		found := func(want int, all int) {
			t.Helper()
			b.until(fmt.Sprintf(`document.querySelector("[data-shown]").textContent === "Found: %d of %d"`, want, all))
			b.until(fmt.Sprintf(`document.querySelectorAll("[data-found] tr, li[data-found] , ul[data-found] > li").length === %d`, min(want, 25)))
		}
		b.open(page + "?topic=t3")
		found(decisions, len(c.Decisions()))
		if eval[bool](b, `document.querySelector("[data-whole]").checkVisibility()`) {
			t.Error("rows that do not have the topic show")
		}
		b.choose("sort", "date")
		b.at(page + "?topic=t3&sort=date")
		place := oldest.Protocol.Ref()
		place.Node = oldest.Node.Key
		b.until(fmt.Sprintf(`document.querySelector("[data-found] a").href === %q`, base+c.Paths.URL(place, "en")))

		// What a filter would leave beside the topic is counted over all parts.
		act := oldest.Acts[0].Key
		n := 0
		for _, d := range c.DecisionsOf(topic) {
			if d.Acts[0].Key == act {
				n++
			}
		}
		if got := eval[string](b, `document.querySelector("[name=act] [value='`+act+`']").textContent`); got != fmt.Sprintf("%s (%d)", act, n) {
			t.Errorf("the filter says %q, want %d", got, n)
		}
		b.click("form.filters button[type=reset]")
		b.at(page)
		b.until(`document.querySelector("[data-found]").hidden && document.querySelector("[data-whole]").checkVisibility()`)

		b.open(base + "en/notes/index.html?topic=t3")
		found(notes, len(model.All[*model.Note](c, model.Notes)))
		b.do(chromedp.WaitVisible(chromedp.CSS(`ul[data-found] a`)))
		if _, trouble := b.forget(); len(trouble) > 0 {
			t.Errorf("%s: the browser complains: %q", base, trouble)
		}
	}

	t.Run("without scripts", func(t *testing.T) {
		b := newTab(t)
		b.withoutScripts()
		b.open(web + "en/decisions.html")
		links := eval[int](b, `document.querySelectorAll("nav.parts a").length`)
		if links < 2 || eval[bool](b, `document.querySelector("form.filters").checkVisibility()`) {
			t.Fatalf("%d parts, or choices that nothing answers", links)
		}
		b.click("nav.parts li:last-child a")
		b.until(`document.querySelectorAll("table.decisions tbody tr").length > 0 && document.querySelector(".neighbours a[rel=prev]") !== null`)
	})
}
