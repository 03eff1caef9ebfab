package command

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/edit"
	"github.com/kengash/kengash/generator/internal/intake/draft"
	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/site"
)

// importing is the command that makes drafts of records of files.
type importing struct {
	*editing
	options draft.Options
	report  string
}

func newImport(tell *teller) *cobra.Command {
	i := &importing{editing: newEditing(tell, "wrote")}
	cmd := &cobra.Command{
		Use:   "import <file>...",
		Short: "Make drafts of records of protocols and minutes in files",
		Long: `Import reads protocols and minutes as people have them and writes drafts of the records: the
meeting, the record with its text by nodes, and what the text names (states, documents,
actions). Each value has a comment that says where the file has it and how sure it is: certain,
likely or a guess. What could not be decided is a TODO in the files and a line of the report.
On a terminal it is asked at once.

It overwrites nothing.

E-mail addresses, telephone numbers and links to calls are left out and listed.`,
		Example: `  kengash import protocol.txt
  kengash import minutes.docx --body council --lang en
  kengash import minutes.md --report json`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return i.run(cmd, args) },
	}
	siteFlags(cmd, &i.source)
	flags := cmd.Flags()
	flags.StringVar(&i.options.Lang, "lang", "", "language of the files, one of the site's (default: by their letters)")
	flags.StringVar(&i.options.Body, "body", "", "id of the body that met (default: the one that the text names)")
	flags.StringVar(&i.options.Meeting, "meeting", "", "id of the meeting (default: the body's on that day, else a new one)")
	flags.StringVar(&i.options.Kind, "kind", "", "protocol or minutes (default: what the title says)")
	flags.BoolVar(&i.options.Attach, "attach", false, "keep the file itself as an attachment of the record")
	flags.BoolVar(&i.options.Contacts, "keep-contacts", false, "keep e-mail addresses, telephone numbers and links to calls in the text")
	flags.StringVar(&i.report, "report", "text", "format of the report: text or json")
	_ = cmd.RegisterFlagCompletionFunc("report", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("kind", cobra.FixedCompletions([]string{draft.KindProtocol, draft.KindMinutes}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// run imports the files: all of them, or none.
func (i *importing) run(cmd *cobra.Command, names []string) error {
	if i.report != "text" && i.report != "json" {
		return usageError{fmt.Errorf("%q is no format of a report (want text or json)", i.report)}
	}
	if k := i.options.Kind; k != "" && k != draft.KindProtocol && k != draft.KindMinutes {
		return usageError{fmt.Errorf("%q is no kind of record to import (want protocol or minutes)", k)}
	}
	var reports []draft.Report
	err := i.editing.run(cmd, func(files *edit.Files, c *model.Collection) error {
		for n, name := range names {
			if n > 0 { // the next file may be of the same meeting
				var err error
				if c, _, err = site.ReadFiles(i.source, files); err != nil {
					return err
				}
			}
			r, err := i.file(cmd, files, c, name)
			if err != nil {
				return err
			}
			reports = append(reports, r)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return i.print(cmd, reports)
}

// file imports one file.
func (i *importing) file(cmd *cobra.Command, files *edit.Files, c *model.Collection, name string) (draft.Report, error) {
	if l := i.options.Lang; l != "" {
		if _, ok := c.Config.Language(model.Lang(l)); !ok {
			return draft.Report{}, usageError{fmt.Errorf("the site has no language %q; add [language.%s] to its configuration, or correct --lang", l, l)}
		}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return draft.Report{}, err
	}
	doc, err := source.Read(cmd.Context(), filepath.Base(name), data)
	if err != nil {
		return draft.Report{}, err
	}
	d := draft.Read(doc, c, i.options)
	if _, ok := c.Config.Language(d.Lang); !ok {
		return draft.Report{}, usageError{fmt.Errorf("%s seems to be in the language %q, which the site does not have; name its language by --lang", name, string(d.Lang))}
	}
	if d.Body.Text == "" {
		return draft.Report{}, usageError{fmt.Errorf("the site has no body that could have met (kengash new body --title …)")}
	}
	for _, r := range d.Records() {
		if files.Exists(r.Name) {
			return draft.Report{}, fmt.Errorf("there is a file %s already", r.Name)
		}
		files.Write(r.Name, []byte(r.Content))
	}
	if i.options.Attach {
		files.Write("static/"+d.AttachmentFile(), data)
	}
	return d.Report(), nil
}

// print prints the reports of the files.
func (i *importing) print(cmd *cobra.Command, reports []draft.Report) error {
	var b bytes.Buffer
	if i.report == "json" {
		enc := json.NewEncoder(&b)
		enc.SetIndent("", "  ")
		enc.SetEscapeHTML(false)
		if err := enc.Encode(reports); err != nil {
			return err
		}
	} else {
		for _, r := range reports {
			b.WriteString(r.String())
		}
	}
	_, err := cmd.OutOrStdout().Write(b.Bytes())
	return err
}
