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
	write := func(m *Memo, key string, data []byte) {
		t.Helper()
		file, err := m.file(key, data)
		if err == nil {
			err = writeFile(root, key, file)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	data := bytes.Repeat([]byte("обмен опытом "), 100)
	first := NewMemo()
	write(first, "ru/t/1", data)
	sealed := make([]byte, len(read("ru/t/1")))
	if err := SealFile(root, "ru/t/1", "0a", sealed); err != nil || !bytes.Equal(sealed, read("ru/t/1")) {
		t.Fatalf("other contents than those of the file, or %v", err)
	}
	content, ok := first.Made("ru/t/1")
	if _, other := first.Made("ru/t/2"); !ok || other {
		t.Fatalf("made: %t, %t", ok, other)
	}
	second := NewMemo()
	second.Know("ru/t/1", content, read("ru/t/1"))
	known := second.earlier[content.Hash]
	known.symbols[0]++
	write(second, "ru/t/2", data)
	if _, _, err := decodePayload(read("ru/t/2"), ""); err == nil {
		t.Error("what is known is not used")
	}
	known.symbols[0]--
	for _, key := range []string{"ru/t/1", "ru/t/2"} {
		write(second, key, data)
		got := read(key)
		if err := WritePayload(root, key, data); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, read(key)) {
			t.Errorf("%s: another file", key)
		}
	}
}
