package site

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"time"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/model"
)

// checkedLayers remembers the folders of a site and its theme in which nothing was wrong, so that
// an edit of a text does not have all that is published with it looked through again.
type checkedLayers struct{ of [sha256.Size]byte }

// check is checkLayers, where anything may be otherwise than it was.
func (k *checkedLayers) check(from *folder.Folder, c *model.Config, l *diag.List) error {
	if k == nil {
		return checkLayers(from, c, l)
	}
	now, settled := look(allowed(from, c), c)
	if settled && now == k.of {
		return nil
	}
	k.of = [sha256.Size]byte{}
	before := l.Len()
	err := checkLayers(from, c, l)
	if err == nil && settled && l.Len() == before {
		k.of = now
	}
	return err
}

// justNow is how long ago a file was written that may be written again at what is the same time for
// the file system.
const justNow = 3 * time.Second

// look returns the hash of the lengths and times of all files in the folders of a site and its
// theme, with what they are checked by. It reports whether these say that nothing has changed.
func look(from *folder.Folder, c *model.Config) (sum [sha256.Size]byte, settled bool) {
	var seen bytes.Buffer
	fmt.Fprintf(&seen, "%q %q %q %+v %+v %+v\n", c.Theme, c.BaseURL, c.Hosts, c.Files, c.Limits, c.Brand)
	now := time.Now()
	for _, layer := range layerFolders(from, c) {
		for _, dir := range themeFolders {
			err := fs.WalkDir(from, path.Join(layer, dir), func(name string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() {
					fmt.Fprintf(&seen, "%q %v\n", name, err)
					if errors.Is(err, fs.ErrNotExist) {
						return nil
					}
					return err
				}
				info, err := d.Info()
				if err != nil {
					return err
				}
				if !d.Type().IsRegular() || now.Sub(info.ModTime()) <= justNow {
					return errors.ErrUnsupported
				}
				fmt.Fprintf(&seen, "%q %d %d\n", name, info.Size(), info.ModTime().UnixNano())
				return nil
			})
			if err != nil {
				return sum, false
			}
		}
	}
	return sha256.Sum256(seen.Bytes()), true
}
