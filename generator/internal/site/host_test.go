package site_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/goccy/go-yaml"

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

// The jobs for GitHub and GitLab are YAML that runs `make site` and publishes public/.
func TestTheJobsForHostsPublishTheSite(t *testing.T) {
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(hostingExamples(t), -1)
	if len(blocks) != 2 {
		t.Fatalf("docs/hosting.md has %d jobs, want those for GitHub and GitLab", len(blocks))
	}
	var github struct {
		Permissions map[string]string
		Jobs        map[string]struct {
			Steps []struct {
				Run, Uses string
				With      map[string]string
			}
		}
	}
	if err := yaml.Unmarshal([]byte(blocks[0][1]), &github); err != nil {
		t.Error(err)
	}
	var does []string
	for _, step := range github.Jobs["publish"].Steps {
		action, _, _ := strings.Cut(step.Uses, "@")
		does = append(does, action+step.Run+step.With["path"])
	}
	want := []string{"actions/checkout", "actions/setup-go", "make site && touch public/.nojekyll", "actions/upload-pages-artifactpublic", "actions/deploy-pages"}
	if !slices.Equal(does, want) || github.Permissions["pages"] != "write" || github.Permissions["id-token"] != "write" {
		t.Errorf("the job for GitHub does %q with %v, want %q", does, github.Permissions, want)
	}
	var gitlab struct {
		Pages struct {
			Script    []string
			Artifacts struct{ Paths []string }
		}
	}
	if err := yaml.Unmarshal([]byte(blocks[1][1]), &gitlab); err != nil {
		t.Error(err)
	}
	if p := gitlab.Pages; !slices.Equal(p.Script, []string{"make site"}) || !slices.Equal(p.Artifacts.Paths, []string{"public"}) {
		t.Errorf("the job for GitLab is %+v", p)
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
