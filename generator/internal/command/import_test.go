package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/edit"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/site"
)

// TestAValueThatTheSiteCouldNotHave leaves it out of a new file, names it, and keeps the rest; a
// file that was there is left alone.
func TestAValueThatTheSiteCouldNotHave(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"kengash.toml":            "base_url = \"https://records.example/\"\ndata_date = 2026-11-22\ntitle.en = \"Records\"\n[language.en]\nname = \"English\"\n",
		"data/bodies/lamps.toml":  "classification = \"council\"\nname.en = \"Lamps\"\n",
		"data/meetings/old.toml":  "body = \"lamps\"\ndate = 2026-01-05\nformat = \"by owl\"\n",
		"data/meetings/news.toml": "body = \"lamps\"\ndate = 2026-02-10  # certain, line 1\nformat = \"by owl\"  # guess, line 2: by owl\n",
	} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	in, err := folder.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	files := edit.New(in)
	i := &importing{editing: &editing{source: site.Source{Dir: dir}}}
	_, doubts, err := i.leaveOut(files, map[string]bool{"data/meetings/news.toml": true})
	if err != nil || len(doubts) != 1 || !strings.HasPrefix(doubts[0].Text, `format = "by owl": `) {
		t.Fatal(doubts, err)
	}
	news, err := files.Read("data/meetings/news.toml")
	if err != nil || !strings.Contains(string(news), "\n# TODO: left out, since ") || !strings.Contains(string(news), "date = 2026-02-10") {
		t.Error(string(news), err)
	}
	if changed := files.Changed(); len(changed) != 1 {
		t.Error(changed)
	}
}
