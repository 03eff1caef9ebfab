package hugo

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
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

func TestRenderLeavesNothingBehind(t *testing.T) {
	temp, source, wd := t.TempDir(), t.TempDir(), t.TempDir()
	if err := os.CopyFS(source, theme(t)); err != nil {
		t.Fatal(err)
	}
	before := tree(t, source)
	p := project(t, "https://x.example/", os.DirFS(source))
	outs := [5]string{}
	for i := range outs {
		outs[i] = t.TempDir()
	}
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp)
	t.Chdir(wd)
	goroutines := runtime.NumGoroutine()

	for _, out := range outs {
		if _, err := Render(context.Background(), p, out, Options{}); err != nil {
			t.Fatal(err)
		}
	}

	sameTree(t, tree(t, source), before)
	for _, dir := range []string{temp, wd} {
		if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) > 0 {
			t.Errorf("left behind: %s", left)
		}
	}
	// Some goroutines take a moment to end.
	for deadline := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > goroutines+2; {
		if time.Now().After(deadline) {
			t.Errorf("%d goroutines, were %d", runtime.NumGoroutine(), goroutines)
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
}

func TestRenderIgnoresTheEnvironment(t *testing.T) {
	p := project(t, "https://x.example/", theme(t))
	want := tree(t, render(t, p))
	t.Setenv("HUGO_BASEURL", "https://elsewhere.example/")
	t.Setenv("HUGO_RELATIVEURLS", "false")
	sameTree(t, tree(t, render(t, p)), want)
}

func TestRenderReportsProgress(t *testing.T) {
	p := project(t, "https://x.example/", theme(t))
	calls, pages := 0, len(p.Content)
	opt := Options{Progress: func(done, total int) {
		calls++
		if done != calls || total != pages {
			t.Errorf("progress %d of %d, want %d of %d", done, total, calls, pages)
		}
	}}
	stats, err := Render(context.Background(), p, t.TempDir(), opt)
	if err != nil {
		t.Fatal(err)
	}
	if calls != pages {
		t.Errorf("%d calls, want %d", calls, pages)
	}
	if stats.Pages != 31 || stats.Static != 2 || stats.Aliases != 0 || stats.Duration <= 0 {
		t.Errorf("stats are %+v", stats)
	}
}

func TestRenderStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	opt := Options{Progress: func(done, total int) { cancel() }}
	_, err := Render(ctx, project(t, "https://x.example/", theme(t)), t.TempDir(), opt)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want %v", err, context.Canceled)
	}
}

func TestRenderReportsWarnings(t *testing.T) {
	var got []string
	opt := Options{Log: func(level, msg string) { got = append(got, level+": "+msg) }}
	p := project(t, "https://x.example/", theme(t, "layouts/home.html", `{{ warnf "mind the %s" "gap" }}`))
	if _, err := Render(context.Background(), p, t.TempDir(), opt); err != nil {
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
	dir := render(t, project(t, "https://x.example/", site, between, theme(t)))

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
	if err := Dump(p, dir); err != nil {
		t.Fatal(err)
	}
	got := tree(t, dir)
	for name, b := range p.Content {
		if got["content/"+name] != string(b) {
			t.Errorf("content/%s is %q, want %q", name, got["content/"+name], b)
		}
		delete(got, "content/"+name)
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

	if err := Dump(p, dir); err == nil || !strings.Contains(err.Error(), "is not empty") {
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
