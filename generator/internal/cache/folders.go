package cache

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// Of opens the store of a site in a folder for the stores of all sites. A site is known by the path
// of its source.
//
// The folder holds at most limit bytes: the stores that were not used for the longest time are
// removed, and what killed runs have left.
func Of(dir, source string, limit int64) (*Store, error) {
	abs, err := filepath.Abs(source)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256([]byte(abs))
	own := filepath.Join(dir, hex.EncodeToString(sum[:8]))
	s, err := Open(own)
	if err != nil {
		return nil, err
	}
	now := time.Now() // of no output; it says only what was used last
	_ = os.Chtimes(own, now, now)
	removeOld(dir, own, now, limit)
	return s, nil
}

// stale is how old an unsealed pack must be for it to be one of a killed run.
const stale = 24 * time.Hour

// removeOld removes the stores in a folder that were not used for the longest time until the rest
// has limit bytes, but not the own one.
func removeOld(dir, own string, now time.Time, limit int64) {
	type store struct {
		path string
		used time.Time
		size int64
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	var stores []store
	var total int64
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		info, err := e.Info()
		if err != nil || !e.IsDir() {
			continue
		}
		st := store{path: path, used: info.ModTime()}
		_ = filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil
			}
			info, err := d.Info()
			if err != nil {
				return nil
			}
			if filepath.Ext(name) == unsealed && now.Sub(info.ModTime()) > stale {
				_ = os.Remove(name)
				return nil
			}
			st.size += info.Size()
			return nil
		})
		total += st.size
		if path != own {
			stores = append(stores, st)
		}
	}
	slices.SortFunc(stores, func(a, b store) int { return a.used.Compare(b.used) })
	for _, st := range stores {
		if total <= limit {
			return
		}
		_ = os.RemoveAll(st.path)
		total -= st.size
	}
}
