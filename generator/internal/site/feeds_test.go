package site_test

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
)

// feed is what a sitemap, a list of sitemaps or a feed holds.
type feed struct {
	XMLName xml.Name
	Locs    []string `xml:"url>loc"`
	Maps    []string `xml:"sitemap>loc"`
	Links   []struct {
		Href string `xml:"href,attr"`
	} `xml:"url>link"`
	Channel struct {
		Links       []string `xml:"link"`
		Description string   `xml:"description"`
		Items       []struct {
			Title string `xml:"title"`
			Link  string `xml:"link"`
			GUID  string `xml:"guid"`
			Date  string `xml:"pubDate"`
		} `xml:"item"`
	} `xml:"channel"`
}

func (s *builtSite) feed(t *testing.T, name string) feed {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	var f feed
	if err := xml.Unmarshal(data, &f); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return f
}

func TestSitemapsHoldEveryPageByItsAbsoluteAddress(t *testing.T) {
	s := realSite(t)
	own := func(file, address string) string {
		name, ok := strings.CutPrefix(address, siteBase)
		if !ok {
			t.Errorf("%s: %q is not absolute", file, address)
		}
		if fault := s.exists(name, ""); fault != "" {
			t.Errorf("%s: %q %s", file, address, fault)
		}
		return name
	}
	listed := map[string]bool{}
	for _, address := range s.feed(t, "sitemap.xml").Maps {
		file := own("sitemap.xml", address)
		f := s.feed(t, file)
		for _, loc := range f.Locs {
			name := own(file, loc)
			if listed[name] {
				t.Errorf("%s is listed twice", name)
			}
			listed[name] = true
		}
		for _, l := range f.Links {
			own(file, l.Href)
		}
	}
	for name := range s.pages {
		if want := !lost(name) && !leadsOn(name) && (s.langOf(name) != "" || name == "index.html"); listed[name] != want {
			t.Errorf("%s is in the sitemap: %v", name, listed[name])
		}
	}
	robots, err := os.ReadFile(filepath.Join(s.dir, "robots.txt"))
	if err != nil || !strings.Contains(string(robots), "Sitemap: "+siteBase+"sitemap.xml\n") {
		t.Errorf("robots.txt does not name the sitemap: %s", robots)
	}
}

func TestFeedsHoldDatedEntriesNewestFirst(t *testing.T) {
	s := realSite(t)
	for lang := range s.langs {
		name := lang + "/index.xml"
		f := s.feed(t, name)
		if len(f.Channel.Items) == 0 {
			t.Errorf("%s has no entries", name)
		}
		var last time.Time
		for i, item := range f.Channel.Items {
			own, ok := strings.CutPrefix(item.Link, siteBase)
			if fault := s.exists(own, ""); !ok || fault != "" || item.GUID != item.Link || s.langOf(own) != lang {
				t.Errorf("%s: %q, %q %s", name, item.Link, item.GUID, fault)
			}
			date, err := time.Parse(time.RFC1123Z, item.Date)
			if err != nil || item.Title == "" || i > 0 && date.After(last) {
				t.Errorf("%s: %q of %q stands after %v: %v", name, item.Title, item.Date, last, err)
			}
			last = date
		}
		for _, l := range f.Channel.Links {
			if l != "" && !strings.HasPrefix(l, siteBase+lang+"/") {
				t.Errorf("%s: the channel leads to %q", name, l)
			}
		}
	}
}

// Readers of feeds take a description for HTML. What a text says must not become a tag there.
func TestDescriptionsInFeedsAreTexts(t *testing.T) {
	source := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(source, os.DirFS("../../testdata/site")); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(source, "kengash.toml")
	config, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	const text = `R&D, <img src=x onerror=alert(1)> & &lt;b&gt;`
	config = append(config, "\n[description]\nen = '"+text+"'\nru = '"+text+"'\n"...)
	if err := os.WriteFile(name, config, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := buildSite(source, filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	description := s.feed(t, "en/index.xml").Channel.Description
	shown, err := goquery.NewDocumentFromReader(strings.NewReader(description))
	if err != nil {
		t.Fatal(err)
	}
	if got := shown.Text(); got != text || shown.Find("img, b").Length() > 0 {
		t.Errorf("the description %q is shown as %q", description, got)
	}
}
