package check

import (
	"slices"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // so that zones are known on every system

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// ways are the values of attendance_as.
var ways = []string{model.ByName, model.ByCount}

// committees checks what records say of how a body works: who was there, what was on the agenda,
// at what time.
func committees(c *model.Collection, l *diag.List) {
	if as := c.Config.AttendanceAs; as != "" && !slices.Contains(ways, as) {
		l.Add(diag.UnknownCode, c.Config.Index.At("attendance_as"), l.Want(as, ways), "attendance cannot be shown as %q", as)
	}
	for _, m := range model.All[*model.Meeting](c, model.Meetings) {
		if as := m.AttendanceAs; as != "" && !slices.Contains(ways, as) {
			l.Add(diag.UnknownCode, m.At("attendance_as"), l.Want(as, ways), "attendance cannot be shown as %q", as)
		}
		attendance(c, m, l)
		hours(m, l)
		items(c, m, l)
		status(c, m, l)
		if m.MovedTo != "" && !c.Cancelled(m) {
			l.Add(diag.MeetingStatus, m.At("moved_to"), `write status = "postponed"`, "only a meeting that is not held is moved to another")
		}
	}
}

// status checks that what a meeting is said to be agrees with its date.
func status(c *model.Collection, m *model.Meeting, l *diag.List) {
	today := c.Config.DataDate
	term, _, _ := c.Vocabulary[model.VocabMeetingStatus].Term(m.Status)
	toCome := m.Date == model.TBA || before(today, m.Date)
	switch {
	case toCome && term.Held:
		l.Add(diag.MeetingStatus, m.At("status"), "correct the date, or move data_date on", "a meeting of %s is %q on %s", m.Date, m.Status, today)
	case toCome && !term.Cancels && len(m.Attendance) > 0:
		l.Add(diag.MeetingStatus, m.At("attendance"), "correct the date, or move data_date on", "attendance of a meeting that is not held yet (data_date %s)", today)
	case term.Planned && before(m.Date, today):
		l.AddNotice(diag.MeetingStatus, m.At("status"), `want "held", or what became of it`, "a meeting of %s is still %q", m.Date, m.Status)
	case term.Cancels && c.Protocol(m.ID) != nil:
		l.Add(diag.MeetingStatus, m.At("status"), "correct it, or the meeting of the record", "there is a record of a meeting that is %q", m.Status)
	}
}

// attendance checks that nobody was both at a meeting and not, and that numbers agree.
func attendance(c *model.Collection, m *model.Meeting, l *diag.List) {
	seen := map[model.Party]string{} // who was there, or was not
	for _, a := range m.Attendance {
		term, _, _ := c.Vocabulary[model.VocabAttendance].Term(model.Code(a.Key))
		for i, p := range a.Who {
			pos := m.At("attendance", a.Key, "who", strconv.Itoa(i))
			old, twice := seen[p]
			if was, _, _ := c.Vocabulary[model.VocabAttendance].Term(model.Code(old)); twice && was.There != term.There {
				l.Add(diag.Attendance, pos, "name them once", "%s is listed as %q and as %q", p, old, a.Key)
			}
			seen[p] = a.Key
		}
		if a.Count > 0 && a.Count < len(a.Who) {
			l.Add(diag.Attendance, m.At("attendance", a.Key, "count"), "leave count out, or count all of them", "%d are counted and %d named", a.Count, len(a.Who))
		}
		if len(a.Who) == 0 && a.Count == 0 {
			l.Add(diag.Attendance, m.At("attendance", a.Key), `write who = ["…"], or count = …`, "nobody is listed as %q", a.Key)
		}
		if n := len(a.By); n > len(a.Who) {
			l.Add(diag.Attendance, m.At("attendance", a.Key, "by"), "want the one who represented each of who, in the same order", "%d represent %d", n, len(a.Who))
		}
	}
	if q := m.Quorum; q.Required > 0 && q.Present > 0 {
		said, _, _ := c.Vocabulary[model.VocabQuorum].Term(q.State)
		if q.State != "" && said.Reached != (q.Present >= q.Required) {
			l.Add(diag.Quorum, m.At("quorum", "state"), "correct the state or a number", "the quorum is %q with %d of %d", q.State, q.Present, q.Required)
		}
	}
}

// fixedZone is a zone by its distance from UTC.
const fixedZone = "UTC-07:00"

// hours checks the times of a meeting.
func hours(m *model.Meeting, l *diag.List) {
	if m.Start != "" && m.End != "" && m.Start >= m.End && m.Date.From() == m.Date.To() {
		l.Add(diag.MeetingTimes, m.At("end"), "want a time after "+string(m.Start)+"; a meeting of several days has date = \"from/to\"", "the meeting ends at %s, when it has not begun", m.End)
	}
	if m.Zone != "" {
		_, fixed := time.Parse(fixedZone, m.Zone)
		_, named := time.LoadLocation(m.Zone)
		if fixed != nil && (named != nil || m.Zone == "Local") {
			l.Add(diag.Time, m.At("zone"), `want a zone such as "Europe/Helsinki", or "UTC+02:00"`, "%q is not a time zone", m.Zone)
		}
	}
	for _, s := range m.Sessions {
		if m.Date.Known() && (before(s.Date, m.Date) || before(m.Date, s.Date)) {
			l.Add(diag.MeetingTimes, m.At("session", s.Key, "date"), "want a day of "+string(m.Date), "the session of %s is on no day of the meeting", s.Date)
		}
		if s.Start != "" && s.End != "" && s.Start >= s.End {
			l.Add(diag.MeetingTimes, m.At("session", s.Key, "end"), "want a time after "+string(s.Start), "the session ends at %s, when it has not begun", s.End)
		}
	}
}

// items checks that clauses and outcomes belong to items that the agenda has, and that an item
// continues an earlier one.
func items(c *model.Collection, m *model.Meeting, l *diag.List) {
	var keys []string
	for _, item := range m.Agenda {
		keys = append(keys, item.Key)
		if !model.ValidNode(model.AgendaAnchor(item.Key)) {
			l.Add(diag.AgendaNumber, m.At("agenda", item.Key), `want digits and lower-case letters, as in [agenda."2.1"]`, "%q cannot be the number of an item", item.Key)
		}
		r := item.Continues
		if r == (model.Ref{}) || !c.Has(r) {
			continue // told by values
		}
		old, ok := c.AgendaItem(r)
		pos := m.At("agenda", item.Key, "continues")
		switch {
		case !ok:
			l.Add(diag.NoAgendaItem, pos, `want an item, as in "meetings/2025-03#agenda.2"`, "%q names no item of an agenda", r)
		case old.Meeting == m || before(m.Date, old.Meeting.Date):
			l.Add(diag.NoAgendaItem, pos, "want an item of an earlier meeting", "%q is not of an earlier meeting", r)
		}
	}
	known := func(key string, pos func() diag.Position) {
		if key != "" && !slices.Contains(keys, key) {
			l.Add(diag.NoAgendaItem, pos(), wantItem(l, key, keys), "the agenda of %s has no item %q", m.Ref(), key)
		}
	}
	for _, o := range m.Outcomes {
		known(o.Agenda, func() diag.Position { return m.At("outcome", o.Key, "agenda") })
	}
	if p := c.Protocol(m.ID); p != nil && !c.UnreadEntity(m.Ref()) {
		for _, n := range p.Nodes {
			known(n.Agenda, func() diag.Position { return p.At("node", n.Key, "agenda") })
		}
	}
}

func wantItem(l *diag.List, key string, keys []string) string {
	if len(keys) == 0 {
		return "write [agenda." + strings.TrimSpace(key) + "] with its title into the meeting"
	}
	return l.Want(key, keys)
}
