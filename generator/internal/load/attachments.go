package load

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// staticFolder is the folder of the files that are published unchanged.
const staticFolder = "static"

// readableEndings are the endings of files whose text can be read as it is.
var readableEndings = []string{".txt", ".md", ".csv"}

// attachments reads the size, the hash and the text of each file that belongs to an entity. The
// text of a scan is in a file beside it, "signed.pdf.txt".
func (l *loader) attachments(e model.Entity) error {
	base := model.BaseOf(e)
	for i := range base.Attachments {
		a := &base.Attachments[i]
		if a.File == "" {
			continue // told by bind
		}
		pos := e.At("attachment", a.Key, "file")
		file := path.Join(staticFolder, a.File)
		if !fs.ValidPath(a.File) || path.Clean(a.File) != a.File {
			l.problems.Add(pos, `want a path below static/, as in "minutes/2025-03.pdf"`, "%q is not a file of static/", a.File)
			continue
		}
		data, ok, err := l.attached(file)
		if err != nil {
			return err
		}
		if !ok {
			l.problems.Add(pos, "put the file into "+staticFolder+"/, or correct its name", "there is no %s", file)
			continue
		}
		sum := sha256.Sum256(data)
		a.Format, a.Bytes, a.SHA256 = strings.ToUpper(strings.TrimPrefix(path.Ext(a.File), ".")), len(data), hex.EncodeToString(sum[:])
		if !readable(a.File) {
			if data, _, err = l.attached(file + ".txt"); err != nil {
				return err
			}
		}
		a.Text = oneLine(visible(string(data)))
	}
	return nil
}

func readable(file string) bool {
	return slices.Contains(readableEndings, strings.ToLower(path.Ext(file)))
}

// visible is a text without what readers do not see of it.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsGraphic(r) && r != utf8.RuneError || r == '\n' {
			return r
		}
		return ' '
	}, text)
}

// attached returns the content of a file; ok is false where there is none.
func (l *loader) attached(file string) (data []byte, ok bool, err error) {
	data, err = l.see(l.src.Site, file, l.limits.FileBytes)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if _, told := errors.AsType[*diag.Error](err); told {
		return nil, false, nil
	}
	return data, err == nil, err
}
