package site_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// Every act of the protocol has its words marked in the text of each language, by the mark that its
// label has.
func TestTheWordsOfEveryActAreMarkedInTheText(t *testing.T) {
	s := excerptSite(t)
	for lang, want := range map[string]map[string]string{
		"ru": {
			"c1.p1": "обсудили поддержали", "c1.p2": "приняли", "c1.p3": "согласились Отмечена", "c2.p1": "рассмотрели Достигнута договоренность",
			"c3.p1": "обменялись мнениями", "c4.p1": "обсудили одобрили", "c5.p1": "рассмотрели приняли за основу", "c6.p1": "будут согласованы",
		},
		"zh": {
			"c1.p1": "讨论 支持", "c1.p2": "通过了", "c1.p3": "商定 指出", "c2.p1": "审议了 达成一致", "c3.p1": "交换了意见",
			"c4.p1": "讨论 赞同", "c5.p1": "审议了 接受其作为基础", "c6.p1": "将通过外交渠道 商定",
		},
		"en": {
			"c1.p1": "discussed supported", "c1.p2": "adopted", "c1.p3": "agreed was noted", "c2.p1": "considered Agreement was reached",
			"c3.p1": "exchanged views", "c4.p1": "discussed approved", "c5.p1": "considered took as a basis", "c6.p1": "will be agreed",
		},
	} {
		page := s.page(t, lang+"/protocols/ict-2021.html")
		for id, words := range want {
			block := page.Find(fmt.Sprintf(`.paper-text [id=%q]`, id))
			var got []string
			block.Find(".t1 mark").Each(func(_ int, m *goquery.Selection) { got = append(got, m.Text()) })
			if strings.Join(got, " ") != words {
				t.Errorf("%s %s: marked is %q, want %q", lang, id, got, words)
			}
			block.Find("aside .act").Each(func(_ int, a *goquery.Selection) {
				if !a.Is(".f1, .f2, .f3") {
					t.Errorf("%s %s: the label %q has no mark", lang, id, a.Text())
				}
			})
			block.Find(".t1 mark").Each(func(_ int, m *goquery.Selection) {
				label := block.Find("aside .act." + m.AttrOr("class", ""))
				// Words that are not the label say what they are.
				if title := m.AttrOr("title", label.Text()); label.Length() != 1 || !strings.EqualFold(title, label.Text()) ||
					!strings.EqualFold(m.Text(), label.Text()) && m.AttrOr("title", "") == "" {
					t.Errorf("%s %s: no label has the mark of %q, or it is not explained", lang, id, m.Text())
				}
			})
		}
		if n := page.Find("mark").Length(); n != len(page.Find(".paper-text .block mark").Nodes) {
			t.Errorf("%s: %d marks, some outside the text", lang, n)
		}
	}
}

// Beside each other the words of an act look alike in every language.
func TestTheWordsOfAnActLookAlikeInParallelTexts(t *testing.T) {
	s := excerptSite(t)
	page := s.page(t, "en/protocols/ict-2021.html")
	for _, id := range []string{"c4.p1", "c5.p1"} {
		row := page.Find(fmt.Sprintf(`[id=%q]`, id))
		for mark, want := range map[string]string{"f1": "c4.p1 discussedобсудили讨论 c5.p1 consideredрассмотрели审议了", "f2": "c4.p1 approvedодобрили赞同 c5.p1 took as a basisприняли за основу接受其作为基础"} {
			if got := row.Find("mark." + mark).Text(); got == "" || !strings.Contains(want, id+" "+got) {
				t.Errorf("%s: as %s is marked %q, want of %q", id, mark, got, want)
			}
		}
	}
}

