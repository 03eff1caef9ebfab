package render

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/kengash/kengash/generator/internal/model"
)

// Source is a publication.
type Source struct {
	Key        string `json:"key"`
	Title      Name   `json:"title"`
	Publisher  *Name  `json:"publisher,omitempty"`
	URL        string `json:"url,omitempty"`
	Date       string `json:"date,omitempty"`
	Accessed   string `json:"accessed,omitempty"`
	Lang       string `json:"lang,omitempty"` // BCP 47
	Confidence *Term  `json:"confidence,omitempty"`
	Note       string `json:"note,omitempty"`

	ID    string `json:"id,omitempty"`    // anchor, where the page refers to it
	Facts []Link `json:"facts,omitempty"` // of the page that rest on it, by their numbers
}

// Name is a name, with its language (BCP 47) where it is another than the page's.
type Name struct {
	Words string `json:"words"`
	Lang  string `json:"lang,omitempty"`
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
	out := Source{
		Key: s.Key, Title: b.named(s.Title, s.Lang), URL: s.URL, Date: string(s.Date), Accessed: string(s.Accessed),
		Lang: s.Lang, Confidence: b.optionalTerm(model.VocabConfidence, s.Confidence), Note: b.text(s.Note),
	}
	if publisher := b.named(s.Publisher, s.Lang); publisher.Words != "" {
		out.Publisher = &publisher
	}
	return out
}

// named is a name in the page's language, else as it is in its own, else in another.
func (b *builder) named(n model.Named, own string) Name {
	out := Name{Words: b.text(n.Text)}
	if n.Own != "" && n.Text[b.lang] == "" {
		out = Name{n.Own, ownLang(n.Own, own)}
	} else if in := b.tongue(n.Text); in != nil {
		out.Lang = in.Tag
	}
	if out.Lang == b.languageTag(b.lang) {
		out.Lang = ""
	}
	return out
}

// ownLang is the language of a name that stands as in its own: that of the publication, unless only
// one of the two is written in Latin letters, as with "Citna" of a Persian article.
func ownLang(name, lang string) string {
	script, _ := language.Make(lang).Script()
	latin := !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
	if latin != (script.String() == "Latn") {
		return ""
	}
	return lang
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
	name := s.Title
	if s.Publisher != nil {
		name = *s.Publisher
	}
	link := Link{Title: name.Words, URL: "#" + s.ID}
	if name.Lang != "" {
		link.In = &Tongue{name.Lang, "auto"}
	}
	return link
}
