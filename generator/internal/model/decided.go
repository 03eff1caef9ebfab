package model

// Decided is how a decision was taken, who stood apart from it, and what became of earlier ones.
type Decided struct {
	Vote      Vote       `toml:"vote"`
	Positions []Position `toml:"position,keyed"`
	Effects
}

// Vote is how a decision was taken (Popolo Motion, VoteEvent and Count).
type Vote struct {
	Method       Code    `toml:"method" vocab:"decision-method"` // "consensus", "roll-call"
	For          Count   `toml:"for"`
	Against      Count   `toml:"against"`
	Abstaining   Count   `toml:"abstaining"`
	ForBy        []Party `toml:"for_by" ref:"any"` // of a roll call: who voted so
	AgainstBy    []Party `toml:"against_by" ref:"any"`
	AbstainingBy []Party `toml:"abstaining_by" ref:"any"`
	Mover        []Party `toml:"mover" ref:"any"`
	Seconder     []Party `toml:"seconder" ref:"any"`
}

// Count is a number that a record may leave out: 0 is none, and a number is one more than itself,
// since a vote that nobody is said to have cast is not one that nobody cast.
type Count int

// CountOf returns the count of a number.
func CountOf(n int) Count { return Count(n + 1) }

// Number returns the number; ok is false where a record leaves it out.
func (c Count) Number() (n int, ok bool) { return max(0, int(c)-1), c > 0 }

// Side is how many voted in one way, and who of them.
type Side struct {
	Name  string // a key of the vote
	Count Count  // as a record has it
	Who   []Party
}

// Sides returns the sides of a vote.
func (v Vote) Sides() []Side {
	return []Side{{"for", v.For, v.ForBy}, {"against", v.Against, v.AgainstBy}, {"abstaining", v.Abstaining, v.AbstainingBy}}
}

// Number returns how many are on a side: those who are named, where a record has no number. ok is
// false where it has neither.
func (s Side) Number() (n int, ok bool) {
	if len(s.Who) > 0 {
		return max(s.Count, CountOf(len(s.Who))).Number()
	}
	return s.Count.Number()
}

// Position is what somebody holds apart from a decision: an objection, a reservation, a dissent, or
// that they do not join it.
type Position struct {
	Key  string
	Type Code    `toml:"type,key" vocab:"position"`
	Who  []Party `toml:"who,required" ref:"any"`
	Text Text    `toml:"text"`
}

// Effects are what a decision or an instrument does to earlier ones (Akoma Ntoso
// activeModifications).
type Effects struct {
	Amends   []Ref `toml:"amends" ref:"any"`
	Replaces []Ref `toml:"replaces" ref:"any"`
	Revokes  []Ref `toml:"revokes" ref:"any"`
}

// Effect is one of them.
type Effect struct {
	Code Code // EffectAmends, EffectReplaces, EffectRevokes
	By   Ref  // the clause, outcome or instrument that has it
	On   Ref  // what it changes
}

// The effects of decisions.
const (
	EffectAmends   Code = "amends"
	EffectReplaces Code = "replaces"
	EffectRevokes  Code = "revokes"
)

// Of returns the effects as those of a place.
func (e Effects) Of(by Ref) []Effect {
	var out []Effect
	for _, kind := range []struct {
		code Code
		refs []Ref
	}{{EffectAmends, e.Amends}, {EffectReplaces, e.Replaces}, {EffectRevokes, e.Revokes}} {
		for _, on := range kind.refs {
			out = append(out, Effect{kind.code, by, on})
		}
	}
	return out
}
