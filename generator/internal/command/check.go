package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/check"
	"github.com/kengash/kengash/generator/internal/site"
)

func newCheck(tell *teller) *cobra.Command {
	var s site.Source
	var strict bool
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
problems.`,
		Example: `  kengash check
  kengash check --strict
  kengash check -s ~/my-council`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			s.Observe = tell.observer()
			collection, problems, err := site.Read(s)
			tell.bar.clear()
			if err == nil {
				err = cmd.Context().Err() // reading takes no context
			}
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
			if tell.inJSON() {
				tell.problems(notices)
				notices = nil
			}
			for _, n := range notices {
				fmt.Fprintln(cmd.OutOrStdout(), n)
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), said)
			return err
		},
	}
	siteFlags(cmd, &s)
	cmd.Flags().BoolVar(&strict, "strict", false, "treat missing texts and odd facts as problems")
	return cmd
}
