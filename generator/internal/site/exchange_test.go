package site_test

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"github.com/kengash/kengash/generator/internal/model"
)

// texts are the trimmed texts of the elements of a selector.
func texts(page *goquery.Selection, selector string) []string {
	return page.Find(selector).Map(func(_ int, e *goquery.Selection) string { return strings.Join(strings.Fields(e.Text()), " ") })
}

func TestATopicShowsWhoHasExperienceAndWhoHasNone(t *testing.T) {
	s := excerptSite(t)
	c := s.model(t)
	for lang := range siteLangs {
		for _, topic := range model.All[*model.Topic](c, model.Topics) {
			name := lang + "/topics/" + topic.ID + ".html"
			main := s.page(t, name).Find("main")
			if got := strings.TrimSpace(main.Find(".lead").Text()); got != topic.Definition[model.Lang(lang)] {
				t.Errorf("%s does not begin with its definition but with %q", name, got)
			}
			for _, state := range model.All[*model.State](c, model.States) {
				notes := 0
				for _, n := range model.All[*model.Note](c, model.Notes) {
					if n.State == state.ID && (slices.Contains(n.Topics, topic.ID) || topic.ID == "ict-cooperation") { // which covers all others
						notes++
						if main.Find(`[id="state.`+state.ID+`"] a[href$="/notes/`+n.ID+`.html"]`).Length() != 1 {
							t.Errorf("%s has not the note %s with its state", name, n.ID)
						}
					}
				}
				none := main.Find(`.none .row a[href$="/states/` + state.ID + `.html"]`).Length()
				if has := main.Find(`[id="state.` + state.ID + `"]`).Length(); has != min(notes, 1) || none != 1-has {
					t.Errorf("%s: %s has %d notes, %d places for them, is named %d times as having none", name, state.ID, notes, has, none)
				}
			}
			if main.Find(".none").Length() > 0 && main.Find(`.none .contribute a[href$="pages/contribute.html#note"]`).Length() != 1 {
				t.Errorf("%s does not lead those without a note to how to send one", name)
			}
			if n := main.Find(`.terms thead th[scope="col"]`).Length(); n != 3 || main.Find(`.terms tbody th[scope="row"]`).Length() != len(siteLangs) {
				t.Errorf("%s: the terms have %d heads of columns", name, n)
			}
			parts := main.Find(".content > section").Map(func(_ int, e *goquery.Selection) string { return e.AttrOr("class", "") })
			if terms := slices.Index(parts, "terms"); terms != len(parts)-1 || terms < slices.Index(parts, "experience") {
				t.Errorf("%s has its parts in the order %q", name, parts)
			}
		}
		topic := s.page(t, lang+"/topics/digital-literacy.html")
		if got := topic.Find(".content section").First().Find(`.card-head a[href*="ict-2021.html#c4"]`).Length(); got != 1 {
			t.Errorf("%s: what was decided does not come first", lang)
		}
	}
}

func TestTheTableOfStatesAndTopicsSaysEveryCell(t *testing.T) {
	s := excerptSite(t)
	c := s.model(t)
	states := len(c.List(model.States))
	for lang := range siteLangs {
		for _, list := range []string{"notes", "topics"} {
			name := lang + "/" + list + "/index.html"
			region := s.page(t, name).Find(`.scroll[role="region"][tabindex="0"][aria-labelledby]`)
			table := region.Find("table.matrix")
			topics := table.Find(`thead th[scope="col"] a`).Length()
			if topics < 9 || table.Find(`tbody tr > th[scope="row"] a`).Length() != states || table.Find("tbody td:not(.total)").Length() != states*topics {
				t.Fatalf("%s: %d topics, %d cells", name, topics, table.Find("tbody td:not(.total)").Length())
			}
			table.Find("tbody tr").Each(func(_ int, row *goquery.Selection) {
				distinct := map[string]bool{}
				row.Find("td:not(.total)").Each(func(_ int, cell *goquery.Selection) {
					words := strings.TrimSpace(cell.Find(".vh").Text())
					a := cell.Find("a[href]")
					if words == "" || a.Length() == 1 && a.Find(`[aria-hidden="true"]`).Text() == "" {
						t.Errorf("%s: a cell of %s says nothing", name, row.Find("th").Text())
					}
					if a.Length() == 1 {
						distinct[words] = true
					}
				})
				if got := strings.TrimSpace(row.Find(".total").Text()); got != strconv.Itoa(len(distinct)) {
					t.Errorf("%s: %s has %s notes in all, want %d", name, row.Find("th").Text(), got, len(distinct))
				}
			})
			if got := strings.TrimSpace(table.Find("tfoot .total").Last().Text()); got != strconv.Itoa(len(c.List(model.Notes))) {
				t.Errorf("%s: %s notes in all", name, got)
			}
		}
	}
}

