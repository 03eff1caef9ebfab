package source

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/diag"
)

// TestMain lets this program read PDFs in a child of its own.
func TestMain(m *testing.M) {
	Child()
	os.Exit(m.Run())
}

// read reads a file, and checks that no character of it was lost.
func read(t *testing.T, name string, data []byte) *Document {
	t.Helper()
	doc, err := Read(context.Background(), name, data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	whole(t, doc)
	return doc
}

// whole checks that the characters of the blocks and those left out are those of the file.
func whole(t *testing.T, doc *Document) {
	t.Helper()
	n := 0
	for _, b := range doc.Blocks {
		n += count(b.Text)
		for _, row := range b.Rows {
			n += count(strings.Join(row, ""))
		}
	}
	for _, m := range doc.Mends {
		n += m.Left
	}
	if n != doc.Runes {
		t.Errorf("%s: %d characters are kept or left out, of %d in the file", doc.Name, n, doc.Runes)
	}
}

// texts are the blocks of a document, one a line: sign of the kind, label, text.
func texts(doc *Document) string {
	var lines []string
	for _, b := range doc.Blocks {
		line := ""
		switch b.Kind {
		case Heading:
			line = strings.Repeat("#", b.Level) + " "
		case Item:
			line = strings.Repeat("-", b.Level) + " "
		case Note:
			line = "^ "
		}
		if b.Label != "" {
			line += "[" + b.Label + "] "
		}
		line += strings.ReplaceAll(b.Text, "\n", " / ")
		for i, row := range b.Rows {
			if i > 0 {
				line += " // "
			}
			line += strings.Join(row, " | ")
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// same compares blocks with what is wanted.
func same(t *testing.T, doc *Document, want string) {
	t.Helper()
	if got := texts(doc); got != strings.TrimSpace(want) {
		t.Errorf("%s:\n%s\nwant:\n%s", doc.Name, got, strings.TrimSpace(want))
	}
}

// mended are the mends of a document whose description begins with what.
func mended(doc *Document, what string) (out []Mend) {
	for _, m := range doc.Mends {
		if strings.HasPrefix(m.What, what) {
			out = append(out, m)
		}
	}
	return out
}

// refused checks that a file is refused, with words that say why.
func refused(t *testing.T, name string, data []byte, why string) {
	t.Helper()
	doc, err := Read(context.Background(), name, data)
	var problems *diag.Error
	switch {
	case err == nil:
		t.Errorf("%s was read: %d blocks; want an error with %q", name, len(doc.Blocks), why)
	case !errors.As(err, &problems) || len(problems.Problems) != 1 || problems.Problems[0].Hint == "":
		t.Errorf("%s: %v; want one problem with a hint", name, err)
	case !strings.Contains(err.Error(), why):
		t.Errorf("%s: %v; want an error with %q", name, err, why)
	}
}

func TestWhatCannotBeReadSaysWhatIsWanted(t *testing.T) {
	for _, c := range []struct{ name, data, why string }{
		{"empty.txt", "", "it is empty"},
		{"spaces.txt", " \n\t\r\n ", "it is empty"},
		{"old.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600), "save it as .docx"},
		{"new.docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + string(wide("EncryptedPackage")), "without one"},
		{"rich.rtf", `{\rtf1\ansi Hello}`, "Rich Text Format"},
		{"rich.docx", `{\rtf1\ansi Hello}`, "Rich Text Format"},
		{"text.docx", "Minutes of the meeting", "it is not a Word document"},
		{"text.pdf", "Minutes of the meeting", "it is not a PDF"},
		{"text.odt", "Minutes of the meeting", "it is not an OpenDocument text"},
		{"data.txt", "\x7fELF" + strings.Repeat("\x00\x01\x02\x03", 100), "it is not a text"},
		{"picture.png", "\x89PNG\r\n\x1a\n", "want .docx"},
		{"sheet.csv", "a,b\n", "files with the ending .csv are not read"},
		{"broken.docx", "PK\x03\x04" + strings.Repeat("x", 100), "it is damaged"},
		{"blank.md", "<!-- nothing -->\n", "it has no text"},
		{"nul.txt", strings.Repeat("text\x00", 100), "it is not a text"},
		{"lie.txt", "\xef\xbb\xbf" + strings.Repeat("\xcf\xf0\xee\xf2\xee\xea\xee\xeb ", 100), "its first three bytes say UTF-8"},
		{"lie16.txt", "\xff\xfe" + "Minutes of the meeting", "its first two bytes say UTF-16LE"},
		{"half.txt", "\xff\xfe" + strings.Repeat("\x00\xd8", 100), "its first two bytes say UTF-16LE"},
		{"seven.txt", "+BB8EQAQ+BEIEPgQ6BD4EOw- +BEEEPgQyBDUEQgQw-", "it is in UTF-7"},
		{"mixed.txt", strings.Repeat("\xcf\xf0\xee\xf2\xee\xea\xee\xeb ", 40) + strings.Repeat("Протокол ", 5), "it has pieces in UTF-8 and others in windows-1251"},
		{"lines.txt", strings.Repeat("a\n", mostLines+2), "it has more than 200000 lines"},
		{"text.txt", strings.Repeat("a line of a text that is long\n", mostText/20), "it has more than 2000000 characters"},
		{"paragraph.txt", strings.Repeat("a", mostOfBlock+1), "its paragraph at line 1 has more than 100000 characters"},
		{"cells.html", "<table>" + strings.Repeat("<tr><td>a<td rowspan=65534 colspan=1000>a", 2000), "it has more than 200000 cells"},
		{"tables.html", "<html>" + strings.Repeat("<table><tr><td>", mostNesting+1), "tables within tables more than 200 deep"},
	} {
		refused(t, c.name, []byte(c.data), c.why)
	}
}

func TestAReadingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, "a.txt", []byte("text")); !errors.Is(err, context.Canceled) {
		t.Errorf("Read with a context that has ended: %v, want %v", err, context.Canceled)
	}
}

func TestAWebPageWithoutAnEndingIsKnownByItsContent(t *testing.T) {
	if doc := read(t, "page", []byte("<!DOCTYPE html><p>Hello")); doc.Format != "html" {
		t.Errorf("Format = %s, want html", doc.Format)
	}
	if doc := read(t, "text", []byte("Hello")); doc.Format != "txt" {
		t.Errorf("Format = %s, want txt", doc.Format)
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"a.txt", "a.md", "a.html"} {
		for _, data := range []string{"a-\nb\n\n1. c", "# A\n- b\n  1. c\n\n|a|b|\n|-|-|\n|c|d|", "<ul><li>a<table><tr><td rowspan=2>b<td>c<tr>d", "\xef\xf0\xe8\xe2\xe5\xf2", "\xff\xfea\x00"} {
			f.Add(name, []byte(data))
		}
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if doc, err := Read(context.Background(), name, data); err == nil {
			whole(t, doc)
		}
	})
}
