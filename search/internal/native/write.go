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

// MaxBatch is how many documents are analysed in memory before they go to disk as a segment. With
// 300 the peak of memory is half of that with 1000, and no time is lost.
const MaxBatch = 300

// Index is an index to be written.
type Index struct {
	Language  text.Language
	Facets    []string
	Documents int
	// Document returns the id of a document and its fields. Documents are in order of id.
	Document func(i int) (id string, fields map[string]any)
	// Progress is called after each document.
	Progress func()
}

// Write writes the index into a folder, by way of files in temp.
func (x Index) Write(ctx context.Context, path, temp string) error {
	registerSortedZap()
	m, err := NewMapping(x.Language, x.Facets)
	if err != nil {
		return err
	}
	// At least two batches wherever possible: a merged segment packs rare terms closer than one
	// that comes straight from memory, and readers then need to expect only the one kind.
	batch := min(MaxBatch, (x.Documents+1)/2)
	builder, err := bleve.NewBuilder(path, m, map[string]any{
		"buildPathPrefix":     temp,
		"batchSize":           batch,
		"mergeMax":            x.Documents/batch + 2, // merge all at once: keeps documents in order of id
		"forceSegmentType":    sortedZapType,
		"forceSegmentVersion": int(zapVersion),
	})
	if err != nil {
		return fmt.Errorf("open builder: %w", err)
	}
	for i := range x.Documents {
		// On an early return the builder's own files go with temp; it holds nothing else.
		if err := ctx.Err(); err != nil {
			return err
		}
		id, fields := x.Document(i)
		if err := builder.Index(id, fields); err != nil {
			return fmt.Errorf("index document %q: %w", id, err)
		}
		x.Progress()
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := builder.Close(); err != nil {
		return fmt.Errorf("merge segments: %w", err)
	}
	segment, err := segmentFile(path)
	if err != nil {
		return err
	}
	if err := canonicalizeZap(segment); err != nil {
		return err
	}
	return finishBolt(filepath.Join(path, "store", "root.bolt"))
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
