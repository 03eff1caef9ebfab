//go:build unix

package publish

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/kengash/kengash/generator/internal/folder"
)

// A file of the site in place is kept where it has the content that is asked for, and is read
// where its stamp does not say that it has.
func TestKeepReadsWhatIsNotKnown(t *testing.T) {
	old := time.Now().Add(-time.Hour)
	write := func(content string, at time.Time) func(t *testing.T, file string) {
		return func(t *testing.T, file string) {
			t.Helper()
			if err := os.WriteFile(file, []byte(content), fileMode); err != nil {
				t.Fatal(err)
			}
			if err := os.Chtimes(file, at, at); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, test := range []struct {
		name   string
		change func(t *testing.T, file string)
		kept   bool
	}{
		{"untouched", func(*testing.T, string) {}, true},
		{"the same, written later", write("same", old.Add(time.Second)), true},
		{"another, written later", write("oops", old.Add(time.Second)), false},
		{"another, written just now", write("oops", time.Now()), false},
		{"a longer one", write("longer", old), false},
		{"another that none can tell from it without reading", write("oops", old), true},
		{"none", remove, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			dest := filepath.Join(tempDir(t), "public")
			file := filepath.Join(dest, "deep", "page.html")
			// begin has a stage for the site, and end publishes it.
			begin := func(stamps map[string]folder.Stamp) (s *Stage, end func()) {
				s, err := Prepare(dest, Options{Stamps: stamps})
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { _ = s.Discard() })
				return s, func() {
					if err := s.Commit(t.Context()); err != nil {
						t.Fatal(err)
					}
				}
			}
			keep := func(s *Stage) bool { return s.Keep("deep/page.html", sha256.Sum256([]byte("same"))) }

			s, end := begin(nil)
			if err := s.Write("deep/page.html", []byte("same")); err != nil {
				t.Fatal(err)
			}
			end()
			if len(s.Stamps()) > 0 {
				t.Errorf("what was just written has the stamps %v", s.Stamps())
			}
			write("same", old)(t, file)
			s, end = begin(nil)
			if !keep(s) {
				t.Fatal("a file that is read is not kept")
			}
			end()
			stamps := s.Stamps()
			if _, ok := stamps["deep/page.html"]; !ok {
				t.Fatalf("the stamps are %v", stamps)
			}
			test.change(t, file)
			s, _ = begin(stamps)
			if kept := keep(s); kept != test.kept {
				t.Errorf("kept: %v, want %v", kept, test.kept)
			}
		})
	}
}
