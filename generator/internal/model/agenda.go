package model

// AgendaPlace is an item of an agenda with its meeting.
type AgendaPlace struct {
	Meeting *Meeting
	Item    *AgendaItem
}

// Ref returns the reference to the item.
func (p AgendaPlace) Ref() Ref { return AgendaRef(p.Meeting, p.Item.Key) }

// AgendaRef returns the reference to an item of a meeting's agenda.
func AgendaRef(m *Meeting, key string) Ref { return Ref{Meetings, m.ID, AgendaAnchor(key)} }

// OutcomeRef returns the reference to an outcome of a meeting.
func OutcomeRef(m *Meeting, key string) Ref { return Ref{Meetings, m.ID, OutcomeAnchor(key)} }

// Item returns an item of the agenda by its number, or nil.
func (m *Meeting) Item(key string) *AgendaItem {
	for i := range m.Agenda {
		if m.Agenda[i].Key == key {
			return &m.Agenda[i]
		}
	}
	return nil
}

// gatherAgendas finds which items continue which, and the clauses that belong to each.
func (c *Collection) gatherAgendas() {
	c.continued, c.underItem = map[Ref][]AgendaPlace{}, map[Ref][]Ref{}
	for _, m := range All[*Meeting](c, Meetings) {
		for i := range m.Agenda {
			item := &m.Agenda[i]
			if r := item.Continues; r != (Ref{}) {
				c.continued[r] = append(c.continued[r], AgendaPlace{m, item})
			}
		}
		for i := range m.Outcomes {
			if o := &m.Outcomes[i]; o.Agenda != "" {
				at := AgendaRef(m, o.Agenda)
				c.underItem[at] = append(c.underItem[at], OutcomeRef(m, o.Key))
			}
		}
		p := c.Protocol(m.ID)
		if p == nil {
			continue
		}
		for _, n := range p.Nodes {
			if n.Agenda != "" {
				at := AgendaRef(m, n.Agenda)
				c.underItem[at] = append(c.underItem[at], At(p, n.Key))
			}
		}
	}
}

// ContinuedAt returns the items of later meetings that continue one.
func (c *Collection) ContinuedAt(item Ref) []AgendaPlace { return c.continued[item] }

// UnderItem returns the clauses of the record and the outcomes that belong to an item of an agenda.
func (c *Collection) UnderItem(item Ref) []Ref { return c.underItem[item] }

// AgendaItem returns the item that a reference names.
func (c *Collection) AgendaItem(r Ref) (AgendaPlace, bool) {
	m, ok := Get[*Meeting](c, r)
	if !ok {
		return AgendaPlace{}, false
	}
	for i := range m.Agenda {
		if AgendaAnchor(m.Agenda[i].Key) == r.Node {
			return AgendaPlace{m, &m.Agenda[i]}, true
		}
	}
	return AgendaPlace{}, false
}
