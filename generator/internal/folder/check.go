package folder

import (
	"errors"
	"io/fs"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
)

// Check records what is neither a file nor a folder in a folder and in those below it, but for what
// is hidden. A folder that is missing is empty.
func Check(fsys fs.FS, dir string, l *diag.List) error {
	err := fs.WalkDir(fsys, dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err == nil && strings.HasPrefix(d.Name(), ".") && d.IsDir():
			return fs.SkipDir
		case err == nil && !strings.HasPrefix(d.Name(), ".") && !d.IsDir() && !d.Type().IsRegular():
			_, err = fs.Stat(fsys, name) // knows why
		}
		if problems, told := errors.AsType[*diag.Error](err); told {
			for _, p := range problems.Problems {
				l.AddProblem(p)
			}
			return nil
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
