package command

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/documents"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/results"
	"github.com/kengash/kengash/generator/internal/site"
	"github.com/kengash/kengash/search"
)

func newSearch() *cobra.Command {
	var (
		s      site.Source
		index  string
		asked  searchFlags
		asJSON bool
	)
	cmd := &cobra.Command{
		Use:   "search [flags] QUERY",
		Short: "Search the index of a built site",
		Long: `Search opens the index of a built site and prints the hits, best first, followed by
counts for each language and each facet, such as kind and topic.

A query may contain words, "phrases", -excluded words, prefixes* and filters such as
topic:ai state:uz kind:clause year:2021 lang:zh. If fewer than ten documents have all the
words, documents with some of them follow, marked as such and not counted. The exit code
is 0 even if there are no hits.`,
		Example: `  kengash search "цифровая грамотность"
  kengash search --lang en --kind clause radio spectrum policy
  kengash search --facet topic=ai --facet state=uz strategy
  kengash search --index public/search --json 电子政务`,
		Args: cobra.MinimumNArgs(1),
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
			req, err := asked.request(ix, strings.Join(args, " "))
			if err != nil {
				return usageError{err}
			}
			if req.DisplayLang == "" {
				if req.DisplayLang, err = languageOfBest(cmd.Context(), ix, req); err != nil {
					return err
				}
			}
			answer, err := ix.Search(cmd.Context(), req)
			if err != nil {
				return err
			}
			if asJSON {
				return results.JSON(cmd.OutOrStdout(), answer)
			}
			return results.Text(cmd.OutOrStdout(), ix, answer)
		},
	}
	siteFlags(cmd, &s)
	f := cmd.Flags()
	f.StringVar(&index, "index", "", "folder of the index, or of a site (default public in the source folder)")
	asked.add(f)
	f.BoolVar(&asJSON, "json", false, "print JSON")
	_ = cmd.MarkFlagDirname("index")
	complete(cmd, &s)
	return cmd
}

// searchFlags are the flags that say what is asked. Those of the usual facets are short for
// --facet.
type searchFlags struct {
	lang, labels  string
	limit, offset int
	facets        []string
	short         map[string]*[]string
}

func (s *searchFlags) add(f *pflag.FlagSet) {
	f.StringVarP(&s.lang, "lang", "l", "", "search only this language")
	f.StringArrayVar(&s.facets, "facet", nil, "only documents with this value (id or label) of a facet: topic=ai")
	s.short = map[string]*[]string{}
	for _, name := range documents.Facets {
		s.short[name] = f.StringSlice(name, nil, "the same as --facet "+name+"=…, for several values")
	}
	f.IntVar(&s.limit, "limit", search.DefaultLimit, "number of hits to print")
	f.IntVar(&s.offset, "offset", 0, "number of hits to skip")
	f.StringVar(&s.labels, "labels", "", "language of the labels (default --lang, else that of the best hit)")
}

// request makes the address of a search of the flags, which is read as all such addresses are.
func (s *searchFlags) request(ix *search.Index, query string) (search.Request, error) {
	v := url.Values{"q": {query}, "limit": {strconv.Itoa(s.limit)}, "offset": {strconv.Itoa(s.offset)}}
	if s.lang != "" {
		v.Set("lang", s.lang)
	}
	if s.labels != "" {
		v.Set("labels", s.labels)
	}
	chosen := slices.Clone(s.facets)
	for name, values := range s.short {
		for _, value := range *values {
			chosen = append(chosen, name+"="+value)
		}
	}
	for _, f := range chosen {
		name, value, ok := strings.Cut(f, "=")
		switch {
		case !ok || value == "":
			return search.Request{}, fmt.Errorf("--facet: want name=value, not %q", f)
		case !slices.Contains(ix.Facets(), name):
			return search.Request{}, fmt.Errorf("--facet: the index has no facet %q (%s)", name, diag.Want(name, ix.Facets()))
		}
		v.Add(name, value)
	}
	req, err := ix.ParseRequest(v, "")
	if err != nil {
		return req, fmt.Errorf("--%w", err)
	}
	return req, nil
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
func complete(cmd *cobra.Command, s *site.Source) {
	offer := func(values func(*model.Collection) []string) func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			c, _, err := site.Read(*s)
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

// indexDir finds the index: the folder named, that of the site in the folder named, or that of the
// source's own site.
func indexDir(s site.Source, named string) (string, error) {
	tried := []string{filepath.Join(s.Dir, "public", site.IndexFolder)}
	if named != "" {
		tried = []string{named, filepath.Join(named, site.IndexFolder)}
	}
	for _, dir := range tried {
		if _, err := os.Stat(filepath.Join(dir, search.ManifestFile)); err == nil {
			return dir, nil
		} else if !errors.Is(err, os.ErrNotExist) {
			return "", err
		}
	}
	return "", fmt.Errorf("there is no index in %s; build the site first (kengash build), or name the folder by --index", strings.Join(tried, " or "))
}
