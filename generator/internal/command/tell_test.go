package command

import (
	"bytes"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/profile"
	"github.com/kengash/kengash/generator/internal/stage"
)

// began is how each line in JSON begins while the clock of a bubble has not moved.
const began = `{"time":"2000-01-01T00:00:00Z",`

func TestProgramsAreToldInJSON(t *testing.T) {
	at := diag.Position{File: "data/topics/ai.toml", Line: 3, Col: 7}
	for _, c := range []struct {
		name string
		tell func(*teller)
		want string // each line without how it begins
	}{
		{"a warning", func(t *teller) { t.warn("1 notice") }, `"level":"WARN","msg":"1 notice"}`},
		{"an error", func(t *teller) { t.failed("not built: ", errors.New("no room")) }, `"level":"ERROR","msg":"not built: no room"}`},
		{
			"problems", func(t *teller) {
				t.failed("", fmt.Errorf("render: %w", &diag.Error{Problems: []diag.Problem{
					{Pos: at, Msg: "unknown code \"x\"\x1b", Hint: "want y", Also: []diag.Position{{File: "z.toml", Line: 1}}},
					{Pos: diag.Position{File: at.File}, Msg: "odd"},
				}}))
			},
			`"level":"ERROR","msg":"problem","file":"data/topics/ai.toml","line":3,"column":7,"message":"unknown code \"x\"\u001b","hint":"want y","also":["z.toml:1"]}
"level":"ERROR","msg":"problem","file":"data/topics/ai.toml","message":"odd"}
"level":"ERROR","msg":"2 problems"}`,
		},
		{
			"a notice", func(t *teller) { t.problems([]diag.Problem{{Msg: "odd", Notice: true}}) },
			`"level":"WARN","msg":"notice","message":"odd"}`,
		},
		{
			"what a library says", func(t *teller) { t.logger().Print("http: odd") },
			`"level":"ERROR","msg":"http: odd"}`,
		},
		{
			"what stages took", func(t *teller) {
				_ = t.report(profile.Report{
					Stages:    []profile.Stage{{Name: stage.Rendering, Wall: time.Second, Own: 20 * time.Millisecond, Children: 2 * time.Second}},
					Processes: []profile.Process{{Name: "kengash", Usage: profile.Usage{User: time.Second, Peak: 5}, Known: true}, {Name: "render-1"}},
				})
			},
			`"level":"INFO","msg":"stage","stage":"rendering","seconds":1,"cpu_seconds":0.02,"children_cpu_seconds":2}
"level":"INFO","msg":"process","process":"kengash","user_seconds":1,"system_seconds":0,"peak_bytes":5}
"level":"INFO","msg":"process","process":"render-1"}`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var b bytes.Buffer
				tell := newTeller(&b)
				_ = tell.format.Set("json")
				c.tell(tell)
				var want bytes.Buffer
				for line := range bytes.Lines([]byte(c.want + "\n")) {
					want.WriteString(began)
					want.Write(line)
				}
				if b.String() != want.String() {
					t.Errorf("told is\n%s\nwant\n%s", b.String(), want.String())
				}
			})
		})
	}
}

func TestAJournalHasALineASecond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var b bytes.Buffer
		tell := newTeller(&b)
		_ = tell.format.Set("json")
		observe := tell.observer()
		for _, e := range []event{
			{0, begins(stage.Checking)}, {250 * time.Millisecond, ends(stage.Checking)},
			{0, begins(stage.Rendering)}, {0, begins(stage.Rendering)}, {999 * time.Millisecond, at(stage.Rendering, 1, 9)},
			{time.Millisecond, at(stage.Rendering, 2, 9)}, {time.Millisecond, at(stage.Rendering, 3, 9)}, {0, ends(stage.Rendering)},
			{time.Second, at(stage.Rendering, 9, 9)}, {0, ends(stage.Rendering)},
		} {
			time.Sleep(e.after)
			observe(e.Event)
		}
		const want = `{"time":"2000-01-01T00:00:00Z","level":"INFO","msg":"begins","stage":"checking"}
{"time":"2000-01-01T00:00:00.25Z","level":"INFO","msg":"ends","stage":"checking","seconds":0.25}
{"time":"2000-01-01T00:00:00.25Z","level":"INFO","msg":"begins","stage":"rendering"}
{"time":"2000-01-01T00:00:01.25Z","level":"INFO","msg":"runs","stage":"rendering","done":2,"total":9}
{"time":"2000-01-01T00:00:02.251Z","level":"INFO","msg":"runs","stage":"rendering","done":9,"total":9}
{"time":"2000-01-01T00:00:02.251Z","level":"INFO","msg":"ends","stage":"rendering","done":9,"total":9,"seconds":2.001}
`
		if b.String() != want {
			t.Errorf("told is\n%s\nwant\n%s", b.String(), want)
		}
	})
}
