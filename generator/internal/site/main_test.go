package site_test

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/kengash/kengash/generator/internal/command"
	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/render/hugo"
)

// TestMain makes this program stand for "kengash" too, for tests that want a process of its own.
func TestMain(m *testing.M) {
	hugo.Child()
	source.Child()
	testscript.Main(cleaner{m}, map[string]func(){"kengash": func() { os.Exit(command.Main()) }})
}

// cleanup is what stays to be done when all tests have run.
var cleanup []func()

type cleaner struct{ *testing.M }

func (c cleaner) Run() int {
	defer func() {
		for _, f := range cleanup {
			f()
		}
	}()
	return c.M.Run()
}
