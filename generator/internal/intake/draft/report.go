package draft

import (
	"fmt"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// Report is what people have to know of a draft.
type Report struct {
	File       string     `json:"file"`
	Record     string     `json:"record"`
	Language   string     `json:"language"`
	Kind       string     `json:"kind"`
	Characters Characters `json:"characters"`
	Found      []Finding  `json:"found"`
	Questions  []Question `json:"questions"`
	Doubts     []Doubt    `json:"doubts,omitempty"`
	More       int        `json:"more_doubts,omitempty"` // that are not listed
	LeftOut    []Finding  `json:"contacts,omitempty"`
	Names      []string   `json:"names,omitempty"`
	Topics     []string   `json:"topics,omitempty"` // that headings name; they are not written
	Mends      []Mended   `json:"mends,omitempty"`
	Different  []string   `json:"differences,omitempty"` // from the text in another language, or from what is kept
}

// Characters counts those of the file without white space.
type Characters struct {
	Read    int `json:"read"`
	Kept    int `json:"kept"`
	LeftOut int `json:"left_out"`
}

// Finding is something that was read.
type Finding struct {
	What  string `json:"what"`
	Value string `json:"value"`
	At    string `json:"at,omitempty"`
	Sure  string `json:"sure"`
	Why   string `json:"why,omitempty"`
}

// Mended is a change of the text.
type Mended struct {
	What string `json:"what"`
	At   string `json:"at,omitempty"`
	From string `json:"from"`
	To   string `json:"to"`
}

func finding(what string, v Value) Finding {
	return Finding{what, v.Text, v.At, v.Sure.String(), v.Why}
}

// Report returns what was read, what is to be asked, and what was changed.
func (d *Draft) Report() Report {
	r := Report{
		File: d.Source.Name, Record: model.Ref{Kind: model.Protocols, ID: d.ID}.String(), Language: string(d.Lang), Kind: d.Kind.Text,
		Found: []Finding{}, Characters: Characters{d.read() + d.passedOver(), d.kept(), d.LeftOut + d.passedOver()}, Questions: d.Questions,
	}
	add := func(what string, v Value) {
		if v.known() {
			r.Found = append(r.Found, finding(what, v))
		}
	}
	add("kind", d.Kind)
	add("title", d.Title)
	add("body", d.Body)
	add("meeting", d.Meeting)
	add("ordinal", d.Ordinal)
	add("date", d.Date)
	add("start", d.Start)
	add("end", d.End)
	add("place", d.Place)
	add("format", d.Format)
	add("chair", d.Chair)
	for _, g := range d.Attendance {
		for _, w := range g.Who {
			add("attendance: "+g.Code, w)
		}
	}
	for _, a := range d.Agenda {
		add("agenda "+a.Key, a.Title)
		for _, by := range a.By {
			add("… by", by)
		}
	}
	for _, p := range d.Pieces {
		if p.Num != "" {
			r.Found = append(r.Found, Finding{What: "clause", Value: p.Num, At: p.At, Sure: Certain.String()})
		}
		for _, a := range p.Acts {
			add("act at "+p.ID, a.Value)
		}
		add("signature "+p.ID, p.Signer)
		add("… by", p.By)
		if p.Vote != nil {
			r.Found = append(r.Found, p.Vote.findings("vote at "+p.ID)...)
		}
	}
	for _, c := range d.Cited {
		add("instrument", c.Title)
		add("… date", c.Date)
		add("… place", c.Place)
	}
	for _, a := range d.Annexes {
		r.Found = append(r.Found, finding("annex "+a.Key, a.Title))
	}
	for _, a := range d.Actions {
		add("action", a.Title)
		for _, o := range a.Owners {
			add("… owner", o)
		}
		add("… deadline", a.Deadline)
	}
	add("signed", d.Signed)
	add("status", d.Status)
	add("approved", d.Approved)
	add("originals", d.Originals)
	for _, l := range d.Languages {
		add("language of the original", Value{Text: l, At: d.Originals.At})
	}
	r.lists(d)
	for _, v := range d.Contacts {
		r.LeftOut = append(r.LeftOut, finding(v.Why, Value{Text: v.Text, At: v.At}))
	}
	for _, v := range d.Named {
		r.Names = append(r.Names, v.Text)
	}
	r.Topics = d.topics()
	for _, m := range d.Mends {
		r.Mends = append(r.Mends, Mended{m.What, m.At.String(), m.From, m.To})
	}
	return r
}

// lists adds the doubts, as many as are listed. Programs that read the report find a list of
// questions even if there is none.
func (r *Report) lists(d *Draft) {
	if r.Doubts = d.folded; r.Doubts == nil {
		r.Doubts = d.doubts()
	}
	r.More = max(0, len(r.Doubts)-mostDoubts)
	r.Doubts = r.Doubts[:len(r.Doubts)-r.More]
	if r.Questions == nil {
		r.Questions = []Question{}
	}
}

// findings are what was read of a vote.
func (v *Vote) findings(what string) []Finding {
	var out []Finding
	add := func(key string, values ...Value) {
		for _, o := range values {
			if o.known() {
				out = append(out, finding(what+", "+key, o))
			}
		}
	}
	add("method", v.Method)
	add("for", append([]Value{v.For}, v.ForBy...)...)
	add("against", append([]Value{v.Against}, v.AgainstBy...)...)
	add("abstaining", append([]Value{v.Abstaining}, v.AbstainingBy...)...)
	add("mover", v.Mover...)
	add("seconder", v.Seconder...)
	return out
}

// read counts the characters of the blocks that the draft was made of, with their labels.
func (d *Draft) read() int {
	n := 0
	for _, b := range d.Source.Blocks {
		if !bullet(b.Label) {
			n += runes(b.Label)
		}
		n += runes(b.Text)
		for _, row := range b.Rows {
			for _, cell := range row {
				n += runes(cell)
			}
		}
	}
	return n
}

// passedOver counts the characters that were left out while the file was read, such as menus.
func (d *Draft) passedOver() (n int) {
	for _, m := range d.Source.Mends {
		n += m.Left
	}
	return n
}

// kept counts the characters of the text of the draft, with the numbers that stand in the data.
func (d *Draft) kept() int {
	n := d.LeftOut - strings.Count(d.Text(), `\[…\]`)*len([]rune(leftOut)) - d.added
	for _, p := range d.Pieces {
		n += runes(p.label)
		if len(p.Rows) > 0 {
			n += runes(p.words())
		} else {
			n += runes(p.Text)
		}
	}
	if d.opt.Contacts {
		return n
	}
	return n - d.LeftOut
}

// String writes the report for people.
func (r Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s in %s, %s\n", r.File, r.Kind, r.Language, r.Record)
	fmt.Fprintf(&b, "characters: %d read, %d kept, %d left out\n", r.Characters.Read, r.Characters.Kept, r.Characters.LeftOut)
	for _, f := range r.Found {
		fmt.Fprintf(&b, "  %-9s %s: %s%s\n", f.Sure, f.What, cut(f.Value, 90), place(f.At))
	}
	section := func(title string, n int) {
		if n > 0 {
			fmt.Fprintf(&b, "%s (%d):\n", title, n)
		}
	}
	section("to be decided", len(r.Questions))
	for _, q := range r.Questions {
		written := ""
		if q.Answer != "" {
			written = " (written: " + q.Answer + ")"
		}
		fmt.Fprintf(&b, "  %s: %s%s%s\n", q.About, q.Text, written, place(q.At))
	}
	section("doubts: what may be in the text and was not taken", len(r.Doubts)+r.More)
	for _, o := range r.Doubts {
		fmt.Fprintf(&b, "  %s%s: %s\n", strings.Join(o.May, ", "), place(o.At), o.Words)
	}
	if r.More > 0 {
		fmt.Fprintf(&b, "  … and %d more\n", r.More)
	}
	section("contacts", len(r.LeftOut))
	for _, f := range r.LeftOut {
		fmt.Fprintf(&b, "  %s: %s%s\n", f.What, f.Value, place(f.At))
	}
	section("named, without a record", len(r.Names))
	if len(r.Names) > 0 {
		fmt.Fprintf(&b, "  %s\n", strings.Join(r.Names, "; "))
	}
	section("topics that it may be about, not written", len(r.Topics))
	if len(r.Topics) > 0 {
		fmt.Fprintf(&b, "  %s\n", strings.Join(r.Topics, ", "))
	}
	section("mends", len(r.Mends))
	for _, m := range r.Mends {
		fmt.Fprintf(&b, "  %s%s: %s\n", m.What, place(m.At), cut(m.From, 70))
	}
	section("differences", len(r.Different))
	for _, s := range r.Different {
		fmt.Fprintf(&b, "  %s\n", s)
	}
	return b.String()
}

// place is where something stands, in brackets.
func place(at string) string {
	if at == "" {
		return ""
	}
	return " (" + at + ")"
}
