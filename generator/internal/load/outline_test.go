package load

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// parsed returns the blocks of a document, and what is wrong with it.
func parsed(source string) ([]model.Block, diag.List) {
	var problems diag.List
	text := newText("content/en/protocols/p.md", []byte(source), "en", &model.Protocol{}, &problems)
	text.document()
	return text.prose.Blocks, problems
}

func TestAnOrdinaryTextIsNumbered(t *testing.T) {
	for name, test := range map[string]struct{ source, want string }{
		"headings begin clauses": {
			"# Minutes\n\nOf March.\n\n## Lamps\n\nOne.\n\nTwo,\non two lines.\n\n### Oil\nThree.\n\n## Any other business\n\nNone.\n",
			"title: Minutes|pre.p1: Of March.|c1: Lamps|c1.p1: One.|c1.p2: Two, on two lines.|c1.1: Oil|c1.1.p1: Three.|c2: Any other business|c2.p1: None.",
		},
		"so do lines in bold and underlined ones": {
			"**1\\. Lamps**\n\nOne.\n\n**A whole sentence.**\n\n__2\\. Oil__\n\nTwo.\n",
			"c1: 1. Lamps|c1.p1: One.|c1.p2: A whole sentence.|c2: 2. Oil|c2.p1: Two.",
		},
		"numbers of headings are their words": {"## 1. Lamps\n\n* one\n\n### 1.1 Oil\n\ntwo\n\n## 2) Money\n\nthree\n\n3\\. Rest\n-------\n\nfour\n", "c1: 1. Lamps|c1.p1: one|c1.1: 1.1 Oil|c1.1.p1: two|c2: 2) Money|c2.p1: three|c3: 3. Rest|c3.p1: four"},
		"underlined headings":                 {"Minutes\n=======\n\nLamps\n-----\n\nOne.\n", "title: Minutes|c1: Lamps|c1.p1: One."},
		"a list is one paragraph": {
			"## Lamps\n\n* one\n\n  in two paragraphs\n\n* two\n    * below\n\nEnd.\n\n* alone\n",
			"c1: Lamps|c1.p1: one in two paragraphs two below|c1.p2: End.|c1.p3: alone",
		},
		"a table and a quotation too":       {"## Lamps\n\n| No | What |\n|---|---|\n| 1 | oil |\n\n> We need\n> light.\n", "c1: Lamps|c1.p1: No What 1 oil|c1.p2: We need light."},
		"and what words before it announce": {"Also there:\n- Ada\n\nSee\n- there\n", "c1.p1: Also there: Ada|c1.p2: See - there"},
		"rules are no text":                 {"One.\n\n---\n\nTwo.\n\n* * *\n", "c1.p1: One.|c1.p2: Two."},
		"levels may be left out":            {"## A\n\n#### B\n\none\n\n### C\n\ntwo\n\n## D\n\nthree\n", "c1: A|c1.1: B|c1.1.p1: one|c1.2: C|c1.2.p1: two|c2: D|c2.p1: three"},
	} {
		t.Run(name, func(t *testing.T) {
			blocks, problems := parsed(test.source)
			var got []string
			for _, b := range blocks {
				if !b.Counted {
					t.Errorf("%s is named in the text", b.ID)
				}
				got = append(got, b.ID+": "+strings.Join(strings.Fields(b.Text), " "))
			}
			if s := strings.Join(got, "|"); s != test.want || problems.Len() > 0 {
				t.Errorf("got\n%s\nwant\n%s\n%v", s, test.want, problems.Err())
			}
		})
	}
}

// What kengash mark writes into a text changes nothing of what is read.
func TestIDsInATextSayWhatItsOrderSaid(t *testing.T) {
	source := "# Minutes\n\n## Lamps\nOne.\n\n- a\n\n- b\n\n**Oil**\n\n> Two.\n\n3. Three.\n"
	lines := strings.SplitAfter(source, "\n")
	plain, _ := parsed(source)
	for _, b := range plain {
		lines[b.Mark.Line-1] += "{#" + b.ID + "}\n"
	}
	marked, problems := parsed(strings.Join(lines, ""))
	if problems.Len() > 0 || len(plain) != len(marked) {
		t.Fatalf("%d blocks of %d: %v", len(marked), len(plain), problems.Err())
	}
	for i, b := range marked {
		if p := plain[i]; b.ID != p.ID || b.HTML != p.HTML || b.Text != p.Text || b.Counted {
			t.Errorf("%+v\nwas %+v", b, p)
		}
	}
}
