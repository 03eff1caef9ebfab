package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"
)

// Request asks for a page of hits. What it narrows down, and what filters in its Query narrow down,
// both hold.
type Request struct {
	Query string // see Parse; empty for all documents, newest first
	Lang  string // one language's documents; "" for all languages

	// A document is a hit if it has one of the values of each of these that is not empty. Labels in
	// any language do for values.
	Kinds, Topics, States, Years []string
	// Facets are the values of facets of the site's own, by name, and of "lang".
	Facets map[string][]string

	// Typing tells that the reader may not have finished the last word: it stands for all words that
	// begin so as well.
	Typing bool
	// Exact takes words as they are: none is taken for another that is a slip of the finger away.
	Exact bool
	// Sort is SortScore or SortDate.
	Sort string

	Limit  int // hits to return; 0 is DefaultLimit, less than 0 is none (to count only)
	Offset int // hits to leave out before them

	// DisplayLang is the language of facet labels; Lang, if it is empty.
	DisplayLang string
}

// Orders of hits: the best first, or the newest, without documents of lower tiers.
const (
	SortScore = ""
	SortDate  = "date"
)

// DefaultLimit is the number of hits of a request that does not say.
const DefaultLimit = 10

// fillTo is how many hits a search aims at: with fewer it goes on to documents that match less.
const fillTo = 10

// Response is the answer to a request.
type Response struct {
	// Total counts the hits of the best tier that has any, in all languages asked: usually the
	// documents with all words, and those with most of them and half in the title. Facets count the same documents. A document that was found in several
	// languages (see Document.ID) counts once, and only its best version is a hit; the facet "lang"
	// counts them all.
	Total int
	Took  time.Duration
	// Hits may go on after Total: if it is under ten, documents of lower tiers follow, up to ten.
	Hits []Hit
	// Facets are "kind", "topic", "state", "year", "lang" and the site's own, each sorted by falling
	// count, then by value.
	Facets map[string][]FacetValue
	// Inflected tells that no document has the phrases as written, and that hits have them in other
	// forms of their words.
	Inflected bool
	// Correction is the query that was answered instead, where a word of the query is in no document
	// and other words, a slip of the finger away, are: results are "showing results for" it.
	Correction string
}

// Hit is a document that was found.
type Hit struct {
	ID, Title, Lang, Kind, Date string

	// URL leads to the place of the document in which the excerpt stands, if it has places. Where the
	// query is its very title, it leads to its beginning.
	URL string
	// KindLabel names Kind in the language of labels.
	KindLabel string

	TitleMarks [][2]int // what of Title matches: byte ranges, in order, not overlapping

	Score float64 // comparable within a tier of one search
	// Tier tells how much of the query the document has: 0 all words (or most of them, and half in the
	// title), 1 all but one, 2 half, 3 any.
	Tier int
	// Excerpt is plain text of about 200 characters, around the matches if there are any in the body.
	Excerpt        string
	Marks          [][2]int // the matches: byte ranges in Excerpt, in order, not overlapping
	Breadcrumb     []string
	Topics, States []string
	Others         []Translation // the same document in other languages, in order of language
}

// Translation is a document in another language.
type Translation struct{ Lang, URL string }

// FacetValue is a value of a facet, and how many documents of Response.Total have it.
type FacetValue struct {
	Value, Label string
	Count        int
}

// Search runs a query over the languages asked for, each analysed as that language is, and merges
// the hits by tier, then by score. A language without an index has no hits. Errors come from ctx or
// from a damaged index, never from what a reader typed.
func (ix *Index) Search(ctx context.Context, req Request) (*Response, error) {
	start := time.Now()
	q := Parse(req.Query, ix.manifest.Facets...)
	res, err := ix.search(ctx, req, q)
	if err != nil {
		return nil, fmt.Errorf("search %q: %w", req.Query, err)
	}
	res.Took = time.Since(start)
	return res, nil
}

