package bundle

// Lengths are the bytes of a manifest that have the lengths of fields.
func Lengths(m *Manifest) []byte { return m.lengths }
