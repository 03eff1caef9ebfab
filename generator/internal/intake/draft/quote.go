package draft

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// Quote returns the data file of a record in which acts quote the words of the texts that say them
// without a formula of the vocabulary, as far as they do not yet, and what somebody has to look at.
func Quote(c *model.Collection, of model.Ref, record string) (string, []string) {
	p, ok := model.Get[*model.Protocol](c, of)
	if !ok {
		return record, nil
	}
	var said []string
	for _, lang := range c.Config.Langs() {
		prose, ok := p.Prose[lang]
		if !ok {
			continue
		}
		for _, n := range p.Nodes {
			b, ok := prose.Block(n.Key)
			if !ok || len(n.Acts) == 0 || model.ToDo(b.Text) {
				continue
			}
			found, unsaid := c.Formulas(n.Acts, b.Text, lang)
			for _, u := range unsaid {
				act := n.Acts[u.Act]
				words := likely(c, act, b.Text, lang, found)
				if u.Word >= 0 || words == "" {
					continue
				}
				var ok bool
				if record, ok = withWords(record, n.Key, act.Key, string(lang), words); ok {
					said = append(said, fmt.Sprintf("%s: which words say %q in %s? written: %s", n.Key, act.Key, lang, cut(words, 60)))
				}
				from := strings.Index(b.Text, words)
				found = append(found, model.Formula{Act: u.Act, From: from, To: from + len(words)})
			}
		}
	}
	return record, said
}

// likely are the words of a text that most likely say an act: its label, else the first sentence,
// as far as no other act has its words there.
func likely(c *model.Collection, act model.Act, text string, lang model.Lang, found []model.Formula) string {
	free := func(from, to int) bool {
		return !slices.ContainsFunc(found, func(f model.Formula) bool { return f.From < to && from < f.To })
	}
	term, _, _ := c.Vocabulary[model.VocabAct].Term(act.Code())
	if label := term.Label[lang]; label != "" {
		if i := strings.Index(text, label); i >= 0 && free(i, i+len(label)) && (isHan([]rune(label)[0]) || startsWord(text, i) && endsWord(text, i+len(label))) {
			return label
		}
	}
	best := ""
	from := 0
	for _, f := range append(slices.Clone(found), model.Formula{From: len(text), To: len(text)}) {
		if f.From > from {
			if part := firstWords(text[from:f.From]); len(part) > len(best) {
				best = part
			}
		}
		from = max(from, f.To)
	}
	return best
}

// firstWords is the first clause of a text, without the signs around it.
func firstWords(text string) string {
	text = strings.TrimLeft(text, " ,;:.，；：。、（）()")
	if i := strings.IndexAny(text, ",;:.，；：。"); i > 0 {
		text = text[:i]
	}
	if utf8.RuneCountInString(text) > 60 {
		runes := []rune(text)[:60]
		text = string(runes)
		if i := strings.LastIndexByte(text, ' '); i > 0 {
			text = text[:i]
		}
	}
	return strings.TrimSpace(text)
}

// withWords writes the words of an act into a data file; ok is false where it says the act in a way
// that is not known here.
func withWords(record, node, act, lang, words string) (out string, ok bool) {
	data, base := unstamped(record)
	path := "node." + quoteKey(node) + ".acts." + quoteKey(act)
	line := "words." + quoteKey(lang) + " = [" + quote(words) + "]"
	s := parseSlots(data)
	if o, there := s.find(path); there && strings.HasPrefix(o.value, "{") {
		inside := strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(o.value, "{"), "}"))
		if inside != "" {
			inside += ", "
		}
		value := "{ " + inside + line + " }"
		at := strings.Index(data[o.from:o.to], o.value) + o.from
		data = data[:at] + value + data[at+len(o.value):]
		if base[path] == hash(o.value) {
			base[path] = hash(value)
		}
	} else if end, there := s.ends[path]; there {
		data = data[:end] + line + "  # guess: the words that say it\n" + data[end:]
	} else {
		return record, false
	}
	if len(base) > 0 {
		data = stamp(data, base, sorted(base))
	}
	return data, true
}
