package draft_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// nodes are the pieces of a draft, one a line: node, number, and the beginning of the text.
func nodes(d *draft.Draft) string {
	var lines []string
	for _, p := range d.Pieces {
		text := strings.Join(p.Lines, " / ")
		if len(p.Lines) == 0 {
			text = strings.ReplaceAll(p.Text, "\n", " / ")
		}
		lines = append(lines, strings.TrimSpace(p.ID+" "+p.Num)+": "+text)
	}
	return strings.Join(lines, "\n")
}

func TestEachNumberOfAListIsAClause(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"paragraphs between the numbers", `# Minutes of the board

The board decided:

1. To approve the budget.

   Carried by 5 votes to 1.

2. To buy a boat.

   The treasurer was against it.

   Carried.

3. To close.
`, `title: Minutes of the board
c1.p1 1: To approve the budget.
c1.p2: Carried by 5 votes to 1.
c2.p1 2: To buy a boat.
c2.p2: The treasurer was against it.
c2.p3: Carried.
c3.p1 3: To close.`},
		{"points below the numbers", `# Minutes of the board

1. Money
   - Decision: the budget is approved.
   - Decision: the fee stays.
2. Boats
   - No boat is bought.
3. Any other business
   - None.
`, `title: Minutes of the board
c1 1: Money
c1.p1: - Decision: the budget is approved. / - Decision: the fee stays.
c2 2: Boats
c2.p1: No boat is bought.
c3 3: Any other business
c3.p1: None.`},
	} {
		got := nodes(draft.Read(read(t, "a.md", c.text), site(t, configuration), draft.Options{Lang: "en"}))
		if got = strings.Replace(got, "pre.p1: The board decided:\n", "", 1); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestFrontMatterIsTheLastResort(t *testing.T) {
	const front = "---\ntitle: Council of May\ndate: 2024-05-03\n---\n\n"
	d := draft.Read(read(t, "a.md", front+"The council met in the hall, and many came from far away.\n"), site(t, configuration), draft.Options{Lang: "en"})
	if d.Title.Text != "Council of May" || d.Date.Text != "2024-05-03" || d.Date.Sure != draft.Guess {
		t.Errorf("title %q, date %q, sure %v", d.Title.Text, d.Date.Text, d.Date.Sure)
	}
	d = draft.Read(read(t, "a.md", front+"# Minutes of the council of 4 May 2024\n\nThe council met.\n"), site(t, configuration), draft.Options{Lang: "en"})
	if d.Title.Text != "Minutes of the council of 4 May 2024" || d.Date.Text != "2024-05-04" {
		t.Errorf("title %q, date %q", d.Title.Text, d.Date.Text)
	}
}

func TestTheTitleOfAWebPageIsNotItsSite(t *testing.T) {
	const met = "<p>The council met in the hall on 18 June 2020.</p>"
	for _, c := range []struct{ page, want string }{
		{"<title>Round of the spring – Town of X</title><h1>News</h1><h2>Round of the spring</h2>" + met, "Round of the spring"},
		{"<title>X</title><h1>Town of X</h1><p>Founded 1900</p><h2>Minutes of 18 June 2020</h2>" + met, "Minutes of 18 June 2020"},
		{"<title>Council of June – X</title><h1>Council of June</h1><h2>Approval of the minutes of 4 May 2020</h2>" + met, "Council of June"},
		{"<title>X</title><h1>Council of June</h1>" + met + "<h2>Budget</h2><p>It was approved.</p>", "Council of June"},
	} {
		d := draft.Read(read(t, "a.html", "<!DOCTYPE html>"+c.page), site(t, configuration), draft.Options{Lang: "en"})
		if d.Title.Text != c.want {
			t.Errorf("title %q of %s, want %q", d.Title.Text, c.page, c.want)
		}
	}
}

func TestWhatIsLeftOutOfAFileIsCounted(t *testing.T) {
	d := draft.Read(read(t, "a.html", "<!DOCTYPE html><nav>Home</nav><h1>Minutes of 18 June 2020</h1><p>The council met.</p>"), site(t, configuration), draft.Options{Lang: "en"})
	if got, want := d.Report().Characters, (draft.Characters{Read: 37, Kept: 33, LeftOut: 4}); got != want {
		t.Errorf("characters %+v, want %+v", got, want)
	}
}

// TestNumbersOfMinutes reads numbers with a year, with a zero, and in Roman digits on a line alone,
// and minutes without numbers, which begin with their first sentence.
func TestNumbersOfMinutes(t *testing.T) {
	const head = "Minutes of the Harbour Council, 12 May 2025\n\nPresent: Ada Byron, Grace Hill\n\n"
	for text, want := range map[string]string{
		"71/25 Dues\n\nThe dues were raised.\n\n72/25 Pier\n\nThe pier was closed.\n":                      "c71 c71.p1 c72 c72.p1",
		"25/07 Dues\n\nThe dues were raised.\n\n25/08 Pier\n\nThe pier was closed.\n":                      "c7 c7.p1 c8 c8.p1",
		"3.0 Items\n\n3.1 The dues were raised.\n\n3.2 The pier was closed.\n":                             "c3 c3.1.p1 c3.2.p1",
		"I\n\nThe dues were raised.\n\nII\n\nThe pier was closed.\n":                                       "c1 c1.p1 c2 c2.p1",
		"Item 1 Dues\n\nThe dues were raised.\n\nItem 2 Pier\n\nThe pier was closed.\n":                    "c1 c1.p1 c2 c2.p1",
		"1. Dues\n\n(i) Low.\n\n(ii) Dear.\n\n(iii) Old.\n\n(iv) High.\n\n(v) Paid.\n":                     "c1.p1 c1.i.p1 c1.ii.p1 c1.iii.p1 c1.iv.p1 c1.v.p1",
		"Two boats have come from the north since.\n\nThe council approved the dues.\n\nThe pier leans.\n": "c1.p1 c1.p2 c1.p3",
	} {
		var got []string
		for _, p := range draft.Read(read(t, "minutes.txt", head+text), site(t, configuration), draft.Options{}).Pieces {
			if strings.HasPrefix(p.ID, "c") {
				got = append(got, p.ID)
			}
		}
		equal(t, text, got, strings.Fields(want)...)
	}
}

// TestItemsOfBusinessAreNoTasks: "Action items" may head what was voted on.
func TestItemsOfBusinessAreNoTasks(t *testing.T) {
	const text = "Minutes of the Harbour Council, 12 May 2025\n\nPresent: Ada Byron, Grace Hill\n\n4.0 Action items\n\n" +
		"4.1 Budget. Motion by Ms. Hill to adopt the budget. Carried 2-0.\n\n4.2 The Council approved the lease.\n"
	d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{})
	acts := 0
	for _, p := range d.Pieces {
		acts += len(p.Acts)
	}
	if acts != 2 || len(d.Actions) > 0 {
		t.Errorf("%d acts, tasks: %v", acts, d.Actions)
	}
}
