// Package pages reads a folder of HTML, written by any program, into the documents that package
// search indexes.
//
// A page's language comes from <html lang>, else from the options, else from its text; its title
// from <title> and <h1>, its text from the main content: <main>, else <article>, else <body>,
// without navigation, scripts, forms and hidden elements, tables of contents and other navigation.
// Pages that say noindex, or that other pages make up, are left out, and so are lines that most
// pages of a folder begin or end with. Attributes give more control:
//
//	data-search-body             only elements that have it are read; pages without one are left out
//	data-search-ignore           this element is not read ("all": nor are its attributes)
//	data-search-title            the title of the page
//	data-search-alias            another exact title of the page, such as an abbreviation
//	data-search-kind             what the page is, such as "guide"
//	data-search-date             2021, 2021-11 or 2021-11-25
//	data-search-facet            values to filter by: "topic:ai, author:ann", under any name
//	data-search-label            what the value of its facet is called in the page's language
//	data-search-weight           2 or more: the words of this element count as those of the title
//
// The value of title, alias, kind, date and label is that of the attribute or, where it is empty,
// the text of the element. Facet takes a list of name:value, name[attribute] (the value of that
// attribute) and name (the text of the element). A name is taken in lower case, with hyphens for
// blanks and signs.
//
// Weight knows two steps: the words of an element with 2 or more are also in the field of titles as
// well, where a word counts twice as much as in the text and the more, the fewer words there are.
// Less than 2 changes nothing; to leave a text out, use data-search-ignore.
//
// Pagefind's data-pagefind-body, -ignore, -filter, -meta, -sort and -weight mean the same as they
// do there, if there is an equivalent.
package pages

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/kengash/kengash/search"
)

// What goes over one of these is not a page that people read, and would ask for minutes or
// gigabytes: the tree of a file takes some fifty times its size.
const (
	maxFile   = 3 << 20 // bytes of a file
	maxFacets = 1000    // values of facets in a page
	maxWord   = 100_000 // bytes without a blank
)

// Read reads the pages of a site. The documents are in order of path and, within a page, of the
// text; the same files give the same documents. A page that cannot be understood is left out and
// reported, and so are links; Read fails if a file cannot be read, an option is wrong, or ctx is
// cancelled.
func Read(ctx context.Context, site fs.FS, opt Options) ([]search.Document, Report, error) {
	if err := opt.check(); err != nil {
		return nil, Report{}, err
	}
	read, err := find(site, opt.Exclude)
	if err != nil {
		return nil, Report{}, fmt.Errorf("read pages: %w", err)
	}
	group, groupCtx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	var mu sync.Mutex
	done := 0
	for i, found := range read {
		group.Go(func() error {
			if err := groupCtx.Err(); err != nil {
				return err
			}
			if found.reason == "" {
				p, err := readFile(site, found.path)
				if err != nil {
					return err
				}
				read[i] = p
			}
			if opt.Progress != nil {
				mu.Lock()
				defer mu.Unlock()
				done++
				opt.Progress(done, len(read))
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, Report{}, fmt.Errorf("read pages: %w", err)
	}
	docs, report := assemble(read, opt)
	return docs, report, nil
}

// find lists the HTML files of a site in order of path, not yet read. Links and what else is no
// file are left out, with the reason; so are links that may lead to a folder.
func find(site fs.FS, exclude []string) ([]*page, error) {
	var found []*page
	err := fs.WalkDir(site, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		base := path.Base(name)
		html := isHTML(base) && base != "404.html"
		skip := strings.HasPrefix(base, ".") || base == "node_modules" || matchAny(exclude, name)
		switch {
		case skip && e.IsDir():
			return fs.SkipDir
		case skip || e.IsDir():
		case html && e.Type().IsRegular():
			found = append(found, &page{path: name})
		case html || path.Ext(base) == "" && e.Type()&fs.ModeSymlink != 0:
			found = append(found, &page{path: name, reason: "is a link or no file; only files and folders are read"})
		}
		return nil
	})
	slices.SortFunc(found, func(a, b *page) int { return strings.Compare(a.path, b.path) })
	return found, err
}

func isHTML(base string) bool {
	switch strings.ToLower(path.Ext(base)) {
	case ".html", ".htm", ".xhtml":
		return true
	}
	return false
}

func matchAny(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		subject := name
		if !strings.Contains(p, "/") {
			subject = path.Base(name)
		}
		ok, _ := path.Match(strings.Trim(p, "/"), subject) // check has seen all patterns
		return ok
	})
}

// readFile reads one page. A page that is left out has a reason and nothing else.
func readFile(site fs.FS, name string) (*page, error) {
	f, err := site.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size := int64(0) // it may grow
	if info, err := f.Stat(); err == nil {
		size = info.Size()
	}
	content := bytes.NewBuffer(make([]byte, 0, min(size, maxFile)+bytes.MinRead))
	_, err = content.ReadFrom(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if content.Len() > maxFile {
		return &page{path: name, reason: fmt.Sprintf("larger than %d MB", maxFile>>20)}, nil
	}
	p, err := parse(name, content.Bytes())
	if err != nil {
		return &page{path: name, reason: err.Error()}, nil
	}
	if reason := p.excess(); reason != "" {
		return &page{path: name, reason: reason}, nil
	}
	p.path = name
	return p, nil
}

// excess says of what a page has too much; "" where it has not.
func (p *page) excess() string {
	if len(p.facets) > maxFacets {
		return fmt.Sprintf("has more than %d values of facets", maxFacets)
	}
	for _, part := range p.parts {
		if len(part.text) <= maxWord {
			continue
		}
		for word := range strings.FieldsSeq(part.text) {
			if len(word) > maxWord {
				return fmt.Sprintf("has a word of more than %d bytes", maxWord)
			}
		}
	}
	return ""
}
