package picture

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden files anew")

func on(y, m, d int) int { return Day(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)) }

// words of three scripts; the Russian ones are the widest.
var scripts = map[string]struct{ place, name, state, step string }{
	"ru": {"Санкт-Петербург", "План действий по реализации Концепции сотрудничества", "проект принят за основу", "документ принят"},
	"zh": {"克拉玛依", "落实《上海合作组织成员国构想》行动计划", "以草案为基础", "已通过"},
	"en": {"Almaty", "Action Plan for the Implementation of the Concept", "draft taken as a basis", "adopted"},
}

// small is like the collection that the program was made for; large is what it may grow into.
func small(lang string) Timeline {
	w := scripts[lang]
	t := Timeline{Today: on(2026, 11, 22), TodayDate: "2026-11-22", MeetingsURL: "/m", WorksURL: "/w"}
	for i, day := range []int{on(2021, 11, 25), on(2023, 5, 13), on(2024, 2, 1), on(2025, 6, 17)} {
		t.Meetings = append(t.Meetings, Meeting{Name: w.place, Short: w.place, Label: w.place, URL: fmt.Sprint("/m/", i), Day: day, Date: "2021-11-25", Number: i + 1})
	}
	t.Meetings = append(t.Meetings, Meeting{Name: "Next", Short: "Next", Label: w.place + " " + w.place, URL: "/m/next", Open: true})
	for i, day := range []int{on(2019, 6, 14), on(2020, 11, 10), on(2021, 11, 25), on(2021, 11, 25), on(2025, 6, 17)} {
		work := Work{Name: w.name, URL: fmt.Sprint("/w/", i), Events: []Event{{w.state, day, "2021-11-25"}}, Since: day}
		if i == 2 {
			work.Awaited = []string{w.step}
		}
		if i == 3 {
			work.Events = append(work.Events, Event{w.state, day + 30, "2021-12-25"}, Event{w.step, day + 600, "2023-07-25"})
		}
		t.Works = append(t.Works, work)
	}
	return t
}

func large(lang string) Timeline {
	w := scripts[lang]
	t := Timeline{Today: on(2026, 11, 22), TodayDate: "2026-11-22", MeetingsURL: "/m", WorksURL: "/w"}
	for i := range 60 {
		t.Meetings = append(t.Meetings, Meeting{
			Name: w.place, Short: w.place, Label: w.place, URL: fmt.Sprint("/m/", i), Day: on(2005, 1, 10) + i*130, Date: "2021-11-25", Number: i + 1,
		})
	}
	for i := range 80 {
		day := on(2005, 3, 1) + i*97
		work := Work{Name: w.name, URL: fmt.Sprint("/w/", i), Events: []Event{{w.state, day, "2021-11-25"}}, Since: day}
		if i%5 == 0 {
			work.Awaited = []string{w.step}
		}
		t.Works = append(t.Works, work)
	}
	return t
}

func labels(d Drawing) []Label {
	out := d.Labels
	for _, m := range d.Marks {
		out = append(out, m.Labels...)
	}
	return out
}

// legible holds that no words lie on others and none leaves the picture.
func legible(t *testing.T, d Drawing, width int) {
	t.Helper()
	all := labels(d)
	for i, a := range all {
		if a.area.x1 < 0 || a.area.x2 > width || a.area.y1 < 0 || a.area.y2 > d.Height {
			t.Errorf("%q leaves the picture: %v of %d×%d", a.Words+a.Date, a.area, width, d.Height)
		}
		for _, b := range all[i+1:] {
			if a.area.meets(b.area) {
				t.Errorf("%s %q and %s %q overlap: %v %v", a.Kind, a.Words+a.Date, b.Kind, b.Words+b.Date, a.area, b.area)
			}
		}
	}
}

