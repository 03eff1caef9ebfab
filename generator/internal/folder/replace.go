package folder

import (
	"crypto/rand"
	"errors"
	"os"
	"path"
)

// Replace writes a regular file anew, with the rights that it has. A program that is stopped, or a
// full disk, leaves the old text whole: the new one is written beside it and renamed.
func (f *Folder) Replace(name, content string) error {
	old, err := (&Folder{roots: f.roots}).open("open", name)
	if err != nil {
		return err
	}
	defer old.Close()
	info, err := old.Stat()
	if err != nil {
		return named(err, name)
	}
	dir, done, err := f.dir(path.Dir(name))
	if err != nil {
		return err
	}
	defer done()
	beside := "." + path.Base(name) + "." + rand.Text()
	file, err := dir.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return named(err, name)
	}
	defer dir.Remove(beside) // fails once it is renamed
	_, err = file.WriteString(content)
	if err := errors.Join(err, file.Chmod(info.Mode().Perm()), file.Sync(), file.Close()); err != nil {
		return named(err, name)
	}
	return dir.Rename(beside, path.Base(name))
}
