package report

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/kengash/kengash/generator/internal/diag"
)

var problems = []diag.Problem{
	{Code: diag.UnknownKey, Pos: diag.Position{File: "data/topics/a b,c:d.toml", Line: 3, Col: 2}, Msg: "unknown key \"100%\"\n::error::x", Hint: "want label", Also: []diag.Position{{File: "b.md"}}},
	{Code: diag.Untranslated, Pos: diag.Position{File: "data/topics/ии.toml"}, Msg: "missing in zh", Notice: true},
	{Code: diag.NoRoom, Msg: "no room"},
}

func written(t *testing.T, format string) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, format, problems); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCommandsOfGitHubAreEscaped(t *testing.T) {
	want := `::error file=data/topics/a b%2Cc%3Ad.toml,line=3,col=2,title=KG0201::unknown key "100%25"\n::error::x (want label)
::notice file=data/topics/ии.toml,title=KG0514::missing in zh
::error title=KG0905::no room
`
	if got := written(t, "github"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestJSONHasAllThatIsKnown(t *testing.T) {
	var got []map[string]any
	if err := json.Unmarshal([]byte(written(t, "json")), &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 || got[0]["code"] != "KG0201" || got[0]["line"] != 3.0 || got[0]["column"] != 2.0 || got[0]["hint"] != "want label" ||
		got[0]["message"] != problems[0].Msg || got[1]["level"] != "notice" || len(got[2]) != 3 {
		t.Errorf("got %v", got)
	}
	var none bytes.Buffer
	if err := Write(&none, "json", nil); err != nil || none.String() != "[]\n" {
		t.Errorf("no problems are %q, %v", none.String(), err)
	}
}

// What the schema of SARIF requires of the properties that are written.
func TestSARIFHasWhatItsSchemaRequires(t *testing.T) {
	var log sarifLog
	d := json.NewDecoder(bytes.NewReader([]byte(written(t, "sarif"))))
	d.DisallowUnknownFields()
	if err := d.Decode(&log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || len(log.Runs) != 1 || log.Runs[0].Tool.Driver.Name == "" || log.Runs[0].ColumnKind != "unicodeCodePoints" {
		t.Fatalf("the log is %+v", log)
	}
	run := log.Runs[0]
	for i, r := range run.Results {
		if id := run.Tool.Driver.Rules[r.RuleIndex].ID; id != r.RuleID || r.Message.Text == "" || r.Level != "error" && r.Level != "note" {
			t.Errorf("result %d is %+v, of the rule %s", i, r, id)
		}
		for _, l := range append(r.Locations, r.Related...) {
			if l.Physical.Region != nil && l.Physical.Region.Line < 1 {
				t.Errorf("result %d begins in line %d", i, l.Physical.Region.Line)
			}
		}
	}
	if uri := run.Results[0].Locations[0].Physical.Artifact.URI; uri != "data/topics/a%20b,c:d.toml" {
		t.Errorf("the address is %s", uri)
	}
	if len(run.Tool.Driver.Rules) != 3 || len(run.Results[2].Locations) != 0 {
		t.Errorf("the run is %+v", run)
	}
}

func TestAnUnknownFormatIsAnError(t *testing.T) {
	if err := Write(&bytes.Buffer{}, "xml", nil); err == nil {
		t.Error("no error")
	}
}
