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
	For          int     `toml:"for"`
	Against      int     `toml:"against"`
	Abstaining   int     `toml:"abstaining"`
	ForBy        []Party `toml:"for_by" ref:"any"` // of a roll call: who voted so
	AgainstBy    []Party `toml:"against_by" ref:"any"`
	AbstainingBy []Party `toml:"abstaining_by" ref:"any"`
	Mover        []Party `toml:"mover" ref:"any"`
	Seconder     []Party `toml:"seconder" ref:"any"`
}

// Counts returns how many voted for, against, and abstained; taken is false where no record says
// so.
func (v Vote) Counts() (yes, no, abstaining int, taken bool) {
	yes, no, abstaining = max(v.For, len(v.ForBy)), max(v.Against, len(v.AgainstBy)), max(v.Abstaining, len(v.AbstainingBy))
	return yes, no, abstaining, yes+no+abstaining > 0
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
