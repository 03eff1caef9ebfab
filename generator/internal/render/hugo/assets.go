package hugo

import (
	"bytes"
	"os"
	"path/filepath"
	"sync"

	"github.com/spf13/afero"

	"github.com/kengash/kengash/generator/internal/diag"
)

// assets is the file system to which templates publish files: it sends each to the parent, and
// notices those that name the work folder.
type assets struct {
	afero.Fs
	dir  string // where Hugo thinks that the site goes
	work []byte // the work folder
	to   *teller

	mu    sync.Mutex
	leaks []string // files that name work
}

func newAssets(work string, to *teller) *assets {
	return &assets{Fs: afero.NewMemMapFs(), work: []byte(work), to: to}
}

// Create creates a file.
func (a *assets) Create(name string) (afero.File, error) {
	return a.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o666)
}

// OpenFile opens a file.
func (a *assets) OpenFile(name string, flag int, perm os.FileMode) (afero.File, error) {
	f, err := a.Fs.OpenFile(name, flag, perm)
	if err != nil || flag&os.O_CREATE == 0 {
		return f, err
	}
	return &asset{File: f, assets: a}, nil
}

// asset is a file that is being written.
type asset struct {
	afero.File
	assets *assets
	once   sync.Once
}

// Close closes the file and sends it.
func (f *asset) Close() error {
	if err := f.File.Close(); err != nil {
		return err
	}
	f.once.Do(func() { f.assets.send(f.Name()) })
	return nil
}

// send sends a file as it is now. Several templates may publish the same file at once; so the last
// that closes it sends it whole, and last.
func (a *assets) send(name string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	content, err := afero.ReadFile(a.Fs, name)
	if err != nil {
		return // removed meanwhile
	}
	file, err := filepath.Rel(a.dir, name)
	if err != nil {
		return
	}
	file = filepath.ToSlash(file)
	if bytes.Contains(content, a.work) {
		a.leaks = append(a.leaks, file)
	}
	a.to.tell(message{Asset: file, content: content})
}

// problems returns the files that name the work folder, whose name is another
// each time.
func (a *assets) problems() []diag.Problem {
	a.mu.Lock()
	defer a.mu.Unlock()
	var problems []diag.Problem
	for _, name := range a.leaks {
		problems = append(problems, diag.Problem{Code: diag.Template, Msg: name + ` names the temporary folder it was made in: give js.Build and css.Build "minify" true and no "sourceMap"`})
	}
	return problems
}
