package diag

import (
	"strings"
	"testing"
)

func TestNearestGivesTheWordThatWasMeant(t *testing.T) {
	words := []string{"approved", "adopted", "date", "data", "да", "一二三四五六"}
	for _, c := range []struct{ got, want string }{
		{"aproved", "approved"},   // a letter missing
		{"approvved", "approved"}, // one too many
		{"adoptde", "adopted"},    // two swapped
		{"ADOPTED", "adopted"},    // case is no edit
		{"dtae", "date"},          // a swap counts once
		{"dates", "date"},         // one edit for a short word
		{"xdatex", "date"},        // two for six letters
		{"zzz", ""},               // nothing near
		{"", ""},                  // nothing written
		{"не", ""},                // runes count, not bytes: two edits of two letters
		{"дв", "да"},              //
		{"一二三四", ""},              // two edits of four runes are too many
		{"一二三四六", "一二三四五六"},       //
		{"approximately", ""},     //
		{"dat", "date"},           // the first of equals
	} {
		if got := Nearest(c.got, words); got != c.want {
			t.Errorf("Nearest(%q) is %q, want %q", c.got, got, c.want)
		}
	}
	if got := Nearest("date", nil); got != "" {
		t.Errorf("Nearest among no words is %q", got)
	}
}

func TestDistanceCountsInsertionsDeletionsSubstitutionsAndSwaps(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "abc", 0}, {"abc", "abd", 1}, {"abc", "acb", 1},
		{"ca", "abc", 3}, // optimal string alignment: no edit within a swap
		{"kitten", "sitting", 3}, {"пункт", "пукнт", 1},
	} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("distance(%q, %q) is %d, want %d", c.a, c.b, got, c.want)
		}
		if got := distance(c.b, c.a); got != c.want {
			t.Errorf("distance(%q, %q) is %d, want %d as the other way round", c.b, c.a, got, c.want)
		}
	}
}

func TestWantListsWhatMayStandAndWhatWasMeant(t *testing.T) {
	for name, c := range map[string]struct {
		got     string
		allowed []string
		want    string
	}{
		"with a suggestion":     {"videoconferense", []string{"in-person", "videoconference"}, `want in-person, videoconference; did you mean "videoconference"?`},
		"without a suggestion":  {"x-ray", []string{"in-person", "hybrid"}, "want in-person, hybrid"},
		"four dozen words":      {"zz", strings.Split(strings.Repeat("abcdefghijkl", 4), ""), "want " + strings.Repeat("a, b, c, d, e, f, g, h, i, j, k, l, ", 3) + "a, b, c, d, e, f, g, h, i, j, k, l"},
		"more words":            {"zz", strings.Split(strings.Repeat("abcdefghijkl", 4)+"m", ""), "want a, b, c, d, e, f, g, h, i, j, k, l, … (49 in all)"},
		"meant one not shown":   {"thirteent", append(strings.Split("abcdefghijklmnopqrstuvwx", ""), "thirteenth"), `want a, b, c, d, e, f, g, h, i, j, k, l, … (25 in all); did you mean "thirteenth"?`},
		"words that begin so":   {"chairman", []string{"chair", "chair_person", "chair_state", "chapter"}, `want chair, chair_person, chair_state, chapter; did you mean "chair" or "chair_person" or "chair_state"?`},
		"a beginning too short": {"conducted", []string{"confidence"}, "want confidence"},
		"a letter that is not":  {"hуbrid", []string{"hybrid"}, `у in hуbrid is Cyrillic (U+0443); want hybrid; did you mean "hybrid"?`},
		"no words":              {"x", nil, "none is known"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Want(c.got, c.allowed); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
