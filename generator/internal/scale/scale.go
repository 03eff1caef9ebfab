// Package scale writes collections of any size in the data format, to see how the program behaves
// with thirty years of protocols, and the same texts as a plain Hugo project to compare it with.
// The records mean nothing but have the shape of real ones: of twenty, there are twelve experience
// notes of three sections, three meetings with their protocols of eight clauses, an instrument and
// an action, in Russian, Chinese and English.
package scale

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

const (
	states = 10
	topics = 10
	years  = 36 // from firstDay on, in which the meetings lie
)

var firstDay = time.Date(1990, 1, 10, 0, 0, 0, 0, time.UTC)

// langs are the languages of a collection, in its order.
var langs = []string{"ru", "zh", "en"}

// texts is a text in each language.
type texts map[string]string

// acts and the words by which the program's vocabulary knows them.
var acts = []struct {
	code  string
	words texts
}{
	{"discussed", texts{"ru": "Стороны обсудили следующее.", "zh": "各方讨论了下列事项。", "en": "The Parties discussed the following."}},
	{"considered", texts{"ru": "Стороны рассмотрели следующее.", "zh": "各方审议了下列事项。", "en": "The Parties considered the following."}},
	{"exchanged-views", texts{"ru": "Стороны обменялись мнениями.", "zh": "各方交换了意见。", "en": "The Parties exchanged views."}},
	{"noted", texts{"ru": "Стороны отметили следующее.", "zh": "各方注意到下列事项。", "en": "The Parties noted the following."}},
	{"supported", texts{"ru": "Стороны поддержали следующее.", "zh": "各方支持了下列事项。", "en": "The Parties supported the following."}},
}

// headings are those of the sections of a note.
var headings = []texts{
	{"ru": "Контекст", "zh": "背景", "en": "Context"},
	{"ru": "Как это устроено", "zh": "做法", "en": "How it works"},
	{"ru": "Результаты", "zh": "成效", "en": "Results"},
}

// record is one of a collection.
type record struct {
	kind, id string
	date     string // empty for those that have no day of their own
	topic    string // empty for those that have none

	name    texts
	summary texts // what it is in short; may be nil
	prose   texts // what stands in content; may be nil

	// What only the data format has: the keys of the name and of the summary, further keys of the
	// record, and tables after the texts.
	nameKey, summaryKey string
	facts, tables       string
}

// maker makes records.
type maker struct {
	*rand.Rand
	langs []*prose
	keep  func(record)
}

// records makes those of a collection of about n, at least twenty. The same n makes the same ones.
func records(n int, keep func(record)) {
	m := &maker{Rand: rand.New(rand.NewPCG(7, uint64(n))), keep: keep}
	for _, l := range languages() {
		m.langs = append(m.langs, newProse(l, m.Rand))
	}
	twentieth := max(1, n/20)
	m.foundation()
	for i := range 3 * twentieth {
		m.meeting(i, 3*twentieth)
	}
	for i := range twentieth {
		m.instrument(i, twentieth)
		m.action(i, twentieth)
	}
	for i := range 12 * twentieth {
		m.note(i, 3*twentieth)
	}
}

// each makes a text in each language.
func (m *maker) each(in func(p *prose) string) texts {
	t := texts{}
	for _, p := range m.langs {
		t[p.code] = in(p)
	}
	return t
}

func (m *maker) title() texts {
	return m.each(func(p *prose) string { return p.title(30 + m.IntN(50)) })
}

func (m *maker) sentences(characters int) texts {
	return m.each(func(p *prose) string { return p.sentences(characters) })
}

func (m *maker) state() string { return fmt.Sprintf("s%d", m.IntN(states)) }
func (m *maker) topic() string { return fmt.Sprintf("t%d", m.IntN(topics)) }

func meetingID(i int) string { return fmt.Sprintf("m%05d", i) }

func day(i, of int) string {
	return firstDay.AddDate(0, 0, i*years*365/of).Format(time.DateOnly)
}

// foundation makes what all other records refer to: the body, the states and the topics.
func (m *maker) foundation() {
	name := func() texts { return m.each(func(p *prose) string { return capital(p.name()) }) }
	m.keep(record{kind: "bodies", id: "council", nameKey: "name", name: name(), facts: "classification = \"council\"\n"})
	for i := range states {
		m.keep(record{
			kind: "states", id: fmt.Sprintf("s%d", i), nameKey: "name", name: m.each(func(p *prose) string { return p.title(14) }),
			facts: fmt.Sprintf("iso2 = %q\n", string(rune('A'+i))+"A"), tables: "[membership.council]\nfrom = \"1990\"\n",
		})
	}
	var made []record
	for i := range topics {
		synonyms := "[synonyms]\n"
		for _, p := range m.langs {
			synonyms += fmt.Sprintf("%s = [%q, %q]\n", p.code, p.name(), p.name())
		}
		made = append(made, record{
			kind: "topics", id: fmt.Sprintf("t%d", i), nameKey: "label", name: name(),
			summaryKey: "definition", summary: m.sentences(200), tables: synonyms,
		})
	}
	// From here on texts speak of the topics.
	for _, r := range made {
		for _, p := range m.langs {
			p.terms = append(p.terms, strings.ToLower(r.name[p.code]))
		}
		m.keep(r)
	}
}

