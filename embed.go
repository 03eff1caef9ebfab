// Package kengash carries what the program brings with it: the default theme and the default
// vocabularies. It exists since Go embeds only files below the package that asks for them.
package kengash

import "embed"

// Files holds themes/kengash and data/vocabularies as they are in the repository.
//
//go:embed all:themes/kengash data/vocabularies
var Files embed.FS
