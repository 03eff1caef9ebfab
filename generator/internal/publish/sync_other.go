//go:build !linux

package publish

// syncTree has all of a tree written to the disk.
func syncTree(dir string) error { return syncFiles(dir) }
