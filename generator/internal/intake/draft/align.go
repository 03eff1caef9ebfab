package draft

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// aligned is a block of the text of a record with what the draft has in its place.
type aligned struct {
	model.Block
	pieces []*Piece
}

// Translates reports whether the draft is the text of a record of the site in another language than
// that of the text which the site has.
func (d *Draft) Translates() bool {
	if d.Existing == nil || len(d.Existing.Prose) == 0 {
		return false
	}
	if _, has := d.Existing.Prose[d.Lang]; !has {
		return true
	}
	v, _ := d.Existing.Version(d.Lang)
	return v.TranslatedFrom != ""
}

// sourceText returns the text of the record that the draft is held against: the one of a version
// that is authentic, else the first one.
func (d *Draft) sourceText() (model.Lang, model.Prose) {
	for _, v := range d.Existing.Versions {
		if p, ok := d.Existing.Prose[v.Lang]; ok && v.Lang != d.Lang && v.Status == model.Authentic && v.Availability == model.InCollection {
			return v.Lang, p
		}
	}
	for _, l := range d.site.Config.Langs() {
		if p, ok := d.Existing.Prose[l]; ok && l != d.Lang {
			return l, p
		}
	}
	return "", model.Prose{}
}

// Align lays the draft beside the text of the record and returns the text with the nodes of that,
// and in what the two differ.
func (d *Draft) Align() (text string, said []string) {
	from, prose := d.sourceText()
	rows, extra := d.align(prose)
	said = append(said, extra...)
	var out []block
	for _, row := range rows {
		words := model.Todo
		if len(row.pieces) > 0 {
			words = together(row.pieces)
			said = append(said, d.differences(row)...)
		} else {
			said = append(said, fmt.Sprintf("%s: the text in %s has nothing that answers it", row.ID, d.Lang))
		}
		out = append(out, block{row.ID, "{#" + row.ID + " source=" + row.Hash() + "}", words})
	}
	if len(rows) > 0 && len(said) == 0 {
		said = append(said, fmt.Sprintf("none: each of the %d blocks answers one in %s", len(rows), from))
	}
	return joinBlocks(out), said
}

// together is the text of pieces that stand in one block.
func together(pieces []*Piece) string {
	var texts []string
	flow := false
	for _, p := range pieces {
		flow = flow || len(p.Lines) > 0
		texts = append(texts, p.markdown())
	}
	if flow {
		return strings.Join(texts, "\n")
	}
	return joinTexts(texts)
}

// align divides the pieces of the draft among the blocks of a text: part by part or, where half of
// the clauses are not in the draft, all at once, since one of the two may have no numbers.
func (d *Draft) align(prose model.Prose) (rows []aligned, said []string) {
	used := map[string]bool{}
	ratio := float64(d.size()+1) / float64(sizeOf(prose)+1)
	var parts []string
	clauses, common := 0, 0
	for _, b := range prose.Blocks {
		p := model.PartOf(b.ID)
		if slices.Contains(parts, p) {
			continue
		}
		parts = append(parts, p)
		if !strings.HasPrefix(p, "c") {
			continue
		}
		clauses++
		if slices.ContainsFunc(d.Pieces, func(q *Piece) bool { return model.PartOf(q.ID) == p }) {
			common++
		}
	}
	if clauses > 1 && 2*common <= clauses {
		return match(prose.Blocks, d.Pieces, ratio), nil
	}
	for _, part := range parts {
		var blocks []model.Block
		for _, b := range prose.Blocks {
			if model.PartOf(b.ID) == part {
				blocks = append(blocks, b)
			}
		}
		var pieces []*Piece
		for _, p := range d.Pieces {
			if model.PartOf(p.ID) == part {
				pieces = append(pieces, p)
			}
		}
		used[part] = true
		rows = append(rows, match(blocks, pieces, ratio)...)
	}
	for i, p := range d.Pieces {
		part := model.PartOf(p.ID)
		if used[part] || len(rows) == 0 {
			continue
		}
		at := 0
		for j := range rows { // after what precedes it in the draft
			for _, q := range rows[j].pieces {
				if k := slices.Index(d.Pieces, q); k < i {
					at = j
				}
			}
		}
		rows[at].pieces = append(rows[at].pieces, p)
		said = append(said, fmt.Sprintf("%s of the text in %s (%s) answers nothing; it is joined to %s", p.ID, d.Lang, p.At, rows[at].ID))
	}
	return rows, said
}

func (d *Draft) size() int {
	n := 0
	for _, p := range d.Pieces {
		n += utf8.RuneCountInString(p.words())
	}
	return n
}

func sizeOf(prose model.Prose) int {
	n := 0
	for _, b := range prose.Blocks {
		n += utf8.RuneCountInString(b.Text)
	}
	return n
}

// What it costs to leave a block without a piece, or to join a piece to the one before it.
const (
	costMissing = 2.5
	costJoined  = 2.0
)

