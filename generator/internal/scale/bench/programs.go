package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// places are the folders of a size.
type places struct {
	source, site, cache string
	plain, plainSite    string
}

// round measures everything once.
func (b *bench) round(ctx context.Context, p places, f *figures) error {
	if err := empty(p.site, p.cache, p.plainSite); err != nil {
		return err
	}
	build := func(into *[]cost) error { return b.build(ctx, p, into) }
	if err := build(&f.kengash); err != nil {
		return err
	}
	if err := b.other(ctx, &f.hugo, b.hugo, "--source", p.plain, "--destination", p.plainSite, "--quiet"); err != nil {
		return err
	}
	if err := b.other(ctx, &f.pagefind, b.pagefind, "--site", p.plainSite, "--quiet"); err != nil {
		return err
	}
	if err := build(&f.unchanged); err != nil {
		return err
	}
	if err := empty(p.site); err != nil {
		return err
	}
	if err := build(&f.cached); err != nil {
		return err
	}
	for _, e := range []struct {
		edit
		into *[]cost
	}{{textEdit, &f.text}, {factsEdit, &f.facts}} {
		undo, err := e.make(p.source)
		if err != nil {
			return err
		}
		if err := errors.Join(build(e.into), undo()); err != nil {
			return err
		}
	}
	return nil
}

func empty(dirs ...string) error {
	for _, dir := range dirs {
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
	}
	return nil
}

// build measures a build by Kengash.
func (b *bench) build(ctx context.Context, p places, into *[]cost) error {
	c, log, err := measure(ctx, b.kengash, "build", "--source", p.source, "--destination", p.site, "--cache", p.cache, "--log-format", "json")
	if err != nil {
		return err
	}
	if c.stages, err = stages(log); err != nil {
		return err
	}
	*into = append(*into, c)
	return nil
}

func (b *bench) other(ctx context.Context, into *[]cost, program string, args ...string) error {
	c, _, err := measure(ctx, program, args...)
	*into = append(*into, c)
	return err
}

// stages reads from the log of a build how long each stage ran.
func stages(log []byte) (map[string]float64, error) {
	took := map[string]float64{}
	for lines := bufio.NewScanner(bytes.NewReader(log)); lines.Scan(); {
		var entry struct {
			Msg, Stage string
			Seconds    float64
		}
		if err := json.Unmarshal(lines.Bytes(), &entry); err != nil {
			return nil, fmt.Errorf("the build wrote %q: %w", lines.Text(), err)
		}
		if entry.Msg == "ends" {
			took[entry.Stage] += entry.Seconds
		}
	}
	return took, nil
}

// edit is a change to the file of a record.
type edit struct {
	file   string
	change func(text string) string
}

var (
	textEdit  = edit{"content/en/notes/n00000.md", moreText}
	factsEdit = edit{"data/notes/n00000.toml", otherFacts}
)

// moreText says a sentence more in a section of a note.
func moreText(text string) string {
	return strings.Replace(text, " [@f1].", " [@f1]. More was said later.", 1)
}

var facts = regexp.MustCompile(`(?m)^(state = "s|topics = \["t|\[title\]\nru = ")(.)`)

// otherFacts gives a note another state, another topic and another name, which lists and other
// pages show too.
func otherFacts(text string) string {
	return facts.ReplaceAllStringFunc(text, func(fact string) string {
		keep, value := fact[:len(fact)-1], fact[len(fact)-1]
		if '0' <= value && value <= '9' {
			return keep + string('0'+(value-'0'+1)%10)
		}
		return strings.Replace(fact, `"`, `"Иное: `, 1)
	})
}

// make makes the edit in a collection and returns what undoes it.
func (e edit) make(source string) (undo func() error, err error) {
	path := filepath.Join(source, filepath.FromSlash(e.file))
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	edited := e.change(string(text))
	if edited == string(text) {
		return nil, fmt.Errorf("%s has nothing to edit", path)
	}
	return func() error { return os.WriteFile(path, text, 0o644) }, os.WriteFile(path, []byte(edited), 0o644)
}

// tally is what a folder holds.
type tally struct {
	pages, files int
	bytes        float64
}

// count counts what was made, and reports an error where a program made or told less than it
// should.
func (f *figures) count(p places) error {
	if len(f.kengash[0].stages) == 0 {
		return errors.New("the build told of no stage")
	}
	native := func(name string) bool { return strings.Contains(name, "/bleve/") }
	for _, c := range []struct {
		into   *tally
		dir    string
		counts func(name string) bool
		pages  int // at least
	}{
		{&f.site, p.site, func(name string) bool { return !native(name) }, 3 * f.records},
		{&f.native, p.site, native, 0},
		{&f.plain, p.plainSite, func(name string) bool { return !strings.HasPrefix(name, "pagefind/") }, 3 * f.records},
		{&f.plainSearch, p.plainSite, func(name string) bool { return strings.HasPrefix(name, "pagefind/") }, 0},
	} {
		err := filepath.WalkDir(c.dir, func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			name := strings.TrimPrefix(filepath.ToSlash(file), filepath.ToSlash(c.dir)+"/")
			if !c.counts(name) {
				return nil
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			c.into.files++
			c.into.bytes += float64(info.Size())
			if path.Ext(name) == ".html" {
				c.into.pages++
			}
			return nil
		})
		if err != nil {
			return err
		}
		if c.into.files == 0 || c.into.pages < c.pages {
			return fmt.Errorf("%s has %d files and %d pages, want at least %d", c.dir, c.into.files, c.into.pages, c.pages)
		}
	}
	return nil
}
