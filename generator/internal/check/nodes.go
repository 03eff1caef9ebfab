package check

import (
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// wantNode says which nodes a text has where a reference names one that it has not. Another number
// is not a slip of the pen, so that c1.p2 is not suggested for c7.p2: the nodes of the same part
// are listed, or the parts.
func wantNode(l *diag.List, got string, ids []string) string {
	part := model.PartOf(got)
	if part == "" || !l.Suggest() {
		return l.Want(got, ids)
	}
	var own, parts []string
	for _, id := range ids {
		of := model.PartOf(id)
		if of == part {
			own = append(own, id)
		}
		if of != "" && (len(parts) == 0 || parts[len(parts)-1] != of) { // ids are sorted
			parts = append(parts, of)
		}
	}
	switch {
	case len(own) > 0:
		return diag.Name(got, "want "+strings.Join(first(own, 12), ", "))
	case len(parts) > 0:
		return diag.Name(got, "there is no part "+part+"; the text has "+strings.Join(first(parts, 24), ", "))
	}
	return l.Want(got, ids)
}
