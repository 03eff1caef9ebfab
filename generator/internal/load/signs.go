package load

import (
	"bytes"
	"regexp"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/typography"
)

// signs are what an editor of the language would mend in a text, at their places. Markdown is
// masked and not parsed, so that each byte stays where it is; code, addresses and attributes have
// no typography.
func (t *textFile) signs(tag string) []model.Sign {
	if !typography.Knows(tag) {
		return nil
	}
	var out []model.Sign
	for _, s := range typography.Signs(tag, string(masked(t.source))) {
		out = append(out, model.Sign{Sign: s, Pos: t.at(s.Offset)})
	}
	return out
}

// maskedForms are forms of Markdown that hold no words: code between fences and within a line, the
// address of a link, and what stands in braces, as <…> or as [@fact].
var maskedForms = regexp.MustCompile("(?s:```.*?(?:```|\\z))|`[^`\n]*`|\\]\\([^)\n]*\\)|\\{[#.][^}\n]*\\}|<[^>\n ]*>|\\[@[^\\]\n]*\\]|(?m:^\\|[ :|-]+\\|$)")

func masked(source []byte) []byte {
	return maskedForms.ReplaceAllFunc(source, func(form []byte) []byte {
		return bytes.Repeat([]byte{typography.Masked}, len(form))
	})
}
