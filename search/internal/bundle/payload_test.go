package bundle

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

func FuzzPayload(f *testing.F) {
	for _, s := range []string{"", "a", "ab", "abc", strings.Repeat("\x00\xff", 40)} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		symbols := appendSymbols(nil, data)
		if got, err := readSymbols(symbols); err != nil || !bytes.Equal(got, data) {
			t.Errorf("%x gives %x, %v", data, got, err)
		}
		for c := range slices.Chunk(symbols, 2) {
			if r := rune(binary.LittleEndian.Uint16(c)); utf16.IsSurrogate(r) || r > firstSymbol+1<<symbolBits || r < '0' {
				t.Errorf("character %x", r)
			}
		}
		p, err := pack(data)
		if err != nil {
			t.Fatal(err)
		}
		file := p.file("ru/t/1")
		if key, got, err := decodePayload(file, ""); err != nil || key != "ru/t/1" || !bytes.Equal(got, data) {
			t.Errorf("%s, %x, %v", key, got, err)
		}
		for i := range file { // no byte of it may be another
			damaged := bytes.Clone(file)
			damaged[i] ^= byte(1 + i%255)
			if key, got, err := decodePayload(damaged, ""); err == nil && (key != "ru/t/1" || !bytes.Equal(got, data)) {
				t.Errorf("byte %d changed: %s, %x", i, key, got)
			}
		}
		decodePayload(data, "") // does not panic
		readSymbols(data)
	})
}
