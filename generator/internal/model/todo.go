package model

import "strings"

// Todo begins a text that is still to be written, as in the records that a command begins.
const Todo = "TODO"

// ToDo reports whether a text is still to be written.
func ToDo(text string) bool { return strings.HasPrefix(strings.TrimSpace(text), Todo) }
