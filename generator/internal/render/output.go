package render

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/render/hugo"
)

// output writes the files of a site.
type output struct {
	dir      string
	taken    map[string]bool // files that have a page
	progress func(done, total int)
	total    int // of pages, as far as known

	mu       sync.Mutex // guards what is below
	done     int
	problems []diag.Problem
	failure  error // a file could not be written
}

// errUseless says that there are so many problems already, or that nothing can be written.
var errUseless = errors.New("no further page is of use")

// maxProblems is how many problems of pages are waited for.
const maxProblems = 50

// take keeps the address of a page for it.
func (o *output) take(p hugo.Page) error {
	if o.taken[p.File()] {
		return fmt.Errorf("two pages are at %s, one of them that of %s", p.URL, p.Name)
	}
	o.taken[p.File()] = true
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.failure != nil || len(o.problems) >= maxProblems {
		return errUseless
	}
	return nil
}

// page writes a page, or keeps what is wrong with it.
func (o *output) page(p hugo.Page, content []byte, problems []diag.Problem) {
	var err error
	if len(problems) == 0 {
		if p.Layout == rowsLayout {
			content, err = packRows(content)
		}
		if err == nil {
			err = o.write(p.File(), content)
		}
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.problems = append(o.problems, problems...)
	if err != nil && o.failure == nil {
		o.failure = fmt.Errorf("%s: %w", p.File(), err)
	}
	if o.done++; o.progress != nil {
		o.progress(o.done, max(o.total, len(o.taken)))
	}
}

// write writes a file of the site.
func (o *output) write(file string, content []byte) error {
	name := filepath.Join(o.dir, filepath.FromSlash(file))
	err := os.WriteFile(name, content, 0o644)
	if errors.Is(err, os.ErrNotExist) {
		if err = os.MkdirAll(filepath.Dir(name), 0o755); err == nil {
			err = os.WriteFile(name, content, 0o644)
		}
	}
	if path, ok := errors.AsType[*os.PathError](err); ok {
		err = fmt.Errorf("%s could not be written: %w", file, path.Err)
	}
	return err
}

// err returns what went wrong, beside what the renderer said at its end.
func (o *output) err(finished error) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.failure != nil {
		return o.failure
	}
	own, ok := errors.AsType[*diag.Error](finished)
	if len(o.problems) == 0 || finished != nil && !ok {
		return finished
	}
	if ok {
		o.problems = append(o.problems, own.Problems...)
	}
	return hugo.NewError(o.problems)
}
