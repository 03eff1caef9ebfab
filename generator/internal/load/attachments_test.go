package load

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash/generator/internal/model"
)

// wordFile is the smallest file of a word processor with a paragraph.
func wordFile(t *testing.T, words string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range []struct{ name, content string }{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>` + words + `</w:t></w:r></w:p></w:body></w:document>`},
	} {
		w, err := z.Create(f.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f.content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTheTextOfAttachmentsIsRead(t *testing.T) {
	s := site(t, `
-- data/topics/ai.toml --
label = { en = "Artificial intelligence", zh = "人工智能" }
attachment.word = { file = "a.docx" }
attachment.plain = { file = "a.txt" }
attachment.table = { file = "a.csv" }
attachment.scan = { file = "scan.pdf" }
attachment.silent = { file = "silent.pdf" }
-- static/a.txt --
A paragraph
on two lines.
-- static/a.csv --
lamps,4
-- static/scan.pdf --
%PDF-1.4
-- static/scan.pdf.txt --
What the scan says.
-- static/silent.pdf --
%PDF-1.4
`)
	s["static/a.docx"] = &fstest.MapFile{Data: wordFile(t, "The lamps were bought.")}
	want := map[string]string{
		"word": "The lamps were bought.", "plain": "A paragraph on two lines.", "table": "lamps,4", "scan": "What the scan says.", "silent": "",
	}
	for _, a := range model.BaseOf(loaded(t, s).Entity(model.Ref{Kind: model.Topics, ID: "ai"})).Attachments {
		if a.Text != want[a.Key] {
			t.Errorf("%s: %q, want %q", a.Key, a.Text, want[a.Key])
		}
	}
}

// The text of an attachment is read again only if the file has changed, also by a later run.
func TestTheTextOfAnAttachmentIsRemembered(t *testing.T) {
	m, content := NewMemo(), sha256.Sum256([]byte("one"))
	read := func(text string) func() string { return func() string { return text } }
	for range 2 {
		if got := m.attachment("static/a.pdf", content, read("first")); got != "first" {
			t.Fatalf("got %q", got)
		}
	}
	parts := map[int][]byte{}
	m.Parts(func(i int, part []byte) { parts[i] = slices.Clone(part) })
	later := NewMemo()
	later.Take(func(i int) []byte { return parts[i] })
	if got := later.attachment("static/a.pdf", content, read("again")); got != "first" {
		t.Errorf("it is read again: %q", got)
	}
	if got := later.attachment("static/a.pdf", sha256.Sum256([]byte("two")), read("second")); got != "second" {
		t.Errorf("a changed file has the text of the old one: %q", got)
	}
}
