package static

import (
	"io"
	"io/fs"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
)

// Layer returns a layer of a theme in which a file of dir can be opened only if it may be
// published, as it is by then: it may be another one than [Rules.Check] has seen.
func (r Rules) Layer(layer fs.FS, dir string) fs.FS { return guarded{layer, r, dir + "/"} }

type guarded struct {
	fs.FS
	rules Rules
	dir   string
}

func (c guarded) Open(name string) (fs.File, error) {
	f, err := c.FS.Open(name)
	address, published := strings.CutPrefix(name, c.dir)
	if err != nil || !published {
		return f, err
	}
	if err := c.check(f, name, address); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

func (c guarded) check(f fs.File, name, address string) error {
	info, err := f.Stat()
	if err != nil || info.IsDir() {
		return err
	}
	var l diag.List
	if err := c.rules.opened(f, name, address, &l); err != nil {
		return err
	}
	if err := l.Err(); err != nil {
		return err
	}
	_, err = f.(io.Seeker).Seek(0, io.SeekStart)
	return err
}

// ReadDir lists a folder.
func (c guarded) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(c.FS, name) }

// Stat returns what is known of a file or a folder.
func (c guarded) Stat(name string) (fs.FileInfo, error) { return fs.Stat(c.FS, name) }
