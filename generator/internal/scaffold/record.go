package scaffold

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// Kinds are what records can be begun, by the name that a user gives, in the order of the help.
var Kinds = []string{"meeting", "minutes", "protocol", "action", "note", "topic", "member", "person", "state", "body", "instrument", "programme"}

// record says how one of them begins.
type record struct {
	kind model.Kind
	file string
	text bool // it has a text in each language
}

var records = map[string]record{
	"meeting": {model.Meetings, "meeting", false}, "minutes": {model.Protocols, "minutes", true}, "protocol": {model.Protocols, "protocol", true},
	"action": {model.Actions, "action", false}, "note": {model.Notes, "note", true}, "topic": {model.Topics, "topic", false},
	"member": {model.Persons, "person", false}, "person": {model.Persons, "person", false}, "state": {model.States, "state", false},
	"body": {model.Bodies, "body", false}, "instrument": {model.Instruments, "instrument", false}, "programme": {model.Programmes, "instrument", false},
}

// Record is a record to begin. What is left out is taken from the site.
type Record struct {
	Kind    string   // one of Kinds
	ID      string   // made of the title where it is empty
	Title   string   // in the first language of the site
	Titles  []string // in others, each as <language>=<title>
	Strict  bool     // the title is wanted in every language of the site
	Body    string   // id of the body whose meeting, member or document it is
	Meeting string   // id of the meeting whose minutes it is
	Clause  string   // reference of what mandates an action
	Topic   string   // id of the topic of a note
	State   string   // id of the state of a note
	Date    string

	Start, End, Place string              // of a meeting
	Attendance        map[string][]string // of a meeting: ids or names, by the code of how they attend
	Agenda            []string            // of a meeting: the titles of its items
	Owners            []string            // of an action: ids or names
	Due               string              // date by which an action is due
	Attached          []string            // of a meeting its papers, of minutes the signed copy: files below static/
}

// Attending are the codes of attendance that can be given with a new meeting.
var Attending = []string{"chair", "secretary", "present", "remote", "excused", "absent", "guest"}

// Files returns the files of a new record by name, and its reference. The error says what is
// missing.
func (r Record) Files(c *model.Collection) (model.Ref, map[string]string, error) {
	how, ok := records[r.Kind]
	if !ok {
		return model.Ref{}, nil, fmt.Errorf("%q is not a kind of record (want %s)", r.Kind, strings.Join(Kinds, ", "))
	}
	v := values{
		ID: r.ID, Title: r.Title, Body: r.Body, Meeting: r.Meeting, Clause: r.Clause, Topic: r.Topic, State: r.State, Date: r.Date,
		Default: string(c.Config.DefaultLanguage), Sentence: model.Todo, Heading: model.Todo,
		Start: r.Start, End: r.End, Place: r.Place, Agenda: r.Agenda, Due: r.Due, FileType: "paper", Owners: parties(c, r.Owners),
	}
	if how.kind == model.Protocols {
		v.FileType = "signed-copy"
	}
	for _, file := range r.Attached {
		base := path.Base(file)
		v.Files = append(v.Files, attached{ID(strings.TrimSuffix(base, path.Ext(base)), "file"), file})
	}
	for _, code := range Attending {
		if who := r.Attendance[code]; len(who) > 0 {
			v.Attendance = append(v.Attendance, attending{code, parties(c, who)})
		}
	}
	for _, l := range c.Config.Languages {
		v.Languages = append(v.Languages, Language{Key: l.Key, Name: l.Name})
	}
	if err := v.complete(r.Kind, how, c); err != nil {
		return model.Ref{}, nil, err
	}
	if err := v.translate(r, c.Config); err != nil {
		return model.Ref{}, nil, err
	}
	ref := model.Ref{Kind: how.kind, ID: v.ID}
	switch {
	case !model.ValidID(v.ID):
		return ref, nil, fmt.Errorf("%q cannot be an id (want lower-case Latin letters, digits and hyphens; or --title, from which one is made)", v.ID)
	case how.kind.UnfitID(v.ID) != "":
		return ref, nil, fmt.Errorf("%q cannot be an id: it %s", v.ID, how.kind.UnfitID(v.ID))
	case c.Entity(ref) != nil:
		return ref, nil, fmt.Errorf("there is %s already, in %s", ref, ref.DataFile())
	}
	files := map[string]string{}
	content, err := fill(how.file+".toml", v)
	if err != nil {
		return ref, nil, err
	}
	files[ref.DataFile()] = content
	if !how.text {
		return ref, files, nil
	}
	for _, l := range c.Config.Langs() {
		if files[ref.TextFile(l)], err = fill(how.file+".md", v); err != nil {
			return ref, nil, err
		}
	}
	return ref, files, nil
}

