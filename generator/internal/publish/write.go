package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/kengash/kengash/generator/internal/folder"
)

// Write puts a file into the stage, by its path in the site. Where the site that is in place has
// the same, the file becomes a link to it, which takes a tenth of the time of a new one. So nothing
// may write to the file afterwards. It may be called by several goroutines.
func (s *Stage) Write(name string, content []byte) error { return s.write(name, content, false) }

// write is Write; same says that the site in place is known to have the file with this content.
func (s *Stage) write(name string, content []byte, same bool) error {
	to := filepath.Join(s.dir, filepath.FromSlash(name))
	const tries = 10 // others may make and remove the same file meanwhile
	for try := 1; ; try++ {
		err := s.put(name, to, content, same)
		switch {
		case err == nil || try == tries:
			return err
		case errors.Is(err, fs.ErrExist):
			_ = os.Remove(to) // and not truncate: it may be a link
		case errors.Is(err, fs.ErrNotExist):
			if err := os.MkdirAll(filepath.Dir(to), dirMode); err != nil {
				return err
			}
		default:
			return err
		}
	}
}

// Keep puts a file of the site that is in place into the stage, as Write does, where its content
// has this hash, and reports whether it did. A file that is in the stage already stays. One whose
// stamp is that of [Options] has the content that it had then, which had this hash.
func (s *Stage) Keep(name string, sum [sha256.Size]byte) bool {
	to := filepath.Join(s.dir, filepath.FromSlash(name))
	if s.keepStamped(name, to) {
		return true
	}
	if _, err := os.Lstat(to); err == nil {
		return true
	}
	file, err := os.Open(filepath.Join(s.dest, filepath.FromSlash(name)))
	if err != nil {
		return false
	}
	defer file.Close()
	content := whole.Get().(*bytes.Buffer)
	defer whole.Put(content)
	content.Reset()
	_, err = content.ReadFrom(file)
	return err == nil && sha256.Sum256(content.Bytes()) == sum && s.write(name, content.Bytes(), true) == nil
}

// keepStamped is Keep for a file that is known by its stamp.
func (s *Stage) keepStamped(name, to string) bool {
	stamp, ok := s.options.Stamps[name]
	is := func(_ string, info fs.FileInfo) bool {
		now, ok := folder.StampOf(info, time.Now())
		return ok && now == stamp
	}
	return ok && (s.former.link(name, to, is) || os.MkdirAll(filepath.Dir(to), dirMode) == nil && s.former.link(name, to, is))
}

// whole are buffers to read whole files: a build reads nearly each file of the site before.
var whole = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// put makes a file that is not there yet.
func (s *Stage) put(name, to string, content []byte, same bool) error {
	is := func(from string, info fs.FileInfo) bool {
		return info.Size() == int64(len(content)) && (same || holds(from, content))
	}
	if s.former.link(name, to, is) {
		return nil
	}
	file, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	return errors.Join(err, file.Close())
}

// former is the site that is in place, while another is made.
type former struct {
	dir string // "" where there is none

	mu      sync.Mutex
	folders map[string]bool // whether they are folders of the site, and no links to others
}

// link makes a link to a file of the site, if is reports that it is the one that is wanted, and
// reports whether it did.
func (f *former) link(name, to string, is func(from string, info fs.FileInfo) bool) bool {
	if f.dir == "" || !f.folder(filepath.Dir(filepath.FromSlash(name))) {
		return false
	}
	from := filepath.Join(f.dir, filepath.FromSlash(name))
	info, err := os.Lstat(from)
	if err != nil || info.Mode() != fileMode || !ours(info) || !is(from, info) {
		return false
	}
	if os.Link(from, to) != nil {
		return false
	}
	// What was looked at may have been replaced before it was linked.
	if now, err := os.Lstat(to); err == nil && os.SameFile(now, info) {
		return true
	}
	_ = os.Remove(to)
	return false
}

// folder reports whether a path leads to a folder of the site, by folders only.
func (f *former) folder(path string) bool {
	if path == "." {
		return true
	}
	f.mu.Lock()
	is, known := f.folders[path]
	f.mu.Unlock()
	if known {
		return is
	}
	info, err := os.Lstat(filepath.Join(f.dir, path))
	is = err == nil && info.IsDir() && f.folder(filepath.Dir(path))
	f.mu.Lock()
	defer f.mu.Unlock()
	f.folders[path] = is
	return is
}

// parts are buffers to read files in parts.
var parts = sync.Pool{New: func() any { return new([32 << 10]byte) }}

// holds reports whether a file has that content.
func holds(name string, content []byte) bool {
	file, err := os.Open(name)
	if err != nil {
		return false
	}
	defer file.Close()
	part := parts.Get().(*[32 << 10]byte)
	defer parts.Put(part)
	for {
		n, err := file.Read(part[:])
		if n > len(content) || !bytes.Equal(part[:n], content[:n]) {
			return false
		}
		content = content[n:]
		if err != nil {
			return err == io.EOF && len(content) == 0
		}
	}
}
