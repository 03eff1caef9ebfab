package native

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"

	"github.com/kengash/kengash/search/internal/text"
)

// Index is an index to be written.
type Index struct {
	Lexicon   *text.Lexicon
	Facets    []string
	Documents int
	// Document returns a document. They are in order of id. It is called once for each.
	Document func(i int) Document
	// Compounds, if it is set, adds compounds to documents when all are there.
	Compounds func(add func(document int, compound string))
	// Progress is called after each document.
	Progress func()
}

// Write writes the index into a folder, by way of files in temp, and returns what is in it.
func (x Index) Write(ctx context.Context, path, temp string) (*Segment, error) {
	m, err := NewMapping(x.Lexicon.Language, x.Facets)
	if err != nil {
		return nil, err
	}
	s := NewSegment(m, x.Lexicon)
	for i := range x.Documents {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := s.Add(x.Document(i)); err != nil {
			return nil, err
		}
		x.Progress()
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if x.Compounds != nil {
		x.Compounds(s.AddCompound)
	}
	// All of an index but its segment comes from Bleve, as that of an index of one document.
	builder, err := bleve.NewBuilder(path, m, map[string]any{
		"buildPathPrefix": temp, "forceSegmentType": zapType, "forceSegmentVersion": int(zapVersion),
	})
	if err == nil {
		err = builder.Index("stand-in", map[string]any{})
	}
	if err == nil {
		err = builder.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("make index: %w", err)
	}
	segment, err := segmentFile(path)
	if err == nil {
		err = s.Write(segment)
	}
	if err == nil {
		err = finishBolt(filepath.Join(path, "store", "root.bolt"))
	}
	return s, err
}

// segmentFile returns the one segment of a finished index.
func segmentFile(path string) (string, error) {
	store := filepath.Join(path, "store")
	segments, err := fs.Glob(os.DirFS(store), "*.zap")
	if err != nil {
		return "", err
	}
	if len(segments) != 1 {
		return "", fmt.Errorf("%d segments instead of one", len(segments))
	}
	return filepath.Join(store, segments[0]), nil
}
