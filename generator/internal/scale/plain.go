package scale

import (
	"embed"
	"encoding/json"
	"io/fs"
	"regexp"
	"strings"
)

// plain holds the configuration and the small theme of a plain Hugo project.
//
//go:embed plain
var plain embed.FS

// marks are what Markdown has only in the data format: names of blocks, and facts that are cited.
var marks = regexp.MustCompile(`(?m)^\{#[^}]*\}\n| ?\[@\w+\]`)

// WritePlain writes the texts of a collection of n records as a plain Hugo project: what a site
// would be that had only pages, lists, tags and feeds.
func WritePlain(dir string, n int) error {
	f := &files{dir: dir}
	err := fs.WalkDir(plain, "plain", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := plain.ReadFile(name)
		f.write(strings.TrimPrefix(name, "plain/"), string(text))
		return err
	})
	if err != nil {
		return err
	}
	records(n, func(r record) {
		for _, lang := range langs {
			front := map[string]any{"title": r.name[lang], "summary": r.summary[lang]}
			if r.date != "" {
				front["date"] = r.date
			}
			if r.topic != "" {
				front["topics"] = []string{r.topic}
			}
			head, err := json.Marshal(front)
			if err != nil {
				f.err = err
				return
			}
			body := r.summary[lang]
			if r.prose != nil {
				body = marks.ReplaceAllString(r.prose[lang], "")
			}
			f.write("content/"+lang+"/"+r.kind+"/"+r.id+".md", string(head)+"\n\n"+body)
		}
	})
	return f.err
}
