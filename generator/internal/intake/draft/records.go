package draft

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// Record is a file of a draft.
type Record struct {
	Name    string // in the site's folder
	Content string
}

// head is the comment with which files of a draft begin.
func (d *Draft) head() string {
	return "A draft that kengash import made of " + path.Base(d.Source.Name) + ". Look at each guess and each TODO."
}

// Records returns the files of the draft: those of the meeting, the record and its text, and of
// what they name and the site has no record of.
func (d *Draft) Records() []Record {
	ref := model.Ref{Kind: model.Protocols, ID: d.ID}
	text := d.Text()
	out := []Record{
		{ref.TextFile(d.Lang), text},
		{ref.DataFile(), stamped(d.protocolFile(), string(d.Lang), text)},
		{model.Ref{Kind: model.Meetings, ID: d.Meeting.Text}.DataFile(), stamped(d.meetingFile(), "", "")},
	}
	for _, id := range d.States {
		out = append(out, Record{model.Ref{Kind: model.States, ID: id}.DataFile(), stamped(d.stateFile(id), "", "")})
	}
	for _, v := range d.Handles {
		out = append(out, Record{model.Ref{Kind: model.Persons, ID: v.Text}.DataFile(), stamped(d.personFile(v), "", "")})
	}
	for _, c := range d.Cited {
		out = append(out, Record{model.Ref{Kind: model.Instruments, ID: c.ID}.DataFile(), stamped(d.instrumentFile(c), "", "")})
	}
	for i, a := range d.Actions {
		out = append(out, Record{model.Ref{Kind: model.Actions, ID: d.ID + "-" + strconv.Itoa(i+1)}.DataFile(), stamped(d.actionFile(a), "", "")})
	}
	return out
}

func (d *Draft) meetingFile() string {
	f := &file{head: []string{d.head()}}
	top := f.table("")
	top.set("body", d.Body)
	if d.Ordinal.known() {
		top.raw("ordinal", d.Ordinal.Text, d.Ordinal)
	}
	if d.Date.known() {
		top.raw("date", date(d.Date.Text), d.Date)
	} else {
		top.plain("date", `"tba"`)
		top.todo("the text does not say when the meeting was")
	}
	top.set("start", d.Start)
	top.set("end", d.End)
	top.set("format", d.Format)
	d.chair(top)
	if ids := d.delegations(); len(ids) > 0 {
		top.raw("delegations", strs(ids), Value{Sure: Certain, Why: "the signatures, in their order"})
	}
	title := d.Title
	if title.known() {
		title.Why = "the title of the record"
	} else {
		title = Value{Text: model.Todo}
	}
	top.set("title."+string(d.Lang), title)
	if d.Place.known() {
		top.set("place."+string(d.Lang), d.Place)
	}
	d.attendance(f)
	if d.Quorum.known() {
		f.table("quorum").set("state", d.Quorum)
	}
	for _, a := range d.Agenda {
		t := f.table("agenda." + quoteKey(a.Key))
		t.set("title."+string(d.Lang), a.Title)
		if len(a.By) > 0 {
			t.raw("by", quoteAll(a.By), a.By[0])
		}
	}
	for _, a := range d.Annexes {
		t := f.table("annex." + quoteKey(a.Key))
		t.plain("availability", quote(d.annexThere(a.Key)))
		if a.Title.known() {
			t.set("title."+string(d.Lang), a.Title)
		} else {
			t.plain("title."+string(d.Lang), quote(model.Todo))
		}
	}
	return f.String()
}

// annexThere says whether the text has an annex.
func (d *Draft) annexThere(key string) string {
	if slices.ContainsFunc(d.Pieces, func(p *Piece) bool { return model.PartOf(p.ID) == "a"+key }) {
		return string(model.InCollection)
	}
	return string(model.NotInCollection)
}

