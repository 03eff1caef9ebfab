package search

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// freshSets draws queries from the corpus itself, of the kinds of queries.json but many more, and none that is
// there already: what is tuned on a few queries shows here whether it holds. Choices go by a hash, so all runs
// have the same. Sets "entryA" and "entryB" are halves of the pages: one to work with, one to look at in the end.
func freshSets(docs []benchPage, known map[string][]benchQuery) map[string][]benchQuery {
	taken := map[string]bool{} // by their pages, which are the same in all languages
	for name, queries := range known {
		for _, q := range queries {
			for _, id := range q.Rel {
				kind, _, _ := strings.Cut(name, ".")
				taken[kind+" "+id] = true
			}
		}
	}
	titles := map[string]int{}       // language and folded title: pages
	entries := map[string][]string{} // language and entry: pages
	pages := map[string]map[string]benchPage{}
	for _, d := range docs {
		titles[d.Lang+" "+fold(d.Title)]++
		for _, e := range d.Entries {
			if key := d.Lang + " " + entryQuery(e); !slices.Contains(entries[key], d.ID) {
				entries[key] = append(entries[key], d.ID)
			}
		}
		if pages[d.ID] == nil {
			pages[d.ID] = map[string]benchPage{}
		}
		pages[d.ID][d.Lang] = d
	}
	sets := map[string][]benchQuery{}
	put := func(kind, lang, q string, rel ...string) {
		name := kind + "." + lang
		sets[name] = append(sets[name], benchQuery{Q: q, Rel: rel})
	}
	langs := []string{"en", "ru", "zh"}
	forms := russianForms(docs)
	for _, id := range sortedKeys(pages) {
		page := pages[id]
		unique := true
		for _, lang := range langs {
			unique = unique && titles[lang+" "+fold(page[lang].Title)] == 1
		}
		if unique && fold(page["en"].Title) != "" && pick(id, "title")%5 == 0 && !taken["title "+id] {
			for _, lang := range langs {
				title := page[lang].Title
				put("title", lang, title, id)
				if lang == "zh" {
					continue
				}
				if words := strings.Fields(title); len(words) > 1 {
					last := []rune(words[len(words)-1])
					if n := (len(last)*6 + 9) / 10; n >= 4 && n < len(last) {
						put("prefix", lang, strings.Join(words[:len(words)-1], " ")+" "+string(last[:n]), id)
					}
				}
				if typo := slip(title, pick(id, "typo")); typo != "" {
					put("typo", lang, typo, id)
				}
				if other := otherForms(title, forms); lang == "ru" && other != "" {
					put("inflect", lang, other, id)
				}
			}
		}
		n := len(page["en"].Entries)
		if n == 0 || n != len(page["ru"].Entries) || n != len(page["zh"].Entries) || taken["entry "+id] {
			continue
		}
		for from, i := int(pick(id, "entry")%uint64(n)), 0; i < n; i++ {
			k := (from + i) % n
			q := entryQuery(page["en"].Entries[k])
			if len(strings.Fields(q)) < 2 || len(entries["en "+q]) != 1 || fold(q) == fold(page["en"].Title) {
				continue
			}
			half := "entryA"
			if pick(id, "half")%2 == 1 {
				half = "entryB"
			}
			for _, lang := range langs {
				q := entryQuery(page[lang].Entries[k])
				put(half, lang, q, entries[lang+" "+q]...)
			}
			break
		}
	}
	return sets
}

// entryQuery writes an entry "tables, in texts" as a reader would type it.
func entryQuery(e string) string {
	return strings.Join(strings.FieldsFunc(e, func(r rune) bool { return r == ',' || r == ';' || unicode.IsSpace(r) }), " ")
}

// pick is a number that looks random and is always the same.
func pick(parts ...string) uint64 {
	sum := sha256.Sum256([]byte(fmt.Sprint(parts)))
	return binary.BigEndian.Uint64(sum[:])
}

// slip makes one slip in the longest word of a title.
func slip(title string, choice uint64) string {
	words := strings.Fields(title)
	longest := 0
	for i, w := range words {
		if utf8.RuneCountInString(w) > utf8.RuneCountInString(words[longest]) {
			longest = i
		}
	}
	w := []rune(words[longest])
	if len(w) < 5 || slices.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return ""
	}
	at := 1 + int(choice>>8%uint64(len(w)-2))
	letter := w[int(choice>>24)%len(w)]
	switch choice % 4 {
	case 0:
		w = slices.Insert(w, at, unicode.ToLower(letter))
	case 1:
		w = slices.Delete(w, at, at+1)
	case 2:
		w[at], w[at+1] = w[at+1], w[at]
	default:
		w[at] = unicode.ToLower(letter)
	}
	words[longest] = string(w)
	if s := strings.Join(words, " "); s != title {
		return s
	}
	return ""
}

// russianForms lists the forms of each stem in the Russian texts.
func russianForms(docs []benchPage) map[string][]string {
	counts := map[string]int{}
	for _, d := range docs {
		if d.Lang == "ru" {
			for w := range spellingWords(d.Text) {
				counts[w]++
			}
		}
	}
	forms := map[string][]string{}
	for _, w := range sortedKeys(counts) {
		if counts[w] > 1 && strings.Trim(w, "абвгдежзийклмнопрстуфхцчшщъыьэюя") == "" {
			stem := stemRussian(w)
			forms[stem] = append(forms[stem], w)
		}
	}
	return forms
}

// otherForms puts the words of a Russian title into other forms.
func otherForms(title string, forms map[string][]string) string {
	changed := false
	words := strings.Fields(fold(title))
	for i, w := range words {
		all := slices.DeleteFunc(slices.Clone(forms[stemRussian(w)]), func(f string) bool { return f == w })
		if len(all) > 0 {
			words[i] = all[pick(title, w)%uint64(len(all))]
			changed = true
		}
	}
	if !changed {
		return ""
	}
	return strings.Join(words, " ")
}
