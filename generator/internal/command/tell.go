package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/kengash/kengash/generator/internal/chars"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/profile"
	"github.com/kengash/kengash/generator/internal/report"
	"github.com/kengash/kengash/generator/internal/site"
	"github.com/kengash/kengash/generator/internal/stage"
)

// teller reports on stderr how far a command is and what is wrong: people in lines of text, with a
// line of progress where they look at a terminal, and programs in JSON, one object a line.
type teller struct {
	w      io.Writer
	format logFormat
	bar    *progress // nil where nobody looks
	json   *slog.Logger
	// source returns what a file holds of which a problem shows the line; it is nil where none is
	// shown.
	source func(file string) string
}

func newTeller(w io.Writer) *teller {
	w = chars.Writer(w)
	handler := slog.NewJSONHandler(w, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey && a.Value.Kind() == slog.KindTime {
			a.Value = slog.TimeValue(a.Value.Time().UTC())
		}
		return a
	}})
	return &teller{w: w, bar: newProgress(w), json: slog.New(handler)}
}

// logFormats are the values of the flag --log-format.
var logFormats = []string{"text", "json"}

// logFormat is an index of logFormats. It may be read while the command line is parsed.
type logFormat struct{ atomic.Int32 }

func (f *logFormat) String() string { return logFormats[f.Load()] }

// Type returns the placeholder of the value in the help.
func (f *logFormat) Type() string { return "string" }

// Set sets the format by its name.
func (f *logFormat) Set(s string) error {
	i := slices.Index(logFormats, s)
	if i < 0 {
		return errors.New(diag.Want(s, logFormats))
	}
	f.Store(int32(i))
	return nil
}

// inJSON reports whether a program reads what is reported.
func (t *teller) inJSON() bool { return t.format.String() == "json" }

// observer returns what stages report to.
func (t *teller) observer() stage.Observer {
	if t.inJSON() {
		return journal(t.json)
	}
	return t.bar.observer()
}

// line writes a line of text.
func (t *teller) line(text string) {
	t.bar.without(func() { fmt.Fprintln(t.w, text) })
}

// warn reports what does not stop the command.
func (t *teller) warn(msg string) {
	if t.inJSON() {
		t.json.Warn(msg)
		return
	}
	t.line("warning: " + msg)
}

// fail reports why something failed.
func (t *teller) fail(msg string) {
	if t.inJSON() {
		t.json.Error(msg)
		return
	}
	t.line("kengash: " + msg)
}

// problems reports what is wrong with the input, or should be known about it.
func (t *teller) problems(problems []diag.Problem) {
	for _, p := range problems {
		if t.inJSON() {
			t.problem(p)
			continue
		}
		t.line(t.text(p))
	}
}

// text is a problem as people read it, with its line of the source where that is to be shown.
func (t *teller) text(p diag.Problem) string {
	text := p.String()
	if t.source == nil {
		return text
	}
	if excerpt := report.Excerpt(t.source(p.Pos.File), p.Pos); excerpt != "" {
		text += "\n" + excerpt
	}
	return text
}

// problem reports one problem in JSON, without what is not known of it.
func (t *teller) problem(p diag.Problem) {
	level, msg := slog.LevelError, "problem"
	if p.Notice {
		level, msg = slog.LevelWarn, "notice"
	}
	var attrs []slog.Attr
	if p.Pos.File != "" {
		attrs = append(attrs, slog.String("file", p.Pos.File))
	}
	if p.Pos.Line > 0 {
		attrs = append(attrs, slog.Int("line", p.Pos.Line))
	}
	if p.Pos.Col > 0 {
		attrs = append(attrs, slog.Int("column", p.Pos.Col))
	}
	if p.Code != 0 {
		attrs = append(attrs, slog.String("code", p.Code.String()))
	}
	attrs = append(attrs, slog.String("message", p.Msg))
	if p.Hint != "" {
		attrs = append(attrs, slog.String("hint", p.Hint))
	}
	if len(p.Also) > 0 {
		var also []string
		for _, pos := range p.Also {
			also = append(also, pos.String())
		}
		attrs = append(attrs, slog.Any("also", also))
	}
	t.json.LogAttrs(context.Background(), level, msg, attrs...)
}

// failed reports the error of something that failed, with what is before it; all problems where it
// is made of them.
func (t *teller) failed(before string, err error) {
	if problems, ok := errors.AsType[*diag.Error](err); ok {
		t.problems(problems.Problems)
		t.fail(before + problems.Count())
		return
	}
	t.fail(before + message(err))
}

// result reports to programs what people read on stdout.
func (t *teller) result(msg string, attrs ...slog.Attr) {
	t.bar.clear()
	if t.inJSON() {
		t.json.LogAttrs(context.Background(), slog.LevelInfo, msg, attrs...)
	}
}

// built reports what a build made.
func (t *teller) built(s site.Summary) {
	t.result("built", slog.Int("pages", s.Pages), slog.Int("languages", s.Languages), slog.Int("documents", s.Documents),
		slog.Int64("bytes", s.Bytes), seconds("seconds", s.Took), slog.String("destination", s.Destination))
}

// report reports what the stages of a command took.
func (t *teller) report(r profile.Report) error {
	if !t.inJSON() {
		t.bar.clear()
		return r.Print(t.w)
	}
	for _, s := range r.Stages {
		t.result("stage", slog.String("stage", s.Name), seconds("seconds", s.Wall),
			seconds("cpu_seconds", s.Own), seconds("children_cpu_seconds", s.Children))
	}
	for _, p := range r.Processes {
		attrs := []slog.Attr{slog.String("process", p.Name)}
		if p.Known {
			attrs = append(attrs, seconds("user_seconds", p.User), seconds("system_seconds", p.System))
		}
		if p.Peak > 0 {
			attrs = append(attrs, slog.Int64("peak_bytes", p.Peak))
		}
		t.result("process", attrs...)
	}
	return nil
}

// logger returns a logger for libraries that need one.
func (t *teller) logger() *log.Logger { return log.New(lines{t}, "", 0) }

// requests returns what logs requests, if that is asked for: lines of text or JSON.
func (t *teller) requests(asked bool) *slog.Logger {
	switch {
	case !asked:
		return nil
	case t.inJSON():
		return t.json
	}
	return slog.New(slog.NewTextHandler(t.w, nil))
}

// lines is a writer of lines that tell why something failed.
type lines struct{ t *teller }

func (l lines) Write(b []byte) (int, error) {
	l.t.fail(strings.TrimSuffix(string(b), "\n"))
	return len(b), nil
}

// seconds is a time in JSON.
func seconds(key string, d time.Duration) slog.Attr {
	return slog.Float64(key, d.Round(time.Millisecond).Seconds())
}
