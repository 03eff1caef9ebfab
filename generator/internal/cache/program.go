package cache

import (
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"regexp"
	"sync"
)

// buildID matches the ID that Go's linker writes near the beginning of a program: hashes of all
// that it was made of (cmd/internal/buildid).
var buildID = regexp.MustCompile(`[\w-]{20}/[\w-]{20}/[\w-]{20}/[\w-]{20}`)

// buildIDWithin is where buildID is looked for, as Go's own tools do.
const buildIDWithin = 64 << 10

// Program returns what distinguishes this program from all others and from its other versions.
var Program = sync.OnceValues(func() ([]byte, error) {
	name, err := os.Executable()
	if err != nil {
		return nil, err
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head := make([]byte, buildIDWithin)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	if id := buildID.Find(head[:n]); id != nil {
		return id, nil
	}
	h := sha256.New()
	h.Write(head[:n])
	if _, err := io.Copy(h, f); err != nil {
		return nil, err
	}
	return h.Sum(nil), nil
})
