package command

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/render/hugo"
)

var update = flag.Bool("update", false, "write what the scripts compare anew")

// TestMain makes this program stand for "kengash" too, in scripts.
func TestMain(m *testing.M) {
	hugo.Child()
	source.Child()
	if os.Getenv("XDG_CACHE_HOME") == "" {
		// No test finds what another has made, or leaves anything in the user's folder.
		_ = os.Setenv("XDG_CACHE_HOME", os.DevNull)
	}
	testscript.Main(m, map[string]func(){
		"kengash": func() {
			patience = guard / 2 // a slow disk takes more than a user's patience
			os.Exit(Main())
		},
		"onsmalldisk": onSmallDisk,
	})
}

// guard is how long a process may take that does not hang; no test relies on its length.
const guard = 10 * time.Minute

// fixture is the small site of another organisation: two languages, a protocol of two clauses.
const fixture = "../../testdata/site"

// TestScripts runs the promises of the command line, a file each. A script starts in a folder with
// the small site in site/; $BUILT is that site as built.
func TestScripts(t *testing.T) {
	built := sync.OnceValues(func() (string, error) {
		dir := filepath.Join(t.TempDir(), "built")
		var stderr bytes.Buffer
		if code := Run(context.Background(), []string{"build", "-s", fixture, "-d", dir}, nil, new(bytes.Buffer), &stderr); code != 0 {
			return "", errors.New(stderr.String())
		}
		return dir, nil
	})
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			dir, err := built()
			if err != nil {
				return err
			}
			env.Setenv("BUILT", dir)
			env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, ".cache"))
			return os.CopyFS(filepath.Join(env.WorkDir, "site"), os.DirFS(fixture))
		},
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "root":
				return os.Geteuid() == 0, nil
			case "pty": // the system can make terminals
				f, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
				if err != nil {
					return false, nil
				}
				return true, f.Close()
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"selects":  selects,
			"jsonkeys": jsonKeys,
			"snapshot": snapshot,
			"nowhere":  nowhere,
			"replace":  replace,
		},
	})
}

// selects FILE SELECTOR [TEXT]: the page has the element, and one with the text where one is named.
// With !, it has none.
func selects(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 && len(args) != 3 {
		ts.Fatalf("usage: selects file selector [text]")
	}
	page, err := goquery.NewDocumentFromReader(strings.NewReader(ts.ReadFile(args[0])))
	ts.Check(err)
	found := page.Find(args[1])
	if len(args) == 3 {
		found = found.FilterFunction(func(_ int, s *goquery.Selection) bool { return strings.Contains(s.Text(), args[2]) })
	}
	if (found.Length() > 0) == neg {
		ts.Fatalf("%s has %d of %q", args[0], found.Length(), args[1:])
	}
}

// jsonkeys FILE KEY…: the keys of all objects of a JSON text are these, each by its path; a list
// adds "[]".
func jsonKeys(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: jsonkeys file key…")
	}
	var v any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &v))
	keys := map[string]bool{}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, v := range v {
				walk(strings.TrimPrefix(path+"."+k, "."), v)
			}
		case []any:
			for _, v := range v {
				walk(path+"[]", v)
			}
			if len(v) == 0 {
				keys[path+"[]"] = true
			}
		default:
			keys[path+":"+kindOf(v)] = true
		}
	}
	walk("", v)
	if got, want := slices.Sorted(maps.Keys(keys)), slices.Sorted(slices.Values(args[1:])); !slices.Equal(got, want) {
		ts.Fatalf("got  %s\nwant %s", strings.Join(got, " "), strings.Join(want, " "))
	}
}

func kindOf(v any) string {
	switch v.(type) {
	case string:
		return "text"
	case float64:
		return "number"
	case bool:
		return "bool"
	}
	return "null"
}

