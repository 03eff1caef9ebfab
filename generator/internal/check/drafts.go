package check

import (
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// drafts checks that nothing of a record that is not published yet is published: its files would
// be, as all in static/ are.
func drafts(c *model.Collection, l *diag.List) {
	for _, e := range c.WithheldRecords() {
		for _, a := range model.BaseOf(e).Attachments {
			if a.SHA256 != "" {
				l.Add(diag.Unpublished, e.At("attachment", a.Key, "file"), "put it there when the record is published", "the file of a record that is not published is in static/, from which all files are")
			}
		}
	}
}
