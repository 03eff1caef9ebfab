package server

import (
	"fmt"
	"log/slog"
	"net/http"
	"time"
)

// recorded returns a handler that logs each request with nothing of who asks: method, path, status,
// bytes and time, but no address of a reader, no query, no referrer and no browser. It also answers
// requests that the program fails on, and reports why.
func recorded(next http.Handler, log *slog.Logger, failed func(what string, err error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		rec := &recorder{ResponseWriter: w}
		defer func() {
			if why := recover(); why != nil {
				failed("answering "+r.Method+" "+r.URL.Path+": ", fmt.Errorf("%v", why))
				if rec.status == 0 {
					http.Error(rec, "internal error", http.StatusInternalServerError)
				}
			}
			if log != nil {
				log.LogAttrs(r.Context(), slog.LevelInfo, "request", slog.String("method", r.Method), slog.String("path", r.URL.Path),
					slog.Int("status", max(rec.status, http.StatusOK)), slog.Int64("bytes", rec.bytes), slog.Int64("ms", time.Since(start).Milliseconds()))
			}
		}()
		next.ServeHTTP(rec, r)
	})
}

// recorder notes what is answered.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// WriteHeader notes the status and sends it.
func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes and sends them.
func (r *recorder) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(b)
	r.bytes += int64(n)
	return n, err
}

// Unwrap is how [http.ResponseController] finds the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }
