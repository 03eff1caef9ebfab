package draft

import (
	"strings"
	"unicode/utf8"
)

// longerName is where the name of an office ends that may go on behind a byte: "城乡" is of the
// "城乡建设局", "财务部" of the "财务部门", and "董事" of the "董事会秘书".
func longerName(text string, m int) int {
	m += len(longerOffice.FindString(text[m:]))
	for {
		more := moreOfName.FindString(text[m:])
		switch more {
		case "":
			return m
		case "会", "门", "长":
			if withOthers.MatchString(text[:m]) && strings.HasPrefix(text[m:], "会同") && !strings.HasPrefix(text[m:], "会同意") {
				return m // "主任委员会同法务部"
			}
			if !endsShort[more].MatchString(text[:m]) || more == "长" && noHead.MatchString(text[m:]) {
				return m
			}
		}
		m += len(more)
	}
}

var (
	moreOfName = exact(`^(?:编办|组织部|宣传部|统战部|政法委|网信办|负责人|联系人|成员|人员|秘书处|办公室主任|领导小组|工作小组|会|门|长|副?(?:董事长|理事长|总经理|经理|总监|主任|委员|局长|处长|科长|部长|院长|所长|馆长|秘书长|秘书|书记|组长|会长|会计|主管|律师|助理|干事))`)
	// endsShort ends before a character that the name goes on with.
	endsShort = map[string]*pattern{
		"会": exact(`(?:董事|理事|监事|委员|股东|常委|党委|校务|[村居业管家支班筹组编评纪校团党常]委)$`),
		"门": exact(`部$`),
		"长": exact(`(?:秘书|[局处科院部厅所馆校组站村镇乡县市区])$`),
	}
	// withOthers is a post that ends as the name of a body begins.
	withOthers = exact(`(?:主任|召集|牵头|主持|常务)委员$`)
	noHead     = exact(`^长(?:期|远|效|年|城|江|三角)`)
)

// longerOffice is the rest of an office whose beginning ends as one does: "城乡" of "城乡建设局".
var longerOffice = exact(`^(?:建设|规划|管理|发展|改革|监督|行政|执法|交通|运输|保障|资源|卫生|健康|旅游|文化|教育|体育|科技|信息|安全|生产|应急|财政|税务|农业|农村|水利|水务|生态|环境|市场|城市|城乡|社会|人力|事务|医疗|统计|审计|投资|促进|服务|招商|工作|纪律|检查){1,5}(?:局|厅|委员会|委|部|办公室|办|处|中心|公司|站|所|院|科|室|组)`)

// withoutBrackets is a text without the brackets that it begins with.
func withoutBrackets(text string) string {
	if m := inParens.FindStringIndex(text); m != nil && m[0] == 0 {
		return text[m[1]:]
	}
	return text
}

// hanOfficeFrom is the end of the shortest office with which a text begins that ends behind a byte.
func hanOfficeFrom(text string, after int) int {
	for end := after; end < len(text) && end < 60; {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !isHan(r) && r != '（' && r != '）' && (r >= 0x80 || !isWordByte(byte(r))) {
			return 0
		}
		end += size
		if strings.Count(text[:end], "（") != strings.Count(text[:end], "）") {
			continue
		}
		if m := hanOffice.FindString(text[:end]); len(m) == end || endsInRole.MatchString(text[:end]) {
			return end
		}
	}
	return 0
}

var endsInRole = exact(`(?:` + hanRoles + `)$`)

func isWordByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z'
}
