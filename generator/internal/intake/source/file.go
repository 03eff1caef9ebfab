package source

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"

	"github.com/kengash/kengash/generator/internal/diag"
)

// Load returns the content of a file. What is no regular file, or too large, is not read: a pipe or
// a device may never end.
func Load(name string) ([]byte, error) {
	// Opening a pipe waits for its other end, unless it is opened in this way.
	file, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fault(name, "it is "+kindOf(info.Mode())+", not a file", "want a file with text: "+formatsNamed)
	case info.Size() > mostBytes:
		return nil, tooLarge(name)
	case info.Size() == 0: // so has what a system makes while it is read, some of it without an end
		return nil, nil
	}
	// It may grow meanwhile.
	data, err := io.ReadAll(io.LimitReader(file, mostBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > mostBytes {
		return nil, tooLarge(name)
	}
	return data, nil
}

// kindOf says what is not a regular file.
func kindOf(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	}
	return "a device"
}

func tooLarge(name string) error {
	return fault(name, fmt.Sprintf("it has more than %d MB", mostBytes/1_000_000), "leave out its pictures, or divide it")
}

// fault is the error of a file that cannot be read.
func fault(name, msg, hint string) error {
	return &diag.Error{Problems: []diag.Problem{{Code: diag.Unreadable, Pos: diag.Position{File: name}, Msg: msg, Hint: hint}}}
}
