package command

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/site"
)

func newVerify() *cobra.Command {
	var file string
	var strict bool
	cmd := &cobra.Command{
		Use:   "verify [flags] DIR|URL",
		Short: "Check that a published site is as it was built",
		Long: `Verify compares each file of a published site, in a folder or at an address, with its
SHA-256 in manifest.sha256, which build writes. It prints each file that is missing or is
not the one that was built, and the files of a folder that are not in the manifest.`,
		Example: `  kengash verify public
  kengash verify --manifest public/manifest.sha256 https://kb.example.org/`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var other []byte
			if file != "" {
				var err error
				if other, err = os.ReadFile(file); err != nil {
					return err
				}
			}
			n, found, err := site.Verify(cmd.Context(), args[0], other)
			if err != nil {
				return err
			}
			var problems []diag.Problem
			for _, p := range found {
				if p.Notice = p.Notice && !strict; !p.Notice {
					problems = append(problems, p)
					continue
				}
				fmt.Fprintln(cmd.OutOrStdout(), p)
			}
			if len(problems) > 0 {
				return &diag.Error{Problems: problems}
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%d files are as they were built\n", n)
			return err
		},
	}
	cmd.Flags().StringVar(&file, "manifest", "", "compare with this manifest instead of that of the site")
	cmd.Flags().BoolVar(&strict, "strict", false, "treat files that are not in the manifest as problems")
	_ = cmd.MarkFlagFilename("manifest", "sha256")
	return cmd
}
