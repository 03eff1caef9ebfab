// Package scale writes collections of any size in the data format, to see how the program behaves
// with thirty years of protocols. The records mean nothing but have the shape of real ones: of
// twenty, there are twelve experience notes of three sections, three meetings with their protocols
// of eight clauses, an instrument and an action, in Russian, Chinese and English.
package scale

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// langs are the languages of a collection, in its order.
var langs = []string{"ru", "zh", "en"}

const (
	states = 10
	topics = 10
	years  = 36 // from firstYear on, in which the meetings lie
)

var firstDay = time.Date(1990, 1, 10, 0, 0, 0, 0, time.UTC)

// acts and the words by which the program's vocabulary knows them.
var acts = []struct {
	code  string
	words map[string]string
}{
	{"discussed", map[string]string{"ru": "Стороны обсудили следующее.", "zh": "各方讨论了下列事项。", "en": "The Parties discussed the following."}},
	{"considered", map[string]string{"ru": "Стороны рассмотрели следующее.", "zh": "各方审议了下列事项。", "en": "The Parties considered the following."}},
	{"noted", map[string]string{"ru": "Стороны отметили следующее.", "zh": "各方注意到下列事项。", "en": "The Parties noted the following."}},
	{"supported", map[string]string{"ru": "Стороны поддержали следующее.", "zh": "各方支持了下列事项。", "en": "The Parties supported the following."}},
}

// Write writes a collection of about n records, at least twenty, into a folder that it makes. The
// same n gives the same bytes.
func Write(dir string, n int) error {
	w := &writer{dir: dir, Rand: rand.New(rand.NewPCG(7, uint64(n))), words: map[string][]string{}}
	for _, lang := range langs {
		w.words[lang] = w.vocabulary(lang)
	}
	twentieth := max(1, n/20)
	w.site()
	for i := range 3 * twentieth {
		w.meeting(i, 3*twentieth)
	}
	for i := range twentieth {
		w.instrument(i, twentieth)
		w.action(i, twentieth)
	}
	for i := range 12 * twentieth {
		w.note(i, 3*twentieth)
	}
	return w.err
}

// writer writes the files of a collection; after an error it writes no more.
type writer struct {
	*rand.Rand
	dir   string
	words map[string][]string
	err   error
}

func (w *writer) file(name, text string) {
	if w.err != nil {
		return
	}
	path := filepath.Join(w.dir, filepath.FromSlash(name))
	if w.err = os.MkdirAll(filepath.Dir(path), 0o755); w.err == nil {
		w.err = os.WriteFile(path, []byte(text), 0o644)
	}
}

// vocabulary makes the words of a language from its syllables.
func (w *writer) vocabulary(lang string) []string {
	syllables := map[string]string{
		"ru": "ва ко ри но та се лу ми по де за ни стро пра ме",
		"zh": "数 字 经 济 合 作 发 展 信 息 技 术 服 务 国",
		"en": "va co ri no ta se lu mi po de sa ni stro pra me",
	}
	parts := strings.Fields(syllables[lang])
	words := make([]string, 2000)
	for i := range words {
		for range 2 + w.IntN(2) {
			words[i] += parts[w.IntN(len(parts))]
		}
	}
	return words
}

// sentences are made of words of a language, at least so many characters of them.
func (w *writer) sentences(lang string, characters int) string {
	gap, stop := " ", ". "
	if lang == "zh" {
		gap, stop, characters = "", "。", characters/3
	}
	var text strings.Builder
	for n := 0; n < characters; {
		first := true
		for range 6 + w.IntN(9) {
			word := w.words[lang][w.IntN(len(w.words[lang]))]
			if first {
				first = false
				word = strings.ToUpper(word[:firstLetter(word)]) + word[firstLetter(word):]
			} else {
				text.WriteString(gap)
			}
			text.WriteString(word)
			n += len([]rune(word)) + len(gap)
		}
		text.WriteString(stop)
	}
	return strings.TrimSpace(text.String())
}

func firstLetter(word string) int {
	for i := range word {
		if i > 0 {
			return i
		}
	}
	return len(word)
}

// title is some words of a language, without a stop.
func (w *writer) title(lang string) string {
	text := []rune(strings.TrimRight(w.sentences(lang, 40), "。. "))
	return string(text[:min(len(text), 70)])
}

// text is a table of a text in each language.
func text(key string, in func(lang string) string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "[%s]\n", key)
	for _, lang := range langs {
		fmt.Fprintf(&b, "%s = %q\n", lang, in(lang))
	}
	return b.String()
}

func day(i, of int) string {
	return firstDay.AddDate(0, 0, i*years*365/of).Format(time.DateOnly)
}

func meetingID(i int) string { return fmt.Sprintf("m%05d", i) }

