package hugo

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/kengash/kengash/generator/internal/diag"
)

const homeLayout = "layouts/home.html"

// mistakes are changes to the theme, and what is said of them.
var mistakes = map[string]struct {
	files []string // changes to the theme, which is layer 1
	want  []diag.Problem
}{
	"a field that is not there": {
		files: []string{homeLayout, "{{ define \"main\" }}\n  {{ .Nope }}{{ end }}"},
		want: []diag.Problem{{
			Pos: diag.Position{File: homeLayout, Line: 2, Col: 6}, Hint: "rendering en/index.html",
			Msg: "<.Nope>: can't evaluate field Nope in type hugo.view",
		}},
	},
	"a template that does not parse": {
		files: []string{homeLayout, "\n{{ if }}"},
		want:  []diag.Problem{{Pos: diag.Position{File: homeLayout, Line: 2}, Msg: "missing value for if"}},
	},
	"an attribute that is not closed": {
		files: []string{homeLayout, `{{ define "main" }}<a title="x{{ end }}`},
		want: []diag.Problem{{
			Pos: diag.Position{File: homeLayout}, Msg: "ends within a tag, a comment or a script",
			Hint: "close and quote what its HTML opens: tags, attributes, comments, scripts",
		}},
	},
	"a tag that is not closed": {
		files: []string{homeLayout, `{{ define "main" }}<img src=a title=b{{ end }}`},
		want: []diag.Problem{{
			Pos: diag.Position{File: homeLayout}, Msg: `"<" in attribute name: "\n</body>\n</html>\n"`,
			Hint: "close and quote what its HTML opens: tags, attributes, comments, scripts",
		}},
	},
	"a mistake in a partial": {
		files: []string{"layouts/_partials/header.html", "{{ index .Nope 1 }}"},
		want: []diag.Problem{{
			Pos: diag.Position{File: "layouts/_partials/header.html", Line: 1, Col: 10}, Hint: "rendering 404.html",
			Msg: "<.Nope>: can't evaluate field Nope in type hugo.view",
		}},
	},
	"errorf": {
		files: []string{homeLayout, `{{ errorf "no %s" "way" }}`},
		want:  []diag.Problem{{Msg: "no way"}},
	},
	"translations missing": {
		files: []string{
			homeLayout, `{{ T "home" }}{{ T "only-ru" }}{{ T "nowhere" }}`,
			"i18n/ru.toml", "home = \"x\"\nonly-ru = \"x\"\ndocuments = \"x\"\ndocumentsBy = \"x\"",
		},
		want: []diag.Problem{
			missingTranslation("en", "nowhere"), missingTranslation("en", "only-ru"),
			missingTranslation("ru", "nowhere"),
			missingTranslation("zh", "nowhere"), missingTranslation("zh", "only-ru"),
		},
	},
	"a translation file that does not parse": {
		files: []string{"i18n/ru.toml", "a = \"x\"\nb = \n"},
		want: []diag.Problem{{
			Pos: diag.Position{File: "i18n/ru.toml", Line: 2, Col: 5},
			Msg: "failed to load translations: toml: unexpected character U+000A at start of value",
		}},
	},
	"a style that is not there": {
		files: []string{"assets/css/main.css", "\n@import 'nope.css';"},
		want:  []diag.Problem{{Pos: diag.Position{File: "assets/css/main.css", Line: 2, Col: 9}, Hint: "rendering 404.html", Msg: `Could not resolve "nope.css"`}},
	},
	"a script that does not parse": {
		files: []string{"assets/js/lib/greet.ts", "\nlet x y;"},
		want:  []diag.Problem{{Pos: diag.Position{File: "assets/js/lib/greet.ts", Line: 2, Col: 7}, Hint: "rendering 404.html", Msg: `Expected ";" but found "y"`}},
	},
	"a script that names the temporary folder": {
		files: []string{homeLayout, `{{ with resources.Get "js/main.ts" | js.Build (dict "targetPath" "x.js") }}{{ .RelPermalink }}{{ end }}`},
		want: []diag.Problem{{

			Msg: `x.js names the temporary folder it was made in: give js.Build and css.Build "minify" true and no "sourceMap"`,
		}},
	},
	"a partial that calls itself": {
		files: []string{homeLayout, `{{ partial "loop.html" . }}`, "layouts/_partials/loop.html", `{{ partial "loop.html" . }}`},
		want: []diag.Problem{{
			Pos: diag.Position{File: "layouts/_partials/loop.html", Line: 1, Col: 4}, Hint: "rendering en/index.html",
			Msg: `<partial "loop.html" .>: error calling partial: maximum template call stack size exceeded in "layouts/_partials/loop.html"`,
		}},
	},
	"a page that is too large": {
		files: []string{"layouts/choose.html", `{{ $x := strings.Repeat 1000000 "x" }}{{ range 1000 }}{{ $x }}{{ end }}`},
		want: []diag.Problem{{
			Pos: diag.Position{File: "layouts/choose.html", Line: 1}, Hint: "rendering index.html",
			Msg: `the page is larger than 64 MiB (want a template that ends)`,
		}},
	},
	"a function that panics": {
		files: []string{"layouts/choose.html", `{{ strings.Repeat 9000000000000000000 "ab" }}`},
		want: []diag.Problem{{
			Pos: diag.Position{File: "layouts/choose.html", Line: 1, Col: 11}, Hint: "rendering index.html",
			Msg: `<strings.Repeat>: error calling Repeat: strings: Repeat output length overflow`,
		}},
	},
	"another page": {
		files: []string{"layouts/choose.html", `{{ len site.RegularPages }}{{ with site.GetPage "/plain" }}{{ .Title }}{{ end }}{{ .Page }}`},
		want: []diag.Problem{{
			Pos: diag.Position{File: "layouts/choose.html", Line: 1, Col: 84}, Hint: "rendering index.html",
			Msg: `<.Page>: can't evaluate field Page in type hugo.view`,
		}},
	},
	"the network": {
		files: []string{homeLayout, `{{ resources.GetRemote "https://x.example/" }}`},
		want: []diag.Problem{{
			Pos: diag.Position{File: homeLayout, Line: 1, Col: 13}, Hint: "rendering en/index.html",
			Msg: `<resources.GetRemote>: error calling GetRemote: access denied: "https://x.example/" is not whitelisted in policy "security.http.urls"`,
		}},
	},
	"the environment": {
		files: []string{homeLayout, `{{ os.Getenv "HOME" }}`},
		want: []diag.Problem{{
			Pos: diag.Position{File: homeLayout, Line: 1, Col: 6}, Hint: "rendering en/index.html",
			Msg: `<os.Getenv>: error calling Getenv: access denied: "HOME" is not whitelisted in policy "security.funcs.getenv"`,
		}},
	},
	"a program": {
		files: []string{homeLayout, `{{ (resources.FromString "a.css" "x" | css.PostCSS).Content }}`},
		want: []diag.Problem{{
			Pos: diag.Position{File: homeLayout, Line: 1, Col: 52}, Hint: "rendering en/index.html",
			Msg: `<(resources.FromString "a.css" "x" | css.PostCSS).Content>: error calling Content: POSTCSS: failed to transform "/a.css" (text/css): ` +
				`access denied: "postcss" is not whitelisted in policy "security.exec.allow"`,
		}},
	},
}

