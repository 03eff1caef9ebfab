package draft_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestSignersBelowALine reads those who sign below a line that asks for signatures, in a table of
// names alone or in lines, and the day that stands alone below them.
func TestSignersBelowALine(t *testing.T) {
	const zh = "港务局会议纪要\n\n时间：2026年9月9日\n主持：李明\n\n一、灯塔\n\n会议决定，由张丽负责检修旧灯。\n\n二、航标\n\n会议同意购买新航标。\n\n"
	const en = "Minutes of the Harbour Board\n\nDate: 9 September 2026\n\n1. Lamps\n\nThe Board agreed to buy new lamps for the pier.\n\n2. Buoys\n\nThe Board noted the report on the buoys of the harbour.\n\n"
	const ru = "Протокол заседания правления порта\n\nДата: 9 сентября 2026 г.\n\n1. О лампах\n\nКупить новые лампы для причала.\n\n2. О буях\n\nПринять к сведению отчёт о буях гавани.\n\n"
	for _, c := range []struct{ text, want string }{
		{zh + "出席理事签名：\n\n| 李明 | 张丽 | 周涛 |\n| --- | --- | --- |\n| 闻人静 | 费景行 | 龙启明 |\n\n监事签名：骆文 詹晓岚\n\n二〇二六年九月十一日\n", "李明; 张丽; 周涛; 闻人静; 费景行; 龙启明; 骆文; 詹晓岚 2026-09-11"},
		{zh + "签字：　建设单位　包正阳　监理单位　尉迟明　施工单位　管仲山\n", "包正阳; 尉迟明; 管仲山"},
		{zh + "与会人员签字：\n\n李明　　张丽\n周涛\n\n2026年9月12日\n", "李明; 张丽; 周涛 2026-09-12"},
		{zh + "委员签字：李明 张丽 周涛\n", "李明; 张丽; 周涛"},
		{en + "Signatures of members present:\n\n| Ada Byron | Bo Lund |\n| --- | --- |\n| Cy Marsh | Di Novak |\n\n12 September 2026\n", "Ada Byron; Bo Lund; Cy Marsh; Di Novak 2026-09-12"},
		{en + "Signed:\n\nAda Byron, Chair\n\n12 September 2026\n", "Ada Byron 2026-09-12"},
		{ru + "Подписи членов правления:\n\n| Лукин А. Б. | Юдина В. Г. |\n| --- | --- |\n| Белый И. И. | Морская О. П. |\n\n12.09.2026\n", "Лукин А. Б.; Юдина В. Г.; Белый И. И.; Морская О. П. 2026-09-12"},
		{ru + "Председатель          А. Б. Лукин\nСекретарь             В. Г. Юдина\n\n12 сентября 2026 года\n", "А. Б. Лукин; В. Г. Юдина 2026-09-12"},
		{ru + "Председатель          А. Б. Лукин\nСекретарь             В. Г. Юдина\n\nг. Морской, 12.09.2026\n", "А. Б. Лукин; В. Г. Юдина 2026-09-12"},
		{ru + "Председатель          А. Б. Лукин\nСекретарь             В. Г. Юдина\n\nСледующее заседание 12.10.2026\n", "А. Б. Лукин; В. Г. Юдина"},
	} {
		d := draft.Read(read(t, "minutes.md", strings.ReplaceAll(c.text, "\n李明　　张丽\n周涛\n", "\n李明　　张丽\n\n周涛\n")), site(t, configuration), draft.Options{})
		lossless(t, d)
		var names []string
		for _, p := range d.Pieces {
			if p.Signer.Text != "" {
				names = append(names, p.Signer.Text)
			}
		}
		if got := strings.TrimSpace(strings.Join(names, "; ") + " " + d.Signed.Text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text[len(c.text)-60:], got, c.want)
		}
	}
}
