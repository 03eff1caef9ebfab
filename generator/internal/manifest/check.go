package manifest

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/kengash/kengash/generator/internal/diag"
)

// Limits of what a host is asked for.
const (
	maxManifest = 256 << 20
	maxFile     = 1 << 30
	atOnce      = 8
	patience    = time.Minute // for one file
	maxHops     = 5
)

// place is where a published site is.
type place interface {
	// open returns a file; the error is [fs.ErrNotExist] where there is none.
	open(ctx context.Context, name string) (io.ReadCloser, error)
}

// Check compares a published site, in a folder or at an address, with its manifest, or with another
// one where that is given. It returns how many files the manifest has, and what is wrong; a file
// that is in the folder and not in the manifest is a notice. Skip are files that are none of the
// site.
func Check(ctx context.Context, where string, other []byte, skip ...string) (int, []diag.Problem, error) {
	at, err := placeOf(where)
	if err != nil {
		return 0, nil, err
	}
	if other == nil {
		if other, err = read(ctx, at, Name); err != nil {
			return 0, nil, fmt.Errorf("%s has no manifest that can be read: %w; kengash build writes it", where, err)
		}
	}
	want, err := Parse(other)
	if err != nil {
		return 0, nil, err
	}
	names := slices.Sorted(maps.Keys(want))
	found := make([]diag.Problem, len(names))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for i, name := range names {
		group.Go(func() error {
			got, err := sum(ctx, at, name)
			if ctx.Err() != nil {
				return ctx.Err()
			}
			found[i].Pos.File = name
			switch {
			case errors.Is(err, fs.ErrNotExist):
				found[i].Msg, found[i].Hint = "is missing", "publish the site again"
			case err != nil:
				found[i].Msg, found[i].Hint = "cannot be read: "+err.Error(), "see to the cause and verify again"
			case got != want[name]:
				found[i].Msg, found[i].Hint = "is not the file that was built", "publish the site again"
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return 0, nil, err
	}
	found = slices.DeleteFunc(found, func(p diag.Problem) bool { return p.Msg == "" })
	if dir, ok := at.(tree); ok {
		extra, err := dir.extra(want, skip)
		if err != nil {
			return 0, nil, err
		}
		found = append(found, extra...)
	}
	return len(names), found, nil
}

func placeOf(where string) (place, error) {
	if !strings.HasPrefix(where, "http://") && !strings.HasPrefix(where, "https://") {
		return tree(where), nil
	}
	u, err := url.Parse(where)
	if err != nil {
		return nil, err
	}
	u.RawQuery, u.Fragment = "", ""
	client := &http.Client{Timeout: patience, CheckRedirect: func(r *http.Request, via []*http.Request) error {
		if r.URL.Host != u.Host || len(via) > maxHops {
			return fmt.Errorf("leads to %s", r.URL)
		}
		return nil
	}}
	return host{u, client}, nil
}

func read(ctx context.Context, at place, name string) ([]byte, error) {
	f, err := at.open(ctx, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxManifest+1))
	if len(data) > maxManifest {
		return nil, fmt.Errorf("%s is larger than %d MiB", name, maxManifest>>20)
	}
	return data, err
}

func sum(ctx context.Context, at place, name string) (Sum, error) {
	f, err := at.open(ctx, name)
	if err != nil {
		return Sum{}, err
	}
	defer f.Close()
	h := sha256.New()
	n, err := io.Copy(h, io.LimitReader(f, maxFile+1))
	if n > maxFile {
		return Sum{}, fmt.Errorf("larger than %d MiB", maxFile>>20)
	}
	return Sum(h.Sum(nil)), err
}

// tree is a site in a folder.
type tree string

func (t tree) open(_ context.Context, name string) (io.ReadCloser, error) {
	return os.OpenInRoot(string(t), filepath.FromSlash(name))
}

// extra lists the files that the manifest has not.
func (t tree) extra(want map[string]Sum, skip []string) (out []diag.Problem, err error) {
	skip = append([]string{Name}, skip...)
	err = fs.WalkDir(os.DirFS(string(t)), ".", func(name string, d fs.DirEntry, err error) error {
		if _, listed := want[name]; err == nil && !d.IsDir() && !listed && !slices.Contains(skip, name) {
			out = append(out, diag.Problem{
				Code: diag.Manifest,
				Pos:  diag.Position{File: name}, Msg: "is not in the manifest", Hint: "remove it, unless the host needs it", Notice: true,
			})
		}
		return err
	})
	return out, err
}

// host is a site at an address.
type host struct {
	root   *url.URL
	client *http.Client
}

func (h host) open(ctx context.Context, name string) (io.ReadCloser, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, h.root.JoinPath(escape(name)).String(), nil)
	if err != nil {
		return nil, err
	}
	answer, err := h.client.Do(r)
	if err != nil {
		return nil, err
	}
	switch answer.StatusCode {
	case http.StatusOK:
		return answer.Body, nil
	case http.StatusNotFound, http.StatusGone:
		err = fs.ErrNotExist
	default:
		err = fmt.Errorf("the host answers %s", answer.Status)
	}
	return nil, errors.Join(err, answer.Body.Close())
}

// escape writes a path as addresses have it.
func escape(name string) string { return (&url.URL{Path: name}).EscapedPath() }
