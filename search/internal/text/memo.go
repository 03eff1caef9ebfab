package text

import (
	"crypto/sha256"
	"encoding/binary"

	"github.com/kengash/kengash/search/internal/wire"
)

// Memo has what a lexicon of an earlier index made of texts, so that another of the same language
// reads the same without analysing it. That has the terms and words then that it would have without
// a memo, if not in the same order. A memo also notes what is read for the next one.
//
// Format: the terms; the words, each after a 1 for a Han character, or a 0; what
// was made of pieces, and of pairs of Han characters: the string, and a row, with its length, that
// begins with the number of its positions; documents, each with its key and a row, after which
// stands what else was noted.
type Memo struct {
	terms, words []remembered
	pieces       map[string][]byte
	pairs        map[string][]byte
	documents    map[[sha256.Size]byte][]byte

	noted [][]byte // documents, in pieces: one that grows would be copied again and again
	count uint64   // of them
	row   []byte
}

// remembered is a term or word of a memo.
type remembered struct {
	text   string
	han    bool
	number uint32 // in the lexicon, and 1 more; 0 if it is not there yet
}

// NewMemo returns a memo that has what [Lexicon.Memo] wrote. It has nothing where data is something
// else. Nothing may change the data any more.
func NewMemo(data []byte) *Memo {
	m := &Memo{pieces: map[string][]byte{}, pairs: map[string][]byte{}, documents: map[[sha256.Size]byte][]byte{}}
	if len(data) > 0 && !m.read(data) {
		return NewMemo(nil)
	}
	return m
}

func (m *Memo) read(data []byte) bool {
	r := &wire.Reader{Bytes: data}
	m.terms = make([]remembered, r.Count())
	for i := range m.terms {
		m.terms[i].text = r.String()
	}
	m.words = make([]remembered, r.Count())
	for i := range m.words {
		m.words[i].han = r.Uvarint() == 1
		m.words[i].text = r.String()
	}
	for _, made := range []map[string][]byte{m.pieces, m.pairs} {
		for range r.Count() {
			s := r.String()
			made[s] = r.Skip(r.Uvarint())
		}
	}
	for range r.Count() {
		var key [sha256.Size]byte
		copy(key[:], r.Skip(sha256.Size))
		m.documents[key] = r.Skip(r.Uvarint())
	}
	return r.Done()
}

// Remember has a lexicon, which has read nothing yet, read what a memo has by that. Where it is to
// read nothing else, it need not note what it reads.
func (x *Lexicon) Remember(m *Memo, note bool) { x.memo, x.noting = m, note }

// Remembers reports whether a lexicon has a memo.
func (x *Lexicon) Remembers() bool { return x.memo != nil }

// Recall reads the texts of a document that [Lexicon.Note] noted under a key, and returns what else
// was noted. It reports whether the memo has them.
func (x *Lexicon) Recall(key [sha256.Size]byte, texts ...*Text) (more []byte, ok bool) {
	row, ok := x.memo.documents[key]
	if !ok {
		return nil, false
	}
	r := &wire.Reader{Bytes: row}
	for _, t := range texts {
		t.Tokens, t.Units = x.recall(r, t.Tokens[:0], t.Units[:0])
		t.whole, t.Compounds = false, nil
		for range r.Count() {
			c := Compound{Capitals: r.Uvarint() == 1, Written: r.String(), Parts: make([]string, r.Count())}
			for i := range c.Parts {
				c.Parts[i] = r.String()
			}
			t.Compounds = append(t.Compounds, c)
		}
	}
	return r.Rest(), !r.Bad
}

// Note notes the texts of a document, with their compounds, under the hash of all that they were
// read from, and more. What was not read piece by piece is not noted: the lexicon has words of its
// pieces.
func (x *Lexicon) Note(key [sha256.Size]byte, more []byte, texts ...*Text) {
	if !x.noting {
		return
	}
	m := x.memo
	m.row = m.row[:0]
	for _, t := range texts {
		if t.whole {
			return
		}
		m.row = appendRow(m.row, t.Tokens, t.Units)
		m.row = binary.AppendUvarint(m.row, uint64(len(t.Compounds)))
		for _, c := range t.Compounds {
			m.row = wire.AppendString(append(m.row, bit(c.Capitals)), c.Written)
			m.row = binary.AppendUvarint(m.row, uint64(len(c.Parts)))
			for _, part := range c.Parts {
				m.row = wire.AppendString(m.row, part)
			}
		}
	}
	m.row = append(m.row, more...)
	last := len(m.noted) - 1
	if need := len(key) + binary.MaxVarintLen64 + len(m.row); last < 0 || cap(m.noted[last])-len(m.noted[last]) < need {
		m.noted = append(m.noted, make([]byte, 0, max(need, 1<<20)))
		last++
	}
	m.noted[last] = wire.AppendString(append(m.noted[last], key[:]...), m.row)
	m.count++
}

