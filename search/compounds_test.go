package search

import (
	"strings"
	"testing"
)

// compoundDocuments have words of parts in several ways of writing.
var compoundDocuments = []Document{
	{ID: "en/blank", Lang: "en", Title: "Duties", Body: "Then you hand off the shift to a start up."},
	{ID: "en/hyphen", Lang: "en", Title: "Rules", Body: "A hand-off of the shift; e-government, and COVID-19 in IPv6 networks by 5G-Advanced."},
	{ID: "en/one", Lang: "en", Title: "Notes", Body: "The handoff of a startup. See WP29, and parseHttpRequest of XMLParser."},
	{ID: "en/dot", Lang: "en", Title: "Working party", Body: "WP.29 met."},
	{ID: "en/apart", Lang: "en", Title: "Other", Body: "WP 29 and the web site; IPv 6."},
	{ID: "en/noise", Lang: "en", Title: "Noise", Body: "A hand is not off. Working parties of 29. A start of it. The government."},
	{ID: "ru/hyphen", Lang: "ru", Title: "ИТ-индустрия", Body: "Интернет-магазин."},
	{ID: "ru/blank", Lang: "ru", Title: "Торговля", Body: "Новый интернет магазин и ИТ индустрия, веб сайт."},
	{ID: "ru/one", Lang: "ru", Title: "Сети", Body: "Об интернетмагазине и вебсервисах."},
	{ID: "kk/1", Lang: "kk", Title: "Е-үкімет", Body: "веб-сайт"},
}

// compoundQueries are the same words as readers type them, with all documents that they find.
var compoundQueries = []struct{ lang, query, want string }{
	{"en", "handoff", "blank hyphen one"}, {"en", "hand-off", "blank hyphen one noise"}, {"en", "hand off", "blank hyphen one noise"},
	{"en", "handoffs", "blank hyphen one"},
	{"en", "startup", "blank one"}, {"en", "start-up", "blank one noise"}, {"en", "start up", "blank one noise"},
	{"en", "egovernment", "hyphen"}, {"en", "e-government", "hyphen"}, {"en", "e government", "hyphen"},
	{"en", "covid19", "hyphen"}, {"en", "COVID 19", "hyphen"}, {"en", "COVID-19", "hyphen"},
	{"en", "IPv6", "hyphen apart"}, {"en", "IPv-6", "hyphen apart"}, {"en", "IPv 6", "hyphen apart"}, {"en", "5GAdvanced", "hyphen"}, {"en", "5G Advanced", "hyphen"},
	{"en", "WP29", "one dot apart"}, {"en", "WP.29", "one dot apart"}, {"en", "WP 29", "one dot apart"}, {"en", "wp-29", "one dot apart"},
	{"en", "request", "one"}, {"en", "http request", "one"}, {"en", "parser", "one"}, {"en", "parsehttprequest", "one"}, {"en", "xml", "one"},
	{"en", "website", "apart"}, {"en", "web-site", "apart"},
	{"ru", "ИТ-индустрия", "hyphen blank"}, {"ru", "итиндустрия", "hyphen blank"}, {"ru", "индустрии ИТ", "hyphen blank"},
	{"ru", "интернет-магазин", "hyphen blank one"}, {"ru", "интернет магазины", "hyphen blank one"}, {"ru", "интернетмагазин", "hyphen blank one"},
	{"ru", "вебсайт", "blank"}, {"ru", "веб-сервис", "one"},
	{"kk", "еүкімет", "1"}, {"kk", "е үкімет", "1"}, {"kk", "вебсайт", "1"}, {"kk", "сайт", "1"},
}

// TestCompounds: words of parts are found with a hyphen, apart or as one, and by their parts.
func TestCompounds(t *testing.T) {
	ix := openDocuments(t, compoundDocuments, nil)
	for _, q := range compoundQueries {
		res := mustSearch(t, ix, Request{Query: q.query, Lang: q.lang})
		found := map[string]bool{}
		for _, h := range res.Hits[:min(res.Total, len(res.Hits))] {
			found[h.ID[3:]] = true
		}
		for _, want := range strings.Fields(q.want) {
			if !found[want] {
				t.Errorf("%s: %q does not find %s", q.lang, q.query, want)
			}
			delete(found, want)
		}
		if len(found) > 0 || res.Correction != "" {
			t.Errorf("%s: %q finds %v, correction %q", q.lang, q.query, found, res.Correction)
		}
	}
}

// TestMarksOfCompounds: what is found in parts is marked as a whole.
func TestMarksOfCompounds(t *testing.T) {
	ix := openDocuments(t, compoundDocuments, nil)
	for _, test := range []struct{ lang, query, id, want string }{
		{"en", "handoff", "en/blank", "hand off"}, {"en", "handoffs", "en/hyphen", "hand-off"}, {"en", "hand off", "en/one", "handoff"},
		{"en", "wp29", "en/dot", "WP.29"}, {"en", "covid19", "en/hyphen", "COVID-19"}, {"en", "parser", "en/one", "XMLParser"},
		{"ru", "интернетмагазин", "ru/hyphen", "Интернет-магазин"}, {"en", "website", "en/apart", "web site"},
	} {
		marked := ""
		for _, h := range mustSearch(t, ix, Request{Query: test.query, Lang: test.lang}).Hits {
			if h.ID != test.id {
				continue
			}
			var marks []string
			for _, m := range h.Marks {
				marks = append(marks, h.Excerpt[m[0]:m[1]])
			}
			marked = strings.Join(marks, "|")
		}
		if marked != test.want {
			t.Errorf("%s: %q is marked in %s (want %q)", test.query, marked, test.id, test.want)
		}
	}
}

func TestClientCompounds(t *testing.T) {
	var cases []inquiryCase
	for _, q := range compoundQueries {
		cases = append(cases, inquiryCase{Query: q.query, Lang: q.lang}, inquiryCase{Query: q.query, Lang: q.lang, Typing: true}, inquiryCase{Query: q.query},
			inquiryCase{Query: q.query + " -" + q.query, Lang: q.lang}, inquiryCase{Query: `"` + q.query + `"`, Lang: q.lang})
	}
	compareSides(t, compoundDocuments, cases)
}
