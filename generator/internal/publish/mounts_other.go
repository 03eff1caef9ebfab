//go:build !unix

package publish

// mountsWithin knows of no mount points on this system.
func mountsWithin(path string) ([]string, error) { return nil, nil }
