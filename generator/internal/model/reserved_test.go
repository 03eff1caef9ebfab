package model

import (
	"strings"
	"testing"
)

func TestIDsThatAreTaken(t *testing.T) {
	for _, k := range Kinds {
		list := strings.TrimSuffix(strings.TrimPrefix((Paths{}).ListURL(k, "en"), "en/"+string(k)+"/"), ".html")
		if k.UnfitID(list) == "" {
			t.Errorf("a record of %s may take the place of the list", k)
		}
		for id, fit := range map[string]bool{
			"uz": true, "com": true, "lpt": true, "console": true, "com10": true, "list": true, "parallel": true, "404": true, "search": true,
			"con": false, "prn": false, "aux": false, "nul": false, "com1": false, "com0": false, "lpt9": false,
			strings.Repeat("a", 100): true, strings.Repeat("a", 101): false, "k-main": k != Topics,
		} {
			if got := k.UnfitID(id); (got == "") != fit {
				t.Errorf("%s/%s: %q", k, id, got)
			}
		}
	}
}

func TestNamesThatNotEverySystemHas(t *testing.T) {
	for name, fit := range map[string]bool{
		"a.toml": true, "aux.toml": false, "AUX.ur.toml": false, "auxiliary.md": true, "com¹.md": false, "lpt12.md": true,
		"a.": false, "a ": false, "a. b": true, "nul": false, "CONIN$.txt": false,
	} {
		if got := UnfitName(name); (got == "") != fit {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestTheSearchIsNoLanguage(t *testing.T) {
	for key, fit := range map[string]bool{"en": true, "zh-hant": true, SearchFolder: false, "zh-Hant": true, "zh_Hant": false, "": false, "..": false, "aux": false} {
		if got := UnfitLanguage(key); (got == "") != fit {
			t.Errorf("%s: %q", key, got)
		}
	}
}
