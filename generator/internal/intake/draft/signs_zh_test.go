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
