package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"github.com/kengash/kengash/generator/internal/cache"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/manifest"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/publish"
	"github.com/kengash/kengash/generator/internal/render"
)

// past is what the cache knows of an earlier build with the same program and options.
type past struct {
	opt   Options
	store *cache.Store
	key   cache.Key
	trace *folder.Trace // of the present build; nil where it cannot be told what it depends on

	earlier pastBuild                    // the last one; zero where there is none
	files   map[string][sha256.Size]byte // of the present build, as it is published
}

// pastBuild is an earlier build.
type pastBuild struct {
	Seen    sums // what was read of the source; see folder.Trace
	Made    Summary
	Notices int
	Files   sums                    // the published files
	Place   string                  // where they were published
	Stamps  map[string]folder.Stamp // of them there, as far as they say something
	Pages   map[string]render.Kept  // what the cache has of each page, by its path; nil where it lacks any
	Shapes  sums                    // of texts, by their files: what pages of other records see of them
}

// sums are hashes by what has them. Gob would take each byte of them by itself.
type sums map[string][sha256.Size]byte

// MarshalBinary implements [encoding.BinaryMarshaler].
func (s sums) MarshalBinary() ([]byte, error) {
	size := 0
	for name := range s {
		size += binary.MaxVarintLen32 + len(name) + sha256.Size
	}
	out := make([]byte, 0, size)
	for name, sum := range s {
		out = append(append(binary.AppendUvarint(out, uint64(len(name))), name...), sum[:]...)
	}
	return out, nil
}

// UnmarshalBinary implements [encoding.BinaryUnmarshaler].
func (s *sums) UnmarshalBinary(data []byte) error {
	*s = sums{}
	for len(data) > 0 {
		size, n := binary.Uvarint(data)
		if n <= 0 || uint64(len(data)-n) < size || uint64(len(data)-n)-size < sha256.Size {
			return errors.New("not the sums of a build")
		}
		name, rest := string(data[n:n+int(size)]), data[n+int(size):]
		(*s)[name] = [sha256.Size]byte(rest[:sha256.Size])
		data = rest[sha256.Size:]
	}
	return nil
}

// past prepares to compare a build with an earlier one.
func (o Options) past(store *cache.Store) *past {
	p := &past{opt: o, store: store}
	program, err := cache.Program()
	if store == nil || err != nil || filepath.IsAbs(o.Config) {
		return p
	}
	p.key = sha256.Sum256(fmt.Appendf(program, "\nbuild %q %q %v %q", o.Config, o.BaseURL, o.NoIndex, os.Getenv("SOURCE_DATE_EPOCH")))
	p.trace = folder.NewTrace(o.ignored())
	return p
}

// ignored returns a function that reports what lies in the source folder and is none of it: the
// destination with what builds put beside it, and the cache.
func (o Options) ignored() func(path string) bool {
	inside := func(path string) string {
		source, err1 := filepath.Abs(o.Dir)
		abs, err2 := filepath.Abs(path)
		rel, err3 := filepath.Rel(source, abs)
		if err1 != nil || err2 != nil || err3 != nil {
			return ""
		}
		return filepath.ToSlash(rel)
	}
	destination, store := inside(o.Destination), inside(o.Cache)
	dir, base := filepath.Split(destination)
	beside := dir + "." + base + ".kengash-"
	return func(path string) bool {
		return path == destination || path == store || strings.HasPrefix(path, beside)
	}
}

// unchanged returns what the earlier build made, if this one would make the same, and it is in
// place.
func (p *past) unchanged() (Summary, bool) {
	if p.trace == nil {
		return Summary{}, false
	}
	data, ok := p.store.Get(p.key)
	var earlier pastBuild
	if !ok || gob.NewDecoder(bytes.NewReader(data)).Decode(&earlier) != nil {
		return Summary{}, false
	}
	p.earlier = earlier
	if !(&folder.Trace{Seen: earlier.Seen}).Same(p.opt.Dir, p.opt.ignored()) {
		return Summary{}, false
	}
	destination, err := filepath.EvalSymlinks(p.opt.Destination)
	if err != nil {
		return Summary{}, false
	}
	published, err := manifest.Sums(destination, publish.MarkerName)
	if err != nil || !maps.Equal(published, earlier.Files) {
		return Summary{}, false
	}
	if err := publish.Tidy(destination); err != nil && p.opt.Warn != nil {
		p.opt.Warn(err.Error())
	}
	p.opt.warnOf(earlier.Notices)
	earlier.Made.Destination, earlier.Made.Unchanged = p.opt.Destination, true
	return earlier.Made, true
}

// stamps returns the stamps of the files of the site in place, as far as they are known.
func (p *past) stamps() map[string]folder.Stamp {
	if place, err := filepath.Abs(p.opt.Destination); err != nil || place != p.earlier.Place {
		return nil
	}
	return p.earlier.Stamps
}

// look keeps the hashes of the files of the present build.
func (p *past) look(files map[string]manifest.Sum) {
	if p.trace != nil {
		p.files = files
	}
}

// keep keeps a build that was published, unless its source changed meanwhile.
func (p *past) keep(made Summary, notices int, c *model.Collection, pages map[string]render.Kept, stamps map[string]folder.Stamp) {
	if p.trace == nil || p.files == nil || p.trace.Changed {
		return
	}
	place, err := filepath.Abs(p.opt.Destination)
	if err != nil {
		return
	}
	var data bytes.Buffer
	if gob.NewEncoder(&data).Encode(pastBuild{p.trace.Seen, made, notices, p.files, place, stamps, pages, shapes(c)}) == nil {
		p.store.Put(p.key, data.Bytes())
	}
}