func (ix *Index) search(ctx context.Context, req Request, q Query) (*Response, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	limit, offset := req.Limit, max(0, req.Offset)
	if limit == 0 {
		limit = DefaultLimit
	}
	limit = max(0, limit)

	asked, err := ix.inquireAll(ctx, req, q)
	if err != nil {
		return nil, err
	}
	size := fillTo // a window past the last document is no reason to ask for more than there are
	for _, in := range asked {
		size = max(size, min(in.part.documents, offset+min(limit, in.part.documents)))
	}

	r := newRanking(req, ix.facets, asked)
	err = r.rank(ctx, size)
	if err == nil && r.total == 0 && len(r.hits) == 0 && relax(asked) {
		r = newRanking(req, ix.facets, asked)
		err = r.rank(ctx, size)
		r.inflected = r.total > 0
	}
	if err != nil {
		return nil, err
	}
	res := &Response{Total: r.total, Inflected: r.inflected, Facets: ix.facetValues(r.counts, req)}
	if len(r.hits) > 0 {
		res.Correction = r.hits[0].inquiry.correction(q)
	}
	page := r.hits[min(offset, len(r.hits)):]
	for _, h := range page[:min(limit, len(page))] {
		hit, err := h.load(q)
		if err != nil {
			return nil, fmt.Errorf("load document %q: %w", h.id, err)
		}
		hit.KindLabel = ix.label(fieldKind, hit.Kind, req.DisplayLang, req.Lang)
		res.Hits = append(res.Hits, hit)
	}
	return res, nil
}

// wantsLang tells whether the language is among those that the request and the query ask for.
func (ix *Index) wantsLang(req Request, q Query, lang string) bool {
	in := func(values []string) bool {
		return slices.ContainsFunc(values, func(v string) bool { return ix.resolve(facetLang, v) == lang })
	}
	if asked := req.Facets[facetLang]; len(asked) > 0 && !in(asked) {
		return false
	}
	if req.Lang != "" && req.Lang != lang || slices.ContainsFunc(q.filters(facetLang, true), in) {
		return false
	}
	return !slices.ContainsFunc(q.filters(facetLang, false), func(values []string) bool { return !in(values) })
}

// inquiry is one search in the index of one language.
type inquiry struct {
	part      *part
	plan      *plan
	filters   []query.Query // all hold
	forbidden []query.Query // none holds
	phrases   []phraseMatch // all hold
	inflected bool          // whether other forms of a phrase do
}

// inquireAll plans a query in all languages that are asked for. A word that none of them has may be
// misspelt.
func (ix *Index) inquireAll(ctx context.Context, req Request, q Query) ([]*inquiry, error) {
	var asked []*inquiry
	plan := func(spell func(p *part) func(string) []string) error {
		asked = nil
		for _, p := range ix.parts {
			if ix.wantsLang(req, q, p.lang) {
				in, err := ix.inquire(ctx, p, req, q, spell(p))
				if err != nil {
					return fmt.Errorf("language %s: %w", p.lang, err)
				}
				asked = append(asked, in)
			}
		}
		return nil
	}
	if err := plan(func(*part) func(string) []string { return nil }); err != nil || len(asked) == 0 {
		return asked, err
	}
	unknown := asked[0].plan.unknown
	for _, in := range asked[1:] {
		maps.DeleteFunc(unknown, func(word string, _ bool) bool { return !in.plan.unknown[word] })
	}
	if len(unknown) == 0 || req.Exact {
		return asked, nil
	}
	var failed error
	err := plan(func(p *part) func(string) []string {
		return func(word string) []string {
			if !unknown[word] {
				return nil
			}
			words, err := p.speller.near(word)
			failed = errors.Join(failed, err)
			return words
		}
	})
	return asked, errors.Join(err, failed)
}

