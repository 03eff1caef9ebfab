package schema

// ofDecisions are how decisions were taken, and what they do to earlier ones.
var ofDecisions = tables{
	"Decided": {
		"vote":     {"How it was decided, as far as the record says so.", `vote = { for = 5, against = 1 }`},
		"position": {"What somebody holds apart from the decision. The key is a position, or one of your own with `type`.", `position.reservation = { who = ["states/in"] }`},
	},
	"Vote": {
		"":              {"How a decision was taken.", ""},
		"method":        {"By consensus, by a show of hands, by roll call.", `method = "consensus"`},
		"for":           {"How many were for it.", `for = 5`},
		"against":       {"How many were against it.", `against = 1`},
		"abstaining":    {"How many abstained.", `abstaining = 2`},
		"for_by":        {"Who was for it.", `for_by = ["Ada Byron", "states/uz"]`},
		"against_by":    {"Who was against it.", `against_by = ["Charles Babbage"]`},
		"abstaining_by": {"Who abstained.", `abstaining_by = ["Mary Somerville"]`},
		"mover":         {"Who moved it.", `mover = ["Grace Hopper"]`},
		"seconder":      {"Who seconded it.", `seconder = ["Ada Byron"]`},
	},
	"Position": {
		"":     {"What somebody holds apart from a decision: an objection, a reservation, that they do not join it.", ""},
		"type": {"What it is; default: the key.", `type = "objection"`},
		"who":  {"Whose it is.", `who = ["states/in"]`},
		"text": {"What they hold.", `text.en = "India does not join clause 1."`},
	},
	"Effects": {
		"amends":   {"Earlier decisions and documents that it amends; both sides show it.", `amends = ["instruments/concept-2019"]`},
		"replaces": {"Earlier ones that it replaces.", `replaces = ["instruments/concept-2019"]`},
		"revokes":  {"Earlier ones that it revokes.", `revokes = ["instruments/concept-2019"]`},
	},
}
