package results

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/kengash/kengash/generator/internal/chars"
	"github.com/kengash/kengash/search"
)

// answerJSON is what JSON writes.
type answerJSON struct {
	Total      int                    `json:"total"`
	TookMS     float64                `json:"took_ms"`
	Correction string                 `json:"correction,omitempty"` // the query answered instead, where a word is unknown
	Apart      bool                   `json:"apart,omitempty"`      // no document has the phrase; these have its words
	Hits       []hitJSON              `json:"hits"`
	Facets     map[string][]facetJSON `json:"facets"`
}

type hitJSON struct {
	URL        string   `json:"url"` // relative to the site's root
	Title      string   `json:"title"`
	Lang       string   `json:"lang"`
	Kind       string   `json:"kind"`
	Score      float64  `json:"score"`
	Tier       int      `json:"tier"` // 0 has all words; others are not counted in total
	Excerpt    string   `json:"excerpt"`
	Breadcrumb []string `json:"breadcrumb,omitempty"`
	Date       string   `json:"date,omitempty"`
	Others     []other  `json:"others,omitempty"` // the same document in other languages

	Facets map[string][]string `json:"facets"` // the values that the document has of each
}

type other struct {
	Lang string `json:"lang"`
	URL  string `json:"url"`
}

type facetJSON struct {
	Value string `json:"value"`
	Label string `json:"label"`
	Count int    `json:"count"`
}

// kind is what a hit is: the first of its values of that facet.
func kind(h search.Hit) search.Value {
	if values := h.Facets["kind"]; len(values) > 0 {
		return values[0]
	}
	return search.Value{}
}

// Sent is the JSON of an answer as a server sends it: where there is too much, the last hits and
// the values that count least are left out.
func Sent(r *search.Response) ([]byte, error) {
	return fit(len(r.Hits), mostValues, func(hits, values int) ([]byte, error) {
		sent := *r
		sent.Hits, sent.Facets = r.Hits[:hits], map[string][]search.FacetValue{}
		for name, all := range r.Facets {
			sent.Facets[name] = all[:min(values, len(all))]
		}
		var b bytes.Buffer
		err := JSON(&b, &sent)
		return b.Bytes(), err
	})
}

// JSON writes an answer as search --json and the server's own search do.
func JSON(w io.Writer, r *search.Response) error {
	out := answerJSON{Total: r.Total, TookMS: float64(r.Took.Microseconds()) / 1000, Correction: r.Correction, Apart: r.Apart, Hits: []hitJSON{}, Facets: map[string][]facetJSON{}}
	for _, h := range r.Hits {
		hit := hitJSON{
			URL: h.URL, Title: h.Title, Lang: h.Lang, Kind: kind(h).Value, Score: h.Score, Tier: h.Tier,
			Excerpt: h.Excerpt, Breadcrumb: h.Breadcrumb, Date: h.Date, Facets: map[string][]string{},
		}
		for name, values := range h.Facets {
			for _, v := range values {
				hit.Facets[name] = append(hit.Facets[name], v.Value)
			}
		}
		for _, o := range h.Others {
			hit.Others = append(hit.Others, other{o.Lang, o.URL})
		}
		out.Hits = append(out.Hits, hit)
	}
	for name, values := range r.Facets {
		out.Facets[name] = []facetJSON{}
		for _, v := range values {
			out.Facets[name] = append(out.Facets[name], facetJSON{v.Value, v.Label, v.Count})
		}
	}
	enc := json.NewEncoder(chars.Writer(w))
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