// translate takes the titles in other languages than the first.
func (v *values) translate(r Record, config *model.Config) error {
	v.Titles = map[string]string{}
	for _, given := range r.Titles {
		lang, title, _ := strings.Cut(given, "=")
		if _, ok := config.Language(model.Lang(lang)); !ok || title == "" {
			return fmt.Errorf("%q is not a title in a language of the site (want %s=…)", given, config.Langs()[len(config.Langs())-1])
		}
		v.Titles[lang] = title
	}
	if !r.Strict || r.Kind == "minutes" && v.Titled() == "" { // which are called as their meeting
		return nil
	}
	var lacking []string
	for _, l := range v.Languages {
		if l.Key != v.Default && v.Titles[l.Key] == "" {
			lacking = append(lacking, fmt.Sprintf("--title-in %s=…", l.Key))
		}
	}
	if len(lacking) > 0 {
		return fmt.Errorf("the title is wanted in every language of the site (%s; or leave out --strict)", strings.Join(lacking, " "))
	}
	return nil
}

// parties writes ids in place of the names of those who have a record.
func parties(c *model.Collection, names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = strings.TrimSpace(name)
		if r, ok := c.PartyNamed(out[i]); ok {
			out[i] = model.Party{Ref: r}.Short()
		}
	}
	return out
}

// complete takes from the site what was not said, and reports what cannot be.
func (v *values) complete(kind string, how record, c *model.Collection) error {
	if v.Given = v.Date; v.Date == "" {
		v.Date = string(c.Config.DataDate)
	}
	if v.Body == "" {
		v.Body = first(c.IDs(model.Bodies))
	}
	switch how.kind {
	case model.Meetings, model.Instruments, model.Programmes:
		if v.Body == "" {
			return errors.New("the site has no body that holds meetings or adopts documents (kengash new body --title …)")
		}
	case model.Protocols:
		if m := lastMeeting(c, func(m *model.Meeting) bool { return c.Protocol(m.ID) == nil }); v.Meeting == "" && m != nil {
			v.Meeting = m.ID
		}
		m, ok := model.Get[*model.Meeting](c, model.Ref{Kind: model.Meetings, ID: v.Meeting})
		if !ok {
			return fmt.Errorf("name the meeting whose %s it is (--meeting <id>; or kengash new meeting)", kind)
		}
		v.Date = string(m.Date.From())
		if v.ID == "" && v.Title == "" {
			v.ID, v.Title = v.Meeting, m.Title.In(c.Config.DefaultLanguage, c.Config.Langs()...)
		}
	case model.Actions:
		if m := lastMeeting(c, func(*model.Meeting) bool { return true }); v.Clause == "" && m != nil {
			v.Clause = m.Ref().String()
		}
		if v.Clause == "" {
			return errors.New("name what mandates the action (--clause protocols/<id>#c1.p1, or meetings/<id>)")
		}
	case model.Notes:
		if v.Topic == "" {
			v.Topic = first(c.IDs(model.Topics))
		}
		if v.State == "" {
			v.State = first(c.IDs(model.States))
		}
		if v.Topic == "" {
			return errors.New("a note is about a topic, and the site has none (kengash new topic --title …)")
		}
	}
	return v.named(kind)
}

// named completes the title and the id, one of which must be given.
func (v *values) named(kind string) error {
	if v.ID == "" && v.Title == "" {
		return errors.New("name an id, or --title, from which one is made")
	}
	if v.Title == "" {
		v.Title = model.Todo
	}
	if v.ID == "" {
		v.ID = ID(v.Title, kind)
	}
	return nil
}

// first returns the first of some ids; "" where there is none.
func first(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}

// lastMeeting returns the last meeting that has been held, and is wanted; nil where there is none.
func lastMeeting(c *model.Collection, wanted func(*model.Meeting) bool) *model.Meeting {
	for _, m := range slices.Backward(model.All[*model.Meeting](c, model.Meetings)) {
		if c.Held(m) && wanted(m) {
			return m
		}
	}
	return nil
}
