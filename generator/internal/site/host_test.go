package site_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// hosting is what the repository asks of its host.
type hosting struct {
	Headers []struct {
		For    string
		Values map[string]string
	}
}

func readHosting(t *testing.T) hosting {
	t.Helper()
	var h hosting
	if _, err := toml.DecodeFile(filepath.Join(repository, "netlify.toml"), &h); err != nil {
		t.Fatal(err)
	}
	return h
}

// matches reports whether a rule is for an address, as Netlify reads it: ":name" stands for a
// segment, and "*" at the end for whatever follows.
func matches(rule, address string) bool {
	pattern := regexp.QuoteMeta(rule)
	pattern = regexp.MustCompile(`:\w+`).ReplaceAllString(pattern, `[^/]+`)
	pattern = strings.Replace(pattern, `\*`, `.*`, 1)
	return regexp.MustCompile("^" + pattern + "$").MatchString(address)
}

// What a browser may keep for ever must never change: the name of its folder is a hash.
func TestOnlyFilesOfABuildOfTheIndexAreKeptForEver(t *testing.T) {
	s := realSite(t)
	hashed := regexp.MustCompile(`^/search/[0-9a-f]{12}/`)
	kept := 0
	for name := range contents(t, s.dir) {
		for _, rule := range readHosting(t).Headers {
			if !strings.Contains(rule.Values["Cache-Control"], "immutable") || !matches(rule.For, "/"+name) {
				continue
			}
			kept++
			if !hashed.MatchString("/" + name) {
				t.Errorf("%s is kept for ever by the rule for %s, and changes with the next build", name, rule.For)
			}
		}
	}
	if kept < 50 {
		t.Errorf("%d files are kept", kept)
	}
}

// The examples for other hosts send the headers that the repository asks of its own.
func TestTheDocumentationOfHostsHasTheHeaders(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(repository, "docs", "hosting.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range readHosting(t).Headers {
		for name, value := range rule.Values {
			if n := strings.Count(string(data), name+` "`+value+`"`); n < 2 && name != "Cache-Control" {
				t.Errorf("docs/hosting.md sends %s %q %d times, want it for nginx and for Apache", name, value, n)
			}
		}
	}
}