// snapshot FOLDER FILE writes a line for everything in a folder: mode, time, size, name.
func snapshot(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: snapshot folder file")
	}
	var out strings.Builder
	root := ts.MkAbs(args[0])
	ts.Check(filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, p)
		fmt.Fprintln(&out, info.Mode(), info.ModTime().UnixNano(), info.Size(), filepath.ToSlash(name))
		return err
	}))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(out.String()), 0o644))
}

// nowhere FOLDER WORD…: no file of a folder holds one of the words.
func nowhere(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: nowhere folder word…")
	}
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		for _, word := range args[1:] {
			if bytes.Contains(data, []byte(word)) {
				return fmt.Errorf("%s holds %q", p, word)
			}
		}
		return err
	}))
}

// replace FILE OLD NEW changes a word in a file, wherever it stands.
func replace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace file old new")
	}
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(text, args[1], args[2])), 0o644))
}

func TestExitCodesTellWhatWentWrong(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(broken, os.DirFS(fixture)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(broken, "data", "topics", "dues.toml"), []byte("lable = 5\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out")
	for _, c := range []struct {
		args   string
		want   int
		stderr string // part of it
	}{
		{"", 0, ""},
		{"version", 0, ""},
		{"help build", 0, ""},
		{"check -s " + fixture, 0, ""},
		{"check -s " + broken, 1, "kengash: 1 problem\n"},
		{"build -d " + out + " -s " + broken, 1, "data/topics/dues.toml:1:1: "},
		{"check -s no-such-folder", 1, "kengash: there is no folder no-such-folder; name the site's folder by --source\n"},
		{"check -s " + fixture + "/data", 1, "kengash.toml: no configuration"},
		{"check --config no-such.toml -s " + fixture, 1, "no-such.toml: no configuration"},
		{"search -s " + fixture + " word", 1, "build the site first"},
		{"search --index no-such-folder word", 1, "there is no index in no-such-folder"},
		{"--nonsense", 2, "unknown flag: --nonsense; see kengash --help"},
		{"build --nonsense", 2, "unknown flag: --nonsense; see kengash build --help"},
		{"build extra", 2, "see kengash build --help"},
		{"biuld", 2, `unknown command "biuld"`},
		{"search", 2, "see kengash search --help"},
		{"search --limit many word", 2, "--limit"},
		{"serve --port many", 2, "--port"},
		{"build -s", 2, "flag needs an argument"},
		{"build -d " + out + " -s " + fixture + " -b nonsense", 2, `--baseURL: "nonsense" is not the address of a site`},
	} {
		t.Run(c.args, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			if got := Run(context.Background(), strings.Fields(c.args), nil, &stdout, &stderr); got != c.want {
				t.Errorf("the exit code is %d, want %d\n%s", got, c.want, stderr.String())
			}
			if !strings.Contains(stderr.String(), c.stderr) || c.want == 0 && stderr.Len() > 0 {
				t.Errorf("stderr is %q, want %q in it", stderr.String(), c.stderr)
			}
			if c.want != 0 && stdout.Len() > 0 {
				t.Errorf("a failure writes to stdout: %s", stdout.String())
			}
		})
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a build that failed left a site")
	}
}

func TestAStoppedBuildLeavesTheOldSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	args := []string{"build", "-s", fixture, "-d", dir}
	if code := Run(context.Background(), args, nil, new(bytes.Buffer), os.Stderr); code != 0 {
		t.Fatal("not built")
	}
	before, err := os.Stat(filepath.Join(dir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if code := Run(ctx, args, nil, new(bytes.Buffer), new(bytes.Buffer)); code != 1 {
		t.Errorf("the exit code of a stopped build is %d", code)
	}
	after, err := os.Stat(filepath.Join(dir, "index.html"))
	if err != nil || !os.SameFile(before, after) {
		t.Errorf("the old site is not in its place: %v", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(dir)); len(left) != 1 {
		t.Errorf("the build left %s behind", strconv.Quote(fmt.Sprint(left)))
	}
}
