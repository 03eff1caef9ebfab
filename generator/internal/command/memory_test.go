package command

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

func TestMemorySizes(t *testing.T) {
	for text, want := range map[string]int64{"2GiB": 2 << 30, "1.5GiB": 3 << 29, "1500MiB": 1500 << 20, "256MiB": 256 << 20} {
		var m memorySize
		if err := m.Set(text); err != nil || int64(m) != want {
			t.Errorf("%s is %d, %v, want %d", text, m, err, want)
		}
		var again memorySize
		if err := again.Set(m.String()); err != nil || again != m {
			t.Errorf("%s is written %s, which is %d", text, m.String(), again)
		}
	}
	for _, text := range []string{"", "2", "2GB", "x", "GiB", "-1GiB", "255MiB", "1e300GiB", "NaNGiB", "2 GiB"} {
		var m memorySize
		if err := m.Set(text); err == nil {
			t.Errorf("%q is %d", text, m)
		}
	}
}

func TestTheCollectorBeginsAtTheFloor(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(50))
	defer collectLate()()
	runtime.GC() // what other tests left
	percent := func(wanted func(int) bool) bool {
		for range 10000 {
			now := debug.SetGCPercent(100)
			debug.SetGCPercent(now)
			if wanted(now) {
				return true
			}
			time.Sleep(time.Millisecond)
		}
		return false
	}
	if !percent(func(p int) bool { return p > 100 }) {
		t.Error("where little is in use after a collection, the next one is not put off")
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	before := m.NumGC
	for range 64 {
		used = make([]byte, 1<<20)
	}
	if runtime.ReadMemStats(&m); m.NumGC != before {
		t.Errorf("the collector began %d times below the floor", m.NumGC-before)
	}
	used = make([]byte, floor*3/4)
	runtime.GC()
	if !percent(func(p int) bool { return p == 50 }) {
		t.Error("where much is in use after a collection, the percentage is not what it was before")
	}
	used = nil
}

// used is for the test alone: the compiler cannot know what is done with it.
var used []byte
