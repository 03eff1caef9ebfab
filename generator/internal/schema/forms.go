package schema

import (
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// Patterns of what texts hold. They are of the kind that all engines read: without looking ahead.
const (
	oneLine = `^\s*\S.*\s*$`
	address = `^https?://[^\s/]`
	clock   = `^(([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?|24:00)$`
	zone    = `^(UTC[+-][0-9]{2}:[0-9]{2}|[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*)$`
	id      = `[a-z0-9]+(-[a-z0-9]+)*`
	node    = `[a-z][a-z0-9-]*(\.[a-z0-9-]+)*`
	number  = `^[a-z0-9-]+(\.[a-z0-9-]+)*$` // of an item of an agenda
	host    = `^[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)?$`
	colour  = `^\s*(#([0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})|[A-Za-z]+(\(.*\))?)\s*$`
	folder  = `^[^./][^/]*$`
	langKey = `^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$`
)

// Patterns of dates: a day that its month has, a month, a year, or from one to another.
const (
	year   = `[1-9][0-9]{3}`
	leap   = `([1-9][0-9](0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)`
	oneDay = `^(` + day + `)$`
	day    = year + `-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|` + leap + `-02-29`
	point  = `(` + year + `(-(0[1-9]|1[0-2]))?|` + day + `)`
	dates  = point + `(/(` + point + `|\.\.))?`
)

// someDates are examples of them.
var someDates = []string{"2021-11-25", "2021-11", "2021", "2021/2025", "2024/.."}

// form is what a text of a field must look like beyond its type.
type form struct {
	pattern  string
	examples []string // that match it
	values   []string // all that it may be
	most     int      // of a list: how many
}

// forms are those of fields that have one, by type and key.
var forms = map[string]form{
	"Config.base_url":           {pattern: address, examples: []string{"https://council.example/"}},
	"Config.data_date":          {pattern: oneDay},
	"Config.edit_url":           {pattern: `^https?://.*\{path\}`, examples: []string{"https://code.example/edit/{path}"}},
	"Config.theme":              {pattern: folder, examples: []string{"council"}},
	"Config.hosts":              {pattern: host, examples: []string{"stats.council.example"}, most: 100},
	"Config.attendance_as":      {values: []string{model.ByName, model.ByCount}},
	"Meeting.attendance_as":     {values: []string{model.ByName, model.ByCount}},
	"Meeting.zone":              {pattern: zone, examples: []string{"Europe/Helsinki", "UTC+02:00"}},
	"Language.direction":        {values: []string{model.LeftToRight, model.RightToLeft}},
	"Brand.colors":              {pattern: colour, examples: []string{"#0b4f5c", "rgb(90 31 61)", "maroon"}},
	"Files.links":               {values: []string{model.LinksInside}},
	"Files.active":              {values: []string{"html", "scripts", "host"}},
	"Source.url":                {pattern: address, examples: []string{"https://council.example/"}},
	"Meeting.Conflict.field":    {values: model.DisputableOfMeetings},
	"Instrument.Conflict.field": {values: model.DisputableOfInstruments},
}

// keyForms are the patterns of the keys of tables of tables.
var keyForms = map[string]string{
	"Config.language": langKey,
	"Meeting.agenda":  number,
	"Document.node":   "^" + node + "$",
}

// kindNames are the names of the kinds as alternatives of a pattern.
func kindNames() string {
	names := make([]string, len(model.Kinds))
	for i, k := range model.Kinds {
		names[i] = string(k)
	}
	return "(" + strings.Join(names, "|") + ")"
}
