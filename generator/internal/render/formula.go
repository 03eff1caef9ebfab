package render

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/typography"
)

// looks of marks; a fourth act of a paragraph looks like the first.
const looks = 3

// marked is the HTML of a paragraph with the words of its acts marked in place, and for
// each act the number of its mark, from 1 in the order of the acts, so that it is the same in every
// language; 0 where the text has no words of it. Not a letter is added: the marks are elements
// alone.
func (b *builder) marked(code string, acts []model.Act) (string, []int) {
	return b.markedBy(code, acts, func(text string) []model.Formula { return b.formulas(text, acts, b.lang) })
}

// formulas are the words of acts in a text.
func (b *builder) formulas(text string, acts []model.Act, l model.Lang) []model.Formula {
	found, _ := b.c.Formulas(acts, text, l)
	return found
}

// markedBy is marked with a function that finds the words of the acts.
func (b *builder) markedBy(code string, acts []model.Act, find func(text string) []model.Formula) (string, []int) {
	text, at := plainText(code)
	found := find(text)
	numbers := make([]int, len(acts))
	if len(found) == 0 {
		return code, numbers
	}
	var out strings.Builder
	done := 0 // bytes of the HTML that are written
	for _, f := range found {
		numbers[f.Act] = f.Act%looks + 1
		from, to := at[f.From], at[f.To-1]
		to += tokenLength(code[to:])
		out.WriteString(code[done:from])
		out.WriteString(b.mark(code[from:to], acts[f.Act].Code(), numbers[f.Act]))
		done = to
	}
	out.WriteString(code[done:])
	return out.String(), numbers
}

// mark puts an element around words, which names their act where they do not. Elements that the
// words open or close stay outside: each piece of text has a mark of its own.
func (b *builder) mark(words string, act model.Code, number int) string {
	open := `<mark class="f` + strconv.Itoa(number) + `"`
	if label := b.c.Label(model.VocabAct, act, b.lang); !strings.EqualFold(label, words) {
		open += ` title="` + html.EscapeString(typography.UpperFirst(label)) + `"`
	}
	open += ">"
	var out strings.Builder
	for words != "" {
		end := strings.IndexByte(words, '<')
		if end == 0 {
			n := tokenLength(words)
			out.WriteString(words[:n])
			words = words[n:]
			continue
		}
		if end < 0 {
			end = len(words)
		}
		out.WriteString(open + words[:end] + "</mark>")
		words = words[end:]
	}
	return out.String()
}

// plainText is the text of inline HTML; at says for each of its bytes where the token begins that
// it comes from.
func plainText(code string) (text string, at []int) {
	var b strings.Builder
	b.Grow(len(code))
	at = make([]int, 0, len(code))
	for i := 0; i < len(code); {
		n := tokenLength(code[i:])
		token := code[i : i+n]
		switch token[0] {
		case '<':
			token = ""
		case '&':
			token = html.UnescapeString(token)
		}
		for range len(token) {
			at = append(at, i)
		}
		b.WriteString(token)
		i += n
	}
	return b.String(), at
}

// tokenLength is the length of the tag, the entity or the byte at the head of HTML.
func tokenLength(code string) int {
	end := byte(0)
	switch code[0] {
	case '<':
		end = '>'
	case '&':
		end = ';'
	}
	if end != 0 {
		if n := strings.IndexByte(code, end); n > 0 {
			return n + 1
		}
	}
	return 1
}

// wordsOf are those of a paragraph on one line, where items of lists and cells of tables stand
// apart.
func wordsOf(block model.Block) string {
	if !block.Flow {
		return block.Text
	}
	text, _ := plainText(apart.ReplaceAllString(block.HTML, "\n"))
	var parts []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			parts = append(parts, line)
		}
	}
	return strings.Join(parts, between)
}

// between stands between items and cells on one line.
const between = " · "

// apart are the tags between words that do not follow one another.
var apart = regexp.MustCompile(`</?(?:blockquote|br|li|ol|p|t[dhr]|ul)\b[^>]*>`)

// quote is the sentence of a paragraph that says what some of its acts do, as HTML with their words
// marked; the whole paragraph where they are not found. The numbers are those of marked.
func (b *builder) quote(text string, acts []model.Act) (string, []int) {
	return b.marked(html.EscapeString(b.saying(text, acts)), acts)
}

// saying is that sentence, as text.
func (b *builder) saying(text string, acts []model.Act) string {
	found := b.formulas(text, acts, b.lang)
	n := len(found)
	if n == 0 {
		return text
	}
	from, _ := sentence(text, found[0].From)
	_, to := sentence(text, found[n-1].To)
	if i := strings.LastIndex(text[:from], between); i >= 0 { // items have no full stops, so that one is of an abbreviation
		from = i + len(between)
	}
	return text[from:to]
}

// sentence returns the ends of the sentence that holds a place. A full stop ends one where a
// capital letter follows, and what precedes it is longer than an abbreviation of one letter
// ("г. Бишкек").
func sentence(text string, at int) (from, to int) {
	for i := 0; i < len(text); {
		end := sentenceEnd(text[i:])
		if i+end >= at {
			return i, i + end
		}
		i += end
		i += len(text[i:]) - len(strings.TrimLeft(text[i:], " \n"))
	}
	return 0, len(text)
}

func startsHigh(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first)
}

func sentenceEnd(text string) int {
	for i, r := range text {
		switch r {
		case '。':
			return i + len("。")
		case '.':
			rest := strings.TrimLeft(text[i+1:], " \n")
			word := text[strings.LastIndexAny(text[:i], " (\n")+1 : i]
			if len(rest) < len(text[i+1:]) && len([]rune(word)) > 1 && startsHigh(rest) {
				return i + 1
			}
		}
	}
	return len(text)
}
