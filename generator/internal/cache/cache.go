// Package cache keeps results under the hash of everything that they were computed from.
//
// A store is a folder of packs. A pack is written once and never changed: what one run has made. So
// runs of several processes do not disturb each other, and need no lock: each reads the packs that
// were there when it began, and adds one of its own. What is damaged, incomplete or from another
// version of the format is not found, and is computed again.
//
// Format of a pack: the line of [header]; the values, one after another; a record for each value
// (key, offset, length, and XXH64 of the value, which finds damage and costs a tenth of what a
// cryptographic hash does); at the end the number of records and the XXH64 of the records. Numbers
// are 64 bits, big-endian.
package cache

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/cespare/xxhash/v2"
)

// Key is the SHA-256 of all that a value was computed from.
type Key = [sha256.Size]byte

const (
	header    = "kengash cache 2\n"
	extension = ".pack"
	unsealed  = ".new" // extension of a pack that is being written

	// numbered is how many digits the name of a pack begins with: the number of the pack.
	numbered = 12

	recordSize  = int64(sha256.Size) + 24
	trailerSize = 16
)

// place is where a value is stored.
type place struct {
	in             *pack
	offset, length int64
	sum            uint64
}

// pack is an open file.
type pack struct {
	name string
	file *os.File
	size int64 // of the values
	keys []Key
}

// Store is a folder of packs. It may be used by several goroutines. A nil store finds and keeps
// nothing.
type Store struct {
	dir string

	mu     sync.Mutex
	places map[Key]place
	used   map[Key]bool
	packs  []*pack
	last   int   // number of the last pack that was there
	own    *pack // what this run adds; nil as long as that is nothing
	to     *bufio.Writer
	failed error // of writing; nothing is added after it
}

// Open opens the store in a folder, which it makes. The caller calls Close in the end.
func Open(dir string) (*Store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("cache: %w", err)
	}
	s := &Store{dir: dir, places: map[Key]place{}, used: map[Key]bool{}}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("cache: %w", err)
	}
	for _, e := range entries { // in the order of their names: of two values for a key, the later counts
		if filepath.Ext(e.Name()) != extension {
			continue
		}
		s.read(filepath.Join(dir, e.Name()))
		if n, err := strconv.Atoi(e.Name()[:min(numbered, len(e.Name()))]); err == nil {
			s.last = max(s.last, n)
		}
	}
	return s, nil
}

// read takes up the values of a pack. One that cannot be read has none; another run has removed it,
// or compact will.
func (s *Store) read(name string) {
	file, err := os.Open(name)
	if err != nil {
		return
	}
	p := &pack{name: name, file: file}
	s.packs = append(s.packs, p)
	records, size, err := readRecords(file)
	if err != nil {
		return
	}
	p.size = size
	for ; len(records) > 0; records = records[recordSize:] {
		var key Key
		copy(key[:], records)
		rest := records[len(key):]
		at := place{in: p, offset: number(rest), length: number(rest[8:]), sum: uint64(number(rest[16:]))}
		if at.offset < int64(len(header)) || at.length < 0 || at.offset > size || at.length > size-at.offset {
			continue
		}
		p.keys = append(p.keys, key)
		s.places[key] = at
	}
}

var errDamaged = errors.New("damaged")

// readRecords returns the records of a pack, and where its values end.
func readRecords(file *os.File) (records []byte, end int64, err error) {
	info, err := file.Stat()
	if err != nil {
		return nil, 0, err
	}
	first := make([]byte, len(header))
	if _, err := file.ReadAt(first, 0); err != nil || string(first) != header {
		return nil, 0, errDamaged
	}
	last := make([]byte, trailerSize)
	if _, err := file.ReadAt(last, info.Size()-trailerSize); err != nil {
		return nil, 0, errDamaged
	}
	count := number(last)
	if count < 0 || count > info.Size()/recordSize {
		return nil, 0, errDamaged
	}
	end = info.Size() - trailerSize - count*recordSize
	if end < int64(len(header)) {
		return nil, 0, errDamaged
	}
	records = make([]byte, count*recordSize)
	if _, err := file.ReadAt(records, end); err != nil {
		return nil, 0, errDamaged
	}
	if xxhash.Sum64(records) != uint64(number(last[8:])) {
		return nil, 0, errDamaged
	}
	return records, end, nil
}

func number(b []byte) int64 { return int64(binary.BigEndian.Uint64(b)) }

// Get returns a value that was kept. The caller may keep and change it.
func (s *Store) Get(key Key) ([]byte, bool) {
	if s == nil {
		return nil, false
	}
	s.mu.Lock()
	at, ok := s.places[key]
	if ok && at.in == s.own {
		ok = s.to.Flush() == nil
	}
	s.mu.Unlock()
	if !ok {
		return nil, false
	}
	value := make([]byte, at.length)
	_, err := at.in.file.ReadAt(value, at.offset)
	damaged := err != nil || xxhash.Sum64(value) != at.sum
	s.mu.Lock()
	defer s.mu.Unlock()
	if damaged {
		delete(s.places, key)
		return nil, false
	}
	s.used[key] = true
	return value, true
}

// Use has values count as used by this run, which has not asked for them.
func (s *Store) Use(keys ...Key) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, key := range keys {
		if _, ok := s.places[key]; ok {
			s.used[key] = true
		}
	}
}

