package search

import (
	"context"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"
)

// phraseMatch is where a phrase stands: in asWritten the very words, in inflected (which holds these
// too) words of the same stems, with any stop words between them.
type phraseMatch struct {
	asWritten, inflected []string // document ids
}

// findPhrase looks for a phrase in title or body. The index tells which documents have its terms. A
// few of these are read, to see how the words stand there. Where more have them the grams tell which
// have the phrase as written, of which again a few are read; and all of them count as inflected.
func (p *part) findPhrase(ctx context.Context, text string) (phraseMatch, error) {
	m, err := p.lookForPhrase(ctx, text)
	if err != nil {
		return m, fmt.Errorf("phrase %q: %w", text, err)
	}
	return m, nil
}

func (p *part) lookForPhrase(ctx context.Context, text string) (m phraseMatch, err error) {
	phrase := fold(text)
	tokens := p.analyzer.Analyze([]byte(p.language.prepare(text)))
	grams := cover(unitsOf(phrase))
	if len(grams) == 1 && grams[0].size == 1 && len(tokens) > 1 {
		grams = nil // one word that is several terms, as in Katakana, is in no list
	}
	q := all(phraseTerms(tokens))
	if q == nil { // stop words only: the index does not know where they are
		if len(grams) == 0 || grams[0].size == 1 {
			return m, nil
		}
		q = query.NewMatchAllQuery()
	}
	request := bleve.NewSearchRequestOptions(q, p.documents, 0, false)
	request.Score = "none"
	result, err := p.bleve.SearchInContext(ctx, request)
	if err != nil {
		return m, err
	}
	candidates := result.Hits
	few := len(candidates) <= maxRead
	if !few {
		for _, hit := range candidates {
			m.inflected = append(m.inflected, hit.ID)
		}
		documents, whole, err := p.grams.follow(grams)
		if err != nil {
			return m, err
		}
		if len(grams) > 0 && !whole { // without grams it is one term, or one word
			candidates = slices.DeleteFunc(candidates, func(hit *search.DocumentMatch) bool {
				return documents[uint32(hit.IndexInternalID.Value())] == 0
			})
		}
	}
	for _, hit := range candidates {
		asWritten, inflected := true, true
		if len(candidates) <= maxRead {
			if asWritten, inflected, err = p.readPhrase(hit.ID, phrase, tokens); err != nil {
				return m, err
			}
		}
		if asWritten {
			m.asWritten = append(m.asWritten, hit.ID)
		}
		if few && (asWritten || inflected) {
			m.inflected = append(m.inflected, hit.ID)
		}
	}
	return m, nil
}

// phraseTerms asks for the terms of a phrase, which all have to be in a document. Other forms that a
// word of a query stands for have no part in it.
func phraseTerms(tokens analysis.TokenStream) []query.Query {
	var out []query.Query
	for _, t := range tokens {
		term := string(t.Term)
		if hasHan(term) && utf8.RuneCountInString(term) == 1 { // elsewhere it is half a pair
			out = append(out, any1([]query.Query{prefixQuery(fieldTitle, term, 1), prefixQuery(fieldBody, term, 1)}))
			continue
		}
		out = append(out, titleOrBody(term, 1))
	}
	return out
}

// readPhrase reads a document, and tells whether it has a folded phrase, and its terms as far from one
// another as in it.
func (p *part) readPhrase(id, phrase string, tokens analysis.TokenStream) (asWritten, inflected bool, err error) {
	d, err := p.reader.Document(id)
	if err != nil || d == nil {
		return false, false, err
	}
	d.VisitFields(func(f index.Field) {
		if name := f.Name(); name == fieldName || name == fieldBody {
			text := p.language.letters(string(f.Value())) // the title is stored as written
			asWritten = asWritten || containsPhrase(fold(text), phrase)
			inflected = inflected || inOrder(p.analyzer.Analyze([]byte(p.language.prepare(text))), tokens)
		}
	})
	return asWritten, inflected, nil
}

// inOrder tells whether a text has the tokens of a phrase as far from one another as there.
func inOrder(text, phrase analysis.TokenStream) bool {
	at := make(map[int]string, len(text))
	for _, t := range text {
		at[t.Position] = string(t.Term)
	}
	for _, t := range text {
		follows := true
		for _, p := range phrase {
			follows = follows && at[t.Position+p.Position-phrase[0].Position] == string(p.Term)
		}
		if follows {
			return true
		}
	}
	return false
}
