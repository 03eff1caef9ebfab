package folder

import (
	"errors"
	"io/fs"
	"os"
	"path"
)

// Create writes a file that is not there yet, with the folders above it. The error is
// [fs.ErrExist] where something has that name.
func (f *Folder) Create(name, content string) error {
	dir, done, err := f.make(path.Dir(name))
	if err != nil {
		return err
	}
	defer done()
	file, err := dir.OpenFile(path.Base(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return named(err, name)
	}
	_, err = file.WriteString(content)
	if err := errors.Join(err, file.Close()); err != nil {
		return errors.Join(named(err, name), dir.Remove(path.Base(name)))
	}
	return nil
}

// Remove removes a file.
func (f *Folder) Remove(name string) error {
	dir, done, err := f.dir(path.Dir(name))
	if err != nil {
		return err
	}
	defer done()
	return named(dir.Remove(path.Base(name)), name)
}

// make returns a folder, which is made where it is not there.
func (f *Folder) make(name string) (dir *os.Root, done func(), err error) {
	dir, done, err = f.dir(name)
	if !errors.Is(err, fs.ErrNotExist) {
		return dir, done, err
	}
	above, left, err := f.make(path.Dir(name))
	if err != nil {
		return nil, nil, err
	}
	defer left()
	if err := above.Mkdir(path.Base(name), 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, nil, named(err, name)
	}
	return f.dir(name)
}
