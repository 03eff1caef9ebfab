package source

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/diag"
)

func TestWhatIsNoFileIsNotLoaded(t *testing.T) {
	dir := t.TempDir()
	name := func(of string) string { return filepath.Join(dir, of) }
	large, err := os.Create(name("large.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(large.Truncate(mostBytes+1), large.Close(), os.WriteFile(name("a.txt"), []byte("text"), 0o600)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, why string }{
		{name("large.txt"), "it has more than 64 MB"},
		{dir, "it is a folder, not a file (want"},
		{os.DevNull, "it is a device, not a file (want"},
	} {
		_, err := Load(c.name)
		if problems := (*diag.Error)(nil); !errors.As(err, &problems) || !strings.Contains(err.Error(), c.name+": "+c.why) {
			t.Errorf("%s: %v; want a problem with %q", c.name, err, c.why)
		}
	}
	if _, err := Load(name("nothing.txt")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("nothing.txt: %v, want %v", err, os.ErrNotExist)
	}
	if data, err := Load(name("a.txt")); string(data) != "text" || err != nil {
		t.Errorf("a.txt: %q, %v", data, err)
	}
}
