package bundle

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestMemoGivesTheSameFiles: a payload that is known, under whatever key, has the file that it has
// without a memo.
func TestMemoGivesTheSameFiles(t *testing.T) {
	root := t.TempDir()
	if err := os.MkdirAll(filepath.Join(root, "ru", "t"), 0o755); err != nil {
		t.Fatal(err)
	}
	read := func(key string) []byte {
		file, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(key)+Extension))
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	data := bytes.Repeat([]byte("обмен опытом "), 100)
	first := NewMemo()
	if err := first.write(root, "ru/t/1", data); err != nil {
		t.Fatal(err)
	}
	if err := SealFile(root, "ru/t/1", "0a"); err != nil {
		t.Fatal(err)
	}
	content, ok := first.Made("ru/t/1")
	if _, other := first.Made("ru/t/2"); !ok || other {
		t.Fatalf("made: %t, %t", ok, other)
	}
	second := NewMemo()
	second.Know("ru/t/1", content, read("ru/t/1"))
	known := second.earlier[content.Hash]
	if known.symbols[0]++; second.write(root, "ru/t/2", data) != nil {
		t.Fatal("not written")
	}
	if _, _, err := decodePayload(read("ru/t/2"), ""); err == nil {
		t.Error("what is known is not used")
	}
	known.symbols[0]--
	for _, key := range []string{"ru/t/1", "ru/t/2"} {
		if err := second.write(root, key, data); err != nil {
			t.Fatal(err)
		}
		got := read(key)
		if err := WritePayload(root, key, data); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, read(key)) {
			t.Errorf("%s: another file", key)
		}
	}
}
