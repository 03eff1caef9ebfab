// Command kengash turns the records of meetings into a multilingual static site with a search
// index.
package main

import (
	"os"

	"github.com/kengash/kengash/generator/internal/command"
)

func main() { os.Exit(command.Main()) }
