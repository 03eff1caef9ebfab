// Command corpus makes the pages and queries of the bench from four Debian packages that are
// translated in full: libreoffice-help-en-us, -ru and -zh-cn (MPL-2.0) and debian-handbook (GPL-2+
// or CC-BY-SA-3.0). Nobody wrote them for a search to shine. The same packages give the same bytes.
//
//	corpus PACKAGES OUT
//
// PACKAGES is a folder into which the packages were unpacked (dpkg-deb -x). OUT gets three trees of
// HTML, of pages that exist in all three languages: pages/, small/ (a fifth of the help pages) and
// sections/ (each page cut at its first two levels of headings), and queries.json and corpus.json.
package main

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// languages are those of the corpus: our key, the lang attribute, the folders of the two packages.
var languages = []struct {
	key, tag, office, handbook string
	script                     *unicode.RangeTable
}{
	{"en", "en", "en-US", "en-US", unicode.Latin},
	{"ru", "ru", "ru", "ru-RU", unicode.Cyrillic},
	{"zh", "zh-cn", "zh-CN", "zh-CN", unicode.Han},
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: corpus PACKAGES OUT")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
		os.Exit(1)
	}
}

func run(packages, out string) error {
	docs := map[string][]*doc{} // language: pages in order of id
	for _, l := range languages {
		var err error
		if docs[l.key], err = read(packages, l.office, l.handbook); err != nil {
			return err
		}
	}
	keepCommon(docs)
	if len(docs["en"]) == 0 {
		return fmt.Errorf("there are no pages in %s; unpack the four packages there", packages)
	}
	tags := map[string]string{}
	for _, l := range languages {
		tags[l.key] = l.tag
		for _, d := range docs[l.key] {
			if err := d.write(out, l.key, l.tag); err != nil {
				return err
			}
		}
		fmt.Printf("%s: %d pages\n", l.key, len(docs[l.key]))
	}
	if err := writeJSON(filepath.Join(out, "corpus.json"), map[string]any{"langs": tags}); err != nil {
		return err
	}
	return writeJSON(filepath.Join(out, "queries.json"), queries(docs))
}

// keepCommon drops the pages that are not in all languages.
func keepCommon(docs map[string][]*doc) {
	count := map[string]int{}
	for _, list := range docs {
		for _, d := range list {
			count[d.id]++
		}
	}
	for lang, list := range docs {
		docs[lang] = slices.DeleteFunc(list, func(d *doc) bool { return count[d.id] < len(languages) })
	}
}

// write writes a page to the trees that it is in.
func (d *doc) write(out, lang, tag string) error {
	page := func(tree, name, title, body string) error {
		file := filepath.Join(out, tree, lang, filepath.FromSlash(name)+".html")
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		return os.WriteFile(file, fmt.Appendf(nil, `<!DOCTYPE html>
<html lang="%s"><head><meta charset="utf-8"><title>%s</title><meta data-pagefind-filter="topic[content]" content="%s"></head>
<body><main data-pagefind-body>
%s
</main></body></html>
`, tag, html.EscapeString(title), d.module, body), 0o644)
	}
	if err := page("pages", d.id, d.title, strings.Join(d.sections, "")); err != nil {
		return err
	}
	if d.module != handbook && hash(d.id)%5 == 0 {
		if err := page("small", d.id, d.title, strings.Join(d.sections, "")); err != nil {
			return err
		}
	}
	for i, s := range d.sections {
		title := d.title
		if h := d.headings[i]; h != "" && h != title {
			title += " — " + h
		}
		if err := page("sections", fmt.Sprintf("%s--%02d", d.id, i), title, s); err != nil {
			return err
		}
	}
	return nil
}

// hash chooses at random what is the same every time.
func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

func writeJSON(file string, v any) error {
	b, err := json.MarshalIndent(v, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(b, '\n'), 0o644)
}
