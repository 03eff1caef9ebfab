package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestMeasureSeesChildren(t *testing.T) {
	// Two processes of 20 MB each, which hold them until both were seen, or a minute has passed.
	seen := filepath.Join(t.TempDir(), "seen")
	looked = func(c cost) {
		if c.together >= 40e6 {
			if err := os.WriteFile(seen, nil, 0o600); err != nil {
				t.Error(err)
			}
		}
	}
	t.Cleanup(func() { looked = func(cost) {} })
	hold := `x=$(head -c 20000000 /dev/zero | tr '\0' x); echo >&2 here; i=0
		while [ ! -e "$0" ] && [ $i -lt 600 ]; do i=$((i+1)); sleep 0.1; done`
	c, stderr, err := measure(t.Context(), "sh", "-c", "("+hold+") & ("+hold+"); wait", seen)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(string(stderr), "here"); got != 2 {
		t.Errorf("stderr has %d lines, want 2", got)
	}
	if c.largest < 20e6 || c.together < 40e6 {
		t.Errorf("the largest process has %.0f MB and all together %.0f, want more than 20 and 40", c.largest/1e6, c.together/1e6)
	}
	if c.cpu <= 0 || c.elapsed <= 0 {
		t.Errorf("CPU time %v, elapsed %v", c.cpu, c.elapsed)
	}
}

func TestMeasureTellsWhatAFailedProgramSaid(t *testing.T) {
	_, _, err := measure(t.Context(), "sh", "-c", "echo >&2 no such theme; exit 3")
	if err == nil || !strings.Contains(err.Error(), "exit status 3\nno such theme") {
		t.Errorf("error %v", err)
	}
}
