package model

import "slices"

// FormerName is what a state or a body was called until it took another name.
type FormerName struct {
	Key          string
	Until        Date `toml:"until,required" past:"fact"` // the day of the next name
	Name         Text `toml:"name,required"`
	OfficialName Text `toml:"official_name"` // of a state
	ShortName    Text `toml:"short_name"`    // of a body
}

// FormerNames returns what a state or a body was called before, the oldest first.
func FormerNames(e Entity) []FormerName {
	var names []FormerName
	switch e := e.(type) {
	case *State:
		names = slices.Clone(e.Former)
	case *Body:
		names = slices.Clone(e.Former)
	}
	slices.SortStableFunc(names, func(a, b FormerName) int { return a.Until.Compare(b.Until) })
	return names
}

// FormerName returns what an entity was called on a day, where it has another name by now; nil
// where it has not, or where the day is not known or may be that of the next name.
func (c *Collection) FormerName(r Ref, on Date) *FormerName {
	if to := on.To(); !to.Known() {
		return nil
	}
	for _, f := range FormerNames(c.Entity(r)) {
		if on.Last().Before(f.Until.First()) {
			return &f
		}
	}
	return nil
}

// DayOfNames returns the day whose names the page of an entity has: that of a meeting or of a
// document; "" where they are those of today.
func DayOfNames(e Entity) Date {
	switch e := e.(type) {
	case *Meeting:
		return e.Date
	case Work:
		return e.Dated()
	}
	return ""
}

// ShortTitleOn returns an entity's name for links and lists as it was on a day.
func (c *Collection) ShortTitleOn(r Ref, on Date, l Lang) string {
	f := c.FormerName(r, on)
	if f == nil {
		return c.ShortTitle(r, l)
	}
	if s := f.ShortName.In(l); s != "" {
		return s
	}
	return f.Name.In(l, c.Config.Langs()...)
}
