package draft

import (
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// elects is what a meeting in English does that gives somebody an office.
var elects = re(`\b(?:elected|appointed|chose|nominated|designated|election)\b`)

var (
	electedAs = exact(aName + aboutName + `\s+(?:who\s+)?(?:(?:was|were|be|is)\s+(?:unanimously\s+|duly\s+)?(?:elected|appointed|chosen|nominated|designated|confirmed)\s+(?:(?:as|to\s+be|to\s+act\s+as|to\s+serve\s+as)\s+)?|as\s+|to\s+be\s+|to\s+(?:act|serve)\s+as\s+)(?:the\s+|its\s+)?(?i:(` + anOffice + `))\b`)
	// andOffice is somebody with an office of whom the verb before it is said, too.
	andOffice = exact(`(?:,|,?\s+and)\s+` + aName + aboutName + `\s+(?:as\s+)?(?:the\s+|its\s+)?(?i:(` + anOffice + `))\b`)
	// laterOffice follows an office that somebody is to have after the meeting.
	laterOffice = re(`^\s+(?:of\s+(?:the\s+|its\s+)?(?:[\p{L}-]+\s+){0,3}(?:sub-?committee|committee|board|group|panel|association|council|society|trust)|(?:for|until|from|on)\s)`)
	ofMeeting   = re(`^\s+(?:of|for|to)\s+(?:the|this)\s+(?:[\p{L}-]+\s+)?(?:meeting|session|conference|assembly)\b`)
)

// electedIn adds those whom the meeting elected to an office at it, which sentences at its
// beginning say, or others with "of the meeting".
func (d *Draft) electedIn(p *Piece, sentence string) {
	if !elects.MatchString(sentence) {
		return
	}
	i := slices.Index(d.Pieces, p)
	early := i < 14 && !model.IsAnnex(model.PartOf(p.ID))
	for n, pattern := range []*pattern{electedAs, andOffice} {
		for _, m := range pattern.FindAllStringSubmatchIndex(sentence, -1) {
			after := sentence[m[1]:]
			if n == 1 && !electedAs.MatchString(sentence[:m[1]]) || !ofMeeting.MatchString(after) && (!early || laterOffice.MatchString(after)) {
				continue
			}
			_, offices := rolls[d.lex].note(sentence[m[6]:m[7]])
			if name := sentence[m[2]:m[3]]; len(offices) > 0 {
				d.saysPresent(offices[0], name, "", p)
			}
		}
	}
}

// moversCame adds those who moved or seconded a motion where the record in English has no list of
// those who were there.
func (d *Draft) moversCame() {
	if d.Lang != "en" || d.anybody("present") || d.anybody("remote") {
		return
	}
	came := func(name, at string) {
		if name = d.withoutTitles(strings.TrimSpace(name)); strings.Contains(name, " ") && wholeName.MatchString(name) && !noName.MatchString(name) && !d.wasThere(d.fullName(name)) {
			d.attend("present", Value{d.party(name), at, Likely, name})
		}
	}
	for _, p := range d.Pieces {
		for line := range strings.SplitSeq(p.Text, "\n") {
			for _, m := range movedBy.FindAllStringSubmatch(line, -1) {
				came(m[1], p.At)
			}
		}
		if p.Vote == nil {
			continue
		}
		for _, v := range slices.Concat(p.Vote.Mover, p.Vote.Seconder, p.Vote.ForBy, p.Vote.AgainstBy, p.Vote.AbstainingBy) {
			came(v.Text, v.At)
		}
	}
}

// movedBy tells who moved or seconded a motion.
var movedBy = exact(`(?:[Mm]otion|[Mm]oved|[Ss]econd(?:ed)?|2nd|1st)\s+(?:to\s+[^.,;:]{3,60}?\s+)?(?:(?:was\s+)?made\s+)?by\s+` + aName)
