package command

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
)

func TestVersionComesFromBuildInformation(t *testing.T) {
	git := func(modified string) []debug.BuildSetting {
		return []debug.BuildSetting{
			{Key: "GOOS", Value: "linux"}, {Key: "vcs", Value: "git"}, {Key: "vcs.revision", Value: "2f55e65a"},
			{Key: "vcs.time", Value: "2026-11-20T08:00:00Z"}, {Key: "vcs.modified", Value: modified},
		}
	}
	hugo := &debug.Module{Path: "github.com/gohugoio/hugo", Version: "v0.165.0"}
	fork := &debug.Module{Path: "github.com/yuin/goldmark", Version: "v1.8.5", Replace: &debug.Module{Path: "../goldmark"}}
	other := &debug.Module{Path: "github.com/spf13/cobra", Version: "v1.10.2"}
	for _, c := range []struct {
		name string
		info debug.BuildInfo
		want string // SYSTEM stands for the system and the version of Go
	}{
		{
			"installed by go install",
			debug.BuildInfo{Main: debug.Module{Version: "v1.2.3"}, Deps: []*debug.Module{hugo, other}},
			"kengash v1.2.3 SYSTEM\ngithub.com/gohugoio/hugo v0.165.0\n",
		},
		{
			"built from a commit of a clone",
			debug.BuildInfo{Main: debug.Module{Version: "v1.2.4-0.20261120080000-2f55e65a0000"}, Settings: git("false")},
			"kengash v1.2.4-0.20261120080000-2f55e65a0000 SYSTEM\ncommit 2f55e65a, 2026-11-20T08:00:00Z\n",
		},
		{
			"built from a clone with changes",
			debug.BuildInfo{Main: debug.Module{Version: "v1.2.3+dirty"}, Settings: git("true")},
			"kengash v1.2.3+dirty SYSTEM\ncommit 2f55e65a, 2026-11-20T08:00:00Z, with changes\n",
		},
		{
			"built without git",
			debug.BuildInfo{Main: debug.Module{Version: "(devel)"}},
			"kengash devel SYSTEM\n",
		},
		{"built without information", debug.BuildInfo{}, "kengash devel SYSTEM\n"},
		{
			"with a library replaced",
			debug.BuildInfo{Main: debug.Module{Version: "v1.2.3"}, Deps: []*debug.Module{fork}},
			"kengash v1.2.3 SYSTEM\ngithub.com/yuin/goldmark v1.8.5 => ../goldmark\n",
		},
	} {
		var out strings.Builder
		if err := printVersion(&out, &c.info); err != nil {
			t.Fatal(err)
		}
		system := runtime.GOOS + "/" + runtime.GOARCH + " " + runtime.Version()
		if want := strings.Replace(c.want, "SYSTEM", system, 1); out.String() != want {
			t.Errorf("%s: got\n%swant\n%s", c.name, out.String(), want)
		}
	}
}
