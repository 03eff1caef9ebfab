package schema

import "maps"

// entry is what is said of a field: what it is, in a sentence or two that an editor can show, and
// how it is written. Of a type, under the key "", it is what a table of it says.
type entry struct {
	says    string
	example string // lines of TOML; of a table of tables with the header of one
}

// tables are entries by type and key.
type tables map[string]map[string]entry

// entries are those of all types that data files are bound to. A test holds them complete, and
// loads each example.
var entries = func() tables {
	all := tables{}
	for _, t := range []tables{ofRecords, ofParties, ofMeetings, ofDocuments, ofDecisions, ofSite, ofLimits} {
		maps.Copy(all, t)
	}
	return all
}()
