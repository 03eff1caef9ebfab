package site_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/kengash/kengash/generator/internal/verify"
)

// hosting is what the repository asks of its host.
type hosting struct {
	Headers []struct {
		For    string
		Values map[string]string
	}
	Redirects []struct {
		From, To string
		Status   int
		Force    bool // would hide the pages that exist
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

// The headers that builds are verified for, which kengash serve sends, are those of the host.
func TestHostsSendTheHeadersOfABuild(t *testing.T) {
	want := verify.Headers(realSite(t).model(t).Config.Hosts)
	for _, rule := range readHosting(t).Headers {
		if rule.For == "/*" && !maps.Equal(rule.Values, want) {
			t.Errorf("netlify.toml sends %q, want %q", rule.Values, want)
		} else if rule.For == "/*" {
			return
		}
	}
	t.Error("netlify.toml has no headers for /*")
}

func TestHostsAnswerUnknownAddressesInEveryLanguage(t *testing.T) {
	documented := hostingExamples(t)
	for lang := range realSite(t).langs {
		page := "/" + lang + "/404.html"
		found := false
		for _, r := range readHosting(t).Redirects {
			found = found || r.From == "/"+lang+"/*" && r.To == page && r.Status == 404 && !r.Force
		}
		if !found {
			t.Errorf("netlify.toml does not answer by %s", page)
		}
		for _, example := range []string{"error_page 404 " + page, "ErrorDocument 404 " + page} {
			if !strings.Contains(documented, example) {
				t.Errorf("docs/hosting.md lacks %q", example)
			}
		}
	}
}

// The examples for other hosts send the headers that the repository asks of its own.
func TestTheExamplesForHostsHaveTheHeaders(t *testing.T) {
	documented := hostingExamples(t)
	for _, rule := range readHosting(t).Headers {
		for name, value := range rule.Values {
			if n := strings.Count(documented, name+` "`+value+`"`); n < 3 && name != "Cache-Control" {
				t.Errorf("docs/hosting.md sends %s %q %d times, want it for nginx, Apache and Caddy", name, value, n)
			}
		}
	}
}

func hostingExamples(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(repository, "docs", "hosting.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
