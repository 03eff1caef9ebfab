package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// Document is the text of a protocol, an instrument or a programme in the page's language, with
// what is known of it, and which other languages the collection has it in.
type Document struct {
	Version  *Version     `json:"version,omitempty"` // in the page's language; nil where it has none
	Versions []Version    `json:"versions"`
	Texts    []TextColumn `json:"texts,omitempty"`   // that in the page's language first
	Compare  string       `json:"compare,omitempty"` // address that chooses all: "?langs=en,ru"
	Plain    bool         `json:"plain,omitempty"`   // minutes in one language, of whose text nothing is said
	Title    *Block       `json:"title,omitempty"`
	Parts    []Part       `json:"parts,omitempty"`
}

// Part of a document: the preamble, a clause, the closing words, the signatures.
type Part struct {
	ID     string  `json:"id"`   // anchor: "pre", "c1", "end", "sig"
	Kind   string  `json:"kind"` // "pre", "clause", "end", "sig"
	Num    string  `json:"num,omitempty"`
	Label  string  `json:"label,omitempty"` // editorial, unless Named
	Named  bool    `json:"named,omitempty"` // the text itself prints the label
	Blocks []Block `json:"blocks"`
	Lacks  []int   `json:"lacks,omitempty"` // numbers of the texts that have nothing of it

	Subs    []Link `json:"subs,omitempty"`    // its sub-clauses with a heading
	Section string `json:"section,omitempty"` // of a clause, as a citation names it: "Clause 2"
}

// Block is a paragraph of a document.
type Block struct {
	ID     string `json:"id"`              // anchor: "c1.p2"
	Cell   Cell   `json:"cell"`            // of the first text
	Lacks  []int  `json:"lacks,omitempty"` // numbers of the texts that have nothing of it
	Acts   []Deed `json:"acts,omitempty"`
	Topics []Link `json:"topics,omitempty"`
	Cites  []Link `json:"cites,omitempty"`
	State  *Link  `json:"state,omitempty"` // of a signature block
	Heads  []Head `json:"heads,omitempty"` // of the sub-clauses that begin with it
	Num    string `json:"num,omitempty"`   // the innermost number of these
	Head   bool   `json:"head,omitempty"`  // it is itself the heading of a sub-clause

	Decided *Decided `json:"decided,omitempty"`
	Agenda  *Link    `json:"agenda,omitempty"` // the item that it belongs to
}

// Head is the beginning of a sub-clause: "c1.1", "1.1".
type Head struct {
	ID string `json:"id"`
}

// Deed is acts of a paragraph that follow each other and act on the same things: "discussed,
// approved: the draft".
type Deed struct {
	Acts    []Act  `json:"acts"`
	By      []Link `json:"by,omitempty"` // whose acts alone they are
	Objects []Link `json:"objects,omitempty"`
}

// Act is what a paragraph does.
type Act struct {
	Term
	Mark    int    `json:"mark,omitempty"` // number of its words' mark in the paragraph (class "f1")
	By      []Link `json:"by,omitempty"`
	Objects []Link `json:"objects,omitempty"`
	State   *Term  `json:"state,omitempty"`
	Next    *Term  `json:"next,omitempty"`
}

// document is the text of a work, in the page's language and the others.
func (b *builder) document(w model.Work) *Document {
	langs := b.texts(w)
	d := &Document{Compare: allTexts(langs), Plain: w.Doc().Implied}
	for _, v := range w.Doc().Versions {
		d.Versions = append(d.Versions, b.version(w, v))
	}
	for i, l := range langs {
		d.Texts = append(d.Texts, b.textColumn(w, l, i))
	}
	if len(langs) > 0 && langs[0] == b.lang {
		d.Version = &d.Texts[0].Version
	}
	explained := explainer{}
	for _, id := range alignedNodes(w, langs) {
		part := model.PartOf(id)
		if part == "" {
			continue
		}
		block := b.block(w, id, langs)
		b.heads(&block, w, langs)
		for _, deed := range block.Acts {
			explained.acts(deed.Acts)
		}
		if part == model.PartTitle {
			d.Title = &block
			continue
		}
		if n := len(d.Parts); n == 0 || d.Parts[n-1].ID != part {
			d.Parts = append(d.Parts, b.part(w, part))
		}
		last := &d.Parts[len(d.Parts)-1]
		if block.Head = model.At(w, part).Clause() != "" && id != part && !model.IsParagraph(id); block.Head {
			last.Subs = append(last.Subs, Link{Title: b.c.PartTitle(w, id, b.lang), URL: "#" + id})
		}
		last.Blocks = append(last.Blocks, block)
	}
	for i, p := range d.Parts {
		d.Parts[i].Lacks = lackAll(p.Blocks)
	}
	return d
}

