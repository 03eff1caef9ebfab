package source

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	utf16 "golang.org/x/text/encoding/unicode"
)

const russian = "Стороны рассмотрели вопросы, связанные с дальнейшим укреплением сотрудничества.\n"

const chineseText = "各方讨论并支持乌兹别克斯坦共和国关于建立新合作机制的倡议。\n"

func TestTheEncodingOfATextIsFound(t *testing.T) {
	for _, c := range []struct {
		name string
		by   encoding.Encoding
		text string
	}{
		{"UTF-8", encoding.Nop, russian},
		{"UTF-8", encoding.Nop, "\ufeff" + russian},
		{"UTF-16LE", utf16.UTF16(utf16.LittleEndian, utf16.UseBOM), russian},
		{"UTF-16BE", utf16.UTF16(utf16.BigEndian, utf16.UseBOM), chineseText},
		{"UTF-16LE", utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM), russian},
		{"UTF-16BE", utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM), "Minutes of the meeting\n"},
		{"UTF-16LE", utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM), chineseText},
		{"windows-1251", charmap.Windows1251, russian},
		{"windows-1251", charmap.Windows1251, "ПРОТОКОЛ № 5\n"},
		{"KOI8-R", charmap.KOI8R, russian},
		{"IBM866", charmap.CodePage866, russian},
		{"GB18030", simplifiedchinese.GB18030, chineseText},
		{"GB18030", simplifiedchinese.GB18030, "会议纪要 Minutes\n"},
		{"windows-1252", charmap.Windows1252, "Procès-verbal de la réunion du comité exécutif\n"},
	} {
		data, err := c.by.NewEncoder().String(c.text)
		if err != nil {
			t.Fatal(err)
		}
		doc := read(t, "a.txt", []byte(data))
		if doc.Encoding != c.name || doc.Blocks[0].Text != strings.Trim(c.text, "\ufeff\n") {
			t.Errorf("%q in %s was read as %s: %q", c.text, c.name, doc.Encoding, doc.Blocks[0].Text)
		}
	}
}

func TestDoubleSpacedLinesAreParagraphs(t *testing.T) {
	doc := read(t, "a.txt", []byte(strings.ReplaceAll(`
ПРОТОКОЛ  
первого заседания руководителей министерств государств-
членов Организации, ответственных за связь
 
15 мая 2019 года под председательством принимающей стороны
состоялось первое заседание руководителей министерств
государств-членов Организации (далее – Заседание).
В ходе Заседания:
1. Стороны обсудили инициативу о создании нового механизма взаимодействия,

в частности, по развитию связи и обмену опытом (14 июня
2018 года, г. Н.), и приняли Регламент
Заседания.
2. Стороны обменялись мнениями.
 
За делегацию первую
 
За делегацию вторую
`, "\n", "\n\n")))
	same(t, doc, `
ПРОТОКОЛ
первого заседания руководителей министерств государств-членов Организации, ответственных за связь
15 мая 2019 года под председательством принимающей стороны состоялось первое заседание руководителей министерств государств-членов Организации (далее – Заседание).
В ходе Заседания:
1. Стороны обсудили инициативу о создании нового механизма взаимодействия, в частности, по развитию связи и обмену опытом (14 июня 2018 года, г. Н.), и приняли Регламент Заседания.
2. Стороны обменялись мнениями.
За делегацию первую
За делегацию вторую
`)
	if got := mended(doc, "joined a paragraph over"); len(got) != 1 || got[0].At.Line != 23 {
		t.Errorf("joined over empty spaces: %v, want one at line 23", got)
	}
	if got := doc.Blocks[2].At.Line; got != 11 {
		t.Errorf("the third paragraph is at line %d, want 11", got)
	}
}

func TestHyphensAtTheEndsOfLines(t *testing.T) {
	for _, c := range []struct{ text, want, mend string }{
		{"the coop-\neration of states and the cooperation\nof all others is a thing that goes on and on", "the cooperation of states", "removed a hyphen"},
		{"the well-\nknown states and the well-known aims\nof all others are things that go on and on", "the well-known states", "kept a hyphen at the end of a line"},
		{"the non-\nbinding states and all of the others\nwhose aims are things that go on and on", "the non-binding states", "kept a hyphen at the end of a line, in doubt"},
		{"о сотруд-\nничестве государств, и сотрудничества\nвсех других в деле, которое продолжается", "о сотрудничестве государств", "removed a hyphen"},
		{"in the IT-\nindustry of states and all of the others\nwhose aims are things that go on and on", "in the IT-industry of", "kept a hyphen at the end of a line"},
		{"the states and all of the others in 2020–\n2021 had aims that were things that went\non and on", "in 2020–2021 had", "joined"},
	} {
		doc := read(t, "a.txt", []byte(c.text))
		if len(doc.Blocks) != 1 || !strings.Contains(doc.Blocks[0].Text, c.want) {
			t.Errorf("%q became\n%s\nwant %q in it", c.text, texts(doc), c.want)
		}
		if len(mended(doc, c.mend)) == 0 {
			t.Errorf("%q: mends %v, want %q", c.text, doc.Mends, c.mend)
		}
	}
}

