package render

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// addPages adds the pages of a language.
func (b *builder) addPages(search bool) error {
	if err := b.add("_index.md", model.HomeURL, "", b.homePage()); err != nil {
		return err
	}
	if err := b.addOverviews(search); err != nil {
		return err
	}
	if err := b.addLost(); err != nil {
		return err
	}
	for _, k := range model.Kinds {
		if len(b.c.List(k)) == 0 {
			continue
		}
		if err := b.addWhole(b.recordsList(k)); err != nil {
			return err
		}
		for _, e := range b.c.List(k) {
			if err := b.addRecord(e); err != nil {
				return err
			}
		}
	}
	for _, r := range b.c.Redirects() {
		if err := b.addRedirect(r); err != nil {
			return err
		}
	}
	return b.addFeeds()
}

// addRoot adds the pages that belong to no language.
func (b *builder) addRoot() error {
	choice := &Page{Kind: "languages", Heading: b.text(b.c.Config.Title)}
	b.addChrome(choice, "index.html")
	lost := &Page{Kind: "404", Heading: "404"}
	b.addChrome(lost, "")
	base := b.c.Config.BaseURL
	var sitemaps []string
	for _, lang := range b.c.Config.Langs() {
		sitemaps = append(sitemaps, base+sitemapURL(lang))
	}
	for _, p := range []struct {
		url, layout string
		view        any
	}{
		{"index.html", "languages", choice},
		{"404.html", "notfound-all", lost},
		{"sitemap.xml", "sitemaps", Addresses{URLs: sitemaps, Date: b.dataDay()}},
		{"robots.txt", "crawlers", Addresses{URLs: []string{base + "sitemap.xml"}}},
	} {
		if err := b.put("root-"+p.layout+".md", p.url, p.layout, p.view); err != nil {
			return err
		}
	}
	return nil
}

// addAt adds the page at an address of the language, with as few others as can be.
func (b *builder) addAt(url string, search bool) error {
	b.wanted = url
	defer func() { b.wanted = "" }()
	folder, id, _ := strings.Cut(strings.TrimPrefix(url, string(b.lang)+"/"), "/")
	id, _, _ = strings.Cut(strings.TrimSuffix(strings.TrimSuffix(id, ".html"), ".js"), "/")
	kind := b.c.Paths.Kind(folder)
	at := model.Ref{Kind: kind, ID: id}
	if e := b.c.Entity(at); e != nil {
		return b.addRecord(e)
	}
	if r, ok := b.c.Redirect(at); ok {
		return b.addRedirect(r)
	}
	if len(b.c.List(kind)) > 0 {
		return b.addWhole(b.recordsList(kind))
	}
	switch url {
	case model.HomeURL(b.lang):
		return b.add("_index.md", model.HomeURL, "", b.homePage())
	case lostURL(b.lang):
		return b.addLost()
	case feedURL(b.lang), sitemapURL(b.lang):
		return b.addPages(search)
	}
	return b.addOverviews(search)
}

func lostURL(l model.Lang) string { return string(l) + "/404.html" }

// addLost adds the page for addresses of the language that do not exist.
func (b *builder) addLost() error {
	lost := &Page{Kind: "404", Heading: "404"}
	b.complete(lost, lostURL)
	return b.put("404.md", lostURL(b.lang), "notfound", lost)
}

// addOverviews adds the pages that look over many records.
func (b *builder) addOverviews(search bool) error {
	for name, list := range map[string]func() whole{
		decisionsName: b.decisionsList, openName: b.commitmentsList, coverageName: b.coverageList,
	} {
		if err := b.addWhole(overviewList(name, list())); err != nil {
			return err
		}
	}
	pages := map[string]view{glossaryName: b.glossaryPage()}
	if search {
		pages[searchName] = b.searchPage()
	}
	for name, v := range pages {
		p := v.common()
		p.Kind, p.Overview = name, true
		if err := b.add(name+".md", overviewURL(name), name, v); err != nil {
			return err
		}
	}
	return nil
}

