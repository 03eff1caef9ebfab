package draft

import "strings"

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
