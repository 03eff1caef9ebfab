package model

// Lang is a language's key in folders, addresses, data and flags ("ru", "zh", "en"). The tag that
// browsers see (BCP 47, "zh-Hans") is in the site's configuration: see Language.
type Lang string

// Text is one text in several languages.
type Text map[Lang]string

// Fallback is the language of the program's own words. A site that has words for its languages
// shows none in it.
const Fallback Lang = "en"

// In returns the text in a language, else in one of the others by the order given, or in that of
// the program where there are others, else "".
func (t Text) In(l Lang, others ...Lang) string {
	if s := t[l]; s != "" {
		return s
	}
	for _, o := range others {
		if s := t[o]; s != "" {
			return s
		}
	}
	if len(others) > 0 {
		return t[Fallback]
	}
	return ""
}

// Named is a name as it is in the language of the source, or in each language that calls it its own
// way. A file gives the former as a text, the latter as a table.
type Named struct {
	Text
	Own string
}

// Words is a list of words per language.
type Words map[Lang][]string

// Code is a term of a controlled vocabulary (data/vocabularies).
type Code string

// Direction of a script.
const (
	LeftToRight = "ltr"
	RightToLeft = "rtl"
)
