package folder

import (
	"bytes"
	"crypto/sha256"
	"io"
	"sync"
)

// ReadAll returns what a file has, at once: size is how long it is as far as is known.
func ReadAll(file io.Reader, size int64) ([]byte, error) {
	b := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
	_, err := b.ReadFrom(file)
	return b.Bytes(), err
}

// Sum returns the SHA-256 of what a file has.
func Sum(file io.Reader) (sum [sha256.Size]byte, err error) {
	part := parts.Get().(*[32 << 10]byte)
	defer parts.Put(part)
	h := sha256.New()
	// A file would bring a buffer of its own.
	_, err = io.CopyBuffer(h, struct{ io.Reader }{file}, part[:])
	return [sha256.Size]byte(h.Sum(nil)), err
}

// parts are buffers to read files in parts.
var parts = sync.Pool{New: func() any { return new([32 << 10]byte) }}
