package browser

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// The two tests below read configuration only, so they run without a browser.

func TestHostAnswersUnknownAddressesInEveryLanguage(t *testing.T) {
	var site struct{ Language map[string]any }
	if _, err := toml.DecodeFile(filepath.Join(repository, "kengash.toml"), &site); err != nil {
		t.Fatal(err)
	}
	if len(site.Language) == 0 {
		t.Fatal("kengash.toml has no languages")
	}
	type redirect struct {
		From, To string
		Status   int
		Force    bool // would hide the pages that exist
	}
	var host struct{ Redirects []redirect }
	if _, err := toml.DecodeFile(filepath.Join(repository, "netlify.toml"), &host); err != nil {
		t.Fatal(err)
	}
	have := map[redirect]bool{}
	for _, r := range host.Redirects {
		have[r] = true
	}
	for lang := range site.Language {
		if want := (redirect{From: "/" + lang + "/*", To: "/" + lang + "/404.html", Status: 404}); !have[want] {
			t.Errorf("netlify.toml lacks %+v", want)
		}
	}
}

func TestHostAllowsNothingFromElsewhere(t *testing.T) {
	headers, err := hostHeaders()
	if err != nil {
		t.Fatal(err)
	}
	policy := headers["Content-Security-Policy"]
	if !strings.HasPrefix(policy, "default-src 'self';") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "://") {
		t.Errorf("Content-Security-Policy is %q", policy)
	}
}
