package command

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program and its main libraries",
		Long: `Version prints what Go recorded when the program was built: its version, the target
system, the version of Go, the commit, and the libraries on which the formats of a site
depend.

A program built from a tag has the version of the tag. At another commit of a git clone,
Go makes a version from the time and the commit, with +dirty if files differ from the
commit. Without git, the version is devel.`,
		Example: "  kengash version",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			info, ok := debug.ReadBuildInfo()
			if !ok {
				info = &debug.BuildInfo{}
			}
			return printVersion(cmd.OutOrStdout(), info)
		},
	}
}

// namedLibraries are the libraries that the formats of a site depend on.
var namedLibraries = []string{
	"github.com/BurntSushi/toml",
	"github.com/blevesearch/bleve/v2",
	"github.com/blevesearch/zapx/v17",
	"github.com/gohugoio/hugo",
	"github.com/yuin/goldmark",
}

// printVersion writes what the build information says of the program and its libraries.
func printVersion(w io.Writer, info *debug.BuildInfo) error {
	version := info.Main.Version
	if version == "" || version == "(devel)" {
		version = "devel"
	}
	text := fmt.Sprintf("kengash %s %s/%s %s\n", version, runtime.GOOS, runtime.GOARCH, runtime.Version())
	setting := map[string]string{}
	for _, s := range info.Settings {
		setting[s.Key] = s.Value
	}
	if revision := setting["vcs.revision"]; revision != "" {
		text += fmt.Sprintf("commit %s, %s", revision, setting["vcs.time"])
		if setting["vcs.modified"] == "true" {
			text += ", with changes"
		}
		text += "\n"
	}
	for _, m := range info.Deps {
		if !slices.Contains(namedLibraries, m.Path) {
			continue
		}
		text += m.Path + " " + m.Version
		if m.Replace != nil {
			text += " => " + strings.TrimSpace(m.Replace.Path+" "+m.Replace.Version)
		}
		text += "\n"
	}
	_, err := io.WriteString(w, text)
	return err
}
