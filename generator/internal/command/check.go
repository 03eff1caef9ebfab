package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/check"
	"github.com/kengash/kengash/generator/internal/site"
)

func newCheck() *cobra.Command {
	var s site.Source
	var strict bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Check data and texts without building",
		Long: `Check reads the site's folder and prints all problems, each with its file, line and
column, what is wrong and what is wanted. It writes nothing. The exit code is 1 where
there are problems.

Notices are for texts that are missing in one of the site's languages, since pages show
them in another one and say so, for facts that are odd (a protocol signed after its
meeting), for letters that only look like those of their word, for what an older code page
left in a text, and for translations whose source has changed since; they are no problems.
With --strict all but the last are.`,
		Example: `  kengash check
  kengash check --strict
  kengash check -s ~/my-council`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			collection, problems, err := site.Read(s)
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
			for _, n := range notices {
				fmt.Fprintln(cmd.OutOrStdout(), n)
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), said)
			return err
		},
	}
	siteFlags(cmd, &s)
	cmd.Flags().BoolVar(&strict, "strict", false, "texts that a language lacks and odd facts are problems")
	return cmd
}