func TestANoteSaysWhoseItIsAndWhatItRestsOn(t *testing.T) {
	s := excerptSite(t)
	c := s.model(t)
	for lang := range siteLangs {
		for _, n := range model.All[*model.Note](c, model.Notes) {
			name := lang + "/notes/" + n.ID + ".html"
			main := s.page(t, name).Find("main")
			origin, _, _ := c.Vocabulary[model.VocabNoteOrigin].Term(n.Origin)
			if got := main.Find(".heading .provenance.is-" + string(n.Origin)).Text(); !strings.Contains(got, origin.Definition[model.Lang(lang)]) {
				t.Errorf("%s does not say at its head whose it is: %q", name, got)
			}
			if main.Find(".facts time").Length() < 2 || main.Find(`.facts a[href*="/states/`+n.State+`.html"]`).Length() != 1 {
				t.Errorf("%s lacks its state, its period or its day", name)
			}
			p, _ := model.Get[*model.Protocol](c, n.MandatedBy)
			block, _ := p.Prose[model.Lang(lang)].Block(n.MandatedBy.Node)
			if got := strings.TrimSpace(main.Find(".mandate blockquote").Text()); got != block.Text {
				t.Errorf("%s quotes %q, the clause is %q", name, got, block.Text)
			}
			if official := main.Find(".mandate figcaption .mark").Length() == 0; official != (lang == "ru") {
				t.Errorf("%s: the quotation is shown as authentic: %v", name, official)
			}
			rows := main.Find(".evidence tbody tr")
			if rows.Length() != len(n.Facts) || rows.Find(".confidence").Length() != len(n.Facts) {
				t.Errorf("%s shows %d facts, %d with their confidence", name, rows.Length(), rows.Find(".confidence").Length())
			}
			for _, source := range n.Sources {
				item := main.Find(`.sources > li[id="source.` + source.Key + `"]`)
				dated, cited := item.Find("time").Length() > 0, item.Find(`a[href^="#f"]`).Length() > 0
				publisher := cmp.Or(source.Publisher.Text[model.Lang(lang)], source.Publisher.Own)
				if item.Length() != 1 || !dated || !cited || !strings.Contains(item.Text(), publisher) {
					t.Errorf("%s: the source %s is not whole: %q", name, source.Key, item.Text())
				}
			}
			for _, o := range model.All[*model.Note](c, model.Notes) {
				shared := slices.ContainsFunc(o.Topics, func(id string) bool { return slices.Contains(n.Topics, id) })
				want := 0
				if o.ID != n.ID && (o.State == n.State || shared) {
					want = 1
				}
				if got := main.Find(`aside.beside a[href$="` + o.ID + `.html"]`).Length(); got != want {
					t.Errorf("%s: %s stands beside it %d times, want %d", name, o.ID, got, want)
				}
			}
		}
	}
}

