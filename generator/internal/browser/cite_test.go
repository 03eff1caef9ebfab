package browser

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/cite"
)

func TestCopyGivesTheLinkOfTheClause(t *testing.T) {
	for name, clipboard := range map[string]string{
		"clipboard":            `{writeText(text) { window.copied = text; return Promise.resolve(); }}`,
		"intranet without one": `undefined`,
	} {
		t.Run(name, func(t *testing.T) {
			b := newTab(t)
			b.open(built.below + "en/protocols/ict-2021.html")
			eval[bool](b, `Object.defineProperty(navigator, "clipboard", {value: `+clipboard+`}) &&
				!document.addEventListener("copy", event => { window.copied = event.target.value; })`)
			b.click("#c4 > h3 > button.copy")
			b.until(`document.querySelector("p[role=status]")?.textContent === "Copied"`)
			if got, want := eval[string](b, "window.copied"), built.http+"en/protocols/ict-2021.html#c4"; got != want {
				t.Errorf("copied %q, want %q", got, want)
			}
		})
	}
}

func TestCitationsAreReadWithoutScripts(t *testing.T) {
	b := newTab(t)
	b.withoutScripts()
	b.open(built.http + "en/protocols/ict-2021.html")
	b.click("#c4 > .citing > summary")
	b.until(`document.querySelector("#c4 > .citing p").checkVisibility()`)
	b.click("#c4 > .citing > p + a")
	b.at(built.http + "en/protocols/ict-2021.html#k-cite")
	b.click("#k-cite > summary")
	b.until(`document.querySelector("#k-cite pre").checkVisibility()`)
	b.until(`!document.querySelector("button.copy")`)
}

// The script writes the entries of a clause as package cite would.
func TestEntriesOfAClauseAreThoseOfTheGenerator(t *testing.T) {
	// Not the name of a clause, but all that formats escape.
	const signs = `Clause "4" \ {a} & b% c$ #d e_f ~g ^h <i> й`
	for _, lang := range []string{"ru", "zh", "en"} {
		b := newTab(t)
		b.open(built.http + lang + "/protocols/ict-2021.html")
		item := citedItem(b, lang)
		for i, id := range []string{"c4", "c5"} {
			details := fmt.Sprintf(`document.querySelector("#%s > .citing")`, id)
			short := eval[string](b, details+".querySelector('p').textContent")
			section := eval[string](b, details+".dataset.section")
			if i == 1 {
				section = signs
				b.until(fmt.Sprintf("(%s.dataset.section = %q) !== ''", details, signs))
			}
			b.click("#" + id + " > .citing > summary")
			b.until(details + ".querySelectorAll('button.copy').length === 5")
			got := eval[[]string](b, "Array.from("+details+".querySelectorAll('pre'), e => e.textContent)")
			clause := item.At(id, section)
			if want := []string{item.Title, clause.URL()}; i == 0 && !(strings.Contains(short, want[0]) && strings.Contains(short, section) && strings.HasSuffix(short, want[1])) {
				t.Errorf("%s, %s: in short %q, want %q with %s", lang, id, short, want, section)
			}
			// The sentence of the clause is that of the page, with the clause after the title.
			sentence := got[1]
			for _, part := range []string{item.Author, section, clause.URL()} {
				if !strings.Contains(sentence, part) {
					t.Errorf("%s, %s: the sentence %q lacks %q", lang, id, sentence, part)
				}
			}
			want := []string{clause.URL(), sentence, clause.BibTeX(), clause.RIS(), clause.CSL()}
			for n := range want {
				if want := strings.TrimSuffix(want[n], "\n"); got[n] != want {
					t.Errorf("%s, %s: the script says\n%s\nwant\n%s", lang, id, got[n], want)
				}
			}
		}
	}
}

// citedItem is what the page in the tab cites, read from its own entry.
func citedItem(b *tab, lang string) cite.Item {
	b.Helper()
	var entry []struct {
		ID, Title, Archive, Language, Note, URL string
		Author                                  []struct{ Literal string }
		Container                               string `json:"container-title"`
		Issued, Accessed                        struct {
			Parts [][]int `json:"date-parts"`
		}
	}
	text := eval[string](b, "document.querySelector('#k-cite div:last-child pre').textContent")
	if err := json.Unmarshal([]byte(text), &entry); err != nil || len(entry) != 1 || len(entry[0].Author) != 1 {
		b.Fatalf("%v: %s", err, text)
	}
	e := entry[0]
	date := func(parts [][]int) string {
		return fmt.Sprintf("%04d-%02d-%02d", parts[0][0], parts[0][1], parts[0][2])
	}
	return cite.Item{
		Key: strings.TrimSuffix(e.ID, "-"+lang), Edition: lang, Document: true, Author: e.Author[0].Literal, Title: e.Title,
		Date: date(e.Issued.Parts), DataDate: date(e.Accessed.Parts), Site: e.Container, Archive: e.Archive,
		Language: e.Language, Note: e.Note, Permalink: e.URL,
	}
}
