package scaffold

import (
	"testing"

	"github.com/kengash/kengash/generator/internal/model"
)

func TestIDsAreMadeOfTitles(t *testing.T) {
	for title, want := range map[string]string{
		"March meeting": "march-meeting",
		"Искусственный интеллект": "iskusstvennyi-intellekt",
		"人工智能":                  "ren-gong-zhi-neng",
		"Oʻzbekiston IT-parki":  "ozbekiston-it-parki",
		"Hafenrat für Öl":       "hafenrat-fur-ol",
		"Protocol No. 7 (2021)": "protocol-no-7-2021",
		"…":                     "topic",
		"a very long title that goes on and on until nobody would type it any more": "a-very-long-title-that-goes-on-and-on-until-nobody-would",
		"Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstelle": "donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenausz",
	} {
		if got := ID(title, "topic"); got != want || !model.ValidID(got) {
			t.Errorf("%s: %s, want %s", title, got, want)
		}
	}
}

func TestLanguagesHaveTheirOwnNamesAndDirections(t *testing.T) {
	got, err := Languages([]string{"ru", "zh", "ar", "ur", "uz"})
	if err != nil {
		t.Fatal(err)
	}
	want := []Language{{"ru", "Русский", ""}, {"zh", "中文", ""}, {"ar", "العربية", "rtl"}, {"ur", "اردو", "rtl"}, {"uz", "O‘zbek", ""}}
	for i, l := range got {
		if l != want[i] {
			t.Errorf("%+v, want %+v", l, want[i])
		}
	}
	for _, key := range []string{"", "english language", "search"} {
		if _, err := Languages([]string{key}); err == nil {
			t.Errorf("%q is a language", key)
		}
	}
}
