package source

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

const (
	// pdfMemory is what PDFium may have, in pages of 64 kB. A PDF that wants more ends it.
	pdfMemory = 128_000_000 / pdfUnit
	pdfUnit   = 65_536
)

// start starts PDFium. Files are given to it as bytes, and it sees no others. stop ends it.
func (p *pdfReading) start(ctx context.Context) (stop func(), err error) {
	dir := cacheDir()
	pool, err := engine(ctx, compiled(dir))
	if err != nil && dir != "" && ctx.Err() == nil {
		// The folder is full, or may not be written to, or its content is damaged.
		_ = os.RemoveAll(dir)
		pool, err = engine(ctx, compiled(""))
	}
	if err != nil {
		return nil, err
	}
	p.garbage = newCollector()
	if p.Pdfium, err = pool.GetInstanceWithContext(ctx); err != nil {
		_ = pool.Close()
		return nil, err
	}
	return func() { _ = pool.Close() }, nil
}

// engine makes machine code of PDFium, or takes it from a cache.
func engine(ctx context.Context, cache wazero.CompilationCache) (pdfium.Pool, error) {
	ctx = experimental.WithCompilationWorkers(ctx, runtime.GOMAXPROCS(0))
	return webassembly.Init(webassembly.Config{
		Context: experimental.WithMemoryAllocator(ctx, allocator), MaxIdle: 1, MaxTotal: 1,
		RuntimeConfig: wazero.NewRuntimeConfig().WithCompilationCache(cache).WithMemoryLimitPages(pdfMemory).
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling),
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
	})
}

// cacheDir is the folder that keeps PDFium as machine code, which takes seconds to make; "" if this
// system has no place for it.
func cacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "kengash-pdfium")
}

var caches sync.Map // by folder: also for the other PDFs of this process

// compiled returns the cache in a folder, or in the memory of this process.
func compiled(dir string) wazero.CompilationCache {
	if cache, ok := caches.Load(dir); ok {
		return cache.(wazero.CompilationCache)
	}
	cache := wazero.NewCompilationCache()
	if dir != "" {
		if in, err := wazero.NewCompilationCacheWithDir(dir); err == nil {
			cache = in
		}
	}
	kept, _ := caches.LoadOrStore(dir, cache)
	return kept.(wazero.CompilationCache)
}

// allocator gives PDFium all of its memory as one piece that grows in place. As a slice that is
// copied when it grows it would leave several times as much to the garbage collector.
var allocator = experimental.MemoryAllocatorFunc(func(uint64, uint64) experimental.LinearMemory {
	return linear(make([]byte, pdfMemory*pdfUnit))
})

type linear []byte

// Reallocate returns the first bytes of the memory.
func (m linear) Reallocate(size uint64) []byte {
	if size > uint64(len(m)) {
		return nil
	}
	return m[:size]
}

// Free does nothing: the garbage collector does.
func (m linear) Free() {}
