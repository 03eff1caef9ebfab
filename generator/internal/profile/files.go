package profile

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime/pprof"
	"runtime/trace"
)

// The files that a process writes. Those of a child begin with its name: render-1.cpu.pprof.
const (
	cpuFile   = "cpu.pprof"
	heapFile  = "heap.pprof"
	traceFile = "trace.out"
)

// variable is where a child finds what the names of its files begin with.
const variable = "KENGASH_PROFILE"

// FromEnvironment starts the profiles of a child, if its parent requested them by
// [Child.Environ], and returns the function that writes them.
func FromEnvironment() (stop func() error, err error) {
	prefix := os.Getenv(variable)
	if prefix == "" {
		return func() error { return nil }, nil
	}
	_ = os.Unsetenv(variable) // not for what this process starts
	return record(prefix)
}

// record starts the CPU profile and the trace of this process, and returns the function that ends
// them and writes the heap profile.
func record(prefix string) (stop func() error, err error) {
	cpu, err := os.Create(prefix + cpuFile)
	if err != nil {
		return nil, err
	}
	events, err := os.Create(prefix + traceFile)
	if err != nil {
		return nil, errors.Join(err, cpu.Close())
	}
	if err = pprof.StartCPUProfile(cpu); err == nil {
		if err = trace.Start(events); err != nil {
			pprof.StopCPUProfile()
		}
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("profile: %w", err), cpu.Close(), events.Close())
	}
	return func() error {
		trace.Stop()
		pprof.StopCPUProfile()
		return errors.Join(writeHeap(prefix+heapFile), cpu.Close(), events.Close())
	}, nil
}

// writeHeap writes the heap as the last garbage collection left it. Another one would show what is
// left when all is done, which is little.
func writeHeap(name string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(pprof.Lookup("heap").WriteTo(f, 0), f.Close())
}

// ofChild are the names of the files of children.
var ofChild = regexp.MustCompile(`^[a-z]+-\d+\.(cpu\.pprof|heap\.pprof|trace\.out)$`)

// removeOld removes what the children of an earlier session wrote, which may have been more.
func removeOld(dir string) error {
	files, err := os.ReadDir(dir)
	for _, file := range files {
		if err == nil && ofChild.MatchString(file.Name()) {
			err = os.Remove(filepath.Join(dir, file.Name()))
		}
	}
	return err
}
