package hugo

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gohugoio/hugo/output"

	"github.com/kengash/kengash/generator/internal/diag"
)

// errDisk is what a full disk says.
var errDisk = errors.New("no room")

// ends are ways in which rendering ends, and what Finish says then.
var ends = map[string]struct {
	asset error
	end   func(r *Renderer, cancel func())
	want  string // of the error; "" is none
}{
	"well":      {end: func(*Renderer, func()) {}},
	"closed":    {end: func(r *Renderer, _ func()) { r.Close() }, want: "the renderer was closed"},
	"cancelled": {end: func(_ *Renderer, cancel func()) { cancel() }, want: context.Canceled.Error()},
	// To the parent it is one whether the system kills the child or it does itself.
	"killed":               {end: func(r *Renderer, _ func()) { r.cancel(errEnded); <-r.Ended() }, want: "was ended for lack of memory"},
	"an asset not written": {asset: errDisk, end: func(*Renderer, func()) {}, want: errDisk.Error()},
}

// A child ends with its parent though its templates do not end, and all pages are asked for that
// may be.
func TestAChildEndsWithItsParent(t *testing.T) {
	s := project(t, "https://x.example/", theme(t, homeLayout, `{{ warnf "now" }}{{ range 1000000000000 }}{{ end }}`))
	rendering := make(chan bool, 100)
	r, err := Start(t.Context(), s.Project, Options{Log: func(string, string) { rendering <- true }})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for range cap(r.ahead) {
		err := r.Render(s.pages[0], func(content []byte, problems []diag.Problem) {
			t.Errorf("the page ends: %.200s, %v", content, problems)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	<-rendering // before, a child may end for want of the theme that it takes away
	// Where a parent dies, the pipe is closed.
	if err := r.child.In.Close(); err != nil {
		t.Fatal(err)
	}
	if err := r.Finish(); err == nil || !strings.Contains(err.Error(), "crashed while it rendered ru/index.html") {
		t.Errorf("error is %v", err)
	}
}

// moments are how many pages are asked for, and how many of them are waited for, before the end.
var moments = []struct{ asked, awaited int }{{0, 0}, {1, 0}, {1, 1}, {40, 0}, {40, 1}}

func TestRenderersEndAtAnyMomentAndLeaveNothingBehind(t *testing.T) {
	source, wd := t.TempDir(), t.TempDir()
	if err := os.CopyFS(source, theme(t)); err != nil {
		t.Fatal(err)
	}
	before := tree(t, source)
	s := project(t, "https://x.example/", os.DirFS(source))
	t.Chdir(wd)
	goroutines := runtime.NumGoroutine()
	for name, c := range ends {
		for _, moment := range moments {
			t.Run(fmt.Sprintf("%s/%d of %d", name, moment.awaited, moment.asked), func(t *testing.T) {
				temp := t.TempDir()
				t.Setenv("TMPDIR", temp)
				t.Setenv("TMP", temp)
				want := c.want
				if c.asset != nil && moment.asked == 0 {
					want = "" // there is no asset
				}
				endAt(t, s, moment.asked, moment.awaited, c.asset, c.end, want)
				if left, _ := filepath.Glob(filepath.Join(temp, "*")); len(left) > 0 {
					t.Errorf("left behind: %s", left)
				}
			})
		}
	}
	sameTree(t, tree(t, source), before)
	if left, _ := filepath.Glob(filepath.Join(wd, "*")); len(left) > 0 {
		t.Errorf("left behind: %s", left)
	}
	// Some goroutines take a moment to end. What never does ends the test by go test's own limit.
	for runtime.NumGoroutine() > goroutines {
		time.Sleep(10 * time.Millisecond)
	}
}

// endAt asks for pages, waits for some of them, ends as told, and checks what the renderer says
// from then on.
func endAt(t *testing.T, s testSite, asked, awaited int, asset error, end func(*Renderer, func()), want string) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	r, err := Start(ctx, s.Project, Options{Asset: func(string, []byte) error { return asset }})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	rendered := make(chan bool, asked)
	for i := range asked {
		err := r.Render(s.pages[i%len(s.pages)], func([]byte, []diag.Problem) { rendered <- true })
		if err != nil && asset == nil {
			t.Fatal(err)
		}
	}
	for range awaited {
		select {
		case <-rendered:
		case <-r.answered: // an asset was not written
		}
	}
	end(r, cancel)
	says := func(what string, err error, want string) {
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: error is %v, want %q", what, err, want)
		}
	}
	if want != "" && asset == nil {
		says("Render after the end", r.Render(s.pages[0], func([]byte, []diag.Problem) { t.Error("a page after the end") }), want)
	}
	says("Finish", r.Finish(), want)
	r.Close()
	says("Finish once more", r.Finish(), want)
	if want == "" {
		if len(rendered)+awaited != asked {
			t.Errorf("%d pages of %d", len(rendered)+awaited, asked)
		}
		want = "index.html comes after the end"
	}
	says("Render after Finish", r.Render(s.pages[0], func([]byte, []diag.Problem) { t.Error("a page after Finish") }), want)
}

func TestRenderStopsWhenCancelled(t *testing.T) {
	s := project(t, "https://x.example/", theme(t, homeLayout, `{{ warnf "now" }}`))
	ctx, cancel := context.WithCancel(context.Background())
	opt := Options{Log: func(string, string) { cancel() }}
	if err := build(ctx, s, t.TempDir(), opt); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want %v", err, context.Canceled)
	}
	if _, err := Start(ctx, s.Project, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Start: error is %v, want %v", err, context.Canceled)
	}
}

