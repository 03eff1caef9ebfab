package render

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/render/hugo"
)

// A script with the rows of a list calls kengashRegister.rows(name, [row, …]), one with a text
// kengashText(lang, [paragraph, …]). Rows are alike, and take an eighth of the bytes when they are
// deflated, texts a half. A plain Hugo build of the same project leaves them as they are; what
// reads them (kengashUnpacked in js/kengash.js) takes both.

// deflaters are used again: one holds nearly a megabyte.
var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, flate.DefaultCompression)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

// packArray replaces the array in a script by its deflated JSON (RFC 1951) in base64.
func packArray(script []byte) ([]byte, error) {
	from, to := bytes.Index(script, []byte(", [")), bytes.LastIndexByte(script, ']')
	if from < 0 || to < from {
		return nil, errors.New("no array to deflate (want rows.script.js to call kengashRegister.rows, text.script.js to call kengashText)")
	}
	var packed bytes.Buffer
	packed.Write(script[:from+2])
	packed.WriteByte('"')
	encoder := base64.NewEncoder(base64.StdEncoding, &packed)
	deflate := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(deflate)
	deflate.Reset(encoder)
	if _, err := deflate.Write(script[from+2 : to+1]); err != nil {
		return nil, err
	}
	if err := deflate.Close(); err != nil {
		return nil, err
	}
	if err := encoder.Close(); err != nil {
		return nil, err
	}
	packed.WriteByte('"')
	packed.Write(script[to+1:])
	return packed.Bytes(), nil
}

// packed packs a script with rows or a text.
func packed(p hugo.Page, content []byte, problems []diag.Problem) ([]byte, []diag.Problem) {
	if len(problems) > 0 || p.Layout != rowsLayout && p.Layout != textLayout {
		return content, problems
	}
	content, err := packArray(content)
	if err != nil {
		problems = []diag.Problem{{Msg: fmt.Sprintf("%s: %v", p.File(), err)}}
	}
	return content, problems
}
