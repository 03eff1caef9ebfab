package verify

import (
	"strings"
	"testing"
)

func TestThePolicyNamesTheHostsOfTheOwner(t *testing.T) {
	strict := Headers(nil)["Content-Security-Policy"]
	if !strings.HasPrefix(strict, "default-src 'self'; base-uri 'none'; ") || strings.Contains(strict, "unsafe") || strings.Contains(strict, ":") {
		t.Errorf("the policy is %q", strict)
	}
	open := Headers([]string{"a.example", "b.example:8443"})["Content-Security-Policy"]
	for _, want := range []string{"default-src 'self' https://a.example https://b.example:8443;", "form-action 'self' https://a.example https://b.example:8443;"} {
		if !strings.Contains(open, want) {
			t.Errorf("the policy is %q, want %q in it", open, want)
		}
	}
}
