// Package verify reads a rendered site before it is published and finds everything that could run,
// load or send something that is not in the site's own files.
//
// Data and texts were checked before they became pages. This is the second check, after templates
// and a site's own layers of the theme. Whatever they write, no page is published that has
//
//   - a script other than a file of the site or JSON-LD data;
//   - an event or style attribute, a style element, a frame or a plug-in;
//   - an address whose scheme is not https, http, mailto or tel, however it is spelt;
//   - something from another host, except links that a reader follows and addresses that only name
//     something (canonical, alternate, feeds, metadata);
//   - a <base>, or a refresh to anything but a page of the site.
//
// The same holds for feeds and other XML, for SVG, and for styles. [Headers] has the policy by
// which browsers enforce it, too.
//
// Nearly all pages can be decided by scanning their tags (scan.go); the others are parsed as
// browsers parse them (tree.go).
package verify

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// Options say what a site may hold.
type Options struct {
	// BaseURL is the address of the site's root. What it leads to is the site's own.
	BaseURL string

	// Hosts are other hosts that pages may load from and send to, by https.
	Hosts []string

	// Sources are the layers that the site was made from, the first of which wins: layouts, data,
	// texts. A fault is looked for in them, so that its report names where it likely comes from.
	Sources []fs.FS

	// Progress, if set, is called with how many files of how many are verified, and may be called
	// from several goroutines at a time.
	Progress func(done, total int)

	// Verified are files that were verified before, by their path in the folder. They are not read
	// again.
	Verified map[string]bool
}

// maxFile is the size in bytes up to which a file is verified. No page that people read is near it.
const maxFile = 64 << 20

// Site verifies the files of a folder. What is wrong comes back as one [*diag.Error].
func Site(ctx context.Context, dir string, opt Options) error {
	v := newVerifier(dir, opt)
	if err := v.find(); err != nil {
		return fmt.Errorf("verify the site: %w", err)
	}
	group, groupCtx := errgroup.WithContext(ctx)
	var next, done atomic.Int64
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() error {
			c := &checker{verifier: v, names: names{}}
			for {
				i := int(next.Add(1)) - 1
				if i >= len(v.files) {
					return nil
				}
				if err := groupCtx.Err(); err != nil {
					return err
				}
				if err := c.file(v.files[i]); err != nil {
					return fmt.Errorf("verify the site: %w", err)
				}
				if opt.Progress != nil {
					opt.Progress(int(done.Add(1)), len(v.files))
				}
			}
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return v.report.err(v)
}

// Content verifies one file that is about to be served, as Site does, but not whether the files
// that it names exist.
func Content(name string, content []byte, opt Options) error {
	if kindOf(name) == unread {
		return nil
	}
	v := newVerifier("", opt)
	v.exists = nil
	c := &checker{verifier: v, names: names{}, name: name, kind: kindOf(name), content: content}
	if c.check(); len(c.faults) > 0 {
		v.report.take(c)
	}
	return v.report.err(v)
}

// missing reports whether the site is known to lack a file.
func (v *verifier) missing(file string) bool { return v.exists != nil && !v.exists[file] }

// verifier is what the checkers of a site share.
type verifier struct {
	dir    string
	host   string // of the site: with its port, in lower case
	root   string // its path: "/" or "/kb/"
	opt    Options
	exists map[string]bool // every file of the site; nil where that is not known
	files  []string        // those that are verified
	report report
}

func newVerifier(dir string, opt Options) *verifier {
	base, err := url.Parse(opt.BaseURL)
	if err != nil {
		base = &url.URL{} // and nothing but relative addresses is the site's own
	}
	v := &verifier{dir: dir, host: strings.ToLower(base.Host), root: path.Clean("/"+base.Path) + "/", opt: opt, exists: map[string]bool{}}
	if v.root == "//" {
		v.root = "/"
	}
	return v
}

// find lists the files of the site.
func (v *verifier) find() error {
	return fs.WalkDir(os.DirFS(v.dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		v.exists[name] = true
		if kindOf(name) != unread && !v.opt.Verified[name] {
			v.files = append(v.files, name)
		}
		return nil
	})
}

// kind is how a file is read.
type kind int

const (
	unread kind = iota
	page
	markup // XML: feeds, sitemaps and the like
	picture
	style
	sealed // what browsers show as a page, and cannot be looked into
)

var kinds = map[string]kind{
	".html": page, ".htm": page, ".shtml": page,
	".xml": markup, ".rss": markup, ".atom": markup, ".rdf": markup, ".xsl": markup, ".xslt": markup,
	".xhtml": markup, ".xht": markup, ".mml": markup,
	".svg": picture, ".svgz": sealed, ".mht": sealed, ".mhtml": sealed,
	".css": style,
}

func kindOf(name string) kind { return kinds[strings.ToLower(path.Ext(name))] }

// checker reads one file after another.
type checker struct {
	*verifier
	name    string
	kind    kind
	content []byte // of the file, in buffer
	buffer  []byte
	names   names
	lower   []byte // content in lower case, made when a place is looked for
	attrs   []attr // of the element that is being read
	faults  []fault
	charset bool // the page says that it is UTF-8

	noscript bool // scan is in <noscript>
}

// fault is something that must not be published.
type fault struct {
	at     int      // offset in the file
	what   string   // what is wrong, without what differs from page to page
	value  string   // the text that is wrong, as it stands there; "" where what says it
	want   string   // what to write instead
	traces []string // texts by which its source may be found, the most telling first
}

// maxFaults limits the number of faults that are reported of one file.
const maxFaults = 50

func (c *checker) add(f fault) {
	if len(c.faults) < maxFaults {
		c.faults = append(c.faults, f)
	}
}

func (c *checker) file(name string) error {
	c.name, c.kind, c.faults, c.charset, c.lower = name, kindOf(name), c.faults[:0], false, nil
	if err := c.read(); err != nil {
		return err
	}
	if c.check(); len(c.faults) > 0 {
		c.report.take(c)
	}
	return nil
}

// check looks for the faults of a file.
func (c *checker) check() {
	switch {
	case c.content == nil:
		c.add(fault{what: fmt.Sprintf("is larger than %d MiB, so it cannot be verified", maxFile>>20), want: "divide it"})
	case c.kind == page:
		c.checkPage()
	case c.kind == style:
		c.checkStyle(c.content, 0)
	case c.kind == sealed:
		c.add(fault{what: "is compressed, so its content cannot be checked", want: "publish it uncompressed, as .svg or .html"})
	default:
		c.checkXML()
	}
}

// read reads the file into the checker's buffer; content is nil where the file is too large.
func (c *checker) read() error {
	f, err := os.Open(filepath.Join(c.dir, filepath.FromSlash(c.name)))
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	size := int(min(info.Size(), maxFile+1))
	if size > maxFile {
		c.content = nil
		return nil
	}
	if cap(c.buffer) < size {
		c.buffer = make([]byte, size+size/4)
	}
	n, err := io.ReadFull(f, c.buffer[:size])
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return err
	}
	c.content = c.buffer[:n:n]
	if c.content == nil {
		c.content = []byte{}
	}
	return nil
}

// report collects the faults of all files.
type report struct {
	mu    sync.Mutex
	found map[string]*told
}
