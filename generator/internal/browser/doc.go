// Package browser contains the tests that use the built site as its readers do: in a real Chromium,
// over HTTP at the root of a host and under a path, and from the file system.
//
// They run if KENGASH_BROWSER names the browser's program, as it does in `make test`. Otherwise
// each says that it was not run.
package browser
