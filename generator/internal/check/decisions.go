package check

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// formulas checks that a paragraph says, in every language, what its acts claim that it does.
func formulas(c *model.Collection, l *diag.List) {
	written := newWriting(c)
	for _, w := range model.All[model.Work](c, model.Works...) {
		for _, lang := range c.Config.Langs() {
			text, told := model.BaseOf(w).Prose[lang], false
			for _, n := range w.Doc().Nodes {
				block, ok := text.Block(n.Key)
				if !ok {
					continue // said by works and texts
				}
				_, unsaid := c.FormulasAt(model.At(w, n.Key), lang)
				if len(unsaid) > 0 && !told {
					if written.foreign(lang, paragraphs(text)...) != nil {
						break // said by scripts
					}
					told = true
				}
				for _, u := range unsaid {
					unspoken(c, w, n, u, block, lang, l)
				}
			}
		}
	}
}

func unspoken(c *model.Collection, w model.Work, n model.Node, u model.Unsaid, block model.Block, lang model.Lang, l *diag.List) {
	act := n.Acts[u.Act]
	place := block.Pos.File + ":" + strconv.Itoa(block.Pos.Line)
	if u.Word < 0 {
		term, _, _ := c.Vocabulary[model.VocabAct].Term(act.Code())
		hint := "so its page marks none; want one of its formulas in data/vocabularies/act.toml (" + strings.Join(first(term.Formula[lang], 4), ", ") + ")" +
			`, or name the words of the paragraph: words.` + string(lang) + ` = ["…"]`
		l.AddNotice(diag.ActNotSaid, w.At("node", n.Key, "acts", act.Key), hint, "the paragraph %s does not say %q in %s (%s)", n.Key, act.Key, lang, place)
		return
	}
	word := act.Words[lang][u.Word]
	hint := "want words of the paragraph, letter for letter, that no other act uses"
	if l.Suggest() {
		if near := diag.Nearest(word, phrases(block.Text, word)); near != "" && near != word {
			hint += "; did you mean " + strconv.Quote(near) + "?"
		}
	}
	l.Add(diag.ActNotSaid, w.At("node", n.Key, "acts", act.Key, "words", string(lang), strconv.Itoa(u.Word)), hint,
		"the words %q of %q are not in %s (%s, %s)", word, act.Key, n.Key, lang, place)
}

// phrases are all parts of a text that are as long as a phrase: in words, or in letters where the
// script has no spaces.
func phrases(text, like string) []string {
	units, gap := strings.Fields(text), " "
	n := len(strings.Fields(like))
	if n == 1 && len(units) <= 2 {
		units, gap, n = strings.Split(text, ""), "", len([]rune(like))
	}
	var out []string
	for i := 0; i+n <= len(units); i++ {
		out = append(out, strings.TrimRight(strings.Join(units[i:i+n], gap), ".,;:)"))
	}
	return out
}

// commitments checks that an action and the history of the instrument it is to bring about do not
// say the opposite of each other.
func commitments(c *model.Collection, l *diag.List) {
	for _, m := range c.Commitments() {
		a, i := m.Action, m.Instrument
		if a == nil || i == nil {
			continue
		}
		awaited := slices.ContainsFunc(c.Life(i).Awaited, func(w model.Awaited) bool { return w.State == m.Step && w.Clause == m.Clause })
		switch {
		case c.Fulfilled(a) && awaited:
			l.Add(diag.Status, a.At("status"), "write the event into "+i.At().File+", or another status",
				"the status is %q, and no event of %s shows that it became %q", a.Status, i.Ref(), m.Step)
		case !c.Fulfilled(a) && !awaited:
			l.Add(diag.Status, a.At("status"), `write status = "`+closing(c)+`" with its [evidence.*], or remove the event from `+i.At().File,
				"the status is %q, though an event of %s shows that it became %q", a.Status, i.Ref(), m.Step)
		}
	}
}

// closing is a status of an action that says that it was fulfilled.
func closing(c *model.Collection) string {
	v := c.Vocabulary[model.VocabActionStatus]
	if v != nil {
		for _, t := range v.Terms {
			if t.Closes {
				return t.Key
			}
		}
	}
	return "…"
}
