package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/search"
)

// facetOrder is the order in which facets are printed; those of a site's own come after them.
var facetOrder = []string{"lang", "kind", "topic", "state", "year"}

func newSearch() *cobra.Command {
	var (
		s       site
		index   string
		req     search.Request
		display string
		asJSON  bool
	)
	cmd := &cobra.Command{
		Use:   "search [flags] QUERY",
		Short: "Search the index of a built site",
		Long: `Search opens the index that a build left in the site and prints the hits, best first, then counts by language, kind, topic, state and year.

The query may hold words, "phrases", -excluded words, beginnings* of words, and filters such as topic:ai state:uz kind:clause year:2021 lang:zh.
No hit is no error. Where fewer than ten documents have all words, documents with fewer of them follow, marked as such; they are not counted.`,
		Example: "  kengash search \"цифровая грамотность\"\n  kengash search --lang en --kind clause radio spectrum policy\n  kengash search --index public/search --json 电子政务",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := indexDir(s, index)
			if err != nil {
				return err
			}
			ix, err := search.Open(dir)
			if err != nil {
				return err
			}
			defer ix.Close()
			req.Query = strings.Join(args, " ")
			req.DisplayLang = display
			if err := checkRequest(ix, req); err != nil {
				return err
			}
			if req.DisplayLang == "" && req.Lang == "" {
				if req.DisplayLang, err = languageOfBest(cmd.Context(), ix, req); err != nil {
					return err
				}
			}
			answer, err := ix.Search(cmd.Context(), req)
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(cmd.OutOrStdout(), answer)
			}
			return printHits(cmd.OutOrStdout(), answer)
		},
	}
	siteFlags(cmd, &s)
	f := cmd.Flags()
	f.StringVar(&index, "index", "", "folder of the index, or of a built site, instead of public/ in the source folder")
	f.StringVarP(&req.Lang, "lang", "l", "", "search one language, by its key")
	f.StringSliceVar(&req.Topics, "topic", nil, "only these topics (ids or labels)")
	f.StringSliceVar(&req.States, "state", nil, "only these states (ids or names)")
	f.StringSliceVar(&req.Kinds, "kind", nil, "only these kinds: clause, topic, note, …")
	f.StringSliceVar(&req.Years, "year", nil, "only these years")
	f.IntVar(&req.Limit, "limit", search.DefaultLimit, "hits to print")
	f.IntVar(&req.Offset, "offset", 0, "hits to leave out before them")
	f.StringVar(&display, "labels", "", "language of the labels (default that of --lang, else that of the best hit)")
	f.BoolVar(&asJSON, "json", false, "print JSON")
	_ = cmd.MarkFlagDirname("index")
	complete(cmd, &s)
	return cmd
}

// checkRequest refuses what the index cannot answer, which would look like "nothing found".
func checkRequest(ix *search.Index, req search.Request) error {
	var langs []string
	for l := range ix.Manifest().Languages {
		langs = append(langs, l)
	}
	slices.Sort(langs)
	switch {
	case req.Lang != "" && !slices.Contains(langs, req.Lang):
		return usageError{fmt.Errorf("the index has no language %q (%s)", req.Lang, diag.Want(req.Lang, langs))}
	case req.Limit < 1:
		return usageError{fmt.Errorf("--limit: want 1 or more, not %d", req.Limit)}
	case req.Offset < 0:
		return usageError{fmt.Errorf("--offset: want 0 or more, not %d", req.Offset)}
	}
	return nil
}

// languageOfBest is the language of the best hit: most likely that of who asks.
func languageOfBest(ctx context.Context, ix *search.Index, req search.Request) (string, error) {
	req.Limit, req.Offset = 1, 0
	answer, err := ix.Search(ctx, req)
	if err != nil || len(answer.Hits) == 0 {
		return "", err
	}
	return answer.Hits[0].Lang, nil
}

// complete offers the shell the values that the site's data has.
func complete(cmd *cobra.Command, s *site) {
	offer := func(values func(*model.Collection) []string) func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			c, _, err := read(*s)
			if err != nil || c == nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return values(c), cobra.ShellCompDirectiveNoFileComp
		}
	}
	for flag, values := range map[string]func(*model.Collection) []string{
		"topic": func(c *model.Collection) []string { return c.IDs(model.Topics) },
		"state": func(c *model.Collection) []string { return c.IDs(model.States) },
		"kind":  func(c *model.Collection) []string { return c.Vocabulary[model.VocabKind].Codes() },
		"lang": func(c *model.Collection) []string {
			var keys []string
			for _, l := range c.Config.Langs() {
				keys = append(keys, string(l))
			}
			return keys
		},
	} {
		_ = cmd.RegisterFlagCompletionFunc(flag, offer(values))
	}
}

// indexDir finds the index: the folder named, that of the site in the folder named, or that of the source's own site.
func indexDir(s site, named string) (string, error) {
	tried := []string{filepath.Join(s.source, "public", indexFolder)}
	if named != "" {
		tried = []string{named, filepath.Join(named, indexFolder)}
	}
	for _, dir := range tried {
		if _, err := os.Stat(filepath.Join(dir, "current.json")); err == nil {
			return dir, nil
		} else if !errors.Is(err, os.ErrNotExist) {
			return "", err
		}
	}
	return "", fmt.Errorf("there is no index in %s; build the site first (kengash build), or name the folder by --index", strings.Join(tried, " or "))
}

// answerJSON is what --json prints.
type answerJSON struct {
	Total      int                    `json:"total"`
	TookMS     float64                `json:"took_ms"`
	Correction string                 `json:"correction,omitempty"` // the query answered instead, where a word is unknown
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

// printJSON writes an answer as --json and the server's own search do.
func printJSON(w io.Writer, r *search.Response) error {
	out := answerJSON{Total: r.Total, TookMS: float64(r.Took.Microseconds()) / 1000, Correction: r.Correction, Hits: []hitJSON{}, Facets: map[string][]facetJSON{}}
	for _, h := range r.Hits {
		hit := hitJSON{h.URL, h.Title, h.Lang, h.Kind, h.Score, h.Tier, h.Excerpt, h.Breadcrumb, h.Date, nil}
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
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func printHits(w io.Writer, r *search.Response) error {
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
