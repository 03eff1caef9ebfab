package render

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"errors"
	"fmt"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/render/hugo"
)

// A script with rows calls kengashRegister.rows(name, [row, …]); the rows of a list are alike, and
// take an eighth of the bytes when they are deflated. A plain Hugo build of the same project leaves
// them as they are; js/register.js reads both.

// packRows replaces the array of rows in a script by its deflated JSON (RFC 1951) in base64.
func packRows(script []byte) ([]byte, error) {
	from, to := bytes.Index(script, []byte(", [")), bytes.LastIndexByte(script, ']')
	if from < 0 || to < from {
		return nil, errors.New("no array of rows (want rows.script.js to call kengashRegister.rows)")
	}
	var packed bytes.Buffer
	packed.Write(script[:from+2])
	packed.WriteByte('"')
	encoder := base64.NewEncoder(base64.StdEncoding, &packed)
	deflate, err := flate.NewWriter(encoder, flate.DefaultCompression)
	if err != nil {
		return nil, err
	}
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

// packed packs a script with rows.
func packed(p hugo.Page, content []byte, problems []diag.Problem) ([]byte, []diag.Problem) {
	if len(problems) > 0 || p.Layout != rowsLayout {
		return content, problems
	}
	content, err := packRows(content)
	if err != nil {
		problems = []diag.Problem{{Msg: fmt.Sprintf("%s: %v", p.File(), err)}}
	}
	return content, problems
}
