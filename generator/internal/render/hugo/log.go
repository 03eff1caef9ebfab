package hugo

import (
	"io"
	"strings"
	"sync"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/loggers"

	"github.com/kengash/kengash/generator/internal/diag"
)

// log collects what Hugo logs while it renders.
type log struct {
	logger loggers.Logger
	locate locator
	report func(level, msg string)

	mu       sync.Mutex
	problems []diag.Problem
}

func newLog(work string, report func(level, msg string)) *log {
	l := &log{locate: locator{work: work}, report: report}
	l.logger = loggers.New(loggers.Options{
		Level:         logg.LevelWarn,
		DistinctLevel: logg.LevelWarn,
		StdOut:        io.Discard,
		StdErr:        io.Discard,
		HandlerPost:   l.handle,
	})
	return l
}

// i18nWarning begins the warning for a key without a translation.
const i18nWarning = "i18n|MISSING_TRANSLATION|"

// handle takes one entry of Hugo's log.
func (l *log) handle(e *logg.Entry) error {
	l.mu.Lock()
	defer l.mu.Unlock()

	if rest, ok := strings.CutPrefix(e.Message, i18nWarning); ok {
		lang, key, _ := strings.Cut(rest, "|")
		l.problems = append(l.problems, missingTranslation(lang, key))
		return nil
	}
	level := "warn"
	if e.Level >= logg.LevelError {
		level = "error"
		l.problems = append(l.problems, l.locate.fromText(e.Message))
	}
	l.report(level, l.locate.clean(e.Message))
	return nil
}

// drain returns what was logged as wrong since it was last asked. While several pages are rendered,
// it may be said of another than the page that caused it.
func (l *log) drain() []diag.Problem {
	l.mu.Lock()
	defer l.mu.Unlock()
	problems := l.problems
	l.problems = nil
	return problems
}

// result returns what went wrong in a build that returned err, beside others.
func (l *log) result(err error, others []diag.Problem) []diag.Problem {
	l.mu.Lock()
	defer l.mu.Unlock()

	problems := append(l.problems, others...)
	if err != nil && !(len(problems) > 0 && isErrorCount(err)) {
		problems = append(problems, l.locate.problemsOf(err)...)
	}
	return problems
}

// isErrorCount reports whether err is only the number of errors in the log.
func isErrorCount(err error) bool {
	return strings.HasPrefix(err.Error(), "logged ")
}
