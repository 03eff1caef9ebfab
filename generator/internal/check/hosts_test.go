package check

import (
	"fmt"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

func TestHostsAreFew(t *testing.T) {
	for n, want := range map[int]bool{mostHosts: false, mostHosts + 1: true} {
		c := &model.Collection{Config: &model.Config{Index: &diag.Index{}}}
		for i := range n {
			c.Config.Hosts = append(c.Config.Hosts, fmt.Sprintf("h%d.example", i))
		}
		var l diag.List
		settings(c, &l)
		if got := strings.Contains(fmt.Sprint(l.Err()), "hosts (name at most 100"); got != want {
			t.Errorf("%d hosts: %v", n, l.Err())
		}
	}
}
