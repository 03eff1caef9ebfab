package hugo

import (
	"bufio"
	"encoding/gob"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/afero"

	"github.com/kengash/kengash/generator/internal/diag"
)

// job is what a child is to do: it is followed by the content files, each a
// contentFile, and ends with one that has no name.
type job struct {
	Work   string // folder with the project but for its content
	Temp   string // folder for what Hugo writes besides the site
	Out    string // folder of the site
	Layers int    // of the theme

	Now         time.Time
	MemoryLimit int64
	MemoryMost  int64
}

// layers returns the layers of the theme, as they lie in the project.
func (j job) layers() []fs.FS {
	var layers []fs.FS
	for i := range j.Layers {
		layers = append(layers, os.DirFS(filepath.Join(j.Work, layerDir(i))))
	}
	return layers
}

type contentFile struct {
	Name string
	Data []byte
}

// message is a message of a child: a warning, the number of pages written, an error that makes all
// further work useless, or, at the end, the result.
type message struct {
	Level, Text string
	Page        int
	Failed      string
	Hint        string // what to do after it

	Done     bool
	Stats    Stats
	Problems []diag.Problem
	Err      string
	Peak     int64 // bytes of memory that the child had at most
}

// send writes a job and its content, which it empties.
func send(to io.Writer, work job, content map[string][]byte) error {
	buffered := bufio.NewWriterSize(to, 64<<10)
	enc := gob.NewEncoder(buffered)
	if err := enc.Encode(work); err != nil {
		return err
	}
	for name, data := range content {
		if err := enc.Encode(contentFile{name, data}); err != nil {
			return err
		}
		delete(content, name)
	}
	if err := enc.Encode(contentFile{}); err != nil {
		return err
	}
	return buffered.Flush()
}

// receive reads what send writes.
func receive(from io.Reader, work *job, content afero.Fs) error {
	dec := gob.NewDecoder(from)
	if err := dec.Decode(work); err != nil {
		return fmt.Errorf("reading the job: %w", err)
	}
	for {
		var f contentFile
		if err := dec.Decode(&f); err != nil {
			return fmt.Errorf("reading the content: %w", err)
		}
		if f.Name == "" {
			return nil
		}
		if err := writeContent(content, work.Work, f.Name, f.Data); err != nil {
			return err
		}
	}
}

// follow passes on the messages of a child until it sends its result or ends without one.
func follow(from io.Reader, tell func(message)) message {
	dec := gob.NewDecoder(from)
	for {
		var m message
		if err := dec.Decode(&m); err != nil {
			return message{}
		}
		if m.Done || m.Failed != "" {
			return m
		}
		tell(m)
	}
}
