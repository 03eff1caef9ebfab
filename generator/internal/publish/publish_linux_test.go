package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"golang.org/x/sys/unix"
)

// mount mounts for the length of the test, or skips it where that is not
// allowed.
func mount(t *testing.T, source, target, kind string, flags uintptr, data string) {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("mounting takes root")
	}
	if err := unix.Mount(source, target, kind, flags, data); err != nil {
		t.Skipf("mounting %s is not allowed here: %v", kind, err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(target, unix.MNT_DETACH); err != nil {
			t.Errorf("unmounting %s: %v", target, err)
		}
	})
}

func TestMountPointIsRefused(t *testing.T) {
	t.Run("tmpfs", func(t *testing.T) {
		dir := tempDir(t)
		dest := mkdir(t, filepath.Join(dir, "with space"))
		mount(t, "tmpfs", dest, "tmpfs", 0, "size=1m")
		for _, d := range []string{dest, link(t, "with space", filepath.Join(dir, "www"))} {
			_, err := Prepare(d, Options{Force: true})
			wantRefusal(t, err, "is a mount point", "choose a folder in it, such as "+filepath.Join(dest, "public"))
		}
		wantEntries(t, dir, "with space", "www")
		// The mend works.
		mustPublish(t, filepath.Join(dest, "public"), "1")
		mustPublish(t, filepath.Join(dest, "public"), "2")
		wantEntries(t, dest, "public")
	})
	t.Run("bind mount of the same file system", func(t *testing.T) {
		dir := tempDir(t)
		dest := mkdir(t, filepath.Join(dir, "public"))
		mount(t, mkdir(t, filepath.Join(dir, "elsewhere")), dest, "", unix.MS_BIND, "")
		_, err := Prepare(dest, Options{})
		wantRefusal(t, err, "is a mount point")
		if mounts, err := mountRoot(dest); len(mounts) != 1 || err != nil {
			t.Errorf("without the mount table: %q, %v", mounts, err)
		}
	})
	t.Run("mount in the destination", func(t *testing.T) {
		dir := tempDir(t)
		dest := filepath.Join(dir, "public")
		mustPublish(t, dest, "old")
		uploads := filepath.Join(dir, "uploads")
		photo := write(t, filepath.Join(uploads, "photo"), "")
		mount(t, uploads, mkdir(t, filepath.Join(dest, "uploads")), "", unix.MS_BIND, "")
		_, err := Prepare(dest, Options{Force: true})
		wantRefusal(t, err, "holds the mount point", "would be deleted", "unmount")
		if _, err := os.Stat(photo); err != nil {
			t.Error(err)
		}
	})
	t.Run("mount in a left-over", func(t *testing.T) {
		dir := tempDir(t)
		uploads := filepath.Join(dir, "uploads")
		photo := write(t, filepath.Join(uploads, "photo"), "")
		mount(t, uploads, mkdir(t, filepath.Join(dir, ".public.kengash-0123456789abcdef", "uploads")), "", unix.MS_BIND, "")
		_, err := Prepare(filepath.Join(dir, "public"), Options{})
		wantRefusal(t, err, "left by a build that was killed", "is mounted")
		if _, err := os.Stat(photo); err != nil {
			t.Error(err)
		}
	})
	t.Run("source behind a bind mount", func(t *testing.T) {
		dir := tempDir(t)
		content := mkdir(t, filepath.Join(dir, "content"))
		other := mkdir(t, filepath.Join(dir, "other"))
		mount(t, content, other, "", unix.MS_BIND, "")
		_, err := Prepare(filepath.Join(other, "public"), Options{Sources: []string{content}})
		wantRefusal(t, err, "is in the source")
	})
}

func TestReadOnlyFileSystemIsRefused(t *testing.T) {
	dir := tempDir(t)
	mount(t, "tmpfs", dir, "tmpfs", unix.MS_RDONLY, "")
	_, err := Prepare(filepath.Join(dir, "public"), Options{})
	wantRefusal(t, err, "cannot be written to", "choose a destination elsewhere")
	if !errors.Is(err, unix.EROFS) {
		t.Errorf("%v does not wrap its cause", err)
	}
	_, err = Prepare(filepath.Join(dir, "a", "public"), Options{})
	wantRefusal(t, err, "there can be no folder")
}

func TestOverlay(t *testing.T) {
	dir := tempDir(t)
	mount(t, "tmpfs", dir, "tmpfs", 0, "") // not all file systems can be layers
	lower := mkdir(t, filepath.Join(dir, "lower"))
	merged := mkdir(t, filepath.Join(dir, "merged"))
	mustPublish(t, filepath.Join(lower, "public"), "image")
	mount(t, "overlay", merged, "overlay", 0, "redirect_dir=off,lowerdir="+lower+
		",upperdir="+mkdir(t, filepath.Join(dir, "upper"))+",workdir="+mkdir(t, filepath.Join(dir, "work")))
	dest := filepath.Join(merged, "public")
	_, err := Prepare(dest, Options{})
	wantRefusal(t, err, "read-only layer of an overlay", "remove "+dest+" in the container once")
	if v := readVersion(t, dest); v != "image" {
		t.Errorf("version = %q", v)
	}
	wantEntries(t, merged, "public")
	// The mend works, also the second time.
	if err := os.RemoveAll(dest); err != nil {
		t.Fatal(err)
	}
	for _, version := range []string{"1", "2"} {
		mustPublish(t, dest, version)
		if v := readVersion(t, dest); v != version {
			t.Errorf("version = %q, want %q", v, version)
		}
	}
	wantEntries(t, merged, "public")
}

