package command

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/render/hugo"
)

// Main runs the command line of this process, stops it when the system asks for that, and returns
// the exit code: that of [Run], or 128 and the number of the signal that stopped it.
func Main() int {
	hugo.Child()
	source.Child()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	if !signal.Ignored(syscall.SIGHUP) { // as nohup has it
		signal.Notify(signals, syscall.SIGHUP)
	}
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	ended := make(chan int, 1)
	tell := newTeller(os.Stderr)
	go func() { ended <- run(ctx, os.Args[1:], os.Stdin, os.Stdout, tell) }()
	var asked stopped
	select {
	case code := <-ended:
		return code
	case s := <-signals:
		asked = stopped{s}
	}
	cancel(asked)
	select {
	case code := <-ended:
		return code
	case <-time.After(patience):
		tell.fail(asked.Error())
		return asked.code()
	}
}

// patience is how long a command that is stopped may clean up. What does not end by then, such as
// the reading of a file that has no end, has written nothing that the next run does not remove.
// Further signals change nothing: the time is short. Tests change it.
var patience = 4 * time.Second

// stopped is the cause of the end of a command that a signal stopped.
type stopped struct{ signal os.Signal }

func (s stopped) Error() string {
	return fmt.Sprintf("stopped by a signal (%v)", s.signal)
}

// code returns the exit code by which shells tell the signal.
func (s stopped) code() int {
	number, _ := s.signal.(syscall.Signal)
	return 128 + int(number)
}
