// Package command implements the command line: it parses flags and arguments, runs the command, and
// prints its result.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/chars"
	"github.com/kengash/kengash/generator/internal/site"
)

// Run runs the command with its arguments and returns the exit code: 0 done, 1 the input has
// problems or something failed, 2 the command line is wrong. What it prints acts on no terminal,
// whatever files and their names contain.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return run(ctx, args, stdin, stdout, newTeller(stderr))
}

// run is Run with what reports on stderr.
func run(ctx context.Context, args []string, stdin io.Reader, stdout io.Writer, tell *teller) int {
	root := newRoot(tell)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(chars.Writer(stdout))
	root.SetErr(tell.w)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return 0
	}
	if asked, ok := errors.AsType[stopped](context.Cause(ctx)); ok && errors.Is(err, context.Canceled) {
		tell.fail(asked.Error())
		return asked.code()
	}
	tell.failed("", err)
	if _, ok := errors.AsType[usageError](err); ok {
		return 2
	}
	if _, ok := errors.AsType[*site.SettingError](err); ok {
		return 2
	}
	return 1
}

// message is the text of an error, in which the name of a file does not begin a line of its own.
func message(err error) string {
	text := err.Error()
	if of, ok := errors.AsType[*fs.PathError](err); ok {
		text = strings.ReplaceAll(text, of.Path, chars.Line(of.Path))
	}
	return text
}

// newRoot makes the whole command line. Flags are named as Hugo's where Hugo has them.
func newRoot(tell *teller) *cobra.Command {
	root := &cobra.Command{
		Use:   "kengash",
		Short: "Build a knowledge base of meetings and decisions as a static site",
		Long: `Kengash builds a multilingual static site with a search index from structured records of
meetings (TOML) and prose (Markdown).`,
		Example: `  kengash build
  kengash serve
  kengash search "цифровая грамотность"`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())}
	})
	root.PersistentFlags().Var(&tell.format, "log-format", "format of what is printed to stderr: text or json")
	_ = root.RegisterFlagCompletionFunc("log-format", cobra.FixedCompletions(logFormats, cobra.ShellCompDirectiveNoFileComp))
	root.AddCommand(newBuild(tell), newServe(tell), newCheck(tell), newImport(tell), newMark(), newNew(tell), newRename(tell), newSchema(tell), newSearch(), newIndex(tell), newVerify(), newVersion())
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

// usageError is a command line that cannot be understood.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// siteFlags adds the flags that say where a site comes from.
func siteFlags(cmd *cobra.Command, s *site.Source) {
	cmd.Flags().StringVarP(&s.Dir, "source", "s", ".", "folder of the site, with kengash.toml and data/")
	cmd.Flags().StringVar(&s.Config, "config", "", "configuration, in the source folder or absolute (default kengash.toml)")
	_ = cmd.MarkFlagDirname("source")
	_ = cmd.MarkFlagFilename("config", "toml")
}
