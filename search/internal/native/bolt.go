package native

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/blevesearch/bleve/v2/util"
	"go.etcd.io/bbolt"
)

// finishBolt writes root.bolt anew with a fixed time and a fixed page size: an index is to change
// only when its documents do. A copy key by key also leaves behind free pages and whatever the
// first writer had in them.
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
		}
		return to.Put(k, v)
	})
}
