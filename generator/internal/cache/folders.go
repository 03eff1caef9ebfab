package cache

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
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

// Names of our own. Whoever names a folder for the cache may have named one that holds more.
var (
	storeName = regexp.MustCompile(`^[0-9a-f]{16}$`)
	packName  = regexp.MustCompile(`^\d{12}-\d+\.(pack|new)$`)
)

// oldStore is the store of another site.
type oldStore struct {
	path  string
	used  time.Time
	size  int64
	files []string
}

// removeOld removes the stores in a folder that were not used for the longest time until the rest
// has limit bytes, but not the own one.
func removeOld(dir, own string, now time.Time, limit int64) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	var stores []oldStore
	var total int64
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !e.IsDir() || !storeName.MatchString(e.Name()) {
			continue
		}
		st := oldStore{path: filepath.Join(dir, e.Name()), used: info.ModTime()}
		st.look(now)
		total += st.size
		if st.path != own {
			stores = append(stores, st)
		}
	}
	slices.SortFunc(stores, func(a, b oldStore) int { return a.used.Compare(b.used) })
	for _, st := range stores {
		if total <= limit {
			return
		}
		for _, file := range st.files {
			_ = os.Remove(file)
		}
		_ = os.Remove(st.path) // if there is nothing else in it
		total -= st.size
	}
}

// look lists the packs of a store, and removes what killed runs have left.
func (st *oldStore) look(now time.Time) {
	entries, err := os.ReadDir(st.path)
	if err != nil {
		return
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() || !packName.MatchString(e.Name()) {
			continue
		}
		file := filepath.Join(st.path, e.Name())
		if filepath.Ext(file) == unsealed && now.Sub(info.ModTime()) > stale {
			_ = os.Remove(file)
			continue
		}
		st.size += info.Size()
		st.files = append(st.files, file)
	}
}
