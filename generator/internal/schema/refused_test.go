package schema

import (
	"maps"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash/generator/internal/load"
)

const (
	meeting  = "body = \"ict-meeting\"\ndate = 2026-03-10\ntitle.en = \"March\"\n"
	person   = "name.en = \"Ada Byron\"\n"
	action   = "mandated_by = \"protocols/ict-2021#c2.p1\"\ntitle.en = \"Write\"\n"
	protocol = "meeting = \"ict-2024\"\n"
	document = "type = \"action-plan\"\navailability = \"not-in-collection\"\ntitle.en = \"Plan\"\n"
	note     = "state = \"kg\"\ntopics = [\"ai\"]\norigin = \"compiled\"\ncompiled = 2026-11-20\ntitle.en = \"Note\"\n"
	config   = "base_url = \"https://a.example/\"\ndata_date = 2026-11-22\ntitle.en = \"A\"\n"
	language = "[language.en]\nname = \"English\"\n[language.ru]\nname = \"Русский\"\n[language.zh]\nname = \"中文\"\n"
)

// refused are contents of files that neither check nor the schemas take.
var refused = []struct{ what, file, text string }{
	{"an unknown key", "data/meetings/x.toml", meeting + `boddy = "ict-meeting"`},
	{"an unknown key of a table", "data/meetings/x.toml", meeting + "[agenda.1]\ntitel.en = \"A\"\ntitle.en = \"A\""},
	{"a key of another kind", "data/topics/x.toml", "label.en = \"A\"\nbody = \"sco\""},
	{"a missing key", "data/meetings/x.toml", "body = \"ict-meeting\"\ntitle.en = \"A\""},
	{"a missing key of a table", "data/meetings/x.toml", meeting + "[source.a]\nurl = \"https://a.example/\""},
	{"a missing key of an item", "data/protocols/x.toml", protocol + "[version.en]\nstatus = \"authentic\""},
	{"a text for a number", "data/meetings/x.toml", meeting + `ordinal = "4"`},
	{"a negative number", "data/meetings/x.toml", meeting + `ordinal = -1`},
	{"a fraction", "data/meetings/x.toml", meeting + `ordinal = 1.5`},
	{"a number for a text", "data/actions/x.toml", action + "[link.a]\nurl = 17"},
	{"a text for a switch", "data/actions/x.toml", action + `all_parties = "true"`},
	{"a text for a table", "data/meetings/x.toml", "body = \"ict-meeting\"\ndate = 2026-03-10\ntitle = \"March\""},
	{"a text for a list", "data/meetings/x.toml", meeting + `topics = "ai"`},
	{"a table for a list", "data/meetings/x.toml", meeting + `topics.ai = true`},
	{"tables without keys", "data/meetings/x.toml", meeting + "[[agenda]]\ntitle.en = \"A\""},
	{"an empty text", "data/topics/x.toml", `label.en = ""`},
	{"an empty table of languages", "data/topics/x.toml", `label = {}`},
	{"a code of several lines", "data/meetings/x.toml", meeting + "format = \"\"\"in\nperson\"\"\""},
	{"an unknown language", "data/topics/x.toml", `label.fr = "A"`},
	{"an unknown language of words", "data/topics/x.toml", "label.en = \"A\"\nsynonyms.fr = [\"B\"]"},
	{"an unknown code", "data/meetings/x.toml", meeting + `format = "in-persn"`},
	{"an unknown code of a status", "data/meetings/x.toml", meeting + `title_status.en = "ours"`},
	{"an unknown code of an act", "data/protocols/x.toml", protocol + "[node.\"c1.p1\"]\nacts.agred = {}"},
	{"an unknown code of attendance", "data/meetings/x.toml", meeting + "[attendance]\nprsent.who = [\"Ada Byron\"]"},
	{"an unknown code of an action", "data/actions/x.toml", action + `status = "dun"`},
	{"a key that is no code, and no code", "data/instruments/x.toml", document + "[event.signing]\ndate = 2021-11-25\nclause = \"protocols/ict-2021#c1.p2\""},
	{"a role that is none", "data/persons/x.toml", person + "[role.cheer]\nbody = \"sco\""},
	{"a position that is none", "data/protocols/x.toml", protocol + "[node.\"c1.p1\"]\nposition.doubt = { who = [\"states/in\"] }"},
	{"a confidence that is none", "data/notes/x.toml", note + "[source.a]\ntitle = \"A\"\n[fact.f1]\nconfidence = \"sure\"\nsources = [\"a\"]"},
	{"an unknown body", "data/meetings/x.toml", "body = \"ict-meting\"\ndate = 2026-03-10\ntitle.en = \"March\""},
	{"an unknown topic", "data/meetings/x.toml", meeting + `topics = ["aii"]`},
	{"an unknown member", "data/meetings/x.toml", meeting + `chair_state = "xx"`},
	{"an unknown person", "data/meetings/x.toml", meeting + `chair_person = "ada-byron"`},
	{"an unknown person who attends", "data/meetings/x.toml", meeting + "[attendance]\npresent.who = [\"ada-byron\"]"},
	{"a meeting that attends", "data/meetings/x.toml", meeting + "[attendance]\npresent.who = [\"meetings/ict-2021\"]"},
	{"an unknown body who attends", "data/meetings/x.toml", meeting + "[attendance]\npresent.who = [\"bodies/nobody\"]"},
	{"a membership in an unknown body", "data/persons/x.toml", person + "[membership.nobody]\nfrom = 2020-01-01"},
	{"an unknown meeting", "data/protocols/x.toml", `meeting = "ict-1999"`},
	{"an unknown record", "data/actions/x.toml", action + `objects = ["programmes/literacy"]`},
	{"an unknown kind", "data/actions/x.toml", action + `objects = ["programs/digital-literacy"]`},
	{"an unknown place", "data/actions/x.toml", "title.en = \"A\"\nmandated_by = \"protocols/ict-2021#c99.p1\""},
	{"a record for a clause", "data/bodies/x.toml", "classification = \"working-group\"\nname.en = \"A\"\nfounded_by = \"protocols/ict-2021\""},
	{"a national date", "data/meetings/x.toml", "body = \"ict-meeting\"\ndate = \"25.11.2021\"\ntitle.en = \"A\""},
	{"a month that there is not", "data/meetings/x.toml", "body = \"ict-meeting\"\ndate = \"2021-13\"\ntitle.en = \"A\""},
	{"a day that there is not", "data/meetings/x.toml", "body = \"ict-meeting\"\ndate = \"2021-02-29\"\ntitle.en = \"A\""},
	{"a year that is a number", "data/meetings/x.toml", "body = \"ict-meeting\"\ndate = 2021\ntitle.en = \"A\""},
	{"a time in a date", "data/meetings/x.toml", "body = \"ict-meeting\"\ndate = 2021-11-25T10:00:00Z\ntitle.en = \"A\""},
	{"a date to be announced of an event", "data/instruments/x.toml", document + "[event.adopted]\ndate = \"tba\"\nclause = \"protocols/ict-2021#c1.p2\""},
	{"a year of three digits", "data/bodies/x.toml", "classification = \"working-group\"\nname.en = \"A\"\nfounded = \"0999\""},
	{"a deadline in words", "data/actions/x.toml", action + `deadline = "soon"`},
	{"a time that there is not", "data/meetings/x.toml", meeting + `start = "25:00"`},
	{"a time in words", "data/meetings/x.toml", meeting + `start = "9.30"`},
	{"a zone that is none", "data/meetings/x.toml", meeting + `zone = "helsinki time"`},
	{"a number of an item that is none", "data/meetings/x.toml", meeting + "[agenda.\"2 a\"]\ntitle.en = \"A\""},
	{"an address that is none", "data/meetings/x.toml", meeting + "[source.a]\ntitle = \"A\"\nurl = \"council.example\""},
	{"a field that has no conflicts", "data/meetings/x.toml", meeting + "[source.a]\ntitle = \"A\"\n[conflict.a]\nfield = \"title\"\nvalue = \"B\"\nsources = [\"a\"]"},
	{"one of a meeting in a document", "data/instruments/x.toml", document + "[source.a]\ntitle = \"A\"\n[conflict.a]\nfield = \"place\"\nvalue = \"B\"\nsources = [\"a\"]"},
	{"attendance in another way", "data/meetings/x.toml", meeting + `attendance_as = "initials"`},
	{"an unknown key of a term", "data/vocabularies/act.toml", "[term.adopted]\nlable.en = \"A\""},
	{"a key of another vocabulary", "data/vocabularies/act.toml", "[term.adopted]\ncloses = true"},
	{"a new term without a word", "data/vocabularies/act.toml", "[term.greeted]\nformula.en = [\"greeted\"]"},
	{"a former address that is none", "data/redirects.toml", `"topic/ai" = "topics/ai"`},
	{"a former address that leads nowhere", "data/redirects.toml", `"topics/old" = "topics/new"`},
	{"facts in a file of words", "data/topics/ai.en.toml", `broader = ["ict-cooperation"]`},
	{"languages in a file of words", "data/topics/ai.en.toml", `definition.en = "A"`},
	{"an address of the site that is none", "kengash.toml", "base_url = \"a.example\"\ndata_date = 2026-11-22\ntitle.en = \"A\"\n" + language},
	{"a month for the day of the data", "kengash.toml", "base_url = \"https://a.example/\"\ndata_date = \"2026-11\"\ntitle.en = \"A\"\n" + language},
	{"an unknown default language", "kengash.toml", config + "default_language = \"fr\"\n" + language},
	{"an unknown page of the menu", "kengash.toml", config + "menu = [\"pages/abuot\"]\n" + language},
	{"a host with a scheme", "kengash.toml", config + "hosts = [\"https://a.example\"]\n" + language},
	{"an unknown direction", "kengash.toml", config + "[language.en]\nname = \"English\"\ndirection = \"up\"\n"},
	{"an unknown limit", "kengash.toml", config + "[limits]\ntext_byte = 1\n" + language},
	{"a limit in words", "kengash.toml", config + "[limits]\ntext_bytes = \"1 MB\"\n" + language},
	{"an unknown topic of an order", "kengash.toml", config + "[order]\ntopics = [\"aii\"]\n" + language},
	{"notices that there are not", "kengash.toml", config + "[check]\nskip = [\"spelling\"]\n" + language},
	{"links to everywhere", "kengash.toml", config + "[files]\nlinks = \"outside\"\n" + language},
	{"no language", "kengash.toml", config},
}

// What check refuses of types and codes, the schemas refuse.
func TestSchemasRefuseWhatCheckRefuses(t *testing.T) {
	site := ict(t)
	memo := load.NewMemo()
	c, _ := read(t, site, "", memo)
	schemas := compile(t, c)
	for _, r := range refused {
		files := maps.Clone(site)
		files[r.file] = &fstest.MapFile{Data: []byte(r.text)}
		if _, wrong := read(t, files, r.file, memo); len(wrong) == 0 {
			t.Errorf("check takes %s:\n%s", r.what, r.text)
		}
		if known, err := schemas.check(t, r.file, []byte(r.text)); err == nil || !known {
			t.Errorf("the schema takes %s:\n%s", r.what, r.text)
		}
	}
}