func TestWordsOfATimelineDoNotOverlap(t *testing.T) {
	for lang := range scripts {
		for name, timeline := range map[string]Timeline{"small": small(lang), "large": large(lang)} {
			for _, full := range []bool{false, true} {
				for _, rtl := range []bool{false, true} {
					t.Run(fmt.Sprint(lang, " ", name, " full=", full, " rtl=", rtl), func(t *testing.T) {
						timeline.Full, timeline.RTL = full, rtl
						wide, ok := timeline.Wide()
						if !ok {
							t.Fatal("nothing was drawn")
						}
						legible(t, wide, timelineWidth)
						if most := 1200; wide.Height > most {
							t.Errorf("the wide drawing is %d high, at most %d", wide.Height, most)
						}
						tall, _ := timeline.Tall()
						legible(t, tall, tallWidth)
						if most := 2200; tall.Height > most {
							t.Errorf("the tall drawing is %d high, at most %d", tall.Height, most)
						}
					})
				}
			}
		}
	}
}

func TestEachMeetingAndWorkOfASmallTimelineIsThereWithItsWords(t *testing.T) {
	for lang := range scripts {
		for _, full := range []bool{false, true} {
			timeline := small(lang)
			timeline.Full = full
			wide, _ := timeline.Wide()
			tall, _ := timeline.Tall()
			for _, d := range []Drawing{wide, tall} {
				named := map[string]bool{}
				for _, m := range d.Marks {
					named[m.URL] = named[m.URL] || len(m.Labels) > 0
				}
				for _, m := range timeline.Meetings {
					if !named[m.URL] {
						t.Errorf("%s %s full=%v: no words of the meeting %s", lang, d.Form, full, m.URL)
					}
				}
				for _, w := range timeline.Works {
					if !named[w.URL] {
						t.Errorf("%s %s full=%v: no words of %s", lang, d.Form, full, w.URL)
					}
				}
			}
		}
	}
}

// What has no room of its own is counted: the numbers in the circles and the single marks make up the whole.
func TestALargeTimelineCountsWhatHasNoRoom(t *testing.T) {
	timeline := large("ru")
	wide, _ := timeline.Wide()
	meetings, works := 0, map[string]bool{}
	counted := 0
	for _, m := range wide.Marks {
		switch {
		case m.Kind == "many" && m.URL == "/m":
			meetings += m.Number
		case m.Kind == "meeting":
			meetings++
		case m.Kind == "many":
			counted += m.Number
		case m.Kind == "event":
			works[m.URL] = true
		}
	}
	if meetings != 60 || len(works)+counted != 80 || counted == 0 {
		t.Errorf("%d meetings, %d works alone and %d counted; want 60 and 80 together", meetings, len(works), counted)
	}
}

func TestAStepThatIsNotEvidencedIsAGapUpToToday(t *testing.T) {
	timeline := small("en")
	wide, _ := timeline.Wide()
	a, _ := timeline.axis()
	want := canvas{timelineWidth, false}
	var gaps []Line
	for _, l := range wide.Lines {
		if l.Kind == "gap" {
			gaps = append(gaps, l)
		}
	}
	if len(gaps) != 1 || gaps[0].X1 != want.x(a.at(on(2021, 11, 25))) || gaps[0].X2 != want.x(a.at(timeline.Today)) {
		t.Errorf("gaps %v, want one from the first event to today", gaps)
	}
}

func TestADrawingOfALanguageThatRunsFromTheRightIsMirrored(t *testing.T) {
	timeline := small("en")
	left, _ := timeline.Wide()
	timeline.RTL = true
	right, _ := timeline.Wide()
	for i, m := range left.Marks {
		var a, b float64
		fmt.Sscanf(m.X, "%f%%", &a)
		fmt.Sscanf(right.Marks[i].X, "%f%%", &b)
		if sum := a + b; sum < 99.97 || sum > 100.01 {
			t.Errorf("the mark at %s stands at %s, want it mirrored", m.X, right.Marks[i].X)
		}
	}
	if tall, _ := timeline.Tall(); tall.Origin != "100%" || !strings.HasPrefix(tall.Marks[0].X, "-") {
		t.Errorf("the tall drawing begins at %q with x = %s, want to the left of 100%%", tall.Origin, tall.Marks[0].X)
	}
}

