package hugo

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"strings"
	"testing"
)

func TestMain(m *testing.M) {
	Child()
	os.Exit(m.Run())
}

func TestRenderIsReproducible(t *testing.T) {
	p := project(t, "https://x.example/", theme(t))
	want := tree(t, render(t, p))
	for _, procs := range []string{"1", "8"} {
		t.Setenv("GOMAXPROCS", procs)
		sameTree(t, tree(t, render(t, p)), want)
	}
}

func TestRenderIgnoresTheEnvironment(t *testing.T) {
	p := project(t, "https://x.example/", theme(t))
	want := tree(t, render(t, p))
	t.Setenv("HUGO_BASEURL", "https://elsewhere.example/")
	t.Setenv("HUGO_RELATIVEURLS", "false")
	sameTree(t, tree(t, render(t, p)), want)
}

func TestRenderReportsWarnings(t *testing.T) {
	var got []string
	opt := Options{Log: func(level, msg string) { got = append(got, level+": "+msg) }}
	p := project(t, "https://x.example/", theme(t, "layouts/home.html", `{{ warnf "mind the %s" "gap" }}{{ warnf "" }}`))
	if err := build(context.Background(), p, t.TempDir(), opt); err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0] != "warn: mind the gap" {
		t.Errorf("log is %q", got)
	}
}

func TestLayersAreOverlaidFileByFile(t *testing.T) {
	site := layer(
		"layouts/_partials/header.html", `<header id="site">{{ T "home" }}</header>`,
		"assets/css/b.css", ".b{color:teal}",
		"static/static.txt", "of the site",
		"i18n/ru.toml", `home = "Дом"`,
	)
	between := layer(
		"layouts/_partials/header.html", `never seen`,
		"layouts/choose.html", `{{ define "main" }}<p id="between"></p>{{ end }}`,
		"static/static.txt", "never seen",
		"static/between.txt", "of the layer between",
		"i18n/ru.toml", `home = "never seen"`,
	)
	p := project(t, "https://x.example/", site, between, theme(t))
	dir := render(t, p)
	if n, err := CopyStatic(p.Theme, dir); n != 3 || err != nil {
		t.Errorf("%d files of static/ are copied, %v", n, err)
	}

	doc := document(t, dir, "ru/topics/ai.html")
	wantText(t, doc, "#site", "Дом")
	wantText(t, document(t, dir, "en/index.html"), "#site", "Home")
	wantAttr(t, doc, "main", "data-layout", "topics/page")
	// A translation file of one layer leaves the other keys of those below.
	wantText(t, doc, "#plural li:first-child", "0 документов")
	if n := document(t, dir, "index.html").Find("#between").Length(); n != 1 {
		t.Errorf("index.html has %d elements from the layer between, want 1", n)
	}
	css := read(t, dir, strings.TrimPrefix(doc.Find("#css").AttrOr("href", ""), "../../"))
	if want := ".a{color:green}.b{color:teal}main{color:red}\n"; css != want {
		t.Errorf("css is %q, want %q", css, want)
	}
	if got := read(t, dir, "static.txt"); got != "of the site" {
		t.Errorf("static.txt is %q", got)
	}
	if got := read(t, dir, "between.txt"); got != "of the layer between" {
		t.Errorf("between.txt is %q", got)
	}
}

func TestDump(t *testing.T) {
	p := project(t, "https://x.example/", layer("layouts/choose.html", "chosen", "static/static.txt", "of the site"), theme(t))
	dir := t.TempDir()
	if err := Dump(p.Project, p.pages, dir); err != nil {
		t.Fatal(err)
	}
	got := tree(t, dir)
	for _, page := range p.pages {
		name := "content/" + page.Name
		var f frontMatter
		if err := json.Unmarshal([]byte(got[name]), &f); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if f.URL != page.URL || f.Layout != page.Layout || string(f.Params) != string(page.Params) {
			t.Errorf("%s is %+v, want %+v", name, f, page)
		}
		delete(got, name)
	}
	for i, top := range []string{"", "themes/layer1/"} {
		err := fs.WalkDir(p.Theme[i], ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			b, err := fs.ReadFile(p.Theme[i], name)
			if got[top+name] != string(b) {
				t.Errorf("%s is %q, want %q", top+name, got[top+name], b)
			}
			delete(got, top+name)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	config := got[configFile]
	for _, want := range []string{`"baseURL": "https://x.example/"`, `"layer1"`, `"relativeURLs": true`, `"security"`} {
		if !strings.Contains(config, want) {
			t.Errorf("%s has no %s:\n%s", configFile, want, config)
		}
	}
	delete(got, configFile)
	for name := range got {
		t.Errorf("dumped besides: %s", name)
	}

	if err := Dump(p.Project, p.pages, dir); err == nil || !strings.Contains(err.Error(), "is not empty") {
		t.Errorf("dumping over a dump: error is %v", err)
	}
}

func TestConfigIsLaidOverTheBase(t *testing.T) {
	config, err := configJSON(Project{Config: map[string]any{
		"RelativeURLs": false,
		"markup":       map[string]any{"goldmark": map[string]any{"extensions": map[string]any{"footnote": false}}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"relativeURLs": false`, `"footnote": false`, `"unsafe": false`} {
		if !bytes.Contains(config, []byte(want)) {
			t.Errorf("no %s in\n%s", want, config)
		}
	}
}