func TestDecisionsAreAPlainTableWithoutScripts(t *testing.T) {
	s := excerptSite(t)
	for lang := range siteLangs {
		page := s.page(t, lang+"/decisions.html")
		rows := page.Find("table.decisions tbody tr")
		if rows.Length() != 12 {
			t.Errorf("%s: %d decisions, want the 10 of the protocol and the 2 that sources report", lang, rows.Length())
		}
		if n := page.Find(`table.decisions thead th[scope=col]`).Length(); n != 5 || page.Find(`table.decisions tbody th[scope=row]`).Length() != rows.Length() {
			t.Errorf("%s: %d columns have a head, or a row has none", lang, n)
		}
		if _, hidden := page.Find("form.filters").Attr("hidden"); !hidden {
			t.Errorf("%s: choices that nothing answers show without scripts", lang)
		}
		// Every act, topic and so on that a row has can be chosen, and nothing else.
		chosen, has := map[string]bool{}, map[string]bool{}
		page.Find("form.filters select").Each(func(_ int, sel *goquery.Selection) {
			sel.Find("option").Each(func(_ int, o *goquery.Selection) {
				if v := o.AttrOr("value", ""); v != "" && sel.AttrOr("name", "") != "sort" {
					chosen[sel.AttrOr("name", "")+":"+v] = true
				}
			})
		})
		rows.Each(func(_ int, row *goquery.Selection) {
			for _, key := range strings.Fields(row.AttrOr("data-keys", "")) {
				has[key] = true
				if !chosen[key] {
					t.Errorf("%s: %s cannot be chosen", lang, key)
				}
			}
			if row.Find("th a").Length() == 0 || row.Find(".act").Length() == 0 || row.Find(".said").Text() == "" {
				t.Errorf("%s: a row has no place, act or words: %s", lang, row.Text())
			}
		})
		if len(chosen) != len(has) {
			t.Errorf("%s: %d can be chosen, rows have %d", lang, len(chosen), len(has))
		}
		reported := rows.Has(`.mark`)
		if got := reported.Find(".confidence").Length(); reported.Length() != 2 || got != 2 {
			t.Errorf("%s: %d decisions are marked as reported, %d with their confidence", lang, reported.Length(), got)
		}
		keys := func(key string) (n int) {
			rows.Each(func(_ int, row *goquery.Selection) {
				if slices.Contains(strings.Fields(row.AttrOr("data-keys", "")), key) {
					n++
				}
			})
			return n
		}
		for key, want := range map[string]int{ // Iran and Belarus were no members at the time of the protocol
			"act:approved": 1, "topic:ai": 1, "state:uz": 12, "state:ir": 1, "state:by": 1, "instrument:concept-2019": 2, "meeting:ict-2021": 10, "year:2023": 1,
		} {
			if got := keys(key); got != want {
				t.Errorf("%s: %d decisions have %s, want %d", lang, got, key, want)
			}
		}
	}
}

func TestOpenCommitmentsStandOnceWithWhoSinceWhenAndWhatWasLookedFor(t *testing.T) {
	s := excerptSite(t)
	for lang, want := range map[string]struct{ nobody, span, done string }{
		"ru": {"В тексте не указаны", "4 года 11 месяцев", "исполнено (по выводу составителей)"},
		"zh": {"文中未写明", "4年11个月", "已落实（编者推断）"},
		"en": {"Not specified in the text", "4 years 11 months", "fulfilled (inferred)"},
	} {
		page := s.page(t, lang+"/open.html")
		part := func(name string) *goquery.Selection {
			return page.Find(fmt.Sprintf(`[aria-labelledby=%q] tbody tr`, "k-"+name))
		}
		for name, n := range map[string]int{"commitments_open": 3, "commitments_standing": 2, "commitments_done": 1} {
			if got := part(name).Length(); got != n {
				t.Errorf("%s: %d in %s, want %d", lang, got, name, n)
			}
		}
		programme := part("commitments_open").FilterFunction(func(_ int, r *goquery.Selection) bool {
			return r.Find(`th > a[href$="actions/adopt-digital-literacy-programme.html"]`).Length() == 1
		})
		text := strings.Join(strings.Fields(programme.Text()), " ")
		if programme.Length() != 1 || !strings.Contains(text, want.nobody) || !strings.Contains(text, want.span) {
			t.Errorf("%s: the commitment of the programme: %s", lang, text)
		}
		for _, link := range []string{"protocols/ict-2021.html#c4.p1", "programmes/digital-literacy.html", "topics/digital-literacy.html"} {
			if programme.Find(fmt.Sprintf(`a[href$=%q]`, link)).Length() != 1 {
				t.Errorf("%s: the commitment does not lead to %s once", lang, link)
			}
		}
		if n := programme.Find(`time[datetime="2026-11-22"]`).Length(); n != 1 {
			t.Errorf("%s: the day on which it was looked for stands %d times", lang, n)
		}
		if !strings.Contains(part("commitments_done").Text(), want.done) {
			t.Errorf("%s: what is fulfilled does not say how that is known", lang)
		}
	}
}

func TestTheGapInTheHistoryOfAnInstrumentIsAGap(t *testing.T) {
	s := excerptSite(t)
	for name, gap := range map[string]bool{"programmes/digital-literacy": true, "instruments/concept-action-plan": true, "instruments/meeting-regulation": false, "instruments/concept-2019": false} {
		page := s.page(t, "en/"+name+".html")
		items := page.Find("ol.timeline > li")
		if items.Filter(".gap + .awaited").Length() == 1 != gap || items.Filter(".awaited").Length() == 1 != gap {
			t.Errorf("%s: the timeline is %q", name, items.Text())
		}
		if gap && !strings.Contains(items.Filter(".gap").Text(), "4 years 11 months without evidence") {
			t.Errorf("%s: the gap says %q", name, items.Filter(".gap").Text())
		}
	}
}

