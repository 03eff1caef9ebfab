package server

import (
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/render/hugo"
	"github.com/kengash/kengash/generator/internal/site"
)

// excerpt is the collection that is served: a part of the one beside the program, which no editor
// changes.
const excerpt = "../../testdata/ict"

// live is the site that all tests serve, and built the folder that has its index.
var (
	live  *site.Live
	built string
)

func TestMain(m *testing.M) {
	hugo.Child()
	source.Child()
	os.Exit(run(m))
}

func run(m *testing.M) int {
	temp, err := os.MkdirTemp("", "kengash-server-test-")
	if err == nil {
		defer os.RemoveAll(temp)
		built = temp
		live = site.NewLive(context.Background(), site.Options{Source: site.Source{Dir: excerpt, BaseURL: "http://127.0.0.1:1313/"}})
		defer live.Close()
		if err = live.Update(); err == nil {
			_, err = live.Index(context.Background(), built)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "server tests:", err)
		return 1
	}
	return m.Run()
}

// testServer returns a server of the site without an index, which is known by the name that
// httptest asks for.
func testServer() *server {
	s := newServer(live, built, site.IndexFolder)
	s.hosts = []string{"example.com"}
	return s
}
