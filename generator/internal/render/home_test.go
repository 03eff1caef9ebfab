package render

import (
	"strings"
	"testing"
)

func TestTheFirstPageLeadsToWhatThereIs(t *testing.T) {
	for _, c := range []struct {
		name                  string
		meetings, instruments int
		want                  string
	}{
		{"a protocol and no notes", 2, 3, "protocol decisions meetings"},
		{"neither protocol nor decisions", 0, 3, "instruments bodies"},
	} {
		var got []string
		for _, w := range newBuilder(manyMeetings(t, c.meetings, c.instruments), "en").homePage().Home.Ways {
			name := w.Name
			if name == "" {
				name = strings.Split(w.URL, "/")[2]
			}
			got = append(got, name)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: the first page leads to %s, want %s", c.name, s, c.want)
		}
	}
}
