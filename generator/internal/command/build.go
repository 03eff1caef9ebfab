package command

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/profile"
	"github.com/kengash/kengash/generator/internal/site"
	"github.com/kengash/kengash/generator/internal/stage"
)

func newBuild(tell *teller) *cobra.Command {
	var opt site.Options
	var cacheFolder func() string
	memory := memorySize(2 << 30)
	var dump, profiles string
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Build the site",
		Long: `Build checks the site's folder, renders its pages, builds the search index, verifies
the result and replaces the published site in one step. If anything fails, the old site
stays.

With --profile, cpu.pprof, heap.pprof and trace.out in that folder show what Build itself
did, and render-1.cpu.pprof and so on the processes that rendered; go tool pprof and go
tool trace read them.`,
		Example: `  kengash build
  kengash build -s ~/my-council -d /var/www/council -b https://council.example/
  kengash build --profile profile`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if dump != "" {
				return site.Dump(opt, dump)
			}
			if opt.Destination == "" {
				opt.Destination = filepath.Join(opt.Dir, "public")
			}
			opt.Cache = cacheFolder()
			defer memory.apply(cmd.Flags().Changed("memory"))()
			defer collectLate()()
			opt.Observe, opt.Warn = tell.observer(), tell.warn
			made, err := buildProfiled(cmd.Context(), opt, profiles, tell)
			if err != nil {
				return err
			}
			tell.built(made)
			_, err = fmt.Fprintln(cmd.OutOrStdout(), made)
			return err
		},
	}
	siteFlags(cmd, &opt.Source)
	cacheFolder = cacheFlags(cmd)
	cmd.Flags().Var(&memory, "memory", "memory that the build may use, unless the site needs more")
	cmd.Flags().StringVarP(&opt.Destination, "destination", "d", "", "folder of the built site (default public in the source folder)")
	cmd.Flags().StringVarP(&opt.BaseURL, "baseURL", "b", "", "absolute address of the site (default base_url of the configuration)")
	cmd.Flags().BoolVar(&opt.NoIndex, "no-index", false, "do not build the search index")
	cmd.Flags().BoolVar(&opt.Force, "force", false, "replace a destination that was not built by this program")
	cmd.Flags().StringVar(&dump, "dump-hugo", "", "only write the site as a plain Hugo project to this folder")
	cmd.Flags().StringVar(&profiles, "profile", "", "write profiles and traces to this folder, and print what each stage took")
	_ = cmd.MarkFlagDirname("profile")
	_ = cmd.MarkFlagDirname("destination")
	_ = cmd.MarkFlagDirname("dump-hugo")
	return cmd
}

// buildProfiled builds a site. Where a folder for profiles is named, it writes them there and tells
// what each stage took, also if the build fails.
func buildProfiled(ctx context.Context, opt site.Options, profiles string, tell *teller) (site.Summary, error) {
	if profiles == "" {
		return site.Build(ctx, opt)
	}
	if within(profiles, opt.Destination) {
		return site.Summary{}, usageError{fmt.Errorf("--profile: %s is in the destination, which the build replaces; name another folder", profiles)}
	}
	session, err := profile.Start(profiles)
	if err != nil {
		return site.Summary{}, err
	}
	opt.Profile, opt.Observe = session, stage.Both(session.Observe, opt.Observe)
	made, err := site.Build(ctx, opt)
	report, failed := session.Stop()
	if failed == nil {
		failed = tell.report(report)
	}
	return made, errors.Join(err, failed)
}

// within reports whether a path is that of a folder or of something in it.
func within(path, folder string) bool {
	path, err := filepath.Abs(path)
	if err != nil {
		return false
	}
	if folder, err = filepath.Abs(folder); err != nil {
		return false
	}
	rel, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(rel)
}