func TestProblems(t *testing.T) {
	for name, c := range mistakes {
		t.Run(name, func(t *testing.T) {
			p := project(t, "https://x.example/", layer(), theme(t, c.files...))
			err := build(context.Background(), p, t.TempDir(), Options{})
			var got *diag.Error
			if !errors.As(err, &got) {
				t.Fatalf("error is %v, want problems", err)
			}
			if strings.Contains(err.Error(), os.TempDir()) {
				t.Errorf("names the temporary folder: %v", err)
			}
			if len(got.Problems) != len(c.want) {
				t.Fatalf("problems are\n%v\nwant %d", err, len(c.want))
			}
			for i, g := range got.Problems {
				w := c.want[i]
				if w.Code == 0 {
					w.Code = diag.Template
				}
				if g.String() != w.String() {
					t.Errorf("problem %d is\n%#v\nwant\n%#v", i, g, w)
				}
			}
		})
	}
}

func TestLayoutsWithoutAnEndAreStopped(t *testing.T) {
	const endless = `{{ define "main" }}{{ range seq 100000 }}{{ range seq 100000 }}{{ end }}{{ end }}{{ end }}`
	for want, opt := range map[string]Options{
		"the layouts need more than 0.0 GB of memory (look in layouts/ for a loop that writes or collects without end": {MemoryMost: 1},
		"no page was rendered for 0s (look in layouts/ for a loop or a partial without end":                            {Silence: time.Millisecond},
	} {
		p := project(t, "https://x.example/", layer(homeLayout, endless), theme(t))
		err := build(t.Context(), p, t.TempDir(), opt)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error is %v, want %s", err, want)
		}
	}
}

