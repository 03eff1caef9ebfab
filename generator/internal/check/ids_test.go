package check

import (
	"io/fs"
	"regexp"
	"testing"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/model"
)

// idForm is an id that a layout writes itself, or the beginning of one that it ends by data.
var idForm = regexp.MustCompile(`\bid="([^"{]+)`)

func TestAllIDsOfTheThemeAreItsOwn(t *testing.T) {
	found := 0
	err := fs.WalkDir(kengash.Files, "themes/kengash/layouts", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(kengash.Files, p)
		for _, m := range idForm.FindAllStringSubmatch(string(data), -1) {
			if found++; model.UnfitAnchor(m[1]) == "" {
				t.Errorf("%s writes the id %q, which a heading may have", p, m[1])
			}
		}
		return err
	})
	if err != nil || found < 10 {
		t.Fatalf("%d ids, %v", found, err)
	}
}
