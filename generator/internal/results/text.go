package results

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/kengash/kengash/search"
)

// facetOrder is the order in which facets are printed; those of a site's own come after them.
var facetOrder = []string{"lang", "kind", "topic", "state", "year"}

// Text writes the hits of an answer, best first, and then how many there are by each facet.
func Text(w io.Writer, r *search.Response) error {
	var b strings.Builder
	if r.Correction != "" {
		fmt.Fprintf(&b, "Results for: %s\n\n", r.Correction)
	}
	for i, h := range r.Hits {
		if h.Tier > 0 && (i == 0 || r.Hits[i-1].Tier == 0) && i >= r.Total {
			b.WriteString("With fewer of the words:\n\n")
		}
		fmt.Fprintf(&b, "%d. %s\n", i+1, strings.Join(append(h.Breadcrumb, h.Title), " › "))
		fmt.Fprintf(&b, "   %s  [%s, %s]\n", h.URL, h.Lang, h.Kind)
		if h.Excerpt != "" {
			fmt.Fprintf(&b, "   %s\n", h.Excerpt)
		}
		for _, o := range h.Others {
			fmt.Fprintf(&b, "   also in %s: %s\n", o.Lang, o.URL)
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "%d found\n", r.Total)
	own := slices.DeleteFunc(slices.Sorted(maps.Keys(r.Facets)), func(name string) bool { return slices.Contains(facetOrder, name) })
	for _, name := range slices.Concat(facetOrder, own) {
		var counts []string
		for _, v := range r.Facets[name] {
			label := v.Value
			if v.Label != "" && v.Label != v.Value {
				label = v.Label + " (" + v.Value + ")"
			}
			counts = append(counts, fmt.Sprintf("%s %d", label, v.Count))
		}
		if len(counts) > 0 {
			fmt.Fprintf(&b, "%s: %s\n", name, strings.Join(counts, ", "))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
