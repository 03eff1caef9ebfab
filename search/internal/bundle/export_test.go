package bundle

import "errors"

// Lengths are the bytes of a manifest that have the lengths of fields.
func Lengths(m *Manifest) []byte { return m.lengths }

// WriteSealed writes a payload of a build.
func WriteSealed(root, build, key string, data []byte) error {
	return errors.Join(WritePayload(root, key, data), SealFile(root, key, build, nil))
}
