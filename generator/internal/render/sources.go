package render

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/kengash/kengash/generator/internal/model"
)

// Source is a publication.
type Source struct {
	Key        string `json:"key"`
	Title      string `json:"title"`
	Publisher  string `json:"publisher,omitempty"`
	URL        string `json:"url,omitempty"`
	Date       string `json:"date,omitempty"`
	Accessed   string `json:"accessed,omitempty"`
	Lang       string `json:"lang,omitempty"` // BCP 47, of the title
	Confidence *Term  `json:"confidence,omitempty"`
	Note       string `json:"note,omitempty"`

	PublisherLang string `json:"publisher_lang,omitempty"` // BCP 47

	ID    string `json:"id,omitempty"`    // anchor, where the page refers to it
	Facts []Link `json:"facts,omitempty"` // of the page that rest on it, by their numbers
}

// Evidence is a fact of a note, or what shows that an action was fulfilled.
type Evidence struct {
	ID         string   `json:"id"`               // anchor
	Number     int      `json:"number,omitempty"` // as cited in the text
	Period     string   `json:"period,omitempty"` // EDTF
	Text       string   `json:"text,omitempty"`
	Object     *Link    `json:"object,omitempty"`
	Confidence *Term    `json:"confidence,omitempty"`
	OneOrigin  bool     `json:"one_origin,omitempty"`
	Remark     string   `json:"remark,omitempty"`
	Sources    []Source `json:"sources,omitempty"`
	Cites      []Link   `json:"cites,omitempty"` // sources that stand in the page's own list
}

// Sought is what was looked for and not found.
type Sought struct {
	What string `json:"what"` // the word of a code, or the words of the record
	Date string `json:"date"`
	Note string `json:"note,omitempty"`
}

func (b *builder) source(s model.Source) Source {
	return Source{
		Key: s.Key, Title: s.Title, Publisher: cmp.Or(b.text(s.PublisherName), s.Publisher),
		URL: s.URL, Date: string(s.Date), Accessed: string(s.Accessed), Lang: s.Lang,
		Confidence: b.optionalTerm(model.VocabConfidence, s.Confidence), Note: b.text(s.Note),
		PublisherLang: publisherLang(s),
	}
}

// publisherLang is the language of a publisher's name where the record does not translate it: that
// of the publication, unless only one of the two is written in Latin letters, as with "Citna" of a
// Persian article.
func publisherLang(s model.Source) string {
	script, _ := language.Make(s.Lang).Script()
	latin := !strings.ContainsFunc(s.Publisher, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
	if s.PublisherName != nil || s.Publisher == "" || latin != (script.String() == "Latn") {
		return ""
	}
	return s.Lang
}

// sources are those of an entity with the given keys; all of them without keys.
func (b *builder) sources(e model.Entity, keys ...string) []Source {
	var out []Source
	for _, s := range model.BaseOf(e).Sources {
		if len(keys) == 0 || slices.Contains(keys, s.Key) {
			out = append(out, b.source(s))
		}
	}
	return out
}

func (b *builder) keyedSources(e model.Entity, keys []string) []Source {
	if len(keys) == 0 {
		return nil
	}
	return b.sources(e, keys...)
}

func (b *builder) sought(list []model.Sought) []Sought {
	var out []Sought
	for _, s := range list {
		what := b.text(s.What)
		if _, _, ok := b.c.Vocabulary[model.VocabInstrumentState].Term(model.Code(s.Key)); ok {
			what = b.c.Label(model.VocabInstrumentState, model.Code(s.Key), b.lang)
		}
		out = append(out, Sought{what, string(s.Date), b.text(s.Note)})
	}
	return out
}

// sourceLink leads to a source in the page's list by its name in a word or two: its publisher, else
// its title.
func sourceLink(s Source) Link {
	name, lang := s.Publisher, s.PublisherLang
	if name == "" {
		name, lang = s.Title, s.Lang
	}
	link := Link{Title: name, URL: "#" + s.ID}
	if lang != "" {
		link.In = &Tongue{lang, "auto"}
	}
	return link
}
