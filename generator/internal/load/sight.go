package load

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/folder"
)

// sight is what was seen of a file: its content, or that there was none.
type sight struct {
	name  string
	bytes int // of it that were read at most
	gone  bool
	sum   [sha256.Size]byte // of its content
	stamp stamp             // when it was read
}

// stamp is by what a file is known to be the same without being read: its length, and when it was
// written. One that was written just before may be written again at what is the same time for the
// file system, so that its stamp says nothing.
type stamp struct {
	bytes   int64
	written time.Time
	says    bool
}

// settled is how long ago a file was written whose stamp says something. Some file systems count in
// units of two seconds.
const settled = 3 * time.Second

// stampOf is the stamp of a file, or of something else that has its name.
func stampOf(info fs.FileInfo, err error, now time.Time) stamp {
	if err != nil || !info.Mode().IsRegular() {
		return stamp{}
	}
	return stamp{info.Size(), info.ModTime(), now.Sub(info.ModTime()) > settled}
}

// see returns the content of a file, and no more of it than shows that it is too long. What is seen
// is remembered, if it is to be.
func (l *loader) see(fsys fs.FS, name string, bytes int) ([]byte, error) {
	data, err := readAtMost(fsys, name, bytes)
	if l.sights != nil {
		*l.sights = append(*l.sights, l.sightOf(name, bytes, data, err))
	}
	return data, err
}

func (l *loader) sightOf(name string, bytes int, data []byte, err error) sight {
	return sight{name, bytes, errors.Is(err, fs.ErrNotExist), sha256.Sum256(data), l.stamps[name]}
}

// sees reports whether files of the site are as they were seen. What could not be read is looked at
// again.
func (l *loader) sees(seen []sight) bool {
	for i, s := range seen {
		now, there := l.stamps[s.name]
		if s.gone && !there && !hidden(s.name) {
			continue
		}
		if now.says && s.stamp.says && now.bytes == s.stamp.bytes && now.written.Equal(s.stamp.written) {
			continue
		}
		data, err := readAtMost(l.src.Site, s.name, s.bytes)
		again := l.sightOf(s.name, s.bytes, data, err)
		if err != nil && !(s.gone && again.gone) || again.gone != s.gone || again.sum != s.sum {
			return false
		}
		seen[i] = again
	}
	return true
}

// hidden reports whether a file is hidden, or in a folder that is.
func hidden(name string) bool { return slices.ContainsFunc(strings.Split(name, "/"), folder.Hidden) }
