package command

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/edit"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/rename"
)

func newRename(tell *teller) *cobra.Command {
	e := newEditing(tell, "changed")
	cmd := &cobra.Command{
		Use:   "rename <kind>/<id> <kind>/<id>",
		Short: "Change the id of a record everywhere",
		Long: `Rename changes the id of a record in the names of its files, in the references of data
and configuration, and in the links of texts. It writes the former address into
data/redirects.toml, so that the next build has a page there that leads on.

The site must have no problems, before and after: if one would follow, nothing is written.`,
		Example: `  kengash rename topics/ai topics/artificial-intelligence
  kengash rename --dry-run meetings/next meetings/ict-2027`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			var refs [2]model.Ref
			for i, arg := range args {
				r, ok := model.ParseRef(arg)
				if !ok {
					return usageError{fmt.Errorf("%q is not the reference of a record (want <kind>/<id> in lower-case letters, digits and hyphens, as in topics/ai)", arg)}
				}
				refs[i] = r
			}
			var made rename.Summary
			err := e.run(cmd, func(files *edit.Files, c *model.Collection) (err error) {
				made, err = rename.Record(files, c, refs[0], refs[1])
				if of, ok := errors.AsType[*rename.Error](err); ok {
					return usageError{of}
				}
				return err
			})
			if err != nil {
				return err
			}
			verb := e.verb
			if e.dry {
				verb = wouldChange
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s is now %s: %s %d references in %d files; the former address leads on\n", refs[0], refs[1], verb, made.References, made.Files)
			return err
		},
	}
	siteFlags(cmd, &e.source)
	cmd.Flags().BoolVarP(&e.dry, "dry-run", "n", false, "print what would change, and write nothing")
	return cmd
}
