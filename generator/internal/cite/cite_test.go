package cite_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/cite"
)

var clause = cite.Item{
	Key: "ict-2021", Place: "c2", Edition: "en", Document: true, Author: "Meeting of Ministries", Title: "Protocol of the First Meeting", Section: "Clause 2",
	Date: "2021-11-25", Site: "R&D 100% {base}", Archive: "Secretariat", Language: "en", Note: "unofficial translation",
	DataDate: "2026-11-22", Permalink: "https://kengash.example/en/protocols/ict-2021.html",
}

func TestBibTeX(t *testing.T) {
	want := `@misc{ict-2021-c2-en,
  author = {{Meeting of Ministries}},
  title = {{Protocol of the First Meeting, Clause 2}},
  year = {2021},
  month = {11},
  day = {25},
  howpublished = {R\&D 100\% \{base\}},
  note = {unofficial translation},
  langid = {en},
  url = {https://kengash.example/en/protocols/ict-2021.html#c2},
  urldate = {2026-11-22}
}
`
	if got := clause.BibTeX(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestRIS(t *testing.T) {
	want := `TY  - GEN
ID  - ict-2021-c2-en
AU  - Meeting of Ministries
TI  - Protocol of the First Meeting
SE  - Clause 2
PY  - 2021
DA  - 2021/11/25/
PB  - R&D 100% {base}
LA  - en
N1  - unofficial translation
AV  - Secretariat
UR  - https://kengash.example/en/protocols/ict-2021.html#c2
Y2  - 2026/11/22
ER  - 
`
	if got := clause.RIS(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestCSL(t *testing.T) {
	var got []map[string]any
	if err := json.Unmarshal([]byte(clause.CSL()), &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0]["type"] != "document" || got[0]["title"] != "Protocol of the First Meeting, Clause 2" {
		t.Errorf("got %v", got)
	}
	if !strings.Contains(clause.CSL(), `"literal":"Meeting of Ministries"`) || !strings.Contains(clause.CSL(), "R&D 100% {base}") {
		t.Errorf("got %s", clause.CSL())
	}
	parts := got[0]["issued"].(map[string]any)["date-parts"].([]any)[0].([]any)
	if len(parts) != 3 || parts[0] != 2021.0 || parts[1] != 11.0 || parts[2] != 25.0 {
		t.Errorf("issued: got %v", parts)
	}
}

func TestWithoutAll(t *testing.T) {
	page := cite.Item{Key: "ai", Edition: "en", Title: "AI", Date: "2021/2025", Permalink: "https://kengash.example/en/topics/ai.html"}
	if got, want := page.BibTeX(), "@misc{ai-en,\n  title = {{AI}},\n  url = {https://kengash.example/en/topics/ai.html}\n}\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got, want := page.RIS(), "TY  - ELEC\nID  - ai-en\nTI  - AI\nUR  - https://kengash.example/en/topics/ai.html\nER  - \n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := page.CSL(); strings.Contains(got, "issued") || strings.Contains(got, "author") || !strings.Contains(got, `"webpage"`) {
		t.Errorf("got\n%s", got)
	}
}

func TestNoValueBeginsALineOfItsOwn(t *testing.T) {
	forged := cite.Item{Key: "a\nER  - ", Edition: "en", Title: "Title \r\nAU  - Forged\u2028TY  - X", Author: "A\vB\x1b", Site: "S\u0085N", Permalink: "https://kengash.example/\nUR  - x"}
	if got, want := forged.RIS(), "TY  - ELEC\nID  - a ER - -en\nAU  - A B\nTI  - Title AU - Forged TY - X\nPB  - S N\n"+
		"UR  - https://kengash.example/ UR - x\nER  - \n"; got != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	if got := strings.Count(forged.BibTeX(), "\n"); got != 6 {
		t.Errorf("%d lines: %q", got, forged.BibTeX())
	}
	if got := strings.Count(forged.CSL(), "\n"); got != 1 {
		t.Errorf("%d lines: %q", got, forged.CSL())
	}
}

func TestTheGapsOfADocumentsEntryAreFilledByAPlace(t *testing.T) {
	whole := clause.At("", "")
	for name, format := range map[string]func(cite.Item) string{"BibTeX": cite.Item.BibTeX, "RIS": cite.Item.RIS, "CSL": cite.Item.CSL} {
		var text, filled strings.Builder
		for _, p := range whole.Gaps(format) {
			text.WriteString(p.Text)
			filled.WriteString(p.Text + strings.NewReplacer("{id}", "c2", "{section}", "Clause 2").Replace(p.Gap))
		}
		if got, want := text.String(), format(whole); got != want {
			t.Errorf("%s without its gaps is\n%s\nwant\n%s", name, got, want)
		}
		if got, want := filled.String(), format(clause); got != want {
			t.Errorf("%s with its gaps filled is\n%s\nwant\n%s", name, got, want)
		}
	}
}
