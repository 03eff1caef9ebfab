package kengash_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const (
	module   = "github.com/kengash/kengash"
	internal = module + "/generator/internal"

	searching = module + "/search/internal"
)

// allowed says which of our own packages each may import. Everything points one way:
//
//	chars <- diag <- model <- {load, check, render, documents} <- site <- command <- kengash
//	search <- {documents, results} <- server <- command
//
// publish and render/hugo report by diag; cite, lock, picture, search and stage stand alone.
var allowed = map[string][]string{
	module: {},
	module + "/search": {
		searching + "/bundle", searching + "/constants", searching + "/index", searching + "/native",
		searching + "/query", searching + "/text", searching + "/wire",
	},
	searching + "/constants": {},
	searching + "/wire":      {},
	searching + "/text":      {searching + "/constants", searching + "/wire"},
	searching + "/native":    {searching + "/text", searching + "/wire"},
	searching + "/bundle": {
		searching + "/constants", searching + "/native", searching + "/text", searching + "/wire",
	},
	searching + "/query": {searching + "/constants", searching + "/native", searching + "/text"},
	searching + "/index": {
		searching + "/bundle", searching + "/constants", searching + "/native", searching + "/query", searching + "/text",
	},
	module + "/search/pages":      {module + "/search"},
	module + "/generator/kengash": {internal + "/command"},
	internal + "/command": {
		internal + "/chars", internal + "/check", internal + "/diag", internal + "/documents", internal + "/edit", internal + "/folder", internal + "/intake/draft", internal + "/intake/source", internal + "/model",
		internal + "/profile", internal + "/rename", internal + "/render/hugo", internal + "/report", internal + "/results", internal + "/rules", internal + "/scaffold", internal + "/schema", internal + "/server", internal + "/site", internal + "/stage",
		module + "/search", module + "/search/pages",
	},
	internal + "/site": {
		module, internal + "/cache", internal + "/check", internal + "/diag", internal + "/documents", internal + "/folder", internal + "/load",
		internal + "/manifest", internal + "/model", internal + "/profile", internal + "/publish", internal + "/render", internal + "/stage", internal + "/static",
		internal + "/verify", module + "/search",
	},
	internal + "/server":    {internal + "/diag", internal + "/results", internal + "/scratch", internal + "/verify", module + "/search"},
	internal + "/results":   {internal + "/chars", module + "/search"},
	internal + "/documents": {internal + "/model", module + "/search"},
	internal + "/diag":      {internal + "/chars"},
	internal + "/rules":     {internal + "/diag"},
	internal + "/report":    {internal + "/chars", internal + "/diag", internal + "/rules"},
	internal + "/chars":     {},
	internal + "/folder":    {internal + "/diag"},
	internal + "/static":    {internal + "/diag", internal + "/folder", internal + "/limit", internal + "/verify"},
	internal + "/limit":     {internal + "/diag"},
	internal + "/model":     {internal + "/diag", internal + "/limit", internal + "/typography"},
	internal + "/load": {
		internal + "/chars", internal + "/diag", internal + "/folder", internal + "/intake/source", internal + "/limit", internal + "/model", internal + "/typography",
	},
	internal + "/edit":          {internal + "/folder"},
	internal + "/rename":        {internal + "/diag", internal + "/edit", internal + "/load", internal + "/model"},
	internal + "/scaffold":      {internal + "/model", internal + "/typography"},
	internal + "/schema":        {internal + "/limit", internal + "/model"},
	internal + "/intake/source": {internal + "/child", internal + "/diag", internal + "/limit", internal + "/profile"},
	internal + "/intake/draft":  {internal + "/intake/source", internal + "/model", internal + "/scaffold"},
	internal + "/cache":         {},
	internal + "/check":         {internal + "/diag", internal + "/model", internal + "/typography"},
	internal + "/cite":          {},

	internal + "/hostile":       {},
	internal + "/hostile/sites": {internal + "/hostile", internal + "/limit"},
	internal + "/scale":         {},
	internal + "/scale/bench":   {internal + "/scale", internal + "/stage"},
	internal + "/scale/records": {internal + "/scale"},
	internal + "/picture":       {},
	internal + "/render": {
		internal + "/cache", internal + "/cite", internal + "/diag", internal + "/model", internal + "/picture", internal + "/profile",
		internal + "/render/hugo", internal + "/render/terms", internal + "/stage", internal + "/typography",
	},
	internal + "/render/hugo": {
		internal + "/child", internal + "/diag", internal + "/folder", internal + "/profile", internal + "/scratch", internal + "/stage",
	},
	internal + "/render/terms":     {},
	internal + "/typography":       {},
	internal + "/publish":          {internal + "/diag", internal + "/folder", internal + "/lock"},
	internal + "/verify":           {internal + "/diag"},
	internal + "/child":            {internal + "/profile"},
	internal + "/profile":          {internal + "/stage"},
	internal + "/stage":            {},
	internal + "/manifest":         {internal + "/diag"},
	internal + "/lock":             {},
	internal + "/scratch":          {internal + "/diag", internal + "/lock"},
	internal + "/browser":          {},
	module + "/tools/bench/corpus": {},
	module + "/tools/han":          {},
}

// only says which packages alone, with their internal ones, may import a library, so that an API
// without a promise has one door.
var only = map[string][]string{
	"github.com/gohugoio/hugo":        {internal + "/render/hugo"},
	"github.com/blevesearch/bleve/v2": {module + "/search"},
	"github.com/BurntSushi/toml":      {internal + "/load"},
	"github.com/yuin/goldmark":        {internal + "/load", internal + "/intake/source"},
	"github.com/google/pprof":         {internal + "/profile"},
	"github.com/klippa-app/go-pdfium": {internal + "/intake/source"},
	"github.com/tetratelabs/wazero":   {internal + "/intake/source"},
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

// behind reports whether a package is one of those that have a door, or internal to one.
func behind(path string, doors []string) bool {
	return slices.ContainsFunc(doors, func(door string) bool {
		return path == door || strings.HasPrefix(path, door+"/internal/")
	})
}

func TestImportsPointOneWay(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range listPackages(t) {
		seen[p.ImportPath] = true
		may, known := allowed[p.ImportPath]
		if !known {
			t.Errorf("%s is a new package: say in this test what it may import", p.ImportPath)
			continue
		}
		for _, imported := range p.Imports {
			ours := imported == module || strings.HasPrefix(imported, module+"/")
			if ours && !slices.Contains(may, imported) {
				t.Errorf("%s imports %s, which it may not", p.ImportPath, imported)
			}
			for library, doors := range only {
				if (imported == library || strings.HasPrefix(imported, library+"/")) && !behind(p.ImportPath, doors) {
					t.Errorf("%s imports %s; only %s may", p.ImportPath, imported, strings.Join(doors, " and "))
				}
			}
		}
	}
	for path := range allowed {
		if !seen[path] {
			t.Errorf("%s is no package any more", path)
		}
	}
}

// listPackages returns the packages of the module with their imports, those of tests left out.
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