// TestALineThatEndsWithAPreposition goes on, though the next one stands further out and has a
// capital letter.
func TestALineThatEndsWithAPreposition(t *testing.T) {
	doc := read(t, "a.txt", []byte("    2.1. Одобрить в целом проект Концепции развития электронного\nправительства.\n\n"+
		"    2.2. Просить администрации связи до 1 декабря направить в\nИсполнительный комитет замечания и предложения к разделу.\n\n"+
		"    2.3. Исполнительному комитету доработать проект Концепции и внести\nего на утверждение Совета.\n"))
	if len(doc.Blocks) != 3 || !strings.Contains(doc.Blocks[1].Text, "направить в Исполнительный комитет") {
		t.Errorf("the lines became\n%s", texts(doc))
	}
}

func TestWrappedLinesBecomeParagraphs(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"lists and headings", `
MINUTES OF THE MEETING
Present:
Ada Byron, chair
Grace Hopper

1. The committee discussed the plan for the coming year, and agreed that
   a draft would be ready by June.
2. The committee took note of the report of the secretariat on the budget
of the year before.
(a) It asked for details.
• A point that goes on for more than one line since it has so very many
  words in it.
Any other business

None.
`, `
MINUTES OF THE MEETING
Present:
Ada Byron, chair
Grace Hopper
1. The committee discussed the plan for the coming year, and agreed that a draft would be ready by June.
2. The committee took note of the report of the secretariat on the budget of the year before.
(a) It asked for details.
• A point that goes on for more than one line since it has so very many words in it.
Any other business
None.
`},
		{"a paragraph a line", "The first paragraph is a long line that is not cut, whatever its length may be in the end, since the program that wrote it breaks no lines at all, not even after two hundred characters, as one can see here.\nThe second.\nthe third, in lower case", `
The first paragraph is a long line that is not cut, whatever its length may be in the end, since the program that wrote it breaks no lines at all, not even after two hundred characters, as one can see here.
The second.
the third, in lower case
`},
		{"Chinese", `
　　各方讨论并支持乌兹别克斯坦共和国关于建立新合作机制的倡议，并商
定由特别工作组负责筹备会议。各方指出有必要进一步加强特别工作组的
活动。
　　二、各方审议了广泛的问题，并商定定期交流经验。
`, `
各方讨论并支持乌兹别克斯坦共和国关于建立新合作机制的倡议，并商定由特别工作组负责筹备会议。各方指出有必要进一步加强特别工作组的活动。
二、各方审议了广泛的问题，并商定定期交流经验。
`},
		{"Chinese with commas of ASCII", `
鉴于对人类家庭所有成员的固有尊严及其平等的和不移的权利的承认,乃是世界
自由、正义与和平的基础,
鉴于对人权的无视和侮蔑已发展为野蛮暴行,这些暴行玷污了人类的良心,而一,
个人人享有言论和信仰自由并免予恐惧和匮乏的世界的来临,
`, `
鉴于对人类家庭所有成员的固有尊严及其平等的和不移的权利的承认,乃是世界自由、正义与和平的基础,
鉴于对人权的无视和侮蔑已发展为野蛮暴行,这些暴行玷污了人类的良心,而一,个人人享有言论和信仰自由并免予恐惧和匮乏的世界的来临,
`},
		{"numbers of pages", `
The committee discussed the plan for the coming year, and agreed that the

- 1 -

draft would be ready by June, as the secretariat had asked for in the
letter of the third of March.
The committee took note of the report of the secretariat on the budget of

- 2 -

the year before. It had no questions, and thanked the secretariat for it.
`, `
The committee discussed the plan for the coming year, and agreed that the draft would be ready by June, as the secretariat had asked for in the letter of the third of March.
The committee took note of the report of the secretariat on the budget of the year before. It had no questions, and thanked the secretariat for it.
`},
		{"columns", "Item\tOwner\nReport\tAda Byron\n", "Item Owner\nReport Ada Byron"},
		{"what is never seen", "co\u00adoperation \x07of states\n", "cooperation of states"},
	} {
		doc := read(t, "a.txt", []byte(c.text))
		doc.Name = c.name
		same(t, doc, c.want)
	}
}

func TestASentenceGoesOnInATextOfShortLines(t *testing.T) {
	doc := read(t, "a.txt", []byte(`
PROTOCOL

In the chair:
Ada Byron

Present:
members of the office:          Grace Hopper, Alan Turing, Kurt Goedel,
                                Emmy Noether
Secretary:                      Charles Babbage

Agenda:
1. The floods of the spring.
2. The fires of the summer.

DECIDED:
1.1. To take note of it.
1.2. To approve the plan of measures for the safe passage of the floods
(attached).
1.3. To ask the heads of the villages to plough the fields before 20 April
2023.
1.4. To close item 2.2.
`))
	want := []string{
		"members of the office: Grace Hopper, Alan Turing, Kurt Goedel, Emmy Noether",
		"1.2. To approve the plan of measures for the safe passage of the floods (attached).",
		"1.3. To ask the heads of the villages to plough the fields before 20 April 2023.",
	}
	for _, text := range want {
		if !strings.Contains("\n"+texts(doc)+"\n", "\n"+text+"\n") {
			t.Errorf("no paragraph %q in\n%s", text, texts(doc))
		}
	}
}

