package wire

import (
	"slices"
	"testing"
)

func TestReaderReadsWhatWasWritten(t *testing.T) {
	words := []string{"", "авто", "автор", "акт", "акт"}
	out := AppendNumbers(nil, []int{0, 127, 128, 1 << 40})
	out = AppendString(out, "Ё\x00")
	for i, word := range words {
		last := ""
		if i > 0 {
			last = words[i-1]
		}
		out = AppendFront(out, last, word)
	}
	r := Reader{Bytes: out}
	for _, want := range []uint64{0, 127, 128, 1 << 40} {
		if got := r.Uvarint(); got != want {
			t.Errorf("number %d (want %d)", got, want)
		}
	}
	if got := string(r.Skip(r.Uvarint())); got != "Ё\x00" {
		t.Errorf("string %q", got)
	}
	last, read := "", []string(nil)
	for range words {
		last = r.Front(last)
		read = append(read, last)
	}
	if !slices.Equal(read, words) || !r.Done() {
		t.Errorf("%q, done %v (want %q)", read, r.Done(), words)
	}
}

func TestReaderStaysWithinItsBytes(t *testing.T) {
	for name, read := range map[string]func(r *Reader){
		"a number that does not end": func(r *Reader) { r.Uvarint() },
		"more bytes than there are":  func(r *Reader) { r.At = 1; r.Skip(2) },
		"bytes by the exabyte":       func(r *Reader) { r.Skip(1 << 63) },
		"more things than bytes":     func(r *Reader) { *r = Reader{Bytes: []byte{9, 0}}; r.Count() },
		"more in common than there":  func(r *Reader) { *r = Reader{Bytes: []byte{3, 0}}; r.Front("ab") },
		"a short number of 8 bytes":  func(r *Reader) { r.Uint64() },
		"from beyond the end":        func(r *Reader) { r.At = 9; r.Rest(); r.Uvarint() },
	} {
		r := &Reader{Bytes: []byte{0x80, 0x80}}
		read(r)
		if !r.Bad || r.Done() {
			t.Errorf("%s: bad %v, done %v", name, r.Bad, r.Done())
		}
		if r.Uvarint() != 0 || r.Skip(0) != nil || r.Front("x") != "" {
			t.Errorf("%s: it reads on", name)
		}
	}
}
