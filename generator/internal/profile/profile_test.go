package profile_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	pprof "github.com/google/pprof/profile"

	"github.com/kengash/kengash/generator/internal/child"
	"github.com/kengash/kengash/generator/internal/profile"
	"github.com/kengash/kengash/generator/internal/stage"
)

// This program is also the child.
func TestMain(m *testing.M) {
	runtime.MemProfileRate = 1 // else a small heap has a sample only by chance
	child.Main("work", func(io.Reader, io.Writer) error {
		work()
		return nil
	})
	os.Exit(m.Run())
}

// work uses CPU time until a profile must have samples of it.
func work() {
	began, known := profile.Own()
	for used := began; known && used.User-began.User < 100*time.Millisecond; used, _ = profile.Own() {
	}
}

// inStage runs do as a stage.
func inStage(t *testing.T, s *profile.Session, name string, do func() error) {
	t.Helper()
	err := stage.Observer(s.Observe).Run(t.Context(), name, func(context.Context, func(done, total int)) error { return do() })
	if err != nil {
		t.Fatal(err)
	}
}

func TestASessionMeasuresThisProcessAndItsChildren(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "[a-z]") // which is no pattern
	for name, text := range map[string]string{"render-9.cpu.pprof": "of an earlier session", "notes-1.txt": "of somebody else"} {
		write(t, filepath.Join(dir, name), text)
	}
	s, err := profile.Start(dir)
	if err != nil {
		t.Fatal(err)
	}
	inStage(t, s, stage.Indexing, func() error { work(); return nil })
	inStage(t, s, stage.Rendering, func() error { return errors.Join(runChild(t.Context(), s), runChild(t.Context(), s)) })
	s.Child("render", stage.Rendering) // that cannot be started
	report, err := s.Stop()
	if err != nil {
		t.Fatal(err)
	}

	names := list(t, dir)
	want := []string{
		"cpu.pprof", "heap.pprof", "notes-1.txt",
		"render-1.cpu.pprof", "render-1.heap.pprof", "render-1.trace.out",
		"render-2.cpu.pprof", "render-2.heap.pprof", "render-2.trace.out", "trace.out",
	}
	if !slices.Equal(names, want) {
		t.Errorf("the files are %q, want %q", names, want)
	}
	for _, name := range names {
		if strings.HasSuffix(name, ".pprof") {
			readProfile(t, filepath.Join(dir, name))
		}
	}

	rendering, indexing := report.Stages[0], report.Stages[1]
	if rendering.Name != stage.Rendering || rendering.Children < 200*time.Millisecond {
		t.Errorf("rendering took %+v, want 100 ms of each child", rendering)
	}
	if indexing.Name != stage.Indexing || indexing.Own <= rendering.Own || indexing.Children != 0 {
		t.Errorf("indexing took %+v, rendering %+v", indexing, rendering)
	}
	for i, name := range []string{"kengash", "render-1", "render-2", "render-3"} {
		p := report.Processes[i]
		if p.Name != name || p.Known != (i < 3) || p.Known && (p.User < 100*time.Millisecond || p.Peak <= 0) {
			t.Errorf("process %d is %+v, want %s", i, p, name)
		}
	}
}

// runChild runs a child that works.
func runChild(ctx context.Context, s *profile.Session) error {
	c := s.Child("render", stage.Rendering)
	p, err := child.Start(ctx, "work", c.Environ()...)
	if err != nil {
		return err
	}
	err = p.Wait()
	c.Ended(p.State(), 5e6)
	return err
}

// write writes a file, and makes its folder.
func write(t *testing.T, name, text string) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(name), 0o755)
	if err == nil {
		err = os.WriteFile(name, []byte(text), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// list returns the names of the files in a folder.
func list(t *testing.T, dir string) (names []string) {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		names = append(names, f.Name())
	}
	return names
}

// readProfile checks that a file is a profile.
func readProfile(t *testing.T, name string) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p, err := pprof.Parse(f)
	if err != nil || len(p.Sample) == 0 {
		t.Errorf("%s is no profile, or has no samples: %v", name, err)
	}
}

func TestStagesThatRunTwiceTakeTheTimeOnce(t *testing.T) {
	s, err := profile.Start(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	// The clock of the bubble stands still but for Sleep.
	synctest.Test(t, func(*testing.T) {
		for _, step := range []struct {
			name string
			kind stage.Kind
		}{
			{stage.Rendering, stage.Begin}, {stage.Rendering, stage.Begin}, {stage.Rendering, stage.Advance}, {stage.Rendering, stage.End},
			{stage.Rendering, stage.End}, {stage.Composing, stage.Begin}, {stage.Composing, stage.End}, {stage.Rendering, stage.Begin}, {stage.Rendering, stage.End},
		} {
			s.Observe(stage.Event{Stage: step.name, Kind: step.kind})
			time.Sleep(time.Second)
		}
	})
	report, err := s.Stop()
	if err != nil || len(report.Stages) != 2 || report.Stages[0].Wall != time.Second || report.Stages[1].Wall != 5*time.Second {
		t.Errorf("stages took %+v, want 1 s of composing and 5 s of rendering, %v", report.Stages, err)
	}
}

func TestNoSession(t *testing.T) {
	var s *profile.Session
	c := s.Child("render", stage.Rendering)
	c.Ended(nil, 0)
	if env := c.Environ(); len(env) > 0 {
		t.Errorf("a child that is not measured gets %q", env)
	}
}

func TestTheFolderMustBeOne(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "")
	_, err := profile.Start(file)
	if path, ok := errors.AsType[*os.PathError](err); !ok || path.Path != file {
		t.Errorf("the error is %v", err)
	}
}

func TestTheReportSaysWhatIsNotKnown(t *testing.T) {
	var b strings.Builder
	err := profile.Report{
		Wall: 9 * time.Second,
		Stages: []profile.Stage{
			{Name: stage.Reading, Wall: 1500 * time.Millisecond, Own: time.Second},
			{Name: stage.Rendering, Wall: 7 * time.Second, Own: 100 * time.Millisecond, Children: 20 * time.Second},
		},
		Rest: 150 * time.Millisecond,
		Processes: []profile.Process{
			{Name: "kengash", Usage: profile.Usage{User: time.Second, System: 250 * time.Millisecond, Peak: 123_600_000}, Known: true},
			{Name: "render-1", Usage: profile.Usage{User: 15 * time.Second, System: 5 * time.Second}, Known: true},
			{Name: "render-2"},
		},
	}.Print(&b)
	const want = `stage            seconds       CPU s  children s
reading             1.50        1.00        0.00
rendering           7.00        0.10       20.00
the rest                        0.15
all                 9.00        1.25       20.00

process           user s    system s     peak MB
kengash             1.00        0.25         124
render-1           15.00        5.00   not known
render-2       not known   not known   not known
`
	if err != nil || b.String() != want {
		t.Errorf("%v\n%s\nwant\n%s", err, b.String(), want)
	}
}
