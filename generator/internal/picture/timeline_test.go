package picture

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden file anew")

func on(y, m, d int) int { return Day(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)) }

// small is like the collection that the program was made for.
func small() Timeline {
	t := Timeline{Today: on(2026, 11, 22), Lanes: 14}
	for i, day := range []int{on(2021, 11, 25), on(2023, 5, 13), on(2024, 2, 1), on(2025, 6, 17)} {
		t.Meetings = append(t.Meetings, Meeting{Name: fmt.Sprint("Meeting ", i+1), URL: fmt.Sprint("/m/", i), Day: day, Number: i + 1})
	}
	t.Meetings = append(t.Meetings, Meeting{Name: "Next", URL: "/m/next", Open: true})
	for i, day := range []int{on(2019, 6, 14), on(2020, 11, 10), on(2021, 11, 25), on(2021, 11, 25), on(2025, 6, 17)} {
		work := Work{Name: fmt.Sprint("Work ", i), Events: []Event{{"adopted", day}}, Since: day}
		switch i {
		case 2:
			work.Awaited = true
		case 3:
			work.Events = append(work.Events, Event{"signed", day + 30}, Event{"in force", day + 600})
		}
		t.Works = append(t.Works, work)
	}
	return t
}

// large is what a collection may grow into: forty years of meetings and instruments.
func large(meetings, works int) Timeline {
	t := Timeline{Today: on(2026, 11, 22), Lanes: 14}
	first, days := on(1986, 1, 10), t.Today-on(1986, 1, 10)
	for i := range meetings {
		t.Meetings = append(t.Meetings, Meeting{Day: first + i*days/meetings, Number: i + 1})
	}
	for i := range works {
		day := first + i*days/works
		t.Works = append(t.Works, Work{Events: []Event{{"adopted", day}}, Since: day, Awaited: i%50 == 0})
	}
	return t
}

// place reads what the theme writes.
func place(t *testing.T, x string) int {
	t.Helper()
	var units, hundredths int
	if n, err := fmt.Sscanf(x, "%d.%d%%", &units, &hundredths); n != 2 || err != nil {
		t.Fatalf("%q is no place: %v", x, err)
	}
	return units*100 + hundredths
}

func TestNothingTouchesInTheNarrowestStrip(t *testing.T) {
	for name, timeline := range map[string]Timeline{"small": small(), "large": large(1500, 500), "a day": large(1, 1)} {
		for _, rtl := range []bool{false, true} {
			timeline.RTL = rtl
			d, ok := timeline.Draw()
			if !ok {
				t.Fatalf("%s: nothing was drawn", name)
			}
			row := func(what string, room int, xs []string) {
				for i, x := range xs {
					at := place(t, x)
					if at < margin || at > whole-margin {
						t.Errorf("%s, rtl %v: %s stands at %s", name, rtl, what, x)
					}
					if i == 0 {
						continue
					}
					if d := at - place(t, xs[i-1]); rtl && -d < room || !rtl && d < room {
						t.Errorf("%s, rtl %v: %s at %s and %s touch", name, rtl, what, xs[i-1], x)
					}
				}
			}
			var years []string
			for _, y := range d.Years {
				years = append(years, y.X)
			}
			row("years", yearRoom-1, years)
			row("meetings", apart, places(d.Marks))
			row("works", apart, places(d.Rest))
		}
	}
}

func places(marks []Mark) (out []string) {
	for _, m := range marks {
		out = append(out, m.X)
	}
	return out
}

// However much there is, what is drawn stays small, and what has no place of its own is counted.
func TestALargeTimelineCountsWhatHasNoRoom(t *testing.T) {
	for _, n := range []struct{ meetings, works int }{{150, 500}, {1500, 500}, {1500, 5}} {
		d, _ := large(n.meetings, n.works).Draw()
		meetings, works := 0, len(d.Lanes)
		for _, m := range d.Marks {
			if m.Kind == "many" {
				meetings += m.Number
			} else {
				meetings++
			}
		}
		for _, m := range d.Rest {
			works += m.Number
		}
		if meetings != n.meetings || works != n.works || len(d.Left) != n.works-len(d.Lanes) {
			t.Errorf("%d meetings, %d works (%d of them without a strip); want %v", meetings, works, len(d.Left), n)
		}
		if len(d.Lanes) != min(n.works, 14) || len(d.Marks) > 13 || len(d.Rest) > 13 {
			t.Errorf("%d strips, circles for meetings %d, for works %d", len(d.Lanes), len(d.Marks), len(d.Rest))
		}
		data, err := json.Marshal(d)
		if err != nil || len(data) > 6000 {
			t.Errorf("%v: the drawing takes %d bytes: %v", n, len(data), err)
		}
	}
}

func TestWorksWithAnOpenStepHaveAStripFirstThenNewerOnes(t *testing.T) {
	timeline := large(1, 500)
	d, _ := timeline.Draw()
	last, open := 0, 0
	for _, l := range d.Lanes {
		w := timeline.Works[l.Work]
		if w.Day() < last {
			t.Errorf("strips do not stand by time")
		}
		if last = w.Day(); w.Awaited {
			open++
		}
	}
	if open != 10 || d.Lanes[13].Work != 499 {
		t.Errorf("%d strips have an open step, want all 10; the last is work %d", open, d.Lanes[13].Work)
	}
}

func TestAStepThatIsNotEvidencedIsAGapUpToToday(t *testing.T) {
	d, _ := small().Draw()
	var gaps []Line
	for _, l := range d.Lanes {
		for _, line := range l.Lines {
			if line.Kind == "gap" {
				gaps = append(gaps, line)
				if end := l.Marks[len(l.Marks)-1]; line.X1 != l.Marks[0].X || end.Kind != "end" || end.X != line.X2 {
					t.Errorf("the gap %v does not end as its strip does: %v", line, l.Marks)
				}
			}
		}
	}
	if len(gaps) != 1 || gaps[0].X2 != d.Today {
		t.Errorf("gaps %v, want one up to today, %s", gaps, d.Today)
	}
}

func TestADrawingOfALanguageThatRunsFromTheRightIsMirrored(t *testing.T) {
	timeline := small()
	left, _ := timeline.Draw()
	timeline.RTL = true
	right, _ := timeline.Draw()
	for i, m := range left.Marks {
		if a, b := place(t, m.X), place(t, right.Marks[i].X); a+b != whole {
			t.Errorf("the mark at %s stands at %s, want it mirrored", m.X, right.Marks[i].X)
		}
	}
}

func TestNothingToDraw(t *testing.T) {
	if _, ok := (Timeline{Today: on(2026, 1, 1)}).Draw(); ok {
		t.Error("a timeline without anything was drawn")
	}
}

func TestTheDrawingIsAsBefore(t *testing.T) {
	d, _ := small().Draw()
	got, err := json.MarshalIndent(d, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, '\n')
	const file = "testdata/timeline.golden"
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the drawing is not as in %s; go test -update writes it anew", file)
	}
}
