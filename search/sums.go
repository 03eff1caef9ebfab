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
// them in the folder of all builds, below a line with the name of the build. Bleve checks little: a
// damaged index answers wrongly, or panics.
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

// namePart returns a short hash of all files of a language, and of its manifest, which names it and
// so lies elsewhere.
func namePart(sums map[string][sha256.Size]byte, m *bundle.Manifest) (string, error) {
	return nameOf(sums, m)
}

// nameBuild returns a short hash of the files that all languages share, and of all manifests.
func nameBuild(sums map[string][sha256.Size]byte, parts map[string]*part) (string, error) {
	manifests := make(map[string]*bundle.Manifest, len(parts))
	for lang, p := range parts {
		manifests[lang] = p.manifest
	}
	return nameOf(sums, manifests)
}

// nameOf returns a short hash of files and of a value.
func nameOf(sums map[string][sha256.Size]byte, v any) (string, error) {
	h := sha256.New()
	for _, name := range sortedKeys(sums) {
		fmt.Fprintf(h, "%s\x00%x", name, sums[name])
	}
	if err := json.NewEncoder(h).Encode(v); err != nil {
		return "", fmt.Errorf("name the build: %w", err)
	}
	return hex.EncodeToString(h.Sum(nil)[:6]), nil
}

func sumsHead(build string) string { return "# build " + build }

// writeSums writes sumsFile for a build whose common files have these sums.
func writeSums(root, build string, common map[string][sha256.Size]byte, parts map[string]*part) error {
	sums := map[string][sha256.Size]byte{}
	for name, sum := range common {
		if isNative(name) {
			sums[build+"/"+name] = sum
		}
	}
	for _, p := range parts {
		maps.Copy(sums, p.native)
	}
	var out bytes.Buffer
	fmt.Fprintln(&out, sumsHead(build))
	for _, name := range sortedKeys(sums) {
		fmt.Fprintf(&out, "%x  %s\n", sums[name], name)
	}
	return os.WriteFile(filepath.Join(root, sumsFile), out.Bytes(), 0o644)
}

// readSums reads the sumsFile of a build: sums, as text, by the paths of the files in dir.
func readSums(dir, build string) (map[string]string, error) {
	name := path.Join(build, sumsFile)
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	if !lines.Scan() || lines.Text() != sumsHead(build) {
		return nil, fmt.Errorf("%s is damaged, or of another build; %s", name, remedy)
	}
	sums := map[string]string{}
	for lines.Scan() {
		sum, file, _ := strings.Cut(lines.Text(), "  ")
		if !fs.ValidPath(file) {
			return nil, fmt.Errorf("%s is damaged; %s", name, remedy)
		}
		sums[file] = sum
	}
	return sums, lines.Err()
}

// checkSums fails, naming the file, if what Open reads of a build is not what Build wrote.
func checkSums(dir, build string, languages map[string]ManifestLanguage) error {
	sums, err := readSums(dir, build)
	if err != nil {
		return err
	}
	list := path.Join(build, sumsFile)
	buffer := make([]byte, sumBuffer)
	for _, name := range sortedKeys(sums) {
		sum, err := sumFile(filepath.Join(dir, filepath.FromSlash(name)), buffer)
		if err != nil {
			return fmt.Errorf("%w, which %s lists; %s", err, list, remedy)
		}
		if hex.EncodeToString(sum[:]) != sums[name] {
			return fmt.Errorf("%s is damaged: its SHA-256 is not that of %s; %s", name, list, remedy)
		}
	}
	for _, name := range nativeFiles(dir, build, languages) {
		if _, ok := sums[name]; !ok {
			return fmt.Errorf("%s does not list %s; %s", list, name, remedy)
		}
	}
	return nil
}

const remedy = "build the index again"

// nativeFiles lists the files of a build that Open reads, by their paths in dir.
func nativeFiles(dir, build string, languages map[string]ManifestLanguage) []string {
	names := []string{path.Join(build, labelsFile), path.Join(build, glossaryFile)}
	for _, lang := range sortedKeys(languages) {
		folder := path.Join(languages[lang].Part, lang, index.Folder)
		names = append(names, path.Join(folder, "index_meta.json"), path.Join(folder, "store/root.bolt"))
		segments, _ := fs.Glob(os.DirFS(dir), path.Join(folder, "store/*.zap")) // a good pattern
		names = append(names, segments...)
	}
	return names
}
