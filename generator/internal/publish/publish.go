// Package publish puts a finished site in place atomically.
//
// A build never writes into the folder that readers see. [Prepare] creates a sibling of the
// destination, the stage; the build writes there; and [Stage.Commit] exchanges the two with one
// system call, so that at every moment the destination is one whole site, the old or the new.
// Prepare refuses everything that would make that exchange impossible, before any time is spent on
// building.
//
// # Files in the destination's parent
//
// For a destination named "public", next to it and only while a build runs:
//
//	.public.kengash-0123456789abcdef   the stage; after the exchange, the old site
//	.public.kengash-lock               the lock, held while the build lives
//
// A killed build leaves both. The kernel releases the lock (flock) when its process ends;
// the next Prepare for the same destination that gets it knows that every such folder is dead, and
// removes them.
//
// # The destination is replaced, not filled
//
// Everything in the destination is gone after Commit, so Prepare requires proof that the folder is
// a site of ours: it must be missing, empty, or contain the marker file ([MarkerName]) that Commit
// puts into every site. The destination is a new folder after every build: its owner, access lists
// and extended attributes are those of the build, and a process that holds the old folder open (as
// its working directory, or as the source of a bind mount) keeps the old one, emptied. Whoever uses
// the path sees the new site at once. A file that does not change may stay the same file
// ([Stage.Write]), with its time, access list and attributes.
//
// # Systems
//
// Linux exchanges with renameat2(RENAME_EXCHANGE), macOS with renamex_np(RENAME_SWAP). Other
// systems have no such call: there the old site is renamed aside and the new one renamed in, and in
// between the destination is missing. A build killed at that moment leaves it missing until the
// next Prepare, which puts the old site back.
package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/lock"
)

// Options are the conditions of a publication beyond its destination.
// The zero value is the careful choice.
type Options struct {
	// Sources are the files and folders the site is built from. The
	// destination must neither be in one of them nor contain one: the first
	// would build the site from itself, the second would delete the source.
	// Name what is really read (the content, data and theme folders), not the
	// project's folder, which commonly holds the destination.
	Sources []string

	// Force allows a destination that holds files but no marker, and thus
	// deletes them. It does not allow the home folder, a folder around the
	// working folder, a source, or a version control checkout.
	Force bool

	// Stamps are what [Stage.Stamps] returned when the site that is in place
	// was published, if it was and that is known: files that have theirs still
	// are not read again.
	Stamps map[string]folder.Stamp
}

// Stage is a site being built beside its destination. It is made by [Prepare]
// and ends with [Stage.Discard], whether or not [Stage.Commit] came before.
type Stage struct {
	dest    string
	dir     string
	options Options
	former  former

	mu     sync.Mutex
	lock   *os.File // nil once the stage has ended
	made   []string // parents of dest that Prepare made, outermost first
	state  stageState
	bytes  int64 // of the files of the site, once it is in place
	stamps map[string]folder.Stamp
}

type stageState int

const (
	stageOpen stageState = iota
	stageCommitted
	stageDiscarded
)

// Steps of a build at which checkpoint is called.
const (
	stepOpened  = "opened" // the lock file, before it is locked
	stepLocked  = "locked"
	stepProbing = "probing"
	stepStaged  = "staged"
	stepSynced  = "synced"
	stepSwapped = "swapped"
	stepRemoved = "removed"
)

// Seams for the tests: a file system without exchange is hard to come by, and
// so is a process that dies at an exact step.
var (
	swap       = exchange
	checkpoint = func(step string) {}
)

// Prepare checks that a site can be put in place at dest, removes what killed
// builds of the same dest have left, and makes the folder to build in. A
// symbolic link as dest stays; its target, as it is now, is what will be
// replaced. Missing parents of dest are made.
//
// A refusal is an [*diag.Error]. While another build for the same dest runs, the
// refusal is [ErrBusy]. After an error nothing of Prepare remains.
func Prepare(dest string, options Options) (_ *Stage, err error) {
	target, err := resolve(dest)
	if err != nil {
		return nil, err
	}
	options.Sources = append([]string(nil), options.Sources...)
	if err := checkPlace(target, options.Sources); err != nil {
		return nil, err
	}
	if _, err := checkKind(target); err != nil {
		return nil, err
	}

	s := &Stage{dest: target, options: options}
	defer func() {
		if err != nil {
			// The reason for the refusal matters more than a failed clean-up,
			// and the next Prepare cleans up again.
			_ = s.Discard()
		}
	}()
	if s.made, err = makeParents(filepath.Dir(target)); err != nil {
		return nil, err
	}
	if s.lock, err = acquire(target); err != nil {
		return nil, err
	}
	checkpoint(stepLocked)
	if err := recoverAside(target); err != nil {
		return nil, err
	}
	if err := removeLeftovers(target); err != nil {
		return nil, err
	}
	// Only now, as a running build would be changing what is looked at.
	exists, err := checkDest(target, options.Force)
	if err != nil {
		return nil, err
	}
	if exists {
		s.former = former{dir: target, folders: map[string]bool{}}
	}
	if s.dir, err = makeWorkFolder(target); err != nil {
		return nil, err
	}
	if err := probe(target, s.dir, exists); err != nil {
		return nil, err
	}
	checkpoint(stepStaged)
	return s, nil
}

// Dir is the absolute path of the folder the build writes its files to. It is
// empty at first, and only its owner can read it before Commit. Only folders
// and regular files may be put there, and no hard links to files elsewhere but
// those that [Stage.Write] makes: Commit sets the modes of all of them.
func (s *Stage) Dir() string { return s.dir }

