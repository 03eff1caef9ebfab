package load

import (
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// orMeant adds to a hint the reference that was meant, where something like it was written.
func orMeant(hint string, paths model.Paths, written string) string {
	if r, ok := paths.Meant(written); ok && r.String() != written {
		hint += "; did you mean " + strconv.Quote(r.String()) + "?"
	}
	return hint
}

func (b *binder) ref(v any, path []string, into reflect.Value) {
	s, ok := b.str(v, path)
	if !ok {
		return
	}
	r, ok := model.ParseRef(s)
	if !ok {
		b.problem(diag.ReferenceForm, path, orMeant(`want "<kind>/<id>" or "<kind>/<id>#<node>", as in "protocols/ict-2021#c2.p1"`, b.paths, s), "%q is not a reference", s)
		return
	}
	into.Set(reflect.ValueOf(r))
}

func (b *binder) date(v any, path []string, into reflect.Value) {
	const want = `want a date such as 2021-11-25, "2021-11", "2021", "2021/2025"`
	var d model.Date
	switch x := v.(type) {
	case time.Time:
		if x.Location().String() != "date-local" { // what BurntSushi/toml calls a date without a time
			b.problem(diag.Date, path, want, "a time of day is not allowed here")
			return
		}
		d = model.Date(x.Format("2006-01-02"))
	case string:
		d = model.Date(x)
	default:
		b.problem(diag.WrongType, path, want, "%s is %s", last(path), typeName(v)) // a year alone wants quotes
		return
	}
	standing := into.Type() == deadlineType && d == model.Date(model.Standing)
	if !standing && (!d.Valid() || d == "") {
		hint := want
		if _, day, ok := dayIn(string(d)); ok && model.Date(day).Valid() {
			hint += "; did you mean " + day + "?"
		}
		msg := "%q is not a date"
		if strings.HasPrefix(string(d), "0000") {
			msg = "%q is in a year that does not exist"
		}
		if d.From().Valid() && d.To().Valid() && d.From() != "" && d.To() != "" {
			msg, hint = "%q ends before it begins", "want the earlier date first"
		}
		b.problem(diag.Date, path, hint, msg, string(d))
		return
	}
	into.SetString(string(d))
}

// party binds who attends, votes or answers for something.
func (b *binder) party(v any, path []string, into reflect.Value) {
	s, ok := b.str(v, path)
	if !ok {
		return
	}
	p, ok := model.ParseParty(s)
	if !ok {
		b.problem(diag.Participant, path, `want the id of a person, "bodies/<id>", "states/<id>", or a name`, "%q can be no participant", s)
		return
	}
	into.Set(reflect.ValueOf(p))
}

// clock binds a time of day, which TOML knows too.
func (b *binder) clock(v any, path []string, into reflect.Value) {
	const want = `want hours and minutes, as in "09:30"`
	switch x := v.(type) {
	case string:
		if c := model.Clock(x); x != "" && c.Valid() {
			into.SetString(x)
			return
		}
		b.problem(diag.Time, path, want, "%q is not a time of day", x)
	case time.Time:
		if x.Location().String() == "time-local" { // what BurntSushi/toml calls a time without a date
			into.SetString(x.Format("15:04"))
			return
		}
		b.problem(diag.Time, path, want+"; the day is in date, the zone in zone", "%s is a date", last(path))
	default:
		b.wrongType(v, path, `hours and minutes, as in "09:30"`)
	}
}
