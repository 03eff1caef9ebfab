package draft

import (
	"cmp"
	"strings"
)

// fullerInText is the name with which a text names somebody elsewhere, who is named by one part
// of it here and did not attend; "" where there are several, or none.
func (d *Draft) fullerInText(name string) string {
	if !oneName.MatchString(name) || d.wasThere(d.fullName(name)) || orgWords.MatchString(name) || roleAlone.MatchString(name) {
		return ""
	}
	found, known := d.fuller[name]
	if known {
		return found
	}
	if d.fuller == nil {
		d.fuller = map[string]string{}
	}
	d.fuller[name] = d.scanFuller(name)
	return d.fuller[name]
}

// scanFuller is fullerInText by the text alone, which is long to look through.
func (d *Draft) scanFuller(name string) (found string) {
	for _, p := range d.Pieces {
		text := p.words()
		for i := strings.Index(text, name); i >= 0; {
			if full := nameAround(text, i, len(name)); full != "" && full != found {
				if found != "" {
					return ""
				}
				found = full
			}
			next := strings.Index(text[i+1:], name)
			if next < 0 {
				break
			}
			i += 1 + next
		}
	}
	return found
}

// inShort is the one of those who attended whose first name begins with a name: "Ben" of "Benjamin
// Hale"; "" where there are several, or none.
func (d *Draft) inShort(name string) (found string) {
	if !oneName.MatchString(name) || len(name) < 3 {
		return ""
	}
	for _, g := range d.Attendance {
		for _, w := range g.Who {
			first, _, more := strings.Cut(w.Why, " ")
			if !more || first == name || !strings.HasPrefix(first, name) || w.Why == found {
				continue
			}
			if found != "" {
				return ""
			}
			found = w.Why
		}
	}
	return found
}

// fullerOwners gives those in a table in English the name that the text has for them elsewhere.
func (d *Draft) fullerOwners(owners []Value) []Value {
	for i, o := range owners {
		if d.Lang != "en" || d.wasThere(o.Text) {
			continue
		}
		if full := cmp.Or(d.inShort(o.Text), d.fullerInText(o.Text)); full != "" {
			owners[i] = d.member(full, o.At, asNamed)
		}
	}
	return owners
}

// nameAround is the name of somebody at a place of a text where a title or a post stands before
// the first name: "Library Director Wes Hardy", "Dr Kaori Endo".
func nameAround(text string, at, n int) string {
	if !startsWord(text, at) || !endsWord(text, at+n) {
		return ""
	}
	if m := firstName.FindStringSubmatch(text[:at]); m != nil {
		return m[1] + " " + text[at:at+n]
	}
	if m := lastName.FindStringSubmatch(text[at+n:]); m != nil && (strings.HasSuffix(text[:at], "(") || beforeFirst.MatchString(text[:at])) {
		return text[at:at+n] + " " + m[1]
	}
	return ""
}

var (
	oneName   = exact(`^\p{Lu}[\p{L}'’-]+$`)
	firstName = exact(`(?:^|[^\p{L}])(?:(?:Mr|Mrs|Ms|Dr|Prof|Cllr|Cr)\.?|(?i:` + post + `))\s+(\p{Lu}[\p{Ll}'’-]+)\s+$`)
	lastName  = exact(`^\s+(\p{Lu}[\p{Ll}'’-]+)(?:[),;]|\s*$|\s+[–—(-])`)
	// beforeFirst ends with the post of somebody whose name follows, or is the label before it.
	beforeFirst = re(`\b` + post + `,\s+$|^(?:management|manager|staff|agent|property\s+manager|guests?|speakers?|(?:also|others?)\s+(?:present|in\s+attendance)|advis[eo]rs?|consultants?|contacts?)\s*[:–—-]\s*$`)
)

// dutyBeside finds what those have to do whose handles a sentence begins with, or who stand in
// brackets behind it.
func (d *Draft) dutyBeside(sentence string) (duty, bool) {
	if m := dutyAt.FindStringSubmatch(sentence); m != nil && isVerb(m[2]) {
		return duty{m[1], m[2], false}, true
	}
	if m := dutyBehind.FindStringSubmatch(sentence); m != nil && (d.allPeople(m[2]) || orgWords.MatchString(m[2])) && !endsInVote.MatchString(m[2]) {
		return duty{m[2], m[1], false}, true
	}
	return duty{}, false
}

var (
	// dutyAt is a task for those whose handles stand before a colon: "@ada: ask the yard".
	dutyAt = exact(`^((?:@[\w-]+(?:\s*[,&/+]\s*|\s+and\s+|\s*))+):\s+(\p{Ll}{3,})\s+\p{L}`)
	// dutyBehind is what has to be done, by those in brackets after: "Forms must be sent (Ada)."
	dutyBehind = re(`\b((?:to|must|shall|should|will|needs?\s+to|ha(?:s|ve)\s+to)\s+be)\s+[^()]{3,160}\(((?-i:\p{Lu})[^()\d]{2,60})\)\.?$`)
)

// twoBodies divides the names of two bodies at "and", and leaves alone one that has the word: "the
// Yard Office and the School of Pilots", but not "the Ministry of Transport and Communications".
func twoBodies(words string) []string {
	for _, m := range andBetween.FindAllStringIndex(words, -1) {
		left, right := words[:m[0]], words[m[1]:]
		if beginsBody.MatchString(left) && beginsBody.MatchString(right) {
			return append([]string{left}, twoBodies(right)...)
		}
	}
	return []string{words}
}

var (
	andBetween = exact(`,?\s+(?:and|as\s+well\s+as|together\s+with|jointly\s+with)\s+`)
	// beginsBody is a name that begins with words for a body: a word for one, with others that have
	// capital letters before it.
	beginsBody = exact(`^(?:[Tt]he\s+|[Ii]ts\s+)?(?:\p{Lu}[\p{L}’'-]*\s+){0,4}(?i:secretariat|(?:sub-?)?committee|task\s+force|(?:working|expert|study)\s+(?:group|party)|group|side|delegation|ministry|department|division|agency|authority|office|bureau|council|board|commission|institute|university|centre|center|academy|chamber|association|federation|union|company|corporation|foundation|bank|service|directorate|unit|team|school|faculty|laboratory|fund|organi[sz]ation|registrar|administration)(?:$|\s)`)
)

// onlyHandle reports whether somebody is known by nothing but a handle.
func (d *Draft) onlyHandle(part, full, bare string) bool {
	return handleAlone.MatchString(part) && full == bare && !d.wasThere(full)
}