// Dest is the absolute path of the folder that Commit replaces, with all
// symbolic links resolved.
func (s *Stage) Dest() string { return s.dest }

// Size is how many bytes the files of the site have that was put in place.
func (s *Stage) Size() int64 { return s.bytes }

// Stamps are the stamps of the files of the site that was put in place, by
// their paths in it, but for those that were written just before.
func (s *Stage) Stamps() map[string]folder.Stamp { return s.stamps }

// Commit puts the site in place: it adds the marker, sets the modes (files
// 0644, folders 0755), has everything written to the disk, exchanges the stage
// with the destination, and removes the old site.
//
// When ctx ends before the exchange, Commit returns its error, and does not wait
// for the disk.
//
// An error that is [ErrInPlace] says that the new site is in place and
// something after that failed. After any other error the destination is as it
// was; Commit may then be called again, or Discard.
func (s *Stage) Commit(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state != stageOpen {
		return refusal{
			problem:    fmt.Sprintf("the stage of %s has ended already", s.dest),
			wanted:     "one Commit for each Prepare, before Discard",
			suggestion: "call Prepare again and build anew",
		}.err()
	}
	if err := writeMarker(s.dir); err != nil {
		return err
	}
	bytes, stamps, err := normalise(s.dir)
	if err != nil {
		return err
	}
	s.bytes, s.stamps = bytes, stamps
	// The exchange may reach the disk before the data of new files does; a
	// power failure would then leave a site of empty files.
	if err := s.sync(ctx); err != nil {
		return err
	}
	checkpoint(stepSynced)
	// The build took its time: what Prepare saw may no longer be there.
	exists, err := checkDest(s.dest, s.options.Force)
	if err != nil {
		return err
	}
	if exists {
		err = swap(s.dir, s.dest)
	} else {
		err = renameNew(s.dir, s.dest)
	}
	if err != nil {
		return refusal{
			problem:    fmt.Sprintf("the new site could not be put in place at %s", s.dest),
			wanted:     "a destination that nothing else changes while the build runs",
			suggestion: "build again; the old site is untouched",
			cause:      err,
		}.err()
	}
	s.state = stageCommitted
	checkpoint(stepSwapped)

	// The old site goes only once the exchange is on the disk, for the same
	// reason: after a power failure the name must not lead to what was removed.
	err = syncDir(filepath.Dir(s.dest))
	if exists {
		err = errors.Join(err, removeTree(s.dir))
	}
	checkpoint(stepRemoved)
	err = errors.Join(err, lock.Remove(s.lock))
	s.lock = nil
	if err != nil {
		return refusal{
			problem:    fmt.Sprintf("the new site is in place at %s, but cleaning up after it failed", s.dest),
			wanted:     fmt.Sprintf("nothing of the build left beside it, as %s", s.dir),
			suggestion: fmt.Sprintf("correct the cause, then build again, or remove %s by hand; the site itself is good", s.dir),
			cause:      err,
			kind:       ErrInPlace,
		}.err()
	}
	return nil
}

// sync has the stage written to the disk, which can take minutes where the disk
// is busy; it does not wait for that when ctx ends.
func (s *Stage) sync(ctx context.Context) error {
	synced := make(chan error, 1)
	go func() { synced <- syncTree(s.dir) }()
	var err error
	select {
	case err = <-synced:
	case <-ctx.Done():
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return refusal{
			problem:    "the new site could not be written to the disk",
			wanted:     "a disk that takes all of the site before the old one is replaced",
			suggestion: "look for a full or failing disk, then build again; the old site is untouched",
			cause:      err,
		}.err()
	}
	return nil
}

// Discard removes the stage and lets go of the destination. It does nothing
// after a Commit that succeeded or after an earlier Discard, so it may always
// be deferred. The error says what could not be removed; the next Prepare for
// the same destination tries again.
func (s *Stage) Discard() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state != stageOpen {
		return nil
	}
	s.state = stageDiscarded
	var err error
	if s.dir != "" {
		err = removeTree(s.dir)
	}
	if s.lock != nil {
		err = errors.Join(err, lock.Remove(s.lock))
		s.lock = nil
	}
	for i := len(s.made) - 1; i >= 0; i-- {
		// Remove, not RemoveAll: someone else may have come to use it.
		if os.Remove(s.made[i]) != nil {
			break
		}
	}
	if err != nil {
		return refusal{
			problem:    "the discarded build could not be removed",
			wanted:     "nothing of it left beside the destination",
			suggestion: fmt.Sprintf("remove %s by hand, or build again", s.dir),
			cause:      err,
		}.err()
	}
	return nil
}

// makeParents makes dir and its missing parents, and says which it made.
func makeParents(dir string) (made []string, err error) {
	var missing []string
	for p := dir; ; p = filepath.Dir(p) {
		_, err := os.Lstat(p)
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrNotExist) || filepath.Dir(p) == p {
			return nil, parentError(dir, err)
		}
		missing = append(missing, p)
	}
	for i := len(missing) - 1; i >= 0; i-- {
		err := os.Mkdir(missing[i], 0o755)
		if errors.Is(err, fs.ErrExist) {
			continue // another build was faster
		}
		if err != nil {
			return made, parentError(dir, err)
		}
		made = append(made, missing[i])
	}
	return made, nil
}

func parentError(dir string, err error) error {
	return refusal{
		problem:    fmt.Sprintf("there can be no folder %s to put the site in", dir),
		wanted:     "a destination whose parent is a folder, or can be made",
		suggestion: "correct the path, or choose a destination in a folder of yours",
		cause:      err,
	}.err()
}
