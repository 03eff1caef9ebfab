package site

import (
	"errors"
	"fmt"
	"strings"
	"syscall"

	"github.com/kengash/kengash/generator/internal/diag"
)

// noRoom says of an error of a full disk what is to be done. It goes by the text, since Hugo and
// others hand on nothing else.
func noRoom(err error, destination string) error {
	if err == nil {
		return nil
	}
	full := func(text string) bool {
		return strings.Contains(text, syscall.ENOSPC.Error()) || strings.Contains(text, syscall.EDQUOT.Error())
	}
	if !full(err.Error()) {
		return err
	}
	hint := fmt.Sprintf("want room, and files that may still be made, for the whole new site beside the old one at %s; make room, then build again", destination)
	own, ok := errors.AsType[*diag.Error](err)
	if !ok {
		return &diag.Error{Problems: []diag.Problem{{Code: diag.NoRoom, Msg: err.Error(), Hint: hint}}, Causes: []error{err}}
	}
	for i, p := range own.Problems {
		if p.Hint == "" && full(p.Msg) {
			own.Problems[i].Hint = hint
		}
	}
	return own
}
