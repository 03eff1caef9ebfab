package command

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/kengash/kengash/generator/internal/stage"
)

// journalEvery is how often a stage reports its progress to a program.
const journalEvery = time.Second

// entry is a stage in a journal.
type entry struct {
	running     int // how many times it runs now
	began, told time.Time
	done, total int
}

// journal returns an observer that writes what happens to a log: that stages begin, how far they
// are, once a second, and that they have ended.
func journal(log *slog.Logger) stage.Observer {
	var mu sync.Mutex
	stages := map[string]*entry{}
	write := func(name, msg string, attrs ...slog.Attr) {
		log.LogAttrs(context.Background(), slog.LevelInfo, msg, append([]slog.Attr{slog.String("stage", name)}, attrs...)...)
	}
	return func(e stage.Event) {
		mu.Lock()
		defer mu.Unlock()
		s := stages[e.Stage]
		if s == nil {
			s = &entry{began: time.Now()}
			stages[e.Stage] = s
		}
		switch now := time.Now(); e.Kind {
		case stage.Begin:
			if s.running++; s.running == 1 {
				s.began, s.told = now, now
				write(e.Stage, "begins")
			}
		case stage.Advance:
			s.done, s.total = e.Done, e.Total
			if now.Sub(s.told) >= journalEvery {
				s.told = now
				write(e.Stage, "runs", counts(s)...)
			}
		case stage.End:
			if s.running--; s.running == 0 {
				write(e.Stage, "ends", append(counts(s), seconds("seconds", now.Sub(s.began)))...)
				delete(stages, e.Stage)
			}
		}
	}
}

// counts are how much of how much a stage has done, if it counts.
func counts(s *entry) []slog.Attr {
	if s.total == 0 {
		return nil
	}
	return []slog.Attr{slog.Int("done", s.done), slog.Int("total", s.total)}
}
