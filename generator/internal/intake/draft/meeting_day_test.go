package draft_test

import (
	"slices"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestDayOfMeetingBesideADocument reads the day of the meeting where a sentence that says that it
// was held names only that of a document, or the title has the day on two lines.
func TestDayOfMeetingBesideADocument(t *testing.T) {
	for text, want := range map[string]string{
		"ПРОТОКОЛ\nпятого заседания Совета по маякам\n\nг. Морской                    21–22 мая 2026 года\n\nПятое заседание Совета по маякам (далее – Совет) состоялось в соответствии с Соглашением от 9 ноября 2021 года и Планом работы Совета.\n\n1. О маяках\n\nСовет утвердил повестку дня.\n": "2026-05-21/2026-05-22",
		"Протокол совещания по маякам\n\nСовещание проведено на основании приказа начальника порта от 9 апреля 2026 года.\n\nг. Морской, 14 мая 2026 г.\n\n1. О маяках\n\nУтвердить план.\n":                                                                                                          "2026-05-14",
		"Agreed minutes of the Lighthouse Commission\n\nPursuant to Article 9 of the Agreement on Lighthouses of 3 June 2011, the Commission held its meeting in Port Maren.\n\nPort Maren, 14 October 2026\n\n1. Lamps\n\nThe Commission adopted the agenda.\n":                                      "2026-10-14",
		"Harbour Council\n\nMinutes of the Ordinary Meeting held in the Reading Room on Wednesday 13th\nMay 2026 at 7.15pm\n\nPresent: Ada Byron, Bo Lund\n\n1. Minutes\n\nThe minutes of the meeting held on 8th April 2026 were signed.\n":                                                          "2026-05-13",
		"Протокол собрания жильцов дома, состоявшегося 13\nмая 2026 года\n\n1. О крыше\n\nУтвердить смету от 2 апреля 2026 года.\n":                                                                                                                                                                   "2026-05-13",
		"Minutes of the Harbour Board, held on 13 May 2026\n\n1. Minutes\n\nThe minutes of 8 April 2026 were signed in accordance with the Rules of 4 May 2020.\n":                                                                                                                                    "2026-05-13",
	} {
		d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{})
		lossless(t, d)
		if d.Date.Text != want {
			t.Errorf("%s: the day is %q, want %q", text, d.Date.Text, want)
		}
	}
}

// TestADayOfADocumentAlone asks whether the only day of a text is that of the meeting, where it is
// that of a document.
func TestADayOfADocumentAlone(t *testing.T) {
	for _, text := range []string{
		"Протокол заседания Совета по маякам\n\nЗаседание состоялось в соответствии с Соглашением от 9 ноября 2021 года.\n\n1. О маяках\n\nСовет утвердил повестку дня.\n",
		"Minutes of the Lighthouse Commission\n\nThe meeting was held in accordance with the Agreement of 9 November 2021.\n\n1. Lamps\n\nThe Commission adopted the agenda.\n",
	} {
		d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{})
		if !slices.ContainsFunc(d.Questions, func(q draft.Question) bool { return q.About == "date" }) {
			t.Errorf("%s: the day is %q without a question", text, d.Date.Text)
		}
	}
}
