// Package static checks the files that a site publishes unchanged: that each is of the type that
// its name says, and does nothing by itself in a reader's browser or on the host. It also checks
// the imports of style sheets and scripts that are bundled.
package static

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/gabriel-vasile/mimetype"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/limit"
	"github.com/kengash/kengash/generator/internal/verify"
)

// What a site may publish beyond files that do nothing.
const (
	HTML    = "html"    // pages that are not the program's
	Scripts = "scripts" // what runs in a reader's browser
	Host    = "host"    // what tells a host what to do
)

// Active lists all of them.
var Active = []string{HTML, Scripts, Host}

// Rules say what may be published.
type Rules struct {
	verify.Options
	Limits limit.Limits
	Active []string // of HTML, Scripts and Host
	Own    fs.FS    // files that are published whatever they are: the program's own
}

// Check records which files of a folder may not be published, and by notices which are passed over.
// What is not a file is left to others. A folder that is missing is empty.
func (r Rules) Check(fsys fs.FS, dir string, l *diag.List) error {
	err := fs.WalkDir(fsys, dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			if _, told := errors.AsType[*diag.Error](err); told {
				return nil
			}
			return err
		case folder.LeftOver(d.Name()):
			if !folder.Expected(d.Name()) {
				l.AddNotice(diag.LeftOver, diag.Position{File: name}, "remove it, or give it another name", "is not published, since it is hidden or left by an editor")
			}
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !d.Type().IsRegular():
			return nil
		}
		return r.file(fsys, name, strings.TrimPrefix(name, dir+"/"), l)
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// file checks one file, which is published as address.
func (r Rules) file(fsys fs.FS, name, address string, l *diag.List) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return r.opened(f, name, address, l)
}

// opened checks a file that was opened at its start.
func (r Rules) opened(f fs.File, name, address string, l *diag.List) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	start := make([]byte, 4096) // as much as mimetype looks at
	n, err := io.ReadFull(f, start)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	look := &file{Rules: r, pos: diag.Position{File: name}, size: info.Size(), name: strings.ToLower(path.Base(name)), start: start[:n], is: mimetype.Detect(start[:n])}
	whole := io.MultiReader(bytes.NewReader(start[:n]), f)
	if _, kind := kindOf(look.name); kind == asSVG || kind == asXML || kind == asCSS {
		if look.text, err = io.ReadAll(io.LimitReader(whole, int64(r.most(kind)))); err != nil {
			return err
		}
		whole = io.MultiReader(bytes.NewReader(look.text), f)
	}
	look.check()
	if look.problems.Len() == 0 || r.own(address, whole) {
		return nil
	}
	l.Append(look.problems)
	return nil
}

// own reports whether a file is the one that the program has under the same address.
func (r Rules) own(address string, content io.Reader) bool {
	if r.Own == nil {
		return false
	}
	own, err := fs.ReadFile(r.Own, address)
	if err != nil {
		return false
	}
	have, err := io.ReadAll(io.LimitReader(content, int64(len(own))+1))
	return err == nil && bytes.Equal(own, have)
}

// file is a file while it is looked at.
type file struct {
	Rules
	pos      diag.Position
	size     int64
	name     string // the last part of the path, in lower case
	start    []byte // as much as mimetype looks at
	is       *mimetype.MIME
	text     []byte // all of it, where it is parsed
	problems diag.List
}

// check records what is wrong with a file: one cause by one problem.
func (f *file) check() {
	ext, kind := kindOf(f.name)
	most := f.most(kind)
	if kind == "" && f.isAny(pages) {
		most = f.most(asHTML)
	}
	switch {
	case most > 0 && f.size > int64(most):
		f.problems.AddProblem(*limit.Over(f.pos.File, "make it smaller", "markup_bytes", most, "bytes"))
	case bytes.Contains(f.start, []byte("PRIVATE KEY-----")), bytes.HasPrefix(f.start, []byte("PuTTY-User-Key-File")):
		f.refuse(diag.Unsafe, "remove it, and use another key: who could read this folder may have it", "holds a private key")
	case f.isAny(programs) || isProgram(f.name):
		f.refuse(diag.Unsafe, "a site publishes no programs; remove it", "is a program")
	case hostFiles[f.name]:
		f.allowed(Host, "tells a host what to do")
	case kind == asHTML, kind == "" && f.isAny(pages):
		f.allowed(HTML, "is HTML")
	case kind == asScript:
		f.allowed(Scripts, "is a script")
	case ext == ".svgz":
		f.refuse(diag.FileType, "publish it uncompressed, as .svg", "is compressed, so its content cannot be checked")
	case kind == "" && f.under("text/plain"): // which hosts know, or browsers
	case kind == "":
		f.problems.AddNotice(diag.FileType, f.pos, "hosts may not know its type", "is published, but its type is unknown")
	case !f.holds(kind):
		f.refuse(diag.FileType, "give it the name of what it is, or put the right file here", "is %s, and %s says %s", f.is, ext, kind)
	case kind == asXML || kind == asSVG || kind == asCSS:
		f.verify(ext, kind)
	}
}

// verify records what the rules of the rendered site find in a file.
func (f *file) verify(ext, kind string) {
	for _, p := range verify.File(f.pos.File, ext, f.text, f.Options) {
		if kind == asSVG {
			p.Hint = "remove it: a picture draws, and does nothing else"
		}
		f.problems.AddProblem(p)
	}
}

func (f *file) refuse(code diag.Code, hint, msg string, args ...any) {
	f.problems.Add(code, f.pos, hint, msg, args...)
}

// allowed refuses what the configuration does not allow.
func (f *file) allowed(what, is string) {
	if !slices.Contains(f.Active, what) {
		f.refuse(diag.Unsafe, `remove it, or allow it by active = ["`+what+`"] in [files] of kengash.toml`, "%s, which is published only where the configuration says so", is)
	}
}

// holds reports whether the content may be what the name says.
func (f *file) holds(kind string) bool {
	if !slices.Contains(texts, kind) {
		return f.under(kind)
	}
	switch {
	case !f.under("text/plain"):
		return false
	case kind == asSVG:
		return bytes.Contains(f.text, []byte("svg"))
	case kind == asXML:
		return true // or the parser says that it is not
	}
	return !f.isAny(pages) && !f.under("image/svg+xml")
}

// isAny reports whether the content is of one of some types.
func (f *file) isAny(types []string) bool {
	return slices.ContainsFunc(types, f.under)
}

// under reports whether the content is of a type or a special case of it.
func (f *file) under(mime string) bool {
	for m := f.is; m != nil; m = m.Parent() {
		if m.Is(mime) {
			return true
		}
	}
	return false
}
