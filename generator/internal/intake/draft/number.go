package draft

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/model"
)

// numbered opens a clause with a number, if the number goes on from what is open; following are the
// blocks after it.
func (v *divider) numbered(b source.Block, l label, rest string, following []source.Block) bool {
	if v.part == model.PartSignatures || rest == "" && !(l.style == "I" && v.part != model.PartClosing && len(following) > 0) {
		return false
	}
	if rest == "" { // a Roman number on a line of its own
		if ok := v.counted(l); ok {
			v.opened(label{}, withLabel(b), b, true)
			return true
		}
		return false
	}
	switch {
	case len(l.path) > 1:
		if !v.dotted(l) {
			return false
		}
	case v.countedRoman(l): // and no letter
	case !v.counted(l):
		v.ask("number", b.At.String(), "the number "+strconv.Quote(strings.TrimSpace(l.whole))+" does not go on from those before it", "it is kept in the text")
		return false
	}
	v.listed = ""
	heading := v.headsClause(b, l, rest, following)
	v.opened(l, rest, b, heading)
	return true
}

// countedRoman opens a clause by a Roman number of one letter in brackets: "(i)", and "(v)" behind
// "(iv)".
func (v *divider) countedRoman(l label) bool {
	n := roman(strings.ToUpper(strings.Trim(l.num, "()")))
	if l.style != "(" || n == 0 || n != 1 && (len(v.open) == 0 || v.open[len(v.open)-1].style != "(i" || v.open[len(v.open)-1].last != n-1) {
		return false
	}
	return v.counted(label{"(i", []int{n}, l.num, l.whole, strings.ToLower(strings.Trim(l.num, "()"))})
}

// counted opens a clause by a number of one part.
func (v *divider) counted(l label) bool {
	n := l.path[0]
	for i := len(v.open) - 1; i >= 0; i-- {
		o := v.open[i]
		if sameStyle(o.style, l.style) && (n == o.last+1 || n > o.last && n <= o.last+3 && i == len(v.open)-1) {
			v.open = v.open[:i+1]
			v.open[i].style = l.style
			v.push(l.style, n, l.ident)
			return true
		}
	}
	if len(v.open) == 0 && n > 3 && !strings.HasPrefix(l.style, "/") || len(v.open) > 0 && n != 1 || len(v.open) > 6 {
		return false
	}
	if len(v.open) == 0 && v.part == model.PartClosing && v.clauses() {
		return false
	}
	v.push(l.style, n, l.ident)
	return true
}

// sameStyle reports whether two styles count together.
func sameStyle(a, b string) bool {
	plain := func(s string) bool { return s == "1." || s == "1" }
	return a == b || plain(a) && plain(b)
}

// dotted opens a clause by a number such as 2.1, below what has the number before it.
func (v *divider) dotted(l label) bool {
	var parts []string
	for _, n := range l.path {
		parts = append(parts, strconv.Itoa(n))
	}
	id := "c" + strings.Join(parts, ".")
	above := "c" + strings.Join(parts[:len(parts)-1], ".")
	at := -1
	for i, o := range v.open {
		if o.id == above {
			at = i
		}
	}
	if at < 0 && len(parts) == 2 { // numbers begin anew below a heading that has one of another kind
		for i, o := range v.open {
			if strings.Contains(o.id, ".") && sameStyle(o.style, "1.") && o.last == l.path[0] {
				at, id = i, o.id+"."+parts[1]
			}
		}
	}
	if v.taken[id] || v.next[id] > 0 || l.path[len(l.path)-1] == 0 {
		return false
	}
	if at < 0 && len(v.open) > 0 && l.path[0] <= v.open[0].last && v.open[0].id != "c"+parts[0] {
		return false
	}
	if at >= 0 {
		v.open = v.open[:at+1]
	} else {
		v.open = nil
		for k := 1; k < len(parts); k++ {
			up := "c" + strings.Join(parts[:k], ".")
			v.open = append(v.open, level{"1.", l.path[k-1], up})
		}
	}
	v.part = ""
	v.open = append(v.open, level{"1.1", l.path[len(l.path)-1], id})
	return true
}

// headsClause reports whether the text of a numbered block is a heading and not a paragraph.
func (v *divider) headsClause(b source.Block, l label, rest string, following []source.Block) bool {
	text := strings.TrimRight(rest, ".:：。")
	if b.Kind == source.Heading {
		return true
	}
	if !brief(text) || utf8.RuneCountInString(text) > 110 || len(following) == 0 {
		return false
	}
	if b.Bold || loud(text) {
		return true
	}
	next := following[0]
	nl, _, numbered := v.labelOf(next)
	switch {
	case v.saysWhatIsDone(rest, text):
		return false
	case next.Kind == source.Item && next.Label != "" && bullet(next.Label), next.Kind == source.Table:
		return true
	case numbered && len(nl.path) > len(l.path):
		return true
	case numbered:
		return false
	}
	return !strings.HasSuffix(rest, ".") && !strings.HasSuffix(rest, "。") && !strings.HasSuffix(rest, ";") && !v.lex.closing.MatchString(next.Text)
}

// saysWhatIsDone reports whether the text of a numbered block, with its full stop or without, is a
// decision and no heading.
func (v *divider) saysWhatIsDone(rest, text string) bool {
	return v.saysAct(rest) && !hanTopic.MatchString(text) || v.Lang == "ru" && strings.HasSuffix(rest, ".") && infinitiveIn(text) != nil && predicate(text)
}

// hanTopic is a heading in Chinese that says what was on the agenda.
var hanTopic = exact(`^(?:讨论|研究|审议|推选|选举|听取|学习|传达|通报|补选|表决|评议)(?:[^了为，。；《通]|[^了为，。；通]*《[^》]*》)*$`)

// saysAct reports whether a text has a formula of an act.
func (d *Draft) saysAct(text string) bool {
	return len(d.site.Said(text, d.Lang)) > 0 || d.Lang == "zh" && (hanSettles(text) || d.theyDid(text)) || d.lex.infinitive != nil && d.lex.infinitive.MatchString(text) || slices.ContainsFunc(d.lex.says, func(s saying) bool { return s.MatchString(text) })
}
