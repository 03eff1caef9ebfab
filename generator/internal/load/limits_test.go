package load

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

func TestOneLongAddressBehindEveryWordIsAProblem(t *testing.T) {
	var problems diag.List
	long := "[a]: https://a.example/" + strings.Repeat("a", 50_000) + "\n\n"
	text := newText("content/en/notes/first.md", []byte(long+strings.Repeat("Words [a].\n", 30)), "en", model.New(model.Notes, "first", nil), &problems)
	text.sections()
	got := problems.Sorted()
	if len(got) != 1 || got[0].Pos.String() != "content/en/notes/first.md:22:8" || !strings.Contains(got[0].Msg, "exceed 1000000 bytes") || text.prose.Sections != nil {
		t.Errorf("got %v, with %d sections", got, len(text.prose.Sections))
	}
}
