// Package kengash embeds the default theme and the default vocabularies. It is here because Go
// embeds only files in or below the folder of a package.
package kengash

import "embed"

// Files holds themes/kengash and data/vocabularies as they are in the repository.
//
//go:embed all:themes/kengash data/vocabularies
var Files embed.FS
