package draft

import (
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/intake/source"
)

// traditional are characters with their simplified forms, pair by pair: those that the words of
// this package have. All words are in simplified characters.
const traditional = `並并亞亚來来侷局係系俱具個个們们倖幸側侧備备傳传價价優优內内兩两別别則则劃划劉刘動动務务勵励匯汇區区協协厲厉參参叢丛吳吴` +
	`呂吕員员問问啟启單单嚴严國国圍围園园圖图團团執执報报場场塗涂夠够婁娄孫孙學学宮宫實实寧宁審审寫写將将專专對对導导屆届層层` +
	`帥帅師师帶带幹干庫库廠厂廢废廳厅張张強强彆别後后從从復复慇殷態态慮虑慶庆憲宪憶忆懇恳應应戰战採采換换搆构撥拨擁拥擇择擔担` +
	`據据擬拟擱搁攝摄數数於于時时晉晋暫暂曆历書书會会東东條条棄弃楊杨業业極极榮荣構构樓楼標标樸朴機机檔档檢检權权歐欧歡欢歷历` +
	`歸归決决沒没況况測测湯汤溝沟溫温滿满漢汉潤润為为烏乌無无營营爾尔牽牵狀状獨独獲获獻献現现環环產产畢毕當当發发盡尽監监盤盘` +
	`盧卢確确礎础種种稱称積积穩稳穫获筆笔節节範范簽签籌筹紀纪約约納纳級级細细紹绍終终組组結结絡络給给統统經经維维綱纲網网緊紧` +
	`線线緣缘編编緩缓練练緻致縣县總总織织繞绕繫系繳缴繼继續续羅罗義义習习聯联聲声聶聂職职聽听膠胶臨临臺台與与舉举茲兹荊荆莊庄` +
	`華华萬万葉叶著着蓆席蓋盖蔔卜蔣蒋蕭萧薊蓟薑姜薦荐薩萨藍蓝藺蔺蘆芦蘇苏蘭兰處处號号術术衛卫補补裝装裡里製制複复見见規规視视` +
	`觀观訂订計计訊讯討讨訓训託托記记訪访設设許许註注証证評评詞词詢询試试話话該该詳详誌志認认語语誤误說说課课調调談谈請请諒谅` +
	`論论諧谐諶谌諸诸諾诺講讲謝谢謹谨證证識识譚谭議议護护讀读讚赞貝贝負负財财貢贡責责買买費费賀贺賃赁資资賈贾賓宾賞赏質质賬账` +
	`賴赖購购贊赞趙赵跤交跼局蹤踪車车軒轩輛辆輪轮輸输轅辕轉转辦办辭辞農农迴回這这連连週周進进遊游運运過过達达遠远適适遲迟遷迁` +
	`選选遺遗還还邊边鄉乡鄒邹鄧邓鄭郑醫医釋释針针鈕钮銀银銷销錄录錢钱錶表鍵键鍾钟鎮镇鏈链鐘钟鑑鉴鑒鉴長长門门閉闭開开間间閔闵` +
	`閱阅閻阎闕阙關关闡阐陞升陳陈陸陆陽阳隊队際际隨随險险雙双電电鞏巩韋韦韓韩項项須须預预頒颁領领頭头頻频題题額额顏颜願愿顧顾` +
	`顯显風风颱台餘余館馆餽馈馬马馮冯駁驳駱骆騰腾驗验驟骤體体髮发鬍胡鬚须魯鲁鮑鲍鳳凤麥麦麵面黃黄點点黨党齊齐齣出龍龙龐庞龔龚` +
	`準准彙汇佈布徵征瞭了簡简籃篮閆闫讓让屬属貳贰獎奖懲惩鄺邝繆缪`

// folding are the traditional characters of a document that are read as simplified ones, and back.
// No simplified one stands for two, or for itself: so what is read goes back letter for letter.
type folding struct{ to, back map[rune]rune }

