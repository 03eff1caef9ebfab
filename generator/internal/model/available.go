package model

// Lead returns the sentence or two that say what an entity is.
func Lead(e Entity) Text {
	switch e := e.(type) {
	case *Topic:
		return e.Definition
	case *Body:
		return e.Description
	case *Person:
		return e.Post
	case *Meeting:
		return e.Summary
	case *Instrument:
		return e.Summary
	case *Action:
		return e.Summary
	case *Note:
		return e.Summary
	case *Page:
		return e.Summary
	}
	return nil
}

// HasText reports whether an entity has its text in a language. An entity without a text in any
// language lacks none.
func HasText(e Entity, l Lang) bool {
	prose := e.base().Prose
	_, has := prose[l]
	return has || len(prose) == 0
}

// AvailableIn reports whether an entity's page is truly in a language: it has its name there, and
// its text where it has one at all.
func AvailableIn(e Entity, l Lang) bool { return e.Name()[l] != "" && HasText(e, l) }
