package publish

import (
	"bufio"
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// mountsWithin lists the mount points at path and in it. The mount table is
// what shows it: a bind mount of the same file system has the device number of
// its surroundings.
func mountsWithin(path string) ([]string, error) {
	table, err := os.Open("/proc/self/mountinfo")
	if err != nil {
		return mountRoot(path)
	}
	defer table.Close()
	var mounts []string
	lines := bufio.NewScanner(table)
	lines.Buffer(nil, 1<<20) // overlays of many layers make long lines
	for lines.Scan() {
		// The fifth field is the mount point, see proc_pid_mountinfo(5).
		fields := strings.SplitN(lines.Text(), " ", 6)
		if len(fields) < 6 {
			continue
		}
		mount := unescapeMount(fields[4])
		if mount == path || strings.HasPrefix(mount, path+"/") {
			mounts = append(mounts, mount)
		}
	}
	if lines.Err() != nil {
		return mountRoot(path)
	}
	return mounts, nil
}

// mountRoot is used if there is no /proc. It sees a mount at path, not one
// in it; kernels before 5.8 do not tell even that, and the exchange then fails
// with nothing changed.
func mountRoot(path string) ([]string, error) {
	var st unix.Statx_t
	err := unix.Statx(unix.AT_FDCWD, path, unix.AT_SYMLINK_NOFOLLOW, 0, &st)
	if err != nil {
		return nil, &os.PathError{Op: "statx", Path: path, Err: err}
	}
	if st.Attributes_mask&st.Attributes&unix.STATX_ATTR_MOUNT_ROOT != 0 {
		return []string{path}, nil
	}
	return nil, nil
}

// unescapeMount undoes the octal escapes that the kernel writes for space,
// tab, line feed and backslash.
func unescapeMount(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+3 < len(s) && isOctal(s[i+1]) && isOctal(s[i+2]) && isOctal(s[i+3]) {
			b.WriteByte((s[i+1]-'0')<<6 | (s[i+2]-'0')<<3 | (s[i+3] - '0'))
			i += 3
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func isOctal(c byte) bool { return '0' <= c && c <= '7' }
