package draft_test

import (
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestDayOfMeetingInChinese reads the day of the meeting in a sentence on a visit, and not one by
// which something is to be done.
func TestDayOfMeetingInChinese(t *testing.T) {
	for text, want := range map[string]string{
		"应港务部邀请，渔业部副部长李明率团于2026年6月9日至10日访问海滨市，并出席工作组第二次会议。会议由李明和张丽共同主持。":        "2026-06-09/2026-06-10",
		"根据双方2024年5月签署的备忘录，中方组长李明于2026年5月18日至20日率团访问海滨市，并与外方组长张丽共同主持了工作组第三次会议。": "2026-05-18/2026-05-20",
		"2026年5月18日，李明副市长会见了渔业协会会长张丽一行。双方就渔港合作进行了会谈。":                           "2026-05-18",
		"李明与张丽于2026年5月18日在海滨市举行会谈。":                                             "2026-05-18",
		"李明主任主持会议，张丽出席会议。":                                                      "2026-05-20",
	} {
		minutes := "渔业合作工作组会议纪要\n\n" + text + "\n\n一、灯塔\n\n双方同意成立专家组，专家组应于2026年9月30日前召开首次会议。双方同意自2026年6月15日至9月15日在三个站点通报水位。\n\n本纪要于2026年5月20日在海滨市签署，一式两份。\n"
		d := draft.Read(read(t, "minutes.txt", minutes), site(t, configuration), draft.Options{})
		if d.Date.Text != want {
			t.Errorf("%s: the day is %q, want %q", text, d.Date.Text, want)
		}
	}
}
