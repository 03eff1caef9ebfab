package draft_test

import (
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestSignaturesInColumns reads signatures in tables and in lines with wide gaps.
func TestSignaturesInColumns(t *testing.T) {
	const ru, en, zh = "Протокол встречи от 4 мая 2024 года\n\n1. Стороны одобрили план.\n\n", "Agreed minutes of 4 May 2024\n\n1. The parties approved the plan.\n\n", "会议纪要\n\n时间：2024年5月4日\n\n一、双方同意计划。\n\n"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"gaps.txt", ru + "За Узбекскую Сторону          За Сторону порта\n__________ А. К. Юсупов       __________ Н. Ли\n", []string{"states/uz by А. К. Юсупов", "Н. Ли"}},
		{"posts.txt", ru + "Председатель\tИванов И. И.\nСекретарь\tПетрова А. С.\n", []string{"Иванов И. И.", "Петрова А. С."}},
		{"lines.txt", ru + "Сопредседатель от порта ________ А. К. Юсупов\nСопредседатель от города ________ (подпись) Н. Ли\n", []string{"А. К. Юсупов", "Н. Ли"}},
		{"cells.md", en + "| For the Port of Alder | For the City of Brack |\n|---|---|\n| ______ | ______ |\n| Mr. Anders Lund | Dr. Moana Tui |\n| Director | Mayor |\n", []string{"Anders Lund", "Moana Tui"}},
		{"rows.md", en + "| Chair | | Ada Byron |\n|---|---|---|\n| Secretary | (signature) | Grace Hopper |\n", []string{"Ada Byron", "Grace Hopper"}},
		{"colon.txt", en + "For Meridia: Henrik Dahl\n\nFor the Southern Isles: Lupe Vaea\n", []string{"Henrik Dahl", "Lupe Vaea"}},
		{"behind.md", en + "| ______ Otto Kahn Minister of Trade | ______ Lea Moon Minister of Ports |\n|---|---|\n| ______ Ada Byron Director | |\n", []string{"Otto Kahn", "Lea Moon", "Ada Byron"}},
		{"brackets.txt", en + "Signed as a correct record ___________ (W. Achterhof, Chair)\n", []string{"W. Achterhof"}},
		{"post.txt", en + "The meeting was adjourned at 8 p.m.\n\nGrace Hopper, Recording Secretary\n", []string{"Grace Hopper"}},
		{"joined.txt", en + "Done at Alder, 4 May 2024.\n\nA. Byron, Chair G. Hopper, Secretary\n", []string{"A. Byron", "G. Hopper"}},
		{"attest.txt", en + "The meeting rose.\n\nADA BYRON, Mayor\n\nATTEST: Grace Hopper, City Clerk\n", []string{"ADA BYRON", "Grace Hopper"}},
		{"below.txt", en + "The meeting rose.\n\nRespectfully submitted,\n\nGrace Hopper\n\nSecretary\n", []string{"Grace Hopper"}},
		{"initial.txt", en + "6. Next meeting\n\nWednesday 12 June 2024.\n\nG. Hopper\n\n13 May 2024\n", []string{"G. Hopper"}},
		{"above.txt", en + "The Chairman declared the meeting closed at 4 p.m.\n\nChairman\n\nGrace Hopper\n", []string{"Grace Hopper"}},
		{"blank.txt", en + "The meeting rose.\n\n_____________________\n\nGrace Hopper, Recording Secretary\n", []string{"Grace Hopper"}},
		{"letter.txt", en + "2. The meeting ended with a vote of thanks.\n\n(G. B. Hopper)\n\nUnder Secretary to the Government\n", []string{"G. B. Hopper"}},
		{"dots.txt", en + "The meeting closed at 4 p.m.\n\nSigned ............................ (Dame Grace Hopper, Chair)\n\nDate ............................\n", []string{"Grace Hopper"}},
		{"slash.html", "<p>Minutes of 4 May 2024</p><p>1. The council approved the plan.</p><p>Byron moved to adjourn. Carried.</p><table><tr><td>Attest:<br><br>/s/ Ada Byron, City Clerk</td><td>/s/ Grace M. Hopper, Mayor</td></tr></table><p>Approved May 18, 2024</p>", []string{"Ada Byron", "Grace M. Hopper"}},
		{"staff.txt", en + "The meeting rose.\n\nAlso present:\n\nGrace Hopper, City Clerk\n", nil},
		{"heads.txt", zh + "中方团长\t南方团长\n林建国\t阿·别克\n", []string{"states/cn by 林建国", "阿·别克"}},
		{"leaders.txt", zh + "会议由中国和哈萨克斯坦主持。\n\n中方主席\t哈方主席\n林建国\t努尔兰·别克托夫\n", []string{"states/cn by 林建国", "states/kz by 努尔兰·别克托夫"}},
		{"province.txt", zh + "中方主席\t哈方主席\n林建国\t阿洛·西苏拉\n", []string{"states/cn by 林建国", "阿洛·西苏拉"}},
		{"delegations.txt", zh + "本纪要于2024年5月4日签署。\n\n中华人民共和国代表团团长  刘建国\n\n哈萨克斯坦共和国代表团团长  马拉特·卡拉巴耶夫\n", []string{"states/cn by 刘建国", "states/kz by 马拉特·卡拉巴耶夫"}},
		{"deputy.txt", ru + "Заместитель Губернатора области\tИ. Б. Володин\n", []string{"И. Б. Володин"}},
		{"states.txt", zh + "本议定书于2024年5月4日签署。\n\n哈萨克斯坦共和国代表　　叶·阿肯\n\n中华人民共和国代表　　王宏泰\n", []string{"states/kz by 叶·阿肯", "states/cn by 王宏泰"}},
		{"sides.txt", zh + "本纪要于2024年5月4日签署。\n\n中方代表团团长　　　　　南方代表团团长\n苗雨田　　　　　　　奥列格·捷尼索夫\n", []string{"states/cn by 苗雨田", "奥列格·捷尼索夫"}},
		{"twice.md", zh + "本纪要于2024年5月4日签署。\n\n| 中方代表 | 东方代表 |\n|---|---|\n| 林建国 | 阿洛·西苏拉 |\n| 北方代表 | 南方代表 |\n| 王昂敏 | 颂森·披吉 |\n", []string{"states/cn by 林建国", "阿洛·西苏拉", "王昂敏", "颂森·披吉"}},
		{"twice.md", en + "| For Alder | For Brack |\n|---|---|\n| Otto Kahn | Lea Moon |\n| For Cairn | For Dunmore |\n| Ada Byron | Grace Hopper |\n", []string{"Otto Kahn", "Lea Moon", "Ada Byron", "Grace Hopper"}},
		{"board.md", zh + "（以下无正文，为签字页）\n\n| 出席会议董事签字： | |\n|---|---|\n| 林建国 | 王昂敏（并代苗雨田） |\n| 呼延卓 | Ada Byron |\n| 记录人签字：宁远 | 2024年5月4日 |\n", []string{"林建国", "王昂敏", "呼延卓", "Ada Byron", "宁远"}},
		{"close.md", zh + "本纪要于2024年5月4日签署。\n\n| 中方代表林建国 | 东方代表阿洛·西苏拉 |\n|---|---|\n| 北方代表王昂敏 | 南方代表颂森·披吉 |\n", []string{"states/cn by 林建国", "阿洛·西苏拉", "王昂敏", "颂森·披吉"}},
		{"came.txt", zh + "二、散会。\n\n到会人签字：林建国　热依汗　汤建国\n", []string{"林建国", "热依汗", "汤建国"}},
		{"firms.txt", zh + "二、下次例会时间：2024年5月12日\n\n参会单位签字：\n\n建设单位：汤建国　　监理单位：敖天明　　施工单位：常胜利\n", []string{"汤建国", "敖天明", "常胜利"}},
		{"below.txt", zh + "二、下次例会时间另行通知。\n\n（以下签字）\n\n建设单位：汤建国   监理单位：覃海生       施工单位：常胜利\n", []string{"汤建国", "覃海生", "常胜利"}},
		{"latin.txt", zh + "参会人员签字：鲁建平 葛晓燕 Tang Wei\n", []string{"鲁建平", "葛晓燕", "Tang Wei"}},
		{"posts.txt", zh + "主任委员（签字）：闻人杰\n秘书长（签字）：占旭东\n2024年5月4日\n", []string{"闻人杰", "占旭东"}},
		{"days.txt", ru + "Председатель собрания __________ Юсупова А.К. «07» мая 2024 г.\n\nЧлены комиссии __________ Ким Н.Л. «07» мая 2024 г.\n\n__________ Ким О.И. «07» мая 2024 г.\n", []string{"Юсупова А.К.", "Ким Н.Л.", "Ким О.И."}},
		{"offices.html", "<p>Протокол встречи от 4 мая 2024 года</p><p>1. Стороны одобрили план.</p><p>Председатель А.Р. Юдина<br>Секретарь И. Белый</p>", []string{"А.Р. Юдина", "И. Белый"}},
		{"number.txt", ru + "Председатель ТК 12 А.Р. Юдина\n\nОтветственный секретарь ТК 12 И.О. Белый\n", []string{"А.Р. Юдина", "И.О. Белый"}},
		{"vote.txt", ru + "За – 4. Против – 0.\n\n2. Стороны утвердили смету.\n", nil},
	} {
		d := draft.Read(read(t, c.name, c.text), site(t, configuration), draft.Options{})
		lossless(t, d)
		valid(t, d)
		var got []string
		for _, p := range d.Pieces {
			if who := p.Signer.Text; who != "" && p.By.Text != "" {
				got = append(got, who+" by "+p.By.Text)
			} else if who != "" {
				got = append(got, who)
			}
		}
		equal(t, c.name, got, c.want...)
	}
}