func TestNothingToDraw(t *testing.T) {
	if _, ok := (Timeline{Today: on(2026, 1, 1)}).Wide(); ok {
		t.Error("a timeline without anything was drawn")
	}
	if _, ok := (Timeline{Today: on(2026, 1, 1)}).Tall(); ok {
		t.Error("a tall timeline without anything was drawn")
	}
	if _, ok := (Network{Papers: []Paper{{Clauses: []Clause{{Name: "1"}}}}}).Draw(); ok {
		t.Error("a network without a connection was drawn")
	}
}

func network(lang string, papers int) Network {
	w := scripts[lang]
	n := Network{}
	for p := range papers {
		paper := Paper{Name: w.name, URL: fmt.Sprint("/p/", p)}
		for i := range 3 {
			r := Record{Name: w.name, URL: fmt.Sprint("/r/", p, i), State: w.state}
			if i == 1 {
				r.Awaited = []string{w.step}
			}
			n.Results = append(n.Results, r)
			paper.Clauses = append(paper.Clauses, Clause{Name: w.place, URL: fmt.Sprint("/c/", p, i),
				Cites: []Record{{Name: w.name, URL: fmt.Sprint("/o/", i)}},
				Acts:  []Deed{{Label: w.state, Result: r.URL}, {Label: w.state + " · " + w.state, Result: fmt.Sprint("/r/0", i)}}})
		}
		n.Papers = append(n.Papers, paper)
	}
	return n
}

func TestWordsOfANetworkDoNotOverlap(t *testing.T) {
	for lang := range scripts {
		for _, papers := range []int{1, 3, 60} {
			n, left := network(lang, papers).Newest()
			if want := max(papers*3-maxClauses, 0); left != want {
				t.Errorf("%d clauses are left out, want %d", left, want)
			}
			d, ok := n.Draw()
			if !ok {
				t.Fatal("nothing was drawn")
			}
			legible(t, d, networkWidth)
			if d.Height > 4200 {
				t.Errorf("%s, %d papers: %d high", lang, papers, d.Height)
			}
			for i, a := range d.Boxes {
				for _, b := range d.Boxes[i+1:] {
					if a.X == b.X && a.Y < b.Y+b.H && b.Y < a.Y+a.H {
						t.Errorf("%s: boxes %v and %v overlap", lang, a, b)
					}
				}
			}
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		words string
		max   int
		n     int
		want  string
	}{
		{"one two three", 1000, 3, "one two three"},
		{"one two three", 60, 3, "one two|three"},
		{"one two three", 60, 1, "one tw…"},
		{"incomprehensibilities", 60, 2, "incomp…"},
		{"第四次会议（克拉玛依，2025年）", 110, 3, "第四次会议（克拉|玛依，2025年）"},
		{"", 60, 2, ""},
	} {
		got := Wrap(test.words, nameSize, test.max, test.n)
		if s := strings.Join(got, "|"); s != test.want {
			t.Errorf("Wrap(%q, %d, %d) = %q, want %q", test.words, test.max, test.n, s, test.want)
		}
		for _, line := range got {
			if Width(line, nameSize) > test.max {
				t.Errorf("Wrap(%q): %q is wider than %d", test.words, line, test.max)
			}
		}
	}
}

func TestDrawingsAreAsBefore(t *testing.T) {
	timeline := small("ru")
	timeline.Full = true
	wide, _ := timeline.Wide()
	tall, _ := timeline.Tall()
	net, _ := network("zh", 1).Draw()
	for name, d := range map[string]Drawing{"timeline-wide": wide, "timeline-tall": tall, "network": net} {
		got, err := json.MarshalIndent(d, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("testdata", name+".golden")
		if *update {
			if err := os.WriteFile(file, append(got, '\n'), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(append(got, '\n'), want) {
			t.Errorf("%s is not as in %s; go test -update writes it anew", name, file)
		}
	}
}
