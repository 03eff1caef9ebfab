// Package kengash embeds the default theme and the default vocabularies. It is here because Go
// embeds only files in or below the folder of a package.
package kengash

import (
	"embed"
	"io/fs"
)

// Files holds themes/kengash as it is in the repository.
//
//go:embed all:themes/kengash
var Files embed.FS

//go:embed defaults
var defaults embed.FS

// Defaults returns the vocabularies that every site has, in data/vocabularies. They are in a folder
// of their own, since those in data/ are of the collection in this repository alone.
func Defaults() fs.FS {
	sub, err := fs.Sub(defaults, "defaults")
	if err != nil {
		panic("kengash: " + err.Error()) // the name is valid
	}
	return sub
}