// TestHeadsOfDelegations reads those who headed delegations, however many a sentence names.
func TestHeadsOfDelegations(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a.txt", "Протокол заседания от 4 мая 2024 года\n\nДелегацию порта возглавил министр торговли А. К. Юсупов, делегацию города – первый заместитель главы Н. Ли.\n\n1. Стороны одобрили план.\n", []string{"present А. К. Юсупов", "present Н. Ли"}},
		{"b.txt", "Протокол заседания от 4 мая 2024 года\n\nЗаседание прошло под совместным председательством министра А. К. Юсупова и мэра Н. В. Лисицыной.\n\n1. Стороны одобрили план.\n", []string{"chair А. К. Юсупов", "chair Н. В. Лисицына"}},
		{"parts.txt", "Протокол заседания Комиссии от 4 мая 2024 года\n\nСеверную делегацию возглавлял министр торговли А. К. Юсупов, Южную – министр транспорта Н. В. Лисицын.\n\n1. Стороны одобрили план.\n\nПредседатель Северной части Комиссии ____________ А. К. Юсупов\n\nПредседатель Южной части Комиссии ____________ Н. В. Лисицын\n", []string{"present А. К. Юсупов", "present Н. В. Лисицын", "chair А. К. Юсупов", "chair Н. В. Лисицын"}},
		{"c.txt", "Minutes of 4 May 2024\n\nThe delegation of the port was led by H.E. Mr. Anders Lund, Minister of Ports. The city's delegation was headed by Hon. Dr. Moana Tui.\n\n1. The parties approved the plan.\n", []string{"present Anders Lund", "present Moana Tui"}},
		{"d.txt", "Minutes of 4 May 2024\n\nThe meeting was co-chaired by Elena Varga, Minister of Trade, and Mr Paul Adeyemi.\n\n1. The parties approved the plan.\n", []string{"chair Elena Varga", "chair Paul Adeyemi"}},
		{"e.txt", "会议纪要\n\n时间：2024年5月4日\n\n中方代表团由商务部副司长林海涛率领，外方代表团由贸易部部长阿·别克率领。\n\n一、双方同意计划。\n", []string{"present 林海涛", "present 阿·别克"}},
		{"f.txt", "会议纪要\n\n时间：2024年5月4日\n\n中方主席、商务部司长林建国和外方主席、贸易部副部长阿·别克共同主持会议。\n\n一、双方同意计划。\n", []string{"chair 林建国", "chair 阿·别克"}},
	} {
		d := draft.Read(read(t, c.name, c.text), site(t, configuration), draft.Options{})
		var got []string
		for _, g := range d.Attendance {
			for _, w := range g.Who {
				got = append(got, g.Code+" "+w.Text)
			}
		}
		equal(t, c.name, got, c.want...)
	}
}
