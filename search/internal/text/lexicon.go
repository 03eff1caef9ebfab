package text

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/cjk"
)

// Lexicon analyses the texts of one language, as its analyser does, in a fraction of the time: a
// text is taken apart where no word can run on, and what the analyser makes of each piece is
// remembered. It numbers terms and words. It may be used by one goroutine at a time.
type Lexicon struct {
	Terms []string // by their number
	Words []Unit   // units of folded texts, by their number; Last says nothing

	Language Language
	analyzer *analysis.DefaultAnalyzer
	counting int // the filter after which tokens are numbered

	terms  map[string]uint32
	words  map[string]uint32
	pieces map[string]piece
	pairs  map[[2]rune]piece // of Han characters
	joins  map[Pair]uint32   // words that are written as one: its term
	tokens []Token           // of all pieces
	units  []uint32          // of all pieces
	memo   *Memo             // nil for none
	noting bool              // whether the memo notes what is read
}

// Token is a term where it stands in a text: as the analyser gives it.
type Token struct{ Term, Position, Start, End uint32 }

// Text is what a lexicon makes of a text.
type Text struct {
	Tokens []Token
	Units  []uint32 // units of the folded text: twice the number of the word, and 1 if a blank follows

	Compounds []Compound // not read with the rest

	whole bool // whether it was not read piece by piece
}

// piece is what was made of a piece of text: ranges of a lexicon's tokens, which are as if a text
// began there, and units.
type piece struct {
	token, tokenEnd, unit, unitEnd uint32
	positions                      uint32 // how many the piece takes up
}

// maxPiece is the longest piece that is remembered.
const maxPiece = 64

// NewLexicon returns an empty lexicon.
func (l Language) NewLexicon() (*Lexicon, error) {
	a, err := l.NewAnalyzer()
	if err != nil {
		return nil, err
	}
	x := &Lexicon{
		Language: l, terms: map[string]uint32{}, words: map[string]uint32{},
		pieces: map[string]piece{}, pairs: map[[2]rune]piece{}, joins: map[Pair]uint32{},
	}
	ok := false
	if x.analyzer, ok = a.(*analysis.DefaultAnalyzer); ok {
		x.counting = slices.IndexFunc(x.analyzer.TokenFilters, func(f analysis.TokenFilter) bool {
			_, is := f.(*cjk.CJKBigramFilter)
			return is
		})
	}
	if !ok || x.counting < 0 {
		return nil, fmt.Errorf("an analyser of type %T, which a lexicon cannot take apart", a)
	}
	return x, nil
}

// Read analyses a prepared text into t, whose lists it uses again.
func (x *Lexicon) Read(s string, t *Text) {
	t.Tokens, t.Units, t.Compounds = t.Tokens[:0], t.Units[:0], nil
	if t.whole = !x.readPieces(s, t); t.whole {
		t.Tokens, t.Units = t.Tokens[:0], t.Units[:0]
		p := x.analyse(s, FoldPrepared(s))
		x.append(p, 0, 0, t)
		x.tokens, x.units = x.tokens[:p.token], x.units[:p.unit] // it will not be asked for again
	}
}

// Term returns the number of the one term that a word by itself is.
func (x *Lexicon) Term(word string) (number uint32, ok bool) {
	p := x.piece(word)
	if p.tokenEnd-p.token != 1 {
		return 0, false
	}
	return x.tokens[p.token].Term, true
}

// Pair returns the number of the term that two Han characters are.
func (x *Lexicon) Pair(a, b string) (number uint32, ok bool) {
	first, _ := utf8.DecodeRuneInString(a)
	second, _ := utf8.DecodeRuneInString(b)
	p := x.hanPiece(a+b, first, second)
	if p.tokenEnd-p.token != 1 {
		return 0, false
	}
	return x.tokens[p.token].Term, true
}

// readPieces reads a text piece by piece. It reports whether all of it can be.
func (x *Lexicon) readPieces(s string, t *Text) bool {
	position := uint32(0)
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		switch classOf(r) {
		case unsafe:
			return false
		case separator:
			i += n
		case han:
			if !x.Language.joinHan {
				return false // a blank between two of them is none in a folded text
			}
			i, position = x.readHan(s, i, position, t)
		case inner, letter:
			end := i + n
			for end < len(s) {
				r, n := rune(s[end]), 1
				if r >= utf8.RuneSelf {
					r, n = utf8.DecodeRuneInString(s[end:])
				}
				if c := classOf(r); c != inner && c != letter {
					break
				}
				end += n
			}
			from, to := i, end
			for ; from < to && s[from] < utf8.RuneSelf && classes[s[from]] == inner; from++ {
			}
			for ; from < to && s[to-1] < utf8.RuneSelf && classes[s[to-1]] == inner; to-- {
			}
			if from < to {
				position = x.append(x.piece(s[from:to]), uint32(from), position, t)
			}
			i = end
		}
	}
	return true
}

