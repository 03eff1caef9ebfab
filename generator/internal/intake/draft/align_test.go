package draft_test

import (
	"os"
	"slices"
	"testing"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/intake/draft"
	"github.com/kengash/kengash/generator/internal/load"
)

// The texts of the first collection's protocol in other languages are aligned with the Russian one
// as they are in the collection, whether or not their clauses are numbered.
func TestTextsInOtherLanguagesAreAligned(t *testing.T) {
	c, _, err := load.Load(load.Source{Site: os.DirFS("../../../.."), Defaults: kengash.Defaults()})
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"zh", "en"} {
		for _, numbers := range []bool{true, false} {
			text, content := printedIn(t, lang, numbers)
			d := draft.Read(read(t, "protocol.txt", text), c, draft.Options{Lang: lang, Meeting: "ict-2021"})
			if !d.Translates() {
				t.Fatalf("%s: not taken for a translation", lang)
			}
			got, said := d.Align()
			if got != content {
				t.Errorf("%s, numbers %v:\n%s", lang, numbers, got)
			}
			if want := []string{"none: each of the 23 blocks answers one in ru"}; !slices.Equal(said, want) {
				t.Errorf("%s, numbers %v: %q (want %q)", lang, numbers, said, want)
			}
		}
	}
}
