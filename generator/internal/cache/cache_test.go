package cache

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func key(name string) Key { return sha256.Sum256([]byte(name)) }

func open(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func commit(t *testing.T, s *Store) {
	t.Helper()
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	s.Close()
}

func want(t *testing.T, s *Store, name, value string) {
	t.Helper()
	if got, ok := s.Get(key(name)); !ok || string(got) != value {
		t.Errorf("%s is %q, %v, want %q", name, got, ok, value)
	}
}

func wantNone(t *testing.T, s *Store, name string) {
	t.Helper()
	if got, ok := s.Get(key(name)); ok {
		t.Errorf("%s is there: %q", name, got)
	}
}

func packs(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, filepath.Join(dir, e.Name()))
	}
	return names
}

func TestAStoreFindsWhatEarlierRunsHaveKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a [folder]*")
	s := open(t, dir)
	wantNone(t, s, "a")
	s.Put(key("a"), []byte("one"))
	s.Put(key("empty"), nil)
	want(t, s, "a", "one")
	commit(t, s)

	s = open(t, dir)
	s.Put(key("b"), []byte("t"), nil, []byte("wo"))
	s.Put(key("a"), []byte("another"))
	want(t, s, "a", "another")
	commit(t, s)

	s = open(t, dir)
	want(t, s, "a", "another")
	want(t, s, "empty", "")
	want(t, s, "b", "two")
	if names := packs(t, dir); len(names) != 2 {
		t.Errorf("the packs are %q", names)
	}
}

func TestWhatIsNotCommittedIsLost(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	s.Put(key("a"), []byte("one"))
	s.Close()
	wantNone(t, open(t, dir), "a")
	if names := packs(t, dir); len(names) != 0 {
		t.Errorf("left behind: %q", names)
	}
}

func TestNoStoreKeepsNothing(t *testing.T) {
	var s *Store
	s.Put(key("a"), []byte("one"))
	wantNone(t, s, "a")
	if err := s.Commit(); err != nil {
		t.Error(err)
	}
	s.Close()
}

// Two runs at once see neither what the other is writing nor a part of it, and keep both.
func TestRunsDoNotDisturbEachOther(t *testing.T) {
	dir := t.TempDir()
	one, two := open(t, dir), open(t, dir)
	one.Put(key("a"), []byte("one"))
	two.Put(key("b"), []byte("two"))
	wantNone(t, one, "b")
	commit(t, one)
	wantNone(t, two, "a")
	commit(t, two)
	s := open(t, dir)
	want(t, s, "a", "one")
	want(t, s, "b", "two")
}

// A value is right or not there, whatever has become of the file.
func TestDamageIsNoticed(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	values := map[string][]byte{}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 20 {
		value := make([]byte, random.IntN(400))
		for j := range value {
			value[j] = byte(random.Uint32())
		}
		name := fmt.Sprint(i)
		values[name] = value
		s.Put(key(name), value)
	}
	commit(t, s)
	pack := packs(t, dir)[0]
	whole, err := os.ReadFile(pack)
	if err != nil {
		t.Fatal(err)
	}
	lost := 0
	for range 500 {
		damaged := bytes.Clone(whole)
		if at := random.IntN(len(damaged)); random.IntN(4) == 0 {
			damaged = damaged[:at]
		} else {
			damaged[at] ^= byte(1 + random.IntN(255))
		}
		if err := os.WriteFile(pack, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		s := open(t, dir)
		for name, value := range values {
			got, ok := s.Get(key(name))
			if ok && !bytes.Equal(got, value) {
				t.Fatalf("%s is %q", name, got)
			}
			if !ok {
				lost++
			}
		}
		s.Close()
	}
	if lost == 0 {
		t.Error("no damage was noticed")
	}
}

func TestWhatIsNotUsedIsRemoved(t *testing.T) {
	dir := t.TempDir()
	large := make([]byte, spare+1)
	s := open(t, dir)
	s.Put(key("old"), large)
	s.Put(key("kept"), []byte("kept"))
	commit(t, s)
	s = open(t, dir)
	want(t, s, "kept", "kept")
	s.Put(key("new"), []byte("new"))
	commit(t, s)
	s = open(t, dir)
	wantNone(t, s, "old")
	want(t, s, "kept", "kept")
	want(t, s, "new", "new")
	if names := packs(t, dir); len(names) != 1 {
		t.Errorf("the packs are %q", names)
	}
}

func TestManyPacksBecomeOne(t *testing.T) {
	dir := t.TempDir()
	for i := range 3 * maxPacks {
		s := open(t, dir)
		for j := range i {
			want(t, s, fmt.Sprint(j), fmt.Sprint(j))
		}
		s.Put(key(fmt.Sprint(i)), []byte(fmt.Sprint(i)))
		commit(t, s)
	}
	if names := packs(t, dir); len(names) > maxPacks {
		t.Errorf("%d packs", len(names))
	}
}

func TestSitesThatWereNotBuiltForLongGoFirst(t *testing.T) {
	dir := t.TempDir()
	of := func(source string) *Store {
		t.Helper()
		s, err := Of(dir, source, 2500)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(s.Close)
		return s
	}
	for i, source := range []string{"a", "b", "c"} {
		s := of(source)
		s.Put(key("x"), make([]byte, 1000))
		commit(t, s)
		past := time.Now().Add(time.Duration(i-10) * time.Hour)
		if err := os.Chtimes(s.dir, past, past); err != nil {
			t.Fatal(err)
		}
	}
	of("b")
	if names := packs(t, dir); len(names) != 2 {
		t.Errorf("the stores are %q", names)
	}
	if _, ok := of("b").Get(key("x")); !ok {
		t.Error("the store in use was removed")
	}
}

func TestTheProgramIsKnown(t *testing.T) {
	id, err := Program()
	if err != nil || len(id) < 32 {
		t.Errorf("it is %q, %v", id, err)
	}
}
