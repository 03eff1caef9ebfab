package draft_test

import (
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestCitedInChinese reads documents and earlier meetings in Chinese by what was done on their day,
// or by their day in brackets, and takes no event and no term for one.
func TestCitedInChinese(t *testing.T) {
	const zh = "会议纪要\n\n时间：2026年5月4日\n\n一、"
	for _, c := range []struct {
		text string
		want []string
	}{
		{zh + "该所于2026年3月12日出具了标准无保留意见的审计报告（恒审字〔2026〕第057号）。\n", []string{"审计报告 2026-03-12"}},
		{zh + "风险等级偏高，与《资产管理制度》（2024年9月20日第三届理事会第二次会议通过）不符。\n", []string{"资产管理制度 2024-09-20"}},
		{zh + "会议同意修改2021年12月3日核准的《港口协会章程》第十二条。\n", []string{"港口协会章程 2021-12-03"}},
		{zh + "会议决定废止2016年8月1日印发的原办法。\n", []string{"原办法 2016-08-01"}},
		{zh + "监理已发通知单（2026年4月22日第31号）。\n", []string{"通知单 2026-04-22"}},
		{zh + "会议听取了关于第二次全体会议（2026年3月5日）议定事项落实情况的汇报。\n", []string{"第二次全体会议纪要 2026-03-05"}},
		{zh + "上次会议（3月18日）记录已核对，全体委员确认无误。\n", []string{"上次会议纪要 2026-03-18"}},
		{zh + "会议传达学习了3月27日全省水利工作会议精神。\n", []string{"全省水利工作会议 2026-03-27"}},
		{zh + "3月27日码头发生火灾，已于2026年3月29日修复。\n", nil},
		{zh + "截至2026年2月28日，余额为120万元，4月20日前完成审计报告。\n", nil},
		{zh + "张丽于2026年3月29日提交了辞呈。\n", nil},
	} {
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