func TestTheGlossaryHasEveryTermInEveryLanguage(t *testing.T) {
	s := excerptSite(t)
	c := s.model(t)
	for lang, tag := range siteLangs {
		name := lang + "/glossary.html"
		page := s.page(t, name)
		entry := func(id string, label, definition model.Text) {
			t.Helper()
			e := page.Find(`dl.glossary > [id="` + id + `"]`)
			words, says := e.Find("dt dfn").Text(), strings.TrimSpace(e.Find("dd").First().Text())
			if e.Length() != 1 || !strings.EqualFold(words, label[model.Lang(lang)]) || says != definition[model.Lang(lang)] {
				t.Errorf("%s: the entry %s is %q", name, id, e.Text())
			}
			for other, otherTag := range siteLangs {
				if other != lang && !strings.Contains(e.Find(`bdi[lang="`+otherTag+`"]`).Text(), label[model.Lang(other)]) {
					t.Errorf("%s: the entry %s lacks its name in %s", name, id, other)
				}
			}
			if e.Find(`bdi[lang="`+tag+`"]`).Length() != 0 {
				t.Errorf("%s: the entry %s has its own name as another", name, id)
			}
		}
		for _, topic := range model.All[*model.Topic](c, model.Topics) {
			entry(topic.ID, topic.Label, topic.Definition)
			for _, a := range topic.Abbreviations[model.Lang(lang)] {
				see := page.Find(".see").FilterFunction(func(_ int, e *goquery.Selection) bool { return strings.TrimSpace(e.Find("dt").Text()) == a })
				if see.Find(`a[href$="#`+topic.ID+`"]`).Length() != 1 {
					t.Errorf("%s does not lead from %s to %s", name, a, topic.ID)
				}
			}
		}
		defined := 0
		for _, vocabulary := range slices.Sorted(maps.Keys(c.Vocabulary)) {
			for _, term := range c.Vocabulary[vocabulary].Terms {
				if term.Definition[model.Lang(lang)] != "" {
					defined++
					entry(vocabulary+"."+term.Key, term.Label, term.Definition)
				}
			}
		}
		if defined < 50 {
			t.Errorf("%d defined words of vocabularies", defined)
		}
		letters := texts(page.Selection, ".letter h2")
		distinct := slices.Compact(slices.Sorted(slices.Values(letters)))
		if index := texts(page.Selection, ".letters a"); !slices.Equal(index, letters) || len(letters) < 10 || len(distinct) != len(letters) {
			t.Errorf("%s has the letters %q, and the index %q", name, letters, index)
		}
		if page.Find(`.menu a[aria-current="page"]`).Length() != 1 {
			t.Errorf("%s is not in the menu", name)
		}
	}
}

func TestTermsAreLinkedInProseOfOursAlone(t *testing.T) {
	s := excerptSite(t)
	c := s.model(t)
	linked := map[string]int{}
	s.each(func(name string, page *goquery.Document) {
		page.Find("a.term").Each(func(_ int, a *goquery.Selection) {
			linked[s.langOf(name)]++
			if a.Closest(".prose").Length() == 0 || a.Closest("h1, h2, h3, h4, blockquote, code, pre, .document").Length() > 0 {
				t.Errorf("%s links the term %q where it may not", name, a.Text())
			}
			if before := a.Closest(".prose").Find(`a.term[href="` + a.AttrOr("href", "") + `"]`).Length(); before != 1 {
				t.Errorf("%s links %q %d times in a section", name, a.Text(), before)
			}
		})
		if strings.Contains(name, "/protocols/") && page.Find("a.term").Length() > 0 {
			t.Errorf("%s has links in the text of a document", name)
		}
	})
	for lang := range siteLangs {
		if linked[lang] < 3 {
			t.Errorf("%s: %d terms are linked", lang, linked[lang])
		}
		// A form of the word, and the words stay as they are.
		for _, n := range model.All[*model.Note](c, model.Notes) {
			page := s.page(t, lang+"/notes/"+n.ID+".html")
			for _, section := range n.Prose[model.Lang(lang)].Sections {
				plain, err := goquery.NewDocumentFromReader(strings.NewReader(section.HTML))
				if err != nil {
					t.Fatal(err)
				}
				got := page.Find(`section.prose[id="` + section.ID + `"]`).Clone()
				got.Find("h2").Remove()
				if want := strings.TrimSpace(plain.Text()); strings.TrimSpace(got.Text()) != want {
					t.Errorf("%s/%s#%s reads %q, want %q", lang, n.ID, section.ID, got.Text(), want)
				}
			}
		}
	}
	if a := s.page(t, "ru/notes/russia-ai-strategy-2030.html").Find(`a.term[href$="glossary.html#digital-economy"]`); a.Text() != "экономики данных" {
		t.Errorf("%q leads to the digital economy", a.Text())
	}
}