// nobody is a user other than root.
const nobody = 65534

// asNobody runs f on a thread that is another user. The system call is made
// raw, as those of package unix change every thread.
func asNobody(t *testing.T, f func()) {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("becoming another user takes root")
	}
	failed := make(chan error)
	go func() {
		runtime.LockOSThread() // never unlocked: the thread ends with f
		if _, _, errno := unix.RawSyscall(unix.SYS_SETRESUID, nobody, nobody, nobody); errno != 0 {
			failed <- errno
			return
		}
		f()
		failed <- nil
	}()
	if err := <-failed; err != nil {
		t.Skipf("becoming another user is not allowed here: %v", err)
	}
}

// giveAway gives a file to another user than root.
func giveAway(t *testing.T, path string, mode fs.FileMode) string {
	t.Helper()
	if err := errors.Join(os.Chown(path, nobody, -1), os.Chmod(path, mode)); err != nil {
		t.Skipf("giving files away is not allowed here: %v", err)
	}
	return path
}

// prepareAsNobody prepares a destination as another user than root, and discards the stage.
func prepareAsNobody(t *testing.T, dest string) (err error) {
	t.Helper()
	asNobody(t, func() {
		var s *Stage
		if s, err = Prepare(dest, Options{}); err == nil {
			err = s.Discard()
		}
	})
	return err
}

// openFolder makes a folder that every user may look into.
func openFolder(t *testing.T) string {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("giving files away takes root")
	}
	dir := tempDir(t)
	for _, d := range []string{dir, filepath.Dir(dir)} {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("HOME", "/nonexistent") // root's may not be looked at
	return dir
}

func TestFoldersOfOthers(t *testing.T) {
	dir := openFolder(t)
	closed := mkdir(t, filepath.Join(dir, "closed"))
	err := prepareAsNobody(t, filepath.Join(closed, "public"))
	wantRefusal(t, err, "cannot be written to", "give this user the right")
	if !errors.Is(err, fs.ErrPermission) {
		t.Errorf("%v does not wrap its cause", err)
	}
	err = prepareAsNobody(t, filepath.Join(closed, "a", "public"))
	wantRefusal(t, err, "there can be no folder")

	// A site that root has built, in a folder of nobody's.
	dest := filepath.Join(giveAway(t, mkdir(t, filepath.Join(dir, "open")), 0o755), "public")
	mustPublish(t, dest, "root's")
	wantRefusal(t, prepareAsNobody(t, dest), "belongs to another user", "build as that user")
	wantEntries(t, filepath.Dir(dest), "public")

	// A build of root's that was killed, in the same folder.
	lock := filepath.Join(filepath.Dir(dest), ".www.kengash-lock")
	if err := os.WriteFile(lock, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	err = prepareAsNobody(t, filepath.Join(filepath.Dir(dest), "www"))
	wantRefusal(t, err, "another user's build", "have "+lock+" removed")
}

func TestRightsInAFolderOfEverybody(t *testing.T) {
	// A folder like /tmp.
	dest := filepath.Join(mkdir(t, filepath.Join(openFolder(t), "sticky")), "public")
	if err := os.Chmod(filepath.Dir(dest), 0o777|fs.ModeSticky); err != nil {
		t.Fatal(err)
	}
	mkdir(t, dest)
	wantRefusal(t, prepareAsNobody(t, dest), "belongs to another user")

	// Nobody's own.
	giveAway(t, dest, 0o755)
	if err := prepareAsNobody(t, dest); err != nil {
		t.Error(err)
	}

	// One that may not be read.
	giveAway(t, dest, 0)
	wantRefusal(t, prepareAsNobody(t, dest), "could not be looked at", "the right to read")

	// Read-only folders in the stage are removed all the same.
	giveAway(t, dest, 0o755)
	var err error
	asNobody(t, func() {
		var s *Stage
		if s, err = Prepare(dest, Options{}); err != nil {
			return
		}
		if err = os.WriteFile(filepath.Join(s.Dir(), "f"), nil, 0o600); err == nil {
			err = os.Chmod(s.Dir(), 0o500)
		}
		err = errors.Join(err, s.Discard())
	})
	if err != nil {
		t.Error(err)
	}
	wantEntries(t, filepath.Dir(dest), "public")
}

func TestUnescapeMount(t *testing.T) {
	for in, want := range map[string]string{
		"/a":            "/a",
		`/with\040s`:    "/with s",
		`/b\134c\012\`:  "/b\\c\n\\",
		`/not\04`:       `/not\04`,
		`/not\899octal`: `/not\899octal`,
	} {
		if got := unescapeMount(in); got != want {
			t.Errorf("unescapeMount(%q) = %q, want %q", in, got, want)
		}
	}
}
