// Package manifest writes and checks the manifest of a published site: the SHA-256 of each of its
// files, in a file that sha256sum reads, too. It finds what a host, a proxy or a disk has lost or
// changed; against those who would change the manifest as well, compare with one kept elsewhere.
package manifest

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"
)

// Name is the name of the manifest, in the folder of the site.
const Name = "manifest.sha256"

// Sum is the SHA-256 of a file.
type Sum = [sha256.Size]byte

// Sums returns the hashes of all files of a folder by their paths, but of those in it that skip
// names.
func Sums(dir string, skip ...string) (map[string]Sum, error) {
	skipped := map[string]Sum{}
	for _, name := range skip {
		skipped[name] = Sum{}
	}
	out, err := Add(skipped, dir)
	for name := range skipped {
		delete(out, name)
	}
	return out, err
}

// Add returns the hashes of all files of a folder, some of which are known.
func Add(known map[string]Sum, dir string) (map[string]Sum, error) {
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if _, is := known[name]; err == nil && !d.IsDir() && !is {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	found := make([]Sum, len(names))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range names {
		group.Go(func() error {
			data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
			found[i] = sha256.Sum256(data)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	out := make(map[string]Sum, len(known)+len(names))
	maps.Copy(out, known)
	for i, name := range names {
		out[name] = found[i]
	}
	return out, nil
}

// Write writes the manifest of a folder whose files have these hashes, and returns its own.
func Write(dir string, sums map[string]Sum) (Sum, error) {
	var out bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		fmt.Fprintf(&out, "%x  %s\n", sums[name], name)
	}
	f, err := os.OpenFile(filepath.Join(dir, Name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return Sum{}, fmt.Errorf("the site has a file %s of its own; rename it in the source: build writes one", Name)
	}
	if err == nil {
		_, err = f.Write(out.Bytes())
		err = errors.Join(err, f.Close())
	}
	return sha256.Sum256(out.Bytes()), err
}

// Parse reads a manifest.
func Parse(data []byte) (map[string]Sum, error) {
	sums := map[string]Sum{}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		line := lines.Bytes()
		const name = 2*sha256.Size + 2
		var sum Sum
		if len(line) > name {
			if _, err := hex.Decode(sum[:], line[:name-2]); err == nil && string(line[name-2:name]) == "  " && fs.ValidPath(string(line[name:])) {
				sums[string(line[name:])] = sum
				continue
			}
		}
		return nil, fmt.Errorf("%s:%d: want a SHA-256 in hexadecimal digits, two spaces and the path of a file", Name, n)
	}
	if len(sums) == 0 {
		return nil, fmt.Errorf("%s lists no file", Name)
	}
	return sums, lines.Err()
}
