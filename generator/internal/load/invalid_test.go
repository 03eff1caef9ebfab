package load

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
)

// invalid calls test for every case in testdata/invalid, with its site and the problems that it
// names.
func invalid(t *testing.T, test func(t *testing.T, file string, a *txtar.Archive, site fstest.MapFS, want string)) {
	t.Helper()
	cases, err := filepath.Glob("testdata/invalid/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			name := filepath.Join("invalid", filepath.Base(file))
			a := archive(t, name)
			want := ""
			for _, f := range a.Files {
				if f.Name == "problems" {
					want = string(f.Data)
				}
			}
			test(t, file, a, files(archive(t, "base.txtar"), a), want)
		})
	}
}

func TestEveryFaultIsToldWithItsPlaceAndWhatIsWanted(t *testing.T) {
	invalid(t, func(t *testing.T, file string, a *txtar.Archive, site fstest.MapFS, want string) {
		got := problems(t, site)
		if got == "" {
			t.Fatal("no fault is found")
		}
		if *update && got != want {
			kept := a.Files[:0:0]
			for _, f := range a.Files {
				if f.Name != "problems" {
					kept = append(kept, f)
				}
			}
			a.Files = append(kept, txtar.File{Name: "problems", Data: []byte(got)})
			if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
			want = got
		}
		if got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
}

// Files from Windows say the same as others.
func TestFaultsStandInTheSamePlacesWithCRLFAndBOM(t *testing.T) {
	change := map[string]func(string) string{
		"CRLF": func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"BOM":  func(s string) string { return "\ufeff" + s },
		"both": func(s string) string { return "\ufeff" + strings.ReplaceAll(s, "\n", "\r\n") },
	}
	invalid(t, func(t *testing.T, _ string, _ *txtar.Archive, site fstest.MapFS, want string) {
		for name, change := range change {
			other := fstest.MapFS{}
			for file, f := range site {
				other[file] = &fstest.MapFile{Data: []byte(change(string(f.Data)))}
			}
			if got := problems(t, other); got != want {
				t.Errorf("with %s: got\n%s\nwant\n%s", name, got, want)
			}
		}
	})
}

func TestTheSmallestSiteHasNoFault(t *testing.T) {
	if got := problems(t, site(t, "")); got != "" {
		t.Error(got)
	}
}

func TestAFaultOfTheFileSystemIsAnErrorAndNoProblem(t *testing.T) {
	for _, file := range []string{"kengash.toml", "data", "data/topics", "data/topics/ai.toml", "content", "content/en", "content/en/notes", "content/en/notes/first.md"} {
		s := site(t, "-- content/en/notes/first.md --\nWords [@f1].\n")
		c, list, err := Load(Source{Site: unreadable{s, file}})
		if !errors.Is(err, fs.ErrPermission) || c != nil || list.Len() > 0 {
			t.Errorf("%s cannot be read: got %v, %v", file, err, lines(list))
		}
	}
}

// unreadable is a file system in which one file or folder cannot be opened.
type unreadable struct {
	fs.FS
	name string
}

func (u unreadable) Open(name string) (fs.File, error) {
	if name == u.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return u.FS.Open(name)
}
