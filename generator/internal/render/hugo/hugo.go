// Package hugo renders pages with Hugo, used as a library: its templates, words of the interface,
// assets and minifier.
//
// A page is a pure function of its view: a template sees the parameters of its own page, the
// configuration and the words of its language, and never another page. So pages are rendered one
// by one, in any order, and none is kept in memory:
//
//	r, err := hugo.Start(ctx, project, hugo.Options{Asset: write})
//	err = r.Render(page, func(content []byte, problems []diag.Problem) { … })
//	err = r.Finish()
//
// [Dump] writes project and pages as plain files, from which the stock hugo command builds the same
// site.
//
// The package is the only one that knows Hugo. Hugo keeps state in the process, takes no context,
// and a template may never end; so it runs in a child, which can be killed. A program that renders
// calls [Child] before all else.
package hugo

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/profile"
)

// Project is what the pages of a site share.
type Project struct {
	// Config is what hugo.toml would hold. It is laid over [BaseConfig].
	Config map[string]any

	// Theme lists file systems with layouts/, assets/, i18n/ and static/ at
	// their top. The first that holds a file wins; translations are merged
	// key by key, and there too the first wins.
	Theme []fs.FS
}

// Page is a file of the site that a template makes.
type Page struct {
	// Name is the path of the page's content file in a plain project, below content/, as in
	// "ru/states/uz.md". It begins with the language. As in Hugo, "ru/_index.md" is a home page,
	// and "ru/states/_index.md" a section.
	Name string

	// URL is where the page goes: "/ru/states/uz.html". Its extension is that of the template.
	URL string

	// Layout names the template, as in "decisions" for layouts/decisions.html. It may be empty
	// where Hugo's own choice for a home page, a section or a page is meant.
	Layout string

	// Params is a JSON object, which templates know as .Params.
	Params []byte
}

// File is the path of the page below the folder of the site.
func (p Page) File() string { return strings.TrimPrefix(p.URL, "/") }

// Lang is the language whose words the page has.
func (p Page) Lang() string {
	lang, _, _ := strings.Cut(p.Name, "/")
	return lang
}

// kind is what Hugo calls the kind of a page with that content file.
func (p Page) kind() string {
	switch dir, base := path.Split(p.Name); {
	case base != "_index.md":
		return "page"
	case strings.Count(dir, "/") == 1:
		return "home"
	}
	return "section"
}

// check checks that neither the content file nor the page lies outside its folder.
func (p Page) check() error {
	if !fs.ValidPath(p.Name) || path.Ext(p.Name) == "" || !strings.Contains(p.Name, "/") {
		return fmt.Errorf("content: bad path %q: want one such as ru/states/uz.md", p.Name)
	}
	if !strings.HasPrefix(p.URL, "/") || !fs.ValidPath(p.File()) || path.Ext(p.URL) == "" {
		return fmt.Errorf("%s: bad address %q: want one such as /ru/states/uz.html", p.Name, p.URL)
	}
	return nil
}

// Options controls how a [Renderer] works. The zero value is usable.
type Options struct {
	// Log receives what Hugo warns of; level is "warn" or "error". Calls do not overlap.
	Log func(level, msg string)

	// Asset receives the files that templates publish besides pages, such as style sheets, by their
	// path below the folder of the site. Calls do not overlap.
	Asset func(file string, content []byte) error

	// Now is the time that templates see. The zero value stands for the Unix
	// epoch, so that no output depends on the day it was made on.
	Now time.Time

	// MemoryMost, in bytes, is what the child may have; it is ended above. Zero
	// sets no limit.
	MemoryMost int64

	// Silence is how long a page may take; the child is ended after that.
	// Zero sets no limit.
	Silence time.Duration

	// Profile, if set, has the child write profiles, and measures it.
	Profile *profile.Session

	// Abandon lists folders that the child removes if this process is killed.
	Abandon []string
}