func TestTheNamesBehindALabelGoOn(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"below where they begin", "MINUTES\n\nPresent:    Ada Byron (chair), Ravi\n            Menon, Jo Tregear\nApologies:  Kurt\n", "MINUTES\nPresent: Ada Byron (chair), Ravi Menon, Jo Tregear\nApologies: Kurt"},
		{"below one space", "MINUTES\n\nPresent: Ada Byron (chair), Ravi\n         Menon, Jo Tregear\nApologies: Kurt\n", "MINUTES\nPresent: Ada Byron (chair), Ravi Menon, Jo Tregear\nApologies: Kurt"},
		{"after a comma", "MINUTES\n\nPresent: Ada Byron (chair), Ravi Menon,\n    Jo Tregear\nApologies: Kurt\n", "MINUTES\nPresent: Ada Byron (chair), Ravi Menon, Jo Tregear\nApologies: Kurt"},
		{"names on lines of their own", "MINUTES\n\nPresent:\n    Ada Byron\n    Jo Tregear\n", "MINUTES\nPresent:\nAda Byron\nJo Tregear"},
		{"in Chinese", "纪要\n\n出席：张三、李四、\n      王五\n记录：赵六\n", "纪要\n出席：张三、李四、王五\n记录：赵六"},
	} {
		doc := read(t, "a.txt", []byte(c.text))
		doc.Name = c.name
		same(t, doc, c.want)
	}
}

func TestNumbersInChineseHaveNoSpacesOfLines(t *testing.T) {
	doc := read(t, "a.txt", []byte("会议决定暂缓表决，由各年级委员会在认真研究各方面意见的基础上，于11\n月底前完成问卷调查，并把结果报送校长办公会议讨论，会议时间另定为\n12月5日，由办公室通知各位委员和有关部门的负责同志按时到会参加讨论。\n"))
	same(t, doc, "会议决定暂缓表决，由各年级委员会在认真研究各方面意见的基础上，于11月底前完成问卷调查，并把结果报送校长办公会议讨论，会议时间另定为12月5日，由办公室通知各位委员和有关部门的负责同志按时到会参加讨论。")
}

func TestAnItemInChineseGoesOnAtTheMargin(t *testing.T) {
	same(t, read(t, "a.txt", []byte(`
两国水利部门合作委员会第二次会议纪要

    根据两国水利部门的协议，双方于2031年4月2日在边境城
市举行第二次会议。

    1. 双方听取了联合工作组关于上年度界河水文监测的工作报
告。双方指出，监测站点的数量有所增加。

    2. 会议通过了《界河水文资料交换办法》，自签字之日起实
行。
    3. 关于提前交换汛期资料，鉴于通信条件尚不具备，双方未
能达成一致。
    4. 下次会议另行商定。
`)), `
两国水利部门合作委员会第二次会议纪要
根据两国水利部门的协议，双方于2031年4月2日在边境城市举行第二次会议。
1. 双方听取了联合工作组关于上年度界河水文监测的工作报告。双方指出，监测站点的数量有所增加。
2. 会议通过了《界河水文资料交换办法》，自签字之日起实行。
3. 关于提前交换汛期资料，鉴于通信条件尚不具备，双方未能达成一致。
4. 下次会议另行商定。
`)
}

func TestSignaturesInChineseAreLinesOfTheirOwn(t *testing.T) {
	doc := read(t, "a.txt", []byte("本纪要于2031年4月2日签署。\n\n北方团长　　　　　南方团长\n苗雨田　　　　　　　奥列格·捷尼索夫\n\n秘书长（签字）：占旭东\n2031年4月2日\n"))
	same(t, doc, "本纪要于2031年4月2日签署。\n北方团长 南方团长\n苗雨田 奥列格·捷尼索夫\n秘书长（签字）：占旭东\n2031年4月2日")
	if got := doc.Blocks[2].Columns; len(got) != 2 {
		t.Errorf("columns: %q", got)
	}
}

func TestTheTitleOfAnItemEndsWhereASentenceBegins(t *testing.T) {
	const body = "The committee discussed the plan for the coming year, and agreed that a draft would be ready by June."
	doc := read(t, "a.txt", []byte("1. The budget\n   "+strings.Replace(body, "that a", "that\n   a", 1)+"\n"))
	same(t, doc, "1. The budget\n"+body)
}

// TestShortLinesOfAListStayApart reads lines of a narrow text whose numbers go on, and one with a
// label.
func TestShortLinesOfAListStayApart(t *testing.T) {
	doc := read(t, "a.txt", []byte("Присутствующие:\n1. Газизов Р. Р. — директор, председатель совещания\n2. Ильина П. П. — главный бухгалтер\n3. Савченко Ю. В. — секретарь\nОтсутствующие: Трубников А. А.\n"))
	if len(doc.Blocks) != 5 {
		t.Errorf("%d blocks of 5 lines: %v", len(doc.Blocks), doc.Blocks)
	}
}