// site writes the configuration, the states, the body and the topics.
func (w *writer) site() {
	w.file("kengash.toml", `base_url = "https://kengash.example/"
data_date = 2026-01-01
default_language = "ru"
[language.ru]
name = "Русский"
[language.zh]
name = "中文"
tag = "zh-Hans"
[language.en]
name = "English"
`+text("title", w.title)+text("description", func(lang string) string { return w.sentences(lang, 100) }))
	w.file("data/bodies/council.toml", "classification = \"council\"\n"+text("name", w.title))
	for i := range states {
		iso := string(rune('A'+i)) + "A"
		w.file(fmt.Sprintf("data/states/s%d.toml", i), fmt.Sprintf("iso2 = %q\n", iso)+text("name", w.title)+"[membership.council]\nfrom = \"1990\"\n")
	}
	for i := range topics {
		w.file(fmt.Sprintf("data/topics/t%d.toml", i), text("label", w.title)+text("definition", func(lang string) string { return w.sentences(lang, 120) }))
	}
}

func (w *writer) state() string { return fmt.Sprintf("s%d", w.IntN(states)) }
func (w *writer) topic() string { return fmt.Sprintf("t%d", w.IntN(topics)) }

// meeting writes a meeting and its protocol.
func (w *writer) meeting(i, of int) {
	id := meetingID(i)
	w.file("data/meetings/"+id+".toml", fmt.Sprintf("body = \"council\"\nordinal = %d\ndate = %s\nformat = \"in-person\"\nchair_state = %q\ntopics = [%q]\n",
		i+1, day(i, of), w.state(), w.topic())+text("title", w.title)+
		text("short_title", func(lang string) string { return fmt.Sprintf("%s %d", w.words[lang][0], i+1) })+
		text("summary", func(lang string) string { return w.sentences(lang, 250) }))
	data := fmt.Sprintf("meeting = %q\ndate = %s\n", id, day(i, of)) + text("title", w.title) +
		"[version.ru]\nstatus = \"authentic\"\navailability = \"in-collection\"\n"
	for _, lang := range langs[1:] {
		data += fmt.Sprintf("[version.%s]\nstatus = \"unofficial-translation\"\navailability = \"in-collection\"\ntranslated_from = \"ru\"\n", lang)
	}
	prose := map[string]string{}
	for _, lang := range langs {
		prose[lang] = w.title(lang) + "\n{#title}\n\n" + w.sentences(lang, 300) + "\n{#pre.p1}\n"
	}
	for c := 1; c <= 8; c++ {
		data += fmt.Sprintf("[node.c%d]\nnum = \"%d\"\n", c, c)
		for _, lang := range langs {
			data += fmt.Sprintf("label.%s = %q\n", lang, w.title(lang))
		}
		for p := 1; p <= 1+w.IntN(3); p++ {
			act := acts[w.IntN(len(acts))]
			data += fmt.Sprintf("[node.\"c%d.p%d\"]\ntopics = [%q]\nacts.%s = {}\n", c, p, w.topic(), act.code)
			for _, lang := range langs {
				prose[lang] += fmt.Sprintf("\n%s %s\n{#c%d.p%d}\n", act.words[lang], w.sentences(lang, 250), c, p)
			}
		}
	}
	w.file("data/protocols/"+id+".toml", data)
	for _, lang := range langs {
		w.file("content/"+lang+"/protocols/"+id+".md", prose[lang])
	}
}

func (w *writer) instrument(i, of int) {
	w.file(fmt.Sprintf("data/instruments/i%05d.toml", i), fmt.Sprintf("type = \"statement\"\nbody = \"council\"\navailability = \"not-in-collection\"\ntopics = [%q]\n", w.topic())+
		text("title", w.title)+text("summary", func(lang string) string { return w.sentences(lang, 200) })+
		fmt.Sprintf("[event.adopted]\ndate = %s\nclause = \"protocols/%s#c1.p1\"\n", day(i, of), meetingID(3*i)))
}

func (w *writer) action(i, of int) {
	w.file(fmt.Sprintf("data/actions/a%05d.toml", i), fmt.Sprintf("mandated_by = \"protocols/%s#c2.p1\"\nstatus = \"open\"\nall_parties = true\ntopics = [%q]\n",
		meetingID(w.IntN(3*of)), w.topic())+text("title", w.title)+text("summary", func(lang string) string { return w.sentences(lang, 200) }))
}

func (w *writer) note(i, meetings int) {
	id := fmt.Sprintf("n%05d", i)
	w.file("data/notes/"+id+".toml", fmt.Sprintf("state = %q\ntopics = [%q]\nmandated_by = \"protocols/%s#c2.p1\"\norigin = \"compiled\"\ncompiled = 2025-12-01\nperiod = \"20%d/2025\"\n",
		w.state(), w.topic(), meetingID(w.IntN(meetings)), 10+w.IntN(15))+text("title", w.title)+
		text("summary", func(lang string) string { return w.sentences(lang, 200) })+
		"[fact.f1]\nconfidence = \"high\"\nsources = [\"s1\"]\n[source.s1]\ntitle = \"Report\"\npublisher = \"Ministry\"\nurl = \"https://example.org/r\"\n")
	for _, lang := range langs {
		var prose strings.Builder
		for s := range 3 {
			fmt.Fprintf(&prose, "## %s {#h%d}\n\n%s [@f1].\n\n", w.title(lang), s, w.sentences(lang, 900))
		}
		w.file("content/"+lang+"/notes/"+id+".md", prose.String())
	}
}
