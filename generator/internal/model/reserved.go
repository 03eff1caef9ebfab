package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// SearchFolder is the folder of a site that holds its search index, beside those of the languages.
const SearchFolder = "search"

// listName is what the list of a kind is called in the folder of the kind, beside the records.
const listName = "index"

// themePrefix begins the ids of elements that belong to the theme: "k-main".
const themePrefix = "k-"

// maxName is how long the name of a record or a language may be, so that paths and addresses stay
// within what systems and people can handle.
const maxName = 100

// UnfitName says why no file or folder of a site may have a name, with or without an ending; ""
// where one may.
func UnfitName(name string) string {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	switch stem {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return "names a device of Windows, where no file can be called so"
	}
	if device := strings.TrimRight(stem, "0123456789¹²³"); (device == "com" || device == "lpt") && len([]rune(stem)) == 4 {
		return "names a device of Windows, where no file can be called so"
	}
	if strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
		return "ends in a dot or a blank, which Windows takes away"
	}
	return ""
}

// UnfitID says why an id of a valid form cannot be that of a record of the kind; "" where it can.
func (k Kind) UnfitID(id string) string {
	switch {
	case id == listName:
		return "is where the list of " + string(k) + " stands"
	case k == Topics && UnfitAnchor(id) != "": // it is one in the glossary
		return UnfitAnchor(id)
	}
	return cmp.Or(tooLong(id), UnfitName(id))
}

// UnfitLanguage says why a language's key cannot be a folder of the site; "" where it can.
func UnfitLanguage(key string) string {
	switch {
	case !ValidID(strings.ToLower(key)):
		return "cannot be a folder of the site"
	case key == SearchFolder:
		return "is where the search index stands"
	}
	return cmp.Or(tooLong(key), UnfitName(key))
}

// Overviews are the names of pages that look over many records. A long one has a folder of its name
// beside those of kinds.
var Overviews = []string{"decisions", "open", "glossary", "coverage", "search"}

// UnfitPath says why the pages of a kind cannot be in a folder of that name; "" where they can.
func UnfitPath(path string) string {
	switch {
	case !ValidID(path):
		return "is not made of lower-case letters, digits and hyphens"
	case slices.Contains(Overviews, path):
		return "is where another page of the site stands"
	}
	return cmp.Or(tooLong(path), UnfitName(path))
}

// UnfitAnchor says why no heading, node or fact may have an id; "" where one may.
func UnfitAnchor(id string) string {
	if strings.HasPrefix(id, themePrefix) {
		return "is an id of the theme, as are all that begin with " + themePrefix
	}
	return tooLong(id)
}

func tooLong(name string) string {
	if len(name) > maxName {
		return fmt.Sprintf("has %d characters, and may have %d", len(name), maxName)
	}
	return ""
}

// The ids of places that pages make of data. They share a page with those of headings; only facts
// have an id that an editor chose for it.

// FactAnchor is the anchor of a fact on the page of its note.
func FactAnchor(key string) string { return key }

// SourceAnchor is the anchor of a source on the page of a note.
func SourceAnchor(key string) string { return "source." + key }

// OutcomeAnchor is the anchor of an outcome on the page of its meeting.
func OutcomeAnchor(key string) string { return "outcome-" + key }

// AttachmentAnchor is the anchor of a file on the page of its record.
func AttachmentAnchor(key string) string { return "attachment." + key }

// AgendaAnchor is the anchor of an agenda item on the page of its meeting.
func AgendaAnchor(key string) string { return "agenda." + key }

// EvidenceAnchor is the anchor of evidence on the page of its action.
func EvidenceAnchor(key string) string { return "evidence-" + key }

// StateAnchor is the anchor of a state's notes on the page of a topic.
func StateAnchor(id string) string { return "state." + id }

// MeetingAnchor is where the decisions of a meeting begin in the list of all.
func MeetingAnchor(id string) string { return "meeting." + id }

// Anchors returns the ids that an entity's page makes of its data, each with the keys that it is
// made of.
func (c *Collection) Anchors(e Entity) map[string][]string {
	out := map[string][]string{}
	switch e := e.(type) {
	case *Note:
		for _, f := range e.Facts {
			out[FactAnchor(f.Key)] = []string{"fact", f.Key}
		}
		for _, s := range e.Sources {
			out[SourceAnchor(s.Key)] = []string{"source", s.Key}
		}
	case *Meeting:
		for _, o := range e.Outcomes {
			out[OutcomeAnchor(o.Key)] = []string{"outcome", o.Key}
		}
		for _, item := range e.Agenda {
			out[AgendaAnchor(item.Key)] = []string{"agenda", item.Key}
		}
	case *Action:
		for _, v := range e.Evidence {
			out[EvidenceAnchor(v.Key)] = []string{"evidence", v.Key}
		}
	case *Topic:
		for _, id := range c.IDs(States) {
			out[StateAnchor(id)] = nil
		}
	}
	return out
}