// meeting makes a meeting and its protocol.
func (m *maker) meeting(i, of int) {
	id, date := meetingID(i), day(i, of)
	short := texts{"ru": fmt.Sprintf("Совещание %d", i+1), "zh": fmt.Sprintf("第%d次会议", i+1), "en": fmt.Sprintf("Meeting %d", i+1)}
	m.keep(record{
		kind: "meetings", id: id, date: date, topic: m.topic(), nameKey: "title", name: m.title(), summaryKey: "summary", summary: m.sentences(250),
		facts:  fmt.Sprintf("body = \"council\"\nordinal = %d\nformat = \"in-person\"\nchair_state = %q\n", i+1, m.state()),
		tables: table("short_title", short),
	})

	var nodes strings.Builder
	nodes.WriteString("[version.ru]\nstatus = \"authentic\"\navailability = \"in-collection\"\n")
	for _, lang := range langs[1:] {
		fmt.Fprintf(&nodes, "[version.%s]\nstatus = \"unofficial-translation\"\navailability = \"in-collection\"\ntranslated_from = \"ru\"\n", lang)
	}
	name := texts{
		"ru": fmt.Sprintf("Протокол Совещания № %d", i+1), "zh": fmt.Sprintf("第%d次会议纪要", i+1), "en": fmt.Sprintf("Protocol of Meeting No. %d", i+1),
	}
	text := m.each(func(p *prose) string {
		return name[p.code] + "\n{#title}\n\n" + p.sentences(300) + "\n{#pre.p1}\n"
	})
	for c := 1; c <= 8; c++ {
		fmt.Fprintf(&nodes, "[node.c%d]\nnum = \"%d\"\n", c, c)
		for _, p := range m.langs {
			fmt.Fprintf(&nodes, "label.%s = %q\n", p.code, p.title(50))
		}
		for paragraph := range 1 + m.IntN(3) {
			node, act := fmt.Sprintf("c%d.p%d", c, paragraph+1), acts[m.IntN(len(acts))]
			fmt.Fprintf(&nodes, "[node.%q]\ntopics = [%q]\nacts.%s = {}\n", node, m.topic(), act.code)
			for _, p := range m.langs {
				text[p.code] += "\n" + act.words[p.code] + p.gap + p.sentences(280) + "\n{#" + node + "}\n"
			}
		}
	}
	m.keep(record{
		kind: "protocols", id: id, date: date, nameKey: "title", name: name, prose: text,
		facts: fmt.Sprintf("meeting = %q\n", id), tables: nodes.String(),
	})
}

func (m *maker) instrument(i, of int) {
	m.keep(record{
		kind: "instruments", id: fmt.Sprintf("i%05d", i), topic: m.topic(), nameKey: "title", name: m.title(), summaryKey: "summary", summary: m.sentences(200),
		facts:  "type = \"statement\"\nbody = \"council\"\navailability = \"not-in-collection\"\n",
		tables: fmt.Sprintf("[event.adopted]\ndate = %s\nclause = \"protocols/%s#c1.p1\"\n", day(i, of), meetingID(3*i)),
	})
}

func (m *maker) action(i, of int) {
	m.keep(record{
		kind: "actions", id: fmt.Sprintf("a%05d", i), topic: m.topic(), nameKey: "title", name: m.title(), summaryKey: "summary", summary: m.sentences(200),
		facts: fmt.Sprintf("mandated_by = \"protocols/%s#c2.p1\"\nstatus = \"open\"\nall_parties = true\n", meetingID(m.IntN(3*of))),
	})
}

func (m *maker) note(i, meetings int) {
	text := texts{}
	for section, heading := range headings {
		for _, p := range m.langs {
			text[p.code] += fmt.Sprintf("## %s {#h%d}\n\n%s [@f1].\n\n%s\n\n", heading[p.code], section,
				strings.TrimRight(p.sentences(400), ".。"), p.sentences(400))
		}
	}
	m.keep(record{
		kind: "notes", id: fmt.Sprintf("n%05d", i), topic: m.topic(), nameKey: "title", name: m.title(), summaryKey: "summary", summary: m.sentences(200), prose: text,
		facts: fmt.Sprintf("state = %q\nmandated_by = \"protocols/%s#c2.p1\"\norigin = \"compiled\"\ncompiled = 2025-12-01\nperiod = \"20%d/2025\"\n",
			m.state(), meetingID(m.IntN(meetings)), 10+m.IntN(15)),
		tables: "[fact.f1]\nconfidence = \"high\"\nsources = [\"s1\"]\n[source.s1]\ntitle = \"Report\"\npublisher = \"Ministry\"\nurl = \"https://example.org/r\"\n",
	})
}
