package render

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/render/hugo"
)

func TestOutputSaysWhatWentWrong(t *testing.T) {
	page := hugo.Page{Name: "ru/a.md", URL: "/ru/a.html"}
	mistake := func(file string) []diag.Problem {
		return []diag.Problem{{Pos: diag.Position{File: file, Line: 1}, Msg: "mistake"}}
	}
	for name, c := range map[string]struct {
		do       func(o *output)
		finished error
		want     string // "" is no error
	}{
		"nothing":           {do: func(o *output) { o.page(page, []byte("a"), nil) }},
		"the renderer ends": {do: func(o *output) { o.page(page, []byte("a"), nil) }, finished: errors.New("ended"), want: "ended"},
		"problems of pages and of all, each once": {
			do: func(o *output) {
				o.page(page, nil, mistake("layouts/b.html"))
				o.page(page, nil, mistake("layouts/a.html"))
				o.page(page, nil, mistake("layouts/b.html"))
			},
			finished: &diag.Error{Problems: mistake("i18n/ru.toml")},
			want:     "i18n/ru.toml:1: mistake\nlayouts/a.html:1: mistake\nlayouts/b.html:1: mistake",
		},
		"problems of pages of a child that crashes": {
			do: func(o *output) { o.page(page, nil, mistake("layouts/a.html")) }, finished: errors.New("crashed"), want: "crashed",
		},
		"a file that cannot be written": {
			do: func(o *output) {
				o.page(hugo.Page{Name: "ru/x.md", URL: "/taken/x.html"}, []byte("a"), nil)
				o.page(page, nil, mistake("layouts/a.html"))
			},
			finished: &diag.Error{Problems: mistake("i18n/ru.toml")},
			want:     "taken/x.html could not be written: not a directory",
		},
		"rows that are none": {
			do: func(o *output) {
				p := hugo.Page{Name: "ru/r.md", URL: "/ru/r.js", Layout: rowsLayout}
				content, problems := finished(p, []byte("a"), nil)
				o.page(p, content, problems)
			},
			want: "ru/r.js: no array to deflate (want rows.script.js to call kengashRegister.rows, text.script.js to call kengashText) [KG0902]",
		},
	} {
		t.Run(name, func(t *testing.T) {
			o := &output{dir: t.TempDir(), taken: map[string]bool{}}
			if err := os.WriteFile(filepath.Join(o.dir, "taken"), nil, 0o600); err != nil {
				t.Fatal(err)
			}
			c.do(o)
			err := o.err(c.finished)
			if got := fmt.Sprint(err); c.want == "" && err != nil || c.want != "" && got != c.want {
				t.Errorf("error is\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestOutputWritesPagesAndCountsThem(t *testing.T) {
	var progress []string
	o := &output{
		dir: t.TempDir(), taken: map[string]bool{}, total: 1,
		progress: func(done, total int) { progress = append(progress, fmt.Sprintf("%d of %d", done, total)) },
	}
	a, b := hugo.Page{Name: "ru/a.md", URL: "/ru/a.html"}, hugo.Page{Name: "ru/b.md", URL: "/ru/deep/b.html"}
	wrong := hugo.Page{Name: "ru/wrong.md", URL: "/ru/wrong.html"}
	for _, p := range []hugo.Page{a, b, wrong} {
		if err := o.take(p); err != nil {
			t.Fatal(err)
		}
	}
	o.page(a, []byte("A"), nil)
	o.page(wrong, nil, []diag.Problem{{Msg: "mistake"}})
	o.page(b, []byte("B"), nil)
	if want := []string{"1 of 3", "2 of 3", "3 of 3"}; !slices.Equal(progress, want) {
		t.Errorf("progress is %q, want %q", progress, want)
	}
	for file, want := range map[string]string{"ru/a.html": "A", "ru/deep/b.html": "B"} {
		if got, err := os.ReadFile(filepath.Join(o.dir, file)); string(got) != want {
			t.Errorf("%s is %q, %v, want %q", file, got, err, want)
		}
	}
	if err := o.take(hugo.Page{Name: "en/a.md", URL: a.URL}); err == nil || !strings.Contains(err.Error(), "two pages are at /ru/a.html, one of them that of en/a.md") {
		t.Errorf("error of two pages at one address is %v", err)
	}
}

// Where nothing can be written, or so much is wrong, no further page is made.
func TestOutputEndsWhereFurtherPagesAreOfNoUse(t *testing.T) {
	for name, fail := range map[string]func(o *output, p hugo.Page){
		"a file cannot be written": func(o *output, p hugo.Page) {
			o.dir = filepath.Join(o.dir, "file")
			o.page(p, []byte("a"), nil)
		},
		"many problems": func(o *output, p hugo.Page) { o.page(p, nil, make([]diag.Problem, maxProblems)) },
	} {
		o := &output{dir: t.TempDir(), taken: map[string]bool{}}
		if err := os.WriteFile(filepath.Join(o.dir, "file"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		p := hugo.Page{Name: "ru/a.md", URL: "/ru/a.html"}
		if err := o.take(p); err != nil {
			t.Fatal(err)
		}
		fail(o, p)
		if err := o.take(hugo.Page{Name: "ru/b.md", URL: "/ru/b.html"}); err != errUseless {
			t.Errorf("%s: error is %v, want %v", name, err, errUseless)
		}
	}
}
