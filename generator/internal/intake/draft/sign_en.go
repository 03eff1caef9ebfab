package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/model"
)

var (
	// asksToSign begins a signature in English with why somebody signs.
	asksToSign = re(`^(?:attest(?:ed)?(?:\s+by)?|signed(?:\s+by|\s+as\s+a\s+(?:true|correct|accurate)\s+(?:and\s+\p{L}+\s+)?record)?|certified(?:\s+by)?|(?:respectfully\s+)?submitted(?:\s+by)?|confirmed\s+by|approved\s+by|by)?\s*[:,]?\s*(?:/s/\s*)?`)
	// bracketedName is a name in brackets, with initials or a title, and a post behind it or
	// nothing.
	bracketedName = exact(`^\(\s*((?:(?:` + titlesEn + `)\.?\s+)?(?:\p{Lu}\.\s?){0,3}\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3})\s*\)(?:\s+(\p{Lu}[^.;:]{3,60}\.?[^.;:]{0,40}))?$`)
	// nameAndPost is a name and a post, and nothing else.
	nameAndPost = exact(`^((?:\p{Lu}[\p{L}.'’-]*\s+){1,4}\p{Lu}[\p{L}.'’-]+)(?:,\s+|\s+\(|\s+[–—-]\s+)([^()]{3,60}?)\)?(?:\s+(?:[Dd]ated?|Approved):?.*)?$`)
	// signPost is a post by which somebody signs a record.
	signPost = re(`^(?:the\s+)?(?:[\p{L}.&-]+\s+){0,3}(?:` + post + `|convenor|co-?chair)(?:\s+(?:of|to|for)\s+(?:the\s+)?[^.]{2,40}|\s+pro\s+tem\p{L}*)?$`)
)

// postSigns returns the name of whoever signs in English in a line at the end that has the name and
// the post, or the name alone if the next line is the post: "Ada Byron, Clerk".
func (v *divider) postSigns(blocks []source.Block, i int) string {
	b := blocks[i]
	if v.Lang != "en" || i < v.tail || model.IsAnnex(v.part) || b.Kind != source.Paragraph || b.Label != "" || utf8.RuneCountInString(b.Text) > 120 || v.namesAttendance(blocks[v.tail:i]) {
		return ""
	}
	text := strings.TrimSpace(signFill.ReplaceAllString(b.Text, " "))
	text = strings.Join(strings.Fields(text[len(asksToSign.FindString(text)):]), " ")
	if strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") {
		text = strings.Trim(text, "()") // "Signed ____ (Ada Byron, Chair)"
	}
	if m := bracketedName.FindStringSubmatch(b.Text); m != nil && (m[2] == "" || jobWord.MatchString(m[2])) && !slices.ContainsFunc(strings.Fields(m[1]), noNameWord) {
		return v.signatory(m[1]) // as letters of governments end
	}
	if m := nameAndPost.FindStringSubmatch(text); m != nil && signPost.MatchString(m[2]) {
		return v.signatory(m[1])
	}
	if i+1 < len(blocks) && blocks[i+1].Kind == source.Paragraph && signPost.MatchString(strings.Trim(blocks[i+1].Text, " ,()")) && wholeName.MatchString(v.withoutTitles(text)) {
		return v.signatory(text)
	}
	return v.lastSigns(blocks, i, text)
}

// lastSigns returns the name of whoever signs in English at the very end, where the name stands
// alone with a day below it, or below a post.
func (v *divider) lastSigns(blocks []source.Block, i int, text string) string {
	if i+2 != len(blocks) || blocks[i+1].Kind != source.Paragraph {
		return ""
	}
	below := strings.TrimSpace(blocks[i+1].Text)
	if all := v.dates(below); len(all) == 1 && strings.Trim(below[:all[0].from]+below[all[0].to:], " .,()") == "" && wholeName.MatchString(v.withoutTitles(text)) {
		return v.signatory(text)
	}
	if signPost.MatchString(strings.Trim(text, " ,:()")) && wholeName.MatchString(v.withoutTitles(below)) {
		return v.signatory(below)
	}
	return ""
}

// onBlank joins who signs in English to the line above on which to sign, and reports whether there
// is one.
func (v *divider) onBlank(b source.Block, name string) bool {
	if v.Lang != "en" || len(v.Pieces) == 0 {
		return false
	}
	last := v.Pieces[len(v.Pieces)-1]
	if model.PartOf(last.ID) != model.PartSignatures || last.signer != "" || !signBlank.MatchString(last.Text) {
		return false
	}
	last.signer = name
	v.joinToSignature(last, b)
	return true
}

// namesAttendance reports whether blocks have a label of those who were there.
func (v *divider) namesAttendance(blocks []source.Block) bool {
	return slices.ContainsFunc(blocks, func(b source.Block) bool {
		code := v.lex.attendanceOf(b.Text)
		return code != "" && !slices.Contains(oneOffice, code)
	})
}

// nameThenPost is a name with nothing between it and the post, or the state, behind it: "Ada Byron
// Minister of Trade".
func nameThenPost(text string) string {
	words := strings.Fields(text[len(someTitles.FindString(text)):])
	for n := 2; n < min(5, len(words)); n++ {
		name, rest := strings.Join(words[:n], " "), strings.Join(words[n:], " ")
		if wholeName.MatchString(name) && !slices.ContainsFunc(words[:n], noNameWord) && (signPost.MatchString(rest) || delegatePost.MatchString(rest) || stateOf(rest) != "" && stateOnly(rest)) {
			return name
		}
	}
	return ""
}

// untilSigned is a text in English up to where the one whom it names signs: "Chair: Ada Byron
// Signature: ____".
func (d *Draft) untilSigned(text string) string {
	if m := datedAt.FindStringIndex(text); m != nil && m[0] > 0 && d.Lang == "en" {
		return text[:m[0]]
	}
	return text
}

// delegatePost is what somebody is in a delegation.
var delegatePost = re(`^(?:(?:deputy|alternate|acting)\s+)?(?:head|leader|member)\s+of\s+(?:the\s+)?delegation$|^(?:senior\s+|technical\s+|legal\s+)*(?:expert|delegate|specialist|interpreter|advis[eo]r)$`)