// Memo returns what a lexicon has and its memo noted, for a lexicon of a later index: in pieces,
// one after another, since they are large.
func (x *Lexicon) Memo() [][]byte {
	out := binary.AppendUvarint(nil, uint64(len(x.Terms)))
	for _, t := range x.Terms {
		out = wire.AppendString(out, t)
	}
	out = binary.AppendUvarint(out, uint64(len(x.Words)))
	for _, w := range x.Words {
		out = wire.AppendString(append(out, bit(w.Han)), w.Text)
	}
	out = binary.AppendUvarint(out, uint64(len(x.pieces)))
	for s, p := range x.pieces {
		out = x.appendPiece(out, s, p)
	}
	out = binary.AppendUvarint(out, uint64(len(x.pairs)))
	for pair, p := range x.pairs {
		out = x.appendPiece(out, keyOf(pair), p)
	}
	return append([][]byte{binary.AppendUvarint(out, x.memo.count)}, x.memo.noted...)
}

func (x *Lexicon) appendPiece(out []byte, s string, p piece) []byte {
	row := binary.AppendUvarint(x.memo.row[:0], uint64(p.positions))
	x.memo.row = appendRow(row, x.tokens[p.token:p.tokenEnd], x.units[p.unit:p.unitEnd])
	return wire.AppendString(wire.AppendString(out, s), x.memo.row)
}

// keyOf is two Han characters, or one, as a memo has them.
func keyOf(pair [2]rune) string {
	if pair[1] == 0 {
		return string(pair[:1])
	}
	return string(pair[:])
}

// recallPiece returns what was made of a piece, if that is among made.
func (x *Lexicon) recallPiece(made map[string][]byte, s string) (p piece, ok bool) {
	row, ok := made[s]
	if !ok {
		return p, false
	}
	r := &wire.Reader{Bytes: row}
	p = piece{token: uint32(len(x.tokens)), unit: uint32(len(x.units)), positions: uint32(r.Uvarint())}
	x.tokens, x.units = x.recall(r, x.tokens, x.units)
	p.tokenEnd, p.unitEnd = uint32(len(x.tokens)), uint32(len(x.units))
	return p, r.Done()
}

// recall reads what appendRow wrote, and adds it to tokens and units.
func (x *Lexicon) recall(r *wire.Reader, tokens []Token, units []uint32) ([]Token, []uint32) {
	m := x.memo
	var last Token
	for range r.Count() {
		n := r.Uvarint()
		if r.Bad || n >= uint64(len(m.terms)) {
			r.Bad = true
			break
		}
		t := &m.terms[n]
		if t.number == 0 {
			t.number = x.term([]byte(t.text)) + 1
		}
		last.Term = t.number - 1
		last.Position += uint32(r.Uvarint())
		last.Start += uint32(r.Uvarint())
		last.End = last.Start + uint32(r.Uvarint())
		tokens = append(tokens, last)
	}
	for range r.Count() {
		unit := r.Uvarint()
		if r.Bad || unit>>1 >= uint64(len(m.words)) {
			r.Bad = true
			break
		}
		w := &m.words[unit>>1]
		if w.number == 0 {
			w.number = x.word(w.text, w.han) + 1
		}
		units = append(units, (w.number-1)<<1|uint32(unit&1))
	}
	return tokens, units
}

// appendRow writes tokens, each by what it is more than the one before, and units.
func appendRow(out []byte, tokens []Token, units []uint32) []byte {
	out = binary.AppendUvarint(out, uint64(len(tokens)))
	var last Token
	for _, t := range tokens {
		out = binary.AppendUvarint(out, uint64(t.Term))
		out = binary.AppendUvarint(out, uint64(t.Position-last.Position))
		out = binary.AppendUvarint(out, uint64(t.Start-last.Start))
		out = binary.AppendUvarint(out, uint64(t.End-t.Start))
		last = t
	}
	out = binary.AppendUvarint(out, uint64(len(units)))
	for _, u := range units {
		out = binary.AppendUvarint(out, uint64(u))
	}
	return out
}

func bit(b bool) byte {
	if b {
		return 1
	}
	return 0
}
