package draft_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestSignsOfHalfWidth reads minutes in Chinese with the signs of an English keyboard, and keeps
// these.
func TestSignsOfHalfWidth(t *testing.T) {
	const text = "港务局专题会议纪要\n\n时间:2026年9月9日14:30\n主持人:欧阳海\n出席:欧阳海、李明(总工程师)、张丽\n请假:周涛(外出,培训)\n\n一、灯塔\n\n" +
		"决议:(1)旧灯立即停用,责任人:李明;(2)张丽于10月5日前完成1,200米电缆的检查(见https://example.org/a:b,c);(3)值班表由李明排定。\n"
	d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{})
	lossless(t, d)
	valid(t, d)
	if got, want := tasksOf(d), "李明 ; 张丽 2026-10-05; 李明 "; got != want {
		t.Errorf("tasks: got %q, want %q", got, want)
	}
	if got, want := strings.Join(attendanceIn(d), "; "), "chair: 欧阳海; present: 欧阳海, 李明, 张丽; excused: 周涛"; got != want {
		t.Errorf("attendance: got %q, want %q", got, want)
	}
	if !strings.Contains(d.Text(), "旧灯立即停用,责任人:李明;(2)张丽于10月5日前完成1,200米电缆的检查(见https://example.org/a:b,c);") {
		t.Error(d.Text())
	}
}

// TestSignersBehindLabels reads those who sign in Chinese behind labels: in one line, above their
// names in brackets, in a table with the days of signature, and the one who issued the record.
func TestSignersBehindLabels(t *testing.T) {
	for end, want := range map[string]string{
		"主席：李明（签章）　　　记录：张丽（签章）\n":                           "李明; 张丽",
		"主席：李明（签章）　日期：2026年9月12日\n":                         "李明 2026-09-12",
		"主席：________________\n（李明）\n日期：2026年9月12日\n记录：张丽\n": "李明; 张丽 2026-09-12",
		"主席：________（李明）　秘书：________（张丽）\n":                 "李明; 张丽",
		"签发：李明          核稿：张丽          共印25份\n":             "李明",
		"签发人：李明\n抄送：局党委\n":                                  "李明",
	} {
		text := "港务局会议纪要\n\n时间：2026年9月9日\n主持：李明\n出席：李明、张丽、周涛\n\n一、灯塔\n\n会议决定，由张丽负责检修旧灯。\n\n二、航标\n\n会议同意购买新航标。\n\n" + end
		d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{})
		lossless(t, d)
		valid(t, d)
		var names []string
		for _, p := range d.Pieces {
			if p.Signer.Text != "" {
				names = append(names, p.Signer.Text)
			}
		}
		got := strings.TrimSpace(strings.Join(names, "; ") + " " + d.Signed.Text)
		if got != want {
			t.Errorf("%s: got %q, want %q", end, got, want)
		}
	}
}