func (ix *Index) inquire(ctx context.Context, p *part, req Request, q Query, spell func(string) []string) (*inquiry, error) {
	q = q.inLetters(p.language)
	dict := newLookup(p)
	var failed error
	planner := &planner{
		lang: p.lang, language: p.language, analyzer: p.analyzer, dict: dict, hasExact: dict.hasIn,
		glossary: ix.glossary, spell: spell, typing: req.Typing,
		phrase: func(t Term) phraseMatch {
			m, err := p.findPhrase(ctx, t.Text)
			failed = errors.Join(failed, err)
			return m
		},
	}
	in := &inquiry{part: p, plan: planner.plan(q)}
	if failed != nil {
		return nil, failed
	}
	in.forbidden = in.plan.forbidden

	requested := map[string][]string{fieldKind: req.Kinds, fieldTopic: req.Topics, fieldState: req.States, fieldYear: req.Years}
	for _, facet := range ix.facets {
		groups := q.filters(facet, false)
		if values := slices.Concat(requested[facet], req.Facets[facet]); len(values) > 0 {
			groups = append(groups, values)
		}
		for _, values := range groups {
			in.filters = append(in.filters, ix.anyValue(facet, values))
		}
		for _, values := range q.filters(facet, true) {
			in.forbidden = append(in.forbidden, ix.anyValue(facet, values))
		}
	}
	for i, t := range q.Terms {
		if !t.Phrase || t.Or || q.groupAt(i) > 1 {
			continue
		}
		m, err := p.findPhrase(ctx, t.Text)
		if err != nil {
			return nil, err
		}
		switch {
		case !t.Not:
			in.phrases = append(in.phrases, m)
		case len(m.asWritten) > 0:
			in.forbidden = append(in.forbidden, query.NewDocIDQuery(m.asWritten))
		}
	}
	return in, dict.err
}

// anyValue finds the documents with one of the values of a facet.
func (ix *Index) anyValue(facet string, values []string) query.Query {
	var qs []query.Query
	for _, v := range values {
		qs = append(qs, termQuery(facetField(facet), ix.resolve(facet, v), 1))
	}
	return any1(qs)
}

// relax lets other forms of the words of phrases count. It tells whether that makes a difference.
func relax(asked []*inquiry) bool {
	more := false
	for _, in := range asked {
		in.inflected = true
		for _, m := range in.phrases {
			more = more || len(m.inflected) > 0
		}
	}
	return more
}

// query puts a tier and all that narrows it down together; nil if there is nothing to ask. Filters
// have no part in the score.
func (in *inquiry) query(tier int) query.Query {
	if in.plan.anything && (tier > 0 || in.inflected) { // stop words have no other forms
		return nil
	}
	q := in.plan.tier(tier)
	if q == nil {
		return nil
	}
	filters := slices.Clone(in.filters)
	for _, m := range in.phrases {
		ids := m.asWritten
		if in.inflected {
			ids = m.inflected
		}
		if len(ids) == 0 {
			return nil
		}
		filters = append(filters, query.NewDocIDQuery(ids))
	}
	if len(filters) == 0 && len(in.forbidden) == 0 {
		return q
	}
	b := query.NewBooleanQuery([]query.Query{q}, nil, in.forbidden)
	if len(filters) > 0 {
		b.AddFilter(all(filters))
	}
	return b
}

// found is a hit before its document is loaded.
type found struct {
	inquiry *inquiry
	id      string
	score   float64
	tier    int
	date    string // set only where hits are sorted by it
}

// correction returns the query with its misspelt words replaced, "" if there are none.
func (in *inquiry) correction(q Query) string {
	if len(in.plan.fixes) == 0 {
		return ""
	}
	fixed := Query{Terms: slices.Clone(q.Terms), Filters: q.Filters}
	for i, t := range fixed.Terms {
		if t.Phrase || t.Not {
			continue
		}
		text := in.part.language.prepare(t.Text)
		for _, token := range slices.Backward(in.part.analyzer.Analyze([]byte(text))) {
			if fix, ok := in.plan.fixes[foldSurface(text[token.Start:token.End])]; ok {
				text = text[:token.Start] + fix + text[token.End:]
				fixed.Terms[i].Text = text
			}
		}
	}
	return fixed.String()
}

