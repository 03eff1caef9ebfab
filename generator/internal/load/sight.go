package load

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"slices"
	"strings"

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

// stamp is the stamp of a file, or of something else that has its name, which says nothing.
type stamp struct {
	folder.Stamp
	says bool
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

// lacks reports whether a file is known not to be there, and remembers it. Nothing is known before
// the site is measured.
func (l *loader) lacks(name string) bool {
	if _, there := l.stamps[name]; there || len(l.stamps) == 0 || hidden(name) {
		return false
	}
	if l.sights != nil {
		*l.sights = append(*l.sights, sight{name: name, gone: true})
	}
	return true
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
		if now.says && now == s.stamp {
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
