package search

import (
	"context"
	"fmt"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
)

// phraseMatch is where a phrase stands: in asWritten the very words, in inflected (which holds these
// too) words of the same stems, with any stop words between them.
type phraseMatch struct {
	asWritten, inflected []string // document ids
}

// findPhrase looks for a phrase in title or body. Bleve's phrase query compares stems and takes a
// stop word for a gap that anything may fill, so it only finds the candidates; whether the words
// stand there as written is seen in the stored text.
func (p *part) findPhrase(ctx context.Context, text string, words []word) (phraseMatch, error) {
	var m phraseMatch
	if len(words) == 0 {
		return m, nil // stop words only: the index does not know where they are
	}
	prepared := p.language.prepare(text)
	var q query.Query
	ordered := true
	for _, t := range p.analyzer.Analyze([]byte(prepared)) {
		// A single Han character is a term only beside other writing; elsewhere it is half a pair,
		// and then the phrase query does not find it.
		if term := string(t.Term); hasHan(term) && utf8.RuneCountInString(term) == 1 {
			ordered = false
		}
	}
	if ordered {
		var fields []query.Query
		for _, field := range []string{fieldTitle, fieldBody} {
			f := query.NewMatchPhraseQuery(prepared)
			f.SetField(field)
			fields = append(fields, f)
		}
		q = any1(fields)
	} else {
		q = all(queries(words))
	}
	request := bleve.NewSearchRequestOptions(q, p.documents, 0, false)
	request.Fields = []string{fieldName, fieldBody}
	request.Score = "none"
	result, err := p.bleve.SearchInContext(ctx, request)
	if err != nil {
		return m, fmt.Errorf("phrase %q: %w", text, err)
	}
	phrase := fold(text)
	for _, hit := range result.Hits {
		if ordered {
			m.inflected = append(m.inflected, hit.ID)
		}
		if containsPhrase(fold(stored(hit, fieldName)), phrase) || containsPhrase(fold(stored(hit, fieldBody)), phrase) {
			m.asWritten = append(m.asWritten, hit.ID)
		}
	}
	return m, nil
}

func stored(hit *search.DocumentMatch, field string) string {
	s, _ := hit.Fields[field].(string)
	return s
}
