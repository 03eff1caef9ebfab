//go:build !unix && !windows

package child

import (
	"os"
	"syscall"
)

var apart *syscall.SysProcAttr

// kill ends a child.
func kill(p *os.Process) error { return p.Kill() }
