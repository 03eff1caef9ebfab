package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/kengash/kengash"

// rooms says which of our own packages each may import. Everything points one way:
// diag <- model <- {load, check, render} <- generator; cite, picture, publish and search stand alone.
var rooms = map[string][]string{
	module:                    {},
	module + "/search":        {},
	module + "/search/pages":  {"/search"},
	module + "/generator":     {"", "/search", "/search/pages", "/generator/internal/check", "/generator/internal/diag", "/generator/internal/load", "/generator/internal/model", "/generator/internal/publish", "/generator/internal/render"},
	internal + "/diag":        {},
	internal + "/model":       {"/generator/internal/diag"},
	internal + "/load":        {"/generator/internal/diag", "/generator/internal/model"},
	internal + "/check":       {"/generator/internal/diag", "/generator/internal/model"},
	internal + "/cite":        {},
	internal + "/picture":     {},
	internal + "/render":      {"/generator/internal/cite", "/generator/internal/model", "/generator/internal/picture", "/generator/internal/render/hugo", "/generator/internal/render/terms"},
	internal + "/render/hugo": {},
	internal + "/publish":     {},
	internal + "/browser":     {},

	internal + "/render/terms":     {},
	module + "/tools/bench/corpus": {},
	module + "/tools/han":          {},
}

const internal = module + "/generator/internal"

// only says which room alone may import a library, so that an API without a promise has one door.
var only = map[string]string{
	"github.com/gohugoio/hugo":        internal + "/render/hugo",
	"github.com/blevesearch/bleve/v2": module + "/search",
	"github.com/BurntSushi/toml":      internal + "/load",
	"github.com/yuin/goldmark":        internal + "/load",
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func TestImportsPointOneWay(t *testing.T) {
	for _, p := range listPackages(t) {
		allowed, known := rooms[p.ImportPath]
		if !known {
			t.Errorf("%s is a new room: say in this test what it may import", p.ImportPath)
			continue
		}
		for _, imported := range p.Imports {
			if below, ours := strings.CutPrefix(imported, module); ours && !slices.Contains(allowed, below) {
				t.Errorf("%s imports %s, which it may not", p.ImportPath, imported)
			}
			for library, room := range only {
				if (imported == library || strings.HasPrefix(imported, library+"/")) && p.ImportPath != room {
					t.Errorf("%s imports %s; only %s may", p.ImportPath, imported, room)
				}
			}
		}
	}
}

// listPackages gives the packages of the module with their imports, those of tests left out.
func listPackages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", module+"/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var packages []goPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}
