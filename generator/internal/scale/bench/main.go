// Command bench measures what it costs to build generated collections: Kengash with its search,
// and on the same texts the plain hugo program and Pagefind on what that made. make bench-build
// calls it by tools/bench/build, which brings the programs. It runs on Linux, whose /proc tells
// what a process and its children take.
//
// It writes the figures as a table into docs/benchmarks.md, as a picture beside that, and as a few
// lines into README.md, or with no -repo nowhere.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/scale"
)

func main() {
	var b bench
	flag.StringVar(&b.kengash, "kengash", "", "the `program` kengash")
	flag.StringVar(&b.hugo, "hugo", "", "the `program` hugo")
	flag.StringVar(&b.pagefind, "pagefind", "", "the `program` pagefind_extended")
	flag.StringVar(&b.work, "work", "", "the `folder` for collections and sites, emptied before")
	flag.IntVar(&b.rounds, "rounds", 3, "how often each size is measured; above 1,000 records once")
	sizes := flag.String("sizes", "100 1000", "how many `records` the collections have")
	repo := flag.String("repo", "", "the `folder` with README.md and docs/benchmarks.md, to write the figures into")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := b.run(ctx, *sizes, *repo); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		stop()
		os.Exit(1)
	}
}

// bench is where everything is.
type bench struct {
	kengash, hugo, pagefind string
	work                    string
	rounds                  int
}

// run measures all sizes and writes the figures into a repository, if one is given.
func (b *bench) run(ctx context.Context, sizes, repo string) error {
	if err := b.absolute(); err != nil {
		return err
	}
	var numbers []int
	for _, size := range strings.Fields(sizes) {
		n, err := strconv.Atoi(size)
		if err != nil || n < 20 {
			return fmt.Errorf("a collection cannot have %q records: want a number from 20 on", size)
		}
		numbers = append(numbers, n)
	}
	if len(numbers) == 0 || b.rounds < 1 {
		return errors.New("nothing is to be measured: want a size and a round at least")
	}
	slices.Sort(numbers)
	where, err := b.machine(ctx)
	if err != nil {
		return err
	}
	var series []*figures
	var table string
	for _, n := range slices.Compact(numbers) {
		f, err := b.size(ctx, n)
		if err != nil {
			return fmt.Errorf("%d records: %w", n, err)
		}
		series = append(series, f)
		table = report(series, where, time.Now())
		if repo == "" {
			continue
		}
		// A size may be too large for a machine; those before it have taken their time.
		if err := publish(repo, series, table); err != nil {
			return err
		}
	}
	fmt.Println(table)
	return nil
}

// absolute makes all paths so, since programs run in other folders.
func (b *bench) absolute() error {
	for name, p := range map[string]*string{"-kengash": &b.kengash, "-hugo": &b.hugo, "-pagefind": &b.pagefind, "-work": &b.work} {
		if *p == "" {
			return fmt.Errorf("there is no %s; tools/bench/build gives it", name)
		}
		path, err := filepath.Abs(*p)
		if err != nil {
			return err
		}
		*p = path
	}
	return nil
}

// figures are those of one size: of each thing that is measured what it took in each round.
type figures struct {
	records                int
	kengash                []cost // a build from nothing
	unchanged, text, facts []cost // builds after it: of the same, of an edited text, of edited facts
	cached                 []cost // a build of the same where there is a cache, but no site
	hugo, pagefind         []cost
	site, native           tally // what Kengash made for readers, and for programs
	plain, plainSearch     tally
}

// size measures a collection of n records, round by round, so that whatever else the machine does
// meets all programs alike.
func (b *bench) size(ctx context.Context, n int) (*figures, error) {
	dir := filepath.Join(b.work, strconv.Itoa(n))
	if err := os.RemoveAll(dir); err != nil {
		return nil, err
	}
	p := places{
		source: filepath.Join(dir, "collection"), site: filepath.Join(dir, "site"), cache: filepath.Join(dir, "cache"),
		plain: filepath.Join(dir, "plain"), plainSite: filepath.Join(dir, "plain-site"),
	}
	say("%d records: writing them", n)
	if err := scale.Write(p.source, n); err != nil {
		return nil, err
	}
	if err := scale.WritePlain(p.plain, n); err != nil {
		return nil, err
	}
	rounds := b.rounds
	if n > 1000 {
		rounds = 1
	}
	f := &figures{records: n}
	for round := range rounds {
		say("%d records: round %d of %d", n, round+1, rounds)
		if err := b.round(ctx, p, f); err != nil {
			return nil, err
		}
	}
	return f, f.count(p)
}

func say(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }
