// Package lock locks files for as long as a process lives. The kernel holds the lock and releases
// it when the process ends, however it ends.
package lock

import "errors"

// ErrHeld is what [File] returns when another process has the lock.
var ErrHeld = errors.New("locked")
