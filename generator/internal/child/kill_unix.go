//go:build unix

package child

import (
	"os"
	"syscall"
)

// apart puts a child into a group of its own, so that Ctrl-C reaches the parent alone, which then
// decides.
var apart = &syscall.SysProcAttr{Setpgid: true}

// kill ends a child and all that it has started.
func kill(p *os.Process) error {
	if err := syscall.Kill(-p.Pid, syscall.SIGKILL); err != nil {
		return p.Kill() // os.ErrProcessDone where it has ended
	}
	return nil
}
