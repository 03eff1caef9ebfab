package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// divided makes paragraphs of those lines of a block that its file divides without ending the
// paragraph, and that are paragraphs by what they say: after an empty line, the items of a list,
// lines such as "Chair: …", sentences, and names one below the other.
func (r *reading) divided(b Block) []Block {
	if b.Kind != Paragraph && b.Kind != Item || !strings.Contains(b.Text, "\n") {
		return []Block{b}
	}
	lines := strings.Split(b.Text, "\n")
	names := !b.Bold && b.Align == "" && listsNames(lines)
	var out []Block
	empty, titled := false, headed(b, lines)
	for i, l := range lines {
		if l == "" {
			empty = true
			continue
		}
		n := len(out)
		if i > 0 && !empty && !names && !(i == 1 && titled) && !begins(lines[i-1], l) {
			out[n-1].Text += "\n" + l
			continue
		}
		of := Block{Kind: b.Kind, Level: b.Level, Text: l, Bold: b.Bold, Align: b.Align, At: b.At}
		if n == 0 {
			of.Label = b.Label
		}
		out, empty = append(out, of), false
	}
	for _, link := range b.Links {
		for i := range out {
			if strings.Contains(out[i].Text, link.Text) || i == len(out)-1 {
				out[i].Links = append(out[i].Links, link)
				break
			}
		}
	}
	if len(out) > 1 {
		r.mend("divided a paragraph at its line breaks", strings.ReplaceAll(b.Text, "\n", " "), out[0].Text, 0, b.At)
	}
	return out
}

// listsNames reports whether all lines are short, and none is a sentence or goes on in the next.
func listsNames(lines []string) bool {
	n := 0
	for i, l := range lines {
		if l == "" || i == 0 && (strings.HasSuffix(l, ":") || strings.HasSuffix(l, "：")) {
			continue
		}
		if n++; ended(l) && !abbreviated(l) {
			return false
		}
		first, _ := utf8.DecodeRuneInString(l)
		if unicode.IsLower(first) || utf8.RuneCountInString(l) > 60 || pausing(l) || hyphenated(l, "a") {
			return false
		}
	}
	return n > 2
}

// headed reports whether the first line of a block is a heading with its number, and the second
// begins the sentences below it: "26/076 Play area" and "Members considered the report."
func headed(b Block, lines []string) bool {
	text := b.Label + " " + lines[0]
	m := numbered.FindString(text)
	title := text[len(m):]
	if n := len(strings.Fields(title)); m == "" || n == 0 || n > 6 || ended(title) || pausing(title) || inSentence.MatchString(title) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(lines[1])
	return unicode.IsUpper(first) && !initial.MatchString(lines[1]) && len(strings.Fields(lines[1])) > 4 && ended(lines[len(lines)-1])
}

// numbered begins with the number of an item.
var numbered = regexp.MustCompile(`^\s*\d{1,4}(?:[./]\d{1,4})*[.)]?\s+`)

// inSentence ends a line that is no heading: with a small word, or what is said of somebody.
var inSentence = regexp.MustCompile(`(?:^|\s)\p{Ll}{1,3}$|\)$|\d$`)

// heads is the beginning of a line that names what it says: "Chair: …".
var heads = regexp.MustCompile(`^(?:\p{Lu}[^:：.!?]{1,40}[:：](?:\s|$|\p{Han})|\p{Han}[\p{Han}\s（）()]{1,12}[:：])`)

// begins reports whether a line after a line break begins a paragraph.
func begins(prev, next string) bool {
	first, _ := utf8.DecodeRuneInString(next)
	done := ended(prev) && !abbreviated(prev)
	switch {
	case heads.MatchString(next):
		return true
	case labelled(next):
		return done || !initial.MatchString(next)
	}
	return done && !unicode.IsLower(first)
}

// initial is the beginning of a name, which looks like the letter of an item.
var initial = regexp.MustCompile(`^\p{Lu}\.\s`)
