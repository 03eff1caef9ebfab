// Package lock locks files for as long as a process lives: the lock is the kernel's, and goes with
// its process however that ends.
package lock

import "errors"

// ErrHeld is what [File] returns when another process has the lock.
var ErrHeld = errors.New("locked")
