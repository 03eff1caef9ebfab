package site_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/site"
)

var committeeOnce = once("../../testdata/committee")

// ofStates matches words that only bodies of states need.
var ofStates = regexp.MustCompile(`(?i)\b(member states?|states|the parties|delegations?|diplomatic|ISO 3166|experience)\b|государств|делегаци|дипломат|стороны|成员国|缔约|代表团|外交|ریاست|ممالک|فریق|وفد|وفود|سفارت|تجرب`)

// A committee of persons has no word about states on any page, in any language.
func TestACommitteeIsNoBodyOfStates(t *testing.T) {
	whole(t, committeeOnce).each(func(name string, page *goquery.Document) {
		page.Find("script, style").Remove()
		if found := ofStates.FindString(page.Find("body").Text()); found != "" {
			t.Errorf("%s says %q", name, found)
		}
	})
}

// What the records of a committee say is on its pages.
func TestTheRecordsOfACommitteeAreShown(t *testing.T) {
	s := whole(t, committeeOnce)
	for _, c := range []struct{ page, selector, want string }{
		{"en/meetings/2026-03.html", ".facts", "10 March 2026, 09:30–11:00, Europe/London"},
		{"en/meetings/2026-03.html", ".attendance", "Chair Ada Byron Present 2 Charles Wheatstone Grace Hopper"},
		{"en/meetings/2026-03.html", ".attendance", "Mary Somerville (represented by Ada Byron)"},
		{"en/meetings/2026-03.html", ".attendance", "Guests 3 Quorum reached (4 present, 3 required)"},
		{"ru/meetings/2026-03.html", ".attendance", "Председатель Ada Byron"},
		{"zh/meetings/2026-03.html", ".attendance", "主席 Ada Byron"},
		{"en/meetings/2026-03.html", "#agenda\\.2", "Opening hours # Presented by: Charles Wheatstone"},
		{"en/meetings/2026-03.html", "#agenda\\.2", "Continued at: Committee, June 2026 · 1. Opening hours"},
		{"en/meetings/2026-06.html", "#agenda\\.1", "Continued from: Committee, March 2026 · 2. Opening hours"},
		{"en/meetings/2026-06.html", ".facts", "9 June 2026, 14:00, First sitting"},
		{"en/meetings/2026-06.html", ".attendance", "Chair 1 Present 2"},
		{"en/meetings/index.html", ".card", "8 September 2026 postponed"},
		{"en/persons/ada-byron.html", ".facts", "Affiliation City Library Chair Committee since 2025 Membership Committee since May 2024"},
		{"en/bodies/steering.html", ".facts", "Chair Ada Byron"},
		{"en/bodies/steering.html", ".group", "Members 3 Readers’ Association since 2024 Ada Byron"},
		{"en/protocols/2026-03.html", ".facts", "Status approved Approved on 9 June 2026 Approved by Committee, June 2026 · 1. Opening hours"},
		{"en/protocols/2026-03.html", "#c1", "By roll call: for 2, against 1, abstaining 1 For: Ada Byron, Charles Wheatstone"},
		{"en/protocols/2026-03.html", "#c1", "Moved by: Charles Wheatstone Seconded by: Grace Hopper"},
		{"en/protocols/2026-03.html", "#c1", "dissent George Boole: Sundays should stay quiet."},
		{"en/protocols/2026-03.html", "#c2", "Readers’ Association: decided Write a guide"},
		{"en/protocols/2026-03.html", ".attachments", "Signed copy TXT, 1 kB"},
		{"en/decisions.html", "table", "for 2, against 1, abstaining 1"},
		{"ru/decisions.html", "table", "Поимённым голосованием: за 2, против 1, воздержались 1"},
		{"zh/decisions.html", "table", "唱名表决：赞成 2、反对 1、弃权 1"},
		{"en/open.html", "table", "Ada Byron Readers’ Association Grace Hopper Grace Hopper: draws the pictures, by 31 May 2026"},
		{"en/open.html", "table", "overdue Deadline: 30 June 2026"},
		{"ru/open.html", "table", "просрочено"},
		{"zh/open.html", "table", "逾期"},
		{"en/open.html", "h2", "Done or closed 1"},
		{"en/actions/write-guide.html", ".facts", "Overdue yes"},
		{"en/actions/write-guide.html", ".progress", "9 June 2026: in progress, Committee, June 2026 · 1. Opening hours A first draft was presented."},
		{"en/actions/buy-lamps.html", ".facts", "Closed by Committee, October 2026"},
		{"en/instruments/hours-2019.html", ".facts", "Replaced by Opening hours"},
		{"en/instruments/opening-hours.html", ".facts", "Replaces Opening hours of 2019"},
		{"en/persons/ada-byron.html", ".group", "Write a guide"},
		{"en/protocols/2026-10.html", ".facts", "Status draft"},
		{"en/protocols/2026-10.html", ".contents", "Opening hours Money Rules of the reading room A point without a heading or a number"},
		{"en/protocols/2026-10.html", ".contents", "Signatures Annex 1. Timetable"},
		{"en/protocols/2026-10.html", "#c1 h3 + .block b", "Opening hours"},
		{"en/protocols/2026-10.html", "#c1 table tbody", "Saturday 120 Sunday 340"},
		{"en/protocols/2026-10.html", "#c1 ul ol", "in colour, in black."},
		{"en/protocols/2026-10.html", "#c3", "3.1. No food."},
		{"en/protocols/2026-10.html", "#c3", "(a) Dogs are welcome."},
		{"en/protocols/2026-10.html", ".is-annex", "Monday to Sunday, nine to five."},
		{"en/protocols/2026-10.html", ".signed", "Ada Byron"},
		{"en/protocols/2026-10.html", "#c2", "Amends: Minutes of the Library Steering Committee, 10 March 2026 · Clause 1"},
		{"en/protocols/2026-03.html", "#c1", "Amended by: Minutes of 13 October 2026 · Money"},
		{"en/meetings/2026-10.html", ".card", "Opening hours"},
		{"en/meetings/2026-10.html", `.annexes a[href$="2026-10.html#a1"]`, "Timetable"},
		{"en/decisions.html", "table", "Money Committee, October 2026"},
		{"en/protocols/2026-06.html", ".contents", "Preamble Present Minutes Chairs Shelves"},
		{"en/protocols/2026-06.html", "#c2\\.2", "Shelves"},
		{"en/protocols/2026-06.html", "#c2\\.2\\.p1 table", "north 400"},
		{"en/protocols/2026-06.html", "#c2\\.2\\.p2", "decided for 3, against 0 Moved by"},
		{"en/protocols/2026-06.html", "#c2\\.2\\.p3 blockquote", "We need room."},
		{"en/meetings/2026-06.html", ".card", "Present Ada Byron · Charles Wheatstone"},
		{"en/notes/quiet-hours.html", ".facts", "By Ada Byron Grace Hopper"},
		{"en/notes/quiet-hours.html", ".beside", "Other notes on the topic Lamps that do not hum"},
		{"ru/notes/quiet-hours.html", ".beside", "Другие справки по теме"},
		{"en/topics/reading.html", ".group", "Notes 2"},
		{"en/persons/ada-byron.html", ".group", "Quiet hours elsewhere"},
		{"en/decisions.html", "table", "Shelves Committee, June 2026"},
	} {
		if got := s.letters(t, c.page, c.selector); !strings.Contains(got, solid(c.want)) {
			t.Errorf("%s, %s: want %q: %s", c.page, c.selector, c.want, got)
		}
	}
}

// Who attended a meeting is nowhere if a site counts them.
func TestThoseWhoAreCountedAreNotNamed(t *testing.T) {
	s := whole(t, committeeOnce)
	s.each(func(name string, page *goquery.Document) {
		if strings.Contains(page.Text(), "Isabella Secret") {
			t.Errorf("%s names somebody", name)
		}
	})
	if s.page(t, "en/persons/ada-byron.html").Find(`.card a[href$="meetings/2026-06.html"]`).Length() > 0 {
		t.Error("the page of a person names the meeting")
	}
}

// A record that waits to be published is in no file of a build.
func TestDraftsAreNotPublished(t *testing.T) {
	s := whole(t, committeeOnce)
	s.page(t, "en/topics/reading.html")
	for name, data := range contents(t, s.dir) {
		for _, secret := range []string{"Secret plan", "secret-plan", "Later plan", "later-plan"} {
			if strings.Contains(data, secret) || strings.Contains(name, secret) {
				t.Errorf("%s has %q", name, secret)
			}
		}
	}
	c, err := site.Open(site.Source{Dir: s.source, Drafts: true})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(c.List(model.Topics)); n != 3 {
		t.Errorf("%d topics are seen with drafts, want 3", n)
	}
}