func (d *Draft) chair(t *table) {
	kind, id, _ := strings.Cut(d.Chair.Text, "/")
	switch {
	case kind == string(model.States):
		t.raw("chair_state", quote(id), d.Chair)
	case d.site.Entity(model.Ref{Kind: model.Persons, ID: d.Chair.Text}) != nil:
		t.set("chair_person", d.Chair)
	case !d.Chair.known():
		t.todo("who was in the chair?")
	}
}

// delegations are the states that signed, in the order of the signatures.
func (d *Draft) delegations() []string {
	var ids []string
	for _, p := range d.Pieces {
		if id, ok := strings.CutPrefix(p.Signer.Text, string(model.States)+"/"); ok && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// attendance writes who was there: by name, or how many where the site shows no names.
func (d *Draft) attendance(f *file) {
	if len(d.Attendance) == 0 {
		return
	}
	t := f.table("attendance")
	there := func(code string) bool {
		term, _, _ := d.site.Vocabulary[model.VocabAttendance].Term(model.Code(code))
		return term.There
	}
	seen := map[string]string{}
	for _, g := range d.Attendance {
		var who []Value
		for _, w := range g.Who {
			if was, twice := seen[w.Text]; twice && there(was) != there(g.Code) {
				d.ask("attendance", w.At, w.Text+" is named as "+was+" and as "+g.Code, was)
				continue
			}
			seen[w.Text] = g.Code
			who = append(who, w)
		}
		switch {
		case len(who) == 0:
		case d.site.Config.AttendanceAs == model.ByCount:
			t.raw(g.Code+".count", strconv.Itoa(len(who)), Value{At: who[0].At, Why: "the site shows counts"})
		default:
			t.raw(g.Code+".who", quoteAll(who), Value{Sure: who[0].Sure, At: who[0].At})
		}
	}
}

func (d *Draft) protocolFile() string {
	f := &file{head: []string{d.head()}}
	top := f.table("")
	top.plain("meeting", quote(d.Meeting.Text))
	if d.Signed.known() && d.Signed.Text >= string(model.Date(d.Date.Text).From()) {
		top.raw("date", date(d.Signed.Text), d.Signed)
	}
	if d.Status.known() {
		top.set("status", d.Status)
	}
	if d.Approved.known() {
		top.raw("approved", date(d.Approved.Text), d.Approved)
	}
	if d.Depositary.known() {
		top.set("depositary", d.Depositary)
	} else if d.Depositary.Why != "" {
		top.todo("depositary: the original is kept by " + quoted(d.Depositary.Why) + " (" + d.Depositary.At + "), of which the site has no record")
	}
	if d.Originals.known() {
		top.raw("originals", d.Originals.Text, d.Originals)
	}
	if d.Certified.known() {
		top.raw("certified_copies", "true", d.Certified)
	}
	if d.Title.known() {
		top.set("title."+string(d.Lang), d.Title)
	} else {
		top.plain("title."+string(d.Lang), quote(model.Todo))
	}
	d.versions(f)
	d.impliedNumbers(f)
	for _, p := range d.Pieces {
		d.node(f, p)
	}
	d.attachment(f)
	return f.String()
}

// versions writes the text of the draft and the originals in other languages that it names.
func (d *Draft) versions(f *file) {
	lang := string(d.Lang)
	t := f.table("version." + quoteKey(lang))
	base, _, _ := strings.Cut(lang, "-")
	status := Value{string(model.Authentic), "", Guess, "the file is taken for the original"}
	if slices.Contains(d.Languages, base) {
		status.Sure, status.Why = Likely, "the text names its language among those of the originals"
	} else {
		d.ask("status", "", "is the file the original, or a translation?", status.Text)
	}
	t.set("status", status)
	t.plain("availability", quote(string(model.InCollection)))
	for _, other := range d.Languages {
		if other == base || !d.hasLanguage(other) {
			continue
		}
		t := f.table("version." + other + "-authentic")
		t.plain("lang", quote(other))
		t.raw("status", quote(string(model.Authentic)), Value{Sure: Certain, Why: "the text names the language of the original"})
		t.plain("availability", quote(string(model.NotInCollection)))
	}
	if more := slices.DeleteFunc(slices.Clone(d.Languages), func(l string) bool { return l == base || d.hasLanguage(l) }); len(more) > 0 {
		t.say("originals in languages that the site does not have: " + strings.Join(more, ", "))
	}
}

// impliedNumbers gives a clause without a heading and a number of its own, such as 2 of 2.1, that
// number, where other clauses have one.
func (d *Draft) impliedNumbers(f *file) {
	own, parts := map[string]bool{}, []string{}
	numbers := false
	for _, p := range d.Pieces {
		part := model.PartOf(p.ID)
		if !strings.HasPrefix(part, "c") || part == model.PartClosing {
			continue
		}
		if !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
		if p.ID == part || p.Num != "" && p.ID == part+".p1" {
			own[part] = true
			numbers = numbers || p.Num != ""
		}
	}
	for _, part := range parts {
		if numbers && !own[part] {
			f.table("node."+part).raw("num", quote(part[1:]), Value{Sure: Guess, Why: "of the numbers below it"})
		}
	}
}

// node writes what is known of a piece of the text.
func (d *Draft) node(f *file, p *Piece) {
	clause := p.ID
	if i := strings.LastIndex(p.ID, ".p"); i > 0 {
		clause = p.ID[:i]
	}
	if p.Num != "" && !model.IsAnnex(p.ID) {
		f.table("node."+quoteKey(clause)).raw("num", quote(p.Num), Value{At: p.At})
	}
	t := &table{name: "node." + quoteKey(p.ID)}
	if clause == p.ID {
		t = f.table(t.name)
	} else {
		f.tables = append(f.tables, t)
	}
	if p.Agenda != "" {
		t.raw("agenda", quote(p.Agenda), Value{Sure: Likely, Why: "the item of that title"})
	}
	if kind, id, _ := strings.Cut(p.Signer.Text, "/"); kind == string(model.States) {
		t.raw("state", quote(id), p.Signer)
		t.set("signer", p.By)
	} else if p.Signer.known() {
		t.set("signer", p.Signer)
	} else if model.PartOf(p.ID) == model.PartSignatures {
		t.entries = append(t.entries, entry{"signer", quote(model.Todo), "TODO: whose signature is it?"})
	}
	if len(p.Cites) > 0 {
		t.raw("cites", strs(p.Cites), Value{Sure: Likely, At: p.At})
	}
	for _, a := range p.Acts {
		v := a.Value
		if a.Other != "" {
			v.Why += " (or " + a.Other + ")"
		}
		value := "{}"
		if a.Words != "" {
			value = "{ words." + quoteKey(string(d.Lang)) + " = [" + quote(a.Words) + "] }"
		}
		t.raw("acts."+quoteKey(a.Text), value, v)
	}
	if p.Vote != nil {
		d.vote(f, p)
	}
}

func (d *Draft) vote(f *file, p *Piece) {
	t := f.table("node." + quoteKey(p.ID) + ".vote")
	v := p.Vote
	t.set("method", v.Method)
	for _, side := range []struct {
		key   string
		count Value
		who   []Value
	}{{"for", v.For, v.ForBy}, {"against", v.Against, v.AgainstBy}, {"abstaining", v.Abstaining, v.AbstainingBy}} {
		if n, err := strconv.Atoi(side.count.Text); err == nil && n >= len(side.who) {
			t.raw(side.key, side.count.Text, side.count)
		}
		if len(side.who) > 0 {
			t.raw(side.key+"_by", quoteAll(side.who), side.who[0])
		}
	}
	if len(v.Mover) > 0 {
		t.raw("mover", quoteAll(v.Mover), v.Mover[0])
	}
	if len(v.Seconder) > 0 {
		t.raw("seconder", quoteAll(v.Seconder), v.Seconder[0])
	}
}

// AttachmentFile is where the file itself is kept, below static/.
func (d *Draft) AttachmentFile() string {
	return "records/" + d.ID + strings.ToLower(path.Ext(d.Source.Name))
}

func (d *Draft) attachment(f *file) {
	if !d.opt.Attach {
		return
	}
	t := f.table("attachment." + quoteKey(string(d.Lang)))
	t.plain("file", quote(d.AttachmentFile()))
	kind := Value{"other", "", Guess, "the file that the draft was made of"}
	if slices.ContainsFunc(d.Pieces, func(p *Piece) bool { return p.Signer.known() }) {
		kind = Value{"signed-copy", "", Guess, "the text has signatures; it may be a copy without them"}
	}
	if _, _, known := d.site.Vocabulary[model.VocabAttachmentType].Term(model.Code(kind.Text)); known {
		t.set("type", kind)
	}
	t.plain("lang", quote(string(d.Lang)))
}

func (d *Draft) stateFile(id string) string {
	f := &file{head: []string{d.head()}}
	t := f.table("")
	t.plain("iso2", quote(strings.ToUpper(id)))
	for _, l := range d.site.Config.Langs() {
		if name := stateName(id, string(l)); name != "" {
			t.raw("name."+string(l), quote(name), Value{Sure: Certain, Why: "of Unicode's names of regions; the text names the state"})
		}
	}
	return f.String()
}

func (d *Draft) personFile(v Value) string {
	f := &file{head: []string{d.head()}}
	f.table("").set("name."+string(d.Lang), v)
	return f.String()
}

func (d *Draft) instrumentFile(c Cited) string {
	f := &file{head: []string{d.head()}}
	t := f.table("")
	kind := c.Type
	if _, _, ok := d.site.Vocabulary[model.VocabInstrumentType].Term(model.Code(kind.Text)); !ok {
		kind = Value{d.site.Vocabulary[model.VocabInstrumentType].Terms[0].Key, c.Type.At, Guess, "the site has no type " + kind.Text}
	}
	t.set("type", kind)
	t.plain("availability", quote(string(model.NotInCollection)))
	t.set("title."+string(d.Lang), c.Title)
	e := f.table("event." + c.Event.Text)
	e.raw("date", date(c.Date.Text), c.Date)
	if c.Place.known() {
		e.set("place."+string(d.Lang), c.Place)
	}
	e.raw("shown_by", quote(string(model.Protocols)+"/"+d.ID+"#"+c.Node), Value{Sure: c.Event.Sure, At: c.Event.At, Why: "what happened: " + c.Event.Why})
	return f.String()
}

func (d *Draft) actionFile(a Action) string {
	f := &file{head: []string{d.head()}}
	t := f.table("")
	t.plain("mandated_by", quote(string(model.Protocols)+"/"+d.ID+"#"+a.Node))
	if a.Deadline.known() && a.Deadline.Text >= string(model.Date(d.Date.Text).From()) {
		t.raw("deadline", date(a.Deadline.Text), a.Deadline)
	}
	if len(a.Owners) > 0 {
		t.raw("owners", quoteAll(a.Owners), a.Owners[0])
	} else {
		t.todo("who has to do it?")
	}
	t.set("title."+string(d.Lang), a.Title)
	return f.String()
}

// date writes a day as TOML does, and a period as a string.
func date(s string) string {
	if strings.Contains(s, "/") || len(s) < 10 {
		return quote(s)
	}
	return s
}

// hasLanguage reports whether the site has a language.
func (d *Draft) hasLanguage(code string) bool {
	_, ok := d.site.Config.Language(model.Lang(code))
	return ok
}

// Fills reports whether a file that is there already only gets values that it misses: that of a
// meeting of which the site has no record yet, or those of a record whose text in another language
// the draft is.
func (d *Draft) Fills(name string) bool {
	if d.Translates() {
		return strings.HasSuffix(name, ".toml")
	}
	return d.Existing == nil && name == model.Ref{Kind: model.Meetings, ID: d.Meeting.Text}.DataFile()
}
