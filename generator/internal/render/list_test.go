package render

import (
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// Topics that a site does not order are where readers of the language look for them.
func TestTopicsAreInTheOrderOfTheReadersLanguage(t *testing.T) {
	c := model.NewCollection(&model.Config{
		Languages: []model.Language{{Key: "fr", Tag: "fr"}, {Key: "sv", Tag: "sv"}}, DefaultLanguage: "fr",
		Order: model.Order{Topics: []string{"z"}},
	})
	for id, label := range map[string]string{"z": "Zone", "a": "Énergie", "b": "Eau", "c": "Ärenden", "d": "Fret"} {
		topic := model.New(model.Topics, id, diag.NewIndex(id)).(*model.Topic)
		topic.Label = model.Text{"fr": label, "sv": label}
		c.Add(topic)
	}
	c.Seal()
	for lang, want := range map[model.Lang]string{"fr": "Zone Ärenden Eau Énergie Fret", "sv": "Zone Eau Énergie Fret Ärenden"} {
		b := newBuilder(c, lang)
		var got []string
		for _, e := range b.inListOrder(model.Topics) {
			got = append(got, b.text(e.Name()))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", lang, s, want)
		}
	}
}

func TestNoPathOfAKindIsThatOfAnOverview(t *testing.T) {
	for _, name := range append(slices.Clone(overviewNames), searchName) {
		if model.UnfitPath(name) == "" {
			t.Errorf("the pages of a kind may be among those of %s", name)
		}
	}
}
