package render

import (
	"cmp"
	"path"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/typography"
)

// Attachment is a file that belongs to a record.
type Attachment struct {
	Link
	ID     string `json:"id"`
	Type   *Term  `json:"type,omitempty"`
	Annex  string `json:"annex,omitempty"` // the number of the annex that it is
	Tag    string `json:"tag,omitempty"`   // its language: BCP 47
	Format string `json:"format"`          // "PDF"
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
}

func (b *builder) attachments(e model.Entity) []Attachment {
	var out []Attachment
	for _, a := range model.BaseOf(e).Attachments {
		v := Attachment{
			Link: Link{URL: "/" + a.File, In: b.tongue(a.Title)}, ID: model.AttachmentAnchor(a.Key), Type: b.optionalTerm(model.VocabAttachmentType, a.Type),
			Annex: a.Annex, Tag: a.Lang, Format: a.Format, Bytes: a.Bytes, SHA256: a.SHA256,
		}
		v.Title = b.text(a.Title)
		if v.Title == "" && v.Type != nil {
			v.Title, v.Type = typography.UpperFirst(v.Type.Label), nil
		}
		v.Title = cmp.Or(v.Title, path.Base(a.File))
		out = append(out, v)
	}
	return out
}

func (b *builder) webLinks(e model.Entity) []Link {
	var out []Link
	for _, l := range model.BaseOf(e).Links {
		out = append(out, Link{Title: cmp.Or(b.text(l.Title), l.URL), URL: l.URL, In: b.tongue(l.Title)})
	}
	return out
}
