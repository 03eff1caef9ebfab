package render

import (
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
	notFound := func(l model.Lang) string { return string(l) + "/404.html" }
	lost := &Page{Kind: "404", Heading: "404"}
	b.complete(lost, notFound)
	if err := b.put("404.md", notFound(b.lang), "notfound", lost); err != nil {
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
	return b.addFeeds()
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

// addRecord adds the page of a record, and a page that leads to it from where texts stood side by
// side.
func (b *builder) addRecord(e model.Entity) error {
	r := e.Ref()
	name := string(r.Kind) + "/" + r.ID
	v := b.recordPage(e)
	if err := b.add(name+".md", r.URL, "", v); err != nil {
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
	return b.put(name+"/parallel.md", r.ParallelURL(b.lang), "parallel", moved{
		Title: b.c.ShortTitle(r, b.lang), To: "/" + r.URL(b.lang) + query, Canonical: b.c.Config.BaseURL + r.URL(b.lang),
	})
}

// moved leads from an address that was published to another.
type moved struct {
	Title     string `json:"title"`
	To        string `json:"to"`
	Canonical string `json:"canonical"` // absolute
}

// recordPage makes the view of a record's page.
func (b *builder) recordPage(e model.Entity) view {
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
