//go:build unix

package source

import (
	"fmt"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestANamedPipeIsNotWaitedFor(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe.txt")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err) // not on every file system
	}
	if _, err := Load(pipe); !strings.Contains(fmt.Sprint(err), "it is a named pipe, not a file") {
		t.Error(err)
	}
}
