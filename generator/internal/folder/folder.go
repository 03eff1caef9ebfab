// Package folder reads the regular files in a folder and its subfolders, and nothing else. Links,
// named pipes, devices and sockets are refused, with errors that are problems ([*diag.Error]).
//
// No name leads out of the folder, even if the folder changes meanwhile ([os.Root]), and the file
// that was examined is the one that is read: it is opened without blocking and then compared.
package folder

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/diag"
)

// Folder is a folder as an [fs.FS]. It is made by [Open], and may be used by several goroutines.
type Folder struct {
	*roots
	links bool // links to files inside are followed
}

// Open opens a folder. Its own name may be a link.
func Open(dir string) (*Folder, error) {
	top, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Folder{roots: &roots{entered: map[string]*os.Root{".": top}}}, nil
}

// Linked returns the same folder with links that lead to a regular file in it taken for that file.
// What is hidden or outside stays unread, and links to folders and to links are refused.
func (f *Folder) Linked() *Folder { return &Folder{roots: f.roots, links: true} }

// Open opens a regular file or a folder.
func (f *Folder) Open(name string) (fs.File, error) {
	file, err := f.open("open", name)
	if err != nil {
		f.trace.note(f.key(content, name), failure(err))
		return nil, err // not a *os.File that is nil
	}
	if f.trace == nil {
		return file, nil
	}
	traced, err := f.trace.opened(f.key(content, name), file)
	if err != nil {
		f.trace.note(f.key(content, name), failure(err))
		return nil, errors.Join(err, file.Close())
	}
	return traced, nil
}

// ReadFile returns the content of a regular file.
func (f *Folder) ReadFile(name string) ([]byte, error) {
	data, err := f.readFile(name)
	if err != nil {
		f.trace.note(f.key(content, name), failure(err))
		return data, err
	}
	f.trace.note(f.key(content, name), data)
	return data, nil
}

