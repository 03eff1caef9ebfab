package render

import (
	"cmp"
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// feedLimit is how many records a feed has, the newest.
const feedLimit = 100

// FeedPage is the view of a language's feed (RSS 2.0).
type FeedPage struct {
	Self  string     `json:"self"` // its address, absolute
	Home  string     `json:"home"` // that of the language's home page
	Items []FeedItem `json:"items"`
}

// Addresses is the view of a sitemap: of the pages of a language, or of the sitemaps of a site.
type Addresses struct {
	URLs []string `json:"urls"`              // absolute
	Date string   `json:"lastmod,omitempty"` // of the data
}

// addToFeed keeps a record's page for the feed, where it has a date and is truly in the language.
func (b *builder) addToFeed(date string, p *Page) {
	if date == "" || slices.Contains(p.absentIn, string(b.lang)) {
		return
	}
	b.feed = append(b.feed, FeedItem{p.Heading, p.Canonical, date, p.KindLabel, p.Description})
}

// addFeeds makes the feed and the sitemap of the pages that were added.
func (b *builder) addFeeds() error {
	base := b.c.Config.BaseURL
	slices.SortFunc(b.feed, func(x, y FeedItem) int {
		return cmp.Or(cmp.Compare(y.Date, x.Date), cmp.Compare(x.URL, y.URL))
	})
	feed := FeedPage{Self: base + feedURL(b.lang), Home: base + model.HomeURL(b.lang), Items: b.feed[:min(len(b.feed), feedLimit)]}
	if err := b.put("feed.md", feedURL(b.lang), "feed", feed); err != nil {
		return err
	}
	if b.lang == b.c.Config.DefaultLanguage {
		b.addresses = append(b.addresses, base+"index.html") // the choice of languages
	}
	slices.Sort(b.addresses)
	return b.put("sitemap.md", sitemapURL(b.lang), "addresses", Addresses{URLs: b.addresses, Date: b.dataDay()})
}

// dataDay is the date of the data as a day; "" where it has none.
func (b *builder) dataDay() string {
	if b.c.Config.DataDate == "" {
		return ""
	}
	return b.c.Config.DataDate.First().Format("2006-01-02")
}
