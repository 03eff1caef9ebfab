package results

import (
	"fmt"
	"slices"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/search"
)

// Check refuses what the index cannot answer, which would look like "nothing found".
func Check(ix *search.Index, req search.Request) error {
	var langs []string
	for l := range ix.Manifest().Languages {
		langs = append(langs, l)
	}
	slices.Sort(langs)
	switch {
	case req.Lang != "" && !slices.Contains(langs, req.Lang):
		return fmt.Errorf("the index has no language %q (%s)", req.Lang, diag.Want(req.Lang, langs))
	case req.Limit < 1:
		return fmt.Errorf("--limit: want 1 or more, not %d", req.Limit)
	case req.Offset < 0:
		return fmt.Errorf("--offset: want 0 or more, not %d", req.Offset)
	}
	return nil
}
