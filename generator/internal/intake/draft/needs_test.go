package draft

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

func TestWhatPatternsNeed(t *testing.T) {
	for _, c := range []struct{ pattern, want string }{
		{`approved`, `[[approved]]`},
		{`(?i)Approved|ADOPTED`, `[[approved adopted]]`},
		{`(?i)(?:approve|adopt)s? the (.+) as (?:read|shown)`, `[[approves the  approve the  adopts the  adopt the ] [ as read  as shown]]`},
		{`(?i)принять\s+к сведению`, `[[ПРИНЯТЬ] [К СВЕДЕНИЮ]]`},
		{`原则?同意`, `[[原则同意 原同意]]`},
		{`[一二]、(?:同意)+`, `[[同意] [一、 二、]]`},
		{`(?:同意){2,3}`, `[[同意同意同意 同意同意]]`},
		{`(?i)k`, `[[k]]`},
		{`^[12]$`, `[[1 2]]`},
		{`approved|.+`, `[]`},
		{`(?:approved)?`, `[]`},
		{`(?:approved)*`, `[]`},
		{`a| `, `[]`},
	} {
		if got := fmt.Sprint([][]string(needsOf(c.pattern))); got != c.want {
			t.Errorf("%s needs %s; want %s", c.pattern, got, c.want)
		}
	}
}

func TestCaselessLettersAreThoseOfPatterns(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if next := unicode.SimpleFold(r); caselessRune(r) != caselessRune(next) {
			t.Errorf("%q is %q, but %q is %q", r, caselessRune(r), next, caselessRune(next))
		}
	}
}

// TestNoPatternMissesWhatItMatches tries all patterns on all lines that this package's tests have.
func TestNoPatternMissesWhatItMatches(t *testing.T) {
	files, err := filepath.Glob("testdata/texts/*")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	missed := 0
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			for _, p := range patterns {
				if !p.misses(line) {
					continue
				}
				if missed++; p.compiled().MatchString(line) {
					t.Errorf("%s matches %q, of which it was said not to", p, line)
				}
			}
		}
	}
	if missed == 0 {
		t.Error("every pattern was tried on every line")
	}
}

func FuzzNeeds(f *testing.F) {
	f.Add(`(?i)\b(approve|adopt)s? (.+?)(?:, as read)?$`, "The Board ADOPTS the plan")
	f.Add(`[[:alpha:]]{2,3}|(?s)a.b|[^x]+(?:s|k)\x{fffd}`, "ſK\xff")
	f.Add(`(?i)ᲀ(?:а|бв)*г{2}`, "вбвГг")
	f.Fuzz(func(t *testing.T, pattern, text string) {
		compiled, err := regexp.Compile(pattern)
		if err != nil || len(pattern) > 200 {
			return
		}
		if of := needsOf(pattern); of.lack(text) && compiled.MatchString(text) {
			t.Errorf("%s needs %q, and matches %q", pattern, of, text)
		}
	})
}
