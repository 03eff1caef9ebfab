package command

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/check"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/report"
	"github.com/kengash/kengash/generator/internal/rules"
	"github.com/kengash/kengash/generator/internal/site"
)

func newCheck(tell *teller) *cobra.Command {
	var s site.Source
	var strict, list, lines bool
	format := "text"
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Check data and texts without building",
		Long: `Check reads the site's folder and prints all problems, each with file, line and column,
what is wrong and what is expected. It writes nothing. The exit code is 1 if there are
problems.

Some findings are notices, which do not stop a build: texts that are missing in one of
the site's languages, odd facts (such as a protocol signed after its meeting), look-alike
letters of another alphabet, control characters left by an old code page, punctuation
that does not follow the rules of the language (such as straight quotation marks), and
translations whose source has changed. With --strict, all of them except the last are
problems.

Each problem ends with its code, as in [KG0201]; --rules lists what the codes mean. On a
terminal, or with --lines, the line is shown below it, with a caret at the place. With
--format, problems and notices are printed to stdout for programs: as a list in JSON, in
SARIF 2.1.0 for code scanning, or as commands of GitHub that annotate a change.`,
		Example: `  kengash check
  kengash check --strict
  kengash check -s ~/my-council
  kengash check --format sarif`,
		Args: cobra.NoArgs,
		PreRunE: func(*cobra.Command, []string) error {
			if !slices.Contains(formats, format) {
				return fmt.Errorf("unknown format %q (%s)", format, diag.Want(format, formats))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if list {
				return listRules(cmd.OutOrStdout())
			}
			if lines || tell.bar != nil && !cmd.Flags().Changed("lines") {
				tell.source = sourcesIn(s.Dir)
			}
			s.Observe = tell.observer()
			collection, problems, err := site.Read(s)
			tell.bar.clear()
			if err == nil {
				err = cmd.Context().Err() // reading takes no context
			}
			if err != nil {
				return forPrograms(cmd.OutOrStdout(), format, err, nil)
			}
			if strict {
				problems.Strict()
			}
			if err := problems.Err(); err != nil {
				return forPrograms(cmd.OutOrStdout(), format, err, problems.Notices())
			}
			problems.Append(check.Notices(collection))
			if format != formats[0] {
				return report.Write(cmd.OutOrStdout(), format, problems.Sorted())
			}
			said, notices := "no problems", problems.Notices()
			if n := len(notices); n > 0 {
				said += fmt.Sprintf("; notices: %d", n)
			}
			if tell.inJSON() {
				tell.problems(notices)
				notices = nil
			}
			for _, n := range notices {
				fmt.Fprintln(cmd.OutOrStdout(), tell.text(n))
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), said)
			return err
		},
	}
	siteFlags(cmd, &s)
	cmd.Flags().BoolVar(&strict, "strict", false, "treat missing texts and odd facts as problems")
	cmd.Flags().BoolVar(&lines, "lines", false, "show the line of each problem (default on a terminal)")
	cmd.Flags().StringVar(&format, "format", format, "format of problems and notices: "+strings.Join(formats, ", "))
	cmd.Flags().BoolVar(&list, "rules", false, "list the codes of problems, and what they mean")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// formats are the values of --format. The first is for people.
var formats = append([]string{"text"}, report.Formats...)

// forPrograms writes problems and notices in a format for programs, and returns how many problems
// there are; in text, it returns them all.
func forPrograms(w io.Writer, format string, err error, notices []diag.Problem) error {
	found, ok := errors.AsType[*diag.Error](err)
	if !ok || format == formats[0] {
		return err
	}
	if err := report.Write(w, format, append(slices.Clone(found.Problems), notices...)); err != nil {
		return err
	}
	return errors.New(found.Count())
}

// listRules prints the codes of problems.
func listRules(w io.Writer) error {
	for _, r := range rules.All() {
		if _, err := fmt.Fprintf(w, "%s  %s: %s\n", r.Code, r.Title, r.Means); err != nil {
			return err
		}
	}
	return nil
}

// sourcesIn returns a function that reads the files of a site's folder, as far as a line of them
// can be shown. Problems come file by file, so it keeps the last one.
func sourcesIn(dir string) func(file string) string {
	last, content := "", ""
	return func(file string) string {
		if file != last {
			last, content = file, sourceOf(dir, file)
		}
		return content
	}
}

// longestSource is how many bytes of a file are read to show a line of it.
const longestSource = 4 << 20

func sourceOf(dir, file string) string {
	in, err := folder.Open(dir)
	if err != nil {
		return ""
	}
	defer in.Close()
	if info, err := in.Stat(file); err != nil || info.Size() > longestSource {
		return ""
	}
	content, err := in.ReadFile(file)
	if err != nil || !utf8.Valid(content) {
		return ""
	}
	return string(content)
}
