package load

import (
	"os"
	"testing"

	"github.com/kengash/kengash"
)

// All records and texts of a collection are counted, each once; words in files of their own belong
// to what they are words of.
func TestReadingCountsToTheEnd(t *testing.T) {
	for _, dir := range []string{"../../testdata/site", "../../testdata/ict", "../../../examples/urdu"} {
		calls, done, total := 0, 0, 0
		_, problems, err := Load(Source{Site: os.DirFS(dir), Defaults: kengash.Defaults(), Progress: func(d, t int) { calls, done, total = calls+1, d, t }})
		if err != nil || problems.Err() != nil {
			t.Fatal(err, problems.Err())
		}
		if calls == 0 || calls != total || done != total {
			t.Errorf("%s: %d calls, the last with %d of %d", dir, calls, done, total)
		}
	}
}
