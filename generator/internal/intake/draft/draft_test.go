package draft_test

import (
	"bufio"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash/generator/internal/intake/draft"
	"github.com/kengash/kengash/generator/internal/intake/source"
)

// plain reads a text whose paragraphs are separated by blank lines.
func plain(name, text string) *source.Document {
	doc := &source.Document{Name: name, Format: "txt"}
	n := 0
	var lines []string
	at := 0
	flush := func() {
		if len(lines) > 0 {
			doc.Blocks = append(doc.Blocks, source.Block{Text: strings.Join(lines, " "), At: source.Place{Line: at}})
		}
		lines = nil
	}
	for s := bufio.NewScanner(strings.NewReader(text)); s.Scan(); {
		n++
		line := strings.TrimSpace(s.Text())
		switch {
		case line == "":
			flush()
			continue
		case len(lines) == 0:
			at = n
		}
		lines = append(lines, line)
	}
	flush()
	return doc
}

var _ fs.FS = fstest.MapFS{}

func TestSeed(t *testing.T) {
	data, err := os.ReadFile("../../../../content/ru/protocols/ict-2021.md")
	if err != nil {
		t.Fatal(err)
	}
	_ = data
	_ = draft.Read
}
