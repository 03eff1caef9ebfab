// Package rename changes the id of a record everywhere in a site's folder: in its files, in
// references of data and configuration, in links of texts. What had the old address leads on.
package rename

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/edit"
	"github.com/kengash/kengash/generator/internal/load"
	"github.com/kengash/kengash/generator/internal/model"
)

// Error is a renaming that cannot be asked for.
type Error struct{ msg string }

func (e *Error) Error() string { return e.msg }

func refuse(msg string, args ...any) error { return &Error{fmt.Sprintf(msg, args...)} }

// Summary is what a renaming changes.
type Summary struct {
	References int // in data, texts and configuration
	Files      int // that have them
}

// Record changes the id of a record of a collection in the files that it was read from. Nothing is
// written; whoever calls it checks what the files would be. An *Error says why a record cannot be
// renamed so.
func Record(files *edit.Files, c *model.Collection, from, to model.Ref) (Summary, error) {
	if err := possible(c, from, to); err != nil {
		return Summary{}, err
	}
	r := &renaming{files: files, c: c, from: from, to: to}
	steps := []func() error{r.data, r.texts, r.redirects, r.move}
	for _, step := range steps {
		if err := step(); err != nil {
			return Summary{}, err
		}
	}
	return r.summary, nil
}

func possible(c *model.Collection, from, to model.Ref) error {
	switch {
	case from.Node != "" || to.Node != "":
		return refuse("a node cannot be renamed (want <kind>/<id>)")
	case c.Entity(from) == nil:
		return refuse("there is no %s (%s)", from, diag.Want(from.ID, c.IDs(from.Kind)))
	case from.Kind != to.Kind:
		return refuse("%s cannot become one of %s: the keys of their files differ (want %s/<id>)", from, to.Kind, from.Kind)
	case from == to:
		return refuse("%s has that id already", from)
	case c.Entity(to) != nil:
		return refuse("there is %s already, in %s", to, to.DataFile())
	}
	if why := to.Kind.UnfitID(to.ID); why != "" {
		return refuse("%q cannot be an id: it %s", to.ID, why)
	}
	return nil
}

type renaming struct {
	files    *edit.Files
	c        *model.Collection
	from, to model.Ref
	summary  Summary
}

// data changes references in the files of facts and in the configuration.
func (r *renaming) data() error {
	for _, kind := range model.Kinds {
		for _, e := range r.c.List(kind) {
			base := model.BaseOf(e)
			if err := r.dataFile(base.Index.File(), base.Words, e); err != nil {
				return err
			}
		}
	}
	config := r.c.Config
	if !fs.ValidPath(config.Index.File()) {
		return nil // it lies elsewhere, and is said to be left
	}
	return r.dataFile(config.Index.File(), nil, config)
}

// dataFile changes what one file refers to, and the keys by which files of words repeat it.
func (r *renaming) dataFile(name string, words map[model.Lang]string, v any) error {
	places := map[string]string{} // what is written at a path
	model.Walk(v, func(leaf model.Leaf) {
		if to, ok := leaf.Mention(); !ok || to.Entity() != r.from {
			return
		}
		written := r.from.ID
		if _, whole := leaf.Value.(model.Ref); whole {
			written = r.from.String()
		}
		places[strings.Join(leaf.Path, "\x00")] = written
	})
	if len(places) == 0 {
		return nil
	}
	for _, file := range append([]string{name}, slices.Sorted(maps.Values(words))...) {
		if err := r.tokens(file, places); err != nil {
			return err
		}
	}
	return nil
}

// tokens changes the values and keys of a file at some paths.
func (r *renaming) tokens(file string, places map[string]string) error {
	data, err := r.files.Read(file)
	if err != nil {
		return fmt.Errorf("rename: %w", err)
	}
	var out []byte
	last, n := 0, 0
	for _, t := range load.Tokens(data) {
		written, ok := places[strings.Join(t.Path, "\x00")]
		raw := string(data[t.Start:t.End])
		if n := len(raw); written == r.from.String() && n > 1 && strings.ContainsRune(`"'`, rune(raw[0])) && raw[1:n-1] == r.from.ID {
			written = r.from.ID // of a participant, who is a person where no kind is named
		}
		at := strings.Index(raw, written)
		if !ok || at < 0 {
			continue // a table is named before the values in it
		}
		now := r.to.ID
		if written != r.from.ID {
			now = r.to.String()
		}
		out = append(append(out, data[last:t.Start]...), raw[:at]+now+raw[at+len(written):]...)
		last = t.End
		n++
	}
	r.changed(file, n, append(out, data[last:]...))
	return nil
}

