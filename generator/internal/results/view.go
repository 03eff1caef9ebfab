package results

import (
	"net/url"
	"slices"
	"strconv"

	"github.com/kengash/kengash/search"
)

// resultsView is what page.html shows.
type resultsView struct {
	Words          search.Words
	Status         string
	Notes          []resultNote
	Hits, Partial  []resultHit // with all words of the query; with some
	Previous, Next string
	Switches       []resultLink
	Facets         []resultFacet
	Clear          string
}

type resultNote struct {
	Text  string
	Links []resultLink
}

type resultLink struct {
	Label, URL, Lang string
	On               bool
}

type resultFacet struct {
	Name, Heading string
	Values        []resultValue
}

type resultValue struct {
	resultLink
	Count string
}

type resultHit struct {
	URL            string
	Place          []string
	Title, Excerpt []piece
	Lang           string // where it is not the reader's
	Also           string
	Others         []resultLink
}

// piece is a part of a text, marked where it matches.
type piece struct {
	Text   string
	Marked bool
}

// pieces cuts a text at its marks.
func pieces(text string, marks [][2]int) []piece {
	var out []piece
	at := 0
	for _, m := range marks {
		out = append(out, piece{text[at:m[0]], false}, piece{text[m[0]:m[1]], true})
		at = m[1]
	}
	out = append(out, piece{text[at:], false})
	return slices.DeleteFunc(out, func(p piece) bool { return p.Text == "" })
}

// view says an answer in the reader's language.
func (a asking) view(words search.Words, r *search.Response) *resultsView {
	q, offset := a.req.Query, a.req.Offset
	v := &resultsView{Words: words, Status: words.Found(r.Total), Notes: a.notes(words, r)}
	if r.Total == 0 {
		v.Status = words.Quote(words.None, q)
	}
	for i, h := range r.Hits {
		into := &v.Hits
		if offset+i >= r.Total {
			into = &v.Partial
		}
		*into = append(*into, a.hit(words, h))
	}
	page := func(offset int) string {
		return a.address(func(v url.Values) {
			if offset > 0 {
				v.Set("offset", strconv.Itoa(offset))
			}
		})
	}
	if offset > 0 {
		v.Previous = page(max(0, offset-a.req.Limit))
	}
	if offset+a.req.Limit < r.Total {
		v.Next = page(offset + a.req.Limit)
	}
	byDate := a.req.Sort == search.SortDate
	v.Switches = []resultLink{
		{Label: words.All, On: a.everywhere(), URL: a.address(func(v url.Values) {
			if v.Has("lang") {
				v.Del("lang")
			} else {
				v.Set("lang", search.AllLanguages)
			}
		})},
		{Label: words.Sort + ": " + words.Relevance, On: !byDate, URL: a.address(func(v url.Values) { v.Del("sort") })},
		{Label: words.Sort + ": " + words.Date, On: byDate, URL: a.address(func(v url.Values) { v.Set("sort", search.SortDate) })},
	}
	for _, name := range a.facets() {
		if name == "lang" && !a.everywhere() {
			continue
		}
		f := resultFacet{Name: name, Heading: words.Facet(name, a.ix.FacetLabel(name, a.lang))}
		for _, value := range a.counted(name, r.Facets[name]) {
			on := slices.Contains(a.chosen(name), value.Value)
			f.Values = append(f.Values, resultValue{
				resultLink{Label: value.Label, URL: a.toggled(name, value.Value), On: on}, words.Numeral(value.Count),
			})
		}
		if len(f.Values) > 0 {
			v.Facets = append(v.Facets, f)
		}
	}
	if a.narrowed() {
		v.Clear = a.cleared()
	}
	return v
}

// notes are what is to be said of an answer besides its hits.
func (a asking) notes(words search.Words, r *search.Response) []resultNote {
	var notes []resultNote
	if r.Correction != "" {
		instead := resultLink{Label: words.Quote(words.Instead, a.req.Query), URL: a.address(func(v url.Values) { v.Set("exact", "1") })}
		notes = append(notes, resultNote{words.Quote(words.Corrected, r.Correction), []resultLink{instead}})
	}
	if r.Inflected {
		notes = append(notes, resultNote{Text: words.Inflected})
	}
	if r.Apart {
		notes = append(notes, resultNote{Text: words.Apart})
	}
	if r.Total == 0 {
		advice := resultNote{Text: words.Spelling}
		if r.Signs {
			advice.Text = words.Signs
		}
		if a.narrowed() {
			advice.Links = append(advice.Links, resultLink{Label: words.Clear, URL: a.cleared()})
		}
		if !a.everywhere() {
			advice.Links = append(advice.Links, resultLink{Label: words.All, URL: a.inAll()})
		}
		notes = append(notes, advice)
	}
	return notes
}

func (a asking) hit(words search.Words, h search.Hit) resultHit {
	out := resultHit{URL: "/" + h.URL, Title: pieces(h.Title, h.TitleMarks), Excerpt: pieces(h.Excerpt, h.Marks), Also: words.Also}
	place := slices.Concat([]string{kind(h).Label}, h.Breadcrumb, []string{h.Date})
	if h.Lang != a.lang {
		place = append(place, a.ix.LanguageLabel(h.Lang, a.lang))
		out.Lang = h.Lang
	}
	out.Place = slices.DeleteFunc(place, func(s string) bool { return s == "" })
	for _, o := range h.Others {
		out.Others = append(out.Others, resultLink{Label: a.ix.LanguageLabel(o.Lang, a.lang), URL: "/" + o.URL, Lang: o.Lang})
	}
	return out
}
