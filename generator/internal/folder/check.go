package folder

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
)

// Check records what is neither a file nor a folder in a folder and in those below it, but for what
// is hidden. A folder that is missing is empty.
func Check(fsys fs.FS, dir string, l *diag.List) error {
	err := fs.WalkDir(fsys, dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err == nil && Hidden(d.Name()) && d.IsDir():
			return fs.SkipDir
		case err == nil && !Hidden(d.Name()) && !d.IsDir() && !d.Type().IsRegular():
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

// Hidden reports whether a file or folder is hidden.
func Hidden(name string) bool { return strings.HasPrefix(name, ".") }

// Expected reports whether a file is one of those that tools hide in every folder, or that an
// editor hides beside a file while it is open. Nobody needs a report of them.
func Expected(name string) bool {
	return slices.Contains([]string{".gitkeep", ".gitignore", ".gitattributes", ".DS_Store"}, name) ||
		strings.HasPrefix(name, ".#") || Hidden(name) && path.Ext(name) == ".swp"
}

// LeftOver reports whether a file or folder is hidden, or what an editor or a system left: nobody
// means to publish it.
func LeftOver(name string) bool {
	lower := strings.ToLower(name)
	switch {
	case Hidden(name), strings.HasPrefix(name, "~$"), strings.HasSuffix(name, "~"),
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"), lower == "thumbs.db", lower == "desktop.ini":
		return true
	}
	return slices.Contains([]string{".bak", ".swp", ".swo", ".orig", ".rej", ".tmp", ".old"}, path.Ext(lower))
}
