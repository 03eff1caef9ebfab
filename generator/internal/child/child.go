// Package child runs a task of this program in a separate process, which can be killed if it does
// not return and whose memory is freed when it ends.
//
// The program is started again, and its main function calls [Main] first, once for each task that
// there is. Caller and task communicate through two pipes, by which the task also notices that its
// caller has died. Nothing else is used, so it works the same way on all systems.
package child

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/kengash/kengash/generator/internal/profile"
)

// variable is what the environment of a child has and that of no other process: the name of its
// task.
const variable = "KENGASH_CHILD"

// tasks are those for which Main has returned, which it does in a parent only.
var tasks = map[string]bool{}

// Main runs the task where this process was started by [Start] for it, and ends the process.
// Elsewhere it returns. What the task prints to os.Stdout and os.Stderr is for whoever reads why it
// crashed; an error that it returns is printed there too.
func Main(name string, task func(in io.Reader, out io.Writer) error) {
	if os.Getenv(variable) != name {
		tasks[name] = true
		return
	}
	_ = os.Unsetenv(variable)
	in, out := os.Stdin, os.Stdout
	// What a library prints must not mix with the task's own output.
	os.Stdin, os.Stdout = nil, os.Stderr
	stop, err := profile.FromEnvironment()
	if err == nil {
		err = errors.Join(task(in, out), stop())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// EndWithParent ends this process, after a call of last, when its parent has died. The task calls
// it when it has read all that it needs of in.
func EndWithParent(in io.Reader, last func()) {
	go func() {
		_, _ = io.Copy(io.Discard, in)
		last()
		os.Exit(1)
	}()
}

// Process is a child.
type Process struct {
	In  io.WriteCloser // what the task reads; it is to stay open for as long as the task is to live
	Out io.Reader      // what the task writes; to be read to its end before Wait is called

	cmd    *exec.Cmd
	stderr head
}

// patience is how long the pipes of a child that was killed may stay open.
const patience = time.Second

// Start starts this program as a child for a task, with more variables in its environment. It is
// killed when the context ends.
func Start(ctx context.Context, name string, env ...string) (*Process, error) {
	if !tasks[name] { // or the child would do what this process does, and start itself again
		return nil, fmt.Errorf("this program cannot start itself to %s: its main function does not call child.Main for it", name)
	}
	program, err := self()
	if err != nil {
		return nil, err
	}
	p := &Process{cmd: exec.CommandContext(ctx, program)}
	p.cmd.Args = []string{os.Args[0], "(child)"}
	p.cmd.Env = append(append(os.Environ(), env...), variable+"="+name)
	p.cmd.Stderr = &p.stderr
	p.cmd.SysProcAttr = apart
	p.cmd.Cancel = func() error { return kill(p.cmd.Process) }
	p.cmd.WaitDelay = patience
	if p.In, err = p.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if p.Out, err = p.cmd.StdoutPipe(); err != nil {
		return nil, err
	}
	return p, p.cmd.Start()
}

// self returns the path of the program that runs. On Linux it is that also when another version has
// taken its place on the disk.
func self() (string, error) {
	const running = "/proc/self/exe"
	if runtime.GOOS == "linux" {
		if _, err := os.Stat(running); err == nil {
			return running, nil
		}
	}
	return os.Executable()
}

// Wait waits for the end of the child. The error says how it ended, if not well.
func (p *Process) Wait() error {
	err := p.cmd.Wait()
	_ = p.In.Close()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return &Crash{State: exit.String(), Killed: !exit.Exited(), Output: p.stderr.String()}
	}
	return err
}

// State returns what the system knows of the child once Wait has returned.
func (p *Process) State() *os.ProcessState { return p.cmd.ProcessState }

// Crash is the end of a child that did not come to the end of its task.
type Crash struct {
	State  string // "exit status 2", "signal: killed"
	Killed bool   // by a signal
	Output string // the beginning of what it printed
}

func (c *Crash) Error() string {
	if c.Output == "" {
		return c.State
	}
	return c.State + ": " + strings.TrimSpace(c.Output)
}

// head keeps the beginning of what is written to it.
type head struct {
	mu   sync.Mutex
	kept []byte
}

// kept is how much of the output of a child is kept.
const kept = 4 << 10

func (h *head) Write(b []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.kept = append(h.kept, b[:min(len(b), kept-len(h.kept))]...)
	return len(b), nil
}

func (h *head) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return string(h.kept)
}
