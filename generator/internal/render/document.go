package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

// Document is the text of a protocol, an instrument or a programme with what is known of it.
type Document struct {
	Parallel string    `json:"parallel,omitempty"` // leads to the texts side by side, where there is more than one
	Title    string    `json:"title"`              // HTML, as in the text
	Version  *Version  `json:"version,omitempty"`  // the one shown; nil where the language has no text
	Versions []Version `json:"versions"`
	Parts    []Part    `json:"parts"`
}

// Version is the document in one language.
type Version struct {
	Lang         string `json:"lang"` // key
	LangName     string `json:"lang_name"`
	Tag          string `json:"tag"`
	Status       Term   `json:"status"`
	Availability Term   `json:"availability"`
	From         string `json:"from,omitempty"`  // name of the language it was translated from
	URL          string `json:"url,omitempty"`   // where the collection has it
	Stale        int    `json:"stale,omitempty"` // paragraphs whose source has changed since they were translated
}

// Part of a document: the preamble, a clause, the closing words, the signatures.
type Part struct {
	ID     string  `json:"id"`   // anchor: "pre", "c1", "end", "sig"
	Kind   string  `json:"kind"` // "pre", "clause", "end", "sig"
	Num    string  `json:"num,omitempty"`
	Label  string  `json:"label,omitempty"` // editorial
	Blocks []Block `json:"blocks"`

	Citation *Citation `json:"citation,omitempty"` // of a clause
	Status   *Term     `json:"status,omitempty"`   // of the text, where it is not authentic
	Stale    bool      `json:"stale,omitempty"`    // the source of a block has changed since it was translated
	Compare  string    `json:"compare,omitempty"`  // leads to the part in the texts side by side
}

// Block is a paragraph of a document.
type Block struct {
	ID     string `json:"id"` // anchor: "c1.p2"
	HTML   string `json:"html"`
	Acts   []Act  `json:"acts,omitempty"`
	Topics []Link `json:"topics,omitempty"`
	Cites  []Link `json:"cites,omitempty"`
	State  *Link  `json:"state,omitempty"` // of a signature block
}

// Act is what a paragraph does.
type Act struct {
	Term
	Mark    int    `json:"mark,omitempty"` // number of its words' mark in the paragraph (class "f1")
	Objects []Link `json:"objects,omitempty"`
	State   *Term  `json:"state,omitempty"`
	Next    *Term  `json:"next,omitempty"`
}

// document is the text of a work in the page's language.
func (b *builder) document(e model.Work) *Document {
	text := model.BaseOf(e).Prose[b.lang]
	d := &Document{}
	if len(b.c.Compared(e)) > 1 {
		d.Parallel = "/" + e.Ref().ParallelURL(b.lang)
	}
	if title, ok := text.Block(model.PartTitle); ok {
		d.Title = title.HTML
	}
	for _, v := range e.Doc().Versions {
		view := b.version(e, v)
		if v.Availability == model.InCollection && v.Lang == b.lang && d.Version == nil {
			shown := view
			d.Version = &shown
		}
		d.Versions = append(d.Versions, view)
	}
	for _, part := range model.Parts(text) {
		view := b.part(e, part.ID)
		if part.Clause {
			view.Citation = b.citeClause(e, part.ID)
		}
		if d.Parallel != "" {
			view.Compare = "/" + model.At(e, part.ID).ParallelURL(b.lang)
		}
		if d.Version != nil && d.Version.Status.Code != string(model.Authentic) {
			view.Status = &d.Version.Status
		}
		for _, block := range part.Blocks {
			view.Blocks = append(view.Blocks, b.block(e, block))
			view.Stale = view.Stale || model.Stale(e, b.lang, block.ID)
		}
		d.Parts = append(d.Parts, view)
	}
	explained := explainer{}
	for _, part := range d.Parts {
		for _, block := range part.Blocks {
			explained.acts(block.Acts)
		}
	}
	return d
}

// explainer leaves the definition of a term to the first place on a page that says it.
type explainer map[string]bool

func (x explainer) acts(acts []Act) {
	for i, a := range acts {
		if x[a.Code] {
			acts[i].Definition = ""
		}
		x[a.Code] = true
	}
}

// part is what a part of a text has beside its blocks.
func (b *builder) part(e model.Work, id string) Part {
	node := e.Doc().Node(id)
	if r := model.At(e, id); r.Clause() != "" {
		return Part{ID: id, Kind: string(model.ClausePart), Num: node.Num, Label: b.text(node.Label)}
	}
	return Part{ID: id, Kind: id, Num: node.Num, Label: b.c.PartTitle(e, id, b.lang)}
}

func (b *builder) version(e model.Work, v model.Version) Version {
	view := Version{
		Lang: string(v.Lang), LangName: b.languageName(v.Lang), Tag: b.languageTag(v.Lang),
		Status: b.term(model.VocabTextStatus, v.Status), Availability: b.term(model.VocabAvailability, v.Availability),
	}
	for _, from := range e.Doc().Versions {
		if from.Key == v.TranslatedFrom {
			view.From = b.languageName(from.Lang)
		}
	}
	if v.Availability == model.InCollection {
		view.URL = "/" + e.Ref().URL(v.Lang)
		for _, block := range model.BaseOf(e).Prose[v.Lang].Blocks {
			if model.Stale(e, v.Lang, block.ID) {
				view.Stale++
			}
		}
	}
	return view
}

func (b *builder) block(e model.Work, block model.Block) Block {
	node := e.Doc().Node(block.ID)
	code, marks := b.marked(block.HTML, node.Acts)
	view := Block{ID: block.ID, HTML: code, Topics: b.links(model.Topics, node.Topics), Cites: b.refLinks(node.Cites),
		State: b.optionalTo(model.States, node.State)}
	for i, a := range node.Acts {
		view.Acts = append(view.Acts, b.actView(a, marks[i]))
	}
	return view
}

func (b *builder) actView(a model.Act, mark int) Act {
	return Act{
		Term: b.term(model.VocabAct, a.Code()), Mark: mark, Objects: b.refLinks(a.Objects),
		State: b.optionalTerm(model.VocabInstrumentState, a.State), Next: b.optionalTerm(model.VocabInstrumentState, a.Next),
	}
}
