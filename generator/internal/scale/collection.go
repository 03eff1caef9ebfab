package scale

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// configuration is that of a collection.
const configuration = `base_url = "https://kengash.example/"
data_date = 2026-01-01
default_language = "ru"
[language.ru]
name = "Русский"
[language.zh]
name = "中文"
tag = "zh-Hans"
[language.en]
name = "English"
[title]
ru = "Протоколы и опыт"
zh = "纪要与经验"
en = "Protocols and experience"
[description]
ru = "Собрание, которое сделано, чтобы измерять: слова его ничего не значат."
zh = "为测量而生成的文集，其中文字没有含义。"
en = "A collection made to measure with: its words mean nothing."
`

// Write writes a collection of about n records, at least twenty, into a folder that it makes. The
// same n gives the same bytes.
func Write(dir string, n int) error {
	f := &files{dir: dir}
	f.write("kengash.toml", configuration)
	records(n, func(r record) {
		data := r.facts
		if r.date != "" {
			data += "date = " + r.date + "\n"
		}
		if r.topic != "" {
			data += fmt.Sprintf("topics = [%q]\n", r.topic)
		}
		data += table(r.nameKey, r.name)
		if r.summary != nil {
			data += table(r.summaryKey, r.summary)
		}
		f.write("data/"+r.kind+"/"+r.id+".toml", data+r.tables)
		for lang, text := range r.prose {
			f.write("content/"+lang+"/"+r.kind+"/"+r.id+".md", text)
		}
	})
	return f.err
}

// table is a text in TOML.
func table(key string, text texts) string {
	var b strings.Builder
	fmt.Fprintf(&b, "[%s]\n", key)
	for _, lang := range langs {
		fmt.Fprintf(&b, "%s = %q\n", lang, text[lang])
	}
	return b.String()
}

// files writes files into a folder; after an error it writes no more.
type files struct {
	dir string
	err error
}

func (f *files) write(name, text string) {
	if f.err != nil {
		return
	}
	path := filepath.Join(f.dir, filepath.FromSlash(name))
	if f.err = os.MkdirAll(filepath.Dir(path), 0o755); f.err == nil {
		f.err = os.WriteFile(path, []byte(text), 0o644)
	}
}
