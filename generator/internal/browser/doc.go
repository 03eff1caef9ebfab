// Package browser holds the tests that look at the built site as its readers do: in a real
// Chromium, over HTTP at the root of a host and below a path, and from the file system.
//
// They run where KENGASH_BROWSER names the browser's program, as `make test` does. Elsewhere each
// says that it was not run.
package browser
