package search

import (
	"strings"
	"testing"
)

// namedDocuments have other names of concepts, as a whole and in pieces.
var (
	nameGlossary = []Concept{
		{"en": {"artificial intelligence", "AI", "AI systems", "generative artificial intelligence", "state of the art intelligence", "robotics"}},
		{"ru": {"политика спектра", "политика в области радиочастотного спектра", "управление радиочастотным спектром", "радиочастоты"}, "zh": {"频谱政策", "频谱管理", "频"}},
	}
	namedDocuments = []Document{
		{ID: "en/1", Lang: "en", Title: "AI and the systems", Body: "Systems of AI are generating models. AI-systems and generative artificial intelligence. Robotic states of art intelligence."},
		{ID: "en/2", Lang: "en", Title: "Intelligent artificial systems", Body: "Artificial intelligence is state-of-the-art intelligence: artificially intelligent."},
		{ID: "ru/1", Lang: "ru", Title: "Политика управления радиочастотным спектром", Body: "В области управления спектром: политика радиочастотного спектра, управление радиочастотными спектрами, радиочастота. Политики в области радиочастотных спектров."},
		{ID: "zh/1", Lang: "zh", Title: "频谱的管理", Body: "频谱管理和政策，管理政策。频谱政策"},
	}
)

var nameQueries = []struct{ lang, query, id, title, want string }{
	{"en", "AI", "en/1", "AI", "AI|AI-systems|generative artificial intelligence|Robotic"},
	{"en", "ai systems", "en/1", "AI|systems", "Systems|AI|AI|systems|generative artificial intelligence|Robotic"},
	{"en", "AI", "en/2", "", "Artificial intelligence|state-of-the-art intelligence|artificially intelligent"},
	{"ru", "политика спектра", "ru/1", "Политика|управления радиочастотным спектром", "спектром|политика|спектра|управление радиочастотными спектрами|радиочастота|Политики в области радиочастотных спектров"},
	{"ru", "радиочастоты", "ru/1", "управления радиочастотным спектром", "управление радиочастотными спектрами|радиочастота|Политики в области радиочастотных спектров"},
	{"zh", "频谱政策", "zh/1", "频谱", "频谱管理|政策|政策|频谱政策"},
	{"zh", "频谱管理", "zh/1", "频谱|管理", "频谱管理|管理|频谱政策"},
}

// TestNamesAreMarkedAsAWhole: other names of what is looked for are marked where all of their words
// stand, those that were typed wherever they stand.
func TestNamesAreMarkedAsAWhole(t *testing.T) {
	ix := openDocuments(t, namedDocuments, nil, nameGlossary...)
	for _, q := range nameQueries {
		found := false
		for _, h := range mustSearch(t, ix, Request{Query: q.query, Lang: q.lang}).Hits {
			if h.ID != q.id {
				continue
			}
			found = true
			if got := marked(h.Title, h.TitleMarks); got != q.title {
				t.Errorf("%s: %s: %q is marked in the title (want %q)", q.query, q.id, got, q.title)
			}
			if got := marked(h.Excerpt, h.Marks); got != q.want {
				t.Errorf("%s: %s: %q is marked (want %q)", q.query, q.id, got, q.want)
			}
		}
		if !found {
			t.Errorf("%s does not find %s", q.query, q.id)
		}
	}
}

// marked returns what of a text is marked.
func marked(text string, marks [][2]int) string {
	var words []string
	for _, m := range marks {
		words = append(words, text[m[0]:m[1]])
	}
	return strings.Join(words, "|")
}

func TestClientMarksNamesAsAWhole(t *testing.T) {
	var cases []inquiryCase
	for _, q := range nameQueries {
		cases = append(cases, inquiryCase{Query: q.query, Lang: q.lang}, inquiryCase{Query: q.query}, inquiryCase{Query: q.query + " systems", Lang: q.lang, Typing: true})
	}
	compareSides(t, namedDocuments, cases, nameGlossary...)
}
