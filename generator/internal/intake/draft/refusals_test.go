package draft_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestRefusalsAreNoDecisions reads sentences by which something was refused, put off or left as it
// was: none of them is an act of deciding it.
func TestRefusalsAreNoDecisions(t *testing.T) {
	for frame, cases := range map[string]map[string]string{
		"Minutes of the Harbour Council, 12 May 2025\n\nPresent: Ada Byron, Grace Hill\n\n1. Business\n\n%\n": {
			"The Council did not accept the quotation of the yard.":                 "rejected",
			"The Council could not support the sale of the pier.":                   "rejected",
			"The request for a discount was not agreed to.":                         "rejected",
			"The amendment fell, 4 votes to 9.":                                     "rejected",
			"The proposal of the Isles found no support.":                           "rejected",
			"The proposal on dues did not reach the required majority.":             "rejected",
			"The motion on parking was ruled out of order.":                         "rejected",
			"The decision on the lease was held in abeyance.":                       "deferred",
			"The members did not come to an agreement on the quota.":                "deferred",
			"Gate: no consensus.":                                                   "deferred",
			"The Council reserved the question of dredging for the autumn.":         "deferred",
			"The motion to sell the barge was then withdrawn.":                      "",
			"A show of hands was in favour; no formal action was taken.":            "",
			"Grace Hill said that the ministry had refused a permit.":               "",
			"The Council approved the budget and did not accept the fee.":           "adopted rejected",
			"The Council approved the budget but did not approve the fee.":          "adopted rejected",
			"Ms. Hill moved a cap on dues. The motion lapsed for want of a second.": "rejected",
		},
		"Протокол заседания Совета гавани от 12 мая 2025 года\n\nПрисутствовали: Иванов И.И., Петров П.П.\n\n1. Разное\n\n%\n": {
			"Предложение о продаже пирса не поддержано.":                      "rejected",
			"Совет не счёл возможным продлить договор.":                       "rejected",
			"Заявление яхт-клуба оставлено без удовлетворения.":               "rejected",
			"РЕШИЛИ: кандидатуру Орлова О.О. не рекомендовать.":               "rejected",
			"РЕШИЛИ: не давать согласие на сдачу причала.":                    "rejected",
			"РЕШИЛИ: воздержаться от увеличения сборов.":                      "rejected",
			"РЕШИЛИ: повторно рассмотреть вопрос в сентябре.":                 "deferred",
			"Единого мнения нет, к вопросу вернёмся осенью.":                  "deferred",
			"Совет не пришёл к согласию по срокам.":                           "deferred",
			"Иванов И.И. сообщил, что министерство не согласовало проект.":    "",
			"Решили: смету одобрить, предложение подрядчика не поддерживать.": "decided approved rejected",
			"Не набрала голосов заявка театра.":                               "rejected",
			"Предложение Орлова О.О. о комиссии поддержки не получило.":       "rejected",
			"Голосование не проводилось.":                                     "",
			"Решение, поставленное на голосование:\n\nОдобрить заключение договора.\n\nИтоги голосования: «ЗА» – 2; «ПРОТИВ» – 4.\n\nРешение не принято.": "rejected",
			"Предложение «продлить аренду» большинства голосов не получило, снято.":                                                                       "rejected",
		},
		chineseMinutes: {
			"乙方未接受甲方的提议。":        "rejected",
			"该提议没有被采纳。":          "rejected",
			"各方审议了草案，未能达成一致。":    "considered deferred",
			"验收标准双方未谈拢，另行协商。":    "deferred",
			"意见分歧较大，本次不表决。":      "deferred",
			"修路集资，12人同意，15人不同意。": "",
			"设立海外办事处——否。":        "rejected",
			"申请人撤回提案。":           "",
			"结论：议题顺延至下次例会。":      "deferred",
			"会议认为标准需再沟通，本次不作审议，责成港务局11月20日前提交方案。":  "instructed deferred",
			"会议讨论认为条款有待明确，本次会议暂不进行讨论。":             "discussed deferred",
			"大家争论较大，决定这次先不定，下次会再议。":                "deferred",
			"由于法律意见尚未备妥，委员会同意押后至下次会议讨论。":           "deferred",
			"接受李明辞去理事职务的申请；增补人选待提名委员会考察后提交下次会议审议。": "decided deferred",
		},
	} {
		for text, want := range cases {
			d := draft.Read(read(t, "minutes.txt", replaceOnce(frame, text)), site(t, configuration), draft.Options{})
			var acts []string
			for _, p := range d.Pieces {
				for _, a := range p.Acts {
					acts = append(acts, a.Text)
				}
			}
			if got := strings.Join(acts, " "); got != want {
				t.Errorf("%s\nacts: %q, want %q", text, got, want)
			}
		}
	}
}
