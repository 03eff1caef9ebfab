package model

import (
	"regexp"
	"slices"
	"strings"
)

// Kind is a kind of entity, by the name of its folder: "states".
type Kind string

// The kinds of entities.
const (
	States      Kind = "states"
	Bodies      Kind = "bodies"
	Persons     Kind = "persons"
	Topics      Kind = "topics"
	Meetings    Kind = "meetings"
	Protocols   Kind = "protocols"
	Instruments Kind = "instruments"
	Programmes  Kind = "programmes"
	Actions     Kind = "actions"
	Notes       Kind = "notes"
	Pages       Kind = "pages"
)

// Kinds are all kinds, in the order in which sites show them.
var Kinds = []Kind{Meetings, Protocols, Instruments, Programmes, Actions, Topics, Notes, States, Bodies, Persons, Pages}

var singular = map[Kind]Code{
	States: "state", Bodies: "body", Persons: "person", Topics: "topic", Meetings: "meeting", Protocols: "protocol",
	Instruments: "instrument", Programmes: "programme", Actions: "action", Notes: "note", Pages: "page",
}

// Uses reports whether a site has records of what a term of the vocabulary "kind" names.
func (c *Collection) Uses(code Code) bool {
	kind, ok := KindOf(code)
	return !ok || len(c.byKind[kind]) > 0
}

// KindOf returns the kind that a term of the vocabulary "kind" names; ok is false where it names
// none.
func KindOf(code Code) (k Kind, ok bool) {
	for kind, name := range singular {
		if name == code {
			return kind, true
		}
	}
	return "", false
}

// Clause is what a clause of a protocol is called in the vocabulary "kind", beside the singular
// names of the kinds.
const Clause Code = "clause"

// Code returns the kind's name in the vocabulary "kind", in the singular: "state".
func (k Kind) Code() Code { return singular[k] }

// Known reports whether there is such a kind.
func (k Kind) Known() bool { return singular[k] != "" }

// Works are the kinds of works.
var Works = []Kind{Protocols, Instruments, Programmes}

// Work reports whether entities of the kind are works.
func (k Kind) Work() bool { return slices.Contains(Works, k) }

// Ref names an entity, or a place in its text: "protocols/ict-2021#c2.p1". The zero Ref names
// nothing.
type Ref struct {
	Kind Kind
	ID   string
	Node string // "" is the entity as a whole
}

var (
	idForm   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	nodeForm = regexp.MustCompile(`^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$`)
)

// ValidID reports whether s may be an id: lower-case letters, digits and single hyphens, so that it
// can be a file name and a part of an address everywhere.
func ValidID(s string) bool { return idForm.MatchString(s) }

// ValidNode reports whether s may name a node of a text: "c2.p1", "context".
func ValidNode(s string) bool { return nodeForm.MatchString(s) }

// ParseRef reads "<kind>/<id>" or "<kind>/<id>#<node>"; ok is false for any other form. Whether the
// entity exists is not checked.
func ParseRef(s string) (r Ref, ok bool) {
	path, node, hasNode := strings.Cut(s, "#")
	kind, id, found := strings.Cut(path, "/")
	r = Ref{Kind(kind), id, node}
	return r, found && r.Kind.Known() && ValidID(id) && (!hasNode || ValidNode(node))
}

// String returns the form that ParseRef reads; "" for the zero Ref.
func (r Ref) String() string {
	if r == (Ref{}) {
		return ""
	}
	s := string(r.Kind) + "/" + r.ID
	if r.Node != "" {
		s += "#" + r.Node
	}
	return s
}

// Entity returns the reference without its node.
func (r Ref) Entity() Ref { return Ref{r.Kind, r.ID, ""} }

// DataFile is the file of the entity's facts within a site's folder:
// "data/protocols/ict-2021.toml".
func (r Ref) DataFile() string { return "data/" + string(r.Kind) + "/" + r.ID + ".toml" }

// TextFile is the file of the entity's text in a language: "content/ru/protocols/ict-2021.md".
func (r Ref) TextFile(l Lang) string {
	return "content/" + string(l) + "/" + string(r.Kind) + "/" + r.ID + ".md"
}

// VocabularyFile is the file of a vocabulary: "data/vocabularies/act.toml".
func VocabularyFile(name string) string { return "data/vocabularies/" + name + ".toml" }

// WordsFile is the file of a language's words beside a data file:
// "data/topics/ai.ur.toml".
func WordsFile(data string, l Lang) string {
	return strings.TrimSuffix(data, ".toml") + "." + string(l) + ".toml"
}

// Clause returns the clause of a text that holds the node ("c2" for "c2.p1"), or "" where it is in
// none.
func (r Ref) Clause() string {
	head, _, _ := strings.Cut(r.Node, ".")
	if r.Kind.Work() && isClause(head) {
		return head
	}
	return ""
}

// Parts of a document: the head of a node id.
const (
	PartTitle      = "title"
	PartPreamble   = "pre"
	PartClosing    = "end"
	PartSignatures = "sig"
)

// isClause reports whether a part is a clause: "c1", "c12".
func isClause(part string) bool {
	digits, found := strings.CutPrefix(part, "c")
	return found && digits != "" && digits[0] != '0' && strings.Trim(digits, "0123456789") == ""
}

// IsParagraph reports whether a node of a document is a paragraph, and not the heading of a clause:
// "c1.p1".
func IsParagraph(node string) bool {
	last := node[strings.LastIndexByte(node, '.')+1:]
	return len(last) > 1 && last[0] == 'p' && last != node && strings.Trim(last[1:], "0123456789") == ""
}

// IsAnnex reports whether a part is an annex: "a1", "a12".
func IsAnnex(part string) bool {
	digits, found := strings.CutPrefix(part, "a")
	return found && isClause("c"+digits)
}

// above is the node that holds another: "c1.1" for "c1.1.p2"; "" for a part.
func above(node string) string {
	i := strings.LastIndexByte(node, '.')
	if i < 0 {
		return ""
	}
	return node[:i]
}

// PartOf returns the part of a document that holds a node: "title", "pre", "c1", "end", "sig" or
// "a1"; "" for a node of no part.
func PartOf(node string) string {
	head, _, _ := strings.Cut(node, ".")
	switch {
	case head == PartTitle, head == PartPreamble, head == PartClosing, head == PartSignatures, isClause(head), IsAnnex(head):
		return head
	}
	return ""
}
