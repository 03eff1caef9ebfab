//go:build !linux && !darwin

package publish

import "os"

// exchange swaps the names of the folders at a and b. This system has no call for that, so b is
// missing for a moment; see the package comment.
func exchange(a, b string) error { return exchangeAside(a, b) }

// renameNew renames the folder at from to the name to, which must be free.
func renameNew(from, to string) error { return os.Rename(from, to) }

// checkMovable has nothing to add to the probe on this system.
func checkMovable(dest, full string) error { return nil }
