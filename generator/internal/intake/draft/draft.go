// Package draft makes drafts of records of blocks of text: a meeting, its minutes or protocol with
// the text by nodes, and what they name. It writes down nothing that the text does not say; each
// value has its place in the source and how sure it is, and what could not be decided is a
// question.
package draft

import (
	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/model"
)

// Sure says how sure a value is.
type Sure int

// How sure values are.
const (
	Certain Sure = iota // the text says it in words that mean nothing else
	Likely              // the text says it in words that nearly always mean it
	Guess               // somebody has to look
)

func (s Sure) String() string { return [...]string{"certain", "likely", "guess"}[s] }

// A Value is something that was read, with its place.
type Value struct {
	Text string // as the records write it
	At   string // its place in the source
	Sure Sure
	Why  string // the words of the source, or what it was concluded from
}

// known reports whether there is a value.
func (v Value) known() bool { return v.Text != "" }

// Options say how a draft is made. What is left out is taken from the text and the site.
type Options struct {
	Lang     string // of the text
	Body     string // id of the body that met
	Meeting  string // id of the meeting
	Kind     string // KindProtocol or KindMinutes
	Title    string
	Date     string
	Chair    string
	Contacts bool // keep addresses, telephone numbers and links to calls
	Attach   bool // keep the file itself as an attachment
}

// Kinds of records of a meeting.
const (
	KindProtocol = "protocol"
	KindMinutes  = "minutes"
)

// A Draft is what was read of one document.
type Draft struct {
	Source *source.Document
	Lang   model.Lang
	Kind   Value

	Title    Value
	Date     Value // of the meeting
	Signed   Value // the day of signature
	Status   Value // of the text: "draft" or "approved"
	Approved Value // the day when it was approved
	Start    Value
	End      Value
	Place    Value
	Format   Value
	Ordinal  Value
	Body     Value
	Meeting  Value // id
	Chair    Value // a party
	Quorum   Value
	ID       string
	Existing *model.Protocol // the record that the site has already

	Pieces     []*Piece
	Attendance []Group
	Agenda     []Item
	Annexes    []Item
	Cited      []Cited
	Actions    []Action
	States     []string // those that the text names and the site has no record of
	Handles    []Value  // people known by a name in small letters, who get a record
	Languages  []string // of the originals
	Originals  Value
	Certified  Value
	Depositary Value

	Questions []Question
	Contacts  []Value // left out, or kept if asked
	Named     []Value // people who are named and have no record
	folded    []Doubt // of a text whose characters were replaced while it was read
	Mends     []source.Mend
	LeftOut   int // characters of what was left out
	added     int // signs that were put behind the labels of a form

	site *model.Collection
	opt  Options
	lex  *lexicon

	yearFirst             bool          // the numbers of minutes begin with the year
	dayBefore, monthFirst bool          // how the document writes dates of numbers
	ownYears              []datePattern // ways to write dates that only such documents have
	boss                  boss
	waiting               Action              // whose a task in Chinese is, and by when, that comes below these lines
	signing               []string            // who signed, once that is known
	rolling               string              // how those attended whom the headings name below which others name parts of them
	titledRoll            bool                // within an annex that lists people with titles, see mostlyTitled
	tasks                 map[role]int        // the columns of the last table of tasks
	wide                  int                 // how many it has
	mixed                 bool                // its tasks stand among decisions
	divided               map[string][]string // texts into sentences
	fuller                map[string]string   // names that the text has, by one part of them
	delegated             map[string]bool     // those that a text in English names as having met, see allDelegations
	handles               map[string]string   // the names of those who attended by their handles
	subject               string              // whom the last sentence in English was about
	marks                 map[string]string   // how those attended who have a mark, see legend
	letter                map[string]string   // what the letters before points mean, see letters
	mail                  map[string]bool     // the places of the lines of the head of a mail
	strange               []string            // those who may have been there and are nobody in the draft
	task                  task                // what an owner or a deadline on a line of its own belongs to
}

// A Piece is a block of the text with its node.
type Piece struct {
	ID      string
	Num     string // of a clause, as printed
	Heading bool
	Text    string   // on one line, without its number
	Lines   []string // of a list or table, in Markdown; nil for a paragraph
	Items   []line   // of a list
	Rows    [][]string
	At      string

	Acts   []Act
	Cites  []string // references of instruments
	Vote   *Vote
	Signer Value // of a signature: a state, body, person or name
	By     Value // who signed for a state
	States []string
	Bodies []string
	Agenda string

	came    bool   // those who sign below were there
	signer  string // the name of the one who signed, where the layout tells it
	tasks   bool   // it stands below a line that heads actions
	led     bool   // it stands below a line that heads decisions
	voted   bool   // it heads "action items" on which those below it tell of motions
	label   string // the number that the text had before it
	claimed []span // parts of the text that are words of a motion
	heading *Piece // of the clause that it belongs to
}

// line is an item of a list, with its place.
type line struct {
	text  string
	at    string
	level int
	label string
}

// An Act is what a paragraph does, by a formula of the vocabulary.
type Act struct {
	Value
	Other string // another code whose formula has the same words
	Words string // that say it, where no formula of the vocabulary does

	from int // their place in the text
}

// A Group is those who attended in one way.
type Group struct {
	Code string // vocabulary attendance
	Who  []Value
}

// An Item is a point of an agenda, or an annex.
type Item struct {
	Key   string
	Title Value
	By    []Value // who speaks to it
}

// Cited is an instrument that a paragraph cites.
type Cited struct {
	ID, Node string
	Title    Value
	Type     Value
	Date     Value
	Place    Value
	Event    Value
	Known    bool // the site has a record of it
}

// An Action is who does what by when.
type Action struct {
	Node     string
	Title    Value
	Owners   []Value
	Deadline Value
}

// A Vote is how a decision was taken.
type Vote struct {
	For, Against, Abstaining       Value // numbers
	ForBy, AgainstBy, AbstainingBy []Value
	Mover, Seconder                []Value
	Method                         Value
}

// A Question is what could not be decided.
type Question struct {
	About  string `json:"about"` // "title", "date", "body", "meeting", "chair", or what else it is about
	At     string `json:"at,omitempty"`
	Text   string `json:"question"`
	Answer string `json:"written,omitempty"` // what is written meanwhile
}

// Read makes a draft of a document for a site.
func Read(doc *source.Document, site *model.Collection, opt Options) *Draft {
	d := &Draft{Source: doc, site: site, opt: opt, Mends: doc.Mends}
	d.Lang = languageOf(doc, site, opt.Lang)
	d.lex = lexiconOf(d.Lang)
	d.order()
	blocks := d.withoutContacts(doc.Blocks)
	var f folding
	if d.lex == chinese {
		blocks, f = fold(blocks)
		blocks = d.rowsApart(blocks)
	}
	d.divide(blocks)
	d.meeting()
	d.whose()
	d.attended()
	d.inSentences()
	d.saidToAttend()
	d.recused()
	d.cameInRussian()
	d.chaired()
	d.cameToSign()
	d.spokeInRussian()
	d.oneName()
	d.withoutOfficers()
	d.onAgenda()
	d.annexes()
	d.signed()
	d.status()
	d.uncertainDay()
	d.acted()
	d.voted()
	d.moversCame()
	d.cited()
	d.due()
	d.changes()
	d.originals()
	d.unfold(f)
	return d
}

// ask adds a question.
func (d *Draft) ask(about, at, text, answer string) {
	d.Questions = append(d.Questions, Question{about, at, text, answer})
}
