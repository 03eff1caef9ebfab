//go:build !linux && !darwin

package publish

import "os"

// exchange gives the folder at a the name b and the other way round. This
// system has no call for it, so there is a moment in which b is missing; the
// package comment says what that means.
func exchange(a, b string) error { return exchangeAside(a, b) }

// renameNew gives the folder at from the name to, which nothing may have.
func renameNew(from, to string) error { return os.Rename(from, to) }

// checkMovable has nothing to add to the probe on this system.
func checkMovable(dest, full string) error { return nil }
