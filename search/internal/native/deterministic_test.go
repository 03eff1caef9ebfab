package native

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestCanonicalizeRefusesOtherFiles(t *testing.T) {
	for name, content := range map[string][]byte{
		"empty":     nil,
		"version":   make([]byte, 100),
		"addresses": append(make([]byte, 92), 0, 0, 0, byte(zapVersion), 0, 0, 0, 0),
		"far":       append(slices.Repeat([]byte{0xff}, 92), 0, 0, 0, byte(zapVersion), 0, 0, 0, 0),
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		err := canonicalizeZap(path)
		if (err == nil) != (name == "addresses") { // no fields at all: nothing to do
			t.Errorf("%s: error %v", name, err)
		}
	}
}
