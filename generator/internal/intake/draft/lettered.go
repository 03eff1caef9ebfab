package draft

import "strings"

// letters returns what the letters before points mean, where a text in English explains them:
// "D: decision, I: information, A: action".
func (d *Draft) letters() map[string]string {
	if d.letter != nil {
		return d.letter
	}
	d.letter = map[string]string{}
	if d.Lang != "en" {
		return d.letter
	}
	d.letter = d.explained(letterMeans, func(m []string) (sign, means string) { return m[1], strings.ToLower(m[2]) })
	return d.letter
}

// explained are the signs that a paragraph explains, and what they mean there: two or more of them.
// read takes a match apart; a sign without a meaning does not count.
func (d *Draft) explained(of *pattern, read func(m []string) (sign, means string)) map[string]string {
	for _, p := range d.Pieces {
		found := map[string]string{}
		for _, m := range of.FindAllStringSubmatch(p.words(), -1) {
			if sign, means := read(m); means != "" {
				found[sign] = means
			}
		}
		if len(found) > 1 {
			return found
		}
	}
	return map[string]string{}
}

// lettered is what a line says behind a letter that the text explains, and what the letter means;
// "" where no such letter stands before it.
func (d *Draft) lettered(line string) (means, rest string) {
	letter, rest, ok := strings.Cut(line, ":")
	if !ok {
		return "", line
	}
	if means = d.letters()[strings.TrimSpace(letter)]; means == "" {
		return "", line
	}
	return means, strings.TrimSpace(rest)
}

var (
	// letterMeans is a letter and the kind of points that it marks.
	letterMeans = exact(`(?:^|[\s(;,|*])(\p{Lu}{1,3})\s*[:=–—-]\s*((?i:decisions?|resolutions?|agreed|agreements?|votes?|actions?(?:\s+points?)?|tasks?|information|info|notes?|for\s+information|discussions?))\b`)
	// letterDecides are meanings by which a point is a decision.
	letterDecides = re(`^(?:decision|resolution|agree|vote)`)
)
