package draft

import (
	"slices"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// votedBelow reads a paragraph in English that says no more than what came of a vote, below a line
// that says who proposed what stands before that line: "Ada shall open an account.", "Proposed by:
// Bo", "Unanimously approved." The act is that of what was proposed. It reports whether the
// paragraph is one.
func (d *Draft) votedBelow(i int) bool {
	p := d.Pieces[i]
	if d.Lang != "en" || p.Heading || !voteAlone.MatchString(p.Text) {
		return false
	}
	part := model.PartOf(p.ID)
	for k := i - 1; k > 0 && k >= i-5; k-- {
		line := d.Pieces[k]
		switch {
		case line.Heading, model.PartOf(line.ID) != part, voteAlone.MatchString(line.Text), len(line.claimed) > 0, slices.ContainsFunc(line.Acts, decides):
			return false
		case !proposedLine.MatchString(line.Text) || utf8.RuneCountInString(line.Text) > 90:
			continue
		}
		motion := d.Pieces[k-1]
		if motion.Heading || model.PartOf(motion.ID) != part || voteAlone.MatchString(motion.Text) {
			if motion = d.Pieces[k+1]; k+1 == i {
				return false
			}
		}
		return d.proposed(motion, p.Text)
	}
	return false
}

// proposed gives a paragraph in English the act of what was proposed in it, by the words that say
// what came of the vote.
func (d *Draft) proposed(p *Piece, outcome string) bool {
	if len(p.claimed) > 0 { // its words say that it is a motion
		return slices.ContainsFunc(p.Acts, decides)
	}
	text := joinTexts(lines(p))
	code, verb := d.doing(text)
	switch m := forOffice.FindStringSubmatchIndex(text); {
	case m != nil:
		code, verb = "appointed", span{m[2], m[3]}
	case code == "", code == "noted", code == "decided" && isUpperFirst(text[verb.from:verb.to]): // no verb
		m := beginning.FindStringSubmatchIndex(text)
		if m == nil {
			return false
		}
		code, verb = "approved", span{m[2], m[3]}
		if above, _ := d.doing(p.headingText()); above != "" && above != "decided" {
			code = above
		}
	}
	if voteLost.MatchString(outcome) {
		code = "rejected"
	}
	p.Acts = nil
	return d.quotesAt(p, code, text[verb.from:verb.to], verb.from)
}

// headingText is the heading of a piece; "" where it has none.
func (p *Piece) headingText() string {
	if p.heading == nil {
		return ""
	}
	return p.heading.Text
}

var (
	voteAlone    = re(`^\W*(?:(?:motion|vote|result|outcome|status|decision)\s*[:–—-]?\s*)?(?:was\s+|is\s+)?(?:unanimously\s+|all\s+)?(?:approved|adopted|agreed|carried|passed|accepted|in\s+favou?r|rejected|defeated|failed|lost|not\s+(?:carried|approved|adopted))\b[^.]{0,70}\.?\W*$`)
	voteLost     = re(`\b(?:rejected|defeated|failed|lost|not\s+(?:carried|approved|adopted))\b`)
	proposedLine = exact(`^(?:Proposed|Moved|Motioned|Sponsored|Proposer|Mover|Motion)(?:\s+by)?\s*[:–—-]?\s+(?:@[\w-]+|\p{Lu}[\p{L}.'’-]*)(?:[\s,;&]+(?:and|by|seconded|@[\w-]+|\(?\p{Lu}[\p{L}.'’:)-]*)){0,9}$`)
	beginning    = exact(`^\W*((?:\S+\s+){0,7}[^\s.]+)`)
	// forOffice is somebody who is proposed for an office.
	forOffice = re(`^\W*(?-i:\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,3})\s+(for\s+(?:the\s+)?(?:` + postBefore + post + `))\W*$`)
)
