package load

import (
	"errors"
	"io/fs"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// wantRedirect is what a line of the file of redirects looks like.
const wantRedirect = `want "<kind>/<id>" = "<kind>/<id>", as in "topics/ai" = "topics/artificial-intelligence"`

// redirects reads data/redirects.toml, which a site need not have: a line for each former address
// of a record, with the record that is meant now.
func (l *loader) redirects() error {
	file := model.RedirectsFile
	data, ok, err := l.read(l.src.Site, file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if !ok {
		return err
	}
	table, index, ok := l.parse(file, data)
	if !ok {
		return nil
	}
	b := &binder{index: index, problems: &l.problems}
	for _, key := range b.sortedKeys(table, nil) {
		r := model.Redirect{Pos: index.At(key, ""), At: index.At(key)}
		var fromOK, toOK bool
		r.From, fromOK = model.ParseRef(key)
		to, isString := table[key].(string)
		r.To, toOK = model.ParseRef(to)
		switch {
		case !fromOK || r.From.Node != "":
			l.problems.Add(diag.Redirect, r.Pos, orMeant(wantRedirect, l.collection.Paths, key), "%q is not the former reference of a record", key)
		case !isString || !toOK:
			l.problems.Add(diag.Redirect, r.At, orMeant(wantRedirect, l.collection.Paths, to), "%q leads nowhere", key)
		default:
			l.collection.AddRedirect(r)
		}
	}
	return nil
}
