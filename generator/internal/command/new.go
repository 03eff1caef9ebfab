package command

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/edit"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/scaffold"
	"github.com/kengash/kengash/generator/internal/site"
)

func newNew(tell *teller) *cobra.Command {
	e := newEditing(tell, "wrote")
	e.adds = true
	r := scaffold.Record{Attendance: map[string][]string{}}
	var attending []*[]string // as scaffold.Attending
	cmd := &cobra.Command{
		Use:   "new <kind> [id]",
		Short: "Begin a record, or a site",
		Long: `New writes the files of a record that can be built at once, with comments that say what
else it may have, and a text in each language of the site for kinds that have texts. Kinds
are ` + strings.Join(scaffold.Kinds[:len(scaffold.Kinds)-1], ", ") + ` and
` + scaffold.Kinds[len(scaffold.Kinds)-1] + `. Without an id, one is made of the title in Latin letters. What is left out is
taken from the site: the first body, the last meeting without minutes.

It overwrites nothing. Texts that begin with TODO are still to be written; check lists them.`,
		Example: `  kengash new site council --lang en,ru --name "Harbour Council"
  kengash new meeting --title "March meeting" --date 2026-03-10 --chair "Ada Byron" --present "Charles Babbage, George Boole"
  kengash new minutes --meeting march-meeting
  kengash new action --title "Buy lamps" --owner "Ada Byron" --due 2026-05-01
  kengash new topic --title "Искусственный интеллект"`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			r.Kind = args[0]
			if len(args) > 1 {
				r.ID = args[1]
			}
			for i, code := range scaffold.Attending {
				r.Attendance[code] = *attending[i]
			}
			return e.run(cmd, func(files *edit.Files, c *model.Collection) error {
				_, content, err := r.Files(c)
				if err != nil {
					return usageError{err}
				}
				for name, text := range content {
					if files.Exists(name) {
						return fmt.Errorf("there is a file %s already", name)
					}
					files.Write(name, []byte(text))
				}
				return nil
			})
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return scaffold.Kinds, cobra.ShellCompDirectiveNoFileComp
		},
	}
	siteFlags(cmd, &e.source)
	flags := cmd.Flags()
	flags.StringVar(&r.Title, "title", "", "title or name, in the default language of the site")
	flags.StringArrayVar(&r.Titles, "title-in", nil, "title in another language, as in ru=Лампы; once for each")
	flags.BoolVar(&r.Strict, "strict", false, "begin only a record whose title is given in every language")
	flags.StringVar(&r.Date, "date", "", "date, as in 2026-03-10 (default: data_date of the site)")
	flags.StringVar(&r.Body, "body", "", "id of the body (default: the first)")
	flags.StringVar(&r.Meeting, "meeting", "", "id of the meeting whose minutes it is (default: the last without)")
	flags.StringVar(&r.Clause, "clause", "", "what mandates an action: protocols/<id>#c1.p1, or meetings/<id> (default: the last meeting)")
	flags.StringVar(&r.Topic, "topic", "", "id of the topic of a note (default: the first)")
	flags.StringVar(&r.State, "state", "", "id of the state of a note (default: the first)")
	flags.StringVar(&r.Start, "start", "", "time at which a meeting begins, as in 09:30")
	flags.StringVar(&r.End, "end", "", "time at which it ends")
	flags.StringVar(&r.Place, "place", "", "place of a meeting, in the default language")
	flags.StringArrayVar(&r.Agenda, "agenda", nil, "title of an item of its agenda; once for each")
	for _, code := range scaffold.Attending {
		attending = append(attending, flags.StringSlice(code, nil, "who attends a meeting so: names or ids, with commas between them"))
	}
	flags.StringSliceVar(&r.Owners, "owner", nil, "who is to carry out an action: names or ids, with commas between them")
	flags.StringVar(&r.Due, "due", "", "date by which an action is due")
	flags.StringArrayVar(&r.Attached, "file", nil, "paper of a meeting, or signed copy of minutes: a file in static/, as in minutes/march.pdf")
	cmd.AddCommand(newNewSite(tell), newNewClean(tell))
	for _, sub := range cmd.Commands() {
		wantArgs(sub)
	}
	return cmd
}

func newNewSite(tell *teller) *cobra.Command {
	var languages []string
	var name string
	cmd := &cobra.Command{
		Use:   "site <dir>",
		Short: "Begin a site with an example that explains itself",
		Long: `Site writes a small site into a new or empty folder: the configuration, what records are
called, a body, and an example of a meeting with minutes, a decision and an action, with
comments that explain them. "kengash new clean" removes the example. It has schemas too, by which editors help
("kengash schema").`,
		Example: `  kengash new site council --lang en,ru --name "Harbour Council"`,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			langs, err := scaffold.Languages(languages)
			if err != nil {
				return usageError{err}
			}
			day, err := site.Today()
			if err != nil {
				return err
			}
			content, err := scaffold.Site{Name: name, Languages: langs, Day: day}.Files()
			if err != nil {
				return err
			}
			if err := begin(tell, cmd, args[0], content); err != nil {
				return err
			}
			if err := writeSchemas(tell, cmd, site.Source{Dir: args[0], Drafts: true}); err != nil {
				return err
			}
			next := "see it: kengash serve -s %[1]s\n"
			if content[model.Ref{Kind: model.Meetings, ID: "example"}.DataFile()] != "" {
				next += "remove the example: kengash new clean -s %[1]s\n"
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), next, args[0])
			return err
		},
	}
	cmd.Flags().StringSliceVar(&languages, "lang", []string{"en"}, "languages, the first of which is the default")
	cmd.Flags().StringVar(&name, "name", "Our Committee", "name of the body whose records these are, in the first language")
	return cmd
}

// begin writes files into a folder that is new or empty.
func begin(tell *teller, cmd *cobra.Command, dir string, content map[string]string) error {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return usageError{fmt.Errorf("%s is not empty; name a new folder", dir)}
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	e := newEditing(tell, "wrote")
	e.source.Dir = dir
	return e.edit(cmd, func(files *edit.Files) error {
		for name, text := range content {
			files.Write(name, []byte(text))
		}
		return nil
	})
}

func newNewClean(tell *teller) *cobra.Command {
	e := newEditing(tell, "removed")
	cmd := &cobra.Command{
		Use:   "clean",
		Short: "Remove the example of a new site",
		Long: `Clean removes each record whose data file begins with the line by which "kengash new site"
marks its example, with its texts. A record whose line was deleted stays. If another
record refers to the example, nothing is removed.`,
		Example: `  kengash new clean -s council`,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return e.run(cmd, clean)
		},
	}
	siteFlags(cmd, &e.source)
	return cmd
}

// clean removes the records of the example.
func clean(files *edit.Files, c *model.Collection) error {
	for _, kind := range model.Kinds {
		for _, e := range c.List(kind) {
			base := model.BaseOf(e)
			data, err := files.Read(base.Index.File())
			if err != nil {
				return err
			}
			if !strings.HasPrefix(string(data), scaffold.Mark) {
				continue
			}
			files.Remove(base.Index.File())
			for _, words := range base.Words {
				files.Remove(words)
			}
			for _, prose := range base.Prose {
				files.Remove(prose.File)
			}
		}
	}
	return nil
}
