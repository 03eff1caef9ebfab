package folder

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"
)

// Trace is all that was read of a folder: files, lists of folders, and what was not there. If the
// same is read again, a result that depends on nothing else is the same too.
type Trace struct {
	// Seen has hashes of what was seen, by what was looked at.
	Seen map[string][sha256.Size]byte

	// Changed says that something was seen twice, and was another the second time.
	Changed bool

	mu     sync.Mutex
	ignore func(path string) bool
}

// NewTrace returns an empty trace. That there are, or are not, the paths that ignore reports is not
// traced; it may be nil.
func NewTrace(ignore func(path string) bool) *Trace {
	return &Trace{Seen: map[string][sha256.Size]byte{}, ignore: ignore}
}

// Traced has all that is read of the folder, and of what [Folder.Linked] makes of it, put into a
// trace from now on.
func (f *Folder) Traced(t *Trace) { f.trace = t }

// What can be looked at.
const (
	kind    = "kind"    // of a file or folder
	content = "content" // of a file
	list    = "list"    // of a folder
	lengths = "lengths" // of the files in a folder
)

// linked ends what is looked at through links.
const linked = "-linked"

// key is what is looked at: what of a name, and whether links are followed.
func (f *Folder) key(what, name string) string {
	if f.links {
		return what + linked + " " + name
	}
	return what + " " + name
}

// look looks again at what has a key.
func (f *Folder) look(key string) {
	what, name, _ := strings.Cut(key, " ")
	if rest, ok := strings.CutSuffix(what, linked); ok {
		f, what = f.Linked(), rest
	}
	switch what {
	case kind:
		_, _ = f.Stat(name)
	case content:
		_, _ = f.ReadFile(name)
	case list, lengths:
		_, _ = f.ReadDir(name)
	}
}

// note puts what was seen into the trace.
func (t *Trace) note(key string, seen []byte) {
	if t == nil {
		return
	}
	t.sum(key, sha256.Sum256(seen))
}

func (t *Trace) sum(key string, sum [sha256.Size]byte) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if before, ok := t.Seen[key]; ok && before != sum {
		t.Changed = true
	}
	t.Seen[key] = sum
}

// failure is what is seen where something cannot be read.
func failure(err error) []byte { return []byte("failed: " + err.Error()) }

// listed is what is seen of a folder: what is in it, and how long the files are.
func (t *Trace) listed(dir string, entries []fs.DirEntry) (names, sizes []byte) {
	if t == nil {
		return nil, nil
	}
	var n, s bytes.Buffer
	for _, e := range entries {
		if t.ignore != nil && t.ignore(path.Join(dir, e.Name())) {
			continue
		}
		fmt.Fprintf(&n, "%q %v\n", e.Name(), e.Type())
		if info, err := e.Info(); err == nil && e.Type().IsRegular() {
			fmt.Fprintf(&s, "%q %d\n", e.Name(), info.Size()) // limits go by it
		}
	}
	return n.Bytes(), s.Bytes()
}

// held is how long a file is at most that is held in memory once it is traced, so that it is read
// once.
const held = 256 << 10

// opened puts the content of a file that was opened into the trace, and returns the file to be read
// from its beginning.
func (t *Trace) opened(key string, file *os.File) (fs.File, error) {
	info, err := file.Stat()
	if err != nil || info.IsDir() {
		return file, err
	}
	content, err := ReadAll(io.LimitReader(file, held+1), min(info.Size(), held+1))
	if err != nil {
		return nil, err
	}
	if len(content) <= held {
		t.note(key, content)
		return &heldFile{bytes.NewReader(content), file}, nil
	}
	sum, err := Sum(io.MultiReader(bytes.NewReader(content), file))
	if err != nil {
		return nil, err
	}
	t.sum(key, sum)
	_, err = file.Seek(0, io.SeekStart)
	return file, err
}

// heldFile is a file whose content is in memory.
type heldFile struct {
	*bytes.Reader
	file *os.File
}

// Stat implements [fs.File].
func (f *heldFile) Stat() (fs.FileInfo, error) { return f.file.Stat() }

// Close implements [fs.File].
func (f *heldFile) Close() error { return f.file.Close() }

// Same reports whether a folder is as it was traced, as far as it was looked at.
func (t *Trace) Same(dir string, ignore func(path string) bool) bool {
	f, err := Open(dir)
	if err != nil {
		return false
	}
	defer f.Close()
	now := NewTrace(ignore)
	f.Traced(now)
	for _, key := range t.quickFirst() {
		f.look(key)
		if now.Seen[key] != t.Seen[key] {
			return false
		}
	}
	return true
}

// quickFirst returns what was looked at, lists of folders first: most changes show in them.
func (t *Trace) quickFirst() []string {
	var lists, others []string
	for key := range t.Seen {
		if what, _, _ := strings.Cut(key, " "); strings.HasPrefix(what, lengths) {
			lists = append(lists, key)
		} else {
			others = append(others, key)
		}
	}
	return append(lists, others...)
}

// Edited returns the files whose content is another than it was before, if nothing else is: the
// same was looked at, and the same files are in the same folders. What was looked at before, and
// not yet now, is looked at in f.
func (t *Trace) Edited(f *Folder, before map[string][sha256.Size]byte) (files []string, ok bool) {
	f.Traced(t)
	for key := range before {
		if _, seen := t.Seen[key]; !seen {
			f.look(key)
		}
	}
	if t.Changed || len(t.Seen) != len(before) {
		return nil, false
	}
	for key, sum := range t.Seen {
		was, seen := before[key]
		what, name, _ := strings.Cut(key, " ")
		switch what = strings.TrimSuffix(what, linked); {
		case seen && was == sum, seen && what == lengths:
		case seen && what == content:
			files = append(files, name)
		default:
			return nil, false
		}
	}
	return files, true
}
