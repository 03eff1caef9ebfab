package draft_test

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// A citing is a text and the documents that it cites, with their days.
type citing struct {
	text string
	want []string
}

// cite compares what texts cite.
func cite(t *testing.T, cases []citing) {
	t.Helper()
	for _, c := range cases {
		d := draft.Read(read(t, "minutes.txt", c.text), site(t, configuration), draft.Options{})
		lossless(t, d)
		valid(t, d)
		var got []string
		for _, i := range d.Cited {
			got = append(got, i.Title.Text+" "+i.Date.Text)
		}
		equal(t, c.text, got, c.want...)
	}
}

// TestCitedByDay reads documents that texts cite by their day alone.
func TestCitedByDay(t *testing.T) {
	const ru, en, zh = "Протокол заседания от 4 мая 2026 года\n\n", "Minutes of the meeting of 4 May 2026\n\n1. Business\n\n", "会议纪要\n\n时间：2026年5月4日\n\n一、"
	cite(t, []citing{
		{ru + "1. Продать дом в соответствии с отчётом об оценке от 14 апреля 2026 года № 118-О.\n", []string{"Отчёт об оценке № 118-О 2026-04-14"}},
		{en + "The minutes of the meeting held on 19 March 2026 were approved.\n", []string{"Minutes of 19 March 2026 2026-03-19"}},
		{en + "Minutes of 12 April 2026 were confirmed.\n", []string{"Minutes of 12 April 2026 2026-04-12"}},
		{en + "The notes of 2026-02-04 were approved without changes.\n", []string{"Notes of 2026-02-04 2026-02-04"}},
		{en + "The minutes from the board meeting of Tuesday 14 April 2026 were taken as read.\n", []string{"Minutes of 14 April 2026 2026-04-14"}},
		{en + "The decision of 4 February 2026 on fees was revoked.\n", []string{"Decision of 4 February 2026 2026-02-04"}},
		{en + "Notes of the 7 April call were approved as posted.\n", []string{"Notes of 7 April 2026 2026-04-07"}},
		{en + "The minutes of the meeting held on 3rd December be confirmed and signed.\n", []string{"Minutes of 3rd December 2025 2025-12-03"}},
		{en + "The minutes of 7 July will be sent out by 12 July.\n", nil},
		{en + "Minutes of the last meeting (14 April): approved.\n", []string{"Minutes of the last meeting 2026-04-14"}},
		{en + "Letter from the Bowls Club dated 1st April asking for a grant.\n", []string{"Letter from the Bowls Club 2026-04-01"}},
		{en + "Members considered the annual report (Safe Play, 22nd March 2026).\n", []string{"Report of 22nd March 2026 2026-03-22"}},
		{en + "Dr Hill presented the assessment completed on 12 March 2026.\n", []string{"assessment 2026-03-12"}},
		{en + "The minutes were posted on 12 April 2026.\n", nil},
		{en + "The minutes of this meeting will be sent out by 12 May 2026.\n", nil},
		{en + "The next meeting of the committee is on 12 June 2026.\n", nil},
		{en + "The Chair reported on the meeting held on 19 March 2026.\n", nil},
		{zh + "会议通过了2026年4月15日会议纪要。\n", []string{"会议纪要 2026-04-15"}},
		{zh + "撤销2026年3月2日的决定。\n", []string{"决定 2026-03-02"}},
		{zh + "会议听取了4月15日会议议定事项落实情况汇报。\n", nil},
		{zh + "2026年5月4日会议纪要由办公室印发。\n", nil},
		{zh + "违反了《拨款管理办法》（港财〔2025〕43号，2025年6月3日印发）第十二条。\n", []string{"拨款管理办法 2025-06-03"}},
		{zh + "与新规不一致（见教务处《关于转专业的通知》，2026年3月28日），应删去。\n", []string{"关于转专业的通知 2026-03-28"}},
		{zh + "自2023年6月1日《渔港共管协议》签订以来，水质稳定。\n", []string{"渔港共管协议 2023-06-01"}},
		{zh + "会议听取了关于交易所问询函（2026年3月22日收到）回复进展的汇报。\n", []string{"交易所问询函 2026-03-22"}},
		{zh + "《渔港预算规定》已于2025年12月31日正式印发。\n", []string{"渔港预算规定 2025-12-31"}},
		{zh + "根据2024年5月6日收到的市港务局整改通知书，会议讨论了工期。\n", []string{"市港务局整改通知书 2024-05-06"}},
		{zh + "会议审议了工作报告（2025年1月1日至12月31日）。\n", nil},
		{zh + "会议通知于2026年4月20日发出。\n", nil},
		{zh + "会议回顾了2020年6月5日签署的《海上搜救协定》。\n", []string{"海上搜救协定 2020-06-05"}},
		{ru + "1. О ходе исполнения решений протокола от 13 февраля 2026 г. № 1-ВО\n\nПринять к сведению доклад.\n", []string{"Протокол № 1-ВО 2026-02-13"}},
		{ru + "1. Контроль протокола № 11 от 05.03.2026\n\nИсполнено всё.\n", []string{"Протокол № 11 2026-03-05"}},
		{ru + "1. О сети\n\nДоговор с сетью (исх. № 118/26 от 27.02.2026) принять к сведению.\n", []string{"Договор с сетью 2026-02-27"}},
	})
}

// TestEarlierMinutesOfTheSiteAreCited cites the record that the site has of an earlier meeting, but
// not of one of another body.
func TestEarlierMinutesOfTheSiteAreCited(t *testing.T) {
	for body, want := range map[string]string{"council": "protocols/march", "board": "instruments/minutes-of-19-march-2026"} {
		files := maps.Clone(configuration)
		files["data/bodies/board.toml"] = &fstest.MapFile{Data: []byte("classification = \"council\"\nname.en = \"Board\"\n")}
		files["data/meetings/march.toml"] = &fstest.MapFile{Data: []byte("body = \"" + body + "\"\ntitle.en = \"March\"\ndate = 2026-03-19\n")}
		files["data/protocols/march.toml"] = &fstest.MapFile{Data: []byte("meeting = \"march\"\ntitle.en = \"Minutes\"\n")}
		d := draft.Read(read(t, "minutes.txt", "Harbour Council\nMinutes of the meeting of 4 May 2026\n\n1. Business\n\nThe minutes of 19 March 2026 were approved.\n"), site(t, files), draft.Options{})
		var cited []string
		for _, p := range d.Pieces {
			cited = append(cited, p.Cites...)
		}
		if got := strings.Join(cited, " "); got != want {
			t.Errorf("where the meeting was of the %s: got %q, want %q", body, got, want)
		}
	}
}
