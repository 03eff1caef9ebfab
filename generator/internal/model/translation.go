package model

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// HashLength is the number of hexadecimal digits of a block's hash. It distinguishes an edited
// paragraph from the old one; nobody tries to deceive it, so it may be short enough to be read and
// copied.
const HashLength = 8

// Hash returns the beginning of the SHA-256 of a block's words: its text as a reader sees it, in
// Unicode's NFC, each run of white space as one blank. Marks of Markdown are not in it, nor how
// lines are broken.
func (b Block) Hash() string {
	if b.hash != "" {
		return b.hash
	}
	sum := sha256.Sum256([]byte(norm.NFC.String(strings.Join(strings.Fields(b.Text), " "))))
	return hex.EncodeToString(sum[:])[:HashLength]
}

// SourceText returns the text of the collection that the one in a language was translated from; ok
// is false where the record names none or the collection does not have it.
func SourceText(w Work, l Lang) (source Prose, ok bool) {
	v, ok := w.Doc().Version(l)
	if !ok || v.TranslatedFrom == "" {
		return Prose{}, false
	}
	for _, from := range w.Doc().Versions {
		if from.Key == v.TranslatedFrom && from.Availability == InCollection && from.Lang != l {
			source, ok = BaseOf(w).Prose[from.Lang]
			return source, ok
		}
	}
	return Prose{}, false
}

// Stale reports whether the text in a language was translated from other words of a node than its
// source has now. A block that does not say what it was made from is not called stale.
func Stale(w Work, l Lang, node string) bool {
	source, ok := SourceText(w, l)
	if !ok {
		return false
	}
	block, ok := BaseOf(w).Prose[l].Block(node)
	if !ok || block.Source == "" {
		return false
	}
	from, ok := source.Block(node)
	return !ok || from.Hash() != block.Source
}

// Compared returns the languages in which the collection has the work's text, in the site's order.
func (c *Collection) Compared(w Work) []Lang {
	var langs []Lang
	for _, l := range c.Config.Langs() {
		if len(BaseOf(w).Prose[l].Blocks) > 0 {
			langs = append(langs, l)
		}
	}
	return langs
}
