package hugo

import (
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/kengash/kengash/generator/internal/diag"
)

// Parent and child exchange values in gob. The parent sends a job, and then requests; the last has
// no page. The child sends messages; the last says that it is done. The content of an asset or page
// follows its message as it is: in gob it would be copied twice.

// job is what a child works with.
type job struct {
	Work    string   // folder with the project
	Temp    string   // folder for what Hugo writes
	Abandon []string // folders to remove where the parent dies
	Layers  int      // of the theme
	Ahead   int      // how many pages may be asked for and not be rendered
	Now     time.Time

	MemoryMost int64
}

// layers returns the layers of the theme, as they lie in the project.
func (j job) layers() []fs.FS {
	var layers []fs.FS
	for i := range j.Layers {
		layers = append(layers, os.DirFS(filepath.Join(j.Work, layerDir(i))))
	}
	return layers
}

// request asks for a page. Numbers begin at 1; without one it is the end.
type request struct {
	Number int
	Page   Page
}

// message is a message of a child: a warning, an asset, a page, or that it is done.
type message struct {
	Level, Text string

	Asset string // path

	Page int // number of the request

	Size     int // of the content of the asset or page, in bytes
	content  []byte
	Problems []diag.Problem

	Failed, Hint string // why all further work is useless, and what to do

	Done bool
	Err  string
	Peak int64 // of the child's memory, as profile.Usage has it
}