// match divides the pieces of a part among its blocks in their order, so that lengths and numbers
// agree best.
func match(blocks []model.Block, pieces []*Piece, ratio float64) []aligned {
	n, m := len(blocks), len(pieces)
	said, made := make([]measured, n), make([]measured, m)
	for i, b := range blocks {
		said[i] = measure(b.ID, b.Text, ratio)
	}
	for i, p := range pieces {
		made[i] = measure(p.ID, p.words(), 1)
	}
	cost := make([][]float64, n+1)
	way := make([][]byte, n+1)
	for i := range cost {
		cost[i], way[i] = make([]float64, m+1), make([]byte, m+1)
		for j := range cost[i] {
			if i == 0 && j == 0 {
				continue
			}
			cost[i][j] = math.Inf(1)
			try := func(c float64, w byte) {
				if c < cost[i][j] {
					cost[i][j], way[i][j] = c, w
				}
			}
			if i > 0 && j > 0 {
				try(cost[i-1][j-1]+unlike(said[i-1], made[j-1]), 'm')
			}
			if i > 0 {
				try(cost[i-1][j]+costMissing, 'd')
			}
			if j > 0 {
				try(cost[i][j-1]+costJoined, 'j')
			}
		}
	}
	rows := make([]aligned, n)
	for i := range blocks {
		rows[i].Block = blocks[i]
	}
	for i, j := n, m; i > 0 || j > 0; {
		switch way[i][j] {
		case 'm':
			i, j = i-1, j-1
			rows[i].pieces = append([]*Piece{pieces[j]}, rows[i].pieces...)
		case 'd':
			i--
		default:
			j--
			if n > 0 {
				k := max(i-1, 0)
				rows[k].pieces = append([]*Piece{pieces[j]}, rows[k].pieces...)
			}
		}
	}
	return rows
}

// measured is a block or a piece as it is compared with others.
type measured struct {
	id      string
	size    float64 // in characters of the draft's language
	figures []string
}

func measure(id, text string, ratio float64) measured {
	return measured{id, ratio * float64(utf8.RuneCountInString(text)), figures(text)}
}

// unlike says how little a block and a piece seem to say the same.
func unlike(block, piece measured) float64 {
	c := math.Abs(math.Log((piece.size + 5) / (block.size + 5)))
	if !slices.Equal(block.figures, piece.figures) {
		c++
	}
	if block.id == piece.id {
		c -= 0.3
	}
	return c
}

var digits = exact(`\d+(?:[.,]\d+)*`)

// figures are the dates and numbers of a text.
func figures(text string) []string {
	var out []string
	for _, d := range slices.Backward(dates(text)) {
		out = append(out, string(d.date))
		text = text[:d.from] + " " + text[d.to:]
	}
	out = append(out, digits.FindAllString(text, -1)...)
	slices.Sort(out)
	return out
}

// differences names in what a block and what answers it differ.
func (d *Draft) differences(row aligned) []string {
	var words []string
	for _, p := range row.pieces {
		words = append(words, p.words())
	}
	var said []string
	if n := len(row.pieces); n > 1 {
		said = append(said, fmt.Sprintf("%s: the text in %s has %d paragraphs here; they are joined", row.ID, d.Lang, n))
	}
	old, made := figures(row.Text), figures(strings.Join(words, " "))
	if !slices.Equal(old, made) {
		said = append(said, fmt.Sprintf("%s: dates and numbers are %s there and %s here (%s)", row.ID, listed(old), listed(made), cmp.Or(row.pieces[0].At, "no place")))
	}
	return said
}

func listed(all []string) string {
	if len(all) == 0 {
		return "none"
	}
	return strings.Join(all, ", ")
}

// Translation returns the files of a draft that is another language's text of a record: its text,
// and what it adds to the data of the record and its meeting.
func (d *Draft) Translation() (records []Record, said []string) {
	text, said := d.Align()
	from, _ := d.sourceText()
	key := string(from)
	for _, v := range d.Existing.Versions {
		if v.Lang == from && v.Availability == model.InCollection {
			key = v.Key
		}
	}
	f := &file{}
	lang := string(d.Lang)
	f.table("").set("title."+lang, d.Title)
	if len(d.Existing.Versions) == 0 || key == string(from) && !hasVersion(d.Existing, key) {
		t := f.table("version." + key)
		t.plain("status", quote(string(model.Authentic)))
		t.plain("availability", quote(string(model.InCollection)))
	}
	t := f.table("version." + quoteKey(lang))
	status := Value{Text: "unofficial-translation", Sure: Guess, Why: "or official-translation, or authentic"}
	t.set("status", status)
	t.plain("availability", quote(string(model.InCollection)))
	t.plain("translated_from", quote(key))
	d.ask("status", "", "is the text in "+lang+" authentic, an official translation or another one?", status.Text)
	m := &file{}
	title := d.Title
	title.Why = "the title of the record"
	m.table("").set("title."+lang, title)
	if d.Place.known() {
		m.table("").set("place."+lang, d.Place)
	}
	ref := d.Existing.Ref()
	return []Record{
		{ref.TextFile(d.Lang), text},
		{ref.DataFile(), stampedTexts(f.String(), lang, text)},
		{model.Ref{Kind: model.Meetings, ID: d.Existing.Meeting}.DataFile(), m.String()},
	}, said
}

func hasVersion(p *model.Protocol, key string) bool {
	return slices.ContainsFunc(p.Versions, func(v model.Version) bool { return v.Key == key })
}
