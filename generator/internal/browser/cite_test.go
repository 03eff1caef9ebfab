package browser

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
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

// The script makes BibTeX and CSL-JSON of the record of a page, or of one of its clauses.
func TestEntriesAreMadeOfTheRecord(t *testing.T) {
	// Not the name of a clause, but all that formats escape.
	const signs = `Clause "4" \ {a} & b% c$ #d e_f ~g ^h <i> й`
	const signsInTeX = `Clause "4" \textbackslash{} \{a\} \& b\% c\$ \#d e\_f \textasciitilde{}g \textasciicircum{}h <i> й`
	for _, lang := range []string{"ru", "zh", "en"} {
		b := newTab(t)
		address := built.http + lang + "/protocols/ict-2021.html"
		b.open(address)
		whole := b.entries("#k-cite")
		of := fieldsOf(whole[3])
		checkEntries(t, whole, of, of["TI"])
		if of["UR"] != address || of["T2"] != "" {
			t.Errorf("the record of the page is\n%s", whole[3])
		}
		for id, section := range map[string]string{"c4": "", "c5": signs} {
			details := fmt.Sprintf(`document.querySelector("#%s > .citing")`, id)
			title := of["TI"] + ", " + signsInTeX
			if section == "" {
				section = eval[string](b, details+".dataset.section")
				title = of["TI"] + ", " + section
			}
			b.until(fmt.Sprintf("(%s.dataset.section = %q) !== ''", details, section))
			short := eval[string](b, details+".querySelector('p').textContent")
			b.click("#" + id + " > .citing > summary")
			b.until(details + ".querySelectorAll('button.copy').length === 5")
			clause := maps.Clone(of)
			clause["ID"], clause["SE"], clause["UR"] = strings.TrimSuffix(of["ID"], lang)+id+"-"+lang, section, address+"#"+id
			got := b.entries("#" + id + " > .citing")
			if record := fieldsOf(got[3]); !maps.Equal(record, clause) {
				t.Errorf("%s, %s: the record is %q, want %q", lang, id, record, clause)
			}
			checkEntries(t, got, clause, title)
			if !strings.Contains(got[1], section) || id == "c4" && !strings.HasSuffix(short, clause["UR"]) {
				t.Errorf("%s, %s: the sentences are %q and %q", lang, id, got[1], short)
			}
		}
	}
}

// A site that names its publisher has the name of the site in another field.
func TestTheRecordOfASiteWithAPublisher(t *testing.T) {
	b := newTab(t)
	const name = "en/protocols/ict-2021.html"
	page, err := os.ReadFile(filepath.Join(built.dir, name))
	if err != nil {
		t.Fatal(err)
	}
	published := regexp.MustCompile(`\nPB  - (.*)\n`).ReplaceAll(page, []byte("\nT2  - $1\nPB  - Press &amp; Sons\n"))
	b.open(instead(t, name, string(published)) + name)
	got := b.entries("#k-cite")
	of := fieldsOf(got[3])
	if of["T2"] == "" {
		t.Fatal("the page has no publisher")
	}
	checkEntries(t, got, of, of["TI"])
}

// entries are the forms of a citation: link, sentence, BibTeX, RIS, CSL-JSON.
func (b *tab) entries(citing string) []string {
	b.Helper()
	got := eval[[]string](b, fmt.Sprintf("Array.from(document.querySelectorAll(%q), e => e.textContent)", citing+" pre"))
	if len(got) != 5 {
		b.Fatalf("%s has the forms %q", citing, got)
	}
	return got
}

// fieldsOf are the values of a RIS record by their tags.
func fieldsOf(ris string) map[string]string {
	of := map[string]string{}
	for line := range strings.Lines(ris) {
		if tag, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  - "); ok {
			of[tag] = value
		}
	}
	return of
}

// checkEntries checks that link, sentence, BibTeX and CSL-JSON say what the record does; title is
// that with the clause, as BibTeX escapes it.
func checkEntries(t *testing.T, got []string, of map[string]string, title string) {
	t.Helper()
	if got[0] != of["UR"] || !strings.Contains(got[1], of["UR"]) || !strings.Contains(got[1], of["AU"]) {
		t.Errorf("link and sentence are %q, want %s by %s", got[:2], of["UR"], of["AU"])
	}
	site, publisher := of["PB"], ""
	if of["T2"] != "" {
		site, publisher = of["T2"], of["PB"]
	}
	want := "@misc{" + of["ID"]
	for _, f := range [][2]string{
		{"author", "{" + of["AU"] + "}"}, {"title", "{" + title + "}"}, {"year", "2021"}, {"month", "11"}, {"day", "25"}, {"howpublished", site},
		{"organization", strings.ReplaceAll(publisher, "&", `\&`)}, {"note", of["N1"]}, {"langid", of["LA"]}, {"url", of["UR"]}, {"urldate", strings.ReplaceAll(of["Y2"], "/", "-")},
	} {
		if f[0] == "organization" && f[1] != "" {
			f[1] = "{" + f[1] + "}"
		}
		if f[1] != "" {
			want += ",\n  " + f[0] + " = {" + f[1] + "}"
		}
	}
	if want += "\n}"; got[2] != want {
		t.Errorf("BibTeX is\n%s\nwant\n%s", got[2], want)
	}
	whole := of["TI"]
	if of["SE"] != "" {
		whole += ", " + of["SE"]
	}
	date := func(text string) any {
		parts := []any{}
		for part := range strings.SplitSeq(strings.TrimSuffix(text, "/"), "/") {
			n, err := strconv.Atoi(part)
			if err != nil {
				t.Fatal(err)
			}
			parts = append(parts, float64(n))
		}
		return map[string]any{"date-parts": []any{parts}}
	}
	item := map[string]any{
		"id": of["ID"], "type": "document", "title": whole, "author": []any{map[string]any{"literal": of["AU"]}}, "section": of["SE"],
		"issued": date(of["DA"]), "accessed": date(of["Y2"]), "container-title": site, "publisher": publisher, "archive": of["AV"],
		"language": of["LA"], "note": of["N1"], "URL": of["UR"],
	}
	maps.DeleteFunc(item, func(_ string, value any) bool { return value == "" })
	var csl []map[string]any
	if err := json.Unmarshal([]byte(got[4]), &csl); err != nil || len(csl) != 1 || !reflect.DeepEqual(csl[0], item) {
		t.Errorf("CSL-JSON is %s (%v), want %v", got[4], err, item)
	}
}
