package profile

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"time"
)

// Report is what a session measured.
type Report struct {
	Wall      time.Duration
	Stages    []Stage
	Rest      time.Duration // CPU time of this process in no stage, mostly garbage collection
	Processes []Process     // this one first
}

// Stage is what a stage took. Stages that run side by side share the time, not the CPU time.
type Stage struct {
	Name     string
	Wall     time.Duration
	Own      time.Duration // CPU time of this process, user and system
	Children time.Duration // CPU time of its children
}

// Process is what a process used.
type Process struct {
	Name string
	Usage
	Known bool // whether the system tells its times
}

// thisProcess is the name of this process.
const thisProcess = "kengash"

// rest is the name of what belongs to no stage.
const rest = "the rest"

// Print writes two tables: the seconds of each stage, and what each process used.
func (r Report) Print(w io.Writer) error {
	var b []byte
	line := func(cells ...string) {
		b = fmt.Appendf(b, "%-12s", cells[0])
		for _, cell := range cells[1:] {
			b = fmt.Appendf(b, " %11s", cell)
		}
		b = append(bytes.TrimRight(b, " "), '\n')
	}
	line("stage", "seconds", "CPU s", "children s")
	var children time.Duration
	for _, s := range r.Stages {
		line(s.Name, seconds(s.Wall), seconds(s.Own), seconds(s.Children))
		children += s.Children
	}
	own := r.Processes[0]
	line(rest, "", seconds(r.Rest), "")
	line("all", seconds(r.Wall), seconds(own.User+own.System), seconds(children))
	b = append(b, '\n')
	line("process", "user s", "system s", "peak MB")
	for _, p := range r.Processes {
		cells := []string{p.Name, unknown, unknown, unknown}
		if p.Known {
			cells[1], cells[2] = seconds(p.User), seconds(p.System)
		}
		if p.Peak > 0 {
			cells[3] = strconv.FormatInt((p.Peak+500_000)/1_000_000, 10)
		}
		line(cells...)
	}
	_, err := w.Write(b)
	return err
}

// unknown is shown for what the system does not report.
const unknown = "not known"

func seconds(d time.Duration) string { return strconv.FormatFloat(d.Seconds(), 'f', 2, 64) }
