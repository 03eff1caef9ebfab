package search

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/text"
	"github.com/kengash/kengash/search/internal/wire"
)

// prepared are the texts of a document as the index stores them, and as a lexicon reads them.
type prepared struct {
	name, titled string   // titled is the title with the keywords
	shown        string   // how many characters of the body are shown, "" for all
	body, seen   string   // the body, and as readers see it where that is something else
	exact        string   // the title by which it is found as a whole
	places       string   // see Document.places
	aliases      []string // see Document.Aliases

	inTitle, inTitled, inBody text.Text // inTitled is empty without keywords
}

// title is the title with the keywords, if there are any.
func (p *prepared) title() *text.Text {
	if len(p.inTitled.Units) > 0 {
		return &p.inTitled
	}
	return &p.inTitle
}

// prepare prepares a document, by what the lexicon remembers of one that had this key.
func (p *prepared) prepare(x *text.Lexicon, d *Document, key [sha256.Size]byte) {
	if !x.Remembers() {
		p.read(x, d)
		return
	}
	more, ok := x.Recall(key, &p.inTitle, &p.inTitled, &p.inBody)
	if !ok || !p.decode(more) {
		p.read(x, d)
		more = p.encode()
	}
	x.Note(key, more, &p.inTitle, &p.inTitled, &p.inBody)
}

// read prepares a document.
func (p *prepared) read(x *text.Lexicon, d *Document) {
	l := x.Language
	title := l.Prepare(d.Title)
	p.name, p.titled, p.shown, p.seen, p.aliases = text.Normalize(d.Title), title, "", "", nil
	words := ""
	if d.Keywords != "" {
		p.titled = l.Prepare(d.Title + "\n" + d.Keywords)
		if p.titled != title {
			words = p.titled
		}
	}
	shown := l.AsShown(d.Body)
	if d.Hidden != "" {
		p.shown = strconv.Itoa(utf8.RuneCountInString(shown))
		shown = l.AsShown(d.Body + "\n" + d.Hidden)
	}
	if p.body = l.Han(shown); p.body != shown {
		p.seen = shown
	}
	p.exact = text.Fold(l.Letters(d.Title))
	p.places = d.places(l, p.body)
	for _, k := range append(foldAll(l, d.Aliases), text.Unnumbered(l.Han(d.Title)), text.Elided(l.Han(d.Title))) {
		if k != "" && k != p.exact && !slices.Contains(p.aliases, k) {
			p.aliases = append(p.aliases, k)
		}
	}
	letters := text.Letters(p.body)
	x.Read(title, &p.inTitle)
	x.Read(words, &p.inTitled)
	x.Read(letters, &p.inBody)
	p.title().Compounds = text.Compounds(cmp.Or(words, title))
	p.inBody.Compounds = text.Compounds(letters)
}

// stored are the texts that encode writes.
func (p *prepared) stored() []*string {
	return []*string{&p.name, &p.titled, &p.shown, &p.body, &p.seen, &p.exact, &p.places}
}

// encode writes all but what the lexicon has read.
func (p *prepared) encode() (out []byte) {
	for _, s := range p.stored() {
		out = wire.AppendString(out, *s)
	}
	out = binary.AppendUvarint(out, uint64(len(p.aliases)))
	for _, alias := range p.aliases {
		out = wire.AppendString(out, alias)
	}
	return out
}

// decode reads what encode wrote, and reports whether that is all.
func (p *prepared) decode(data []byte) bool {
	r := &wire.Reader{Bytes: data}
	for _, s := range p.stored() {
		*s = r.String()
	}
	p.aliases = make([]string, r.Count())
	for i := range p.aliases {
		p.aliases[i] = r.String()
	}
	return r.Done()
}

// record is the document as the index takes it, with links to the others of its group. Empty values
// are left out: a keyword field would make a facet value of the empty string. It shares the tokens
// of p, which it prepares.
func (d *Document) record(x *text.Lexicon, group []*Document, key [sha256.Size]byte, p *prepared) native.Document {
	p.prepare(x, d, key)
	r := native.Document{ID: d.ID}
	one := func(field, value string, tokens ...text.Token) {
		if value != "" {
			r.Fields = append(r.Fields, native.Field{Name: field, Values: []string{value}, Tokens: tokens})
		}
	}
	list := func(field string, values []string) {
		if len(values) > 0 {
			r.Fields = append(r.Fields, native.Field{Name: field, Values: values, List: true})
		}
	}
	tokens := p.title().Tokens
	one(native.Name, p.name)
	one(native.Title, p.titled, tokens...)
	one(native.Shown, p.shown)
	one(native.Body, p.body, p.inBody.Tokens...)
	one(native.Text, p.seen)
	one(native.URL, d.URL)
	one(native.Date, d.Date)
	one(native.Exact, p.exact)
	for name := range d.Facets {
		list(native.Facet(name), d.facet(name))
	}
	one(native.Places, p.places)
	list(native.Crumbs, d.Breadcrumb)
	list(native.Alt, d.translations(group))
	list(native.Alias, p.aliases)
	inTitle, inBody := x.ReadCompounds(p.title().Compounds), x.ReadCompounds(p.inBody.Compounds)
	list(native.Compound, compounds(x, tokens, p.inBody.Tokens, inTitle, inBody))
	return r
}

// translations are the other documents of its group, as this one names them.
func (d *Document) translations(group []*Document) (others []string) {
	for _, other := range group {
		if other.Lang != d.Lang {
			others = append(others, translation(d, other))
		}
	}
	return others
}
