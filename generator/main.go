// Command kengash turns the records of meetings into a multilingual static site with a search index.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/kengash/kengash/generator/internal/diag"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// Run runs the command with its arguments and gives the exit code: 0 done, 1 the input has problems or something failed,
// 2 the command line is wrong.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return 0
	}
	if problems, ok := errors.AsType[*diag.Error](err); ok {
		_ = diag.Print(stderr, problems.Problems)
		fmt.Fprintf(stderr, "kengash: %s\n", countProblems(len(problems.Problems)))
		return 1
	}
	fmt.Fprintf(stderr, "kengash: %v\n", err)
	if _, ok := errors.AsType[usageError](err); ok {
		return 2
	}
	return 1
}

func countProblems(n int) string { return fmt.Sprintf("%d %s", n, plural(n, "problem")) }

// plural is an English word after a number.
func plural(n int, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}

// usageError is a command line that cannot be understood.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }
