package draft

import (
	"slices"
	"strings"
)

// kindsToo are words by which a sentence that has an act may be one of another kind, too.
type kindsToo struct {
	open   *pattern // it was put off, sent on, taken away or refused
	orders *pattern // somebody is told to do it
	notes  *pattern // it was only heard or noted
	settle *pattern // it was approved, or somebody was chosen
}

// otherKinds are those of each lexicon.
var otherKinds = map[*lexicon]kindsToo{
	english: {
		open:   re(`\b(?:hold(?:ing)?\s+over|held\s+over|carr(?:y|ied)\s+(?:forward|over)|left?\s+over|roll(?:ed)?\s+over|put\s+off|tabl(?:e|ed|ing)\s+(?:this|it|the|discussion|until|for|to)|tabled|postpone[ds]?|deferr?(?:ed)?|adjourn(?:ed)?\s+(?:to|until)|stood\s+over|remitted|not\s+(?:acceded|agreed|approved|accepted|supported)|turn(?:ed)?\s+down|den(?:y|ied)|reject(?:ed)?|lost|failed|withdrawn)\b`),
		orders: re(`\b(?:shall|must|is\s+to|are\s+to|was\s+to|were\s+to|(?:asked|instructed|directed|requested|tasked|mandated|authori[sz]ed|urged)\s+(?:\p{L}+\s+){0,6}?to)\b`),
		notes:  re(`\b(?:took\s+note|noted|taken\s+as\s+read|received)\b`),
		settle: re(`\b(?:as\s+read|confirmed|ratified|elected|appointed|unopposed|acclamation)\b`),
	},
	russian: {
		open:   re(`(?:^|[^\p{L}])(?:снят[ьоаы]?|сняли|отложи\p{L}+|отложен[оаы]?|перенес\p{L}+|перенести|вынес(?:ен|ти|ли)\p{L}*\s+на\s|вернуться\s+к|верн[её]мся|отклони\p{L}+|отклонен[оаы]?|отказа\p{L}+|не\s+(?:поддерж|соглас|одобр|утвержд|приня|рекоменд|приним)\p{L}+|на\s+доработк[уи]|на\s+следующ\p{L}+\s+(?:заседани|собрани|совещани)\p{L}+)(?:[^\p{L}]|$)`),
		orders: re(`(?:^|[^\p{L}])(?:поруч\p{L}+|обязать|обязан[аоы]?|должен|должн[аоы]|надлежит|необходимо|просить|попросить|возложить|обеспечить|представить|представлять|направить)(?:[^\p{L}]|$)`),
		notes:  re(`(?:^|[^\p{L}])(?:приня\p{L}+\s+к\s+сведению|сообщил[аи]?|проинформировал[аи]?|доложил[аи]?|заслушал[аи]?)(?:[^\p{L}]|$)`),
		settle: re(`(?:^|[^\p{L}])(?:удовлетворительн\p{L}+|дать\s+согласие|подтвердить|утвержд[её]н\p{L}*|утвердили|одобрили|одобрен[аоы]?|избран[аоы]?|избрали|выбрали|назначили|назначен[аоы]?|ввести\s+в\s+действие|ходатайствовать)(?:[^\p{L}]|$)`),
	},
	chinese: {
		open:   re(`不作|未作|顺延|押后|延后|先不|下回|择日|改日|另议|另案|续议|保留意见|撤回|中止|不接受|不列入|不纳入|不支持|不采纳|不设|缓议|暂缓|暂不|缓办|留到|留待|保留至|下次再|再议|再行讨论|另行|推迟|延期|搁置|退回|不予|不同意|不通过|未通过|未获|否决|驳回|后续再定|择期`),
		orders: re(`责成|委派|指派|委托|承诺|(?:应|须|需|要)(?:于|在)|[，,。；;]\s*(?:亦)?请\p{Han}{2,}`),
		notes:  re(`(?:听取|通报|介绍|汇报|同步)了`),
		settle: re(`任\p{Han}{2,12}(?:长|任|理|记|师|员)|当选|聘任|免去|予以(?:确认|认可|通过)|(?:原则)?(?:同意|通过|批准)|采纳`),
	},
}

// otherKind says where a sentence, of which acts were read, may be an act of another kind; -1 where
// it is none, or has no act. task says that a task was read of it.
func (d *Draft) otherKind(p *Piece, sentence string, task bool) int {
	w, ok := otherKinds[d.lex]
	if !ok {
		return -1
	}
	rest, has := sentence, map[string]bool{}
	for _, a := range p.Acts {
		if why := strings.TrimSuffix(a.Why, "…"); why != "" && strings.Contains(sentence, why) {
			has[a.Text] = true
			rest = strings.Replace(rest, why, blank(why), 1)
		}
	}
	if len(has) == 0 {
		if task && len(p.Rows) == 0 && !p.underActions() && (w.orders.MatchString(sentence) || d.Lang == "zh" && givenBy.MatchString(sentence) || d.Lang == "ru" && infinitiveIn(sentence) != nil) {
			return 0 // what somebody has to do, whom nothing tells so
		}
		return -1
	}
	return w.beside(rest, has, task, d.Lang != "zh" && (task || d.hasTerm(sentence) || d.setsDeadline(sentence) >= 0 || d.isOrder(sentence)), sentence)
}

// beside says where the rest of a sentence, without the words of the acts that it has, has words of
// another kind; ordered says that somebody has to do it, or by a day.
func (w kindsToo) beside(rest string, has map[string]bool, task, ordered bool, sentence string) int {
	none := func(codes ...string) bool { return !slices.ContainsFunc(codes, func(c string) bool { return has[c] }) }
	only := func(code string) bool { return len(has) == 1 && has[code] }
	for _, kind := range []struct {
		may   bool
		words *pattern
		text  string
	}{
		{has["closed"], w.open, sentence},
		{none(undecided...), w.open, sentence},
		{none("instructed", "recommended", "referred") && (only("decided") || only("agreed")), w.orders, sentence},
		{only("decided") || only("instructed"), w.settle, rest},
		{only("decided"), chosen, sentence},
		{only("decided"), w.notes, rest},
	} {
		if kind.may {
			if i := indexOf(kind.words, kind.text); i >= 0 {
				return i
			}
		}
	}
	if only("decided") && ordered || only("instructed") && !task {
		return 0
	}
	return -1
}

// chosen says in Chinese that somebody was chosen.
var chosen = exact(`当选|选举产生|被选为`)

// givenBy is how Chinese gives somebody something to do, without a verb of telling.
var givenBy = exact(`由\p{Han}{2,14}|应(?:于|在)|须`)

// indexOf is where a pattern begins in a text; -1 where it does not.
func indexOf(r *pattern, text string) int {
	if m := r.FindStringIndex(text); m != nil {
		return m[0]
	}
	return -1
}
