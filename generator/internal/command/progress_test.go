package command

import (
	"bytes"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/kengash/kengash/generator/internal/stage"
)

// event is what happens to a stage, some time after the event before.
type event struct {
	after time.Duration
	stage.Event
}

func begins(name string) stage.Event { return stage.Event{Stage: name, Kind: stage.Begin} }
func ends(name string) stage.Event   { return stage.Event{Stage: name, Kind: stage.End} }
func at(name string, done, total int) stage.Event {
	return stage.Event{Stage: name, Kind: stage.Advance, Done: done, Total: total}
}

func TestProgressIsOneLine(t *testing.T) {
	for _, c := range []struct {
		name   string
		width  int
		events []event
		want   string // lines as they are drawn
	}{
		{
			"a stage that does not count", 80,
			[]event{{0, begins(stage.Checking)}, {time.Second, ends(stage.Checking)}},
			"checking\n\n",
		},
		{
			"a rate once a second has passed, from the first count on", 80,
			[]event{
				{0, begins(stage.Rendering)}, {9 * time.Second, at(stage.Rendering, 10, 130)}, {500 * time.Millisecond, at(stage.Rendering, 20, 130)},
				{1500 * time.Millisecond, at(stage.Rendering, 50, 130)}, {4 * time.Second, at(stage.Rendering, 130, 130)}, {0, ends(stage.Rendering)},
			},
			"rendering\nrendering 10 of 130 pages\nrendering 20 of 130 pages\nrendering 50 of 130 pages, 20/s, 4 s left\n" +
				"rendering 130 of 130 pages\n\n",
		},
		{
			"slow stages", 80,
			[]event{
				{0, at(stage.Indexing, 0, 1000)}, {8 * time.Second, at(stage.Indexing, 1, 1000)}, {time.Hour, at(stage.Indexing, 500, 1000)},
				{0, ends(stage.Indexing)}, {0, at(stage.Reading, 0, 3)}, {100 * time.Second, at(stage.Reading, 1, 3)},
			},
			"indexing 0 of 1000 documents\nindexing 1 of 1000 documents, 0.12/s, 2 h left\nindexing 500 of 1000 documents, 0.14/s, 60 min left\n" +
				"\nreading 1 of 3 files, 0.01/s, 3 min left\n",
		},
		{
			"not more than ten times a second, but the last count", 80,
			[]event{
				{0, begins(stage.Verifying)}, {99 * time.Millisecond, at(stage.Verifying, 1, 9)}, {time.Millisecond, at(stage.Verifying, 2, 9)},
				{time.Millisecond, at(stage.Verifying, 3, 9)}, {time.Millisecond, at(stage.Verifying, 9, 9)},
			},
			"verifying\nverifying 2 of 9 files\nverifying 9 of 9 files\n",
		},
		{
			"stages side by side, and one that runs twice", 80,
			[]event{
				{0, begins(stage.Composing)}, {0, begins(stage.Indexing)}, {0, begins(stage.Composing)}, {0, ends(stage.Composing)},
				{0, ends(stage.Composing)}, {0, ends(stage.Indexing)},
			},
			"composing\ncomposing; indexing\ncomposing; indexing\ncomposing; indexing\nindexing\n\n",
		},
		{
			"a narrow terminal has no rates", 60,
			[]event{
				{0, at(stage.Rendering, 0, 860)}, {0, begins(stage.Indexing)}, {time.Second, at(stage.Rendering, 80, 860)},
				{time.Second, at(stage.Indexing, 1000, 2565)},
			},
			"rendering 0 of 860 pages\nrendering 0 of 860 pages; indexing\nrendering 80 of 860 pages, 80/s, 10 s left; indexing\n" +
				"rendering 80 of 860 pages; indexing 1000 of 2565 documents\n",
		},
		{
			"a very narrow one has the beginning", 20,
			[]event{{0, at(stage.Rendering, 80, 860)}, {0, begins(stage.Indexing)}},
			"rendering 80 of 86…\nrendering 80 of 86…\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			// The clock of the bubble stands still but for Sleep.
			synctest.Test(t, func(t *testing.T) {
				var b bytes.Buffer
				p := &progress{w: &b, width: func() int { return c.width }}
				for _, e := range c.events {
					time.Sleep(e.after)
					p.observer()(e.Event)
				}
				if got := drawn(b.String()); got != c.want {
					t.Errorf("drawn is\n%s\nwant\n%s", got, c.want)
				}
			})
		})
	}
}

// drawn returns what was on the terminal after each time that the line was drawn: each begins with
// a carriage return, and what it covers of the line before is blank.
func drawn(written string) string {
	var lines strings.Builder
	for _, line := range strings.Split(written, "\r")[1:] {
		if line != "" { // the return to the beginning of a blank line
			lines.WriteString(strings.TrimRight(line, " ") + "\n")
		}
	}
	return lines.String()
}

func TestALineIsWrittenInThePlaceOfTheProgress(t *testing.T) {
	var b bytes.Buffer
	bar := &progress{w: &b, width: func() int { return 80 }}
	tell := &teller{w: &b, bar: bar}
	bar.observer()(begins(stage.Reading))
	tell.warn("1 notice")
	bar.observer()(begins(stage.Checking))
	tell.result("built")
	if want := "\rreading\r       \rwarning: 1 notice\n\rreading; checking\r                 \r"; b.String() != want {
		t.Errorf("written is %q, want %q", b.String(), want)
	}
}
