package render

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/render/hugo"
)

// Live renders the pages of a collection when they are asked for. It may be used by several
// goroutines.
type Live struct {
	ctx context.Context // ends the process that renders

	mu       sync.Mutex
	c        *model.Collection
	opt      Options
	project  hugo.Project
	renderer *hugo.Renderer
	builders map[model.Lang]*builder
	made     map[string][]byte // pages of this collection
	size     int               // of made, in bytes
	assets   *publishedFiles   // of this theme
}

// publishedFiles are the files that templates have published.
type publishedFiles struct {
	mu    sync.Mutex
	files map[string][]byte
}

func (a *publishedFiles) put(name string, content []byte) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.files[name] = content
	return nil
}

func (a *publishedFiles) get(name string) ([]byte, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	content, ok := a.files[name]
	return content, ok
}

// NewLive returns a Live without a collection, which has no page. The caller must call Close.
func NewLive(ctx context.Context) *Live {
	return &Live{ctx: ctx, assets: &publishedFiles{files: map[string][]byte{}}}
}

// Show has the pages of a collection shown from now on. Only opt.Theme, Now, Warn, Profile and
// Search count.
func (l *Live) Show(c *model.Collection, opt Options) error {
	project, err := projectOf(c, opt)
	if err != nil {
		return fmt.Errorf("render: %w", err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	// Hugo keeps partials and resources of the pages before, which may be of other records. So each
	// collection has a process of its own, which is started before a page is asked for.
	l.stop()
	l.c, l.opt, l.project, l.assets = c, opt, project, &publishedFiles{files: map[string][]byte{}}
	l.builders, l.made = map[model.Lang]*builder{}, map[string][]byte{}
	l.size = 0
	return l.start()
}

// start starts the process that renders. The caller holds the lock.
func (l *Live) start() error {
	r, err := hugo.Start(l.ctx, l.project, l.opt.rendering("", l.assets.put))
	if err != nil {
		return err
	}
	l.renderer = r
	return nil
}

// stop ends the process that renders. The caller holds the lock.
func (l *Live) stop() {
	if l.renderer != nil {
		l.renderer.Close()
		l.renderer = nil
	}
}

// Close ends the use of l.
func (l *Live) Close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.stop()
}

// File returns a file of the site by its path, but for static files and those of the search. The
// error is [fs.ErrNotExist] where there is none.
func (l *Live) File(name string) ([]byte, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if content, ok := l.made[name]; ok {
		return content, nil
	}
	if content, ok := l.assets.get(name); ok {
		return content, nil
	}
	if l.c == nil {
		return nil, fs.ErrNotExist
	}
	content, err := l.make(name)
	if errors.Is(err, fs.ErrNotExist) {
		return l.asset(name)
	}
	return content, err
}

// make makes a page. The caller holds the lock.
func (l *Live) make(name string) ([]byte, error) {
	page, err := l.page(name)
	if err != nil {
		return nil, err
	}
	content, err := l.render(page)
	if err != nil {
		return nil, fmt.Errorf("render: %w", err)
	}
	if l.size += len(content); l.size > madeLimit {
		clear(l.made)
		l.size = len(content)
	}
	l.made[name] = content
	return content, nil
}

// madeLimit is how many bytes of pages are kept in memory.
const madeLimit = 64 << 20

// asset returns an asset that no page has published yet, if a home page does. The caller holds the
// lock.
func (l *Live) asset(name string) ([]byte, error) {
	for _, lang := range l.c.Config.Langs() {
		home := model.HomeURL(lang)
		if l.made[home] != nil {
			continue
		}
		if _, err := l.make(home); err != nil {
			return nil, err
		}
		if content, ok := l.assets.get(name); ok {
			return content, nil
		}
	}
	return nil, fs.ErrNotExist
}

// page composes the page at an address. The caller holds the lock.
func (l *Live) page(name string) (found hugo.Page, err error) {
	ok := false
	sink := func(p hugo.Page) error {
		if p.File() == name {
			found, ok = p, true
		}
		return nil
	}
	lang, _, below := strings.Cut(name, "/")
	if !below {
		b := newBuilder(l.c, l.c.Config.DefaultLanguage)
		b.sink = sink
		err = b.addRoot()
	} else if _, known := l.c.Config.Language(model.Lang(lang)); known {
		b := l.builders[model.Lang(lang)]
		if b == nil {
			b = newBuilder(l.c, model.Lang(lang))
			l.builders[model.Lang(lang)] = b
		}
		b.sink, b.addresses, b.feed = sink, nil, nil
		err = b.addAt(name, l.opt.Search)
	}
	if err == nil && !ok {
		err = fs.ErrNotExist
	}
	return found, err
}

// render renders a page. The caller holds the lock.
func (l *Live) render(p hugo.Page) ([]byte, error) {
	if l.renderer == nil {
		if err := l.start(); err != nil {
			return nil, err
		}
	}
	type result struct {
		content  []byte
		problems []diag.Problem
	}
	answer := make(chan result, 1)
	err := l.renderer.Render(p, func(content []byte, problems []diag.Problem) {
		content, problems = finished(p, content, problems)
		answer <- result{content, problems}
	})
	if err == nil {
		select {
		case made := <-answer:
			if len(made.problems) > 0 {
				return nil, hugo.NewError(made.problems)
			}
			return made.content, nil
		case <-l.renderer.Ended():
			err = l.renderer.Finish()
		}
	}
	l.stop()
	return nil, err
}
