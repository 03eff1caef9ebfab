package command

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/kengash/kengash/generator/internal/diag"
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
	update  bool
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

It overwrites nothing. If the record is there, import prints what would differ and ends with 1;
with --update it changes what nobody has edited since import wrote it. A file in another
language than the texts of the record is aligned with them, clause by clause and paragraph
by paragraph, and becomes its text in that language.

E-mail addresses, telephone numbers and links to calls are left out and listed.`,
		Example: `  kengash import protocol.txt
  kengash import minutes.docx --body council --lang en
  kengash import protocol-zh.docx --meeting 2021-11-25 --lang zh
  kengash import minutes.md --report json`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return i.run(cmd, args) },
	}
	siteFlags(cmd, &i.source)
	flags := cmd.Flags()
	flags.StringVar(&i.options.Lang, "lang", "", "language of the files, one of the site's (default: by their letters)")
	flags.StringVar(&i.options.Body, "body", "", "id of the body that met (default: the one that the text names)")
	flags.StringVar(&i.options.Meeting, "meeting", "", "id of the meeting (default: the body's on that day, else a new one)")
	flags.StringVar(&i.options.Title, "title", "", "title of the record (default: as printed)")
	flags.StringVar(&i.options.Date, "date", "", "day of the meeting, as in 2021-11-25 (default: what the text says)")
	flags.StringVar(&i.options.Chair, "chair", "", "who was in the chair: a name, the id of a person, or states/<id>")
	flags.StringVar(&i.options.Kind, "kind", "", "protocol or minutes (default: what the title says)")
	flags.BoolVar(&i.options.Attach, "attach", false, "keep the file itself as an attachment of the record")
	flags.BoolVar(&i.options.Contacts, "keep-contacts", false, "keep e-mail addresses, telephone numbers and links to calls in the text")
	flags.BoolVar(&i.update, "update", false, "change an existing record where nobody has edited it since it was imported")
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
	i.aside = i.report == "json"
	var reports []draft.Report
	err := i.editing.run(cmd, func(files *edit.Files, c *model.Collection) error {
		for _, name := range names {
			r, with, err := i.file(cmd, files, c, name)
			if err != nil {
				return err
			}
			reports, c = append(reports, r), with // the next file may be of the same meeting
		}
		return nil
	})
	if err != nil {
		return err
	}
	return i.print(cmd, reports)
}

// file imports one file. It returns the collection with what it wrote.
func (i *importing) file(cmd *cobra.Command, files *edit.Files, c *model.Collection, name string) (r draft.Report, with *model.Collection, err error) {
	if l := i.options.Lang; l != "" {
		if _, ok := c.Config.Language(model.Lang(l)); !ok {
			return r, nil, usageError{fmt.Errorf("the site has no language %q; add [language.%s] to its configuration, or correct --lang", l, l)}
		}
	}
	var told []error
	for _, t := range [][2]string{{"body", i.options.Body}, {"date", i.options.Date}} {
		if why := unfit(c, t[0], t[1]); why != "" {
			told = append(told, fmt.Errorf("--%s: %s", t[0], why))
		}
	}
	if len(told) > 0 {
		return r, nil, usageError{errors.Join(told...)}
	}
	data, err := source.Load(name)
	if err != nil {
		return r, nil, err
	}
	doc, err := source.Read(cmd.Context(), filepath.Base(name), data)
	if err != nil {
		return r, nil, err
	}
	d, err := i.draft(cmd, doc, c)
	if err != nil {
		return r, nil, err
	}
	records, said := d.Records(), []string(nil)
	if d.Translates() {
		records, said = d.Translation()
	}
	fresh := map[string]bool{}
	for _, r := range records {
		fresh[r.Name] = !files.Exists(r.Name)
	}
	more, err := i.put(cmd, files, d, records)
	if err != nil {
		return r, nil, err
	}
	if i.options.Attach && !d.Translates() {
		files.Write("static/"+d.AttachmentFile(), data)
	}
	said = append(said, more...)
	words, err := i.words(files, d)
	if err != nil {
		return r, nil, err
	}
	with, doubts, err := i.leaveOut(files, fresh)
	if err != nil {
		return r, nil, err
	}
	r = d.Report()
	r.Questions = append(r.Questions, doubts...)
	r.Different = append(said, words...)
	return r, with, nil
}

// leaveOut makes comments of the values of new files that the site could not have, such as a
// deadline before the day of the meeting: a draft is never refused for what import made of a text.
// It returns the collection with what is left.
func (i *importing) leaveOut(files *edit.Files, fresh map[string]bool) (c *model.Collection, doubts []draft.Question, err error) {
	for before := -1; before < len(doubts); {
		before = len(doubts)
		var problems diag.List
		if c, problems, err = site.ReadFiles(i.source, files); err != nil {
			return nil, nil, err
		}
		for _, p := range problems.Sorted() {
			if p.Notice || !fresh[p.Pos.File] || !strings.HasSuffix(p.Pos.File, ".toml") {
				continue
			}
			data, err := files.Read(p.Pos.File)
			if err != nil {
				return nil, nil, err
			}
			if content, value, ok := draft.LeaveOut(string(data), p.Pos.Line, p.Pos.Col, p.Msg); ok {
				files.Write(p.Pos.File, []byte(content))
				doubts = append(doubts, draft.Question{About: "left out", At: p.Pos.String(), Text: value + ": " + p.Msg})
			}
		}
	}
	return c, doubts, nil
}

// draft makes the draft of a document, and asks on a terminal what the text leaves open.
func (i *importing) draft(cmd *cobra.Command, doc *source.Document, c *model.Collection) (*draft.Draft, error) {
	d := draft.Read(doc, c, i.options)
	if asked := i.ask(cmd, d, c); asked != i.options {
		d = draft.Read(doc, c, asked)
	}
	switch _, ok := c.Config.Language(d.Lang); {
	case !ok:
		return nil, usageError{fmt.Errorf("%s seems to be in the language %q, which the site does not have; name its language by --lang", doc.Name, string(d.Lang))}
	case d.Body.Text == "":
		return nil, usageError{errors.New("the site has no body that could have met (kengash new body --title …)")}
	case d.Date.Text == "":
		return nil, usageError{fmt.Errorf("%s does not say when the meeting was; name the day by --date", doc.Name)}
	}
	return d, nil
}

// words has the record quote the words of acts that a language says without a formula of the
// vocabulary.
func (i *importing) words(files *edit.Files, d *draft.Draft) ([]string, error) {
	if d.Existing == nil {
		return nil, nil
	}
	c, _, err := site.ReadFiles(i.source, files)
	if err != nil {
		return nil, err
	}
	name := d.Existing.Ref().DataFile()
	data, err := files.Read(name)
	if err != nil {
		return nil, err
	}
	content, said := draft.Quote(c, d.Existing.Ref(), string(data))
	if len(said) > 0 {
		files.Write(name, []byte(content))
	}
	return said, nil
}

// put writes records into the files of the site. What is there already is changed only with
// --update, and where nobody has edited it; a record that misses a value gets it.
func (i *importing) put(cmd *cobra.Command, files *edit.Files, d *draft.Draft, records []draft.Record) (said []string, err error) {
	var diffs []string
	protocol := ""
	for _, r := range records {
		if !files.Exists(r.Name) {
			files.Write(r.Name, []byte(r.Content))
			continue
		}
		data, err := files.Read(r.Name)
		if err != nil {
			return nil, err
		}
		old := string(data)
		if r.Name == (model.Ref{Kind: model.Protocols, ID: d.ID}).DataFile() {
			protocol = old
		}
		switch filled := d.Fills(r.Name); {
		case !i.update && !filled:
			diffs = append(diffs, draft.Diff(r.Name, old, r.Content))
			continue
		case strings.HasSuffix(r.Name, ".md"):
			data, err := files.Read(model.Ref{Kind: model.Protocols, ID: d.ID}.DataFile())
			if err != nil {
				return nil, err
			}
			merged, more := draft.MergeText(r.Name, string(d.Lang), old, r.Content, cmp.Or(protocol, string(data)))
			said = append(said, more...)
			if merged != old {
				files.Write(r.Name, []byte(merged))
			}
		default:
			merged, more := draft.Merge(r.Name, old, r.Content)
			said = append(said, more...)
			if merged != old {
				files.Write(r.Name, []byte(merged))
			}
		}
	}
	if diff := strings.Join(diffs, ""); diff != "" {
		if _, err := fmt.Fprint(cmd.OutOrStdout(), diff); err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("the site has protocols/%s already; with --update import changes what nobody has edited, and the rest is up to you", d.ID)
	}
	if len(diffs) > 0 {
		said = append(said, "none: the record says what the file says")
	}
	return said, nil
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

// ask asks on a terminal what the text leaves open: the title, the day, the body, the meeting and
// who was in the chair. An empty answer leaves it so; one that cannot be is asked for again.
func (i *importing) ask(cmd *cobra.Command, d *draft.Draft, c *model.Collection) draft.Options {
	answers := i.options
	if !i.talks(cmd) {
		return answers
	}
	lines := bufio.NewScanner(cmd.InOrStdin())
	for _, q := range d.Questions {
		to := map[string]*string{"title": &answers.Title, "date": &answers.Date, "body": &answers.Body, "meeting": &answers.Meeting, "chair": &answers.Chair}[q.About]
		if to == nil || *to != "" {
			continue
		}
		i.tell.bar.clear()
		for why := "?"; why != ""; {
			fmt.Fprintf(i.tell.w, "%s: %s [%s] ", d.Source.Name, q.Text, q.Answer)
			if !lines.Scan() {
				return answers
			}
			answer := strings.TrimSpace(lines.Text())
			if why = unfit(c, q.About, answer); why != "" {
				fmt.Fprintln(i.tell.w, why)
				continue
			}
			*to = answer
		}
	}
	return answers
}

// unfit says why something that is told of a file cannot be, "" if it can or is empty.
func unfit(c *model.Collection, about, value string) string {
	switch {
	case value == "":
	case about == "date" && !(model.Date(value).Known() && model.Date(value).Valid()):
		return fmt.Sprintf("%q is no day (want one as in 2021-11-25)", value)
	case about == "body" && !slices.Contains(c.IDs(model.Bodies), value):
		return fmt.Sprintf("the site has no body %q (%s)", value, diag.Want(value, c.IDs(model.Bodies)))
	}
	return ""
}

// talks reports whether somebody at a terminal can be asked.
func (i *importing) talks(cmd *cobra.Command) bool {
	in, ok := cmd.InOrStdin().(*os.File)
	return ok && term.IsTerminal(int(in.Fd())) && i.tell.bar != nil
}
