package bundle

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/wire"
)

// FuzzManifest holds that a manifest of any bytes is refused or read, and that one that is read is
// written as it was understood.
func FuzzManifest(f *testing.F) {
	m := Manifest{
		Version: constants.Format, Build: "0a", Lang: "ru", Part: "0b", Languages: map[string]int{"ru": 2}, Documents: 2, Fields: []string{"body"},
		Terms: []string{"б"}, Docs: []int{2}, Grams: Grams{1, 1}, lengths: []byte{1, 2}, columns: []byte{0},
	}
	data, err := m.MarshalBinary()
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range [][]byte{data, nil, []byte("\x02{}\x00"), []byte("\x02{}\x01"), data[:len(data)-2], binary.AppendUvarint(nil, 1<<63)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var m, again Manifest
		if err := m.UnmarshalBinary(data); err != nil {
			return
		}
		written, err := m.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		if err := again.UnmarshalBinary(written); err != nil {
			t.Fatal(err)
		}
		if twice, err := again.MarshalBinary(); err != nil || !bytes.Equal(twice, written) {
			t.Errorf("%v, %q is written as %q", err, written, twice)
		}
	})
}

// FuzzLists holds that lists of grams and of words are refused or read, whatever a right checksum
// covers.
func FuzzLists(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{2, 2, 5, 1, 3, 4, 1, 0, 2, 0b10_000000, 0b0101_0000, 0b000000_00})
	f.Add(append(wire.AppendFront(wire.AppendFront(nil, "", "план"), "план", "планы"), 1))
	f.Add(binary.AppendUvarint([]byte{1, 0}, 1<<63))
	m := &Manifest{Part: "0b", Lang: "ru", Grams: Grams{1, 1}}
	phrase := append(Cover("план обмена опытом"), Cover("план")...)
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		for _, folder := range []string{"p", "w"} {
			if err := os.MkdirAll(filepath.Join(dir, "ru", folder), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		for _, key := range []string{"ru/p/0", "ru/p/1", "ru/w/0", "ru/w/1"} {
			if err := WriteSealed(dir, m.Part, key, data); err != nil {
				t.Fatal(err)
			}
		}
		if found, all, err := NewGramReader(dir, m).Follow(phrase); err != nil && (found != nil || all) {
			t.Errorf("%v, and yet %v, %v", err, found, all)
		}
		if near, err := NewSpeller(dir, m).Near("планы"); err != nil && near != nil {
			t.Errorf("%v, and yet %v", err, near)
		}
	})
}
