package command

import (
	"fmt"
	"math"
	"runtime/debug"
	"strconv"
	"strings"
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

// apply has the garbage collector keep this process within its share of the memory: the rest is for
// the process that renders, and for what is not on the heap. GOMEMLIMIT in the environment counts
// instead, unless the size was asked for. Undo restores what was before.
func (m *memorySize) apply(asked bool) (undo func()) {
	limit := debug.SetMemoryLimit(-1)
	if limit != math.MaxInt64 && !asked {
		return func() {}
	}
	debug.SetMemoryLimit(int64(*m) / 4 * 3)
	return func() { debug.SetMemoryLimit(limit) }
}
