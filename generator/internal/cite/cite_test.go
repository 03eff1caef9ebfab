package cite_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/cite"
)

var clause = cite.Item{
	Key: "ict-2021", Place: "c2", Edition: "en", Document: true, Author: "Meeting of Ministries", Title: "Protocol of the First Meeting", Section: "Clause 2",
	Date: "2021-11-25", Site: "R&D 100% {base}", Archive: "Secretariat", Language: "en", Note: "unofficial translation",
	DataDate: "2026-11-22", Permalink: "https://kengash.example/en/protocols/ict-2021.html",
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

func TestWithoutAll(t *testing.T) {
	page := cite.Item{Key: "ai", Edition: "en", Title: "AI", Date: "2021/2025", Permalink: "https://kengash.example/en/topics/ai.html"}
	if got, want := page.RIS(), "TY  - ELEC\nID  - ai-en\nTI  - AI\nUR  - https://kengash.example/en/topics/ai.html\nER  - \n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNoValueBeginsALineOfItsOwn(t *testing.T) {
	forged := cite.Item{Key: "a\nER  - ", Edition: "en", Title: "Title \r\nAU  - Forged\u2028TY  - X", Author: "A\vB\x1b", Site: "S\u0085N", Permalink: "https://kengash.example/\nUR  - x"}
	if got, want := forged.RIS(), "TY  - ELEC\nID  - a ER - -en\nAU  - A B\nTI  - Title AU - Forged TY - X\nPB  - S N\n"+
		"UR  - https://kengash.example/ UR - x\nER  - \n"; got != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

func TestTheGapsOfADocumentsEntryAreFilledByAPlace(t *testing.T) {
	whole := clause.At("", "")
	var text, filled strings.Builder
	for _, p := range whole.Gaps() {
		text.WriteString(p.Text)
		filled.WriteString(p.Text + strings.NewReplacer("{id}", "c2", "{section}", "Clause 2").Replace(p.Gap))
	}
	if got, want := text.String(), whole.RIS(); got != want {
		t.Errorf("without its gaps the record is\n%s\nwant\n%s", got, want)
	}
	if got, want := filled.String(), clause.RIS(); got != want {
		t.Errorf("with its gaps filled the record is\n%s\nwant\n%s", got, want)
	}
}
