package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// MarkerName is the file at the top of every published site by which the next
// build knows that the folder is a site of ours and may be replaced.
const MarkerName = ".kengash"

// markerStart is what makes the file a marker: a name alone is not proof
// enough for deleting a folder.
const markerStart = "kengash site\n"

// marker is the whole file. The same bytes in every site, so that building the
// same site twice gives the same files.
const marker = markerStart +
	"Every build replaces this folder as a whole. Keep nothing of your own in it.\n"

// hasMarker reports whether dir is a site of ours.
func hasMarker(dir string) (bool, error) {
	name := filepath.Join(dir, MarkerName)
	info, err := os.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	f, err := os.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	start := make([]byte, len(markerStart))
	if _, err := io.ReadFull(f, start); err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return false, nil
		}
		return false, err
	}
	return string(start) == markerStart, nil
}

// writeMarker puts the marker into the stage. One that is there already, from
// a Commit that failed, is as good.
func writeMarker(dir string) error {
	name := filepath.Join(dir, MarkerName)
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		if have, err := os.ReadFile(name); err == nil && bytes.Equal(have, []byte(marker)) {
			return nil
		}
		return refusal{
			problem:    fmt.Sprintf("the site has a file %s of its own", MarkerName),
			wanted:     fmt.Sprintf("the name %s free: it marks the folder as a site that the next build may replace", MarkerName),
			suggestion: "rename the file in the source that becomes it",
		}.err()
	}
	if err == nil {
		_, err = f.WriteString(marker)
		if closeErr := f.Close(); err == nil {
			err = closeErr
		}
		if err != nil {
			// Half a marker would be taken for the site's own file by the next
			// Commit of this stage.
			_ = os.Remove(name)
		}
	}
	if err != nil {
		return refusal{
			problem:    "the marker of the new site could not be written",
			wanted:     "a stage that can be written to",
			suggestion: "look for a full disk, then build again; the old site is untouched",
			cause:      err,
		}.err()
	}
	return nil
}
