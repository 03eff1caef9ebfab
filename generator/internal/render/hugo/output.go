package hugo

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/spf13/afero"

	"github.com/kengash/kengash/generator/internal/diag"
)

// output is the disk Hugo writes the site to. It counts the pages, notices
// files that name the work folder, and writes nothing new once ctx is done:
// Hugo's build takes no context, but stops at a failed write.
type output struct {
	afero.Fs
	ctx  context.Context
	dir  string // where the site goes
	work []byte // the work folder

	progress func(done, total int)

	mu          sync.Mutex
	done, total int
	leaks       []string // files below dir that name work
}

// Create creates a file.
func (o *output) Create(name string) (afero.File, error) {
	return o.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o666)
}

// OpenFile opens a file.
func (o *output) OpenFile(name string, flag int, perm os.FileMode) (afero.File, error) {
	if err := o.ctx.Err(); err != nil {
		return nil, err
	}
	f, err := o.Fs.OpenFile(name, flag, perm)
	if err != nil || flag&os.O_CREATE == 0 {
		return f, err
	}
	if strings.HasSuffix(name, ".html") {
		o.countPage()
	}
	return &outputFile{File: f, output: o}, nil
}

// countPage reports that one more page is written. Hugo may add pages that the
// project did not list.
func (o *output) countPage() {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.progress != nil && o.done < o.total {
		o.done++
		o.progress(o.done, o.total)
	}
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
	return f.File.Write(b)
}

// WriteString writes s as Write does.
func (f *outputFile) WriteString(s string) (int, error) { return f.Write([]byte(s)) }

func (f *outputFile) leak() {
	name := f.Name()
	if rel, err := filepath.Rel(f.output.dir, name); err == nil {
		name = filepath.ToSlash(rel)
	}
	f.output.mu.Lock()
	defer f.output.mu.Unlock()
	f.output.leaks = append(f.output.leaks, name)
}
