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

// mistakes are changes to the theme or to a text, and what is said of them.
var mistakes = map[string]struct {
	files []string // changes to the theme, which is layer 1
	body  string   // of content/ru/plain.md
	want  []diag.Problem
}{
	"a field that is not there": {
		files: []string{homeLayout, "{{ define \"main\" }}\n  {{ .Nope }}{{ end }}"},
		want: []diag.Problem{{
			Pos: diag.Position{File: homeLayout, Line: 2, Col: 6}, Hint: "rendering content/ru/_index.md",
			Msg: "<.Nope>: can't evaluate field Nope in type *hugolib.pageState",
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
			Pos: diag.Position{File: "layouts/_partials/header.html", Line: 1, Col: 10},
			Msg: "<.Nope>: can't evaluate field Nope in type *hugolib.pageState",
		}},
	},
	"errorf": {
		files: []string{homeLayout, `{{ errorf "no %s" "way" }}`},
		want:  []diag.Problem{{Msg: "no way"}},
	},
	"a broken ref in content": {
		body: "\nSee {{< relref \"/nope\" >}}",
		want: []diag.Problem{{
			Pos: diag.Position{File: "content/ru/plain.md", Line: 3, Col: 5},
			Msg: `[ru] REF_NOT_FOUND: Ref "/nope": "content/ru/plain.md:3:5": page not found`,
		}},
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
		want:  []diag.Problem{{Pos: diag.Position{File: "assets/css/main.css", Line: 2, Col: 9}, Msg: `Could not resolve "nope.css"`}},
	},
	"a script that does not parse": {
		files: []string{"assets/js/lib/greet.ts", "\nlet x y;"},
		want:  []diag.Problem{{Pos: diag.Position{File: "assets/js/lib/greet.ts", Line: 2, Col: 7}, Msg: `Expected ";" but found "y"`}},
	},
	"a script that names the temporary folder": {
		files: []string{homeLayout, `{{ with resources.Get "js/main.ts" | js.Build (dict "targetPath" "x.js") }}{{ .RelPermalink }}{{ end }}`},
		want: []diag.Problem{{

			Msg: `x.js names the temporary folder it was made in: give js.Build and css.Build "minify" true and no "sourceMap"`,
		}},
	},
	"the network": {
		files: []string{homeLayout, `{{ resources.GetRemote "https://x.example/" }}`},
		want: []diag.Problem{{
			Pos: diag.Position{File: homeLayout, Line: 1, Col: 13}, Hint: "rendering content/ru/_index.md",
			Msg: `<resources.GetRemote>: error calling GetRemote: access denied: "https://x.example/" is not whitelisted in policy "security.http.urls"`,
		}},
	},
	"the environment": {
		files: []string{homeLayout, `{{ os.Getenv "HOME" }}`},
		want: []diag.Problem{{
			Pos: diag.Position{File: homeLayout, Line: 1, Col: 6}, Hint: "rendering content/ru/_index.md",
			Msg: `<os.Getenv>: error calling Getenv: access denied: "HOME" is not whitelisted in policy "security.funcs.getenv"`,
		}},
	},
	"a program": {
		files: []string{homeLayout, `{{ (resources.FromString "a.css" "x" | css.PostCSS).Content }}`},
		want: []diag.Problem{{
			Pos: diag.Position{File: homeLayout, Line: 1, Col: 52}, Hint: "rendering content/ru/_index.md",
			Msg: `<(resources.FromString "a.css" "x" | css.PostCSS).Content>: error calling Content: POSTCSS: failed to transform "/a.css" (text/css): ` +
				`access denied: "postcss" is not whitelisted in policy "security.exec.allow"`,
		}},
	},
}

