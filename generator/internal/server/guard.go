package server

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"time"
)

// Bounds of what is asked. A search of a site with all its facets chosen stays well below them.
const (
	longestPath    = 1024 // bytes
	longestAddress = 8192 // bytes, of path and query
	mostValues     = 64   // of all parameters
	headerBytes    = 16 << 10
)

// Bounds of what an answer takes.
const (
	readingTime   = 10 * time.Second // of a request
	writingTime   = time.Minute      // of an answer, but for that which tells of changes
	idleTime      = 2 * time.Minute  // of a connection between requests
	searchingTime = 5 * time.Second
	drainingTime  = 3 * time.Second // of what is being answered when the server ends
	mostSearches  = 4               // at a time; others wait for their turn
	turnTime      = 15 * time.Second
)

// health is the address at which a service manager asks whether the site can be read.
const health = "/__kengash/health"

// ServeHTTP answers a request with the headers of the site. It refuses what no page and no reader
// asks for, before anything is done for it.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	for name, value := range s.headers {
		w.Header().Set(name, value)
	}
	s.mu.Unlock()
	status, why := refusal(r, s.hosts)
	if status == 0 {
		s.answer(w, r)
		return
	}
	if status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", "GET, HEAD")
	}
	w.Header().Set("Connection", "close")
	http.Error(w, why, status)
}

// refusal is the status of a request that is refused, and why it is; 0 for any other.
func refusal(r *http.Request, hosts []string) (status int, why string) {
	switch {
	case len(r.URL.Path) > longestPath:
		return http.StatusRequestURITooLong, fmt.Sprintf("the path is longer than %d bytes", longestPath)
	case len(r.RequestURI) > longestAddress:
		return http.StatusRequestURITooLong, fmt.Sprintf("the address is longer than %d bytes", longestAddress)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		return http.StatusMethodNotAllowed, "want GET or HEAD"
	case r.ContentLength != 0:
		return http.StatusRequestEntityTooLarge, "want a request without a body"
	case !ours(r.Host, hosts):
		return http.StatusMisdirectedRequest, fmt.Sprintf("this server is not known as %q; name it by --host", hostOf(r.Host))
	case strings.ContainsAny(r.URL.Path, "\x00\\"):
		return http.StatusBadRequest, "want a path without NUL and backslashes"
	}
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return http.StatusBadRequest, "the query cannot be read: " + err.Error()
	}
	n := 0
	for _, of := range values {
		n += len(of)
	}
	if n > mostValues {
		return http.StatusBadRequest, fmt.Sprintf("the query has %d values, want at most %d", n, mostValues)
	}
	return 0, ""
}

// ours reports whether a request is for this server. A page of another site can have its own name
// lead to an address of the reader's network, and so read what lies there, but it cannot choose
// what a browser sends as Host. So any address is ours, and of names those that are the machine's
// own or are listed.
func ours(host string, hosts []string) bool {
	name := hostOf(host)
	if _, err := netip.ParseAddr(name); err == nil {
		return true
	}
	return name == "localhost" || strings.HasSuffix(name, ".localhost") ||
		slices.ContainsFunc(hosts, func(h string) bool { return strings.EqualFold(h, name) })
}

// hostOf is the name or address of a host without its port.
func hostOf(host string) string {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	return strings.ToLower(strings.Trim(strings.TrimSuffix(name, "."), "[]"))
}

// errBusy is the error of a search whose turn did not come.
var errBusy = errors.New("too many searches at a time; ask again")

// searchTurn waits for the turn of a search, which the caller ends by done. The error is errBusy
// where it does not come.
func (s *server) searchTurn(ctx context.Context) (searching context.Context, done func(), err error) {
	wait, stop := context.WithTimeout(ctx, s.turn)
	defer stop()
	select {
	case s.searches <- struct{}{}:
	case <-wait.Done():
		return nil, nil, errBusy
	}
	searching, cancel := context.WithTimeout(ctx, searchingTime)
	return searching, func() { cancel(); <-s.searches }, nil
}

// later says that there is no answer yet, and when to ask again.
func later(w http.ResponseWriter, why string) {
	w.Header().Set("Retry-After", "2")
	w.Header().Set("Cache-Control", "no-store")
	http.Error(w, why, http.StatusServiceUnavailable)
}