func TestStaticFileInTheWayOfAPage(t *testing.T) {
	p := project(t, "https://x.example/", theme(t, "static/ru/index.html", "x"))
	_, err := CopyStatic(p.Theme, render(t, p))
	if want := "static/ru/index.html: the site makes a file of this address itself"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error is %v, want %s", err, want)
	}
}

func TestPageWithoutLayout(t *testing.T) {
	m := theme(t)
	delete(m, "layouts/page.html")
	err := build(context.Background(), project(t, "https://x.example/", m), t.TempDir(), Options{})
	if want := `found no layout file for "html" for kind "page"`; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error is %v, want %s", err, want)
	}
}

func TestOutputThatCannotBeMinified(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	p := project(t, "https://x.example/", theme(t, "layouts/home.html", "<script>var = ;</script>"))
	p.Config["minify"] = map[string]any{"minifyOutput": true}
	err := build(context.Background(), p, t.TempDir(), Options{})
	if want := `failed to process "/en/index.html": unexpected = in binding`; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("error is %v, want %s", err, want)
	}
	if left, _ := filepath.Glob(filepath.Join(temp, rejected+"*")); len(left) > 0 {
		t.Errorf("left behind: %s", left)
	}
}

func TestModulesAreNotFetched(t *testing.T) {
	p := project(t, "https://x.example/", theme(t))
	p.Config["module"] = map[string]any{"imports": []any{map[string]any{"path": "github.com/example/theme"}}}
	err := build(context.Background(), p, t.TempDir(), Options{})
	if want := "module does not exist"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error is %v, want %s", err, want)
	}
}

func TestLanguageWithoutTranslations(t *testing.T) {
	for _, empty := range []bool{false, true} {
		m := theme(t)
		delete(m, "i18n/zh.toml")
		if empty {
			m["i18n/zh.toml"] = &fstest.MapFile{}
		}
		dir := render(t, project(t, "https://x.example/", m))
		wantText(t, document(t, dir, "zh/index.html"), "#up", document(t, dir, "en/index.html").Find("#up").Text())
		delete(m, "i18n/en.toml")
		if empty {
			continue
		}
		err := build(context.Background(), project(t, "https://x.example/", m), t.TempDir(), Options{})
		if want := "missing translation: no file i18n/en.toml [KG0709]\nmissing translation: no file i18n/zh.toml [KG0709]"; err == nil || err.Error() != want {
			t.Errorf("error is %v, want %s", err, want)
		}
	}
}

func TestPathsOutsideTheirFolder(t *testing.T) {
	p := project(t, "https://x.example/", theme(t))
	r, err := Start(t.Context(), p.Project, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, c := range [][2]string{
		{"../x.md", "/x.html"}, {"/x.md", "/x.html"}, {"ru", "/x.html"}, {"x.md", "/x.html"},
		{"ru/x.md", "/../x.html"}, {"ru/x.md", "x.html"}, {"ru/x.md", "/x/"}, {"ru/x.md", ""},
	} {
		page := Page{Name: c[0], URL: c[1], Params: []byte("{}")}
		if err := Dump(p.Project, []Page{page}, filepath.Join(t.TempDir(), "dump")); err == nil {
			t.Errorf("Dump took %+v", page)
		}
		if err := r.Render(page, func([]byte, []diag.Problem) {}); err == nil {
			t.Errorf("Render took %+v", page)
		}
	}
}
