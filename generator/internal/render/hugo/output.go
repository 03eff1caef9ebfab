package hugo

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/spf13/afero"

	"github.com/kengash/kengash/generator/internal/diag"
)

// output is the disk Hugo writes the site to. It counts the pages, says at once
// when something cannot be written, and notices files that name the work folder.
type output struct {
	afero.Fs
	dir  string // where the site goes
	work []byte // the work folder
	tell func(message)

	mu    sync.Mutex
	pages int
	leaks []string // files below dir that name work
}

// Create creates a file.
func (o *output) Create(name string) (afero.File, error) {
	return o.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o666)
}

// OpenFile opens a file.
func (o *output) OpenFile(name string, flag int, perm os.FileMode) (afero.File, error) {
	f, err := o.Fs.OpenFile(name, flag, perm)
	if flag&os.O_CREATE == 0 {
		return f, err
	}
	if err != nil {
		return nil, o.failed(name, err)
	}
	if strings.HasSuffix(name, ".html") {
		o.countPage()
	}
	return &outputFile{File: f, output: o}, nil
}

// Mkdir makes a folder.
func (o *output) Mkdir(name string, perm os.FileMode) error {
	return o.failed(name, o.Fs.Mkdir(name, perm))
}

// MkdirAll makes a folder and those above it.
func (o *output) MkdirAll(name string, perm os.FileMode) error {
	return o.failed(name, o.Fs.MkdirAll(name, perm))
}

// failed says that something could not be written, if so. What Hugo would make
// of it comes late, or never.
func (o *output) failed(name string, err error) error {
	// Hugo tries files whose folder is not there yet, makes folders that are there, and closes
	// files twice.
	harmless := errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrClosed)
	if err != nil && !harmless {
		if bare, ok := errors.AsType[*fs.PathError](err); ok {
			o.fail(fmt.Sprintf("%s could not be written: %v", o.rel(name), bare.Err), "")
		} else {
			o.fail(fmt.Sprintf("%s could not be written: %v", o.rel(name), err), "")
		}
	}
	return err
}

// fail says that all further work is useless, and what may be done.
func (o *output) fail(why, hint string) { o.tell(message{Failed: why, Hint: hint}) }

// rel returns the name of a file as it is in the site.
func (o *output) rel(name string) string {
	if rel, err := filepath.Rel(o.dir, name); err == nil {
		return filepath.ToSlash(rel)
	}
	return name
}

// countPage reports that one more page is written.
func (o *output) countPage() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.pages++
	o.tell(message{Page: o.pages})
}

// problems returns the files that name the work folder, whose name is another
// each time.
func (o *output) problems() []diag.Problem {
	o.mu.Lock()
	defer o.mu.Unlock()
	var problems []diag.Problem
	for _, name := range o.leaks {
		problems = append(problems, diag.Problem{Msg: name + ` names the temporary folder it was made in: give js.Build and css.Build "minify" true and no "sourceMap"`})
	}
	return problems
}

// outputFile is a file of the site while Hugo writes it.
type outputFile struct {
	afero.File
	output *output
	tail   []byte // the end of what is written, where the name may begin
}

// Write writes b and looks for the name of the work folder.
func (f *outputFile) Write(b []byte) (int, error) {
	work := f.output.work
	f.tail = append(f.tail, b[:min(len(b), len(work))]...)
	if bytes.Contains(f.tail, work) || bytes.Contains(b, work) {
		f.leak()
	}
	f.tail = append(f.tail[:0], b[max(0, len(b)-len(work)):]...)
	n, err := f.File.Write(b)
	return n, f.output.failed(f.Name(), err)
}

// Close closes the file; there are disks that say only then that they are full.
func (f *outputFile) Close() error {
	return f.output.failed(f.Name(), f.File.Close())
}

// WriteString writes s as Write does.
func (f *outputFile) WriteString(s string) (int, error) { return f.Write([]byte(s)) }

func (f *outputFile) leak() {
	f.output.mu.Lock()
	defer f.output.mu.Unlock()
	f.output.leaks = append(f.output.leaks, f.output.rel(f.Name()))
}
