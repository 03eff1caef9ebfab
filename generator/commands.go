package main

import (
	"fmt"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/check"
	"github.com/kengash/kengash/generator/internal/render"
)

// newRoot makes the whole command line. Flags are named as Hugo's where Hugo has them.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "kengash",
		Short:         "A knowledge base of meetings, protocols and programmes as a static site",
		Long:          "Kengash turns structured records of meetings (TOML) and prose (Markdown) into a multilingual static site with a search index.",
		Example:       "  kengash build\n  kengash serve\n  kengash search \"цифровая грамотность\"",
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())}
	})
	root.AddCommand(newBuild(), newServe(), newCheck(), newMark(), newSearch(), newIndex(), newVersion())
	for _, cmd := range root.Commands() {
		wantArgs(cmd)
	}
	wantArgs(root)
	return root
}

// wantArgs makes a wrong number of arguments an error of usage.
func wantArgs(cmd *cobra.Command) {
	want := cmd.Args
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if err := want(cmd, args); err != nil {
			return usageError{fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())}
		}
		return nil
	}
}

// siteFlags adds the flags that say where a site comes from.
func siteFlags(cmd *cobra.Command, s *site) {
	cmd.Flags().StringVarP(&s.source, "source", "s", ".", "folder of the site: data/, content/, themes/, kengash.toml")
	cmd.Flags().StringVar(&s.config, "config", "", "configuration file, in the source folder or absolute (default kengash.toml)")
	_ = cmd.MarkFlagDirname("source")
	_ = cmd.MarkFlagFilename("config", "toml")
}

func newBuild() *cobra.Command {
	var opt buildOptions
	var dump string
	cmd := &cobra.Command{
		Use:     "build",
		Short:   "Build the site",
		Long:    "Build reads and checks the site's folder, renders its pages, builds the search index, and puts the whole in place at once. Whatever goes wrong, the site that was there stays.",
		Example: "  kengash build\n  kengash build -s ~/my-council -d /var/www/council -b https://council.example/",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if dump != "" {
				return dumpHugo(opt, dump)
			}
			opt.destination = destination(opt.source, opt.destination)
			opt.progress = newProgress(cmd.ErrOrStderr())
			opt.warn = func(msg string) { fmt.Fprintf(cmd.ErrOrStderr(), "warning: %s\n", msg) }
			made, err := build(cmd.Context(), opt)
			opt.progress.done()
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), made)
			return err
		},
	}
	siteFlags(cmd, &opt.site)
	cmd.Flags().StringVarP(&opt.destination, "destination", "d", "", "folder to write the site to (default public, in the source folder)")
	cmd.Flags().StringVarP(&opt.baseURL, "baseURL", "b", "", "absolute address of the site, instead of the configuration's")
	cmd.Flags().BoolVar(&opt.noIndex, "no-index", false, "leave the search index out")
	cmd.Flags().BoolVar(&opt.force, "force", false, "replace a destination that is not a site of this program")
	cmd.Flags().StringVar(&dump, "dump-hugo", "", "write the plain Hugo project of the site to this folder, and nothing else")
	_ = cmd.MarkFlagDirname("destination")
	_ = cmd.MarkFlagDirname("dump-hugo")
	return cmd
}

// destination is the folder that a site is written to; without a flag it is public/ in the source folder.
func destination(source, flag string) string {
	if flag == "" {
		return filepath.Join(source, "public")
	}
	return flag
}

func dumpHugo(opt buildOptions, dir string) error {
	collection, err := open(opt.site)
	if err != nil {
		return err
	}
	return render.Dump(collection, dir, opt.rendering(collection))
}

// String is the line that ends a build.
func (s summary) String() string {
	return fmt.Sprintf("%d pages in %d languages, %d documents indexed, %.1f s, %.1f MB: %s",
		s.pages, s.languages, s.documents, s.took.Seconds(), float64(s.bytes)/1e6, s.destination)
}

func newCheck() *cobra.Command {
	var s site
	var strict bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Check data and texts without building",
		Long: `Check reads the site's folder and prints all problems, each with its file, line and column, what is wrong and what is wanted. It writes nothing. The exit code is 1 where there are problems.

Notices tell of texts that are missing in one of the site's languages, since pages show them in another one and say so, and of translations whose source has changed since; they are no problems. With --strict a missing text is one.`,
		Example: "  kengash check\n  kengash check --strict\n  kengash check -s ~/my-council",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			collection, problems, err := read(s)
			if err != nil {
				return err
			}
			if strict {
				problems.Strict()
			}
			if err := problems.Err(); err != nil {
				return err
			}
			problems.Append(check.Notices(collection))
			said, notices := "no problems", problems.Notices()
			if n := len(notices); n > 0 {
				said += fmt.Sprintf("; notices: %d", n)
			}
			for _, n := range notices {
				fmt.Fprintln(cmd.OutOrStdout(), n)
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), said)
			return err
		},
	}
	siteFlags(cmd, &s)
	cmd.Flags().BoolVar(&strict, "strict", false, "a text that is missing in a language is a problem")
	return cmd
}

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
