package site

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/manifest"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/render"
)

// errAnew says that all of the site has to be made.
var errAnew = errors.New("more has changed than texts of records")

// again makes a site of which nothing has changed since the last build but the words of some texts:
// the pages of their records, and the index. All else is taken from the published site.
//
// The text of a record that is no document stands on the page of the record and nowhere else, apart
// from what is in its shape.
func (b *building) again(ctx context.Context) (Summary, error) {
	records := b.past.rewritten(b.from, b.collection)
	if len(records) == 0 {
		return Summary{}, errAnew
	}
	earlier := b.past.earlier
	group, groupCtx := errgroup.WithContext(ctx)
	var index indexed
	group.Go(func() (err error) {
		index, err = b.index(groupCtx, false)
		return err
	})
	var pages render.Stats
	var sums map[string]manifest.Sum
	group.Go(func() (err error) {
		if pages, err = b.render(groupCtx, records); err != nil {
			return err
		}
		sums, err = b.takeOver(pages.Kept)
		return err
	})
	if err := group.Wait(); err == errAnew {
		if err := b.staged.Discard(); err != nil {
			return Summary{}, err
		}
		if err := b.prepare(); err != nil {
			return Summary{}, err
		}
		return Summary{}, errAnew
	} else if err != nil {
		return Summary{}, err
	}
	for name, page := range earlier.Pages {
		if _, made := pages.Kept[name]; !made {
			b.store.Use(page.Key)
			pages.Kept[name] = page
		}
	}
	verified := pages.Cached
	for name := range sums {
		verified[name] = true
	}
	if err := b.verify(ctx, verified); err != nil {
		return Summary{}, err
	}
	return b.publish(ctx, b.summary(earlier.Made.Pages, index.documents), pages.Kept, func() (map[string]manifest.Sum, error) {
		maps.Copy(sums, index.sums)
		return manifest.Add(sums, b.staged.Dir())
	})
}

// rewritten returns the records whose texts have changed, if nothing else has.
func (p *past) rewritten(from *folder.Folder, c *model.Collection) (records []model.Ref) {
	if p.trace == nil || p.earlier.Pages == nil {
		return nil
	}
	files, ok := p.trace.Edited(from, p.earlier.Seen)
	if !ok {
		return nil
	}
	now := shapes(c)
	for _, file := range files {
		shape, had := p.earlier.Shapes[file]
		if !had || shape != now[file] {
			return nil
		}
		// A file with a shape is content/<lang>/<kind>/<id>.md.
		records = append(records, model.Ref{Kind: model.Kind(path.Base(path.Dir(file))), ID: strings.TrimSuffix(path.Base(file), ".md")})
	}
	slices.SortFunc(records, func(a, b model.Ref) int { return strings.Compare(a.String(), b.String()) })
	return slices.Compact(records)
}

// shapes returns hashes of what other pages than their own see of texts, by their files: what they
// link to, and what can be linked to. The texts of documents are everywhere, and have none.
func shapes(c *model.Collection) map[string][sha256.Size]byte {
	all := map[string][sha256.Size]byte{}
	for _, kind := range model.Kinds {
		if kind.Work() {
			continue
		}
		for _, e := range c.List(kind) {
			for _, text := range model.BaseOf(e).Prose {
				h := sha256.New()
				for _, link := range text.Links {
					fmt.Fprintf(h, "%q ", link.To.String())
				}
				fmt.Fprintf(h, "%q", text.NodeIDs())
				all[text.File] = [sha256.Size]byte(h.Sum(nil))
			}
		}
	}
	return all
}

// takeOver puts the files of the published site into the stage, but for the index and for the pages
// that were made, and returns their hashes. The error is errAnew where one is not as it was
// published, or where a page that was made wants other assets than before.
func (b *building) takeOver(made map[string]render.Kept) (map[string]manifest.Sum, error) {
	earlier := b.past.earlier
	if made == nil {
		return nil, errAnew
	}
	for name, page := range made {
		if earlier.Pages[name].Assets != page.Assets {
			return nil, errAnew
		}
	}
	sums := map[string]manifest.Sum{}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for name, sum := range earlier.Files {
		_, fresh := made[name]
		if fresh || name == manifest.Name || !b.NoIndex && strings.HasPrefix(name, IndexFolder+"/") {
			continue
		}
		sums[name] = sum
		group.Go(func() error {
			if !b.staged.Keep(name, sum) {
				return errAnew
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return sums, nil
}
