package load

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"reflect"
	"runtime"
	"slices"
	"sync"

	"github.com/BurntSushi/toml"
	"golang.org/x/sync/errgroup"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/limit"
	"github.com/kengash/kengash/generator/internal/model"
)

// loader is what the reading of a site, or of one of its files, goes by and finds.
type loader struct {
	src        Source
	problems   diag.List
	limits     limit.Limits
	langs      []model.Lang
	collection *model.Collection
	unread     []string // files that are there and could not be read
	count      *count

	stamps map[string]stamp // of all files of the site, where records are remembered
	sights *[]sight         // what is seen of files; nil where that is not remembered
}

// count is how many records and texts are read.
type count struct {
	mu          sync.Mutex
	done, total int
	tell        func(done, total int) // may be nil
}

// another reports that another file is read.
func (c *count) another() {
	if c.tell == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.done++
	c.tell(c.done, c.total)
}

// eachFile reads files side by side, each by a loader of its own, and takes over what they find
// wrong in the order of the files.
func eachFile[T, R any](l *loader, files []T, read func(*loader, T) (R, error)) ([]R, error) {
	loaders, results := make([]loader, len(files)), make([]R, len(files))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, file := range files {
		group.Go(func() (err error) {
			loaders[i] = loader{src: l.src, limits: l.limits, langs: l.langs, collection: l.collection, stamps: l.stamps}
			results[i], err = read(&loaders[i], file)
			l.count.another()
			return err
		})
	}
	err := group.Wait()
	for i := range loaders {
		l.problems.Append(loaders[i].problems)
		l.unread = append(l.unread, loaders[i].unread...)
	}
	return results, err
}

// read returns the content of a file of facts or text, normalised, with what is not allowed in one
// replaced. ok is false where there is none to go by: err says why, or a problem that is recorded
// does.
func (l *loader) read(fsys fs.FS, name string) (data []byte, ok bool, err error) {
	return l.readWithin(l.limits, fsys, name)
}

// readWithin is read with limits other than the site's: the program's own files are right, whatever
// limits a site allows its own.
func (l *loader) readWithin(limits limit.Limits, fsys fs.FS, name string) (data []byte, ok bool, err error) {
	raw, ok, err := l.raw(limits, fsys, name)
	if !ok {
		return nil, false, err
	}
	data, ok = l.accept(limits, name, raw)
	return data, ok, nil
}

// raw returns the content of a file as it is. ok is false where there is none, as of read.
func (l *loader) raw(limits limit.Limits, fsys fs.FS, name string) (raw []byte, ok bool, err error) {
	raw, err = l.see(fsys, name, limits.Bytes(name))
	if l.told(err) {
		return nil, false, nil
	}
	return raw, err == nil, err
}

// accept returns the content of a file, normalised, with what is not allowed in one replaced; ok is
// false where that cannot be gone by.
func (l *loader) accept(limits limit.Limits, name string, raw []byte) (data []byte, ok bool) {
	data = normalised(raw)
	if p := limits.Check(name, data, joined(name)); p != nil {
		l.problems.AddProblem(*p)
		l.unread = append(l.unread, name)
		return nil, false
	}
	if at := invalidUTF8(data); at >= 0 {
		l.encoding(name, data, at)
		return nil, false
	}
	return onlyCharacters(name, data, &l.problems), true
}

// readAtMost returns the content of a file, and no more of it than shows that it is too long.
func readAtMost(fsys fs.FS, name string, bytes int) ([]byte, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, &diag.Error{Problems: []diag.Problem{{Code: diag.NotAFile, Pos: diag.Position{File: name}, Msg: "is a folder, and not a file", Hint: "put a file here"}}}
	}
	most := int64(bytes) + 1
	return folder.ReadAll(io.LimitReader(file, most), min(info.Size(), most))
}

// joined reports whether a file is a text of a document, the lines of whose blocks are read as one.
func joined(name string) bool {
	return path.Ext(name) == ".md" && model.Kind(path.Base(path.Dir(name))).Work()
}

// list returns the files and folders in a folder, but for hidden ones.
func (l *loader) list(fsys fs.FS, dir string) ([]fs.DirEntry, error) {
	entries, err := l.entries(fsys, dir)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return folder.Hidden(e.Name()) }), err
}

// entries returns the files and folders in a folder, and what is hidden; none where the folder
// or the file system is absent. What is neither a file nor a folder is a problem.
func (l *loader) entries(fsys fs.FS, dir string) ([]fs.DirEntry, error) {
	if fsys == nil {
		return nil, nil
	}
	entries, err := fs.ReadDir(fsys, dir)
	if errors.Is(err, fs.ErrNotExist) || l.told(err) {
		return nil, nil
	}
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		if folder.Hidden(e.Name()) || e.IsDir() || e.Type().IsRegular() {
			return false
		}
		_, err := fs.Stat(fsys, path.Join(dir, e.Name())) // knows why
		return l.told(err)
	}), err
}

// told records an error that is a problem of the input, and reports whether it is one.
func (l *loader) told(err error) bool {
	problems, ok := errors.AsType[*diag.Error](err)
	if ok {
		for _, p := range problems.Problems {
			l.problems.AddProblem(p)
			l.unread = append(l.unread, p.Pos.File)
		}
	}
	return ok
}

// bindFile parses a TOML file into a struct of the model; ok is false where its syntax is broken.
func (l *loader) bindFile(file string, data []byte, into any) (index *diag.Index, ok bool) {
	return l.bind(file, data, into, binder{})
}

// bind is bindFile with a binder of its own ways.
func (l *loader) bind(file string, data []byte, into any, b binder) (index *diag.Index, ok bool) {
	table, index, ok := l.parse(file, data)
	if !ok {
		return nil, false
	}
	b.index, b.problems, b.langs, b.raw = index, &l.problems, l.langs, leftIn(data)
	b.root = fieldsOf(reflect.TypeOf(into).Elem())
	if l.collection != nil {
		b.paths = l.collection.Paths
	}
	b.table(table, nil, reflect.ValueOf(into).Elem())
	b.tellLeftOut(file, data)
	return index, true
}

// parse reads the syntax of a TOML file and the positions of its keys.
func (l *loader) parse(file string, data []byte) (table map[string]any, index *diag.Index, ok bool) {
	if err := toml.Unmarshal(data, &table); err != nil {
		l.problems.AddProblem(syntaxProblem(file, data, err))
		l.unread = append(l.unread, file)
		return nil, nil, false
	}
	index = positions(file, data)
	if raw := leftIn(data); raw != "" || escaping(data) {
		l.values(table, nil, index, raw)
	}
	return table, index, true
}

// encoding reports a file that is not in UTF-8. Nothing of it is read.
func (l *loader) encoding(file string, data []byte, at int) {
	l.problems.Add(diag.Encoding, position(file, data, at), "save the file as UTF-8", "a text in an encoding other than UTF-8")
	l.unread = append(l.unread, file)
}

// tellUnread lets the collection know the files that could not be read so far, so that no fault is
// found that follows from that alone.
func (l *loader) tellUnread() {
	for _, file := range l.unread {
		l.collection.AddUnread(file)
	}
}
