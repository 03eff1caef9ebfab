package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// query is a question and the pages that answer it.
type query struct {
	Q   string   `json:"q"`
	Rel []string `json:"rel"`
}

// perSet is how many queries a set has.
const perSet = 40

// queries makes the sets; README.md says what each is. The sets of one title are of the same pages
// in all languages.
func queries(docs map[string][]*doc) map[string][]query {
	sets := map[string][]query{}
	titled := uniqueTitles(docs)
	for _, l := range languages {
		byID := map[string]*doc{}
		for _, d := range docs[l.key] {
			byID[d.id] = d
		}
		add := func(set, q string, rel ...string) bool {
			set += "." + l.key
			if q != "" && len(sets[set]) < perSet {
				sets[set] = append(sets[set], query{q, rel})
			}
			return len(sets[set]) < perSet
		}
		for _, id := range titled {
			title := byID[id].title
			add("title", title, id)
			if l.key != "zh" {
				add("typo", spoilLongest(title), id)
				add("prefix", cutLast(title), id)
			}
		}
		for _, d := range sample(docs[l.key]) {
			if !add("entry", ownEntry(d, docs[l.key]), d.id) {
				break
			}
		}
		if l.key == "zh" {
			chinese(docs[l.key], add)
		} else {
			spaced(docs[l.key], l.script, add)
		}
	}
	return sets
}

// sample puts pages into an order of no meaning.
func sample(docs []*doc) []*doc {
	return slices.SortedFunc(slices.Values(docs), func(a, b *doc) int {
		return cmp.Or(cmp.Compare(hash(a.id), hash(b.id)), cmp.Compare(a.id, b.id))
	})
}

// uniqueTitles lists the pages whose title no other page has, in any of the languages: so it is
// translated too.
func uniqueTitles(docs map[string][]*doc) []string {
	count := map[string]int{}
	unique := map[string]int{}
	for _, list := range docs {
		for _, d := range list {
			count[strings.ToLower(d.title)]++
		}
	}
	for _, list := range docs {
		for _, d := range list {
			if count[strings.ToLower(d.title)] == 1 {
				unique[d.id]++
			}
		}
	}
	var ids []string
	for _, d := range sample(docs["en"]) {
		if unique[d.id] == len(languages) {
			ids = append(ids, d.id)
		}
	}
	return ids
}

// ownEntry is an entry of the index that leads to this page only and is not its title.
func ownEntry(d *doc, docs []*doc) string {
	for _, e := range d.entries {
		shared := slices.ContainsFunc(docs, func(o *doc) bool { return o != d && slices.Contains(o.entries, e) })
		if !shared && !strings.EqualFold(e, d.title) {
			return strings.ReplaceAll(e, ";", " ")
		}
	}
	return ""
}

// spaced makes the sets of a language that writes words apart: rare words, whole and spoilt, and
// phrases. Words are of the language's own script only, since parts of the pages are not
// translated.
func spaced(docs []*doc, script *unicode.RangeTable, add func(set, q string, rel ...string) bool) {
	own := func(word string) bool {
		return strings.IndexFunc(word, func(r rune) bool { return !unicode.Is(script, r) }) < 0
	}
	texts := map[string]string{}
	with := map[string][]string{} // word: pages
	for _, d := range docs {
		w := words(d.text)
		texts[d.id] = " " + strings.Join(w, " ") + " "
		slices.Sort(w)
		for _, word := range slices.Compact(w) {
			with[word] = append(with[word], d.id)
		}
	}
	for _, d := range sample(docs) {
		w := words(d.text)
		at := int(hash(d.title)) % max(1, len(w)-4)
		for _, word := range w[at:] {
			if letters(word) >= 7 && own(word) && len(with[word]) <= 5 {
				if bad := spoil(word); with[bad] == nil {
					add("typoword", bad, with[word]...)
				}
				break
			}
		}
		for _, word := range w[at:] {
			if n := len(with[word]); letters(word) >= 5 && own(word) && n >= 2 && n <= 20 {
				add("word", word, with[word]...)
				break
			}
		}
		if len(w) < 8 {
			continue
		}
		phrase := strings.Join(w[at:at+4], " ")
		if !own(w[at]) || !own(w[at+3]) {
			continue
		}
		var rel []string
		for _, o := range docs {
			if strings.Contains(texts[o.id], " "+phrase+" ") {
				rel = append(rel, o.id)
			}
		}
		if !add("phrase", `"`+phrase+`"`, rel...) {
			break
		}
	}
}

// chinese makes the sets of pairs of characters, wherever they stand, and of phrases of six.
func chinese(docs []*doc, add func(set, q string, rel ...string) bool) {
	for _, set := range []struct {
		name, quote string
		length      int
	}{{"substr", "", 2}, {"phrase", `"`, 6}} {
		for _, d := range sample(docs) {
			piece := hanPiece(d.text, set.length, int(hash(d.title)))
			if piece == "" {
				continue
			}
			var rel []string
			for _, o := range docs {
				if strings.Contains(o.text, piece) {
					rel = append(rel, o.id)
				}
			}
			if len(rel) <= 60 && !add(set.name, set.quote+piece+set.quote, rel...) {
				break
			}
		}
	}
}

// hanPiece finds so many Han characters side by side, from somewhere in the text on.
func hanPiece(text string, length, seed int) string {
	r := []rune(text)
	run := 0
	for i := seed % max(1, len(r)); i < len(r); i++ {
		if run++; !unicode.Is(unicode.Han, r[i]) {
			run = 0
		}
		if run == length {
			return string(r[i+1-length : i+1])
		}
	}
	return ""
}

func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// letters is the length of a word of letters only, else 0.
func letters(word string) int {
	n := 0
	for _, r := range word {
		if !unicode.IsLetter(r) {
			return 0
		}
		n++
	}
	return n
}

// spoil makes one slip of the keyboard in a word: a letter left out, doubled, or changed with the
// next.
func spoil(word string) string {
	r := []rune(word)
	at := 1 + int(hash(word))%(len(r)-2)
	switch hash(word) / 7 % 3 {
	case 0:
		return string(slices.Delete(r, at, at+1))
	case 1:
		return string(slices.Insert(r, at, r[at]))
	}
	for ; at+1 < len(r); at++ {
		if r[at] != r[at+1] {
			r[at], r[at+1] = r[at+1], r[at]
			break
		}
	}
	return string(r)
}

// spoilLongest spoils the longest word of a title; "" if all are short.
func spoilLongest(title string) string {
	longest := ""
	for _, w := range strings.Fields(title) {
		if letters(w) > letters(longest) {
			longest = w
		}
	}
	if letters(longest) < 5 {
		return ""
	}
	return strings.Replace(title, longest, spoil(longest), 1)
}

// cutLast leaves three fifths of the last word of a title; "" if that is not to be known again.
func cutLast(title string) string {
	w := strings.Fields(title)
	last := w[len(w)-1]
	n := letters(last)
	if len(w) < 2 || n < 6 {
		return ""
	}
	return strings.TrimSuffix(title, last) + string([]rune(last)[:n*3/5])
}
