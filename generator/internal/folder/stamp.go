package folder

import (
	"io/fs"
	"time"
)

// Stamp is by what a file is known to be the same without being read.
type Stamp struct {
	Bytes   int64
	Written int64 // in nanoseconds since 1970, UTC
}

// settled is how long ago a file was written whose stamp says something. Some file systems count in
// units of two seconds.
const settled = 3 * time.Second

// StampOf returns the stamp of a regular file. ok is false for anything else, and for a file that
// was written just before now: it may be written again at what is the same time for the file
// system.
func StampOf(info fs.FileInfo, now time.Time) (s Stamp, ok bool) {
	written := info.ModTime()
	return Stamp{info.Size(), written.UnixNano()}, info.Mode().IsRegular() && now.Sub(written) > settled
}
