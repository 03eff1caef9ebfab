package draft_test

import (
	"context"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/intake/draft"
	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/load"
	"github.com/kengash/kengash/generator/internal/model"
)

// configuration is that of a new site with one body.
var configuration = fstest.MapFS{
	"kengash.toml": {Data: []byte(`base_url = "https://records.example/"
data_date = 2026-11-22
title.en = "Records"
[language.ru]
name = "Русский"
[language.zh]
name = "中文"
[language.en]
name = "English"
`)},
	"data/bodies/council.toml": {Data: []byte("classification = \"council\"\nname.en = \"Harbour Council\"\nname.ru = \"Совет гавани\"\nname.zh = \"港口理事会\"\n")},
}

// site reads a site of some files.
func site(t *testing.T, files fstest.MapFS) *model.Collection {
	t.Helper()
	c, problems, err := load.Load(load.Source{Site: files, Defaults: kengash.Defaults()})
	if err == nil {
		err = problems.Err()
	}
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func read(t *testing.T, name, text string) *source.Document {
	t.Helper()
	doc, err := source.Read(context.Background(), name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

var nodeLine = regexp.MustCompile(`\{#(c(\d+)\.p1|[^}]*)\}\n*`)

// printed returns the text of the first collection's protocol as it was printed: with the numbers
// of its clauses, in short lines.
func printed(t *testing.T) (text, content string) {
	t.Helper()
	data, err := os.ReadFile("../../../../content/ru/protocols/ict-2021.md")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	rest := string(data)
	for _, m := range nodeLine.FindAllStringSubmatchIndex(rest, -1) {
		before := rest[:m[0]]
		block := strings.TrimSpace(before[strings.LastIndex(before, "}")+1:])
		if m[4] >= 0 {
			block = rest[m[4]:m[5]] + ". " + block
		}
		b.WriteString(wrapped(block) + "\n\n")
	}
	return b.String(), rest
}

// wrapped breaks a text into lines.
func wrapped(text string) string {
	var b strings.Builder
	wide := 0
	for _, w := range strings.Fields(text) {
		if n := len([]rune(w)); wide+n > 70 {
			b.WriteByte('\n')
			wide = n
		} else {
			wide += n + 1
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
		}
		b.WriteString(w)
	}
	return b.String()
}

func TestTheFirstProtocolIsReadAsItWasTypedIn(t *testing.T) {
	text, content := printed(t)
	d := draft.Read(read(t, "protocol.txt", text), site(t, configuration), draft.Options{})
	if d.Text() != content {
		t.Errorf("the text differs:\n%s", d.Text())
	}
	r := d.Report()
	if r.Characters.Read != r.Characters.Kept || r.Characters.LeftOut != 0 {
		t.Errorf("characters: %+v", r.Characters)
	}
	var acts, clauses, signers []string
	for _, p := range d.Pieces {
		for _, a := range p.Acts {
			acts = append(acts, p.ID+" "+a.Text)
		}
		if p.Num != "" {
			clauses = append(clauses, p.Num)
		}
		if p.Signer.Text != "" {
			signers = append(signers, strings.TrimPrefix(p.Signer.Text, "states/"))
		}
	}
	equal(t, "acts", acts, "c1.p1 discussed", "c1.p1 supported", "c1.p2 adopted", "c1.p3 agreed", "c1.p3 noted", "c2.p1 considered", "c2.p1 agreed",
		"c3.p1 exchanged-views", "c4.p1 discussed", "c4.p1 approved", "c5.p1 considered", "c5.p1 taken-as-basis", "c6.p1 to-be-agreed")
	equal(t, "clauses", clauses, "1", "2", "3", "4", "5", "6")
	equal(t, "signatures", signers, "in", "kz", "cn", "kg", "pk", "ru", "tj", "uz")
	var annexes, cited []string
	for _, a := range d.Annexes {
		annexes = append(annexes, a.Key+" "+a.Title.Text)
	}
	for _, c := range d.Cited {
		cited = append(cited, strings.Join([]string{c.Type.Text, c.Date.Text, c.Place.Text}, " "))
	}
	equal(t, "annexes", annexes, "1 Повестка дня", "2 список участников Совещания",
		"3 проект Программы сотрудничества государств-членов ШОС по развитию цифровой грамотности",
		"4 проект Плана действий по реализации Концепции сотрудничества государств-членов ШОС в сфере цифровизации и ИКТ")
	equal(t, "instruments", cited, "concept 2019-06-14 Бишкек", "statement 2020-11-10 Москва")
	equal(t, "facts", []string{
		d.Kind.Text, d.Date.Text, d.Signed.Text, d.Format.Text, d.Ordinal.Text, d.Chair.Text, d.Originals.Text, strings.Join(d.Languages, "+"), d.Certified.Text,
	}, "protocol", "2021-11-25", "2021-11-25", "videoconference", "1", "states/uz", "1", "ru+zh", "true")
}

func equal(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n got %s\nwant %s", what, strings.Join(got, "; "), strings.Join(want, "; "))
	}
}
