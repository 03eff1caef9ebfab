package draft_test

import (
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestOwnersInChinese reads owners however an office writes them: names alone before the clause
// with the day, several with a word between them, in lines of labels in any order.
func TestOwnersInChinese(t *testing.T) {
	for text, want := range map[string]string{
		"港务局会同财政局，11月底前形成检修方案，报县政府审定。":          "港务局+财政局 2025-11-30",
		"港务局：11月15日前完成图纸的整理上报。":                 "港务局 2025-11-15",
		"灯塔工作组：于2026年第一季度提出标准框架。":               "灯塔工作组 2026-03-31",
		"李明三天内写好公告，张贴到各村民小组。":                   "李明 2025-11-07",
		"请港务局与财政局于11月20日前报送方案。":                 "港务局+财政局 2025-11-20",
		"港务局要与渔业协会沟通，11月20日前反馈。":                "港务局 2025-11-20",
		"2026年度预算退回财务处修改，于11月15日前重新提交。":         "财务处 2025-11-15",
		"会议认为依据不充分，退回基建处补充论证。":                  "基建处 ",
		"由副县长李明总牵头，每半月召开一次调度会。":                 "李明 ",
		"由牵头单位灯塔研究院于12月底前提交材料。":                 "灯塔研究院 2025-12-31",
		"请李明理事担任召集人，于11月底前提出企划书。":               "李明 2025-11-30",
		"各参建单位每周五前将进度报送港务局。":                    "各参建单位 ",
		"会议同意拨款，李明负责督导，秘书处每季度报告执行情况。":           "李明 ; 秘书处 ",
		"港务局11月底前重新上报，海洋局在收到后15个工作日内完成初审。":      "港务局 2025-11-30; 海洋局 ",
		"修缮灯塔。（责任单位：县港务局、石塔乡；时间：11月28日前）":       "县港务局+石塔乡 2025-11-28",
		"修缮灯塔。\n责任人： 时间：11月30日":                 " 2025-11-30",
		"修缮灯塔。\n完成时限：11月30日；责任单位：港务局/财政局":       "港务局+财政局 2025-11-30",
		"修缮灯塔 - Owner: 张丽, ETA: 2025-11-30":     "张丽 2025-11-30",
		"@张丽 完成灯具测试报告 —— 11月17日":                "张丽 2025-11-17",
		"出席会议的负责人：局长李明，副局长张丽":                   "",
		"未出席理事：周涛（书面委托李明表决）":                    "",
		"完成社区需求清单，并持续滚动刷新。\n— 责任人：张丽 时间：11月20日": "张丽 2025-11-20",
	} {
		d := draft.Read(read(t, "minutes.txt", replaceOnce(chineseMinutes, text)), site(t, configuration), draft.Options{})
		if got := tasksOf(d); got != want {
			t.Errorf("%s:\n got %q\nwant %q", text, got, want)
		}
	}
}
