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
	for _, p := range d.Pieces {
		found := map[string]string{}
		for _, m := range letterMeans.FindAllStringSubmatch(p.words(), -1) {
			found[m[1]] = strings.ToLower(m[2])
		}
		if len(found) > 1 {
			d.letter = found
			break
		}
	}
	return d.letter
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
