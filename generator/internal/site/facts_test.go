package site_test

import (
	"strings"
	"testing"
)

// letters are those of the elements that a page has for a selector, without white space, of which
// there is none between the elements of a list.
func (s *builtSite) letters(t *testing.T, page, selector string) string {
	t.Helper()
	return solid(s.page(t, page).Find(selector).Text())
}

// solid is a text without white space.
func solid(text string) string { return strings.Join(strings.Fields(text), "") }

// What sources disagree on stands with both values and who says so where the value stands.
func TestAConflictShowsBothSides(t *testing.T) {
	s := excerptSite(t)
	for _, c := range []struct{ page, selector, want string }{
		{"en/meetings/ict-2024.html", ".facts", "1 February 2024 Секретариат ШОС According to other sources: 2 February 2024 (Iran Press)"},
		{"en/meetings/ict-2024.html", ".conflicts", "Date: 1 February 2024 followed here"},
		{"en/meetings/ict-2024.html", ".conflicts", "According to other sources: 2 February 2024"},
		{"en/instruments/concept-2019.html", ".facts", "According to other sources: Uzbekistan and Kazakhstan (上海合作组织秘书处)"},
		{"en/instruments/concept-2019.html", ".conflicts", "Proposed by: Uzbekistan followed here Protocol of the First Meeting"},
		{"en/meetings/index.html", ".chronology", "1 February 2024 · sources differ on the date"},
		{"en/meetings/index.html", ".card", "1 February 2024 · sources differ on the date"},
	} {
		if got := s.letters(t, c.page, c.selector); !strings.Contains(got, solid(c.want)) {
			t.Errorf("%s does not say %q: %s", c.page, c.want, got)
		}
	}
}

// A topic, or a body, lists of a paragraph what the paragraph does about it, and no other act.
func TestAParagraphIsListedByTheActsThatConcernThePage(t *testing.T) {
	s := excerptSite(t)
	for _, c := range []struct{ page, want, no string }{
		{"en/topics/ai.html", "agreed Agreement was reached on establishing", "considered"},
		{"en/topics/ict-cooperation.html", "considered The Parties considered a wide range", "Agreement was reached"},
		{"en/bodies/sco-secretariat.html", "agreed The Parties agreed that matters", "noted"},
		{"en/bodies/wg-ict.html", "agreed noted The Parties agreed that matters", "considered"},
	} {
		got := s.letters(t, c.page, ".group .card.is-clause")
		if !strings.Contains(got, solid(c.want)) || strings.Contains(got, solid(c.no)) {
			t.Errorf("%s: want %q and no %q: %s", c.page, c.want, c.no, got)
		}
	}
}

// What was held is counted without what is to come, which stands by itself.
func TestMeetingsToComeAreNotCounted(t *testing.T) {
	s := excerptSite(t)
	for page, want := range map[string][]string{
		"en/bodies/ict-meeting.html": {"Meetings to come 1", "Meetings 4"},
		"en/meetings/index.html":     {"Meetings to come 1", "Meetings held 4"},
	} {
		got := s.letters(t, page, ".group h2")
		for _, w := range want {
			if !strings.Contains(got, solid(w)) {
				t.Errorf("%s does not say %q: %s", page, w, got)
			}
		}
	}
	for page, want := range map[string][]string{
		"ru/coverage.html": {"Совещания Заголовки 4 / 4", "Предстоящие совещания Заголовки 1 / 1"},
		"zh/coverage.html": {"会议 标题 4 / 4", "待举行的会议 标题 1 / 1"},
		"en/coverage.html": {"Meetings Titles 4 / 4", "Meetings to come Titles 1 / 1"},
	} {
		got := s.letters(t, page, ".coverage")
		for _, w := range want {
			if !strings.Contains(got, solid(w)) {
				t.Errorf("%s does not say %q: %s", page, w, got)
			}
		}
	}
	if got := s.letters(t, "en/index.html", ".counts"); !strings.Contains(got, solid("Meetings 4")) {
		t.Errorf("the first page counts %s", got)
	}
}

// What is known from reports alone is said to be, and what a body carries out and who proposed it.
func TestFactsSayWhereTheyComeFrom(t *testing.T) {
	s := excerptSite(t)
	for _, c := range []struct{ page, selector, want string }{
		{"en/instruments/action-plan-2025.html", ".badge", "adopted as sources report"},
		{"en/instruments/action-plan-2025.html", ".timeline", "These sources relay the same report."},
		{"en/meetings/ict-2025.html", ".changes", "2025 Action Plan (adopted, as sources report)"},
		{"en/instruments/concept-2019.html", ".timeline", "referred to in: Protocol of the First Meeting"},
		{"en/instruments/concept-2019.html", ".group", "Implemented by 2"},
		{"en/bodies/ict-meeting.html", ".facts", "Proposed by Uzbekistan Implements 2019 Concept"},
		{"en/meetings/ict-2025.html", ".facts", "Heads of delegations Xiong Jijun"},
		{"zh/coverage.html", ".gaps", "作准文本（未收录）"},
		{"zh/coverage.html", ".coverage", "作准文本 1 / 1 0 / 1 0"},
	} {
		if got := s.letters(t, c.page, c.selector); !strings.Contains(got, solid(c.want)) {
			t.Errorf("%s does not say %q: %s", c.page, c.want, got)
		}
	}
}

// The name of a publisher is in the publication's language, which may not be the page's.
func TestPublishersAreInTheirLanguages(t *testing.T) {
	s := excerptSite(t)
	for _, c := range []struct{ page, selector, want string }{
		{"zh/meetings/ict-2024.html", `.facts [lang="ru"]`, "Секретариат ШОС"},
		{"zh/meetings/ict-2024.html", `.sources bdi[lang="ru"]`, "Секретариат ШОС"},
		{"en/instruments/concept-2019.html", `.facts [lang="zh"]`, "上海合作组织秘书处"},
	} {
		if got := s.page(t, c.page).Find(c.selector).First().Text(); got != c.want {
			t.Errorf("%s: %s is %q, want %q", c.page, c.selector, got, c.want)
		}
	}
}
