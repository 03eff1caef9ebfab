package rename_test

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/edit"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/rename"
	"github.com/kengash/kengash/generator/internal/site"
)

const repository = "../../.."

// opened returns the collection of a folder, and its files without any change.
func opened(t *testing.T, dir string) (*model.Collection, *edit.Files) {
	t.Helper()
	c, err := site.Open(site.Source{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	in, err := folder.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	return c, edit.New(in)
}

func TestRecordsOfEveryKindCanBeRenamed(t *testing.T) {
	c, _ := opened(t, repository)
	in, err := folder.Open(repository)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	for _, kind := range model.Kinds {
		for i, e := range c.List(kind) {
			if i == 2 {
				break // others of the kind are alike
			}
			from := e.Ref()
			to := model.Ref{Kind: kind, ID: from.ID + "-renamed"}
			files := edit.New(in)
			if _, err := rename.Record(files, c, from, to); err != nil {
				t.Errorf("%s: %v", from, err)
				continue
			}
			got, problems, err := site.ReadFiles(site.Source{Dir: repository}, files)
			if err != nil || problems.Err() != nil {
				t.Errorf("%s: %v %v", from, err, problems.Err())
				continue
			}
			if r, ok := got.Redirect(from); got.Entity(from) != nil || got.Entity(to) == nil || !ok || r.To != to {
				t.Errorf("%s: there is %v, %v, and its address leads to %v", from, got.Entity(from), got.Entity(to), r.To)
			}
		}
	}
}

// council copies the collection and returns its folder.
func council(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, part := range []string{"data", "content"} {
		if err := os.CopyFS(dir+"/"+part, os.DirFS(repository+"/"+part)); err != nil {
			t.Fatal(err)
		}
	}
	config, err := os.ReadFile(repository + "/kengash.toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir+"/kengash.toml", config, 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// renamed renames a record in a folder.
func renamed(t *testing.T, dir string, from, to model.Ref) {
	t.Helper()
	c, files := opened(t, dir)
	if _, err := rename.Record(files, c, from, to); err != nil {
		t.Fatal(err)
	}
	if err := files.Apply(); err != nil {
		t.Fatal(err)
	}
}

func TestFormerAddressesLeadToTheLastOneAndAreFreeAgain(t *testing.T) {
	dir := council(t)
	a, b, d := model.Ref{Kind: model.Topics, ID: "ai"}, model.Ref{Kind: model.Topics, ID: "machines"}, model.Ref{Kind: model.Topics, ID: "thinking"}
	lines := func() string {
		data, err := os.ReadFile(dir + "/" + model.RedirectsFile)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for line := range strings.Lines(string(data)) {
			if !strings.HasPrefix(line, "#") {
				out = append(out, strings.ReplaceAll(strings.TrimSpace(line), "topics/", ""))
			}
		}
		return strings.Join(out, ", ")
	}
	for _, step := range []struct {
		from, to model.Ref
		want     string
	}{
		{a, b, `"ai" = "machines"`},
		{b, d, `"ai" = "thinking", "machines" = "thinking"`},
		{d, a, `"machines" = "ai", "thinking" = "ai"`},
	} {
		renamed(t, dir, step.from, step.to)
		if got := lines(); got != step.want {
			t.Errorf("%s to %s: the redirects are %s, want %s", step.from, step.to, got, step.want)
		}
	}
	for _, part := range []string{"data/topics", "content/en/notes"} {
		was, now := read(t, repository+"/"+part), read(t, dir+"/"+part)
		if was != now {
			t.Errorf("%s is not what it was", part)
		}
	}
}

// read returns the names and contents of the files of a folder.
func read(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(dir + "/" + name)
		b.WriteString(name + "\n" + string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWhatCannotBeRenamedIsRefused(t *testing.T) {
	c, files := opened(t, repository)
	ref := func(s string) model.Ref {
		r, ok := model.ParseRef(s)
		if !ok {
			t.Fatal(s)
		}
		return r
	}
	for _, test := range []struct{ from, to, want string }{
		{"topics/aii", "topics/x", "did you mean"},
		{"topics/ai", "bodies/ai", "cannot become one of bodies"},
		{"topics/ai", "topics/ai", "has that id already"},
		{"topics/ai", "topics/spectrum", "there is topics/spectrum already"},
		{"topics/ai", "topics/index", "cannot be an id"},
		{"protocols/ict-2021#c1", "protocols/ict-2021#c2", "a node cannot be renamed"},
	} {
		_, err := rename.Record(files, c, ref(test.from), ref(test.to))
		if of, ok := errors.AsType[*rename.Error](err); !ok || !strings.Contains(of.Error(), test.want) {
			t.Errorf("%s to %s: %v, want %q", test.from, test.to, err, test.want)
		}
	}
	if len(files.Changed()) > 0 {
		t.Errorf("changed %v", files.Changed())
	}
}

// A person who takes part is named by the id alone.
func TestAParticipantIsRenamed(t *testing.T) {
	const dir = "../../testdata/committee"
	c, files := opened(t, dir)
	from, to := model.Ref{Kind: model.Persons, ID: "ada-byron"}, model.Ref{Kind: model.Persons, ID: "ada-lovelace"}
	if _, err := rename.Record(files, c, from, to); err != nil {
		t.Fatal(err)
	}
	got, problems, err := site.ReadFiles(site.Source{Dir: dir}, files)
	if err != nil || problems.Err() != nil {
		t.Fatal(err, problems.Err())
	}
	if before, after := len(c.Mentions(from)), len(got.Mentions(to)); before < 4 || after != before {
		t.Errorf("%d places name the person, and %d did", after, before)
	}
}
