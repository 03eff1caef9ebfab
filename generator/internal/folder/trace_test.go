package folder

import (
	"bytes"
	"crypto/sha256"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// A file that is traced is read from its beginning, whether or not it was held in memory, and its
// trace has all of it.
func TestATracedFileIsReadFromItsBeginning(t *testing.T) {
	for _, size := range []int{0, 1, held - 1, held, held + 1, 3 * held} {
		dir, want := t.TempDir(), bytes.Repeat([]byte("ж"), size/2+1)[:size]
		if err := os.WriteFile(filepath.Join(dir, "a"), want, 0o644); err != nil {
			t.Fatal(err)
		}
		f, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		trace := NewTrace(nil)
		f.Traced(trace)
		file, err := f.Open("a")
		if err != nil {
			t.Fatal(err)
		}
		info, err := file.Stat()
		if err != nil || info.Size() != int64(size) {
			t.Errorf("%d bytes: %v, %v", size, info, err)
		}
		for range 2 {
			if got, err := io.ReadAll(file); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%d bytes: %d are read, %v", size, len(got), err)
			}
			if _, err := file.(io.Seeker).Seek(0, io.SeekStart); err != nil {
				t.Error(err)
			}
		}
		if err := file.Close(); err != nil {
			t.Error(err)
		}
		if trace.Seen["content a"] != sha256.Sum256(want) {
			t.Errorf("%d bytes: the trace has another hash", size)
		}
	}
}
