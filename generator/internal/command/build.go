package command

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/site"
)

func newBuild() *cobra.Command {
	var opt site.Options
	var dump string
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Build the site",
		Long: `Build checks the site's folder, renders its pages, builds the search index, verifies
the result and replaces the published site in one step. If anything fails, the old site
stays.`,
		Example: `  kengash build
  kengash build -s ~/my-council -d /var/www/council -b https://council.example/`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if dump != "" {
				return site.Dump(opt, dump)
			}
			if opt.Destination == "" {
				opt.Destination = filepath.Join(opt.Dir, "public")
			}
			bar := newProgress(cmd.ErrOrStderr())
			opt.Progress, opt.Warn = bar.counter, warnOn(cmd.ErrOrStderr())
			made, err := site.Build(cmd.Context(), opt)
			bar.done()
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), made)
			return err
		},
	}
	siteFlags(cmd, &opt.Source)
	cmd.Flags().StringVarP(&opt.Destination, "destination", "d", "", "folder of the built site (default public in the source folder)")
	cmd.Flags().StringVarP(&opt.BaseURL, "baseURL", "b", "", "absolute address of the site (default base_url of the configuration)")
	cmd.Flags().BoolVar(&opt.NoIndex, "no-index", false, "do not build the search index")
	cmd.Flags().BoolVar(&opt.Force, "force", false, "replace a destination that was not built by this program")
	cmd.Flags().StringVar(&dump, "dump-hugo", "", "only write the site as a plain Hugo project to this folder")
	_ = cmd.MarkFlagDirname("destination")
	_ = cmd.MarkFlagDirname("dump-hugo")
	return cmd
}

// warnOn returns a function that prints a warning.
func warnOn(w io.Writer) func(string) {
	return func(msg string) { fmt.Fprintf(w, "warning: %s\n", msg) }
}
