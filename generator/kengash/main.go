// Command kengash turns the records of meetings into a multilingual static site with a search
// index.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/kengash/kengash/generator/internal/command"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := command.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
