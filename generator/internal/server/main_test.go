package server

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/kengash/kengash/generator/internal/render/hugo"
	"github.com/kengash/kengash/generator/internal/site"
)

// excerpt is the collection that is served: a part of the one beside the program, which no editor
// changes.
const excerpt = "../../testdata/ict"

// built is the site that all tests serve.
var built string

func TestMain(m *testing.M) {
	hugo.Child()
	os.Exit(run(m))
}

func run(m *testing.M) int {
	temp, err := os.MkdirTemp("", "kengash-server-test-")
	if err == nil {
		defer os.RemoveAll(temp)
		built = filepath.Join(temp, "public")
		_, err = site.Build(context.Background(), site.Options{Source: site.Source{Dir: excerpt}, Destination: built})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "server tests:", err)
		return 1
	}
	return m.Run()
}
