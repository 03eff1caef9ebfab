//go:build unix

package folder

import (
	"fmt"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestANamedPipeIsNotWaitedFor(t *testing.T) {
	f := tree(t, nil)
	if err := syscall.Mkfifo(filepath.Join(f.entered["."].Name(), "pipe.md"), 0o644); err != nil {
		t.Skip(err) // not on every file system
	}
	for _, try := range []func(string) error{
		func(name string) error { _, err := f.Open(name); return err },
		func(name string) error { _, err := f.Stat(name); return err },
		func(name string) error { _, err := f.Linked().ReadFile(name); return err },
	} {
		if err := try("pipe.md"); !strings.Contains(fmt.Sprint(err), "pipe.md: is a named pipe") {
			t.Error(err)
		}
	}
}
