package model

import (
	"strings"
	"time"
)

// Date is a date or an interval by the Extended Date/Time Format, level 0 (ISO 8601-2:2019, Library
// of Congress EDTF): "2021-11-25", "2021-11", "2021", "2021/2025", "2024/..". "" is no date, TBA
// one to be announced.
type Date string

// TBA is the date of a meeting that is to be announced.
const TBA Date = "tba"

// Valid reports whether the date is empty, TBA, or a calendar date or interval whose parts exist
// and do not run backwards.
func (d Date) Valid() bool {
	if d == "" || d == TBA {
		return true
	}
	from, to, interval := strings.Cut(string(d), "/")
	if !validPoint(from) {
		return false
	}
	if !interval || to == ".." {
		return true
	}
	return validPoint(to) && Date(from).First().Compare(Date(to).Last()) <= 0
}

func validPoint(s string) bool {
	_, ok := firstDay(s)
	return ok
}

// firstDay is the first day of a year, a month or a day; ok is false for anything else.
func firstDay(s string) (t time.Time, ok bool) {
	year, month, day := number(s, 0, 4), 1, 1
	switch len(s) {
	case len("2006-01-02"):
		day = number(s, 8, 10)
		fallthrough
	case len("2006-01"):
		month = number(s, 5, 7)
	case len("2006"):
	default:
		return time.Time{}, false
	}
	if len(s) > 4 && s[4] != '-' || len(s) > 7 && s[7] != '-' || min(month, day) < 0 || year < 1 || month == 0 {
		return time.Time{}, false
	}
	t = time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == day && t.Month() == time.Month(month) // a day that the month does not have is in the next
}

// number is the number that the digits from one byte of a text to another make; -1 where not all
// are digits.
func number(s string, from, to int) (n int) {
	if len(s) < to {
		return -1
	}
	for _, b := range []byte(s[from:to]) {
		if b < '0' || b > '9' {
			return -1
		}
		n = n*10 + int(b-'0')
	}
	return n
}

// Known reports whether the date says anything.
func (d Date) Known() bool { return d != "" && d != TBA }

// From returns the date or the start of the interval.
func (d Date) From() Date {
	from, _, _ := strings.Cut(string(d), "/")
	return Date(from)
}

// To returns the date or the end of the interval; "" where that is open.
func (d Date) To() Date {
	_, to, interval := strings.Cut(string(d), "/")
	switch {
	case !interval:
		return d
	case to == "..":
		return ""
	}
	return Date(to)
}

// First returns the first day that the date can mean, in UTC; the zero time where it is not known.
func (d Date) First() time.Time {
	t, ok := firstDay(string(d.From()))
	if !ok {
		return time.Time{}
	}
	return t
}

// Last returns the last day that the date can mean, in UTC; the zero time where it is not known or
// open.
func (d Date) Last() time.Time {
	to := d.To()
	t := to.First()
	switch len(to) {
	case 4:
		return t.AddDate(1, 0, -1)
	case 7:
		return t.AddDate(0, 1, -1)
	}
	return t
}

// Year returns the first year, as four digits; "" where it is not known.
func (d Date) Year() string {
	if !d.Known() || len(d) < 4 {
		return ""
	}
	return string(d[:4])
}

// Years returns all the years of the date, first to last; of an open interval only the first.
func (d Date) Years() []string {
	first, last := d.First(), d.Last()
	if first.IsZero() {
		return nil
	}
	years := []string{first.Format("2006")}
	for y := first.Year() + 1; y <= last.Year(); y++ {
		years = append(years, time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006"))
	}
	return years
}

// Compare orders dates by their first day, then by their text. Unknown dates come first.
func (d Date) Compare(e Date) int {
	if c := d.First().Compare(e.First()); c != 0 {
		return c
	}
	return strings.Compare(string(d), string(e))
}

// Until returns the time from the first day of a date to the first day of another, in whole years
// and months; 0, 0 where it is less, or where one of them is not known.
func (d Date) Until(e Date) (years, months int) {
	from, to := d.First(), e.First()
	if from.IsZero() || to.Before(from) {
		return 0, 0
	}
	n := (to.Year()-from.Year())*12 + int(to.Month()) - int(from.Month())
	if to.Day() < from.Day() {
		n--
	}
	return n / 12, n % 12
}
