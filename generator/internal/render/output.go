package render

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/render/hugo"
	"github.com/kengash/kengash/generator/internal/stage"
)

// Site renders a collection into a folder. Faults of the theme come back as one error with their
// positions.
func Site(ctx context.Context, c *model.Collection, dir string, opt Options) (Stats, error) {
	project, err := projectOf(c, opt)
	if err != nil {
		return Stats{}, fmt.Errorf("render: %w", err)
	}
	var out *output
	err = opt.Observe.Run(ctx, stage.Rendering, func(ctx context.Context, advance func(done, total int)) error {
		for {
			out = &output{
				dir: dir, project: project, opt: opt, taken: map[string]bool{},
				published: map[string]bool{}, total: expected(c, opt), progress: advance,
			}
			err := out.render(ctx, c)
			if !errors.Is(err, errConflict) || opt.Cache == nil {
				return err
			}
			opt.Cache = nil
		}
	})
	if err != nil {
		return Stats{}, fmt.Errorf("render: %w", err)
	}
	return Stats{Pages: len(out.taken), Cached: out.cache.kept, Taken: out.cache.taken, Kept: out.cache.all()}, nil
}

// output makes the files of a site.
type output struct {
	dir      string
	project  hugo.Project
	opt      Options
	cache    pageCache
	renderer *hugo.Renderer // started for the first page that the cache lacks

	progress func(done, total int)
	total    int // of pages, as far as known

	mu        sync.Mutex      // guards what is below
	taken     map[string]bool // files that have a page
	published map[string]bool // files that are assets
	done      int
	problems  []diag.Problem
	failure   error // a file could not be written
}

// errUseless says that there are so many problems already, or that nothing can be written.
var errUseless = errors.New("no further page is of use")

// maxProblems is how many problems of pages are waited for.
const maxProblems = 50

// render makes the pages of a collection and renders them, side by side.
func (o *output) render(ctx context.Context, c *model.Collection) error {
	if err := o.cache.open(o.project, o.opt); err != nil {
		return err
	}
	defer func() {
		if o.renderer != nil {
			o.renderer.Close()
		}
	}()
	err := o.opt.Observe.Run(ctx, stage.Composing, func(context.Context, func(done, total int)) error {
		return eachPage(c, o.opt, &o.cache, func(p hugo.Page) error { return o.add(ctx, p) })
	})
	if err != nil && err != errUseless {
		return err
	}
	var finished error
	if o.renderer != nil {
		finished = o.renderer.Finish()
	}
	if err := o.err(finished); err != nil {
		return err
	}
	o.cache.finish()
	if o.opt.Only != nil {
		return nil
	}
	_, err = hugo.CopyStatic(o.project.Theme, o.dir)
	return err
}

// add takes a page from the cache, or has it rendered.
func (o *output) add(ctx context.Context, p hugo.Page) error {
	if err := o.take(p); err != nil {
		return err
	}
	key := o.cache.keyOf(p)
	if o.cache.stays(p, key) && o.opt.Take(p.File()) {
		o.cache.take(p, key)
		o.count()
		return nil
	}
	content, assets, err := o.cache.get(p, key)
	if err != nil {
		return err
	}
	if content != nil {
		for name, content := range assets {
			if err := o.place(name, content); err != nil {
				return err
			}
		}
		o.page(p, content, nil)
		return nil
	}
	if o.renderer == nil {
		r, err := hugo.Start(ctx, o.project, o.opt.rendering(o.dir, o.asset))
		if err != nil {
			return err
		}
		o.renderer = r
	}
	return o.renderer.Render(p, func(content []byte, problems []diag.Problem) {
		content, problems = finished(p, content, problems)
		if len(problems) == 0 {
			o.cache.put(p, key, content)
		}
		o.page(p, content, problems)
	})
}

// take keeps the address of a page for it.
func (o *output) take(p hugo.Page) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.taken[p.File()] {
		return fmt.Errorf("two pages are at %s, one of them that of %s", p.URL, p.Name)
	}
	if o.published[p.File()] {
		return inTheWay(p.File())
	}
	o.taken[p.File()] = true
	if o.failure != nil || len(o.problems) >= maxProblems {
		return errUseless
	}
	return nil
}

// page writes a page, or keeps what is wrong with it.
func (o *output) page(p hugo.Page, content []byte, problems []diag.Problem) {
	var err error
	if len(problems) == 0 {
		err = o.write(p.File(), content)
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.problems = append(o.problems, problems...)
	if err != nil && o.failure == nil {
		o.failure = err
	}
	o.advance()
}

// count counts a page that is in place.
func (o *output) count() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.advance()
}

// advance counts a page. The caller holds the lock.
func (o *output) advance() {
	if o.done++; o.progress != nil {
		o.progress(o.done, max(o.total, len(o.taken)))
	}
}

// asset writes a file that a template has published.
func (o *output) asset(file string, content []byte) error {
	if err := o.cache.publish(file, content); err != nil {
		return err
	}
	return o.place(file, content)
}

// place writes an asset where no page is.
func (o *output) place(file string, content []byte) error {
	o.mu.Lock()
	taken := o.taken[file]
	o.published[file] = true
	o.mu.Unlock()
	if taken {
		return inTheWay(file)
	}
	return o.write(file, content)
}

// inTheWay is the error of an asset at the address of a page.
func inTheWay(file string) error {
	return fmt.Errorf("a layout publishes a file at %s, which is the address of a page", file)
}

// write writes a file of the site.
func (o *output) write(file string, content []byte) error {
	if !fs.ValidPath(file) {
		return fmt.Errorf("%q is no path of a file of the site", file)
	}
	err := o.opt.writer(o.dir)(file, content)
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
