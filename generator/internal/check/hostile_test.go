package check

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash/generator/internal/hostile"
	"github.com/kengash/kengash/generator/internal/limit"
)

// withinLimits are the largest files of a class that are read.
func withinLimits(c hostile.Case, most int) map[string]string {
	return c.Largest(most, func(files map[string]string) bool {
		for name, text := range files {
			joined := strings.HasPrefix(name, "content/en/protocols/")
			if limit.Default.Check(name, []byte(text), joined) != nil {
				return false
			}
		}
		return true
	})
}

func siteOf(files map[string]string) fstest.MapFS {
	site := fstest.MapFS{}
	for name, text := range hostile.Over(files) {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return site
}

// BenchmarkHostile reads and checks, of each class of hostile input, the largest site within the
// limits. None should take two seconds.
func BenchmarkHostile(b *testing.B) {
	for _, c := range hostile.Cases() {
		b.Run(c.Name, func(b *testing.B) {
			site := siteOf(withinLimits(c, 1_000_000))
			b.ReportAllocs()
			for b.Loop() {
				checked(b, site)
			}
		})
	}
}
