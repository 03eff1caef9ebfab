package search

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/kengash/kengash/search/internal/bundle"
	"github.com/kengash/kengash/search/internal/index"
)

// sumsFile has the SHA-256 of what Open reads without checksums of its own, as sha256sum writes
// them, below a line with the name of the build. Bleve checks little: a damaged index answers
// wrongly, or panics.
const sumsFile = "native.sha256"

// isNative reports whether sumsFile has a file of a build.
func isNative(name string) bool {
	return name == labelsFile || name == glossaryFile || strings.Contains(name, "/"+index.Folder+"/")
}

// sumTree returns the SHA-256 of all files below a folder by their paths.
func sumTree(root string) (map[string][sha256.Size]byte, error) {
	sums := map[string][sha256.Size]byte{}
	buffer := make([]byte, sumBuffer)
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		sums[name], err = sumFile(filepath.Join(root, filepath.FromSlash(name)), buffer)
		return err
	})
	return sums, err
}

// sumBuffer is how much of a file is read at once.
const sumBuffer = 64 << 10

// sumFile returns the SHA-256 of a file, which it reads by way of a buffer.
func sumFile(name string, buffer []byte) (sum [sha256.Size]byte, err error) {
	f, err := os.Open(name)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.CopyBuffer(h, struct{ io.Reader }{f}, buffer) // a file would take one of its own
	return [sha256.Size]byte(h.Sum(nil)), err
}

// sameTree reports whether two folders have the same files.
func sameTree(a, b string) bool {
	inA, err := sumTree(a)
	if err != nil {
		return false
	}
	inB, err := sumTree(b)
	return err == nil && maps.Equal(inA, inB)
}

// nameBuild returns a short hash of all files of a build, and of the manifests, which name it and
// so lie elsewhere.
func nameBuild(sums map[string][sha256.Size]byte, manifests map[string]*bundle.Manifest) (string, error) {
	h := sha256.New()
	for _, name := range sortedKeys(sums) {
		fmt.Fprintf(h, "%s\x00%x", name, sums[name])
	}
	if err := json.NewEncoder(h).Encode(manifests); err != nil {
		return "", fmt.Errorf("name the build: %w", err)
	}
	return hex.EncodeToString(h.Sum(nil)[:6]), nil
}

func sumsHead(build string) string { return "# build " + build }

// writeSums writes sumsFile.
func writeSums(root, build string, sums map[string][sha256.Size]byte) error {
	var out bytes.Buffer
	fmt.Fprintln(&out, sumsHead(build))
	for _, name := range sortedKeys(sums) {
		if isNative(name) {
			fmt.Fprintf(&out, "%x  %s\n", sums[name], name)
		}
	}
	return os.WriteFile(filepath.Join(root, sumsFile), out.Bytes(), 0o644)
}

// checkSums fails, naming the file, if what Open reads of a build is not what Build wrote.
func checkSums(dir, build string, languages map[string]ManifestLanguage) error {
	root := filepath.Join(dir, build)
	data, err := os.ReadFile(filepath.Join(root, sumsFile))
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	if !lines.Scan() || lines.Text() != sumsHead(build) {
		return fmt.Errorf("%s is damaged, or of another build; %s", path.Join(build, sumsFile), remedy)
	}
	listed, buffer := map[string]bool{}, make([]byte, sumBuffer)
	for lines.Scan() {
		want, name, _ := strings.Cut(lines.Text(), "  ")
		if !fs.ValidPath(name) {
			return fmt.Errorf("%s is damaged; %s", path.Join(build, sumsFile), remedy)
		}
		sum, err := sumFile(filepath.Join(root, filepath.FromSlash(name)), buffer)
		if err != nil {
			return err
		}
		if hex.EncodeToString(sum[:]) != want {
			return fmt.Errorf("%s is damaged: its SHA-256 is not that of %s; %s", path.Join(build, name), sumsFile, remedy)
		}
		listed[name] = true
	}
	for _, name := range nativeFiles(root, languages) {
		if !listed[name] {
			return fmt.Errorf("%s does not list %s; %s", path.Join(build, sumsFile), name, remedy)
		}
	}
	return lines.Err()
}

const remedy = "build the index again"

// nativeFiles lists the files of a build that Open reads.
func nativeFiles(root string, languages map[string]ManifestLanguage) []string {
	names := []string{labelsFile, glossaryFile}
	for _, lang := range sortedKeys(languages) {
		names = append(names, path.Join(lang, index.Folder, "index_meta.json"), path.Join(lang, index.Folder, "store/root.bolt"))
		segments, _ := fs.Glob(os.DirFS(root), path.Join(lang, index.Folder, "store/*.zap")) // a good pattern
		names = append(names, segments...)
	}
	return names
}
