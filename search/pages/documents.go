package pages

import (
	"cmp"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/kengash/kengash/search"
)

// assemble makes documents of pages. Two things need all pages: whether the site marks what is to
// be read, and what its titles have in common.
func assemble(read []*page, opt Options) ([]search.Document, Report) {
	report := Report{Labels: search.Labels{}, Refused: map[string]int{}, Guessed: map[string]int{}}
	languages(read, opt, &report)
	repeats := repeating(read)
	marked := slices.ContainsFunc(read, func(p *page) bool { return p.marked })
	var taken []*page
	for _, p := range read {
		if p.reason == "" && marked && !p.marked {
			p.reason = "has no data-search-body, as other pages do"
		}
		if p.reason == "" && p.noindex && !opt.All {
			p.reason = "says noindex"
		}
		if p.reason == "" && !opt.All && repeats[p] {
			p.reason = "repeats the text of other pages"
		}
		if p.reason == "" && p.empty() {
			p.reason = "has no text"
		}
		if p.reason != "" {
			report.Left = append(report.Left, LeftOut{p.path, p.reason})
			continue
		}
		taken = append(taken, p)
	}
	report.Running = cutRunning(taken, opt)
	names := shared(taken)
	for _, p := range taken {
		if names[ofLanguage{p.lang, p.head}] {
			p.head = cmp.Or(p.heading(), p.head)
		}
	}
	titles := siteTitles{siteBeginnings(taken), siteNames(taken)}
	ids := map[string]bool{}
	var docs []search.Document
	for _, p := range taken {
		report.Pages++
		if p.lang == undetermined {
			report.NoLang++
		}
		if p.guessed {
			report.Guessed[languageKey(p.lang, opt.KeepRegion)]++
		}
		head := p.document(titles, opt, &report)
		head.ID = p.id(head.Lang, ids)
		if opt.Sections {
			docs = append(docs, p.sections(head)...)
		} else {
			p.write(&head)
			docs = append(docs, head)
		}
	}
	return docs, report
}

// id names a document: its language and, after a slash, what the page has in common with itself in
// other languages, by which search knows that they are one.
func (p *page) id(lang string, taken map[string]bool) string {
	id := lang + "/" + cmp.Or(p.commonAddress(), p.path)
	if taken[id] {
		id = lang + "/" + p.path
	}
	for taken[id] { // a page of another file that bears this very name
		id += "~"
	}
	taken[id] = true
	return id
}

// commonAddress is the same for a page in all its languages: the first of the addresses that
// <link rel="alternate" hreflang> names, or else its own without a folder that is named by its
// language. It is "" if there is neither.
func (p *page) commonAddress() string {
	if _, own := p.same[p.lang]; own {
		return slices.Min(slices.Collect(maps.Values(p.same)))
	}
	folders := strings.Split(p.path, "/")
	for i, f := range folders[:len(folders)-1] {
		if p.speaks(f) {
			return strings.Join(slices.Delete(folders, i, i+1), "/")
		}
	}
	names := strings.Split(p.path, ".") // "guide.zh-cn.html"
	if last := len(names) - 2; last > 0 && p.speaks(names[last]) {
		return strings.Join(slices.Delete(names, last, last+1), ".")
	}
	return ""
}

// speaks reports whether a name is that of the page's language. What says no region ("zh") is not
// held against the other's ("zh_CN").
func (p *page) speaks(name string) bool {
	key, own := languageKey(name, true), languageKey(p.lang, true)
	language, ownLanguage := languageKey(name, false), languageKey(p.lang, false)
	return key != "" && language == ownLanguage && (key == own || key == language || own == ownLanguage)
}

func (p *page) empty() bool {
	return !slices.ContainsFunc(p.parts, func(s part) bool { return s.text != "" || s.heading != "" })
}

