package kengash_test

import (
	"os/exec"
	"strings"
	"testing"
)

// A look for known weaknesses that could not be taken is never told as one that found none.
func TestALookForWeaknessesIsNotClaimedWhereThereIsNone(t *testing.T) {
	for _, c := range []struct {
		scanner string // what stands for govulncheck
		code    int
		says    string
	}{
		{`test "$*" = "-mode binary program" && echo No vulnerabilities found.`, 0, "no known weakness in program"},
		{"echo Your code is affected by 1 vulnerability.; exit 3", 3, "affected by 1 vulnerability"},
		{"echo 'govulncheck: fetching vulnerabilities: no such host' >&2; exit 1", 0, "NOT RUN: govulncheck"},
		{"echo 'creating client: stat /none: no such file' >&2; exit 1", 0, "NOT RUN: govulncheck"},
		{"echo 'fetching vulnerabilities: something'; exit 3", 3, ""},
		{"echo 'govulncheck: program is no program' >&2; exit 1", 1, "is no program"},
	} {
		cmd := exec.Command("tools/lint/vulnerabilities", "program", "sh", "-c", c.scanner, "govulncheck")
		cmd.Env = append(cmd.Environ(), "GOVULNDB=")
		out, err := cmd.CombinedOutput()
		if code := cmd.ProcessState.ExitCode(); code != c.code || !strings.Contains(string(out), c.says) {
			t.Errorf("%s: code %d (%v), want %d\n%s", c.scanner, code, err, c.code, out)
		}
		if claims := strings.Contains(string(out), "no known weakness"); claims != strings.Contains(c.says, "no known") {
			t.Errorf("%s: says %q", c.scanner, out)
		}
	}
}