// overviewList completes the list of an overview.
func overviewList(name string, w whole) whole {
	w.url, w.file, w.layout = overviewURL(name), name+".md", name
	of := w.view
	w.view = func(shown []entry, r *Register) view {
		v := of(shown, r)
		p := v.common()
		p.Kind, p.Overview = name, true
		return v
	}
	return w
}

func overviewURL(name string) func(model.Lang) string {
	return func(l model.Lang) string { return model.OverviewURL(name, l) }
}

// addRecord adds the page of a record; of a work in several languages also the script with its
// text, and a page that leads to it from where texts once stood side by side.
func (b *builder) addRecord(e model.Entity) error {
	r := e.Ref()
	name := string(r.Kind) + "/" + r.ID
	v := b.recordPage(e)
	url := func(l model.Lang) string { return b.c.Paths.URL(r, l) }
	if err := b.add(name+".md", url, "", v); err != nil {
		return err
	}
	b.addToFeed(day(e), v.common())
	w, ok := e.(model.Work)
	if !ok {
		return nil
	}
	query := allTexts(b.texts(w))
	if query == "" {
		return nil
	}
	if slices.Contains(b.c.Compared(w), b.lang) {
		if err := b.addText(w); err != nil {
			return err
		}
	}
	return b.addMoved(name+"/parallel.md", b.c.Paths.ParallelURL(r, b.lang), moved{
		Title: b.c.ShortTitle(r, b.lang), To: b.address(r) + query, Canonical: b.c.Config.BaseURL + url(b.lang),
	})
}

// addRedirect adds a page that leads from the address that a record had to where it is now.
func (b *builder) addRedirect(r model.Redirect) error {
	return b.addMoved(string(r.From.Kind)+"/"+r.From.ID+".md", b.c.Paths.URL(r.From, b.lang), moved{
		Title: b.c.ShortTitle(r.To.Entity(), b.lang), To: b.address(r.To), Canonical: b.c.Config.BaseURL + b.c.Paths.URL(r.To.Entity(), b.lang),
	})
}

// addMoved adds a page that leads on, also from where its kind was before.
func (b *builder) addMoved(name, url string, m moved) error {
	if err := b.put(name, url, "parallel", m); err != nil {
		return err
	}
	return b.addFormer(name, url, m)
}

// addFormer adds pages that lead on from where a page was before its kind had another path.
func (b *builder) addFormer(name, url string, m moved) error {
	for i, former := range b.c.Paths.Former(url) {
		dir, file := path.Split(name)
		if err := b.put(fmt.Sprintf("%sformer_%d_%s", dir, i, file), former, "parallel", m); err != nil { // no id has a _
			return err
		}
	}
	return nil
}

// moved leads from an address that was published to another.
type moved struct {
	Title     string `json:"title"`
	To        string `json:"to"`
	Canonical string `json:"canonical"` // absolute
}

// recordPage makes the view of a record's page. That of a meeting or a document calls states and
// bodies as they were called on its day.
func (b *builder) recordPage(e model.Entity) view {
	b.day = model.DayOfNames(e)
	defer func() { b.day = "" }()
	r := b.recordOf(e)
	switch e := e.(type) {
	case *model.State:
		return b.statePage(e, r)
	case *model.Body:
		return b.bodyPage(e, r)
	case *model.Person:
		return b.personPage(e, r)
	case *model.Topic:
		return b.topicPage(e, r)
	case *model.Meeting:
		return b.meetingPage(e, r)
	case *model.Protocol:
		return b.protocolPage(e, r)
	case *model.Instrument:
		return b.instrumentPage(e, r)
	case *model.Action:
		return b.actionPage(e, r)
	case *model.Note:
		return b.notePage(e, r)
	}
	return b.proseRecord(e, r)
}