func TestSeveralGoroutinesMayRender(t *testing.T) {
	s := project(t, "https://x.example/", theme(t))
	want := tree(t, render(t, s))
	r, err := Start(t.Context(), s.Project, Options{Now: testNow})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var group sync.WaitGroup
	done := map[string]int{} // calls of then do not overlap
	for range 4 {
		group.Go(func() {
			for _, p := range s.pages {
				err := r.Render(p, func(content []byte, problems []diag.Problem) {
					done[p.File()]++
					if string(content) != want[p.File()] || len(problems) > 0 {
						t.Errorf("%s is\n%s\n%v, want\n%s", p.File(), content, problems, want[p.File()])
					}
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	for range 2 {
		group.Go(func() {
			if err := r.Finish(); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	for _, p := range s.pages {
		if done[p.File()] != 4 {
			t.Errorf("%s was rendered %d times, want 4", p.File(), done[p.File()])
		}
	}
}

func TestPagesThatCannotBeRendered(t *testing.T) {
	s := project(t, "https://x.example/", theme(t))
	r, err := Start(t.Context(), s.Project, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, c := range []struct {
		page Page
		want string
	}{
		{
			Page{Name: "ru/x.md", URL: "/ru/x.html", Layout: "nope", Params: []byte("{}")},
			"found no layout file for \"html\" for kind \"page\" with layout \"nope\" (rendering ru/x.html) [KG0901]",
		},
		{Page{Name: "fr/x.md", URL: "/fr/x.html", Params: []byte("{}")}, `fr/x.md: the configuration has no language "fr" [KG0902]`},
		{Page{Name: "ru/x.md", URL: "/ru/x.html", Params: []byte("{,}")}, "ru/x.md: invalid character ',' looking for beginning of object key string [KG0901]"},
		{Page{Name: "ru/x.md", URL: "/ru/x.html"}, "ru/x.md: unexpected end of JSON input [KG0901]"},
		{Page{Name: "ru/x.md", URL: "/ru/x.html", Params: []byte("[]")}, "ru/x.md: json: cannot unmarshal array into Go value of type hmaps.Params [KG0901]"},
	} {
		err := r.Render(c.page, func(content []byte, problems []diag.Problem) {
			if len(problems) != 1 || problems[0].String() != c.want || content != nil {
				t.Errorf("%+v is %q, with the problems\n%v\nwant\n%s", c.page, content, problems, c.want)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	// Those do no harm to the rest.
	good := false
	if err := r.Render(s.pages[0], func(content []byte, problems []diag.Problem) { good = len(content) > 0 && len(problems) == 0 }); err != nil {
		t.Fatal(err)
	}
	if err := r.Finish(); err != nil || !good {
		t.Errorf("a good page is rendered: %v, %v", good, err)
	}
}

// A panic that Hugo does not make an error of, as of a fault in Hugo itself, is a problem of the
// page.
func TestAPanicIsAProblemOfItsPage(t *testing.T) {
	all := sites{"ru": {formats: output.DefaultFormats}} // without Hugo's own site
	err := all.render(Page{Name: "ru/x.md", URL: "/ru/x.html", Params: []byte("{}")}, nil)
	if want := `render of "ru/x.html" failed: Hugo panicked: runtime error: invalid memory address`; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("error is %v, want %s", err, want)
	}
}

// A child that is silent is killed only where something is waited for.
func TestSilence(t *testing.T) {
	s := project(t, "https://x.example/", theme(t))
	r, err := Start(t.Context(), s.Project, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	r.complain()
	rendered := make(chan bool)
	if err := r.Render(s.pages[0], func([]byte, []diag.Problem) { close(rendered) }); err != nil {
		t.Fatal(err)
	}
	<-rendered
	r.complain()
	if err := r.ctx.Err(); err != nil {
		t.Fatalf("a child that nobody waits for was ended: %v", err)
	}
	// A child that waits for its turn to speak is as silent as one that hangs.
	blocked := make(chan bool)
	taken := make(chan bool)
	if err := r.Render(s.pages[1], func([]byte, []diag.Problem) { close(taken); <-blocked }); err != nil {
		t.Fatal(err)
	}
	<-taken
	if err := r.Render(s.pages[2], func([]byte, []diag.Problem) {}); err != nil {
		t.Fatal(err)
	}
	r.complain()
	close(blocked)
	if err := r.Finish(); err == nil || !strings.Contains(err.Error(), "too much else to do; waiting for ru/topics/ai.html)") {
		t.Errorf("error is %v", err)
	}
	r.complain() // it is over
}
