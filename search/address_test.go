package search

import (
	"fmt"
	"net/url"
	"reflect"
	"testing"
)

// TestParseRequest: an address means the same to a server, a page without scripts and the command.
func TestParseRequest(t *testing.T) {
	ix := openDocuments(t, ownDocuments(), Labels{"lang": {"ru": {"en": "Russian"}}})
	type facets = map[string][]string
	for _, test := range []struct {
		address, lang string
		want          Request
		fault         string
	}{
		{"", "", Request{Facets: facets{}}, ""},
		{"q=моря+author:ann", "ru", Request{Query: "моря author:ann", Lang: "ru", DisplayLang: "ru", Facets: facets{}}, ""},
		{"author=Ann&author=Bob&page-type=guide&author=", "ru", Request{Lang: "ru", DisplayLang: "ru", Facets: facets{"author": {"Ann", "Bob"}, "page-type": {"guide"}}}, ""},
		{"lang=all&sort=date&exact=1", "ru", Request{DisplayLang: "ru", Sort: SortDate, Exact: true, Facets: facets{}}, ""},
		{"lang=zh&lang=ru", "", Request{DisplayLang: "zh", Facets: facets{"lang": {"zh", "ru"}}}, ""},
		{"lang=russian&labels=en", "", Request{DisplayLang: "en", Facets: facets{"lang": {"russian"}}}, ""},
		{"limit=20&offset=40&utm_source=x", "", Request{Limit: 20, Offset: 40, Facets: facets{}}, ""},
		{"lang=fr", "", Request{DisplayLang: "fr", Facets: facets{"lang": {"fr"}}}, `lang: the index has no language "fr" (want ru, zh or all)`},
		{"limit=0&offset=-1", "", Request{Facets: facets{}}, "limit: want a number from 1 to 1000, not \"0\"\noffset: want a number from 0 to 10000, not \"-1\""},
		{"limit=many", "", Request{Facets: facets{}}, `limit: want a number from 1 to 1000, not "many"`},
		{"sort=size&title=Антенна", "", Request{Facets: facets{"title": {"Антенна"}}}, ""},
	} {
		values, err := url.ParseQuery(test.address)
		if err != nil {
			t.Fatal(err)
		}
		if test.want.Limit == 0 {
			test.want.Limit = DefaultLimit
		}
		got, err := ix.ParseRequest(values, test.lang)
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %+v\nwant %+v", test.address, got, test.want)
		}
		if err == nil && test.fault != "" || err != nil && fmt.Sprint(err) != test.fault {
			t.Errorf("%s: error %v (want %s)", test.address, err, test.fault)
		}
	}
}

// TestAddressesFilter: what an address chooses is what a query with the same filters finds.
func TestAddressesFilter(t *testing.T) {
	ix := openDocuments(t, ownDocuments(), nil)
	for address, query := range map[string]string{
		"author=ann": "author:ann", "q=моря&author=Bob&page-type=guide": "моря author:bob page-type:guide",
		"автор=安": "автор:安", "lang=zh": "lang:zh",
	} {
		values, err := url.ParseQuery(address)
		if err != nil {
			t.Fatal(err)
		}
		req, err := ix.ParseRequest(values, "")
		if err != nil {
			t.Fatal(err)
		}
		got, want := ids(mustSearch(t, ix, req)), ids(mustSearch(t, ix, Request{Query: query}))
		if got != want || got == "" {
			t.Errorf("%s finds %q, %s %q", address, got, query, want)
		}
	}
}
