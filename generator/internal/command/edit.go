package command

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/edit"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/schema"
	"github.com/kengash/kengash/generator/internal/site"
)

// editing is a command that changes files of a site.
type editing struct {
	tell   *teller
	source site.Source
	dry    bool            // print what would change, and write nothing
	verb   string          // before the names of the files
	aside  bool            // the names go to standard error: the output is for a program
	adds   bool            // only new files: what was wrong before does not matter
	before map[string]bool // problems that the site has already, where it only adds
}

// wouldChange is the verb of a dry run.
const wouldChange = "would change"

func newEditing(tell *teller, verb string) *editing {
	// Who writes sees what is not published yet.
	return &editing{tell: tell, source: site.Source{Drafts: true}, verb: verb}
}

// run changes files of a site, if it would have no problems then, or none but those that it has if
// files are only added, and prints which.
func (e *editing) run(cmd *cobra.Command, change func(*edit.Files, *model.Collection) error) error {
	c, err := e.open()
	if err == nil {
		err = cmd.Context().Err() // reading takes no context
	}
	if err != nil {
		return err
	}
	return e.edit(cmd, func(files *edit.Files) error { return change(files, c) })
}

// open returns the collection of the site.
func (e *editing) open() (*model.Collection, error) {
	if !e.adds {
		return site.Open(e.source)
	}
	in, err := folder.Open(e.source.Dir)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	c, problems, err := site.ReadFiles(e.source, edit.New(in))
	if err != nil {
		return nil, err
	}
	if c == nil {
		return nil, problems.Err()
	}
	e.before = map[string]bool{}
	for _, p := range problems.Sorted() {
		e.before[p.String()] = true
	}
	return c, nil
}

// edit changes files of a folder if it holds a site without problems then, and prints which.
func (e *editing) edit(cmd *cobra.Command, change func(*edit.Files) error) error {
	in, err := folder.Open(e.source.Dir)
	if err != nil {
		return err
	}
	defer in.Close()
	files := edit.New(in)
	if err := change(files); err != nil {
		return err
	}
	c, problems, err := site.ReadFiles(e.source, files)
	if err != nil {
		return err
	}
	if err := e.since(problems); err != nil {
		e.tell.warn("nothing is written, since the site would have these problems")
		return err
	}
	verb := e.verb
	if e.dry {
		verb = wouldChange
	} else if err := files.Apply(); err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	if e.aside {
		out = cmd.ErrOrStderr()
	}
	for _, name := range files.Changed() {
		if _, err := fmt.Fprintln(out, verb, filepath.Join(e.source.Dir, filepath.FromSlash(name))); err != nil {
			return err
		}
	}
	if e.dry || !files.Exists(schema.Dir) {
		return nil
	}
	return inFolder(e.source.Dir, func(files *edit.Files) error { // an editor knows a new id at once
		_, err := schemasOf(files, c, schema.Dir)
		return err
	})
}

// since is the error of the problems that the site did not have before.
func (e *editing) since(problems diag.List) error {
	var more diag.List
	for _, p := range problems.Sorted() {
		if !e.before[p.String()] {
			more.AddProblem(p)
		}
	}
	return more.Err()
}
