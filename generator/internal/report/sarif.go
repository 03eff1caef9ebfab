package report

import (
	"net/url"
	"slices"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/rules"
)

type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID    string    `json:"id"`
		Short sarifText `json:"shortDescription"`
		Full  sarifText `json:"fullDescription"`
		Help  sarifText `json:"help"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
		Related   []sarifLocation `json:"relatedLocations,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPlace `json:"physicalLocation"`
	}
	sarifPlace struct {
		Artifact sarifFile    `json:"artifactLocation"`
		Region   *sarifRegion `json:"region,omitempty"`
	}
	sarifFile struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		Line   int `json:"startLine"`
		Column int `json:"startColumn,omitempty"`
	}
)

// sarif returns problems as a log of SARIF, with the rules of their codes.
func sarif(problems []diag.Problem) sarifLog {
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "Kengash", Rules: []sarifRule{}}}, ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	at := map[diag.Code]int{}
	for _, r := range rules.All() {
		if slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Code == r.Code }) {
			at[r.Code] = len(at)
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{r.Code.String(), sarifText{r.Title}, sarifText{r.Means}, sarifText{r.Mend}})
		}
	}
	for _, p := range problems {
		result := sarifResult{RuleID: p.Code.String(), RuleIndex: at[p.Code], Level: "error", Message: sarifText{text(p)}}
		if p.Notice {
			result.Level = "note"
		}
		if p.Pos.File != "" {
			result.Locations = []sarifLocation{locationOf(p.Pos)}
		}
		for _, pos := range p.Also {
			result.Related = append(result.Related, locationOf(pos))
		}
		run.Results = append(run.Results, result)
	}
	return sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}}
}

func locationOf(pos diag.Position) sarifLocation {
	place := sarifPlace{Artifact: sarifFile{(&url.URL{Path: pos.File}).String()}}
	if pos.Line > 0 {
		place.Region = &sarifRegion{pos.Line, pos.Col}
	}
	return sarifLocation{place}
}
