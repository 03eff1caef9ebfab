//go:build unix

package profile

import (
	"bufio"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

func own() (Usage, bool) {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return Usage{}, false
	}
	return Usage{User: time.Duration(r.Utime.Nano()), System: time.Duration(r.Stime.Nano()), Peak: peak(int64(r.Maxrss))}, true
}

// peak returns the peak of memory in bytes, from the unit of the system.
func peak(maxrss int64) int64 {
	switch runtime.GOOS {
	case "darwin", "ios":
		return maxrss
	case "linux", "android":
		if own := highWater(); own > 0 {
			return own
		}
	}
	return maxrss << 10
}

// highWater returns the peak of this program's memory as Linux knows it, without that of the
// process that started it; 0 where it does not tell.
func highWater() int64 {
	f, err := os.Open("/proc/self/status")
	if err != nil {
		return 0
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			kib, _ := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(rest, "kB")), 10, 64)
			return kib << 10
		}
	}
	return 0
}
