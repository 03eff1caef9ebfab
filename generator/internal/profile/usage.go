package profile

import (
	"os"
	"time"
)

// Usage is what a process has used.
type Usage struct {
	User, System time.Duration
	Peak         int64 // bytes of memory; 0 where the system does not tell
}

// Own returns what this process has used until now, and whether the system tells its times.
func Own() (Usage, bool) { return own() }

// ended returns what a process that has ended had used. The system does not tell its memory well:
// on Linux the peak of a child is at least that of its parent when it was started. So the child
// says it.
func ended(state *os.ProcessState, peak int64) Usage {
	if state == nil {
		return Usage{Peak: peak}
	}
	return Usage{User: state.UserTime(), System: state.SystemTime(), Peak: peak}
}
