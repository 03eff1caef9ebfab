package model

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

func TestDateAcceptsEDTFLevelZero(t *testing.T) {
	for _, d := range []Date{
		"", TBA, "2021", "2021-11", "2021-11-25", "2024-02-29", "0001", "9999-12-31",
		"2021/2025", "2021-11/2022-01", "2021-11-25/2021-11-26", "2024/..", "2024-05/..", "2024-05-01/..",
		"2021/2021",       // one year
		"2021/2021-05",    // the end lies within the start
		"2021-05/2021",    // and the other way round
		"2021-11-25/2021", // the end of the year is after the start
	} {
		if !d.Valid() {
			t.Errorf("%q is refused", d)
		}
	}
}

func TestDateRefusesWhatTheCalendarOrTheFormatHasNot(t *testing.T) {
	for _, d := range []Date{
		"21", "2021-1", "2021-13", "2021-00", "2021-02-29", "2021-11-31", "2021-11-00", "2021-11-25T10:00:00", "2021-11-25 ", " 2021",
		"25.11.2021", "20211125", "2021-11-", "2021-", "-2021", "+2021", "２０２１",
		"/", "/2021", "../2021", "2021/", "2021/...", "../..", "2021/2022/2023", "2025/2021", "2021-11-26/2021-11-25", "2021-05/2021-04",
		"tba/2021", "2021/tba", "TBA", "standing", "2021?", "2021~", "202X", "2021-21", "..",
	} {
		if d.Valid() {
			t.Errorf("%q is accepted", d)
		}
	}
}

func TestDateKnowsItsFirstAndLastDay(t *testing.T) {
	for _, c := range []struct {
		date        Date
		from, to    Date
		first, last string // "" is the zero time
		year        string
		years       []string
	}{
		{"", "", "", "", "", "", nil},
		{TBA, "tba", "tba", "", "", "", nil},
		{"2021", "2021", "2021", "2021-01-01", "2021-12-31", "2021", []string{"2021"}},
		{"2021-11", "2021-11", "2021-11", "2021-11-01", "2021-11-30", "2021", []string{"2021"}},
		{"2024-02", "2024-02", "2024-02", "2024-02-01", "2024-02-29", "2024", []string{"2024"}},
		{"2021-12", "2021-12", "2021-12", "2021-12-01", "2021-12-31", "2021", []string{"2021"}},
		{"2021-11-25", "2021-11-25", "2021-11-25", "2021-11-25", "2021-11-25", "2021", []string{"2021"}},
		{"2021/2024", "2021", "2024", "2021-01-01", "2024-12-31", "2021", []string{"2021", "2022", "2023", "2024"}},
		{"2021-11/2022-01", "2021-11", "2022-01", "2021-11-01", "2022-01-31", "2021", []string{"2021", "2022"}},
		{"2024/..", "2024", "", "2024-01-01", "", "2024", []string{"2024"}},
		{"2024-05-01/..", "2024-05-01", "", "2024-05-01", "", "2024", []string{"2024"}},
	} {
		d := c.date
		if d.From() != c.from || d.To() != c.to {
			t.Errorf("%q runs from %q to %q, want %q to %q", d, d.From(), d.To(), c.from, c.to)
		}
		if day(d.First()) != c.first || day(d.Last()) != c.last {
			t.Errorf("%q runs from %q to %q, want %q to %q", d, day(d.First()), day(d.Last()), c.first, c.last)
		}
		if d.Year() != c.year || !slices.Equal(d.Years(), c.years) {
			t.Errorf("%q has the years %q, %q, want %q, %q", d, d.Year(), d.Years(), c.year, c.years)
		}
		if want := c.first != ""; d.Known() != want {
			t.Errorf("%q: Known is %v", d, d.Known())
		}
	}
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func TestDatesCompareByTheirFirstDay(t *testing.T) {
	ordered := []Date{"", TBA, "2019-06-14", "2020", "2020-01", "2020-01-01", "2020-01-01/2021", "2020-11", "2021-11-25", "2023/..", "2024-02-01"}
	for i, a := range ordered {
		for j, b := range ordered {
			want := 0
			switch {
			case i < j:
				want = -1
			case i > j:
				want = 1
			}
			if got := a.Compare(b); got != want {
				t.Errorf("%q compared with %q is %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestAFirstDayIsWhatTheTimePackageParses(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	valid := 0
	for range 20_000 {
		s := []byte("2024-02-30"[:[]int{4, 7, 10, rnd.IntN(11)}[rnd.IntN(4)]])
		for range rnd.IntN(3) {
			if len(s) > 0 {
				s[rnd.IntN(len(s))] = "0123456789-/a"[rnd.IntN(13)]
			}
		}
		var want time.Time
		wanted := len(s) == 4 || len(s) == 7 || len(s) == 10
		if wanted {
			var err error
			want, err = time.Parse("2006-01-02"[:len(s)], string(s))
			wanted = err == nil
		}
		if wanted {
			valid++
		}
		if got, ok := firstDay(string(s)); ok != wanted || ok && !got.Equal(want) {
			t.Fatalf("%q is %v, %v, want %v, %v", s, got, ok, want, wanted)
		}
	}
	if valid < 1000 {
		t.Errorf("only %d texts are dates", valid)
	}
}
