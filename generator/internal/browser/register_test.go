package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// shownRows are the acts of the rows that a reader sees, in their order.
const shownRows = `Array.from(document.querySelectorAll("[data-keys]")).filter(row => row.checkVisibility()).map(row => row.querySelector("a").getAttribute("href").split("/").pop())`

// choose picks a value as a reader does.
func (b *tab) choose(name, value string) {
	b.Helper()
	if !eval[bool](b, `(() => {
		const select = document.querySelector("form.filters select[name='`+name+`']");
		select.value = "`+value+`";
		select.dispatchEvent(new Event("change", {bubbles: true}));
		return select.value === "`+value+`" && select.offsetHeight >= 44;
	})()`) {
		b.Fatalf("%s cannot be set to %q, or its field is too small", name, value)
	}
}

func TestFiltersStandInTheAddressAndBackUndoesThem(t *testing.T) {
	everywhere(t, func(t *testing.T, base string) {
		b := newTab(t)
		page := base + "en/decisions.html"
		rows := func(want ...string) {
			t.Helper()
			if got := strings.Join(eval[[]string](b, shownRows), " "); got != strings.Join(want, " ") {
				t.Errorf("%s shows %s, want %s", eval[string](b, "location.search"), got, strings.Join(want, " "))
			}
		}
		says := func(want string) {
			t.Helper()
			if got := eval[string](b, `document.querySelector("[role=status].shown").textContent`); got != want {
				t.Errorf("the count says %q, want %q", got, want)
			}
		}
		b.open(page)
		says("Shown: 12 of 12")
		b.choose("act", "approved")
		b.at(page + "?act=approved")
		rows("ict-2021.html#c4.p1")
		says("Shown: 1 of 12")
		b.choose("act", "adopted")
		b.choose("sort", "date")
		b.at(page + "?act=adopted&sort=date")
		rows("ict-2021.html#c1.p2", "ict-2025.html#outcome-action-plan")

		// What no row would have beside the other choices cannot be chosen, and each says how many
		// it would leave.
		if got := eval[string](b, `document.querySelector("[name=year] [value='2023']").disabled + document.querySelector("[name=year] [value='2025']").textContent`); got != "true2025 (1)" {
			t.Errorf("the years say %q", got)
		}
		if eval[string](b, `document.querySelector("nav.languages a[data-lang=ru]").search`) != "?act=adopted&sort=date" {
			t.Error("the choice is lost in another language")
		}
		b.do(chromedp.NavigateBack())
		b.at(page + "?act=adopted")
		b.until(`document.querySelector("[name=sort]").value === ""`)
		rows("ict-2025.html#outcome-action-plan", "ict-2021.html#c1.p2")
		b.do(chromedp.NavigateBack())
		b.at(page + "?act=approved")
		b.until(`document.querySelector("[name=act]").value === "approved"`)
		rows("ict-2021.html#c4.p1")
		b.click("form.filters button[type=reset]")
		b.at(page)
		says("Shown: 12 of 12")

		// An address that somebody sent; what the collection does not have is passed over.
		b.open(base + "en/decisions.html?state=ir&year=1999")
		rows("ict-2025.html#outcome-action-plan")
		b.open(base + "en/open.html?topic=ai")
		rows("experience-exchange.html")
		if eval[int](b, `Array.from(document.querySelectorAll("[data-part]")).filter(p => p.checkVisibility()).length`) != 1 {
			t.Error("tables without rows show")
		}
		if _, trouble := b.forget(); len(trouble) > 0 {
			t.Errorf("%q", trouble)
		}
	})
}

func TestTablesAreWholeWithoutJavaScript(t *testing.T) {
	b := newTab(t)
	b.withoutScripts()
	for page, want := range map[string]int{"ru/decisions.html?act=approved": 12, "ru/open.html": 6} {
		b.open(built.http + page)
		if got := eval[[]string](b, shownRows); len(got) != want {
			t.Errorf("%s shows %d rows, want %d", page, len(got), want)
		}
		if eval[bool](b, `document.querySelector("form.filters").checkVisibility()`) {
			t.Errorf("%s has choices that nothing answers", page)
		}
	}
}

// What is copied from the text of a protocol is the text.
func TestMarkedWordsAreCopiedLetterForLetter(t *testing.T) {
	b := newTab(t)
	b.open(built.http + "ru/protocols/ict-2021.html")
	got := eval[string](b, `(() => {
		const words = document.getElementById("c4.p1").querySelector(".t1 > p"), range = document.createRange();
		range.selectNodeContents(words);
		getSelection().removeAllRanges();
		getSelection().addRange(range);
		return getSelection().toString();
	})()`)
	if want := "Стороны обсудили и одобрили проект Программы сотрудничества"; !strings.Contains(got, want) {
		t.Errorf("copied is %q", got)
	}
	for _, place := range []string{"::before", "::after"} {
		if content := eval[string](b, `getComputedStyle(document.querySelector("mark.f1"), "`+place+`").content`); content != "none" && content != "normal" {
			t.Errorf("something is said beside the words: %s", content)
		}
	}
}
