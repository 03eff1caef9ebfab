package index

import (
	"context"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/search"
	bquery "github.com/blevesearch/bleve/v2/search/query"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"github.com/kengash/kengash/search/internal/bundle"
	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/query"
	"github.com/kengash/kengash/search/internal/text"
)

// Phrase is where a phrase occurs, as ids of documents: in AsWritten the very words, in Inflected
// (which holds these too) words of the same stems, with any stop words between them.
type Phrase struct{ AsWritten, Inflected []string }

// FindPhrase looks for a phrase in title or body. The index knows which documents have its terms. A
// few of these are read, to see how the words are placed. Where more have them the grams tell
// which have the phrase as written, of which again a few are read; and all of them count as
// inflected.
func (x *Index) FindPhrase(ctx context.Context, phrase string) (Phrase, error) {
	m, err := x.lookForPhrase(ctx, phrase)
	if err != nil {
		return m, fmt.Errorf("phrase %q: %w", phrase, err)
	}
	return m, nil
}

func (x *Index) lookForPhrase(ctx context.Context, written string) (m Phrase, err error) {
	phrase := text.Fold(written)
	tokens := x.Analyzer.Analyze([]byte(x.Language.Prepare(written)))
	grams := bundle.Cover(phrase)
	if len(grams) == 1 && grams[0].Size == 1 && len(tokens) > 1 {
		grams = nil // one word that is several terms, as in Katakana, is in no list
	}
	q := query.All(phraseTerms(tokens))
	if q == nil { // stop words only: the index does not know where they are
		if len(grams) == 0 || grams[0].Size == 1 {
			return m, nil
		}
		q = bquery.NewMatchAllQuery()
	}
	request := bleve.NewSearchRequestOptions(q, x.Documents, 0, false)
	request.Score = "none"
	result, err := x.Bleve.SearchInContext(ctx, request)
	if err != nil {
		return m, err
	}
	candidates := result.Hits
	few := len(candidates) <= constants.Grams.Read
	if !few {
		for _, hit := range candidates {
			m.Inflected = append(m.Inflected, hit.ID)
		}
		documents, whole, err := x.grams.Follow(grams)
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
		if len(candidates) <= constants.Grams.Read {
			if asWritten, inflected, err = x.readPhrase(hit.ID, phrase, tokens); err != nil {
				return m, err
			}
		}
		if asWritten {
			m.AsWritten = append(m.AsWritten, hit.ID)
		}
		if few && (asWritten || inflected) {
			m.Inflected = append(m.Inflected, hit.ID)
		}
	}
	return m, nil
}

// phraseTerms asks for the terms of a phrase, which all have to be in a document. Other forms that
// a word of a query stands for have no part in it.
func phraseTerms(tokens analysis.TokenStream) []bquery.Query {
	var out []bquery.Query
	for _, t := range tokens {
		term := string(t.Term)
		if text.HasHan(term) && utf8.RuneCountInString(term) == 1 { // elsewhere it is half a pair
			out = append(out, query.Any([]bquery.Query{query.PrefixIn(native.Title, term, 1), query.PrefixIn(native.Body, term, 1)}))
			continue
		}
		out = append(out, query.TitleOrBody(term, 1))
	}
	return out
}

// readPhrase reads a document, and reports whether it has a folded phrase, and its terms as far
// from one another as in it.
func (x *Index) readPhrase(id, phrase string, tokens analysis.TokenStream) (asWritten, inflected bool, err error) {
	d, err := x.reader.Document(id)
	if err != nil || d == nil {
		return false, false, err
	}
	d.VisitFields(func(f bleveindex.Field) {
		if name := f.Name(); name == native.Name || name == native.Body {
			stored := x.Language.Letters(string(f.Value())) // the title is stored as written
			asWritten = asWritten || text.ContainsPhrase(text.Fold(stored), phrase)
			inflected = inflected || inOrder(x.Analyzer.Analyze([]byte(x.Language.Prepare(stored))), tokens)
		}
	})
	return asWritten, inflected, nil
}

// inOrder reports whether a text has the tokens of a phrase as far from one another as there.
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
