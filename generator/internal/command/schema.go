package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/edit"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/schema"
	"github.com/kengash/kengash/generator/internal/site"
)

func newSchema(tell *teller) *cobra.Command {
	source := site.Source{Drafts: true} // who writes sees what is not published yet
	var dir string
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Let editors complete, explain and check data files",
		Long: `Schema writes a JSON Schema (draft 7) of each kind of data file, made of what the program
reads and of the codes and records of the site, into .kengash/schema of the site's folder,
and settings by which editors find them: .taplo.toml for taplo and the editors that run
it, and .vscode/extensions.json, by which VS Code offers the extension Even Better TOML.
Settings of your own stay as they are.

Run it again after records or codes were added by hand: an editor knows those that were
there. Commands that add or rename records do so themselves. A site with problems has
schemas too.

With --destination, it writes the schemas alone to another folder.`,
		Example: `  kengash schema
  kengash schema -s ~/my-council
  kengash schema -d schemas`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if dir == "" {
				return writeSchemas(tell, cmd, source)
			}
			c, err := described(source)
			if err != nil {
				return err
			}
			if err := os.MkdirAll(dir, 0o777); err != nil {
				return err
			}
			return inFolder(dir, func(files *edit.Files) error {
				return schemasIn(cmd, files, c, dir, ".")
			})
		},
	}
	siteFlags(cmd, &source)
	cmd.Flags().StringVarP(&dir, "destination", "d", "", "folder for the schemas alone (default .kengash/schema in the source folder, with settings)")
	_ = cmd.MarkFlagDirname("destination")
	return cmd
}

// described returns the collection that schemas are made of. It may have problems, which an editor
// is there to mend.
func described(source site.Source) (*model.Collection, error) {
	c, problems, err := site.Read(source)
	if err == nil && c == nil {
		err = problems.Err()
	}
	return c, err
}

// inFolder changes files of a folder.
func inFolder(dir string, change func(*edit.Files) error) error {
	in, err := folder.Open(dir)
	if err != nil {
		return err
	}
	defer in.Close()
	files := edit.New(in)
	if err := change(files); err != nil {
		return err
	}
	return files.Apply()
}

// schemasOf writes the schemas of a collection to a folder within that of files, and returns how
// many there are.
func schemasOf(files *edit.Files, c *model.Collection, within string) (int, error) {
	all, err := schema.Files(c)
	for name, content := range all {
		files.Write(path.Join(within, name), content)
	}
	return len(all), err
}

// schemasIn does the same, and prints it.
func schemasIn(cmd *cobra.Command, files *edit.Files, c *model.Collection, dir, within string) error {
	n, err := schemasOf(files, c, within)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(cmd.OutOrStdout(), "wrote", n, "schemas in", filepath.Join(dir, filepath.FromSlash(within)))
	return err
}

// writeSchemas writes the schemas of a site into its folder, and the settings by which editors find
// them.
func writeSchemas(tell *teller, cmd *cobra.Command, source site.Source) error {
	c, err := described(source)
	if err != nil {
		return err
	}
	dir := source.Dir
	return inFolder(dir, func(files *edit.Files) error {
		if err := schemasIn(cmd, files, c, dir, schema.Dir); err != nil {
			return err
		}
		rules := schema.TaploFile
		if !files.Exists(rules) && files.Exists(schema.OtherTaploFile) { // which taplo would not read any more
			rules = schema.OtherTaploFile
		}
		for _, s := range []struct {
			name string
			text func(old []byte) ([]byte, bool)
		}{
			{rules, func(old []byte) ([]byte, bool) { return []byte(schema.Taplo(string(old))), true }},
			{schema.ExtensionsFile, schema.Extensions},
		} {
			old, err := files.Read(s.name)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			place := filepath.Join(dir, filepath.FromSlash(s.name))
			text, ok := s.text(old)
			if !ok {
				tell.warn(place + " is left as it is; VS Code can be told of the extension Even Better TOML by hand")
				continue
			}
			if string(text) == string(old) {
				continue
			}
			files.Write(s.name, text)
			if _, err := fmt.Fprintln(cmd.OutOrStdout(), "wrote", place); err != nil {
				return err
			}
		}
		return nil
	})
}
