package hugo

import (
	"maps"
	"path/filepath"
	"testing"

	"github.com/bep/clocks"
	"github.com/gohugoio/hugo/common/htime"
	"github.com/gohugoio/hugo/common/hugo"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
)

// stock builds the Hugo project in dir as the hugo command does, but for static/, and returns the
// files.
func stock(t *testing.T, dir string) map[string]string {
	t.Helper()
	clock := htime.Clock
	htime.Clock = clocks.Fixed(testNow)
	defer func() { htime.Clock = clock }()
	public := t.TempDir()
	flags := config.New()
	flags.Set("workingDir", dir)
	flags.Set("publishDir", public)
	flags.Set("cacheDir", t.TempDir())
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs: hugofs.Os, Flags: flags, Filename: configFile, Environment: hugo.EnvironmentProduction, SkipNpmCheck: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	all, err := hugolib.NewHugoSites(deps.DepsCfg{Configs: configs, Fs: hugofs.NewFromSourceAndDestination(hugofs.Os, hugofs.Os, flags)})
	if err != nil {
		t.Fatal(err)
	}
	defer all.Close()
	if err := all.Build(hugolib.BuildCfg{}); err != nil {
		t.Fatal(err)
	}
	return tree(t, public)
}

// The pages of a dump are those of a renderer, and so are the assets, byte by byte.
func TestHugoMakesTheSameOfADump(t *testing.T) {
	minified := map[string]any{"minifyOutput": true, "tdewolff": map[string]any{"html": map[string]any{"keepWhitespace": true}}}
	for name, c := range map[string]struct {
		base   string
		config map[string]any
	}{
		"plain":                {"https://x.example/", nil},
		"minified in a folder": {"https://x.example/kb/", map[string]any{"minify": minified}},
		"absolute links":       {"https://x.example/kb/", map[string]any{"relativeURLs": false}},
	} {
		t.Run(name, func(t *testing.T) {
			s := project(t, c.base, layer("layouts/choose.html", `{{ define "main" }}<b>{{ .Params.title }}</b>{{ end }}`), theme(t))
			maps.Copy(s.Config, c.config)
			dump := filepath.Join(t.TempDir(), "dump")
			if err := Dump(s.Project, s.pages, dump); err != nil {
				t.Fatal(err)
			}
			sameTree(t, tree(t, render(t, s)), stock(t, dump))
		})
	}
}