// document makes the document of a page, without its text.
func (p *page) document(titles siteTitles, opt Options, report *Report) search.Document {
	lang := languageKey(p.lang, opt.KeepRegion)
	d := search.Document{
		Lang: lang, URL: address(p.path, opt.FolderURLs), Date: p.date,
		Breadcrumb: p.crumbs, Aliases: p.aliases, Facets: map[string][]string{},
	}
	if p.kind != "" {
		d.Facets["kind"] = []string{p.kind}
	}
	d.Title = cmp.Or(p.title, trimSiteName(p.head, p.h1, titles), p.h1, strings.TrimSuffix(path.Base(p.path), path.Ext(p.path)))
	refused := map[string]bool{}
	for _, f := range p.facets {
		name := cmp.Or(opt.Facets[f.name], facetName(f.name))
		if name == "" || search.ReservedFacet(name) && name != "date" {
			refused[f.name] = true
			continue
		}
		report.label(name, f.value, lang, f.label)
		if name == "year" || name == "date" {
			d.Date = cmp.Or(d.Date, date(f.value))
			continue
		}
		if name != f.name && opt.Facets[f.name] == "" {
			report.label("facet", name, lang, f.name)
		}
		d.Facets[name] = union(d.Facets[name], f.value)
	}
	if d.Date != "" {
		d.Facets["year"] = []string{d.Date[:4]}
	}
	for name := range refused {
		report.Refused[name]++
	}
	return d
}

func union(list []string, value string) []string {
	if slices.Contains(list, value) {
		return list
	}
	return append(list, value)
}

// write writes the text of a whole page, with its headings: the first often is the title once more,
// but a phrase may run from it into the text. A hit leads to the heading that its excerpt stands
// under; what is under the title is the page itself.
func (p *page) write(d *search.Document) {
	var lines []search.Line
	var keywords []string
	for _, s := range p.parts {
		line := search.Line{Anchor: s.anchor, Text: strings.Trim(s.heading+"\n"+s.text, "\n")}
		if s.level == 1 && same(s.heading, d.Title) {
			line.Anchor = ""
		}
		lines = append(lines, line)
		keywords = append(keywords, s.keywords)
	}
	d.SetText(lines...)
	d.Keywords = strings.Trim(strings.Join(keywords, "\n"), "\n")
}

// sections makes a document of each part. What is before the first heading with an id, or under
// the title, is the page's own.
func (p *page) sections(head search.Document) []search.Document {
	docs := []search.Document{head}
	var above []part // the headings that the current part stands under
	known := map[string]int{}
	for i, s := range p.parts {
		if i == 0 {
			docs[0].Body, docs[0].Keywords = s.text, s.keywords
			continue
		}
		at, again := known[s.anchor]
		if s.level == 1 && same(s.heading, head.Title) {
			at, again = 0, true
		} else if again {
			s.text = s.heading + "\n" + s.text // an id leads to the first place that has it
		}
		if again {
			docs[at].Body = strings.TrimSpace(docs[at].Body + "\n" + s.text)
			docs[at].Keywords = strings.TrimSpace(docs[at].Keywords + "\n" + s.keywords)
			continue
		}
		for len(above) > 0 && above[len(above)-1].level >= s.level {
			above = above[:len(above)-1]
		}
		d := head
		d.Aliases, d.Keywords = nil, s.keywords
		d.URL = head.URL + "#" + (&url.URL{Fragment: s.anchor}).EscapedFragment()
		d.ID, d.Title, d.Body = head.ID+strings.TrimPrefix(d.URL, head.URL), s.heading, s.text
		d.Breadcrumb = append(slices.Clone(head.Breadcrumb), head.Title)
		for _, a := range above {
			d.Breadcrumb = append(d.Breadcrumb, a.heading)
		}
		above = append(above, s)
		known[s.anchor] = len(docs)
		docs = append(docs, d)
	}
	return docs
}

// same compares titles as readers do.
func same(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// address is the URL of a file relative to the site's root.
func address(name string, folders bool) string {
	if dir, base := path.Split(name); folders && base == "index.html" {
		name = dir
	}
	// What stands before a colon would be taken for a scheme.
	return strings.ReplaceAll((&url.URL{Path: name}).EscapedPath(), ":", "%3A")
}
