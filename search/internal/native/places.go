package native

import (
	"encoding/binary"

	"github.com/kengash/kengash/search/internal/text"
)

// places collects where the terms of a field stand, in some five bytes each: for each term a chain
// of blocks of growing size. All tokens of a large site are in memory together, so this matters.
type places struct {
	slabs [][]byte
	used  uint32  // of the last slab
	terms []chain // by number in the lexicon
}

// chain is the list of the places of one term. A place is the distance of its position to the one
// before in the same document, doubled, and 1 more where it is the first in a document, whose
// distance follows then; the distance of its start; its length.
type chain struct {
	head, at, end uint32 // the first block; what is free in the last one. 0 if there is none
	size          uint32 // of the last block

	documents                 uint32 // that have the term
	document, position, start uint32 // of the last place
}

// Sizes in bytes. A block ends with the address of the next one.
const (
	slabSize   = 1 << 18
	firstBlock = 16
	maxBlock   = 512
	addressEnd = 4
	maxSlabs   = 1<<32/slabSize - 1<<10 // a document never takes the 256 MB that are left
)

// add notes a token of a document. Documents come in order, and tokens in that of the text.
func (p *places) add(document uint32, t text.Token) {
	if n := int(t.Term) + 1 - len(p.terms); n > 0 {
		p.terms = append(p.terms, make([]chain, n)...)
	}
	c := &p.terms[t.Term]
	var buffer [4 * binary.MaxVarintLen32]byte
	b := buffer[:0]
	if c.documents == 0 || c.document != document {
		b = binary.AppendUvarint(b, uint64(t.Position)<<1|1)
		b = binary.AppendUvarint(b, uint64(document-c.document))
		b = binary.AppendUvarint(b, uint64(t.Start))
		c.documents++
	} else {
		b = binary.AppendUvarint(b, uint64(t.Position-c.position)<<1)
		b = binary.AppendUvarint(b, uint64(t.Start-c.start))
	}
	b = binary.AppendUvarint(b, uint64(t.End-t.Start))
	c.document, c.position, c.start = document, t.Position, t.Start
	p.write(c, b)
}

func (p *places) write(c *chain, b []byte) {
	for {
		n := copy(p.bytes(c.at, c.end-c.at), b)
		c.at += uint32(n)
		if b = b[n:]; len(b) == 0 {
			return
		}
		c.size = max(firstBlock, min(2*c.size, maxBlock))
		next := p.block(c.size)
		if c.head == 0 {
			c.head = next
		} else {
			binary.LittleEndian.PutUint32(p.bytes(c.end, addressEnd), next)
		}
		c.at, c.end = next, next+c.size-addressEnd
	}
}

// block returns the address of a new block.
func (p *places) block(size uint32) uint32 {
	if len(p.slabs) == 0 || p.used+size > slabSize {
		p.slabs = append(p.slabs, make([]byte, slabSize))
		p.used = addressEnd // no block has the address 0
	}
	at := uint32(len(p.slabs)-1)*slabSize + p.used
	p.used += size
	return at
}

// bytes are n bytes from an address on, all in one slab.
func (p *places) bytes(at, n uint32) []byte {
	if n == 0 {
		return nil
	}
	return p.slabs[at/slabSize][at%slabSize:][:n]
}

// read appends what was written of a term.
func (p *places) read(c *chain, out []byte) []byte {
	size := uint32(firstBlock)
	for at := c.head; at != 0; size = min(2*size, maxBlock) {
		end := at + size - addressEnd
		if end == c.end {
			return append(out, p.bytes(at, c.at-at)...)
		}
		out = append(out, p.bytes(at, size-addressEnd)...)
		at = binary.LittleEndian.Uint32(p.bytes(end, addressEnd))
	}
	return out
}