// ranking is the merged list of hits, best first.
type ranking struct {
	asked     []*inquiry
	facets    []string // that are counted
	byDate    bool
	prefer    string // language that goes first where all else is equal
	hits      []found
	total     int
	counts    map[string]map[string]int // facet, value: documents
	inflected bool
}

func newRanking(req Request, facets []string, asked []*inquiry) *ranking {
	return &ranking{
		asked: asked, facets: facets, byDate: req.Sort == SortDate, prefer: cmp.Or(req.Lang, req.DisplayLang),
		counts: map[string]map[string]int{},
	}
}

// grouped tells whether a document may be found in several languages.
func (r *ranking) grouped() bool { return len(r.asked) > 1 }

// rank tries tier after tier in all languages. The first with any hit is counted, with up to size
// hits a language in the list; the following ones only fill the list up.
func (r *ranking) rank(ctx context.Context, size int) error {
	listed := map[string]bool{}
	for tier := 0; tier < tierCount && r.total < fillTo; tier++ {
		counting := r.total == 0
		if !counting && r.byDate {
			break
		}
		want := size
		if !counting {
			want = fillTo + len(r.hits) // all of the list may come again
		}
		var hits []found
		for _, in := range r.asked {
			if r.grouped() && counting {
				want = in.part.documents // which documents are one is seen in all of them
			}
			more, err := in.run(ctx, tier, want, counting, r)
			if err != nil {
				return fmt.Errorf("language %s: %w", in.part.lang, err)
			}
			hits = append(hits, more...)
		}
		slices.SortFunc(hits, r.compare)
		for _, h := range hits {
			if key := h.group(); !listed[key] && (counting || len(r.hits) < fillTo) {
				listed[key] = true
				r.hits = append(r.hits, h)
			}
		}
		if counting && r.grouped() && r.total > 0 {
			r.total = len(r.hits)
			if err := r.countGroups(ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

// compare puts the better of two hits of a tier first.
func (r *ranking) compare(a, b found) int {
	foreign := func(f found) int {
		if f.inquiry.part.lang == r.prefer {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(b.date, a.date), cmp.Compare(rounded(b.score), rounded(a.score)),
		cmp.Compare(foreign(a), foreign(b)), cmp.Compare(a.inquiry.part.lang, b.inquiry.part.lang), cmp.Compare(a.id, b.id))
}

// rounded is a score without its last twelve bits (Veltkamp's splitting): those of a sum of many words depend on the order in
// which Bleve happens to add them up, and documents that differ in nothing shall stand by their ids.
func rounded(score float64) float64 {
	wide := float64(score * (1<<12 + 1)) // the conversions keep processors from fusing steps
	return wide - float64(wide-score)
}

// group is the same for the versions of a document in several languages.
func (f found) group() string { return groupKey(f.id, f.inquiry.part.lang) }

// countGroups counts the facets, other than the language, of the documents in the list.
func (r *ranking) countGroups(ctx context.Context) error {
	byPart := map[*inquiry][]string{}
	for _, h := range r.hits {
		byPart[h.inquiry] = append(byPart[h.inquiry], h.id)
	}
	for in, ids := range byPart {
		request := bleve.NewSearchRequestOptions(query.NewDocIDQuery(ids), 0, 0, false)
		r.addFacets(request)
		result, err := in.part.bleve.SearchInContext(ctx, request)
		if err != nil {
			return fmt.Errorf("language %s: %w", in.part.lang, err)
		}
		r.countFacets(result)
	}
	return nil
}

// facetLimit is more values than any facet of a site has.
const facetLimit = 10_000

// run asks one language for one tier, and if counting adds up totals and facets in r.
func (in *inquiry) run(ctx context.Context, tier, size int, counting bool, r *ranking) ([]found, error) {
	q := in.query(tier)
	if q == nil {
		return nil, nil
	}
	request := bleve.NewSearchRequestOptions(q, size, 0, false)
	request.SortBy([]string{"-_score", "_id"})
	byDate := in.plan.anything || r.byDate
	if byDate {
		request.SortBy([]string{"-" + fieldDate, "-_score", "_id"})
	}
	if counting && !r.grouped() {
		r.addFacets(request)
	}
	result, err := in.part.bleve.SearchInContext(ctx, request)
	if err != nil {
		return nil, err
	}
	var out []found
	for _, h := range result.Hits {
		f := found{inquiry: in, id: h.ID, score: h.Score, tier: tier}
		if byDate {
			f.date = h.Sort[0]
		}
		out = append(out, f)
	}
	if counting && result.Total > 0 {
		r.total += int(result.Total)
		r.count(facetLang, in.part.lang, int(result.Total))
		r.countFacets(result)
	}
	return out, nil
}

func (r *ranking) addFacets(request *bleve.SearchRequest) {
	for _, facet := range r.facets {
		request.AddFacet(facet, bleve.NewFacetRequest(facetField(facet), facetLimit))
	}
}

func (r *ranking) countFacets(result *bleve.SearchResult) {
	for facet, values := range result.Facets {
		for _, v := range values.Terms.Terms() {
			r.count(facet, v.Term, v.Count)
		}
	}
}

func (r *ranking) count(facet, value string, n int) {
	if r.counts[facet] == nil {
		r.counts[facet] = map[string]int{}
	}
	r.counts[facet][value] += n
}

// facetValues sorts and labels the counted values.
func (ix *Index) facetValues(counts map[string]map[string]int, req Request) map[string][]FacetValue {
	out := map[string][]FacetValue{}
	for facet, values := range counts {
		for v, n := range values {
			out[facet] = append(out[facet], FacetValue{v, ix.label(facet, v, req.DisplayLang, req.Lang), n})
		}
		slices.SortFunc(out[facet], func(a, b FacetValue) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
		})
	}
	return out
}

// load reads the stored fields of a hit and cuts its excerpt.
func (f found) load(q Query) (Hit, error) {
	p := f.inquiry.part
	h := Hit{ID: f.id, Lang: p.lang, Score: f.score, Tier: f.tier}
	doc, err := p.reader.Document(f.id)
	if err != nil {
		return h, err
	}
	if doc == nil {
		return h, errors.New("the index does not have it")
	}
	body, text, places := "", "", ""
	doc.VisitFields(func(field index.Field) {
		value := string(field.Value())
		switch field.Name() {
		case fieldName:
			h.Title = value
		case fieldBody:
			body = value
		case fieldText:
			text = value
		case fieldURL:
			h.URL = value
		case fieldPlaces:
			places = value
		case fieldKind:
			h.Kind = value
		case fieldDate:
			h.Date = value
		case fieldCrumbs:
			h.Breadcrumb = append(h.Breadcrumb, value)
		case fieldTopic:
			h.Topics = append(h.Topics, value)
		case fieldState:
			h.States = append(h.States, value)
		case fieldAlt:
			lang, url, _ := strings.Cut(value, " ")
			h.Others = append(h.Others, Translation{lang, url})
		}
	})
	for i, other := range h.Others {
		h.Others[i].URL = cmp.Or(other.URL, addressIn(h.URL, p.lang, other.Lang))
	}
	title := p.language.letters(h.Title)
	inTitle := findSpans(title, p.analyzer, &f.inquiry.plan.marks)
	moveSpans(inTitle, title, h.Title)
	h.TitleMarks = joinSpans(inTitle)
	at := 0
	h.Excerpt, h.Marks, at = excerpt(body, text, p.analyzer, &f.inquiry.plan.marks)
	if fold(title) != fold(p.language.letters(q.text())) {
		h.URL = placeURL(h.URL, places, cmp.Or(text, body), at)
	}
	return h, nil
}
