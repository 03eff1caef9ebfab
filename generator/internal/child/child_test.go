package child

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// This program is also the child: what it is to do is the first line that it reads. And with grand
// set it is a parent that is killed, whose child says that it lives and when it ends.
const grand = "CHILD_TEST_PARENT"

func TestMain(m *testing.M) {
	Main("answer", task)
	if os.Getenv(grand) != "" {
		parent()
	}
	os.Exit(m.Run())
}

func task(in io.Reader, out io.Writer) error {
	r := bufio.NewReader(in)
	do, err := r.ReadString('\n')
	if err != nil {
		return err
	}
	switch strings.TrimSpace(do) {
	case "echo":
		fmt.Println("a library prints this")
		_, err = fmt.Fprintln(out, "echo", os.Getenv(variable))
	case "fail":
		err = errors.New("failed as asked")
	case "panic":
		go func() { panic("as asked") }()
		select {}
	case "hang":
		fmt.Fprintln(out, "hanging")
		select {}
	case "orphan":
		EndWithParent(r, func() { _ = os.Remove(os.Getenv(grand)) })
		fmt.Fprintln(out, "living")
		select {}
	}
	return err
}

// parent starts a child, says so and waits to be killed.
func parent() {
	p, err := Start(context.Background(), "answer")
	if err == nil {
		_, err = fmt.Fprintln(p.In, "orphan")
	}
	if err == nil {
		_, err = bufio.NewReader(p.Out).ReadString('\n')
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("living")
	select {}
}

func start(ctx context.Context, t *testing.T, do string) *Process {
	t.Helper()
	p, err := Start(ctx, "answer")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fmt.Fprintln(p.In, do); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestATaskAnswers(t *testing.T) {
	p := start(t.Context(), t, "echo")
	got, _ := io.ReadAll(p.Out)
	if err := p.Wait(); err != nil || string(got) != "echo \n" {
		t.Errorf("it says %q, %v", got, err)
	}
}

func TestOnlyTasksOfThisProgramAreStarted(t *testing.T) {
	if _, err := Start(t.Context(), "question"); err == nil {
		t.Error("a child was started for a task that its main function does not know")
	}
}

func TestACrashSaysWhy(t *testing.T) {
	for do, want := range map[string]string{"fail": "exit status 1: failed as asked", "panic": "exit status 2: panic: as asked"} {
		p := start(t.Context(), t, do)
		_, _ = io.ReadAll(p.Out)
		err := p.Wait()
		if crash, ok := errors.AsType[*Crash](err); !ok || crash.Killed || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: error is %v, want %s", do, err, want)
		}
	}
}

func TestAHungTaskIsKilled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	p := start(ctx, t, "hang")
	out := bufio.NewReader(p.Out)
	if line, err := out.ReadString('\n'); line != "hanging\n" {
		t.Fatalf("it says %q, %v", line, err)
	}
	cancel()
	_, _ = io.ReadAll(out)
	err := p.Wait()
	if crash, ok := errors.AsType[*Crash](err); !ok || !crash.Killed {
		t.Errorf("error is %v, want one of a child that was killed", err)
	}
	if err := p.cmd.Process.Signal(os.Kill); !errors.Is(err, os.ErrProcessDone) {
		t.Errorf("it lives: %v", err)
	}
}

// The parent is killed, so it can tell its child nothing.
func TestAChildEndsWithItsParent(t *testing.T) {
	sign := t.TempDir() + "/living"
	if err := os.WriteFile(sign, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), grand+"="+sign)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "living\n" {
		t.Errorf("the parent says %q, %v", line, err)
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	// A child that outlives its parent ends the test by go test's own limit.
	for {
		if _, err := os.Stat(sign); err != nil {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
}
