package load

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/model"
)

// staticFolder is the folder of the files that are published unchanged.
const staticFolder = "static"

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
			l.problems.Add(diag.NoFile, pos, `want a path below static/, as in "minutes/2025-03.pdf"`, "%q is not a file of static/", a.File)
			continue
		}
		data, ok, err := l.attached(file)
		if err != nil {
			return err
		}
		if !ok {
			l.problems.Add(diag.NoFile, pos, missingFile(a.File), "there is no %s", file)
			continue
		}
		sum := sha256.Sum256(data)
		a.Format, a.Bytes, a.SHA256 = strings.ToUpper(strings.TrimPrefix(path.Ext(a.File), ".")), len(data), hex.EncodeToString(sum[:])
		beside, ok, err := l.attached(file + ".txt")
		if err != nil {
			return err
		}
		if ok {
			file, data, sum = file+".txt", beside, sha256.Sum256(beside)
		}
		a.Text = l.src.Memo.attachment(file, sum, func() string { return textOf(file, data, l.limits.TextBytes) })
	}
	return nil
}

// textOf is the text of a file as one line, of so many bytes at most; "" where none can be read.
func textOf(file string, data []byte, most int) string {
	var words strings.Builder
	doc, err := source.Read(context.Background(), path.Base(file), data)
	switch {
	case err == nil:
		for _, b := range doc.Blocks {
			words.WriteString(b.Text + "\n")
			for _, row := range b.Rows {
				words.WriteString(strings.Join(row, " ") + "\n")
			}
		}
	case strings.EqualFold(path.Ext(file), ".csv"):
		words.Write(data)
	}
	text := oneLine(visible(words.String()))
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "")
	}
	return text
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

// missingFile says what mends the name of a file that is not there.
func missingFile(name string) string {
	if below, ok := strings.CutPrefix(name, staticFolder+"/"); ok {
		return "names begin below " + staticFolder + "/; did you mean " + strconv.Quote(below) + "?"
	}
	return "put the file into " + staticFolder + "/, or correct its name"
}
