package rules

import (
	"bytes"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/diag"
)

var update = flag.Bool("update", false, "write docs/problems.md anew")

const root = "../../../"

func TestTheRulesArePublishedAsAPage(t *testing.T) {
	got := Markdown()
	if *update {
		if err := os.WriteFile(root+Page, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(root + Page); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is out of date: run go test ./generator/internal/rules -update (%v)", Page, err)
	}
}

func TestEachRuleSaysAll(t *testing.T) {
	last := diag.Code(0)
	for _, r := range All() {
		if r.Code <= last {
			t.Errorf("%s follows %s", r.Code, last)
		}
		last = r.Code
		for _, text := range []string{r.Title, r.Means, r.Example, r.Mend} {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s leaves something out: %+v", r.Code, r)
			}
		}
	}
}

// codes returns the codes that diag defines, by name.
func codes(t *testing.T) map[string]diag.Code {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), root+"generator/internal/diag/code.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]diag.Code{}
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok {
			n, err := strconv.Atoi(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			found[spec.Names[0].Name] = diag.Code(n)
		}
		return true
	})
	return found
}

func TestEachCodeHasARuleAndIsReported(t *testing.T) {
	rules := map[diag.Code]bool{}
	for _, r := range All() {
		rules[r.Code] = true
	}
	used := map[string]bool{"More": true} // which diag reports itself
	each(t, func(file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "diag" {
					used[s.Sel.Name] = true
				}
			}
			return true
		})
	})
	seen := map[diag.Code]string{}
	for name, code := range codes(t) {
		if !rules[code] {
			t.Errorf("%s, %s, has no rule", name, code)
		}
		if !used[name] {
			t.Errorf("nothing reports %s, %s", name, code)
		}
		if old := seen[code]; old != "" {
			t.Errorf("%s is the code of %s and of %s", code, old, name)
		}
		seen[code] = name
	}
	if len(seen) != len(rules) {
		t.Errorf("%d codes, %d rules", len(seen), len(rules))
	}
}

func TestEachProblemHasACode(t *testing.T) {
	each(t, func(file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			elements := []ast.Expr{lit}
			if list, ok := lit.Type.(*ast.ArrayType); ok && isProblem(list.Elt) {
				elements = lit.Elts
			} else if !isProblem(lit.Type) {
				return true
			}
			for _, e := range elements {
				problem, ok := e.(*ast.CompositeLit)
				if ok && (len(problem.Elts) == 0 || !names(problem.Elts[0], "Code")) {
					t.Errorf("%s has a problem without a code", file.Name.Name)
				}
			}
			return true
		})
	})
}

func isProblem(e ast.Expr) bool {
	s, ok := e.(*ast.SelectorExpr)
	return ok && s.Sel.Name == "Problem"
}

func names(e ast.Expr, key string) bool {
	pair, ok := e.(*ast.KeyValueExpr)
	return ok && pair.Key.(*ast.Ident).Name == key
}

// each parses every file of the program but for tests and the rules themselves.
func each(t *testing.T, do func(*ast.File)) {
	t.Helper()
	err := filepath.WalkDir(root+"generator", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || filepath.Base(filepath.Dir(name)) == "rules" {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err == nil {
			do(file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