func TestPagesShowTheirOpenCommitments(t *testing.T) {
	s := excerptSite(t)
	for name, want := range map[string]int{
		"topics/digital-literacy": 1, "topics/ict-cooperation": 3, "topics/ai": 1, "topics/broadband": 0,
		"states/kz": 1, "states/by": 0, "bodies/sco-secretariat": 2,
	} {
		page := s.page(t, "ru/"+name+".html")
		if got := page.Find(".group .open-commitments > li").Length(); got != want {
			t.Errorf("%s shows %d open commitments, want %d", name, got, want)
		}
		page.Find(".group .open-commitments > li b a").Each(func(_ int, a *goquery.Selection) {
			if n := page.Find(fmt.Sprintf(`main .group .card a[href=%q]`, a.AttrOr("href", ""))).Length(); n != 0 {
				t.Errorf("%s: %s stands among the actions again", name, a.Text())
			}
		})
	}
}

func TestAMeetingSaysWhatChanged(t *testing.T) {
	s := excerptSite(t)
	for name, want := range map[string][]string{
		"meetings/ict-2021": {"The first meeting: there were none before it."},
		"meetings/ict-2023": {
			"The protocol of this meeting is not in the collection", "The Member States were the same.", "Chair: India; at the previous meeting: Uzbekistan.",
			"Place or format: Delhi; the previous meeting: videoconference.", "fulfilled as the editors infer: Agree the dates and place of the next Meeting (13 May 2023).",
			"not evidenced by the day of the meeting: Adopt the Digital Literacy Programme",
		},
		"meetings/ict-2024": {
			"The collection has the protocol of neither meeting", "New Member State: Iran.",
			"does not record who chaired; at the previous meeting: India.", "Between the meetings: 2023 Statement (adopted, 4 July 2023).",
		},
		"meetings/ict-2025": {"New Member State: Belarus.", "At the meeting itself: 2025 Action Plan (adopted, as sources report)."},
	} {
		text := strings.Join(strings.Fields(s.page(t, "en/"+name+".html").Find(".changes").Text()), " ")
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s does not say %q: %s", name, w, text)
			}
		}
	}
	if s.page(t, "en/meetings/next.html").Find(".changes").Length() != 0 {
		t.Error("a meeting to be announced is compared")
	}
}

func TestTheFirstPageLeadsToDecisionsAndOpenCommitments(t *testing.T) {
	s := excerptSite(t)
	for lang := range siteLangs {
		counts := s.page(t, lang+"/index.html").Find(".ledger")
		for link, want := range map[string]string{"decisions.html": "12", "open.html": "5"} {
			if got := counts.Find(fmt.Sprintf(`a[href$=%q] b`, link)).Text(); got != want {
				t.Errorf("%s: %s counts %q, want %s", lang, link, got, want)
			}
		}
	}
}

func TestTheFirstPageSaysWhatOneCanDoBeforeItCounts(t *testing.T) {
	s := excerptSite(t)
	for lang := range siteLangs {
		page := s.page(t, lang+"/index.html")
		hero := page.Find("main > .hero")
		if hero.Find("h1").Length() != 1 || hero.Find(".lead").Text() == "" {
			t.Errorf("%s: the first page does not begin with what it is", lang)
		}
		var got []string
		hero.Find(".ways a").Each(func(_ int, a *goquery.Selection) {
			got = append(got, strings.TrimPrefix(a.AttrOr("href", ""), "../"+lang+"/"))
		})
		if want := "protocols/ict-2021.html decisions.html notes/index.html"; strings.Join(got, " ") != want {
			t.Errorf("%s: one can go to %q, want %s", lang, got, want)
		}
		if hero.Find("form[data-kengash-box]").Length() != 1 || page.Find("form[data-kengash-box]").Length() != 1 {
			t.Errorf("%s: the search is not in the hero, or not there alone", lang)
		}
		if hero.Find(".clauses > li").Length() != 6 || hero.Find(".ledger, .counts").Length() != 0 {
			t.Errorf("%s: the hero does not show the protocol, or counts", lang)
		}
	}
}

func TestFilesOfAPageAreClosedAtItsFoot(t *testing.T) {
	for name, page := range excerptSite(t).pages {
		page.Find(".foot .files").Each(func(_ int, f *goquery.Selection) {
			if _, open := f.Attr("open"); open || !f.Is("details:last-child") || f.Find("summary").Length() != 1 || f.Find("code").Length() == 0 {
				t.Errorf("%s: the files are not a closed part at the foot", name)
			}
		})
	}
}