// Put keeps a value, which it gets in pieces, one after another. Where it cannot, the value is
// computed again another time.
func (s *Store) Put(key Key, value ...[]byte) {
	if s == nil {
		return
	}
	hash := xxhash.New()
	length := int64(0)
	for _, piece := range value {
		_, _ = hash.Write(piece) // never fails
		length += int64(len(piece))
	}
	sum := hash.Sum64()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.used[key] = true
	if at, ok := s.places[key]; ok && at.sum == sum || s.failed != nil {
		return
	}
	if s.own == nil {
		if s.failed = s.begin(); s.failed != nil {
			return
		}
	}
	at := place{in: s.own, offset: int64(len(header)) + s.own.size, length: length, sum: sum}
	for _, piece := range value {
		if _, s.failed = s.to.Write(piece); s.failed != nil {
			return
		}
	}
	s.own.size += at.length
	s.own.keys = append(s.own.keys, key)
	s.places[key] = at
}

// begin begins the pack of this run.
func (s *Store) begin() error {
	file, err := os.CreateTemp(s.dir, fmt.Sprintf("%0*d-*%s", numbered, s.last+1, unsealed))
	if err != nil {
		return err
	}
	s.own = &pack{name: file.Name(), file: file}
	s.to = bufio.NewWriterSize(file, 256<<10)
	_, err = s.to.WriteString(header)
	return err
}

// Commit has later runs find what was kept. It removes what neither this run nor a recent one has
// used.
func (s *Store) Commit() error {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failed != nil {
		return fmt.Errorf("cache: %w", s.failed)
	}
	old := s.compact()
	if s.own != nil && s.failed == nil {
		s.failed = s.seal()
	}
	if s.failed != nil {
		return fmt.Errorf("cache: %w", s.failed)
	}
	// Only now: until the new pack is in place, the others are all that there is.
	for _, p := range old {
		_ = p.file.Close() // Windows removes no open file
		_ = os.Remove(p.name)
	}
	return nil
}

// seal completes the pack of this run.
func (s *Store) seal() error {
	var records []byte
	for _, key := range s.own.keys {
		at := s.places[key]
		records = append(records, key[:]...)
		records = binary.BigEndian.AppendUint64(records, uint64(at.offset))
		records = binary.BigEndian.AppendUint64(records, uint64(at.length))
		records = binary.BigEndian.AppendUint64(records, at.sum)
	}
	trailer := binary.BigEndian.AppendUint64(nil, uint64(len(s.own.keys)))
	trailer = binary.BigEndian.AppendUint64(trailer, xxhash.Sum64(records))
	if _, err := s.to.Write(append(records, trailer...)); err != nil {
		return err
	}
	if err := s.to.Flush(); err != nil {
		return err
	}
	if err := s.own.file.Close(); err != nil {
		return err
	}
	name := strings.TrimSuffix(s.own.name, unsealed) + extension
	if err := os.Rename(s.own.name, name); err != nil {
		return err
	}
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	s.own.name, s.own.file = name, file
	s.packs = append(s.packs, s.own)
	s.own, s.to = nil, nil
	return nil
}

const (
	// maxPacks is how many packs a store has at most.
	maxPacks = 16
	// spare is how many bytes that this run has not used a store may always hold.
	spare = 32 << 20
)

// compact puts all that this run has used into its own pack, and returns the others, where they are
// many or hold more that is not used than what is. They can be removed once it is sealed.
func (s *Store) compact() (old []*pack) {
	var live, all int64
	for key := range s.used {
		live += s.places[key].length
	}
	for _, p := range s.packs {
		all += p.size
	}
	if len(s.packs) < maxPacks && all <= 2*live+spare {
		return nil
	}
	for _, key := range s.sorted() {
		at := s.places[key]
		if at.in == s.own || at.in == nil {
			continue
		}
		if s.own == nil {
			if s.failed = s.begin(); s.failed != nil {
				return nil
			}
		}
		offset := int64(len(header)) + s.own.size
		value := make([]byte, at.length)
		if _, err := at.in.file.ReadAt(value, at.offset); err != nil {
			continue // damaged; what else is, is noticed by whoever reads it
		}
		if _, s.failed = s.to.Write(value); s.failed != nil {
			return nil
		}
		s.own.size += at.length
		s.own.keys = append(s.own.keys, key)
		s.places[key] = place{in: s.own, offset: offset, length: at.length, sum: at.sum}
	}
	old, s.packs = s.packs, nil
	return old
}

// sorted returns the keys that this run has used, in the order in which their values lie.
func (s *Store) sorted() []Key {
	keys := make([]Key, 0, len(s.used))
	for key := range s.used {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b Key) int {
		x, y := s.places[a], s.places[b]
		if x.in != y.in && x.in != nil && y.in != nil {
			return strings.Compare(x.in.name, y.in.name)
		}
		return int(min(1, max(-1, x.offset-y.offset)))
	})
	return keys
}

// Close ends the use of the store. What was not committed is lost.
func (s *Store) Close() {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, p := range s.packs {
		_ = p.file.Close()
	}
	if s.own != nil {
		_ = s.own.file.Close()
		_ = os.Remove(s.own.name)
	}
	s.packs, s.own, s.places = nil, nil, map[Key]place{}
}
