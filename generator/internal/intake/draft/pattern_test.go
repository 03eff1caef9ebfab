package draft

import "testing"

// TestPatternsCompile: a pattern is compiled when it is first used, which may be long after a wrong
// one was written.
func TestPatternsCompile(t *testing.T) {
	if len(patterns) < 200 {
		t.Fatalf("%d patterns", len(patterns))
	}
	for _, p := range patterns {
		p.compiled()
	}
}
