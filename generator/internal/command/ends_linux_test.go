package command

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// noMount is the exit code of onSmallDisk where it may not mount.
const noMount = 77

// onSmallDisk mounts a small disk on a folder, which only this process sees, and runs a command
// line there. It is a program of its own: folder, options of the mount, command line.
func onSmallDisk() {
	dir, options, args := os.Args[1], os.Args[2], os.Args[3:]
	err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, "")
	if err == nil {
		err = unix.Mount("tmpfs", dir, "tmpfs", 0, options)
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(noMount)
	}
	code := Run(context.Background(), args, nil, new(bytes.Buffer), os.Stderr)
	entries, err := os.ReadDir(dir)
	if err != nil {
		fmt.Println(err)
	}
	for _, e := range entries {
		fmt.Println("left:", e.Name())
	}
	os.Exit(code)
}

func TestABuildEndsOnAFullDisk(t *testing.T) {
	for name, c := range map[string]struct {
		options string
		temp    bool // the disk is that of temporary files
		want    string
	}{
		"no room":                     {"size=400k", false, "no space left on device (want room"},
		"hardly any":                  {"size=64k", false, "no space left on device"},
		"no more files":               {"nr_inodes=60", false, "no space left on device (want room"},
		"no room for temporary files": {"size=256k", true, "make room there, or name another by TMPDIR"},
		"no temporary files":          {"nr_inodes=1", true, "make room there, or name another by TMPDIR"},
	} {
		t.Run(name, func(t *testing.T) {
			disk, temp := t.TempDir(), t.TempDir()
			dest := filepath.Join(disk, "public")
			if c.temp {
				temp, dest = disk, filepath.Join(temp, "public")
			}
			b := newBuilding(t, fixture, dest, temp)
			b.Args = append([]string{"onsmalldisk", disk, c.options}, b.Args[1:]...)
			b.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS}
			if os.Geteuid() != 0 {
				b.SysProcAttr.Cloneflags |= syscall.CLONE_NEWUSER
				b.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Geteuid(), Size: 1}}
				b.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getegid(), Size: 1}}
			}
			if err := b.Start(); err != nil {
				t.Skipf("NOT RUN: no disk can be mounted here: %v", err)
			}
			go func() { b.ended <- b.Wait() }()
			code := b.stop(t, syscall.Signal(0)) // which only waits
			if code == noMount {
				t.Skipf("NOT RUN: no disk can be mounted here: %s", b.stdout.String())
			}
			if said := b.stderr.String(); code != 1 || !strings.Contains(said, c.want) {
				t.Errorf("the exit code is %d, and it says %q", code, said)
			}
			if b.stdout.Len() > 0 {
				t.Errorf("on the disk are %s", b.stdout.String())
			}
			if left := b.left(t); len(left) > 0 {
				t.Errorf("left behind: %q", left)
			}
		})
	}
}
