package draft_test

import (
	"context"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/check"
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
func site(t testing.TB, files fstest.MapFS) *model.Collection {
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

func read(t testing.TB, name, text string) *source.Document {
	t.Helper()
	doc, err := source.Read(context.Background(), name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

var nodeLine = regexp.MustCompile(`\{#(c(\d+)\.p1|[^} ]*)(?: source=\w+)?\}\n*`)

// printed returns the text of the first collection's protocol as it was printed in Russian: with
// the numbers of its clauses, in short lines.
func printed(t *testing.T) (text, content string) {
	t.Helper()
	return printedIn(t, "ru", true)
}

// printedIn is printed in a language, with or without numbers.
func printedIn(t *testing.T, lang string, numbers bool) (text, content string) {
	t.Helper()
	data, err := os.ReadFile("../../../../content/" + lang + "/protocols/ict-2021.md")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	rest := string(data)
	for _, m := range nodeLine.FindAllStringSubmatchIndex(rest, -1) {
		before := rest[:m[0]]
		block := strings.TrimSpace(before[strings.LastIndex(before, "}")+1:])
		if m[4] >= 0 && numbers {
			block = rest[m[4]:m[5]] + ". " + block
		}
		if lang != "zh" { // which has no blanks at which to break lines
			block = wrapped(block)
		}
		b.WriteString(block + "\n\n")
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

// textsOf are the texts of values.
func textsOf(values []draft.Value) (texts []string) {
	for _, v := range values {
		texts = append(texts, v.Text)
	}
	return texts
}

// attendanceIn is who came as what to the meeting of a draft.
func attendanceIn(d *draft.Draft) (groups []string) {
	for _, g := range d.Attendance {
		groups = append(groups, g.Code+": "+strings.Join(textsOf(g.Who), ", "))
	}
	return groups
}

// dutyIn is who has to do an action, and by when.
func dutyIn(a draft.Action) string {
	return strings.TrimSpace(strings.Join(textsOf(a.Owners), ", ") + " " + a.Deadline.Text)
}

// dutiesIn is dutyIn of all actions of a draft.
func dutiesIn(d *draft.Draft) string {
	var duties []string
	for _, a := range d.Actions {
		duties = append(duties, dutyIn(a))
	}
	return strings.Join(duties, "; ")
}

func equal(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n got %s\nwant %s", what, strings.Join(got, "; "), strings.Join(want, "; "))
	}
}

var update = flag.Bool("update", false, "write the reports of the test texts anew")

func TestTheDayOfIssueIsNotTheDayOfTheMeeting(t *testing.T) {
	const text = "部际联席会议纪要\n\n〔2031〕5号\n\n湿地保护部际联席会议办公室 2031年5月22日\n\n湿地保护部际联席会议第四次全体会议纪要\n\n" +
		"2031年5月15日，联席会议召集人唐某某主持召开湿地保护部际联席会议第四次全体会议。会议听取了工作汇报。\n\n一、关于工作总结\n\n会议原则通过《工作总结》。\n"
	d := draft.Read(read(t, "a.txt", text), site(t, configuration), draft.Options{Lang: "zh"})
	if d.Date.Text != "2031-05-15" {
		t.Errorf("the meeting was on %s (%s)", d.Date.Text, d.Date.Why)
	}
}

// TestTheDayOfTheMeetingBesideItsTime reads a label that names both, however it joins them.
func TestTheDayOfTheMeetingBesideItsTime(t *testing.T) {
	for _, label := range []string{"Дата", "Дата и время", "Дата, время", "Дата, время проведения"} {
		text := "# Протокол совещания\n\n| " + label + " | 03.02.2026, 15:00 |\n|---|---|\n| Место | Зал 2 |\n\nРешили:\n\n1. Перенести демонстрацию на 2 марта 2026 г.\n"
		d := draft.Read(read(t, "a.md", text), site(t, configuration), draft.Options{Lang: "ru"})
		if d.Date.Text != "2026-02-03" {
			t.Errorf("%s: the meeting was on %s (%s)", label, d.Date.Text, d.Date.Why)
		}
	}
}

// TestADoubtfulDay reads texts in which days that are none of the meeting stand among those of
// tasks: whatever is taken for it, the deadlines stay.
func TestADoubtfulDay(t *testing.T) {
	const tasks = "2. Юдину В.К. представить смету до 10.02.2026.\n\n3. Белой Л.А. направить акт до 13.02.2026.\n"
	for _, c := range []struct {
		name, lang, text, day string
		asked                 bool
		deadlines             int
	}{
		{"a later event", "ru", "Протокол совещания\n\nПрисутствовали: Юдин В.К., Белая Л.А.\n\nРешили:\n\n1. Перенести демонстрацию на 2 марта 2026 г.\n\n" + tasks, "2026-03-02", true, 2},
		{"a later event, and the day in the head", "ru", "Протокол совещания\n\nг. Карсун, 3 февраля 2026 г.\n\nПрисутствовали: Юдин В.К., Белая Л.А.\n\nРешили:\n\n1. Выставка, проведённая партнёрами, откроется 2 марта 2026 г.\n\n" + tasks, "2026-02-03", false, 2},
		{"until then", "ru", "Протокол совещания\n\nПрисутствовали: Юдин В.К., Белая Л.А.\n\nРешили:\n\n1. Закупка должна быть проведена до 2 марта 2026 г.\n\n" + tasks + "\nПротокол подписан 4 февраля 2026 г.\n", "2026-02-04", true, 2},
		{"until then in Chinese", "zh", "联合工作组第二次会议纪要\n\n应邀请，阿里木率团于2026年6月9日至10日访问宁州，并出席联合工作组第二次会议。会议由李明主持。\n\n一、频率协调\n\n双方同意成立专家组，专家组应于2026年9月30日前召开首次会议。\n\n二、培训\n\n李明于2026年8月15日前提供方案。\n", "2026-06-09/2026-06-10", false, 2},
		{"until then in English", "en", "Minutes of the working group\n\nPresent: Ada Byron, Grace Hopper\n\n1. Lamps\n\nThe first trial should be held by 30 September 2026.\nACTION: Ada Byron to buy lamps by 15 August 2026.\n\nAda Byron, signed on 10 June 2026\n", "2026-06-10", false, 1},
	} {
		d := draft.Read(read(t, "a.txt", c.text), site(t, configuration), draft.Options{Lang: c.lang})
		asked := slices.ContainsFunc(d.Questions, func(q draft.Question) bool { return q.About == "date" })
		var deadlines int
		for _, a := range d.Actions {
			if a.Deadline.Text != "" {
				deadlines++
			}
		}
		if d.Date.Text != c.day || asked != c.asked || deadlines < c.deadlines || asked && d.Date.Sure != draft.Guess {
			t.Errorf("%s: the day is %q (%v, %s), asked %v, %d deadlines; want %q, %v, %d", c.name, d.Date.Text, d.Date.Sure, d.Date.Why, asked, deadlines, c.day, c.asked, c.deadlines)
		}
	}
}

func TestADeadlineIsNotTheDayOfTheMeeting(t *testing.T) {
	const text = "Board of trustees\nMinutes of the meeting\n\nPresent: Ada Byron (chair), Charles Babbage\n\n1. Tasks\nACTION: Charles Babbage to send the report by 3 March 2026.\n"
	d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{})
	if d.Date.Text != "" || d.Actions[0].Deadline.Text != "2026-03-03" {
		t.Errorf("the day is %q, the deadline %q", d.Date.Text, d.Actions[0].Deadline.Text)
	}
	if d.Chair.Text != "Ada Byron" {
		t.Errorf("the chair is %q", d.Chair.Text)
	}
}

// TestASignatureWithoutAName reads minutes that somebody has still to sign: the draft is valid.
func TestASignatureWithoutAName(t *testing.T) {
	d := draft.Read(read(t, "minutes.txt", "Minutes of 4 May 2024\n\n1. The committee approved the budget.\n\n"+
		"Chair: ____________\n"), site(t, configuration), draft.Options{})
	valid(t, d)
	if got := d.Report().String(); !strings.Contains(got, "who signed here") {
		t.Error(got)
	}
}

// TestClausesWithoutText reads headings with nothing below them: each piece has a node of its own.
func TestClausesWithoutText(t *testing.T) {
	const text = "# Minutes of 4 May 2024\n\n## Members\n\n## 1. JONES\n\n## PETERSEN\n\n## KURUC\n\n## 2. SYNAC\n\n## HATTORI\n"
	valid(t, draft.Read(read(t, "minutes.md", text), site(t, configuration), draft.Options{}))
}

// TestTextsOfManyKinds reads invented protocols and minutes and compares the reports with what they
// were when somebody last looked at them. Each draft is a site without problems.
func TestTextsOfManyKinds(t *testing.T) {
	names, err := filepath.Glob("testdata/texts/*")
	if err != nil || len(names) < 9 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			d := draft.Read(read(t, filepath.Base(name), string(text)), site(t, configuration), draft.Options{})
			lossless(t, d)
			valid(t, d)
			golden := filepath.Join("testdata", "reports", filepath.Base(name)+".report")
			if got := recognised(d.Report().String()); *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if want, err := os.ReadFile(golden); err != nil || got != string(want) {
				t.Errorf("the report differs from %s (-update writes it anew): %v\n%s", golden, err, draft.Diff(golden, string(want), got))
			}
		})
	}
}

var places = regexp.MustCompile(` \(line \d+\)`)

// recognised is a report without places and mends, which are the reader's and not the recogniser's.
func recognised(report string) string {
	report, _, _ = strings.Cut(report, "\nmends (")
	return places.ReplaceAllString(report, "") + "\n"
}

// lossless checks that the draft has every character of its document but for what it left out.
func lossless(t *testing.T, d *draft.Draft) {
	t.Helper()
	if c := d.Report().Characters; c.Read != c.Kept+c.LeftOut {
		t.Errorf("characters: %+v\n%s", c, d.Text())
	}
}

// valid checks that the site with the records of a draft has no problems.
func valid(t *testing.T, d *draft.Draft) {
	t.Helper()
	all := maps.Clone(configuration)
	for _, r := range d.Records() {
		all[r.Name] = &fstest.MapFile{Data: []byte(r.Content)}
	}
	c, problems, err := load.Load(load.Source{Site: all, Defaults: kengash.Defaults(), Drafts: true})
	if err != nil {
		t.Fatal(err)
	}
	problems.Append(check.Collection(c))
	if err := problems.Err(); err != nil {
		t.Errorf("%v\n%s", err, d.Text())
	}
}

// FuzzRead looks for texts of which characters are lost, or whose draft is no valid site.
func FuzzRead(f *testing.F) {
	names, err := filepath.Glob("testdata/texts/*")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		if text, err := os.ReadFile(name); err == nil {
			f.Add(string(text))
		}
	}
	for _, text := range []string{
		"Minutes\n\n# a\n\n{#c1}\n\n<b>", "1.\n\n2. a\n\n1. b\n\n3.1 c\n\n3.1 d", "a | b\n\n| c |\n", "За делегацию\n\nПриложение", "Present:\n\n- A\n- a", "Chair\n\nA B\n\nAbsent: A B",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"a.md", "a.txt"} {
			doc, err := source.Read(context.Background(), name, []byte(text))
			if err != nil {
				continue
			}
			d := draft.Read(doc, site(t, configuration), draft.Options{Date: "2026-01-05"})
			lossless(t, d)
			valid(t, d)
		}
	})
}

// TestAddressesOfLinksAreListed: a record has the words of a link, and the report where it led.
func TestAddressesOfLinksAreListed(t *testing.T) {
	doc := read(t, "links.md", "# Minutes of the council\n\n5 March 2024\n\nThe council adopted [the plan](https://example.org/plan), see https://example.org/all.\n")
	report := draft.Read(doc, site(t, configuration), draft.Options{}).Report().String()
	if want := "left out the address of a link (line 5): https://example.org/plan"; !strings.Contains(report, want) || strings.Contains(report, "example.org/all") {
		t.Errorf("want %q alone in\n%s", want, report)
	}
}
