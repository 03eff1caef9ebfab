package native

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"slices"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/util"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
	"go.etcd.io/bbolt"

	"github.com/kengash/kengash/search/internal/wire"
)

// Bleve's builder gives different bytes at each run, for three reasons: it takes the documents of a
// batch from a Go map, the zap writer takes the sections of a field from a Go map, and root.bolt
// holds the time. This file takes all three away, so that a site's index changes only when its
// documents do.

// sortedZap is the zap segment format, except that a new segment holds its documents in order of
// id. It has a type name of its own, so that the plug-in table of the process keeps the real zap as
// it is; finishBolt writes the real name into the index.
type sortedZap struct{ scorch.SegmentPlugin }

const (
	sortedZapType = "zap-sorted"
	zapType       = zap.Type
	zapVersion    = zap.Version
)

func (sortedZap) Type() string { return sortedZapType }

func (p sortedZap) New(docs []index.Document) (segment.Segment, uint64, error) {
	slices.SortFunc(docs, func(a, b index.Document) int { return cmp.Compare(a.ID(), b.ID()) })
	return p.SegmentPlugin.New(docs)
}

// registerSortedZap adds the plug-in to Bleve's table, which no lock guards: once, and before any
// builder of this package reads it.
var registerSortedZap = sync.OnceFunc(func() {
	scorch.RegisterSegmentPlugin(sortedZap{&zap.ZapPlugin{}}, false)
})

// zapFooter is the length of the end of a zap v17 file that is read here: from the address of the
// sections index to the checksum (zapx/v17/write.go, persistFooter). All numbers are big-endian.
const zapFooter = 8 + 4 + 4 + 4

// canonicalizeZap puts the sections of each field in order of their number and sets the checksum
// anew, in place. A field is its name, its options, the number of its sections and then pairs of
// section number (2 bytes) and address (8 bytes) (zapx/v17/write.go, persistFieldsSection).
func canonicalizeZap(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("canonicalize segment: %w", err)
	}
	if len(b) < zapFooter {
		return fmt.Errorf("canonicalize segment %s: only %d bytes", path, len(b))
	}
	if v := binary.BigEndian.Uint32(b[len(b)-8:]); v != zapVersion {
		return fmt.Errorf("canonicalize segment %s: zap version %d (want %d)", path, v, zapVersion)
	}
	r := wire.Reader{Bytes: b, At: binary.BigEndian.Uint64(b[len(b)-zapFooter:])}
	for fields := r.Uvarint(); fields > 0 && !r.Bad; fields-- {
		f := wire.Reader{Bytes: b, At: r.Uint64()}
		f.Skip(f.Uvarint()) // name
		f.Uvarint()         // options
		const pair = 10
		pairs := f.Skip(f.Uvarint() * pair)
		sections := make([][pair]byte, len(pairs)/pair)
		for i := range sections {
			copy(sections[i][:], pairs[i*pair:])
		}
		slices.SortFunc(sections, func(x, y [pair]byte) int { return bytes.Compare(x[:2], y[:2]) })
		for i := range sections {
			copy(pairs[i*pair:], sections[i][:])
		}
		r.Bad = r.Bad || f.Bad
	}
	if r.Bad {
		return fmt.Errorf("canonicalize segment %s: the sections index does not read as zap v%d", path, zapVersion)
	}
	binary.BigEndian.PutUint32(b[len(b)-4:], crc32.ChecksumIEEE(b[:len(b)-4]))
	if err := os.WriteFile(path, b, 0o644); err != nil {
		return fmt.Errorf("canonicalize segment: %w", err)
	}
	return nil
}

// finishBolt writes root.bolt anew with a fixed time, a fixed page size and the real segment type.
// A copy key by key also leaves behind free pages and whatever the first writer had in them.
func finishBolt(path string) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("rewrite %s: %w", path, err)
		}
	}()
	source, err := bbolt.Open(path, 0o644, &bbolt.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	fresh := path + ".new"
	target, err := bbolt.Open(fresh, 0o644, &bbolt.Options{PageSize: 4096})
	if err != nil {
		return err
	}
	err = source.View(func(from *bbolt.Tx) error {
		return target.Update(func(to *bbolt.Tx) error {
			return from.ForEach(func(name []byte, b *bbolt.Bucket) error {
				c, err := to.CreateBucket(name)
				if err != nil {
					return err
				}
				return copyBucket(c, b)
			})
		})
	})
	if err = errors.Join(err, target.Close()); err != nil {
		return err
	}
	return os.Rename(fresh, path)
}

func copyBucket(to, from *bbolt.Bucket) error {
	return from.ForEach(func(k, v []byte) error {
		switch {
		case v == nil:
			b, err := to.CreateBucket(k)
			if err != nil {
				return err
			}
			return copyBucket(b, from.Bucket(k))
		case bytes.Equal(k, util.BoltMetaDataTimeStamp):
			t, err := time.Unix(0, 0).UTC().MarshalText()
			if err != nil {
				return err
			}
			v = t
		case bytes.Equal(k, util.BoltMetaDataSegmentTypeKey):
			v = []byte(zapType)
		}
		return to.Put(k, v)
	})
}
