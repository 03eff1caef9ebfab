// Command sites writes a small site for each class of hostile input, with at most N bytes of it
// that stay within the limits, to measure what they cost the program:
//
//	go run ./generator/internal/hostile/sites DIR N
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/kengash/kengash/generator/internal/hostile"
	"github.com/kengash/kengash/generator/internal/limit"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: sites DIR N")
		os.Exit(2)
	}
	n, err := strconv.Atoi(os.Args[2])
	if err == nil {
		err = write(os.Args[1], n)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "sites:", err)
		os.Exit(1)
	}
}

// write writes the site without anything hostile into the folder "none", and one for each class.
func write(dir string, n int) error {
	if err := writeSite(filepath.Join(dir, "none"), hostile.Site()); err != nil {
		return err
	}
	for _, c := range hostile.Cases() {
		name := strings.NewReplacer("/", "-", " ", "-", ",", "").Replace(c.Name)
		if err := writeSite(filepath.Join(dir, name), hostile.Over(c.Largest(n, within))); err != nil {
			return err
		}
	}
	return nil
}

// within reports whether files stay within the limits.
func within(files map[string]string) bool {
	for name, text := range files {
		joined := strings.HasPrefix(name, "content/en/protocols/")
		if limit.Default.Check(name, []byte(text), joined) != nil {
			return false
		}
	}
	return true
}

func writeSite(dir string, files map[string]string) error {
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