// lackAll are the numbers of the texts that have none of some blocks.
func lackAll(blocks []Block) []int {
	lacks := slices.Clone(blocks[0].Lacks)
	for _, block := range blocks[1:] {
		lacks = slices.DeleteFunc(lacks, func(n int) bool { return !slices.Contains(block.Lacks, n) })
	}
	return lacks
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

// part is a part of a text, without its blocks.
func (b *builder) part(w model.Work, id string) Part {
	node := w.Doc().Node(id)
	if model.At(w, id).Clause() == "" {
		kind := id
		if model.IsAnnex(id) {
			kind = string(model.AnnexPart)
		}
		return Part{ID: id, Kind: kind, Num: node.Num, Label: b.c.PartTitle(w, id, b.lang)}
	}
	p := Part{ID: id, Kind: string(model.ClausePart), Num: node.Num, Label: b.text(node.Label)}
	if p.Label == "" {
		p.Label = b.c.Heading(w, id, b.lang)
		p.Named = p.Label != ""
	}
	if p.Num != "" {
		p.Section = b.c.Numbered(model.VocabDocumentPart, model.ClausePart, node.Num, b.lang)
		return p
	}
	p.Section = b.c.PartTitle(w, id, b.lang)
	if p.Label == "" {
		p.Label, p.Named = p.Section, true
	}
	return p
}

func (b *builder) block(w model.Work, id string, langs []model.Lang) Block {
	node := w.Doc().Node(id)
	marks := b.marks(w, id, langs)
	view := Block{
		ID: id, Lacks: lacking(w, id, langs), Topics: b.links(model.Topics, node.Whole().Topics), Cites: b.refLinks(node.Cites),
		State: b.optionalTo(model.States, node.State), Decided: b.decided(node.Decided, model.At(w, id)), Agenda: b.agendaOf(w, node),
	}
	if node.Signer != (model.Party{}) && node.State == "" {
		signer := b.party(node.Signer)
		view.State = &signer
	}
	view.Cell, _ = b.cell(w, id, langs[0])
	for i, a := range node.Acts {
		act := b.actView(a, marks[i])
		if i == 0 || !node.Together(node.Acts[i-1], a) {
			view.Acts = append(view.Acts, Deed{By: act.By, Objects: act.Objects})
		}
		act.By, act.Objects = nil, nil
		deed := &view.Acts[len(view.Acts)-1]
		deed.Acts = append(deed.Acts, act)
	}
	return view
}

// heads adds the sub-clauses that begin with a block, with the number of the innermost.
func (b *builder) heads(block *Block, w model.Work, langs []model.Lang) {
	if strings.Count(block.ID, ".") == 0 {
		return
	}
	if block.Num = w.Doc().Node(block.ID).Num; strings.Count(block.ID, ".") < 2 {
		return
	}
	for _, l := range langs {
		text := model.BaseOf(w).Prose[l]
		i := slices.IndexFunc(text.Blocks, func(o model.Block) bool { return o.ID == block.ID })
		if i < 0 {
			continue
		}
		for _, id := range text.Heads(i) {
			if _, own := text.Block(id); !own {
				block.Heads = append(block.Heads, Head{id})
			}
			block.Num = cmp.Or(w.Doc().Node(id).Num, block.Num)
		}
		return
	}
}

func (b *builder) actView(a model.Act, mark int) Act {
	return Act{
		Term: b.term(model.VocabAct, a.Code()), Mark: mark, By: b.parties(a.By), Objects: b.refLinks(a.Objects),
		State: b.optionalTerm(model.VocabInstrumentState, a.State), Next: b.optionalTerm(model.VocabInstrumentState, a.Next),
	}
}
