package model

import "slices"

// sealTexts makes the indexes of all texts, and the hashes of those that others were translated
// from.
func (c *Collection) sealTexts() {
	c.nodes = map[Ref][]string{}
	for _, list := range c.byKind {
		for _, e := range list {
			if w, ok := e.(Work); ok {
				sealWork(w)
			}
			base := e.base()
			var ids []string
			for l, p := range base.Prose {
				p = p.sealed()
				base.Prose[l] = p
				ids = append(ids, p.NodeIDs()...)
			}
			switch e := e.(type) {
			case *Note:
				for _, f := range e.Facts {
					ids = append(ids, f.Key)
				}
			case *Meeting:
				for _, o := range e.Outcomes {
					ids = append(ids, OutcomeAnchor(o.Key))
				}
				for _, item := range e.Agenda {
					ids = append(ids, AgendaAnchor(item.Key))
				}
			}
			slices.Sort(ids)
			c.nodes[e.Ref()] = slices.Compact(ids)
		}
	}
}

// sealWork makes the index of a work's nodes, and the hashes of what translations say they were
// made from, before any block is copied.
func sealWork(w Work) {
	doc := w.Doc()
	doc.byID = keys(doc.Nodes, (*Node).key)
	for _, v := range doc.Versions {
		source, _ := SourceText(w, v.Lang)
		compared := map[string]bool{}
		for _, b := range BaseOf(w).Prose[v.Lang].Blocks {
			compared[b.ID] = b.Source != ""
		}
		for i := range source.Blocks {
			if b := &source.Blocks[i]; compared[b.ID] {
				b.hash = b.Hash()
			}
		}
	}
}

// Nodes returns the ids that addresses may point to within an entity, in any language, sorted:
// those of its texts, of a note its facts, of a meeting its outcomes and agenda items.
func (c *Collection) Nodes(r Ref) []string { return c.nodes[r.Entity()] }

// HasNode reports whether addresses may point to the node of a reference.
func (c *Collection) HasNode(r Ref) bool {
	_, found := slices.BinarySearch(c.nodes[r.Entity()], r.Node)
	return found
}
