package model

import "time"

// Clock is a time of day, "09:30"; "" where none is known.
type Clock string

// Valid reports whether the time is empty, or one from 00:00 to 24:00.
func (c Clock) Valid() bool {
	if c == "" || c == "24:00" {
		return true
	}
	_, err := time.Parse("15:04", string(c))
	return err == nil && len(c) == len("15:04")
}
