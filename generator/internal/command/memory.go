package command

import (
	"fmt"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"strings"
	"sync"
)

// memorySize is an amount of memory on the command line: a number with a unit, as in 1500MiB or
// 2GiB, the syntax of GOMEMLIMIT (package runtime).
type memorySize int64

var memoryUnits = []struct {
	name  string
	bytes int64
}{{"GiB", 1 << 30}, {"MiB", 1 << 20}}

// leastMemory is below what a build of any size needs.
const leastMemory = 256 << 20

// Set reads a size.
func (m *memorySize) Set(text string) error {
	for _, unit := range memoryUnits {
		number, ok := strings.CutSuffix(text, unit.name)
		if !ok {
			continue
		}
		n, err := strconv.ParseFloat(number, 64)
		if err != nil || n*float64(unit.bytes) > 1<<50 {
			break
		}
		if *m = memorySize(n * float64(unit.bytes)); *m < leastMemory {
			return fmt.Errorf("want at least %d MiB", leastMemory>>20)
		}
		return nil
	}
	return fmt.Errorf("want a number with a unit, as in 1500MiB or 2GiB")
}

// String writes a size as Set reads it.
func (m *memorySize) String() string {
	for _, unit := range memoryUnits {
		if int64(*m)%unit.bytes == 0 || unit.bytes == 1<<20 {
			return strconv.FormatInt(int64(*m)/unit.bytes, 10) + unit.name
		}
	}
	return ""
}

// Type names the kind of value in the help.
func (m *memorySize) Type() string { return "size" }

// besides is what a build of any size needs besides the memory that the garbage collector of this
// process counts: mostly the process that renders, which has 190 MB with ten thousand records.
const besides = 320 << 20

// apply has the garbage collector keep this process within its share of the memory. GOMEMLIMIT in
// the environment counts instead, unless the size was asked for. Undo restores what was before.
func (m *memorySize) apply(asked bool) (undo func()) {
	limit := debug.SetMemoryLimit(-1)
	if limit != math.MaxInt64 && !asked {
		return func() {}
	}
	debug.SetMemoryLimit(max(int64(*m)/4*3, int64(*m)-besides))
	return func() { debug.SetMemoryLimit(limit) }
}

// floor is the size of the heap below which garbage stays. A build after an edit remains near it,
// and one of a thousand records needs twice as much in any case.
const floor = 192 << 20

// collectLate has the garbage collector begin at the floor, instead of some twenty times on the way
// there: Go's own floor is 4 MB (GOGC, package runtime). Above it the collector does as ever. GOGC
// in the environment counts instead. Undo restores what was before.
func collectLate() (undo func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(-1)
	var mu sync.Mutex
	done := false
	// The heap may grow by the percentage of what was in use, and of what leads to it.
	var put func()
	put = func() {
		mu.Lock()
		defer mu.Unlock()
		if done {
			return
		}
		size := []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/gc/scan/globals:bytes"}}
		metrics.Read(size)
		used, roots := int(size[0].Value.Uint64()), int(size[1].Value.Uint64())
		debug.SetGCPercent(max(before, (floor-used)*100/(used+roots)))
		afterCollection(put)
	}
	put()
	return func() {
		mu.Lock()
		defer mu.Unlock()
		done = true
		debug.SetGCPercent(before)
	}
}

// afterCollection calls act once, after the next collection.
func afterCollection(act func()) {
	// Nothing refers to it, so it goes with the next collection. Without a pointer it could share
	// its memory with other objects, and stay.
	type gone struct{ _ *byte }
	runtime.AddCleanup(new(gone), func(act func()) { act() }, act)
}
