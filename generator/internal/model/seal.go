package model

// derived is what Seal makes of the records: each list and index once, so that pages ask for what
// concerns them and look through nothing else.
type derived struct {
	sealed    bool
	nodeOrder map[Ref]int      // rank of a node within its text
	nodes     map[Ref][]string // of an entity: ids that addresses may point to, sorted
	ids       map[Kind][]string

	stateRank  map[string]int       // of a state in the site's order
	protocols  map[string]*Protocol // by meeting
	members    map[string][]member  // of a body, at any time
	officers   map[string][]Officer // of a body
	meetings   map[Ref][]*Meeting   // of a body, a state or a person
	neighbours map[*Meeting]neighbours
	continued  map[Ref][]AgendaPlace // by the item that later ones continue
	underItem  map[Ref][]Ref         // clauses and outcomes of an item of an agenda
	parties    map[*Meeting][]string

	steps map[*Instrument][]step
	lives map[*Instrument]Life

	commitments     []Commitment
	commitmentsOf   map[Ref][]Commitment
	commitmentsFrom map[Ref][]Commitment
	seeks           bool      // some record says what was looked for
	closed          []int     // those that are not open, as ranks, by the day they were done
	open            openUntil // those that have an end, by the day they were done

	decisions   []Decision
	decisionsOf map[Ref][]Decision

	eventsAt map[*Meeting][]Step
	events   []Step // by date

	effectsOn map[Ref][]Effect
	mentions  mentions
	narrower  map[string][]*Topic
	notes     map[cell][]*Note
	noteRank  map[*Note]int

	formulas map[Lang]*formulas
	saidAt   map[inLang]formulasAt // of paragraphs that act
}

// Seal derives all that follows from the records. It is called once, when everything is in. A
// collection with faults can be sealed: what refers to nothing is left out.
func (c *Collection) Seal() {
	if c.sealed {
		panic("model: a collection is sealed twice")
	}
	c.sealed = true
	c.Config.seal()
	for _, v := range c.Vocabulary {
		v.seal()
	}
	c.sealVersions()
	c.sealTexts()
	c.sealRecords()
	c.sealActions()
	c.sort()
	c.gatherIDs()
	c.gatherMeetings()
	c.gatherAgendas()
	c.gatherLives()
	c.gatherCommitments()
	c.gatherDecisions()
	c.gatherEvents()
	c.gatherEffects()
	c.gatherMentions()
	c.gatherNotes()
	c.gatherFormulas()
}