// fold finds the traditional characters of blocks, and returns the blocks without them, and
// with wide signs.
func fold(blocks []source.Block) ([]source.Block, folding) {
	f := folding{map[rune]rune{}, map[rune]rune{}}
	blocks = f.widen(blocks)
	there := map[rune]bool{}
	for _, text := range textsOf(blocks) {
		for _, r := range text {
			there[r] = true
		}
	}
	pairs := []rune(traditional)
	for i := 0; i < len(pairs); i += 2 {
		from, to := pairs[i], pairs[i+1]
		if there[from] && !there[to] && f.back[to] == 0 {
			f.to[from], f.back[to] = to, from
		}
	}
	if len(f.to) == 0 {
		return blocks, f
	}
	out := slices.Clone(blocks)
	for i, b := range out {
		out[i].Text, out[i].Label, out[i].Rows = replaced(b.Text, f.to), replaced(b.Label, f.to), nil
		for _, row := range b.Rows {
			out[i].Rows = append(out[i].Rows, allReplaced(row, f.to))
		}
	}
	return out, f
}

// replaced replaces the characters of a text.
func replaced(text string, by map[rune]rune) string {
	return strings.Map(func(r rune) rune {
		if to, ok := by[r]; ok {
			return to
		}
		return r
	}, text)
}

func allReplaced(texts []string, by map[rune]rune) []string {
	if texts == nil {
		return nil
	}
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = replaced(text, by)
	}
	return out
}

// unfold gives all that was read its own characters. Acts quote them, since no formula has them.
func (d *Draft) unfold(f folding) {
	if len(f.back) == 0 {
		return
	}
	d.folded = d.doubts() // its words are of the other characters
	for i, o := range d.folded {
		d.folded[i].May, d.folded[i].Words = allReplaced(o.May, f.back), replaced(o.Words, f.back)
	}
	values := func(vs ...*Value) {
		for _, v := range vs {
			v.Text, v.Why = replaced(v.Text, f.back), replaced(v.Why, f.back)
		}
	}
	list := func(vs []Value) {
		for i := range vs {
			values(&vs[i])
		}
	}
	values(&d.Title, &d.Date, &d.Signed, &d.Status, &d.Approved, &d.Start, &d.End, &d.Place, &d.Format, &d.Ordinal, &d.Body, &d.Chair, &d.Quorum, &d.Originals, &d.Certified, &d.Depositary)
	for _, g := range d.Attendance {
		list(g.Who)
	}
	for _, items := range [][]Item{d.Agenda, d.Annexes} {
		for i := range items {
			values(&items[i].Title)
			list(items[i].By)
		}
	}
	for i := range d.Cited {
		values(&d.Cited[i].Title, &d.Cited[i].Date, &d.Cited[i].Place, &d.Cited[i].Event)
	}
	for i := range d.Actions {
		values(&d.Actions[i].Title, &d.Actions[i].Deadline)
		list(d.Actions[i].Owners)
	}
	list(d.Contacts)
	list(d.Named)
	for i, q := range d.Questions {
		d.Questions[i].Text, d.Questions[i].Answer = replaced(q.Text, f.back), replaced(q.Answer, f.back)
	}
	for i, m := range d.Mends {
		d.Mends[i].From, d.Mends[i].To = replaced(m.From, f.back), replaced(m.To, f.back)
	}
	for _, p := range d.Pieces {
		p.unfold(f, values, list)
	}
}

// unfold gives a piece its own characters.
func (p *Piece) unfold(f folding, values func(...*Value), list func([]Value)) {
	p.Text, p.Num, p.label, p.signer = replaced(p.Text, f.back), replaced(p.Num, f.back), replaced(p.label, f.back), replaced(p.signer, f.back)
	p.Lines = allReplaced(p.Lines, f.back)
	for i, row := range p.Rows {
		p.Rows[i] = allReplaced(row, f.back)
	}
	for i, it := range p.Items {
		p.Items[i].text, p.Items[i].label = replaced(it.text, f.back), replaced(it.label, f.back)
	}
	for i := range p.Acts {
		a := &p.Acts[i]
		if a.Words = replaced(a.Words, f.back); a.Words == "" && replaced(a.Why, f.back) != a.Why {
			a.Words = replaced(a.Why, f.back)
		}
		values(&a.Value)
	}
	values(&p.Signer)
	if v := p.Vote; v != nil {
		values(&v.For, &v.Against, &v.Abstaining, &v.Method)
		for _, l := range [][]Value{v.ForBy, v.AgainstBy, v.AbstainingBy, v.Mover, v.Seconder} {
			list(l)
		}
	}
}
