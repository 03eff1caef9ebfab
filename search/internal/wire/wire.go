// Package wire writes and reads the binary encodings of published files: numbers in seven bits a
// byte, and front-coded strings.
package wire

import (
	"encoding/binary"
	"unsafe"
)

// AppendString writes the length of a string and its bytes.
func AppendString[S string | []byte](out []byte, s S) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}

// AppendNumbers writes numbers, none of which is less than 0.
func AppendNumbers(out []byte, numbers []int) []byte {
	for _, n := range numbers {
		out = binary.AppendUvarint(out, uint64(n))
	}
	return out
}

// AppendFront writes a string as what it adds to the one before.
func AppendFront(out []byte, last, s string) []byte {
	shared := 0
	for shared < len(s) && shared < len(last) && s[shared] == last[shared] {
		shared++
	}
	return AppendString(binary.AppendUvarint(out, uint64(shared)), s[shared:])
}

// Reader reads forward from an offset. Bad reports that it would have left the bytes, or that they
// are not what they should be; every further result is then zero.
type Reader struct {
	Bytes []byte
	At    uint64
	Bad   bool
}

// String reads what AppendString wrote, without a copy of it. Nothing may change the bytes.
func (r *Reader) String() string {
	s := r.Skip(r.Uvarint())
	return unsafe.String(unsafe.SliceData(s), len(s))
}

// Skip returns the next n bytes.
func (r *Reader) Skip(n uint64) []byte {
	if size := uint64(len(r.Bytes)); r.Bad || r.At > size || n > size-r.At {
		r.Bad = true
		return nil
	}
	s := r.Bytes[r.At : r.At+n]
	r.At += n
	return s
}

// Rest returns all that is left.
func (r *Reader) Rest() []byte { return r.Skip(uint64(len(r.Bytes)) - min(r.At, uint64(len(r.Bytes)))) }

// Uint64 reads 8 bytes, the most significant first.
func (r *Reader) Uint64() uint64 {
	if s := r.Skip(8); s != nil {
		return binary.BigEndian.Uint64(s)
	}
	return 0
}

// Uvarint reads a number.
func (r *Reader) Uvarint() uint64 {
	if r.Bad || r.At > uint64(len(r.Bytes)) {
		r.Bad = true
		return 0
	}
	v, n := binary.Uvarint(r.Bytes[r.At:])
	if n <= 0 {
		r.Bad = true
		return 0
	}
	r.At += uint64(n)
	return v
}

// Count reads a number of things that take a byte each at least.
func (r *Reader) Count() int {
	n := r.Uvarint()
	if r.Bad || n > uint64(len(r.Bytes))-r.At {
		r.Bad = true
		return 0
	}
	return int(n)
}

// Front reads what AppendFront wrote after last.
func (r *Reader) Front(last string) string {
	shared := r.Uvarint()
	rest := r.Skip(r.Uvarint())
	if r.Bad || shared > uint64(len(last)) {
		r.Bad = true
		return ""
	}
	return last[:shared] + string(rest)
}

// Done reports whether all was read, and nothing else.
func (r *Reader) Done() bool { return !r.Bad && r.At == uint64(len(r.Bytes)) }
