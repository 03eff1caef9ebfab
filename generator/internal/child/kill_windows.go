package child

import (
	"os"
	"syscall"
)

// apart puts a child into a group of its own, so that Ctrl-C reaches the parent alone, which then
// decides.
var apart = &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}

// kill ends a child.
func kill(p *os.Process) error { return p.Kill() }
