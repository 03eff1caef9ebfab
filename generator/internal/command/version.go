package command

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version of the program and of what it is made of",
		Example: "  kengash version",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprint(cmd.OutOrStdout(), versionText())
			return err
		},
	}
}

// version is set by the linker for releases.
var version = "dev"

// versionText names the program and the libraries whose formats a site depends on.
func versionText() string {
	text := fmt.Sprintf("kengash %s %s/%s %s\n", version, runtime.GOOS, runtime.GOARCH, runtime.Version())
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return text
	}
	for _, m := range info.Deps {
		switch m.Path {
		case "github.com/gohugoio/hugo", "github.com/blevesearch/bleve/v2", "github.com/blevesearch/zapx/v17", "github.com/yuin/goldmark", "github.com/BurntSushi/toml":
			text += fmt.Sprintf("%s %s\n", m.Path, m.Version)
		}
	}
	return text
}