func TestProblems(t *testing.T) {
	for name, c := range mistakes {
		t.Run(name, func(t *testing.T) {
			p := project(t, "https://x.example/", layer(), theme(t, c.files...))
			if c.body != "" {
				p.Content["ru/plain.md"] = []byte("{\"title\":\"Plain\"}\n" + c.body)
			}
			_, err := Render(context.Background(), p, t.TempDir(), Options{})
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
				// Which page meets a mistake first is a matter of chance.
				if w.Hint == "" {
					g.Hint = ""
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
		"no page was written for 0s (look in layouts/ for a loop or a partial without end":                             {Silence: time.Millisecond},
	} {
		p := project(t, "https://x.example/", layer(homeLayout, endless), theme(t))
		_, err := Render(context.Background(), p, t.TempDir(), opt)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error is %v, want %s", err, want)
		}
	}
}

func TestStaticFileInTheWayOfAPage(t *testing.T) {
	p := project(t, "https://x.example/", theme(t, "static/ru/index.html", "x"))
	_, err := Render(context.Background(), p, t.TempDir(), Options{})
	if want := "static/ru/index.html: the site makes a file of this address itself"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error is %v, want %s", err, want)
	}
}

func TestPagesInOnePlace(t *testing.T) {
	p := project(t, "https://x.example/", theme(t))
	p.Content["ru/a.md"] = []byte(`{"title":"A","url":"/ru/topics/ai.html"}`)
	_, err := Render(context.Background(), p, t.TempDir(), Options{})
	if want := "Duplicate target paths: /ru/topics/ai.html (2)"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error is %v, want %s", err, want)
	}
}

func TestPageWithoutLayout(t *testing.T) {
	m := theme(t)
	delete(m, "layouts/special/page.html")
	delete(m, "layouts/page.html")
	_, err := Render(context.Background(), project(t, "https://x.example/", m), t.TempDir(), Options{})
	if want := `found no layout file for "html" for kind "page"`; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error is %v, want %s", err, want)
	}
}

func TestOutputThatCannotBeMinified(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	p := project(t, "https://x.example/", theme(t, "layouts/home.html", "<script>var = ;</script>"))
	p.Config["minify"] = map[string]any{"minifyOutput": true}
	_, err := Render(context.Background(), p, t.TempDir(), Options{})
	if want := `failed to process "/ru/index.html": unexpected = in binding`; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("error is %v, want %s", err, want)
	}
	if left, _ := filepath.Glob(filepath.Join(temp, rejected+"*")); len(left) > 0 {
		t.Errorf("left behind: %s", left)
	}
}

func TestModulesAreNotFetched(t *testing.T) {
	p := project(t, "https://x.example/", theme(t))
	p.Config["module"] = map[string]any{"imports": []any{map[string]any{"path": "github.com/example/theme"}}}
	_, err := Render(context.Background(), p, t.TempDir(), Options{})
	if want := "module does not exist"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error is %v, want %s", err, want)
	}
}

func TestMarkdownDropsRawHTML(t *testing.T) {
	p := project(t, "https://x.example/", theme(t))
	p.Content["ru/plain.md"] = []byte("{\"title\":\"Plain\"}\n\na <b>raw</b> *word*")
	doc := document(t, render(t, p), "ru/plain.html")
	wantText(t, doc, "main em", "word")
	if n := doc.Find("main b").Length(); n != 0 {
		t.Errorf("ru/plain.html has %d elements of raw HTML", n)
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
		_, err := Render(context.Background(), project(t, "https://x.example/", m), t.TempDir(), Options{})
		if want := "missing translation: no file i18n/en.toml\nmissing translation: no file i18n/zh.toml"; err == nil || err.Error() != want {
			t.Errorf("error is %v, want %s", err, want)
		}
	}
}

func TestContentOutsideItsFolder(t *testing.T) {
	for _, name := range []string{"../x.md", "/x.md", "ru"} {
		p := project(t, "https://x.example/", theme(t))
		p.Content[name] = []byte("{}")
		if err := Dump(p, filepath.Join(t.TempDir(), "dump")); err == nil {
			t.Errorf("Dump took %q", name)
		}
		if _, err := Render(context.Background(), p, t.TempDir(), Options{}); err == nil {
			t.Errorf("Render took %q", name)
		}
	}
}
