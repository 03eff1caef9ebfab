// Package report writes problems for programs: in JSON, in SARIF 2.1.0, and as workflow commands of
// GitHub. For people it shows the line of a problem, with a caret at its place.
package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/kengash/kengash/generator/internal/chars"
	"github.com/kengash/kengash/generator/internal/diag"
)

// Formats are the names of the formats.
var Formats = []string{"json", "sarif", "github"}

// Write writes problems in a format.
func Write(w io.Writer, format string, problems []diag.Problem) error {
	switch format {
	case "json":
		return asJSON(w, objects(problems))
	case "sarif":
		return asJSON(w, sarif(problems))
	case "github":
		return github(w, problems)
	}
	return fmt.Errorf("report: there is no format %q", format)
}

func asJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// place is a position in JSON.
type place struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

// object is a problem in JSON.
type object struct {
	Code  string `json:"code"`
	Level string `json:"level"` // error or notice
	place
	Message string  `json:"message"`
	Hint    string  `json:"hint,omitempty"`
	Also    []place `json:"also,omitempty"`
}

func objects(problems []diag.Problem) []object {
	all := make([]object, len(problems))
	for i, p := range problems {
		o := object{Code: p.Code.String(), Level: "error", place: placeOf(p.Pos), Message: p.Msg, Hint: p.Hint}
		if p.Notice {
			o.Level = "notice"
		}
		for _, pos := range p.Also {
			o.Also = append(o.Also, placeOf(pos))
		}
		all[i] = o
	}
	return all
}

func placeOf(p diag.Position) place { return place{p.File, p.Line, p.Col} }

// text is the message of a problem with what is wanted.
func text(p diag.Problem) string {
	if p.Hint == "" {
		return p.Msg
	}
	return p.Msg + " (" + p.Hint + ")"
}

var (
	// data escapes the message of a workflow command, and property the value of one of its
	// properties, as GitHub's own toolkit does.
	data     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// github writes a workflow command a problem. Nothing that a file holds can begin a command of its
// own: a message is one line.
func github(w io.Writer, problems []diag.Problem) error {
	for _, p := range problems {
		level := "error"
		if p.Notice {
			level = "notice"
		}
		properties := []string{}
		if p.Pos.File != "" {
			properties = append(properties, "file="+property.Replace(chars.Line(p.Pos.File)))
		}
		if p.Pos.Line > 0 {
			properties = append(properties, fmt.Sprintf("line=%d", p.Pos.Line))
		}
		if p.Pos.Col > 0 {
			properties = append(properties, fmt.Sprintf("col=%d", p.Pos.Col))
		}
		properties = append(properties, "title="+p.Code.String())
		if _, err := fmt.Fprintf(w, "::%s %s::%s\n", level, strings.Join(properties, ","), data.Replace(chars.Line(text(p)))); err != nil {
			return err
		}
	}
	return nil
}