func (f *Folder) readFile(name string) ([]byte, error) {
	file, err := f.open("open", name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var size int64
	if info, err := file.Stat(); err == nil {
		size = info.Size()
	}
	data, err := ReadAll(file, size)
	return data, named(err, name)
}

// Stat returns what is known of a regular file or a folder.
func (f *Folder) Stat(name string) (fs.FileInfo, error) {
	info, err := f.stat(name)
	if err != nil {
		f.trace.note(f.key(kind, name), failure(err))
		return nil, err
	}
	f.trace.note(f.key(kind, name), []byte(info.Mode().Type().String()))
	return info, nil
}

func (f *Folder) stat(name string) (fs.FileInfo, error) {
	file, err := f.open("stat", name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return file.Stat()
}

// ReadDir lists a folder by name. What cannot be read is listed too, by its type.
func (f *Folder) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := f.readDir(name)
	if err != nil {
		f.trace.note(f.key(list, name), failure(err))
		return entries, err
	}
	names, sizes := f.trace.listed(name, entries)
	f.trace.note(f.key(list, name), names)
	f.trace.note(f.key(lengths, name), sizes)
	return entries, nil
}

func (f *Folder) readDir(name string) ([]fs.DirEntry, error) {
	file, err := f.open("readdir", name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	entries, err := file.ReadDir(-1)
	if err != nil {
		return nil, named(err, name)
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	for i, e := range entries {
		if e.Type()&fs.ModeSymlink == 0 || !f.links {
			continue
		}
		if info, err := f.stat(path.Join(name, e.Name())); err == nil {
			entries[i] = fs.FileInfoToDirEntry(link{info, e.Name()})
		}
	}
	return entries, nil
}

// link is a file by the name of a link to it.
type link struct {
	fs.FileInfo
	name string
}

func (l link) Name() string { return l.name }

// open opens a regular file or a folder.
func (f *Folder) open(op, name string) (*os.File, error) {
	if !utf8.ValidString(name) {
		return nil, problem(name, "has a name in an encoding other than UTF-8", "rename it")
	}
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	dir, done, err := f.dir(path.Dir(name))
	if err != nil {
		return nil, err
	}
	defer done()
	info, err := dir.Lstat(path.Base(name))
	if err != nil {
		return nil, named(err, name)
	}
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		to, err := dir.Readlink(path.Base(name))
		if err != nil {
			return nil, named(err, name)
		}
		if to, err = f.behind(name, filepath.ToSlash(to)); err != nil {
			return nil, err
		}
		return (&Folder{roots: f.roots}).open(op, to)
	case !info.IsDir() && !info.Mode().IsRegular():
		return nil, refuse(name, info.Mode())
	}
	file, err := dir.OpenFile(path.Base(name), os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, named(err, name)
	}
	now, err := file.Stat()
	if err == nil && (!os.SameFile(info, now) || info.Mode().Type() != now.Mode().Type()) {
		err = problem(name, "was replaced while it was being read", "try again when nobody writes here")
	}
	if err != nil {
		return nil, errors.Join(named(err, name), file.Close())
	}
	return file, nil
}

// behind returns the path of a link's target, if that may be read.
func (f *Folder) behind(name, to string) (string, error) {
	if !f.links {
		return "", refuse(name, fs.ModeSymlink)
	}
	inside := path.Join(path.Dir(name), to)
	switch {
	case path.IsAbs(to) || filepath.IsAbs(to) || !fs.ValidPath(inside):
		return "", problem(name, "is a link that points out of the folder of the site", "want a relative one to a file in it, or the file itself")
	case slices.ContainsFunc(strings.Split(inside, "/"), Hidden):
		return "", problem(name, "is a link to something hidden", "want one to a file whose path has no name that begins with a dot, or the file itself")
	}
	dir, done, err := f.dir(path.Dir(inside))
	if err != nil {
		return "", err
	}
	defer done()
	info, err := dir.Lstat(path.Base(inside))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", problem(name, "is a link to "+inside+", which is not there", "correct it, or put the file itself here")
	case err != nil:
		return "", named(err, inside)
	case !info.Mode().IsRegular():
		return "", problem(name, "is a link to something other than a file", "want one that points directly to a file, or the file itself")
	}
	return inside, nil
}

// refuse returns the problem of something that is neither a regular file nor a folder.
func refuse(name string, mode fs.FileMode) error {
	what := "is not a regular file"
	switch {
	case mode&fs.ModeSymlink != 0:
		return problem(name, "is a link, and only files and folders themselves are read",
			`put the file itself here; links to files of the same site are followed with links = "inside" in [files] of kengash.toml`)
	case mode&fs.ModeNamedPipe != 0:
		what = "is a named pipe"
	case mode&fs.ModeSocket != 0:
		what = "is a socket"
	case mode&fs.ModeDevice != 0:
		what = "is a device"
	}
	return problem(name, what+", and only files and folders are read", "remove it, or put a file here")
}

func problem(name, msg, hint string) error {
	return &diag.Error{Problems: []diag.Problem{{Code: diag.NotAFile, Pos: diag.Position{File: name}, Msg: msg, Hint: hint}}}
}

// named gives an error of the system the whole path: it knows but the last name.
func named(err error, name string) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		if errors.Is(err, syscall.ENAMETOOLONG) { // no system has a file of such a name
			return &fs.PathError{Op: e.Op, Path: name, Err: fs.ErrNotExist}
		}
		return &fs.PathError{Op: e.Op, Path: name, Err: e.Err}
	}
	return err
}

// roots are the folders that were entered, so that each is looked at and opened once.
type roots struct {
	mu      sync.Mutex
	entered map[string]*os.Root
	trace   *Trace // nil as long as nothing is traced
}

// maxRoots is how many folders are held open. Those beyond are opened for each file.
const maxRoots = 256

// dir returns a folder that is one indeed, as are all above it. done ends its use.
func (r *roots) dir(name string) (dir *os.Root, done func(), err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.enter(name)
}

func (r *roots) enter(name string) (dir *os.Root, done func(), err error) {
	if dir := r.entered[name]; dir != nil {
		return dir, func() {}, nil
	}
	parent, left, err := r.enter(path.Dir(name))
	if err != nil {
		return nil, nil, err
	}
	defer left()
	info, err := parent.Lstat(path.Base(name))
	switch {
	case err != nil:
		return nil, nil, named(err, name)
	case info.Mode().IsRegular():
		return nil, nil, problem(name, "is a file, not a folder", "put a folder here")
	case !info.IsDir():
		return nil, nil, refuse(name, info.Mode())
	}
	if dir, err = parent.OpenRoot(path.Base(name)); err != nil {
		return nil, nil, named(err, name)
	}
	now, err := dir.Stat(".")
	if err == nil && !os.SameFile(info, now) {
		err = problem(name, "was replaced while it was being read", "try again when nobody writes here")
	}
	if err != nil {
		return nil, nil, errors.Join(named(err, name), dir.Close())
	}
	if len(r.entered) < maxRoots {
		r.entered[name] = dir
		return dir, func() {}, nil
	}
	return dir, func() { dir.Close() }, nil
}

// Close ends the use of the folder and of what [Folder.Linked] made of it.
func (r *roots) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	var err error
	for _, dir := range r.entered {
		err = errors.Join(err, dir.Close())
	}
	return err
}