// readHan reads a run of Han characters from a byte of a text on.
func (x *Lexicon) readHan(s string, at int, position uint32, t *Text) (end int, next uint32) {
	last, size := utf8.DecodeRuneInString(s[at:])
	t.Units = append(t.Units, x.word(s[at:at+size], true)<<1)
	start := at
	for end = at + size; end < len(s); {
		r, n := utf8.DecodeRuneInString(s[end:])
		if classOf(r) != han {
			break
		}
		position = x.append(x.hanPiece(s[at:end+n], last, r), uint32(at), position, t)
		t.Units = append(t.Units, x.word(s[end:end+n], true)<<1)
		at, end, last = end, end+n, r
	}
	if at == start {
		position = x.append(x.hanPiece(s[at:end], last, 0), uint32(at), position, t)
	}
	t.Units[len(t.Units)-1] |= 1
	return end, position
}

// hanPiece returns what is made of two Han characters, or of one.
func (x *Lexicon) hanPiece(s string, first, second rune) piece {
	p, ok := x.pairs[[2]rune{first, second}]
	if !ok && x.memo != nil {
		if p, ok = x.recallPiece(x.memo.pairs, s); ok {
			x.pairs[[2]rune{first, second}] = p
		}
	}
	if !ok {
		size := utf8.RuneLen(first)
		tokens := analysis.TokenStream{{Term: []byte(s[:size]), End: size, Position: 1, Type: analysis.Ideographic}}
		if second != 0 {
			tokens = append(tokens, &analysis.Token{Term: []byte(s[size:]), Start: size, End: len(s), Position: 2, Type: analysis.Ideographic})
		}
		p = x.filter(tokens, "")
		x.pairs[[2]rune{first, second}] = p
	}
	return p
}

// append adds a piece that begins at a byte of a text, and returns the position reached.
func (x *Lexicon) append(p piece, start, position uint32, t *Text) uint32 {
	for _, token := range x.tokens[p.token:p.tokenEnd] {
		t.Tokens = append(t.Tokens, Token{token.Term, position + token.Position, start + token.Start, start + token.End})
	}
	t.Units = append(t.Units, x.units[p.unit:p.unitEnd]...)
	return position + p.positions
}

// piece returns what is made of a piece.
func (x *Lexicon) piece(s string) piece {
	p, ok := x.pieces[s]
	if !ok && x.memo != nil {
		if p, ok = x.recallPiece(x.memo.pieces, s); ok {
			x.pieces[s] = p
		}
	}
	if ok {
		return p
	}
	folded := FoldPrepared(s)
	switch {
	case !isPlain(s):
		p = x.analyse(s, folded)
	case folded != s:
		p = x.piece(folded) // the analyser makes letters small before it looks at them
	default:
		p = x.filter(analysis.TokenStream{{Term: []byte(s), End: len(s), Position: 1}}, folded)
	}
	if len(s) <= maxPiece {
		x.pieces[s] = p
	}
	return p
}

// isPlain reports whether a piece is one word, which no character filter changes.
func isPlain(s string) bool {
	for _, r := range s {
		if classOf(r) != letter {
			return false
		}
	}
	return true
}

// analyse has the analyser work on a text, which is given folded too.
func (x *Lexicon) analyse(s, folded string) piece {
	input := []byte(s)
	for _, f := range x.analyzer.CharFilters {
		input = f.Filter(input)
	}
	return x.filter(x.analyzer.Tokenizer.Tokenize(input), folded)
}

// filter has the analyser's filters work on the tokens of a text.
func (x *Lexicon) filter(tokens analysis.TokenStream, folded string) piece {
	p := piece{token: uint32(len(x.tokens)), unit: uint32(len(x.units))}
	for i, f := range x.analyzer.TokenFilters {
		tokens = f.Filter(tokens)
		if i == x.counting {
			p.positions = uint32(len(tokens))
		}
	}
	for _, token := range tokens {
		x.tokens = append(x.tokens, Token{x.term(token.Term), uint32(token.Position), uint32(token.Start), uint32(token.End)})
	}
	for _, u := range Units(folded) {
		n := x.word(u.Text, u.Han) << 1
		if u.Last {
			n |= 1
		}
		x.units = append(x.units, n)
	}
	p.tokenEnd, p.unitEnd = uint32(len(x.tokens)), uint32(len(x.units))
	return p
}

// term numbers a term.
func (x *Lexicon) term(term []byte) uint32 {
	n, ok := x.terms[string(term)]
	if !ok {
		n = uint32(len(x.Terms))
		x.Terms = append(x.Terms, string(term))
		x.terms[x.Terms[n]] = n
	}
	return n
}

// word numbers a unit of a folded text.
func (x *Lexicon) word(text string, han bool) uint32 {
	n, ok := x.words[text]
	if !ok {
		n = uint32(len(x.Words))
		x.Words = append(x.Words, Unit{Text: text, Han: han})
		x.words[text] = n
	}
	return n
}
