package source

import (
	"bufio"
	"cmp"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/kengash/kengash/generator/internal/child"
	"github.com/kengash/kengash/generator/internal/diag"
)

// PDFium may never return from a file that was made for that, and what could interrupt it makes it
// four times slower. A process can be ended at any time, so PDFium runs in one of its own.

// readingPDF is the name of the task.
const readingPDF = "read a PDF"

// Child reads a PDF, and ends the process, where [Read] started this process for it. Elsewhere it
// does nothing.
func Child() { child.Main(readingPDF, readAsked) }

// asked is what the child is asked for; the bytes of the file follow it.
type asked struct {
	Name        string
	Bytes       int
	Time, First time.Duration // pdfTime and pdfFirstTime
}

// answer is what the child made of it: a document, the problems of the file, or another error.
type answer struct {
	Document *Document
	Problems []diag.Problem
	Err      string
}

const (
	// pdfPatience is how long an answer may take where a child cannot say itself that it was slow.
	pdfPatience = 2 * time.Minute
	// mostPDFs is how many are read at a time: each may have half a gigabyte.
	mostPDFs = 2
)

var pdfPlaces = make(chan struct{}, mostPDFs)

// readApart has a child read a PDF.
func (r *reading) readApart(data []byte) error {
	select {
	case pdfPlaces <- struct{}{}:
		defer func() { <-pdfPlaces }()
	case <-r.ctx.Done():
		return r.ctx.Err()
	}
	ctx, cancel := context.WithTimeoutCause(r.ctx, pdfPatience, errSlow)
	defer cancel()
	p, err := child.Start(ctx, readingPDF)
	if err != nil {
		return fmt.Errorf("%s: %w", r.doc.Name, err)
	}
	// A child that has ended reads nothing more, and its answer says why.
	go func() {
		if gob.NewEncoder(p.In).Encode(asked{r.doc.Name, len(data), pdfTime, pdfFirstTime}) == nil {
			_, _ = p.In.Write(data)
		}
	}()
	var got answer
	err = gob.NewDecoder(p.Out).Decode(&got)
	_, _ = io.Copy(io.Discard, p.Out)
	err = cmp.Or(p.Wait(), err)
	switch {
	case r.ctx.Err() != nil:
		return r.ctx.Err()
	case errors.Is(context.Cause(ctx), errSlow):
		return r.slow()
	case len(got.Problems) > 0:
		return &diag.Error{Problems: got.Problems}
	case got.Err != "":
		return errors.New(got.Err)
	case err != nil:
		return r.crashed(err)
	}
	got.Document.Name = r.doc.Name
	*r.doc = *got.Document
	return nil
}

// crashed is the error of a PDF whose child ended without an answer.
func (r *reading) crashed(err error) error {
	if crash, ok := errors.AsType[*child.Crash](err); ok && (crash.Killed || strings.Contains(crash.Output, "out of memory")) {
		return r.broken()
	}
	return fmt.Errorf("%s: the process that reads it crashed: %w", r.doc.Name, err)
}

// readAsked reads the PDF that the parent sends.
func readAsked(in io.Reader, out io.Writer) error {
	from := bufio.NewReader(in)
	var it asked
	if err := gob.NewDecoder(from).Decode(&it); err != nil {
		return err
	}
	pdfTime, pdfFirstTime = it.Time, it.First
	// While PDFium runs, nothing else does on its processor.
	runtime.GOMAXPROCS(max(runtime.GOMAXPROCS(0), 2))
	r := &reading{ctx: context.Background(), doc: &Document{Name: it.Name, Format: "pdf"}}
	var once sync.Once
	say := func(err error) {
		once.Do(func() {
			a := answer{Document: r.doc}
			if told, ok := errors.AsType[*diag.Error](err); ok {
				a = answer{Problems: told.Problems}
			} else if err != nil {
				a = answer{Err: err.Error()}
			}
			if gob.NewEncoder(out).Encode(a) != nil {
				os.Exit(1)
			}
			os.Exit(0)
		})
	}
	load := func() ([]byte, error) {
		data := make([]byte, it.Bytes)
		_, err := io.ReadFull(from, data)
		child.EndWithParent(in, func() {})
		return data, err
	}
	say(r.readHere(load, func() { say(r.slow()) }))
	return nil
}

// A collector collects garbage between the pages. At other times nothing may: it waits for all
// threads, and so for PDFium, which may take for ever.
type collector struct{ seen uint64 }

// newCollector takes the collecting over from the runtime, and gives back what compiling took.
func newCollector() *collector {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(math.MaxInt64)
	debug.FreeOSMemory()
	return &collector{allocated()}
}

// collect collects what was left since it was last called, if that is much.
func (c *collector) collect() {
	const much = 32 << 20
	if now := allocated(); now-c.seen > much {
		c.seen = now
		runtime.GC()
	}
}

// allocated is how much memory was ever asked for.
func allocated() uint64 {
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	return now.TotalAlloc
}