// texts changes the links of texts.
func (r *renaming) texts() error {
	link := regexp.MustCompile(`(\]\(\s*<?|(?m:^) {0,3}\[[^\]\n]+\]:\s*<?)` + regexp.QuoteMeta(r.from.String()) + `([#)>\s]|$)`)
	for _, kind := range model.Kinds {
		for _, e := range r.c.List(kind) {
			for _, prose := range model.BaseOf(e).Prose {
				if !slices.ContainsFunc(prose.Links, func(l model.Link) bool { return l.To.Entity() == r.from }) {
					continue
				}
				data, err := r.files.Read(prose.File)
				if err != nil {
					return fmt.Errorf("rename: %w", err)
				}
				n := len(link.FindAllIndex(data, -1))
				r.changed(prose.File, n, link.ReplaceAll(data, []byte("${1}"+r.to.String()+"${2}")))
			}
		}
	}
	return nil
}

func (r *renaming) changed(file string, n int, content []byte) {
	if n > 0 {
		r.files.Write(file, content)
		r.summary.References += n
		r.summary.Files++
	}
}

// redirectsHead begins a file of redirects.
const redirectsHead = `# Former addresses of records, and what is meant now: "<kind>/<id>" = "<kind>/<id>". The site has a
# page at each that leads on. kengash rename writes them; a line can go when nobody links there any more.
`

// redirects has the old address lead to the new one, and those that lead to the old one as well.
func (r *renaming) redirects() error {
	var data []byte
	if r.files.Exists(model.RedirectsFile) {
		var err error
		if data, err = r.files.Read(model.RedirectsFile); err != nil {
			return fmt.Errorf("rename: %w", err)
		}
	} else {
		data = []byte(redirectsHead)
	}
	from, to := strconv.Quote(r.from.String()), strconv.Quote(r.to.String())
	places := map[string]bool{}
	for _, known := range r.c.Redirects() {
		if known.To.Entity() == r.from {
			places[known.From.String()] = true
		}
	}
	var out []byte
	last := 0
	for _, t := range load.Tokens(data) {
		switch {
		case t.Key && t.Path[0] == r.to.String(): // the record gets an id back
			out = append(out, data[last:lineOf(data, t.Start)]...)
			last = lineAfter(data, t.End)
		case !t.Key && places[t.Path[0]]:
			raw := strings.Replace(string(data[t.Start:t.End]), r.from.String(), r.to.String(), 1)
			if t.Start >= last {
				out = append(append(out, data[last:t.Start]...), raw...)
				last = t.End
			}
		}
	}
	out = append(out, data[last:]...)
	if len(out) > 0 && out[len(out)-1] != '\n' {
		out = append(out, '\n')
	}
	r.files.Write(model.RedirectsFile, append(out, from+" = "+to+"\n"...))
	return nil
}

// lineOf is where the line of a byte begins.
func lineOf(data []byte, at int) int { return bytes.LastIndexByte(data[:at], '\n') + 1 }

// lineAfter is where the line after a byte begins.
func lineAfter(data []byte, at int) int {
	if i := bytes.IndexByte(data[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(data)
}

// move gives the record's own files their new names.
func (r *renaming) move() error {
	base := model.BaseOf(r.c.Entity(r.from))
	moves := map[string]string{base.Index.File(): r.to.DataFile()}
	for lang, file := range base.Words {
		moves[file] = model.WordsFile(r.to.DataFile(), lang)
	}
	for lang, prose := range base.Prose {
		moves[prose.File] = r.to.TextFile(lang)
	}
	for from, to := range moves {
		if r.files.Exists(to) {
			return refuse("there is a file %s already", to)
		}
		if err := r.files.Move(from, to); err != nil {
			return fmt.Errorf("rename: %w", err)
		}
	}
	return nil
}
