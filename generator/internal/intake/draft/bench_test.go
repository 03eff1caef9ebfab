package draft_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// names are what persons of a benchmark are called: each first part with each last one.
type names struct {
	first, last []string
	between     string
}

func (n names) at(i int) string {
	return n.first[i%len(n.first)] + n.between + n.last[i/len(n.first)%len(n.last)]
}

// dense is a record of a meeting with many items, each of them with an act, a person who speaks and
// one who has to do something by a day.
type dense struct {
	names
	head, item, foot string
}

var denseMinutes = map[string]dense{
	"en": {
		names{strings.Fields("Ada Ben Cora Dov Ema Finn Gina Hal Ida Jon"), strings.Fields("Ashdown Birkett Calloway Dunmore Ellery Fairfax Garrick Holloway"), " "},
		"Minutes of the Harbour Council\n\n12 March 2026\n\nPresent: %s\n\n",
		"%[1]d. Berths of quay %[1]d\n\n%[2]s presented the report on quay %[1]d and answered questions about dredging, dues and the lights of the eastern mole. The Council discussed what %[3]s had said about the dues of the year before.\n\nThe Council decided to renew the lease of quay %[1]d for three years.\n\nAction: %[3]s to send the plan of quay %[1]d to all members by 30 April 2026.\n\n",
		"The meeting closed at 18:00. The next meeting takes place on 14 May 2026.\n",
	},
	"ru": {
		names{strings.Fields("А.Б. В.Г. Д.Е. И.К. Л.М. Н.О. П.Р. С.Т. У.Ф. Э.Ю."), strings.Fields("Ашуров Беркутов Волошин Гордеев Дымов Ершов Жилин Зорин"), " "},
		"ПРОТОКОЛ\nзаседания Совета гавани\n\n12 марта 2026 г.\n\nПрисутствовали: %s\n\n",
		"%[1]d. О причале № %[1]d\n\nСЛУШАЛИ: %[2]s доложил о причале № %[1]d и ответил на вопросы о дноуглублении, сборах и огнях восточного мола. Обсудили то, что %[3]s говорил о сборах прошлого года.\n\nРЕШИЛИ: продлить аренду причала № %[1]d на три года.\n\nПоручить %[3]s направить план причала № %[1]d всем членам Совета в срок до 30 апреля 2026 г.\n\n",
		"Следующее заседание состоится 14 мая 2026 г.\n",
	},
	"zh": {
		names{strings.Fields("赵 钱 孙 李 周 吴 郑 王 冯 陈"), strings.Fields("安平 伯年 昌明 德清 恩泽 方舟 光远 海宁"), ""},
		"港口理事会会议纪要\n\n2026年3月12日\n\n出席：%s\n\n",
		"%[1]d、关于第%[1]d号码头\n\n%[2]s汇报了第%[1]d号码头的情况，并回答了关于疏浚、港务费和东防波堤灯塔的问题。会议讨论了%[3]s所说的上一年港务费。\n\n会议决定：第%[1]d号码头租约延长三年。\n\n由%[3]s负责于2026年4月30日前将第%[1]d号码头方案送达全体理事。\n\n",
		"下次会议于2026年5月14日召开。\n",
	},
}

// text has a number of items.
func (d dense) text(items int) string {
	separator := ", "
	if d.between == "" {
		separator = "、"
	}
	var present []string
	for i := range len(d.first) * len(d.last) {
		present = append(present, d.at(i))
	}
	var b strings.Builder
	fmt.Fprintf(&b, d.head, strings.Join(present, separator))
	for i := range items {
		fmt.Fprintf(&b, d.item, i+1, d.at(i), d.at(i*7+3))
	}
	return b.String() + d.foot
}

// A document of forty pages and more should take a few seconds: what is looked up in the whole text
// for each name or item of it shows here.
func BenchmarkRead(b *testing.B) {
	c := site(b, configuration)
	for _, lang := range []string{"en", "ru", "zh"} {
		for _, items := range []int{75, 300} {
			text := denseMinutes[lang].text(items)
			b.Run(fmt.Sprintf("%s/%d", lang, items), func(b *testing.B) {
				doc := read(b, "minutes.txt", text)
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					draft.Read(doc, c, draft.Options{})
				}
			})
		}
	}
}

// What the benchmark measures is a record that import understands.
func TestDenseMinutesAreUnderstood(t *testing.T) {
	for lang, minutes := range denseMinutes {
		d := draft.Read(read(t, "minutes.txt", minutes.text(20)), site(t, configuration), draft.Options{})
		acts, tasks := 0, 0
		for _, p := range d.Pieces {
			acts += len(p.Acts)
		}
		for _, a := range d.Actions {
			if len(a.Owners) == 1 && a.Deadline.Text == "2026-04-30" {
				tasks++
			}
		}
		if present := len(d.Attendance[0].Who); string(d.Lang) != lang || present != 80 || acts < 40 || tasks != 20 {
			t.Errorf("%s: in %s, %d present, %d acts, %d tasks", lang, d.Lang, present, acts, tasks)
		}
	}
}
