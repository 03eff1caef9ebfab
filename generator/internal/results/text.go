package results

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/chars"
	"github.com/kengash/kengash/search"
)

// Text writes the hits of an answer of an index, best first, and then how many there are by each
// facet.
func Text(w io.Writer, ix *search.Index, r *search.Response) error {
	var b strings.Builder
	if r.Correction != "" {
		fmt.Fprintf(&b, "Results for: %s\n\n", r.Correction)
	}
	if r.Apart {
		b.WriteString("Nothing has the phrase; with its words:\n\n")
	}
	for i, h := range r.Hits {
		if h.Tier > 0 && (i == 0 || r.Hits[i-1].Tier == 0) && i >= r.Total {
			b.WriteString("With fewer of the words:\n\n")
		}
		fmt.Fprintf(&b, "%d. %s\n", i+1, chars.Line(strings.Join(append(h.Breadcrumb, h.Title), " › ")))
		fmt.Fprintf(&b, "   %s  [%s, %s]\n", chars.Line(h.URL), h.Lang, kind(h).Value)
		if h.Excerpt != "" {
			fmt.Fprintf(&b, "   %s\n", chars.Line(h.Excerpt))
		}
		for _, o := range h.Others {
			fmt.Fprintf(&b, "   also in %s: %s\n", o.Lang, o.URL)
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "%d found\n", r.Total)
	for _, name := range slices.Concat([]string{"lang"}, ix.Facets()) {
		var counts []string
		for _, v := range r.Facets[name] {
			label := v.Value
			if v.Label != "" && v.Label != v.Value {
				label = v.Label + " (" + v.Value + ")"
			}
			counts = append(counts, fmt.Sprintf("%s %d", label, v.Count))
		}
		if len(counts) > 0 {
			fmt.Fprintf(&b, "%s: %s\n", name, chars.Line(strings.Join(counts, ", ")))
		}
	}
	_, err := io.WriteString(chars.Writer(w), b.String())
	return err
}
